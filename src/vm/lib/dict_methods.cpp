#include "vm/attributes.h"
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

Dict* self_of(const Args& args) { return static_cast<Dict*>(args[0].object()); }

bool is_plain_dict(Value v) {
  return v.is_object() && v.object()->type->kind == Kind::Dict &&
         special_is_native(v.object()->type, Special::Iter) &&
         special_is_native(v.object()->type, Special::GetItem);
}

// --- update
// ------------------------------------------------------------------------------------------------

Value update_from_dict(VmThread& t, Dict* d, Value other) {
  auto* from = static_cast<Dict*>(other.object());
  if (from == d) return none();
  if (d->used.load() == 0 && !d->cells) return dict_assign(t, d, from) ? none() : Value();
  std::uint32_t position = 0;
  Value key;
  Value value;
  Hash hash = 0;
  while (dict_next_hashed(from, &position, &key, &value, &hash)) {
    const Lookup r = dict_set_hashed(t, d, key, hash, value);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) {
      return pending_call(t, prelude_function(t, "dict_update_mapping"), {d, other});
    }
  }
  return none();
}

/// The two items of a pair; false: not a tuple or list of two.
bool pair_of(Value v, Value* key, Value* value) {
  if (!v.is_object()) return false;
  if (v.object()->type->kind == Kind::Tuple) {
    auto* tuple = static_cast<Tuple*>(v.object());
    return tuple->size == 2 && tuple_get(tuple, 0, key) && tuple_get(tuple, 1, value);
  }
  if (v.object()->type->kind != Kind::List) return false;
  auto* list = static_cast<List*>(v.object());
  return list_size(list) == 2 && list_get(list, 0, key) && list_get(list, 1, value);
}

Value update_from_pairs(VmThread& t, Dict* d, Value other) {
  const Value it = native_iter(t, other);
  if (it.empty()) return it;
  if (it == not_implemented()) {
    return pending_call(t, prelude_function(t, "dict_update_pairs"), {d, other});
  }
  Value pair;
  for (std::int64_t n = 0; native_next(t, it, &pair); ++n) {
    Value key;
    Value value;
    Lookup r = Lookup::Python;
    if (pair_of(pair, &key, &value)) r = dict_set(t, d, key, value);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) {
      return pending_call(t, prelude_function(t, "dict_update_rest"),
                          {d, Value::small_int(n), pair, it});
    }
  }
  return t.exception.empty() ? none() : Value();
}

Value put_keywords(VmThread& t, Dict* d, const Args& args) {
  for (std::uint32_t i = 0; i < args.kw_count(); ++i) {
    dict_set_str(t, d, as_str(args.kw_names->items()[i]), args.v[args.n + i]);
  }
  return none();
}

/// State: (dict, names, values …).
Value after_update(VmThread& t, Value, Value state) {
  auto* s = static_cast<Tuple*>(state.object());
  const Args keywords{s->items() + 2, 0, static_cast<Tuple*>(s->items()[1].object())};
  return put_keywords(t, static_cast<Dict*>(s->items()[0].object()), keywords);
}

/// dict.update() and dict.__init__(): at most one mapping or iterable of pairs, then keywords.
Value update_with(VmThread& t, const Args& args, const char* name) {
  Dict* d = self_of(args);
  if (args.n > 2) {
    return raise_type_error(t, "%s expected at most 1 argument, got %u", name, args.n - 1);
  }
  if (args.n == 2) {
    const Value r = dict_update(t, d, args[1]);
    if (r.empty()) {
      if (args.kw_count() != 0 && t.pending.kind == Pending::Kind::Call &&
          t.pending.after.fn == nullptr) {
        std::vector<Value> state{d, args.kw_names};
        state.insert(state.end(), args.v + args.n, args.v + args.n + args.kw_count());
        t.pending.after = {after_update, tuple_from(t, state.data(), state.size())};
      }
      return r;
    }
  }
  return put_keywords(t, d, args);
}

Value dict_update_method(VmThread& t, const Args& args) { return update_with(t, args, "update"); }
Value dict_init(VmThread& t, const Args& args) { return update_with(t, args, "dict"); }

