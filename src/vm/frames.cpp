#include "vm/frames.h"

#include <algorithm>
#include <cstring>

#include "base/limits.h"
#include "vm/attributes.h"
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/lib/core_types.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"
#include "vm/weak_references.h"

namespace interleave::vm {

std::atomic<CallListener*> g_calls{nullptr};

namespace {

void tell_entered(VmThread& t, const ExecCode* code) {
  if (CallListener* calls = g_calls.load(std::memory_order_relaxed)) [[unlikely]]
    calls->entered(t, *code);
}

Generator* generator_of(const Frame& frame) { return static_cast<Generator*>(frame.generator); }

Value raise_recursion(VmThread& t) {
  return raise(t, t.vm.types.RecursionError, "maximum recursion depth exceeded");
}

/// Cells of a new frame: fresh ones for its own variables, the closure's for those from outside.
void make_cells(VmThread& t, Function* function, Value* regs) {
  ExecCode* code = function->code;
  const lang::Code& source = *code->code;
  for (std::size_t i = 0; i < source.cellvars.size(); ++i) {
    auto* cell = t.make<Cell>(t.vm.types.cell);
    const std::int32_t parameter = source.cell_parameters[i];
    if (parameter >= 0) cell->value.store(regs[parameter]);
    regs[code->locals + i] = cell;
  }
  for (std::size_t i = 0; i < source.freevars.size(); ++i) {
    regs[code->locals + source.cellvars.size() + i] = function->closure->items()[i];
  }
}

Value make_generator(VmThread& t, Function* function, const Args& args) {
  ExecCode* code = function->code;
  auto* registers = t.make<SlotArray>(t.vm.types.slot_array, code->registers * sizeof(Slot));
  registers->capacity = code->registers;
  auto* regs = reinterpret_cast<Value*>(registers->slots());
  if (!bind_arguments(t, function, args, regs)) return Value();
  make_cells(t, function, regs);
  auto* g = t.make<Generator>(t.vm.types.generator);
  g->code = code;
  g->function = function;
  g->registers = registers;
  g->pc = code->instrs.data();
  g->handled = none();
  g->name.store(function->name.load());
  g->qualname.store(function->qualname.load());
  return g;
}

/// The defaults that stand for the last arguments, when these many are missing; null: not all.
const Value* last_defaults(const Function* function, std::uint32_t missing) {
  const Value d = function->defaults.load();
  if (!d.is_object() || d.object()->type->kind != Kind::Tuple) return nullptr;
  const auto* tuple = static_cast<const Tuple*>(d.object());
  return tuple->size >= missing ? tuple->items() + (tuple->size - missing) : nullptr;
}

}  // namespace

bool push_positional(VmThread& t, Function* function, const Args& args) {
  ExecCode* code = function->code;
  if (!code->positional || args.n > code->parameters || args.kw_names != nullptr ||
      t.stack_top == nullptr || t.stack_top + code->registers > t.stack_end ||
      t.frames.size() >= t.recursion_limit) {
    return false;
  }
  const std::uint32_t missing = code->parameters - args.n;
  const Value* defaults = missing != 0 ? last_defaults(function, missing) : nullptr;
  if (missing != 0 && defaults == nullptr) return false;
  Value* const regs = t.stack_top;
  std::memmove(static_cast<void*>(regs), args.v, args.n * sizeof(Value));
  std::copy(defaults, defaults + missing, regs + args.n);
  const bool clean = g_clean_frames.load(std::memory_order_relaxed);
  std::fill(regs + code->parameters, regs + (clean ? code->registers : code->locals + code->cells),
            Value());
  Frame& frame = t.frames.emplace_back();
  frame.code = code;
  frame.pc = code->instrs.data();
  frame.regs = regs;
  frame.function = function;
  frame.saved_top = regs;
  frame.awaiting = t.awaiting;
  t.stack_top += code->registers;
  tell_entered(t, code);
  if (code->cells != 0) make_cells(t, function, regs);
  return true;
}

namespace {

Called call_function(VmThread& t, Function* function, const Args& args, Value* result) {
  if (push_positional(t, function, args)) return Called::Frame;
  ExecCode* code = function->code;
  if ((code->code->flags & lang::kGenerator) != 0) {
    *result = make_generator(t, function, args);
    return Called::Result;
  }
  if (t.frames.size() >= t.recursion_limit) {
    *result = raise_recursion(t);
    return Called::Result;
  }
  // The arguments may lie where the new registers will: bind into the frame only after copying.
  Value few[8];
  std::vector<Value> many;
  const std::size_t count = args.n + args.kw_count();
  Value* copy = few;
  if (count > 8) {
    many.resize(count);
    copy = many.data();
  }
  std::copy(args.v, args.v + count, copy);
  Frame& frame = push_frame(t, code, t.awaiting);
  frame.function = function;
  if ((code->code->flags & lang::kModule) != 0) frame.names = code->globals;
  if ((code->code->flags & lang::kClassBody) != 0) {
    frame.names = t.body_names;
    t.body_names = nullptr;
  }
  if (!bind_arguments(t, function, {copy, args.n, args.kw_names}, frame.regs)) {
    pop_frame(t);
    *result = Value();
    return Called::Result;
  }
  if (code->cells != 0) make_cells(t, function, frame.regs);
  return Called::Frame;
}

/// Calls `callable` with `first` in front of the arguments.
Called call_with_self(VmThread& t, Value callable, Value first, const Args& args, Value* result) {
  const std::size_t count = args.n + args.kw_count();
  Value few[8];
  std::vector<Value> many;
  Value* values = few;
  if (count + 1 > 8) {
    many.resize(count + 1);
    values = many.data();
  }
  values[0] = first;
  std::copy(args.v, args.v + count, values + 1);
  return call(t, callable, {values, args.n + 1, args.kw_names}, result);
}

}  // namespace

Frame& push_frame(VmThread& t, ExecCode* code, const Awaiting& awaiting) {
  Value* const saved_top = t.stack_top;
  bool own_segment = false;
  if (t.stack_top == nullptr || t.stack_top + code->registers > t.stack_end) {
    t.enter_segment(code->registers);
    own_segment = true;
  }
  Frame& frame = t.frames.emplace_back();
  frame.code = code;
  frame.pc = code->instrs.data();
  frame.regs = t.stack_top;
  frame.saved_top = saved_top;
  frame.own_segment = own_segment;
  frame.awaiting = awaiting;
  t.stack_top += code->registers;
  const bool all = g_clean_frames.load(std::memory_order_relaxed);
  tell_entered(t, code);
  std::fill(frame.regs, frame.regs + (all ? code->registers : code->locals + code->cells), Value());
  return frame;
}

void pop_frame(VmThread& t) {
  if (CallListener* calls = g_calls.load(std::memory_order_relaxed)) [[unlikely]]
    calls->left(t);
  Frame& frame = t.frames.back();
  t.awaiting = frame.awaiting;
  if (frame.own_segment) {
    if (t.segment > 0) {
      t.leave_segment();
    } else {
      t.stack_top = t.segments[0].values.get();
    }
  } else if (frame.generator == nullptr) {
    t.stack_top = frame.saved_top;
  }
  t.frames.pop_back();
}

Called call(VmThread& t, Value callable, const Args& args, Value* result) {
  if (!callable.is_object()) {
    *result = raise_type_error(t, "'%s' object is not callable", type_name(t.vm, callable).c_str());
    return Called::Result;
  }
  Object* o = callable.object();
  switch (o->type->kind) {
    case Kind::Function: return call_function(t, static_cast<Function*>(o), args, result);
    case Kind::Native:
      *result = call_native(t, static_cast<NativeFunction*>(o), args);
      return Called::Result;
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(o);
      return call_with_self(t, method->function, method->self, args, result);
    }
    case Kind::Type: {
      // A metaclass of the program's own may define __call__.
      const Value meta = special(o->type, Special::Call);
      if (o->type != t.vm.types.type && meta.is_object() &&
          meta.object()->type == t.vm.types.function) {
        return call_with_self(t, meta, callable, args, result);
      }
      return instantiate(t, static_cast<Type*>(o), args, result);
    }
    case Kind::StaticMethod: return call(t, static_cast<MethodWrapper*>(o)->function, args, result);
    default: break;
  }
  const Value special_call = special(o->type, Special::Call);
  if (special_call.empty()) {
    *result = raise_type_error(t, "'%s' object is not callable", type_name(t.vm, callable).c_str());
    return Called::Result;
  }
  return call_with_self(t, special_call, callable, args, result);
}

