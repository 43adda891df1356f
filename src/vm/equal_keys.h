// Equality of the keys of dicts and sets that are neither text nor numbers.
//
// Not a comparison of its own: where nothing is known at once, compare.h's decides. Any thread that
// runs Python code.
#pragma once

#include "vm/compare.h"
#include "vm/value.h"
#include "vm/vm.h"

namespace interleave::vm {

/// As equal_native(), quick for tuples of small ints.
inline Truth equal_keys(VmThread& t, Value a, Value b) {
  if (!a.is_object() || !b.is_object() || a.object()->type != t.vm.types.tuple ||
      b.object()->type != t.vm.types.tuple) {
    return equal_native(t, a, b);
  }
  const auto* x = static_cast<const Tuple*>(a.object());
  const auto* y = static_cast<const Tuple*>(b.object());
  if (x->size != y->size) return Truth::False;
  for (std::uint32_t i = 0; i < x->size; ++i) {
    const Value v = x->items()[i];
    const Value w = y->items()[i];
    if (v == w) continue;
    if (both_ints(v, w)) return Truth::False;
    return equal_native(t, a, b);
  }
  return Truth::True;
}

}  // namespace interleave::vm
