// What the compiler's tests share: compile a program, find a code object in it, write it in one
// line.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

#include "lang/compiler.h"
#include "lang/disassembler.h"
#include "lang/verify.h"

namespace interleave::lang {

/// Compiles and verifies; a test failure and an empty Code if either does not succeed.
inline std::unique_ptr<Code> compiled(std::string_view source) {
  CompileResult result = compile_source(source, "test.py");
  if (result.error) {
    ADD_FAILURE() << result.error->message << " on line " << result.error->line << " of\n"
                  << source;
    return std::make_unique<Code>();
  }
  if (const auto problem = verify(*result.code)) ADD_FAILURE() << *problem << "\n" << source;
  return std::move(result.code);
}

/// The first code object of that name, depth first; null if there is none.
inline const Code* find_code(const Code& code, std::string_view name) {
  if (code.name == name) return &code;
  for (const auto& child : code.children) {
    if (const Code* found = find_code(*child, name)) return found;
  }
  return nullptr;
}

/// `LOAD_NAME a; LOAD_CONST 1; …`, without the RESUME at the start.
inline std::string listing(const Code& code) {
  std::string text;
  for (std::size_t i = 1; i < code.instructions.size(); ++i) {
    const Instruction& instruction = code.instructions[i];
    if (!text.empty()) text += "; ";
    text += info(instruction.op).name;
    if (info(instruction.op).operand == OperandKind::None) continue;
    const std::string resolved = resolved_argument(code, instruction);
    text += " " + (resolved.empty() ? std::to_string(instruction.arg) : resolved);
  }
  return text;
}

/// The listing of a module, or of the code object `name` in it.
inline std::string listing_of(std::string_view source, std::string_view name = "<module>") {
  const auto code = compiled(source);
  const Code* found = find_code(*code, name);
  return found == nullptr ? "no such code object" : listing(*found);
}

/// `line:col-end_line:end_col` of the first instruction with that opcode; "none" if there is none.
inline std::string place_of(const Code& code, Opcode op) {
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    if (code.instructions[i].op != op) continue;
    const CodePosition& at = code.positions[i];
    return std::to_string(at.line) + ":" + std::to_string(at.col) + "-" +
           std::to_string(at.end_line) + ":" + std::to_string(at.end_col);
  }
  return "none";
}

/// `message @ line:col-end_line:end_col` of the error; "compiles" if there is none.
inline std::string error_of(std::string_view source) {
  const CompileResult result = compile_source(source, "test.py");
  if (!result.error) return "compiles";
  const Diagnostic& error = *result.error;
  return error.message + " @ " + std::to_string(error.line) + ":" + std::to_string(error.col) +
         "-" + std::to_string(error.end_line) + ":" + std::to_string(error.end_col);
}

}  // namespace interleave::lang
