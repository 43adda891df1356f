#include "vm/list.h"

#include <algorithm>

#include "vm/errors.h"
#include "vm/index.h"
#include "vm/iterators.h"
#include "vm/lock.h"
#include "vm/prelude.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

constexpr std::size_t kLargest = 0x7FFFFFFF;

/// Null: MemoryError is raised.
SlotArray* new_storage(VmThread& t, std::size_t capacity) {
  if (capacity > kLargest) {
    raise_memory_error(t);
    return nullptr;
  }
  if (capacity > 64 && !t.can_allocate(capacity * sizeof(Slot))) return nullptr;
  auto* storage = t.make<SlotArray>(t.vm.types.slot_array, capacity * sizeof(Slot));
  storage->capacity = static_cast<std::uint32_t>(capacity);
  return storage;
}

/// Room for `size` items; published when it had to move. Null: MemoryError is raised. The lock is
/// held.
SlotArray* grown(VmThread& t, List* list, std::size_t size) {
  SlotArray* old = list->storage.load();
  if (old != nullptr && size <= old->capacity) return old;
  const std::size_t capacity =
      old == nullptr ? std::max<std::size_t>(size, 4) : (size + (size >> 3) + 6) & ~std::size_t{3};
  SlotArray* storage = new_storage(t, capacity);
  if (storage == nullptr) return nullptr;
  const std::uint32_t used = list->size.load();
  for (std::uint32_t i = 0; i < used; ++i) storage->slots()[i].store(old->slots()[i].load());
  list->storage.store(storage);
  return storage;
}

/// The lock is held.
void remove_locked(List* list, std::uint32_t start, std::uint32_t stop) {
  Slot* slots = list->storage.load()->slots();
  const std::uint32_t size = list->size.load();
  const std::uint32_t gone = stop - start;
  for (std::uint32_t i = start; i + gone < size; ++i) slots[i].store(slots[i + gone].load());
  list->size.store(size - gone);
  for (std::uint32_t i = size - gone; i < size; ++i) slots[i].store(Value());
}

std::uint32_t clamp_insert(std::int64_t i, std::uint32_t size) {
  if (i < 0) i = std::max<std::int64_t>(i + size, 0);
  return static_cast<std::uint32_t>(std::min<std::int64_t>(i, size));
}

Value raise_range(VmThread& t, const char* what) { return raise_index_error(t, what); }

Value after_get_index(VmThread& t, Value index, Value state) {
  return list_getitem(t, static_cast<List*>(state.object()), index);
}

/// State: (list, value).
Value after_set_index(VmThread& t, Value index, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  return list_setitem(t, static_cast<List*>(s[0].object()), index, s[1]);
}

Value after_delete_index(VmThread& t, Value index, Value state) {
  return list_delitem(t, static_cast<List*>(state.object()), index);
}

/// State: (list, slice); `items` is the right hand side as a list.
Value after_slice_items(VmThread& t, Value items, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  return list_setitem(t, static_cast<List*>(s[0].object()), s[1], items);
}

Value assign_slice(VmThread& t, List* list, const Slice* slice, Value items) {
  std::vector<Value> values;
  if (items.object()->type->kind == Kind::List) {
    values = list_snapshot(static_cast<List*>(items.object()));
  } else {
    auto* tuple = static_cast<Tuple*>(items.object());
    values.assign(tuple->items(), tuple->items() + tuple->size);
  }
  SliceIndices at;
  if (!slice_indices(t, slice, list->size.load(), &at)) return Value();
  if (at.step == 1) {
    const std::int64_t stop = std::max(at.start, at.stop);
    const bool done = list_replace(t, list, static_cast<std::uint32_t>(at.start),
                                   static_cast<std::uint32_t>(stop), values.data(), values.size());
    return done ? none() : Value();
  }
  if (static_cast<std::int64_t>(values.size()) != at.count) {
    return raise_value_error(
        t, "attempt to assign sequence of size %zu to extended slice of size %lld", values.size(),
        static_cast<long long>(at.count));
  }
  ObjectLock lock(t.vm, list);
  const std::int64_t size = list->size.load();
  for (std::int64_t i = 0; i < at.count; ++i) {
    const std::int64_t place = at.start + i * at.step;
    if (place < size)
      list->storage.load()->slots()[place].store(values[static_cast<std::size_t>(i)]);
  }
  return none();
}

