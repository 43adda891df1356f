// Source text in, syntax tree or one diagnostic out.
//
// Not the whole front end: scoping rules and 'return' outside a function belong to the symbol table
// and the compiler. Stops at the first error. Keeps no state between calls: any thread, each with
// an arena of its own.
#pragma once

#include <optional>
#include <string_view>

#include "base/arena.h"
#include "lang/diagnostic.h"
#include "lang/tree.h"

namespace interleave::lang {

struct ParseResult {
  const Module* module = nullptr;  // null when there is an error
  std::optional<Diagnostic> error;
};

/// Parses a program in UTF-8. The tree lies in `arena` and does not refer to `source`.
/// No tree is deeper than limits::kTreeDepth, so a recursive walk over it is safe.
ParseResult parse(std::string_view source, Arena& arena);

/// The same for a single expression (`eval`): the module then holds exactly one ExprStmt.
ParseResult parse_expression(std::string_view source, Arena& arena);

}  // namespace interleave::lang
