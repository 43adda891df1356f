// tuple, range and slice as Python sees them.
#include <algorithm>

#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/range.h"
#include "vm/slice.h"
#include "vm/tuple.h"

namespace interleave::vm {

// --- tuple
// -------------------------------------------------------------------------------------------------

namespace {

Tuple* tuple_of_args(const Args& args) { return static_cast<Tuple*>(args[0].object()); }

Value tuple_of_type(VmThread& t, Type* type, const Value* items, std::size_t count) {
  if (!t.can_allocate(count * sizeof(Value))) return Value();
  auto* tuple = make_sized<Tuple>(t, type, count * sizeof(Value));
  tuple->size = static_cast<std::uint32_t>(count);
  std::copy(items, items + count, tuple->items());
  return tuple;
}

/// State: the class. `items` is a list.
Value tuple_from_list(VmThread& t, Value items, Value state) {
  const std::vector<Value> values = list_snapshot(static_cast<List*>(items.object()));
  return tuple_of_type(t, static_cast<Type*>(state.object()), values.data(), values.size());
}

Value tuple_make(VmThread& t, const Args& args) {
  auto* type = static_cast<Type*>(args[0].object());
  if (args.kw_count() != 0) return raise_type_error(t, "tuple() takes no keyword arguments");
  if (args.n < 2) return tuple_of_type(t, type, nullptr, 0);
  const Value v = args[1];
  if (v.is_object() && v.object()->type == t.vm.types.tuple) {
    auto* tuple = static_cast<Tuple*>(v.object());
    return type == t.vm.types.tuple ? v : tuple_of_type(t, type, tuple->items(), tuple->size);
  }
  const Value items = list_from_native(t, v);
  if (items.empty()) return items;
  if (items == not_implemented()) {
    return pending_call(t, prelude_function(t, "to_list"), {v}, {tuple_from_list, type});
  }
  return tuple_from_list(t, items, type);
}

Value tuple_getitem_row(VmThread& t, const Args& args) {
  return tuple_getitem(t, tuple_of_args(args), args[1]);
}
Value tuple_len_row(VmThread&, const Args& args) {
  return Value::small_int(tuple_of_args(args)->size);
}
Value tuple_iter_row(VmThread& t, const Args& args) { return sequence_iter(t, args[0].object()); }
Value tuple_contains_row(VmThread& t, const Args& args) {
  return contains_in_sequence(t, args[0], args[1]);
}
Value tuple_hash_row(VmThread& t, const Args& args) {
  // The built-in hash, also when a Python subclass that overrides __hash__ asks for its base's.
  auto* tuple = tuple_of_args(args);
  if (!tuple->type->is_python) return hash_object(t, tuple);
  return hash_object(t, tuple_from(t, tuple->items(), tuple->size));
}

Value tuple_add(VmThread& t, const Args& args) {
  if (kind_of(args[1]) != Kind::Tuple) return not_implemented();
  return tuple_concat(t, tuple_of_args(args), static_cast<Tuple*>(args[1].object()));
}

Value tuple_mul(VmThread& t, const Args& args) {
  if (!is_int_like(args[1])) return not_implemented();
  std::int64_t times = 0;
  if (!read_index(t, args[1], &times)) return Value();
  return tuple_repeat(t, tuple_of_args(args), times);
}

Value tuple_count(VmThread& t, const Args& args) {
  auto* tuple = tuple_of_args(args);
  std::int64_t n = 0;
  for (std::uint32_t i = 0; i < tuple->size; ++i) {
    const Truth same = equal_native(t, tuple->items()[i], args[1]);
    if (same == Truth::Error) return Value();
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "sequence_count"), {args[0], args[1]});
    }
    n += same == Truth::True ? 1 : 0;
  }
  return Value::small_int(n);
}

Value tuple_index(VmThread& t, const Args& args) {
  auto* tuple = tuple_of_args(args);
  std::int64_t start = 0;
  std::int64_t stop = INT64_MAX;
  if (args.n > 2 && !read_index_clamped(t, args[2], &start)) return Value();
  if (args.n > 3 && !read_index_clamped(t, args[3], &stop)) return Value();
  if (start < 0) start = std::max<std::int64_t>(start + tuple->size, 0);
  if (stop < 0) stop = std::max<std::int64_t>(stop + tuple->size, 0);
  stop = std::min<std::int64_t>(stop, tuple->size);
  for (std::int64_t i = start; i < stop; ++i) {
    const Truth same = equal_native(t, tuple->items()[i], args[1]);
    if (same == Truth::True) return Value::small_int(i);
    if (same == Truth::Error) return Value();
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "tuple_index"),
                          {args[0], args[1], Value::small_int(i), Value::small_int(stop)});
    }
  }
  return raise_value_error(t, "tuple.index(x): x not in tuple");
}

constexpr NativeDef kTupleMethods[] = {
    {"__new__", tuple_make, 1, 2, kKeywords},
    {"__getitem__", tuple_getitem_row, 2, 2},
    {"__len__", tuple_len_row, 1, 1},
    {"__iter__", tuple_iter_row, 1, 1},
    {"__contains__", tuple_contains_row, 2, 2},
    {"__hash__", tuple_hash_row, 1, 1},
    {"__add__", tuple_add, 2, 2},
    {"__mul__", tuple_mul, 2, 2},
    {"__rmul__", tuple_mul, 2, 2},
    {"count", tuple_count, 2, 2},
    {"index", tuple_index, 2, 4},
};

}  // namespace

void init_tuple_type(VmThread& t) {
  Type* type = t.vm.types.tuple;
  add_methods(t, type, kTupleMethods);
  add_comparisons(t, type);
  add_repr(t, type);
}

