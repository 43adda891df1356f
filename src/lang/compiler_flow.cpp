#include "lang/compiler_flow.h"

#include <algorithm>
#include <utility>

#include "lang/compiler_constants.h"

namespace interleave::lang::flow {

namespace {

// An exit of at most this many instructions is repeated rather than jumped to.
constexpr std::size_t kCopiedExit = 4;

bool is_jump(Opcode op) {
  return op == kJump || (static_cast<std::size_t>(op) < kOpcodeCount && has_jump(op));
}

bool is_unconditional(Opcode op) {
  return op == kJump || op == Opcode::JUMP_BACKWARD_NO_INTERRUPT || op == Opcode::JUMP_FORWARD ||
         op == Opcode::JUMP_BACKWARD;
}

bool is_exit(Opcode op) {
  return op == Opcode::RETURN_VALUE || op == Opcode::RAISE_VARARGS || op == Opcode::RERAISE;
}

bool ends_block(Opcode op) { return is_jump(op) || is_exit(op); }

bool is_swappable(Opcode op) { return op == Opcode::STORE_FAST || op == Opcode::POP_TOP; }

void erase_to_nop(Ir& instruction) {
  instruction.op = Opcode::NOP;
  instruction.arg = 0;
  instruction.target = nullptr;
}

bool is_exit_without_line(const Block& block) {
  if (!block.exits) return false;
  return std::all_of(block.code.begin(), block.code.end(),
                     [](const Ir& instruction) { return instruction.pos.line < 0; });
}

// The next store or pop after `at`, only NOPs skipped; with a line only on that line.
std::ptrdiff_t next_swappable(const Block& block, std::ptrdiff_t at, std::int32_t line) {
  while (++at < static_cast<std::ptrdiff_t>(block.code.size())) {
    const Ir& instruction = block.code[static_cast<std::size_t>(at)];
    if (line >= 0 && instruction.pos.line != line) return -1;
    if (instruction.op == Opcode::NOP) continue;
    return is_swappable(instruction.op) ? at : -1;
  }
  return -1;
}

// Exchanging the instructions at `first` and `last` keeps what every variable ends up with.
bool stores_are_distinct(const Block& block, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    if (block.code[i].op != Opcode::STORE_FAST) continue;
    for (std::size_t j = i + 1; j <= last; ++j) {
      if (block.code[j].op == Opcode::STORE_FAST && block.code[j].arg == block.code[i].arg) {
        return false;
      }
    }
  }
  return true;
}

// Drops the NOPs that no line needs.
void clean_block(Block& block, std::int32_t previous_line) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < block.code.size(); ++i) {
    const CodePosition pos = block.code[i].pos;
    if (block.code[i].op == Opcode::NOP) {
      if (pos.line < 0 || pos.line == previous_line) continue;
      if (i + 1 < block.code.size()) {
        Ir& next = block.code[i + 1];
        if (next.pos.line < 0 || next.pos.line == pos.line) {
          if (next.pos.line < 0) next.pos = pos;
          continue;
        }
      } else {
        const Block* next = block.next;
        while (next != nullptr && next->code.empty()) next = next->next;
        if (next != nullptr && next->code[0].pos.line == pos.line) continue;
      }
    }
    if (kept != i) block.code[kept] = block.code[i];
    ++kept;
    previous_line = pos.line;
  }
  block.code.resize(kept);
}

}  // namespace

Graph::Graph() : entry_(new_block()), current_(entry_) {}

Block* Graph::new_block() { return &blocks_.emplace_back(); }

void Graph::use_block(Block* block) {
  current_->next = block;
  current_ = block;
}

void Graph::append(const Ir& instruction) {
  if (!current_->code.empty() && ends_block(current_->code.back().op)) use_block(new_block());
  current_->code.push_back(instruction);
}

bool Graph::ended() const {
  return !current_->code.empty() && current_->code.back().op == Opcode::RETURN_VALUE;
}

void Graph::assemble(Code& code) {
  code_ = &code;
  normalize();
  extend_exits();
  optimize();
  duplicate_exits_without_line();
  trim_constants();
  spread_lines();
  measure_depths();
  label_handlers();
  for (Block* block = entry_; block != nullptr; block = block->next) clean_block(*block, -1);
  drop_unused_handlers();
  skip_empty_blocks();
  check_bound_locals();
  emit();
}

