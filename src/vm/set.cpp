#include "vm/set.h"

#include <algorithm>

#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/equal_keys.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/prelude.h"
#include "vm/str.h"

namespace interleave::vm {

namespace {

constexpr std::uint32_t kMinSize = 8;
constexpr std::uint32_t kLinearProbes = 9;
constexpr int kPerturbShift = 5;
constexpr Hash kTombstone = -1;

static_assert(sizeof(SetTable) % 8 == 0);

/// Null: MemoryError is raised.
SetTable* new_table(VmThread& t, std::uint32_t size) {
  const std::size_t bytes = size * sizeof(SetEntry);
  if (size > kMinSize && !t.can_allocate(bytes)) return nullptr;
  auto* table = t.make<SetTable>(t.vm.types.set_table, bytes);
  table->mask = size - 1;
  return table;
}

/// Calls `visit(entry, key, hash)` along the probe sequence; it answers True (stop here), False (go
/// on) or Python/Error (stop). A free entry is visited with an empty key and ends the walk with
/// False.
template <typename Visit>
Truth probe(const SetTable* table, Hash hash, std::uint32_t* entry, Visit visit) {
  const std::size_t mask = table->mask;
  auto perturb = static_cast<std::uint64_t>(hash);
  std::size_t i = static_cast<std::size_t>(perturb) & mask;
  for (;;) {
    const std::size_t last = i + kLinearProbes <= mask ? i + kLinearProbes : i;
    for (std::size_t at = i; at <= last; ++at) {
      const SetEntry& e = table->entries()[at];
      const Value key = e.key.load();
      const Hash stored = e.hash.load();
      *entry = static_cast<std::uint32_t>(at);
      if (key.empty()) {
        if (stored == 0) return Truth::False;
        continue;
      }
      if (stored != hash) continue;
      const Truth same = visit(key);
      if (same != Truth::False) return same;
    }
    perturb >>= kPerturbShift;
    i = (i * 5 + 1 + static_cast<std::size_t>(perturb)) & mask;
  }
}

/// With False, *entry is the free entry that ends the probe sequence.
Truth find(VmThread& t, const SetTable* table, Value key, Hash hash, std::uint32_t* entry) {
  if (table == nullptr) return Truth::False;
  const bool is_text = key.is_object() && key.object()->type == t.vm.types.str;
  return probe(table, hash, entry, [&](Value stored) {
    if (stored == key) return Truth::True;
    if (both_ints(stored, key)) return Truth::False;
    if (is_text && stored.is_object() && stored.object()->type == t.vm.types.str) {
      return truth(str_equal(static_cast<const Str*>(stored.object()),
                             static_cast<const Str*>(key.object())));
    }
    return equal_keys(t, stored, key);
  });
}

/// The tombstone CPython uses again for a new key, the last one before the free entry that ends its
/// probe sequence; kExhausted: none. Not used without a GIL: readers may be looking at it.
std::uint32_t last_tombstone(const SetTable* table, Hash hash) {
  const std::size_t mask = table->mask;
  auto perturb = static_cast<std::uint64_t>(hash);
  std::size_t i = static_cast<std::size_t>(perturb) & mask;
  std::uint32_t found = kExhausted;
  for (;;) {
    const std::size_t last = i + kLinearProbes <= mask ? i + kLinearProbes : i;
    for (std::size_t at = i; at <= last; ++at) {
      const SetEntry& e = table->entries()[at];
      if (!e.key.load().empty()) continue;
      if (e.hash.load() != kTombstone) return found;
      found = static_cast<std::uint32_t>(at);
    }
    perturb >>= kPerturbShift;
    i = (i * 5 + 1 + static_cast<std::size_t>(perturb)) & mask;
  }
}

void put(SetTable* table, std::uint32_t entry, Value key, Hash hash) {
  SetEntry& e = table->entries()[entry];
  e.hash.store(hash);
  e.key.store(key);
  table->fill.store(table->fill.load() + 1);
}

/// Adds a key known to be absent.
void add_clean(SetTable* table, Value key, Hash hash) {
  std::uint32_t entry = 0;
  probe(table, hash, &entry, [](Value) { return Truth::False; });
  put(table, entry, key, hash);
}

/// The lock is held.
bool resize(VmThread& t, Set* s, std::uint32_t min_used) {
  std::uint32_t size = kMinSize;
  while (size <= min_used) size <<= 1;
  SetTable* grown = new_table(t, size);
  if (grown == nullptr) return false;
  if (const SetTable* old = s->table.load()) {
    for (std::uint32_t i = 0; i <= old->mask; ++i) {
      const SetEntry& e = old->entries()[i];
      const Value key = e.key.load();
      if (!key.empty()) add_clean(grown, key, e.hash.load());
    }
    grown->finger = old->finger;
  }
  s->table.store(grown);
  return true;
}

std::uint32_t mask_of(const SetTable* table) {
  return table != nullptr ? table->mask : kMinSize - 1;
}
std::uint32_t fill_of(const SetTable* table) { return table != nullptr ? table->fill.load() : 0; }

std::uint32_t growth(std::uint32_t used) { return used > 50000 ? used * 2 : used * 4; }

/// Adds a key known to be absent. The lock is held; false: MemoryError is raised.
bool add_new(VmThread& t, Set* s, Value key, Hash hash) {
  SetTable* table = s->table.load();
  if (table == nullptr) {
    if (!resize(t, s, 0)) return false;
    table = s->table.load();
  }
  if (t.vm.gil && table->fill.load() != s->used.load()) {
    const std::uint32_t tombstone = last_tombstone(table, hash);
    if (tombstone != kExhausted) {
      table->entries()[tombstone].hash.store(hash);
      table->entries()[tombstone].key.store(key);
      s->used.store(s->used.load() + 1);
      return true;
    }
  }
  add_clean(table, key, hash);
  s->used.store(s->used.load() + 1);
  if (std::uint64_t{table->fill.load()} * 5 < std::uint64_t{table->mask} * 3) return true;
  return resize(t, s, growth(s->used.load()));
}

Lookup add_locked(VmThread& t, Set* s, Value key, Hash hash) {
  SetTable* table = s->table.load();
  std::uint32_t entry = 0;
  const Truth found = find(t, table, key, hash, &entry);
  if (found == Truth::Python) return Lookup::Python;
  if (found == Truth::Error) return Lookup::Error;
  if (found == Truth::True) return Lookup::Found;
  return add_new(t, s, key, hash) ? Lookup::Missing : Lookup::Error;
}

void erase(Set* s, SetTable* table, std::uint32_t entry) {
  SetEntry& e = table->entries()[entry];
  e.hash.store(kTombstone);  // first, or an element with hash 0 would look like a free entry
  e.key.store(Value());
  s->used.store(s->used.load() - 1);
}

/// One growth at the start. The lock is held.
bool make_room(VmThread& t, Set* s, std::uint32_t more) {
  const SetTable* table = s->table.load();
  const std::uint64_t wanted = (std::uint64_t{fill_of(table)} + more) * 5;
  if (wanted < std::uint64_t{mask_of(table)} * 3) return true;
  return resize(t, s, (s->used.load() + more) * 2);
}

Lookup merge_into_empty(VmThread& t, Set* s, const SetTable* from, std::uint32_t used) {
  SetTable* table = s->table.load();
  if (table == nullptr) {
    if (!resize(t, s, 0)) return Lookup::Error;
    table = s->table.load();
  }
  const bool same_layout = table->mask == from->mask && from->fill.load() == used;
  std::uint32_t added = 0;
  for (std::uint32_t i = 0; i <= from->mask; ++i) {
    const SetEntry& e = from->entries()[i];
    const Value key = e.key.load();
    const Hash hash = e.hash.load();
    if (key.empty() || hash == kTombstone) continue;  // the latter: another thread takes it out
    if (same_layout) {
      put(table, i, key, hash);
    } else if (table->fill.load() < table->mask) {
      add_clean(table, key, hash);
    }
    ++added;
  }
  s->used.store(added);
  return Lookup::Missing;
}

}  // namespace

Set* set_new(VmThread& t) { return t.make<Set>(t.vm.types.set); }
Set* frozenset_new(VmThread& t) { return t.make<Set>(t.vm.types.frozenset); }
Set* set_new_of(VmThread& t, Type* type) { return make_of<Set>(t, type); }

Set* set_copy(VmThread& t, const Set* from, Type* type) {
  Set* s = set_new_of(t, type);
  return set_merge(t, s, from) == Lookup::Error ? nullptr : s;
}

Lookup set_add_hashed(VmThread& t, Set* s, Value key, Hash hash) {
  ObjectLock lock(t.vm, s);
  return add_locked(t, s, key, hash);
}

Lookup set_add(VmThread& t, Set* s, Value key) {
  Hash hash = 0;
  const Lookup hashed = hash_value(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  return set_add_hashed(t, s, key, hash);
}

Lookup set_contains_hashed(VmThread& t, const Set* s, Value key, Hash hash) {
  std::uint32_t entry = 0;
  switch (find(t, s->table.load(), key, hash, &entry)) {
    case Truth::True: return Lookup::Found;
    case Truth::False: return Lookup::Missing;
    case Truth::Python: return Lookup::Python;
    case Truth::Error: break;
  }
  return Lookup::Error;
}

Lookup set_contains(VmThread& t, const Set* s, Value key) {
  Hash hash = 0;
  const Lookup hashed = hash_value(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  return set_contains_hashed(t, s, key, hash);
}

Lookup set_discard_hashed(VmThread& t, Set* s, Value key, Hash hash) {
  ObjectLock lock(t.vm, s);
  SetTable* table = s->table.load();
  std::uint32_t entry = 0;
  const Truth found = find(t, table, key, hash, &entry);
  if (found == Truth::Python) return Lookup::Python;
  if (found == Truth::Error) return Lookup::Error;
  if (found == Truth::False) return Lookup::Missing;
  erase(s, table, entry);
  return Lookup::Found;
}

Lookup set_discard(VmThread& t, Set* s, Value key) {
  Hash hash = 0;
  const Lookup hashed = hash_value(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  return set_discard_hashed(t, s, key, hash);
}

bool set_pop(VmThread& t, Set* s, Value* out) {
  ObjectLock lock(t.vm, s);
  SetTable* table = s->table.load();
  if (table == nullptr || s->used.load() == 0) return false;
  std::uint32_t i = table->finger & table->mask;
  while (table->entries()[i].key.load().empty()) i = (i + 1) & table->mask;
  *out = table->entries()[i].key.load();
  erase(s, table, i);
  table->finger = i + 1;
  return true;
}

void set_clear(VmThread& t, Set* s) {
  ObjectLock lock(t.vm, s);
  s->table.store(nullptr);
  s->used.store(0);
}

void set_take_over(VmThread& t, Set* to, const Set* from) {
  ObjectLock lock(t.vm, to);
  to->table.store(from->table.load());
  to->used.store(from->used.load());
}

Lookup set_merge(VmThread& t, Set* s, const Set* other) {
  if (s == other) return Lookup::Missing;
  const SetTable* from = other->table.load();
  const std::uint32_t used = other->used.load();
  if (from == nullptr || used == 0) return Lookup::Missing;
  ObjectLock lock(t.vm, s);
  if (!make_room(t, s, used)) return Lookup::Error;
  if (fill_of(s->table.load()) == 0) return merge_into_empty(t, s, from, used);
  for (std::uint32_t i = 0; i <= from->mask; ++i) {
    const SetEntry& e = from->entries()[i];
    const Value key = e.key.load();
    const Hash hash = e.hash.load();
    if (key.empty() || hash == kTombstone) continue;
    const Lookup r = add_locked(t, s, key, hash);
    if (r == Lookup::Python || r == Lookup::Error) return r;
  }
  return Lookup::Missing;
}

Lookup set_merge_dict(VmThread& t, Set* s, const Dict* other) {
  ObjectLock lock(t.vm, s);
  if (!make_room(t, s, dict_size(other))) return Lookup::Error;
  std::uint32_t position = 0;
  Value key;
  Hash hash = 0;
  while (dict_next_hashed(other, &position, &key, nullptr, &hash)) {
    const Lookup r = add_locked(t, s, key, hash);
    if (r == Lookup::Python || r == Lookup::Error) return r;
  }
  return Lookup::Missing;
}

void set_shrink(VmThread& t, Set* s) {
  ObjectLock lock(t.vm, s);
  const SetTable* table = s->table.load();
  const std::uint32_t used = s->used.load();
  if (table == nullptr || table->fill.load() - used <= table->mask / 4) return;
  resize(t, s, growth(used));
}

bool set_next(const Set* s, std::uint32_t* position, Value* key, Hash* hash) {
  const SetTable* table = s->table.load();
  if (table == nullptr) return false;
  for (std::uint32_t i = *position; i <= table->mask; ++i) {
    const SetEntry& e = table->entries()[i];
    const Value k = e.key.load();
    if (k.empty()) continue;
    const Hash h = e.hash.load();
    if (h == kTombstone) continue;
    *key = k;
    if (hash != nullptr) *hash = h;
    *position = i + 1;
    return true;
  }
  *position = table->mask + 1;
  return false;
}

Hash set_hash(Set* s) {
  const Hash cached = s->hash.load();
  if (cached != 0) return cached;
  const auto shuffle = [](std::uint64_t h) {
    return ((h ^ 89869747u) ^ (h << 16)) * std::uint64_t{3644798167};
  };
  std::uint64_t hash = 0;
  std::uint32_t position = 0;
  Value key;
  Hash element = 0;
  while (set_next(s, &position, &key, &element))
    hash ^= shuffle(static_cast<std::uint64_t>(element));
  hash ^= (std::uint64_t{s->used.load()} + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  if (hash == ~std::uint64_t{0}) hash = 590923713u;
  s->hash.store(static_cast<Hash>(hash));
  return static_cast<Hash>(hash);
}

// --- complete operations
// -------------------------------------------------------------------------------------

Value set_key(VmThread& t, Value key) {
  if (kind_of(key) != Kind::Set) return key;
  const Type* type = class_of(t.vm, key);
  if (type->is_python && special(type, Special::Hash) != none()) return key;  // it can be hashed
  Set* frozen = set_copy(t, static_cast<Set*>(key.object()), t.vm.types.frozenset);
  return frozen != nullptr ? Value(frozen) : Value();
}

Value set_contains_value(VmThread& t, Set* s, Value key) {
  key = set_key(t, key);
  if (key.empty()) return Value();
  switch (set_contains(t, s, key)) {
    case Lookup::Found: return boolean(true);
    case Lookup::Missing: return boolean(false);
    case Lookup::Python: return pending_call(t, prelude_function(t, "set_contains"), {s, key});
    case Lookup::Error: break;
  }
  return Value();
}

Value set_add_value(VmThread& t, Set* s, Value key) {
  switch (set_add(t, s, key)) {
    case Lookup::Found:
    case Lookup::Missing: return none();
    case Lookup::Python: return pending_call(t, prelude_function(t, "set_add"), {s, key});
    case Lookup::Error: break;
  }
  return Value();
}

Value set_update(VmThread& t, Set* s, Value iterable) {
  Lookup r = Lookup::Missing;
  if (is_set(iterable)) {
    r = set_merge(t, s, as_set(iterable));
  } else if (iterable.is_object() && iterable.object()->type == t.vm.types.dict) {
    r = set_merge_dict(t, s, static_cast<Dict*>(iterable.object()));
  } else {
    const Value it = native_iter(t, iterable);
    if (it.empty()) return it;
    if (it == not_implemented()) {
      return pending_call(t, prelude_function(t, "set_update"), {s, iterable});
    }
    Value v;
    while (native_next(t, it, &v)) {
      r = set_add(t, s, v);
      if (r == Lookup::Error) return Value();
      // What was taken from the iterator is lost to a second pass over an iterator, so the rest
      // goes along.
      if (r == Lookup::Python)
        return pending_call(t, prelude_function(t, "set_update_from"), {s, v, it});
    }
    return t.exception.empty() ? none() : Value();
  }
  if (r == Lookup::Python) return pending_call(t, prelude_function(t, "set_update"), {s, iterable});
  return r == Lookup::Error ? Value() : none();
}

// --- for the helpers written in Python
// -----------------------------------------------------------------------

Value set_candidates(VmThread& t, const Set* s, Hash hash) {
  List* found = list_new(t, 0);
  if (const SetTable* table = s->table.load()) {
    std::uint32_t entry = 0;
    probe(table, hash, &entry, [&](Value stored) {
      list_append(t, found, stored);
      return Truth::False;
    });
  }
  return found;
}

bool set_insert_new(VmThread& t, Set* s, Value key, Hash hash, Value candidates) {
  auto* known = static_cast<List*>(candidates.object());
  ObjectLock lock(t.vm, s);
  std::uint32_t seen = 0;
  bool same = true;
  std::uint32_t entry = 0;
  const SetTable* table = s->table.load();
  if (table != nullptr) {
    probe(table, hash, &entry, [&](Value stored) {
      Value other;
      same = same && list_get(known, seen, &other) && other == stored;
      ++seen;
      return Truth::False;
    });
  }
  if (!same || seen != list_size(known)) return false;
  add_new(t, s, key, hash);
  return true;
}

bool set_discard_identical(VmThread& t, Set* s, Value key, Hash hash) {
  ObjectLock lock(t.vm, s);
  SetTable* table = s->table.load();
  std::uint32_t entry = 0;
  if (table == nullptr || probe(table, hash, &entry, [&](Value stored) {
                            return truth(stored == key);
                          }) != Truth::True) {
    return false;
  }
  erase(s, table, entry);
  return true;
}

void trace_set_table(Object* o, Marker& m) {
  auto* table = static_cast<SetTable*>(o);
  for (std::uint32_t i = 0; i <= table->mask; ++i) m.mark(table->entries()[i].key);
}

}  // namespace interleave::vm
