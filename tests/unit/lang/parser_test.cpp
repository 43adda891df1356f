// Right programs and their trees. Every expectation is what CPython's ast.parse says (3.12).

#include "lang/parser.h"

#include <gtest/gtest.h>

#include <string>

#include "base/arena.h"
#include "lang/tree_dump.h"
#include "lang/tree_walk.h"

namespace interleave::lang {
namespace {

std::string tree_of(std::string_view source, bool positions = false) {
  Arena arena;
  const ParseResult result = parse(source, arena);
  if (result.error) return result.error->message;
  std::string text;
  for (const Stmt* statement : result.module->body) {
    if (!text.empty()) text += ", ";
    text += dump_tree(statement, positions);
  }
  return text;
}

struct Case {
  const char* source;
  const char* tree;
};

// clang-format off
constexpr Case kCases[] = {
    {"x = 1",
     "Assign(targets=[Name(id='x', ctx=Store)], value=Constant(1))"},
    {"x = y = 2",
     "Assign(targets=[Name(id='x', ctx=Store), Name(id='y', ctx=Store)], value=Constant(2))"},
    {"x: int",
     "AnnAssign(target=Name(id='x', ctx=Store), annotation=Name(id='int', ctx=Load), value=None, simple=1)"},
    {"x: int = 3",
     "AnnAssign(target=Name(id='x', ctx=Store), annotation=Name(id='int', ctx=Load), value=Constant(3), simple=1)"},
    {"(x): int = 3",
     "AnnAssign(target=Name(id='x', ctx=Store), annotation=Name(id='int', ctx=Load), value=Constant(3), simple=0)"},
    {"a.b: c",
     "AnnAssign(target=Attribute(value=Name(id='a', ctx=Load), attr='b', ctx=Store), annotation=Name(id='c', ctx=Load), value=None, simple=0)"},
    {"a[0] += 1",
     "AugAssign(target=Subscript(value=Name(id='a', ctx=Load), slice=Constant(0), ctx=Store), op=Add, value=Constant(1))"},
    {"x **= 2",
     "AugAssign(target=Name(id='x', ctx=Store), op=Pow, value=Constant(2))"},
    {"a, *b = c",
     "Assign(targets=[Tuple(elts=[Name(id='a', ctx=Store), Starred(value=Name(id='b', ctx=Store), ctx=Store)], ctx=Store)], value=Name(id='c', ctx=Load))"},
    {"[a, (b, c)] = d",
     "Assign(targets=[List(elts=[Name(id='a', ctx=Store), Tuple(elts=[Name(id='b', ctx=Store), Name(id='c', ctx=Store)], ctx=Store)], ctx=Store)], value=Name(id='d', ctx=Load))"},
    {"del a, b.c, d[0]",
     "Delete(targets=[Name(id='a', ctx=Del), Attribute(value=Name(id='b', ctx=Load), attr='c', ctx=Del), Subscript(value=Name(id='d', ctx=Load), slice=Constant(0), ctx=Del)])"},
    {"del (a, b)",
     "Delete(targets=[Tuple(elts=[Name(id='a', ctx=Del), Name(id='b', ctx=Del)], ctx=Del)])"},
    {"return_ = 1",
     "Assign(targets=[Name(id='return_', ctx=Store)], value=Constant(1))"},
    {"def f(): return",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=[Return(value=None)], decorator_list=[], returns=None)"},
    {"def f(): return 1, *a",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=[Return(value=Tuple(elts=[Constant(1), Starred(value=Name(id='a', ctx=Load), ctx=Load)], ctx=Load))], decorator_list=[], returns=None)"},
    {"def f(a, b=1, /, c=2, *d, e, f=3, **g): pass",
     "FunctionDef(name='f', args=arguments(posonlyargs=[arg(arg='a', annotation=None), arg(arg='b', annotation=None)], args=[arg(arg='c', annotation=None)], vararg=arg(arg='d', annotation=None), kwonlyargs=[arg(arg='e', annotation=None), arg(arg='f', annotation=None)], kw_defaults=[None, Constant(3)], kwarg=arg(arg='g', annotation=None), defaults=[Constant(1), Constant(2)]), body=[Pass()], decorator_list=[], returns=None)"},
    {"def f(*, a): pass",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[arg(arg='a', annotation=None)], kw_defaults=[None], kwarg=None, defaults=[]), body=[Pass()], decorator_list=[], returns=None)"},
    {"def f(a: int, *b: str, **c: float) -> None: pass",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='a', annotation=Name(id='int', ctx=Load))], vararg=arg(arg='b', annotation=Name(id='str', ctx=Load)), kwonlyargs=[], kw_defaults=[], kwarg=arg(arg='c', annotation=Name(id='float', ctx=Load)), defaults=[]), body=[Pass()], decorator_list=[], returns=Constant(None))"},
    {"def f(*args: *Ts): pass",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=arg(arg='args', annotation=Starred(value=Name(id='Ts', ctx=Load), ctx=Load)), kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=[Pass()], decorator_list=[], returns=None)"},
    {"@a\n@b.c(1)\ndef f(): pass",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=[Pass()], decorator_list=[Name(id='a', ctx=Load), Call(func=Attribute(value=Name(id='b', ctx=Load), attr='c', ctx=Load), args=[Constant(1)], keywords=[])], returns=None)"},
    {"class A: pass",
     "ClassDef(name='A', bases=[], keywords=[], body=[Pass()], decorator_list=[])"},
    {"class A(B, metaclass=C, *d, **e): x = 1",
     "ClassDef(name='A', bases=[Name(id='B', ctx=Load), Starred(value=Name(id='d', ctx=Load), ctx=Load)], keywords=[keyword(arg='metaclass', value=Name(id='C', ctx=Load)), keyword(arg=None, value=Name(id='e', ctx=Load))], body=[Assign(targets=[Name(id='x', ctx=Store)], value=Constant(1))], decorator_list=[])"},
    {"@a\nclass A: pass",
     "ClassDef(name='A', bases=[], keywords=[], body=[Pass()], decorator_list=[Name(id='a', ctx=Load)])"},
    {"if a: b\nelif c: d\nelse: e",
     "If(test=Name(id='a', ctx=Load), body=[Expr(value=Name(id='b', ctx=Load))], orelse=[If(test=Name(id='c', ctx=Load), body=[Expr(value=Name(id='d', ctx=Load))], orelse=[Expr(value=Name(id='e', ctx=Load))])])"},
    {"while a: b\nelse: c",
     "While(test=Name(id='a', ctx=Load), body=[Expr(value=Name(id='b', ctx=Load))], orelse=[Expr(value=Name(id='c', ctx=Load))])"},
    {"for a, b in c: d\nelse: e",
     "For(target=Tuple(elts=[Name(id='a', ctx=Store), Name(id='b', ctx=Store)], ctx=Store), iter=Name(id='c', ctx=Load), body=[Expr(value=Name(id='d', ctx=Load))], orelse=[Expr(value=Name(id='e', ctx=Load))])"},
    {"for (a) in b, c: continue",
     "For(target=Name(id='a', ctx=Store), iter=Tuple(elts=[Name(id='b', ctx=Load), Name(id='c', ctx=Load)], ctx=Load), body=[Continue()], orelse=[])"},
    {"with a: pass",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load), optional_vars=None)], body=[Pass()])"},
    {"with a as b, c as (d, e): pass",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load), optional_vars=Name(id='b', ctx=Store)), withitem(context_expr=Name(id='c', ctx=Load), optional_vars=Tuple(elts=[Name(id='d', ctx=Store), Name(id='e', ctx=Store)], ctx=Store))], body=[Pass()])"},
    {"with (a as b, c): pass",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load), optional_vars=Name(id='b', ctx=Store)), withitem(context_expr=Name(id='c', ctx=Load), optional_vars=None)], body=[Pass()])"},
    {"with (a, b): pass",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load), optional_vars=None), withitem(context_expr=Name(id='b', ctx=Load), optional_vars=None)], body=[Pass()])"},
    {"with (a): pass",
     "With(items=[withitem(context_expr=Name(id='a', ctx=Load), optional_vars=None)], body=[Pass()])"},
    {"with (a, b) as c: pass",
     "With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load), Name(id='b', ctx=Load)], ctx=Load), optional_vars=Name(id='c', ctx=Store))], body=[Pass()])"},
    {"with (a)(b): pass",
     "With(items=[withitem(context_expr=Call(func=Name(id='a', ctx=Load), args=[Name(id='b', ctx=Load)], keywords=[]), optional_vars=None)], body=[Pass()])"},
    {"try: a\nexcept: b",
     "Try(body=[Expr(value=Name(id='a', ctx=Load))], handlers=[ExceptHandler(type=None, name=None, body=[Expr(value=Name(id='b', ctx=Load))])], orelse=[], finalbody=[])"},
    {"try: a\nexcept B: c\nexcept D as e: f\nelse: g\nfinally: h",
     "Try(body=[Expr(value=Name(id='a', ctx=Load))], handlers=[ExceptHandler(type=Name(id='B', ctx=Load), name=None, body=[Expr(value=Name(id='c', ctx=Load))]), ExceptHandler(type=Name(id='D', ctx=Load), name='e', body=[Expr(value=Name(id='f', ctx=Load))])], orelse=[Expr(value=Name(id='g', ctx=Load))], finalbody=[Expr(value=Name(id='h', ctx=Load))])"},
    {"try: a\nexcept* B as c: d",
     "TryStar(body=[Expr(value=Name(id='a', ctx=Load))], handlers=[ExceptHandler(type=Name(id='B', ctx=Load), name='c', body=[Expr(value=Name(id='d', ctx=Load))])], orelse=[], finalbody=[])"},
    {"raise",
     "Raise(exc=None, cause=None)"},
    {"raise a from b",
     "Raise(exc=Name(id='a', ctx=Load), cause=Name(id='b', ctx=Load))"},
    {"assert a, b",
     "Assert(test=Name(id='a', ctx=Load), msg=Name(id='b', ctx=Load))"},
    {"import a.b, c as d",
     "Import(names=[alias(name='a.b', asname=None), alias(name='c', asname='d')])"},
    {"from . import a",
     "ImportFrom(module=None, names=[alias(name='a', asname=None)], level=1)"},
    {"from ...a.b import c as d, e",
     "ImportFrom(module='a.b', names=[alias(name='c', asname='d'), alias(name='e', asname=None)], level=3)"},
    {"from a import (b, c,)",
     "ImportFrom(module='a', names=[alias(name='b', asname=None), alias(name='c', asname=None)], level=0)"},
    {"from a import *",
     "ImportFrom(module='a', names=[alias(name='*', asname=None)], level=0)"},
    {"def f():\n  global a, b\n  nonlocal c",
     "FunctionDef(name='f', args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=[Global(names=['a', 'b']), Nonlocal(names=['c'])], decorator_list=[], returns=None)"},
    {"a; b; c",
     "Expr(value=Name(id='a', ctx=Load)), Expr(value=Name(id='b', ctx=Load)), Expr(value=Name(id='c', ctx=Load))"},
    {"a or b or c and d and e",
     "Expr(value=BoolOp(op=Or, values=[Name(id='a', ctx=Load), Name(id='b', ctx=Load), BoolOp(op=And, values=[Name(id='c', ctx=Load), Name(id='d', ctx=Load), Name(id='e', ctx=Load)])]))"},
    {"a < b <= c != d is not e not in f",
     "Expr(value=Compare(left=Name(id='a', ctx=Load), ops=[Lt, LtE, NotEq, IsNot, NotIn], comparators=[Name(id='b', ctx=Load), Name(id='c', ctx=Load), Name(id='d', ctx=Load), Name(id='e', ctx=Load), Name(id='f', ctx=Load)]))"},
    {"not a is b",
     "Expr(value=UnaryOp(op=Not, operand=Compare(left=Name(id='a', ctx=Load), ops=[Is], comparators=[Name(id='b', ctx=Load)])))"},
    {"a if b else c if d else e",
     "Expr(value=IfExp(test=Name(id='b', ctx=Load), body=Name(id='a', ctx=Load), orelse=IfExp(test=Name(id='d', ctx=Load), body=Name(id='c', ctx=Load), orelse=Name(id='e', ctx=Load))))"},
    {"lambda: 0",
     "Expr(value=Lambda(args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=Constant(0)))"},
    {"lambda a, /, b=1, *c, d=2, **e: a",
     "Expr(value=Lambda(args=arguments(posonlyargs=[arg(arg='a', annotation=None)], args=[arg(arg='b', annotation=None)], vararg=arg(arg='c', annotation=None), kwonlyargs=[arg(arg='d', annotation=None)], kw_defaults=[Constant(2)], kwarg=arg(arg='e', annotation=None), defaults=[Constant(1)]), body=Name(id='a', ctx=Load)))"},
    {"-a ** -b",
     "Expr(value=UnaryOp(op=USub, operand=BinOp(left=Name(id='a', ctx=Load), op=Pow, right=UnaryOp(op=USub, operand=Name(id='b', ctx=Load)))))"},
    {"a + b * c - d // e % f @ g",
     "Expr(value=BinOp(left=BinOp(left=Name(id='a', ctx=Load), op=Add, right=BinOp(left=Name(id='b', ctx=Load), op=Mult, right=Name(id='c', ctx=Load))), op=Sub, right=BinOp(left=BinOp(left=BinOp(left=Name(id='d', ctx=Load), op=FloorDiv, right=Name(id='e', ctx=Load)), op=Mod, right=Name(id='f', ctx=Load)), op=MatMult, right=Name(id='g', ctx=Load))))"},
    {"a | b ^ c & d << e >> f",
     "Expr(value=BinOp(left=Name(id='a', ctx=Load), op=BitOr, right=BinOp(left=Name(id='b', ctx=Load), op=BitXor, right=BinOp(left=Name(id='c', ctx=Load), op=BitAnd, right=BinOp(left=BinOp(left=Name(id='d', ctx=Load), op=LShift, right=Name(id='e', ctx=Load)), op=RShift, right=Name(id='f', ctx=Load))))))"},
    {"~a + +b",
     "Expr(value=BinOp(left=UnaryOp(op=Invert, operand=Name(id='a', ctx=Load)), op=Add, right=UnaryOp(op=UAdd, operand=Name(id='b', ctx=Load))))"},
    {"f()",
     "Expr(value=Call(func=Name(id='f', ctx=Load), args=[], keywords=[]))"},
    {"f(a, *b, c, d=1, **e)",
     "Expr(value=Call(func=Name(id='f', ctx=Load), args=[Name(id='a', ctx=Load), Starred(value=Name(id='b', ctx=Load), ctx=Load), Name(id='c', ctx=Load)], keywords=[keyword(arg='d', value=Constant(1)), keyword(arg=None, value=Name(id='e', ctx=Load))]))"},
    {"f(x for x in y)",
     "Expr(value=Call(func=Name(id='f', ctx=Load), args=[GeneratorExp(elt=Name(id='x', ctx=Load), generators=[comprehension(target=Name(id='x', ctx=Store), iter=Name(id='y', ctx=Load), ifs=[], is_async=0)])], keywords=[]))"},
    {"f((x for x in y), 1)",
     "Expr(value=Call(func=Name(id='f', ctx=Load), args=[GeneratorExp(elt=Name(id='x', ctx=Load), generators=[comprehension(target=Name(id='x', ctx=Store), iter=Name(id='y', ctx=Load), ifs=[], is_async=0)]), Constant(1)], keywords=[]))"},
    {"f(a := 1)",
     "Expr(value=Call(func=Name(id='f', ctx=Load), args=[NamedExpr(target=Name(id='a', ctx=Store), value=Constant(1))], keywords=[]))"},
    {"a.b.c(d)[e].f",
     "Expr(value=Attribute(value=Subscript(value=Call(func=Attribute(value=Attribute(value=Name(id='a', ctx=Load), attr='b', ctx=Load), attr='c', ctx=Load), args=[Name(id='d', ctx=Load)], keywords=[]), slice=Name(id='e', ctx=Load), ctx=Load), attr='f', ctx=Load))"},
    {"a[1:2]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=Slice(lower=Constant(1), upper=Constant(2), step=None), ctx=Load))"},
    {"a[:]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=Slice(lower=None, upper=None, step=None), ctx=Load))"},
    {"a[::2]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=Slice(lower=None, upper=None, step=Constant(2)), ctx=Load))"},
    {"a[1:2, 3]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=Tuple(elts=[Slice(lower=Constant(1), upper=Constant(2), step=None), Constant(3)], ctx=Load), ctx=Load))"},
    {"a[*b]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=Tuple(elts=[Starred(value=Name(id='b', ctx=Load), ctx=Load)], ctx=Load), ctx=Load))"},
    {"a[b, *c]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=Tuple(elts=[Name(id='b', ctx=Load), Starred(value=Name(id='c', ctx=Load), ctx=Load)], ctx=Load), ctx=Load))"},
    {"a[b := 1]",
     "Expr(value=Subscript(value=Name(id='a', ctx=Load), slice=NamedExpr(target=Name(id='b', ctx=Store), value=Constant(1)), ctx=Load))"},
    {"()",
     "Expr(value=Tuple(elts=[], ctx=Load))"},
    {"(a,)",
     "Expr(value=Tuple(elts=[Name(id='a', ctx=Load)], ctx=Load))"},
    {"(a)",
     "Expr(value=Name(id='a', ctx=Load))"},
    {"a,",
     "Expr(value=Tuple(elts=[Name(id='a', ctx=Load)], ctx=Load))"},
    {"[]",
     "Expr(value=List(elts=[], ctx=Load))"},
    {"[a, *b]",
     "Expr(value=List(elts=[Name(id='a', ctx=Load), Starred(value=Name(id='b', ctx=Load), ctx=Load)], ctx=Load))"},
    {"{}",
     "Expr(value=Dict(keys=[], values=[]))"},
    {"{a: b, **c}",
     "Expr(value=Dict(keys=[Name(id='a', ctx=Load), None], values=[Name(id='b', ctx=Load), Name(id='c', ctx=Load)]))"},
    {"{a, *b}",
     "Expr(value=Set(elts=[Name(id='a', ctx=Load), Starred(value=Name(id='b', ctx=Load), ctx=Load)]))"},
    {"[a for b in c]",
     "Expr(value=ListComp(elt=Name(id='a', ctx=Load), generators=[comprehension(target=Name(id='b', ctx=Store), iter=Name(id='c', ctx=Load), ifs=[], is_async=0)]))"},
    {"[a for b in c if d if e for f in g]",
     "Expr(value=ListComp(elt=Name(id='a', ctx=Load), generators=[comprehension(target=Name(id='b', ctx=Store), iter=Name(id='c', ctx=Load), ifs=[Name(id='d', ctx=Load), Name(id='e', ctx=Load)], is_async=0), comprehension(target=Name(id='f', ctx=Store), iter=Name(id='g', ctx=Load), ifs=[], is_async=0)]))"},
    {"{a for b in c}",
     "Expr(value=SetComp(elt=Name(id='a', ctx=Load), generators=[comprehension(target=Name(id='b', ctx=Store), iter=Name(id='c', ctx=Load), ifs=[], is_async=0)]))"},
    {"{a: b for c in d}",
     "Expr(value=DictComp(key=Name(id='a', ctx=Load), value=Name(id='b', ctx=Load), generators=[comprehension(target=Name(id='c', ctx=Store), iter=Name(id='d', ctx=Load), ifs=[], is_async=0)]))"},
    {"(a for a, b in c)",
     "Expr(value=GeneratorExp(elt=Name(id='a', ctx=Load), generators=[comprehension(target=Tuple(elts=[Name(id='a', ctx=Store), Name(id='b', ctx=Store)], ctx=Store), iter=Name(id='c', ctx=Load), ifs=[], is_async=0)]))"},
    {"(yield)",
     "Expr(value=Yield(value=None))"},
    {"x = yield a, b",
     "Assign(targets=[Name(id='x', ctx=Store)], value=Yield(value=Tuple(elts=[Name(id='a', ctx=Load), Name(id='b', ctx=Load)], ctx=Load)))"},
    {"yield from a",
     "Expr(value=YieldFrom(value=Name(id='a', ctx=Load)))"},
    {"(a := b)",
     "Expr(value=NamedExpr(target=Name(id='a', ctx=Store), value=Name(id='b', ctx=Load)))"},
    {"1, 0x1F, 0o17, 0b101, 1_000",
     "Expr(value=Tuple(elts=[Constant(1), Constant(31), Constant(15), Constant(5), Constant(1000)], ctx=Load))"},
    {"9223372036854775807",
     "Expr(value=Constant(9223372036854775807))"},
    {"1.5, 1e10, .5, 1., 1_0.0_1",
     "Expr(value=Tuple(elts=[Constant(float 1.5), Constant(float 10000000000), Constant(float 0.5), Constant(float 1), Constant(float 10.01)], ctx=Load))"},
    {"1j, 2.5J",
     "Expr(value=Tuple(elts=[Constant(imaginary 1), Constant(imaginary 2.5)], ctx=Load))"},
    {"None, True, False, ...",
     "Expr(value=Tuple(elts=[Constant(None), Constant(True), Constant(False), Constant(Ellipsis)], ctx=Load))"},
    {"\"a\" \"b\"",
     "Expr(value=Constant('ab'))"},
    {"b\"a\" b\"\\xff\"",
     "Expr(value=Constant(b'a\\xff'))"},
    {"r\"\\n\"",
     "Expr(value=Constant('\\\\n'))"},
    {"u\"a\"",
     "Expr(value=Constant(u'a'))"},
    {"\"\\n\\t\\x41\\u00e9\\U0001F600\\101\\\n\\q\"",
     "Expr(value=Constant('\\x0a\\x09A\\xc3\\xa9\\xf0\\x9f\\x98\\x80A\\\\q'))"},
    {"\"\\ud800\"",
     "Expr(value=Constant('\\xed\\xa0\\x80'))"},
    {"'''a\nb'''",
     "Expr(value=Constant('a\\x0ab'))"},
    {"f\"a\"",
     "Expr(value=JoinedStr(values=[Constant('a')]))"},
    {"f\"{a}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None)]))"},
    {"f\"a{b}c{d!r}e{f:>10}\"",
     "Expr(value=JoinedStr(values=[Constant('a'), FormattedValue(value=Name(id='b', ctx=Load), conversion=-1, format_spec=None), Constant('c'), FormattedValue(value=Name(id='d', ctx=Load), conversion=114, format_spec=None), Constant('e'), FormattedValue(value=Name(id='f', ctx=Load), conversion=-1, format_spec=JoinedStr(values=[Constant('>10')]))]))"},
    {"f\"{a:{b}.{c}}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=JoinedStr(values=[FormattedValue(value=Name(id='b', ctx=Load), conversion=-1, format_spec=None), Constant('.'), FormattedValue(value=Name(id='c', ctx=Load), conversion=-1, format_spec=None)]))]))"},
    {"f\"{a=}\"",
     "Expr(value=JoinedStr(values=[Constant('a='), FormattedValue(value=Name(id='a', ctx=Load), conversion=114, format_spec=None)]))"},
    {"f\"{a = !s}\"",
     "Expr(value=JoinedStr(values=[Constant('a = '), FormattedValue(value=Name(id='a', ctx=Load), conversion=115, format_spec=None)]))"},
    {"f\"{a=:3}\"",
     "Expr(value=JoinedStr(values=[Constant('a='), FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=JoinedStr(values=[Constant('3')]))]))"},
    {"f\"{{{a}}}\"",
     "Expr(value=JoinedStr(values=[Constant('{'), FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None), Constant('}')]))"},
    {"f\"{a}\" \"b\" f\"{c}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None), Constant('b'), FormattedValue(value=Name(id='c', ctx=Load), conversion=-1, format_spec=None)]))"},
    {"f\"{f\"{a}\"}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None)]), conversion=-1, format_spec=None)]))"},
    {"f\"{d[\"k\"]}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Subscript(value=Name(id='d', ctx=Load), slice=Constant('k'), ctx=Load), conversion=-1, format_spec=None)]))"},
    {"f\"{ {1: 2}[1] }\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Subscript(value=Dict(keys=[Constant(1)], values=[Constant(2)]), slice=Constant(1), ctx=Load), conversion=-1, format_spec=None)]))"},
    {"f\"{(lambda x: x)(1)}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Call(func=Lambda(args=arguments(posonlyargs=[], args=[arg(arg='x', annotation=None)], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=Name(id='x', ctx=Load)), args=[Constant(1)], keywords=[]), conversion=-1, format_spec=None)]))"},
    {"f\"{a:%H:%M}\"",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=JoinedStr(values=[Constant('%H:%M')]))]))"},
    {"f'''{\na\n}'''",
     "Expr(value=JoinedStr(values=[FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None)]))"},
    {"rf\"\\d{a}\"",
     "Expr(value=JoinedStr(values=[Constant('\\\\d'), FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None)]))"},
    {"f\"\\t{a}\\n\"",
     "Expr(value=JoinedStr(values=[Constant('\\x09'), FormattedValue(value=Name(id='a', ctx=Load), conversion=-1, format_spec=None), Constant('\\x0a')]))"},
    {"match x:\n  case 1 | -2 | 3.5 | 1+2j | \"a\" \"b\" | None | True: pass",
     "Match(subject=Name(id='x', ctx=Load), cases=[match_case(pattern=MatchOr(patterns=[MatchValue(value=Constant(1)), MatchValue(value=UnaryOp(op=USub, operand=Constant(2))), MatchValue(value=Constant(float 3.5)), MatchValue(value=BinOp(left=Constant(1), op=Add, right=Constant(imaginary 2))), MatchValue(value=Constant('ab')), MatchSingleton(value=None), MatchSingleton(value=True)]), guard=None, body=[Pass()])])"},
    {"match x, y:\n  case a, *b: pass\n  case [c, _, *_]: pass\n  case (): pass\n  case (d): pass\n  case (e,): pass",
     "Match(subject=Tuple(elts=[Name(id='x', ctx=Load), Name(id='y', ctx=Load)], ctx=Load), cases=[match_case(pattern=MatchSequence(patterns=[MatchAs(pattern=None, name='a'), MatchStar(name='b')]), guard=None, body=[Pass()]), match_case(pattern=MatchSequence(patterns=[MatchAs(pattern=None, name='c'), MatchAs(pattern=None, name=None), MatchStar(name=None)]), guard=None, body=[Pass()]), match_case(pattern=MatchSequence(patterns=[]), guard=None, body=[Pass()]), match_case(pattern=MatchAs(pattern=None, name='d'), guard=None, body=[Pass()]), match_case(pattern=MatchSequence(patterns=[MatchAs(pattern=None, name='e')]), guard=None, body=[Pass()])])"},
    {"match x:\n  case {}: pass\n  case {\"a\": 1, b.c: d, **e}: pass",
     "Match(subject=Name(id='x', ctx=Load), cases=[match_case(pattern=MatchMapping(keys=[], patterns=[], rest=None), guard=None, body=[Pass()]), match_case(pattern=MatchMapping(keys=[Constant('a'), Attribute(value=Name(id='b', ctx=Load), attr='c', ctx=Load)], patterns=[MatchValue(value=Constant(1)), MatchAs(pattern=None, name='d')], rest='e'), guard=None, body=[Pass()])])"},
    {"match x:\n  case A(): pass\n  case b.C(1, d, e=2, f=g): pass",
     "Match(subject=Name(id='x', ctx=Load), cases=[match_case(pattern=MatchClass(cls=Name(id='A', ctx=Load), patterns=[], kwd_attrs=[], kwd_patterns=[]), guard=None, body=[Pass()]), match_case(pattern=MatchClass(cls=Attribute(value=Name(id='b', ctx=Load), attr='C', ctx=Load), patterns=[MatchValue(value=Constant(1)), MatchAs(pattern=None, name='d')], kwd_attrs=['e', 'f'], kwd_patterns=[MatchValue(value=Constant(2)), MatchAs(pattern=None, name='g')]), guard=None, body=[Pass()])])"},
    {"match x:\n  case a.b.c if d > 1: pass\n  case (1 | 2) as y: pass\n  case _: pass",
     "Match(subject=Name(id='x', ctx=Load), cases=[match_case(pattern=MatchValue(value=Attribute(value=Attribute(value=Name(id='a', ctx=Load), attr='b', ctx=Load), attr='c', ctx=Load)), guard=Compare(left=Name(id='d', ctx=Load), ops=[Gt], comparators=[Constant(1)]), body=[Pass()]), match_case(pattern=MatchAs(pattern=MatchOr(patterns=[MatchValue(value=Constant(1)), MatchValue(value=Constant(2))]), name='y'), guard=None, body=[Pass()]), match_case(pattern=MatchAs(pattern=None, name=None), guard=None, body=[Pass()])])"},
    {"match = case = _ = 1",
     "Assign(targets=[Name(id='match', ctx=Store), Name(id='case', ctx=Store), Name(id='_', ctx=Store)], value=Constant(1))"},
    {"match(x)",
     "Expr(value=Call(func=Name(id='match', ctx=Load), args=[Name(id='x', ctx=Load)], keywords=[]))"},
    {"match[x]",
     "Expr(value=Subscript(value=Name(id='match', ctx=Load), slice=Name(id='x', ctx=Load), ctx=Load))"},
    {"match * y",
     "Expr(value=BinOp(left=Name(id='match', ctx=Load), op=Mult, right=Name(id='y', ctx=Load)))"},
    {"print(match, case)",
     "Expr(value=Call(func=Name(id='print', ctx=Load), args=[Name(id='match', ctx=Load), Name(id='case', ctx=Load)], keywords=[]))"},
    {"if a:\n  b\n\n  # c\n  d\n",
     "If(test=Name(id='a', ctx=Load), body=[Expr(value=Name(id='b', ctx=Load)), Expr(value=Name(id='d', ctx=Load))], orelse=[])"},
    {"x = (1 +\n     2)\n",
     "Assign(targets=[Name(id='x', ctx=Store)], value=BinOp(left=Constant(1), op=Add, right=Constant(2)))"},
    {"x = 1 + \\\n  2\n",
     "Assign(targets=[Name(id='x', ctx=Store)], value=BinOp(left=Constant(1), op=Add, right=Constant(2)))"},
    {"class A:\n  def f(self):\n    return self\n  x = 1\ny = 2\n",
     "ClassDef(name='A', bases=[], keywords=[], body=[FunctionDef(name='f', args=arguments(posonlyargs=[], args=[arg(arg='self', annotation=None)], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=[Return(value=Name(id='self', ctx=Load))], decorator_list=[], returns=None), Assign(targets=[Name(id='x', ctx=Store)], value=Constant(1))], decorator_list=[]), Assign(targets=[Name(id='y', ctx=Store)], value=Constant(2))"},
    {"é = \"日本\"",
     "Assign(targets=[Name(id='\\xc3\\xa9', ctx=Store)], value=Constant('\\xe6\\x97\\xa5\\xe6\\x9c\\xac'))"},
    {"a <\\\nb",
     "Expr(value=Compare(left=Name(id='a', ctx=Load), ops=[Lt], comparators=[Name(id='b', ctx=Load)]))"},
    {"x = 1;",
     "Assign(targets=[Name(id='x', ctx=Store)], value=Constant(1))"},
    {"if x: pass;",
     "If(test=Name(id='x', ctx=Load), body=[Pass()], orelse=[])"},
    {"lambda: (yield)",
     "Expr(value=Lambda(args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=Yield(value=None)))"},
    {"a if b else lambda: c",
     "Expr(value=IfExp(test=Name(id='b', ctx=Load), body=Name(id='a', ctx=Load), orelse=Lambda(args=arguments(posonlyargs=[], args=[], vararg=None, kwonlyargs=[], kw_defaults=[], kwarg=None, defaults=[]), body=Name(id='c', ctx=Load))))"},
    {"*a, b",
     "Expr(value=Tuple(elts=[Starred(value=Name(id='a', ctx=Load), ctx=Load), Name(id='b', ctx=Load)], ctx=Load))"},
    {"for x in *a, b: pass",
     "For(target=Name(id='x', ctx=Store), iter=Tuple(elts=[Starred(value=Name(id='a', ctx=Load), ctx=Load), Name(id='b', ctx=Load)], ctx=Load), body=[Pass()], orelse=[])"},
    {"print(*a, sep=\"\")",
     "Expr(value=Call(func=Name(id='print', ctx=Load), args=[Starred(value=Name(id='a', ctx=Load), ctx=Load)], keywords=[keyword(arg='sep', value=Constant(''))]))"},
    {"not not a",
     "Expr(value=UnaryOp(op=Not, operand=UnaryOp(op=Not, operand=Name(id='a', ctx=Load))))"},
    {"a[b][c](d)(e)",
     "Expr(value=Call(func=Call(func=Subscript(value=Subscript(value=Name(id='a', ctx=Load), slice=Name(id='b', ctx=Load), ctx=Load), slice=Name(id='c', ctx=Load), ctx=Load), args=[Name(id='d', ctx=Load)], keywords=[]), args=[Name(id='e', ctx=Load)], keywords=[]))"},
    {"\"%s\" % a",
     "Expr(value=BinOp(left=Constant('%s'), op=Mod, right=Name(id='a', ctx=Load)))"},
    {"a.b = c.d",
     "Assign(targets=[Attribute(value=Name(id='a', ctx=Load), attr='b', ctx=Store)], value=Attribute(value=Name(id='c', ctx=Load), attr='d', ctx=Load))"},
    {"a = b if c else d, e",
     "Assign(targets=[Name(id='a', ctx=Store)], value=Tuple(elts=[IfExp(test=Name(id='c', ctx=Load), body=Name(id='b', ctx=Load), orelse=Name(id='d', ctx=Load)), Name(id='e', ctx=Load)], ctx=Load))"},
    {"type = 1",
     "Assign(targets=[Name(id='type', ctx=Store)], value=Constant(1))"},
    {"type(x)",
     "Expr(value=Call(func=Name(id='type', ctx=Load), args=[Name(id='x', ctx=Load)], keywords=[]))"},
    {"async_ = 1",
     "Assign(targets=[Name(id='async_', ctx=Store)], value=Constant(1))"},
    {"0xffffffffffffffffffff",
     "Expr(value=Constant(0xffffffffffffffffffff))"},
    {"123456789012345678901234567890",
     "Expr(value=Constant(123456789012345678901234567890))"},
};
// clang-format on

