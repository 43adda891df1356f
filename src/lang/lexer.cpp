#include "lang/lexer.h"

#include <cstdio>
#include <utility>

#include "base/limits.h"
#include "lang/source.h"

namespace interleave::lang {

namespace {

constexpr int kTabSize = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Length of the well-formed UTF-8 sequence at `i`, or 0.
std::size_t sequence_length(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
  const unsigned char lead = byte(i);
  std::size_t length = 0;
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) length = 2;
  if (lead >= 0xE0 && lead <= 0xEF) length = 3;
  if (lead >= 0xF0 && lead <= 0xF4) length = 4;
  if (length == 0 || i + length > s.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte(i + k) & 0xC0u) != 0x80u) return 0;
  }
  const unsigned char second = byte(i + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : length;
}

/// "\n" for every line end, and one at the very end.
std::string normalise(std::string_view source) {
  std::string out;
  out.reserve(source.size() + 1);
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] != '\r') {
      out.push_back(source[i]);
      continue;
    }
    out.push_back('\n');
    if (i + 1 < source.size() && source[i + 1] == '\n') ++i;
  }
  if (out.empty() || out.back() != '\n') out.push_back('\n');
  return out;
}

}  // namespace

Lexer::Lexer(std::string_view source) {
  if (source.substr(0, 3) == "\xEF\xBB\xBF") source.remove_prefix(3);
  if (check_source(source)) text_ = normalise(source);
}

/// Refuses what no token rule can deal with: too long, NUL bytes, text that is not UTF-8.
bool Lexer::check_source(std::string_view source) {
  if (source.size() > limits::kSourceBytes) {
    fail_at(
        1, 0, -1,
        "source code is too long (more than " + std::to_string(limits::kSourceBytes) + " bytes)");
    return false;
  }
  std::int32_t line = 1;
  for (std::size_t i = 0; i < source.size();) {
    const char c = source[i];
    if (c == '\0') {
      fail_at(line, 0, -1, "source code string cannot contain null bytes");
      return false;
    }
    const std::size_t length = sequence_length(source, i);
    if (length == 0) {
      char text[192];
      std::snprintf(text, sizeof text,
                    "Non-UTF-8 code starting with '\\x%02x' on line %d, but no encoding declared; "
                    "see https://peps.python.org/pep-0263/ for details",
                    static_cast<unsigned char>(c), static_cast<int>(line));
      fail_at(line, 0, -1, text);
      return false;
    }
    line += c == '\n' || (c == '\r' && (i + 1 == source.size() || source[i + 1] != '\n'));
    i += length;
  }
  return true;
}

std::string_view Lexer::line_text(std::int32_t line) const {
  std::size_t begin = 0;
  for (std::int32_t i = 1; i < line; ++i) {
    const std::size_t end = text_.find('\n', begin);
    if (end == std::string::npos) return {};
    begin = end + 1;
  }
  const std::size_t end = text_.find('\n', begin);
  return std::string_view(text_).substr(begin, end == std::string::npos ? end : end - begin);
}

Token Lexer::next() {
  if (error_) {
    Token token;
    token.kind = TokenKind::Error;
    return token;
  }
  const bool in_text = !fstrings_.empty() && fstrings_.back().in_text;
  Token token = in_text ? fstring_text() : regular_token();
  const bool at_end = token.kind == TokenKind::EndMarker ||
                      (token.kind == TokenKind::Dedent && cursor_ >= text_.size());
  if (!error_ && !at_end) {
    cursor_line_ = line_;
    cursor_col_ = column(cursor_);
    if (token.kind == TokenKind::Newline) {  // the cursor is on the next line by now
      cursor_line_ = token.line;
      cursor_col_ = token.end_col + 1;
    }
  }
  return token;
}

void Lexer::mark_start() {
  start_ = cursor_;
  start_line_ = line_;
  start_col_ = column(cursor_);
}

void Lexer::count_newline() {
  ++line_;
  line_start_ = cursor_;
}

Token Lexer::make(TokenKind kind) {
  Token token;
  token.kind = kind;
  token.level = static_cast<std::uint8_t>(brackets_.size());
  token.line = start_line_;
  token.col = start_col_;
  token.end_line = line_;
  token.end_col = column(cursor_);
  token.text = std::string_view(text_).substr(start_, cursor_ - start_);
  return token;
}

