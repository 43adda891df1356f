// Numbers, escapes, tokens, lines: the small pieces below the parser.

#include "lang/literal.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/arena.h"
#include "lang/diagnostic.h"
#include "lang/lexer.h"
#include "lang/source.h"

namespace interleave::lang {
namespace {

Constant number(std::string_view text, Arena& arena) {
  Constant constant{};
  EXPECT_EQ(decode_number(text, arena, constant), std::nullopt) << text;
  return constant;
}

TEST(Numbers, Integers) {
  Arena arena;
  EXPECT_EQ(number("0", arena).integer, 0);
  EXPECT_EQ(number("00_0", arena).integer, 0);
  EXPECT_EQ(number("1_000_000", arena).integer, 1000000);
  EXPECT_EQ(number("0XfF", arena).integer, 255);
  EXPECT_EQ(number("0o1_7", arena).integer, 15);
  EXPECT_EQ(number("0B1_01", arena).integer, 5);
  EXPECT_EQ(number("9223372036854775807", arena).integer, INT64_MAX);
  EXPECT_EQ(number("0x7fffffffffffffff", arena).integer, INT64_MAX);
}

TEST(Numbers, IntegersBeyond64Bits) {
  Arena arena;
  const Constant decimal = number("9_223_372_036_854_775_808", arena);
  EXPECT_EQ(decimal.constant, ConstantKind::BigInt);
  EXPECT_EQ(decimal.base, 10);
  EXPECT_EQ(decimal.text, "9223372036854775808");
  const Constant hex = number("0X00FFFFFFFFFFFFFFFFFF", arena);
  EXPECT_EQ(hex.base, 16);
  EXPECT_EQ(hex.text, "ffffffffffffffffff");
  EXPECT_EQ(number("0o2000000000000000000000", arena).text, "10000000000000000");
  EXPECT_EQ(number("0b1" + std::string(64, '0'), arena).text, "10000000000000000");
  EXPECT_EQ(number("0b0" + std::string(63, '1'), arena).integer, INT64_MAX);
}

TEST(Numbers, FloatsAndImaginaries) {
  Arena arena;
  EXPECT_EQ(number("1.5", arena).real, 1.5);
  EXPECT_EQ(number("1_0.0_1", arena).real, 10.01);
  EXPECT_EQ(number(".5e-3", arena).real, 0.0005);
  EXPECT_EQ(number("5.", arena).real, 5.0);
  EXPECT_TRUE(std::isinf(number("1e400", arena).real));
  EXPECT_EQ(number("5e-324", arena).real, 5e-324);
  EXPECT_EQ(number("2.5J", arena).constant, ConstantKind::Complex);
  EXPECT_EQ(number("2.5J", arena).real, 2.5);
  EXPECT_EQ(number("007j", arena).real, 7.0);
}

std::string text(std::string_view body) {
  std::string out;
  const auto error = decode_text(body, out);
  return error ? "error " + *error : out;
}

TEST(Strings, Escapes) {
  EXPECT_EQ(text(R"(a\n\t\\\'\"b)"), "a\n\t\\'\"b");
  EXPECT_EQ(text(R"(\a\b\f\v\r)"), "\a\b\f\v\r");
  EXPECT_EQ(text("a\\\nb"), "ab");
  EXPECT_EQ(text(R"(\x41\u00e9\U0001F600)"), "Aé😀");
  EXPECT_EQ(text(R"(\101\7x\0)"), std::string("A\ax\0", 4));
  EXPECT_EQ(text(R"(\777)"), "\xC7\xBF");  // beyond a byte, it is a code point
  EXPECT_EQ(text(R"(\d\.\é)"), "\\d\\.\\é");
  EXPECT_EQ(text(R"(\ud83d\ude00)"), "\xED\xA0\xBD\xED\xB8\x80");  // not joined, as in CPython
}

TEST(Strings, EscapeErrors) {
  EXPECT_EQ(text(R"(ab\x4)"),
            "error (unicode error) 'unicodeescape' codec can't decode bytes in position 2-4: "
            "truncated \\xXX escape");
  EXPECT_EQ(text(R"(é\u12g4)"),
            "error (unicode error) 'unicodeescape' codec can't decode bytes in position 10-13: "
            "truncated \\uXXXX escape");
  EXPECT_EQ(text(R"(\U00110000)"),
            "error (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: "
            "illegal Unicode character");
}

TEST(Strings, Bytes) {
  std::string out;
  EXPECT_EQ(decode_bytes(R"(a\xff\101\u0041\400)", out), std::nullopt);
  EXPECT_EQ(out, std::string("a\xFF"
                             "A\\u0041\0",
                             10));
  EXPECT_EQ(decode_bytes(R"(a\x4)", out), "(value error) invalid \\x escape at position 1");
}

TEST(Strings, Prefixes) {
  EXPECT_EQ(split_string("'a'").body, "a");
  EXPECT_EQ(split_string("''").body, "");
  EXPECT_EQ(split_string("''''''").body, "");
  EXPECT_EQ(split_string("Rb'''a'b'''").body, "a'b");
  EXPECT_TRUE(split_string("Rb''").raw);
  EXPECT_TRUE(split_string("Rb''").bytes);
  EXPECT_TRUE(split_string("u''").unicode_prefix);
  EXPECT_FALSE(split_string("U''").unicode_prefix);
}

// --- lexer
// ----------------------------------------------------------------------------------------------

TEST(Lexer, FStringsAreTokensOfTheirOwn) {
  using K = TokenKind;
  Lexer lexer("f'a{b!r:>{c}}{{d'");
  std::vector<K> kinds;
  for (Token token = lexer.next(); token.kind != K::EndMarker; token = lexer.next()) {
    kinds.push_back(token.kind);
    ASSERT_NE(token.kind, K::Error);
  }
  const std::vector<K> expected = {
      K::FStringStart, K::FStringMiddle, K::LeftBrace,     K::Name,       K::Exclamation,
      K::Name,         K::FormatColon,   K::FStringMiddle, K::LeftBrace,  K::Name,
      K::RightBrace,   K::RightBrace,    K::FStringMiddle, K::FStringEnd, K::Newline};
  EXPECT_EQ(kinds, expected);
}

TEST(Lexer, StaysAtTheEnd) {
  Lexer lexer("if a:\n  b");
  int dedents = 0;
  Token token = lexer.next();
  for (; token.kind != TokenKind::EndMarker; token = lexer.next()) {
    dedents += token.kind == TokenKind::Dedent;
  }
  EXPECT_EQ(dedents, 1);
  EXPECT_EQ(lexer.next().kind, TokenKind::EndMarker);
  Lexer broken("'");
  EXPECT_EQ(broken.next().kind, TokenKind::Error);
  EXPECT_EQ(broken.next().kind, TokenKind::Error);
}

// --- lines and diagnostics
// --------------------------------------------------------------------------------

TEST(LineTable, LinesAndColumns) {
  const LineTable lines("a\r\nb\rçd\n\nlast");
  EXPECT_EQ(lines.line_count(), 5);
  EXPECT_EQ(lines.line_text(1), "a");
  EXPECT_EQ(lines.line_text(2), "b");
  EXPECT_EQ(lines.line_text(3), "çd");
  EXPECT_EQ(lines.line_text(4), "");
  EXPECT_EQ(lines.line_text(5), "last");
  EXPECT_EQ(lines.line_text(6), "");
  EXPECT_EQ(lines.line_text(0), "");
  EXPECT_EQ(lines.character_column(3, 2), 1);
  EXPECT_EQ(lines.character_column(3, 99), 2);
}

TEST(Diagnostic, IsPrintedAsCPythonDoes) {
  const std::string source = "def f():\n    foo(a b)\n";
  const Diagnostic range{
      DiagnosticKind::SyntaxError, "invalid syntax. Perhaps you forgot a comma?", 2, 9, 2, 12};
  EXPECT_EQ(format_diagnostic(range, "main.py", source),
            "  File \"main.py\", line 2\n    foo(a b)\n        ^^^\n"
            "SyntaxError: invalid syntax. Perhaps you forgot a comma?\n");
  const Diagnostic point{DiagnosticKind::SyntaxError, "'(' was never closed", 2, 8, 2, 0};
  EXPECT_EQ(
      format_diagnostic(point, "main.py", source),
      "  File \"main.py\", line 2\n    foo(a b)\n       ^\nSyntaxError: '(' was never closed\n");
  const Diagnostic lines{DiagnosticKind::SyntaxError, "m", 2, 5, 3, 2};  // to the first line's end
  EXPECT_EQ(format_diagnostic(lines, "main.py", source),
            "  File \"main.py\", line 2\n    foo(a b)\n    ^^^^^^^^\nSyntaxError: m\n");
  const Diagnostic left{DiagnosticKind::TabError, "m", 2, 1, 2, 0};  // no caret left of the text
  EXPECT_EQ(format_diagnostic(left, "main.py", source),
            "  File \"main.py\", line 2\n    foo(a b)\nTabError: m\n");
}

TEST(Diagnostic, CaretsCountCharacters) {
  const Diagnostic range{DiagnosticKind::SyntaxError, "m", 1, 5, 1, 8};
  EXPECT_EQ(format_diagnostic(range, "x", "é é é é"),
            "  File \"x\", line 1\n    é é é é\n        ^^^\nSyntaxError: m\n");
}

}  // namespace
}  // namespace interleave::lang
