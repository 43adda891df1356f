// The second half of flow::Graph: depths, handlers, bound locals, and the finished Code.

#include <algorithm>

#include "lang/compiler_flow.h"

namespace interleave::lang::flow {

namespace {

bool is_pseudo(Opcode op) { return static_cast<std::size_t>(op) >= kOpcodeCount; }

bool is_setup(Opcode op) { return op == kSetupFinally || op == kSetupCleanup || op == kSetupWith; }

StackEffect effect_of(const Ir& instruction, bool jumps) {
  if (!is_pseudo(instruction.op)) return stack_effect(instruction.op, instruction.arg, jumps);
  if (!jumps) return {0, 0};
  if (instruction.op == kSetupWith) return {1, 1};  // the value of `as` goes, the exception comes
  return is_setup(instruction.op) ? StackEffect{0, 1} : StackEffect{0, 0};
}

// Locals times blocks the analysis of bound locals takes on.
constexpr std::size_t kMostBits = std::size_t{1} << 26;

using Bits = std::vector<bool>;

// a &= b; true if that changed a.
bool intersect(Bits& a, const Bits& b) {
  bool changed = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] && !b[i]) {
      a[i] = false;
      changed = true;
    }
  }
  return changed;
}

}  // namespace

// Drops the constants behind the last one in use; the first, which may be a docstring, stays.
void Graph::trim_constants() {
  std::size_t used = 1;
  for (const Block* block = entry_; block != nullptr; block = block->next) {
    for (const Ir& instruction : block->code) {
      if (instruction.op == Opcode::LOAD_CONST) {
        used = std::max<std::size_t>(used, instruction.arg + 1);
      }
    }
  }
  if (used < code_->constants.size()) code_->constants.resize(used);
}

void Graph::measure_depths() {
  std::uint32_t most = 0;
  std::vector<Block*> todo{entry_};
  entry_->start_depth = 0;
  const auto reach = [&todo](Block* block, std::uint32_t depth) {
    if (block->start_depth >= 0) return;
    block->start_depth = static_cast<int>(depth);
    todo.push_back(block);
  };
  while (!todo.empty()) {
    const Block* block = todo.back();
    todo.pop_back();
    auto depth = static_cast<std::uint32_t>(block->start_depth);
    for (const Ir& instruction : block->code) {
      if (instruction.target != nullptr) {
        const StackEffect jump = effect_of(instruction, true);
        const std::uint32_t there = depth - jump.pops + jump.pushes;
        most = std::max(most, there);
        reach(instruction.target, there);
      }
      const StackEffect effect = effect_of(instruction, false);
      depth = depth - effect.pops + effect.pushes;
      most = std::max(most, depth);
    }
    if (block->falls_through && block->next != nullptr) reach(block->next, depth);
  }
  code_->stack_size = most;
}

// Follows the flow with the stack of open handlers, and tells every instruction its innermost one.
void Graph::label_handlers() {
  std::vector<Block*> todo{entry_};
  for (Block& block : blocks_) block.visited = false;
  entry_->visited = true;
  const auto reach = [&todo](Block* block, const std::vector<Block*>& handlers) {
    if (block->visited) return;
    block->visited = true;
    block->handlers = handlers;
    todo.push_back(block);
  };
  while (!todo.empty()) {
    Block* block = todo.back();
    todo.pop_back();
    std::vector<Block*> handlers = block->handlers;
    for (Ir& instruction : block->code) {
      instruction.handler = handlers.empty() ? nullptr : handlers.back();
      if (is_setup(instruction.op)) {
        reach(instruction.target, handlers);
        handlers.push_back(instruction.target);
      } else if (instruction.op == kPopBlock) {
        handlers.pop_back();
      } else {
        if (instruction.target != nullptr) reach(instruction.target, handlers);
        continue;
      }
      instruction.op = Opcode::NOP;
      instruction.arg = 0;
      instruction.target = nullptr;
    }
    if (block->falls_through && block->next != nullptr) reach(block->next, handlers);
  }
}

// Where all that a handler covered was NOPs, nothing leads to it any more.
void Graph::drop_unused_handlers() {
  for (Block& block : blocks_) block.visited = false;
  std::vector<Block*> todo{entry_};
  entry_->visited = true;
  const auto reach = [&todo](Block* block) {
    if (block == nullptr || block->visited) return;
    block->visited = true;
    todo.push_back(block);
  };
  while (!todo.empty()) {
    const Block* block = todo.back();
    todo.pop_back();
    for (const Ir& instruction : block->code) {
      reach(instruction.target);
      reach(instruction.handler);
    }
    if (block->falls_through) reach(block->next);
  }
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (block->visited) continue;
    block->code.clear();
    block->falls_through = true;
  }
}

