// Checks a Code by walking through every path of it, without running anything.
//
// Not part of a normal run: a test's tool, and the fuzzer's. Pure function: any thread.
#pragma once

#include <optional>
#include <string>

#include "lang/code.h"

namespace interleave::lang {

/// What is wrong with the code or one nested in it, or nothing: on every path the stack never goes
/// below empty or above stack_size, paths that meet agree on its depth, handlers find the depth
/// they expect, every arg is in range, LOAD_FAST only sees bound locals, no path runs off the end.
std::optional<std::string> verify(const Code& code);

}  // namespace interleave::lang
