#include "vm/iterators.h"

#include "vm/bytes.h"
#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/range.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

IteratorTypes g_iterator_types;

namespace {

/// Over str, bytes and bytearray; backwards over any sequence.
struct IndexIterator : NativeIterator {
  Object* sequence = nullptr;
  Shared<std::int64_t> index;
};

struct LongRangeIterator : NativeIterator {
  Slot next_value;
  Slot remaining;
  Value step;
};

enum class DictPart : std::uint8_t { Keys, Values, Items };

struct DictIterator : NativeIterator {
  Dict* dict = nullptr;
  DictPart part = DictPart::Keys;
  bool backwards = false;
  Shared<std::uint32_t> position;
  Shared<std::uint32_t> expected;  // dict_shape_size() to find; kExhausted: over
};

struct SetIterator : NativeIterator {
  Set* set = nullptr;
  Shared<std::uint32_t> position;
  Shared<std::uint32_t> expected;
};

template <typename T>
T* new_iterator(VmThread& t, Type* type, NextFn next) {
  T* it = t.make<T>(type);
  it->next = next;
  it->pure = true;
  return it;
}

// --- range
// ---------------------------------------------------------------------------------------------

Value range_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<RangeIterator*>(self);
  const std::int64_t remaining = it->remaining.load();
  if (remaining <= 0) return Value();
  const std::int64_t v = it->next_value.load();
  it->next_value.store(v + it->step);
  it->remaining.store(remaining - 1);
  return int_value(t, v);
}

Value long_range_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<LongRangeIterator*>(self);
  const Value remaining = it->remaining.load();
  if (int_sign(remaining) <= 0) return Value();
  const Value v = it->next_value.load();
  it->next_value.store(number_binary(t, lang::BinaryOp::Add, v, it->step));
  it->remaining.store(number_binary(t, lang::BinaryOp::Subtract, remaining, Value::small_int(1)));
  return v;
}

Value new_range_iterator(VmThread& t, std::int64_t start, std::int64_t step, std::int64_t length) {
  auto* it = new_iterator<RangeIterator>(t, g_iterator_types.range_iterator, range_next);
  it->next_value.store(start);
  it->step = step;
  it->remaining.store(length);
  return it;
}

Value new_long_range_iterator(VmThread& t, Value start, Value step, Value length) {
  auto* it =
      new_iterator<LongRangeIterator>(t, g_iterator_types.longrange_iterator, long_range_next);
  it->next_value.store(start);
  it->step = step;
  it->remaining.store(length);
  return it;
}

void trace_long_range(Object* o, Marker& m) {
  auto* it = static_cast<LongRangeIterator*>(o);
  m.mark(it->next_value);
  m.mark(it->remaining);
  m.mark(it->step);
}

Value range_reversed(VmThread& t, const Range* range) {
  std::int64_t start = 0;
  std::int64_t step = 0;
  std::int64_t length = 0;
  if (range_small(range, &start, &step, &length)) {
    return new_range_iterator(t, start + (length - 1) * step, -step, length);
  }
  using lang::BinaryOp;
  const Value last = number_binary(t, BinaryOp::Subtract, range->length, Value::small_int(1));
  const Value offset = number_binary(t, BinaryOp::Multiply, last, range->step);
  return new_long_range_iterator(t, number_binary(t, BinaryOp::Add, range->start, offset),
                                 number_unary(t, UnaryOp::Negative, range->step), range->length);
}

// --- sequences
// -------------------------------------------------------------------------------------------

Value list_next(VmThread&, NativeIterator* self) {
  auto* it = static_cast<SequenceIterator*>(self);
  const std::uint32_t i = it->index.load();
  Value v;
  if (i == kExhausted || !list_get(static_cast<List*>(it->sequence), i, &v)) {
    it->index.store(kExhausted);
    return Value();
  }
  it->index.store(i + 1);
  return v;
}

Value tuple_next(VmThread&, NativeIterator* self) {
  auto* it = static_cast<SequenceIterator*>(self);
  const std::uint32_t i = it->index.load();
  auto* tuple = static_cast<Tuple*>(it->sequence);
  if (i >= tuple->size) return Value();
  it->index.store(i + 1);
  return tuple->items()[i];
}

void trace_sequence(Object* o, Marker& m) { m.mark(static_cast<SequenceIterator*>(o)->sequence); }
void trace_index(Object* o, Marker& m) { m.mark(static_cast<IndexIterator*>(o)->sequence); }

