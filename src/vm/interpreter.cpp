// The dispatch loop.
//
// One switch over the operations of exec_ops.def. Fast paths are here; what is rarer is one call
// away and ends in settle(). The invariant at every slow operation: frame->pc is the instruction
// being executed.
#include "vm/interpreter.h"

#include <cmath>

#include "vm/attributes.h"
#include "vm/bigint.h"
#include "vm/compare.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/frames.h"
#include "vm/import.h"
#include "vm/inline_cache.h"
#include "vm/iterators.h"
#include "vm/lib/core_types.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/operators.h"
#include "vm/repr.h"
#include "vm/set.h"
#include "vm/slice.h"
#include "vm/statements.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"
#include "vm/weak_references.h"

namespace interleave::vm {

namespace {

inline std::int16_t immediate(std::uint16_t operand) { return static_cast<std::int16_t>(operand); }
inline std::uint32_t target_of(const Instr* pc) {
  return static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(pc[1]));
}

/// Floor division and remainder as Python defines them, for a divisor that is not zero.
inline std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  const std::int64_t q = a / b;
  return (a % b != 0 && ((a < 0) != (b < 0))) ? q - 1 : q;
}
inline std::int64_t floor_mod(std::int64_t a, std::int64_t b) {
  const std::int64_t m = a % b;
  return (m != 0 && ((m < 0) != (b < 0))) ? m + b : m;
}
/// Products that surely fit: both factors below 2^31.
inline bool small_factors(std::int64_t a, std::int64_t b) {
  return a == static_cast<std::int32_t>(a) && b == static_cast<std::int32_t>(b);
}

template <typename T>
inline bool compare(lang::CompareOp op, T a, T b) {
  switch (op) {
    case lang::CompareOp::Lt: return a < b;
    case lang::CompareOp::Le: return a <= b;
    case lang::CompareOp::Eq: return a == b;
    case lang::CompareOp::Ne: return a != b;
    case lang::CompareOp::Gt: return a > b;
    case lang::CompareOp::Ge: return a >= b;
  }
  return false;
}

inline bool both_str(const Vm& vm, Value a, Value b) {
  return a.is_object() && b.is_object() && a.object()->type == vm.types.str &&
         b.object()->type == vm.types.str;
}

/// The native function that a call surely fits, with no more to check; null: look closer.
inline NativeFn native_for(const Vm& vm, Value callable, const Value* args, std::uint32_t argc) {
  if (!callable.is_object() || callable.object()->type != vm.types.native) return nullptr;
  const auto* f = static_cast<const NativeFunction*>(callable.object());
  const NativeDef& def = *f->def;
  if (!f->self.empty() || argc < def.min_args || argc > def.max_args) return nullptr;
  const bool fits = f->owner == nullptr || (argc > 0 && class_of(vm, args[0]) == f->owner);
  return fits ? def.fn : nullptr;
}

/// The Inplace or plain operator as the program wrote it.
lang::BinaryOp operator_at(const Frame& frame, const Instr* pc) {
  const std::uint32_t origin = frame.code->origins[index_of(frame.code, pc)];
  return static_cast<lang::BinaryOp>(frame.code->code->instructions[origin].arg);
}

/// The topmost frame waits at an operator whose first method, written in Python, has answered.
Value after_operator(VmThread& t, Value result, Value) {
  if (result != not_implemented()) return result;
  const Frame& frame = t.frames.back();
  const Instr* pc = frame.pc;
  return binary_op_after(t, operator_at(frame, pc), frame.regs[pc->b], frame.regs[pc->c]);
}

/// The same where the second operand is in the instruction.
Value after_immediate_operator(VmThread& t, Value result, Value) {
  if (result != not_implemented()) return result;
  const Frame& frame = t.frames.back();
  const Instr* pc = frame.pc;
  return binary_op_after(t, operator_at(frame, pc), frame.regs[pc->b],
                         Value::small_int(immediate(pc->c)));
}

/// Puts the frame of an operator's method on top, where that is all there is to do.
// Not inlined, as the next: the loop around arithmetic would be the slower for it.
[[gnu::noinline]] bool begins_operator(VmThread& t, const Frame& frame, Value a, Value b,
                                       ContinuationFn then) {
  Function* method = operator_method(t, operator_at(frame, frame.pc), a, b);
  if (method == nullptr) return false;
  t.awaiting = {0, frame.pc->a, ResultMode::Store,
                static_cast<std::uint32_t>(t.continuations.size())};
  t.continuations.push_back({then, none(), false});
  const Value operands[] = {a, b};
  if (push_positional(t, method, {operands, 2, nullptr})) return true;
  t.continuations.pop_back();
  return false;
}

/// What is left to do after a call whose result is at hand: nothing, when this can be seen.
[[gnu::noinline]] void end_at_once(VmThread& t, Value& result) {
  const Continuation& then = t.continuations.back();
  if (then.fn == after_operator || then.fn == after_immediate_operator) {
    if (result != not_implemented()) t.continuations.pop_back();
  } else if (result == none() && ends_initialization(then)) {
    result = then.state;
    t.continuations.pop_back();
  }
}

Value raise_unbound(VmThread& t, const Frame& frame, std::uint32_t local) {
  const std::string& name = frame.code->code->varnames[local];
  return raisef(t, t.vm.types.UnboundLocalError,
                "cannot access local variable '%s' where it is not associated with a value",
                name.c_str());
}

Value raise_unbound_cell(VmThread& t, const Frame& frame, std::uint32_t reg) {
  const lang::Code& code = *frame.code->code;
  const std::uint32_t index = reg - frame.code->locals;
  const char* name = code.cell_name(index).c_str();
  if (index < code.cellvars.size()) {
    return raisef(t, t.vm.types.UnboundLocalError,
                  "cannot access local variable '%s' where it is not associated with a value",
                  name);
  }
  return raisef(t, t.vm.types.NameError,
                "cannot access free variable '%s' where it is not associated with a value in "
                "enclosing scope",
                name);
}

/// Enters the thread's entry function.
Step enter(VmThread& t) {
  t.awaiting = {};
  std::vector<Value> values;
  Tuple* names = nullptr;
  if (!t.entry_args.empty()) {
    auto* args = static_cast<Tuple*>(t.entry_args.object());
    values.assign(args->items(), args->items() + args->size);
  }
  const auto positional = static_cast<std::uint32_t>(values.size());
  if (!t.entry_kwargs.empty() && t.entry_kwargs != none()) {
    auto* dict = static_cast<Dict*>(t.entry_kwargs.object());
    std::vector<Value> keys;
    Value key;
    Value value;
    for (std::uint32_t at = 0; dict_next(dict, &at, &key, &value);) {
      keys.push_back(key);
      values.push_back(value);
    }
    if (!keys.empty()) names = tuple_from(t, keys.data(), keys.size());
  }
  const Value entry = t.entry;
  t.entry = Value();
  Value result;
  if (call(t, entry, {values.data(), positional, names}, &result) == Called::Frame) {
    return Step::Continue;
  }
  return settle(t, result);
}

