// The compiler's inside: one Unit per code object being made, and the walk over the tree that fills
// them. Private to compiler_*.cpp; one thread, one use.
//
// Errors do not unwind: the first one is kept, the walk goes on, and its result is dropped.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lang/code.h"
#include "lang/compiler.h"
#include "lang/compiler_constants.h"
#include "lang/compiler_flow.h"
#include "lang/symtable.h"
#include "lang/tree.h"

namespace interleave::lang {

// Displays and calls of more values than this are built piece by piece, which bounds the stack.
inline constexpr std::size_t kStackUse = 30;

// What a break, continue or return has to clear away on its way out.
enum class FrameBlockKind : std::uint8_t {
  WhileLoop,
  ForLoop,
  TryExcept,
  FinallyTry,
  FinallyEnd,
  With,
  HandlerCleanup,
  PopValue,
  ExceptionHandler,
  ExceptionGroupHandler,
};

struct FrameBlock {
  FrameBlockKind kind;
  flow::Block* block = nullptr;  // where continue goes
  flow::Block* exit = nullptr;   // where break goes
  const Node* node = nullptr;    // the with or try statement
  std::string_view name = {};    // HandlerCleanup: of `except … as name`
};

// One code object in the making.
struct Unit {
  const Scope* scope = nullptr;
  std::unique_ptr<Code> code;
  flow::Graph graph;
  std::string class_name;  // for mangling
  std::vector<FrameBlock> frame_blocks;
  std::unordered_map<std::string, std::uint32_t> varnames;
  std::unordered_map<std::string, std::uint32_t> names;
  std::unordered_map<std::string, std::uint32_t> cells;  // cellvars, then freevars
  std::unordered_map<std::string, std::uint32_t> constants;
  CodePosition place;  // given to what is emitted
};

// Names captured by a pattern, and the blocks that clean up after a failed one.
struct PatternContext {
  std::vector<std::string_view> stores;
  bool allow_irrefutable = false;
  std::vector<flow::Block*> fail_pop;
  std::size_t on_top = 0;
};

class Compiler {
 public:
  Compiler(std::string_view filename, const CompileOptions& options)
      : filename_(filename), options_(options) {}

  CompileResult run(const Module& module);

 private:
  using Block = flow::Block;
  using Kind = CodeConstant::Kind;

  // --- compiler.cpp: units, emission, names
  void find_future(const Module& module);
  void fail(const Position& pos, std::string message);
  void fail_here(std::string message);  // at the present place
  void enter(const Node* node, std::string name, std::int32_t first_line);
  static void add_cellvars(Unit& unit);
  const Code* leave();
  std::string qualified_name(const std::string& name) const;
  std::uint32_t flags_of(const Scope& scope) const;
  Unit& unit() { return *units_.back(); }
  std::string mangled(std::string_view name) { return mangle(unit().class_name, name); }

  void set_place(const Node* node);
  void unset_place() { unit().place = {}; }
  void append(Opcode op, std::uint32_t arg, Block* target, const CodePosition& place);
  void add(Opcode op, std::uint32_t arg = 0) { append(op, arg, nullptr, unit().place); }
  void add_artificial(Opcode op) { append(op, 0, nullptr, {}); }
  void add_jump(Opcode op, Block* target) { append(op, 0, target, unit().place); }
  void add_jump_artificial(Opcode op, Block* target) { append(op, 0, target, {}); }
  void add_name(Opcode op, std::string_view name);
  void add_plain_name(Opcode op, std::string_view name);
  void add_binary(BinaryOp op) { add(Opcode::BINARY_OP, static_cast<std::uint32_t>(op)); }
  void add_compare(CompareOperator op);
  Block* new_block() { return unit().graph.new_block(); }
  void use(Block* block) { unit().graph.use_block(block); }
  std::uint32_t constant_index(CodeConstant constant);
  void load(CodeConstant constant) { add(Opcode::LOAD_CONST, constant_index(std::move(constant))); }
  void load_none() { load({}); }
  void load_text(std::string_view text) { load(make_str(text)); }
  void name_op(std::string_view name, ExprContext ctx);
  bool forbidden_name(std::string_view name, ExprContext ctx);

