// The form of a Code that the machine executes: fused register instructions, bound to one
// namespace.
//
// Made by translate.cpp from the visible bytecode, once per (Code, globals). Its stack positions
// have become registers, so load–add–store on locals is one instruction; loads and stores that
// other threads can see are never fused, so a switch can happen where CPython has one. Immutable
// but for its inline caches, each a single word. Any thread may execute it.
#pragma once

#include <memory>
#include <vector>

#include "lang/code.h"
#include "vm/object.h"

namespace interleave::vm {

class VmThread;

enum class Op : std::uint16_t {
#define EXEC_OP(name, words) name,
#include "vm/exec_ops.def"
#undef EXEC_OP
};

/// Length of an operation with the words that follow it.
inline constexpr std::uint8_t kOpWords[] = {
#define EXEC_OP(name, words) words,
#include "vm/exec_ops.def"
#undef EXEC_OP
};
inline std::uint32_t op_words(Op op) { return kOpWords[static_cast<std::size_t>(op)]; }

/// One word: operation and three operands. Some operations are followed by words of data: a cell's
/// address, an inline cache, a wide operand.
struct Instr {
  Op op;
  std::uint16_t a;
  std::uint16_t b;
  std::uint16_t c;
};
static_assert(sizeof(Instr) == 8);

struct ExecHandler {
  std::uint32_t start, end;  // instructions protected
  std::uint32_t target;
  std::uint16_t reg;  // receives the exception
};

struct ExecCode {
  const lang::Code* code = nullptr;
  Dict* globals = nullptr;
  std::vector<Instr> instrs;
  std::vector<std::uint32_t> origins;  // per instruction: index into code->instructions
  std::vector<Value> consts;           // rooted in the Vm
  std::vector<Str*> names;
  std::vector<Str*> parameter_names;  // of those that may be given by keyword, from posonly on
  std::vector<ExecHandler> handlers;
  std::vector<ExecCode*> children;  // same order as the Code constants; made when first needed
  std::uint32_t locals = 0;         // registers of varnames
  std::uint32_t cells = 0;          // registers of cellvars and freevars, behind the locals
  std::uint32_t registers = 0;      // all, temporaries included
  std::uint32_t parameters = 0;
  bool positional = false;        // a plain function with only plain positional parameters
  bool simple = false;            // and without cells: the fast call
  bool hidden = false;            // a prelude's: left out of tracebacks
  bool library = false;           // not the user's own
  std::uint32_t function_id = 0;  // in the trace's table; 0: not announced yet
  Value code_object;              // the Python object that stands for it, made when asked for
};

/// Index of an instruction.
inline std::uint32_t index_of(const ExecCode* code, const Instr* pc) {
  return static_cast<std::uint32_t>(pc - code->instrs.data());
}

/// Translates; the result belongs to the Vm. Never fails: bounds were checked by the compiler.
ExecCode* translate(VmThread& t, const lang::Code& code, Dict* globals);

}  // namespace interleave::vm
