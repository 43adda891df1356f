#include "lang/diagnostic.h"

#include <algorithm>

#include "lang/source.h"

namespace interleave::lang {

std::string_view kind_name(DiagnosticKind kind) {
  switch (kind) {
    case DiagnosticKind::SyntaxError: return "SyntaxError";
    case DiagnosticKind::IndentationError: return "IndentationError";
    case DiagnosticKind::TabError: return "TabError";
  }
  return "SyntaxError";
}

namespace {

/// The line and its carets, as CPython's print_error_text() has them.
std::string source_and_carets(const Diagnostic& diagnostic, std::string_view text) {
  const auto length = static_cast<std::int32_t>(count_characters(text));
  std::int32_t offset = diagnostic.col;
  std::int32_t end = diagnostic.end_col;
  if (diagnostic.end_line > diagnostic.line) end = length + 1;  // shown up to the first line's end
  const bool one = diagnostic.kind == DiagnosticKind::IndentationError;
  const std::int32_t carets = !one && end > 0 && end > offset ? end - offset : 1;
  std::size_t blanks = 0;
  while (blanks < text.size() &&
         (text[blanks] == ' ' || text[blanks] == '\t' || text[blanks] == '\f')) {
    ++blanks;
  }
  std::string out = "    " + std::string(text.substr(blanks)) + "\n";
  const std::int32_t stripped = length - static_cast<std::int32_t>(blanks);
  offset = std::min(offset - 1 - static_cast<std::int32_t>(blanks), stripped);
  if (offset < 0) return out;
  out += "    " + std::string(static_cast<std::size_t>(offset), ' ') +
         std::string(static_cast<std::size_t>(carets), '^') + "\n";
  return out;
}

}  // namespace

std::string format_diagnostic(const Diagnostic& diagnostic, std::string_view filename,
                              std::string_view source) {
  std::string out =
      "  File \"" + std::string(filename) + "\", line " + std::to_string(diagnostic.line) + "\n";
  const LineTable lines(source);
  if (diagnostic.line >= 1 && diagnostic.line <= lines.line_count()) {
    const std::string_view text = lines.line_text(diagnostic.line);
    if (!text.empty()) out += source_and_carets(diagnostic, text);
  }
  out += std::string(kind_name(diagnostic.kind)) + ": " + diagnostic.message + "\n";
  return out;
}

}  // namespace interleave::lang