// --- Classes
// -------------------------------------------------------------------------------------------

namespace {

Value after_init(VmThread& t, Value result, Value instance) {
  if (result == none()) return instance;
  return raise_type_error(t, "__init__() should return None, not '%s'",
                          type_name(t.vm, result).c_str());
}

}  // namespace

bool ends_initialization(const Continuation& c) { return c.fn == after_init; }

namespace {

/// Runs __init__ on what __new__ made; t.awaiting is what the caller of the class wants.
Called initialize(VmThread& t, Type* type, Value instance, const Args& args, Value* result) {
  *result = instance;
  if (!is_instance(t.vm, instance, type)) return Called::Result;
  const Value init = special(class_of(t.vm, instance), Special::Init);
  if (init.empty() || is_object_init(t, init)) return Called::Result;
  t.continuations.push_back({after_init, instance, false});
  const Called called = call_with_self(t, init, instance, args, result);
  if (called == Called::Result && !result->empty()) {
    t.continuations.pop_back();
    *result = after_init(t, *result, instance);
  }
  // Otherwise the continuation stays for settle(): raised, pending, or a frame.
  return called;
}

/// State: (class, number of positional arguments, keyword names or None, arguments …).
Value after_new(VmThread& t, Value instance, Value state) {
  auto* saved = static_cast<Tuple*>(state.object());
  auto* type = static_cast<Type*>(saved->items()[0].object());
  if (!is_instance(t.vm, instance, type)) return instance;
  const Value init = special(class_of(t.vm, instance), Special::Init);
  if (init.empty() || is_object_init(t, init)) return instance;
  const auto n = static_cast<std::uint32_t>(saved->items()[1].as_int());
  const Value names = saved->items()[2];
  std::vector<Value> values{instance};
  values.insert(values.end(), saved->items() + 3, saved->items() + saved->size);
  return pending_call(
      t, init,
      {values.data(), n + 1, names == none() ? nullptr : static_cast<Tuple*>(names.object())},
      {after_init, instance, false});
}

Tuple* save_call(VmThread& t, Type* type, const Args& args) {
  std::vector<Value> values{type, Value::small_int(args.n),
                            args.kw_names != nullptr ? Value(args.kw_names) : none()};
  values.insert(values.end(), args.v, args.v + args.n + args.kw_count());
  return tuple_from(t, values.data(), values.size());
}

}  // namespace

