// The parser's inside: one recursive-descent function per rule of Python's grammar.
//
// Internal to src/lang; parser.h is the way in. Two passes, as in CPython: the first only finds out
// whether the program is right; only if it is not, the second goes over it again with the rules for
// wrong programs switched on (`second_pass_`), to say what is wrong. Every rule returns null when
// it does not match; whoever tries another rule resets the position. In the first pass a rule that
// has failed behind an operator fails as a whole; in the second it gives back what it had, since
// the rules for wrong programs look at what follows. One thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/arena.h"
#include "lang/diagnostic.h"
#include "lang/lexer.h"
#include "lang/literal.h"
#include "lang/parser.h"
#include "lang/token.h"
#include "lang/tree.h"

namespace interleave::lang {

class Parser {
 public:
  Parser(std::string_view source, Arena& arena) : arena_(arena), lexer_(source) {}

  ParseResult parse_module();
  ParseResult parse_single_expression();

 private:
  using K = TokenKind;

  // --- lists under construction: a stack shared by all open lists --------------------------------
  template <class T>
  class List {
   public:
    explicit List(Parser& parser) : parser_(parser), begin_(parser.scratch_.size()) {}
    ~List() { parser_.scratch_.resize(begin_); }
    List(const List&) = delete;
    List& operator=(const List&) = delete;

    void push(T* item) { parser_.scratch_.push_back(item); }
    std::size_t size() const { return parser_.scratch_.size() - begin_; }
    bool empty() const { return size() == 0; }
    T* operator[](std::size_t i) const { return static_cast<T*>(parser_.scratch_[begin_ + i]); }
    T* back() const { return static_cast<T*>(parser_.scratch_.back()); }
    void clear() { parser_.scratch_.resize(begin_); }

    Seq<T*> finish() const {
      Seq<T*> seq;
      seq.size = size();
      seq.data = parser_.arena_.template make_array<T*>(seq.size);
      for (std::size_t i = 0; i < seq.size; ++i) seq.data[i] = (*this)[i];
      return seq;
    }

   private:
    Parser& parser_;
    std::size_t begin_;
  };

  /// One level of nesting; `ok` is false, and the error set, when there are too many.
  class Nesting {
   public:
    explicit Nesting(Parser& parser) : ok(parser.enter()), parser_(parser) {}
    ~Nesting() { --parser_.depth_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;
    const bool ok;

   private:
    Parser& parser_;
  };

  // --- parser.cpp: tokens, positions, errors
  // -------------------------------------------------------
  void fetch();
  const Token& token(int index);
  K kind() { return token(pos_).kind; }
  K kind(int ahead) { return token(pos_ + ahead).kind; }
  bool is(K k) { return kind() == k; }
  bool accept(K k);
  bool failed() const { return error_.has_value(); }
  bool is_soft_keyword(std::string_view word) { return is(K::Name) && token(pos_).text == word; }
  bool expect_forced(K k, const char* shown);

  Position span(int start);
  template <class T>
  T* node(int start);
  template <class T>
  T* node_at(Position pos);
  Identifier intern(std::string_view text);
  bool enter();

  void raise(Position range, std::string message);
  void raise_from(Position start, std::string message);
  void raise_unbounded(std::int32_t line, std::int32_t col, std::string message);
  void raise_at_last(std::string message, DiagnosticKind kind = DiagnosticKind::SyntaxError);
  void raise_at_next(std::string message);
  void raise_unsupported(int start, int end, std::string_view feature);
  void raise_invalid_target(Expr* target, char purpose);
  static Position token_position(const Token& t) { return {t.line, t.col, t.end_line, t.end_col}; }
  static Position join(Position first, Position last) {
    return {first.line, first.col, last.end_line, last.end_col};
  }
  std::int32_t characters(std::int32_t line, std::int32_t bytes) const;
  void set_generic_error(const Token& last);
  void check_rest_of_file();
  bool check_height(const Module& module);
  ParseResult finish(Module* module);
  template <class Rule>
  ParseResult two_passes(Rule rule);
  Module* file();
  Module* eval_input();

  // --- statements
  // -----------------------------------------------------------------------------------
  bool statements(List<Stmt>& body);
  bool statement(List<Stmt>& body);
  bool simple_statements(List<Stmt>& body);
  Stmt* simple_statement();
  Stmt* expression_statement();
  Stmt* expression_statement_exact();
  Stmt* assignment_chain(int start, Expr* first);
  Stmt* annotated_assignment(int start, Expr* target, bool simple);
  Stmt* augmented_assignment(int start, Expr* target);
  Stmt* assignment_exact();
  Stmt* return_statement();
  Stmt* raise_statement();
  Stmt* global_or_nonlocal();
  Stmt* del_statement();
  Stmt* assert_statement();
  Stmt* import_name();
  Stmt* import_from();
  bool import_targets(List<Alias>& names);
  Alias* import_alias();
  Identifier dotted_name();
  Stmt* type_alias();