Value set_slice(VmThread& t, List* list, Value index, Value v) {
  const Kind kind = kind_of(v);
  if (kind == Kind::List || kind == Kind::Tuple) {
    return assign_slice(t, list, static_cast<Slice*>(index.object()), v);
  }
  const Value items = list_from_native(t, v);
  if (items.empty()) {
    t.exception = Value();
    return raise_type_error(t, static_cast<Slice*>(index.object())->step == none()
                                   ? "can only assign an iterable"
                                   : "must assign iterable to extended slice");
  }
  if (items != not_implemented()) {
    return assign_slice(t, list, static_cast<Slice*>(index.object()), items);
  }
  return pending_call(t, prelude_function(t, "to_list"), {v},
                      {after_slice_items, tuple_of(t, {list, index})});
}

Value delete_slice(VmThread& t, List* list, const Slice* slice) {
  SliceIndices at;
  if (!slice_indices(t, slice, list->size.load(), &at)) return Value();
  if (at.count == 0) return none();
  if (at.step == 1) {
    const bool done = list_replace(t, list, static_cast<std::uint32_t>(at.start),
                                   static_cast<std::uint32_t>(at.start + at.count), nullptr, 0);
    return done ? none() : Value();
  }
  if (at.step < 0) {
    at.start += (at.count - 1) * at.step;
    at.step = -at.step;
  }
  ObjectLock lock(t.vm, list);
  const std::int64_t size = list->size.load();
  if (at.start + (at.count - 1) * at.step >= size) return none();  // lost a race
  Slot* slots = list->storage.load()->slots();
  std::int64_t to = at.start;
  for (std::int64_t from = at.start; from < size; ++from) {
    const std::int64_t offset = from - at.start;
    if (offset % at.step == 0 && offset / at.step < at.count) continue;
    slots[to++].store(slots[from].load());
  }
  list->size.store(static_cast<std::uint32_t>(to));
  for (; to < size; ++to) slots[to].store(Value());
  return none();
}

}  // namespace

// --- making
// ------------------------------------------------------------------------------------------

List* list_new(VmThread& t, std::uint32_t capacity) {
  List* list = t.make<List>(t.vm.types.list);
  if (capacity != 0) {
    auto* storage = t.make<SlotArray>(t.vm.types.slot_array, std::size_t{capacity} * sizeof(Slot));
    storage->capacity = capacity;
    list->storage.store(storage);
  }
  return list;
}

List* list_from(VmThread& t, const Value* items, std::size_t count) {
  List* list = list_new(t, static_cast<std::uint32_t>(count));
  if (count == 0) return list;
  Slot* slots = list->storage.load()->slots();
  for (std::size_t i = 0; i < count; ++i) slots[i].store(items[i]);
  list->size.store(static_cast<std::uint32_t>(count));
  return list;
}

bool list_reserve(VmThread& t, List* list, std::uint32_t capacity) {
  ObjectLock lock(t.vm, list);
  return grown(t, list, capacity) != nullptr;
}

// --- one item
// ------------------------------------------------------------------------------------------

bool list_append(VmThread& t, List* list, Value v) {
  ObjectLock lock(t.vm, list);
  const std::uint32_t size = list->size.load();
  SlotArray* storage = list->storage.load();
  if (storage == nullptr || size >= storage->capacity) {
    storage = grown(t, list, std::size_t{size} + 1);
    if (storage == nullptr) return false;
  }
  storage->slots()[size].store(v);
  list->size.store(size + 1);
  return true;
}

bool list_set_item(VmThread& t, List* list, std::int64_t i, Value v) {
  ObjectLock lock(t.vm, list);
  if (!clamp_to_size(&i, list->size.load())) return false;
  list->storage.load()->slots()[i].store(v);
  return true;
}

bool list_insert(VmThread& t, List* list, std::int64_t i, Value v) {
  ObjectLock lock(t.vm, list);
  const std::uint32_t size = list->size.load();
  SlotArray* storage = grown(t, list, std::size_t{size} + 1);
  if (storage == nullptr) return false;
  const std::uint32_t at = clamp_insert(i, size);
  Slot* slots = storage->slots();
  for (std::uint32_t k = size; k > at; --k) slots[k].store(slots[k - 1].load());
  slots[at].store(v);
  list->size.store(size + 1);
  return true;
}