Called instantiate(VmThread& t, Type* type, const Args& args, Value* result) {
  Vm& vm = t.vm;
  if (type == vm.types.type && args.n == 1 && args.kw_count() == 0) {
    *result = class_of(vm, args[0]);
    return Called::Result;
  }
  if (!type->instantiable) {
    *result = raise_type_error(t, "cannot create '%s' instances", utf8(type->name).c_str());
    return Called::Result;
  }
  const Value make = special(type, Special::New);
  if (is_object_new(t, make)) {
    if (!check_object_arguments(t, type, args) || !check_not_abstract(t, type)) {
      *result = Value();
      return Called::Result;
    }
    return initialize(t, type, new_instance(t, type), args, result);
  }
  if (make.object()->type == vm.types.native) {
    const Called called = call_with_self(t, make, type, args, result);
    if (called == Called::Result && !result->empty()) {
      return initialize(t, type, *result, args, result);
    }
    if (called == Called::Result && t.exception.empty() && t.pending.kind == Pending::Kind::Call) {
      // __new__ goes on in Python (int(x) with __int__): __init__ comes behind that.
      t.continuations.push_back({after_new, save_call(t, type, args), false});
    }
    return called;
  }
  t.continuations.push_back({after_new, save_call(t, type, args), false});
  const Called called = call_with_self(t, make, type, args, result);
  return called;
}

// --- Generators
// ----------------------------------------------------------------------------------------

