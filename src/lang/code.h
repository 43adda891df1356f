// What the compiler produces: one Code per module, class body, function, lambda and comprehension,
// each owning the Codes nested in it. Plain data, never changed after compile() returned it.
// Deliberately without a heap value, a cache or a reference to any run: the virtual machine
// translates it at load time. Any number of threads may read it at once.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::lang {

// The names are CPython's own, hence capitals: they are what `dis` prints.
enum class Opcode : std::uint8_t {
#define OPCODE(name, operand, pops, pushes, sentence) name,
#include "lang/opcodes.def"
#undef OPCODE
};

inline constexpr std::size_t kOpcodeCount = 0
#define OPCODE(name, operand, pops, pushes, sentence) +1
#include "lang/opcodes.def"
#undef OPCODE
    ;

// What an instruction's arg means.
enum class OperandKind : std::uint8_t {
  None,           // nothing; it is 0
  Count,          // how many values
  Depth,          // a position counted from the top of the stack, 1 is the top
  Const,          // index into Code::constants
  Fast,           // index into Code::varnames
  Deref,          // index into Code::cellvars followed by Code::freevars
  Name,           // index into Code::names
  Jump,           // absolute index into Code::instructions
  BinaryOp,       // a BinaryOp
  CompareOp,      // a CompareOp
  Invert,         // 1 negates the test
  UnpackEx,       // values before the star in the low 8 bits, after it above
  FormatFlags,    // kFormat…
  FunctionFlags,  // kFunction…
  CallExFlags,    // 1: a dict of keyword arguments is on top
  Resume,         // 0 start, 1 after yield, 2 after a yield within yield from
};

// Numbered as CPython numbers them; Inplace… is the plain one plus 13.
enum class BinaryOp : std::uint8_t {
  Add,
  And,
  FloorDivide,
  Lshift,
  MatrixMultiply,
  Multiply,
  Remainder,
  Or,
  Power,
  Rshift,
  Subtract,
  TrueDivide,
  Xor,
  InplaceAdd,
  InplaceAnd,
  InplaceFloorDivide,
  InplaceLshift,
  InplaceMatrixMultiply,
  InplaceMultiply,
  InplaceRemainder,
  InplaceOr,
  InplacePower,
  InplaceRshift,
  InplaceSubtract,
  InplaceTrueDivide,
  InplaceXor,
};
inline constexpr std::size_t kBinaryOpCount = 26;

enum class CompareOp : std::uint8_t { Lt, Le, Eq, Ne, Gt, Ge };
inline constexpr std::size_t kCompareOpCount = 6;

// MAKE_FUNCTION: what lies below the code constant, the lowest bit deepest.
inline constexpr std::uint32_t kFunctionDefaults = 1;     // tuple: defaults of the last parameters
inline constexpr std::uint32_t kFunctionKwDefaults = 2;   // dict: keyword-only name -> default
inline constexpr std::uint32_t kFunctionAnnotations = 4;  // tuple: name, value, name, value, …
inline constexpr std::uint32_t kFunctionClosure = 8;      // tuple of cells, one per freevar

// FORMAT_VALUE: arg & kFormatConversion is one of the first four.
inline constexpr std::uint32_t kFormatNone = 0;
inline constexpr std::uint32_t kFormatStr = 1;
inline constexpr std::uint32_t kFormatRepr = 2;
inline constexpr std::uint32_t kFormatAscii = 3;
inline constexpr std::uint32_t kFormatConversion = 3;
inline constexpr std::uint32_t kFormatHasSpec = 4;

inline constexpr std::uint32_t kCallExKeywords = 1;

// Where an instruction comes from. Lines count from 1, columns are UTF-8 bytes from 0, the end is
// exclusive. All four are -1 for instructions without a place in the source; a col of -1 with a
// line means that only the line is known (as co_positions() tells None).
struct CodePosition {
  std::int32_t line = -1;
  std::int32_t end_line = -1;
  std::int32_t col = -1;
  std::int32_t end_col = -1;
  friend bool operator==(const CodePosition&, const CodePosition&) = default;
};

struct Instruction {
  Opcode op = Opcode::NOP;
  std::uint32_t arg = 0;
  friend bool operator==(const Instruction&, const Instruction&) = default;
};

