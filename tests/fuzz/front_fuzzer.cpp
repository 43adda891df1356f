// A fuzzer of everything before the machine: lexer, parser, compiler, what checks the code, and how
// an error is told.
//
// Not a test of what programs mean. One input at a time, on libFuzzer's thread.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "lang/compiler.h"
#include "lang/disassembler.h"
#include "lang/verify.h"

namespace lang = interleave::lang;

namespace {

[[noreturn]] void found(const char* what, const char* more) {
  std::fprintf(stderr, "front_fuzzer: %s%s\n", what, more);
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const lang::CompileResult result = lang::compile_source(source, "main.py");
  if (result.error) {
    if (result.error->message.empty()) found("an error without words", "");
    if (lang::format_diagnostic(*result.error, "main.py", source).empty()) found("no text", "");
    return 0;
  }
  if (result.code == nullptr) found("neither code nor an error", "");
  if (const auto wrong = lang::verify(*result.code)) found("bad code: ", wrong->c_str());
  if (lang::disassemble(*result.code).empty()) found("no disassembly", "");
  return 0;
}
