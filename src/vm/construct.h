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

/// As above with `extra` bytes of items, and room for attributes behind them.
template <typename T>
T* make_sized(VmThread& t, Type* type, std::size_t extra) {
  if (type->attrs_offset != kAttrsBehind) return t.make<T>(type, extra);
  const std::size_t items = (sizeof(T) + extra + 7) & ~std::size_t{7};
  return t.make<T>(type, items - sizeof(T) + sizeof(Attrs));
}

}  // namespace interleave::vm