// For functions of absurd size: a check costs little, the analysis would cost much.
void Graph::check_all_locals() {
  for (Block* block = entry_; block != nullptr; block = block->next) {
    for (Ir& instruction : block->code) {
      if (instruction.op == Opcode::LOAD_FAST) instruction.op = Opcode::LOAD_FAST_CHECK;
    }
  }
}

// A forward analysis of which locals are surely bound; the other loads get a check.
void Graph::check_bound_locals() {
  const std::size_t count = code_->varnames.size();
  if (count == 0 || (code_->flags & kOptimized) == 0) return;
  if (count * blocks_.size() > kMostBits) {
    check_all_locals();
    return;
  }
  std::vector<Bits> at_start(blocks_.size());
  std::vector<Block*> todo;
  std::uint32_t number = 0;
  for (Block& block : blocks_) block.offset = number++;  // only a number for now
  const auto reach = [&](Block* block, const Bits& bound) {
    Bits& known = at_start[block->offset];
    if (known.empty()) {
      known = bound;
    } else if (!intersect(known, bound)) {
      return;
    }
    todo.push_back(block);
  };
  const auto walk = [&](Block* block, auto&& at_load) {
    Bits bound = at_start[block->offset];
    const Block* told = nullptr;  // this handler knows the present state already
    for (Ir& instruction : block->code) {
      if (instruction.handler != nullptr && instruction.handler != told) {
        reach(instruction.handler, bound);
        told = instruction.handler;
      }
      if (instruction.op == Opcode::LOAD_FAST || instruction.op == Opcode::LOAD_FAST_CHECK) {
        at_load(instruction, bound[instruction.arg]);
        bound[instruction.arg] = true;
      } else if (instruction.op == Opcode::STORE_FAST) {
        bound[instruction.arg] = true;
      } else if (instruction.op == Opcode::DELETE_FAST) {
        bound[instruction.arg] = false;
        told = nullptr;
      }
      if (instruction.target != nullptr) reach(instruction.target, bound);
    }
    if (block->falls_through && block->next != nullptr) reach(block->next, bound);
  };
  Bits at_entry(count, false);
  std::fill_n(at_entry.begin(), code_->parameter_count(), true);
  reach(entry_, at_entry);
  while (!todo.empty()) {
    Block* block = todo.back();
    todo.pop_back();
    walk(block, [](Ir&, bool) {});
  }
  for (Block* block = entry_; block != nullptr; block = block->next) {
    if (at_start[block->offset].empty()) continue;
    walk(block, [](Ir& load, bool bound) {
      load.op = bound ? Opcode::LOAD_FAST : Opcode::LOAD_FAST_CHECK;
    });
  }
}

void Graph::emit() {
  std::uint32_t offset = 0;
  for (Block* block = entry_; block != nullptr; block = block->next) {
    block->offset = offset;
    offset += static_cast<std::uint32_t>(block->code.size());
  }
  code_->instructions.reserve(offset);
  code_->positions.reserve(offset);
  const Block* handler = nullptr;
  for (const Block* block = entry_; block != nullptr; block = block->next) {
    for (const Ir& instruction : block->code) {
      const auto here = static_cast<std::uint32_t>(code_->instructions.size());
      Instruction final{instruction.op, instruction.arg};
      if (instruction.target != nullptr) {
        final.arg = instruction.target->offset;
        if (final.op == kJump) {
          final.op = final.arg > here ? Opcode::JUMP_FORWARD : Opcode::JUMP_BACKWARD;
        }
      }
      if (instruction.handler != handler) {
        if (handler != nullptr) code_->exception_table.back().end = here;
        handler = instruction.handler;
        if (handler != nullptr) {
          code_->exception_table.push_back(
              {here, here, handler->offset, static_cast<std::uint32_t>(handler->start_depth - 1)});
        }
      }
      code_->instructions.push_back(final);
      code_->positions.push_back(instruction.pos);
    }
  }
  if (handler != nullptr) {
    code_->exception_table.back().end = static_cast<std::uint32_t>(code_->instructions.size());
  }
}

}  // namespace interleave::lang::flow
