#include <cstdio>
#include <string>

#include "lang/lexer.h"

namespace interleave::lang {

namespace {

struct CodePointRange {
  std::uint32_t first;
  std::uint32_t last;
};

#include "lang/unicode_identifier.inc"

// Blanks, controls and format characters: shown by number, since showing them shows nothing.
constexpr CodePointRange kNonPrintable[] = {
    {0x80, 0xA0},     {0xAD, 0xAD},        {0x600, 0x605},   {0x61C, 0x61C},   {0x6DD, 0x6DD},
    {0x70F, 0x70F},   {0x8E2, 0x8E2},      {0x1680, 0x1680}, {0x180E, 0x180E}, {0x2000, 0x200F},
    {0x2028, 0x202F}, {0x205F, 0x206F},    {0x3000, 0x3000}, {0xD800, 0xF8FF}, {0xFEFF, 0xFEFF},
    {0xFFF0, 0xFFFB}, {0xE0000, 0x10FFFF},
};

template <std::size_t N>
bool contains(const CodePointRange (&ranges)[N], std::uint32_t code) {
  std::size_t low = 0;
  std::size_t high = N;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (code > ranges[middle].last) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < N && code >= ranges[low].first;
}

struct Decoded {
  std::uint32_t code = 0;
  std::size_t length = 1;
};

/// The code point at `i`; the source has been checked to be well-formed.
Decoded decode_utf8(std::string_view s, std::size_t i) {
  const auto byte = [&](std::size_t k) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(s[k]));
  };
  const std::uint32_t lead = byte(i);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {((lead & 0x1Fu) << 6) | (byte(i + 1) & 0x3Fu), 2};
  if (lead < 0xF0) {
    return {((lead & 0x0Fu) << 12) | ((byte(i + 1) & 0x3Fu) << 6) | (byte(i + 2) & 0x3Fu), 3};
  }
  return {((lead & 0x07u) << 18) | ((byte(i + 1) & 0x3Fu) << 12) | ((byte(i + 2) & 0x3Fu) << 6) |
              (byte(i + 3) & 0x3Fu),
          4};
}

struct KeywordText {
  std::string_view text;
  TokenKind kind;
};

constexpr KeywordText kKeywords[] = {
    {"if", TokenKind::If},
    {"in", TokenKind::In},
    {"is", TokenKind::Is},
    {"as", TokenKind::As},
    {"or", TokenKind::Or},
    {"and", TokenKind::And},
    {"not", TokenKind::Not},
    {"def", TokenKind::Def},
    {"del", TokenKind::Del},
    {"for", TokenKind::For},
    {"try", TokenKind::Try},
    {"else", TokenKind::Else},
    {"elif", TokenKind::Elif},
    {"from", TokenKind::From},
    {"None", TokenKind::None},
    {"True", TokenKind::True},
    {"pass", TokenKind::Pass},
    {"with", TokenKind::With},
    {"False", TokenKind::False},
    {"async", TokenKind::Async},
    {"await", TokenKind::Await},
    {"break", TokenKind::Break},
    {"class", TokenKind::Class},
    {"raise", TokenKind::Raise},
    {"while", TokenKind::While},
    {"yield", TokenKind::Yield},
    {"assert", TokenKind::Assert},
    {"except", TokenKind::Except},
    {"global", TokenKind::Global},
    {"import", TokenKind::Import},
    {"lambda", TokenKind::Lambda},
    {"return", TokenKind::Return},
    {"finally", TokenKind::Finally},
    {"continue", TokenKind::Continue},
    {"nonlocal", TokenKind::Nonlocal},
};

