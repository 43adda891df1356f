// Built-in functions and classes about iteration: iter, next, sum, min, max, any, all, sorted,
// enumerate, zip, map, filter, reversed.
#include "vm/attributes.h"
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/builtins.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/range.h"
#include "vm/sort.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

bool is_pending(const VmThread& t) { return t.pending.kind != Pending::Kind::None; }

// --- iter and next
// -------------------------------------------------------------------------------------------

Value builtin_iter(VmThread& t, const Args& args) {
  if (args.n == 1) return get_iter(t, args[0]);
  if (!is_callable(t.vm, args[0])) {
    return raise_type_error(t, "iter(v, w): v must be callable");
  }
  return callable_iter(t, args[0], args[1]);
}

/// StopIteration becomes the default.
Value after_next(VmThread& t, Value result, Value otherwise) {
  if (!result.empty() || !is_instance(t.vm, t.exception, t.vm.types.StopIteration)) return result;
  t.exception = Value();
  return otherwise;
}

Value builtin_next(VmThread& t, const Args& args) {
  const Value it = args[0];
  if (args.n == 1) return iter_next_or_stop(t, it);
  const bool pure = is_native_iterator(it) && static_cast<NativeIterator*>(it.object())->pure;
  if (pure) {
    const Value v = iter_next(t, it);
    return v.empty() && t.exception.empty() ? args[1] : v;
  }
  const Value hook = special(class_of(t.vm, it), Special::Next);
  if (hook.empty()) {
    return raise_type_error(t, "'%s' object is not an iterator", type_name(t.vm, it).c_str());
  }
  return pending_call(t, hook, {it}, {after_next, args[1], true});
}

// --- any, all, sum
// ---------------------------------------------------------------------------------------------

Value any_or_all(VmThread& t, const Args& args, bool stop_at) {
  const Value it = native_iter(t, args[0]);
  if (it.empty()) return it;
  const char* helper = stop_at ? "any_of" : "all_of";
  if (it == not_implemented()) return pending_call(t, prelude_function(t, helper), {args[0]});
  Value v;
  while (native_next(t, it, &v)) {
    switch (truth_native(t, v)) {
      case Truth::Error: return Value();
      case Truth::Python:
        return pending_call(t, prelude_function(t, stop_at ? "any_of_rest" : "all_of_rest"),
                            {v, it});
      case Truth::True:
        if (stop_at) return boolean(true);
        break;
      case Truth::False:
        if (!stop_at) return boolean(false);
        break;
    }
  }
  return t.exception.empty() ? boolean(!stop_at) : Value();
}

Value builtin_any(VmThread& t, const Args& args) { return any_or_all(t, args, true); }
Value builtin_all(VmThread& t, const Args& args) { return any_or_all(t, args, false); }

/// start + step * (0 + 1 + … + (n - 1)) + …: ranges may be far too long to walk.
Value sum_of_range(VmThread& t, const Range* range, Value total) {
  using lang::BinaryOp;
  const Value n = range->length;
  const Value last = number_binary(t, BinaryOp::Subtract, n, Value::small_int(1));
  const Value pairs = number_binary(
      t, BinaryOp::FloorDivide, number_binary(t, BinaryOp::Multiply, n, last), Value::small_int(2));
  const Value steps = number_binary(t, BinaryOp::Multiply, pairs, range->step);
  const Value starts = number_binary(t, BinaryOp::Multiply, n, range->start);
  return number_binary(t, BinaryOp::Add, total, number_binary(t, BinaryOp::Add, starts, steps));
}

Value builtin_sum(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"iterable", "start"};
  Value values[2] = {Value(), Value::small_int(0)};
  if (!read_arguments(t, "sum", args, kNames, 2, 1, values)) return Value();
  if (is_str(values[1])) {
    return raise_type_error(t, "sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (kind_of(values[1]) == Kind::Bytes || kind_of(values[1]) == Kind::ByteArray) {
    const char* name = kind_of(values[1]) == Kind::Bytes ? "bytes" : "bytearray";
    return raise_type_error(t, "sum() can't sum %s [use b''.join(seq) instead]", name);
  }
  if (kind_of(values[0]) == Kind::Range && is_int_like(values[1]) &&
      !class_of(t.vm, values[1])->is_python) {
    return sum_of_range(t, static_cast<Range*>(values[0].object()), values[1]);
  }
  const Value it = native_iter(t, values[0]);
  if (it.empty()) return it;
  if (it == not_implemented()) {
    return pending_call(t, prelude_function(t, "sum_of"), {values[0], values[1]});
  }
  Value total = values[1];
  Value v;
  while (native_next(t, it, &v)) {
    Value next = not_implemented();
    if (is_number(total) && is_number(v) && special_is_native(class_of(t.vm, v), Special::RAdd) &&
        special_is_native(class_of(t.vm, total), Special::Add)) {
      next = number_binary(t, lang::BinaryOp::Add, total, v);
    }
    if (next == not_implemented()) {
      return pending_call(t, prelude_function(t, "sum_of_rest"), {total, v, it});
    }
    if (next.empty()) return next;
    total = next;
  }
  return t.exception.empty() ? total : Value();
}

