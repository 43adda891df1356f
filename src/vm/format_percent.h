// Private natives behind the % operator, for prelude_text.py.
//
// Not percent_format() itself (format.h). Called on the thread that runs the code.
#pragma once

#include "vm/native.h"

namespace interleave::vm {

/// _il.percent_items(format): [(key or None, type, number of stars), …]; raises as % does.
Value native_percent_items(VmThread& t, const Args& args);
/// _il.percent_apply(format, values): all values resolved, in the order in which they are used.
Value native_percent_apply(VmThread& t, const Args& args);

}  // namespace interleave::vm
