// Calling: arguments into parameters, and what native functions need to read keyword arguments.
//
// The interpreter's loop has its own fast path; this is everything else. Called on the thread that
// runs the code.
// Not the pushing of frames (frames.h).
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

/// Fills a new frame's parameters from a call's arguments, with CPython's TypeError texts. False:
/// raised.
bool bind_arguments(VmThread& t, Function* function, const Args& args, Value* regs);

/// Checks count, keywords and class of self, then calls. Result as for NativeFn.
Value call_native(VmThread& t, NativeFunction* function, const Args& args);

/// Reads arguments by name for native functions that take keywords (kKeywords). `names` lists all
/// parameters; a name beginning with '*' starts the keyword-only ones and is otherwise skipped.
/// Values not given stay as they are in `out`. False: raised TypeError as CPython does. `required`:
/// how many must be given.
bool read_arguments(VmThread& t, const char* function, const Args& args, const char* const* names,
                    std::size_t count, std::size_t required, Value* out);

}  // namespace interleave::vm
