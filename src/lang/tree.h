// The syntax tree: the nodes of Python's own `ast` module, as plain structs in an arena.
//
// Not a validated program: what the symbol table finds ('return' outside a function, `nonlocal`
// without a binding, …) is not checked here. Nodes hold no code and no heap values. A finished tree
// is immutable by convention and may be read by any thread; the arena it lies in must outlive it.
//
// Use: `switch (node->kind) { case NodeKind::BinOp: … as<BinOp>(node) … }`.
// Optional children are null pointers, optional names are empty string_views.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace interleave::lang {

/// Where a node's text lies. Lines count from 1. Columns are 0-based UTF-8 byte offsets within the
/// line, as in CPython's `ast`; LineTable (source.h) turns them into characters.
struct Position {
  std::int32_t line = 0;
  std::int32_t col = 0;
  std::int32_t end_line = 0;
  std::int32_t end_col = 0;
};

/// Interned in the arena by the parser: within one tree, equal names share their data pointer.
using Identifier = std::string_view;

/// A fixed sequence in the arena.
template <class T>
struct Seq {
  T* data = nullptr;
  std::size_t size = 0;

  T* begin() const { return data; }
  T* end() const { return data + size; }
  T& operator[](std::size_t i) const { return data[i]; }
  T& back() const { return data[size - 1]; }
  bool empty() const { return size == 0; }
};

enum class NodeKind : std::uint8_t {
  Module,
  // statements
  FunctionDef,
  AsyncFunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  TypeAlias,
  AugAssign,
  AnnAssign,
  For,
  AsyncFor,
  While,
  If,
  With,
  AsyncWith,
  Match,
  Raise,
  Try,
  TryStar,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  ExprStmt,
  Pass,
  Break,
  Continue,
  // expressions
  BoolOp,
  NamedExpr,
  BinOp,
  UnaryOp,
  Lambda,
  IfExp,
  Dict,
  Set,
  ListComp,
  SetComp,
  DictComp,
  GeneratorExp,
  Await,
  Yield,
  YieldFrom,
  Compare,
  Call,
  FormattedValue,
  JoinedStr,
  Constant,
  Attribute,
  Subscript,
  Starred,
  Name,
  List,
  Tuple,
  Slice,
  // patterns
  MatchValue,
  MatchSingleton,
  MatchSequence,
  MatchMapping,
  MatchClass,
  MatchStar,
  MatchAs,
  MatchOr,
  // parts
  Comprehension,
  ExceptHandler,
  Arguments,
  Arg,
  Keyword,
  Alias,
  WithItem,
  MatchCase,
};

enum class ExprContext : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class Operator : std::uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv,
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CompareOperator : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

struct Node {
  NodeKind kind;
  Position pos;
};
struct Stmt : Node {};
struct Expr : Node {};
struct Pattern : Node {};

/// The node as its own type; the caller has looked at `kind`.
template <class T>
T* as(Node* node) {
  return static_cast<T*>(node);
}
template <class T>
const T* as(const Node* node) {
  return static_cast<const T*>(node);
}
/// The node as T, or null when it is of another kind (or null).
template <class T>
const T* try_as(const Node* node) {
  return node != nullptr && node->kind == T::kKind ? static_cast<const T*>(node) : nullptr;
}

// --- parts --------------------------------------------------------------------------------------

struct Arg : Node {
  static constexpr NodeKind kKind = NodeKind::Arg;
  Identifier name;
  Expr* annotation = nullptr;
};

struct Arguments : Node {  // pos is unset, as in CPython
  static constexpr NodeKind kKind = NodeKind::Arguments;
  Seq<Arg*> posonlyargs;
  Seq<Arg*> args;
  Arg* vararg = nullptr;
  Seq<Arg*> kwonlyargs;
  Seq<Expr*> kw_defaults;  // one for each of kwonlyargs; null where there is none
  Arg* kwarg = nullptr;
  Seq<Expr*> defaults;  // for the last of posonlyargs + args
};

struct Keyword : Node {
  static constexpr NodeKind kKind = NodeKind::Keyword;
  Identifier arg;  // empty: **value
  Expr* value = nullptr;
};

