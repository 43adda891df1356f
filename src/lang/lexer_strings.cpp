#include <string>

#include "base/limits.h"
#include "lang/lexer.h"

namespace interleave::lang {

namespace {

/// Nested replacement fields in format specs that CPython takes.
constexpr int kNestedFields = 3;

}  // namespace

/// Reported where the literal starts, since its end is anybody's guess.
Token Lexer::unterminated(const char* what, std::int32_t line, std::int32_t col, bool triple) {
  std::string message = triple ? "unterminated triple-quoted " : "unterminated ";
  // A literal that runs to the end of the file is noticed on the file's last line.
  const std::int32_t noticed = cursor_ >= text_.size() && line_ > 1 ? line_ - 1 : line_;
  message += std::string(what) + " literal (detected at line " + std::to_string(noticed) + ")";
  return fail_at(line, col, -2, std::move(message));
}

/// The cursor stands on the opening quote; start_ may be before it, on a prefix.
Token Lexer::string_literal() {
  const char quote = current();
  const bool triple = at(cursor_ + 1) == quote && at(cursor_ + 2) == quote;
  if (!triple && at(cursor_ + 1) == quote) {
    cursor_ += 2;
    return make(TokenKind::String);
  }
  const std::size_t quote_size = triple ? 3 : 1;
  cursor_ += quote_size;
  std::size_t run = 0;
  while (run != quote_size) {
    const bool at_end = cursor_ >= text_.size();
    const char c = current();
    if (at_end || (!triple && c == '\n')) {
      // Inside a replacement field the same quote more likely ends the f-string: its `}` is
      // missing.
      if (!fstrings_.empty() && fstrings_.back().quote == quote &&
          fstrings_.back().quote_size == quote_size) {
        return fail_at(start_line_, start_col_, -2, "f-string: expecting '}'");
      }
      return unterminated("string", start_line_, start_col_, triple);
    }
    run = c == quote ? run + 1 : 0;
    ++cursor_;
    if (c == '\n') count_newline();
    if (c == '\\' && cursor_ < text_.size()) {
      const bool newline = current() == '\n';
      ++cursor_;
      if (newline) count_newline();
    }
  }
  return make(TokenKind::String);
}

Token Lexer::fstring_start(bool raw) {
  FString mode;
  mode.quote = current();
  mode.quote_size = at(cursor_ + 1) == mode.quote && at(cursor_ + 2) == mode.quote ? 3 : 1;
  mode.raw = raw;
  mode.line = start_line_;
  mode.col = start_col_;
  if (fstrings_.size() >= static_cast<std::size_t>(limits::kParserDepth)) {
    return fail("too many nested f-strings");
  }
  cursor_ += mode.quote_size;
  fstrings_.push_back(mode);
  return make(TokenKind::FStringStart);
}

bool Lexer::fstring_text_end(const FString& mode) const {
  for (std::size_t i = 0; i < mode.quote_size; ++i) {
    if (at(cursor_ + i) != mode.quote) return false;
  }
  return true;
}

/// The cursor stands behind a backslash. A brace after it still counts as a brace.
void Lexer::skip_text_escape(bool raw) {
  const char c = current();
  if (c == '{' || c == '}' || cursor_ >= text_.size()) return;
  ++cursor_;
  if (c == '\n') count_newline();
  if (raw || c != 'N' || current() != '{') return;
  while (current() != '}' && current() != '\n' && cursor_ < text_.size()) ++cursor_;
  if (current() == '}') ++cursor_;
}

/// Literal text of an f-string or of a format spec, up to a field, the end of the field or the
/// quotes.
Token Lexer::fstring_text() {
  mark_start();
  FString& mode = fstrings_.back();
  const bool in_spec = mode.fields > 0;
  for (;;) {
    if (fstring_text_end(mode)) {
      if (cursor_ > start_) return make(TokenKind::FStringMiddle);
      cursor_ += mode.quote_size;
      // A field left open here is the parser's error; its brackets are gone with the literal.
      while (mode.fields > 0) {
        brackets_.pop_back();
        --mode.fields;
      }
      fstrings_.pop_back();
      return make(TokenKind::FStringEnd);
    }
    const char c = current();
    if (cursor_ >= text_.size() || (c == '\n' && mode.quote_size == 1 && !in_spec)) {
      return unterminated("f-string", mode.line, mode.col, mode.quote_size == 3);
    }
    if (c == '\n' && mode.quote_size == 1) {  // the spec ends with the line
      mode.in_text = false;
      return cursor_ > start_ ? make(TokenKind::FStringMiddle) : regular_token();
    }
    if (c == '{' && (in_spec || at(cursor_ + 1) != '{')) {
      if (cursor_ > start_) return make(TokenKind::FStringMiddle);
      if (mode.fields >= kNestedFields) {
        return fail("f-string: expressions nested too deeply");
      }
      const Token token = opening(TokenKind::LeftBrace);
      if (token.kind == TokenKind::Error) return token;
      brackets_.back().field = true;
      ++mode.fields;
      mode.in_text = false;
      return token;
    }
    if (c == '}' && in_spec) {
      mode.in_text = false;
      return cursor_ > start_ ? make(TokenKind::FStringMiddle) : regular_token();
    }
    if (c == '}' && at(cursor_ + 1) != '}') {
      if (cursor_ > start_) return make(TokenKind::FStringMiddle);
      ++cursor_;
      return fail("f-string: single '}' is not allowed");
    }
    cursor_ += c == '{' || c == '}' ? 2 : 1;
    if (c == '\n') count_newline();
    if (c == '\\') skip_text_escape(mode.raw);
  }
}

}  // namespace interleave::lang