  // --- compound statements
  // ---------------------------------------------------------------------------
  Stmt* compound_statement();
  bool colon_before_block();
  bool block(Seq<Stmt*>& body, const char* what, int line);
  bool else_block(Seq<Stmt*>& body);
  Stmt* if_statement();
  Stmt* while_statement();
  Stmt* for_statement();
  Stmt* with_statement();
  bool with_items(List<WithItem>& items);
  bool parenthesised_with_items(List<WithItem>& items);
  WithItem* with_item();
  Stmt* try_statement();
  ExceptHandler* except_block(std::optional<bool> before, bool& star);
  void mixed_except(int start, bool star);
  bool except_header(ExceptHandler& handler, bool& star);
  void invalid_except(bool star, int expression_start);
  Stmt* decorated();
  Stmt* function_def();
  Stmt* class_def();
  Stmt* match_statement();
  Expr* match_subject();
  MatchCase* match_case();

  // --- parameters
  // ------------------------------------------------------------------------------------
  struct ParameterState;
  Arguments* parameters(K closer);
  bool parameters_closed(const ParameterState& state);
  bool plain_parameter(ParameterState& state);
  bool star_parameter(ParameterState& state);
  bool double_star_parameter(ParameterState& state);
  bool slash(ParameterState& state);
  bool parenthesised_parameters(ParameterState& state);
  Arg* parameter(K closer, bool star);
  Arguments* make_arguments(ParameterState& state);
  void note_duplicate_parameters(const Arguments& arguments);

  // --- patterns
  // ----------------------------------------------------------------------------------------
  Pattern* patterns();
  Pattern* pattern();
  Pattern* or_pattern();
  Pattern* closed_pattern();
  Pattern* literal_pattern();
  Pattern* number_pattern();
  Expr* signed_number();
  Expr* number_literal();
  Pattern* name_pattern();
  Expr* dotted_value();
  Pattern* group_or_sequence_pattern();
  Pattern* list_pattern();
  Pattern* maybe_star_pattern();
  bool pattern_list(List<Pattern>& items, K closer, bool& comma);
  Pattern* mapping_pattern();
  Expr* mapping_key();
  Pattern* class_pattern(int start, Expr* cls);
  Pattern* misplaced_positional(Pattern* first);
  bool capture_target(Identifier& name);

  // --- expressions
  // -------------------------------------------------------------------------------------
  Expr* star_expressions();
  Expr* star_expression();
  Expr* star_named_expression();
  Expr* named_expression();
  Expr* walrus();
  Expr* expression();
  Expr* plain_expression();
  Expr* expression_without_invalid();
  Expr* disjunction();
  Expr* conjunction();
  Expr* boolean(BoolOperator op);
  Expr* inversion();
  Expr* comparison();
  bool comparison_operator(CompareOperator& op);
  Expr* bitwise_or();
  Expr* binary(int min_precedence);
  Expr* factor();
  Expr* power();
  Expr* primary();
  Expr* primary_uncached();
  Expr* call(int start, Expr* func);
  Expr* subscript(int start, Expr* value);
  Expr* slices();
  Expr* slice();
  Expr* lambda();
  Expr* yield_expression();
  Expr* yield_or_star_expressions();
  bool starts_expression();

  // --- atoms
  // -------------------------------------------------------------------------------------------
  Expr* atom();
  Expr* name();
  Expr* constant(ConstantKind value);
  Expr* number();
  Expr* parenthesised();
  Expr* parenthesised_valid();
  Expr* list_valid();
  Expr* list_display();
  Expr* brace_display();
  Expr* dict_display();
  Expr* set_display();
  Expr* set_comprehension();
  Expr* dict_comprehension();
  Expr* brace_first_pass();
  Expr* finish_dict_comprehension(int start, Expr* key, Expr* value);
  bool key_value(std::vector<Expr*>& keys, std::vector<Expr*>& values);
  bool starred_items(List<Expr>& items, K closer);
  bool comprehensions(Seq<Comprehension*>& out);
  Comprehension* comprehension();
  template <class T>
  Expr* element_comprehension(int start, Expr* element, K closer);