Value dict_make(VmThread& t, const Args& args) {
  return make_of<Dict>(t, static_cast<Type*>(args[0].object()));
}

// --- reading
// -------------------------------------------------------------------------------------------------

Value dict_getitem_row(VmThread& t, const Args& args) {
  return dict_getitem(t, self_of(args), args[1]);
}
Value dict_setitem_row(VmThread& t, const Args& args) {
  return dict_setitem(t, self_of(args), args[1], args[2]);
}
Value dict_delitem_row(VmThread& t, const Args& args) {
  return dict_delitem(t, self_of(args), args[1]);
}
Value dict_contains_row(VmThread& t, const Args& args) {
  return dict_contains(t, self_of(args), args[1]);
}
Value dict_len_row(VmThread&, const Args& args) {
  return Value::small_int(dict_size(self_of(args)));
}
Value dict_iter_row(VmThread& t, const Args& args) {
  return native_iter(t, dict_view(t, self_of(args), g_iterator_types.dict_keys));
}
Value dict_reversed_row(VmThread& t, const Args& args) {
  return native_reversed(t, dict_view(t, self_of(args), g_iterator_types.dict_keys));
}

Value dict_get_method(VmThread& t, const Args& args) {
  Value v;
  const Value otherwise = args.get(2, none());
  switch (dict_get(t, self_of(args), args[1], &v)) {
    case Lookup::Found: return v;
    case Lookup::Missing: return otherwise;
    case Lookup::Python:
      return pending_call(t, prelude_function(t, "dict_get"), {args[0], args[1], otherwise});
    case Lookup::Error: break;
  }
  return Value();
}

Value dict_setdefault(VmThread& t, const Args& args) {
  Value v;
  const Value otherwise = args.get(2, none());
  switch (dict_get_or_set(t, self_of(args), args[1], otherwise, &v)) {
    case Lookup::Found:
    case Lookup::Missing: return v;
    case Lookup::Python:
      return pending_call(t, prelude_function(t, "dict_setdefault"), {args[0], args[1], otherwise});
    case Lookup::Error: break;
  }
  return Value();
}

Value dict_pop(VmThread& t, const Args& args) {
  Value v;
  switch (dict_delete(t, self_of(args), args[1], &v)) {
    case Lookup::Found: return v;
    case Lookup::Missing: return args.n > 2 ? args[2] : raise_key_error(t, args[1]);
    case Lookup::Python:
      if (args.n > 2) {
        return pending_call(t, prelude_function(t, "dict_pop"), {args[0], args[1], args[2]});
      }
      return pending_call(t, prelude_function(t, "dict_pop"), {args[0], args[1]});
    case Lookup::Error: break;
  }
  return Value();
}

Value dict_popitem(VmThread& t, const Args& args) {
  Value key;
  Value value;
  if (!dict_pop_last(t, self_of(args), true, &key, &value)) {
    return raise(t, t.vm.types.KeyError, "popitem(): dictionary is empty");
  }
  return tuple_of(t, {key, value});
}

Value dict_clear_method(VmThread& t, const Args& args) {
  dict_clear(t, self_of(args));
  return none();
}

Value dict_copy_method(VmThread& t, const Args& args) {
  Dict* copy = dict_copy(t, self_of(args));
  return copy != nullptr ? Value(copy) : Value();
}

Value dict_keys(VmThread& t, const Args& args) {
  return dict_view(t, self_of(args), g_iterator_types.dict_keys);
}
Value dict_values(VmThread& t, const Args& args) {
  return dict_view(t, self_of(args), g_iterator_types.dict_values);
}
Value dict_items(VmThread& t, const Args& args) {
  return dict_view(t, self_of(args), g_iterator_types.dict_items);
}