TokenKind keyword_or_name(std::string_view text) {
  if (text.size() < 2 || text.size() > 8) return TokenKind::Name;
  for (const KeywordText& keyword : kKeywords) {
    if (keyword.text == text) return keyword.kind;
  }
  return TokenKind::Name;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool continues_name(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

// --- names
// ----------------------------------------------------------------------------------------

Token Lexer::name_or_string() {
  bool b = false;
  bool u = false;
  bool r = false;
  bool f = false;
  for (;;) {  // a string's prefix, in any order and case
    const char c = lower(current());
    if (c == 'b' && !b && !u && !f) {
      b = true;
    } else if (c == 'u' && !b && !u && !r && !f) {
      u = true;
    } else if (c == 'r' && !r && !u) {
      r = true;
    } else if (c == 'f' && !f && !b && !u) {
      f = true;
    } else {
      break;
    }
    ++cursor_;
    if (current() == '"' || current() == '\'') return f ? fstring_start(r) : string_literal();
  }
  bool ascii = true;
  while (continues_name(current())) {
    ascii &= static_cast<unsigned char>(current()) < 0x80;
    ++cursor_;
  }
  if (!ascii) {
    for (std::size_t i = start_; i < cursor_;) {
      const Decoded decoded = decode_utf8(text_, i);
      const bool valid =
          decoded.code < 0x80 || (i == start_ ? contains(kIdentifierStart, decoded.code)
                                              : contains(kIdentifierContinue, decoded.code));
      if (!valid) return invalid_character(i);
      i += decoded.length;
    }
    return make(TokenKind::Name);
  }
  return make(keyword_or_name(std::string_view(text_).substr(start_, cursor_ - start_)));
}

Token Lexer::invalid_character(std::size_t at) {
  const Decoded decoded = decode_utf8(text_, at);
  char code[16];
  std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(decoded.code));
  cursor_ = at + decoded.length;
  if (contains(kNonPrintable, decoded.code)) {
    return fail(std::string("invalid non-printable character ") + code);
  }
  return fail("invalid character '" + text_.substr(at, decoded.length) + "' (" + code + ")");
}

// --- numbers
// --------------------------------------------------------------------------------------

/// What follows a number must not look like its continuation; a keyword may (`1if x else 2`).
Token Lexer::end_number(const char* kind_text) {
  const std::string_view rest = std::string_view(text_).substr(cursor_, 5);
  for (const std::string_view keyword : {"and", "else", "for", "if", "in", "is", "or", "not"}) {
    if (rest.substr(0, keyword.size()) == keyword) return make(TokenKind::Number);
  }
  if (continues_name(current())) return fail(std::string("invalid ") + kind_text + " literal");
  return make(TokenKind::Number);
}

/// Digits with single underscores between them. False: the error is set.
bool Lexer::decimal_tail() {
  for (;;) {
    while (is_digit(current())) ++cursor_;
    if (current() != '_') return true;
    ++cursor_;
    if (!is_digit(current())) {
      fail("invalid decimal literal");
      return false;
    }
  }
}

Token Lexer::number() {
  const char second = lower(at(cursor_ + 1));
  if (current() == '0') {
    if (second == 'x' || second == 'o' || second == 'b') return radix_digits(second);
    return zero_prefixed();
  }
  if (current() != '.' && !decimal_tail()) return next();
  return fraction_and_after();
}

Token Lexer::radix_digits(char prefix) {
  const char* name = prefix == 'x' ? "hexadecimal" : prefix == 'o' ? "octal" : "binary";
  const auto valid = [&](char c) {
    return prefix == 'x'   ? is_hex_digit(c)
           : prefix == 'o' ? c >= '0' && c <= '7'
                           : c == '0' || c == '1';
  };
  const auto bad_digit = [&] {
    ++cursor_;
    return fail(std::string("invalid digit '") + text_[cursor_ - 1] + "' in " + name + " literal");
  };
  cursor_ += 2;
  do {
    if (current() == '_') ++cursor_;
    if (!valid(current())) {
      if (is_digit(current())) return bad_digit();
      return fail(std::string("invalid ") + name + " literal");
    }
    while (valid(current())) ++cursor_;
  } while (current() == '_');
  if (is_digit(current())) return bad_digit();
  return end_number(name);
}

/// `0`, `00`, `0.5`, `0e1`; but not C's octal `0777`.
Token Lexer::zero_prefixed() {
  while (current() == '0' || current() == '_') {
    if (current() == '_') {
      ++cursor_;
      if (!is_digit(current())) return fail("invalid decimal literal");
    } else {
      ++cursor_;
    }
  }
  const std::size_t zeros_end = cursor_;
  const bool nonzero = is_digit(current());
  if (nonzero && !decimal_tail()) return next();
  const char c = lower(current());
  if (nonzero && c != '.' && c != 'e' && c != 'j') {
    return fail_at(start_line_, start_col_, column(zeros_end),
                   "leading zeros in decimal integer literals are not permitted; "
                   "use an 0o prefix for octal integers");
  }
  return fraction_and_after();
}

Token Lexer::fraction_and_after() {
  if (current() == '.') {
    ++cursor_;
    if (is_digit(current()) && !decimal_tail()) return next();
  }
  if (lower(current()) == 'e') return exponent_and_after();
  if (lower(current()) == 'j') return imaginary();
  return end_number("decimal");
}

Token Lexer::exponent_and_after() {
  const std::size_t letter = cursor_;
  ++cursor_;
  if (current() == '+' || current() == '-') {
    ++cursor_;
    if (!is_digit(current())) return fail("invalid decimal literal");
  } else if (!is_digit(current())) {
    cursor_ = letter;  // `1else` is a number and a keyword
    return end_number("decimal");
  }
  if (!decimal_tail()) return next();
  if (lower(current()) == 'j') return imaginary();
  return end_number("decimal");
}

Token Lexer::imaginary() {
  ++cursor_;
  return end_number("imaginary");
}

}  // namespace interleave::lang
