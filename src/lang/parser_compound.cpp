// Compound statements: everything with a block, but `match` (parser_patterns.cpp).

#include "lang/parser_impl.h"

namespace interleave::lang {

Stmt* Parser::compound_statement() {
  const Nesting nesting(*this);
  if (!nesting.ok) return nullptr;
  switch (kind()) {
    case K::If: return if_statement();
    case K::While: return while_statement();
    case K::For: return for_statement();
    case K::Try: return try_statement();
    case K::With: return with_statement();
    case K::Def: return function_def();
    case K::Class: return class_def();
    case K::At: return decorated();
    case K::Async: {
      const K next = kind(1);
      if (next != K::Def && next != K::For && next != K::With) return nullptr;
      raise_unsupported(pos_, pos_ + 1, "'async " + std::string(token(pos_ + 1).text) + "' is");
      return nullptr;
    }
    case K::Name: return is_soft_keyword("match") ? match_statement() : nullptr;
    default: return nullptr;
  }
}

// --- blocks
// -------------------------------------------------------------------------------------------

bool Parser::colon_before_block() {
  if (accept(K::Colon)) return true;
  if (invalid_rules_ && is(K::Newline)) raise_at_last("expected ':'");
  return false;
}

/// The statements behind a colon: on the same line, or indented on the next ones.
/// `what` and `line` name the statement in the error about a missing block.
bool Parser::block(Seq<Stmt*>& body, const char* what, int line) {
  List<Stmt> list(*this);
  if (!accept(K::Newline)) {
    if (!simple_statements(list)) return false;
    body = list.finish();
    return true;
  }
  if (!accept(K::Indent)) {
    if (invalid_rules_) {
      raise_at_last("expected an indented block after " + std::string(what) + " on line " +
                        std::to_string(line),
                    DiagnosticKind::IndentationError);
    }
    return false;
  }
  if (!statements(list) || !accept(K::Dedent)) return false;
  body = list.finish();
  return true;
}

bool Parser::else_block(Seq<Stmt*>& body) {
  if (!is(K::Else)) return true;
  const int line = token(pos_).line;
  ++pos_;
  return expect_forced(K::Colon, ":") && block(body, "'else' statement", line);
}

// --- if, while, for
// -------------------------------------------------------------------------------------

namespace {

struct Branch {
  int start;
  Expr* test;
  Seq<Stmt*> body;
};

}  // namespace

/// `elif` chains are collected in a loop and nested afterwards, however long they are.
Stmt* Parser::if_statement() {
  std::vector<Branch> branches;
  do {
    const int start = pos_;
    const int line = token(pos_).line;
    const char* what = branches.empty() ? "'if' statement" : "'elif' statement";
    ++pos_;
    Branch branch{start, named_expression(), {}};
    if (branch.test == nullptr || failed()) return nullptr;
    if (!colon_before_block() || !block(branch.body, what, line)) return nullptr;
    branches.push_back(branch);
  } while (is(K::Elif));
  Seq<Stmt*> orelse;
  if (!else_block(orelse)) return nullptr;
  Stmt* made = nullptr;
  for (std::size_t i = branches.size(); i-- > 0;) {
    auto* statement = node<If>(branches[i].start);
    statement->test = branches[i].test;
    statement->body = branches[i].body;
    statement->orelse = orelse;
    made = statement;
    orelse.data = arena_.make_array<Stmt*>(1);
    orelse.data[0] = made;
    orelse.size = 1;
  }
  return made;
}

Stmt* Parser::while_statement() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  Expr* test = named_expression();
  if (test == nullptr || failed()) return nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
  if (!colon_before_block() || !block(body, "'while' statement", line)) return nullptr;
  if (!else_block(orelse)) return nullptr;
  auto* statement = node<While>(start);
  statement->test = test;
  statement->body = body;
  statement->orelse = orelse;
  return statement;
}

Stmt* Parser::for_statement() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  Expr* target = star_targets();
  if (failed()) return nullptr;
  if (target == nullptr || !accept(K::In)) {
    pos_ = start;
    if (invalid_rules_) invalid_for_target();
    return nullptr;
  }
  Expr* iter = star_expressions();
  if (iter == nullptr || failed()) return nullptr;
  Seq<Stmt*> body;
  Seq<Stmt*> orelse;
  if (!colon_before_block() || !block(body, "'for' statement", line)) return nullptr;
  if (!else_block(orelse)) return nullptr;
  auto* statement = node<For>(start);
  statement->target = target;
  statement->iter = iter;
  statement->body = body;
  statement->orelse = orelse;
  return statement;
}