namespace {

/// Past what only counts or looks around.
const Instr* past_checks(const Instr* pc) {
  while (pc->op == Op::CHECK || pc->op == Op::CHARGE || pc->op == Op::LINE) ++pc;
  return pc;
}

/// The SEND instruction a generator is suspended in (`yield from`), or null.
const Instr* delegating_send(const Generator* g) {
  if (g->pc == nullptr || g->pc->op != Op::YIELD) return nullptr;
  const Instr* next = past_checks(g->pc + 1);
  if (next->op != Op::JUMP_BACK && next->op != Op::JUMP) return nullptr;
  const auto target = std::bit_cast<std::uint64_t>(next[1]);
  const Instr* send = past_checks(g->code->instrs.data() + target);
  return send->op == Op::SEND ? send : nullptr;
}

void push_generator(VmThread& t, Generator* g) {
  Frame& frame = t.frames.emplace_back();
  frame.code = g->code;
  frame.function = g->function;
  frame.generator = g;
  frame.regs = reinterpret_cast<Value*>(g->registers->slots());
  frame.pc = g->pc;
  frame.saved_top = t.stack_top;
  frame.awaiting = t.awaiting;
  tell_entered(t, g->code);
  generator_enter(t, g);
}

/// The iterator that `yield from` waits for is closed: now GeneratorExit goes on. State: it.
Value after_delegate_close(VmThread& t, Value, Value exception) {
  t.exception = exception;
  return Value();
}

/// GeneratorExit for a generator in `yield from`: first the iterator is closed.
Called close_delegate(VmThread& t, Value inner, Value exception, Value* result) {
  t.awaiting = {0, 0, ResultMode::Discard, static_cast<std::uint32_t>(t.continuations.size())};
  const Value method = get_attribute_or(t, inner, t.vm.intern("close"), not_implemented());
  if (method == not_implemented()) {
    t.exception = exception;
    *result = Value();
    return Called::Result;
  }
  if (method.empty()) return Called::Result;
  t.continuations.push_back({after_delegate_close, exception, false});
  return call(t, method, {}, result);
}

Called throw_into(VmThread& t, Generator* g, Value exception, Value* result) {
  const Instr* send = delegating_send(g);
  push_generator(t, g);
  if (send != nullptr && is_instance(t.vm, exception, t.vm.types.GeneratorExit)) {
    return close_delegate(t, t.frames.back().regs[send->a], exception, result);
  }
  if (send != nullptr) {
    Frame& frame = t.frames.back();
    const Value inner = frame.regs[send->a];
    frame.pc = send;
    t.awaiting = {static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(send[1])), send->b,
                  ResultMode::Send, static_cast<std::uint32_t>(t.continuations.size())};
    if (inner.is_object() && inner.object()->type->kind == Kind::Generator) {
      return resume_generator(t, static_cast<Generator*>(inner.object()), exception, true, result);
    }
    const Value method = get_attribute_or(t, inner, t.vm.names.throw_, not_implemented());
    if (!method.empty() && method != not_implemented()) {
      return call(t, method, {&exception, 1}, result);
    }
    t.exception = Value();
    t.pending.kind = Pending::Kind::None;
  }
  t.exception = exception;
  *result = Value();
  t.awaiting = {0, 0, ResultMode::Discard, static_cast<std::uint32_t>(t.continuations.size())};
  return Called::Result;
}

}  // namespace

Value generator_delegate(const Generator* g) {
  const Instr* send = delegating_send(g);
  return send != nullptr ? g->registers->slots()[send->a].load() : none();
}

Called resume_generator(VmThread& t, Generator* g, Value value, bool throwing, Value* result) {
  *result = Value();
  GeneratorState state = g->state.load(std::memory_order_acquire);
  if (state == GeneratorState::Finished) {
    if (throwing) {
      t.exception = value;
    } else {
      raise_stop_iteration(t);
    }
    return Called::Result;
  }
  if (state == GeneratorState::Running ||
      !g->state.compare_exchange_strong(state, GeneratorState::Running)) {
    *result = raise_value_error(t, "generator already executing");
    return Called::Result;
  }
  if (t.frames.size() >= t.recursion_limit) {
    g->state.store(state);
    *result = raise_recursion(t);
    return Called::Result;
  }
  if (throwing) return throw_into(t, g, value, result);
  if (state == GeneratorState::Created && value != none()) {
    g->state.store(state);
    *result = raise_type_error(t, "can't send non-None value to a just-started generator");
    return Called::Result;
  }
  push_generator(t, g);
  if (state == GeneratorState::Suspended) {
    Frame& frame = t.frames.back();
    frame.regs[frame.pc->b] = value;
    frame.pc += 1;
  }
  return Called::Frame;
}

// --- Carrying on
// ---------------------------------------------------------------------------------------

