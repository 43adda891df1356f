// Instructions, constants, places and exception tables of compiled programs. The expectations are
// CPython 3.11's own output, without its caches and prefixes.

#include "lang/compiler.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lang/code_text.h"

namespace interleave::lang {
namespace {

using Kind = CodeConstant::Kind;

TEST(CompilerExpressions, ArithmeticLoadsAddsAndStores) {
  EXPECT_EQ(listing_of("x = a + 1"),
            "LOAD_NAME a; LOAD_CONST 1; BINARY_OP +; STORE_NAME x; LOAD_CONST None; RETURN_VALUE");
  EXPECT_EQ(listing_of("x = -a ** b // c"),
            "LOAD_NAME a; LOAD_NAME b; BINARY_OP **; UNARY_NEGATIVE; LOAD_NAME c; BINARY_OP //; "
            "STORE_NAME x; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerExpressions, AugmentedAssignmentIsLoadAddStore) {
  EXPECT_EQ(listing_of("def f():\n  global g\n  g += 1\n", "f"),
            "LOAD_GLOBAL g; LOAD_CONST 1; BINARY_OP +=; STORE_GLOBAL g; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("def f(o):\n  o.v -= 1\n", "f"),
            "LOAD_FAST o; COPY 1; LOAD_ATTR v; LOAD_CONST 1; BINARY_OP -=; SWAP 2; STORE_ATTR v; "
            "LOAD_CONST None; RETURN_VALUE");
  EXPECT_EQ(listing_of("def f(a, i):\n  a[i] *= 2\n", "f"),
            "LOAD_FAST a; LOAD_FAST i; COPY 2; COPY 2; BINARY_SUBSCR; LOAD_CONST 2; BINARY_OP *=; "
            "SWAP 3; SWAP 2; STORE_SUBSCR; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerExpressions, ConditionsAreJumps) {
  EXPECT_EQ(listing_of("def f(a, b, c):\n  return a and b or not c\n", "f"),
            "LOAD_FAST a; POP_JUMP_IF_FALSE to 5; LOAD_FAST b; JUMP_IF_TRUE_OR_POP to 7; "
            "LOAD_FAST c; UNARY_NOT; RETURN_VALUE");
  EXPECT_EQ(listing_of("def f(a):\n  if a is not None: return 1\n  return 2\n", "f"),
            "LOAD_FAST a; POP_JUMP_IF_NONE to 5; LOAD_CONST 1; RETURN_VALUE; LOAD_CONST 2; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("def f(a, b, c):\n  return a < b < c\n", "f"),
            "LOAD_FAST a; LOAD_FAST b; SWAP 2; COPY 2; COMPARE_OP <; JUMP_IF_FALSE_OR_POP to 10; "
            "LOAD_FAST c; COMPARE_OP <; JUMP_FORWARD to 12; SWAP 2; POP_TOP; RETURN_VALUE");
}

TEST(CompilerExpressions, MembershipTestsOfDisplaysUseConstants) {
  EXPECT_EQ(listing_of("x = a in [1, 2]"),
            "LOAD_NAME a; LOAD_CONST (1, 2); CONTAINS_OP 0; STORE_NAME x; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("x = not (a in {1, 2})"),
            "LOAD_NAME a; LOAD_CONST frozenset({1, 2}); CONTAINS_OP not; STORE_NAME x; "
            "LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerExpressions, TupleSwapNeedsNoTuple) {
  EXPECT_EQ(listing_of("def f(a, b):\n  a, b = b, a\n", "f"),
            "LOAD_FAST b; LOAD_FAST a; STORE_FAST b; STORE_FAST a; LOAD_CONST None; RETURN_VALUE");
  // Two stores to one variable must keep their order.
  EXPECT_EQ(listing_of("def f(a, b):\n  a, a = a, b\n", "f"),
            "LOAD_FAST a; LOAD_FAST b; SWAP 2; STORE_FAST a; STORE_FAST a; LOAD_CONST None; "
            "RETURN_VALUE");
}

TEST(CompilerExpressions, FormattedStrings) {
  EXPECT_EQ(listing_of("x = f'a{b!r:>{w}}c'"),
            "LOAD_CONST 'a'; LOAD_NAME b; LOAD_CONST '>'; LOAD_NAME w; FORMAT_VALUE 0; "
            "BUILD_STRING 2; FORMAT_VALUE repr, with format; LOAD_CONST 'c'; BUILD_STRING 3; "
            "STORE_NAME x; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerExpressions, PercentFormatsOfTextAreFormattedStrings) {
  EXPECT_EQ(listing_of("x = '%s: %-5r|%7.2s%%' % (a, b, c)"),
            "LOAD_NAME a; FORMAT_VALUE str; LOAD_CONST ': '; LOAD_NAME b; LOAD_CONST '5'; "
            "FORMAT_VALUE repr, with format; LOAD_CONST '|'; LOAD_NAME c; LOAD_CONST '>7.2'; "
            "FORMAT_VALUE str, with format; LOAD_CONST '%'; BUILD_STRING 6; STORE_NAME x; "
            "LOAD_CONST None; RETURN_VALUE");
  for (const char* source : {"x = '%d' % (a,)", "x = '%s' % a", "x = '%s' % (a, b)",
                             "x = '%s' % (*a,)", "x = '%(a)s' % (a,)", "x = '%' % (a,)",
                             "x = '%s%' % (a,)", "x = b'%s' % (a,)", "x = '%100s' % (a,)"}) {
    EXPECT_NE(listing_of(source).find("BINARY_OP %"), std::string::npos) << source;
  }
}

TEST(CompilerCalls, EveryFormOfCall) {
  EXPECT_EQ(listing_of("f(1, a)"),
            "LOAD_NAME f; PUSH_NULL; LOAD_CONST 1; LOAD_NAME a; CALL 2; POP_TOP; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("o.m(1, k=2)"),
            "LOAD_NAME o; LOAD_METHOD m; LOAD_CONST 1; LOAD_CONST 2; LOAD_CONST ('k',); CALL_KW 2; "
            "POP_TOP; LOAD_CONST None; RETURN_VALUE");
  EXPECT_EQ(listing_of("f(*a)"),
            "LOAD_NAME f; PUSH_NULL; LOAD_NAME a; CALL_EX 0; POP_TOP; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("o.m(1, *a, k=2, **d)"),
            "LOAD_NAME o; LOAD_ATTR m; PUSH_NULL; LOAD_CONST 1; BUILD_LIST 1; LOAD_NAME a; "
            "LIST_EXTEND 1; LIST_TO_TUPLE; LOAD_CONST 'k'; LOAD_CONST 2; BUILD_MAP 1; LOAD_NAME d; "
            "DICT_MERGE 1; CALL_EX 1; POP_TOP; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerCalls, ManyArgumentsDoNotPileUpOnTheStack) {
  std::string source = "f(";
  for (int i = 0; i < 500; ++i) source += "a, ";
  const auto code = compiled(source + ")");
  EXPECT_LT(code->stack_size, 10u);
}

TEST(CompilerStatements, WhileRepeatsItsTestAtTheEnd) {
  EXPECT_EQ(listing_of("def f(n):\n  while n:\n    n -= 1\n", "f"),
            "LOAD_FAST n; POP_JUMP_IF_FALSE to 11; LOAD_FAST n; LOAD_CONST 1; BINARY_OP -=; "
            "STORE_FAST n; LOAD_FAST n; POP_JUMP_IF_TRUE to 3; LOAD_CONST None; RETURN_VALUE; "
            "LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerStatements, ForJumpsBackToItsIterator) {
  EXPECT_EQ(listing_of("def f(a):\n  for x in a:\n    if x: break\n  else:\n    g()\n", "f"),
            "LOAD_FAST a; GET_ITER; FOR_ITER to 11; STORE_FAST x; LOAD_FAST x; "
            "POP_JUMP_IF_FALSE to 10; POP_TOP; LOAD_CONST None; RETURN_VALUE; JUMP_BACKWARD to 3; "
            "LOAD_GLOBAL g; PUSH_NULL; CALL 0; POP_TOP; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerStatements, ConstantConditionsLeaveOneBranch) {
  EXPECT_EQ(listing_of("if 0:\n  a\nelse:\n  b\n"),
            "NOP; LOAD_NAME b; POP_TOP; LOAD_CONST None; RETURN_VALUE");
  EXPECT_EQ(listing_of("def f():\n  while 1:\n    g()\n", "f"),
            "NOP; LOAD_GLOBAL g; PUSH_NULL; CALL 0; POP_TOP; JUMP_BACKWARD to 2");
}

TEST(CompilerStatements, ImportsBindWhatPythonBinds) {
  EXPECT_EQ(listing_of("import a.b"),
            "LOAD_CONST 0; LOAD_CONST None; IMPORT_NAME a.b; STORE_NAME a; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("import a.b.c as d"),
            "LOAD_CONST 0; LOAD_CONST None; IMPORT_NAME a.b.c; IMPORT_FROM b; SWAP 2; POP_TOP; "
            "IMPORT_FROM c; STORE_NAME d; POP_TOP; LOAD_CONST None; RETURN_VALUE");
  EXPECT_EQ(listing_of("from ..p import q as r"),
            "LOAD_CONST 2; LOAD_CONST ('q',); IMPORT_NAME p; IMPORT_FROM q; STORE_NAME r; POP_TOP; "
            "LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerTry, ExceptAsNameForgetsTheName) {
  EXPECT_EQ(listing_of("try:\n  a\nexcept E as e:\n  b\n"),
            "NOP; LOAD_NAME a; POP_TOP; LOAD_CONST None; RETURN_VALUE; PUSH_EXC_INFO; LOAD_NAME E; "
            "CHECK_EXC_MATCH; POP_JUMP_IF_FALSE to 23; STORE_NAME e; LOAD_NAME b; POP_TOP; "
            "POP_EXCEPT; LOAD_CONST None; STORE_NAME e; DELETE_NAME e; LOAD_CONST None; "
            "RETURN_VALUE; LOAD_CONST None; STORE_NAME e; DELETE_NAME e; RERAISE; RERAISE; COPY 2; "
            "POP_EXCEPT; RERAISE");
}

TEST(CompilerTry, ExceptionTableTellsHandlersAndDepths) {
  const auto code = compiled("for i in a:\n  try:\n    b\n  except E:\n    c\n");
  // The iterator stays below whatever the handler finds.
  ASSERT_FALSE(code->exception_table.empty());
  EXPECT_EQ(code->exception_table[0].depth, 1u);
  const std::uint32_t target = code->exception_table[0].target;
  EXPECT_EQ(code->instructions[target].op, Opcode::PUSH_EXC_INFO);
  const auto& cleanup = code->exception_table[1];
  EXPECT_EQ(cleanup.depth, 2u) << "the exception handled before is kept";
}

TEST(CompilerTry, FinallyRunsOnEveryWayOut) {
  const std::string text = listing_of(
      "def f():\n  for i in a:\n    try:\n      return g(i)\n    finally:\n      h()\n", "f");
  std::size_t count = 0;
  for (std::size_t at = text.find("LOAD_GLOBAL h"); at != std::string::npos;
       at = text.find("LOAD_GLOBAL h", at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, 2u);  // after the return, and after an exception
}

TEST(CompilerTry, WithCallsExitOnBothWays) {
  EXPECT_EQ(listing_of("with a as b:\n  c\n"),
            "LOAD_NAME a; BEFORE_WITH; STORE_NAME b; LOAD_NAME c; POP_TOP; PUSH_NULL; "
            "LOAD_CONST None; LOAD_CONST None; LOAD_CONST None; CALL 3; POP_TOP; LOAD_CONST None; "
            "RETURN_VALUE; PUSH_EXC_INFO; WITH_EXCEPT_START; POP_JUMP_IF_TRUE to 21; RERAISE; "
            "COPY 2; POP_EXCEPT; RERAISE; POP_TOP; POP_EXCEPT; POP_TOP; LOAD_CONST None; "
            "RETURN_VALUE");
}

TEST(CompilerFunctions, ParametersAndFlags) {
  const auto code = compiled("def f(a, /, b, c=1, *args, d, e=2, **kw) -> int: yield\n");
  const Code* f = find_code(*code, "f");
  ASSERT_NE(f, nullptr);
  EXPECT_EQ(f->argcount, 3u);
  EXPECT_EQ(f->posonlyargcount, 1u);
  EXPECT_EQ(f->kwonlyargcount, 2u);
  EXPECT_EQ(f->parameter_count(), 7u);
  EXPECT_EQ(f->varnames, (std::vector<std::string>{"a", "b", "c", "d", "e", "args", "kw"}));
  EXPECT_EQ(f->flags, kOptimized | kNewLocals | kVarArgs | kVarKeywords | kGenerator);
  EXPECT_EQ(listing(*code),
            "LOAD_CONST (1,); LOAD_CONST 2; LOAD_CONST ('e',); BUILD_CONST_KEY_MAP 1; "
            "LOAD_CONST 'return'; LOAD_NAME int; BUILD_TUPLE 2; "
            "LOAD_CONST <code object f, file \"test.py\", line 1>; "
            "MAKE_FUNCTION defaults, kwdefaults, annotations; STORE_NAME f; LOAD_CONST None; "
            "RETURN_VALUE");
}

TEST(CompilerFunctions, DocstringIsTheFirstConstant) {
  const auto code = compiled("def f():\n  'doc'\n  return 1\ndef g():\n  return 'x'\n");
  const Code* f = find_code(*code, "f");
  const Code* g = find_code(*code, "g");
  EXPECT_TRUE(f->has_docstring);
  EXPECT_EQ(f->constants[0].text, "doc");
  EXPECT_FALSE(g->has_docstring);
  EXPECT_EQ(g->constants[0].kind, Kind::None);
}

TEST(CompilerFunctions, CellsOfParametersAreTold) {
  const auto code = compiled(
      "def f(a, b):\n  c = 1\n  def g():\n    nonlocal c\n    c = b\n    return c\n  return g\n");
  const Code* f = find_code(*code, "f");
  EXPECT_EQ(f->cellvars, (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(f->cell_parameters, (std::vector<std::int32_t>{1, -1}));
  const Code* g = find_code(*code, "g");
  EXPECT_EQ(g->freevars, (std::vector<std::string>{"b", "c"}));
  EXPECT_EQ(listing(*g), "LOAD_DEREF b; STORE_DEREF c; LOAD_DEREF c; RETURN_VALUE");
  EXPECT_EQ(g->qualname, "f.<locals>.g");
}

TEST(CompilerFunctions, LoadsAreCheckedOnlyWhereALocalMayBeUnbound) {
  EXPECT_EQ(listing_of("def f(a):\n  if a:\n    x = 1\n  return x\n", "f"),
            "LOAD_FAST a; POP_JUMP_IF_FALSE to 5; LOAD_CONST 1; STORE_FAST x; LOAD_FAST_CHECK x; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("def f(a):\n  del a\n  return a\n", "f"),
            "DELETE_FAST a; LOAD_FAST_CHECK a; RETURN_VALUE");
  const std::string handler =
      listing_of("def f():\n  try:\n    x = g()\n  except E:\n    return x\n  return x\n", "f");
  EXPECT_NE(handler.find("LOAD_FAST x"), std::string::npos);
  EXPECT_NE(handler.find("LOAD_FAST_CHECK x"), std::string::npos);
}

TEST(CompilerFunctions, ComprehensionsAreFunctionsOfTheirIterator) {
  EXPECT_EQ(listing_of("x = [i + 1 for i in a if i]"),
            "LOAD_CONST <code object <listcomp>, file \"test.py\", line 1>; MAKE_FUNCTION 0; "
            "PUSH_NULL; LOAD_NAME a; GET_ITER; CALL 1; STORE_NAME x; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("x = [i + 1 for i in a if i]", "<listcomp>"),
            "BUILD_LIST 0; LOAD_FAST .0; FOR_ITER to 12; STORE_FAST i; LOAD_FAST i; "
            "POP_JUMP_IF_FALSE to 3; LOAD_FAST i; LOAD_CONST 1; BINARY_OP +; LIST_APPEND 2; "
            "JUMP_BACKWARD to 3; RETURN_VALUE");
  EXPECT_EQ(listing_of("def f():\n  [y := i for i in a]\n  return y\n", "<listcomp>"),
            "BUILD_LIST 0; LOAD_FAST .0; FOR_ITER to 10; STORE_FAST i; LOAD_FAST i; COPY 1; "
            "STORE_DEREF y; LIST_APPEND 2; JUMP_BACKWARD to 3; RETURN_VALUE");
}

TEST(CompilerFunctions, YieldFromSendsUntilExhausted) {
  EXPECT_EQ(listing_of("def f(g):\n  return (yield from g)\n", "f"),
            "LOAD_FAST g; GET_YIELD_FROM_ITER; LOAD_CONST None; SEND to 8; YIELD_VALUE; RESUME 2; "
            "JUMP_BACKWARD_NO_INTERRUPT to 4; RETURN_VALUE");
}

TEST(CompilerClasses, BodySetsModuleQualnameAndClassCell) {
  const auto code = compiled("class A(B, metaclass=M):\n  def f(self): super().f()\n");
  const Code* a = find_code(*code, "A");
  EXPECT_EQ(a->cellvars, std::vector<std::string>{"__class__"});
  EXPECT_EQ(listing(*a),
            "LOAD_NAME __name__; STORE_NAME __module__; LOAD_CONST 'A'; STORE_NAME __qualname__; "
            "LOAD_CLOSURE __class__; BUILD_TUPLE 1; "
            "LOAD_CONST <code object f, file \"test.py\", line 2>; MAKE_FUNCTION closure; "
            "STORE_NAME f; LOAD_CLOSURE __class__; COPY 1; STORE_NAME __classcell__; RETURN_VALUE");
  EXPECT_EQ(find_code(*code, "f")->freevars, std::vector<std::string>{"__class__"});
  EXPECT_EQ(listing(*code),
            "LOAD_BUILD_CLASS; PUSH_NULL; LOAD_CONST <code object A, file \"test.py\", line 1>; "
            "MAKE_FUNCTION 0; LOAD_CONST 'A'; LOAD_NAME B; LOAD_NAME M; LOAD_CONST ('metaclass',); "
            "CALL_KW 4; STORE_NAME A; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerClasses, PrivateNamesAreMangled) {
  EXPECT_EQ(listing_of("class _A:\n  def f(self, __p):\n    self.__x = __p\n", "f"),
            "LOAD_FAST _A__p; LOAD_FAST self; STORE_ATTR _A__x; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerClasses, FreeVariablesInABodyAskTheNamespaceFirst) {
  EXPECT_NE(listing_of("def f(x):\n  class A:\n    y = x\n", "A").find("LOAD_CLASSDEREF x"),
            std::string::npos);
}

TEST(CompilerClasses, DecoratorsApplyFromTheInsideOut) {
  EXPECT_EQ(
      listing_of("@a\n@b(1)\ndef f(): pass\n"),
      "LOAD_NAME a; PUSH_NULL; LOAD_NAME b; PUSH_NULL; LOAD_CONST 1; CALL 1; PUSH_NULL; "
      "LOAD_CONST <code object f, file \"test.py\", line 1>; MAKE_FUNCTION 0; CALL 1; CALL 1; "
      "STORE_NAME f; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerAnnotations, ModulesKeepThemFunctionsDoNot) {
  EXPECT_EQ(listing_of("x: int = 1"),
            "SETUP_ANNOTATIONS; LOAD_CONST 1; STORE_NAME x; LOAD_NAME int; "
            "LOAD_NAME __annotations__; LOAD_CONST 'x'; STORE_SUBSCR; LOAD_CONST None; "
            "RETURN_VALUE");
  EXPECT_EQ(listing_of("def f():\n  x: int = 1\n", "f"),
            "LOAD_CONST 1; STORE_FAST x; LOAD_CONST None; RETURN_VALUE");
}

TEST(CompilerAnnotations, TheFutureKeepsThemAsText) {
  const std::string future = "from __future__ import annotations\n";
  EXPECT_NE(listing_of(future + "x: dict[str,  'int'] | None").find("\"dict[str, 'int'] | None\""),
            std::string::npos);
  EXPECT_NE(listing_of(future + "x: lambda a,b=1: (a+b)*-c").find("'lambda a, b=1: (a + b) * -c'"),
            std::string::npos);
  EXPECT_NE(listing_of(future + "def f(a: not_there): pass").find("'not_there'"),
            std::string::npos);
}

TEST(CompilerMatch, LiteralsAndDefault) {
  EXPECT_EQ(listing_of("match x:\n  case 1: a\n  case _: b\n"),
            "LOAD_NAME x; LOAD_CONST 1; COMPARE_OP ==; POP_JUMP_IF_FALSE to 9; LOAD_NAME a; "
            "POP_TOP; LOAD_CONST None; RETURN_VALUE; LOAD_NAME b; POP_TOP; LOAD_CONST None; "
            "RETURN_VALUE");
}

TEST(CompilerMatch, PatternsOfAllKindsAreConsistent) {
  compiled(
      "match x:\n"
      "  case [a, *b, c] if a: p\n"
      "  case {'k': v, 'm': [w, _], **rest}: p\n"
      "  case P(a, b=Q(c), d=_): p\n"
      "  case [a, b] | [b, _, a] | {'a': a, 'b': b}: p\n"
      "  case (1 | 2 as n) | [n, *_]: p\n"
      "  case [_, *_, z]: p\n"
      "  case None | True | -1 | 'a' | 1+2j: p\n"
      "  case m.n.o: p\n"
      "  case other: p\n");
}

TEST(CompilerFolding, ArithmeticOnConstants) {
  const auto value = [](std::string_view expression) {
    const auto code = compiled("x = " + std::string(expression));
    const Instruction& load = code->instructions[1];
    const bool folded =
        load.op == Opcode::LOAD_CONST && code->instructions[2].op == Opcode::STORE_NAME;
    return folded ? resolved_argument(*code, load) : "not folded";
  };
  EXPECT_EQ(value("1 + 2 * 3 - 4"), "3");
  EXPECT_EQ(value("-7 // 2"), "-4");
  EXPECT_EQ(value("-7 % 3"), "2");
  EXPECT_EQ(value("7 % -3"), "-2");
  EXPECT_EQ(value("2 ** 10"), "1024");
  EXPECT_EQ(value("1 << 70"), "0x400000000000000000");
  EXPECT_EQ(value("-9223372036854775808"), "-9223372036854775808");
  EXPECT_EQ(value("9223372036854775807 + 1"), "0x8000000000000000");
  EXPECT_EQ(value("-5 >> 1"), "-3");
  EXPECT_EQ(value("~6 & 0xff"), "249");
  EXPECT_EQ(value("-1 ^ 5"), "-6");
  EXPECT_EQ(value("7 / 2"), "3.5");
  EXPECT_EQ(value("0.1 + 0.2"), "0.30000000000000004");
  EXPECT_EQ(value("-7.5 // 2"), "-4.0");
  EXPECT_EQ(value("-7.5 % 2"), "0.5");
  EXPECT_EQ(value("1 + 2j"), "(1+2j)");
  EXPECT_EQ(value("'ab' * 3 + 'c'"), "'abababc'");
  EXPECT_EQ(value("(1, 2) + (3,) * 2"), "(1, 2, 3, 3)");
  EXPECT_EQ(value("'abc'[-1]"), "'c'");
  EXPECT_EQ(value("b'abc'[1]"), "98");
  EXPECT_EQ(value("(1, 'a', (2.0, None), ...)"), "(1, 'a', (2.0, None), Ellipsis)");
  EXPECT_EQ(value("not 1"), "False");
  EXPECT_EQ(value("True & False"), "False");
  EXPECT_EQ(value("1 // 0"), "not folded");
  EXPECT_EQ(value("'a' * 5000"), "not folded");
  EXPECT_EQ(value("2 ** 1000"), "not folded");
  EXPECT_EQ(value("1 << -1"), "not folded");
}

TEST(CompilerFolding, EqualValuesOfDifferentTypesStayApart) {
  const auto code = compiled("x = 1, 1.0, True, 0.0, -0.0, y, 1, 1.0");
  EXPECT_EQ(code->constants.size(), 6u);  // and None
}

TEST(CompilerFolding, LongIntegersAreHexadecimal) {
  const auto code = compiled("x = 123456789012345678901234567890");
  EXPECT_EQ(code->constants[0].kind, Kind::BigInt);
  EXPECT_EQ(code->constants[0].text, "0x18ee90ff6c373e0ee4e3f0ad2");
}

TEST(CompilerPlaces, TracebacksPointAtTheRightText) {
  const auto code = compiled("def f(a):\n  return g(a.b[1] + 2,\n           x)\n");
  const Code* f = find_code(*code, "f");
  EXPECT_EQ(place_of(*f, Opcode::CALL), "2:9-3:13");
  EXPECT_EQ(place_of(*f, Opcode::BINARY_OP), "2:11-2:21");
  EXPECT_EQ(place_of(*f, Opcode::BINARY_SUBSCR), "2:11-2:17");
  EXPECT_EQ(place_of(*f, Opcode::LOAD_ATTR), "2:11-2:14");
  EXPECT_EQ(place_of(*f, Opcode::LOAD_GLOBAL), "2:9-2:10");
}

TEST(CompilerPlaces, MethodsOverSeveralLinesStandOnTheirOwnLine) {
  const auto code = compiled("x = (a\n  .b()\n  .c(1))\n");
  EXPECT_EQ(place_of(*code, Opcode::LOAD_METHOD), "2:3-2:4");
}

TEST(CompilerPlaces, ColumnsOfErrorsAreCharacters) {
  EXPECT_EQ(error_of("ä = 1; return ä\n"), "'return' outside function @ 1:8-1:16");
}

TEST(CompilerOptions, LibraryMarksEveryCode) {
  CompileOptions options;
  options.library = true;
  const CompileResult result = compile_source("def f(): return [i for i in a]\n", "l.py", options);
  ASSERT_TRUE(result.code);
  EXPECT_NE(result.code->flags & kLibrary, 0u);
  EXPECT_NE(find_code(*result.code, "<listcomp>")->flags & kLibrary, 0u);
}

TEST(CompilerOptions, ExpressionReturnsItsValue) {
  CompileOptions options;
  options.expression = true;
  const CompileResult result = compile_source("a + 1", "<string>", options);
  ASSERT_TRUE(result.code);
  EXPECT_EQ(listing(*result.code), "LOAD_NAME a; LOAD_CONST 1; BINARY_OP +; RETURN_VALUE");
}

TEST(CompilerLimits, NestedBlocksAsInCPython) {
  const auto nested = [](int levels) {
    std::string source;
    for (int i = 0; i < levels; ++i) source += std::string(i, ' ') + "for x in y:\n";
    return source + std::string(levels, ' ') + "pass\n";
  };
  EXPECT_EQ(error_of(nested(20)), "compiles");
  EXPECT_EQ(error_of(nested(21)), "too many statically nested blocks @ 21:21-22:26");
}

TEST(CompilerLimits, DoublingFinallyBodiesEndInAnError) {
  std::string source;
  for (int i = 0; i < 19; ++i) {
    source += std::string(i, ' ') + "try: x\n" + std::string(i, ' ') + "finally:\n";
  }
  source += std::string(19, ' ') + "y\n";
  EXPECT_NE(error_of(source).find("program is too large"), std::string::npos);
}

TEST(CompilerLimits, HugeFunctionsAreCheckedRatherThanAnalysed) {
  std::string source = "def f():\n";
  for (int i = 0; i < 6000; ++i) {
    const std::string name = "x" + std::to_string(i);
    source += " " + name + " = 1\n if " + name + ": y\n";
  }
  const auto code = compiled(source);
  const Code& f = *code->children[0];
  EXPECT_EQ(f.instructions[3].op, Opcode::LOAD_FAST_CHECK);
}

// --- the verifier itself, on code that is wrong

TEST(Verifier, FindsWhatIsWrong) {
  const auto broken = [](auto&& breakage) {
    const auto code = compiled("def f(a):\n  for x in a:\n    try: g(x)\n    except E: pass\n");
    Code& f = *code->children[0];
    EXPECT_EQ(verify(*code), std::nullopt);
    breakage(f);
    return verify(*code).value_or("");
  };
  EXPECT_NE(broken([](Code& f) { f.stack_size -= 1; }).find("stack_size"), std::string::npos);
  EXPECT_NE(broken([](Code& f) { f.instructions[4].op = Opcode::NOP; }).size(), 0u);
  EXPECT_NE(broken([](Code& f) { f.instructions[1].op = Opcode::POP_TOP; }).find("too small"),
            std::string::npos);
  EXPECT_NE(broken([](Code& f) { f.instructions[1].arg = 99; }).find("range"), std::string::npos);
  EXPECT_NE(broken([](Code& f) { f.exception_table[0].depth += 1; }).size(), 0u);
  EXPECT_NE(broken([](Code& f) { f.exception_table[0].end = 9999; }).find("exception entry"),
            std::string::npos);
  EXPECT_NE(broken([](Code& f) { f.instructions.back().op = Opcode::POP_TOP; }).size(), 0u);
  EXPECT_NE(broken([](Code& f) {
              f.flags = 0;
              f.argcount = 0;
            }).find("unbound"),
            std::string::npos);
}

// --- every Python file at hand compiles to code that holds together

std::vector<std::filesystem::path> python_files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end;
       it.increment(error)) {
    if (it->path().extension() == ".py") files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::size_t verify_files(const std::vector<std::filesystem::path>& files) {
  std::size_t verified = 0;
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const CompileResult result = compile_source(text.str(), path.string());
    if (result.error) {
      // Whether a program is accepted is for other tests; asynchronous code is refused here.
      EXPECT_FALSE(result.error->message.empty()) << path;
      continue;
    }
    const auto problem = verify(*result.code);
    EXPECT_FALSE(problem.has_value()) << path << ": " << problem.value_or("");
    ++verified;
  }
  return verified;
}

#ifdef INTERLEAVE_SOURCE_DIR
TEST(CompilerCorpus, ThisProjectsOwnProgramsVerify) {
  const std::filesystem::path root = INTERLEAVE_SOURCE_DIR;
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"tests", "src", "web", "bench"}) {
    std::error_code error;
    for (std::filesystem::recursive_directory_iterator it(root / folder, error), end;
         !error && it != end; it.increment(error)) {
      if (it->path().extension() == ".py") files.push_back(it->path());
    }
  }
  EXPECT_GT(verify_files(files), 0u);
}
#endif

std::filesystem::path standard_library() {
  std::string path;
  std::FILE* pipe =
      popen("python3 -c \"import os; print(os.path.dirname(os.__file__))\" 2>/dev/null", "r");
  if (pipe == nullptr) return path;
  std::array<char, 512> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr) path += buffer.data();
  pclose(pipe);
  while (!path.empty() && (path.back() == '\n' || path.back() == '\r')) path.pop_back();
  return path;
}

TEST(CompilerCorpus, StandardLibraryOfThisMachineVerifies) {
  const auto files = python_files_in(standard_library());
  if (files.empty()) GTEST_SKIP() << "no python3 on this machine";
  EXPECT_GT(verify_files(files), files.size() / 2);
}

}  // namespace
}  // namespace interleave::lang
