// Module _heapq: the steps of heapq that must be indivisible, because threads share heaps. Each
// does all its comparisons before it changes anything, so that it can leave the whole step to
// heapq.py (NotImplemented) when one of them needs Python.
#include <array>
#include <optional>

#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/lib/builtins.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr std::size_t kMostLevels = 33;  // a list has fewer than 2^32 items

/// Places from one to another in a heap: what lies at each moves to the one before it.
struct Path {
  std::array<std::uint32_t, kMostLevels> places;
  std::size_t count = 0;
  void add(std::uint32_t place) { places[count++] = place; }
};

/// Whether a < b. False: Python must say; the step is not begun.
bool less(VmThread& t, Value a, Value b, bool* is_less) {
  if (a.empty() || b.empty()) return false;  // another thread is at the list
  const Truth answer = less_native(t, a, b);
  if (answer == Truth::Error) t.exception = Value();  // will be raised again, in its place
  *is_less = answer == Truth::True;
  return answer == Truth::True || answer == Truth::False;
}

/// From `at` up to where `item` belongs.
bool path_up(VmThread& t, const Slot* heap, std::uint32_t at, Value item, Path* path) {
  path->add(at);
  while (at > 0) {
    const std::uint32_t parent = (at - 1) >> 1;
    bool is_less = false;
    if (!less(t, item, heap[parent].load(), &is_less)) return false;
    if (!is_less) break;
    path->add(parent);
    at = parent;
  }
  return true;
}

/// From the top down along the smaller children to where `item` belongs.
bool path_down(VmThread& t, const Slot* heap, std::uint32_t top, std::uint32_t size, Value item,
               Path* path) {
  std::uint32_t at = top;
  path->add(at);
  for (std::uint64_t child = 2ull * at + 1; child < size; child = 2ull * at + 1) {
    if (child + 1 < size) {
      bool is_less = false;
      if (!less(t, heap[child].load(), heap[child + 1].load(), &is_less)) return false;
      if (!is_less) ++child;
    }
    at = static_cast<std::uint32_t>(child);
    path->add(at);
  }
  // Most items belong far down: from there up again takes fewer comparisons.
  while (path->count > 1) {
    bool is_less = false;
    if (!less(t, item, heap[path->places[path->count - 1]].load(), &is_less)) return false;
    if (!is_less) break;
    --path->count;
  }
  return true;
}

void move_along(Slot* heap, const Path& path, Value item) {
  for (std::size_t i = 0; i + 1 < path.count; ++i) {
    heap[path.places[i]].store(heap[path.places[i + 1]].load());
  }
  heap[path.places[path.count - 1]].store(item);
}

/// Null: raised.
List* heap_of(VmThread& t, Value v, const char* argument) {
  if (kind_of(v) == Kind::List) return static_cast<List*>(v.object());
  raise_type_error(t, "%s must be list, not %s", argument, type_name(t.vm, v).c_str());
  return nullptr;
}

/// The list's items while its lock is held; null: it is empty.
Slot* items_of(List* list) {
  SlotArray* storage = list->storage.load();
  return storage == nullptr || list->size.load() == 0 ? nullptr : storage->slots();
}

/// Nothing (an empty optional): another thread has taken the room meanwhile.
std::optional<Value> push_if_room(VmThread& t, List* list, Value item) {
  ObjectLock lock(t.vm, list);
  SlotArray* storage = list->storage.load();
  const std::uint32_t size = list->size.load();
  if (storage == nullptr || storage->capacity <= size) return std::nullopt;
  Path path;
  if (!path_up(t, storage->slots(), size, item, &path)) return not_implemented();
  storage->slots()[size].store(item);
  list->size.store(size + 1);
  move_along(storage->slots(), path, item);
  return none();
}

Value heap_push(VmThread& t, const Args& args) {
  List* list = heap_of(t, args[0], "heappush() argument 1");
  if (list == nullptr) return Value();
  while (list_reserve(t, list, list_size(list) + 1)) {
    if (const std::optional<Value> pushed = push_if_room(t, list, args[1])) return *pushed;
  }
  return Value();
}

Value heap_pop(VmThread& t, const Args& args) {
  List* list = heap_of(t, args[0], "heappop() argument");
  if (list == nullptr) return Value();
  ObjectLock lock(t.vm, list);
  Slot* heap = items_of(list);
  if (heap == nullptr) return not_implemented();
  const std::uint32_t size = list->size.load() - 1;
  const Value last = heap[size].load();
  const Value smallest = heap[0].load();
  Path path;
  if (size > 0 && !path_down(t, heap, 0, size, last, &path)) return not_implemented();
  if (size > 0) move_along(heap, path, last);
  list->size.store(size);
  heap[size].store(Value());
  return smallest;
}

/// `only_if_less`: heappushpop.
template <bool only_if_less>
Value heap_replace(VmThread& t, const Args& args) {
  const char* name = only_if_less ? "heappushpop() argument 1" : "heapreplace() argument 1";
  List* list = heap_of(t, args[0], name);
  if (list == nullptr) return Value();
  ObjectLock lock(t.vm, list);
  Slot* heap = items_of(list);
  if (heap == nullptr) return not_implemented();
  const Value smallest = heap[0].load();
  if (only_if_less) {
    bool is_less = false;
    if (!less(t, smallest, args[1], &is_less)) return not_implemented();
    if (!is_less) return args[1];
  }
  Path path;
  if (!path_down(t, heap, 0, list->size.load(), args[1], &path)) return not_implemented();
  move_along(heap, path, args[1]);
  return smallest;
}

/// What is done when it must leave the rest to Python stays done: any order will do to begin with.
Value heap_make(VmThread& t, const Args& args) {
  List* list = heap_of(t, args[0], "heapify() argument");
  if (list == nullptr) return Value();
  ObjectLock lock(t.vm, list);
  Slot* heap = items_of(list);
  const std::uint32_t size = list->size.load();
  for (std::uint32_t at = size / 2; heap != nullptr && at-- > 0;) {
    Path path;
    const Value item = heap[at].load();
    if (!path_down(t, heap, at, size, item, &path)) return not_implemented();
    move_along(heap, path, item);
  }
  return none();
}

constexpr NativeDef kFunctions[] = {
    {"push", heap_push, 2, 2},
    {"pop", heap_pop, 1, 1},
    {"replace", heap_replace<false>, 2, 2},
    {"push_pop", heap_replace<true>, 2, 2},
    {"make", heap_make, 1, 1},
};

}  // namespace

void init_heapq(VmThread& t) { add_functions(t, module_named(t, "_heapq"), kFunctions); }

}  // namespace interleave::vm