TEST(Parser, TreesAreCPythons) {
  for (const Case& c : kCases) EXPECT_EQ(tree_of(c.source), c.tree) << c.source;
}

TEST(Parser, PositionsAreBytesAsInCPython) {
  EXPECT_EQ(tree_of("é = (a +\n  b)\n", true),
            "Assign(targets=[Name(id='\\xc3\\xa9', ctx=Store)@1:0-1:2], "
            "value=BinOp(left=Name(id='a', ctx=Load)@1:6-1:7, op=Add, "
            "right=Name(id='b', ctx=Load)@2:2-2:3)@1:6-2:3)@1:0-2:4");
  EXPECT_EQ(tree_of("f(x for x in y)", true),
            "Expr(value=Call(func=Name(id='f', ctx=Load)@1:0-1:1, "
            "args=[GeneratorExp(elt=Name(id='x', ctx=Load)@1:2-1:3, "
            "generators=[comprehension(target=Name(id='x', ctx=Store)@1:8-1:9, "
            "iter=Name(id='y', ctx=Load)@1:13-1:14, ifs=[], is_async=0)])@1:1-1:15], "
            "keywords=[])@1:0-1:15)@1:0-1:15");
  EXPECT_EQ(tree_of("if a:\n  b\n\n# c\n", true),
            "If(test=Name(id='a', ctx=Load)@1:3-1:4, body=[Expr(value=Name(id='b', "
            "ctx=Load)@2:2-2:3)@2:2-2:3], orelse=[])@1:0-2:3");
}