/// A check point at which something is wanted. Continue: go on in the loop.
Step check_point(VmThread& t) {
  const std::uint32_t leave = t.leave.load(std::memory_order_acquire);
  if (heed(t, leave) == Step::Stop) return Step::Stop;
  if (!t.exception.empty()) return settle(t, Value());
  if ((leave & kLeaveDropRequest) != 0) {
    t.leave.fetch_and(~static_cast<std::uint32_t>(kLeaveDropRequest));
    t.stop_reason = StopReason::DropRequested;
    return Step::Stop;
  }
  return Step::Continue;
}

StopReason loop(VmThread& t);

/// While a thread is in the machine, long arithmetic looks at its word; afterwards that may be
/// gone.
struct Inside {
  explicit Inside(VmThread& t) : thread(t), when{&t.leave, kLeaveStop} {
    bigint::give_up_on(&when);
    t.inside = t.has_leftovers = true;
    t.cache->leave = &t.leave;
  }
  ~Inside() {
    bigint::give_up_on(nullptr);
    thread.inside = false;
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  VmThread& thread;
  const bigint::GiveUp when;
};

}  // namespace

StopReason run(VmThread& t) {
  const Inside inside(t);
  Step step = Step::Continue;
  if (!t.entry.empty()) {
    step = enter(t);
  } else if (t.pending.is_call()) {
    step = settle(t, Value());  // it stopped between two calls of native code
  } else if (t.pending.kind != Pending::Kind::None) {
    const Pending p = t.pending;
    t.pending.kind = Pending::Kind::None;
    t.pending.state = Value();
    step = settle(t, p.resume(t, p.state));
  }
  if (step == Step::Stop) return t.stop_reason;
  return loop(t);
}

namespace {

// Taking up a frame, and putting its place back before anything may look at it.
#define LOAD_FRAME()          \
  do {                        \
    frame = &t.frames.back(); \
    pc = frame->pc;           \
    r = frame->regs;          \
  } while (0)
// A result that may be empty, for register `reg`.
#define FINISH(value, destination)                                       \
  do {                                                                   \
    const Value finished = (value);                                      \
    if (finished.empty()) [[unlikely]] {                                 \
      t.awaiting = {0, (destination), ResultMode::Store,                 \
                    static_cast<std::uint32_t>(t.continuations.size())}; \
      goto unfinished;                                                   \
    }                                                                    \
    r[destination] = finished;                                           \
  } while (0)
// The same for operations without a result.
#define FINISH_VOID(value)                                               \
  do {                                                                   \
    if ((value).empty()) [[unlikely]] {                                  \
      t.awaiting = {0, 0, ResultMode::Discard,                           \
                    static_cast<std::uint32_t>(t.continuations.size())}; \
      goto unfinished;                                                   \
    }                                                                    \
  } while (0)
#define RAISED()                                                                                  \
  do {                                                                                            \
    t.awaiting = {0, 0, ResultMode::Discard, static_cast<std::uint32_t>(t.continuations.size())}; \
    goto unfinished;                                                                              \
  } while (0)
#define NEXT(words) \
  pc += (words);    \
  continue
// A jump that may go backwards: a check point when it does.
#define JUMP_TO(index)                                                                    \
  do {                                                                                    \
    const Instr* const destination = frame->code->instrs.data() + (index);                \
    if (destination <= pc && t.leave.load(std::memory_order_relaxed) != 0) [[unlikely]] { \
      frame->pc = destination;                                                            \
      goto leaving;                                                                       \
    }                                                                                     \
    pc = destination;                                                                     \
  } while (0)

#define INT_OVERFLOWING(name, expression)                                             \
  case Op::name: {                                                                    \
    const Value x = r[pc->b];                                                         \
    const Value y = r[pc->c];                                                         \
    if (both_ints(x, y)) [[likely]] {                                                 \
      const std::int64_t a = x.as_int();                                              \
      const std::int64_t b = y.as_int();                                              \
      const std::int64_t n = a expression b;                                          \
      r[pc->a] = Value::fits_int(n) ? Value::small_int(n) : int_value(t, n);          \
      NEXT(1);                                                                        \
    }                                                                                 \
    if (x.is_double() && y.is_double()) {                                             \
      r[pc->a] = Value::from_double(x.as_double() expression y.as_double());          \
      NEXT(1);                                                                        \
    }                                                                                 \
    goto binary;                                                                      \
  }                                                                                   \
  case Op::name##_I: {                                                                \
    const Value x = r[pc->b];                                                         \
    const std::int64_t b = immediate(pc->c);                                          \
    if (x.is_int()) [[likely]] {                                                      \
      const std::int64_t n = x.as_int() expression b;                                 \
      r[pc->a] = Value::fits_int(n) ? Value::small_int(n) : int_value(t, n);          \
      NEXT(1);                                                                        \
    }                                                                                 \
    if (x.is_double()) {                                                              \
      r[pc->a] = Value::from_double(x.as_double() expression static_cast<double>(b)); \
      NEXT(1);                                                                        \
    }                                                                                 \
    goto binary_immediate;                                                            \
  }

#define INT_BITS(name, expression)                                 \
  case Op::name: {                                                 \
    const Value x = r[pc->b];                                      \
    const Value y = r[pc->c];                                      \
    if (!both_ints(x, y)) goto binary;                             \
    r[pc->a] = Value::small_int(x.as_int() expression y.as_int()); \
    NEXT(1);                                                       \
  }

#define COMPARISON(name, op)                                                          \
  case Op::name: {                                                                    \
    const Value x = r[pc->b];                                                         \
    const Value y = r[pc->c];                                                         \
    if (both_ints(x, y)) {                                                            \
      r[pc->a] = boolean(compare(lang::CompareOp::op, x.as_int(), y.as_int()));       \
      NEXT(1);                                                                        \
    }                                                                                 \
    if (x.is_double() && y.is_double()) {                                             \
      r[pc->a] = boolean(compare(lang::CompareOp::op, x.as_double(), y.as_double())); \
      NEXT(1);                                                                        \
    }                                                                                 \
    if (is_equality(lang::CompareOp::op) && both_str(vm, x, y)) {                     \
      r[pc->a] = boolean(str_equal(as_str(x), as_str(y)) ==                           \
                         (lang::CompareOp::op == lang::CompareOp::Eq));               \
      NEXT(1);                                                                        \
    }                                                                                 \
    frame->pc = pc;                                                                   \
    FINISH(rich_compare(t, x, y, lang::CompareOp::op), pc->a);                        \
    NEXT(1);                                                                          \
  }