/// Indent, Dedent and the end have no text and, as in CPython, no column.
Token Lexer::make_unplaced(TokenKind kind) {
  Token token;
  token.kind = kind;
  token.level = static_cast<std::uint8_t>(brackets_.size());
  token.line = token.end_line = line_;
  token.col = token.end_col = -1;
  token.text = std::string_view(text_).substr(cursor_, 0);
  return token;
}

/// An error at the cursor, which stands behind the offending character.
Token Lexer::fail(std::string message) {
  const std::int32_t col = column(cursor_) - 1;
  return fail_at(line_, col, -2, std::move(message));
}

/// `col` is the 0-based byte column of the caret; `end_col` is the one of the end, -1 when unknown,
/// -2 for a single caret.
Token Lexer::fail_at(std::int32_t line, std::int32_t col, std::int32_t end_col, std::string message,
                     DiagnosticKind kind) {
  const std::string_view text = line_text(line);
  const auto characters = [&](std::int32_t bytes) {
    if (bytes <= 0) return bytes;
    const auto size = static_cast<std::size_t>(bytes);
    const std::size_t beyond = size > text.size() ? size - text.size() : 0;
    return static_cast<std::int32_t>(count_characters(text.substr(0, size)) + beyond);
  };
  Diagnostic diagnostic;
  diagnostic.kind = kind;
  diagnostic.message = std::move(message);
  diagnostic.line = diagnostic.end_line = line;
  diagnostic.col = end_col == -2 ? characters(col + 1) : characters(col) + 1;
  diagnostic.end_col = end_col == -2 ? diagnostic.col : end_col == -1 ? 0 : characters(end_col) + 1;
  error_is_soft_ = kind != DiagnosticKind::SyntaxError;
  error_ = std::move(diagnostic);
  Token token = make_unplaced(TokenKind::Error);
  token.line = token.end_line = line;
  return token;
}

// --- lines and indentation
// ------------------------------------------------------------------------

Token Lexer::regular_token() {
  for (;;) {
    if (at_line_start_) {
      at_line_start_ = false;
      if (!read_indentation()) return next();
    }
    if (pending_ != 0) {
      const bool indent = pending_ > 0;
      pending_ += indent ? -1 : 1;
      return make_unplaced(indent ? TokenKind::Indent : TokenKind::Dedent);
    }
    skip_blanks();
    mark_start();
    if (current() == '#') {  // counts as part of the line end behind it
      while (current() != '\n') ++cursor_;
    }
    const char c = current();
    if (cursor_ >= text_.size()) return end_of_file();
    if (c == '\n') {
      if (brackets_.empty()) return newline_token();
      ++cursor_;
      count_newline();
      continue;
    }
    if (c == '\\') {
      ++cursor_;
      if (!skip_continuation()) return next();
      continue;
    }
    if (starts_name(c)) return name_or_string();
    if (is_digit(c) || (c == '.' && is_digit(at(cursor_ + 1)))) return number();
    if (c == '"' || c == '\'') return string_literal();
    return operator_token();
  }
}

void Lexer::skip_blanks() {
  while (current() == ' ' || current() == '\t' || current() == '\f') ++cursor_;
}

/// Behind a backslash: takes the line end, or fails.
bool Lexer::skip_continuation() {
  if (current() != '\n') {
    fail_at(line_, column(cursor_), -1, "unexpected character after line continuation character");
    error_is_soft_ = true;
    return false;
  }
  ++cursor_;
  if (cursor_ >= text_.size()) {
    if (!brackets_.empty()) {
      end_of_file();
      return false;
    }
    // The final newline may be our own: the caret stands behind the line either way.
    fail_at(line_, column(cursor_) - 1, -1, "unexpected EOF while parsing");
    error_->end_col = -1;
    error_is_soft_ = true;
    return false;
  }
  count_newline();
  return true;
}

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Columns up to the line's first character. False when a continuation fails.
bool Lexer::measure_indentation(Indent& indent) {
  int before_continuation = 0;
  for (;; ++cursor_) {
    const char c = current();
    if (c == ' ') {
      ++indent.col;
      ++indent.alternate;
    } else if (text_.compare(cursor_, kNoBreakSpace.size(), kNoBreakSpace) == 0) {
      // Code copied from web pages is indented with these. CPython refuses them; anywhere else so
      // do we.
      cursor_ += kNoBreakSpace.size() - 1;
      ++indent.col;
      ++indent.alternate;
    } else if (c == '\t') {
      indent.col = (indent.col / kTabSize + 1) * kTabSize;
      ++indent.alternate;
    } else if (c == '\f') {
      indent = Indent{};
    } else if (c == '\\') {
      // The blanks before the first backslash decide; the rest of the joined line is ordinary text.
      if (before_continuation == 0) before_continuation = indent.col;
      ++cursor_;
      if (!skip_continuation()) return false;
      --cursor_;
    } else {
      break;
    }
  }
  if (before_continuation != 0) indent = Indent{before_continuation, before_continuation};
  return true;
}

