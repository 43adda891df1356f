// Visible bytecode to executable code: stack positions become registers, values that are already in
// a register or a constant are not copied onto a stack that does not exist any more.
#include <algorithm>

#include "vm/bytes.h"
#include "vm/dict.h"
#include "vm/exec_code.h"
#include "vm/number.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/vm.h"

namespace interleave::vm {

namespace {

using lang::Opcode;

/// What a call is charged, in instructions (docs/simulation.md).
constexpr std::uint32_t kCallCharge = 3;

/// Where the value of a stack position is.
struct Entry {
  enum class Kind : std::uint8_t { Temp, Local, Const, Null };
  Kind kind = Kind::Temp;
  std::uint32_t index = 0;  // Local: register; Const: constant
};

class Translator {
 public:
  Translator(VmThread& t, const lang::Code& code, Dict* globals)
      : vm_(t.vm), t_(t), in_(code), out_(std::make_unique<ExecCode>()) {
    out_->code = &code;
    out_->globals = globals;
  }
  std::unique_ptr<ExecCode> run();

 private:
  struct Fixup {
    std::uint32_t instr;   // where
    std::uint32_t target;  // index into in_.instructions
    bool near;             // field c, relative; else the next word, absolute
  };

  void prepare();
  void find_depths();
  void find_leaders();
  void flow(std::uint32_t to, std::uint32_t depth, std::vector<std::uint32_t>& work);
  void translate_one(std::uint32_t i);
  void meter(std::uint32_t i);
  void mark_line(std::uint32_t i);
  void charge();
  bool translate_load(Opcode op, std::uint32_t arg);
  bool translate_store(Opcode op, std::uint32_t arg);
  void rearrange(Opcode op, std::uint32_t arg);
  bool translate_operator(Opcode op, std::uint32_t arg);
  bool translate_build(Opcode op, std::uint32_t arg);
  bool translate_control(std::uint32_t i, Opcode op, std::uint32_t arg);
  bool translate_call(Opcode op, std::uint32_t arg);
  bool translate_exception(Opcode op, std::uint32_t arg);
  void translate_match(Opcode op, std::uint32_t arg);
  void binary(std::uint32_t arg);
  void compare(std::uint32_t i, std::uint32_t arg);
  bool fuse_compare(std::uint32_t i, std::uint32_t arg);
  void call(std::uint32_t argc, bool keywords);
  void store_local(std::uint32_t local);
  void conditional(Op op, std::uint32_t target);
  void finish();

  // Operands.
  std::uint32_t temp(std::size_t position) const {
    return first_temp_ + static_cast<std::uint32_t>(position);
  }
  std::uint32_t top_temp() const { return temp(stack_.size()); }
  void push_temp() { stack_.push_back({}); }
  void push(Entry e) { stack_.push_back(e); }
  Entry pop() {
    const Entry e = stack_.back();
    stack_.pop_back();
    return e;
  }
  std::uint16_t reg_of(std::size_t position);  // register that holds it now; constants are loaded
  std::uint16_t pop_reg() {
    const std::uint16_t r = reg_of(stack_.size() - 1);
    stack_.pop_back();
    return r;
  }
  void materialize(std::size_t position);
  void materialize_from(std::size_t position) {
    for (std::size_t i = position; i < stack_.size(); ++i) materialize(i);
  }
  bool small_constant(const Entry& e, std::int64_t* n) const;

  std::uint32_t emit(Op op, std::uint32_t a = 0, std::uint32_t b = 0, std::uint32_t c = 0);
  void word(std::uint64_t bits);
  /// Emits an instruction whose result, in field `field` (0 a, 1 b, 2 c), is the new top of the
  /// stack.
  void emit_push(Op op, std::uint32_t b = 0, std::uint32_t c = 0);
  void defines_top(std::uint32_t instr, int field);
  void jump_word(std::uint32_t target);
  std::uint16_t name(std::uint32_t arg) const { return static_cast<std::uint16_t>(arg); }
  std::uint32_t cell_reg(std::uint32_t arg) const { return out_->locals + arg; }
  Value constant(const lang::CodeConstant& c);

