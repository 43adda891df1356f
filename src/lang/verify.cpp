#include "lang/verify.h"

#include <algorithm>
#include <cstdint>

namespace interleave::lang {

namespace {

// What is known on arrival at an instruction.
struct Arrival {
  bool reached = false;
  std::uint32_t depth = 0;
  std::vector<bool> bound;
};

class Verifier {
 public:
  explicit Verifier(const Code& code) : code_(code), arrivals_(code.instructions.size()) {}

  std::optional<std::string> run() {
    if (!check_shape()) return problem_;
    std::vector<bool> bound(code_.varnames.size(), false);
    std::fill_n(bound.begin(), std::min<std::size_t>(code_.parameter_count(), bound.size()), true);
    arrive(0, 0, bound);
    while (!todo_.empty() && !problem_) {
      const std::uint32_t at = todo_.back();
      todo_.pop_back();
      step(at);
    }
    if (!problem_) check_loads();
    return problem_;
  }

 private:
  bool fail(std::uint32_t at, std::string_view what) {
    if (!problem_) {
      std::string op = at < code_.instructions.size()
                           ? " " + std::string(info(code_.instructions[at].op).name)
                           : "";
      problem_ = code_.qualname + " at " + std::to_string(at) + op + ": " + std::string(what);
    }
    return false;
  }

  std::size_t range_of(OperandKind kind) const {
    switch (kind) {
      case OperandKind::None: return 1;
      case OperandKind::Const: return code_.constants.size();
      case OperandKind::Fast: return code_.varnames.size();
      case OperandKind::Deref: return code_.cellvars.size() + code_.freevars.size();
      case OperandKind::Name: return code_.names.size();
      case OperandKind::Jump: return code_.instructions.size();
      case OperandKind::BinaryOp: return kBinaryOpCount;
      case OperandKind::CompareOp: return kCompareOpCount;
      case OperandKind::Invert: return 2;
      case OperandKind::FormatFlags: return 8;
      case OperandKind::FunctionFlags: return 16;
      case OperandKind::CallExFlags: return 2;
      case OperandKind::Resume: return 3;
      default: return SIZE_MAX;
    }
  }

  bool check_shape() {
    const auto count = static_cast<std::uint32_t>(code_.instructions.size());
    if (count == 0) return fail(0, "no instructions");
    if (code_.positions.size() != count) return fail(0, "positions missing");
    if (code_.cell_parameters.size() != code_.cellvars.size()) return fail(0, "cell parameters");
    if (code_.varnames.size() < code_.parameter_count()) return fail(0, "parameters missing");
    for (std::uint32_t i = 0; i < count; ++i) {
      const Instruction& instruction = code_.instructions[i];
      if (static_cast<std::size_t>(instruction.op) >= kOpcodeCount)
        return fail(i, "no such opcode");
      if (instruction.arg >= range_of(info(instruction.op).operand)) {
        return fail(i, "arg out of range");
      }
    }
    std::uint32_t covered = 0;
    for (const ExceptionEntry& entry : code_.exception_table) {
      if (entry.start < covered || entry.start >= entry.end || entry.end > count ||
          entry.target >= count) {
        return fail(entry.start, "bad exception entry");
      }
      covered = entry.end;
    }
    return true;
  }

  void arrive(std::uint32_t at, std::uint32_t depth, const std::vector<bool>& bound) {
    if (at >= arrivals_.size()) {
      fail(at, "runs off the end");
      return;
    }
    if (depth > code_.stack_size) fail(at, "deeper than stack_size");
    Arrival& arrival = arrivals_[at];
    if (!arrival.reached) {
      arrival = {true, depth, bound};
      todo_.push_back(at);
      return;
    }
    if (arrival.depth != depth) {
      fail(at, "depths differ: " + std::to_string(arrival.depth) + " and " + std::to_string(depth));
      return;
    }
    bool changed = false;
    for (std::size_t i = 0; i < bound.size(); ++i) {
      if (arrival.bound[i] && !bound[i]) {
        arrival.bound[i] = false;
        changed = true;
      }
    }
    if (changed) todo_.push_back(at);
  }

  const ExceptionEntry* handler_of(std::uint32_t at) const {
    for (const ExceptionEntry& entry : code_.exception_table) {
      if (entry.start <= at && at < entry.end) return &entry;
    }
    return nullptr;
  }

  void step(std::uint32_t at) {
    const Instruction& instruction = code_.instructions[at];
    const Arrival here = arrivals_[at];
    if (const ExceptionEntry* handler = handler_of(at)) {
      if (here.depth < handler->depth) {
        fail(at, "less on the stack than the handler expects");
        return;
      }
      arrive(handler->target, handler->depth + 1, here.bound);
    }
    std::vector<bool> bound = here.bound;
    if (info(instruction.op).operand == OperandKind::Fast) {
      bound[instruction.arg] = instruction.op != Opcode::DELETE_FAST;
    }
    const auto go = [&](std::uint32_t to, bool jumps) {
      const StackEffect effect = stack_effect(instruction.op, instruction.arg, jumps);
      if (here.depth < effect.pops) {
        fail(at, "stack too small");
        return;
      }
      arrive(to, here.depth - effect.pops + effect.pushes, bound);
    };
    if (has_jump(instruction.op)) go(instruction.arg, true);
    if (!ends_flow(instruction.op)) {
      go(at + 1, false);
    } else if (stack_effect(instruction.op, instruction.arg, false).pops > here.depth) {
      fail(at, "stack too small");
    }
    if (instruction.op == Opcode::RETURN_VALUE && here.depth != 1) {
      fail(at, "returns with " + std::to_string(here.depth) + " on the stack");
    }
  }

  void check_loads() {
    for (std::uint32_t i = 0; i < arrivals_.size(); ++i) {
      const Instruction& instruction = code_.instructions[i];
      if (!arrivals_[i].reached) {
        fail(i, "unreachable");
      } else if (instruction.op == Opcode::LOAD_FAST && !arrivals_[i].bound[instruction.arg]) {
        fail(i, "local may be unbound");
      }
    }
  }

  const Code& code_;
  std::vector<Arrival> arrivals_;
  std::vector<std::uint32_t> todo_;
  std::optional<std::string> problem_;
};

}  // namespace

std::optional<std::string> verify(const Code& code) {
  if (auto problem = Verifier(code).run()) return problem;
  for (const auto& child : code.children) {
    if (auto problem = verify(*child)) return problem;
  }
  return std::nullopt;
}

}  // namespace interleave::lang