namespace {

/// A value reaches the frame that asked. False: it must be asked for its truth first (result in
/// *v).
bool deliver(VmThread& t, Value* v) {
  if (t.frames.empty()) {
    t.stop_reason = StopReason::Finished;
    return true;
  }
  Frame& frame = t.frames.back();
  const Awaiting& a = t.awaiting;
  const Instr* base = frame.code->instrs.data();
  switch (a.mode) {
    case ResultMode::Store:
    case ResultMode::ForIter:
    case ResultMode::Send: frame.regs[a.reg] = *v; break;
    case ResultMode::Discard: break;
    case ResultMode::JumpIfTrue:
    case ResultMode::JumpIfFalse: {
      const Truth is = truth_native(t, *v);
      if (is == Truth::Python || is == Truth::Error) {
        *v = is == Truth::Python ? truth_value(t, *v) : Value();
        return false;
      }
      if ((is == Truth::True) == (a.mode == ResultMode::JumpIfTrue)) {
        frame.pc = base + a.branch;
        return true;
      }
      break;
    }
  }
  frame.pc += op_words(frame.pc->op);
  return true;
}

/// The iterator is exhausted (or the generator returned `value`) for an operation that expects
/// that.
bool deliver_exhausted(VmThread& t, Value value) {
  const Awaiting& a = t.awaiting;
  if (t.frames.empty()) return false;
  Frame& frame = t.frames.back();
  if (a.mode == ResultMode::Send) {
    frame.regs[frame.pc->a] = value;
  } else if (a.mode != ResultMode::ForIter) {
    return false;
  }
  frame.pc = frame.code->instrs.data() + a.branch;
  return true;
}

/// What StopIteration carries; empty if nothing.
Value stop_iteration_value(Value exception) {
  const auto* e = static_cast<const Exception*>(exception.object());
  const Value given = e->value.load();
  if (!given.empty()) return given;
  const Value args = e->args.load();
  if (args.empty() || static_cast<const Tuple*>(args.object())->size == 0) return Value();
  return static_cast<const Tuple*>(args.object())->items()[0];
}

bool is_stop_iteration(VmThread& t) {
  return t.exception.is_object() &&
         is_subtype(t.exception.object()->type, t.vm.types.StopIteration);
}

/// PEP 479: StopIteration must not leak out of a generator's body.
void leave_generator_by_exception(VmThread& t, Generator* g) {
  generator_leave(t, g);
  g->state.store(GeneratorState::Finished);
  if (!is_stop_iteration(t)) return;
  const Value stop = t.exception;
  Exception* e =
      new_exception(t, t.vm.types.RuntimeError, {str_new(t, "generator raised StopIteration")});
  e->cause.store(stop);
  e->context.store(stop);
  e->suppress_context = true;
  t.exception = e;
}

/// Looks for a handler in the topmost frame; without one the frame is popped. True: a handler was
/// found.
bool unwind_frame(VmThread& t) {
  Frame& frame = t.frames.back();
  const std::uint32_t at = index_of(frame.code, frame.pc);
  auto* exception = static_cast<Exception*>(t.exception.object());
  if (!t.reraising && !frame.code->hidden) {
    add_traceback(t, exception, frame.code, frame.code->origins[at]);
  }
  t.reraising = false;
  for (const ExecHandler& h : frame.code->handlers) {
    if (at < h.start || at >= h.end) continue;
    frame.regs[h.reg] = t.exception;
    t.exception = Value();
    frame.pc = frame.code->instrs.data() + h.target;
    return true;
  }
  Generator* g = generator_of(frame);
  if (g != nullptr) leave_generator_by_exception(t, g);
  pop_frame(t);
  return false;
}

StopReason stop_reason_of(Pending::Kind kind) {
  switch (kind) {
    case Pending::Kind::Block: return StopReason::Blocked;
    case Pending::Kind::Sleep: return StopReason::Sleeping;
    default: return StopReason::NativeCall;
  }
}

void collect(void* heap) { static_cast<Heap*>(heap)->collect(); }

Called make_pending_call(VmThread& t, Value* result) {
  const Pending p = t.pending;
  t.pending.kind = Pending::Kind::None;
  t.pending.after = {};
  if (p.after.fn != nullptr) t.continuations.push_back(p.after);
  // What is called may ask for a call itself: its values must not be these.
  Value few[8];
  std::vector<Value> many;
  const Value* values = few;
  if (t.call_values.size() <= 8) {
    std::copy(t.call_values.begin(), t.call_values.end(), few);
  } else {
    many = std::move(t.call_values);
    values = many.data();
  }
  t.call_values.clear();
  if (p.kind == Pending::Kind::Resume) {
    return resume_generator(t, static_cast<Generator*>(p.state.object()), values[0], p.throwing,
                            result);
  }
  const Args args{values + 1, p.positional, p.kw_names};
  if (p.kind == Pending::Kind::Instantiate) {
    return instantiate(t, static_cast<Type*>(values[0].object()), args, result);
  }
  return call(t, values[0], args, result);
}

/// State: the exception, whose text is now known.
Value fail_again(VmThread& t, Value, Value exception) {
  t.exception = exception;
  return Value();
}

/// An exception that nobody caught: its str() may need Python, which the report cannot run.
/// False: it has been asked.
bool ask_for_text(VmThread& t) {
  Str* mark = t.vm.intern("_il_asked");
  const Value e = t.exception;
  if (t.vm.prelude == nullptr || is_instance(t.vm, e, t.vm.types.SystemExit) ||
      !own_attribute(e.object(), mark).empty()) {
    return false;
  }
  if (!set_own_attribute(t, e.object(), mark, boolean(true))) return false;
  const Value describe = dict_get_str(t.vm.prelude, t.vm.intern("describe_uncaught"));
  if (describe.empty()) return false;
  t.exception = Value();
  pending_call(t, describe, {e}, {fail_again, e, true});
  return true;
}

}  // namespace