  Vm& vm_;
  VmThread& t_;
  const lang::Code& in_;
  std::unique_ptr<ExecCode> out_;
  std::uint32_t first_temp_ = 0;
  std::uint32_t current_ = 0;  // index of the instruction being translated
  bool reachable_ = true;
  bool skip_next_ = false;
  bool too_large_ = false;
  std::int32_t line_ = 0;        // the last one marked
  std::uint32_t uncharged_ = 0;  // instructions translated since the last CHARGE
  std::vector<Entry> stack_;
  std::vector<std::int32_t> depth_;
  std::vector<bool> leader_;
  std::vector<bool> loops_back_;      // a jump backwards leads here
  std::vector<std::uint32_t> start_;  // index of the first instruction emitted for each
  std::vector<Fixup> fixups_;
  std::uint32_t definer_ =
      0;  // instruction that produced the top of the stack, if it was the last one
  int definer_field_ = -1;
};

std::unique_ptr<ExecCode> Translator::run() {
  prepare();
  find_depths();
  find_leaders();
  start_.resize(in_.instructions.size() + 1);
  for (std::uint32_t i = 0; i < in_.instructions.size(); ++i) {
    if (leader_[i] && reachable_ && depth_[i] >= 0) materialize_from(0);
    start_[i] = static_cast<std::uint32_t>(out_->instrs.size());
    if (depth_[i] < 0) {
      reachable_ = false;
      continue;
    }
    if (leader_[i] || !reachable_) {
      stack_.assign(static_cast<std::size_t>(depth_[i]), Entry{});
      definer_field_ = -1;
      reachable_ = true;
    }
    if (skip_next_) {
      skip_next_ = false;
      continue;
    }
    current_ = i;
    translate_one(i);
    if (lang::ends_flow(in_.instructions[i].op)) reachable_ = false;
  }
  start_[in_.instructions.size()] = static_cast<std::uint32_t>(out_->instrs.size());
  finish();
  return std::move(out_);
}

void Translator::prepare() {
  out_->locals = static_cast<std::uint32_t>(in_.varnames.size());
  out_->cells = static_cast<std::uint32_t>(in_.cellvars.size() + in_.freevars.size());
  out_->parameters = in_.parameter_count();
  first_temp_ = out_->locals + out_->cells;
  // Two spare ones: calls of __exit__ and the like put callable and self above the stack.
  out_->registers = first_temp_ + in_.stack_size + 6;
  constexpr std::uint32_t kOther =
      lang::kVarArgs | lang::kVarKeywords | lang::kGenerator | lang::kModule | lang::kClassBody;
  out_->positional = in_.kwonlyargcount == 0 && (in_.flags & kOther) == 0;
  out_->simple = out_->positional && out_->cells == 0;
  out_->library = (in_.flags & lang::kLibrary) != 0;
  for (const std::string& n : in_.names) out_->names.push_back(vm_.intern(n));
  for (std::uint32_t i = in_.posonlyargcount; i < in_.argcount + in_.kwonlyargcount; ++i)
    out_->parameter_names.push_back(vm_.intern(in_.varnames[i]));
  for (const lang::CodeConstant& c : in_.constants) out_->consts.push_back(constant(c));
  out_->children.resize(in_.constants.size());
  too_large_ =
      out_->registers > 0xFFF0 || out_->consts.size() > 0xFFFF || out_->names.size() > 0xFFFF;
}

Value Translator::constant(const lang::CodeConstant& c) {
  using K = lang::CodeConstant::Kind;
  switch (c.kind) {
    case K::None: return none();
    case K::True: return boolean(true);
    case K::False: return boolean(false);
    case K::Ellipsis: return &g_ellipsis;
    case K::Int: return int_value(t_, c.integer);
    case K::BigInt: return int_from_digits(t_, c.text);
    case K::Float: return Value::from_double(c.real);
    case K::Complex: return complex_new(t_, c.real, c.imag);
    case K::Str: return c.text.size() <= 64 ? vm_.intern(c.text) : str_new(t_, c.text);
    case K::Bytes: return bytes_new(t_, c.text.data(), c.text.size());
    case K::Tuple:
    case K::FrozenSet: {
      std::vector<Value> items;
      for (const lang::CodeConstant& item : c.items) items.push_back(constant(item));
      if (c.kind == K::Tuple) return tuple_from(t_, items.data(), items.size());
      Set* set = frozenset_new(t_);
      for (Value item : items) set_add(t_, set, item);
      return set;
    }
    case K::Code: return none();  // its place in `children` counts
  }
  return none();
}

void Translator::flow(std::uint32_t to, std::uint32_t depth, std::vector<std::uint32_t>& work) {
  if (to >= depth_.size() || depth_[to] >= 0) return;
  depth_[to] = static_cast<std::int32_t>(depth);
  work.push_back(to);
}

void Translator::find_depths() {
  depth_.assign(in_.instructions.size(), -1);
  std::vector<std::uint32_t> work;
  flow(0, 0, work);
  while (!work.empty()) {
    const std::uint32_t i = work.back();
    work.pop_back();
    const auto depth = static_cast<std::uint32_t>(depth_[i]);
    const lang::Instruction& instruction = in_.instructions[i];
    for (const lang::ExceptionEntry& e : in_.exception_table) {
      if (i >= e.start && i < e.end) flow(e.target, e.depth + 1, work);
    }
    if (lang::has_jump(instruction.op)) {
      const lang::StackEffect effect = stack_effect(instruction.op, instruction.arg, true);
      flow(instruction.arg, depth - effect.pops + effect.pushes, work);
    }
    if (lang::ends_flow(instruction.op)) continue;
    const lang::StackEffect effect = stack_effect(instruction.op, instruction.arg, false);
    // JUMP_IF_…_OR_POP says [x] -> [] for the path that falls through.
    flow(i + 1, depth - effect.pops + effect.pushes, work);
  }
}

void Translator::find_leaders() {
  leader_.assign(in_.instructions.size() + 1, false);
  loops_back_.assign(in_.instructions.size() + 1, false);
  for (std::uint32_t at = 0; at < in_.instructions.size(); ++at) {
    const lang::Instruction& i = in_.instructions[at];
    if (!lang::has_jump(i.op)) continue;
    leader_[i.arg] = true;
    if (i.arg <= at) loops_back_[i.arg] = true;
  }
  for (const lang::ExceptionEntry& e : in_.exception_table) {
    leader_[e.start] = leader_[e.end] = leader_[e.target] = true;
  }
}

std::uint32_t Translator::emit(Op op, std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  const auto index = static_cast<std::uint32_t>(out_->instrs.size());
  out_->instrs.push_back({op, static_cast<std::uint16_t>(a), static_cast<std::uint16_t>(b),
                          static_cast<std::uint16_t>(c)});
  out_->origins.push_back(current_);
  definer_field_ = -1;
  return index;
}

void Translator::word(std::uint64_t bits) {
  Instr i;
  std::memcpy(&i, &bits, sizeof(i));
  out_->instrs.push_back(i);
  out_->origins.push_back(current_);
}

void Translator::defines_top(std::uint32_t instr, int field) {
  definer_ = instr;
  definer_field_ = field;
}

void Translator::emit_push(Op op, std::uint32_t b, std::uint32_t c) {
  const std::uint32_t instr = emit(op, top_temp(), b, c);
  push_temp();
  defines_top(instr, 0);
}

void Translator::jump_word(std::uint32_t target) {
  fixups_.push_back({static_cast<std::uint32_t>(out_->instrs.size()) - 1, target, false});
  word(0);
}

void Translator::materialize(std::size_t position) {
  Entry& e = stack_[position];
  if (e.kind == Entry::Kind::Temp) return;
  const std::uint32_t to = temp(position);
  if (e.kind == Entry::Kind::Local) emit(Op::MOVE, to, e.index);
  if (e.kind == Entry::Kind::Const) emit(Op::LOAD_CONST, to, e.index);
  if (e.kind == Entry::Kind::Null) emit(Op::LOAD_NULL, to);
  e = Entry{};
}

std::uint16_t Translator::reg_of(std::size_t position) {
  if (stack_[position].kind == Entry::Kind::Local) {
    return static_cast<std::uint16_t>(stack_[position].index);
  }
  materialize(position);
  return static_cast<std::uint16_t>(temp(position));
}

bool Translator::small_constant(const Entry& e, std::int64_t* n) const {
  if (e.kind != Entry::Kind::Const) return false;
  const lang::CodeConstant& c = in_.constants[e.index];
  if (c.kind != lang::CodeConstant::Kind::Int || c.integer < -32768 || c.integer > 32767)
    return false;
  *n = c.integer;
  return true;
}

/// CPython <= 3.9 looks at its drop request before nearly every opcode; those that only move values
/// within the frame are left out here as nobody else can see them.
bool visible_to_others(Opcode op) {
  switch (op) {
    case Opcode::NOP:
    case Opcode::POP_TOP:
    case Opcode::PUSH_NULL:
    case Opcode::COPY:
    case Opcode::SWAP:
    case Opcode::LOAD_CONST:
    case Opcode::LOAD_FAST:
    case Opcode::LOAD_FAST_CHECK:
    case Opcode::STORE_FAST:
    case Opcode::LOAD_CLOSURE:
    case Opcode::RESUME:
    case Opcode::PUSH_EXC_INFO:
    case Opcode::POP_EXCEPT: return false;
    default: return true;
  }
}

void Translator::translate_one(std::uint32_t i) {
  const auto [op, arg] = in_.instructions[i];
  if (vm_.metered) meter(i);
  if (vm_.check_every_op && visible_to_others(op)) {
    emit(Op::CHECK);
  }
  if (translate_load(op, arg) || translate_store(op, arg) || translate_operator(op, arg) ||
      translate_build(op, arg) || translate_call(op, arg) || translate_exception(op, arg)) {
    if (op == Opcode::COMPARE_OP) compare(i, arg);
    return;
  }
  if (!translate_control(i, op, arg)) translate_match(op, arg);
}

/// Counts the instruction, and charges for what was counted at the ends of straight pieces and
/// before calls; where every instruction may be a switch, for each by itself.
void Translator::meter(std::uint32_t i) {
  mark_line(i);
  const Opcode op = in_.instructions[i].op;
  const bool calls = op == Opcode::CALL || op == Opcode::CALL_KW || op == Opcode::CALL_EX;
  uncharged_ += calls ? kCallCharge : 1;
  if (vm_.check_every_op
          ? visible_to_others(op)
          : calls || lang::has_jump(op) || lang::ends_flow(op) || op == Opcode::COMPARE_OP ||
                op == Opcode::YIELD_VALUE || leader_[i + 1]) {
    charge();
  }
}

/// A line of the program begins here: what came before is charged, so that it has a time of its
/// own.
void Translator::mark_line(std::uint32_t i) {
  const std::int32_t line = in_.positions[i].line;
  if (out_->library || line <= 0 || (line == line_ && !loops_back_[i])) return;
  line_ = line;
  charge();
  const int field = definer_field_;
  emit(Op::LINE);
  definer_field_ = field;
}

void Translator::charge() {
  if (uncharged_ == 0) return;
  const int field = definer_field_;
  emit(Op::CHARGE, std::min<std::uint32_t>(uncharged_, 0xFFFF));
  definer_field_ = field;  // a store right after it may still write the register
  uncharged_ = 0;
}

bool Translator::translate_load(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::NOP: return true;
    case Opcode::RESUME:
      // At the start of a function the call itself is the check point.
      if (arg == 1) emit(Op::CHECK);
      return true;
    case Opcode::POP_TOP: pop(); return true;
    case Opcode::PUSH_NULL: push({Entry::Kind::Null, 0}); return true;
    case Opcode::LOAD_CONST: push({Entry::Kind::Const, arg}); return true;
    case Opcode::LOAD_FAST_CHECK: emit(Op::CHECK_LOCAL, arg); [[fallthrough]];
    case Opcode::LOAD_FAST: push({Entry::Kind::Local, arg}); return true;
    case Opcode::LOAD_CLOSURE: push({Entry::Kind::Local, cell_reg(arg)}); return true;
    case Opcode::LOAD_DEREF: emit_push(Op::LOAD_CELL, cell_reg(arg)); return true;
    case Opcode::LOAD_CLASSDEREF: {
      Str* n = vm_.intern(in_.cell_name(arg));
      out_->names.push_back(n);
      emit_push(Op::LOAD_CLASS_CELL, cell_reg(arg),
                static_cast<std::uint32_t>(out_->names.size() - 1));
      return true;
    }
    case Opcode::LOAD_NAME:
      if ((in_.flags & lang::kModule) == 0) {
        emit_push(Op::LOAD_NAME, name(arg));
        return true;
      }
      [[fallthrough]];
    case Opcode::LOAD_GLOBAL: {
      Str* n = out_->names[arg];
      const std::uint32_t instr = emit(Op::LOAD_GLOBAL, top_temp(), name(arg));
      word(Value(namespace_cell(t_, out_->globals, n)).bits);
      word(Value(namespace_cell(t_, vm_.builtins, n)).bits);
      push_temp();
      defines_top(instr, 0);
      return true;
    }
    case Opcode::LOAD_ATTR: {
      const std::uint16_t object = pop_reg();
      const std::uint32_t instr = emit(Op::LOAD_ATTR, top_temp(), object, name(arg));
      word(0);
      push_temp();
      defines_top(instr, 0);
      return true;
    }
    case Opcode::LOAD_METHOD: {
      const std::uint16_t object = pop_reg();
      emit(Op::LOAD_METHOD, top_temp(), object, name(arg));
      word(0);
      push_temp();
      push_temp();
      return true;
    }
    case Opcode::LOAD_BUILD_CLASS: emit_push(Op::LOAD_BUILD_CLASS); return true;
    case Opcode::LOAD_ASSERTION_ERROR: emit_push(Op::LOAD_ASSERTION_ERROR); return true;
    case Opcode::COPY:
    case Opcode::SWAP: rearrange(op, arg); return true;
    default: return false;
  }
}

/// COPY and SWAP: of values that are only named (locals, constants) nothing moves.
void Translator::rearrange(Opcode op, std::uint32_t arg) {
  if (op == Opcode::COPY) {
    const std::size_t position = stack_.size() - arg;
    const Entry e = stack_[position];
    if (e.kind != Entry::Kind::Temp) {
      push(e);
      return;
    }
    emit(Op::MOVE, top_temp(), temp(position));
    push_temp();
    return;
  }
  const std::size_t low = stack_.size() - arg;
  const std::size_t top = stack_.size() - 1;
  const bool low_temp = stack_[low].kind == Entry::Kind::Temp;
  const bool high_temp = stack_[top].kind == Entry::Kind::Temp;
  if (low_temp && high_temp) {
    emit(Op::SWAP, temp(low), temp(top));
  } else if (low_temp) {
    emit(Op::MOVE, temp(top), temp(low));
  } else if (high_temp) {
    emit(Op::MOVE, temp(low), temp(top));
  }
  std::swap(stack_[low], stack_[top]);
}

void Translator::store_local(std::uint32_t local) {
  const std::size_t position = stack_.size() - 1;
  // Copies of the old value still on the stack must be taken before it is overwritten.
  bool moved = false;
  for (std::size_t i = 0; i < position; ++i) {
    if (stack_[i].kind == Entry::Kind::Local && stack_[i].index == local) {
      materialize(i);
      moved = true;
    }
  }
  const Entry e = stack_[position];
  if (e.kind == Entry::Kind::Temp && !moved && definer_field_ >= 0) {
    Instr& definer = out_->instrs[definer_];
    const auto r = static_cast<std::uint16_t>(local);
    (definer_field_ == 0 ? definer.a : definer_field_ == 1 ? definer.b : definer.c) = r;
    definer_field_ = -1;
    pop();
    return;
  }
  if (e.kind == Entry::Kind::Const) {
    emit(Op::LOAD_CONST, local, e.index);
  } else if (e.kind != Entry::Kind::Local || e.index != local) {
    emit(Op::MOVE, local, e.kind == Entry::Kind::Local ? e.index : temp(position));
  }
  pop();
}

bool Translator::translate_store(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::STORE_FAST: store_local(arg); return true;
    case Opcode::DELETE_FAST:
      for (std::size_t i = 0; i < stack_.size(); ++i) {
        if (stack_[i].kind == Entry::Kind::Local && stack_[i].index == arg) materialize(i);
      }
      emit(Op::DELETE_LOCAL, arg);
      return true;
    case Opcode::STORE_DEREF: {
      const std::uint16_t value = pop_reg();
      emit(Op::STORE_CELL, cell_reg(arg), value);
      return true;
    }
    case Opcode::DELETE_DEREF: emit(Op::DELETE_CELL, cell_reg(arg)); return true;
    case Opcode::STORE_NAME:
      if ((in_.flags & lang::kModule) == 0) {
        const std::uint16_t value = pop_reg();
        emit(Op::STORE_NAME, value, name(arg));
        return true;
      }
      [[fallthrough]];
    case Opcode::STORE_GLOBAL: {
      const std::uint16_t value = pop_reg();
      emit(Op::STORE_GLOBAL, value, name(arg));
      word(Value(namespace_cell(t_, out_->globals, out_->names[arg])).bits);
      return true;
    }
    case Opcode::DELETE_NAME:
      if ((in_.flags & lang::kModule) == 0) {
        emit(Op::DELETE_NAME, 0, name(arg));
        return true;
      }
      [[fallthrough]];
    case Opcode::DELETE_GLOBAL:
      emit(Op::DELETE_GLOBAL, 0, name(arg));
      word(Value(namespace_cell(t_, out_->globals, out_->names[arg])).bits);
      return true;
    case Opcode::STORE_ATTR: {
      const std::uint16_t object = pop_reg();
      const std::uint16_t value = pop_reg();
      emit(Op::STORE_ATTR, object, value, name(arg));
      word(0);
      return true;
    }
    case Opcode::DELETE_ATTR: {
      const std::uint16_t object = pop_reg();
      emit(Op::DELETE_ATTR, object, 0, name(arg));
      return true;
    }
    case Opcode::STORE_SUBSCR: {
      const std::uint16_t key = pop_reg();
      const std::uint16_t object = pop_reg();
      const std::uint16_t value = pop_reg();
      emit(Op::SETITEM, object, key, value);
      return true;
    }
    case Opcode::DELETE_SUBSCR: {
      const std::uint16_t key = pop_reg();
      const std::uint16_t object = pop_reg();
      emit(Op::DELITEM, object, key);
      return true;
    }
    default: return false;
  }
}

