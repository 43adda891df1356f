// "Did you mean: 'append'?" and which part of a line to underline.
//
// Only text for tracebacks. Called on the thread the exception belongs to.
// Not the traceback itself (traceback.h).
#pragma once

#include <string>
#include <string_view>

#include "lang/code.h"
#include "vm/thread.h"

namespace interleave::vm {

/// ". Did you mean: 'x'?" for a NameError or AttributeError with a near miss; else empty.
std::string suggestion_for(VmThread& t, Exception* e);
/// The operator of a binary operation or the bracket of a subscript within the text of the
/// expression, byte offsets; false for other instructions.
bool anchor_in_segment(const lang::Code& code, std::uint32_t instruction, std::string_view segment,
                       std::size_t* from, std::size_t* to);
/// A line of a library module written in Python; empty if there is none.
std::string_view library_line(std::string_view filename, int line);

}  // namespace interleave::vm