  // --- compiler_fold.cpp
  const CodeConstant* fold(const Expr* expr);
  std::optional<CodeConstant> fold_now(const Expr* expr);
  std::optional<CodeConstant> fold_items(const Seq<Expr*>& items, Kind kind);
  const CodeConstant* fold_iterable(const Expr* iter);

  // --- compiler_stmt.cpp
  void body(const Seq<Stmt*>& statements);
  void statements(const Seq<Stmt*>& list);
  void statement(const Stmt* stmt);
  void simple_statement(const Stmt* stmt);
  void if_statement(const If* stmt);
  void while_statement(const While* stmt);
  void for_statement(const For* stmt);
  void return_statement(const Return* stmt);
  void break_statement(const Stmt* stmt);
  void continue_statement(const Stmt* stmt);
  void assert_statement(const Assert* stmt);
  void raise_statement(const Raise* stmt);
  void assign(const Assign* stmt);
  void augmented_assign(const AugAssign* stmt);
  void annotated_assign(const AnnAssign* stmt);
  void annotated_subscript(const Expr* expr);
  void drop_value(const Expr* expr);
  void import(const Import* stmt);
  void import_as(const Alias* alias);
  void import_from(const ImportFrom* stmt);
  bool is_late_future(const Stmt* stmt) const;
  void expression_statement(const ExprStmt* stmt);

  // --- compiler_try.cpp
  void push_block(FrameBlock block);
  void pop_block() { unit().frame_blocks.pop_back(); }
  void try_statement(const Try* stmt);
  void try_finally(const Try* stmt);
  void try_body(const Try* stmt);
  void try_except(const Try* stmt);
  void except_handler(const ExceptHandler* handler, Block* end);
  void try_except_star(const Try* stmt);
  void star_handler(const ExceptHandler* handler, Block* next);
  void star_finish(Block* end);
  void with_statement(const With* stmt, std::size_t item);
  void with_except_finish(Block* cleanup);
  void call_exit_with_nones();
  void pop_except_and_reraise();
  void forget_name(std::string_view name);
  void unwind(FrameBlock block, bool keep_top);
  /// Unwinds all, or with `loop` up to the innermost loop, which it tells.
  void unwind_blocks(bool keep_top, std::optional<FrameBlock>* loop);

  // --- compiler_def.cpp
  void function_def(const FunctionDef* def);
  void class_def(const ClassDef* def);
  void lambda(const Lambda* expr);
  void decorators(const Seq<Expr*>& list);
  void apply_decorators(const Seq<Expr*>& list);
  std::uint32_t default_arguments(const Arguments* args);
  std::uint32_t keyword_defaults(const Arguments* args);
  void annotation(std::string_view name, const Expr* annotation, std::uint32_t& count);
  std::uint32_t annotations(const FunctionDef* def);
  void count_parameters(const Arguments* args);
  void check_parameters(const Arguments* args);
  void make_closure(const Code* code, std::uint32_t flags);
  void comprehension(const Expr* expr);
  void comprehension_loop(const Expr* expr, const Seq<Comprehension*>& generators,
                          std::size_t index, std::uint32_t depth);
  void comprehension_element(const Expr* expr, std::uint32_t depth);

