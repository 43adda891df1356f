// Iterators over other iterators or objects: where those need Python, `next` answers a pending call
// whose continuation goes on. Inside a continuation the end is told by raising StopIteration.
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

struct EnumerateIterator : NativeIterator {
  Value inner;
  Slot count;
};

struct ZipIterator : NativeIterator {
  Tuple* inners = nullptr;
  bool strict = false;
};

/// map and filter; filter has one inner iterator.
struct FunctionIterator : NativeIterator {
  Value function;
  Tuple* inners = nullptr;
};

struct CallableIterator : NativeIterator {
  Slot callable;  // empty: over
  Value sentinel;
};

struct GetItemIterator : NativeIterator {
  Slot sequence;  // empty: over
  Shared<std::int64_t> index;
  std::int64_t step = 1;
};

bool is_pure(Value iterator) {
  return is_native_iterator(iterator) && static_cast<NativeIterator*>(iterator.object())->pure;
}

bool all_pure(const Tuple* iterators) {
  for (std::uint32_t i = 0; i < iterators->size; ++i) {
    if (!is_pure(iterators->items()[i])) return false;
  }
  return true;
}

Value pure_next(VmThread& t, Value iterator) {
  auto* it = static_cast<NativeIterator*>(iterator.object());
  return it->next(t, it);
}

/// Asks the machine for the next item of an iterator that may need Python.
Value ask_next(VmThread& t, Value iterator, Continuation after) {
  return pending_call(t, special(class_of(t.vm, iterator), Special::Next), {iterator}, after);
}

/// Within a continuation the end must be said by an exception.
Value or_stop(VmThread& t, Value v) {
  if (!v.empty() || !t.exception.empty() || t.pending.kind != Pending::Kind::None) return v;
  return raise_stop_iteration(t);
}

// --- enumerate
// -----------------------------------------------------------------------------------------------

Value next_number(VmThread& t, EnumerateIterator* it) {
  const Value n = it->count.load();
  it->count.store(n.is_int() && n.as_int() < Value::kIntMax
                      ? Value::small_int(n.as_int() + 1)
                      : number_binary(t, lang::BinaryOp::Add, n, Value::small_int(1)));
  return n;
}

Value numbered(VmThread& t, EnumerateIterator* it, Value item) {
  return tuple_of(t, {next_number(t, it), item});
}

Value enumerate_item(VmThread& t, Value item, Value state) {
  return numbered(t, static_cast<EnumerateIterator*>(state.object()), item);
}

Value enumerate_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<EnumerateIterator*>(self);
  if (!is_pure(it->inner)) return ask_next(t, it->inner, {enumerate_item, it});
  const Value item = pure_next(t, it->inner);
  return item.empty() ? item : numbered(t, it, item);
}

bool enumerate_next_pair(VmThread& t, NativeIterator* self, Value* number, Value* item) {
  auto* it = static_cast<EnumerateIterator*>(self);
  *item = pure_next(t, it->inner);
  if (item->empty()) return false;
  *number = next_number(t, it);
  return true;
}

void trace_enumerate(Object* o, Marker& m) {
  auto* it = static_cast<EnumerateIterator*>(o);
  m.mark(it->inner);
  m.mark(it->count);
}

// --- zip
// -------------------------------------------------------------------------------------------------------

Value raise_zip_length(VmThread& t, std::uint32_t argument, const char* relation) {
  const std::string plural = argument == 1 ? " " : "s 1-";
  return raise_value_error(t, "zip() argument %u is %s than argument%s%u", argument + 1, relation,
                           plural.c_str(), argument);
}

/// Iterator `i` is exhausted. Strict: all must be, and at once; a longer one is looked for from i +
/// 1 on.
Value zip_end(VmThread& t, ZipIterator* it, std::uint32_t i);

/// State: (zip, index, values so far).
Value zip_state(VmThread& t, ZipIterator* it, std::uint32_t i, Value row) {
  return tuple_of(t, {it, Value::small_int(i), row});
}

Value zip_from(VmThread& t, ZipIterator* it, std::uint32_t i, Tuple* row);