struct Comprehension : Node {  // pos is unset, as in CPython
  static constexpr NodeKind kKind = NodeKind::Comprehension;
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Seq<Expr*> ifs;
  bool is_async = false;
};

struct ExceptHandler : Node {
  static constexpr NodeKind kKind = NodeKind::ExceptHandler;
  Expr* type = nullptr;  // null: a bare except
  Identifier name;       // empty: no `as`
  Seq<Stmt*> body;
};

struct Alias : Node {
  static constexpr NodeKind kKind = NodeKind::Alias;
  Identifier name;    // dotted for Import; "*" for `from x import *`
  Identifier asname;  // empty: no `as`
};

struct WithItem : Node {  // pos is unset, as in CPython
  static constexpr NodeKind kKind = NodeKind::WithItem;
  Expr* context_expr = nullptr;
  Expr* optional_vars = nullptr;
};

struct MatchCase : Node {  // pos is unset, as in CPython
  static constexpr NodeKind kKind = NodeKind::MatchCase;
  Pattern* pattern = nullptr;
  Expr* guard = nullptr;
  Seq<Stmt*> body;
};

// --- module and statements
// ------------------------------------------------------------------------

struct Module : Node {
  static constexpr NodeKind kKind = NodeKind::Module;
  Seq<Stmt*> body;
};

struct FunctionDef : Stmt {  // kind is FunctionDef or AsyncFunctionDef; pos starts at `def`
  static constexpr NodeKind kKind = NodeKind::FunctionDef;
  Identifier name;
  Arguments* args = nullptr;
  Seq<Stmt*> body;
  Seq<Expr*> decorator_list;
  Expr* returns = nullptr;
};

struct ClassDef : Stmt {  // pos starts at `class`
  static constexpr NodeKind kKind = NodeKind::ClassDef;
  Identifier name;
  Seq<Expr*> bases;
  Seq<Keyword*> keywords;
  Seq<Stmt*> body;
  Seq<Expr*> decorator_list;
};

struct Return : Stmt {
  static constexpr NodeKind kKind = NodeKind::Return;
  Expr* value = nullptr;
};

struct Delete : Stmt {
  static constexpr NodeKind kKind = NodeKind::Delete;
  Seq<Expr*> targets;
};

struct Assign : Stmt {
  static constexpr NodeKind kKind = NodeKind::Assign;
  Seq<Expr*> targets;
  Expr* value = nullptr;
};

struct TypeAlias : Stmt {  // `type X = …`: refused by the parser for now
  static constexpr NodeKind kKind = NodeKind::TypeAlias;
  Expr* name = nullptr;
  Expr* value = nullptr;
};

struct AugAssign : Stmt {
  static constexpr NodeKind kKind = NodeKind::AugAssign;
  Expr* target = nullptr;  // Name, Attribute or Subscript, with Store context
  Operator op = Operator::Add;
  Expr* value = nullptr;
};

struct AnnAssign : Stmt {
  static constexpr NodeKind kKind = NodeKind::AnnAssign;
  Expr* target = nullptr;
  Expr* annotation = nullptr;
  Expr* value = nullptr;
  bool simple = false;  // a bare name, not in parentheses
};

struct For : Stmt {  // kind is For or AsyncFor
  static constexpr NodeKind kKind = NodeKind::For;
  Expr* target = nullptr;
  Expr* iter = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
};

struct While : Stmt {
  static constexpr NodeKind kKind = NodeKind::While;
  Expr* test = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
};

struct If : Stmt {  // `elif` is an If alone in orelse
  static constexpr NodeKind kKind = NodeKind::If;
  Expr* test = nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
};

struct With : Stmt {  // kind is With or AsyncWith
  static constexpr NodeKind kKind = NodeKind::With;
  Seq<WithItem*> items;
  Seq<Stmt*> body;
};

struct Match : Stmt {
  static constexpr NodeKind kKind = NodeKind::Match;
  Expr* subject = nullptr;
  Seq<MatchCase*> cases;
};

struct Raise : Stmt {
  static constexpr NodeKind kKind = NodeKind::Raise;
  Expr* exc = nullptr;
  Expr* cause = nullptr;
};

