// Python's tuple: immutable, so its items are plain words once it has been published.
//
// Not its methods (lib/sequence_types.cpp). Called on the thread that runs the code.
#pragma once

#include "vm/thread.h"
#include "vm/vm.h"

namespace interleave::vm {

/// `size` empty items, to be filled before anybody else sees it. Big ones: ask t.can_allocate()
/// first.
Tuple* tuple_new(VmThread& t, std::uint32_t size);
Tuple* tuple_from(VmThread& t, const Value* items, std::size_t count);
Tuple* tuple_of(VmThread& t, std::initializer_list<Value> items);
/// tuple[index], tuple[slice]: raised when out of range; pending when the index is an object with
/// __index__.
Value tuple_getitem(VmThread& t, Tuple* tuple, Value index);
/// False: out of range (nothing raised).
inline bool tuple_get(const Tuple* tuple, std::int64_t i, Value* out) {
  if (i < 0) i += tuple->size;
  if (i < 0 || i >= tuple->size) return false;
  *out = tuple->items()[i];
  return true;
}
Value tuple_concat(VmThread& t, const Tuple* a, const Tuple* b);
Value tuple_repeat(VmThread& t, Tuple* tuple, std::int64_t times);

}  // namespace interleave::vm
