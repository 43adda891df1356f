// Module _il: what the helpers in prelude.py need of containers and iterators and no program may
// see.
//
// Arguments are trusted: only our own Python code calls these.
#include <algorithm>

#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/builtins.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/repr.h"
#include "vm/set.h"
#include "vm/sort.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

Dict* dict_at(const Args& args) { return static_cast<Dict*>(args[0].object()); }
List* list_at(const Args& args, std::uint32_t i = 0) {
  return static_cast<List*>(args[i].object());
}

/// hash() gives 64-bit numbers, of which some are not small ints.
Hash hash_at(const Args& args, std::uint32_t i) {
  std::int64_t h = 0;
  to_int64(args[i], &h);
  return h;
}

// --- dict and set
// ------------------------------------------------------------------------------------------

Value il_dict_candidates(VmThread& t, const Args& args) {
  return dict_candidates(t, dict_at(args), hash_at(args, 1));
}

/// (d, stored key, hash, otherwise)
Value il_dict_fetch(VmThread&, const Args& args) {
  const Value v = dict_get_identical(dict_at(args), args[1], hash_at(args, 2));
  return v.empty() ? args[3] : v;
}

/// (d, stored key, hash, value): whether it was still there.
Value il_dict_replace(VmThread& t, const Args& args) {
  return boolean(dict_set_identical(t, dict_at(args), args[1], hash_at(args, 2), args[3]));
}

/// (d, stored key, hash): whether it was still there.
Value il_dict_remove(VmThread& t, const Args& args) {
  return boolean(dict_set_identical(t, dict_at(args), args[1], hash_at(args, 2), Value()));
}

/// (d, key, hash, value, candidates): false if others have come or gone meanwhile.
Value il_dict_insert(VmThread& t, const Args& args) {
  const bool done = dict_insert_new(t, dict_at(args), args[1], hash_at(args, 2), args[3], args[4]);
  return t.exception.empty() ? boolean(done) : Value();
}

Value il_dict_missing(VmThread& t, const Args& args) {
  return dict_missing(t, dict_at(args), args[1]);
}

/// (d, last): takes the last or the first item out; the caller has seen that there is one.
Value il_dict_pop_item(VmThread& t, const Args& args) {
  Value key;
  Value value;
  if (!dict_pop_last(t, dict_at(args), truth_native(t, args[1]) != Truth::False, &key, &value)) {
    return raise(t, t.vm.types.KeyError, "dictionary is empty");
  }
  return tuple_of(t, {key, value});
}

Value il_set_candidates(VmThread& t, const Args& args) {
  return set_candidates(t, as_set(args[0]), hash_at(args, 1));
}
Value il_set_insert(VmThread& t, const Args& args) {
  const bool done = set_insert_new(t, as_set(args[0]), args[1], hash_at(args, 2), args[3]);
  return t.exception.empty() ? boolean(done) : Value();
}
Value il_set_remove(VmThread& t, const Args& args) {
  return boolean(set_discard_identical(t, as_set(args[0]), args[1], hash_at(args, 2)));
}
Value il_set_take_over(VmThread& t, const Args& args) {
  set_take_over(t, as_set(args[0]), as_set(args[1]));
  return none();
}

Value il_raise_key_error(VmThread& t, const Args& args) { return raise_key_error(t, args[0]); }

// --- printing
// ------------------------------------------------------------------------------------------------

Value il_repr_enter(VmThread& t, const Args& args) {
  Object* o = args[0].object();
  if (std::find(t.repr_guard.begin(), t.repr_guard.end(), o) != t.repr_guard.end()) {
    return boolean(false);
  }
  t.repr_guard.push_back(o);
  return boolean(true);
}

Value il_repr_leave(VmThread& t, const Args& args) {
  auto& guard = t.repr_guard;
  const auto at = std::find(guard.rbegin(), guard.rend(), args[0].object());
  if (at != guard.rend()) guard.erase(std::next(at).base());
  return none();
}

/// (error, text, end)
Value il_write(VmThread& t, const Args& args) {
  return write_line(t, args[0] == boolean(true), args[1], args[2]);
}

Value il_ascii_text(VmThread& t, const Args& args) { return ascii_text(t, as_str(args[0])); }

// --- sequences
// -----------------------------------------------------------------------------------------------

/// The items of a list, tuple or set or the keys of a dict, whatever a subclass overrides.
Value il_items(VmThread& t, const Args& args) {
  Object* o = args[0].object();
  std::vector<Value> items;
  std::uint32_t position = 0;
  Value key;
  switch (o->type->kind) {
    case Kind::List: items = list_snapshot(static_cast<List*>(o)); break;
    case Kind::Tuple: {
      auto* tuple = static_cast<Tuple*>(o);
      items.assign(tuple->items(), tuple->items() + tuple->size);
      break;
    }
    case Kind::Dict:
      while (dict_next(static_cast<Dict*>(o), &position, &key, nullptr)) items.push_back(key);
      break;
    default:
      while (set_next(as_set(args[0]), &position, &key)) items.push_back(key);
      break;
  }
  return list_from(t, items.data(), items.size());
}

/// (key, value) pairs of a dict, whatever a subclass overrides.
Value il_dict_pairs(VmThread& t, const Args& args) {
  List* list = list_new(t, 0);
  std::uint32_t position = 0;
  Value key;
  Value value;
  while (dict_next(dict_at(args), &position, &key, &value)) {
    if (!list_append(t, list, tuple_of(t, {key, value}))) return Value();
  }
  return list;
}