/// Item i of a built-in sequence; empty: out of range.
Value item_at(VmThread& t, Object* o, std::int64_t i) {
  Value v;
  switch (o->type->kind) {
    case Kind::Str: {
      auto* s = static_cast<Str*>(o);
      if (i < s->length) v = str_iter_at(t, s, static_cast<std::uint32_t>(i));
      break;
    }
    case Kind::Bytes:
    case Kind::ByteArray: {
      const int byte = byte_at(t, o, static_cast<std::size_t>(i));
      if (byte >= 0) v = Value::small_int(byte);
      break;
    }
    case Kind::List: list_get(static_cast<List*>(o), i, &v); break;
    case Kind::Tuple: tuple_get(static_cast<Tuple*>(o), i, &v); break;
    default: break;
  }
  return v;
}

Value index_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<IndexIterator*>(self);
  const std::int64_t i = it->index.load();
  if (i < 0) return Value();
  const Value v = item_at(t, it->sequence, i);
  it->index.store(v.empty() ? -1 : i + 1);
  return v;
}

Value index_previous(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<IndexIterator*>(self);
  const std::int64_t i = it->index.load();
  if (i < 0) return Value();
  const Value v = item_at(t, it->sequence, i);
  it->index.store(v.empty() ? -1 : i - 1);
  return v;
}

Value index_iter(VmThread& t, Object* sequence, Type* type, bool backwards, std::int64_t from) {
  auto* it = new_iterator<IndexIterator>(t, type, backwards ? index_previous : index_next);
  it->sequence = sequence;
  it->index.store(from);
  return it;
}

// --- dict and set
// --------------------------------------------------------------------------------------------

Value raise_dict_changed(VmThread& t, DictIterator* it) {
  it->expected.store(kExhausted - 1);  // as CPython: the error comes again and again
  return raise(t, t.vm.types.RuntimeError, "dictionary changed size during iteration");
}

bool dict_iterator_next_pair(VmThread& t, NativeIterator* self, Value* key, Value* value) {
  auto* it = static_cast<DictIterator*>(self);
  const std::uint32_t expected = it->expected.load();
  if (expected == kExhausted) return false;
  if (expected != dict_shape_size(it->dict)) {
    raise_dict_changed(t, it);
    return false;
  }
  std::uint32_t position = it->position.load();
  const bool found = it->backwards ? dict_previous(it->dict, &position, key, value)
                                   : dict_next(it->dict, &position, key, value);
  it->position.store(position);
  if (!found) it->expected.store(kExhausted);
  return found;
}

Value dict_iterator_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<DictIterator*>(self);
  Value key;
  Value value;
  if (!dict_iterator_next_pair(t, self, &key, &value)) return Value();
  if (it->part == DictPart::Items) return tuple_of(t, {key, value});
  return it->part == DictPart::Keys ? key : value;
}

Value dict_iterator(VmThread& t, Dict* d, DictPart part, bool backwards) {
  const IteratorTypes& y = g_iterator_types;
  Type* const types[] = {y.dict_keyiterator,          y.dict_valueiterator,
                         y.dict_itemiterator,         y.dict_reversekeyiterator,
                         y.dict_reversevalueiterator, y.dict_reverseitemiterator};
  auto* it = new_iterator<DictIterator>(t, types[static_cast<int>(part) + (backwards ? 3 : 0)],
                                        dict_iterator_next);
  it->dict = d;
  it->part = part;
  if (part == DictPart::Items) it->next_pair = dict_iterator_next_pair;
  it->backwards = backwards;
  it->position.store(backwards ? kDictEnd : 0);
  it->expected.store(dict_shape_size(d));
  return it;
}

Value set_iterator_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<SetIterator*>(self);
  const std::uint32_t expected = it->expected.load();
  if (expected == kExhausted) return Value();
  if (expected != set_size(it->set)) {
    it->expected.store(kExhausted - 1);
    return raise(t, t.vm.types.RuntimeError, "Set changed size during iteration");
  }
  std::uint32_t position = it->position.load();
  Value key;
  if (!set_next(it->set, &position, &key)) {
    it->expected.store(kExhausted);
    return Value();
  }
  it->position.store(position);
  return key;
}