// --- range
// -----------------------------------------------------------------------------------------------------

namespace {

Range* range_of(const Args& args) { return static_cast<Range*>(args[0].object()); }

Value range_make(VmThread& t, const Args& args) {
  Value bounds[3] = {Value::small_int(0), Value::small_int(0), Value::small_int(1)};
  if (args.n == 1) return raise_type_error(t, "range expected at least 1 argument, got 0");
  if (args.n > 4)
    return raise_type_error(t, "range expected at most 3 arguments, got %u", args.n - 1);
  for (std::uint32_t i = 1; i < args.n; ++i) {
    if (!is_int_like(args[i])) {
      if (special(class_of(t.vm, args[i]), Special::Index).empty()) {
        return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                                type_name(t.vm, args[i]).c_str());
      }
      return pending_call(t, prelude_function(t, "range_of_objects"),
                          {args.v + 1, args.n - 1, nullptr});
    }
    bounds[args.n == 2 ? 1 : i - 1] = args[i];
  }
  return range_new(t, bounds[0], bounds[1], bounds[2]);
}

Value range_start(VmThread&, const Args& args) { return range_of(args)->start; }
Value range_stop(VmThread&, const Args& args) { return range_of(args)->stop; }
Value range_step(VmThread&, const Args& args) { return range_of(args)->step; }
Value range_len_row(VmThread& t, const Args& args) { return length_of(t, args[0]); }
Value range_bool(VmThread&, const Args& args) {
  return boolean(int_sign(range_of(args)->length) != 0);
}
Value range_iter_row(VmThread& t, const Args& args) { return range_iter(t, range_of(args)); }
Value range_reversed_row(VmThread& t, const Args& args) { return native_reversed(t, args[0]); }
Value range_getitem_row(VmThread& t, const Args& args) {
  return range_getitem(t, range_of(args), args[1]);
}
Value range_contains_row(VmThread& t, const Args& args) {
  return range_contains(t, range_of(args), args[1]);
}
Value range_hash(VmThread& t, const Args& args) { return hash_object(t, args[0]); }

Value range_count(VmThread& t, const Args& args) {
  if (!is_number(args[1])) {
    return pending_call(t, prelude_function(t, "range_count"), {args[0], args[1]});
  }
  const Value inside = range_contains(t, range_of(args), args[1]);
  return inside.empty() ? inside : Value::small_int(inside == boolean(true) ? 1 : 0);
}

Value range_index(VmThread& t, const Args& args) {
  if (!is_int_like(args[1])) {
    return pending_call(t, prelude_function(t, "range_index"), {args[0], args[1]});
  }
  const Value inside = range_contains(t, range_of(args), args[1]);
  if (inside.empty()) return inside;
  if (inside != boolean(true)) {
    return raise_value_error(t, "%s is not in range", int_repr(args[1]).c_str());
  }
  const Value offset = number_binary(t, lang::BinaryOp::Subtract, args[1], range_of(args)->start);
  return number_binary(t, lang::BinaryOp::FloorDivide, offset, range_of(args)->step);
}

constexpr NativeDef kRangeMethods[] = {
    {"__new__", range_make, 1, kAnyArgs},
    {"start", range_start, 1, 1, kGetter},
    {"stop", range_stop, 1, 1, kGetter},
    {"step", range_step, 1, 1, kGetter},
    {"__len__", range_len_row, 1, 1},
    {"__bool__", range_bool, 1, 1},
    {"__iter__", range_iter_row, 1, 1},
    {"__reversed__", range_reversed_row, 1, 1},
    {"__getitem__", range_getitem_row, 2, 2},
    {"__contains__", range_contains_row, 2, 2},
    {"__hash__", range_hash, 1, 1},
    {"count", range_count, 2, 2},
    {"index", range_index, 2, 2},
};

}  // namespace

void init_range_type(VmThread& t) {
  Type* type = t.vm.types.range;
  add_methods(t, type, kRangeMethods);
  add_comparisons(t, type);
  add_repr(t, type);
}

// --- slice
// -------------------------------------------------------------------------------------------------------

namespace {

Slice* slice_of(const Args& args) { return static_cast<Slice*>(args[0].object()); }

Value slice_make(VmThread& t, const Args& args) {
  if (args.n == 1) return raise_type_error(t, "slice expected at least 1 argument, got 0");
  if (args.n == 2) return slice_new(t, none(), args[1], none());
  return slice_new(t, args[1], args[2], args.get(3, none()));
}

Value slice_start(VmThread&, const Args& args) { return slice_of(args)->start; }
Value slice_stop(VmThread&, const Args& args) { return slice_of(args)->stop; }
Value slice_step(VmThread&, const Args& args) { return slice_of(args)->step; }

Value slice_indices_method(VmThread& t, const Args& args) {
  std::int64_t length = 0;
  if (!read_index(t, args[1], &length)) return Value();
  if (length < 0) return raise_value_error(t, "length should not be negative");
  SliceIndices at;
  if (!slice_indices(t, slice_of(args), length, &at)) return Value();
  return tuple_of(t, {int_value(t, at.start), int_value(t, at.stop), int_value(t, at.step)});
}

constexpr NativeDef kSliceMethods[] = {
    {"__new__", slice_make, 1, 4},           {"start", slice_start, 1, 1, kGetter},
    {"stop", slice_stop, 1, 1, kGetter},     {"step", slice_step, 1, 1, kGetter},
    {"indices", slice_indices_method, 2, 2},
};

}  // namespace

void init_slice_type(VmThread& t) {
  Type* type = t.vm.types.slice;
  add_methods(t, type, kSliceMethods);
  add_comparisons(t, type);
  add_repr(t, type);
  set_unhashable(t, type);
}

}  // namespace interleave::vm