void Graph::normalize() {
  for (Block& block : blocks_) {
    for (Ir& instruction : block.code) {
      if (is_exit(instruction.op)) {
        block.exits = true;
        block.falls_through = false;
      } else if (is_unconditional(instruction.op)) {
        block.falls_through = false;
      }
      while (instruction.target != nullptr && instruction.target->code.empty()) {
        instruction.target = instruction.target->next;
      }
    }
  }
}

void Graph::optimize() {
  for (Block* block = entry_; block != nullptr; block = block->next) {
    optimize_block(block);
    clean_block(*block, -1);
  }
  extend_exits();
  mark_reachable();
  drop_unreachable();
  clean_blocks();
  skip_empty_blocks();
  remove_redundant_jumps();
}

void Graph::clean_blocks() {
  const Block* before = nullptr;
  for (Block* block = entry_; block != nullptr; block = block->next) {
    std::int32_t previous_line = -1;
    if (before != nullptr && !before->code.empty()) previous_line = before->code.back().pos.line;
    clean_block(*block, previous_line);
    before = block->falls_through ? block : nullptr;
  }
}

// A jump to a short artificial exit becomes that exit.
void Graph::extend_exits() {
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (block->code.empty() || !is_unconditional(block->code.back().op)) continue;
    const Block* target = block->code.back().target;
    if (!is_exit_without_line(*target) || target->code.size() > kCopiedExit) continue;
    erase_to_nop(block->code.back());
    block->code.insert(block->code.end(), target->code.begin(), target->code.end());
    block->exits = true;
  }
}

void Graph::mark_reachable() {
  std::vector<Block*> todo{entry_};
  for (Block& block : blocks_) block.visited = false;
  entry_->predecessors = 1;
  entry_->visited = true;
  const auto reach = [&todo](Block* block) {
    if (!block->visited) {
      block->visited = true;
      todo.push_back(block);
    }
    ++block->predecessors;
  };
  while (!todo.empty()) {
    const Block* block = todo.back();
    todo.pop_back();
    if (block->next != nullptr && block->falls_through) reach(block->next);
    for (const Ir& instruction : block->code) {
      if (instruction.target != nullptr) reach(instruction.target);
    }
  }
}

void Graph::drop_unreachable() {
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (block->predecessors != 0) continue;
    block->code.clear();
    block->falls_through = true;
    block->exits = false;
  }
}

void Graph::skip_empty_blocks() {
  for (Block* block = entry_; block != nullptr; block = block->next) {
    while (block->next != nullptr && block->next->code.empty()) block->next = block->next->next;
  }
  for (Block* block = entry_; block != nullptr; block = block->next) {
    for (Ir& instruction : block->code) {
      while (instruction.target != nullptr && instruction.target->code.empty()) {
        instruction.target = instruction.target->next;
      }
    }
  }
}

void Graph::remove_redundant_jumps() {
  bool removed = false;
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    Ir& last = block->code.back();
    if (last.op != kJump || last.target != block->next) continue;
    erase_to_nop(last);
    block->falls_through = true;
    removed = true;
  }
  if (removed) skip_empty_blocks();
}

// Every way into an artificial exit gets an exit of its own, on the line it comes from.
void Graph::duplicate_exits_without_line() {
  const std::size_t count = blocks_.size();
  for (std::size_t i = count; i-- > 0;) {
    Block& block = blocks_[i];
    if (block.code.empty() || !is_jump(block.code.back().op)) continue;
    Block* target = block.code.back().target;
    if (!is_exit_without_line(*target) || target->predecessors <= 1) continue;
    Block* copy = new_block();
    copy->code = target->code;
    copy->exits = target->exits;
    copy->falls_through = target->falls_through;
    copy->code[0].pos = block.code.back().pos;
    block.code.back().target = copy;
    --target->predecessors;
    copy->predecessors = 1;
    copy->next = target->next;
    target->next = copy;
  }
  for (Block* block = entry_; block != nullptr; block = block->next) {
    while (block->next != nullptr && block->next->code.empty()) block->next = block->next->next;
    if (block->falls_through && block->next != nullptr && !block->code.empty() &&
        is_exit_without_line(*block->next)) {
      block->next->code[0].pos = block->code.back().pos;
    }
  }
}