// An exception raised by an instruction in [start, end) unwinds the stack to `depth` values, pushes
// the exception and goes on at `target`. The entries are sorted by start and do not overlap, so at
// most one holds for an instruction; no entry: the exception leaves the frame.
struct ExceptionEntry {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::uint32_t target = 0;
  std::uint32_t depth = 0;
  friend bool operator==(const ExceptionEntry&, const ExceptionEntry&) = default;
};

struct Code;

struct CodeConstant {
  enum class Kind : std::uint8_t {
    None,
    True,
    False,
    Ellipsis,
    Int,        // integer
    BigInt,     // text: [-]0x and lower-case hex digits; out of int64's range
    Float,      // real
    Complex,    // real, imag
    Str,        // text: UTF-8; lone surrogates as in WTF-8
    Bytes,      // text: the bytes
    Tuple,      // items
    FrozenSet,  // items in the order of the source; some may be equal, as 1 and True are
    Code,       // code, owned by the enclosing Code's children
  };
  Kind kind = Kind::None;
  std::int64_t integer = 0;
  double real = 0;
  double imag = 0;
  std::string text;
  std::vector<CodeConstant> items;
  const Code* code = nullptr;
};

// Code::flags. The low ones have CPython's values, since co_flags is visible to programs.
inline constexpr std::uint32_t kOptimized = 0x1;  // locals are fast: functions, not module or class
inline constexpr std::uint32_t kNewLocals = 0x2;  // every call has a namespace of its own
inline constexpr std::uint32_t kVarArgs = 0x4;    // has *args
inline constexpr std::uint32_t kVarKeywords = 0x8;  // has **kwargs
inline constexpr std::uint32_t kNested = 0x10;      // inside another function
inline constexpr std::uint32_t kGenerator =
    0x20;  // a call makes a generator, suspended before RESUME 0
inline constexpr std::uint32_t kFutureAnnotations = 0x1000000;
inline constexpr std::uint32_t kModule = 0x02000000;     // LOAD_NAME's namespace is the globals
inline constexpr std::uint32_t kClassBody = 0x04000000;  // LOAD_NAME's namespace is the class's
inline constexpr std::uint32_t kComprehension =
    0x08000000;                                        // its one parameter is `.0`, an iterator
inline constexpr std::uint32_t kLibrary = 0x10000000;  // not the user's: folded on the timeline

struct Code {
  std::string name;      // as __name__; "<module>", "<lambda>", "<listcomp>", …
  std::string qualname;  // as __qualname__
  std::string filename;
  std::int32_t first_line = 1;  // of the first decorator, if there is one
  std::uint32_t argcount = 0;   // positional parameters, the positional-only ones included
  std::uint32_t posonlyargcount = 0;
  std::uint32_t kwonlyargcount = 0;
  std::uint32_t flags = 0;

  // Parameters first (positional, keyword-only, *args, **kwargs), then the other locals. A
  // parameter that is a cellvar keeps its place here, but only its cell is used after entry.
  std::vector<std::string> varnames;
  std::vector<std::string> names;     // globals, attributes, imports
  std::vector<std::string> cellvars;  // variables of this function that inner functions use
  std::vector<std::string>
      freevars;  // variables of enclosing functions; cells come with the closure

  // One per cellvar: index into varnames of the parameter whose value the new cell holds on entry,
  // or -1 for an empty cell. The machine makes all cells on entry; no instruction does.
  std::vector<std::int32_t> cell_parameters;

  // constants[0] of a function is its docstring, or None; `has_docstring` tells them apart from a
  // function whose first constant happens to be a string.
  std::vector<CodeConstant> constants;
  bool has_docstring = false;
  std::vector<std::unique_ptr<Code>> children;  // what the Code constants point to

  std::vector<Instruction> instructions;
  std::vector<CodePosition> positions;  // one per instruction
  std::vector<ExceptionEntry> exception_table;
  std::uint32_t stack_size = 0;  // most values on the stack at any time, NULLs included

  // Parameters in varnames, *args and **kwargs included.
  std::uint32_t parameter_count() const {
    return argcount + kwonlyargcount + ((flags & kVarArgs) != 0 ? 1 : 0) +
           ((flags & kVarKeywords) != 0 ? 1 : 0);
  }
  // The variable's name for a LOAD_DEREF-like arg.
  const std::string& cell_name(std::uint32_t arg) const {
    return arg < cellvars.size() ? cellvars[arg] : freevars[arg - cellvars.size()];
  }
};

