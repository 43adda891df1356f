// import: modules of the library, native or written in Python, and nothing else.
//
// Results as for NativeFn: a module written in Python runs its body first (pending). Called on the
// thread that runs the code.
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

/// import a.b.c / from a.b import …
Value import_name(VmThread& t, Str* name, Value level, Value from_list);
Value import_from(VmThread& t, Value module, Str* name);
Value import_star(VmThread& t, Value module, Dict* names);

}  // namespace interleave::vm
