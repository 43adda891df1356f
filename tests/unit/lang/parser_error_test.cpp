// Wrong programs and what is said about them. Every expectation is CPython's own: 3.11's,
// and 3.12's for f-strings. "kind: message @line:column-end_line:end_column", as in SyntaxError's
// attributes.

#include <gtest/gtest.h>

#include <string>

#include "base/arena.h"
#include "base/limits.h"
#include "lang/parser.h"

namespace interleave::lang {
namespace {

std::string error_of(std::string_view source) {
  Arena arena;
  const ParseResult result = parse(source, arena);
  EXPECT_EQ(result.module == nullptr, result.error.has_value());
  if (!result.error) return "no error";
  const Diagnostic& e = *result.error;
  return std::string(kind_name(e.kind)) + ": " + e.message + " @" + std::to_string(e.line) + ":" +
         std::to_string(e.col) + "-" + std::to_string(e.end_line) + ":" + std::to_string(e.end_col);
}

std::string message_of(std::string_view source) {
  Arena arena;
  const ParseResult result = parse(source, arena);
  return result.error ? result.error->message : "no error";
}

struct Case {
  const char* source;
  const char* error;
};

// clang-format off
constexpr Case kCases[] = {
    {"d{ef g():\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:3-1:9"},
    {"d{ef g()}\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:3-1:9"},
    {"d [ef g]\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:4-1:8"},
    {"x d[ef g]\n", "SyntaxError: invalid syntax @1:3-1:4"},
    {"x d{ef g}\n", "SyntaxError: invalid syntax @1:3-1:4"},
    {"x d(ef g)\n", "SyntaxError: invalid syntax @1:3-1:4"},
    {"x [ef g]\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:4-1:8"},
    {"x {ef g}\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:4-1:8"},
    {"x {ef g\n", "SyntaxError: '{' was never closed @1:3-1:0"},
    {"x (ef g)\n", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:4-1:8"},
    {"a{b = ()\n", "SyntaxError: '{' was never closed @1:2-1:0"},
    {"a{b = ()\nc\n", "SyntaxError: '{' was never closed @1:2-1:0"},
    {"a{b = ()}\n", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='? @1:3-1:9"},
    {"encoded += (b[c  30] + d)\n", "SyntaxError: invalid syntax @1:18-1:20"},
    {"e += (b[c 30])\n", "SyntaxError: invalid syntax @1:11-1:13"},
    {"e += b[c 30]\n", "SyntaxError: invalid syntax @1:10-1:12"},
    {"e = (b[c 30])\n", "SyntaxError: invalid syntax @1:10-1:12"},
    {"e = b[c 30]\n", "SyntaxError: invalid syntax @1:9-1:11"},
    {"b[c 30]\n", "SyntaxError: invalid syntax @1:5-1:7"},
    {"b[c  30] + d", "SyntaxError: invalid syntax @1:6-1:8"},
    {"(b[c 30])", "SyntaxError: invalid syntax @1:6-1:8"},
    {"(b[c 30]+d)", "SyntaxError: invalid syntax @1:6-1:8"},
    {"(b[c 30]+d())", "SyntaxError: invalid syntax @1:6-1:8"},
    {"f(b[c 30]+1)", "SyntaxError: invalid syntax @1:7-1:9"},
    {"b[c 30]+1", "SyntaxError: invalid syntax @1:5-1:7"},
    {"try # a\n", "SyntaxError: expected ':' @1:5-1:8"},
    {"try # a", "SyntaxError: expected ':' @1:5-1:8"},
    {"x = # aaa\n", "SyntaxError: invalid syntax @1:5-1:10"},
    {"a if b # c", "SyntaxError: expected 'else' after 'if' expression @1:1-1:7"},
    {"1 x # foo", "SyntaxError: invalid syntax @1:3-1:4"},
    {"x.a: int = \n", "SyntaxError: invalid syntax @1:12-1:12"},
    {"x = yield = 1", "SyntaxError: assignment to yield expression not possible @1:5-1:10"},
    {"f() = 1", "SyntaxError: cannot assign to function call here. Maybe you meant '==' instead of '='? @1:1-1:4"},
    {"f(x) += 1", "SyntaxError: 'function call' is an illegal expression for augmented assignment @1:1-1:5"},
    {"(x, 1) = 2", "SyntaxError: cannot assign to literal @1:5-1:6"},
    {"a, b += 1", "SyntaxError: 'tuple' is an illegal expression for augmented assignment @1:1-1:5"},
    {"None = 1", "SyntaxError: cannot assign to None @1:1-1:5"},
    {"x = None = 2", "SyntaxError: cannot assign to None @1:5-1:9"},
    {"del f()", "SyntaxError: cannot delete function call @1:5-1:8"},
    {"del (a, 1)", "SyntaxError: cannot delete literal @1:9-1:10"},
    {"for f() in x: pass", "SyntaxError: cannot assign to function call @1:5-1:8"},
    {"[x for 1 in y]", "SyntaxError: cannot assign to literal @1:8-1:9"},
    {"with a as f(): pass", "SyntaxError: cannot assign to function call @1:11-1:14"},
    {"with a as 1: pass", "SyntaxError: cannot assign to literal @1:11-1:12"},
    {"import a,", "SyntaxError: invalid syntax @1:10-1:10"},
    {"from a import b,\n", "SyntaxError: trailing comma not allowed without surrounding parentheses @1:17-1:17"},
    {"from . import *, a", "SyntaxError: invalid syntax @1:16-1:17"},
    {"from a import (b c)", "SyntaxError: invalid syntax @1:18-1:19"},
    {"a = b c", "SyntaxError: invalid syntax @1:7-1:8"},
    {"if x = 1: pass", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='? @1:4-1:9"},
    {"if x.a = 1: pass", "SyntaxError: cannot assign to attribute here. Maybe you meant '==' instead of '='? @1:4-1:7"},
    {"while x = 1: pass", "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='? @1:7-1:12"},
    {"print x", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? @1:1-1:8"},
    {"print \"a\", b", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? @1:1-1:13"},
    {"exec \"a\"", "SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)? @1:1-1:9"},
    {"print(a b)", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:7-1:10"},
    {"a := 1", "SyntaxError: invalid syntax @1:3-1:5"},
    {"(a.b := 1)", "SyntaxError: cannot use assignment expressions with attribute @1:2-1:5"},
    {"f(a.b=1)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"? @1:3-1:7"},
    {"f(True=1)", "SyntaxError: cannot assign to True @1:3-1:8"},
    {"f(a=1, b)", "SyntaxError: positional argument follows keyword argument @1:9-1:10"},
    {"f(**a, b)", "SyntaxError: positional argument follows keyword argument unpacking @1:9-1:10"},
    {"f(a for a in b, c for c in d)", "SyntaxError: Generator expression must be parenthesized @1:3-1:15"},
    {"f(c, a for a in b)", "SyntaxError: Generator expression must be parenthesized @1:6-1:18"},
    {"class A(x for x in y): pass", "SyntaxError: invalid syntax @1:11-1:14"},
    {"lambda x=: 1", "SyntaxError: invalid syntax @1:10-1:11"},
    {"lambda *: 1", "SyntaxError: named arguments must follow bare * @1:9-1:10"},
    {"lambda (x): 1", "SyntaxError: Lambda expression parameters cannot be parenthesized @1:8-1:11"},
    {"def f(*): pass", "SyntaxError: named arguments must follow bare * @1:7-1:8"},
    {"def f(*, **k): pass", "SyntaxError: named arguments must follow bare * @1:7-1:8"},
    {"def f(**k, a): pass", "SyntaxError: arguments cannot follow var-keyword argument @1:12-1:13"},
    {"def f(**k=1): pass", "SyntaxError: var-keyword argument cannot have default value @1:10-1:11"},
    {"def f(*a=1): pass", "SyntaxError: var-positional argument cannot have default value @1:9-1:10"},
    {"def f(a, *b, *c): pass", "SyntaxError: * argument may appear only once @1:14-1:15"},
    {"def f(/, a): pass", "SyntaxError: at least one argument must precede / @1:7-1:8"},
    {"def f(a, /, b, /): pass", "SyntaxError: / may appear only once @1:16-1:17"},
    {"def f(*a, /): pass", "SyntaxError: / must be ahead of * @1:11-1:12"},
    {"def f(a, / *, b): pass", "SyntaxError: expected comma between / and * @1:12-1:13"},
    {"def f(a=): pass", "SyntaxError: expected default value expression @1:8-1:9"},
    {"def f((a, b)): pass", "SyntaxError: Function parameters cannot be parenthesized @1:7-1:13"},
    {"def f(a, (b)): pass", "SyntaxError: Function parameters cannot be parenthesized @1:10-1:13"},
    {"def f: pass", "SyntaxError: expected '(' @1:6-1:7"},
    {"def (): pass", "SyntaxError: invalid syntax @1:5-1:6"},
    {"def f() pass", "SyntaxError: expected ':' @1:9-1:13"},
    {"def f()\n  pass", "SyntaxError: expected ':' @1:8-1:8"},
    {"class A\n  pass", "SyntaxError: expected ':' @1:8-1:8"},
    {"class : pass", "SyntaxError: invalid syntax @1:7-1:8"},
    {"class A(: pass", "SyntaxError: invalid syntax @1:9-1:10"},
    {"else: pass", "SyntaxError: invalid syntax @1:1-1:5"},
    {"elif x: pass", "SyntaxError: invalid syntax @1:1-1:5"},
    {"except: pass", "SyntaxError: invalid syntax @1:1-1:7"},
    {"finally: pass", "SyntaxError: invalid syntax @1:1-1:8"},
    {"try: pass", "SyntaxError: expected 'except' or 'finally' block @1:10-1:-1"},
    {"try: pass\nfoo()", "SyntaxError: expected 'except' or 'finally' block @2:1-2:4"},
    {"try:\n  pass\nexcept:\n  pass\nexcept* A: pass\n", "SyntaxError: cannot have both 'except' and 'except*' on the same 'try' @5:1-5:8"},
    {"try:\n  pass\nexcept A:\n  pass\nexcept* A:\n  pass\n", "SyntaxError: cannot have both 'except' and 'except*' on the same 'try' @5:1-5:8"},
    {"try:\n  pass\nexcept* A:\n  pass\nexcept A:\n  pass\n", "SyntaxError: cannot have both 'except' and 'except*' on the same 'try' @5:1-5:7"},
    {"try:\n  pass\nexcept*:\n  pass\n", "SyntaxError: expected one or more exception types @3:8-3:9"},
    {"try:\n pass\nexcept A\n pass", "SyntaxError: expected ':' @3:9-3:9"},
    {"try:\n pass\nexcept\n pass", "SyntaxError: expected ':' @3:7-3:7"},
    {"match x\n  case 1: pass", "SyntaxError: expected ':' @1:8-1:8"},
    {"match x:\ncase 1: pass", "IndentationError: expected an indented block after 'match' statement on line 1 @2:1-2:5"},
    {"match x:\n  case 1\n    pass", "SyntaxError: expected ':' @2:9-2:9"},
    {"match x:\n  case 1:\n  pass", "IndentationError: expected an indented block after 'case' statement on line 2 @3:3-3:7"},
    {"match x:\n  case a as _: pass", "SyntaxError: cannot use '_' as a target @2:13-2:14"},
    {"match x:\n  case a as b.c: pass", "SyntaxError: invalid syntax @2:14-2:15"},
    {"match x:\n  case A(b=1, 2): pass", "SyntaxError: positional patterns follow keyword patterns @2:15-2:16"},
    {"match x:\n  case 1+2: pass", "SyntaxError: imaginary number required in complex literal @2:10-2:11"},
    {"match x:\n  case 1j+2j: pass", "SyntaxError: real number required in complex literal @2:8-2:10"},
    {"{1:}", "SyntaxError: expression expected after dictionary key and ':' @1:3-1:4"},
    {"{1:*a}", "SyntaxError: cannot use a starred expression in a dictionary value @1:4-1:6"},
    {"{1:2, 3:}", "SyntaxError: expression expected after dictionary key and ':' @1:8-1:9"},
    {"{**a for a in b}", "SyntaxError: dict unpacking cannot be used in dict comprehension @1:2-1:4"},
    {"[*a for a in b]", "SyntaxError: iterable unpacking cannot be used in comprehension @1:2-1:4"},
    {"(*a for a in b)", "SyntaxError: iterable unpacking cannot be used in comprehension @1:2-1:4"},
    {"(*a)", "SyntaxError: cannot use starred expression here @1:2-1:4"},
    {"(**a)", "SyntaxError: cannot use double starred expression here @1:2-1:4"},
    {"[a, b for a in b]", "SyntaxError: did you forget parentheses around the comprehension target? @1:2-1:6"},
    {"{a, b for a in b}", "SyntaxError: did you forget parentheses around the comprehension target? @1:2-1:6"},
    {"[a, for a in b]", "SyntaxError: did you forget parentheses around the comprehension target? @1:2-1:4"},
    {"a b", "SyntaxError: invalid syntax @1:3-1:4"},
    {"a.1", "SyntaxError: invalid syntax @1:2-1:4"},
    {"a..b", "SyntaxError: invalid syntax @1:3-1:4"},
    {"1.a", "SyntaxError: invalid decimal literal @1:2-1:2"},
    {"a = 1 +", "SyntaxError: invalid syntax @1:8-1:8"},
    {"a = (1 +", "SyntaxError: '(' was never closed @1:5-1:0"},
    {"a = [1, 2", "SyntaxError: '[' was never closed @1:5-1:0"},
    {"foo(1, 2", "SyntaxError: '(' was never closed @1:4-1:0"},
    {"foo(1, 2]", "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' @1:9-1:9"},
    {"foo(1, 2}", "SyntaxError: closing parenthesis '}' does not match opening parenthesis '(' @1:9-1:9"},
    {"{1, 2)", "SyntaxError: closing parenthesis ')' does not match opening parenthesis '{' @1:6-1:6"},
    {"a]", "SyntaxError: unmatched ']' @1:2-1:2"},
    {"}", "SyntaxError: unmatched '}' @1:1-1:1"},
    {"@\ndef f(): pass", "SyntaxError: invalid syntax @1:2-1:2"},
    {"@a b\ndef f(): pass", "SyntaxError: invalid syntax @1:4-1:5"},
    {"@a\nx = 1", "SyntaxError: invalid syntax @2:1-2:2"},
    {"return return", "SyntaxError: invalid syntax @1:8-1:14"},
    {"global", "SyntaxError: invalid syntax @1:7-1:7"},
    {"global x.y", "SyntaxError: invalid syntax @1:9-1:10"},
    {"nonlocal 1", "SyntaxError: invalid syntax @1:10-1:11"},
    {"assert", "SyntaxError: invalid syntax @1:7-1:7"},
    {"assert x,", "SyntaxError: invalid syntax @1:10-1:10"},
    {"raise x from", "SyntaxError: invalid syntax @1:13-1:13"},
    {"del", "SyntaxError: invalid syntax @1:4-1:4"},
    {"del x +", "SyntaxError: invalid syntax @1:7-1:8"},
    {"pass x", "SyntaxError: invalid syntax @1:6-1:7"},
    {"break 1", "SyntaxError: invalid syntax @1:7-1:8"},
    {"yield = 1", "SyntaxError: assignment to yield expression not possible @1:1-1:6"},
    {"x = yield from", "SyntaxError: invalid syntax @1:15-1:15"},
    {"x if y", "SyntaxError: expected 'else' after 'if' expression @1:1-1:7"},
    {"x if y else", "SyntaxError: invalid syntax @1:12-1:12"},
    {"(x if y)", "SyntaxError: expected 'else' after 'if' expression @1:2-1:8"},
    {"f(x if y)", "SyntaxError: expected 'else' after 'if' expression @1:3-1:9"},
    {"not", "SyntaxError: invalid syntax @1:4-1:4"},
    {"not in", "SyntaxError: invalid syntax @1:5-1:7"},
    {"a not b", "SyntaxError: invalid syntax @1:7-1:8"},
    {"a is not", "SyntaxError: invalid syntax @1:9-1:9"},
    {"a < > b", "SyntaxError: invalid syntax @1:5-1:6"},
    {"a <> b", "SyntaxError: invalid syntax @1:3-1:5"},
    {"a =! b", "SyntaxError: invalid syntax @1:4-1:5"},
    {"a === b", "SyntaxError: invalid syntax @1:5-1:6"},
    {"a !== b", "SyntaxError: invalid syntax @1:5-1:6"},
    {"x++", "SyntaxError: invalid syntax @1:4-1:4"},
    {"++x++", "SyntaxError: invalid syntax @1:6-1:6"},
    {"x--", "SyntaxError: invalid syntax @1:4-1:4"},
    {"a ? b : c", "SyntaxError: invalid syntax @1:3-1:4"},
    {"a && b", "SyntaxError: invalid syntax @1:4-1:5"},
    {"a || b", "SyntaxError: invalid syntax @1:4-1:5"},
    {"!a", "SyntaxError: invalid syntax @1:1-1:2"},
    {"a = {\"x\" 1}", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:6-1:11"},
    {"a = {\"x\": 1 \"y\": 2}", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:11-1:16"},
    {"a = [\"x\" 1]", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:6-1:11"},
    {"for x y: pass", "SyntaxError: invalid syntax @1:7-1:8"},
    {"for in y: pass", "SyntaxError: invalid syntax @1:5-1:7"},
    {"for x in: pass", "SyntaxError: invalid syntax @1:9-1:10"},
    {"for x of y: pass", "SyntaxError: invalid syntax @1:7-1:9"},
    {"while: pass", "SyntaxError: invalid syntax @1:6-1:7"},
    {"if: pass", "SyntaxError: invalid syntax @1:3-1:4"},
    {"if x pass", "SyntaxError: invalid syntax @1:6-1:10"},
    {"if x then: pass", "SyntaxError: invalid syntax @1:6-1:10"},
    {"elseif x: pass", "SyntaxError: invalid syntax @1:8-1:9"},
    {"if x:\npass", "IndentationError: expected an indented block after 'if' statement on line 1 @2:1-2:5"},
    {"def f():\npass", "IndentationError: expected an indented block after function definition on line 1 @2:1-2:5"},
    {"while x:\npass", "IndentationError: expected an indented block after 'while' statement on line 1 @2:1-2:5"},
    {"for x in y:\npass", "IndentationError: expected an indented block after 'for' statement on line 1 @2:1-2:5"},
    {"with x:\npass", "IndentationError: expected an indented block after 'with' statement on line 1 @2:1-2:5"},
    {"class A:\npass", "IndentationError: expected an indented block after class definition on line 1 @2:1-2:5"},
    {"try:\npass", "IndentationError: expected an indented block after 'try' statement on line 1 @2:1-2:5"},
    {"try:\n  x\nexcept:\npass", "IndentationError: expected an indented block after 'except' statement on line 3 @4:1-4:5"},
    {"try:\n  x\nfinally:\npass", "IndentationError: expected an indented block after 'finally' statement on line 3 @4:1-4:5"},
    {"if x:\n  pass\nelse:\npass", "IndentationError: expected an indented block after 'else' statement on line 3 @4:1-4:5"},
    {"if x:\n  pass\nelif y:\npass", "IndentationError: expected an indented block after 'elif' statement on line 3 @4:1-4:5"},
    {"  x = 1", "IndentationError: unexpected indent @1:2-1:-1"},
    {"x = 1\n  y = 2", "IndentationError: unexpected indent @2:2-2:-1"},
    {"if x:\n    a\n  b\n", "IndentationError: unindent does not match any outer indentation level @3:4-3:-1"},
    {"\tx", "IndentationError: unexpected indent @1:1-1:-1"},
    {"if x:\n\ta\n        b\n", "TabError: inconsistent use of tabs and spaces in indentation @3:1-3:0"},
    {"\"abc", "SyntaxError: unterminated string literal (detected at line 1) @1:1-1:1"},
    {"'abc\ndef", "SyntaxError: unterminated string literal (detected at line 1) @1:1-1:1"},
    {"\"\"\"abc", "SyntaxError: unterminated triple-quoted string literal (detected at line 1) @1:1-1:1"},
    {"f\"abc", "SyntaxError: unterminated f-string literal (detected at line 1) @1:1-1:1"},
    {"f\"{a", "SyntaxError: '{' was never closed @1:3-1:0"},
    {"f\"{a b}\"", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:4-1:7"},
    {"f\"{a:{b}\"", "SyntaxError: f-string: expecting '}', or format specs @1:9-1:10"},
    {"f\"{}\"", "SyntaxError: f-string: valid expression required before '}' @1:4-1:5"},
    {"f\"{a!}\"", "SyntaxError: f-string: missing conversion character @1:6-1:7"},
    {"f\"{=}\"", "SyntaxError: f-string: valid expression required before '=' @1:4-1:5"},
    {"f\"{!r}\"", "SyntaxError: f-string: valid expression required before '!' @1:4-1:5"},
    {"f\"{:x}\"", "SyntaxError: f-string: valid expression required before ':' @1:4-1:5"},
    {"f\"{a!r b}\"", "SyntaxError: f-string: expecting ':' or '}' @1:8-1:9"},
    {"f\"{a=b}\"", "SyntaxError: f-string: expecting '!', or ':', or '}' @1:6-1:7"},
    {"f\"{*}\"", "SyntaxError: f-string: expecting a valid expression after '{' @1:4-1:5"},
    {"f\"{a:", "SyntaxError: '{' was never closed @1:3-1:0"},
    {"r\"\\\"", "SyntaxError: unterminated string literal (detected at line 1) @1:1-1:1"},
    {"\"\\", "SyntaxError: unterminated string literal (detected at line 1) @1:1-1:1"},
    {"x = \"a\" b", "SyntaxError: invalid syntax @1:9-1:10"},
    {"x = \"a\" \"b\" c", "SyntaxError: invalid syntax @1:13-1:14"},
    {"b\"\\x0\"", "SyntaxError: (value error) invalid \\x escape at position 0 @1:1-1:7"},
    {"\"\\u12\"", "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\uXXXX escape @1:1-1:7"},
    {"1__2", "SyntaxError: invalid decimal literal @1:2-1:2"},
    {"1.2.3", "SyntaxError: invalid syntax @1:4-1:6"},
    {"0b12", "SyntaxError: invalid digit '2' in binary literal @1:4-1:4"},
    {"0o9", "SyntaxError: invalid digit '9' in octal literal @1:3-1:3"},
    {"0xz", "SyntaxError: invalid hexadecimal literal @1:2-1:2"},
    {"1e+", "SyntaxError: invalid decimal literal @1:3-1:3"},
    {"12abc", "SyntaxError: invalid decimal literal @1:2-1:2"},
    {"1_a", "SyntaxError: invalid decimal literal @1:2-1:2"},
    {"0b", "SyntaxError: invalid binary literal @1:2-1:2"},
    {"0o", "SyntaxError: invalid octal literal @1:2-1:2"},
    {"0x", "SyntaxError: invalid hexadecimal literal @1:2-1:2"},
    {"00012", "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers @1:1-1:4"},
    {"1.5jx", "SyntaxError: invalid imaginary literal @1:4-1:4"},
    {"é$", "SyntaxError: invalid syntax @1:2-1:3"},
    {"“a”", "SyntaxError: invalid character '“' (U+201C) @1:1-1:1"},
    {"a = “b”", "SyntaxError: invalid character '“' (U+201C) @1:5-1:5"},
    {"x​ = 1", "SyntaxError: invalid non-printable character U+200B @1:2-1:2"},
    {"a \\ b", "SyntaxError: unexpected character after line continuation character @1:4-1:0"},
    {"\\", "SyntaxError: unexpected EOF while parsing @1:2-1:-1"},
    {"a = 5 \\\n", "SyntaxError: unexpected EOF while parsing @1:8-1:-1"},
    {"\"a\nb\"", "SyntaxError: unterminated string literal (detected at line 1) @1:1-1:1"},
    {"import", "SyntaxError: invalid syntax @1:7-1:7"},
    {"import 1", "SyntaxError: invalid syntax @1:8-1:9"},
    {"import a.1", "SyntaxError: invalid syntax @1:9-1:11"},
    {"from", "SyntaxError: invalid syntax @1:5-1:5"},
    {"from a", "SyntaxError: invalid syntax @1:7-1:7"},
    {"from a import", "SyntaxError: invalid syntax @1:14-1:14"},
    {"from import a", "SyntaxError: invalid syntax @1:6-1:12"},
    {"from a import *, b", "SyntaxError: invalid syntax @1:16-1:17"},
    {"import a as", "SyntaxError: invalid syntax @1:12-1:12"},
    {"import a as 1", "SyntaxError: invalid syntax @1:13-1:14"},
    {"x: ", "SyntaxError: invalid syntax @1:4-1:4"},
    {"x: 1 2", "SyntaxError: invalid syntax @1:6-1:7"},
    {"(a, b): int", "SyntaxError: only single target (not tuple) can be annotated @1:1-1:7"},
    {"[a]: int", "SyntaxError: only single target (not list) can be annotated @1:1-1:4"},
    {"f(): int", "SyntaxError: illegal target for annotation @1:1-1:4"},
    {"x, y: int = 1", "SyntaxError: only single target (not tuple) can be annotated @1:1-1:2"},
    {"lambda: (yield", "SyntaxError: '(' was never closed @1:9-1:0"},
    {"lambda x y: 1", "SyntaxError: invalid syntax @1:10-1:11"},
    {"lambda x:", "SyntaxError: invalid syntax @1:10-1:10"},
    {"[x for x in]", "SyntaxError: invalid syntax @1:12-1:13"},
    {"[x for]", "SyntaxError: invalid syntax @1:7-1:8"},
    {"[for x in y]", "SyntaxError: invalid syntax @1:2-1:5"},
    {"[x for x y]", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:8-1:11"},
    {"[x in y for]", "SyntaxError: invalid syntax @1:12-1:13"},
    {"a[", "SyntaxError: '[' was never closed @1:2-1:0"},
    {"a[1", "SyntaxError: '[' was never closed @1:2-1:0"},
    {"a[1:2:3:4]", "SyntaxError: invalid syntax @1:8-1:9"},
    {"a[:", "SyntaxError: '[' was never closed @1:2-1:0"},
    {"a[]", "SyntaxError: invalid syntax @1:3-1:4"},
    {"a[1 2]", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:3-1:6"},
    {"f(,)", "SyntaxError: invalid syntax @1:3-1:4"},
    {"f(a,,b)", "SyntaxError: invalid syntax @1:5-1:6"},
    {"(,)", "SyntaxError: invalid syntax @1:2-1:3"},
    {"(a,,b)", "SyntaxError: invalid syntax @1:4-1:5"},
    {"[,]", "SyntaxError: invalid syntax @1:2-1:3"},
    {"[a,,b]", "SyntaxError: invalid syntax @1:4-1:5"},
    {"{,}", "SyntaxError: invalid syntax @1:2-1:3"},
    {"{a:b,,c:d}", "SyntaxError: invalid syntax @1:6-1:7"},
    {"f(*)", "SyntaxError: invalid syntax @1:4-1:5"},
    {"f(**)", "SyntaxError: invalid syntax @1:5-1:6"},
    {"f(a=)", "SyntaxError: invalid syntax @1:5-1:6"},
    {"f(=1)", "SyntaxError: invalid syntax @1:3-1:4"},
    {"f(1=2)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"? @1:3-1:5"},
    {"f(\"a\"=2)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"? @1:3-1:7"},
    {"f(a.b=2)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"? @1:3-1:7"},
    {"f(a()=2)", "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"? @1:3-1:7"},
    {"f(a=b=c)", "SyntaxError: invalid syntax @1:6-1:7"},
    {"f(a, b=1, c, d)", "SyntaxError: positional argument follows keyword argument @1:15-1:16"},
    {"f(a:=1, b:=)", "SyntaxError: invalid syntax @1:12-1:13"},
    {"print(f\"{x!z}\")", "SyntaxError: f-string: invalid conversion character 'z': expected 's', 'r', or 'a' @1:12-1:13"},
    {"(yield) = 1", "SyntaxError: cannot assign to yield expression here. Maybe you meant '==' instead of '='? @1:2-1:7"},
    {"(a for a in b) = 1", "SyntaxError: cannot assign to generator expression @1:1-1:15"},
    {"[a for a in b] = 1", "SyntaxError: cannot assign to list comprehension here. Maybe you meant '==' instead of '='? @1:1-1:15"},
    {"{} = 1", "SyntaxError: cannot assign to dict literal here. Maybe you meant '==' instead of '='? @1:1-1:3"},
    {"{1} = 1", "SyntaxError: cannot assign to set display here. Maybe you meant '==' instead of '='? @1:1-1:4"},
    {"\"a\" = 1", "SyntaxError: cannot assign to literal here. Maybe you meant '==' instead of '='? @1:1-1:4"},
    {"f\"{a}\" = 1", "SyntaxError: cannot assign to f-string expression here. Maybe you meant '==' instead of '='? @1:1-1:7"},
    {"a + b = 1", "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='? @1:1-1:6"},
    {"-a = 1", "SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='? @1:1-1:3"},
    {"a < b = 1", "SyntaxError: cannot assign to comparison @1:1-1:6"},
    {"a and b = 1", "SyntaxError: cannot assign to expression @1:1-1:8"},
    {"not a = 1", "SyntaxError: cannot assign to expression @1:1-1:6"},
    {"lambda: 0 = 1", "SyntaxError: cannot assign to lambda @1:1-1:10"},
    {"a if b else c = 1", "SyntaxError: cannot assign to conditional expression @1:1-1:14"},
    {"... = 1", "SyntaxError: cannot assign to ellipsis here. Maybe you meant '==' instead of '='? @1:1-1:4"},
    {"(a := b) = 1", "SyntaxError: cannot assign to named expression here. Maybe you meant '==' instead of '='? @1:2-1:8"},
    {"1 += 1", "SyntaxError: 'literal' is an illegal expression for augmented assignment @1:1-1:2"},
    {"a() += 1", "SyntaxError: 'function call' is an illegal expression for augmented assignment @1:1-1:4"},
    {"None += 1", "SyntaxError: 'None' is an illegal expression for augmented assignment @1:1-1:5"},
    {"[a] += 1", "SyntaxError: 'list' is an illegal expression for augmented assignment @1:1-1:4"},
    {"x = 1 = y", "SyntaxError: cannot assign to literal @1:5-1:6"},
    {"x = f() = y", "SyntaxError: cannot assign to function call @1:5-1:8"},
    {"with (a as b, c as d: pass", "SyntaxError: invalid syntax @1:21-1:22"},
    {"with (a, b) as c, d as e(): pass", "SyntaxError: cannot assign to function call @1:24-1:27"},
    {"with a, b\n  pass", "SyntaxError: expected ':' @1:10-1:10"},
    {"with (a, b)\n  pass", "SyntaxError: expected ':' @1:12-1:12"},
    {"with a as b\n pass", "SyntaxError: expected ':' @1:12-1:12"},
    {"x = (\n1,\n2\n\ny = 3\n", "SyntaxError: '(' was never closed @1:5-1:0"},
    {"def f(a, b:\n  pass\n", "SyntaxError: '(' was never closed @1:6-1:0"},
    {"def f(\n  a,\n  b\n:\n  pass", "SyntaxError: '(' was never closed @1:6-1:0"},
    {"x = {\n\"a\": 1,\n\"b\": 2\n\nfor i in x:\n  pass\n", "SyntaxError: '{' was never closed @1:5-1:0"},
    {"class A:\n  def f(self):\n    return (1\n  def g(self):\n    pass\n", "SyntaxError: '(' was never closed @3:12-3:0"},
    {"print(\"hello\"\nprint(\"world\")\n", "SyntaxError: '(' was never closed @1:6-1:0"},
    {"print(\"a\" + )", "SyntaxError: invalid syntax @1:13-1:14"},
    {"x = [1, 2, 3\nprint(x)", "SyntaxError: '[' was never closed @1:5-1:0"},
    {"if (a == 1:\n  pass", "SyntaxError: invalid syntax @1:11-1:12"},
    {"while (True:\n  x", "SyntaxError: invalid syntax @1:12-1:13"},
    {"foo(a, b))", "SyntaxError: unmatched ')' @1:10-1:10"},
    {"foo[a]]", "SyntaxError: unmatched ']' @1:7-1:7"},
    {"x = 5)\n", "SyntaxError: unmatched ')' @1:6-1:6"},
    {"for i in range(10:\n  pass", "SyntaxError: invalid syntax @1:18-1:19"},
    {"for i in range(10)):\n  pass", "SyntaxError: unmatched ')' @1:19-1:19"},
    {"print \"hello\"\nfoo(", "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? @1:1-1:14"},
    {"x == 1 = 2", "SyntaxError: cannot assign to comparison @1:1-1:7"},
    {"if True:\n  x = 1\n   y = 2", "IndentationError: unexpected indent @3:3-3:-1"},
    {"if True:\n    x = 1\n  y = 2\n", "IndentationError: unindent does not match any outer indentation level @3:8-3:-1"},
    {"def f():\n\tx\n    y\n", "IndentationError: unindent does not match any outer indentation level @3:6-3:-1"},
    {"(a, b) = (c, d) = 1 +", "SyntaxError: invalid syntax @1:22-1:22"},
    {"x = 0777", "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers @1:5-1:6"},
    {"x = 0b2", "SyntaxError: invalid digit '2' in binary literal @1:7-1:7"},
    {"x = 1e", "SyntaxError: invalid decimal literal @1:5-1:5"},
    {"f(c 30)", "SyntaxError: invalid syntax @1:5-1:7"},
    {"x {g h}", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:4-1:7"},
    {"{1: 2, 3}", "SyntaxError: ':' expected after dictionary key @1:8-1:0"},
    {"{1: 2, **a, b c}", "SyntaxError: ':' expected after dictionary key @1:13-1:0"},
    {"a = 1 if b", "SyntaxError: expected 'else' after 'if' expression @1:5-1:11"},
    {"(a if b)", "SyntaxError: expected 'else' after 'if' expression @1:2-1:8"},
    {"if x:\n", "IndentationError: expected an indented block after 'if' statement on line 1 @1:6-1:-1"},
    {"if x: # c", "IndentationError: expected an indented block after 'if' statement on line 1 @1:10-1:-1"},
    {"def f(x):\n\n\n", "IndentationError: expected an indented block after function definition on line 1 @3:1-3:-1"},
    {"for x in range(3)\n  pass", "SyntaxError: expected ':' @1:18-1:18"},
    {"while x\n  pass", "SyntaxError: expected ':' @1:8-1:8"},
    {"if x\n  pass", "SyntaxError: expected ':' @1:5-1:5"},
    {"elif", "SyntaxError: invalid syntax @1:1-1:5"},
    {"\n\n\nfoo(\n", "SyntaxError: '(' was never closed @4:4-4:0"},
    {"x = # b", "SyntaxError: invalid syntax @1:5-1:8"},
    {"1if 2else", "SyntaxError: invalid syntax @1:10-1:10"},
    {"x = 5 6", "SyntaxError: invalid syntax @1:7-1:8"},
    {"print(1) 2", "SyntaxError: invalid syntax @1:10-1:11"},
    {"foo(x, y for y in z)", "SyntaxError: Generator expression must be parenthesized @1:8-1:20"},
    {"foo(y for y in z, x)", "SyntaxError: Generator expression must be parenthesized @1:5-1:17"},
    {"foo(**a, *b)", "SyntaxError: iterable argument unpacking follows keyword argument unpacking @1:10-1:11"},
    {"foo(a=1, **b, c)", "SyntaxError: positional argument follows keyword argument unpacking @1:16-1:17"},
    {"é = é é", "SyntaxError: invalid syntax @1:7-1:8"},
    {"(é é)", "SyntaxError: invalid syntax. Perhaps you forgot a comma? @1:2-1:5"},
    {"class C: def f(): pass", "SyntaxError: invalid syntax @1:10-1:13"},
    {"a: int: b", "SyntaxError: invalid syntax @1:7-1:8"},
    {"with a as b\n  pass", "SyntaxError: expected ':' @1:12-1:12"},
    {"assert (x, y) z", "SyntaxError: invalid syntax @1:15-1:16"},
    {"lambda x: x = 1", "SyntaxError: cannot assign to lambda @1:1-1:12"},
    {"x = [\n  1,\n  2\n", "SyntaxError: '[' was never closed @1:5-1:0"},
    {"if (a:\n  b", "SyntaxError: invalid syntax @1:6-1:7"},
    {"def f():\n  return [1, 2\n\ndef g():\n  pass\n", "SyntaxError: '[' was never closed @2:10-2:0"},
    {"a\n  b\n", "IndentationError: unexpected indent @2:2-2:-1"},
    {"if a:\n    b\n   c\n", "IndentationError: unindent does not match any outer indentation level @3:5-3:-1"},
    {"if a:\n        b\n\tc\n", "TabError: inconsistent use of tabs and spaces in indentation @3:1-3:0"},
    {"x = ¿", "SyntaxError: invalid character '¿' (U+00BF) @1:5-1:5"},
    {"x = a b", "SyntaxError: invalid non-printable character U+00A0 @1:6-1:6"},
    {"0_7", "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers @1:1-1:3"},
    {"0x_", "SyntaxError: invalid hexadecimal literal @1:3-1:3"},
    {"1__1", "SyntaxError: invalid decimal literal @1:2-1:2"},
    {"1.e", "SyntaxError: invalid decimal literal @1:2-1:2"},
    {"1.5e+", "SyntaxError: invalid decimal literal @1:5-1:5"},
    {"\"a\\", "SyntaxError: unterminated string literal (detected at line 1) @1:1-1:1"},
    {"b\"\\xg\"", "SyntaxError: (value error) invalid \\x escape at position 0 @1:1-1:7"},
    {"\"\\U00110000\"", "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character @1:1-1:13"},
    {"'\\x4'", "SyntaxError: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape @1:1-1:6"},
};
// clang-format on

TEST(ParserErrors, AreCPythons) {
  for (const Case& c : kCases) EXPECT_EQ(error_of(c.source), c.error) << c.source;
}

TEST(ParserErrors, TheFirstErrorOfTheFileIsTold) {
  EXPECT_EQ(error_of("x = 1\ny = (2 3)\nz = = 4\n"),
            "SyntaxError: invalid syntax. Perhaps you forgot a comma? @2:6-2:9");
}

TEST(ParserErrors, ABrokenTokenFurtherDownExplainsMore) {
  EXPECT_EQ(error_of("x = = 1\ny = 'abc\n"),
            "SyntaxError: unterminated string literal (detected at line 2) @2:5-2:5");
}

TEST(ParserErrors, UnsupportedSyntaxIsNamed) {
  EXPECT_EQ(error_of("x = 1\nawait x\n"), "SyntaxError: 'await' is not supported yet @2:1-2:6");
  EXPECT_EQ(message_of("async def f(): pass"), "'async def' is not supported yet");
  EXPECT_EQ(message_of("def f():\n  async with a: pass"), "'async with' is not supported yet");
  EXPECT_EQ(message_of("def f():\n  async for a in b: pass"), "'async for' is not supported yet");
  EXPECT_EQ(message_of("@d\nasync def f(): pass"), "'async def' is not supported yet");
  EXPECT_EQ(message_of("[a async for a in b]"), "'async for' is not supported yet");
  EXPECT_EQ(message_of("type X = int"), "the 'type' statement is not supported yet");
  EXPECT_EQ(message_of("def f[T](x): pass"), "type parameter syntax is not supported yet");
  EXPECT_EQ(message_of("class C[T]: pass"), "type parameter syntax is not supported yet");
  EXPECT_EQ(message_of("'\\N{BULLET}'"), "\\N{...} escapes are not supported yet");
}

TEST(ParserErrors, WhatTheCompilerWouldFindYieldsToTheGrammar) {
  EXPECT_EQ(error_of("f(a=1, a=2)"), "SyntaxError: keyword argument repeated: a @1:8-1:11");
  EXPECT_EQ(error_of("def f(x, *, x): pass"),
            "SyntaxError: duplicate argument 'x' in function definition @1:13-1:14");
  EXPECT_EQ(error_of("f(a=1, a=2)\nx = = 1\n"), "SyntaxError: invalid syntax @2:5-2:6");
}

TEST(ParserErrors, SourceThatIsNoText) {
  EXPECT_EQ(message_of(std::string_view("a\0b", 3)),
            "source code string cannot contain null bytes");
  EXPECT_EQ(message_of("x = 1\ny = '\xE9'\n").substr(0, 45),
            "Non-UTF-8 code starting with '\\xe9' on line 2");
  EXPECT_EQ(message_of("\xED\xA0\x80").substr(0, 14), "Non-UTF-8 code");
  EXPECT_EQ(message_of("\xF5\x80\x80\x80").substr(0, 14), "Non-UTF-8 code");
  EXPECT_EQ(message_of("\xC0\x80").substr(0, 14), "Non-UTF-8 code");
  const std::string long_source(limits::kSourceBytes + 1, '#');
  EXPECT_EQ(message_of(long_source).substr(0, 23), "source code is too long");
}

TEST(ParserErrors, HugeDecimalIntegers) {
  EXPECT_EQ(message_of(std::string(4300, '7')), "no error");
  EXPECT_EQ(message_of(std::string(4301, '7')).substr(0, 61),
            "Exceeds the limit (4300 digits) for integer string conversion");
  EXPECT_EQ(message_of("0x" + std::string(9000, 'f')), "no error");
}

// --- nesting
// ------------------------------------------------------------------------------------------

std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

TEST(ParserNesting, ReasonableDepthIsAccepted) {
  EXPECT_EQ(message_of(repeated("(", 190) + "x" + repeated(")", 190)), "no error");
  EXPECT_EQ(message_of(repeated("[", 190) + repeated("]", 190)), "no error");
  EXPECT_EQ(message_of(repeated("not ", 150) + "x"), "no error");
  EXPECT_EQ(message_of(repeated("lambda: ", 150) + "x"), "no error");
  EXPECT_EQ(message_of("x = a" + repeated(" + a", 900)), "no error");
  EXPECT_EQ(message_of("a" + repeated(".a", 900)), "no error");
  EXPECT_EQ(message_of("if a: b\n" + repeated("elif a: b\n", 900)), "no error");
}

TEST(ParserNesting, LengthIsNotDepth) {
  EXPECT_EQ(message_of("a" + repeated(" and a", 20000)), "no error");
  EXPECT_EQ(message_of("a" + repeated(" < a", 20000)), "no error");
  EXPECT_EQ(message_of("a" + repeated(", a", 20000)), "no error");
  EXPECT_EQ(message_of(repeated("a = ", 20000) + "1"), "no error");
  EXPECT_EQ(message_of(repeated("'a' ", 20000)), "no error");
}

TEST(ParserNesting, TooMuchIsRefused) {
  constexpr const char* kTooDeep = "too many nested expressions or blocks";
  EXPECT_EQ(message_of(repeated("(", 1000)), "too many nested parentheses");
  for (const char* link : {"not ", "-", "lambda: ", "a ** ", "a if b else "}) {
    EXPECT_EQ(message_of(repeated(link, 5000) + "x"), kTooDeep) << link;
  }
  for (const char* link : {" + a", ".a", "()", "[0]"}) {
    EXPECT_EQ(message_of("a" + repeated(link, 5000)), kTooDeep) << link;
  }
  EXPECT_EQ(message_of("if a: b\n" + repeated("elif a: b\n", 5000)), kTooDeep);
  std::string blocks;
  for (int i = 0; i < 120; ++i) blocks += std::string(static_cast<std::size_t>(i), ' ') + "if x:\n";
  EXPECT_EQ(message_of(blocks), "too many levels of indentation");
}

TEST(ParserNesting, WrongProgramsDoNotTakeForEver) {
  for (const char* piece : {"(", "[", "{", "{(", "(a b", "{1:", "a[", "f(", "f(a=", "(a if ",
                            "((a =", "print ", "a ", "match ", "{a:{", "(lambda:", "f\"{", "x: "}) {
    EXPECT_NE(message_of(repeated(piece, 150)), "no error") << piece;
  }
}

}  // namespace
}  // namespace interleave::lang