Value zip_item(VmThread& t, Value item, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  auto* it = static_cast<ZipIterator*>(s[0].object());
  const auto i = static_cast<std::uint32_t>(s[1].as_int());
  if (item.empty()) {
    if (!is_instance(t.vm, t.exception, t.vm.types.StopIteration)) return Value();
    t.exception = Value();
    return or_stop(t, zip_end(t, it, i));
  }
  // Several threads may be here with rows of their own.
  auto* row = static_cast<Tuple*>(s[2].object());
  row->items()[i] = item;
  return or_stop(t, zip_from(t, it, i + 1, row));
}

Value zip_from(VmThread& t, ZipIterator* it, std::uint32_t i, Tuple* row) {
  for (; i < it->inners->size; ++i) {
    const Value inner = it->inners->items()[i];
    if (!is_pure(inner)) {
      return ask_next(t, inner, {zip_item, zip_state(t, it, i, row), it->strict});
    }
    const Value item = pure_next(t, inner);
    if (item.empty()) return t.exception.empty() ? zip_end(t, it, i) : Value();
    row->items()[i] = item;
  }
  return row;
}

Value zip_longer_item(VmThread& t, Value item, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  auto* it = static_cast<ZipIterator*>(s[0].object());
  const auto i = static_cast<std::uint32_t>(s[1].as_int());
  if (!item.empty()) return raise_zip_length(t, i, "longer");
  if (!is_instance(t.vm, t.exception, t.vm.types.StopIteration)) return Value();
  t.exception = Value();
  for (std::uint32_t k = i + 1; k < it->inners->size; ++k) {
    return ask_next(t, it->inners->items()[k],
                    {zip_longer_item, zip_state(t, it, k, none()), true});
  }
  return raise_stop_iteration(t);
}

Value zip_end(VmThread& t, ZipIterator* it, std::uint32_t i) {
  if (!it->strict) return Value();
  if (i > 0) return raise_zip_length(t, i, "shorter");
  if (it->inners->size < 2) return Value();
  return ask_next(t, it->inners->items()[1], {zip_longer_item, zip_state(t, it, 1, none()), true});
}

Value zip_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<ZipIterator*>(self);
  if (it->inners->size == 0) return Value();
  return zip_from(t, it, 0, tuple_new(t, it->inners->size));
}

bool zip_next_pair(VmThread& t, NativeIterator* self, Value* first, Value* second) {
  const Value* inners = static_cast<ZipIterator*>(self)->inners->items();
  *first = pure_next(t, inners[0]);
  if (first->empty()) return false;
  *second = pure_next(t, inners[1]);
  return !second->empty();
}

void trace_zip(Object* o, Marker& m) { m.mark(static_cast<ZipIterator*>(o)->inners); }

// --- map
// -------------------------------------------------------------------------------------------------------

Value apply(VmThread& t, Value function, const Value* args, std::uint32_t count) {
  if (function.is_object() && function.object()->type->kind == Kind::Native) {
    return call_native(t, static_cast<NativeFunction*>(function.object()), {args, count, nullptr});
  }
  return pending_call(t, function, Args{args, count, nullptr});
}

Value map_from(VmThread& t, FunctionIterator* it, std::uint32_t i, Tuple* row);

/// State: (map, index, arguments so far).
Value map_item(VmThread& t, Value item, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  const auto i = static_cast<std::uint32_t>(s[1].as_int());
  auto* row = static_cast<Tuple*>(s[2].object());
  row->items()[i] = item;
  return or_stop(t, map_from(t, static_cast<FunctionIterator*>(s[0].object()), i + 1, row));
}

Value map_from(VmThread& t, FunctionIterator* it, std::uint32_t i, Tuple* row) {
  for (; i < it->inners->size; ++i) {
    const Value inner = it->inners->items()[i];
    if (!is_pure(inner)) {
      return ask_next(t, inner, {map_item, tuple_of(t, {it, Value::small_int(i), row})});
    }
    const Value item = pure_next(t, inner);
    if (item.empty()) return item;
    row->items()[i] = item;
  }
  return apply(t, it->function, row->items(), row->size);
}

Value map_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<FunctionIterator*>(self);
  if (it->inners->size == 1 && is_pure(it->inners->items()[0])) {
    const Value item = pure_next(t, it->inners->items()[0]);
    return item.empty() ? item : apply(t, it->function, &item, 1);
  }
  return map_from(t, it, 0, tuple_new(t, it->inners->size));
}

