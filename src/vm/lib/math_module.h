// The functions of the math module, by file: math.cpp (floats), math_integer.cpp (ints, iterables).
//
// Called on the thread that runs the code.
// Not arithmetic operators (number.h).
#pragma once

#include <span>

#include "vm/native.h"

namespace interleave::vm {

std::span<const NativeDef> math_integer_functions();
/// Hands the call to Python, which replaces objects with a __float__ or __index__ of their own by
/// numbers and calls math.<name> again. Raises TypeError `text` (with the type's name put in for
/// %s) if the argument has neither.
Value math_with_numbers(VmThread& t, const char* name, const Args& args, Value bad, bool integers);
/// float(v) of a number; false: raised, or pending by math_with_numbers().
bool math_double(VmThread& t, const char* name, const Args& args, Value v, double* out);
bool math_integer(VmThread& t, const char* name, const Args& args, Value v);

}  // namespace interleave::vm
