#include "vm/dict.h"

#include <algorithm>
#include <cstring>

#include "vm/attributes.h"
#include "vm/compare.h"
#include "vm/equal_keys.h"
#include "vm/errors.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr std::uint8_t kMinLog2 = 3;
constexpr std::uint8_t kMaxLog2 = 26;  // far beyond limits::kHeapBytes
constexpr int kPerturbShift = 5;

static_assert(sizeof(DictTable) % 8 == 0 && sizeof(DictEntry) == 24);

constexpr std::uint32_t capacity_of(std::uint8_t log2_size) {
  return static_cast<std::uint32_t>((std::uint64_t{2} << log2_size) / 3);
}

std::uint8_t log2_for(std::uint64_t entries) {
  std::uint8_t log2_size = kMinLog2;
  while (log2_size < kMaxLog2 && capacity_of(log2_size) < entries) ++log2_size;
  return log2_size;
}

char* indices_of(const DictTable* table) {
  return reinterpret_cast<char*>(const_cast<DictEntry*>(table->entries() + table->capacity));
}

/// 0: free, else number of the entry + 1.
std::uint32_t load_index(const DictTable* table, std::size_t i) {
  const char* at = indices_of(table);
  switch (table->index_bytes) {
    case 1: return reinterpret_cast<const Shared<std::uint8_t>*>(at)[i].load();
    case 2: return reinterpret_cast<const Shared<std::uint16_t>*>(at)[i].load();
    default: return reinterpret_cast<const Shared<std::uint32_t>*>(at)[i].load();
  }
}

void store_index(DictTable* table, std::size_t i, std::uint32_t v) {
  char* at = indices_of(table);
  switch (table->index_bytes) {
    case 1:
      reinterpret_cast<Shared<std::uint8_t>*>(at)[i].store(static_cast<std::uint8_t>(v));
      break;
    case 2:
      reinterpret_cast<Shared<std::uint16_t>*>(at)[i].store(static_cast<std::uint16_t>(v));
      break;
    default: reinterpret_cast<Shared<std::uint32_t>*>(at)[i].store(v); break;
  }
}

/// Null: MemoryError is raised.
DictTable* new_table(VmThread& t, std::uint8_t log2_size) {
  const std::uint32_t capacity = capacity_of(log2_size);
  const std::uint8_t index_bytes = log2_size <= 8 ? 1 : log2_size <= 16 ? 2 : 4;
  const std::size_t bytes = capacity * sizeof(DictEntry) + (std::size_t{index_bytes} << log2_size);
  if (log2_size > kMinLog2 && !t.can_allocate(bytes)) return nullptr;
  auto* table = t.make<DictTable>(t.vm.types.dict_table, bytes);
  table->log2_size = log2_size;
  table->index_bytes = index_bytes;
  table->capacity = capacity;
  return table;
}

/// Walks the indices a hash leads to. `match(entry)` says whether the entry is the one; anything
/// but Truth::False ends the walk. Answers False when the key is not there.
template <typename Match>
Truth probe(const DictTable* table, Hash hash, std::uint32_t* entry, Match match) {
  const DictEntry* entries = table->entries();
  const std::size_t mask = (std::size_t{1} << table->log2_size) - 1;
  auto perturb = static_cast<std::uint64_t>(hash);
  auto i = static_cast<std::size_t>(perturb) & mask;
  for (;;) {
    const std::uint32_t index = load_index(table, i);
    if (index == 0) return Truth::False;
    const DictEntry& e = entries[index - 1];
    if (e.hash == hash) {
      const Value key = e.key.load();
      if (!key.empty()) {
        const Truth same = match(key);
        if (same != Truth::False) {
          *entry = index - 1;
          return same;
        }
      }
    }
    perturb >>= kPerturbShift;
    i = (i * 5 + static_cast<std::size_t>(perturb) + 1) & mask;
  }
}

bool same_text(const Str* a, const Str* b) {
  if (a == b) return true;
  if ((a->flags & b->flags & kInterned) != 0) return false;
  return str_equal(a, b);
}

