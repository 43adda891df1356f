// str.format: replacement fields.
//
// Not format specifications (format_spec.h). Called on the thread that runs the code.
#pragma once

#include "vm/native.h"

namespace interleave::vm {

/// str.format(*args, **kwargs).
Value native_str_format(VmThread& t, const Args& args);
/// str.format_map(mapping).
Value native_str_format_map(VmThread& t, const Args& args);
/// _il.format_pieces(text): [(literal, field or None, conversion or None, spec), …].
Value native_format_pieces(VmThread& t, const Args& args);
/// _il.format_field(name): (first, [(is_attribute, name or index), …]); first is '' or an int or a
/// str.
Value native_format_field(VmThread& t, const Args& args);

}  // namespace interleave::vm
