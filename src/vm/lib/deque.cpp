// collections.deque: a ring of slots. Every operation is indivisible, as threads expect of it.
#include <algorithm>

#include "vm/call.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/index.h"
#include "vm/iterators.h"
#include "vm/lib/builtins.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

/// Everything is read and written under the ObjectLock.
struct Deque : Object {
  SlotArray* ring = nullptr;  // capacity is a power of two; null: none yet
  std::uint32_t head = 0;
  std::uint32_t size = 0;
  std::uint32_t changes = 0;  // an iterator compares it
  Slot max_length;            // int or None
};

struct DequeIterator : NativeIterator {
  Deque* deque = nullptr;
  Shared<std::uint32_t> index;
  std::uint32_t changes = 0;
  bool backwards = false;
};

/// The classes of the one Vm there is.
Type* g_deque = nullptr;
Type* g_deque_iterator = nullptr;
Type* g_deque_reverse_iterator = nullptr;

void trace_deque(Object* o, Marker& m) {
  auto* d = static_cast<Deque*>(o);
  m.mark(d->ring);
  m.mark(d->max_length);
}
void trace_deque_iterator(Object* o, Marker& m) { m.mark(static_cast<DequeIterator*>(o)->deque); }

Deque* self_of(const Args& args) { return static_cast<Deque*>(args[0].object()); }
bool is_deque(Value v) {
  return v.is_object() && v.object()->type->trace != nullptr &&
         is_subtype(v.object()->type, g_deque);
}

Slot& slot_at(Deque* d, std::uint32_t i) {
  return d->ring->slots()[(d->head + i) & (d->ring->capacity - 1)];
}

/// Under the lock. False: MemoryError is raised.
bool make_room(VmThread& t, Deque* d) {
  if (d->ring != nullptr && d->size < d->ring->capacity) return true;
  const std::uint32_t capacity = d->ring == nullptr ? 8 : d->ring->capacity * 2;
  if (capacity > 64 && !t.can_allocate(std::uint64_t{capacity} * sizeof(Slot))) return false;
  auto* ring = t.make<SlotArray>(t.vm.types.slot_array, std::size_t{capacity} * sizeof(Slot));
  ring->capacity = capacity;
  for (std::uint32_t i = 0; i < d->size; ++i) ring->slots()[i].store(slot_at(d, i).load());
  d->ring = ring;
  d->head = 0;
  return true;
}

Value take_first(Deque* d) {
  Slot& slot = slot_at(d, 0);
  const Value v = slot.load();
  slot.store(Value());
  d->head = (d->head + 1) & (d->ring->capacity - 1);
  --d->size;
  ++d->changes;
  return v;
}

Value take_last(Deque* d) {
  Slot& slot = slot_at(d, d->size - 1);
  const Value v = slot.load();
  slot.store(Value());
  --d->size;
  ++d->changes;
  return v;
}

/// The bound, or -1.
std::int64_t bound_of(const Deque* d) {
  const Value v = d->max_length.load();
  return v.is_int() ? v.as_int() : -1;
}

bool push(VmThread& t, Deque* d, Value v, bool left) {
  const std::int64_t bound = bound_of(d);
  if (bound == 0) return true;
  if (!make_room(t, d)) return false;
  if (left) {
    d->head = (d->head - 1) & (d->ring->capacity - 1);
    ++d->size;
    slot_at(d, 0).store(v);
  } else {
    ++d->size;
    slot_at(d, d->size - 1).store(v);
  }
  ++d->changes;
  if (bound >= 0 && d->size > bound) left ? take_last(d) : take_first(d);
  return true;
}

std::vector<Value> snapshot(VmThread& t, Deque* d) {
  ObjectLock lock(t.vm, d);
  std::vector<Value> items(d->size);
  for (std::uint32_t i = 0; i < d->size; ++i) items[i] = slot_at(d, i).load();
  return items;
}

Value as_list(VmThread& t, Deque* d) {
  const std::vector<Value> items = snapshot(t, d);
  return list_from(t, items.data(), items.size());
}

/// Replaces all items by others. False: MemoryError is raised.
bool assign(VmThread& t, Deque* d, const std::vector<Value>& items) {
  ObjectLock lock(t.vm, d);
  d->ring = nullptr;
  d->size = d->head = 0;
  ++d->changes;
  for (const Value v : items) {
    if (!push(t, d, v, false)) return false;
  }
  return true;
}

Value add_all(VmThread& t, Deque* d, Value list, bool left) {
  const std::vector<Value> items = list_snapshot(static_cast<List*>(list.object()));
  ObjectLock lock(t.vm, d);
  for (const Value v : items) {
    if (!push(t, d, v, left)) return Value();
  }
  return none();
}