// Artificial instructions take over the place of what comes before them, where that is certain.
void Graph::spread_lines() {
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    CodePosition previous;
    for (Ir& instruction : block->code) {
      if (instruction.pos.line < 0) {
        instruction.pos = previous;
      } else {
        previous = instruction.pos;
      }
    }
    const auto pass_on = [&previous](Block* to) {
      if (to->predecessors == 1 && !to->code.empty() && to->code[0].pos.line < 0) {
        to->code[0].pos = previous;
      }
    };
    if (block->falls_through && block->next != nullptr) pass_on(block->next);
    if (is_jump(block->code.back().op)) pass_on(block->code.back().target);
  }
  // A return always has a line.
  std::int32_t line = code_->first_line;
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (block->code.empty()) continue;
    if (block->code.back().pos.line >= 0) {
      line = block->code.back().pos.line;
    } else if (block->code.back().op == Opcode::RETURN_VALUE) {
      for (Ir& instruction : block->code) instruction.pos.line = line;
    }
  }
}

void Graph::optimize_block(Block* block) {
  for (std::size_t i = 0; i < block->code.size(); ++i) {
    Ir& instruction = block->code[i];
    switch (instruction.op) {
      case Opcode::LOAD_CONST: i = optimize_constant(block, i); break;
      case Opcode::BUILD_TUPLE: optimize_tuple(block, i); break;
      case Opcode::SWAP: apply_swaps(block, i); break;
      default:
        if (is_jump(instruction.op)) i = thread_jump(block, i);
        break;
    }
  }
}

// A test of a constant is no test.
std::size_t Graph::optimize_constant(Block* block, std::size_t at) {
  if (at + 1 >= block->code.size()) return at;
  Ir& load = block->code[at];
  Ir& next = block->code[at + 1];
  const CodeConstant& constant = code_->constants[load.arg];
  if (constant.kind == CodeConstant::Kind::Code) return at;
  const bool truth = constant_truth(constant);
  const bool pops = next.op == Opcode::POP_JUMP_IF_FALSE || next.op == Opcode::POP_JUMP_IF_TRUE;
  const bool keeps =
      next.op == Opcode::JUMP_IF_FALSE_OR_POP || next.op == Opcode::JUMP_IF_TRUE_OR_POP;
  if (pops || keeps) {
    const bool on_true =
        next.op == Opcode::POP_JUMP_IF_TRUE || next.op == Opcode::JUMP_IF_TRUE_OR_POP;
    if (truth == on_true) {
      next.op = kJump;
      block->falls_through = false;
      if (pops) erase_to_nop(load);
    } else {
      erase_to_nop(load);
      erase_to_nop(next);
    }
  } else if (next.op == Opcode::IS_OP && constant.kind == CodeConstant::Kind::None &&
             at + 2 < block->code.size()) {
    Ir& jump = block->code[at + 2];
    if (jump.op != Opcode::POP_JUMP_IF_FALSE && jump.op != Opcode::POP_JUMP_IF_TRUE) return at;
    const bool if_not_none = (next.arg == 1) != (jump.op == Opcode::POP_JUMP_IF_FALSE);
    erase_to_nop(load);
    erase_to_nop(next);
    jump.op = if_not_none ? Opcode::POP_JUMP_IF_NOT_NONE : Opcode::POP_JUMP_IF_NONE;
  }
  return at;
}

void Graph::optimize_tuple(Block* block, std::size_t at) {
  Ir& build = block->code[at];
  const std::uint32_t count = build.arg;
  if (at + 1 < block->code.size()) {
    Ir& next = block->code[at + 1];
    if (next.op == Opcode::UNPACK_SEQUENCE && next.arg == count && count >= 1 && count <= 3) {
      erase_to_nop(build);
      if (count == 1) {
        erase_to_nop(next);
      } else {
        next.op = Opcode::SWAP;
      }
      return;
    }
  }
  if (at >= count) fold_tuple(block, at);
}

// A tuple of constants is a constant.
void Graph::fold_tuple(Block* block, std::size_t at) {
  const std::uint32_t count = block->code[at].arg;
  CodeConstant tuple;
  tuple.kind = CodeConstant::Kind::Tuple;
  for (std::size_t i = at - count; i < at; ++i) {
    const Ir& load = block->code[i];
    if (load.op != Opcode::LOAD_CONST) return;
    if (code_->constants[load.arg].kind == CodeConstant::Kind::Code) return;
    tuple.items.push_back(code_->constants[load.arg]);
  }
  std::size_t index = 0;
  while (index < code_->constants.size() && !same_constant(code_->constants[index], tuple)) ++index;
  if (index == code_->constants.size()) code_->constants.push_back(std::move(tuple));
  for (std::size_t i = at - count; i < at; ++i) erase_to_nop(block->code[i]);
  block->code[at].op = Opcode::LOAD_CONST;
  block->code[at].arg = static_cast<std::uint32_t>(index);
}