bool list_pop(VmThread& t, List* list, std::int64_t i, Value* out) {
  ObjectLock lock(t.vm, list);
  if (!clamp_to_size(&i, list->size.load())) return false;
  *out = list->storage.load()->slots()[i].load();
  remove_locked(list, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i) + 1);
  return true;
}

bool list_remove_identical(VmThread& t, List* list, std::int64_t i, Value v) {
  ObjectLock lock(t.vm, list);
  if (i >= list->size.load() || list->storage.load()->slots()[i].load() != v) return false;
  remove_locked(list, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i) + 1);
  return true;
}

void list_clear(VmThread& t, List* list) {
  ObjectLock lock(t.vm, list);
  list->size.store(0);
  list->storage.store(nullptr);
}

void list_reverse(VmThread& t, List* list) {
  ObjectLock lock(t.vm, list);
  SlotArray* storage = list->storage.load();
  if (storage == nullptr) return;
  Slot* slots = storage->slots();
  for (std::uint32_t i = 0, k = list->size.load(); i + 1 < k; ++i) {
    --k;
    const Value v = slots[i].load();
    slots[i].store(slots[k].load());
    slots[k].store(v);
  }
}

bool list_replace(VmThread& t, List* list, std::uint32_t start, std::uint32_t stop,
                  const Value* items, std::size_t count) {
  ObjectLock lock(t.vm, list);
  const std::uint32_t size = list->size.load();
  stop = std::min(stop, size);
  start = std::min(start, stop);
  const std::size_t new_size = size - (stop - start) + count;
  if (new_size == 0) {
    list->size.store(0);
    list->storage.store(nullptr);
    return true;
  }
  SlotArray* storage = grown(t, list, new_size);
  if (storage == nullptr) return false;
  Slot* slots = storage->slots();
  const std::size_t moved = size - stop;
  if (count < stop - start) {
    for (std::size_t i = 0; i < moved; ++i) slots[start + count + i].store(slots[stop + i].load());
  } else {
    for (std::size_t i = moved; i-- > 0;) slots[start + count + i].store(slots[stop + i].load());
  }
  for (std::size_t i = 0; i < count; ++i) slots[start + i].store(items[i]);
  list->size.store(static_cast<std::uint32_t>(new_size));
  for (std::size_t i = new_size; i < size; ++i) slots[i].store(Value());
  return true;
}

// --- indices and slices
// --------------------------------------------------------------------------------

Value list_getitem(VmThread& t, List* list, Value index) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer: {
      Value v;
      return list_get(list, i, &v) ? v : raise_range(t, "list index out of range");
    }
    case IndexKind::Slice: {
      auto* slice = static_cast<Slice*>(index.object());
      if (slice_needs_python(t.vm, slice)) break;
      SliceIndices at;
      if (!slice_indices(t, slice, list->size.load(), &at)) return Value();
      List* result = list_slice(t, list, at.start, at.step, at.count);
      return result != nullptr ? Value(result) : Value();
    }
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  return resolve_index(t, "list", index, after_get_index, list);
}

Value list_setitem(VmThread& t, List* list, Value index, Value v) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer:
      if (list_set_item(t, list, i, v)) return none();
      return raise_range(t, "list assignment index out of range");
    case IndexKind::Slice:
      if (slice_needs_python(t.vm, static_cast<Slice*>(index.object()))) break;
      return set_slice(t, list, index, v);
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  return resolve_index(t, "list", index, after_set_index, tuple_of(t, {list, v}));
}

Value list_delitem(VmThread& t, List* list, Value index) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer: {
      Value gone;
      if (list_pop(t, list, i, &gone)) return none();
      return raise_range(t, "list assignment index out of range");
    }
    case IndexKind::Slice:
      if (slice_needs_python(t.vm, static_cast<Slice*>(index.object()))) break;
      return delete_slice(t, list, static_cast<Slice*>(index.object()));
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  return resolve_index(t, "list", index, after_delete_index, list);
}