bool Lexer::read_indentation() {
  Indent indent;
  for (;;) {
    indent = Indent{};
    if (!measure_indentation(indent)) return false;
    if (current() == '#') {
      while (current() != '\n') ++cursor_;
    }
    if (current() != '\n') break;  // a line of blanks and comments says nothing
    ++cursor_;
    count_newline();
  }
  if (cursor_ >= text_.size()) return true;  // end_of_file() closes the blocks
  return !brackets_.empty() || apply_indentation(indent);
}

bool Lexer::apply_indentation(const Indent& indent) {
  const auto inconsistent = [&] {
    fail_at(line_, 0, -1, "inconsistent use of tabs and spaces in indentation",
            DiagnosticKind::TabError);
    return false;
  };
  const Indent top = indents_.back();
  if (indent.col == top.col) return indent.alternate == top.alternate || inconsistent();
  if (indent.col > top.col) {
    if (indents_.size() >= static_cast<std::size_t>(limits::kIndentLevels)) {
      fail_at(line_, 0, -1, "too many levels of indentation", DiagnosticKind::IndentationError);
      return false;
    }
    if (indent.alternate <= top.alternate) return inconsistent();
    indents_.push_back(indent);
    pending_ = 1;
    return true;
  }
  while (indents_.size() > 1 && indent.col < indents_.back().col) {
    indents_.pop_back();
    --pending_;
  }
  if (indent.col != indents_.back().col) {
    const auto length = static_cast<std::int32_t>(line_text(line_).size());
    fail_at(line_, length, -1, "unindent does not match any outer indentation level",
            DiagnosticKind::IndentationError);
    error_->end_col = -1;
    return false;
  }
  return indent.alternate == indents_.back().alternate || inconsistent();
}

Token Lexer::newline_token() {
  Token token = make(TokenKind::Newline);
  ++cursor_;
  count_newline();
  at_line_start_ = true;
  return token;
}

Token Lexer::end_of_file() {
  if (!brackets_.empty()) {
    const OpenBracket& open = brackets_.back();
    ended_in_bracket_ = true;
    return fail_at(open.line, open.col, -1, std::string("'") + open.bracket + "' was never closed");
  }
  // CPython's tokenizer still stands at the end of the last line here; its errors point there.
  const std::size_t previous =
      text_.size() < 2 ? std::string::npos : text_.rfind('\n', text_.size() - 2);
  const std::size_t last_start = previous == std::string::npos ? 0 : previous + 1;
  cursor_line_ = line_ > 1 ? line_ - 1 : 1;
  cursor_col_ = static_cast<std::int32_t>(text_.size() - last_start);
  const bool dedent = indents_.size() > 1;
  if (dedent) indents_.pop_back();
  Token token = make_unplaced(dedent ? TokenKind::Dedent : TokenKind::EndMarker);
  token.line = token.end_line = cursor_line_;
  return token;
}

// --- operators and brackets
// -------------------------------------------------------------------------