struct Try : Stmt {  // kind is Try or TryStar
  static constexpr NodeKind kKind = NodeKind::Try;
  Seq<Stmt*> body;
  Seq<ExceptHandler*> handlers;
  Seq<Stmt*> orelse;
  Seq<Stmt*> finalbody;
};

struct Assert : Stmt {
  static constexpr NodeKind kKind = NodeKind::Assert;
  Expr* test = nullptr;
  Expr* msg = nullptr;
};

struct Import : Stmt {
  static constexpr NodeKind kKind = NodeKind::Import;
  Seq<Alias*> names;
};

struct ImportFrom : Stmt {
  static constexpr NodeKind kKind = NodeKind::ImportFrom;
  Identifier module;  // empty: `from . import x`
  Seq<Alias*> names;
  int level = 0;  // leading dots
};

struct Global : Stmt {
  static constexpr NodeKind kKind = NodeKind::Global;
  Seq<Identifier> names;
};

struct Nonlocal : Stmt {
  static constexpr NodeKind kKind = NodeKind::Nonlocal;
  Seq<Identifier> names;
};

struct ExprStmt : Stmt {  // CPython's statement `Expr`
  static constexpr NodeKind kKind = NodeKind::ExprStmt;
  Expr* value = nullptr;
};

struct Pass : Stmt {
  static constexpr NodeKind kKind = NodeKind::Pass;
};

struct Break : Stmt {
  static constexpr NodeKind kKind = NodeKind::Break;
};

struct Continue : Stmt {
  static constexpr NodeKind kKind = NodeKind::Continue;
};

// --- expressions
// ----------------------------------------------------------------------------------

struct BoolOp : Expr {
  static constexpr NodeKind kKind = NodeKind::BoolOp;
  BoolOperator op = BoolOperator::And;
  Seq<Expr*> values;  // two or more
};

struct NamedExpr : Expr {
  static constexpr NodeKind kKind = NodeKind::NamedExpr;
  Expr* target = nullptr;  // a Name
  Expr* value = nullptr;
};

struct BinOp : Expr {
  static constexpr NodeKind kKind = NodeKind::BinOp;
  Expr* left = nullptr;
  Operator op = Operator::Add;
  Expr* right = nullptr;
};

struct UnaryOp : Expr {
  static constexpr NodeKind kKind = NodeKind::UnaryOp;
  UnaryOperator op = UnaryOperator::Not;
  Expr* operand = nullptr;
};

struct Lambda : Expr {
  static constexpr NodeKind kKind = NodeKind::Lambda;
  Arguments* args = nullptr;
  Expr* body = nullptr;
};

struct IfExp : Expr {
  static constexpr NodeKind kKind = NodeKind::IfExp;
  Expr* test = nullptr;
  Expr* body = nullptr;
  Expr* orelse = nullptr;
};

struct Dict : Expr {
  static constexpr NodeKind kKind = NodeKind::Dict;
  Seq<Expr*> keys;  // null: `**value`
  Seq<Expr*> values;
};

struct Set : Expr {
  static constexpr NodeKind kKind = NodeKind::Set;
  Seq<Expr*> elts;
};

struct ListComp : Expr {
  static constexpr NodeKind kKind = NodeKind::ListComp;
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};

struct SetComp : Expr {
  static constexpr NodeKind kKind = NodeKind::SetComp;
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};

struct DictComp : Expr {
  static constexpr NodeKind kKind = NodeKind::DictComp;
  Expr* key = nullptr;
  Expr* value = nullptr;
  Seq<Comprehension*> generators;
};

struct GeneratorExp : Expr {
  static constexpr NodeKind kKind = NodeKind::GeneratorExp;
  Expr* elt = nullptr;
  Seq<Comprehension*> generators;
};

struct Await : Expr {
  static constexpr NodeKind kKind = NodeKind::Await;
  Expr* value = nullptr;
};

struct Yield : Expr {
  static constexpr NodeKind kKind = NodeKind::Yield;
  Expr* value = nullptr;
};

struct YieldFrom : Expr {
  static constexpr NodeKind kKind = NodeKind::YieldFrom;
  Expr* value = nullptr;
};