struct BinaryForm {
  Op general;
  Op immediate;  // NOP: none
};

BinaryForm binary_form(lang::BinaryOp op) {
  using B = lang::BinaryOp;
  switch (op) {
    case B::Add:
    case B::InplaceAdd: return {Op::ADD, Op::ADD_I};
    case B::Subtract:
    case B::InplaceSubtract: return {Op::SUB, Op::SUB_I};
    case B::Multiply:
    case B::InplaceMultiply: return {Op::MUL, Op::MUL_I};
    case B::TrueDivide:
    case B::InplaceTrueDivide: return {Op::TRUEDIV, Op::NOP};
    case B::FloorDivide:
    case B::InplaceFloorDivide: return {Op::FLOORDIV, Op::FLOORDIV_I};
    case B::Remainder:
    case B::InplaceRemainder: return {Op::MOD, Op::MOD_I};
    case B::And:
    case B::InplaceAnd: return {Op::AND, Op::AND_I};
    case B::Or:
    case B::InplaceOr: return {Op::OR, Op::NOP};
    case B::Xor:
    case B::InplaceXor: return {Op::XOR, Op::NOP};
    case B::Lshift:
    case B::InplaceLshift: return {Op::LSHIFT, Op::LSHIFT_I};
    case B::Rshift:
    case B::InplaceRshift: return {Op::RSHIFT, Op::RSHIFT_I};
    default: return {Op::BINARY, Op::NOP};
  }
}