/// The hash without a call for the keys that matter most.
Lookup hash_key(VmThread& t, Value key, Hash* out) {
  if (key.is_int()) {
    *out = small_int_hash(key);
    return Lookup::Found;
  }
  if (key.is_object() && key.object()->type == t.vm.types.str) {
    *out = str_hash(static_cast<Str*>(key.object()));
    return Lookup::Found;
  }
  return hash_value(t, key, out);
}

Truth find(VmThread& t, const DictTable* table, Value key, Hash hash, std::uint32_t* entry) {
  if (table == nullptr) return Truth::False;
  if (key.is_object() && key.object()->type == t.vm.types.str) {
    auto* text = static_cast<const Str*>(key.object());
    return probe(table, hash, entry, [&](Value stored) {
      if (stored == key) return Truth::True;
      if (stored.is_object() && stored.object()->type == t.vm.types.str) {
        return truth(same_text(static_cast<const Str*>(stored.object()), text));
      }
      return equal_native(t, stored, key);
    });
  }
  return probe(table, hash, entry, [&](Value stored) {
    if (stored == key) return Truth::True;
    if (both_ints(stored, key)) return Truth::False;
    return equal_keys(t, stored, key);
  });
}

/// As find(), among string keys only.
bool find_str(const DictTable* table, Str* name, std::uint32_t* entry) {
  if (table == nullptr) return false;
  return probe(table, str_hash(name), entry, [&](Value stored) {
           if (stored.is_object() && stored.object() == name) return Truth::True;
           return truth(is_str(stored) && same_text(as_str(stored), name));
         }) == Truth::True;
}

bool find_identical(const DictTable* table, Value key, Hash hash, std::uint32_t* entry) {
  if (table == nullptr) return false;
  return probe(table, hash, entry, [&](Value stored) { return truth(stored == key); }) ==
         Truth::True;
}

/// Adds an entry for a key known to be absent; there is room.
void add_entry(DictTable* table, Value key, Hash hash, Value v) {
  const std::uint32_t n = table->entry_count.load();
  DictEntry& e = table->entries()[n];
  e.hash = hash;
  e.value.store(v);
  e.key.store(key);
  const std::size_t mask = (std::size_t{1} << table->log2_size) - 1;
  auto perturb = static_cast<std::uint64_t>(hash);
  auto i = static_cast<std::size_t>(perturb) & mask;
  while (load_index(table, i) != 0) {
    perturb >>= kPerturbShift;
    i = (i * 5 + static_cast<std::size_t>(perturb) + 1) & mask;
  }
  store_index(table, i, n + 1);
  table->entry_count.store(n + 1);
  table->tail.store(n + 1);
}

/// A table with the live entries of `from`, and room for more.
DictTable* rebuilt(VmThread& t, const DictTable* from, std::uint32_t room_for) {
  DictTable* table = new_table(t, log2_for(room_for));
  if (table == nullptr || from == nullptr) return table;
  const std::uint32_t count = from->entry_count.load();
  for (std::uint32_t i = from->head.load(); i < count; ++i) {
    const DictEntry& e = from->entries()[i];
    const Value key = e.key.load();
    const Value v = e.value.load();
    if (!key.empty() && !v.empty()) add_entry(table, key, e.hash, v);
  }
  return table;
}

/// The table, with room for one more entry. Null: MemoryError is raised. The lock is held.
DictTable* table_with_room(VmThread& t, Dict* d) {
  DictTable* table = d->table.load();
  if (table != nullptr && table->entry_count.load() < table->capacity) return table;
  const std::uint32_t used = d->used.load();
  DictTable* grown = rebuilt(t, table, table == nullptr ? 1 : std::max(used * 2, used + 1));
  if (grown == nullptr) return nullptr;
  d->table.store(grown);
  return grown;
}

/// The lock is held; false: MemoryError is raised.
bool insert(VmThread& t, Dict* d, Value key, Hash hash, Value v) {
  DictTable* table = table_with_room(t, d);
  if (table == nullptr) return false;
  add_entry(table, key, hash, v);
  d->used.store(d->used.load() + 1);
  return true;
}

