// What stands between brackets: integers, objects with __index__, slices.
//
// Not keys of dicts. Called on the thread that runs the code.
#pragma once

#include "vm/slice.h"
#include "vm/type.h"

namespace interleave::vm {

enum class IndexKind : std::uint8_t { Integer, TooLarge, Slice, Other };

/// What sort of index it is. Integer: *out is it. TooLarge: an int beyond 64 bits.
IndexKind index_kind(const Vm& vm, Value index, std::int64_t* out);
/// For IndexKind::Other, and slices whose bounds have a user's __index__: calls it (them) and goes
/// on with `after`, whose result is then an int (a slice of ints). Without __index__ raises
/// "<what> indices must be integers or slices, not str".
Value resolve_index(VmThread& t, const char* what, Value index, ContinuationFn after, Value state);
/// IndexError for IndexKind::TooLarge.
Value raise_index_too_large(VmThread& t);
/// Counts a negative index from the end. False: out of range.
bool clamp_to_size(std::int64_t* index, std::int64_t size);

}  // namespace interleave::vm