void Translator::binary(std::uint32_t arg) {
  const BinaryForm form = binary_form(static_cast<lang::BinaryOp>(arg));
  std::int64_t n = 0;
  if (form.immediate != Op::NOP && small_constant(stack_.back(), &n)) {
    pop();
    const std::uint16_t left = pop_reg();
    emit_push(form.immediate, left, static_cast<std::uint16_t>(n));
    return;
  }
  // Both before either is popped: a constant is loaded into its own position's register.
  const std::uint16_t left = reg_of(stack_.size() - 2);
  const std::uint16_t right = reg_of(stack_.size() - 1);
  stack_.resize(stack_.size() - 2);
  emit_push(form.general, left, right);
}

bool Translator::translate_operator(Opcode op, std::uint32_t arg) {
  const auto unary = [this](Op to) {
    const std::uint16_t value = pop_reg();
    emit_push(to, value);
    return true;
  };
  const auto two = [this](Op to) {
    const std::uint16_t left = reg_of(stack_.size() - 2);
    const std::uint16_t right = reg_of(stack_.size() - 1);
    stack_.resize(stack_.size() - 2);
    emit_push(to, left, right);
    return true;
  };
  switch (op) {
    case Opcode::UNARY_POSITIVE: return unary(Op::POSITIVE);
    case Opcode::UNARY_NEGATIVE: return unary(Op::NEGATIVE);
    case Opcode::UNARY_NOT: return unary(Op::NOT);
    case Opcode::UNARY_INVERT: return unary(Op::INVERT);
    case Opcode::BINARY_OP: binary(arg); return true;
    case Opcode::COMPARE_OP: return true;  // compare() follows
    case Opcode::IS_OP: return two(arg != 0 ? Op::IS_NOT : Op::IS);
    case Opcode::CONTAINS_OP: return two(arg != 0 ? Op::NOT_CONTAINS : Op::CONTAINS);
    case Opcode::BINARY_SUBSCR: return two(Op::GETITEM);
    case Opcode::GET_ITER: return unary(Op::GET_ITER);
    case Opcode::GET_YIELD_FROM_ITER: return unary(Op::GET_YIELD_FROM_ITER);
    case Opcode::LIST_TO_TUPLE: return unary(Op::LIST_TO_TUPLE);
    default: return false;
  }
}