struct OpcodeInfo {
  std::string_view name;
  OperandKind operand;
  std::int8_t pops;    // -1: depends on arg
  std::int8_t pushes;  // -1: depends on arg
  std::string_view sentence;
};

inline constexpr std::array<OpcodeInfo, kOpcodeCount> kOpcodeInfo{{
#define OPCODE(name, operand, pops, pushes, sentence) \
  {#name, OperandKind::operand, pops, pushes, sentence},
#include "lang/opcodes.def"
#undef OPCODE
}};

constexpr const OpcodeInfo& info(Opcode op) { return kOpcodeInfo[static_cast<std::size_t>(op)]; }

// How many values an instruction needs on the stack and how many it leaves in their place; `jumps`
// asks for the path on which a jump is taken.
struct StackEffect {
  std::uint32_t pops = 0;
  std::uint32_t pushes = 0;
};
constexpr StackEffect stack_effect(Opcode op, std::uint32_t arg, bool jumps);

// Control never goes on to the next instruction.
constexpr bool ends_flow(Opcode op) {
  return op == Opcode::RETURN_VALUE || op == Opcode::RAISE_VARARGS || op == Opcode::RERAISE ||
         op == Opcode::JUMP_FORWARD || op == Opcode::JUMP_BACKWARD ||
         op == Opcode::JUMP_BACKWARD_NO_INTERRUPT;
}
constexpr bool has_jump(Opcode op) { return info(op).operand == OperandKind::Jump; }

namespace detail {
constexpr std::uint32_t bits(std::uint32_t arg) {
  std::uint32_t count = 0;
  for (; arg != 0; arg >>= 1) count += arg & 1;
  return count;
}
constexpr std::uint32_t variable_pops(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::COPY:
    case Opcode::SWAP:
    case Opcode::BUILD_SLICE:
    case Opcode::BUILD_TUPLE:
    case Opcode::BUILD_LIST:
    case Opcode::BUILD_SET:
    case Opcode::BUILD_STRING:
    case Opcode::RAISE_VARARGS: return arg;
    case Opcode::BUILD_MAP: return 2 * arg;
    case Opcode::BUILD_CONST_KEY_MAP:
    case Opcode::LIST_APPEND:
    case Opcode::SET_ADD:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE: return arg + 1;
    case Opcode::DICT_MERGE: return arg + 4;
    case Opcode::MAP_ADD: return arg + 2;
    case Opcode::FORMAT_VALUE: return (arg & kFormatHasSpec) != 0 ? 2 : 1;
    case Opcode::MAKE_FUNCTION: return 1 + bits(arg);
    case Opcode::CALL: return arg + 2;
    case Opcode::CALL_KW: return arg + 3;
    case Opcode::CALL_EX: return (arg & kCallExKeywords) != 0 ? 4 : 3;
    default: return 0;
  }
}
constexpr std::uint32_t variable_pushes(Opcode op, std::uint32_t arg) {
  switch (op) {
    case Opcode::COPY: return arg + 1;
    case Opcode::SWAP:
    case Opcode::LIST_APPEND:
    case Opcode::SET_ADD:
    case Opcode::MAP_ADD:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE:
    case Opcode::UNPACK_SEQUENCE: return arg;
    case Opcode::DICT_MERGE: return arg + 3;
    case Opcode::UNPACK_EX: return (arg & 0xff) + 1 + (arg >> 8);
    default: return 0;
  }
}
}  // namespace detail

constexpr StackEffect stack_effect(Opcode op, std::uint32_t arg, bool jumps) {
  if (jumps && op == Opcode::FOR_ITER) return {1, 0};
  if (jumps && op == Opcode::SEND) return {2, 1};
  if (jumps && (op == Opcode::JUMP_IF_FALSE_OR_POP || op == Opcode::JUMP_IF_TRUE_OR_POP)) {
    return {1, 1};
  }
  const OpcodeInfo& of = info(op);
  return {
      of.pops >= 0 ? static_cast<std::uint32_t>(of.pops) : detail::variable_pops(op, arg),
      of.pushes >= 0 ? static_cast<std::uint32_t>(of.pushes) : detail::variable_pushes(op, arg)};
}

}  // namespace interleave::lang