  // --- call arguments
  // ------------------------------------------------------------------------------------
  struct ArgumentLists {
    std::vector<Expr*> args;
    std::vector<Keyword*> keywords;
    bool unpacked_mapping = false;
    bool bare_generator = false;  // f(x for x in y)
    bool generator_allowed = true;
    bool empty() const { return args.empty() && keywords.empty(); }
  };
  bool call_arguments(ArgumentLists& out);
  bool argument(ArgumentLists& out);
  bool generator_argument(ArgumentLists& out, int start, Expr* element);
  bool arguments_exact(ArgumentLists& out);
  bool args_rule(ArgumentLists& out);
  Expr* positional_argument();
  Keyword* keyword_argument(int stars);
  Expr* starred_argument();
  Expr* lone_generator();
  void invalid_arguments();
  void invalid_keyword();
  void note_repeated_keywords(const std::vector<Keyword*>& keywords);
  template <class T>
  Seq<T*> to_seq(const std::vector<T*>& items);

  // --- strings
  // -------------------------------------------------------------------------------------------
  struct StringPieces;
  Expr* strings();
  bool plain_string(StringPieces& pieces);
  bool fstring(StringPieces& pieces);
  bool fstring_literal(StringPieces& pieces, bool raw, bool in_spec);
  bool replacement_field(StringPieces& pieces, bool raw);
  bool conversion(FormattedValue& field);
  JoinedStr* format_spec(bool raw);
  void invalid_replacement_field(int start);
  Expr* make_text(Position pos, std::string_view text, bool unicode_prefix);

  // --- assignment targets
  // -----------------------------------------------------------------------------------
  Expr* star_targets();
  Expr* star_target();
  Expr* single_target();
  bool to_target(Expr* e, ExprContext ctx);
  bool to_targets(const Seq<Expr*>& elts, ExprContext ctx);
  bool is_single_target(Expr* e);
  static void set_context(Expr* e, ExprContext ctx);
  static bool is_augmented(K k, Operator& op);

  // --- parser_invalid.cpp: rules for wrong programs, second pass only
  // ------------------------------------------
  bool looks_like_soft_keyword();
  void invalid_expression();
  void invalid_legacy_expression();
  void invalid_named_expression();
  bool at_enclosed_display();
  void invalid_group();
  void invalid_comprehension();
  void invalid_dict_comprehension();
  void invalid_double_starred();
  bool invalid_key_value();
  void invalid_value_after_colon();
  void invalid_for_target();
  void invalid_del();
  void invalid_assignment();
  void invalid_annotation(int start);
  Expr* invalid_annotation_target();

  // --- memory of the second pass
  // -----------------------------------------------------------------------------------
  enum MemoRule {
    kExpression,
    kDisjunction,
    kBitwiseOr,
    kFactor,
    kPrimary,
    kAtom,
    kNamed,
    kMemoRules
  };
  struct Memo {
    Expr* result = nullptr;
    std::int32_t end = -1;  // -1: not tried yet
  };
  template <class Rule>
  Expr* memoised(MemoRule which, Rule rule);

  Arena& arena_;
  Lexer lexer_;
  std::vector<Token> tokens_;
  int pos_ = 0;
  int depth_ = 0;
  bool second_pass_ = false;
  bool invalid_rules_ = false;  // second_pass_, and not inside expression_without_invalid
  std::optional<Diagnostic> error_;
  std::optional<Diagnostic> deferred_;  // not the grammar's; told only when nothing else is wrong
  bool error_from_lexer_ = false;
  std::vector<void*> scratch_;
  std::unordered_set<std::string_view> names_;
  std::vector<std::array<Memo, kMemoRules>> memo_;
};

// --- templates
// --------------------------------------------------------------------------------------------

template <class T>
T* Parser::node_at(Position pos) {
  T* made = arena_.make<T>();
  made->kind = T::kKind;
  made->pos = pos;
  return made;
}

template <class T>
T* Parser::node(int start) {
  return node_at<T>(span(start));
}

template <class T>
Seq<T*> Parser::to_seq(const std::vector<T*>& items) {
  Seq<T*> seq;
  seq.size = items.size();
  seq.data = arena_.make_array<T*>(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) seq.data[i] = items[i];
  return seq;
}

template <class Rule>
Expr* Parser::memoised(MemoRule which, Rule rule) {
  if (!second_pass_) return rule();
  const auto index = static_cast<std::size_t>(pos_);
  if (memo_.size() <= index) memo_.resize(index + 64);
  const Memo known = memo_[index][which];
  if (known.end >= 0) {
    pos_ = known.end;
    return known.result;
  }
  Expr* result = rule();
  if (failed()) return nullptr;
  memo_[index][which] = Memo{result, pos_};
  return result;
}

}  // namespace interleave::lang