/// `a < b` followed by a jump on the result is one instruction.
bool Translator::fuse_compare(std::uint32_t i, std::uint32_t arg) {
  if (i + 1 >= in_.instructions.size() || leader_[i + 1]) return false;
  const lang::Instruction next = in_.instructions[i + 1];
  if (next.op != Opcode::POP_JUMP_IF_FALSE && next.op != Opcode::POP_JUMP_IF_TRUE) return false;
  // A jump that may be too far for sixteen bits stays on its own. Every instruction is at most a
  // few words.
  const std::int64_t distance = static_cast<std::int64_t>(next.arg) - i;
  if (distance > 4000 || distance < -4000) return false;
  const bool on_true = next.op == Opcode::POP_JUMP_IF_TRUE;
  std::int64_t n = 0;
  const bool immediate = small_constant(stack_.back(), &n);
  std::uint16_t right = 0;
  std::uint16_t left = 0;
  if (immediate) {
    pop();
    right = static_cast<std::uint16_t>(n);
    left = pop_reg();
  } else {
    left = reg_of(stack_.size() - 2);
    right = reg_of(stack_.size() - 1);
    stack_.resize(stack_.size() - 2);
  }
  materialize_from(0);
  const int base = static_cast<int>(immediate ? (on_true ? Op::LT_I_JUMP_TRUE : Op::LT_I_JUMP_FALSE)
                                              : (on_true ? Op::LT_JUMP_TRUE : Op::LT_JUMP_FALSE));
  const std::uint32_t instr = emit(static_cast<Op>(base + static_cast<int>(arg)), left, right);
  fixups_.push_back({instr, next.arg, true});
  skip_next_ = true;
  return true;
}

