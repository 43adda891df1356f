// Python's slice objects and what they mean for a sequence of a given length.
//
// Not taking the items themselves (list.h, tuple.h …). Called on the thread that runs the code.
#pragma once

#include "vm/thread.h"
#include "vm/vm.h"

namespace interleave::vm {

Slice* slice_new(VmThread& t, Value start, Value stop, Value step);

struct SliceIndices {
  std::int64_t start = 0, stop = 0, step = 1;
  std::int64_t count = 0;  // items selected
};
/// What the slice selects of `length` items (PySlice_AdjustIndices). False: raised (step 0, or
/// bounds that are neither int nor None); objects with __index__ are not resolved here, see
/// slice_needs_python().
bool slice_indices(VmThread& t, const Slice* slice, std::int64_t length, SliceIndices* out);
/// A bound has a user's __index__: call prelude function "slice_resolved" on the slice first.
bool slice_needs_python(const Vm& vm, const Slice* slice);

}  // namespace interleave::vm