// --- with
// -------------------------------------------------------------------------------------------------

Stmt* Parser::with_statement() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  List<WithItem> items(*this);
  if (!with_items(items)) return nullptr;
  Seq<WithItem*> seq = items.finish();
  Seq<Stmt*> body;
  if (!colon_before_block() || !block(body, "'with' statement", line)) return nullptr;
  auto* statement = node<With>(start);
  statement->items = seq;
  statement->body = body;
  return statement;
}

/// `with (a as b, c as d):` is tried first; `with (a, b)[0]:` and the like are plain expressions.
bool Parser::with_items(List<WithItem>& items) {
  const int start = pos_;
  if (is(K::LeftParen)) {
    const bool closed = parenthesised_with_items(items);
    if (failed()) return false;
    if (closed && invalid_rules_ && is(K::Newline)) raise_at_last("expected ':'");
    if (closed && is(K::Colon)) return true;
    if (failed()) return false;
    items.clear();
    pos_ = start;
  }
  do {
    WithItem* item = with_item();
    if (item == nullptr || failed()) return false;
    items.push(item);
  } while (accept(K::Comma));
  return true;
}

bool Parser::parenthesised_with_items(List<WithItem>& items) {
  ++pos_;
  do {
    if (!items.empty() && is(K::RightParen)) break;  // a trailing comma
    WithItem* item = with_item();
    if (item == nullptr || failed()) return false;
    items.push(item);
  } while (accept(K::Comma));
  return accept(K::RightParen);
}

WithItem* Parser::with_item() {
  Expr* context = expression();
  if (context == nullptr || failed()) return nullptr;
  const auto ended = [this] { return is(K::Comma) || is(K::RightParen) || is(K::Colon); };
  Expr* target = nullptr;
  const int as_position = pos_;
  if (accept(K::As)) {
    target = star_target();
    if (failed()) return nullptr;
    if (target == nullptr || !ended()) {
      if (!second_pass_) return nullptr;
      if (invalid_rules_ && target != nullptr && is(K::Newline)) {
        raise_at_last("expected ':'");
        return nullptr;
      }
      pos_ = as_position + 1;
      Expr* wrong = expression();
      if (!failed() && wrong != nullptr && ended()) raise_invalid_target(wrong, 's');
      if (failed()) return nullptr;
      target = nullptr;
      pos_ = as_position;
    }
  }
  auto* item = node_at<WithItem>(Position{});
  item->context_expr = context;
  item->optional_vars = target;
  return item;
}

// --- try
// --------------------------------------------------------------------------------------------------

Stmt* Parser::try_statement() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  Seq<Stmt*> body;
  if (!expect_forced(K::Colon, ":") || !block(body, "'try' statement", line)) return nullptr;
  if (!is(K::Except) && !is(K::Finally)) {
    if (invalid_rules_) raise_at_last("expected 'except' or 'finally' block");
    return nullptr;
  }
  List<ExceptHandler> handlers(*this);
  std::optional<bool> star;
  while (is(K::Except)) {
    bool this_star = false;
    ExceptHandler* handler = except_block(star, this_star);
    if (handler == nullptr || failed()) return nullptr;
    star = this_star;
    handlers.push(handler);
  }
  Seq<Stmt*> orelse;
  Seq<Stmt*> finalbody;
  if (!handlers.empty() && !else_block(orelse)) return nullptr;
  if (is(K::Finally)) {
    const int finally_line = token(pos_).line;
    ++pos_;
    if (!expect_forced(K::Colon, ":")) return nullptr;
    if (!block(finalbody, "'finally' statement", finally_line)) return nullptr;
  }
  auto* statement = node<Try>(start);
  if (star.value_or(false)) statement->kind = NodeKind::TryStar;
  statement->body = body;
  statement->handlers = handlers.finish();
  statement->orelse = orelse;
  statement->finalbody = finalbody;
  return statement;
}

/// `before` is what the handlers before are; `star` tells what this one is.
ExceptHandler* Parser::except_block(std::optional<bool> before, bool& star) {
  const int start = pos_;
  const int line = token(pos_).line;
  auto* handler = node<ExceptHandler>(start);
  if (!except_header(*handler, star)) return nullptr;
  if (before && *before != star) {
    if (invalid_rules_) mixed_except(start, star);
    return nullptr;
  }
  if (!block(handler->body, star ? "'except*' statement" : "'except' statement", line)) {
    return nullptr;
  }
  handler->pos = span(start);
  return handler;
}

