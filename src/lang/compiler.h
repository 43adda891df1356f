// Syntax tree in, code objects out: scopes, constant folding, instructions, exception table,
// places.
//
// Neither parses nor runs anything, and knows no heap. Reports at most one diagnostic, the first in
// CPython's order. Keeps no state between calls: any thread. Recursion follows the tree, whose
// depth the parser bounds.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "lang/code.h"
#include "lang/diagnostic.h"
#include "lang/tree.h"

namespace interleave::lang {

struct CompileResult {
  std::unique_ptr<Code> code;  // of the module; null when there is an error
  std::optional<Diagnostic> error;
};

struct CompileOptions {
  bool library = false;     // sets kLibrary on every Code: not the user's program
  bool expression = false;  // `eval`: the module is one expression, whose value the Code returns
  // The text of the program, for a diagnostic's columns in characters; without it they are bytes.
  std::string_view source = {};
};

/// Compiles a finished tree, which is needed only during the call.
CompileResult compile(const Module& module, std::string_view filename,
                      const CompileOptions& options = {});

/// Parses and compiles a program in UTF-8 (`options.source` is ignored).
CompileResult compile_source(std::string_view source, std::string_view filename,
                             CompileOptions options = {});

}  // namespace interleave::lang