// --- min and max
// -------------------------------------------------------------------------------------------------

Value raise_empty(VmThread& t, bool is_max) {
  return raise_value_error(t, "%s() arg is an empty sequence", is_max ? "max" : "min");
}

Value extreme_of(VmThread& t, Value iterable, Value otherwise, bool is_max) {
  if (kind_of(iterable) == Kind::Range) {
    auto* range = static_cast<Range*>(iterable.object());
    if (int_sign(range->length) == 0) return otherwise.empty() ? raise_empty(t, is_max) : otherwise;
    const bool last = (int_sign(range->step) > 0) == is_max;
    return range_getitem(t, range, Value::small_int(last ? -1 : 0));
  }
  const Value it = native_iter(t, iterable);
  if (it.empty()) return it;
  const Value flag = boolean(is_max);
  if (it == not_implemented()) {
    if (otherwise.empty())
      return pending_call(t, prelude_function(t, "extreme"), {flag, iterable, none()});
    return pending_call(t, prelude_function(t, "extreme"), {flag, iterable, none(), otherwise});
  }
  Value best;
  Value v;
  while (native_next(t, it, &v)) {
    if (best.empty()) {
      best = v;
      continue;
    }
    const Truth better = is_max ? less_native(t, best, v) : less_native(t, v, best);
    if (better == Truth::Error) return Value();
    if (better == Truth::Python) {
      return pending_call(t, prelude_function(t, "extreme_rest"), {flag, best, v, it});
    }
    if (better == Truth::True) best = v;
  }
  if (!t.exception.empty()) return Value();
  if (!best.empty()) return best;
  return otherwise.empty() ? raise_empty(t, is_max) : otherwise;
}

/// Of two arguments or more; not_implemented() where a comparison needs Python.
Value extreme_argument(VmThread& t, const Args& args, bool is_max) {
  Value best = args[0];
  for (std::uint32_t i = 1; i < args.n; ++i) {
    const Truth better = is_max ? less_native(t, best, args[i]) : less_native(t, args[i], best);
    if (better == Truth::Error) return Value();
    if (better == Truth::Python) return not_implemented();
    if (better == Truth::True) best = args[i];
  }
  return best;
}

Value min_or_max(VmThread& t, const Args& args, bool is_max) {
  if (args.n > 1 && args.kw_names == nullptr) {
    const Value best = extreme_argument(t, args, is_max);
    if (best != not_implemented()) return best;
  }
  static constexpr const char* kNames[] = {"*key", "default"};
  const char* name = is_max ? "max" : "min";
  Value values[2];
  if (!read_arguments(t, name, {args.v + args.n, 0, args.kw_names}, kNames, 2, 0, values)) {
    return Value();
  }
  if (args.n == 0) return raise_type_error(t, "%s expected at least 1 argument, got 0", name);
  if (args.n > 1 && !values[1].empty()) {
    return raise_type_error(
        t, "Cannot specify a default for %s() with multiple positional arguments", name);
  }
  const Value iterable = args.n == 1 ? args[0] : Value(tuple_from(t, args.v, args.n));
  if (values[0].empty() || values[0] == none()) return extreme_of(t, iterable, values[1], is_max);
  if (values[1].empty()) {
    return pending_call(t, prelude_function(t, "extreme"), {boolean(is_max), iterable, values[0]});
  }
  return pending_call(t, prelude_function(t, "extreme"),
                      {boolean(is_max), iterable, values[0], values[1]});
}

Value builtin_min(VmThread& t, const Args& args) { return min_or_max(t, args, false); }
Value builtin_max(VmThread& t, const Args& args) { return min_or_max(t, args, true); }

// --- sorted
// --------------------------------------------------------------------------------------------------------

Value builtin_sorted(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"*key", "reverse"};
  Value values[2] = {none(), boolean(false)};
  if (args.n != 1) {
    return raise_type_error(t, "sorted expected 1 argument, got %u", args.n);
  }
  if (!read_arguments(t, "sort", {args.v + 1, 0, args.kw_names}, kNames, 2, 0, values))
    return Value();
  if (!is_int_like(values[1])) {
    return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                            type_name(t.vm, values[1]).c_str());
  }
  Value list = list_from_native(t, args[0]);
  if (list.empty()) return list;
  if (list == not_implemented()) {
    return pending_call(t, prelude_function(t, "sorted_iterable"), {args[0], values[0], values[1]});
  }
  if (!list_sort(t, static_cast<List*>(list.object()), values[0], number_truth(values[1]))
           .empty()) {
    return list;
  }
  if (!is_pending(t)) return Value();
  t.pending.after = {[](VmThread&, Value, Value state) { return state; }, list};
  return Value();
}

// --- classes
// ---------------------------------------------------------------------------------------------------------

/// The iterators over all of `items`; false: pending, raised, or (with *python) to be made in
/// Python.
bool iterators_of(VmThread& t, const Value* items, std::uint32_t count, Tuple** out, bool* python) {
  *python = false;
  *out = tuple_new(t, count);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value it = quick_iter(t, items[i]);
    if (it.empty()) return false;
    if (it == not_implemented()) {
      *python = true;
      return false;
    }
    (*out)->items()[i] = it;
  }
  return true;
}