/// The lock is held.
void erase(Dict* d, DictTable* table, std::uint32_t entry) {
  DictEntry& e = table->entries()[entry];
  e.value.store(Value());
  e.key.store(Value());
  d->used.store(d->used.load() - 1);
  std::uint32_t head = table->head.load();
  std::uint32_t tail = table->tail.load();
  while (head < tail && table->entries()[head].key.load().empty()) ++head;
  while (tail > head && table->entries()[tail - 1].key.load().empty()) --tail;
  table->head.store(head);
  table->tail.store(tail);
}

Value entry_value(const Dict* d, const DictTable* table, std::uint32_t entry) {
  const Value v = table->entries()[entry].value.load();
  if (!d->cells || v.empty()) return v;
  return static_cast<Cell*>(v.object())->value.load();
}

/// Stores into a namespace's cell, or empties it. True: it was not empty.
bool set_cell(VmThread& t, Dict* d, Cell* cell, Value v) {
  const bool was_there = !cell->value.load().empty();
  cell->value.store(v);
  if (was_there == v.empty() && d->owner_class != nullptr)
    class_namespace_changed(t, d->owner_class);
  return was_there;
}

Cell* new_cell(VmThread& t, Value v) {
  Cell* cell = t.make<Cell>(t.vm.types.cell);
  cell->value.store(v);
  return cell;
}

/// Found: replaced, *previous is what it was. The lock is held.
Lookup set_locked(VmThread& t, Dict* d, Value key, Hash hash, Value v, bool replace,
                  Value* previous) {
  DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  const Truth found = find(t, table, key, hash, &entry);
  if (found == Truth::Python) return Lookup::Python;
  if (found == Truth::Error) return Lookup::Error;
  if (found == Truth::True) {
    *previous = entry_value(d, table, entry);
    if (!replace && !previous->empty()) return Lookup::Found;
    if (!d->cells) {
      table->entries()[entry].value.store(v);
      return Lookup::Found;
    }
    auto* cell = static_cast<Cell*>(table->entries()[entry].value.load().object());
    return set_cell(t, d, cell, v) ? Lookup::Found : Lookup::Missing;
  }
  if (!insert(t, d, key, hash, d->cells ? Value(new_cell(t, v)) : v)) return Lookup::Error;
  if (d->owner_class != nullptr) class_namespace_changed(t, d->owner_class);
  return Lookup::Missing;
}

}  // namespace

// --- making
// ------------------------------------------------------------------------------------------

Dict* dict_new(VmThread& t) { return t.make<Dict>(t.vm.types.dict); }

Dict* dict_new_sized(VmThread& t, std::uint32_t count) {
  Dict* d = dict_new(t);
  if (count == 0) return d;
  DictTable* table = new_table(t, log2_for(count));
  if (table == nullptr) return nullptr;
  d->table.store(table);
  return d;
}

Dict* namespace_new(VmThread& t) {
  Dict* d = dict_new(t);
  d->cells = true;
  return d;
}

void dict_make_namespace(VmThread& t, Dict* d) {
  if (d->cells) return;
  ObjectLock lock(t.vm, d);
  DictTable* table = d->table.load();
  const std::uint32_t count = table != nullptr ? table->entry_count.load() : 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    Slot& value = table->entries()[i].value;
    if (!value.load().empty()) value.store(new_cell(t, value.load()));
  }
  d->cells = true;
}

bool dict_assign(VmThread& t, Dict* to, const Dict* from) {
  const DictTable* source = from->table.load();
  if (source == nullptr) return true;
  const std::uint32_t count = source->entry_count.load();
  std::uint32_t live = 0;
  for (std::uint32_t i = source->head.load(); i < count; ++i) {
    live += entry_value(from, source, i).empty() ? 0 : 1;
  }
  DictTable* table = new_table(t, log2_for(live));
  if (table == nullptr) return false;
  std::uint32_t used = 0;
  for (std::uint32_t i = source->head.load(); i < count && used < table->capacity; ++i) {
    const DictEntry& e = source->entries()[i];
    const Value key = e.key.load();
    const Value v = entry_value(from, source, i);
    if (key.empty() || v.empty()) continue;
    add_entry(table, key, e.hash, v);
    ++used;
  }
  to->table.store(table);
  to->used.store(used);
  return true;
}

