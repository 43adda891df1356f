// Atoms: names, numbers, displays and comprehensions.

#include "lang/parser_impl.h"

namespace interleave::lang {

Expr* Parser::atom() {
  switch (kind()) {
    case K::Name: return name();
    case K::True: return constant(ConstantKind::True);
    case K::False: return constant(ConstantKind::False);
    case K::None: return constant(ConstantKind::None);
    case K::Ellipsis: return constant(ConstantKind::Ellipsis);
    case K::Number: return number();
    case K::String:
    case K::FStringStart: return memoised(kAtom, [this] { return strings(); });
    case K::LeftParen: return memoised(kAtom, [this] { return parenthesised(); });
    case K::LeftBracket: return memoised(kAtom, [this] { return list_display(); });
    case K::LeftBrace: return memoised(kAtom, [this] { return brace_display(); });
    default: return nullptr;
  }
}

Expr* Parser::name() {
  const int start = pos_++;
  auto* made = node<Name>(start);
  made->id = intern(token(start).text);
  return made;
}

Expr* Parser::constant(ConstantKind value) {
  const int start = pos_++;
  auto* made = node<Constant>(start);
  made->constant = value;
  return made;
}

Expr* Parser::number() {
  const int start = pos_++;
  auto* made = node<Constant>(start);
  if (auto message = decode_number(token(start).text, arena_, *made)) {
    raise(made->pos, std::move(*message));
    return nullptr;
  }
  return made;
}

// --- parentheses and brackets
// -----------------------------------------------------------------------------

Expr* Parser::parenthesised() {
  const int start = pos_;
  Expr* made = parenthesised_valid();
  if (made != nullptr || failed() || !second_pass_) return made;
  pos_ = start;
  if (invalid_rules_) {
    invalid_group();
    pos_ = start;
    if (!failed()) invalid_comprehension();
    pos_ = start;
  }
  return nullptr;
}

/// A tuple, a group or a generator expression.
Expr* Parser::parenthesised_valid() {
  const int start = pos_++;
  if (accept(K::RightParen)) return node<Tuple>(start);
  if (is(K::Yield)) {
    Expr* value = yield_expression();
    return value != nullptr && accept(K::RightParen) ? value : nullptr;
  }
  const bool starred = is(K::Star);
  Expr* first = star_named_expression();
  if (first == nullptr || failed()) return nullptr;
  if (!starred && accept(K::RightParen)) return first;
  if (!starred && (is(K::For) || is(K::Async))) {
    return element_comprehension<GeneratorExp>(start, first, K::RightParen);
  }
  if (!accept(K::Comma)) return nullptr;
  List<Expr> elts(*this);
  elts.push(first);
  if (!starred_items(elts, K::RightParen)) return nullptr;
  auto* tuple = node<Tuple>(start);
  tuple->elts = elts.finish();
  return tuple;
}

/// What is left of `a, *b, c` and its closing bracket, behind a comma or at the start.
bool Parser::starred_items(List<Expr>& items, K closer) {
  while (!accept(closer)) {
    Expr* next = star_named_expression();
    if (next == nullptr || failed()) return false;
    items.push(next);
    if (!accept(K::Comma)) return accept(closer);
  }
  return true;
}

Expr* Parser::list_display() {
  const int start = pos_;
  Expr* made = list_valid();
  if (made != nullptr || failed() || !second_pass_) return made;
  pos_ = start;
  if (invalid_rules_) invalid_comprehension();
  pos_ = start;
  return nullptr;
}

Expr* Parser::list_valid() {
  const int start = pos_++;
  List<Expr> elts(*this);
  if (!accept(K::RightBracket)) {
    const bool starred = is(K::Star);
    Expr* first = star_named_expression();
    if (first == nullptr || failed()) return nullptr;
    if (!starred && (is(K::For) || is(K::Async))) {
      return element_comprehension<ListComp>(start, first, K::RightBracket);
    }
    elts.push(first);
    if (accept(K::Comma)) {
      if (!starred_items(elts, K::RightBracket)) return nullptr;
    } else if (!accept(K::RightBracket)) {
      return nullptr;
    }
  }
  auto* list = node<lang::List>(start);
  list->elts = elts.finish();
  return list;
}

// --- braces
// -------------------------------------------------------------------------------------------------

Expr* Parser::brace_display() {
  if (!second_pass_) return brace_first_pass();
  const int start = pos_;
  Expr* made = dict_display();
  if (made == nullptr && !failed()) {
    pos_ = start;
    invalid_double_starred();  // in CPython, too, not switched off with the others
  }
  const auto next_rule = [&](auto rule) {
    if (made != nullptr || failed()) return;
    pos_ = start;
    made = rule();
  };
  next_rule([this] { return set_display(); });
  next_rule([this] { return dict_comprehension(); });
  next_rule([&]() -> Expr* {
    if (invalid_rules_) invalid_dict_comprehension();
    return nullptr;
  });
  next_rule([this] { return set_comprehension(); });
  next_rule([&]() -> Expr* {
    if (invalid_rules_) invalid_comprehension();
    return nullptr;
  });
  if (made == nullptr) pos_ = start;
  return made;
}

/// What is right can be told apart by the first element and what follows it.
Expr* Parser::brace_first_pass() {
  const int start = pos_++;
  List<Expr> keys(*this);
  if (accept(K::RightBrace)) return node<Dict>(start);
  if (is(K::DoubleStar)) {
    pos_ = start;
    return dict_display();
  }
  const int first_start = pos_;
  const bool starred = is(K::Star);
  Expr* first = star_named_expression();
  if (first == nullptr || failed()) return nullptr;
  const bool bare_walrus = first->kind == NodeKind::NamedExpr && token(first_start).kind == K::Name;
  if (is(K::Colon) && !starred && !bare_walrus) {
    ++pos_;
    Expr* value = expression();
    if (value == nullptr || failed()) return nullptr;
    if (is(K::For) || is(K::Async)) return finish_dict_comprehension(start, first, value);
    std::vector<Expr*> key_list{first};
    std::vector<Expr*> value_list{value};
    while (accept(K::Comma) && !is(K::RightBrace)) {
      const bool unpacking = accept(K::DoubleStar);
      Expr* key = unpacking ? nullptr : expression();
      if (failed() || (!unpacking && (key == nullptr || !accept(K::Colon)))) return nullptr;
      value = unpacking ? bitwise_or() : expression();
      if (value == nullptr || failed()) return nullptr;
      key_list.push_back(key);
      value_list.push_back(value);
    }
    if (!accept(K::RightBrace)) return nullptr;
    auto* dict = node<Dict>(start);
    dict->keys = to_seq(key_list);
    dict->values = to_seq(value_list);
    return dict;
  }
  if (!starred && (is(K::For) || is(K::Async))) {
    return element_comprehension<SetComp>(start, first, K::RightBrace);
  }
  keys.push(first);
  if (accept(K::Comma) ? !starred_items(keys, K::RightBrace) : !accept(K::RightBrace))
    return nullptr;
  auto* set = node<Set>(start);
  set->elts = keys.finish();
  return set;
}

/// `key: value` or `**mapping`; the lists grow alike, a null key standing for the latter.
bool Parser::key_value(std::vector<Expr*>& keys, std::vector<Expr*>& values) {
  Expr* key = nullptr;
  Expr* value = nullptr;
  if (accept(K::DoubleStar)) {
    value = bitwise_or();
  } else {
    key = expression();
    if (key == nullptr || failed() || !accept(K::Colon)) return false;
    value = expression();
  }
  if (value == nullptr || failed()) return false;
  keys.push_back(key);
  values.push_back(value);
  return true;
}

Expr* Parser::dict_display() {
  const int start = pos_++;
  std::vector<Expr*> keys;
  std::vector<Expr*> values;
  while (!is(K::RightBrace)) {
    if (!key_value(keys, values)) return nullptr;
    if (!accept(K::Comma)) break;
  }
  if (failed() || !accept(K::RightBrace)) return nullptr;
  auto* dict = node<Dict>(start);
  dict->keys = to_seq(keys);
  dict->values = to_seq(values);
  return dict;
}

Expr* Parser::set_display() {
  const int start = pos_++;
  List<Expr> elts(*this);
  Expr* first = star_named_expression();
  if (first == nullptr || failed()) return nullptr;
  elts.push(first);
  if (accept(K::Comma) ? !starred_items(elts, K::RightBrace) : !accept(K::RightBrace))
    return nullptr;
  auto* set = node<Set>(start);
  set->elts = elts.finish();
  return set;
}

Expr* Parser::dict_comprehension() {
  const int start = pos_++;
  Expr* key = expression();
  if (key == nullptr || failed() || !accept(K::Colon)) return nullptr;
  Expr* value = expression();
  if (value == nullptr || failed() || !(is(K::For) || is(K::Async))) return nullptr;
  return finish_dict_comprehension(start, key, value);
}

Expr* Parser::finish_dict_comprehension(int start, Expr* key, Expr* value) {
  Seq<Comprehension*> generators;
  if (!comprehensions(generators) || !accept(K::RightBrace)) return nullptr;
  auto* made = node<DictComp>(start);
  made->key = key;
  made->value = value;
  made->generators = generators;
  return made;
}

Expr* Parser::set_comprehension() {
  const int start = pos_++;
  Expr* element = named_expression();
  if (element == nullptr || failed() || !(is(K::For) || is(K::Async))) return nullptr;
  return element_comprehension<SetComp>(start, element, K::RightBrace);
}

// --- comprehensions
// -------------------------------------------------------------------------------------------

template <class T>
Expr* Parser::element_comprehension(int start, Expr* element, K closer) {
  Seq<Comprehension*> generators;
  if (!comprehensions(generators) || !accept(closer)) return nullptr;
  auto* made = node<T>(start);
  made->elt = element;
  made->generators = generators;
  return made;
}

/// One or more `for … in … if …`.
bool Parser::comprehensions(Seq<Comprehension*>& out) {
  List<Comprehension> list(*this);
  while (is(K::For) || is(K::Async)) {
    Comprehension* made = comprehension();
    if (failed() || made == nullptr) return false;
    list.push(made);
  }
  out = list.finish();
  return !list.empty();
}

Comprehension* Parser::comprehension() {
  const int start = pos_;
  if (is(K::Async)) {
    if (kind(1) == K::For) raise_unsupported(pos_, pos_ + 1, "'async for' is");
    return nullptr;
  }
  ++pos_;
  Expr* target = star_targets();
  if (failed()) return nullptr;
  if (target == nullptr || !accept(K::In)) {
    pos_ = start;
    if (invalid_rules_) invalid_for_target();
    return nullptr;
  }
  Expr* iter = disjunction();
  if (iter == nullptr || failed()) return nullptr;
  List<Expr> ifs(*this);
  while (is(K::If)) {
    const int before = pos_++;
    Expr* condition = disjunction();
    if (failed()) return nullptr;
    if (condition == nullptr) {
      if (!second_pass_) return nullptr;
      pos_ = before;
      break;
    }
    ifs.push(condition);
  }
  auto* made = node_at<Comprehension>(Position{});
  made->target = target;
  made->iter = iter;
  made->ifs = ifs.finish();
  return made;
}

/// `(x for x in y)` as a call's only argument, its parentheses being the call's.
Expr* Parser::lone_generator() {
  const int start = pos_++;
  const bool named = is(K::Name) && kind(1) == K::ColonEqual;
  Expr* element = is(K::Star) || is(K::RightParen) ? nullptr : named ? walrus() : expression();
  if (failed()) return nullptr;
  if (element != nullptr && (is(K::For) || is(K::Async))) {
    Expr* made = element_comprehension<GeneratorExp>(start, element, K::RightParen);
    if (made != nullptr || failed()) return made;
  }
  pos_ = start;
  if (invalid_rules_) invalid_comprehension();
  pos_ = start;
  return nullptr;
}

}  // namespace interleave::lang