  // --- compiler_expr.cpp
  void expression(const Expr* expr);
  void expression_here(const Expr* expr);
  void display(const Expr* expr);
  void expressions(const Seq<Expr*>& list);
  void optional(const Expr* expr);
  void bool_op(const BoolOp* expr);
  void if_expression(const IfExp* expr);
  void compare(const Compare* expr);
  void last_operand(const Compare* expr);
  void iterable(const Expr* expr);
  void jump_if(const Expr* expr, Block* target, bool when);
  bool jump_if_compare(const Compare* expr, Block* target, bool when);
  void unary(const UnaryOp* expr);
  void attribute(const Attribute* expr);
  void start_at_attribute(const Attribute* expr);
  void subscript(const Subscript* expr);
  void slice(const Slice* expr);
  void starred(const Starred* expr);
  void yield_value(const Yield* expr);
  void yield_from(const YieldFrom* expr);
  void joined_string(const JoinedStr* expr);
  bool percent_format(const BinOp* expr);
  void formatted_value(const FormattedValue* expr);
  void sequence(const Seq<Expr*>& elts, ExprContext ctx, bool list);
  void unpack(const Seq<Expr*>& elts);
  void dict(const Dict* expr);
  void part_of_dict(const Dict* expr, std::size_t begin, std::size_t end);

  struct BuildOps {
    Opcode build;
    Opcode add;
    Opcode extend;
    bool tuple;
  };
  void build(const Seq<Expr*>& elts, std::uint32_t pushed, const BuildOps& ops);
  bool all_constant(const Seq<Expr*>& elts, std::size_t begin, std::size_t end);

  // --- compiler_call.cpp
  void call(const Call* expr);
  bool method_call(const Call* expr);
  void call_with(std::uint32_t pushed, const Seq<Expr*>& args, const Seq<Keyword*>& keywords);
  void call_unpacking(std::uint32_t pushed, const Seq<Expr*>& args, const Seq<Keyword*>& keywords);
  void part_of_keywords(const Seq<Keyword*>& keywords, std::size_t begin, std::size_t end);
  void keyword_names(const Seq<Keyword*>& keywords);
  bool check_keywords(const Seq<Keyword*>& keywords);

  // --- compiler_match.cpp
  void match(const Match* stmt);
  void match_case(const MatchCase* match_case, bool last, PatternContext& context, Block* end);
  void pattern(const Pattern* pattern, PatternContext& context);
  void sub_pattern(const Pattern* pattern, PatternContext& context);
  void pattern_value(const MatchValue* pattern, PatternContext& context);
  void pattern_singleton(const MatchSingleton* pattern, PatternContext& context);
  void pattern_sequence(const MatchSequence* pattern, PatternContext& context);
  void pattern_unpack(const Seq<Pattern*>& patterns, PatternContext& context);
  void pattern_subscripts(const Seq<Pattern*>& patterns, std::size_t star, PatternContext& context);
  void pattern_mapping(const MatchMapping* pattern, PatternContext& context);
  void pattern_keys(const MatchMapping* pattern);
  void pattern_rest(const MatchMapping* pattern, PatternContext& context);
  void pattern_class(const MatchClass* pattern, PatternContext& context);
  void pattern_as(const MatchAs* pattern, PatternContext& context);
  void pattern_or(const MatchOr* pattern, PatternContext& context);
  bool reorder_stores(const std::vector<std::string_view>& control, PatternContext& context);
  void pattern_store(std::string_view name, PatternContext& context);
  void rotate(std::size_t count);
  void ensure_fail_pop(std::size_t pops, PatternContext& context);
  void jump_to_fail_pop(Opcode op, PatternContext& context);
  void emit_fail_pop(PatternContext& context);

  std::string_view filename_;
  CompileOptions options_;
  bool future_annotations_ = false;
  const Stmt* last_future_ = nullptr;  // of the __future__ imports at the beginning
  SymbolTable symbols_;
  std::vector<std::unique_ptr<Unit>> units_;
  const Stmt* statement_ = nullptr;  // the innermost one being compiled
  int instructions_ = 0;             // emitted so far, in all units
  std::unordered_map<const Expr*, std::optional<CodeConstant>> folded_;
  std::unique_ptr<Code> finished_;
  std::optional<Diagnostic> error_;
};

/// An expression's text as `from __future__ import annotations` keeps it.
std::string unparse(const Expr* expr);

}  // namespace interleave::lang