Dict* dict_copy(VmThread& t, const Dict* from) {
  Dict* d = dict_new(t);
  return dict_assign(t, d, from) ? d : nullptr;
}

// --- any key
// -----------------------------------------------------------------------------------------

Lookup dict_get_hashed(VmThread& t, const Dict* d, Value key, Hash hash, Value* out) {
  const DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  const Truth found = find(t, table, key, hash, &entry);
  if (found == Truth::Python) return Lookup::Python;
  if (found == Truth::Error) return Lookup::Error;
  if (found == Truth::False) return Lookup::Missing;
  *out = entry_value(d, table, entry);
  return out->empty() ? Lookup::Missing : Lookup::Found;
}

Lookup dict_get(VmThread& t, Dict* d, Value key, Value* out) {
  Hash hash = 0;
  const Lookup hashed = hash_key(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  return dict_get_hashed(t, d, key, hash, out);
}

Lookup dict_set_hashed(VmThread& t, Dict* d, Value key, Hash hash, Value v) {
  Value previous;
  ObjectLock lock(t.vm, d);
  return set_locked(t, d, key, hash, v, true, &previous);
}

Lookup dict_set(VmThread& t, Dict* d, Value key, Value v) {
  Hash hash = 0;
  const Lookup hashed = hash_key(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  return dict_set_hashed(t, d, key, hash, v);
}

Lookup dict_get_or_set(VmThread& t, Dict* d, Value key, Value v, Value* out) {
  Hash hash = 0;
  const Lookup hashed = hash_key(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  ObjectLock lock(t.vm, d);
  *out = Value();
  const Lookup r = set_locked(t, d, key, hash, v, false, out);
  if (r == Lookup::Missing) *out = v;
  return r;
}

Lookup dict_delete(VmThread& t, Dict* d, Value key, Value* old) {
  Hash hash = 0;
  const Lookup hashed = hash_key(t, key, &hash);
  if (hashed != Lookup::Found) return hashed;
  ObjectLock lock(t.vm, d);
  DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  const Truth found = find(t, table, key, hash, &entry);
  if (found == Truth::Python) return Lookup::Python;
  if (found == Truth::Error) return Lookup::Error;
  if (found == Truth::False) return Lookup::Missing;
  const Value v = entry_value(d, table, entry);
  if (v.empty()) return Lookup::Missing;
  if (old != nullptr) *old = v;
  if (d->cells) {
    set_cell(t, d, static_cast<Cell*>(table->entries()[entry].value.load().object()), Value());
  } else {
    erase(d, table, entry);
  }
  return Lookup::Found;
}

void dict_clear(VmThread& t, Dict* d) {
  ObjectLock lock(t.vm, d);
  if (d->cells) {
    // Code holds the addresses of the cells: they stay.
    DictTable* table = d->table.load();
    for (std::uint32_t i = 0; table != nullptr && i < table->entry_count.load(); ++i) {
      const Value cell = table->entries()[i].value.load();
      if (!cell.empty()) set_cell(t, d, static_cast<Cell*>(cell.object()), Value());
    }
    return;
  }
  d->table.store(nullptr);
  d->used.store(0);
}

bool dict_pop_last(VmThread& t, Dict* d, bool last, Value* key, Value* value) {
  ObjectLock lock(t.vm, d);
  std::uint32_t position = last ? kDictEnd : 0;
  if (!(last ? dict_previous(d, &position, key, value) : dict_next(d, &position, key, value))) {
    return false;
  }
  const std::uint32_t entry = last ? position : position - 1;
  DictTable* table = d->table.load();
  if (d->cells) {
    set_cell(t, d, static_cast<Cell*>(table->entries()[entry].value.load().object()), Value());
  } else {
    erase(d, table, entry);
  }
  return true;
}

std::uint32_t namespace_size(const Dict* d) {
  const DictTable* table = d->table.load();
  std::uint32_t n = 0;
  for (std::uint32_t i = 0; table != nullptr && i < table->entry_count.load(); ++i) {
    n += entry_value(d, table, i).empty() ? 0 : 1;
  }
  return n;
}

// --- complete operations
// -------------------------------------------------------------------------------

Value dict_missing(VmThread& t, Dict* d, Value key) {
  if (d->type != t.vm.types.dict) {
    const Value hook = special(d->type, Special::Missing);
    if (!hook.empty()) return pending_call(t, hook, {d, key});
  }
  return raise_key_error(t, key);
}

Value dict_getitem(VmThread& t, Dict* d, Value key) {
  Value v;
  switch (dict_get(t, d, key, &v)) {
    case Lookup::Found: return v;
    case Lookup::Missing: return dict_missing(t, d, key);
    case Lookup::Python: return pending_call(t, prelude_function(t, "dict_getitem"), {d, key});
    case Lookup::Error: break;
  }
  return Value();
}

Value dict_setitem(VmThread& t, Dict* d, Value key, Value v) {
  switch (dict_set(t, d, key, v)) {
    case Lookup::Found:
    case Lookup::Missing: return none();
    case Lookup::Python: return pending_call(t, prelude_function(t, "dict_setitem"), {d, key, v});
    case Lookup::Error: break;
  }
  return Value();
}

Value dict_delitem(VmThread& t, Dict* d, Value key) {
  switch (dict_delete(t, d, key, nullptr)) {
    case Lookup::Found: return none();
    case Lookup::Missing: return raise_key_error(t, key);
    case Lookup::Python: return pending_call(t, prelude_function(t, "dict_delitem"), {d, key});
    case Lookup::Error: break;
  }
  return Value();
}

Value dict_contains(VmThread& t, Dict* d, Value key) {
  Value v;
  switch (dict_get(t, d, key, &v)) {
    case Lookup::Found: return boolean(true);
    case Lookup::Missing: return boolean(false);
    case Lookup::Python: return pending_call(t, prelude_function(t, "dict_contains"), {d, key});
    case Lookup::Error: break;
  }
  return Value();
}

// --- string keys
// -----------------------------------------------------------------------------------------

Value dict_get_str(const Dict* d, Str* name) {
  const DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  if (!find_str(table, name, &entry)) return Value();
  return entry_value(d, table, entry);
}

void dict_set_str(VmThread& t, Dict* d, Str* name, Value v) {
  ObjectLock lock(t.vm, d);
  DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  if (find_str(table, name, &entry)) {
    if (d->cells) {
      set_cell(t, d, static_cast<Cell*>(table->entries()[entry].value.load().object()), v);
    } else {
      table->entries()[entry].value.store(v);
    }
    return;
  }
  insert(t, d, name, str_hash(name), d->cells ? Value(new_cell(t, v)) : v);
  if (d->owner_class != nullptr) class_namespace_changed(t, d->owner_class);
}

bool dict_delete_str(VmThread& t, Dict* d, Str* name) {
  ObjectLock lock(t.vm, d);
  DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  if (!find_str(table, name, &entry)) return false;
  if (d->cells) {
    auto* cell = static_cast<Cell*>(table->entries()[entry].value.load().object());
    return set_cell(t, d, cell, Value());
  }
  erase(d, table, entry);
  return true;
}

// --- namespaces
// --------------------------------------------------------------------------------------------

Cell* namespace_find(const Dict* d, Str* name) {
  const DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  if (!find_str(table, name, &entry)) return nullptr;
  return static_cast<Cell*>(table->entries()[entry].value.load().object());
}

Cell* namespace_cell(VmThread& t, Dict* d, Str* name) {
  if (Cell* cell = namespace_find(d, name)) return cell;
  ObjectLock lock(t.vm, d);
  if (Cell* cell = namespace_find(d, name)) return cell;
  Cell* cell = new_cell(t, Value());
  insert(t, d, name, str_hash(name), cell);
  return cell;
}

// --- iteration
// ---------------------------------------------------------------------------------------------

bool dict_next(const Dict* d, std::uint32_t* position, Value* key, Value* value) {
  const DictTable* table = d->table.load();
  if (table == nullptr) return false;
  const std::uint32_t count = table->entry_count.load();
  for (std::uint32_t i = std::max(*position, table->head.load()); i < count; ++i) {
    const Value k = table->entries()[i].key.load();
    const Value v = entry_value(d, table, i);
    if (k.empty() || v.empty()) continue;
    if (key != nullptr) *key = k;
    if (value != nullptr) *value = v;
    *position = i + 1;
    return true;
  }
  *position = count;
  return false;
}

bool dict_next_hashed(const Dict* d, std::uint32_t* position, Value* key, Value* value,
                      Hash* hash) {
  if (!dict_next(d, position, key, value)) return false;
  const DictTable* table = d->table.load();
  *hash =
      table != nullptr && *position <= table->capacity ? table->entries()[*position - 1].hash : 0;
  return true;
}

bool dict_previous(const Dict* d, std::uint32_t* position, Value* key, Value* value) {
  const DictTable* table = d->table.load();
  if (table == nullptr) return false;
  const std::uint32_t head = table->head.load();
  std::uint32_t i = std::min(*position, table->tail.load());
  while (i > head) {
    --i;
    const Value k = table->entries()[i].key.load();
    const Value v = entry_value(d, table, i);
    if (k.empty() || v.empty()) continue;
    if (key != nullptr) *key = k;
    if (value != nullptr) *value = v;
    *position = i;
    return true;
  }
  *position = head;
  return false;
}

std::uint32_t dict_shape_size(const Dict* d) { return d->used.load(); }

// --- for the helpers written in Python
// -----------------------------------------------------------------------

Value dict_candidates(VmThread& t, const Dict* d, Hash hash) {
  List* found = list_new(t, 0);
  const DictTable* table = d->table.load();
  if (table == nullptr) return found;
  std::uint32_t entry = 0;
  probe(table, hash, &entry, [&](Value stored) {
    list_append(t, found, stored);
    return Truth::False;
  });
  return found;
}

Value dict_get_identical(const Dict* d, Value key, Hash hash) {
  const DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  if (!find_identical(table, key, hash, &entry)) return Value();
  return entry_value(d, table, entry);
}

bool dict_set_identical(VmThread& t, Dict* d, Value key, Hash hash, Value v) {
  ObjectLock lock(t.vm, d);
  DictTable* table = d->table.load();
  std::uint32_t entry = 0;
  if (!find_identical(table, key, hash, &entry)) return false;
  if (d->cells) {
    auto* cell = static_cast<Cell*>(table->entries()[entry].value.load().object());
    return set_cell(t, d, cell, v) || !v.empty();
  }
  if (v.empty()) {
    erase(d, table, entry);
  } else {
    table->entries()[entry].value.store(v);
  }
  return true;
}

bool dict_insert_new(VmThread& t, Dict* d, Value key, Hash hash, Value v, Value candidates) {
  auto* known = static_cast<List*>(candidates.object());
  ObjectLock lock(t.vm, d);
  std::uint32_t seen = 0;
  bool same = true;
  std::uint32_t entry = 0;
  if (const DictTable* table = d->table.load()) {
    probe(table, hash, &entry, [&](Value stored) {
      Value other;
      same = same && list_get(known, seen, &other) && other == stored;
      ++seen;
      return Truth::False;
    });
  }
  if (!same || seen != list_size(known)) return false;
  insert(t, d, key, hash, d->cells ? Value(new_cell(t, v)) : v);
  return true;
}

void trace_dict_table(Object* o, Marker& m) {
  auto* table = static_cast<DictTable*>(o);
  const std::uint32_t count = table->entry_count.load();
  for (std::uint32_t i = table->head.load(); i < count; ++i) {
    m.mark(table->entries()[i].key);
    m.mark(table->entries()[i].value);
  }
}

}  // namespace interleave::vm
