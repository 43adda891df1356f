// Making instances of built-in classes and of classes written in Python that derive from them.
//
// Not for layouts of variable size (tuple, str). Called on the thread that runs the code.
#pragma once

#include <algorithm>

#include "vm/thread.h"
#include "vm/type.h"

namespace interleave::vm {

/// Zeroed, with room for the attributes a Python class adds behind the built-in layout.
template <typename T>
T* make_of(VmThread& t, Type* type) {
  const std::size_t bytes = std::max<std::size_t>(type->size, sizeof(T));
  return t.make<T>(type, bytes - sizeof(T));
}

}  // namespace interleave::vm
