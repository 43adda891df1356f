// Helpers of the machine that are written in Python (src/vm/lib/prelude*.py).
//
// Not importable by programs; their frames are left out of tracebacks. Any thread that runs Python
// code.
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

/// The function of that name in one of the prelude files; aborts if there is none (our own bug).
Value prelude_function(VmThread& t, const char* name);

}  // namespace interleave::vm
