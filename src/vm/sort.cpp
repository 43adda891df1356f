#include "vm/sort.h"

#include <algorithm>

#include "vm/errors.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

struct Item {
  Value key;
  Value companion;
};

enum class Sort : std::uint8_t { Ints, Doubles, Strings, Mixed };

Sort sort_of(const Vm& vm, const Value* items, std::size_t count) {
  const auto all = [&](auto predicate) { return std::all_of(items, items + count, predicate); };
  if (all([](Value v) { return v.is_int(); })) return Sort::Ints;
  if (all([](Value v) { return v.is_double(); })) return Sort::Doubles;
  if (all([&](Value v) { return v.is_object() && v.object()->type == vm.types.str; })) {
    return Sort::Strings;
  }
  return Sort::Mixed;
}

constexpr std::size_t kRun = 16;

/// Sorts a short run; safe with any `ordered`, even one that contradicts itself.
template <typename T, typename Ordered>
void insertion_sort(T* items, std::size_t count, Ordered ordered) {
  for (std::size_t i = 1; i < count; ++i) {
    T item = items[i];
    std::size_t k = i;
    for (; k > 0 && ordered(item, items[k - 1]); --k) items[k] = items[k - 1];
    items[k] = item;
  }
}

/// Two neighbouring runs become one; the first is copied away.
template <typename T, typename Ordered>
void merge(T* items, std::size_t middle, std::size_t count, T* buffer, Ordered ordered) {
  if (!ordered(items[middle], items[middle - 1])) return;
  std::copy(items, items + middle, buffer);
  std::size_t left = 0;
  std::size_t right = middle;
  std::size_t to = 0;
  while (left < middle && right < count) {
    items[to++] = ordered(items[right], buffer[left]) ? items[right++] : buffer[left++];
  }
  std::copy(buffer + left, buffer + middle, items + to);
}

/// Stable, also when descending. One pass is enough for what is in order already.
template <typename T, typename Less>
void merge_sort(T* items, std::size_t count, bool reverse, Less less) {
  const auto ordered = [&](const T& a, const T& b) { return reverse ? less(b, a) : less(a, b); };
  if (std::is_sorted(items, items + count, ordered)) return;
  for (std::size_t i = 0; i < count; i += kRun) {
    insertion_sort(items + i, std::min(kRun, count - i), ordered);
  }
  std::vector<T> buffer(count);
  for (std::size_t width = kRun; width < count; width *= 2) {
    for (std::size_t i = 0; i + width < count; i += 2 * width) {
      merge(items + i, width, std::min(2 * width, count - i), buffer.data(), ordered);
    }
  }
}

/// `key_of` finds the key in a T.
template <typename T, typename KeyOf>
Truth sort_by(VmThread& t, Sort sort, T* items, std::size_t count, bool reverse, KeyOf key_of) {
  switch (sort) {
    case Sort::Ints:
      merge_sort(items, count, reverse,
                 [&](const T& a, const T& b) { return key_of(a).as_int() < key_of(b).as_int(); });
      return Truth::True;
    case Sort::Doubles:
      merge_sort(items, count, reverse, [&](const T& a, const T& b) {
        return key_of(a).as_double() < key_of(b).as_double();
      });
      return Truth::True;
    case Sort::Strings:
      merge_sort(items, count, reverse, [&](const T& a, const T& b) {
        return str_compare(as_str(key_of(a)), as_str(key_of(b))) < 0;
      });
      return Truth::True;
    case Sort::Mixed: break;
  }
  Truth failure = Truth::True;
  merge_sort(items, count, reverse, [&](const T& a, const T& b) {
    if (failure != Truth::True) return false;
    const Truth less = less_native(t, key_of(a), key_of(b));
    if (less == Truth::Python || less == Truth::Error) failure = less;
    return less == Truth::True;
  });
  return failure;
}

}  // namespace

Truth sort_native(VmThread& t, Value* items, Value* companions, std::size_t count, bool reverse) {
  const Sort sort = sort_of(t.vm, items, count);
  if (companions == nullptr) {
    return sort_by(t, sort, items, count, reverse, [](Value v) { return v; });
  }
  std::vector<Item> pairs(count);
  for (std::size_t i = 0; i < count; ++i) pairs[i] = {items[i], companions[i]};
  const Truth done =
      sort_by(t, sort, pairs.data(), count, reverse, [](const Item& item) { return item.key; });
  if (done != Truth::True) return done;
  for (std::size_t i = 0; i < count; ++i) {
    items[i] = pairs[i].key;
    companions[i] = pairs[i].companion;
  }
  return done;
}

Value list_sort(VmThread& t, List* list, Value key, bool reverse) {
  if (key.empty() || key == none()) {
    // Other threads wait meanwhile, so that nothing they append is lost.
    ObjectLock lock(t.vm, list);
    std::vector<Value> items = list_snapshot(list);
    const Truth done = sort_native(t, items.data(), nullptr, items.size(), reverse);
    if (done == Truth::Error) return Value();
    if (done == Truth::True) {
      SlotArray* storage = list->storage.load();
      for (std::size_t i = 0; i < items.size(); ++i) storage->slots()[i].store(items[i]);
      return none();
    }
  }
  return pending_call(t, prelude_function(t, "list_sort"),
                      {list, key.empty() ? none() : key, boolean(reverse)});
}

}  // namespace interleave::vm