namespace {

struct OperatorText {
  std::string_view text;
  TokenKind kind;
};

// Longest first, so that the first match is the right one.
constexpr OperatorText kOperators[] = {
    {"**=", TokenKind::DoubleStarEqual},
    {"//=", TokenKind::DoubleSlashEqual},
    {">>=", TokenKind::RightShiftEqual},
    {"<<=", TokenKind::LeftShiftEqual},
    {"...", TokenKind::Ellipsis},
    {"!=", TokenKind::NotEqual},
    {"%=", TokenKind::PercentEqual},
    {"&=", TokenKind::AmpersandEqual},
    {"**", TokenKind::DoubleStar},
    {"*=", TokenKind::StarEqual},
    {"+=", TokenKind::PlusEqual},
    {"-=", TokenKind::MinusEqual},
    {"->", TokenKind::Arrow},
    {"//", TokenKind::DoubleSlash},
    {"/=", TokenKind::SlashEqual},
    {":=", TokenKind::ColonEqual},
    {"<<", TokenKind::LeftShift},
    {"<=", TokenKind::LessEqual},
    {"<>", TokenKind::LessGreater},
    {"==", TokenKind::EqEqual},
    {">=", TokenKind::GreaterEqual},
    {">>", TokenKind::RightShift},
    {"@=", TokenKind::AtEqual},
    {"^=", TokenKind::CircumflexEqual},
    {"|=", TokenKind::VerticalBarEqual},
    {"!", TokenKind::Exclamation},
    {"%", TokenKind::Percent},
    {"&", TokenKind::Ampersand},
    {"*", TokenKind::Star},
    {"+", TokenKind::Plus},
    {",", TokenKind::Comma},
    {"-", TokenKind::Minus},
    {".", TokenKind::Dot},
    {"/", TokenKind::Slash},
    {":", TokenKind::Colon},
    {";", TokenKind::Semicolon},
    {"<", TokenKind::Less},
    {"=", TokenKind::Equal},
    {">", TokenKind::Greater},
    {"@", TokenKind::At},
    {"^", TokenKind::Circumflex},
    {"|", TokenKind::VerticalBar},
    {"~", TokenKind::Tilde},
};

char closer_of(char open) { return open == '(' ? ')' : open == '[' ? ']' : '}'; }

}  // namespace

Token Lexer::operator_token() {
  switch (current()) {
    case '(': return opening(TokenKind::LeftParen);
    case '[': return opening(TokenKind::LeftBracket);
    case '{': return opening(TokenKind::LeftBrace);
    case ')': return closing(TokenKind::RightParen);
    case ']': return closing(TokenKind::RightBracket);
    case '}': return closing(TokenKind::RightBrace);
    default: break;
  }
  if (current() == ':' && !brackets_.empty() && brackets_.back().field) {
    ++cursor_;
    fstrings_.back().in_text = true;
    return make(TokenKind::FormatColon);
  }
  const std::string_view rest = std::string_view(text_).substr(cursor_, 3);
  for (const OperatorText& candidate : kOperators) {
    if (rest.substr(0, candidate.text.size()) == candidate.text) {
      cursor_ += candidate.text.size();
      return make(candidate.kind);
    }
  }
  const auto code = static_cast<unsigned char>(current());
  ++cursor_;
  if (code < 0x20 || code == 0x7F) {
    char text[64];
    std::snprintf(text, sizeof text, "invalid non-printable character U+%04X", code);
    return fail(text);
  }
  return make(TokenKind::Unknown);
}

Token Lexer::opening(TokenKind kind) {
  if (brackets_.size() >= static_cast<std::size_t>(limits::kParserDepth)) {
    ++cursor_;
    return fail("too many nested parentheses");
  }
  brackets_.push_back(OpenBracket{current(), false, line_, column(cursor_)});
  ++cursor_;
  return make(kind);
}

Token Lexer::closing(TokenKind kind) {
  const char c = current();
  ++cursor_;
  if (brackets_.empty()) return fail(std::string("unmatched '") + c + "'");
  const OpenBracket open = brackets_.back();
  if (closer_of(open.bracket) != c) {
    if (open.field) return fail(std::string("f-string: unmatched '") + c + "'");
    std::string message = std::string("closing parenthesis '") + c +
                          "' does not match opening parenthesis '" + open.bracket + "'";
    if (open.line != line_) message += " on line " + std::to_string(open.line);
    return fail(std::move(message));
  }
  brackets_.pop_back();
  if (open.field) {
    --fstrings_.back().fields;
    fstrings_.back().in_text = true;
  }
  return make(kind);
}

}  // namespace interleave::lang
