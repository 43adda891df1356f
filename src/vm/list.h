// Python's list.
//
// A SlotArray that grows by an eighth. Readers take no lock: storage, then size, then the index
// against both. Every write holds the ObjectLock when there is no GIL, so that none is lost to
// growing; slots behind the size are empty. Not sorting (sort.h). Called on the thread that runs
// the code.
#pragma once

#include "vm/dict.h"

namespace interleave::vm {

List* list_new(VmThread& t, std::uint32_t capacity);
List* list_from(VmThread& t, const Value* items, std::size_t count);
/// False: MemoryError is raised.
bool list_append(VmThread& t, List* list, Value v);
/// Grows the storage to at least `capacity` slots. False: MemoryError is raised. Takes the lock
/// itself.
bool list_reserve(VmThread& t, List* list, std::uint32_t capacity);

/// list[i]; negative indices count from the end. False: out of range (nothing raised).
inline bool list_get(const List* list, std::int64_t i, Value* out) {
  const SlotArray* storage = list->storage.load();
  const std::int64_t size = list->size.load();
  if (i < 0) i += size;
  if (storage == nullptr || i < 0 || i >= size || i >= storage->capacity) return false;
  *out = storage->slots()[i].load();
  return !out->empty();
}
inline std::uint32_t list_size(const List* list) { return list->size.load(); }
/// list[i] = v; false: out of range (nothing raised).
bool list_set_item(VmThread& t, List* list, std::int64_t i, Value v);

/// list[index], list[slice]: raised when out of range; pending when the index is an object with
/// __index__.
Value list_getitem(VmThread& t, List* list, Value index);
/// None, raised or pending.
Value list_setitem(VmThread& t, List* list, Value index, Value v);
Value list_delitem(VmThread& t, List* list, Value index);

/// Appends everything of a natively iterable value. Found: done; Python: nothing done, the machine
/// must iterate.
Lookup list_extend_native(VmThread& t, List* list, Value iterable);
/// list.extend(iterable): None, raised or pending.
Value list_extend(VmThread& t, List* list, Value iterable);
bool list_insert(VmThread& t, List* list, std::int64_t i, Value v);
/// Takes item i out; false: out of range (nothing raised).
bool list_pop(VmThread& t, List* list, std::int64_t i, Value* out);
/// Takes item i out if it is still `v`.
bool list_remove_identical(VmThread& t, List* list, std::int64_t i, Value v);
void list_clear(VmThread& t, List* list);
void list_reverse(VmThread& t, List* list);
/// Replaces list[start:stop] by other items. False: MemoryError is raised.
bool list_replace(VmThread& t, List* list, std::uint32_t start, std::uint32_t stop,
                  const Value* items, std::size_t count);
/// list[start:start+count*step:step] as a new list. Null: MemoryError is raised.
List* list_slice(VmThread& t, const List* list, std::int64_t start, std::int64_t step,
                 std::int64_t count);
/// list + list, list * n. Raised: MemoryError.
Value list_concat(VmThread& t, const List* a, const List* b);
Value list_repeat(VmThread& t, const List* list, std::int64_t times);
/// The items as they are now.
std::vector<Value> list_snapshot(const List* list);
/// Everything of a natively iterable value as a new list; not_implemented() when the machine must
/// iterate; empty: raised.
Value list_from_native(VmThread& t, Value iterable);

}  // namespace interleave::vm
