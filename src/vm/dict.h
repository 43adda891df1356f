// Python's dict, and the namespaces of modules and classes, which are dicts whose values lie in
// cells.
//
// A compact table in insertion order: indices that point into an array of {hash, key, value}.
// Readers take no lock: an entry is complete before its index is published, a deleted entry stays
// as a tombstone and is never used again within its table, and a grown table is published last.
// Writers hold the ObjectLock when there is no GIL. Not the methods of dict (lib/dict_methods.cpp),
// and nothing here ever calls Python: where a user's __eq__ or __hash__ is needed the answer is
// Lookup::Python, and dict_getitem() and its like hand the operation to a helper written in Python.
// Called on the thread that runs the code.
#pragma once

#include "vm/thread.h"
#include "vm/vm.h"

namespace interleave::vm {

/// How an operation on a container ended.
enum class Lookup : std::uint8_t {
  Found,    // done: the key is (or was) there; for set and add: it replaced
  Missing,  // done: the key is not there; for set and add: it is new
  Python,   // nothing done: needs a user's __eq__ or __hash__
  Error,    // t.exception is set (unhashable type, MemoryError)
};

struct DictEntry {
  Hash hash = 0;  // written once, before the entry is published
  Slot key;       // empty: deleted
  Slot value;     // empty: deleted, or just being added
};

/// Header, then `capacity` entries, then 1 << log2_size indices of `index_bytes` bytes: 0 free,
/// else entry + 1.
struct alignas(8) DictTable : Object {
  std::uint8_t log2_size = 0;
  std::uint8_t index_bytes = 1;
  std::uint32_t capacity = 0;         // entries there is room for: 2/3 of the indices
  Shared<std::uint32_t> entry_count;  // entries handed out, tombstones included
  Shared<std::uint32_t> head;         // all entries before it are tombstones
  Shared<std::uint32_t> tail;         // all entries from it on are tombstones
  DictEntry* entries() { return reinterpret_cast<DictEntry*>(this + 1); }
  const DictEntry* entries() const { return reinterpret_cast<const DictEntry*>(this + 1); }
};

// --- making
// -----------------------------------------------------------------------------------------
Dict* dict_new(VmThread& t);
/// An empty dict with room for `count` keys. Null: MemoryError is raised.
Dict* dict_new_sized(VmThread& t, std::uint32_t count);
/// An empty namespace (Dict::cells).
Dict* namespace_new(VmThread& t);
/// Turns an ordinary dict into a namespace, for exec().
void dict_make_namespace(VmThread& t, Dict* d);
/// An ordinary dict with the same items; of a namespace too. Null: MemoryError is raised.
Dict* dict_copy(VmThread& t, const Dict* from);

// --- any key
// ------------------------------------------------------------------------------------------
Lookup dict_get(VmThread& t, Dict* d, Value key, Value* out);
/// Found: replaced; Missing: added.
Lookup dict_set(VmThread& t, Dict* d, Value key, Value v);
/// Found: deleted, *old (unless null) is what it was.
Lookup dict_delete(VmThread& t, Dict* d, Value key, Value* old);
/// *out becomes what is there, storing `v` first where nothing is (setdefault). Missing: stored.
Lookup dict_get_or_set(VmThread& t, Dict* d, Value key, Value v, Value* out);
void dict_clear(VmThread& t, Dict* d);
/// With the hash known.
Lookup dict_get_hashed(VmThread& t, const Dict* d, Value key, Hash hash, Value* out);
Lookup dict_set_hashed(VmThread& t, Dict* d, Value key, Hash hash, Value v);
/// Makes an empty dict equal to `from`, without comparing keys. False: MemoryError is raised.
bool dict_assign(VmThread& t, Dict* to, const Dict* from);
/// Takes the last (or the first) item out; false: empty.
bool dict_pop_last(VmThread& t, Dict* d, bool last, Value* key, Value* value);
/// len(d). Of a namespace it counts the cells that are not empty.
std::uint32_t namespace_size(const Dict* d);
inline std::uint32_t dict_size(const Dict* d) {
  return d->cells ? namespace_size(d) : d->used.load();
}

// --- complete operations for the interpreter: a result, raised, or pending
// ----------------------------------
/// d[key]: KeyError, or __missing__ of a subclass.
Value dict_getitem(VmThread& t, Dict* d, Value key);
/// d[key] = v: None, raised or pending.
Value dict_setitem(VmThread& t, Dict* d, Value key, Value v);
/// What d[key] does when the key is not there: __missing__ of a subclass, or KeyError.
Value dict_missing(VmThread& t, Dict* d, Value key);
/// del d[key]: None, raised or pending.
Value dict_delitem(VmThread& t, Dict* d, Value key);
/// key in d: a bool, raised or pending.
Value dict_contains(VmThread& t, Dict* d, Value key);
/// d.update(other) for mappings and iterables of pairs: None, raised or pending.
Value dict_update(VmThread& t, Dict* d, Value other);

// --- string keys, no errors
// -------------------------------------------------------------------------------
/// Empty: missing.
Value dict_get_str(const Dict* d, Str* name);
void dict_set_str(VmThread& t, Dict* d, Str* name, Value v);
/// False: was not there.
bool dict_delete_str(VmThread& t, Dict* d, Str* name);

// --- namespaces
// ---------------------------------------------------------------------------------------------
/// The cell of a name, made if there is none; possibly empty.
Cell* namespace_cell(VmThread& t, Dict* d, Str* name);
/// Null: none was ever made.
Cell* namespace_find(const Dict* d, Str* name);

// --- iteration
// ------------------------------------------------------------------------------------------------
/// The next item at or behind *position (0 to begin with), in order of insertion. False: no more.
/// `key` and `value` may be null. Detecting changes of size is the iterator's affair.
bool dict_next(const Dict* d, std::uint32_t* position, Value* key, Value* value);
bool dict_next_hashed(const Dict* d, std::uint32_t* position, Value* key, Value* value, Hash* hash);
/// What an iterator compares to find out that keys have come or gone.
std::uint32_t dict_shape_size(const Dict* d);
/// The previous item before *position (kDictEnd to begin with).
bool dict_previous(const Dict* d, std::uint32_t* position, Value* key, Value* value);
inline constexpr std::uint32_t kDictEnd = 0xFFFFFFFFu;

// --- for the helpers written in Python
// ----------------------------------------------------------------------------
/// A list of the keys stored with this hash.
Value dict_candidates(VmThread& t, const Dict* d, Hash hash);
/// Finds by identity of the key and its hash; empty: missing.
Value dict_get_identical(const Dict* d, Value key, Hash hash);
/// Replaces or deletes (empty v) by identity; false: not there any more.
bool dict_set_identical(VmThread& t, Dict* d, Value key, Hash hash, Value v);
/// Adds without comparing, provided that no key with this hash has come or gone since `candidates`
/// was made.
bool dict_insert_new(VmThread& t, Dict* d, Value key, Hash hash, Value v, Value candidates);

void trace_dict_table(Object* o, Marker& m);

}  // namespace interleave::vm
