#include "lang/disassembler.h"

#include <algorithm>
#include <vector>

#include "lang/compiler_constants.h"

namespace interleave::lang {

namespace {

constexpr std::array<std::string_view, kBinaryOpCount> kBinaryOpText = {
    "+",  "&",  "//",  "<<",  "@",  "*",  "%",  "|",  "**",  ">>",  "-",  "/",  "^",
    "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};
constexpr std::array<std::string_view, kCompareOpCount> kCompareOpText = {
    "<", "<=", "==", "!=", ">", ">="};

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.insert(0, width - text.size(), ' ');
  return text;
}

std::string flags_text(std::uint32_t flags) {
  static constexpr std::array<std::string_view, 4> kNames = {"defaults", "kwdefaults",
                                                             "annotations", "closure"};
  std::string text;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if ((flags & (1u << i)) == 0) continue;
    if (!text.empty()) text += ", ";
    text += kNames[i];
  }
  return text;
}

std::string format_text(std::uint32_t flags) {
  static constexpr std::array<std::string_view, 4> kNames = {"", "str", "repr", "ascii"};
  std::string text(kNames[flags & kFormatConversion]);
  if ((flags & kFormatHasSpec) != 0) text += text.empty() ? "with format" : ", with format";
  return text;
}

std::string constant_text(const Code& code, const CodeConstant& constant) {
  if (constant.kind != CodeConstant::Kind::Code) return constant_repr(constant);
  return "<code object " + constant.code->name + ", file \"" + code.filename + "\", line " +
         std::to_string(constant.code->first_line) + ">";
}

void append_instruction(const Code& code, std::size_t at, bool new_line, bool target,
                        std::string& out) {
  const Instruction& instruction = code.instructions[at];
  const OpcodeInfo& of = info(instruction.op);
  const std::int32_t line = code.positions[at].line;
  if (new_line && at != 0) out += '\n';
  out += padded(new_line && line >= 0 ? std::to_string(line) : "", 4);
  out += target ? " >> " : "    ";
  out += padded(std::to_string(at), 5) + " ";
  std::string name(of.name);
  if (of.operand != OperandKind::None) {
    name.resize(std::max<std::size_t>(name.size(), 26), ' ');
    name += padded(std::to_string(instruction.arg), 4);
    const std::string resolved = resolved_argument(code, instruction);
    if (!resolved.empty()) name += " (" + resolved + ")";
  }
  out += name + "\n";
}

void append_exception_table(const Code& code, std::string& out) {
  if (code.exception_table.empty()) return;
  out += "ExceptionTable:\n";
  for (const ExceptionEntry& entry : code.exception_table) {
    out += "  " + std::to_string(entry.start) + " to " + std::to_string(entry.end - 1) + " -> " +
           std::to_string(entry.target) + " [" + std::to_string(entry.depth) + "]\n";
  }
}

void append_code(const Code& code, std::string& out) {
  std::vector<bool> targets(code.instructions.size(), false);
  for (const Instruction& instruction : code.instructions) {
    if (has_jump(instruction.op)) targets[instruction.arg] = true;
  }
  for (const ExceptionEntry& entry : code.exception_table) targets[entry.target] = true;
  std::int32_t line = -1;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    const std::int32_t own = code.positions[i].line;
    const bool new_line = own >= 0 && own != line;
    append_instruction(code, i, new_line, targets[i], out);
    if (own >= 0) line = own;
  }
  append_exception_table(code, out);
  for (const CodeConstant& constant : code.constants) {
    if (constant.kind != CodeConstant::Kind::Code) continue;
    out += "\nDisassembly of " + constant_text(code, constant) + ":\n";
    append_code(*constant.code, out);
  }
}

}  // namespace

std::string resolved_argument(const Code& code, const Instruction& instruction) {
  const std::uint32_t arg = instruction.arg;
  switch (info(instruction.op).operand) {
    case OperandKind::Const: return constant_text(code, code.constants[arg]);
    case OperandKind::Fast: return code.varnames[arg];
    case OperandKind::Deref: return code.cell_name(arg);
    case OperandKind::Name: return code.names[arg];
    case OperandKind::Jump: return "to " + std::to_string(arg);
    case OperandKind::BinaryOp: return std::string(kBinaryOpText[arg]);
    case OperandKind::CompareOp: return std::string(kCompareOpText[arg]);
    case OperandKind::Invert: return arg != 0 ? "not" : "";
    case OperandKind::FormatFlags: return format_text(arg);
    case OperandKind::FunctionFlags: return flags_text(arg);
    case OperandKind::UnpackEx:
      return std::to_string(arg & 0xff) + " before, " + std::to_string(arg >> 8) + " after";
    default: return "";
  }
}

std::string disassemble(const Code& code) {
  std::string out;
  append_code(code, out);
  return out;
}

}  // namespace interleave::lang
