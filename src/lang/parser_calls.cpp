// The arguments of calls and class statements.

#include <unordered_set>

#include "lang/parser_impl.h"

namespace interleave::lang {

/// What stands between a call's parentheses; the closing one is left to the caller.
bool Parser::call_arguments(ArgumentLists& out) {
  if (second_pass_) {
    if (!arguments_exact(out)) return false;
  } else {
    do {
      if (is(K::RightParen)) break;  // a trailing comma
      if (!argument(out)) return false;
    } while (accept(K::Comma));
    if (out.bare_generator && token(pos_ - 1).kind == K::Comma) return false;
  }
  note_repeated_keywords(out.keywords);
  return true;
}

// --- first pass
// -----------------------------------------------------------------------------------------------

bool Parser::argument(ArgumentLists& out) {
  const int start = pos_;
  if (out.bare_generator) return false;
  if (is(K::DoubleStar) || (is(K::Name) && kind(1) == K::Equal)) {
    Keyword* keyword = keyword_argument(2);
    if (keyword == nullptr) return false;
    out.unpacked_mapping |= keyword->arg.empty();
    out.keywords.push_back(keyword);
    return true;
  }
  if (is(K::Star)) {
    Expr* starred = starred_argument();
    if (starred == nullptr || out.unpacked_mapping) return false;
    out.args.push_back(starred);
    return true;
  }
  const bool named = is(K::Name) && kind(1) == K::ColonEqual;
  Expr* value = named ? walrus() : expression();
  if (value == nullptr || failed()) return false;
  if (is(K::For) || is(K::Async)) return generator_argument(out, start, value);
  if (!out.keywords.empty()) return false;
  out.args.push_back(value);
  return true;
}

/// `f(x for x in y)`: only alone, without parentheses of its own.
bool Parser::generator_argument(ArgumentLists& out, int start, Expr* element) {
  if (!out.empty() || !out.generator_allowed) return false;
  Seq<Comprehension*> generators;
  if (!comprehensions(generators)) return false;
  auto* made = node<GeneratorExp>(start);  // the caller knows where the parentheses are
  made->elt = element;
  made->generators = generators;
  out.args.push_back(made);
  out.bare_generator = true;
  return true;
}

Expr* Parser::starred_argument() {
  const int start = pos_;
  if (!accept(K::Star)) return nullptr;
  Expr* value = expression();
  if (value == nullptr) return nullptr;
  auto* made = node<Starred>(start);
  made->value = value;
  return made;
}

/// `name=value`, or `**value` when `stars` is 2.
Keyword* Parser::keyword_argument(int stars) {
  const int start = pos_;
  Identifier arg;
  if (is(K::Name) && kind(1) == K::Equal) {
    arg = intern(token(pos_).text);
    pos_ += 2;
  } else if (stars != 2 || !accept(K::DoubleStar)) {
    return nullptr;
  }
  Expr* value = expression();
  if (value == nullptr || failed()) {
    if (!failed()) pos_ = start;
    return nullptr;
  }
  auto* made = node<Keyword>(start);
  made->arg = arg;
  made->value = value;
  return made;
}

/// CPython's compiler finds this one, so it only counts when the whole program parses.
void Parser::note_repeated_keywords(const std::vector<Keyword*>& keywords) {
  if (deferred_ || keywords.size() < 2) return;
  std::unordered_set<std::string_view> seen;
  for (const Keyword* keyword : keywords) {
    if (keyword->arg.empty() || seen.insert(keyword->arg).second) continue;
    raise(keyword->pos, "keyword argument repeated: " + std::string(keyword->arg));
    deferred_ = std::move(error_);
    error_.reset();
    return;
  }
}

// --- second pass
// ------------------------------------------------------------------------------------------------

bool Parser::arguments_exact(ArgumentLists& out) {
  const int start = pos_;
  if (args_rule(out)) {
    accept(K::Comma);
    if (is(K::RightParen)) return true;
  }
  if (failed()) return false;
  pos_ = start;
  if (invalid_rules_) invalid_arguments();
  pos_ = start;
  return false;
}

Expr* Parser::positional_argument() {
  if (is(K::Star)) return starred_argument();
  const bool named = is(K::Name) && kind(1) == K::ColonEqual;
  Expr* value = named ? walrus() : expression();
  if (value == nullptr || failed()) return nullptr;
  return is(K::ColonEqual) || is(K::Equal) ? nullptr : value;
}

/// As many arguments as match: positional ones, then keywords and `*x`, then keywords and `**x`.
bool Parser::args_rule(ArgumentLists& out) {
  int stage = 0;
  int before = pos_;  // where to go back to: in front of the comma
  for (;;) {
    const int start = pos_;
    bool matched = false;
    for (; stage < 3 && !matched; stage += matched ? 0 : 1) {
      pos_ = start;
      if (stage == 0) {
        Expr* value = positional_argument();
        if (failed()) return false;
        matched = value != nullptr;
        if (matched) out.args.push_back(value);
        continue;
      }
      if (invalid_rules_) invalid_keyword();
      if (failed()) return false;
      pos_ = start;
      if (Keyword* keyword = keyword_argument(stage)) {
        out.keywords.push_back(keyword);
        out.unpacked_mapping |= keyword->arg.empty();
        matched = true;
      } else if (!failed() && stage == 1) {
        Expr* starred = starred_argument();
        matched = starred != nullptr && !failed();
        if (matched) out.args.push_back(starred);
      }
      if (failed()) return false;
    }
    if (!matched) {
      pos_ = before;
      return !out.empty();
    }
    before = pos_;
    if (!is(K::Comma)) return true;
    ++pos_;
  }
}

void Parser::invalid_keyword() {
  const int start = pos_;
  if ((is(K::True) || is(K::False) || is(K::None)) && kind(1) == K::Equal) {
    const Position range = join(token_position(token(pos_)), token_position(token(pos_ + 1)));
    return raise(range, "cannot assign to " + std::string(token(pos_).text));
  }
  if (is(K::Name) && kind(1) == K::Equal) {
    pos_ += 2;
    Expr* value = expression();
    Seq<Comprehension*> generators;
    if (failed() || value == nullptr || !(is(K::For) || is(K::Async))) return;
    if (!comprehensions(generators) || failed()) return;
    const Position range = join(token_position(token(start)), token_position(token(start + 1)));
    return raise(range, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
  }
  Expr* value = expression();
  if (value == nullptr || failed() || !is(K::Equal)) return;
  raise(join(value->pos, token_position(token(pos_))),
        "expression cannot contain assignment, perhaps you meant \"==\"?");
}

namespace {

/// Where a comprehension's text ends: its last condition, or what it goes over.
Position last_item(const Seq<Comprehension*>& generators) {
  const Comprehension* last = generators.back();
  return last->ifs.empty() ? last->iter->pos : last->ifs.back()->pos;
}

constexpr const char* kBareGenerator = "Generator expression must be parenthesized";

}  // namespace

void Parser::invalid_arguments() {
  const int start = pos_;
  ArgumentLists first;
  const bool some = args_rule(first);
  if (failed()) return;
  const int after = pos_;
  if (some && first.unpacked_mapping && is(K::Comma) && kind(1) == K::Star) {
    return raise(token_position(token(pos_ + 1)),
                 "iterable argument unpacking follows keyword argument unpacking");
  }
  Seq<Comprehension*> generators;
  pos_ = start;
  Expr* value = expression();
  if (failed()) return;
  if (value != nullptr && comprehensions(generators) && is(K::Comma)) {
    return raise(join(value->pos, last_item(generators)), kBareGenerator);
  }
  if (failed()) return;
  pos_ = start;
  if (is(K::Name) && kind(1) == K::Equal) {
    invalid_keyword();
    if (failed()) return;
  }
  if (!some) return;
  pos_ = after;
  if (comprehensions(generators) && first.args.size() > 1) {
    return raise(join(first.args.back()->pos, last_item(generators)), kBareGenerator);
  }
  if (failed()) return;
  pos_ = after;
  if (!accept(K::Comma)) return;
  value = expression();
  if (failed()) return;
  if (value != nullptr && comprehensions(generators)) {
    return raise(join(value->pos, last_item(generators)), kBareGenerator);
  }
  if (failed()) return;
  pos_ = after + 1;
  ArgumentLists second;
  if (!args_rule(second) || failed()) return;
  raise_at_last(first.unpacked_mapping ? "positional argument follows keyword argument unpacking"
                                       : "positional argument follows keyword argument");
}

}  // namespace interleave::lang