void Parser::mixed_except(int start, bool star) {
  const Position first = token_position(token(start));
  const Position last = token_position(token(star ? start + 1 : start));
  raise(join(first, last), "cannot have both 'except' and 'except*' on the same 'try'");
}

bool Parser::except_header(ExceptHandler& handler, bool& star) {
  ++pos_;
  star = accept(K::Star);
  const int expression_start = pos_;
  if (!star && accept(K::Colon)) return true;
  Expr* type = starts_expression() ? expression() : nullptr;
  if (failed()) return false;
  if (type == nullptr) {
    if (invalid_rules_) invalid_except(star, expression_start);
    return false;
  }
  handler.type = type;
  if (accept(K::As)) {
    if (!is(K::Name)) return false;
    handler.name = intern(token(pos_++).text);
  }
  if (accept(K::Colon)) return true;
  if (invalid_rules_) invalid_except(star, expression_start);
  return false;
}

void Parser::invalid_except(bool star, int expression_start) {
  pos_ = expression_start;
  if (!starts_expression()) {
    if (!star && is(K::Newline)) return raise_at_last("expected ':'");
    if (star && (is(K::Newline) || is(K::Colon))) {
      raise_at_last("expected one or more exception types");
    }
    return;
  }
  Expr* type = expression();
  if (type == nullptr || failed()) return;
  const int after = pos_;
  if (accept(K::Comma)) {
    bool more = false;
    do {
      if (!starts_expression()) break;
      more = expression() != nullptr;
    } while (!failed() && more && accept(K::Comma));
    if (failed()) return;
    if (accept(K::As) && !accept(K::Name)) return;
    if (more && accept(K::Colon)) {
      return raise_from(type->pos, "multiple exception types must be parenthesized");
    }
  }
  pos_ = after;
  if (accept(K::As) && !accept(K::Name)) return;
  if (is(K::Newline)) raise_at_last("expected ':'");
}

// --- functions and classes
// ------------------------------------------------------------------------------------

Stmt* Parser::decorated() {
  List<Expr> decorators(*this);
  while (accept(K::At)) {
    Expr* decorator = named_expression();
    if (decorator == nullptr || failed() || !accept(K::Newline)) return nullptr;
    decorators.push(decorator);
  }
  if (is(K::Async) && kind(1) == K::Def) return compound_statement();  // refuses it
  if (is(K::Def)) {
    Stmt* made = function_def();
    if (made != nullptr) as<FunctionDef>(made)->decorator_list = decorators.finish();
    return made;
  }
  if (!is(K::Class)) return nullptr;
  Stmt* made = class_def();
  if (made != nullptr) as<ClassDef>(made)->decorator_list = decorators.finish();
  return made;
}

Stmt* Parser::function_def() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  if (!is(K::Name)) return nullptr;
  const Identifier function_name = intern(token(pos_++).text);
  if (is(K::LeftBracket)) {
    raise_unsupported(pos_, pos_, "type parameter syntax is");
    return nullptr;
  }
  if (!expect_forced(K::LeftParen, "(")) return nullptr;
  Arguments* args = parameters(K::RightParen);
  if (args == nullptr || failed() || !accept(K::RightParen)) return nullptr;
  Expr* returns = nullptr;
  const int arrow = pos_;
  if (accept(K::Arrow)) {
    returns = expression();
    if (failed() || (returns == nullptr && !second_pass_)) return nullptr;
    if (returns == nullptr) pos_ = arrow;  // the colon is missed here, then
  }
  Seq<Stmt*> body;
  if (!expect_forced(K::Colon, ":") || !block(body, "function definition", line)) return nullptr;
  auto* statement = node<FunctionDef>(start);
  statement->name = function_name;
  statement->args = args;
  statement->body = body;
  statement->returns = returns;
  return statement;
}

Stmt* Parser::class_def() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  if (!is(K::Name)) return nullptr;
  const Identifier class_name = intern(token(pos_++).text);
  if (is(K::LeftBracket)) {
    raise_unsupported(pos_, pos_, "type parameter syntax is");
    return nullptr;
  }
  ArgumentLists arguments;
  arguments.generator_allowed = false;
  if (accept(K::LeftParen)) {
    if (!is(K::RightParen) && !call_arguments(arguments)) return nullptr;
    if (!accept(K::RightParen)) return nullptr;
  }
  Seq<Stmt*> body;
  if (!colon_before_block() || !block(body, "class definition", line)) return nullptr;
  auto* statement = node<ClassDef>(start);
  statement->name = class_name;
  statement->bases = to_seq(arguments.args);
  statement->keywords = to_seq(arguments.keywords);
  statement->body = body;
  return statement;
}

}  // namespace interleave::lang