Value set_iter(VmThread& t, Set* s) {
  auto* it = new_iterator<SetIterator>(t, g_iterator_types.set_iterator, set_iterator_next);
  it->set = s;
  it->expected.store(set_size(s));
  return it;
}

void trace_dict_iterator(Object* o, Marker& m) { m.mark(static_cast<DictIterator*>(o)->dict); }
void trace_set_iterator(Object* o, Marker& m) { m.mark(static_cast<SetIterator*>(o)->set); }
void trace_view(Object* o, Marker& m) { m.mark(static_cast<DictView*>(o)->dict); }

DictPart part_of(const Type* view_type) {
  if (view_type == g_iterator_types.dict_keys) return DictPart::Keys;
  return view_type == g_iterator_types.dict_values ? DictPart::Values : DictPart::Items;
}

/// For layouts this file knows; empty: it does not.
Value builtin_iter(VmThread& t, Object* o) {
  const IteratorTypes& y = g_iterator_types;
  switch (o->type->kind) {
    case Kind::List:
    case Kind::Tuple: return sequence_iter(t, o);
    case Kind::Range: return range_iter(t, static_cast<Range*>(o));
    case Kind::Dict: return dict_iterator(t, static_cast<Dict*>(o), DictPart::Keys, false);
    case Kind::Set:
    case Kind::FrozenSet: return set_iter(t, static_cast<Set*>(o));
    case Kind::Str: {
      Type* type = static_cast<Str*>(o)->ascii ? y.str_ascii_iterator : y.str_iterator;
      return index_iter(t, o, type, false, 0);
    }
    case Kind::Bytes: return index_iter(t, o, y.bytes_iterator, false, 0);
    case Kind::ByteArray: return index_iter(t, o, y.bytearray_iterator, false, 0);
    default: break;
  }
  if (!is_dict_view(o)) return Value();
  return dict_iterator(t, static_cast<DictView*>(o)->dict, part_of(o->type), false);
}

Value raise_not_iterable(VmThread& t, Value v) {
  return raise_type_error(t, "'%s' object is not iterable", type_name(t.vm, v).c_str());
}

}  // namespace

// --- asking for iterators
// ----------------------------------------------------------------------------------

Value range_iter(VmThread& t, Range* range) {
  std::int64_t start = 0;
  std::int64_t step = 0;
  std::int64_t length = 0;
  if (range_small(range, &start, &step, &length)) return new_range_iterator(t, start, step, length);
  return new_long_range_iterator(t, range->start, range->step, range->length);
}

Value sequence_iter(VmThread& t, Object* sequence) {
  const bool is_list = sequence->type->kind == Kind::List;
  auto* it = new_iterator<SequenceIterator>(
      t, is_list ? g_iterator_types.list_iterator : g_iterator_types.tuple_iterator,
      is_list ? list_next : tuple_next);
  it->sequence = sequence;
  return it;
}

DictView* dict_view(VmThread& t, Dict* d, Type* type) {
  auto* view = t.make<DictView>(type);
  view->dict = d;
  return view;
}

bool is_native_iterator(Value v) {
  return v.is_object() && v.object()->type->kind == Kind::Iterator;
}

bool is_iterable(const Vm& vm, Value v) {
  const Type* type = class_of(vm, v);
  if (type->kind == Kind::Iterator) return true;
  const Value iter = special(type, Special::Iter);
  if (iter == none()) return false;
  return !iter.empty() || (type->is_python && !special(type, Special::GetItem).empty());
}

Value native_iter(VmThread& t, Value iterable) {
  if (!iterable.is_object()) return raise_not_iterable(t, iterable);
  Object* o = iterable.object();
  if (o->type->kind == Kind::Iterator) {
    return static_cast<NativeIterator*>(o)->pure ? iterable : not_implemented();
  }
  if (special_is_native(o->type, Special::Iter)) {
    const Value it = builtin_iter(t, o);
    if (!it.empty()) return it;
    const Value hook = special(o->type, Special::Iter);
    if (o->type->kind == Kind::NativeData && hook.is_object() &&
        hook.object()->type->kind == Kind::Native) {
      const Value made =
          static_cast<NativeFunction*>(hook.object())->def->fn(t, {&iterable, 1, nullptr});
      if (!t.exception.empty()) return Value();
      if (is_native_iterator(made) && static_cast<NativeIterator*>(made.object())->pure)
        return made;
      t.pending = Pending();  // the machine will ask again
    }
  }
  if (!is_iterable(t.vm, iterable)) return raise_not_iterable(t, iterable);
  return not_implemented();
}