#define COMPARE_JUMP_ON(name, op, wanted)                                    \
  case Op::name: {                                                           \
    const Value x = r[pc->a];                                                \
    const Value y = r[pc->b];                                                \
    bool is;                                                                 \
    if (both_ints(x, y)) [[likely]] {                                        \
      is = compare(lang::CompareOp::op, x.as_int(), y.as_int());             \
    } else if (x.is_double() && y.is_double()) {                             \
      is = compare(lang::CompareOp::op, x.as_double(), y.as_double());       \
    } else {                                                                 \
      left = x;                                                              \
      right = y;                                                             \
      comparison = lang::CompareOp::op;                                      \
      jump_when = wanted;                                                    \
      goto compare_jump;                                                     \
    }                                                                        \
    if (is == wanted) {                                                      \
      const std::uint32_t to = index_of(frame->code, pc) + immediate(pc->c); \
      JUMP_TO(to);                                                           \
      continue;                                                              \
    }                                                                        \
    NEXT(1);                                                                 \
  }
#define COMPARE_JUMP_I_ON(name, op, wanted)                                                     \
  case Op::name: {                                                                              \
    const Value x = r[pc->a];                                                                   \
    if (x.is_int()) [[likely]] {                                                                \
      if (compare(lang::CompareOp::op, x.as_int(), std::int64_t{immediate(pc->b)}) == wanted) { \
        const std::uint32_t to = index_of(frame->code, pc) + immediate(pc->c);                  \
        JUMP_TO(to);                                                                            \
        continue;                                                                               \
      }                                                                                         \
      NEXT(1);                                                                                  \
    }                                                                                           \
    left = x;                                                                                   \
    right = Value::small_int(immediate(pc->b));                                                 \
    comparison = lang::CompareOp::op;                                                           \
    jump_when = wanted;                                                                         \
    goto compare_jump;                                                                          \
  }
