// The text of `interleave dis`.

#include "lang/disassembler.h"

#include "lang/code_text.h"

namespace interleave::lang {
namespace {

TEST(Disassembler, ShowsLinesTargetsArgumentsAndNestedCode) {
  const auto code = compiled("def f(n):\n  while n:\n    n -= 1\nf(3)\n");
  EXPECT_EQ(disassemble(*code),
            "   0        0 RESUME                       0\n"
            "\n"
            "   1        1 LOAD_CONST                   0 "
            "(<code object f, file \"test.py\", line 1>)\n"
            "            2 MAKE_FUNCTION                0\n"
            "            3 STORE_NAME                   0 (f)\n"
            "\n"
            "   4        4 LOAD_NAME                    0 (f)\n"
            "            5 PUSH_NULL\n"
            "            6 LOAD_CONST                   1 (3)\n"
            "            7 CALL                         1\n"
            "            8 POP_TOP\n"
            "            9 LOAD_CONST                   2 (None)\n"
            "           10 RETURN_VALUE\n"
            "\n"
            "Disassembly of <code object f, file \"test.py\", line 1>:\n"
            "   1        0 RESUME                       0\n"
            "\n"
            "   2        1 LOAD_FAST                    0 (n)\n"
            "            2 POP_JUMP_IF_FALSE           11 (to 11)\n"
            "\n"
            "   3 >>     3 LOAD_FAST                    0 (n)\n"
            "            4 LOAD_CONST                   1 (1)\n"
            "            5 BINARY_OP                   23 (-=)\n"
            "            6 STORE_FAST                   0 (n)\n"
            "\n"
            "   2        7 LOAD_FAST                    0 (n)\n"
            "            8 POP_JUMP_IF_TRUE             3 (to 3)\n"
            "            9 LOAD_CONST                   0 (None)\n"
            "           10 RETURN_VALUE\n"
            "     >>    11 LOAD_CONST                   0 (None)\n"
            "           12 RETURN_VALUE\n");
}

TEST(Disassembler, EndsWithTheExceptionTable) {
  const auto code = compiled("try:\n  a\nfinally:\n  b\n");
  const std::string text = disassemble(*code);
  const std::size_t at = text.find("ExceptionTable:\n");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(text.substr(at),
            "ExceptionTable:\n"
            "  2 to 3 -> 8 [0]\n"
            "  8 to 11 -> 12 [1]\n");
}

TEST(Disassembler, ConstantsReadAsInPython) {
  const auto argument = [](std::string_view source) {
    const auto code = compiled(source);
    return resolved_argument(*code, code->instructions[1]);
  };
  EXPECT_EQ(argument("x = 'it\\'s'"), "\"it's\"");
  EXPECT_EQ(argument("x = 'a\\n\\\\\\x00'"), "'a\\n\\\\\\x00'");
  EXPECT_EQ(argument("x = b'\\xff\\''"), "b\"\\xff'\"");
  EXPECT_EQ(argument("x = 1e16"), "1e+16");
  EXPECT_EQ(argument("x = 1e-5"), "1e-05");
  EXPECT_EQ(argument("x = 100.0"), "100.0");
  EXPECT_EQ(argument("x = 2j"), "2j");
  EXPECT_EQ(argument("x = (1,)"), "(1,)");
}

}  // namespace
}  // namespace interleave::lang
