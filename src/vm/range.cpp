#include "vm/range.h"

#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/index.h"
#include "vm/number.h"
#include "vm/prelude.h"

namespace interleave::vm {

using lang::BinaryOp;
using lang::CompareOp;

namespace {

constexpr std::int64_t kRoom = std::int64_t{1} << 61;

bool fits(Value v, std::int64_t* out) { return to_int64(v, out) && *out > -kRoom && *out < kRoom; }

Value add(VmThread& t, Value a, Value b) { return number_binary(t, BinaryOp::Add, a, b); }
Value sub(VmThread& t, Value a, Value b) { return number_binary(t, BinaryOp::Subtract, a, b); }
Value mul(VmThread& t, Value a, Value b) { return number_binary(t, BinaryOp::Multiply, a, b); }
bool less(Value a, Value b) {
  bool result = false;
  return number_compare(a, b, CompareOp::Lt, &result) && result;
}

/// How many numbers there are, with ints of any size.
Value length_of_range(VmThread& t, Value start, Value stop, Value step) {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t by = 0;
  if (fits(start, &from) && fits(stop, &to) && fits(step, &by)) {
    if (by > 0) return int_value(t, from < to ? (to - from - 1) / by + 1 : 0);
    return int_value(t, to < from ? (from - to - 1) / -by + 1 : 0);
  }
  const bool up = int_sign(step) > 0;
  const Value low = up ? start : stop;
  const Value high = up ? stop : start;
  if (!less(low, high)) return Value::small_int(0);
  const Value one = Value::small_int(1);
  const Value width = sub(t, sub(t, high, low), one);
  const Value size = up ? step : number_unary(t, UnaryOp::Negative, step);
  return add(t, number_binary(t, BinaryOp::FloorDivide, width, size), one);
}

/// start + i * step.
Value item(VmThread& t, const Range* range, Value i) {
  return add(t, range->start, mul(t, i, range->step));
}

Value after_index(VmThread& t, Value index, Value state) {
  return range_getitem(t, static_cast<Range*>(state.object()), index);
}

Value range_at(VmThread& t, const Range* range, Value index) {
  if (int_sign(index) < 0) index = add(t, index, range->length);
  if (int_sign(index) < 0 || !less(index, range->length)) {
    return raise_index_error(t, "range object index out of range");
  }
  return item(t, range, index);
}

Value range_slice(VmThread& t, Range* range, const Slice* slice) {
  std::int64_t length = 0;
  if (!to_int64(range->length, &length)) {
    return raise(t, t.vm.types.OverflowError, "Python int too large to convert to C ssize_t");
  }
  SliceIndices at;
  if (!slice_indices(t, slice, length, &at)) return Value();
  return range_new(t, item(t, range, int_value(t, at.start)), item(t, range, int_value(t, at.stop)),
                   mul(t, range->step, int_value(t, at.step)));
}

}  // namespace

Value range_new(VmThread& t, Value start, Value stop, Value step) {
  if (int_sign(step) == 0) return raise_value_error(t, "range() arg 3 must not be zero");
  auto* range = t.make<Range>(t.vm.types.range);
  range->start = int_exact(t, start);
  range->stop = int_exact(t, stop);
  range->step = int_exact(t, step);
  range->length = length_of_range(t, range->start, range->stop, range->step);
  return range->length.empty() ? Value() : Value(range);
}

bool range_small(const Range* range, std::int64_t* start, std::int64_t* step,
                 std::int64_t* length) {
  std::int64_t stop = 0;
  return fits(range->start, start) && fits(range->step, step) && fits(range->length, length) &&
         fits(range->stop, &stop);
}

Value range_getitem(VmThread& t, Range* range, Value index) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::TooLarge:
    case IndexKind::Integer: return range_at(t, range, int_exact(t, index));
    case IndexKind::Slice: {
      auto* slice = static_cast<Slice*>(index.object());
      if (!slice_needs_python(t.vm, slice)) return range_slice(t, range, slice);
      break;
    }
    case IndexKind::Other: break;
  }
  return resolve_index(t, "range", index, after_index, range);
}

Value range_contains(VmThread& t, Range* range, Value v) {
  if (!is_int_like(v) || class_of(t.vm, v)->is_python) {
    if (v.is_double() || v.is_int() || is_number(v)) {
      // A float equals one of the numbers if it is one of them as an int.
      if (!v.is_double())
        return pending_call(t, prelude_function(t, "contains_by_iteration"), {range, v});
      const double d = v.as_double();
      if (!(d > -9e18 && d < 9e18) || d != static_cast<double>(static_cast<std::int64_t>(d))) {
        return boolean(false);
      }
      return range_contains(t, range, int_value(t, static_cast<std::int64_t>(d)));
    }
    const Truth same = equal_native(t, v, Value::small_int(0));
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "contains_by_iteration"), {range, v});
    }
    return boolean(false);
  }
  const bool up = int_sign(range->step) > 0;
  const bool inside = up ? !less(v, range->start) && less(v, range->stop)
                         : !less(range->start, v) && less(range->stop, v);
  if (!inside) return boolean(false);
  const Value offset = sub(t, int_exact(t, v), range->start);
  const Value rest = number_binary(t, BinaryOp::Remainder, offset, range->step);
  return boolean(int_sign(rest) == 0);
}

}  // namespace interleave::vm
