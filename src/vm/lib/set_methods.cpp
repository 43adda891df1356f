#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/prelude.h"
#include "vm/set.h"
#include "vm/str.h"

namespace interleave::vm {

namespace {

enum class SetOp : std::uint8_t { Union, Intersection, Difference, SymmetricDifference };
constexpr const char* kMethodNames[] = {"union", "intersection", "difference",
                                        "symmetric_difference"};
constexpr const char* kUpdateNames[] = {"update", "intersection_update", "difference_update",
                                        "symmetric_difference_update"};

Set* self_of(const Args& args) { return as_set(args[0]); }

Type* base_type(VmThread& t, const Set* s) {
  return s->type->kind == Kind::Set ? t.vm.types.set : t.vm.types.frozenset;
}

/// Calls visit(key, hash) for every element of a set, dict or list. Missing: all done.
template <typename Visit>
Lookup each(VmThread& t, Value v, Visit visit) {
  std::uint32_t position = 0;
  Value key;
  Hash hash = 0;
  Lookup r = Lookup::Missing;
  const auto failed = [&r] { return r == Lookup::Python || r == Lookup::Error; };
  if (is_set(v)) {
    while (!failed() && set_next(as_set(v), &position, &key, &hash)) r = visit(key, hash);
  } else if (kind_of(v) == Kind::Dict) {
    auto* d = static_cast<Dict*>(v.object());
    while (!failed() && dict_next_hashed(d, &position, &key, nullptr, &hash)) r = visit(key, hash);
  } else {
    auto* list = static_cast<List*>(v.object());
    for (std::int64_t i = 0; !failed() && list_get(list, i, &key); ++i) {
      r = hash_value(t, key, &hash);
      if (r == Lookup::Found) r = visit(key, hash);
    }
  }
  return failed() ? r : Lookup::Missing;
}

Lookup contained(VmThread& t, Value container, Value key, Hash hash) {
  if (is_set(container)) return set_contains_hashed(t, as_set(container), key, hash);
  Value ignored;
  return dict_get_hashed(t, static_cast<Dict*>(container.object()), key, hash, &ignored);
}

Lookup unite(VmThread& t, Set* s, Value other) {
  if (is_set(other)) return set_merge(t, s, as_set(other));
  if (kind_of(other) == Kind::Dict) return set_merge_dict(t, s, static_cast<Dict*>(other.object()));
  return each(t, other, [&](Value key, Hash hash) { return set_add_hashed(t, s, key, hash); });
}

Lookup intersect(VmThread& t, const Set* s, Value other, Set* result) {
  const Set* within = s;
  if (is_set(other) && set_size(as_set(other)) > set_size(s)) {
    within = as_set(other);
    other = Value(s);
  }
  return each(t, other, [&](Value key, Hash hash) {
    const Lookup r = set_contains_hashed(t, within, key, hash);
    return r == Lookup::Found ? set_add_hashed(t, result, key, hash) : r;
  });
}

Lookup discard_all(VmThread& t, Set* s, Value other) {
  return each(t, other, [&](Value key, Hash hash) { return set_discard_hashed(t, s, key, hash); });
}

std::uint32_t size_of(Value other) {
  if (is_set(other)) return set_size(as_set(other));
  return kind_of(other) == Kind::Dict ? dict_size(static_cast<Dict*>(other.object())) : UINT32_MAX;
}

/// `result` is empty.
Lookup subtract(VmThread& t, const Set* s, Value other, Set* result) {
  if (kind_of(other) == Kind::List || (set_size(s) >> 2) > size_of(other)) {
    const Lookup r = set_merge(t, result, s);
    return r == Lookup::Missing ? discard_all(t, result, other) : r;
  }
  return each(t, Value(s), [&](Value key, Hash hash) {
    const Lookup r = contained(t, other, key, hash);
    return r == Lookup::Missing ? set_add_hashed(t, result, key, hash) : r;
  });
}

Lookup toggle_all(VmThread& t, Set* s, Value other) {
  return each(t, other, [&](Value key, Hash hash) {
    const Lookup r = set_discard_hashed(t, s, key, hash);
    return r == Lookup::Missing ? set_add_hashed(t, s, key, hash) : r;
  });
}

/// `s` <op> other into a new set of class `type`; *result is it when Missing.
Lookup combine(VmThread& t, const Set* s, Value other, SetOp op, Type* type, Set** result) {
  *result = set_new_of(t, type);
  Lookup r = Lookup::Missing;
  switch (op) {
    case SetOp::Union:
      r = set_merge(t, *result, s);
      return r == Lookup::Missing ? unite(t, *result, other) : r;
    case SetOp::Intersection: return intersect(t, s, other, *result);
    case SetOp::Difference: return subtract(t, s, other, *result);
    case SetOp::SymmetricDifference: break;
  }
  // As CPython: a copy of the other one, toggled by this one.
  r = unite(t, *result, other);
  return r == Lookup::Missing ? toggle_all(t, *result, Value(s)) : r;
}

Lookup combine_in_place(VmThread& t, Set* s, Value other, SetOp op) {
  switch (op) {
    case SetOp::Union: return unite(t, s, other);
    case SetOp::Difference: {
      if (is_set(other) && as_set(other) == s) {
        set_clear(t, s);
        return Lookup::Missing;
      }
      const Lookup r = discard_all(t, s, other);
      if (r == Lookup::Missing) set_shrink(t, s);
      return r;
    }
    case SetOp::SymmetricDifference: {
      if (is_set(other) && as_set(other) == s) {
        set_clear(t, s);
        return Lookup::Missing;
      }
      if (kind_of(other) != Kind::List) return toggle_all(t, s, other);
      Set* unique = set_new(t);  // an element twice in the list counts once
      const Lookup r = unite(t, unique, other);
      return r == Lookup::Missing ? toggle_all(t, s, unique) : r;
    }
    case SetOp::Intersection: break;
  }
  Set* result = set_new(t);
  const Lookup r = intersect(t, s, other, result);
  if (r == Lookup::Missing) set_take_over(t, s, result);
  return r;
}

/// A set, dict or list with the elements of `v`; not_implemented(): Python must iterate; empty:
/// raised.
Value elements_of(VmThread& t, Value v) {
  if (is_set(v) || (v.is_object() && v.object()->type == t.vm.types.dict)) return v;
  return list_from_native(t, v);
}

Value ask_python(VmThread& t, const char* helper, const char* method, const Args& args) {
  std::vector<Value> values{str_new(t, method)};
  values.insert(values.end(), args.v, args.v + args.n);
  return pending_call(t, prelude_function(t, helper),
                      {values.data(), static_cast<std::uint32_t>(values.size()), nullptr});
}

template <SetOp op>
Value set_method(VmThread& t, const Args& args) {
  const char* name = kMethodNames[static_cast<int>(op)];
  Set* result = self_of(args);
  if (args.n == 1) {
    result = set_copy(t, result, base_type(t, result));
    return result != nullptr ? Value(result) : Value();
  }
  // An iterator is used up by looking at it: from then on the list of its elements stands for it.
  std::vector<Value> values(args.v, args.v + args.n);
  const Args again{values.data(), args.n, nullptr};
  for (std::uint32_t i = 1; i < args.n; ++i) {
    values[i] = elements_of(t, args[i]);
    if (values[i].empty()) return Value();
    if (values[i] == not_implemented()) {
      values[i] = args[i];
      return ask_python(t, "set_method_of_iterables", name, again);
    }
    Set* next = nullptr;
    const Lookup r = combine(t, result, values[i], op, base_type(t, self_of(args)), &next);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) return ask_python(t, "set_method_in_python", name, again);
    result = next;
  }
  return result;
}

template <SetOp op>
Value set_update_method(VmThread& t, const Args& args) {
  const char* name = kUpdateNames[static_cast<int>(op)];
  std::vector<Value> values(args.v, args.v + args.n);
  const Args again{values.data(), args.n, nullptr};
  for (std::uint32_t i = 1; i < args.n; ++i) {
    values[i] = elements_of(t, args[i]);
    if (values[i].empty()) return Value();
    if (values[i] == not_implemented()) {
      values[i] = args[i];
      return ask_python(t, "set_method_of_iterables", name, again);
    }
    const Lookup r = combine_in_place(t, self_of(args), values[i], op);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) return ask_python(t, "set_update_in_python", name, again);
  }
  return none();
}

