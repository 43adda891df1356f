// Python's set and frozenset.
//
// The table, its probing (nine neighbours, then a perturbed jump) and its growth are CPython's, so
// that sets iterate and print in the same order wherever hashes are the same. Readers take no lock;
// writers hold the ObjectLock when there is no GIL. Nothing here calls Python: see Lookup::Python.
// Called on the thread that runs the code.
#pragma once

#include "vm/dict.h"

namespace interleave::vm {

/// Free: key empty and hash 0. Tombstone: key empty and hash -1, which no object has. Without a
/// GIL an entry is used once.
struct SetEntry {
  Slot key;
  Shared<Hash> hash;
};

/// Header, then mask + 1 entries.
struct alignas(8) SetTable : Object {
  std::uint32_t mask = 0;
  // Entries in use, tombstones included; changed under the lock.
  Shared<std::uint32_t> fill;
  std::uint32_t finger = 0;  // where pop() goes on searching; under the lock
  std::uint32_t spare_word = 0;
  SetEntry* entries() { return reinterpret_cast<SetEntry*>(this + 1); }
  const SetEntry* entries() const { return reinterpret_cast<const SetEntry*>(this + 1); }
};

Set* set_new(VmThread& t);
Set* frozenset_new(VmThread& t);
/// An empty one of the class, which may be written in Python.
Set* set_new_of(VmThread& t, Type* type);
/// A set that is looked up in a set stands for the frozenset of its elements. Empty: MemoryError.
Value set_key(VmThread& t, Value key);
/// A copy of class `type` (set or frozenset). Null: MemoryError is raised.
Set* set_copy(VmThread& t, const Set* from, Type* type);
inline bool is_set(Value v) {
  return v.is_object() &&
         (v.object()->type->kind == Kind::Set || v.object()->type->kind == Kind::FrozenSet);
}
inline Set* as_set(Value v) { return static_cast<Set*>(v.object()); }
/// Found: was there already; Missing: added.
Lookup set_add(VmThread& t, Set* s, Value key);
Lookup set_contains(VmThread& t, const Set* s, Value key);
/// Found: removed.
Lookup set_discard(VmThread& t, Set* s, Value key);
/// With the hash known.
Lookup set_add_hashed(VmThread& t, Set* s, Value key, Hash hash);
Lookup set_contains_hashed(VmThread& t, const Set* s, Value key, Hash hash);
Lookup set_discard_hashed(VmThread& t, Set* s, Value key, Hash hash);
/// Takes any element out, CPython's choice; false: empty.
bool set_pop(VmThread& t, Set* s, Value* out);
void set_clear(VmThread& t, Set* s);
/// `to` gets the elements of `from`; what `to` had is gone. Both are under nobody else's eyes or
/// `to` is locked.
void set_take_over(VmThread& t, Set* to, const Set* from);
/// Adds everything of another set or dict with one growth at the start, as CPython does. Missing:
/// done.
Lookup set_merge(VmThread& t, Set* s, const Set* other);
Lookup set_merge_dict(VmThread& t, Set* s, const Dict* other);
/// After many discards CPython makes the table smaller.
void set_shrink(VmThread& t, Set* s);
Hash set_hash(Set* s);
inline std::uint32_t set_size(const Set* s) { return s->used.load(); }
/// The next element at or behind *position (0 to begin with), in the table's order. False: no more.
bool set_next(const Set* s, std::uint32_t* position, Value* key, Hash* hash = nullptr);

/// Complete operations: a bool or None, raised or pending.
Value set_contains_value(VmThread& t, Set* s, Value key);
Value set_add_value(VmThread& t, Set* s, Value key);
/// s.update(iterable): None, raised or pending.
Value set_update(VmThread& t, Set* s, Value iterable);

/// As in dict.h, for the helpers written in Python.
Value set_candidates(VmThread& t, const Set* s, Hash hash);
bool set_insert_new(VmThread& t, Set* s, Value key, Hash hash, Value candidates);
bool set_discard_identical(VmThread& t, Set* s, Value key, Hash hash);

void trace_set_table(Object* o, Marker& m);

}  // namespace interleave::vm