#define COMPARE_JUMPS(name, op)                   \
  COMPARE_JUMP_ON(name##_JUMP_TRUE, op, true)     \
  COMPARE_JUMP_ON(name##_JUMP_FALSE, op, false)   \
  COMPARE_JUMP_I_ON(name##_I_JUMP_TRUE, op, true) \
  COMPARE_JUMP_I_ON(name##_I_JUMP_FALSE, op, false)

#define JUMP_IF(name, wanted, mode)                                        \
  case Op::name: {                                                         \
    const Value v = r[pc->a];                                              \
    Truth is;                                                              \
    if (v == boolean(true)) {                                              \
      is = Truth::True;                                                    \
    } else if (v == boolean(false) || v == none()) {                       \
      is = Truth::False;                                                   \
    } else {                                                               \
      frame->pc = pc;                                                      \
      is = truth_native(t, v);                                             \
      if (is == Truth::Python || is == Truth::Error) [[unlikely]] {        \
        t.awaiting = {target_of(pc), 0, ResultMode::mode,                  \
                      static_cast<std::uint32_t>(t.continuations.size())}; \
        result = is == Truth::Python ? truth_value(t, v) : Value();        \
        goto settling;                                                     \
      }                                                                    \
    }                                                                      \
    if ((is == Truth::True) == wanted) {                                   \
      JUMP_TO(target_of(pc));                                              \
      continue;                                                            \
    }                                                                      \
    NEXT(2);                                                               \
  }

StopReason loop(VmThread& t) {
  Vm& vm = t.vm;
  Frame* frame;
  const Instr* pc;
  Value* r;
  Value result;
  Value left;
  Value right;
  lang::CompareOp comparison = lang::CompareOp::Eq;
  bool jump_when = false;
  LOAD_FRAME();
  for (;;) {
    switch (pc->op) {
      case Op::NOP: NEXT(1);
      case Op::CHECK:
        if (t.leave.load(std::memory_order_relaxed) != 0) [[unlikely]] {
          frame->pc = pc + 1;
          goto leaving;
        }
        NEXT(1);
      case Op::CHARGE:
        if ((t.fuel -= pc->a) <= 0) t.leave.fetch_or(kLeaveBudget, std::memory_order_relaxed);
        NEXT(1);
      case Op::LINE:
        if (t.stop_at_lines) [[unlikely]] {
          frame->pc = pc + 1;
          t.line_reached = true;
          return StopReason::BudgetSpent;
        }
        NEXT(1);
      case Op::MOVE: r[pc->a] = r[pc->b]; NEXT(1);
      case Op::SWAP: std::swap(r[pc->a], r[pc->b]); NEXT(1);
      case Op::LOAD_CONST: r[pc->a] = frame->code->consts[pc->b]; NEXT(1);
      case Op::LOAD_NULL: r[pc->a] = Value(); NEXT(1);
      case Op::CHECK_LOCAL:
        if (r[pc->a].empty()) [[unlikely]] {
          frame->pc = pc;
          raise_unbound(t, *frame, pc->a);
          RAISED();
        }
        NEXT(1);
      case Op::DELETE_LOCAL:
        if (r[pc->a].empty()) {
          frame->pc = pc;
          raise_unbound(t, *frame, pc->a);
          RAISED();
        }
        r[pc->a] = Value();
        NEXT(1);
      case Op::LOAD_CELL: {
        const Value v = static_cast<Cell*>(r[pc->b].object())->value.load();
        if (v.empty()) [[unlikely]] {
          frame->pc = pc;
          raise_unbound_cell(t, *frame, pc->b);
          RAISED();
        }
        r[pc->a] = v;
        NEXT(1);
      }
      case Op::STORE_CELL: static_cast<Cell*>(r[pc->a].object())->value.store(r[pc->b]); NEXT(1);
      case Op::DELETE_CELL: {
        auto* cell = static_cast<Cell*>(r[pc->a].object());
        if (cell->value.load().empty()) {
          frame->pc = pc;
          raise_unbound_cell(t, *frame, pc->a);
          RAISED();
        }
        cell->value.store(Value());
        NEXT(1);
      }
      case Op::LOAD_CLASS_CELL: {
        Value v = dict_get_str(frame->names, frame->code->names[pc->c]);
        if (v.empty()) v = static_cast<Cell*>(r[pc->b].object())->value.load();
        if (v.empty()) {
          frame->pc = pc;
          raise_unbound_cell(t, *frame, pc->b);
          RAISED();
        }
        r[pc->a] = v;
        NEXT(1);
      }
      case Op::LOAD_GLOBAL: {
        Value v =
            static_cast<Cell*>(Value(std::bit_cast<std::uint64_t>(pc[1])).object())->value.load();
        if (v.empty()) {
          v = static_cast<Cell*>(Value(std::bit_cast<std::uint64_t>(pc[2])).object())->value.load();
          if (v.empty()) [[unlikely]] {
            frame->pc = pc;
            raise_name_error(t, frame->code->names[pc->b]);
            RAISED();
          }
        }
        r[pc->a] = v;
        NEXT(3);
      }
      case Op::STORE_GLOBAL:
        static_cast<Cell*>(Value(std::bit_cast<std::uint64_t>(pc[1])).object())
            ->value.store(r[pc->a]);
        NEXT(2);
      case Op::DELETE_GLOBAL: {
        auto* cell = static_cast<Cell*>(Value(std::bit_cast<std::uint64_t>(pc[1])).object());
        if (cell->value.load().empty()) {
          frame->pc = pc;
          raise_name_error(t, frame->code->names[pc->b]);
          RAISED();
        }
        cell->value.store(Value());
        NEXT(2);
      }
      case Op::LOAD_NAME:
        frame->pc = pc;
        FINISH(load_name(t, *frame, frame->code->names[pc->b]), pc->a);
        NEXT(1);
      case Op::STORE_NAME:
        if (frame->names->type->is_python) [[unlikely]] {
          frame->pc = pc;
          FINISH_VOID(store_name(t, *frame, frame->code->names[pc->b], r[pc->a]));
          NEXT(1);
        }
        dict_set_str(t, frame->names, frame->code->names[pc->b], r[pc->a]);
        NEXT(1);
      case Op::DELETE_NAME:
        if (!dict_delete_str(t, frame->names, frame->code->names[pc->b])) {
          frame->pc = pc;
          raise_name_error(t, frame->code->names[pc->b]);
          RAISED();
        }
        NEXT(1);

      case Op::LOAD_ATTR: {
        const Value object = r[pc->b];
        if (object.is_object() && (object.object()->flags & kHasShape) != 0) {
          const std::uint64_t word = cache_word(pc)->load();
          const Shape* shape = static_cast<Instance*>(object.object())->attrs.shape.load();
          if (place_matches(word, shape)) [[likely]] {
            const Value v = place_slot(word, object.object())->load();
            if (!v.empty()) [[likely]] {
              r[pc->a] = v;
              NEXT(2);
            }
          } else if ((word & 1) == 0) {
            const Value v = cached_place(word, shape, object.object());
            if (!v.empty()) {
              r[pc->a] = v;
              NEXT(2);
            }
            const Value get = cached_getter(vm, word, object.object());
            if (!get.empty()) {
              frame->pc = pc;
              t.awaiting = {0, pc->a, ResultMode::Store,
                            static_cast<std::uint32_t>(t.continuations.size())};
              if (call(t, get, {&object, 1, nullptr}, &result) == Called::Frame) goto entered;
              goto settling;
            }
          }
        }
        frame->pc = pc;
        FINISH(load_attribute(t, object, frame->code->names[pc->c], cache_word(pc)), pc->a);
        NEXT(2);
      }
      case Op::STORE_ATTR: {
        const Value object = r[pc->a];
        if (object.is_object() && (object.object()->flags & kHasShape) != 0) {
          const std::uint64_t word = cache_word(pc)->load();
          const Shape* shape = static_cast<Instance*>(object.object())->attrs.shape.load();
          if (place_matches(word, shape)) [[likely]] {
            place_slot(word, object.object())->store(r[pc->b]);
            NEXT(2);
          }
        }
        frame->pc = pc;
        FINISH_VOID(
            store_attribute(t, object, frame->code->names[pc->c], r[pc->b], cache_word(pc)));
        NEXT(2);
      }
      case Op::DELETE_ATTR:
        frame->pc = pc;
        FINISH_VOID(delete_attribute(t, r[pc->a], frame->code->names[pc->c]));
        NEXT(1);
      case Op::LOAD_METHOD: {
        const Value object = r[pc->b];
        if (object.is_object()) {
          const InlineCache* entry = cached_entry(cache_word(pc)->load());
          const void* key = cache_key(object.object());
          if (entry != nullptr && entry->key == key && key != nullptr &&
              entry->epoch == g_class_epoch.load()) [[likely]] {
            const Value f = entry->cell->value.load();
            if (f.is_object()) {
              if (f.object()->type == vm.types.function || f.object()->type == vm.types.native) {
                const bool unbound = object.object()->type->kind == Kind::Module ||
                                     (f.object()->type == vm.types.native &&
                                      static_cast<NativeFunction*>(f.object())->owner == nullptr);
                r[pc->a + 1] = unbound ? Value() : object;
                r[pc->a] = f;
                NEXT(2);
              }
            }
          }
        }
        frame->pc = pc;
        Value self;
        result = load_method(t, object, frame->code->names[pc->c], cache_word(pc), &self);
        r[pc->a + 1] = self;
        FINISH(result, pc->a);
        NEXT(2);
      }

      case Op::NEGATIVE: {
        const Value x = r[pc->b];
        if (x.is_int() && x.as_int() != Value::kIntMin) {
          r[pc->a] = Value::small_int(-x.as_int());
          NEXT(1);
        }
        if (x.is_double()) {
          r[pc->a] = Value::from_double(-x.as_double());
          NEXT(1);
        }
        frame->pc = pc;
        FINISH(unary_op(t, Special::Neg, x), pc->a);
        NEXT(1);
      }
      case Op::POSITIVE:
        frame->pc = pc;
        FINISH(unary_op(t, Special::Pos, r[pc->b]), pc->a);
        NEXT(1);
      case Op::INVERT:
        frame->pc = pc;
        FINISH(unary_op(t, Special::Invert, r[pc->b]), pc->a);
        NEXT(1);
      case Op::NOT: {
        frame->pc = pc;
        const Truth is = truth_native(t, r[pc->b]);
        if (is == Truth::Python || is == Truth::Error) [[unlikely]] {
          FINISH(is == Truth::Python ? not_value(t, r[pc->b]) : Value(), pc->a);
          NEXT(1);
        }
        r[pc->a] = boolean(is == Truth::False);
        NEXT(1);
      }

        INT_OVERFLOWING(ADD, +)
        INT_OVERFLOWING(SUB, -)
      case Op::MUL: {
        const Value x = r[pc->b];
        const Value y = r[pc->c];
        if (both_ints(x, y) && small_factors(x.as_int(), y.as_int())) [[likely]] {
          const std::int64_t n = x.as_int() * y.as_int();
          r[pc->a] = Value::fits_int(n) ? Value::small_int(n) : int_value(t, n);
          NEXT(1);
        }
        if (x.is_double() && y.is_double()) {
          r[pc->a] = Value::from_double(x.as_double() * y.as_double());
          NEXT(1);
        }
        goto binary;
      }
      case Op::MUL_I: {
        const Value x = r[pc->b];
        const std::int64_t b = immediate(pc->c);
        // 49 bits times 15 bits cannot overflow 64.
        if (x.is_int()) [[likely]] {
          const std::int64_t n = x.as_int() * b;
          r[pc->a] = Value::fits_int(n) ? Value::small_int(n) : int_value(t, n);
          NEXT(1);
        }
        if (x.is_double()) {
          r[pc->a] = Value::from_double(x.as_double() * static_cast<double>(b));
          NEXT(1);
        }
        goto binary_immediate;
      }
      case Op::TRUEDIV: {
        const Value x = r[pc->b];
        const Value y = r[pc->c];
        if (x.is_double() && y.is_double() && y.as_double() != 0) {
          r[pc->a] = Value::from_double(x.as_double() / y.as_double());
          NEXT(1);
        }
        goto binary;
      }
      case Op::FLOORDIV: {
        const Value x = r[pc->b];
        const Value y = r[pc->c];
        if (!both_ints(x, y) || y.as_int() == 0) goto binary;
        result = int_value(t, floor_div(x.as_int(), y.as_int()));
        r[pc->a] = result;
        NEXT(1);
      }
      case Op::FLOORDIV_I: {
        const Value x = r[pc->b];
        const std::int64_t b = immediate(pc->c);
        if (!x.is_int() || b == 0) goto binary_immediate;
        result = int_value(t, floor_div(x.as_int(), b));
        r[pc->a] = result;
        NEXT(1);
      }
      case Op::MOD: {
        const Value x = r[pc->b];
        const Value y = r[pc->c];
        if (!both_ints(x, y) || y.as_int() == 0) goto binary;
        r[pc->a] = Value::small_int(floor_mod(x.as_int(), y.as_int()));
        NEXT(1);
      }
      case Op::MOD_I: {
        const Value x = r[pc->b];
        const std::int64_t b = immediate(pc->c);
        if (!x.is_int() || b == 0) goto binary_immediate;
        r[pc->a] = Value::small_int(floor_mod(x.as_int(), b));
        NEXT(1);
      }
        INT_BITS(AND, &)
        INT_BITS(OR, |)
        INT_BITS(XOR, ^)
      case Op::AND_I: {
        const Value x = r[pc->b];
        if (!x.is_int()) goto binary_immediate;
        r[pc->a] = Value::small_int(x.as_int() & immediate(pc->c));
        NEXT(1);
      }
      case Op::LSHIFT: goto binary;
      case Op::LSHIFT_I: {
        const Value x = r[pc->b];
        const std::int64_t by = immediate(pc->c);
        if (!x.is_int() || by < 0 || by > 14) goto binary_immediate;
        const std::int64_t n = x.as_int() * (std::int64_t{1} << by);
        r[pc->a] = Value::fits_int(n) ? Value::small_int(n) : int_value(t, n);
        NEXT(1);
      }
      case Op::RSHIFT: {
        const Value x = r[pc->b];
        const Value y = r[pc->c];
        if (!both_ints(x, y) || y.as_int() < 0 || y.as_int() > 62) goto binary;
        r[pc->a] = Value::small_int(x.as_int() >> y.as_int());
        NEXT(1);
      }
      case Op::RSHIFT_I: {
        const Value x = r[pc->b];
        const std::int64_t by = immediate(pc->c);
        if (!x.is_int() || by < 0 || by > 62) goto binary_immediate;
        r[pc->a] = Value::small_int(x.as_int() >> by);
        NEXT(1);
      }
      case Op::BINARY:
        goto binary;

        COMPARISON(LT, Lt)
        COMPARISON(LE, Le)
        COMPARISON(EQ, Eq)
        COMPARISON(NE, Ne)
        COMPARISON(GT, Gt)
        COMPARISON(GE, Ge)
        COMPARE_JUMPS(LT, Lt)
        COMPARE_JUMPS(LE, Le)
        COMPARE_JUMPS(EQ, Eq)
        COMPARE_JUMPS(NE, Ne)
        COMPARE_JUMPS(GT, Gt)
        COMPARE_JUMPS(GE, Ge)
      case Op::IS: r[pc->a] = boolean(r[pc->b] == r[pc->c]); NEXT(1);
      case Op::IS_NOT: r[pc->a] = boolean(!(r[pc->b] == r[pc->c])); NEXT(1);
      case Op::CONTAINS:
        frame->pc = pc;
        FINISH(contains(t, r[pc->c], r[pc->b]), pc->a);
        NEXT(1);
      case Op::NOT_CONTAINS:
        frame->pc = pc;
        FINISH(not_contains(t, r[pc->c], r[pc->b]), pc->a);
        NEXT(1);

      case Op::GETITEM: {
        const Value object = r[pc->b];
        const Value key = r[pc->c];
        frame->pc = pc;
        if (object.is_object()) {
          const Type* type = object.object()->type;
          if (type == vm.types.list && key.is_int()) {
            if (list_get(static_cast<List*>(object.object()), key.as_int(), &result)) [[likely]] {
              r[pc->a] = result;
              NEXT(1);
            }
          } else if (type == vm.types.dict) {
            if (dict_get(t, static_cast<Dict*>(object.object()), key, &result) == Lookup::Found) {
              r[pc->a] = result;
              NEXT(1);
            }
            t.exception = Value();
          } else if (type == vm.types.tuple && key.is_int()) {
            if (tuple_get(static_cast<Tuple*>(object.object()), key.as_int(), &result)) {
              r[pc->a] = result;
              NEXT(1);
            }
          }
        }
        FINISH(get_item(t, object, key), pc->a);
        NEXT(1);
      }
      case Op::SETITEM: {
        const Value object = r[pc->a];
        const Value key = r[pc->b];
        frame->pc = pc;
        if (object.is_object()) {
          const Type* type = object.object()->type;
          if (type == vm.types.list && key.is_int() &&
              list_set_item(t, static_cast<List*>(object.object()), key.as_int(), r[pc->c])) {
            NEXT(1);
          }
          if (type == vm.types.dict) {
            FINISH_VOID(dict_setitem(t, static_cast<Dict*>(object.object()), key, r[pc->c]));
            NEXT(1);
          }
        }
        FINISH_VOID(set_item(t, object, key, r[pc->c]));
        NEXT(1);
      }
      case Op::DELITEM:
        frame->pc = pc;
        FINISH_VOID(delete_item(t, r[pc->a], r[pc->b]));
        NEXT(1);
      case Op::BUILD_SLICE:
        r[pc->a] = slice_new(t, r[pc->b], r[pc->b + 1], pc->c == 3 ? r[pc->b + 2] : none());
        NEXT(1);
      case Op::BUILD_TUPLE: r[pc->a] = tuple_from(t, r + pc->b, pc->c); NEXT(1);
      case Op::BUILD_LIST: r[pc->a] = list_from(t, r + pc->b, pc->c); NEXT(1);
      case Op::BUILD_SET:
        frame->pc = pc;
        FINISH(build_set(t, r + pc->b, pc->c), pc->a);
        NEXT(1);
      case Op::BUILD_MAP:
        frame->pc = pc;
        FINISH(build_map(t, r + pc->b, pc->c), pc->a);
        NEXT(1);
      case Op::BUILD_CONST_KEY_MAP:
        frame->pc = pc;
        FINISH(build_const_key_map(t, r + pc->b, pc->c), pc->a);
        NEXT(1);
      case Op::BUILD_STRING:
        frame->pc = pc;
        FINISH(str_join(t, str_empty(t), r + pc->b, pc->c), pc->a);
        NEXT(1);
      case Op::LIST_APPEND:
        frame->pc = pc;
        if (!list_append(t, static_cast<List*>(r[pc->a].object()), r[pc->b])) RAISED();
        NEXT(1);
      case Op::SET_ADD:
        frame->pc = pc;
        FINISH_VOID(set_add_value(t, static_cast<Set*>(r[pc->a].object()), r[pc->b]));
        NEXT(1);
      case Op::MAP_ADD:
        frame->pc = pc;
        FINISH_VOID(dict_setitem(t, static_cast<Dict*>(r[pc->a].object()), r[pc->b], r[pc->c]));
        NEXT(1);
      case Op::LIST_EXTEND:
        frame->pc = pc;
        FINISH_VOID(extend_starred(t, static_cast<List*>(r[pc->a].object()), r[pc->b]));
        NEXT(1);
      case Op::SET_UPDATE:
        frame->pc = pc;
        FINISH_VOID(set_update(t, static_cast<Set*>(r[pc->a].object()), r[pc->b]));
        NEXT(1);
      case Op::DICT_UPDATE:
        frame->pc = pc;
        FINISH_VOID(update_mapping(t, static_cast<Dict*>(r[pc->a].object()), r[pc->b]));
        NEXT(1);
      case Op::DICT_MERGE:
        frame->pc = pc;
        FINISH_VOID(merge_keywords(t, static_cast<Dict*>(r[pc->a].object()), r[pc->b], r[pc->c]));
        NEXT(1);
      case Op::LIST_TO_TUPLE: {
        const std::vector<Value> items = list_snapshot(static_cast<List*>(r[pc->b].object()));
        r[pc->a] = tuple_from(t, items.data(), items.size());
        NEXT(1);
      }
      case Op::UNPACK_SEQUENCE: {
        const Value source = r[pc->a];
        if (source.is_object() && source.object()->type == vm.types.tuple &&
            static_cast<Tuple*>(source.object())->size == pc->c) [[likely]] {
          const Value* items = static_cast<Tuple*>(source.object())->items();
          const std::uint32_t last = pc->b + pc->c - 1u;
          for (std::uint32_t i = 0; i < pc->c; ++i) r[last - i] = items[i];
          NEXT(1);
        }
        frame->pc = pc;
        FINISH_VOID(unpack(t, source, pc->c, r + pc->b));
        NEXT(1);
      }
      case Op::UNPACK_EX: {
        frame->pc = pc;
        const std::uint32_t counts = target_of(pc);
        FINISH_VOID(unpack_ex(t, r[pc->a], counts & 0xff, counts >> 8, r + pc->b));
        NEXT(2);
      }
      case Op::FORMAT_VALUE:
        frame->pc = pc;
        FINISH(format_plain(t, r[pc->b], pc->c & lang::kFormatConversion), pc->a);
        NEXT(1);
      case Op::FORMAT_SPEC: {
        frame->pc = pc;
        const std::uint32_t origin = frame->code->origins[index_of(frame->code, pc)];
        const std::uint32_t flags = frame->code->code->instructions[origin].arg;
        FINISH(format_with_spec(t, r[pc->b], flags & lang::kFormatConversion, as_str(r[pc->c])),
               pc->a);
        NEXT(1);
      }

      case Op::GET_ITER:
        frame->pc = pc;
        FINISH(get_iter(t, r[pc->b]), pc->a);
        NEXT(1);
      case Op::FOR_ITER: {
        Object* it = r[pc->a].object();
        if (it->type == g_iterator_types.range_iterator) {
          auto* range = static_cast<RangeIterator*>(it);
          const std::int64_t remaining = range->remaining.load();
          if (remaining > 0) [[likely]] {
            const std::int64_t n = range->next_value.load();
            range->remaining.store(remaining - 1);
            range->next_value.store(n + range->step);
            r[pc->b] = Value::fits_int(n) ? Value::small_int(n) : int_value(t, n);
            NEXT(2);
          }
          JUMP_TO(target_of(pc));
          continue;
        }
        if (it->type == g_iterator_types.list_iterator) {
          auto* sequence = static_cast<SequenceIterator*>(it);
          const std::uint32_t index = sequence->index.load();
          if (index != kExhausted &&
              list_get(static_cast<List*>(sequence->sequence), index, &result)) {
            sequence->index.store(index + 1);
            r[pc->b] = result;
            NEXT(2);
          }
        } else if (it->type == g_iterator_types.tuple_iterator) {
          auto* sequence = static_cast<SequenceIterator*>(it);
          const std::uint32_t index = sequence->index.load();
          auto* tuple = static_cast<Tuple*>(sequence->sequence);
          if (index >= tuple->size) {
            JUMP_TO(target_of(pc));
            continue;
          }
          sequence->index.store(index + 1);
          r[pc->b] = tuple->items()[index];
          NEXT(2);
        }
        frame->pc = pc;
        t.awaiting = {target_of(pc), pc->b, ResultMode::ForIter,
                      static_cast<std::uint32_t>(t.continuations.size())};
        if (it->type->kind == Kind::Generator) {
          if (resume_generator(t, static_cast<Generator*>(it), none(), false, &result) ==
              Called::Frame) {
            LOAD_FRAME();
            continue;
          }
          goto settling;
        }
        // for a, b in …: the pair is taken apart at once, so it need not be made.
        if (const Instr* const then = pc + 2;
            then->op == Op::UNPACK_SEQUENCE && then->c == 2 && then->a == pc->b) {
          if (const NextPairFn next_pair = pair_maker(it); next_pair != nullptr) {
            Value first;
            Value second;
            result = Value();
            if (!next_pair(t, static_cast<NativeIterator*>(it), &first, &second)) goto settling;
            r[then->b + 1] = first;
            r[then->b] = second;
            NEXT(3);
          }
        }
        result = iter_next(t, it);
        if (result.empty()) goto settling;
        r[pc->b] = result;
        NEXT(2);
      }
      case Op::JUMP: pc = frame->code->instrs.data() + target_of(pc); continue;
      case Op::JUMP_BACK:
        JUMP_TO(target_of(pc));
        continue;
        JUMP_IF(JUMP_IF_TRUE, true, JumpIfTrue)
        JUMP_IF(JUMP_IF_FALSE, false, JumpIfFalse)
      case Op::JUMP_IF_NONE:
        if (r[pc->a] == none()) {
          JUMP_TO(target_of(pc));
          continue;
        }
        NEXT(2);
      case Op::JUMP_IF_NOT_NONE:
        if (!(r[pc->a] == none())) {
          JUMP_TO(target_of(pc));
          continue;
        }
        NEXT(2);

      case Op::CALL_METHOD:
      case Op::CALL: {
        const Value callable = r[pc->a];
        const bool with_self = pc->op == Op::CALL_METHOD && !r[pc->a + 1].empty();
        const std::uint32_t argc = pc->b + (with_self ? 1u : 0u);
        Value* const args = r + pc->a + (with_self ? 1 : 2);
        frame->pc = pc;
        t.awaiting = {0, pc->c, ResultMode::Store,
                      static_cast<std::uint32_t>(t.continuations.size())};
        if (callable.is_object() && callable.object()->type == vm.types.function) {
          auto* function = static_cast<Function*>(callable.object());
          ExecCode* code = function->code;
          if (code->simple && argc == code->parameters && frame->generator == nullptr &&
              args + code->registers <= t.stack_end && t.frames.size() < t.recursion_limit &&
              g_calls.load(std::memory_order_relaxed) == nullptr) [[likely]] {
            const bool clean = g_clean_frames.load(std::memory_order_relaxed);
            const std::uint32_t emptied = clean ? code->registers : code->locals;
            for (std::uint32_t i = argc; i < emptied; ++i) args[i] = Value();
            Value* const saved_top = t.stack_top;
            Frame& callee = t.frames.emplace_back();
            callee.code = code;
            callee.pc = code->instrs.data();
            callee.regs = args;
            callee.function = function;
            callee.saved_top = saved_top;
            callee.awaiting = t.awaiting;
            t.stack_top = args + code->registers;
            goto entered;
          }
        }
        if (const NativeFn native = native_for(vm, callable, args, argc); native != nullptr) {
          result = native(t, {args, argc, nullptr});
        } else if (call(t, callable, {args, argc, nullptr}, &result) == Called::Frame) {
          goto entered;
        }
        if (result.empty()) goto settling;
        // A call into native code is a check point.
        r[pc->c] = result;
        if (t.leave.load(std::memory_order_relaxed) != 0) [[unlikely]] {
          frame->pc = pc + 1;
          goto leaving;
        }
        NEXT(1);
      }
      case Op::CALL_KW: {
        const Value callable = r[pc->a];
        const bool with_self = !r[pc->a + 1].empty();
        auto* names = static_cast<Tuple*>(r[pc->a + 2 + pc->b].object());
        frame->pc = pc;
        t.awaiting = {0, pc->c, ResultMode::Store,
                      static_cast<std::uint32_t>(t.continuations.size())};
        const Args args{r + pc->a + (with_self ? 1 : 2),
                        pc->b + (with_self ? 1u : 0u) - names->size, names};
        if (call(t, callable, args, &result) == Called::Frame) goto entered;
        if (result.empty()) goto settling;
        r[pc->c] = result;
        NEXT(1);
      }
      case Op::CALL_EX: {
        frame->pc = pc;
        t.awaiting = {0, pc->c, ResultMode::Store,
                      static_cast<std::uint32_t>(t.continuations.size())};
        if (call_ex(t, r + pc->a, pc->b != 0, &result) == Called::Frame) goto entered;
        if (result.empty()) goto settling;
        r[pc->c] = result;
        NEXT(1);
      }
      entered:
        LOAD_FRAME();
        if (t.leave.load(std::memory_order_relaxed) != 0) [[unlikely]]
          goto leaving;
        continue;

      case Op::RETURN: result = r[pc->a]; goto returning;
      case Op::RETURN_CONST: result = frame->code->consts[pc->b]; goto returning;
      case Op::YIELD: {
        result = r[pc->a];
        auto* g = static_cast<Generator*>(frame->generator);
        g->pc = pc;
        generator_leave(t, g);
        pop_frame(t);
        g->state.store(GeneratorState::Suspended, std::memory_order_release);
        goto settling;
      }
      case Op::GET_YIELD_FROM_ITER: {
        const Value v = r[pc->b];
        if (v.is_object() && v.object()->type->kind == Kind::Generator) {
          r[pc->a] = v;
          NEXT(1);
        }
        frame->pc = pc;
        FINISH(get_iter(t, v), pc->a);
        NEXT(1);
      }
      case Op::SEND: {
        frame->pc = pc;
        const Value it = r[pc->a];
        t.awaiting = {target_of(pc), pc->b, ResultMode::Send,
                      static_cast<std::uint32_t>(t.continuations.size())};
        if (it.object()->type->kind == Kind::Generator) {
          if (resume_generator(t, static_cast<Generator*>(it.object()), r[pc->b], false, &result) ==
              Called::Frame) {
            LOAD_FRAME();
            continue;
          }
          goto settling;
        }
        result = r[pc->b] == none() ? iter_next(t, it) : send_to(t, it, r[pc->b]);
        goto settling;
      }

      case Op::MAKE_FUNCTION:
        r[pc->a] = make_function(t, *frame, target_of(pc), r + pc->b, pc->c);
        NEXT(2);
      case Op::LOAD_BUILD_CLASS: r[pc->a] = build_class_function(t); NEXT(1);
      case Op::LOAD_ASSERTION_ERROR: r[pc->a] = vm.types.AssertionError; NEXT(1);
      case Op::SETUP_ANNOTATIONS: setup_annotations(t, *frame); NEXT(1);
      case Op::IMPORT_NAME:
        frame->pc = pc;
        FINISH(import_name(t, frame->code->names[target_of(pc)], r[pc->b], r[pc->c]), pc->a);
        NEXT(2);
      case Op::IMPORT_FROM:
        frame->pc = pc;
        FINISH(import_from(t, r[pc->b], frame->code->names[pc->c]), pc->a);
        NEXT(1);
      case Op::IMPORT_STAR:
        frame->pc = pc;
        FINISH_VOID(import_star(t, r[pc->a],
                                frame->names != nullptr ? frame->names : frame->code->globals));
        NEXT(1);

      case Op::RAISE:
        frame->pc = pc;
        result = raise_statement(t, pc->c, pc->c >= 1 ? r[pc->a] : Value(),
                                 pc->c == 2 ? r[pc->b] : Value());
        RAISED();
      case Op::RERAISE:
        frame->pc = pc;
        t.exception = r[pc->a];
        t.reraising = true;
        RAISED();
      case Op::PUSH_EXC_INFO: {
        const Value exception = r[pc->a];
        auto* g = static_cast<Generator*>(frame->generator);
        const bool nothing = t.handled.empty() || (g != nullptr && !g->handles);
        r[pc->a] = nothing ? none() : t.handled;
        r[pc->a + 1] = exception;
        t.handled = exception;
        if (g != nullptr) g->handles = true;
        NEXT(1);
      }
      case Op::POP_EXCEPT: {
        auto* g = static_cast<Generator*>(frame->generator);
        t.handled = r[pc->a];
        if (g != nullptr && t.handled == none()) {
          t.handled = g->outer;
          g->handles = false;
        }
        NEXT(1);
      }
      case Op::CHECK_EXC_MATCH:
        frame->pc = pc;
        FINISH(exception_matches(t, r[pc->b], r[pc->c]), pc->a);
        NEXT(1);
      case Op::CHECK_EG_MATCH:
        frame->pc = pc;
        FINISH_VOID(exception_group_match(t, r + pc->a));
        NEXT(1);
      case Op::PREP_RERAISE_STAR:
        frame->pc = pc;
        FINISH(prepare_reraise_star(t, r[pc->b], r[pc->c]), pc->a);
        NEXT(1);
      case Op::BEFORE_WITH:
        frame->pc = pc;
        result = before_with(t, r[pc->b], &r[pc->a]);
        FINISH(result, static_cast<std::uint16_t>(pc->a + 1));
        NEXT(1);
      case Op::WITH_EXCEPT_START: {
        frame->pc = pc;
        t.awaiting = {0, pc->a, ResultMode::Store,
                      static_cast<std::uint32_t>(t.continuations.size())};
        auto* exception = static_cast<Exception*>(r[pc->c].object());
        const Value args[] = {exception->type, exception, exception->traceback.load()};
        if (call(t, r[pc->b], {args, 3, nullptr}, &result) == Called::Frame) goto entered;
        if (result.empty()) goto settling;
        r[pc->a] = result;
        NEXT(1);
      }
      case Op::GET_LEN:
        frame->pc = pc;
        FINISH(length_of(t, r[pc->b]), pc->a);
        NEXT(1);
      case Op::MATCH_MAPPING: r[pc->a] = match_mapping(t, r[pc->b]); NEXT(1);
      case Op::MATCH_SEQUENCE: r[pc->a] = match_sequence(t, r[pc->b]); NEXT(1);
      case Op::MATCH_KEYS:
        frame->pc = pc;
        FINISH(match_keys(t, r[pc->b], r[pc->c]), pc->a);
        NEXT(1);
      case Op::MATCH_CLASS:
        frame->pc = pc;
        FINISH(match_class(t, r[pc->b], r[pc->b + 1], r[pc->b + 2], pc->c), pc->a);
        NEXT(1);
      case Op::CANNOT_RUN:
        frame->pc = pc;
        raise(t, vm.types.SystemError, "this function is too large to run here");
        RAISED();
    }

  binary:
    frame->pc = pc;
    if (r[pc->b].is_object() && begins_operator(t, *frame, r[pc->b], r[pc->c], after_operator)) {
      goto entered;
    }
    FINISH(binary_op(t, operator_at(*frame, pc), r[pc->b], r[pc->c]), pc->a);
    NEXT(1);

  binary_immediate:
    frame->pc = pc;
    if (r[pc->b].is_object() &&
        begins_operator(t, *frame, r[pc->b], Value::small_int(immediate(pc->c)),
                        after_immediate_operator)) {
      goto entered;
    }
    FINISH(binary_op(t, operator_at(*frame, pc), r[pc->b], Value::small_int(immediate(pc->c))),
           pc->a);
    NEXT(1);

  compare_jump : {
    frame->pc = pc;
    const std::uint32_t to = index_of(frame->code, pc) + immediate(pc->c);
    t.awaiting = {to, 0, jump_when ? ResultMode::JumpIfTrue : ResultMode::JumpIfFalse,
                  static_cast<std::uint32_t>(t.continuations.size())};
    result =
        is_equality(comparison) && both_str(vm, left, right)
            ? boolean(str_equal(as_str(left), as_str(right)) == (comparison == lang::CompareOp::Eq))
            : rich_compare(t, left, right, comparison);
    if (result != boolean(true) && result != boolean(false)) goto settling;
    if ((result == boolean(true)) == jump_when) {
      JUMP_TO(to);
      continue;
    }
    NEXT(1);
  }

  returning : {
    if (frame->generator != nullptr) {
      auto* g = static_cast<Generator*>(frame->generator);
      generator_leave(t, g);
      g->pc = nullptr;
      pop_frame(t);
      g->state.store(GeneratorState::Finished, std::memory_order_release);
      raise_stop_iteration(t, result);
      result = Value();
      goto settling;
    }
    const Awaiting awaiting = frame->awaiting;
    pop_frame(t);
    if (awaiting.mode == ResultMode::Store &&
        awaiting.continuations + 1 == t.continuations.size()) {
      end_at_once(t, result);
    }
    if (awaiting.mode == ResultMode::Store && awaiting.continuations == t.continuations.size() &&
        !t.frames.empty()) [[likely]] {
      LOAD_FRAME();
      r[awaiting.reg] = result;
      NEXT(op_words(pc->op));
    }
    goto settling;
  }

  unfinished:
    result = Value();
  settling:
    if (settle(t, result) == Step::Stop) return t.stop_reason;
    // Native code that was called may have been waited for; and unwinding is no place to stay for
    // ever.
    if (t.leave.load(std::memory_order_relaxed) != 0) [[unlikely]]
      goto leaving;
    LOAD_FRAME();
    continue;

  leaving:
    if (check_point(t) == Step::Stop) return t.stop_reason;
    LOAD_FRAME();
  }
}

}  // namespace

}  // namespace interleave::vm