/// The built-in kind behind an object's class: "list", "tuple", "dict", "set", "frozenset", "slice"
/// or "".
Value il_kind(VmThread& t, const Args& args) {
  const char* name = "";
  switch (kind_of(args[0])) {
    case Kind::List: name = "list"; break;
    case Kind::Tuple: name = "tuple"; break;
    case Kind::Dict: name = "dict"; break;
    case Kind::Set: name = "set"; break;
    case Kind::FrozenSet: name = "frozenset"; break;
    case Kind::Slice: name = "slice"; break;
    default: break;
  }
  return t.vm.intern(name);
}

/// Takes all items out of a list: it is empty while it is being sorted.
Value il_sort_begin(VmThread& t, const Args& args) {
  const std::vector<Value> items = list_snapshot(list_at(args));
  list_clear(t, list_at(args));
  return list_from(t, items.data(), items.size());
}

/// (list, items): puts them back; false if somebody has put others in meanwhile, which go to the
/// end.
Value il_sort_end(VmThread& t, const Args& args) {
  const bool untouched = list_size(list_at(args)) == 0;
  const std::vector<Value> items = list_snapshot(list_at(args, 1));
  if (!list_replace(t, list_at(args), 0, 0, items.data(), items.size())) return Value();
  return boolean(untouched);
}

/// (keys, items, reverse): items in the order of their keys, or None if comparing keys needs
/// Python.
Value il_sort_pairs(VmThread& t, const Args& args) {
  std::vector<Value> keys = list_snapshot(list_at(args));
  std::vector<Value> items = list_snapshot(list_at(args, 1));
  const bool reverse = args[2] == boolean(true);
  const Truth done = sort_native(t, keys.data(), items.data(), keys.size(), reverse);
  if (done == Truth::Error) return Value();
  if (done != Truth::True) return none();
  return list_from(t, items.data(), items.size());
}

// --- iterators
// -------------------------------------------------------------------------------------------------

Value il_make_enumerate(VmThread& t, const Args& args) {
  return enumerate_new(t, args[0], args[1]);
}

Tuple* as_iterators(VmThread& t, Value list) {
  const std::vector<Value> items = list_snapshot(static_cast<List*>(list.object()));
  return tuple_from(t, items.data(), items.size());
}

Value il_make_zip(VmThread& t, const Args& args) {
  return zip_new(t, as_iterators(t, args[0]), args[1] == boolean(true));
}
Value il_make_map(VmThread& t, const Args& args) {
  return map_new(t, args[0], as_iterators(t, args[1]));
}
Value il_make_filter(VmThread& t, const Args& args) { return filter_new(t, args[0], args[1]); }

Value il_getitem_reversed(VmThread& t, const Args& args) {
  std::int64_t length = 0;
  if (!read_index(t, args[1], &length)) return Value();
  return getitem_reversed(t, args[0], length);
}

/// CPython's hash of a tuple from the hashes of its items.
Value il_mix_hashes(VmThread& t, const Args& args) {
  const std::vector<Value> hashes = list_snapshot(list_at(args));
  std::vector<Hash> lanes;
  for (Value v : hashes) {
    Hash h = 0;
    to_int64(v, &h);
    lanes.push_back(h);
  }
  return int_value(t, mix_hashes(lanes.data(), lanes.size()));
}

constexpr NativeDef kNatives[] = {
    {"dict_candidates", il_dict_candidates, 2, 2},
    {"dict_fetch", il_dict_fetch, 4, 4},
    {"dict_replace", il_dict_replace, 4, 4},
    {"dict_remove", il_dict_remove, 3, 3},
    {"dict_insert", il_dict_insert, 5, 5},
    {"dict_missing", il_dict_missing, 2, 2},
    {"dict_pop_item", il_dict_pop_item, 2, 2},
    {"dict_pairs", il_dict_pairs, 1, 1},
    {"set_candidates", il_set_candidates, 2, 2},
    {"set_insert", il_set_insert, 4, 4},
    {"set_remove", il_set_remove, 3, 3},
    {"set_take_over", il_set_take_over, 2, 2},
    {"raise_key_error", il_raise_key_error, 1, 1},
    {"repr_enter", il_repr_enter, 1, 1},
    {"repr_leave", il_repr_leave, 1, 1},
    {"write", il_write, 3, 3},
    {"ascii_text", il_ascii_text, 1, 1},
    {"items", il_items, 1, 1},
    {"kind", il_kind, 1, 1},
    {"sort_begin", il_sort_begin, 1, 1},
    {"sort_end", il_sort_end, 2, 2},
    {"sort_pairs", il_sort_pairs, 3, 3},
    {"make_enumerate", il_make_enumerate, 2, 2},
    {"make_zip", il_make_zip, 2, 2},
    {"make_map", il_make_map, 2, 2},
    {"make_filter", il_make_filter, 2, 2},
    {"getitem_reversed", il_getitem_reversed, 2, 2},
    {"mix_hashes", il_mix_hashes, 1, 1},
};

}  // namespace

void init_private_natives(VmThread& t) { add_functions(t, private_module(t), kNatives); }

}  // namespace interleave::vm
