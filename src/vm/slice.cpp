#include "vm/slice.h"

#include "vm/errors.h"
#include "vm/index.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

bool has_user_index(const Vm& vm, Value v) {
  if (v.is_number() || v == none() || is_int_like(v)) return false;
  return v.is_object() && !special(class_of(vm, v), Special::Index).empty();
}

/// None, or a number of any size clamped to 64 bits. False: raised.
bool bound(VmThread& t, Value v, std::int64_t* out) {
  if (v == none()) return true;
  if (is_int_like(v)) {
    if (!to_int64(v, out)) *out = int_sign(v) < 0 ? INT64_MIN : INT64_MAX;
    return true;
  }
  raise_type_error(t, "slice indices must be integers or None or have an __index__ method");
  return false;
}

std::int64_t clamp_bound(std::int64_t v, std::int64_t length, bool backwards) {
  if (v < 0) {
    v = v < -length ? -1 : v + length;
    if (v < 0) return backwards ? -1 : 0;
  }
  if (v >= length) return backwards ? length - 1 : length;
  return v;
}

}  // namespace

Slice* slice_new(VmThread& t, Value start, Value stop, Value step) {
  auto* slice = t.make<Slice>(t.vm.types.slice);
  slice->start = start;
  slice->stop = stop;
  slice->step = step;
  return slice;
}

bool slice_indices(VmThread& t, const Slice* slice, std::int64_t length, SliceIndices* out) {
  std::int64_t step = 1;
  if (!bound(t, slice->step, &step)) return false;
  if (step == 0) {
    raise_value_error(t, "slice step cannot be zero");
    return false;
  }
  if (step == INT64_MIN) step = -INT64_MAX;
  const bool backwards = step < 0;
  std::int64_t start = backwards ? length - 1 : 0;
  std::int64_t stop = backwards ? -1 : length;
  if (slice->start != none()) {
    if (!bound(t, slice->start, &start)) return false;
    start = clamp_bound(start, length, backwards);
  }
  if (slice->stop != none()) {
    if (!bound(t, slice->stop, &stop)) return false;
    stop = clamp_bound(stop, length, backwards);
  }
  std::int64_t count = 0;
  if (backwards) {
    if (stop < start) count = (start - stop - 1) / -step + 1;
  } else if (start < stop) {
    count = (stop - start - 1) / step + 1;
  }
  *out = {start, stop, step, count};
  return true;
}

bool slice_needs_python(const Vm& vm, const Slice* slice) {
  return has_user_index(vm, slice->start) || has_user_index(vm, slice->stop) ||
         has_user_index(vm, slice->step);
}

IndexKind index_kind(const Vm&, Value index, std::int64_t* out) {
  if (index.is_int()) {
    *out = index.as_int();
    return IndexKind::Integer;
  }
  if (!index.is_object()) return IndexKind::Other;
  if (index.object()->type->kind == Kind::Slice) return IndexKind::Slice;
  if (!is_int_like(index)) return IndexKind::Other;
  return to_int64(index, out) ? IndexKind::Integer : IndexKind::TooLarge;
}

Value resolve_index(VmThread& t, const char* what, Value index, ContinuationFn after, Value state) {
  if (index.is_object() && index.object()->type->kind == Kind::Slice) {
    return pending_call(t, prelude_function(t, "slice_resolved"), {index}, {after, state});
  }
  const Value hook = special(class_of(t.vm, index), Special::Index);
  if (hook.empty()) {
    return raise_type_error(t, "%s indices must be integers or slices, not %s", what,
                            type_name(t.vm, index).c_str());
  }
  return pending_call(t, prelude_function(t, "call_index"), {index}, {after, state});
}

Value raise_index_too_large(VmThread& t) {
  return raise_index_error(t, "cannot fit 'int' into an index-sized integer");
}

bool clamp_to_size(std::int64_t* index, std::int64_t size) {
  if (*index < 0) *index += size;
  return *index >= 0 && *index < size;
}

}  // namespace interleave::vm