Value dict_fromkeys(VmThread& t, const Args& args) {
  const Value value = args.get(2, none());
  if (args[0].object() != t.vm.types.dict) {
    return pending_call(t, prelude_function(t, "dict_fromkeys"), {args[0], args[1], value});
  }
  const Value keys = native_iter(t, args[1]);
  if (keys.empty()) return keys;
  if (keys == not_implemented()) {
    return pending_call(t, prelude_function(t, "dict_fromkeys"), {args[0], args[1], value});
  }
  Dict* d = dict_new(t);
  Value key;
  while (native_next(t, keys, &key)) {
    const Lookup r = dict_set(t, d, key, value);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) {
      return pending_call(t, prelude_function(t, "dict_fromkeys_rest"), {d, key, keys, value});
    }
  }
  return t.exception.empty() ? Value(d) : Value();
}

// --- operators
// -------------------------------------------------------------------------------------------------

Value give_state(VmThread&, Value, Value state) { return state; }

/// `d` with `other`'s items added is the result.
Value merged(VmThread& t, Dict* d, Value other) {
  if (d == nullptr) return Value();
  const Value r = dict_update(t, d, other);
  if (!r.empty()) return d;
  if (t.pending.kind == Pending::Kind::Call) t.pending.after = {give_state, d};
  return Value();
}

Value dict_or(VmThread& t, const Args& args) {
  if (kind_of(args[1]) != Kind::Dict) return not_implemented();
  return merged(t, dict_copy(t, self_of(args)), args[1]);
}

Value dict_ror(VmThread& t, const Args& args) {
  if (kind_of(args[1]) != Kind::Dict) return not_implemented();
  return merged(t, dict_copy(t, static_cast<Dict*>(args[1].object())), args[0]);
}

Value dict_ior(VmThread& t, const Args& args) { return merged(t, self_of(args), args[1]); }

constexpr NativeDef kDictMethods[] = {
    {"__new__", dict_make, 1, kAnyArgs, kKeywords},
    {"__init__", dict_init, 1, kAnyArgs, kKeywords},
    {"__getitem__", dict_getitem_row, 2, 2},
    {"__setitem__", dict_setitem_row, 3, 3},
    {"__delitem__", dict_delitem_row, 2, 2},
    {"__contains__", dict_contains_row, 2, 2},
    {"__len__", dict_len_row, 1, 1},
    {"__iter__", dict_iter_row, 1, 1},
    {"__reversed__", dict_reversed_row, 1, 1},
    {"__or__", dict_or, 2, 2},
    {"__ror__", dict_ror, 2, 2},
    {"__ior__", dict_ior, 2, 2},
    {"get", dict_get_method, 2, 3},
    {"setdefault", dict_setdefault, 2, 3},
    {"pop", dict_pop, 2, 3},
    {"popitem", dict_popitem, 1, 1},
    {"update", dict_update_method, 1, kAnyArgs, kKeywords},
    {"clear", dict_clear_method, 1, 1},
    {"copy", dict_copy_method, 1, 1},
    {"keys", dict_keys, 1, 1},
    {"values", dict_values, 1, 1},
    {"items", dict_items, 1, 1},
    {"fromkeys", dict_fromkeys, 2, 3, kClassMethod},
};

}  // namespace

Value dict_update(VmThread& t, Dict* d, Value other) {
  if (is_plain_dict(other)) return update_from_dict(t, d, other);
  const Type* type = class_of(t.vm, other);
  const bool has_keys =
      !type_lookup(type, t.vm.names.keys).empty() ||
      (other.is_object() && !own_attribute(other.object(), t.vm.names.keys).empty());
  if (has_keys) return pending_call(t, prelude_function(t, "dict_update_mapping"), {d, other});
  return update_from_pairs(t, d, other);
}

void init_dict_type(VmThread& t) {
  Type* type = t.vm.types.dict;
  add_methods(t, type, kDictMethods);
  add_comparisons(t, type);
  add_repr(t, type);
  set_unhashable(t, type);
}

// --- views
// -----------------------------------------------------------------------------------------------------