TEST(Parser, NothingIsAProgram) {
  EXPECT_EQ(tree_of(""), "");
  EXPECT_EQ(tree_of("\n\n  \n# only a comment"), "");
  EXPECT_EQ(tree_of("\xEF\xBB\xBF"), "");
}

TEST(Parser, LineEndsAndBlanksDoNotMatter) {
  const std::string expected = tree_of("if a:\n  b\nc\n", true);
  EXPECT_EQ(tree_of("if a:\r\n  b\r\nc", true), expected);
  EXPECT_EQ(tree_of("if a:\r  b\rc", true), expected);
  EXPECT_EQ(tree_of("\xEF\xBB\xBFif a:\n  b\nc\n", true), expected);
  EXPECT_EQ(tree_of("if a:\n  b\n\f\n\t# d\n"), tree_of("if a:\n  b\n"));
  EXPECT_EQ(tree_of("x = '''a\r\nb'''"), tree_of("x = '''a\nb'''"));
  EXPECT_EQ(tree_of("\fx"), tree_of("x"));
}

TEST(Parser, TabsGoToTheNextMultipleOfEight) {
  EXPECT_EQ(tree_of("if a:\n\tb\n\tc\n"), tree_of("if a:\n  b\n  c\n"));
  EXPECT_EQ(tree_of("if a:\n  if b:\n  \tc\n  \td\n"), tree_of("if a:\n  if b:\n    c\n    d\n"));
}

