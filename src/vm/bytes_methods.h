// The table of methods that bytes and bytearray share.
//
// The methods are called on the thread that runs the code.
// Not the layout and the operators of bytes (bytes.h).
#pragma once

#include <span>

#include "vm/native.h"

namespace interleave::vm {

std::span<const NativeDef> bytes_methods();

}  // namespace interleave::vm