Value enumerate_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"iterable", "start"};
  Value values[2] = {Value(), Value::small_int(0)};
  if (!read_arguments(t, "enumerate", {args.v + 1, args.n - 1, args.kw_names}, kNames, 2, 0,
                      values)) {
    return Value();
  }
  if (values[0].empty()) {
    return raise_type_error(t, "enumerate() missing required argument 'iterable'");
  }
  if (!is_int_like(values[1])) {
    return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                            type_name(t.vm, values[1]).c_str());
  }
  const Value it = quick_iter(t, values[0]);
  if (it.empty()) return it;
  if (it != not_implemented()) return enumerate_new(t, it, int_exact(t, values[1]));
  return pending_call(t, prelude_function(t, "enumerate_object"), {values[0], values[1]});
}

Value zip_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"*strict"};
  Value strict = boolean(false);
  if (!read_arguments(t, "zip", {args.v + args.n, 0, args.kw_names}, kNames, 1, 0, &strict)) {
    return Value();
  }
  Tuple* inners = nullptr;
  bool python = false;
  const bool is_strict = truth_native(t, strict) == Truth::True;
  for (std::uint32_t i = 1; i < args.n; ++i) {
    if (!is_iterable(t.vm, args[i])) {
      return raise_type_error(t, "'%s' object is not iterable", type_name(t.vm, args[i]).c_str());
    }
  }
  if (iterators_of(t, args.v + 1, args.n - 1, &inners, &python))
    return zip_new(t, inners, is_strict);
  if (!python) return Value();
  return pending_call(t, prelude_function(t, "zip_objects"),
                      {tuple_from(t, args.v + 1, args.n - 1), boolean(is_strict)});
}

Value map_make(VmThread& t, const Args& args) {
  if (args.n < 3) return raise_type_error(t, "map() must have at least two arguments.");
  Tuple* inners = nullptr;
  bool python = false;
  if (iterators_of(t, args.v + 2, args.n - 2, &inners, &python)) return map_new(t, args[1], inners);
  if (!python) return Value();
  return pending_call(t, prelude_function(t, "map_objects"),
                      {args[1], tuple_from(t, args.v + 2, args.n - 2)});
}

Value filter_make(VmThread& t, const Args& args) {
  const Value it = quick_iter(t, args[2]);
  if (it.empty()) return it;
  if (it != not_implemented()) return filter_new(t, args[1], it);
  return pending_call(t, prelude_function(t, "filter_object"), {args[1], args[2]});
}

Value reversed_make(VmThread& t, const Args& args) {
  const Value it = native_reversed(t, args[1]);
  if (it != not_implemented()) return it;
  const Type* type = class_of(t.vm, args[1]);
  const Value hook = special(type, Special::Reversed);
  if (!hook.empty() && hook != none()) return pending_call(t, hook, {args[1]});
  if (hook == none() || special(type, Special::Len).empty() ||
      special(type, Special::GetItem).empty() || type->kind == Kind::Set) {
    return raise_type_error(t, "'%s' object is not reversible", type_name(t.vm, args[1]).c_str());
  }
  return pending_call(t, prelude_function(t, "reversed_object"), {args[1]});
}

constexpr NativeDef kFunctions[] = {
    {"iter", builtin_iter, 1, 2},
    {"next", builtin_next, 1, 2},
    {"any", builtin_any, 1, 1},
    {"all", builtin_all, 1, 1},
    {"sum", builtin_sum, 1, 2, kKeywords},
    {"min", builtin_min, 0, kAnyArgs, kKeywords},
    {"max", builtin_max, 0, kAnyArgs, kKeywords},
    {"sorted", builtin_sorted, 0, kAnyArgs, kKeywords},
};
constexpr NativeDef kEnumerate[] = {{"__new__", enumerate_make, 1, 3, kKeywords}};
constexpr NativeDef kZip[] = {{"__new__", zip_make, 1, kAnyArgs, kKeywords}};
constexpr NativeDef kMap[] = {{"__new__", map_make, 1, kAnyArgs}};
constexpr NativeDef kFilter[] = {{"__new__", filter_make, 3, 3}};
constexpr NativeDef kReversed[] = {{"__new__", reversed_make, 2, 2}};

}  // namespace

void init_iterator_types(VmThread& t) {
  init_iterators(t);
  const IteratorTypes& y = g_iterator_types;
  add_methods(t, y.enumerate, kEnumerate);
  add_methods(t, y.zip, kZip);
  add_methods(t, y.map, kMap);
  add_methods(t, y.filter, kFilter);
  add_methods(t, y.reversed, kReversed);
  for (Type* type : {y.enumerate, y.zip, y.map, y.filter, y.reversed}) {
    dict_set_str(t, t.vm.builtins, type->name, type);
  }
}

void init_iteration_functions(VmThread& t, Module* builtins) {
  add_functions(t, builtins, kFunctions);
}

}  // namespace interleave::vm
