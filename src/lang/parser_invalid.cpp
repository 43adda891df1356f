// Rules for wrong programs: what people write by mistake, and what to tell them.
//
// Each looks ahead from the current position and either raises or leaves things as they are (but
// for the position, which the caller resets). Second pass only.

#include "lang/parser_impl.h"

namespace interleave::lang {

namespace {

const char* constant_name(const Constant& value) {
  switch (value.constant) {
    case ConstantKind::None: return "None";
    case ConstantKind::True: return "True";
    case ConstantKind::False: return "False";
    case ConstantKind::Ellipsis: return "ellipsis";
    default: return "literal";
  }
}

/// What an error calls this kind of expression.
const char* expression_name(const Expr* e) {
  switch (e->kind) {
    case NodeKind::Attribute: return "attribute";
    case NodeKind::Subscript: return "subscript";
    case NodeKind::Starred: return "starred";
    case NodeKind::Name: return "name";
    case NodeKind::List: return "list";
    case NodeKind::Tuple: return "tuple";
    case NodeKind::Lambda: return "lambda";
    case NodeKind::Call: return "function call";
    case NodeKind::BoolOp:
    case NodeKind::BinOp:
    case NodeKind::UnaryOp: return "expression";
    case NodeKind::GeneratorExp: return "generator expression";
    case NodeKind::Yield:
    case NodeKind::YieldFrom: return "yield expression";
    case NodeKind::Await: return "await expression";
    case NodeKind::ListComp: return "list comprehension";
    case NodeKind::SetComp: return "set comprehension";
    case NodeKind::DictComp: return "dict comprehension";
    case NodeKind::Dict: return "dict literal";
    case NodeKind::Set: return "set display";
    case NodeKind::JoinedStr:
    case NodeKind::FormattedValue: return "f-string expression";
    case NodeKind::Constant: return constant_name(*as<Constant>(e));
    case NodeKind::Compare: return "comparison";
    case NodeKind::IfExp: return "conditional expression";
    case NodeKind::NamedExpr: return "named expression";
    default: return "expression";
  }
}

Expr* invalid_target(Expr* e, char purpose);

Expr* first_invalid(const Seq<Expr*>& elts, char purpose) {
  for (Expr* e : elts) {
    if (Expr* wrong = invalid_target(e, purpose)) return wrong;
  }
  return nullptr;
}

/// The part of `e` that cannot be a target: of an assignment ('s'), a for ('f') or a del ('d').
Expr* invalid_target(Expr* e, char purpose) {
  switch (e->kind) {
    case NodeKind::List: return first_invalid(as<List>(e)->elts, purpose);
    case NodeKind::Tuple: return first_invalid(as<Tuple>(e)->elts, purpose);
    case NodeKind::Starred:
      return purpose == 'd' ? e : invalid_target(as<Starred>(e)->value, purpose);
    case NodeKind::Compare: {
      if (purpose != 'f') return e;
      const auto* compare = as<Compare>(e);  // `for a in b` reads as one
      return compare->ops[0] == CompareOperator::In ? invalid_target(compare->left, purpose)
                                                    : nullptr;
    }
    case NodeKind::Name:
    case NodeKind::Subscript:
    case NodeKind::Attribute: return nullptr;
    default: return e;
  }
}

bool is_legacy_statement(const Expr* e) {
  const auto* name = try_as<Name>(e);
  return name != nullptr && (name->id == "print" || name->id == "exec");
}

}  // namespace

void Parser::raise_invalid_target(Expr* target, char purpose) {
  Expr* wrong = invalid_target(target, purpose);
  if (wrong == nullptr) return;
  const char* verb = purpose == 'd' ? "cannot delete " : "cannot assign to ";
  raise(wrong->pos, std::string(verb) + expression_name(wrong));
}

// --- expressions
// ----------------------------------------------------------------------------------------------

/// CPython compares only as many letters as the name has: `c` and `ma` count as soft keywords, too.
bool Parser::looks_like_soft_keyword() {
  if (!is(K::Name)) return false;
  const std::string_view text = token(pos_).text;
  for (const std::string_view keyword : {"_", "case", "match"}) {
    if (keyword.substr(0, text.size()) == text) return true;
  }
  return false;
}

void Parser::invalid_expression() {
  const int start = pos_;
  const bool soft = looks_like_soft_keyword();
  const bool prefix = is(K::Name) && (kind(1) == K::String || kind(1) == K::FStringStart);
  if (!soft && !prefix) {
    Expr* a = disjunction();
    if (failed()) return;
    Expr* b = a != nullptr && starts_expression() ? expression_without_invalid() : nullptr;
    if (failed()) return;
    if (b != nullptr && !is_legacy_statement(a) && token(pos_ - 1).level != 0) {
      return raise(join(a->pos, b->pos), "invalid syntax. Perhaps you forgot a comma?");
    }
  }
  pos_ = start;
  Expr* body = disjunction();
  if (failed()) return;
  if (body != nullptr && accept(K::If)) {
    Expr* test = disjunction();
    if (failed()) return;
    if (test != nullptr && !is(K::Else) && !is(K::Colon) && !is(K::FormatColon)) {
      return raise(join(body->pos, test->pos), "expected 'else' after 'if' expression");
    }
  }
  pos_ = start;
  if (!accept(K::Lambda)) return;
  const bool readable = parameters(K::Colon) != nullptr;
  if (!failed() && readable && is(K::FormatColon)) {
    raise(join(token_position(token(start)), token_position(token(pos_))),
          "f-string: lambda expressions are not allowed without parentheses");
  }
}

/// Python 2's `print x` and `exec x`.
void Parser::invalid_legacy_expression() {
  const int start = pos_;
  if (!accept(K::Name) || is(K::LeftParen) || !(starts_expression() || is(K::Star))) return;
  const Token word = token(start);
  Expr* b = star_expressions();
  if (failed() || b == nullptr || (word.text != "print" && word.text != "exec")) return;
  const std::string shown(word.text);
  raise(join(token_position(word), b->pos),
        "Missing parentheses in call to '" + shown + "'. Did you mean " + shown + "(...)?");
}

/// Whether a list, a tuple, a generator expression or a constant's name stands here.
bool Parser::at_enclosed_display() {
  if (is(K::True) || is(K::False) || is(K::None)) return true;
  if (!is(K::LeftBracket) && !is(K::LeftParen)) return false;
  const int start = pos_;
  const K open = kind();
  Expr* e = atom();
  pos_ = start;
  if (e == nullptr || failed()) return false;
  if (open == K::LeftBracket) return e->kind == NodeKind::List;
  // A group gives its inside, which starts behind the parenthesis.
  return (e->kind == NodeKind::Tuple || e->kind == NodeKind::GeneratorExp) &&
         e->pos.line == token(start).line && e->pos.col == token(start).col;
}

void Parser::invalid_named_expression() {
  memoised(kNamed, [this]() -> Expr* {
    const int start = pos_;
    const auto follows_assignment = [this] { return is(K::Equal) || is(K::ColonEqual); };
    Expr* a = expression();
    if (failed()) return nullptr;
    if (a != nullptr && accept(K::ColonEqual)) {
      if (expression() != nullptr && !failed()) {
        raise(a->pos, std::string("cannot use assignment expressions with ") + expression_name(a));
      }
      if (failed()) return nullptr;
    }
    pos_ = start;
    if (is(K::Name) && kind(1) == K::Equal) {
      const Position first = token_position(token(pos_));
      pos_ += 2;
      Expr* b = bitwise_or();
      if (failed()) return nullptr;
      if (b != nullptr && !follows_assignment()) {
        raise(join(first, b->pos), "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
        return nullptr;
      }
    }
    pos_ = start;
    const bool display = at_enclosed_display();
    if (display || failed()) return nullptr;
    a = bitwise_or();
    if (failed() || a == nullptr || !accept(K::Equal)) return nullptr;
    Expr* b = bitwise_or();
    if (failed() || b == nullptr || follows_assignment()) return nullptr;
    raise(a->pos, std::string("cannot assign to ") + expression_name(a) +
                      " here. Maybe you meant '==' instead of '='?");
    return nullptr;
  });
}

void Parser::invalid_group() {
  const int start = pos_++;
  if (is(K::Star)) {
    Expr* starred = starred_argument();
    if (failed() || starred == nullptr || !is(K::RightParen)) return;
    return raise(starred->pos, "cannot use starred expression here");
  }
  if (!accept(K::DoubleStar)) return;
  Expr* value = expression();
  if (failed() || value == nullptr || !is(K::RightParen)) return;
  raise(token_position(token(start + 1)), "cannot use double starred expression here");
}

// --- displays and comprehensions
// ------------------------------------------------------------------------------

void Parser::invalid_comprehension() {
  const K open = kind();
  const int inside = ++pos_;
  Seq<Comprehension*> generators;
  if (is(K::Star)) {
    Expr* starred = starred_argument();
    if (failed()) return;
    if (starred != nullptr && comprehensions(generators)) {
      return raise(starred->pos, "iterable unpacking cannot be used in comprehension");
    }
    if (failed()) return;
  }
  if (open == K::LeftParen) return;
  pos_ = inside;
  Expr* first = star_named_expression();
  if (failed() || first == nullptr || !is(K::Comma)) return;
  const int comma = pos_++;
  Expr* last = nullptr;
  while (starts_expression() || is(K::Star)) {
    Expr* next = star_named_expression();
    if (failed()) return;
    if (next == nullptr) break;
    last = next;
    if (!accept(K::Comma)) break;
  }
  constexpr const char* kMessage = "did you forget parentheses around the comprehension target?";
  if (last != nullptr && comprehensions(generators))
    return raise(join(first->pos, last->pos), kMessage);
  if (failed()) return;
  pos_ = comma + 1;
  if (comprehensions(generators)) {
    raise(join(first->pos, token_position(token(comma))), kMessage);
  }
}

void Parser::invalid_dict_comprehension() {
  ++pos_;
  const int stars = pos_;
  if (!accept(K::DoubleStar)) return;
  Expr* value = bitwise_or();
  Seq<Comprehension*> generators;
  if (failed() || value == nullptr || !comprehensions(generators) || !is(K::RightBrace)) return;
  raise(token_position(token(stars)), "dict unpacking cannot be used in dict comprehension");
}

/// A dict with something wrong behind the first few pairs, or in the first one.
void Parser::invalid_double_starred() {
  const int inside = ++pos_;
  std::vector<Expr*> keys;
  std::vector<Expr*> values;
  while (key_value(keys, values) && accept(K::Comma)) {
    const int before = pos_;
    if (invalid_key_value() || failed()) return;
    pos_ = before;
  }
  if (failed()) return;
  pos_ = inside;
  Expr* key = expression();
  if (failed() || key == nullptr || !is(K::Colon)) return;
  invalid_value_after_colon();
}

/// True, and the error set, when no proper `key: value` starts here.
bool Parser::invalid_key_value() {
  if (is(K::DoubleStar)) return false;
  Expr* key = expression();
  if (failed() || key == nullptr) return false;
  if (!is(K::Colon)) {
    raise_unbounded(key->pos.line, key->pos.end_col - 1, "':' expected after dictionary key");
    return true;
  }
  invalid_value_after_colon();
  return failed();
}

void Parser::invalid_value_after_colon() {
  const Position colon = token_position(token(pos_++));
  if (is(K::Star)) {
    const Position star = token_position(token(pos_++));
    Expr* value = bitwise_or();
    if (failed() || value == nullptr) return;
    return raise_from(star, "cannot use a starred expression in a dictionary value");
  }
  if (is(K::RightBrace) || is(K::Comma)) {
    raise(colon, "expression expected after dictionary key and ':'");
  }
}

// --- statements
// -------------------------------------------------------------------------------------------------

void Parser::invalid_for_target() {
  if (!accept(K::For)) return;
  Expr* target = star_expressions();
  if (failed() || target == nullptr) return;
  raise_invalid_target(target, 'f');
}

void Parser::invalid_del() {
  if (!accept(K::Del)) return;
  Expr* target = star_expressions();
  if (failed() || target == nullptr) return;
  raise_invalid_target(target, 'd');
}

/// A list or a tuple, in any number of parentheses.
Expr* Parser::invalid_annotation_target() {
  if (is(K::LeftBracket)) return list_display();
  if (!is(K::LeftParen)) return nullptr;
  const int start = pos_;
  Expr* e = atom();
  if (e == nullptr || failed()) return nullptr;
  if (e->kind == NodeKind::Tuple || e->kind == NodeKind::List) return e;
  pos_ = start;
  return nullptr;
}

void Parser::invalid_annotation(int start) {
  constexpr const char* kNotTuple = "only single target (not tuple) can be annotated";
  Expr* a = invalid_annotation_target();
  if (failed()) return;
  if (a != nullptr && (a->kind == NodeKind::List || a->kind == NodeKind::Tuple) &&
      accept(K::Colon)) {
    if (expression() != nullptr && !failed()) {
      raise(a->pos,
            std::string("only single target (not ") + expression_name(a) + ") can be annotated");
    }
    if (failed()) return;
  }
  pos_ = start;
  a = star_named_expression();
  if (failed()) return;
  if (a != nullptr && accept(K::Comma)) {
    while (starts_expression() || is(K::Star)) {
      if (star_named_expression() == nullptr || failed()) break;
      accept(K::Comma);
    }
    if (failed()) return;
    if (accept(K::Colon) && expression() != nullptr && !failed()) raise(a->pos, kNotTuple);
    if (failed()) return;
  }
  pos_ = start;
  a = expression();
  if (failed()) return;
  if (a != nullptr && accept(K::Colon) && expression() != nullptr && !failed()) {
    raise(a->pos, "illegal target for annotation");
  }
}

void Parser::invalid_assignment() {
  const int start = pos_;
  invalid_annotation(start);
  if (failed()) return;
  pos_ = start;
  int chain = pos_;
  for (;;) {  // the targets that are right
    Expr* target = star_targets();
    if (failed()) return;
    if (target == nullptr || !accept(K::Equal)) break;
    chain = pos_;
  }
  pos_ = chain;
  Expr* a = star_expressions();
  if (failed()) return;
  if (a != nullptr && is(K::Equal)) {
    raise_invalid_target(a, 's');
    if (failed()) return;
  }
  pos_ = chain;
  if (is(K::Yield)) {
    a = yield_expression();
    if (failed()) return;
    if (a != nullptr && is(K::Equal)) {
      return raise(a->pos, "assignment to yield expression not possible");
    }
  }
  pos_ = start;
  a = star_expressions();
  Operator op{};
  if (failed() || a == nullptr || !is_augmented(kind(), op)) return;
  ++pos_;
  if (yield_or_star_expressions() == nullptr || failed()) return;
  raise(a->pos, std::string("'") + expression_name(a) +
                    "' is an illegal expression for augmented assignment");
}

}  // namespace interleave::lang
