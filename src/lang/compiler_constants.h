// Constants at compile time: equality as code objects need it, and arithmetic on them.
//
// Private to the compiler. Folds only what surely gives the value the machine would compute and
// whose result stays small; everything else is left to run time. Pure functions: any thread.
// Not folding (compiler_fold.cpp).
#pragma once

#include <optional>
#include <string>

#include "lang/code.h"
#include "lang/tree.h"

namespace interleave::lang {

/// Same type and value, bit for bit: 1, 1.0 and True differ, and so do 0.0 and -0.0.
bool same_constant(const CodeConstant& a, const CodeConstant& b);

/// Equal keys exactly for same_constant() values.
std::string constant_key(const CodeConstant& constant);

/// Truth value as `bool()` tells it.
bool constant_truth(const CodeConstant& constant);

CodeConstant make_constant(CodeConstant::Kind kind);
CodeConstant make_int(std::int64_t value);
CodeConstant make_str(std::string_view text);

/// The literal's value.
CodeConstant from_literal(const Constant& literal);

std::optional<CodeConstant> fold_unary(UnaryOperator op, const CodeConstant& operand);
std::optional<CodeConstant> fold_binary(Operator op, const CodeConstant& left,
                                        const CodeConstant& right);
std::optional<CodeConstant> fold_subscript(const CodeConstant& value, const CodeConstant& index);

/// As `repr()` shows it; for the disassembler. A Code shows as `<code object NAME>`.
std::string constant_repr(const CodeConstant& constant);

}  // namespace interleave::lang
