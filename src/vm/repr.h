// repr(), str() and ascii() of any value.
//
// Not format specifications (format.h). Natively as long as only built-in classes are inside;
// otherwise by a helper written in Python. Called on the thread that runs the code.
#pragma once

#include <string>

#include "vm/compare.h"

namespace interleave::vm {

/// repr(v): a Str, raised or pending.
Value repr_value(VmThread& t, Value v);
/// str(v): a Str, raised or pending.
Value str_value(VmThread& t, Value v);
/// Appends repr(v) as UTF-8; Python: needs a user's __repr__ (nothing appended that counts); Error:
/// raised.
Truth repr_native(VmThread& t, Value v, std::string* out, int depth = 0);

/// What the built-in class of `v` says, whatever its Python subclass overrides: a Str, raised or
/// pending.
Value container_repr(VmThread& t, Value v);

}  // namespace interleave::vm