namespace {

DictView* view_of(const Args& args) { return static_cast<DictView*>(args[0].object()); }

Value view_len(VmThread&, const Args& args) {
  return Value::small_int(dict_size(view_of(args)->dict));
}
Value view_iter(VmThread& t, const Args& args) { return native_iter(t, args[0]); }
Value view_reversed(VmThread& t, const Args& args) { return native_reversed(t, args[0]); }

Value keys_contains(VmThread& t, const Args& args) {
  return dict_contains(t, view_of(args)->dict, args[1]);
}

Value items_contains(VmThread& t, const Args& args) {
  Value key;
  Value wanted;
  Value found;
  if (kind_of(args[1]) != Kind::Tuple || !pair_of(args[1], &key, &wanted)) return boolean(false);
  const Lookup r = dict_get(t, view_of(args)->dict, key, &found);
  if (r == Lookup::Error) return Value();
  if (r == Lookup::Missing) return boolean(false);
  const Truth same = r == Lookup::Python ? Truth::Python : equal_native(t, found, wanted);
  if (same == Truth::Error) return Value();
  if (same != Truth::Python) return boolean(same == Truth::True);
  return pending_call(t, prelude_function(t, "items_contains"), {args[0], key, wanted});
}

template <lang::CompareOp op>
Value view_compare(VmThread& t, const Args& args) {
  const Value other = args[1];
  const bool set_like =
      other.is_object() && (kind_of(other) == Kind::Set || kind_of(other) == Kind::FrozenSet ||
                            other.object()->type == g_iterator_types.dict_keys ||
                            other.object()->type == g_iterator_types.dict_items);
  if (!set_like) return not_implemented();
  return pending_call(t, prelude_function(t, "view_compare"),
                      {args[0], other, Value::small_int(static_cast<int>(op))});
}

/// op: '&', '|', '-', '^'; what is on the left comes first.
template <char op, bool reflected>
Value view_operator(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "view_operator"),
                      {args[reflected ? 1 : 0], args[reflected ? 0 : 1], str_char(t, op)});
}

Value view_isdisjoint(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "view_isdisjoint"), {args[0], args[1]});
}

constexpr NativeDef kViewMethods[] = {
    {"__len__", view_len, 1, 1},
    {"__iter__", view_iter, 1, 1},
    {"__reversed__", view_reversed, 1, 1},
};
constexpr NativeDef kSetLikeMethods[] = {
    {"__eq__", view_compare<lang::CompareOp::Eq>, 2, 2},
    {"__ne__", view_compare<lang::CompareOp::Ne>, 2, 2},
    {"__lt__", view_compare<lang::CompareOp::Lt>, 2, 2},
    {"__le__", view_compare<lang::CompareOp::Le>, 2, 2},
    {"__gt__", view_compare<lang::CompareOp::Gt>, 2, 2},
    {"__ge__", view_compare<lang::CompareOp::Ge>, 2, 2},
    {"__and__", view_operator<'&', false>, 2, 2},
    {"__rand__", view_operator<'&', true>, 2, 2},
    {"__or__", view_operator<'|', false>, 2, 2},
    {"__ror__", view_operator<'|', true>, 2, 2},
    {"__sub__", view_operator<'-', false>, 2, 2},
    {"__rsub__", view_operator<'-', true>, 2, 2},
    {"__xor__", view_operator<'^', false>, 2, 2},
    {"__rxor__", view_operator<'^', true>, 2, 2},
    {"isdisjoint", view_isdisjoint, 2, 2},
};
constexpr NativeDef kKeysContains[] = {{"__contains__", keys_contains, 2, 2}};
constexpr NativeDef kItemsContains[] = {{"__contains__", items_contains, 2, 2}};

}  // namespace

void init_dict_views(VmThread& t) {
  const IteratorTypes& y = g_iterator_types;
  for (Type* type : {y.dict_keys, y.dict_values, y.dict_items}) {
    add_methods(t, type, kViewMethods);
    add_repr(t, type);
  }
  for (Type* type : {y.dict_keys, y.dict_items}) {
    add_methods(t, type, kSetLikeMethods);
    set_unhashable(t, type);
  }
  add_methods(t, y.dict_keys, kKeysContains);
  add_methods(t, y.dict_items, kItemsContains);
}

}  // namespace interleave::vm