void Translator::compare(std::uint32_t i, std::uint32_t arg) {
  if (fuse_compare(i, arg)) return;
  const std::uint16_t left = reg_of(stack_.size() - 2);
  const std::uint16_t right = reg_of(stack_.size() - 1);
  stack_.resize(stack_.size() - 2);
  emit_push(static_cast<Op>(static_cast<int>(Op::LT) + static_cast<int>(arg)), left, right);
}

bool Translator::translate_build(Opcode op, std::uint32_t arg) {
  const auto build = [&](Op to, std::uint32_t values, std::uint32_t c) {
    const std::size_t first = stack_.size() - values;
    materialize_from(first);
    stack_.resize(first);
    emit_push(to, temp(first), c);
    return true;
  };
  const auto add = [&](Op to) {  // [container .. x]
    const std::uint16_t value = pop_reg();
    emit(to, reg_of(stack_.size() - arg), value);
    return true;
  };
  switch (op) {
    case Opcode::BUILD_SLICE: return build(Op::BUILD_SLICE, arg, arg);
    case Opcode::BUILD_TUPLE: return build(Op::BUILD_TUPLE, arg, arg);
    case Opcode::BUILD_LIST: return build(Op::BUILD_LIST, arg, arg);
    case Opcode::BUILD_SET: return build(Op::BUILD_SET, arg, arg);
    case Opcode::BUILD_STRING: return build(Op::BUILD_STRING, arg, arg);
    case Opcode::BUILD_MAP: return build(Op::BUILD_MAP, 2 * arg, arg);
    case Opcode::BUILD_CONST_KEY_MAP: return build(Op::BUILD_CONST_KEY_MAP, arg + 1, arg);
    case Opcode::LIST_APPEND: return add(Op::LIST_APPEND);
    case Opcode::SET_ADD: return add(Op::SET_ADD);
    case Opcode::LIST_EXTEND: return add(Op::LIST_EXTEND);
    case Opcode::SET_UPDATE: return add(Op::SET_UPDATE);
    case Opcode::DICT_UPDATE: return add(Op::DICT_UPDATE);
    case Opcode::DICT_MERGE: {
      const std::uint16_t mapping = pop_reg();
      const std::size_t dict = stack_.size() - 1;
      emit(Op::DICT_MERGE, reg_of(dict), mapping, reg_of(dict - 3));
      return true;
    }
    case Opcode::MAP_ADD: {
      const std::uint16_t key = reg_of(stack_.size() - 2);
      const std::uint16_t value = reg_of(stack_.size() - 1);
      stack_.resize(stack_.size() - 2);
      emit(Op::MAP_ADD, reg_of(stack_.size() - arg), key, value);
      return true;
    }
    case Opcode::UNPACK_SEQUENCE:
    case Opcode::UNPACK_EX: {
      const std::uint16_t source = pop_reg();
      const std::uint32_t first = top_temp();
      const bool ex = op == Opcode::UNPACK_EX;
      const std::uint32_t n = ex ? (arg & 0xff) + 1 + (arg >> 8) : arg;
      emit(ex ? Op::UNPACK_EX : Op::UNPACK_SEQUENCE, source, first, n);
      if (ex) word(arg);
      for (std::uint32_t k = 0; k < n; ++k) push_temp();
      return true;
    }
    case Opcode::FORMAT_VALUE: {
      if ((arg & lang::kFormatHasSpec) == 0) {
        const std::uint16_t value = pop_reg();
        emit_push(Op::FORMAT_VALUE, value, arg);
        return true;
      }
      const std::uint16_t value = reg_of(stack_.size() - 2);
      const std::uint16_t spec = reg_of(stack_.size() - 1);
      stack_.resize(stack_.size() - 2);
      emit_push(Op::FORMAT_SPEC, value, spec);
      return true;
    }
    default: return false;
  }
}