TEST(Parser, ABackslashInTheIndentationKeepsIt) {
  EXPECT_EQ(tree_of("if a:\n  \\\n  b\n  c\n"), tree_of("if a:\n  b\n  c\n"));
  EXPECT_EQ(tree_of("if a:\n\\\n  b\n  c\n"), tree_of("if a:\n  b\n  c\n"));
  EXPECT_EQ(tree_of("if a:\n  \\\n      b\n  c\n"), tree_of("if a:\n  b\n  c\n"));
}

TEST(Parser, AnUnfinishedExpressionIsNoMissingOne) {
  for (const char* source :
       {"a[b:c+]", "a[b+:c]", "a[::c*]", "return_ = a +", "def f(): return a +", "yield a +",
        "assert a, b +", "x: int = a +", "a, b +", "def f() -> a +: b"}) {
    const std::string said = tree_of(source);
    EXPECT_TRUE(said == "invalid syntax" || said == "expected ':'") << source << " gave " << said;
  }
}

TEST(Parser, NamesAreInterned) {
  Arena arena;
  const ParseResult result = parse("spam = 1\nspam", arena);
  ASSERT_NE(result.module, nullptr);
  const auto* first = as<Name>(as<Assign>(result.module->body[0])->targets[0]);
  const auto* second = as<Name>(as<ExprStmt>(result.module->body[1])->value);
  EXPECT_EQ(first->id, "spam");
  EXPECT_EQ(first->id.data(), second->id.data());
}

