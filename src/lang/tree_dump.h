// A tree as one line of text, in the manner of Python's ast.dump: for tests and for debugging.
//
// Not a format to be read back. Recursive: for trees that parse() has accepted. Pure: any thread.
#pragma once

#include <string>
#include <string_view>

#include "lang/tree.h"

namespace interleave::lang {

/// `Assign(targets=[Name(id='x', ctx=Store)], value=Constant(1))`. With positions, each node that
/// has one ends in `@line:col-end_line:end_col`.
std::string dump_tree(const Node* node, bool positions = false);

/// The node's name in CPython's `ast`: "BinOp", "Expr" (the statement), "arg", …
std::string_view node_name(NodeKind kind);

}  // namespace interleave::lang