void Translator::call(std::uint32_t argc, bool keywords) {
  const std::size_t base = stack_.size() - argc - 2 - (keywords ? 1 : 0);
  const bool plain = stack_[base + 1].kind == Entry::Kind::Null;
  for (std::size_t i = base; i < stack_.size(); ++i) {
    if (i == base + 1 && plain && !keywords) continue;
    materialize(i);
  }
  stack_.resize(base);
  const Op op = keywords ? Op::CALL_KW : plain ? Op::CALL : Op::CALL_METHOD;
  const std::uint32_t instr = emit(op, temp(base), argc, temp(base));
  push_temp();
  defines_top(instr, 2);
}

bool Translator::translate_call(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::CALL: call(arg, false); return true;
    case Opcode::CALL_KW: call(arg, true); return true;
    case Opcode::CALL_EX: {
      const std::size_t base = stack_.size() - 3 - (arg & lang::kCallExKeywords);
      materialize_from(base);
      stack_.resize(base);
      const std::uint32_t instr = emit(Op::CALL_EX, temp(base), arg, temp(base));
      push_temp();
      defines_top(instr, 2);
      return true;
    }
    case Opcode::MAKE_FUNCTION: {
      const Entry code = pop();
      std::uint32_t values = 0;
      for (std::uint32_t bits = arg; bits != 0; bits >>= 1) values += bits & 1;
      const std::size_t first = stack_.size() - values;
      materialize_from(first);
      stack_.resize(first);
      const std::uint32_t instr = emit(Op::MAKE_FUNCTION, temp(first), temp(first), arg);
      word(code.index);
      push_temp();
      defines_top(instr, 0);
      return true;
    }
    case Opcode::IMPORT_NAME: {
      const std::uint16_t level = reg_of(stack_.size() - 2);
      const std::uint16_t from = reg_of(stack_.size() - 1);
      stack_.resize(stack_.size() - 2);
      const std::uint32_t instr = emit(Op::IMPORT_NAME, top_temp(), level, from);
      word(arg);
      push_temp();
      defines_top(instr, 0);
      return true;
    }
    case Opcode::IMPORT_FROM:
      emit_push(Op::IMPORT_FROM, reg_of(stack_.size() - 1), name(arg));
      return true;
    case Opcode::IMPORT_STAR: emit(Op::IMPORT_STAR, pop_reg()); return true;
    case Opcode::SETUP_ANNOTATIONS: emit(Op::SETUP_ANNOTATIONS); return true;
    default: return false;
  }
}

bool Translator::translate_exception(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::RAISE_VARARGS: {
      const std::uint16_t cause = arg == 2 ? reg_of(stack_.size() - 1) : std::uint16_t{0};
      const std::uint16_t exc = arg >= 1 ? reg_of(stack_.size() - arg) : std::uint16_t{0};
      stack_.resize(stack_.size() - arg);
      emit(Op::RAISE, exc, cause, arg);
      return true;
    }
    case Opcode::RERAISE: emit(Op::RERAISE, pop_reg()); return true;
    case Opcode::PUSH_EXC_INFO:
      materialize(stack_.size() - 1);
      emit(Op::PUSH_EXC_INFO, temp(stack_.size() - 1));
      push_temp();
      return true;
    case Opcode::POP_EXCEPT: emit(Op::POP_EXCEPT, pop_reg()); return true;
    case Opcode::CHECK_EXC_MATCH: {
      const std::uint16_t type = pop_reg();
      emit_push(Op::CHECK_EXC_MATCH, reg_of(stack_.size() - 1), type);
      return true;
    }
    case Opcode::CHECK_EG_MATCH:
      materialize_from(stack_.size() - 2);
      emit(Op::CHECK_EG_MATCH, temp(stack_.size() - 2));
      return true;
    case Opcode::PREP_RERAISE_STAR: {
      materialize_from(stack_.size() - 2);
      stack_.resize(stack_.size() - 2);
      emit_push(Op::PREP_RERAISE_STAR, top_temp(), top_temp() + 1);
      return true;
    }
    case Opcode::BEFORE_WITH: {
      const std::uint16_t manager = pop_reg();
      emit(Op::BEFORE_WITH, top_temp(), manager);
      push_temp();
      push_temp();
      return true;
    }
    case Opcode::WITH_EXCEPT_START:
      emit_push(Op::WITH_EXCEPT_START, reg_of(stack_.size() - 3), reg_of(stack_.size() - 1));
      return true;
    default: return false;
  }
}

