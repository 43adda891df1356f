// What is wrong with a program's text, as a value, and how CPython would print it.
//
// Not an exception and not a log: the front end returns at most one and stops there.
// Plain data and pure functions: any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interleave::lang {

enum class DiagnosticKind : std::uint8_t { SyntaxError, IndentationError, TabError };

/// The attributes of a SyntaxError. Lines count from 1; columns are 1-based characters (code
/// points), as in SyntaxError.offset; an end column is one past the last character. col 0: no
/// caret; end_line or end_col 0 or less: unknown, a single caret.
struct Diagnostic {
  DiagnosticKind kind = DiagnosticKind::SyntaxError;
  std::string message;
  std::int32_t line = 0;
  std::int32_t col = 0;
  std::int32_t end_line = 0;
  std::int32_t end_col = 0;
};

/// "SyntaxError", "IndentationError" or "TabError".
std::string_view kind_name(DiagnosticKind kind);

/// The text of a traceback's last entry, each line ending in a newline:
/// `  File "main.py", line 3\n    foo(\n       ^\nSyntaxError: …\n`.
/// `source` is the whole program; the place is left out when the line does not exist.
std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view filename,
                              std::string_view source);

}  // namespace interleave::lang
