// Simple statements and assignments.

#include "lang/parser_impl.h"

namespace interleave::lang {

/// As many statements as there are; false when there is none.
bool Parser::statements(List<Stmt>& body) {
  const std::size_t before = body.size();
  for (;;) {
    const K next = kind();
    if (next == K::EndMarker || next == K::Dedent || failed()) break;
    const int start = pos_;
    if (!statement(body)) {
      if (!second_pass_) return false;
      pos_ = start;
      break;
    }
  }
  if (failed()) return false;
  return body.size() > before || is(K::EndMarker);
}

bool Parser::statement(List<Stmt>& body) {
  const int start = pos_;
  Stmt* compound = compound_statement();
  if (failed()) return false;
  if (compound != nullptr) {
    body.push(compound);
    return true;
  }
  if (pos_ != start) {
    if (!second_pass_) return false;
    pos_ = start;
  }
  return simple_statements(body);
}

bool Parser::simple_statements(List<Stmt>& body) {
  for (;;) {
    Stmt* statement = simple_statement();
    if (statement == nullptr || failed()) return false;
    body.push(statement);
    if (accept(K::Newline)) return true;
    if (!accept(K::Semicolon)) return false;
    if (accept(K::Newline)) return true;
  }
}

Stmt* Parser::simple_statement() {
  const int start = pos_;
  const auto simple = [&](auto* made) {
    made->pos = span(start);
    return static_cast<Stmt*>(made);
  };
  switch (kind()) {
    case K::Return: return return_statement();
    case K::Import: return import_name();
    case K::From: return import_from();
    case K::Raise: return raise_statement();
    case K::Del: return del_statement();
    case K::Assert: return assert_statement();
    case K::Global:
    case K::Nonlocal: return global_or_nonlocal();
    case K::Pass: ++pos_; return simple(node<Pass>(start));
    case K::Break: ++pos_; return simple(node<Break>(start));
    case K::Continue: ++pos_; return simple(node<Continue>(start));
    case K::Name:
      if (Stmt* alias = type_alias()) return alias;
      break;
    default: break;
  }
  if (failed()) return nullptr;
  return second_pass_ ? expression_statement_exact() : expression_statement();
}

// --- assignments, first pass: one look at the left-hand side, then see what follows
// -------------------

Stmt* Parser::expression_statement() {
  const int start = pos_;
  Expr* first = yield_or_star_expressions();
  if (first == nullptr) return nullptr;
  Operator op{};
  if (is(K::Equal)) return assignment_chain(start, first);
  if (is(K::Colon) && is_single_target(first)) {
    return annotated_assignment(start, first,
                                first->kind == NodeKind::Name && token(start).kind == K::Name);
  }
  if (is_augmented(kind(), op)) {
    return is_single_target(first) ? augmented_assignment(start, first) : nullptr;
  }
  auto* statement = node<ExprStmt>(start);
  statement->value = first;
  return statement;
}

Stmt* Parser::assignment_chain(int start, Expr* first) {
  List<Expr> targets(*this);
  Expr* value = first;
  while (accept(K::Equal)) {
    if (!to_target(value, ExprContext::Store)) return nullptr;
    targets.push(value);
    value = yield_or_star_expressions();
    if (value == nullptr) return nullptr;
  }
  auto* statement = node<Assign>(start);
  statement->targets = targets.finish();
  statement->value = value;
  return statement;
}

Stmt* Parser::annotated_assignment(int start, Expr* target, bool simple) {
  ++pos_;  // the colon
  set_context(target, ExprContext::Store);
  Expr* annotation = expression();
  if (annotation == nullptr) return nullptr;
  Expr* value = nullptr;
  const int equal = pos_;
  if (accept(K::Equal)) {
    value = yield_or_star_expressions();
    if (value == nullptr) {
      if (failed() || !second_pass_) return nullptr;
      pos_ = equal;
    }
  }
  auto* statement = node<AnnAssign>(start);
  statement->target = target;
  statement->annotation = annotation;
  statement->value = value;
  statement->simple = simple;
  return statement;
}

Stmt* Parser::augmented_assignment(int start, Expr* target) {
  Operator op{};
  is_augmented(kind(), op);
  ++pos_;
  set_context(target, ExprContext::Store);
  Expr* value = yield_or_star_expressions();
  if (value == nullptr) return nullptr;
  auto* statement = node<AugAssign>(start);
  statement->target = target;
  statement->op = op;
  statement->value = value;
  return statement;
}

// --- assignments, second pass: the grammar's own order
// -------------------------------------------------

Stmt* Parser::expression_statement_exact() {
  const int start = pos_;
  Stmt* assignment = assignment_exact();
  if (failed() || assignment != nullptr) return assignment;
  pos_ = start;
  Expr* value = yield_or_star_expressions();
  if (value == nullptr) return nullptr;
  auto* statement = node<ExprStmt>(start);
  statement->value = value;
  return statement;
}

Stmt* Parser::assignment_exact() {
  const int start = pos_;
  if (is(K::Name) && kind(1) == K::Colon) {
    Expr* target = name();
    if (Stmt* made = annotated_assignment(start, target, true)) return made;
    if (failed()) return nullptr;
  }
  pos_ = start;
  Expr* target = single_target();
  if (failed()) return nullptr;
  if (target != nullptr && is(K::Colon) && token(start).kind != K::Name) {
    if (Stmt* made = annotated_assignment(start, target, false)) return made;
  } else if (target != nullptr && target->kind != NodeKind::Name && is(K::Colon)) {
    if (Stmt* made = annotated_assignment(start, target, false)) return made;
  }
  if (failed()) return nullptr;
  pos_ = start;
  List<Expr> targets(*this);
  for (;;) {
    const int before = pos_;
    Expr* next = star_targets();
    if (failed()) return nullptr;
    if (next == nullptr || !accept(K::Equal)) {
      pos_ = before;
      break;
    }
    targets.push(next);
  }
  if (!targets.empty()) {
    Expr* value = yield_or_star_expressions();
    if (failed()) return nullptr;
    if (value != nullptr && !is(K::Equal)) {
      auto* statement = node<Assign>(start);
      statement->targets = targets.finish();
      statement->value = value;
      return statement;
    }
  }
  pos_ = start;
  target = single_target();
  Operator op{};
  if (!failed() && target != nullptr && is_augmented(kind(), op)) {
    return augmented_assignment(start, target);  // no way back behind the operator
  }
  pos_ = start;
  if (!failed()) invalid_assignment();
  pos_ = start;
  return nullptr;
}

/// Which expression may be assigned to at all by `op=` and `:`: `x`, `a.b`, `a[b]`, in any
/// parentheses.
bool Parser::is_single_target(Expr* e) {
  return e->kind == NodeKind::Name || e->kind == NodeKind::Attribute ||
         e->kind == NodeKind::Subscript;
}

bool Parser::is_augmented(K k, Operator& op) {
  switch (k) {
    case K::PlusEqual: op = Operator::Add; return true;
    case K::MinusEqual: op = Operator::Sub; return true;
    case K::StarEqual: op = Operator::Mult; return true;
    case K::AtEqual: op = Operator::MatMult; return true;
    case K::SlashEqual: op = Operator::Div; return true;
    case K::PercentEqual: op = Operator::Mod; return true;
    case K::AmpersandEqual: op = Operator::BitAnd; return true;
    case K::VerticalBarEqual: op = Operator::BitOr; return true;
    case K::CircumflexEqual: op = Operator::BitXor; return true;
    case K::LeftShiftEqual: op = Operator::LShift; return true;
    case K::RightShiftEqual: op = Operator::RShift; return true;
    case K::DoubleStarEqual: op = Operator::Pow; return true;
    case K::DoubleSlashEqual: op = Operator::FloorDiv; return true;
    default: return false;
  }
}

// --- targets
// ------------------------------------------------------------------------------------------

void Parser::set_context(Expr* e, ExprContext ctx) {
  switch (e->kind) {
    case NodeKind::Name: as<Name>(e)->ctx = ctx; break;
    case NodeKind::Attribute: as<Attribute>(e)->ctx = ctx; break;
    case NodeKind::Subscript: as<Subscript>(e)->ctx = ctx; break;
    case NodeKind::Starred: as<Starred>(e)->ctx = ctx; break;
    case NodeKind::List: as<lang::List>(e)->ctx = ctx; break;
    case NodeKind::Tuple: as<Tuple>(e)->ctx = ctx; break;
    default: break;
  }
}

bool Parser::to_targets(const Seq<Expr*>& elts, ExprContext ctx) {
  for (Expr* e : elts) {
    if (!to_target(e, ctx)) return false;
  }
  return true;
}

/// Turns an expression into an assignment's or a del's target; false when it cannot be one.
bool Parser::to_target(Expr* e, ExprContext ctx) {
  set_context(e, ctx);
  switch (e->kind) {
    case NodeKind::Name:
    case NodeKind::Attribute:
    case NodeKind::Subscript: return true;
    case NodeKind::Starred: {
      Expr* inner = as<Starred>(e)->value;
      return ctx == ExprContext::Store && inner->kind != NodeKind::Starred && to_target(inner, ctx);
    }
    case NodeKind::List: return to_targets(as<lang::List>(e)->elts, ctx);
    case NodeKind::Tuple: return to_targets(as<Tuple>(e)->elts, ctx);
    default: return false;
  }
}

Expr* Parser::star_target() {
  const int start = pos_;
  if (accept(K::Star)) {
    if (is(K::Star)) return nullptr;
    Expr* value = star_target();
    if (value == nullptr) return nullptr;
    auto* starred = node<Starred>(start);
    starred->value = value;
    starred->ctx = ExprContext::Store;
    return starred;
  }
  Expr* target = primary();
  if (target == nullptr || !to_target(target, ExprContext::Store)) return nullptr;
  return target;
}

Expr* Parser::star_targets() {
  const int start = pos_;
  Expr* first = star_target();
  if (first == nullptr || !is(K::Comma)) return first;
  List<Expr> elts(*this);
  elts.push(first);
  while (is(K::Comma)) {
    ++pos_;
    const int before = pos_;
    Expr* next = star_target();
    if (failed()) return nullptr;
    if (next == nullptr) {
      pos_ = before;
      break;
    }
    elts.push(next);
  }
  auto* tuple = node<Tuple>(start);
  tuple->elts = elts.finish();
  tuple->ctx = ExprContext::Store;
  return tuple;
}

Expr* Parser::single_target() {
  Expr* target = primary();
  if (target == nullptr || !is_single_target(target)) return nullptr;
  set_context(target, ExprContext::Store);
  return target;
}

// --- the other simple statements
// ------------------------------------------------------------------------

Stmt* Parser::return_statement() {
  const int start = pos_++;
  Expr* value = nullptr;
  if (starts_expression() || is(K::Star)) {
    const int before = pos_;
    value = star_expressions();
    if (value == nullptr) {
      if (failed() || !second_pass_) return nullptr;
      pos_ = before;
    }
  }
  auto* statement = node<Return>(start);
  statement->value = value;
  return statement;
}

Stmt* Parser::raise_statement() {
  const int start = pos_++;
  Expr* exc = nullptr;
  Expr* cause = nullptr;
  if (starts_expression()) {
    exc = expression();
    if (exc == nullptr) return nullptr;
    if (accept(K::From)) {
      cause = expression();
      if (cause == nullptr) return nullptr;
    }
  }
  auto* statement = node<Raise>(start);
  statement->exc = exc;
  statement->cause = cause;
  return statement;
}

Stmt* Parser::global_or_nonlocal() {
  const int start = pos_;
  const bool global = is(K::Global);
  ++pos_;
  std::vector<Identifier> names;
  do {
    if (!is(K::Name)) return nullptr;
    names.push_back(intern(token(pos_).text));
    ++pos_;
  } while (accept(K::Comma));
  Seq<Identifier> seq;
  seq.size = names.size();
  seq.data = arena_.make_array<Identifier>(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) seq.data[i] = names[i];
  if (global) {
    auto* statement = node<Global>(start);
    statement->names = seq;
    return statement;
  }
  auto* statement = node<Nonlocal>(start);
  statement->names = seq;
  return statement;
}

Stmt* Parser::del_statement() {
  const int start = pos_++;
  List<Expr> targets(*this);
  bool good = true;
  do {
    if (!targets.empty() && (is(K::Newline) || is(K::Semicolon))) break;  // a trailing comma
    Expr* target = primary();
    good = target != nullptr && !failed() && to_target(target, ExprContext::Del);
    if (!good) break;
    targets.push(target);
  } while (accept(K::Comma));
  if (failed()) return nullptr;
  if (good && (is(K::Semicolon) || is(K::Newline))) {
    auto* statement = node<Delete>(start);
    statement->targets = targets.finish();
    return statement;
  }
  pos_ = start;
  if (invalid_rules_) invalid_del();
  return nullptr;
}

Stmt* Parser::assert_statement() {
  const int start = pos_++;
  Expr* test = expression();
  if (test == nullptr) return nullptr;
  Expr* msg = nullptr;
  const int comma = pos_;
  if (accept(K::Comma)) {
    msg = expression();
    if (msg == nullptr) {
      if (failed() || !second_pass_) return nullptr;
      pos_ = comma;
    }
  }
  auto* statement = node<Assert>(start);
  statement->test = test;
  statement->msg = msg;
  return statement;
}

// --- imports
// ----------------------------------------------------------------------------------------------

Identifier Parser::dotted_name() {
  if (!is(K::Name)) return {};
  if (kind(1) != K::Dot) return intern(token(pos_++).text);
  std::string joined(token(pos_++).text);
  while (is(K::Dot) && kind(1) == K::Name) {
    joined += '.';
    joined += token(pos_ + 1).text;
    pos_ += 2;
  }
  return intern(joined);
}

Stmt* Parser::import_name() {
  const int start = pos_++;
  List<Alias> names(*this);
  do {
    const int alias_start = pos_;
    const Identifier dotted = dotted_name();
    if (dotted.empty()) return nullptr;
    Identifier asname;
    if (accept(K::As)) {
      if (!is(K::Name)) return nullptr;
      asname = intern(token(pos_++).text);
    }
    auto* alias = node<Alias>(alias_start);
    alias->name = dotted;
    alias->asname = asname;
    names.push(alias);
  } while (accept(K::Comma));
  auto* statement = node<Import>(start);
  statement->names = names.finish();
  return statement;
}

Stmt* Parser::import_from() {
  const int start = pos_++;
  int level = 0;
  while (is(K::Dot) || is(K::Ellipsis)) {
    level += is(K::Dot) ? 1 : 3;
    ++pos_;
  }
  const Identifier module = dotted_name();
  if (module.empty() && level == 0) return nullptr;
  if (!accept(K::Import)) return nullptr;
  List<Alias> names(*this);
  if (!import_targets(names)) return nullptr;
  auto* statement = node<ImportFrom>(start);
  statement->module = module;
  statement->names = names.finish();
  statement->level = level;
  return statement;
}

Alias* Parser::import_alias() {
  const int start = pos_;
  if (!is(K::Name)) return nullptr;
  const Identifier imported = intern(token(pos_++).text);
  Identifier asname;
  if (accept(K::As)) {
    if (!is(K::Name)) return nullptr;
    asname = intern(token(pos_++).text);
  }
  auto* alias = node<Alias>(start);
  alias->name = imported;
  alias->asname = asname;
  return alias;
}

bool Parser::import_targets(List<Alias>& names) {
  const int start = pos_;
  if (accept(K::Star)) {
    auto* alias = node<Alias>(start);
    alias->name = intern("*");
    names.push(alias);
    return true;
  }
  const bool parenthesised = accept(K::LeftParen);
  for (;;) {
    Alias* alias = import_alias();
    if (alias == nullptr) return false;
    names.push(alias);
    if (!is(K::Comma)) break;
    ++pos_;
    if (parenthesised && is(K::RightParen)) break;
    if (!parenthesised && is(K::Newline)) {
      if (invalid_rules_)
        raise_at_last("trailing comma not allowed without surrounding parentheses");
      return false;
    }
  }
  return !parenthesised || accept(K::RightParen);
}

/// `type X = …` is refused; `type` as an ordinary name goes on.
Stmt* Parser::type_alias() {
  if (!is_soft_keyword("type") || kind(1) != K::Name) return nullptr;
  if (kind(2) != K::Equal && kind(2) != K::LeftBracket) return nullptr;
  raise_unsupported(pos_, pos_ + 1, "the 'type' statement is");
  return nullptr;
}

}  // namespace interleave::lang