Step heed(VmThread& t, std::uint32_t leave) {
  if ((leave & kLeaveStop) != 0) {
    t.exception = Value();
    t.stop_reason = StopReason::Failed;
    return Step::Stop;
  }
  if ((leave & kLeaveCollect) != 0) {
    t.leave.fetch_and(~static_cast<std::uint32_t>(kLeaveCollect));
    if (t.vm.heap.wants_collection()) {
      t.vm.host.with_world_stopped(t.id, collect, &t.vm.heap);
      if (!t.vm.heap.has_room(0) || t.vm.heap.stats().live_bytes > limits::kHeapBytes) {
        raise_memory_error(t);
        return Step::Continue;
      }
    }
  }
  if ((leave & kLeaveBudget) != 0) {
    t.leave.fetch_and(~static_cast<std::uint32_t>(kLeaveBudget));
    t.stop_reason = StopReason::BudgetSpent;
    return Step::Stop;
  }
  return Step::Continue;
}

Step settle(VmThread& t, Value v) {
  for (;;) {
    const bool more = t.continuations.size() > t.awaiting.continuations;
    if (!v.empty()) {
      if (more) {
        const Continuation c = t.continuations.back();
        t.continuations.pop_back();
        v = c.fn(t, v, c.state);
        continue;
      }
      if (!deliver(t, &v)) continue;
      return t.frames.empty() ? Step::Stop : Step::Continue;
    }
    if (!t.exception.empty()) {
      if (more) {
        const Continuation c = t.continuations.back();
        t.continuations.pop_back();
        if (c.on_error) v = c.fn(t, Value(), c.state);
        continue;
      }
      if (is_stop_iteration(t)) {
        const Value value = stop_iteration_value(t.exception);
        if (deliver_exhausted(t, value.empty() ? none() : value)) {
          t.exception = Value();
          return Step::Continue;
        }
      }
      if (t.frames.empty()) {
        if (ask_for_text(t)) continue;
        t.stop_reason = StopReason::Failed;
        return Step::Stop;
      }
      if (unwind_frame(t)) return Step::Continue;
      continue;
    }
    // What was asked for last is outermost, and so lies deepest.
    if (t.pending.kind != Pending::Kind::None && !t.later.empty()) {
      t.continuations.insert(t.continuations.end(), t.later.rbegin(), t.later.rend());
      t.later.clear();
    }
    switch (t.pending.kind) {
      case Pending::Kind::Call:
      case Pending::Kind::Instantiate:
      case Pending::Kind::Resume:
        // Native code that calls native code for ever passes no other check point. It keeps the GIL
        // meanwhile, as CPython's does.
        if (const std::uint32_t leave = t.leave.load(std::memory_order_acquire);
            (leave & ~std::uint32_t{kLeaveDropRequest}) != 0) [[unlikely]] {
          if (heed(t, leave) == Step::Stop) return Step::Stop;
          if (!t.exception.empty()) {
            t.pending.kind = Pending::Kind::None;
            continue;
          }
        }
        if (make_pending_call(t, &v) == Called::Frame) return Step::Continue;
        continue;
      case Pending::Kind::None:
        // An iterator that is exhausted says so without an exception.
        if (deliver_exhausted(t, none())) return Step::Continue;
        raise(t, t.vm.types.SystemError, "native function returned nothing");
        continue;
      default: t.stop_reason = stop_reason_of(t.pending.kind); return Step::Stop;
    }
  }
}

}  // namespace interleave::vm