/// Adds everything of any iterable: None, raised or pending.
template <bool left>
Value extend(VmThread& t, Deque* d, Value iterable) {
  // Itself is copied first, or it would never end.
  if (iterable == Value(d)) return add_all(t, d, as_list(t, d), left);
  const Value it = native_iter(t, iterable);
  if (it.empty()) return it;
  if (it == not_implemented()) {
    // One by one: the iterable may be endless, or look at the deque meanwhile.
    return pending_call(t, prelude_function(t, left ? "deque_extendleft" : "deque_extend"),
                        {d, iterable});
  }
  Value v;
  while (native_next(t, it, &v)) {
    ObjectLock lock(t.vm, d);
    if (!push(t, d, v, left)) return Value();
  }
  return t.exception.empty() ? none() : Value();
}

// --- making
// ----------------------------------------------------------------------------------------------------

Deque* new_deque(VmThread& t, Type* type) {
  auto* d = make_of<Deque>(t, type);
  d->max_length.store(none());
  return d;
}

Value deque_make(VmThread& t, const Args& args) {
  return new_deque(t, static_cast<Type*>(args[0].object()));
}

Value deque_init(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"iterable", "maxlen"};
  Value values[2] = {Value(), none()};
  if (!read_arguments(t, "deque", {args.v + 1, args.n - 1, args.kw_names}, kNames, 2, 0, values)) {
    return Value();
  }
  if (values[1] != none()) {
    std::int64_t n = 0;
    if (!is_int_like(values[1])) return raise_type_error(t, "an integer is required");
    if (!read_index(t, values[1], &n)) return Value();
    if (n < 0) return raise_value_error(t, "maxlen must be non-negative");
    values[1] = int_value(t, n);
  }
  self_of(args)->max_length.store(values[1]);
  assign(t, self_of(args), {});
  return values[0].empty() ? none() : extend<false>(t, self_of(args), values[0]);
}

/// An exact deque with these items and this one's bound.
Value like(VmThread& t, Deque* d, const std::vector<Value>& items) {
  Deque* copy = new_deque(t, g_deque);
  copy->max_length.store(d->max_length.load());
  return assign(t, copy, items) ? Value(copy) : Value();
}

Value deque_copy(VmThread& t, const Args& args) {
  Deque* d = self_of(args);
  if (d->type == g_deque) return like(t, d, snapshot(t, d));
  const Value bound = d->max_length.load();
  if (bound == none()) return pending_call(t, d->type, {args[0]});
  return pending_call(t, d->type, {args[0], bound});
}

// --- the ends
// ----------------------------------------------------------------------------------------------------

template <bool left>
Value deque_append(VmThread& t, const Args& args) {
  ObjectLock lock(t.vm, self_of(args));
  return push(t, self_of(args), args[1], left) ? none() : Value();
}

template <bool left>
Value deque_pop(VmThread& t, const Args& args) {
  Deque* d = self_of(args);
  {
    ObjectLock lock(t.vm, d);
    if (d->size != 0) return left ? take_first(d) : take_last(d);
  }
  return raise_index_error(t, "pop from an empty deque");
}

template <bool left>
Value deque_extend(VmThread& t, const Args& args) {
  return extend<left>(t, self_of(args), args[1]);
}

Value deque_iadd(VmThread& t, const Args& args) {
  const Value r = extend<false>(t, self_of(args), args[1]);
  if (!r.empty()) return args[0];
  if (t.pending.kind == Pending::Kind::Call) {
    t.pending.after = {[](VmThread&, Value, Value state) { return state; }, args[0]};
  }
  return Value();
}

Value deque_clear(VmThread& t, const Args& args) {
  return assign(t, self_of(args), {}) ? none() : Value();
}

Value deque_rotate(VmThread& t, const Args& args) {
  std::int64_t n = 1;
  if (args.n > 1 && !read_index(t, args[1], &n)) return Value();
  Deque* d = self_of(args);
  ObjectLock lock(t.vm, d);
  if (d->size < 2) return none();
  n %= d->size;
  if (n < 0) n += d->size;
  for (; n > 0; --n) {
    const Value v = take_last(d);
    if (!push(t, d, v, true)) return Value();
  }
  return none();
}

// --- as a sequence
// -------------------------------------------------------------------------------------------------

Value deque_len(VmThread& t, const Args& args) {
  ObjectLock lock(t.vm, self_of(args));
  return Value::small_int(self_of(args)->size);
}

bool index_of(VmThread& t, const Args& args, std::int64_t* i) {
  if (is_int_like(args[1])) return read_index_clamped(t, args[1], i);
  raise_type_error(t, "sequence index must be integer, not '%s'", type_name(t.vm, args[1]).c_str());
  return false;
}

