// The words of the language as the lexer hands them to the parser.
//
// Internal to src/lang. Plain data: any thread.
// Not a tree node and not the lexer itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace interleave::lang {

enum class TokenKind : std::uint8_t {
  EndMarker,
  Error,  // the lexer's diagnostic is set; nothing follows
  Newline,
  Indent,
  Dedent,
  Name,
  Number,
  String,
  FStringStart,   // prefix and opening quotes
  FStringMiddle,  // literal text between replacement fields, escapes and doubled braces as written
  FStringEnd,
  // keywords
  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
  // operators and delimiters
  LeftParen,
  RightParen,
  LeftBracket,
  RightBracket,
  LeftBrace,
  RightBrace,
  Colon,
  FormatColon,  // the colon before a replacement field's format spec
  Comma,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  ColonEqual,
  Exclamation,
  Equal,
  EqEqual,
  NotEqual,
  LessGreater,  // `<>`: a token that no rule takes
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Plus,
  Minus,
  Star,
  DoubleStar,
  Slash,
  DoubleSlash,
  Percent,
  At,
  Ampersand,
  VerticalBar,
  Circumflex,
  Tilde,
  LeftShift,
  RightShift,
  PlusEqual,
  MinusEqual,
  StarEqual,
  SlashEqual,
  PercentEqual,
  AtEqual,
  AmpersandEqual,
  VerticalBarEqual,
  CircumflexEqual,
  LeftShiftEqual,
  RightShiftEqual,
  DoubleStarEqual,
  DoubleSlashEqual,
  Unknown,  // `$`, `?`, a backquote: a token that no rule takes
};

/// Lines count from 1; columns are 0-based bytes. `text` lies in the lexer's buffer.
struct Token {
  TokenKind kind = TokenKind::EndMarker;
  std::uint8_t level = 0;  // open brackets after this token
  std::int32_t line = 0;
  std::int32_t col = 0;
  std::int32_t end_line = 0;
  std::int32_t end_col = 0;
  std::string_view text;
};

}  // namespace interleave::lang