void Translator::conditional(Op op, std::uint32_t target) {
  const std::uint16_t value = pop_reg();
  materialize_from(0);
  emit(op, value);
  jump_word(target);
}

bool Translator::translate_control(std::uint32_t i, Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::FOR_ITER: {
      materialize_from(0);
      const std::uint32_t instr = emit(Op::FOR_ITER, temp(stack_.size() - 1), top_temp());
      jump_word(arg);
      push_temp();
      if (!leader_[i + 1]) defines_top(instr, 1);
      return true;
    }
    case Opcode::JUMP_FORWARD:
    case Opcode::JUMP_BACKWARD:
    case Opcode::JUMP_BACKWARD_NO_INTERRUPT:
      materialize_from(0);
      emit(op == Opcode::JUMP_BACKWARD ? Op::JUMP_BACK : Op::JUMP);
      jump_word(arg);
      return true;
    case Opcode::POP_JUMP_IF_FALSE: conditional(Op::JUMP_IF_FALSE, arg); return true;
    case Opcode::POP_JUMP_IF_TRUE: conditional(Op::JUMP_IF_TRUE, arg); return true;
    case Opcode::POP_JUMP_IF_NONE: conditional(Op::JUMP_IF_NONE, arg); return true;
    case Opcode::POP_JUMP_IF_NOT_NONE: conditional(Op::JUMP_IF_NOT_NONE, arg); return true;
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP:
      materialize_from(0);
      emit(op == Opcode::JUMP_IF_TRUE_OR_POP ? Op::JUMP_IF_TRUE : Op::JUMP_IF_FALSE,
           temp(stack_.size() - 1));
      jump_word(arg);
      pop();
      return true;
    case Opcode::RETURN_VALUE:
      if (stack_.back().kind == Entry::Kind::Const) {
        emit(Op::RETURN_CONST, 0, pop().index);
      } else {
        emit(Op::RETURN, pop_reg());
      }
      return true;
    case Opcode::YIELD_VALUE: {
      const std::uint16_t value = pop_reg();
      const std::uint32_t instr = emit(Op::YIELD, value, top_temp());
      push_temp();
      defines_top(instr, 1);
      return true;
    }
    case Opcode::SEND:
      materialize_from(0);
      emit(Op::SEND, temp(stack_.size() - 2), temp(stack_.size() - 1));
      jump_word(arg);
      return true;
    default: return false;
  }
}

void Translator::translate_match(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::GET_LEN: emit_push(Op::GET_LEN, reg_of(stack_.size() - 1)); return;
    case Opcode::MATCH_MAPPING: emit_push(Op::MATCH_MAPPING, reg_of(stack_.size() - 1)); return;
    case Opcode::MATCH_SEQUENCE: emit_push(Op::MATCH_SEQUENCE, reg_of(stack_.size() - 1)); return;
    case Opcode::MATCH_KEYS: {
      const std::uint16_t subject = reg_of(stack_.size() - 2);
      const std::uint16_t keys = reg_of(stack_.size() - 1);
      emit_push(Op::MATCH_KEYS, subject, keys);
      return;
    }
    case Opcode::MATCH_CLASS: {
      const std::size_t first = stack_.size() - 3;
      materialize_from(first);
      stack_.resize(first);
      emit_push(Op::MATCH_CLASS, temp(first), arg);
      return;
    }
    default: too_large_ = true; return;  // an opcode without a translation: refuse, loudly
  }
}

void Translator::finish() {
  emit(Op::NOP);  // a target behind the last instruction stays inside
  for (const Fixup& f : fixups_) {
    const std::uint32_t target = start_[f.target];
    if (f.near) {
      const std::int64_t offset = static_cast<std::int64_t>(target) - f.instr;
      if (offset < -32768 || offset > 32767) too_large_ = true;
      out_->instrs[f.instr].c = static_cast<std::uint16_t>(offset);
    } else {
      const std::uint64_t bits = target;
      std::memcpy(&out_->instrs[f.instr + 1], &bits, sizeof(bits));
    }
  }
  for (const lang::ExceptionEntry& e : in_.exception_table) {
    if (start_[e.start] == start_[e.end]) continue;
    out_->handlers.push_back({start_[e.start], start_[e.end], start_[e.target],
                              static_cast<std::uint16_t>(temp(e.depth))});
  }
  if (!too_large_) return;
  out_->instrs.assign(2, {Op::CANNOT_RUN, 0, 0, 0});
  out_->origins.assign(2, 0);
  out_->handlers.clear();
}

}  // namespace

ExecCode* translate(VmThread& t, const lang::Code& code, Dict* globals) {
  return t.vm.adopt(Translator(t, code, globals).run());
}

}  // namespace interleave::vm