Value deque_getitem(VmThread& t, const Args& args) {
  std::int64_t i = 0;
  if (!index_of(t, args, &i)) return Value();
  Deque* d = self_of(args);
  {
    ObjectLock lock(t.vm, d);
    if (clamp_to_size(&i, d->size)) return slot_at(d, static_cast<std::uint32_t>(i)).load();
  }
  return raise_index_error(t, "deque index out of range");
}

Value deque_setitem(VmThread& t, const Args& args) {
  std::int64_t i = 0;
  if (!index_of(t, args, &i)) return Value();
  Deque* d = self_of(args);
  {
    ObjectLock lock(t.vm, d);
    if (clamp_to_size(&i, d->size)) {
      slot_at(d, static_cast<std::uint32_t>(i)).store(args[2]);
      return none();
    }
  }
  return raise_index_error(t, "deque index out of range");
}

Value deque_delitem(VmThread& t, const Args& args) {
  std::int64_t i = 0;
  if (!index_of(t, args, &i)) return Value();
  std::vector<Value> items = snapshot(t, self_of(args));
  if (!clamp_to_size(&i, static_cast<std::int64_t>(items.size()))) {
    return raise_index_error(t, "deque index out of range");
  }
  items.erase(items.begin() + i);
  return assign(t, self_of(args), items) ? none() : Value();
}

Value deque_insert(VmThread& t, const Args& args) {
  std::int64_t i = 0;
  if (!index_of(t, args, &i)) return Value();
  std::vector<Value> items = snapshot(t, self_of(args));
  const auto size = static_cast<std::int64_t>(items.size());
  if (bound_of(self_of(args)) == size)
    return raise_index_error(t, "deque already at its maximum size");
  if (i < 0) i = std::max<std::int64_t>(i + size, 0);
  items.insert(items.begin() + std::min(i, size), args[2]);
  return assign(t, self_of(args), items) ? none() : Value();
}

Value deque_reverse(VmThread& t, const Args& args) {
  std::vector<Value> items = snapshot(t, self_of(args));
  std::reverse(items.begin(), items.end());
  return assign(t, self_of(args), items) ? none() : Value();
}

Value deque_remove(VmThread& t, const Args& args) {
  std::vector<Value> items = snapshot(t, self_of(args));
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Truth same = equal_native(t, items[i], args[1]);
    if (same == Truth::Error) return Value();
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "deque_remove"), {args[0], args[1]});
    }
    if (same == Truth::False) continue;
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
    return assign(t, self_of(args), items) ? none() : Value();
  }
  return pending_call(t, prelude_function(t, "deque_remove"), {args[0], args[1]});  // says which
}

Value deque_contains(VmThread& t, const Args& args) {
  return contains_in_sequence(t, as_list(t, self_of(args)), args[1]);
}
Value deque_count(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "sequence_count"),
                      {as_list(t, self_of(args)), args[1]});
}
Value deque_index(VmThread& t, const Args& args) {
  return pending_call(
      t, prelude_function(t, "deque_index"),
      {as_list(t, self_of(args)), args[1], args.get(2, Value::small_int(0)), args.get(3, none())});
}

Value deque_add(VmThread& t, const Args& args) {
  if (!is_deque(args[1])) {
    return raise_type_error(t, "can only concatenate deque (not \"%s\") to deque",
                            type_name(t.vm, args[1]).c_str());
  }
  std::vector<Value> items = snapshot(t, self_of(args));
  const std::vector<Value> more = snapshot(t, static_cast<Deque*>(args[1].object()));
  items.insert(items.end(), more.begin(), more.end());
  return like(t, self_of(args), items);
}

Value deque_mul(VmThread& t, const Args& args) {
  std::int64_t times = 0;
  if (!is_int_like(args[1])) return not_implemented();
  if (!read_index(t, args[1], &times)) return Value();
  const std::vector<Value> items = snapshot(t, self_of(args));
  const auto wanted = static_cast<std::uint64_t>(std::max<std::int64_t>(times, 0)) * items.size();
  if (wanted > UINT32_MAX || !t.can_allocate(wanted * sizeof(Value))) {
    return t.exception.empty() ? raise_memory_error(t) : Value();
  }
  std::vector<Value> all;
  for (std::int64_t n = 0; n < times; ++n) all.insert(all.end(), items.begin(), items.end());
  return like(t, self_of(args), all);
}

template <lang::CompareOp op>
Value deque_compare(VmThread& t, const Args& args) {
  if (!is_deque(args[1])) return not_implemented();
  return rich_compare(t, as_list(t, self_of(args)),
                      as_list(t, static_cast<Deque*>(args[1].object())), op);
}