template <SetOp op, bool reflected>
Value set_operator(VmThread& t, const Args& args) {
  if (!is_set(args[1])) return not_implemented();
  Set* left = as_set(args[reflected ? 1 : 0]);
  const Value right = args[reflected ? 0 : 1];
  Set* result = nullptr;
  switch (combine(t, left, right, op, base_type(t, left), &result)) {
    case Lookup::Error: return Value();
    case Lookup::Python: {
      const Value operands[] = {left, right};
      return ask_python(t, "set_method_in_python", kMethodNames[static_cast<int>(op)],
                        {operands, 2, nullptr});
    }
    default: return result;
  }
}

template <SetOp op>
Value set_in_place(VmThread& t, const Args& args) {
  if (!is_set(args[1])) return not_implemented();
  switch (combine_in_place(t, self_of(args), args[1], op)) {
    case Lookup::Error: return Value();
    case Lookup::Python:
      return ask_python(t, "set_in_place", kUpdateNames[static_cast<int>(op)], args);
    default: return args[0];
  }
}

// --- comparisons by name
// -------------------------------------------------------------------------------------

template <lang::CompareOp op>
Value set_relation(VmThread& t, const Args& args) {
  if (is_set(args[1])) return native_compare(t, args[0], args[1], op);
  return pending_call(t, prelude_function(t, "set_relation"),
                      {args[0], args[1], Value::small_int(static_cast<int>(op))});
}