List* list_slice(VmThread& t, const List* list, std::int64_t start, std::int64_t step,
                 std::int64_t count) {
  if (count <= 0) return list_new(t, 0);
  if (count > 64 && !t.can_allocate(static_cast<std::uint64_t>(count) * sizeof(Slot)))
    return nullptr;
  List* result = list_new(t, static_cast<std::uint32_t>(count));
  Slot* slots = result->storage.load()->slots();
  std::uint32_t used = 0;
  const SlotArray* source = list->storage.load();
  for (std::int64_t i = 0; i < count; ++i) {
    const std::int64_t place = start + i * step;
    if (source == nullptr || place >= source->capacity) break;
    const Value v = source->slots()[place].load();
    if (!v.empty()) slots[used++].store(v);  // empty: another thread has just made the list shorter
  }
  result->size.store(used);
  return result;
}

Value list_concat(VmThread& t, const List* a, const List* b) {
  const std::vector<Value> left = list_snapshot(a);
  const std::vector<Value> right = list_snapshot(b);
  const std::size_t size = left.size() + right.size();
  if (size > 64 && !t.can_allocate(size * sizeof(Slot))) return Value();
  List* result = list_new(t, static_cast<std::uint32_t>(size));
  if (size == 0) return result;
  Slot* slots = result->storage.load()->slots();
  for (Value v : left) (slots++)->store(v);
  for (Value v : right) (slots++)->store(v);
  result->size.store(static_cast<std::uint32_t>(size));
  return result;
}

Value list_repeat(VmThread& t, const List* list, std::int64_t times) {
  const std::vector<Value> items = list_snapshot(list);
  if (times <= 0 || items.empty()) return list_new(t, 0);
  if (static_cast<std::uint64_t>(times) > kLargest / items.size()) return raise_memory_error(t);
  const std::size_t size = items.size() * static_cast<std::size_t>(times);
  if (size > 64 && !t.can_allocate(size * sizeof(Slot))) return Value();
  List* result = list_new(t, static_cast<std::uint32_t>(size));
  Slot* slots = result->storage.load()->slots();
  for (std::int64_t n = 0; n < times; ++n) {
    for (Value v : items) (slots++)->store(v);
  }
  result->size.store(static_cast<std::uint32_t>(size));
  return result;
}

std::vector<Value> list_snapshot(const List* list) {
  std::vector<Value> items;
  const SlotArray* storage = list->storage.load();
  if (storage == nullptr) return items;
  const std::uint32_t size = std::min(list->size.load(), storage->capacity);
  items.reserve(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    const Value v = storage->slots()[i].load();
    if (!v.empty()) items.push_back(v);
  }
  return items;
}

// --- from other iterables
// --------------------------------------------------------------------------------

namespace {

bool append_all(VmThread& t, List* list, const Value* items, std::size_t count) {
  const std::uint32_t end = 0xFFFFFFFFu;
  return list_replace(t, list, end, end, items, count);
}

}  // namespace

Lookup list_extend_native(VmThread& t, List* list, Value iterable) {
  if (iterable.is_object()) {
    Object* o = iterable.object();
    if (o->type == t.vm.types.list) {
      const std::vector<Value> items = list_snapshot(static_cast<List*>(o));
      if (items.empty()) return Lookup::Found;
      return append_all(t, list, items.data(), items.size()) ? Lookup::Found : Lookup::Error;
    }
    if (o->type == t.vm.types.tuple) {
      auto* tuple = static_cast<Tuple*>(o);
      if (tuple->size == 0) return Lookup::Found;
      return append_all(t, list, tuple->items(), tuple->size) ? Lookup::Found : Lookup::Error;
    }
  }
  const Value it = native_iter(t, iterable);
  if (it.empty()) return Lookup::Error;
  if (it == not_implemented()) return Lookup::Python;
  Value v;
  while (native_next(t, it, &v)) {
    if (!list_append(t, list, v)) return Lookup::Error;
  }
  return t.exception.empty() ? Lookup::Found : Lookup::Error;
}

Value list_extend(VmThread& t, List* list, Value iterable) {
  switch (list_extend_native(t, list, iterable)) {
    case Lookup::Found:
    case Lookup::Missing: return none();
    case Lookup::Python:
      return pending_call(t, prelude_function(t, "list_extend"), {list, iterable});
    case Lookup::Error: break;
  }
  return Value();
}

Value list_from_native(VmThread& t, Value iterable) {
  List* list = list_new(t, 0);
  switch (list_extend_native(t, list, iterable)) {
    case Lookup::Found:
    case Lookup::Missing: return list;
    case Lookup::Python: return not_implemented();
    case Lookup::Error: break;
  }
  return Value();
}

}  // namespace interleave::vm