TEST(Parser, TheTreeOutlivesTheSource) {
  Arena arena;
  const Module* module = nullptr;
  {
    std::string source = "name = 'text' + b'bytes'  # é\n";
    module = parse(source, arena).module;
    source.assign(source.size(), '!');
  }
  ASSERT_NE(module, nullptr);
  EXPECT_EQ(
      dump_tree(module->body[0]),
      "Assign(targets=[Name(id='name', ctx=Store)], value=BinOp(left=Constant('text'), op=Add, "
      "right=Constant(b'bytes')))");
}

TEST(Parser, ASingleExpression) {
  Arena arena;
  const ParseResult good = parse_expression("1 + 2\n", arena);
  ASSERT_NE(good.module, nullptr);
  ASSERT_EQ(good.module->body.size, 1u);
  EXPECT_EQ(dump_tree(as<ExprStmt>(good.module->body[0])->value),
            "BinOp(left=Constant(1), op=Add, right=Constant(2))");
  EXPECT_EQ(parse_expression("x = 1", arena).error->message, "invalid syntax");
  EXPECT_EQ(parse_expression("", arena).error->message, "invalid syntax");
  EXPECT_EQ(parse_expression("(1", arena).error->message, "'(' was never closed");
}

TEST(TreeWalk, EveryNodeIsReached) {
  Arena arena;
  std::string source;
  for (const Case& c : kCases) source += std::string(c.source) + "\n";
  const ParseResult result = parse(source, arena);
  ASSERT_NE(result.module, nullptr);
  // Every opening parenthesis of the dump outside quotes belongs to one node.
  const std::string text = dump_tree(result.module);
  std::size_t expected = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (text[i] == '\'') {
      quoted = !quoted;
    } else if (!quoted && text[i] == '(') {
      ++expected;
    }
  }
  std::size_t found = 0;
  const auto count = [&](const auto& self, const Node* node) -> void {
    ++found;
    for_each_child(node, [&](const Node* child) { self(self, child); });
  };
  count(count, result.module);
  EXPECT_EQ(found, expected);
}

}  // namespace
}  // namespace interleave::lang
