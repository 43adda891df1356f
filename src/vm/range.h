// Python's range: an arithmetic progression that is never written out.
//
// Bounds may be big integers. Called on the thread that runs the code.
#pragma once

#include "vm/thread.h"
#include "vm/vm.h"

namespace interleave::vm {

/// All three ints; a zero step raises ValueError.
Value range_new(VmThread& t, Value start, Value stop, Value step);
/// True if start, stop, step and length fit 64 bits with room to spare.
bool range_small(const Range* range, std::int64_t* start, std::int64_t* step, std::int64_t* length);
/// range[index], range[slice].
Value range_getitem(VmThread& t, Range* range, Value index);
/// value in range, for any value that is comparable natively; a bool, raised or pending.
Value range_contains(VmThread& t, Range* range, Value v);

}  // namespace interleave::vm
