// The match statement and its patterns.

#include "lang/parser_impl.h"

namespace interleave::lang {

// --- match and case
// -----------------------------------------------------------------------------------------

/// `match` is only a keyword when a subject, a colon and a line end follow. Null with the position
/// unchanged: it is an ordinary name here.
Stmt* Parser::match_statement() {
  const int start = pos_;
  const int line = token(pos_).line;
  ++pos_;
  const auto ordinary_name = [&]() -> Stmt* {
    pos_ = start;
    return nullptr;
  };
  if (!starts_expression() && !is(K::Star)) return ordinary_name();
  const bool certain = is(K::Name) || is(K::Number) || is(K::String) || is(K::FStringStart);
  Expr* subject = match_subject();
  if (failed()) return nullptr;
  if (subject == nullptr) return ordinary_name();
  if (is(K::Newline) && invalid_rules_ && (certain || kind(1) == K::Indent)) {
    raise_at_last("expected ':'");
    return nullptr;
  }
  if (!is(K::Colon) || kind(1) != K::Newline) return ordinary_name();
  pos_ += 2;
  if (!accept(K::Indent)) {
    if (invalid_rules_) {
      raise_at_last(
          "expected an indented block after 'match' statement on line " + std::to_string(line),
          DiagnosticKind::IndentationError);
    }
    return nullptr;
  }
  List<MatchCase> cases(*this);
  while (is_soft_keyword("case")) {
    MatchCase* made = match_case();
    if (made == nullptr || failed()) return nullptr;
    cases.push(made);
  }
  if (cases.empty() || !accept(K::Dedent)) return nullptr;
  auto* statement = node<Match>(start);
  statement->subject = subject;
  statement->cases = cases.finish();
  return statement;
}

Expr* Parser::match_subject() {
  const int start = pos_;
  const bool starred = is(K::Star);
  Expr* first = star_named_expression();
  if (first == nullptr || failed()) return nullptr;
  if (!is(K::Comma)) return starred ? nullptr : first;
  List<Expr> elts(*this);
  elts.push(first);
  while (accept(K::Comma)) {
    if (!starts_expression() && !is(K::Star)) break;
    Expr* next = star_named_expression();
    if (next == nullptr || failed()) return nullptr;
    elts.push(next);
  }
  auto* tuple = node<Tuple>(start);
  tuple->elts = elts.finish();
  return tuple;
}

MatchCase* Parser::match_case() {
  const int line = token(pos_).line;
  ++pos_;
  Pattern* found = patterns();
  if (found == nullptr || failed()) return nullptr;
  Expr* guard = nullptr;
  if (accept(K::If)) {
    guard = named_expression();
    if (guard == nullptr || failed()) return nullptr;
  }
  Seq<Stmt*> body;
  if (!colon_before_block() || !block(body, "'case' statement", line)) return nullptr;
  auto* made = node_at<MatchCase>(Position{});
  made->pattern = found;
  made->guard = guard;
  made->body = body;
  return made;
}

// --- patterns
// -----------------------------------------------------------------------------------------------

/// A case's pattern: `a, *b` without brackets, or a single one.
Pattern* Parser::patterns() {
  const int start = pos_;
  Pattern* first = maybe_star_pattern();
  if (first == nullptr || failed()) return nullptr;
  if (!is(K::Comma)) return first->kind == NodeKind::MatchStar ? nullptr : first;
  List<Pattern> items(*this);
  items.push(first);
  while (accept(K::Comma)) {
    if (is(K::Colon) || is(K::If)) break;
    Pattern* next = maybe_star_pattern();
    if (next == nullptr || failed()) return nullptr;
    items.push(next);
  }
  auto* made = node<MatchSequence>(start);
  made->patterns = items.finish();
  return made;
}

Pattern* Parser::maybe_star_pattern() {
  const int start = pos_;
  if (!accept(K::Star)) return pattern();
  Identifier captured;
  if (is_soft_keyword("_")) {
    ++pos_;
  } else if (!capture_target(captured)) {
    return nullptr;
  }
  auto* made = node<MatchStar>(start);
  made->name = captured;
  return made;
}

/// A name to bind: not `_`, and not the start of a dotted name, a class pattern or a keyword.
bool Parser::capture_target(Identifier& captured) {
  if (!is(K::Name) || is_soft_keyword("_")) return false;
  const K next = kind(1);
  if (next == K::Dot || next == K::LeftParen || next == K::Equal) return false;
  captured = intern(token(pos_++).text);
  return true;
}

Pattern* Parser::pattern() {
  const Nesting nesting(*this);
  if (!nesting.ok) return nullptr;
  const int start = pos_;
  Pattern* inner = or_pattern();
  if (inner == nullptr || failed() || !is(K::As)) return inner;
  ++pos_;
  Identifier captured;
  if (!capture_target(captured)) {
    if (!invalid_rules_) return nullptr;
    if (is_soft_keyword("_")) {
      raise(token_position(token(pos_)), "cannot use '_' as a target");
    } else if (!is(K::Name)) {
      Expr* wrong = expression();
      if (wrong != nullptr) raise(wrong->pos, "invalid pattern target");
    }
    return nullptr;
  }
  auto* made = node<MatchAs>(start);
  made->pattern = inner;
  made->name = captured;
  return made;
}

Pattern* Parser::or_pattern() {
  const int start = pos_;
  Pattern* first = closed_pattern();
  if (first == nullptr || failed() || !is(K::VerticalBar)) return first;
  List<Pattern> items(*this);
  items.push(first);
  while (accept(K::VerticalBar)) {
    Pattern* next = closed_pattern();
    if (next == nullptr || failed()) return nullptr;
    items.push(next);
  }
  auto* made = node<MatchOr>(start);
  made->patterns = items.finish();
  return made;
}

Pattern* Parser::closed_pattern() {
  switch (kind()) {
    case K::Number:
    case K::Minus: return number_pattern();
    case K::String:
    case K::FStringStart:
    case K::None:
    case K::True:
    case K::False: return literal_pattern();
    case K::Name: return name_pattern();
    case K::LeftParen: return group_or_sequence_pattern();
    case K::LeftBracket: return list_pattern();
    case K::LeftBrace: return mapping_pattern();
    default: return nullptr;
  }
}

// --- literals
// -------------------------------------------------------------------------------------------------

Pattern* Parser::literal_pattern() {
  const int start = pos_;
  if (is(K::String) || is(K::FStringStart)) {
    Expr* value = strings();
    if (value == nullptr || failed()) return nullptr;
    if (value->kind == NodeKind::JoinedStr) {
      raise(value->pos, "patterns may only match literals and attribute lookups");
      return nullptr;
    }
    auto* made = node<MatchValue>(start);
    made->value = value;
    return made;
  }
  const ConstantKind value = is(K::None)   ? ConstantKind::None
                             : is(K::True) ? ConstantKind::True
                                           : ConstantKind::False;
  ++pos_;
  auto* made = node<MatchSingleton>(start);
  made->value = value;
  return made;
}

Pattern* Parser::number_pattern() {
  const int start = pos_;
  Expr* value = number_literal();
  if (value == nullptr || failed()) return nullptr;
  auto* made = node<MatchValue>(start);
  made->value = value;
  return made;
}

Expr* Parser::signed_number() {
  const int start = pos_;
  if (!accept(K::Minus)) return is(K::Number) ? number() : nullptr;
  if (!is(K::Number)) return nullptr;
  Expr* operand = number();
  if (operand == nullptr) return nullptr;
  auto* made = node<UnaryOp>(start);
  made->op = UnaryOperator::USub;
  made->operand = operand;
  return made;
}

/// `1`, `-1.5`, `2 - 3j`.
Expr* Parser::number_literal() {
  const int start = pos_;
  Expr* real = signed_number();
  if (real == nullptr || failed() || !(is(K::Plus) || is(K::Minus))) return real;
  const auto is_complex = [](Expr* e) {
    const auto* signed_value = try_as<UnaryOp>(e);
    const auto* value = as<Constant>(signed_value != nullptr ? signed_value->operand : e);
    return value->constant == ConstantKind::Complex;
  };
  if (is_complex(real)) {
    raise(real->pos, "real number required in complex literal");
    return nullptr;
  }
  const Operator op = is(K::Plus) ? Operator::Add : Operator::Sub;
  ++pos_;
  if (!is(K::Number)) return nullptr;
  Expr* imaginary = number();
  if (imaginary == nullptr) return nullptr;
  if (!is_complex(imaginary)) {
    raise(imaginary->pos, "imaginary number required in complex literal");
    return nullptr;
  }
  auto* made = node<BinOp>(start);
  made->left = real;
  made->op = op;
  made->right = imaginary;
  return made;
}

// --- names, classes
// -------------------------------------------------------------------------------------------

Pattern* Parser::name_pattern() {
  const int start = pos_;
  if (is_soft_keyword("_")) {
    ++pos_;
    return node<MatchAs>(start);
  }
  Identifier captured;
  if (capture_target(captured)) {
    auto* made = node<MatchAs>(start);
    made->name = captured;
    return made;
  }
  Expr* value = dotted_value();
  if (value == nullptr) return nullptr;
  if (is(K::LeftParen)) return class_pattern(start, value);
  if (value->kind == NodeKind::Name || is(K::Equal)) return nullptr;
  auto* made = node<MatchValue>(start);
  made->value = value;
  return made;
}

Expr* Parser::dotted_value() {
  const int start = pos_;
  Expr* value = name();
  while (is(K::Dot)) {
    ++pos_;
    if (!is(K::Name)) return nullptr;
    const Identifier attr = intern(token(pos_++).text);
    auto* made = node<Attribute>(start);
    made->value = value;
    made->attr = attr;
    value = made;
  }
  return value;
}

Pattern* Parser::class_pattern(int start, Expr* cls) {
  ++pos_;
  std::vector<Pattern*> positional;
  std::vector<Pattern*> keyword_patterns;
  std::vector<Identifier> keywords;
  while (!is(K::RightParen)) {
    if (is(K::Name) && kind(1) == K::Equal) {
      keywords.push_back(intern(token(pos_).text));
      pos_ += 2;
      Pattern* value = pattern();
      if (value == nullptr || failed()) return nullptr;
      keyword_patterns.push_back(value);
    } else {
      Pattern* value = pattern();
      if (value == nullptr || failed()) return nullptr;
      if (!keywords.empty()) return misplaced_positional(value);
      positional.push_back(value);
    }
    if (!accept(K::Comma)) break;
  }
  if (!accept(K::RightParen)) return nullptr;
  auto* made = node<MatchClass>(start);
  made->cls = cls;
  made->patterns = to_seq(positional);
  made->kwd_patterns = to_seq(keyword_patterns);
  made->kwd_attrs.size = keywords.size();
  made->kwd_attrs.data = arena_.make_array<Identifier>(keywords.size());
  for (std::size_t i = 0; i < keywords.size(); ++i) made->kwd_attrs.data[i] = keywords[i];
  return made;
}

/// `C(x=1, y)`: told from the first misplaced pattern to the last of its row.
Pattern* Parser::misplaced_positional(Pattern* first) {
  if (!invalid_rules_) return nullptr;
  Pattern* last = first;
  while (is(K::Comma)) {
    ++pos_;
    if (is(K::Name) && kind(1) == K::Equal) break;
    Pattern* next = pattern();
    if (next == nullptr || failed()) break;
    last = next;
  }
  raise(join(first->pos, last->pos), "positional patterns follow keyword patterns");
  return nullptr;
}

// --- sequences and mappings
// -----------------------------------------------------------------------------------

/// Patterns up to `closer`, which is taken; `comma`: there was one.
bool Parser::pattern_list(List<Pattern>& items, K closer, bool& comma) {
  comma = false;
  while (!accept(closer)) {
    Pattern* next = maybe_star_pattern();
    if (next == nullptr || failed()) return false;
    items.push(next);
    if (!accept(K::Comma)) return accept(closer);
    comma = true;
  }
  return true;
}

Pattern* Parser::group_or_sequence_pattern() {
  const int start = pos_++;
  List<Pattern> items(*this);
  bool comma = false;
  if (!pattern_list(items, K::RightParen, comma)) return nullptr;
  if (items.size() == 1 && !comma) {
    return items[0]->kind == NodeKind::MatchStar ? nullptr : items[0];
  }
  auto* made = node<MatchSequence>(start);
  made->patterns = items.finish();
  return made;
}

Pattern* Parser::list_pattern() {
  const int start = pos_++;
  List<Pattern> items(*this);
  bool comma = false;
  if (!pattern_list(items, K::RightBracket, comma)) return nullptr;
  auto* made = node<MatchSequence>(start);
  made->patterns = items.finish();
  return made;
}

/// A mapping pattern's key: a literal or a dotted name.
Expr* Parser::mapping_key() {
  switch (kind()) {
    case K::Number:
    case K::Minus: return number_literal();
    case K::String: return strings();
    case K::None: return constant(ConstantKind::None);
    case K::True: return constant(ConstantKind::True);
    case K::False: return constant(ConstantKind::False);
    case K::Name: {
      Expr* value = dotted_value();
      return value == nullptr || value->kind == NodeKind::Name ? nullptr : value;
    }
    default: return nullptr;
  }
}

Pattern* Parser::mapping_pattern() {
  const int start = pos_++;
  std::vector<Expr*> keys;
  std::vector<Pattern*> values;
  Identifier rest;
  while (!is(K::RightBrace)) {
    if (accept(K::DoubleStar)) {
      if (!capture_target(rest)) return nullptr;
      accept(K::Comma);
      break;
    }
    Expr* key = mapping_key();
    if (key == nullptr || failed() || !accept(K::Colon)) return nullptr;
    Pattern* value = pattern();
    if (value == nullptr || failed()) return nullptr;
    keys.push_back(key);
    values.push_back(value);
    if (!accept(K::Comma)) break;
  }
  if (failed() || !accept(K::RightBrace)) return nullptr;
  auto* made = node<MatchMapping>(start);
  made->keys = to_seq(keys);
  made->patterns = to_seq(values);
  made->rest = rest;
  return made;
}

}  // namespace interleave::lang
