// Module _itertools: count, repeat, chain and cycle. They are native so that each step is
// indivisible: programs hand numbers out to threads with next(counter).
#include "vm/call.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/builtins.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

struct CountIterator : NativeIterator {
  Slot current;
  Value step;
};

struct RepeatIterator : NativeIterator {
  Value object;
  Shared<std::int64_t> remaining;  // negative: without end
};

struct ChainIterator : NativeIterator {
  Value source;  // iterator over the iterables
  Slot current;  // iterator over one of them; empty: none yet
};

struct CycleIterator : NativeIterator {
  Slot source;  // iterator over the first round; empty: that is over
  Value saved;  // List of what it gave
  Shared<std::uint32_t> place;
};

void trace_cycle(Object* o, Marker& m) {
  auto* it = static_cast<CycleIterator*>(o);
  m.mark(it->source);
  m.mark(it->saved);
}
void trace_count(Object* o, Marker& m) {
  auto* it = static_cast<CountIterator*>(o);
  m.mark(it->current);
  m.mark(it->step);
}
void trace_repeat(Object* o, Marker& m) { m.mark(static_cast<RepeatIterator*>(o)->object); }
void trace_chain(Object* o, Marker& m) {
  auto* it = static_cast<ChainIterator*>(o);
  m.mark(it->source);
  m.mark(it->current);
}

// --- count and repeat
// ----------------------------------------------------------------------------------------

Value count_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<CountIterator*>(self);
  ObjectLock lock(t.vm, it);
  const Value v = it->current.load();
  const Value next = number_binary(t, lang::BinaryOp::Add, v, it->step);
  if (next.empty()) return next;
  it->current.store(next);
  return v;
}

Value count_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"start", "step"};
  Value values[2] = {Value::small_int(0), Value::small_int(1)};
  if (!read_arguments(t, "count", {args.v + 1, args.n - 1, args.kw_names}, kNames, 2, 0, values)) {
    return Value();
  }
  if (!is_number(values[0]) || !is_number(values[1]))
    return raise_type_error(t, "a number is required");
  auto* it = t.make<CountIterator>(static_cast<Type*>(args[0].object()));
  it->next = count_next;
  it->pure = false;  // endless: whoever consumes it must be interruptible
  it->current.store(values[0]);
  it->step = values[1];
  return it;
}

Value count_repr(VmThread& t, const Args& args) {
  auto* it = static_cast<CountIterator*>(args[0].object());
  std::string start;
  std::string step;
  if (!number_repr(t, it->current.load(), &start) || !number_repr(t, it->step, &step))
    return Value();
  return str_new(t, it->step == Value::small_int(1) ? "count(" + start + ")"
                                                    : "count(" + start + ", " + step + ")");
}

Value repeat_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<RepeatIterator*>(self);
  ObjectLock lock(t.vm, it);
  const std::int64_t remaining = it->remaining.load();
  if (remaining == 0) return Value();
  if (remaining > 0) it->remaining.store(remaining - 1);
  return it->object;
}

Value repeat_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"object", "times"};
  Value values[2];
  if (!read_arguments(t, "repeat", {args.v + 1, args.n - 1, args.kw_names}, kNames, 2, 1, values)) {
    return Value();
  }
  std::int64_t times = -1;
  if (!values[1].empty()) {
    if (!read_index(t, values[1], &times)) return Value();
    times = times < 0 ? 0 : times;
  }
  auto* it = t.make<RepeatIterator>(static_cast<Type*>(args[0].object()));
  it->next = repeat_next;
  it->pure = times >= 0;
  it->object = values[0];
  it->remaining.store(times);
  return it;
}

// --- chain
// -----------------------------------------------------------------------------------------------------

Value chain_run(VmThread& t, ChainIterator* it);

bool is_pure(Value iterator) {
  return is_native_iterator(iterator) && static_cast<NativeIterator*>(iterator.object())->pure;
}

bool at_end(VmThread& t) {
  if (!is_instance(t.vm, t.exception, t.vm.types.StopIteration)) return false;
  t.exception = Value();
  return true;
}

Value or_stop(VmThread& t, Value v) {
  if (!v.empty() || !t.exception.empty() || t.pending.kind != Pending::Kind::None) return v;
  return raise_stop_iteration(t);
}

Value chain_item(VmThread& t, Value item, Value state) {
  auto* it = static_cast<ChainIterator*>(state.object());
  if (!item.empty()) return item;
  if (!at_end(t)) return Value();
  it->current.store(Value());
  return or_stop(t, chain_run(t, it));
}

/// State: the chain. `iterator` goes over its next iterable.
Value chain_opened(VmThread& t, Value iterator, Value state) {
  auto* it = static_cast<ChainIterator*>(state.object());
  it->current.store(iterator);
  return or_stop(t, chain_run(t, it));
}

/// Makes the iterator over one more iterable. False: pending or raised.
bool chain_open(VmThread& t, ChainIterator* it, Value iterable) {
  const Value iterator = quick_iter(t, iterable);
  if (iterator.empty()) return false;
  if (iterator == not_implemented()) {
    pending_call(t, dict_get_str(t.vm.builtins, t.vm.intern("iter")), {iterable},
                 {chain_opened, it});
    return false;
  }
  it->current.store(iterator);
  return true;
}

Value chain_iterable(VmThread& t, Value iterable, Value state) {
  auto* it = static_cast<ChainIterator*>(state.object());
  return chain_open(t, it, iterable) ? or_stop(t, chain_run(t, it)) : Value();
}