// A jump to a jump on the same line goes where that one goes. Returns where to look on.
std::size_t Graph::thread_jump(Block* block, std::size_t at) {
  Ir& jump = block->code[at];
  const Block* target_block = jump.target;
  if (target_block->code.empty()) return at;
  const Ir& target = target_block->code[0];
  const auto thread = [&](Opcode as) {
    if (jump.pos.line != target.pos.line || jump.target == target.target) return at;
    jump.target = target.target;
    jump.op = as;
    return at - 1;
  };
  const bool on_false = jump.op == Opcode::JUMP_IF_FALSE_OR_POP;
  switch (jump.op) {
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP: {
      const Opcode pop = on_false ? Opcode::POP_JUMP_IF_FALSE : Opcode::POP_JUMP_IF_TRUE;
      const Opcode other_pop = on_false ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE;
      const Opcode other = on_false ? Opcode::JUMP_IF_TRUE_OR_POP : Opcode::JUMP_IF_FALSE_OR_POP;
      if (target.op == pop) return thread(pop);
      if (target.op == kJump || target.op == jump.op) return thread(jump.op);
      if ((target.op == other || target.op == other_pop) && jump.pos.line == target.pos.line) {
        jump.op = pop;
        jump.target = target_block->next;
        return at - 1;
      }
      return at;
    }
    case Opcode::POP_JUMP_IF_FALSE:
    case Opcode::POP_JUMP_IF_TRUE:
    case Opcode::POP_JUMP_IF_NONE:
    case Opcode::POP_JUMP_IF_NOT_NONE: return target.op == kJump ? thread(jump.op) : at;
    default: return jump.op == kJump && target.op == kJump ? thread(jump.op) : at;
  }
}

// Runs of swaps become the shortest equal run; swaps before stores exchange the stores instead.
void Graph::apply_swaps(Block* block, std::size_t at) {
  std::vector<Ir>& code = block->code;
  std::size_t end = at;
  std::uint32_t depth = 0;
  std::size_t swaps = 0;
  for (; end < code.size() && (code[end].op == Opcode::SWAP || code[end].op == Opcode::NOP);
       ++end) {
    if (code[end].op != Opcode::SWAP) continue;
    depth = std::max(depth, code[end].arg);
    ++swaps;
  }
  if (swaps > 1) {
    std::vector<std::ptrdiff_t> stack(depth);
    for (std::uint32_t i = 0; i < depth; ++i) stack[i] = i;
    for (std::size_t i = at; i < end; ++i) {
      if (code[i].op == Opcode::SWAP) std::swap(stack[0], stack[code[i].arg - 1]);
    }
    // Undo the permutation cycle by cycle; written backwards these steps are the permutation.
    std::size_t place = end;
    for (std::size_t i = 0; i < depth; ++i) {
      if (stack[i] < 0 || stack[i] == static_cast<std::ptrdiff_t>(i)) continue;
      for (std::size_t j = i;;) {
        if (j != 0) {
          --place;
          code[place].op = Opcode::SWAP;
          code[place].arg = static_cast<std::uint32_t>(j + 1);
        }
        if (stack[j] < 0) break;
        j = static_cast<std::size_t>(std::exchange(stack[j], -1));
      }
    }
    while (place > at) erase_to_nop(code[--place]);
  }
  for (std::ptrdiff_t i = static_cast<std::ptrdiff_t>(end) - 1; i >= 0; --i) {
    Ir& swap = code[static_cast<std::size_t>(i)];
    if (swap.op != Opcode::SWAP) {
      if (swap.op == Opcode::NOP || is_swappable(swap.op)) continue;
      return;
    }
    const std::ptrdiff_t first = next_swappable(*block, i, -1);
    if (first < 0) return;
    const std::int32_t line = code[static_cast<std::size_t>(first)].pos.line;
    std::ptrdiff_t last = first;
    for (std::uint32_t n = 1; n < swap.arg; ++n) {
      last = next_swappable(*block, last, line);
      if (last < 0) return;
    }
    const auto from = static_cast<std::size_t>(first);
    const auto to = static_cast<std::size_t>(last);
    if (!stores_are_distinct(*block, from, to)) return;
    erase_to_nop(swap);
    std::swap(code[from], code[to]);
  }
}

}  // namespace interleave::lang::flow