Value set_isdisjoint(VmThread& t, const Args& args) {
  const Value other = elements_of(t, args[1]);
  if (other.empty()) return other;
  Lookup r = Lookup::Python;
  bool common = false;
  if (other != not_implemented()) {
    r = each(t, other, [&](Value key, Hash hash) {
      const Lookup found = set_contains_hashed(t, self_of(args), key, hash);
      common = common || found == Lookup::Found;
      return found;
    });
  }
  if (r == Lookup::Error) return Value();
  if (r == Lookup::Python) {
    return pending_call(t, prelude_function(t, "set_isdisjoint"), {args[0], args[1]});
  }
  return boolean(!common);
}

// --- single elements
// -----------------------------------------------------------------------------------------

Value set_add_method(VmThread& t, const Args& args) {
  return set_add_value(t, self_of(args), args[1]);
}

Value discard(VmThread& t, const Args& args, bool must_exist) {
  const Value key = set_key(t, args[1]);
  if (key.empty()) return Value();
  switch (set_discard(t, self_of(args), key)) {
    case Lookup::Found: return none();
    case Lookup::Missing: return must_exist ? raise_key_error(t, args[1]) : none();
    case Lookup::Python:
      return pending_call(t, prelude_function(t, "set_discard"),
                          {args[0], key, boolean(must_exist)});
    case Lookup::Error: break;
  }
  return Value();
}

Value set_discard_method(VmThread& t, const Args& args) { return discard(t, args, false); }
Value set_remove_method(VmThread& t, const Args& args) { return discard(t, args, true); }

Value set_pop_method(VmThread& t, const Args& args) {
  Value v;
  if (set_pop(t, self_of(args), &v)) return v;
  return raise(t, t.vm.types.KeyError, "pop from an empty set");
}

Value set_clear_method(VmThread& t, const Args& args) {
  set_clear(t, self_of(args));
  return none();
}

Value set_copy_method(VmThread& t, const Args& args) {
  if (args[0].object()->type == t.vm.types.frozenset) return args[0];
  Set* copy = set_copy(t, self_of(args), base_type(t, self_of(args)));
  return copy != nullptr ? Value(copy) : Value();
}

Value set_contains_row(VmThread& t, const Args& args) {
  return set_contains_value(t, self_of(args), args[1]);
}
Value set_len_row(VmThread&, const Args& args) { return Value::small_int(set_size(self_of(args))); }
Value set_iter_row(VmThread& t, const Args& args) { return set_iterator_of(t, self_of(args)); }

// --- making
// ----------------------------------------------------------------------------------------------------

Value set_make(VmThread& t, const Args& args) {
  return set_new_of(t, static_cast<Type*>(args[0].object()));
}

Value set_init(VmThread& t, const Args& args) {
  if (args.kw_count() != 0 && args[0].object()->type == t.vm.types.set) {
    return raise_type_error(t, "set() takes no keyword arguments");
  }
  if (args.n > 2) return raise_type_error(t, "set expected at most 1 argument, got %u", args.n - 1);
  if (set_size(self_of(args)) != 0) set_clear(t, self_of(args));
  return args.n < 2 ? none() : set_update(t, self_of(args), args[1]);
}