bool native_next(VmThread& t, Value iterator, Value* out) {
  auto* it = static_cast<NativeIterator*>(iterator.object());
  *out = it->next(t, it);
  return !out->empty();
}

Value quick_iter(VmThread& t, Value iterable) {
  if (!iterable.is_object()) return raise_not_iterable(t, iterable);
  Object* o = iterable.object();
  if (o->type->kind == Kind::Iterator) return iterable;
  const Value hook = special(o->type, Special::Iter);
  if (special_is_native(o->type, Special::Iter)) {
    const Value it = builtin_iter(t, o);
    if (!it.empty()) return it;
    if (hook.is_object() && hook.object()->type->kind == Kind::Native) {
      return static_cast<NativeFunction*>(hook.object())->def->fn(t, {&iterable, 1, nullptr});
    }
    if (o->type->is_python && !special(o->type, Special::GetItem).empty()) {
      return getitem_iter(t, iterable);
    }
    return raise_not_iterable(t, iterable);
  }
  return hook == none() ? raise_not_iterable(t, iterable) : not_implemented();
}

namespace {

Value after_iter(VmThread& t, Value result, Value) {
  if (!special(class_of(t.vm, result), Special::Next).empty()) return result;
  return raise_type_error(t, "iter() returned non-iterator of type '%s'",
                          type_name(t.vm, result).c_str());
}

}  // namespace

Value get_iter(VmThread& t, Value iterable) {
  const Value it = quick_iter(t, iterable);
  if (!(it == not_implemented())) return it;
  return pending_call(t, special(class_of(t.vm, iterable), Special::Iter), {iterable},
                      {after_iter, Value()});
}

Value iter_next(VmThread& t, Value iterator) {
  if (is_native_iterator(iterator)) {
    auto* it = static_cast<NativeIterator*>(iterator.object());
    return it->next(t, it);
  }
  const Value hook = special(class_of(t.vm, iterator), Special::Next);
  if (hook.empty()) {
    return raise_type_error(t, "'%s' object is not an iterator", type_name(t.vm, iterator).c_str());
  }
  if (!hook.is_object() || hook.object()->type->kind != Kind::Native) {
    return pending_call(t, hook, {iterator});
  }
  const Value v = static_cast<NativeFunction*>(hook.object())->def->fn(t, {&iterator, 1, nullptr});
  if (v.empty() && t.exception.is_object() &&
      is_instance(t.vm, t.exception, t.vm.types.StopIteration)) {
    t.exception = Value();
  }
  return v;
}

Value iter_next_or_stop(VmThread& t, Value iterator) {
  const Value v = iter_next(t, iterator);
  if (!v.empty() || !t.exception.empty() || t.pending.kind != Pending::Kind::None) return v;
  return raise_stop_iteration(t);
}

Value set_iterator_of(VmThread& t, Set* s) { return set_iter(t, s); }

Value reversed_list(VmThread& t, List* list) {
  return index_iter(t, list, g_iterator_types.list_reverseiterator, true,
                    std::int64_t{list_size(list)} - 1);
}

Value native_reversed(VmThread& t, Value sequence) {
  if (!sequence.is_object()) return not_implemented();
  Object* o = sequence.object();
  if (!special_is_native(o->type, Special::Reversed) ||
      !special_is_native(o->type, Special::GetItem) || !special_is_native(o->type, Special::Len)) {
    return not_implemented();
  }
  const IteratorTypes& y = g_iterator_types;
  switch (o->type->kind) {
    case Kind::List: return reversed_list(t, static_cast<List*>(o));
    case Kind::Tuple:
      return index_iter(t, o, y.reversed, true, std::int64_t{static_cast<Tuple*>(o)->size} - 1);
    case Kind::Str:
      return index_iter(t, o, y.reversed, true, std::int64_t{static_cast<Str*>(o)->length} - 1);
    case Kind::Bytes:
    case Kind::ByteArray:
      return index_iter(t, o, y.reversed, true,
                        static_cast<std::int64_t>(bytes_size(sequence)) - 1);
    case Kind::Range: return range_reversed(t, static_cast<Range*>(o));
    case Kind::Dict: return dict_iterator(t, static_cast<Dict*>(o), DictPart::Keys, true);
    default: break;
  }
  if (!is_dict_view(sequence)) return not_implemented();
  return dict_iterator(t, static_cast<DictView*>(o)->dict, part_of(o->type), true);
}