Value chain_run(VmThread& t, ChainIterator* it) {
  for (;;) {
    const Value current = it->current.load();
    if (current.empty()) {
      if (!is_pure(it->source)) {
        return pending_call(t, special(class_of(t.vm, it->source), Special::Next), {it->source},
                            {chain_iterable, it});
      }
      Value iterable;
      if (!native_next(t, it->source, &iterable)) return Value();
      if (!chain_open(t, it, iterable)) return Value();
      continue;
    }
    if (!is_pure(current)) {
      return pending_call(t, special(class_of(t.vm, current), Special::Next), {current},
                          {chain_item, it, true});
    }
    Value item;
    if (native_next(t, current, &item)) return item;
    if (!t.exception.empty()) return Value();
    it->current.store(Value());
  }
}

Value chain_next(VmThread& t, NativeIterator* self) {
  return chain_run(t, static_cast<ChainIterator*>(self));
}

Value new_chain(VmThread& t, Value type, Value source) {
  auto* it = t.make<ChainIterator>(static_cast<Type*>(type.object()));
  it->next = chain_next;
  it->pure = false;
  it->source = source;
  return it;
}

Value chain_make(VmThread& t, const Args& args) {
  return new_chain(t, args[0], sequence_iter(t, tuple_from(t, args.v + 1, args.n - 1)));
}

/// State: the class.
Value chain_from_iterator(VmThread& t, Value iterator, Value state) {
  return new_chain(t, state, iterator);
}

Value chain_from_iterable(VmThread& t, const Args& args) {
  const Value source = quick_iter(t, args[1]);
  if (source.empty()) return source;
  if (source != not_implemented()) return new_chain(t, args[0], source);
  return pending_call(t, dict_get_str(t.vm.builtins, t.vm.intern("iter")), {args[1]},
                      {chain_from_iterator, args[0]});
}

// --- cycle
// -----------------------------------------------------------------------------------------------------

/// The next item of a later round; empty: there never was one.
Value cycle_again(VmThread& t, CycleIterator* it) {
  auto* saved = static_cast<List*>(it->saved.object());
  ObjectLock lock(t.vm, it);
  std::uint32_t place = it->place.load();
  if (place >= list_size(saved)) place = 0;
  Value item;
  list_get(saved, place, &item);
  it->place.store(place + 1);
  return item;
}

Value cycle_keep(VmThread& t, CycleIterator* it, Value item) {
  return list_append(t, static_cast<List*>(it->saved.object()), item) ? item : Value();
}

Value cycle_item(VmThread& t, Value item, Value state) {
  auto* it = static_cast<CycleIterator*>(state.object());
  if (!item.empty()) return cycle_keep(t, it, item);
  if (!at_end(t)) return Value();
  it->source.store(Value());
  return or_stop(t, cycle_again(t, it));
}

Value cycle_next(VmThread& t, NativeIterator* self) {
  auto* it = static_cast<CycleIterator*>(self);
  const Value source = it->source.load();
  if (source.empty()) return cycle_again(t, it);
  if (!is_pure(source)) {
    return pending_call(t, special(class_of(t.vm, source), Special::Next), {source},
                        {cycle_item, it, true});
  }
  Value item;
  if (native_next(t, source, &item)) return cycle_keep(t, it, item);
  if (!t.exception.empty()) return Value();
  it->source.store(Value());
  return cycle_again(t, it);
}

/// State: the class.
Value cycle_over(VmThread& t, Value iterator, Value state) {
  auto* it = t.make<CycleIterator>(static_cast<Type*>(state.object()));
  it->next = cycle_next;
  it->pure = false;  // endless
  it->source.store(iterator);
  it->saved = list_new(t, 0);
  return it;
}

Value cycle_make(VmThread& t, const Args& args) {
  const Value iterator = quick_iter(t, args[1]);
  if (iterator.empty()) return iterator;
  if (iterator != not_implemented()) return cycle_over(t, iterator, args[0]);
  return pending_call(t, dict_get_str(t.vm.builtins, t.vm.intern("iter")), {args[1]},
                      {cycle_over, args[0]});
}

constexpr NativeDef kCycle[] = {{"__new__", cycle_make, 2, 2}};
constexpr NativeDef kCount[] = {{"__new__", count_make, 1, kAnyArgs, kKeywords},
                                {"__repr__", count_repr, 1, 1}};
constexpr NativeDef kRepeat[] = {{"__new__", repeat_make, 1, kAnyArgs, kKeywords}};
constexpr NativeDef kChain[] = {{"__new__", chain_make, 1, kAnyArgs},
                                {"from_iterable", chain_from_iterable, 2, 2, kClassMethod}};

}  // namespace

void init_itertools(VmThread& t) {
  Module* module = module_named(t, "_itertools");
  Type* count = make_iterator_type(t, "count", sizeof(CountIterator), trace_count);
  Type* repeat = make_iterator_type(t, "repeat", sizeof(RepeatIterator), trace_repeat);
  Type* chain = make_iterator_type(t, "chain", sizeof(ChainIterator), trace_chain);
  add_methods(t, count, kCount);
  add_methods(t, repeat, kRepeat);
  Type* cycle = make_iterator_type(t, "cycle", sizeof(CycleIterator), trace_cycle);
  add_methods(t, chain, kChain);
  add_methods(t, cycle, kCycle);
  for (Type* type : {count, repeat, chain, cycle}) {
    type->instantiable = true;
    dict_set_str(t, type->dict, t.vm.names.module, t.vm.intern("itertools"));
    dict_set_str(t, module->dict, type->name, type);
  }
}

}  // namespace interleave::vm
