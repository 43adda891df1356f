// Code objects as text, in the form of Python's `dis` module.
//
// For reading, not for loading again. Pure function: any thread.
#pragma once

#include <string>

#include "lang/code.h"

namespace interleave::lang {

/// Per instruction: source line where it changes, `>>` at jump targets, index, name, arg, and what
/// the arg stands for; then the exception table, then the nested code objects. Ends in a newline.
std::string disassemble(const Code& code);

/// What an instruction's arg stands for: a name, a constant, `to 12`; empty if the arg says it all.
std::string resolved_argument(const Code& code, const Instruction& instruction);

}  // namespace interleave::lang