Value frozenset_make(VmThread& t, const Args& args) {
  auto* type = static_cast<Type*>(args[0].object());
  if (args.kw_count() != 0 && type == t.vm.types.frozenset) {
    return raise_type_error(t, "frozenset() takes no keyword arguments");
  }
  if (args.n > 2 && type == t.vm.types.frozenset) {
    return raise_type_error(t, "frozenset expected at most 1 argument, got %u", args.n - 1);
  }
  if (args.n == 2 && type == t.vm.types.frozenset && args[1].is_object() &&
      args[1].object()->type == type) {
    return args[1];
  }
  Set* s = set_new_of(t, type);
  if (args.n < 2) return s;
  const Value r = set_update(t, s, args[1]);
  if (!r.empty()) return s;
  if (t.pending.kind == Pending::Kind::Call) {
    t.pending.after = {[](VmThread&, Value, Value state) { return state; }, s};
  }
  return Value();
}

Value frozenset_hash(VmThread& t, const Args& args) { return hash_object(t, args[0]); }

constexpr NativeDef kCommonMethods[] = {
    {"__contains__", set_contains_row, 2, 2},
    {"__len__", set_len_row, 1, 1},
    {"__iter__", set_iter_row, 1, 1},
    {"__or__", set_operator<SetOp::Union, false>, 2, 2},
    {"__ror__", set_operator<SetOp::Union, true>, 2, 2},
    {"__and__", set_operator<SetOp::Intersection, false>, 2, 2},
    {"__rand__", set_operator<SetOp::Intersection, true>, 2, 2},
    {"__sub__", set_operator<SetOp::Difference, false>, 2, 2},
    {"__rsub__", set_operator<SetOp::Difference, true>, 2, 2},
    {"__xor__", set_operator<SetOp::SymmetricDifference, false>, 2, 2},
    {"__rxor__", set_operator<SetOp::SymmetricDifference, true>, 2, 2},
    {"union", set_method<SetOp::Union>, 1, kAnyArgs},
    {"intersection", set_method<SetOp::Intersection>, 1, kAnyArgs},
    {"difference", set_method<SetOp::Difference>, 1, kAnyArgs},
    {"symmetric_difference", set_method<SetOp::SymmetricDifference>, 2, 2},
    {"issubset", set_relation<lang::CompareOp::Le>, 2, 2},
    {"issuperset", set_relation<lang::CompareOp::Ge>, 2, 2},
    {"isdisjoint", set_isdisjoint, 2, 2},
    {"copy", set_copy_method, 1, 1},
};
constexpr NativeDef kSetMethods[] = {
    {"__new__", set_make, 1, kAnyArgs, kKeywords},
    {"__init__", set_init, 1, kAnyArgs, kKeywords},
    {"__ior__", set_in_place<SetOp::Union>, 2, 2},
    {"__iand__", set_in_place<SetOp::Intersection>, 2, 2},
    {"__isub__", set_in_place<SetOp::Difference>, 2, 2},
    {"__ixor__", set_in_place<SetOp::SymmetricDifference>, 2, 2},
    {"update", set_update_method<SetOp::Union>, 1, kAnyArgs},
    {"intersection_update", set_update_method<SetOp::Intersection>, 1, kAnyArgs},
    {"difference_update", set_update_method<SetOp::Difference>, 1, kAnyArgs},
    {"symmetric_difference_update", set_update_method<SetOp::SymmetricDifference>, 2, 2},
    {"add", set_add_method, 2, 2},
    {"discard", set_discard_method, 2, 2},
    {"remove", set_remove_method, 2, 2},
    {"pop", set_pop_method, 1, 1},
    {"clear", set_clear_method, 1, 1},
};
constexpr NativeDef kFrozenSetMethods[] = {
    {"__new__", frozenset_make, 1, kAnyArgs, kKeywords},
    {"__hash__", frozenset_hash, 1, 1},
};

}  // namespace

void init_set_types(VmThread& t) {
  for (Type* type : {t.vm.types.set, t.vm.types.frozenset}) {
    add_methods(t, type, kCommonMethods);
    add_comparisons(t, type);
    add_repr(t, type);
  }
  add_methods(t, t.vm.types.set, kSetMethods);
  add_methods(t, t.vm.types.frozenset, kFrozenSetMethods);
  set_unhashable(t, t.vm.types.set);
}

}  // namespace interleave::vm