struct Compare : Expr {
  static constexpr NodeKind kKind = NodeKind::Compare;
  Expr* left = nullptr;
  Seq<CompareOperator> ops;
  Seq<Expr*> comparators;
};

struct Call : Expr {
  static constexpr NodeKind kKind = NodeKind::Call;
  Expr* func = nullptr;
  Seq<Expr*> args;  // Starred among them for *args
  Seq<Keyword*> keywords;
};

struct JoinedStr : Expr {
  static constexpr NodeKind kKind = NodeKind::JoinedStr;
  Seq<Expr*> values;  // Constant (Str) or FormattedValue
};

struct FormattedValue : Expr {
  static constexpr NodeKind kKind = NodeKind::FormattedValue;
  Expr* value = nullptr;
  int conversion = -1;  // -1 none, or one of 's', 'r', 'a'
  JoinedStr* format_spec = nullptr;
};

enum class ConstantKind : std::uint8_t {
  None,
  True,
  False,
  Ellipsis,
  Int,
  BigInt,
  Float,
  Complex,
  Str,
  Bytes,
};

struct Constant : Expr {
  static constexpr NodeKind kKind = NodeKind::Constant;
  ConstantKind constant = ConstantKind::None;
  bool unicode_prefix = false;  // u"…": only the dump shows it
  std::uint8_t base = 10;       // of a BigInt's digits: 10 or 16
  std::int64_t integer = 0;     // Int: 0 … INT64_MAX
  double real = 0;              // Float: the value; Complex: the imaginary part
  /// BigInt: digits without prefix, underscores or leading zeros (lower case).
  /// Str: UTF-8, where lone surrogates are encoded like any other code point (WTF-8). Bytes: as is.
  std::string_view text;
};

struct Attribute : Expr {
  static constexpr NodeKind kKind = NodeKind::Attribute;
  Expr* value = nullptr;
  Identifier attr;
  ExprContext ctx = ExprContext::Load;
};

struct Subscript : Expr {
  static constexpr NodeKind kKind = NodeKind::Subscript;
  Expr* value = nullptr;
  Expr* slice = nullptr;  // an expression, a Slice, or a Tuple of both
  ExprContext ctx = ExprContext::Load;
};

struct Starred : Expr {
  static constexpr NodeKind kKind = NodeKind::Starred;
  Expr* value = nullptr;
  ExprContext ctx = ExprContext::Load;
};

struct Name : Expr {
  static constexpr NodeKind kKind = NodeKind::Name;
  Identifier id;
  ExprContext ctx = ExprContext::Load;
};

struct List : Expr {
  static constexpr NodeKind kKind = NodeKind::List;
  Seq<Expr*> elts;
  ExprContext ctx = ExprContext::Load;
};

struct Tuple : Expr {
  static constexpr NodeKind kKind = NodeKind::Tuple;
  Seq<Expr*> elts;
  ExprContext ctx = ExprContext::Load;
};

struct Slice : Expr {
  static constexpr NodeKind kKind = NodeKind::Slice;
  Expr* lower = nullptr;
  Expr* upper = nullptr;
  Expr* step = nullptr;
};

// --- patterns
// -------------------------------------------------------------------------------------

struct MatchValue : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchValue;
  Expr* value = nullptr;
};

struct MatchSingleton : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchSingleton;
  ConstantKind value = ConstantKind::None;  // None, True or False
};

struct MatchSequence : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchSequence;
  Seq<Pattern*> patterns;
};

struct MatchMapping : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchMapping;
  Seq<Expr*> keys;
  Seq<Pattern*> patterns;
  Identifier rest;  // empty: no **rest
};

struct MatchClass : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchClass;
  Expr* cls = nullptr;
  Seq<Pattern*> patterns;
  Seq<Identifier> kwd_attrs;
  Seq<Pattern*> kwd_patterns;
};

struct MatchStar : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchStar;
  Identifier name;  // empty: `*_`
};

struct MatchAs : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchAs;
  Pattern* pattern = nullptr;  // null: a capture, or with an empty name the wildcard `_`
  Identifier name;
};

struct MatchOr : Pattern {
  static constexpr NodeKind kKind = NodeKind::MatchOr;
  Seq<Pattern*> patterns;
};

}  // namespace interleave::lang