Value deque_repr(VmThread& t, const Args& args) {
  Deque* d = self_of(args);
  const std::string name = utf8(d->type->name);
  if (std::find(t.repr_guard.begin(), t.repr_guard.end(), d) != t.repr_guard.end()) {
    return str_new(t, "[...]");
  }
  const std::int64_t bound = bound_of(d);
  const std::string end = bound >= 0 ? ", maxlen=" + std::to_string(bound) + ")" : ")";
  std::string text = name + "(";
  const Value items = as_list(t, d);
  t.repr_guard.push_back(d);
  const Truth done = repr_native(t, items, &text, 1);
  t.repr_guard.pop_back();
  if (done == Truth::Error) return Value();
  if (done == Truth::True) return str_new(t, text + end);
  return pending_call(t, prelude_function(t, "deque_repr"),
                      {d, items, str_new(t, name + "("), str_new(t, end)});
}

Value deque_maxlen(VmThread&, const Args& args) { return self_of(args)->max_length.load(); }

// --- iterating
// -----------------------------------------------------------------------------------------------------

Value deque_iterator_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<DequeIterator*>(self);
  const std::uint32_t i = it->index.load();
  {
    ObjectLock lock(t.vm, it->deque);
    if (it->changes == it->deque->changes) {
      if (i >= it->deque->size) return Value();
      it->index.store(i + 1);
      return slot_at(it->deque, it->backwards ? it->deque->size - 1 - i : i).load();
    }
  }
  return raise(t, t.vm.types.RuntimeError, "deque mutated during iteration");
}

template <bool backwards>
Value deque_iter(VmThread& t, const Args& args) {
  auto* it = t.make<DequeIterator>(backwards ? g_deque_reverse_iterator : g_deque_iterator);
  it->next = deque_iterator_next;
  it->pure = true;
  it->deque = self_of(args);
  {
    const ObjectLock lock(t.vm, it->deque);
    it->changes = it->deque->changes;
  }
  it->backwards = backwards;
  return it;
}

constexpr NativeDef kDeque[] = {
    {"__new__", deque_make, 1, kAnyArgs, kKeywords},
    {"__init__", deque_init, 1, kAnyArgs, kKeywords},
    {"_il_sequence", deque_len, 1, 1},
    {"__len__", deque_len, 1, 1},
    {"__iter__", deque_iter<false>, 1, 1},
    {"__reversed__", deque_iter<true>, 1, 1},
    {"__contains__", deque_contains, 2, 2},
    {"__getitem__", deque_getitem, 2, 2},
    {"__setitem__", deque_setitem, 3, 3},
    {"__delitem__", deque_delitem, 2, 2},
    {"__add__", deque_add, 2, 2},
    {"__iadd__", deque_iadd, 2, 2},
    {"__mul__", deque_mul, 2, 2},
    {"__rmul__", deque_mul, 2, 2},
    {"__repr__", deque_repr, 1, 1},
    {"__eq__", deque_compare<lang::CompareOp::Eq>, 2, 2},
    {"__ne__", deque_compare<lang::CompareOp::Ne>, 2, 2},
    {"__lt__", deque_compare<lang::CompareOp::Lt>, 2, 2},
    {"__le__", deque_compare<lang::CompareOp::Le>, 2, 2},
    {"__gt__", deque_compare<lang::CompareOp::Gt>, 2, 2},
    {"__ge__", deque_compare<lang::CompareOp::Ge>, 2, 2},
    {"__copy__", deque_copy, 1, 1},
    {"append", deque_append<false>, 2, 2},
    {"appendleft", deque_append<true>, 2, 2},
    {"pop", deque_pop<false>, 1, 1},
    {"popleft", deque_pop<true>, 1, 1},
    {"extend", deque_extend<false>, 2, 2},
    {"extendleft", deque_extend<true>, 2, 2},
    {"clear", deque_clear, 1, 1},
    {"copy", deque_copy, 1, 1},
    {"count", deque_count, 2, 2},
    {"index", deque_index, 2, 4},
    {"insert", deque_insert, 3, 3},
    {"remove", deque_remove, 2, 2},
    {"reverse", deque_reverse, 1, 1},
    {"rotate", deque_rotate, 1, 2},
    {"maxlen", deque_maxlen, 1, 1, kGetter},
};

}  // namespace

void init_deque(VmThread& t) {
  g_deque = make_type(t, {.name = "deque",
                          .kind = Kind::NativeData,
                          .size = sizeof(Deque),
                          .trace = trace_deque,
                          .module = "collections"});
  g_deque_iterator =
      make_iterator_type(t, "_deque_iterator", sizeof(DequeIterator), trace_deque_iterator);
  g_deque_reverse_iterator =
      make_iterator_type(t, "_deque_reverse_iterator", sizeof(DequeIterator), trace_deque_iterator);
  add_methods(t, g_deque, kDeque);
  set_unhashable(t, g_deque);
  module_set(t, module_named(t, "_collections"), "deque", g_deque);
}

}  // namespace interleave::vm
