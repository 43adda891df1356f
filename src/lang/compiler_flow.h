// The instructions of one code object while they are being made: basic blocks, their clean-up, and
// the final Code. Private to the compiler; one thread at a time.
//
// Knows no syntax and no scopes: the compiler appends instructions, assemble() does the rest.
#pragma once

#include <deque>
#include <vector>

#include "lang/code.h"

namespace interleave::lang::flow {

// Instructions that exist only until assemble(): they open and close what an exception handler
// covers, and jump without a direction.
inline constexpr auto kSetupFinally = static_cast<Opcode>(kOpcodeCount);  // handler at this depth
inline constexpr auto kSetupCleanup =
    static_cast<Opcode>(kOpcodeCount + 1);                                 // the same; not user's
inline constexpr auto kSetupWith = static_cast<Opcode>(kOpcodeCount + 2);  // one value less deep
inline constexpr auto kPopBlock = static_cast<Opcode>(kOpcodeCount + 3);
inline constexpr auto kJump = static_cast<Opcode>(kOpcodeCount + 4);
static_assert(kOpcodeCount + 4 < 256);

struct Block;

struct Ir {
  Opcode op = Opcode::NOP;
  std::uint32_t arg = 0;
  Block* target = nullptr;   // of jumps and kSetup…
  CodePosition pos;          // line -1: artificial, takes over its neighbour's
  Block* handler = nullptr;  // where an exception raised here goes
};

struct Block {
  std::vector<Ir> code;
  Block* next = nullptr;      // in the order of the code
  bool exits = false;         // ends in a return or raise
  bool falls_through = true;  // control may go on to `next`
  bool visited = false;
  int predecessors = 0;
  int start_depth = -1;  // values on the stack at the start
  std::uint32_t offset = 0;
  std::vector<Block*> handlers;  // active at the start, the innermost last
};

class Graph {
 public:
  Graph();
  Block* new_block();
  /// Goes on in `block`, after everything so far.
  void use_block(Block* block);
  /// Appends; after a jump or an exit a new block begins by itself.
  void append(const Ir& instruction);
  /// The last instruction ends the flow of control.
  bool ended() const;

  /// Cleans up and fills instructions, positions, exception table and stack size of `code`, whose
  /// constants may grow (folded tuples) and shrink (unused ones).
  void assemble(Code& code);

 private:
  void normalize();
  void optimize();
  void optimize_block(Block* block);
  std::size_t optimize_constant(Block* block, std::size_t at);
  void optimize_tuple(Block* block, std::size_t at);
  void fold_tuple(Block* block, std::size_t at);
  std::size_t thread_jump(Block* block, std::size_t at);
  void apply_swaps(Block* block, std::size_t at);
  void clean_blocks();
  void extend_exits();
  void mark_reachable();
  void drop_unreachable();
  void skip_empty_blocks();
  void remove_redundant_jumps();
  void duplicate_exits_without_line();
  void spread_lines();
  void measure_depths();
  void label_handlers();
  void drop_unused_handlers();
  void check_bound_locals();
  void check_all_locals();
  void trim_constants();
  void emit();

  std::deque<Block> blocks_;
  Block* entry_;
  Block* current_;
  Code* code_ = nullptr;
};

}  // namespace interleave::lang::flow