// --- classes
// -------------------------------------------------------------------------------------------------

namespace {

Value iterator_iter(VmThread&, const Args& args) { return args[0]; }
Value iterator_next(VmThread& t, const Args& args) { return iter_next_or_stop(t, args[0]); }

Value list_length_hint(VmThread&, const Args& args) {
  auto* it = static_cast<SequenceIterator*>(args[0].object());
  const std::uint32_t i = it->index.load();
  const std::uint32_t size = list_size(static_cast<List*>(it->sequence));
  return Value::small_int(i == kExhausted || i > size ? 0 : size - i);
}

Value range_length_hint(VmThread& t, const Args& args) {
  return int_value(t, static_cast<RangeIterator*>(args[0].object())->remaining.load());
}

constexpr NativeDef kIteratorMethods[] = {
    {"__iter__", iterator_iter, 1, 1},
    {"__next__", iterator_next, 1, 1},
};
constexpr NativeDef kListIteratorMethods[] = {{"__length_hint__", list_length_hint, 1, 1}};
constexpr NativeDef kRangeIteratorMethods[] = {{"__length_hint__", range_length_hint, 1, 1}};

}  // namespace

Type* make_iterator_type(VmThread& t, const char* name, std::size_t size, TraceFn trace) {
  Type* type = make_type(t, {.name = name,
                             .kind = Kind::Iterator,
                             .size = static_cast<std::uint32_t>(size),
                             .trace = trace,
                             .can_subclass = false,
                             .instantiable = false});
  add_methods(t, type, kIteratorMethods);
  return type;
}

void init_iterators(VmThread& t) {
  IteratorTypes& y = g_iterator_types;
  y = {};
  const auto sequence = sizeof(SequenceIterator);
  const auto index = sizeof(IndexIterator);
  const auto dict = sizeof(DictIterator);
  y.list_iterator = make_iterator_type(t, "list_iterator", sequence, trace_sequence);
  y.tuple_iterator = make_iterator_type(t, "tuple_iterator", sequence, trace_sequence);
  y.list_reverseiterator = make_iterator_type(t, "list_reverseiterator", index, trace_index);
  y.reversed = make_iterator_type(t, "reversed", index, trace_index);
  y.str_iterator = make_iterator_type(t, "str_iterator", index, trace_index);
  y.str_ascii_iterator = make_iterator_type(t, "str_ascii_iterator", index, trace_index);
  y.bytes_iterator = make_iterator_type(t, "bytes_iterator", index, trace_index);
  y.bytearray_iterator = make_iterator_type(t, "bytearray_iterator", index, trace_index);
  y.range_iterator = make_iterator_type(t, "range_iterator", sizeof(RangeIterator), nullptr);
  y.longrange_iterator =
      make_iterator_type(t, "longrange_iterator", sizeof(LongRangeIterator), trace_long_range);
  y.set_iterator = make_iterator_type(t, "set_iterator", sizeof(SetIterator), trace_set_iterator);
  struct Row {
    Type** type;
    const char* name;
  };
  for (const Row& row : {Row{&y.dict_keyiterator, "dict_keyiterator"},
                         Row{&y.dict_valueiterator, "dict_valueiterator"},
                         Row{&y.dict_itemiterator, "dict_itemiterator"},
                         Row{&y.dict_reversekeyiterator, "dict_reversekeyiterator"},
                         Row{&y.dict_reversevalueiterator, "dict_reversevalueiterator"},
                         Row{&y.dict_reverseitemiterator, "dict_reverseitemiterator"}}) {
    *row.type = make_iterator_type(t, row.name, dict, trace_dict_iterator);
  }
  for (const Row& row : {Row{&y.dict_keys, "dict_keys"}, Row{&y.dict_values, "dict_values"},
                         Row{&y.dict_items, "dict_items"}}) {
    *row.type = make_type(t, {.name = row.name,
                              .kind = Kind::NativeData,
                              .size = sizeof(DictView),
                              .trace = trace_view,
                              .can_subclass = false,
                              .instantiable = false});
  }
  add_methods(t, y.list_iterator, kListIteratorMethods);
  add_methods(t, y.range_iterator, kRangeIteratorMethods);
  init_lazy_iterators(t);
}

}  // namespace interleave::vm
