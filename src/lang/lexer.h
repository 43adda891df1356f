// Source text to tokens, one at a time, with CPython's rules for indentation and its error texts.
//
// Internal to src/lang. Lazy on purpose: an error later in the file must not hide a syntax error
// before it. Owns a normalised copy of the source ("\n" line ends, no byte order mark, a final
// newline), into which all tokens point. One thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/diagnostic.h"
#include "lang/token.h"

namespace interleave::lang {

/// A bracket that has not been closed yet.
struct OpenBracket {
  char bracket = '(';
  bool field = false;  // the `{` of an f-string's replacement field
  std::int32_t line = 0;
  std::int32_t col = 0;
};

class Lexer {
 public:
  explicit Lexer(std::string_view source);

  /// The next token. After EndMarker: EndMarker again. After Error: Error again.
  Token next();

  /// Set once an Error token has been handed out.
  const std::optional<Diagnostic>& error() const { return error_; }
  /// The error is the end of the file inside brackets; the innermost one is then
  /// open_brackets().back().
  bool ended_in_bracket() const { return ended_in_bracket_; }
  /// An error that CPython's tokenizer only reports when the parser asks for that very token.
  bool error_is_soft() const { return error_is_soft_; }
  const std::vector<OpenBracket>& open_brackets() const { return brackets_; }

  /// Where the last token left the cursor: line, and 0-based byte column.
  std::int32_t cursor_line() const { return cursor_line_; }
  std::int32_t cursor_col() const { return cursor_col_; }

  /// The text of a line (from 1) of the normalised source, without its end.
  std::string_view line_text(std::int32_t line) const;

 private:
  struct FString {
    char quote = '"';
    std::uint8_t quote_size = 1;
    bool raw = false;
    bool in_text = true;  // reading literal text (or a format spec), not an expression
    int fields = 0;       // open replacement fields: one, more inside format specs
    std::int32_t line = 0;
    std::int32_t col = 0;
  };
  struct Indent {
    int col = 0;
    int alternate = 0;  // with tabs counted as one column: both must agree
  };

  // lexer.cpp
  Token regular_token();
  bool read_indentation();
  bool measure_indentation(Indent& indent);
  bool apply_indentation(const Indent& indent);
  bool skip_continuation();
  void skip_blanks();
  Token end_of_file();
  Token operator_token();
  Token opening(TokenKind kind);
  Token closing(TokenKind kind);
  Token newline_token();
  Token fail(std::string message);
  Token fail_at(std::int32_t line, std::int32_t col, std::int32_t end_col, std::string message,
                DiagnosticKind kind = DiagnosticKind::SyntaxError);
  Token make(TokenKind kind);
  Token make_unplaced(TokenKind kind);
  void mark_start();
  void count_newline();
  bool check_source(std::string_view source);

  // lexer_words.cpp: names, keywords, numbers
  Token name_or_string();
  Token invalid_character(std::size_t at);
  Token number();
  Token zero_prefixed();
  Token radix_digits(char prefix);
  Token fraction_and_after();
  Token exponent_and_after();
  Token imaginary();
  Token end_number(const char* kind_text);
  bool decimal_tail();

  // lexer_strings.cpp
  Token string_literal();
  Token fstring_start(bool raw);
  Token fstring_text();
  bool fstring_text_end(const FString& mode) const;
  void skip_text_escape(bool raw);
  Token unterminated(const char* what, std::int32_t line, std::int32_t col, bool triple);

  char at(std::size_t index) const { return index < text_.size() ? text_[index] : '\0'; }
  char current() const { return at(cursor_); }
  std::int32_t column(std::size_t index) const {
    return static_cast<std::int32_t>(index) - static_cast<std::int32_t>(line_start_);
  }

  std::string text_;
  std::size_t cursor_ = 0;
  std::size_t line_start_ = 0;
  std::int32_t line_ = 1;
  bool at_line_start_ = true;
  bool ended_in_bracket_ = false;
  bool error_is_soft_ = false;
  int pending_ = 0;  // Indent tokens to hand out (Dedent when negative)
  std::vector<Indent> indents_{Indent{}};
  std::vector<OpenBracket> brackets_;
  std::vector<FString> fstrings_;
  std::optional<Diagnostic> error_;

  // the token being read
  std::size_t start_ = 0;
  std::int32_t start_line_ = 1;
  std::int32_t start_col_ = 0;

  std::int32_t cursor_line_ = 1;
  std::int32_t cursor_col_ = 0;
};

}  // namespace interleave::lang