void trace_function_iterator(Object* o, Marker& m) {
  auto* it = static_cast<FunctionIterator*>(o);
  m.mark(it->function);
  m.mark(it->inners);
}

// --- filter
// ------------------------------------------------------------------------------------------------------

Value filter_run(VmThread& t, FunctionIterator* it);

/// State: (filter, item). `result` is what the function said, as a bool.
Value filter_decided(VmThread& t, Value result, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  if (result == boolean(true)) return s[1];
  return or_stop(t, filter_run(t, static_cast<FunctionIterator*>(s[0].object())));
}

/// The verdict on an item; *known says whether it is known already, otherwise a call is pending or
/// raised.
bool judge(VmThread& t, Value verdict, Value state, bool* keep) {
  const Truth truth = truth_native(t, verdict);
  *keep = truth == Truth::True;
  if (truth == Truth::Python) {
    pending_call(t, t.vm.types.boolean, {verdict}, {filter_decided, state});
  }
  return truth == Truth::True || truth == Truth::False;
}

/// State: (filter, item). `result` is what the function said.
Value filter_tested(VmThread& t, Value result, Value state) {
  bool keep = false;
  if (!judge(t, result, state, &keep)) return Value();
  return filter_decided(t, boolean(keep), state);
}

bool filters_by_truth(const Vm& vm, Value function) {
  return function == none() || (function.is_object() && function.object() == vm.types.boolean);
}

/// True: decided, *keep says how; false: a call is pending or it raised.
bool filter_test(VmThread& t, FunctionIterator* it, Value item, bool* keep) {
  if (filters_by_truth(t.vm, it->function)) {
    if (item.is_number()) {
      *keep = number_truth(item);
      return true;
    }
    return judge(t, item, tuple_of(t, {it, item}), keep);
  }
  pending_call(t, it->function, {item}, {filter_tested, tuple_of(t, {it, item})});
  return false;
}

/// State: the filter.
Value filter_item(VmThread& t, Value item, Value state) {
  auto* it = static_cast<FunctionIterator*>(state.object());
  bool keep = false;
  if (!filter_test(t, it, item, &keep)) return Value();
  return keep ? item : or_stop(t, filter_run(t, it));
}

Value filter_run(VmThread& t, FunctionIterator* it) {
  const Value inner = it->inners->items()[0];
  if (!is_pure(inner)) return ask_next(t, inner, {filter_item, it});
  for (;;) {
    const Value item = pure_next(t, inner);
    if (item.empty()) return item;
    bool keep = false;
    if (!filter_test(t, it, item, &keep)) return Value();
    if (keep) return item;
  }
}

Value filter_next(VmThread& t, NativeIterator* self) {
  return filter_run(t, static_cast<FunctionIterator*>(self));
}

// --- iter(callable, sentinel) and __getitem__
// ----------------------------------------------------------------------

/// State: (iterator, value). `result`: whether it equals the sentinel.
Value callable_compared(VmThread& t, Value result, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  if (!(result == boolean(true))) return s[1];
  static_cast<CallableIterator*>(s[0].object())->callable.store(Value());
  return raise_stop_iteration(t);
}

Value callable_called(VmThread& t, Value result, Value state) {
  auto* it = static_cast<CallableIterator*>(state.object());
  const Value next_state = tuple_of(t, {it, result.empty() ? none() : result});
  if (result.empty()) {
    if (is_instance(t.vm, t.exception, t.vm.types.StopIteration)) it->callable.store(Value());
    return Value();
  }
  const Truth same = equal_native(t, it->sentinel, result);
  if (same == Truth::Error) return Value();
  if (same == Truth::Python) {
    return pending_call(t, prelude_function(t, "equals"), {it->sentinel, result},
                        {callable_compared, next_state});
  }
  return callable_compared(t, boolean(same == Truth::True), next_state);
}

Value callable_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<CallableIterator*>(self);
  const Value callable = it->callable.load();
  if (callable.empty()) return callable;
  return pending_call(t, callable, {}, {callable_called, it, true});
}

void trace_callable(Object* o, Marker& m) {
  auto* it = static_cast<CallableIterator*>(o);
  m.mark(it->callable);
  m.mark(it->sentinel);
}

