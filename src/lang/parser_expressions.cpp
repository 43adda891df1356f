// Expressions, from `a, *b` down to calls, subscripts and attributes.

#include "lang/parser_impl.h"

namespace interleave::lang {

/// Whether the token can be an expression's first. Only a hint: it saves trying.
bool Parser::starts_expression() {
  switch (kind()) {
    case K::Name:
    case K::Number:
    case K::String:
    case K::FStringStart:
    case K::False:
    case K::None:
    case K::True:
    case K::Await:
    case K::Lambda:
    case K::Not:
    case K::LeftParen:
    case K::LeftBracket:
    case K::LeftBrace:
    case K::Ellipsis:
    case K::Plus:
    case K::Minus:
    case K::Tilde: return true;
    default: return false;
  }
}

// --- lists of expressions
// -------------------------------------------------------------------------------

Expr* Parser::star_expressions() {
  const int start = pos_;
  Expr* first = star_expression();
  if (first == nullptr || failed()) return nullptr;
  if (!is(K::Comma)) return first;
  List<Expr> elts(*this);
  elts.push(first);
  while (is(K::Comma)) {
    ++pos_;
    const int before = pos_;
    if (!starts_expression() && !is(K::Star)) break;
    Expr* next = star_expression();
    if (failed()) return nullptr;
    if (next == nullptr) {
      if (!second_pass_) return nullptr;
      pos_ = before;
      break;
    }
    elts.push(next);
  }
  auto* tuple = node<Tuple>(start);
  tuple->elts = elts.finish();
  return tuple;
}

Expr* Parser::star_expression() {
  const int start = pos_;
  if (!accept(K::Star)) return expression();
  Expr* value = bitwise_or();
  if (value == nullptr) return nullptr;
  auto* starred = node<Starred>(start);
  starred->value = value;
  return starred;
}

Expr* Parser::star_named_expression() {
  return is(K::Star) ? star_expression() : named_expression();
}

Expr* Parser::yield_or_star_expressions() {
  return is(K::Yield) ? yield_expression() : star_expressions();
}

Expr* Parser::yield_expression() {
  const int start = pos_++;
  if (accept(K::From)) {
    Expr* value = expression();
    if (value == nullptr) return nullptr;
    auto* from = node<YieldFrom>(start);
    from->value = value;
    return from;
  }
  Expr* value = nullptr;
  if (starts_expression() || is(K::Star)) {
    const int before = pos_;
    value = star_expressions();
    if (value == nullptr) {
      if (failed() || !second_pass_) return nullptr;
      pos_ = before;
    }
  }
  auto* yield = node<Yield>(start);
  yield->value = value;
  return yield;
}

/// `x := value`; the current token is a name and the next one `:=`.
Expr* Parser::walrus() {
  const int start = pos_;
  Expr* target = name();
  as<Name>(target)->ctx = ExprContext::Store;
  ++pos_;
  Expr* value = expression();
  if (value == nullptr) return nullptr;
  auto* named = node<NamedExpr>(start);
  named->target = target;
  named->value = value;
  return named;
}

Expr* Parser::named_expression() {
  if (is(K::Name) && kind(1) == K::ColonEqual) return walrus();
  const int start = pos_;
  if (invalid_rules_) {
    invalid_named_expression();
    if (failed()) return nullptr;
    pos_ = start;
  }
  Expr* value = expression();
  if (value != nullptr && is(K::ColonEqual)) {
    pos_ = start;
    return nullptr;
  }
  return value;
}

// --- conditions
// -------------------------------------------------------------------------------------------

Expr* Parser::expression() {
  const Nesting nesting(*this);
  if (!nesting.ok) return nullptr;
  if (!second_pass_) return plain_expression();
  return memoised(kExpression, [this]() -> Expr* {
    const int start = pos_;
    if (invalid_rules_) {
      invalid_expression();
      if (!failed()) pos_ = start;
      if (!failed()) invalid_legacy_expression();
      if (failed()) return nullptr;
      pos_ = start;
    }
    Expr* value = plain_expression();
    if (value == nullptr) pos_ = start;
    return value;
  });
}

Expr* Parser::plain_expression() {
  if (is(K::Lambda)) return lambda();
  const int start = pos_;
  Expr* body = disjunction();
  if (body == nullptr || !is(K::If)) return body;
  const int condition = pos_++;
  Expr* test = disjunction();
  if (test != nullptr && accept(K::Else)) {
    Expr* orelse = expression();
    if (orelse != nullptr) {
      auto* conditional = node<IfExp>(start);
      conditional->test = test;
      conditional->body = body;
      conditional->orelse = orelse;
      return conditional;
    }
  }
  if (failed() || !second_pass_) return nullptr;
  pos_ = condition;
  return body;
}

/// An expression behind which nothing is found wrong: used to look ahead.
Expr* Parser::expression_without_invalid() {
  const bool before = invalid_rules_;
  invalid_rules_ = false;
  Expr* value = plain_expression();
  invalid_rules_ = before;
  return value;
}

Expr* Parser::disjunction() {
  if (!second_pass_) return boolean(BoolOperator::Or);
  return memoised(kDisjunction, [this] { return boolean(BoolOperator::Or); });
}

Expr* Parser::conjunction() { return boolean(BoolOperator::And); }

/// `a or b or c` is one node, as in CPython; likewise `and`.
Expr* Parser::boolean(BoolOperator op) {
  const int start = pos_;
  const bool is_or = op == BoolOperator::Or;
  const K word = is_or ? K::Or : K::And;
  Expr* first = is_or ? conjunction() : inversion();
  if (first == nullptr || !is(word)) return first;
  List<Expr> values(*this);
  values.push(first);
  while (is(word)) {
    const int before = pos_++;
    Expr* next = is_or ? conjunction() : inversion();
    if (failed()) return nullptr;
    if (next == nullptr) {
      if (!second_pass_) return nullptr;
      pos_ = before;
      break;
    }
    values.push(next);
  }
  if (values.size() == 1) return first;
  auto* made = node<BoolOp>(start);
  made->op = op;
  made->values = values.finish();
  return made;
}

Expr* Parser::inversion() {
  if (!is(K::Not)) return comparison();
  const Nesting nesting(*this);
  if (!nesting.ok) return nullptr;
  const int start = pos_++;
  Expr* operand = inversion();
  if (operand == nullptr) {
    pos_ = start;
    return nullptr;
  }
  auto* made = node<UnaryOp>(start);
  made->op = UnaryOperator::Not;
  made->operand = operand;
  return made;
}

bool Parser::comparison_operator(CompareOperator& op) {
  const auto take = [&](CompareOperator which, int tokens) {
    op = which;
    pos_ += tokens;
    return true;
  };
  switch (kind()) {
    case K::EqEqual: return take(CompareOperator::Eq, 1);
    case K::NotEqual: return take(CompareOperator::NotEq, 1);
    case K::Less: return take(CompareOperator::Lt, 1);
    case K::LessEqual: return take(CompareOperator::LtE, 1);
    case K::Greater: return take(CompareOperator::Gt, 1);
    case K::GreaterEqual: return take(CompareOperator::GtE, 1);
    case K::In: return take(CompareOperator::In, 1);
    case K::Not: return kind(1) == K::In && take(CompareOperator::NotIn, 2);
    case K::Is:
      return kind(1) == K::Not ? take(CompareOperator::IsNot, 2) : take(CompareOperator::Is, 1);
    default: return false;
  }
}

Expr* Parser::comparison() {
  const int start = pos_;
  Expr* left = bitwise_or();
  CompareOperator op{};
  int before = pos_;
  if (left == nullptr || !comparison_operator(op)) return left;
  std::vector<CompareOperator> ops;
  List<Expr> comparators(*this);
  do {
    Expr* right = bitwise_or();
    if (failed()) return nullptr;
    if (right == nullptr) {
      if (!second_pass_) return nullptr;
      pos_ = before;
      break;
    }
    ops.push_back(op);
    comparators.push(right);
    before = pos_;
  } while (comparison_operator(op));
  if (ops.empty()) return left;
  auto* made = node<Compare>(start);
  made->left = left;
  made->ops.size = ops.size();
  made->ops.data = arena_.make_array<CompareOperator>(ops.size());
  for (std::size_t i = 0; i < ops.size(); ++i) made->ops.data[i] = ops[i];
  made->comparators = comparators.finish();
  return made;
}

// --- binary and unary operators
// ------------------------------------------------------------------------------

namespace {

/// 0: not a left-associative binary operator. Higher binds tighter.
int precedence_of(TokenKind kind, Operator& op) {
  using K = TokenKind;
  switch (kind) {
    case K::VerticalBar: op = Operator::BitOr; return 1;
    case K::Circumflex: op = Operator::BitXor; return 2;
    case K::Ampersand: op = Operator::BitAnd; return 3;
    case K::LeftShift: op = Operator::LShift; return 4;
    case K::RightShift: op = Operator::RShift; return 4;
    case K::Plus: op = Operator::Add; return 5;
    case K::Minus: op = Operator::Sub; return 5;
    case K::Star: op = Operator::Mult; return 6;
    case K::Slash: op = Operator::Div; return 6;
    case K::DoubleSlash: op = Operator::FloorDiv; return 6;
    case K::Percent: op = Operator::Mod; return 6;
    case K::At: op = Operator::MatMult; return 6;
    default: return 0;
  }
}

}  // namespace

Expr* Parser::bitwise_or() {
  if (!second_pass_) return binary(1);
  return memoised(kBitwiseOr, [this] { return binary(1); });
}

/// Precedence climbing: operators that bind at least as tightly as `min_precedence`.
Expr* Parser::binary(int min_precedence) {
  const int start = pos_;
  Expr* left = factor();
  while (left != nullptr) {
    Operator op{};
    const int precedence = precedence_of(kind(), op);
    if (precedence == 0 || precedence < min_precedence) break;
    const int before = pos_++;
    Expr* right = binary(precedence + 1);
    if (failed()) return nullptr;
    if (right == nullptr) {
      if (!second_pass_) return nullptr;
      pos_ = before;
      break;
    }
    auto* made = node<BinOp>(start);
    made->left = left;
    made->op = op;
    made->right = right;
    left = made;
  }
  return left;
}

Expr* Parser::factor() {
  const K sign = kind();
  if (sign != K::Plus && sign != K::Minus && sign != K::Tilde) return power();
  const Nesting nesting(*this);
  if (!nesting.ok) return nullptr;
  return memoised(kFactor, [this, sign]() -> Expr* {
    const int start = pos_++;
    Expr* operand = factor();
    if (operand == nullptr) {
      pos_ = start;
      return nullptr;
    }
    auto* made = node<UnaryOp>(start);
    made->op = sign == K::Plus    ? UnaryOperator::UAdd
               : sign == K::Minus ? UnaryOperator::USub
                                  : UnaryOperator::Invert;
    made->operand = operand;
    return made;
  });
}

Expr* Parser::power() {
  const int start = pos_;
  if (is(K::Await)) {
    raise_unsupported(pos_, pos_, "'await' is");
    return nullptr;
  }
  Expr* base = primary();
  if (base == nullptr || !is(K::DoubleStar)) return base;
  const Nesting nesting(*this);
  if (!nesting.ok) return nullptr;
  const int before = pos_++;
  Expr* exponent = factor();
  if (failed()) return nullptr;
  if (exponent == nullptr) {
    if (!second_pass_) return nullptr;
    pos_ = before;
    return base;
  }
  auto* made = node<BinOp>(start);
  made->left = base;
  made->op = Operator::Pow;
  made->right = exponent;
  return made;
}

// --- attributes, calls, subscripts
// -----------------------------------------------------------------------------

Expr* Parser::primary() {
  if (!second_pass_) return primary_uncached();
  return memoised(kPrimary, [this] { return primary_uncached(); });
}

Expr* Parser::primary_uncached() {
  const int start = pos_;
  Expr* value = atom();
  while (value != nullptr && !failed()) {
    const int before = pos_;
    Expr* next = nullptr;
    if (invalid_rules_ && (is(K::LeftBrace) || is(K::LeftBracket))) {
      invalid_comprehension();  // CPython looks for a call's generator here, whatever the bracket
      if (failed()) return nullptr;
      pos_ = before;
    }
    if (is(K::Dot)) {
      ++pos_;
      if (is(K::Name)) {
        const Identifier attr = intern(token(pos_++).text);
        auto* made = node<Attribute>(start);
        made->value = value;
        made->attr = attr;
        next = made;
      }
    } else if (is(K::LeftParen)) {
      next = call(start, value);
    } else if (is(K::LeftBracket)) {
      next = subscript(start, value);
    } else {
      return value;
    }
    if (failed()) return nullptr;
    if (next == nullptr) {
      if (!second_pass_) return nullptr;
      pos_ = before;
      return value;
    }
    value = next;
  }
  return failed() ? nullptr : value;
}

Expr* Parser::call(int start, Expr* func) {
  const int open = pos_;
  ArgumentLists arguments;
  if (second_pass_) {
    Expr* generator = lone_generator();
    if (failed()) return nullptr;
    if (generator != nullptr) {
      arguments.args.push_back(generator);
    } else {
      pos_ = open + 1;
      if (!is(K::RightParen) && !call_arguments(arguments)) return nullptr;
      if (!accept(K::RightParen)) return nullptr;
    }
  } else {
    ++pos_;
    if (!is(K::RightParen) && !call_arguments(arguments)) return nullptr;
    if (!accept(K::RightParen)) return nullptr;
    if (arguments.args.size() == 1 && arguments.args[0]->kind == NodeKind::GeneratorExp &&
        token(open + 1).kind != K::RightParen && arguments.bare_generator) {
      arguments.args[0]->pos = span(open);  // its parentheses are the call's
    }
  }
  auto* made = node<Call>(start);
  made->func = func;
  made->args = to_seq(arguments.args);
  made->keywords = to_seq(arguments.keywords);
  return made;
}

Expr* Parser::subscript(int start, Expr* value) {
  ++pos_;
  Expr* index = slices();
  if (index == nullptr || failed() || !accept(K::RightBracket)) return nullptr;
  auto* made = node<Subscript>(start);
  made->value = value;
  made->slice = index;
  return made;
}

Expr* Parser::slices() {
  const int start = pos_;
  Expr* first = slice();
  if (first == nullptr || failed()) return nullptr;
  if (!is(K::Comma) && first->kind != NodeKind::Starred) return first;
  List<Expr> elts(*this);
  elts.push(first);
  while (accept(K::Comma)) {
    if (is(K::RightBracket)) break;
    Expr* next = slice();
    if (next == nullptr || failed()) return nullptr;
    elts.push(next);
  }
  auto* tuple = node<Tuple>(start);
  tuple->elts = elts.finish();
  return tuple;
}

/// `a:b:c`, an expression, or `*a`.
Expr* Parser::slice() {
  const int start = pos_;
  if (accept(K::Star)) {
    Expr* value = expression();
    if (value == nullptr) return nullptr;
    auto* starred = node<Starred>(start);
    starred->value = value;
    return starred;
  }
  Expr* lower = nullptr;
  if (!is(K::Colon)) {
    lower = second_pass_ ? expression() : named_expression();
    if (failed()) return nullptr;
    if (lower == nullptr || !is(K::Colon)) {
      if (!second_pass_) return lower;
      pos_ = start;
      return named_expression();
    }
  }
  if (lower != nullptr && lower->kind == NodeKind::NamedExpr && token(start).kind == K::Name) {
    return lower;  // `a[x := 1:2]`: the colon is one too many
  }
  auto* made = node<Slice>(start);
  made->lower = lower;
  ++pos_;
  const auto bound = [this](Expr*& out) {
    const int before = pos_;
    if (!starts_expression()) return true;
    out = expression();
    if (out == nullptr && second_pass_) pos_ = before;
    return !failed() && (out != nullptr || second_pass_);
  };
  if (!bound(made->upper)) return nullptr;
  if (accept(K::Colon) && !bound(made->step)) return nullptr;
  made->pos = span(start);
  return made;
}

// --- lambda
// ------------------------------------------------------------------------------------------------------

Expr* Parser::lambda() {
  const int start = pos_++;
  Arguments* args = parameters(K::Colon);
  if (args == nullptr || failed() || !accept(K::Colon)) {
    if (!failed()) pos_ = start;
    return nullptr;
  }
  Expr* body = expression();
  if (body == nullptr) {
    if (!failed()) pos_ = start;
    return nullptr;
  }
  auto* made = node<Lambda>(start);
  made->args = args;
  made->body = body;
  return made;
}

}  // namespace interleave::lang
