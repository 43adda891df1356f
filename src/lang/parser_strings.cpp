// String literals: concatenation, f-strings and their replacement fields.

#include "lang/parser_impl.h"

namespace interleave::lang {

/// What adjacent literals come to: text since the last replacement field, and everything before it.
struct Parser::StringPieces {
  std::vector<Expr*> values;
  std::string text;
  Position text_pos;  // line 0: no text yet
  bool any_fstring = false;
  bool any_bytes = false;
  bool any_text = false;
};

Expr* Parser::make_text(Position pos, std::string_view text, bool unicode_prefix) {
  auto* made = node_at<Constant>(pos);
  made->constant = ConstantKind::Str;
  made->text = arena_.copy(text);
  made->unicode_prefix = unicode_prefix;
  return made;
}

Expr* Parser::strings() {
  const int start = pos_;
  StringPieces pieces;
  const bool unicode_prefix = is(K::String) && split_string(token(pos_).text).unicode_prefix;
  while (is(K::String) || is(K::FStringStart)) {
    const bool good = is(K::String) ? plain_string(pieces) : fstring(pieces);
    if (!good || failed()) return nullptr;
  }
  if (failed()) return nullptr;
  if (pieces.any_bytes && pieces.any_text) {
    raise_at_last("cannot mix bytes and nonbytes literals");
    return nullptr;
  }
  if (pieces.any_bytes) {
    auto* made = node<Constant>(start);
    made->constant = ConstantKind::Bytes;
    made->text = arena_.copy(pieces.text);
    return made;
  }
  if (!pieces.any_fstring) return make_text(span(start), pieces.text, unicode_prefix);
  if (!pieces.text.empty()) {
    pieces.values.push_back(make_text(pieces.text_pos, pieces.text, unicode_prefix));
  }
  auto* made = node<JoinedStr>(start);
  made->values = to_seq(pieces.values);
  return made;
}

bool Parser::plain_string(StringPieces& pieces) {
  const Token literal = token(pos_++);
  const StringParts parts = split_string(literal.text);
  const Position pos = token_position(literal);
  (parts.bytes ? pieces.any_bytes : pieces.any_text) = true;
  if (parts.bytes) {
    for (const char c : parts.body) {
      if (static_cast<unsigned char>(c) < 0x80) continue;
      raise(pos, "bytes can only contain ASCII literal characters");
      return false;
    }
  }
  if (pieces.text_pos.line == 0) pieces.text_pos = pos;
  pieces.text_pos = join(pieces.text_pos, pos);
  if (parts.raw) {
    pieces.text.append(parts.body);
    return true;
  }
  auto message =
      parts.bytes ? decode_bytes(parts.body, pieces.text) : decode_text(parts.body, pieces.text);
  if (message) raise(pos, std::move(*message));
  return !message;
}

// --- f-strings
// ----------------------------------------------------------------------------------------------

bool Parser::fstring(StringPieces& pieces) {
  const std::string_view opening = token(pos_++).text;
  const bool raw = opening.find_first_of("rR") != std::string_view::npos;
  pieces.any_fstring = pieces.any_text = true;
  while (!is(K::FStringEnd)) {
    if (is(K::FStringMiddle)) {
      if (!fstring_literal(pieces, raw, false)) return false;
    } else if (!is(K::LeftBrace) || !replacement_field(pieces, raw)) {
      return false;
    }
    if (failed()) return false;
  }
  ++pos_;
  return true;
}

bool Parser::fstring_literal(StringPieces& pieces, bool raw, bool in_spec) {
  const Token literal = token(pos_++);
  const Position pos = token_position(literal);
  std::string body;
  for (std::size_t i = 0; i < literal.text.size(); ++i) {
    const char c = literal.text[i];
    body.push_back(c);
    const bool doubled =
        (c == '{' || c == '}') && i + 1 < literal.text.size() && literal.text[i + 1] == c;
    if (doubled && !in_spec) ++i;
  }
  if (pieces.text_pos.line == 0) pieces.text_pos = pos;
  pieces.text_pos = join(pieces.text_pos, pos);
  if (raw) {
    pieces.text.append(body);
    return true;
  }
  auto message = decode_text(body, pieces.text);
  if (message) raise(pos, std::move(*message));
  return !message;
}

bool Parser::replacement_field(StringPieces& pieces, bool raw) {
  const int start = pos_;
  const char* const expression_text = token(start).text.data() + 1;
  auto* field = node<FormattedValue>(start);
  ++pos_;
  const auto give_up = [&] {
    if (invalid_rules_ && !failed()) {
      pos_ = start;
      invalid_replacement_field(start);
    }
    return false;
  };
  field->value = yield_or_star_expressions();
  if (failed()) return false;
  if (field->value == nullptr) return give_up();
  const bool debug = accept(K::Equal);
  const Token after = token(pos_);
  if (is(K::Exclamation) && !conversion(*field)) return give_up();
  if (is(K::FormatColon)) {
    field->format_spec = format_spec(raw);
    if (field->format_spec == nullptr) return give_up();
  }
  if (!accept(K::RightBrace)) return give_up();
  field->pos = span(start);
  if (debug) {
    if (field->conversion < 0 && field->format_spec == nullptr) field->conversion = 'r';
    const auto length = static_cast<std::size_t>(after.text.data() - expression_text);
    const Token open = token(start);
    if (pieces.text_pos.line == 0) pieces.text_pos = {open.line, open.col + 1, 0, 0};
    pieces.text_pos = join(pieces.text_pos, {0, 0, after.line, after.col});
    pieces.text.append(expression_text, length);
  }
  if (!pieces.text.empty()) {
    pieces.values.push_back(make_text(pieces.text_pos, pieces.text, false));
    pieces.text.clear();
  }
  pieces.text_pos = Position{};
  pieces.values.push_back(field);
  return true;
}

/// `!r`, `!s` or `!a`.
bool Parser::conversion(FormattedValue& field) {
  const Token mark = token(pos_);
  if (kind(1) != K::Name) return false;
  const Token letter = token(pos_ + 1);
  pos_ += 2;
  if (letter.line != mark.end_line || letter.col != mark.end_col) {
    raise(join(token_position(mark), token_position(letter)),
          "f-string: conversion type must come right after the exclamation mark");
    return false;
  }
  if (letter.text != "s" && letter.text != "r" && letter.text != "a") {
    raise(token_position(letter), "f-string: invalid conversion character '" +
                                      std::string(letter.text) + "': expected 's', 'r', or 'a'");
    return false;
  }
  field.conversion = letter.text[0];
  return true;
}

JoinedStr* Parser::format_spec(bool raw) {
  const int start = pos_++;
  StringPieces pieces;
  while (is(K::FStringMiddle) || is(K::LeftBrace)) {
    const bool good =
        is(K::FStringMiddle) ? fstring_literal(pieces, raw, true) : replacement_field(pieces, raw);
    if (!good || failed()) return nullptr;
  }
  if (failed()) return nullptr;
  if (!pieces.text.empty()) {
    pieces.values.push_back(make_text(pieces.text_pos, pieces.text, false));
  }
  auto* made = node<JoinedStr>(start);
  made->values = to_seq(pieces.values);
  return made;
}

/// Second pass only: what the field lacks, told at the token that stands in its place.
void Parser::invalid_replacement_field(int start) {
  pos_ = start + 1;
  const K first = kind();
  if (first == K::Equal || first == K::Exclamation || first == K::FormatColon ||
      first == K::RightBrace) {
    const char c = token(pos_).text[0];
    return raise_at_next(std::string("f-string: valid expression required before '") + c + "'");
  }
  Expr* value = yield_or_star_expressions();
  if (failed()) return;
  if (value == nullptr) {
    pos_ = start + 1;
    return raise_at_next("f-string: expecting a valid expression after '{'");
  }
  const auto ends = [this] {
    return is(K::Exclamation) || is(K::FormatColon) || is(K::RightBrace);
  };
  if (!is(K::Equal) && !ends()) {
    return raise_at_next("f-string: expecting '=', or '!', or ':', or '}'");
  }
  if (accept(K::Equal) && !ends()) {
    return raise_at_next("f-string: expecting '!', or ':', or '}'");
  }
  if (accept(K::Exclamation)) {
    if (is(K::FormatColon) || is(K::RightBrace)) {
      return raise_at_next("f-string: missing conversion character");
    }
    if (!accept(K::Name)) return raise_at_next("f-string: invalid conversion character");
    if (!is(K::FormatColon) && !is(K::RightBrace)) {
      return raise_at_next("f-string: expecting ':' or '}'");
    }
  }
  if (is(K::FormatColon)) {
    if (format_spec(false) == nullptr || failed()) return;
    if (!is(K::RightBrace)) raise_at_next("f-string: expecting '}', or format specs");
    return;
  }
  if (!is(K::RightBrace)) raise_at_next("f-string: expecting '}'");
}

}  // namespace interleave::lang
