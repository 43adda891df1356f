// What names mean, and what the scopes and the compiler refuse.

#include "lang/symtable.h"

#include "base/arena.h"
#include "lang/code_text.h"
#include "lang/parser.h"

namespace interleave::lang {
namespace {

// A program's scopes by name.
class Scopes {
 public:
  explicit Scopes(std::string_view source, bool future_annotations = false) {
    const ParseResult parsed = parse(source, arena_);
    EXPECT_FALSE(parsed.error);
    module_ = parsed.module;
    EXPECT_FALSE(table_.build(*module_, future_annotations));
  }
  const Scope& module() const { return table_.scope_of(module_); }

 private:
  Arena arena_;
  const Module* module_ = nullptr;
  SymbolTable table_;
};

TEST(SymbolTable, LocalsCellsAndFreeVariables) {
  const Scopes scopes(
      "g = 1\n"
      "def f(a, b):\n"
      "  c = g\n"
      "  def inner():\n"
      "    nonlocal c\n"
      "    c = a\n"
      "  return inner, b, unknown\n");
  const Scope& f = *scopes.module().children[0];
  EXPECT_EQ(f.binding_of("a"), Binding::Cell);
  EXPECT_EQ(f.binding_of("b"), Binding::Local);
  EXPECT_EQ(f.binding_of("c"), Binding::Cell);
  EXPECT_EQ(f.binding_of("g"), Binding::GlobalImplicit);
  EXPECT_EQ(f.binding_of("unknown"), Binding::GlobalImplicit);
  EXPECT_EQ(f.children[0]->binding_of("a"), Binding::Free);
  EXPECT_EQ(f.children[0]->free_names(), (std::vector<std::string>{"a", "c"}));
}

TEST(SymbolTable, VariablesPassThroughScopesBetween) {
  const Scopes scopes("def f(x):\n  def g():\n    def h(): return x\n    return h\n");
  const Scope& g = *scopes.module().children[0]->children[0];
  EXPECT_EQ(g.free_names(), std::vector<std::string>{"x"});
  EXPECT_EQ(g.children[0]->binding_of("x"), Binding::Free);
}

TEST(SymbolTable, ClassesHideTheirNamesFromTheirMethods) {
  const Scopes scopes("def f():\n  x = 1\n  class C:\n    x = 2\n    def m(self): return x\n");
  const Scope& c = *scopes.module().children[0]->children[0];
  EXPECT_EQ(c.binding_of("x"), Binding::Local);
  EXPECT_EQ(c.free_names(), std::vector<std::string>{"x"});
  EXPECT_EQ(c.children[0]->binding_of("x"), Binding::Free);
}

TEST(SymbolTable, SuperNeedsTheClassCell) {
  const Scopes scopes("class C:\n  def m(self): return super().m()\n  def n(self): return 1\n");
  const Scope& c = *scopes.module().children[0];
  EXPECT_TRUE(c.needs_class_cell);
  EXPECT_EQ(c.children[0]->binding_of("__class__"), Binding::Free);
  EXPECT_FALSE(
      Scopes("class C:\n  def n(self): return 1\n").module().children[0]->needs_class_cell);
}

TEST(SymbolTable, GlobalReachesThroughEverything) {
  const Scopes scopes("def f():\n  x = 1\n  def g():\n    global x\n    x = 2\n");
  const Scope& f = *scopes.module().children[0];
  EXPECT_EQ(f.binding_of("x"), Binding::Local);
  EXPECT_EQ(f.children[0]->binding_of("x"), Binding::GlobalExplicit);
}

TEST(SymbolTable, WalrusInAComprehensionBindsOutside) {
  const Scopes scopes("def f():\n  [y := x for x in z]\n");
  const Scope& f = *scopes.module().children[0];
  EXPECT_EQ(f.binding_of("y"), Binding::Cell);
  EXPECT_EQ(f.children[0]->binding_of("y"), Binding::Free);
  EXPECT_EQ(f.children[0]->binding_of("x"), Binding::Local);
}

TEST(SymbolTable, AnnotationsKeptAsTextAreNoUses) {
  const std::string_view source = "def f(T):\n  def g(x: T): pass\n";
  EXPECT_EQ(Scopes(source, false).module().children[0]->binding_of("T"), Binding::Local);
  const Scopes kept("def f():\n  T = 1\n  class C:\n    a: T\n", true);
  EXPECT_EQ(kept.module().children[0]->binding_of("T"), Binding::Local);
  const Scopes used("def f():\n  T = 1\n  class C:\n    a: T\n", false);
  EXPECT_EQ(used.module().children[0]->binding_of("T"), Binding::Cell);
}

TEST(SymbolTable, Mangling) {
  EXPECT_EQ(mangle("A", "__x"), "_A__x");
  EXPECT_EQ(mangle("__A", "__x"), "_A__x");
  EXPECT_EQ(mangle("A", "__x__"), "__x__");
  EXPECT_EQ(mangle("A", "_x"), "_x");
  EXPECT_EQ(mangle("__", "__x"), "__x");
  EXPECT_EQ(mangle("", "__x"), "__x");
  EXPECT_EQ(mangle("A", "__a.b"), "__a.b");
}

// Programs that parse, and what CPython 3.11 says to them.
struct Refusal {
  const char* source;
  const char* error;
};

constexpr Refusal kRefusals[] = {
    {"return 1\n", "'return' outside function @ 1:1-1:9"},
    {"class C:\n    return\n", "'return' outside function @ 2:5-2:11"},
    {"break\n", "'break' outside loop @ 1:1-1:6"},
    {"if x:\n    break\n", "'break' outside loop @ 2:5-2:10"},
    {"def f():\n    continue\n", "'continue' not properly in loop @ 2:5-2:13"},
    {"for i in x:\n    def g():\n        break\n", "'break' outside loop @ 3:9-3:14"},
    {"while 1:\n    class A:\n        continue\n", "'continue' not properly in loop @ 3:9-3:17"},
    {"yield 1\n", "'yield' outside function @ 1:1-1:8"},
    {"x = yield\n", "'yield' outside function @ 1:5-1:10"},
    {"class C:\n    yield 1\n", "'yield' outside function @ 2:5-2:12"},
    {"yield from x\n", "'yield' outside function @ 1:1-1:13"},
    {"def f(a):\n    global a\n", "name 'a' is parameter and global @ 2:5-2:13"},
    {"def f():\n    print(a)\n    global a\n",
     "name 'a' is used prior to global declaration @ 3:5-3:13"},
    {"def f():\n    a = 1\n    global a\n",
     "name 'a' is assigned to before global declaration @ 3:5-3:13"},
    {"def f(a):\n    nonlocal a\n", "name 'a' is parameter and nonlocal @ 2:5-2:15"},
    {"def f():\n    a = 1\n    def g():\n        print(a)\n        nonlocal a\n",
     "name 'a' is used prior to nonlocal declaration @ 5:9-5:19"},
    {"def f():\n    a = 1\n    def g():\n        a = 2\n        nonlocal a\n",
     "name 'a' is assigned to before nonlocal declaration @ 5:9-5:19"},
    {"nonlocal x\n", "nonlocal declaration not allowed at module level @ 1:1-1:11"},
    {"def f():\n    nonlocal x\n", "no binding for nonlocal 'x' found @ 2:5-2:15"},
    {"def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x\n",
     "name 'x' is nonlocal and global @ 4:9-4:17"},
    {"class C:\n    x = 1\n    def f(self):\n        nonlocal x\n",
     "no binding for nonlocal 'x' found @ 4:9-4:19"},
    {"def f(a, a): pass\n", "duplicate argument 'a' in function definition @ 1:10-1:11"},
    {"def f(a, *, b, **a): pass\n", "duplicate argument 'a' in function definition @ 1:18-1:19"},
    {"lambda x, x: 1\n", "duplicate argument 'x' in function definition @ 1:11-1:12"},
    {"def f(a, b, *a): pass\n", "duplicate argument 'a' in function definition @ 1:14-1:15"},
    {"*a, *b = c\n", "multiple starred expressions in assignment @ 1:1-1:7"},
    {"a, (*b, *c) = d\n", "multiple starred expressions in assignment @ 1:4-1:12"},
    {"*a = b\n", "starred assignment target must be in a list or tuple @ 1:1-1:3"},
    {"*a\n", "can't use starred expression here @ 1:1-1:3"},
    {"x = *a\n", "can't use starred expression here @ 1:5-1:7"},
    {"for *a in b: pass\n", "starred assignment target must be in a list or tuple @ 1:5-1:7"},
    {"try:\n    pass\nexcept:\n    pass\nexcept A:\n    pass\n",
     "default 'except:' must be last @ 3:1-4:9"},
    {"def f():\n    from x import *\n", "import * only allowed at module level @ 2:19-2:20"},
    {"class C:\n    from x import *\n", "import * only allowed at module level @ 2:19-2:20"},
    {"def f():\n    x: int\n    global x\n", "annotated name 'x' can't be global @ 3:5-3:13"},
    {"global x\nx: int = 1\n", "compiles"},
    {"def f():\n    global x\n    x: int = 1\n", "annotated name 'x' can't be global @ 3:5-3:15"},
    {"def f():\n    x = 0\n    def g():\n        nonlocal x\n        x: int = 1\n",
     "annotated name 'x' can't be nonlocal @ 5:9-5:19"},
    {"[i := 0 for i in x]\n",
     "assignment expression cannot rebind comprehension iteration variable 'i' @ 1:2-1:3"},
    {"[[j := 0 for i in x] for j in y]\n",
     "assignment expression cannot rebind comprehension iteration variable 'j' @ 1:3-1:4"},
    {"[i for i in (j := x)]\n",
     "assignment expression cannot be used in a comprehension iterable expression @ 1:14-1:20"},
    {"[x for x in y if (x := 1)]\n",
     "assignment expression cannot rebind comprehension iteration variable 'x' @ 1:19-1:20"},
    {"class C:\n    [(y := x) for x in z]\n",
     "assignment expression within a comprehension cannot be used in a class body @ 2:7-2:8"},
    {"[(yield 1) for x in y]\n", "'yield' inside list comprehension @ 1:3-1:10"},
    {"{(yield 1) for x in y}\n", "'yield' inside set comprehension @ 1:3-1:10"},
    {"{1: (yield 1) for x in y}\n", "'yield' inside dict comprehension @ 1:6-1:13"},
    {"((yield 1) for x in y)\n", "'yield' inside generator expression @ 1:3-1:10"},
    {"def f():\n    [(yield x) for x in y]\n", "'yield' inside list comprehension @ 2:7-2:14"},
    {"[i for j in x for i in (i := y)]\n",
     "assignment expression cannot be used in a comprehension iterable expression @ 1:25-1:31"},
    {"[(lambda: (i := 1)) for i in x]\n", "compiles"},
    {"[lambda: [i := 1] for k in (lambda: (z := 1))]\n",
     "assignment expression cannot be used in a comprehension iterable expression @ 1:38-1:44"},
    {"x = 1\nfrom __future__ import annotations\n",
     "from __future__ imports must occur at the beginning of the file @ 2:1-2:35"},
    {"def f():\n    from __future__ import annotations\n",
     "from __future__ imports must occur at the beginning of the file @ 2:5-2:39"},
    {"\"doc\"\nfrom __future__ import annotations\nimport x\nfrom __future__ import division\n",
     "from __future__ imports must occur at the beginning of the file @ 4:1-4:32"},
    {"match x:\n    case y: pass\n    case z: pass\n",
     "name capture 'y' makes remaining patterns unreachable @ 2:10-2:11"},
    {"match x:\n    case _: pass\n    case 1: pass\n",
     "wildcard makes remaining patterns unreachable @ 2:10-2:11"},
    {"match x:\n    case [a, a]: pass\n",
     "multiple assignments to name 'a' in pattern @ 2:14-2:15"},
    {"match x:\n    case [*a, *b]: pass\n",
     "multiple starred names in sequence pattern @ 2:10-2:18"},
    {"match x:\n    case {1: a, 1: b}: pass\n",
     "mapping pattern checks duplicate key (1) @ 2:10-2:22"},
    {"match x:\n    case {\"k\": a, \"k\": b}: pass\n",
     "mapping pattern checks duplicate key ('k') @ 2:10-2:26"},
    {"match x:\n    case A(b=1, b=2): pass\n",
     "attribute name repeated in class pattern: b @ 2:19-2:20"},
    {"match x:\n    case (a | 1): pass\n",
     "name capture 'a' makes remaining patterns unreachable @ 2:11-2:12"},
    {"match x:\n    case [a] | [b]: pass\n",
     "alternative patterns bind different names @ 2:17-2:18"},
    {"match x:\n    case (1 as a) | 2: pass\n",
     "alternative patterns bind different names @ 2:21-2:22"},
    {"match x:\n    case [a, (b as a)]: pass\n",
     "multiple assignments to name 'a' in pattern @ 2:15-2:16"},
    {"match x:\n    case [a, ([b, a] | [a, b])]: pass\n",
     "multiple assignments to name 'a' in pattern @ 2:28-2:29"},
    {"match x:\n    case {\"a\": b, **b}: pass\n",
     "multiple assignments to name 'b' in pattern @ 2:16-2:17"},
    {"try:\n    pass\nexcept* A:\n    break\n",
     "'break', 'continue' and 'return' cannot appear in an except* block @ 4:5-4:10"},
    {"for i in x:\n    try:\n        pass\n    except* A:\n        break\n",
     "'break', 'continue' and 'return' cannot appear in an except* block @ 5:9-5:14"},
    {"for i in x:\n    try:\n        pass\n    except* A:\n        continue\n",
     "'break', 'continue' and 'return' cannot appear in an except* block @ 5:9-5:17"},
    {"def f():\n    try:\n        pass\n    except* A:\n        return\n",
     "'break', 'continue' and 'return' cannot appear in an except* block @ 5:9-5:15"},
    {"f(a=1, a=2)\n", "keyword argument repeated: a @ 1:8-1:11"},
    {"f(**a, b=1, b=2)\n", "keyword argument repeated: b @ 1:13-1:16"},
    {"class C(a=1, a=2): pass\n", "keyword argument repeated: a @ 1:14-1:17"},
    {"__debug__ = 1\n", "cannot assign to __debug__ @ 1:1-1:10"},
    {"def f(__debug__): pass\n", "cannot assign to __debug__ @ 1:1-1:23"},
    {"x.__debug__ = 1\n", "cannot assign to __debug__ @ 1:1-1:12"},
    {"f(__debug__=1)\n", "cannot assign to __debug__ @ 1:1-1:15"},
    {"del __debug__\n", "cannot delete __debug__ @ 1:5-1:14"},
    {"for __debug__ in x: pass\n", "cannot assign to __debug__ @ 1:5-1:14"},
    {"import __debug__\n", "cannot assign to __debug__ @ 1:1-1:17"},
    {"def __debug__(): pass\n", "cannot assign to __debug__ @ 1:1-1:22"},
    {"lambda __debug__: 1\n", "cannot assign to __debug__ @ 1:1-1:20"},
    {"import x as __debug__\n", "cannot assign to __debug__ @ 1:1-1:22"},
    {"with a as *b: pass\n", "starred assignment target must be in a list or tuple @ 1:11-1:13"},
    {"x = [*a, *b]; *x\n", "can't use starred expression here @ 1:15-1:17"},
    {"def f():\n    global x, x\n", "compiles"},
    {"def f(x):\n    def g():\n        global x\n        return x\n    nonlocal y\n",
     "no binding for nonlocal 'y' found @ 5:5-5:15"},
    {"def f():\n    def g():\n        nonlocal q\n    z = 1\n",
     "no binding for nonlocal 'q' found @ 3:9-3:19"},
    {"def f(a=(yield)): pass\n", "'yield' outside function @ 1:10-1:15"},
    {"@(yield)\ndef f(): pass\n", "'yield' outside function @ 1:3-1:8"},
    {"class C((yield)): pass\n", "'yield' outside function @ 1:10-1:15"},
    {"lambda: (yield)\n", "compiles"},
    {"def f(x: (yield)): pass\n", "'yield' outside function @ 1:11-1:16"},
    {"x: (yield)\n", "'yield' outside function @ 1:5-1:10"},
    {"def f():\n    x: (yield)\n", "compiles"},
    {"print(__x)\nglobal __x\n", "name '__x' is used prior to global declaration @ 2:1-2:11"},
    {"class C:\n    def f(self):\n        print(__x)\n        global __x\n",
     "name '__x' is used prior to global declaration @ 4:9-4:19"},
    {"class C:\n    def f(self, __a, __a): pass\n",
     "duplicate argument '__a' in function definition @ 2:22-2:25"},
    {"def f(): return\nreturn\n", "'return' outside function @ 2:1-2:7"},
    {"a, *b, c, *d = e\n", "multiple starred expressions in assignment @ 1:1-1:13"},
    {"[*a, *b] = c\n", "multiple starred expressions in assignment @ 1:1-1:9"},
    {"for a, *b, *c in d: pass\n", "multiple starred expressions in assignment @ 1:5-1:14"},
    {"*a, = b; *c, *d = e\n", "multiple starred expressions in assignment @ 1:10-1:16"},
    {"if 1:\n  return\n", "'return' outside function @ 2:3-2:9"},
    {"try:\n  x\nfinally:\n  continue\n", "'continue' not properly in loop @ 4:3-4:11"},
    {"while x: pass\nelse: break\n", "'break' outside loop @ 2:7-2:12"},
    {"for x in y: pass\nelse: continue\n", "'continue' not properly in loop @ 2:7-2:15"},
    {"def f():\n  for x in y:\n    pass\n  break\n", "'break' outside loop @ 4:3-4:8"},
    {"with x:\n  break\n", "'break' outside loop @ 2:3-2:8"},
    {"assert (yield)\n", "'yield' outside function @ 1:9-1:14"},
    {"f(*a, *b, c=1, **d, **e, c=2)\n", "keyword argument repeated: c @ 1:26-1:29"},
    {"lambda *a, a: 1\n", "duplicate argument 'a' in function definition @ 1:9-1:10"},
    {"lambda a, /, a: 1\n", "duplicate argument 'a' in function definition @ 1:14-1:15"},
    {"def f(a, /, *, a): pass\n", "duplicate argument 'a' in function definition @ 1:16-1:17"},
    {"global a; a: int\n", "compiles"},
    {"def f():\n  a: int\n  nonlocal a\n", "annotated name 'a' can't be nonlocal @ 3:3-3:13"},
    {"def f():\n  import a\n  global a\n", "compiles"},
    {"def f():\n  import a.b\n  global a\n", "compiles"},
    {"def f():\n  for a in b: pass\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"},
    {"def f():\n  class a: pass\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"},
    {"def f():\n  def a(): pass\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"},
    {"def f():\n  with b as a: pass\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"},
    {"def f():\n  try: pass\n  except b as a: pass\n  global a\n",
     "name 'a' is assigned to before global declaration @ 4:3-4:11"},
    {"def f():\n  match b:\n    case a: pass\n  global a\n",
     "name 'a' is assigned to before global declaration @ 4:3-4:11"},
    {"def f():\n  (a := 1)\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"},
    {"def f():\n  del a\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"},
    {"def f():\n  a += 1\n  global a\n",
     "name 'a' is assigned to before global declaration @ 3:3-3:11"}};

TEST(CompileErrors, AreCPythonsInWordsAndPlace) {
  for (const Refusal& refusal : kRefusals) {
    EXPECT_EQ(error_of(refusal.source), refusal.error) << refusal.source;
  }
}

TEST(CompileErrors, UnsupportedSyntaxIsNamed) {
  EXPECT_NE(error_of("x = 1\nasync def f(): pass\n").find("async def"), std::string::npos);
  EXPECT_NE(error_of("def f():\n  async with a: pass\n").find("async"), std::string::npos);
  EXPECT_NE(error_of("def f():\n  await a\n").find("await"), std::string::npos);
  EXPECT_NE(error_of("def f():\n  return [x async for x in y]\n"), "compiles");
}

TEST(CompileErrors, FuturesAreChecked) {
  EXPECT_EQ(error_of("from __future__ import braces\n").substr(0, 12), "not a chance");
  EXPECT_EQ(error_of("from __future__ import nope\n").substr(0, 34),
            "future feature nope is not defined");
}

TEST(CompileErrors, YieldAndWalrusDoNotFitIntoKeptAnnotations) {
  const std::string future = "from __future__ import annotations\n";
  EXPECT_EQ(error_of(future + "def f(x: (yield)): pass\n").substr(0, 58),
            "'yield expression' can not be used within an annotation @ ");
  EXPECT_EQ(error_of(future + "x: (y := 1)\n").substr(0, 58),
            "'named expression' can not be used within an annotation @ ");
}

}  // namespace
}  // namespace interleave::lang