Value getitem_got(VmThread& t, Value result, Value state) {
  auto* it = static_cast<GetItemIterator*>(state.object());
  if (!result.empty()) {
    it->index.store(it->index.load() + it->step);
    return result;
  }
  if (!is_instance(t.vm, t.exception, t.vm.types.IndexError) &&
      !is_instance(t.vm, t.exception, t.vm.types.StopIteration)) {
    return Value();
  }
  t.exception = Value();
  it->sequence.store(Value());
  return raise_stop_iteration(t);
}

Value getitem_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<GetItemIterator*>(self);
  const Value sequence = it->sequence.load();
  const std::int64_t i = it->index.load();
  if (sequence.empty() || i < 0) return Value();
  return pending_call(t, special(class_of(t.vm, sequence), Special::GetItem),
                      {sequence, int_value(t, i)}, {getitem_got, it, true});
}

void trace_getitem(Object* o, Marker& m) { m.mark(static_cast<GetItemIterator*>(o)->sequence); }

Value new_getitem_iterator(VmThread& t, Type* type, Value sequence, std::int64_t from,
                           std::int64_t step) {
  auto* it = t.make<GetItemIterator>(type);
  it->next = getitem_next;
  it->pure = false;
  it->sequence.store(sequence);
  it->index.store(from);
  it->step = step;
  return it;
}

}  // namespace

Value enumerate_new(VmThread& t, Value iterator, Value start) {
  auto* it = t.make<EnumerateIterator>(g_iterator_types.enumerate);
  it->next = enumerate_next;
  it->pure = is_pure(iterator);
  if (it->pure) it->next_pair = enumerate_next_pair;
  it->inner = iterator;
  it->count.store(start);
  return it;
}

Value zip_new(VmThread& t, Tuple* iterators, bool strict) {
  auto* it = t.make<ZipIterator>(g_iterator_types.zip);
  it->next = zip_next;
  it->pure = all_pure(iterators) && !strict;
  if (it->pure && iterators->size == 2) it->next_pair = zip_next_pair;
  it->inners = iterators;
  it->strict = strict;
  return it;
}

Value map_new(VmThread& t, Value function, Tuple* iterators) {
  auto* it = t.make<FunctionIterator>(g_iterator_types.map);
  it->next = map_next;
  it->pure = false;
  it->function = function;
  it->inners = iterators;
  return it;
}

Value filter_new(VmThread& t, Value function, Value iterator) {
  auto* it = t.make<FunctionIterator>(g_iterator_types.filter);
  it->next = filter_next;
  it->pure = false;
  it->function = function;
  it->inners = tuple_of(t, {iterator});
  return it;
}

Value callable_iter(VmThread& t, Value callable, Value sentinel) {
  auto* it = t.make<CallableIterator>(g_iterator_types.callable_iterator);
  it->next = callable_next;
  it->pure = false;
  it->callable.store(callable);
  it->sentinel = sentinel;
  return it;
}

Value getitem_iter(VmThread& t, Value sequence) {
  return new_getitem_iterator(t, g_iterator_types.sequence_iterator, sequence, 0, 1);
}

Value getitem_reversed(VmThread& t, Value sequence, std::int64_t length) {
  return new_getitem_iterator(t, g_iterator_types.sequence_iterator, sequence, length - 1, -1);
}

void init_lazy_iterators(VmThread& t) {
  IteratorTypes& y = g_iterator_types;
  y.enumerate = make_iterator_type(t, "enumerate", sizeof(EnumerateIterator), trace_enumerate);
  y.zip = make_iterator_type(t, "zip", sizeof(ZipIterator), trace_zip);
  y.map = make_iterator_type(t, "map", sizeof(FunctionIterator), trace_function_iterator);
  y.filter = make_iterator_type(t, "filter", sizeof(FunctionIterator), trace_function_iterator);
  y.callable_iterator =
      make_iterator_type(t, "callable_iterator", sizeof(CallableIterator), trace_callable);
  y.sequence_iterator = make_iterator_type(t, "iterator", sizeof(GetItemIterator), trace_getitem);
  for (Type* type : {y.enumerate, y.zip, y.map, y.filter, y.reversed}) type->instantiable = true;
}

}  // namespace interleave::vm
