// Parameters of functions and lambdas.

#include <unordered_set>

#include "lang/parser_impl.h"

namespace interleave::lang {

struct Parser::ParameterState {
  K closer = K::RightParen;  // Colon: a lambda's
  std::vector<Arg*> posonly;
  std::vector<Arg*> args;
  std::vector<Expr*> defaults;
  std::vector<Arg*> kwonly;
  std::vector<Expr*> kw_defaults;
  Arg* vararg = nullptr;
  Arg* kwarg = nullptr;
  bool slash = false;
  bool star = false;

  bool lambda() const { return closer == K::Colon; }
};

/// A function's parameters up to its `)`, or a lambda's up to its `:`; the closer is left to the
/// caller.
Arguments* Parser::parameters(K closer) {
  ParameterState state;
  state.closer = closer;
  while (!parameters_closed(state)) {
    if (failed()) return nullptr;
    bool good = false;
    switch (kind()) {
      case K::Name: good = plain_parameter(state); break;
      case K::Star: good = star_parameter(state); break;
      case K::DoubleStar: good = double_star_parameter(state); break;
      case K::Slash: good = slash(state); break;
      case K::LeftParen: good = parenthesised_parameters(state); break;
      default: break;
    }
    if (!good || failed()) return nullptr;
    if (!accept(K::Comma)) {
      if (!parameters_closed(state)) return nullptr;
      break;
    }
  }
  return failed() ? nullptr : make_arguments(state);
}

bool Parser::parameters_closed(const ParameterState& state) {
  return is(state.closer) || (state.lambda() && is(K::FormatColon));
}

Arg* Parser::parameter(K closer, bool star) {
  const int start = pos_;
  if (!is(K::Name)) return nullptr;
  const Identifier arg_name = intern(token(pos_++).text);
  Expr* annotation = nullptr;
  if (closer == K::RightParen && accept(K::Colon)) {
    annotation = star ? star_expression() : expression();
    if (annotation == nullptr || failed()) return nullptr;
  }
  auto* arg = node<Arg>(start);
  arg->name = arg_name;
  arg->annotation = annotation;
  return arg;
}

bool Parser::plain_parameter(ParameterState& state) {
  Arg* arg = parameter(state.closer, false);
  if (arg == nullptr) return false;
  Expr* value = nullptr;
  if (is(K::Equal)) {
    const int equal = pos_++;
    if (invalid_rules_ && (is(K::RightParen) || is(K::Comma))) {
      raise(token_position(token(equal)), "expected default value expression");
      return false;
    }
    value = expression();
    if (value == nullptr || failed()) return false;
  }
  if (state.star) {
    state.kwonly.push_back(arg);
    state.kw_defaults.push_back(value);
    return true;
  }
  if (value == nullptr && !state.defaults.empty()) {
    const bool complete = is(K::Comma) || parameters_closed(state);
    if (invalid_rules_ && complete)
      raise(arg->pos, "non-default argument follows default argument");
    return false;
  }
  state.args.push_back(arg);
  if (value != nullptr) state.defaults.push_back(value);
  return true;
}

bool Parser::star_parameter(ParameterState& state) {
  const int start = pos_;
  const auto complain = [&](int at, const char* message) {
    if (invalid_rules_) raise(token_position(token(at)), message);
    return false;
  };
  if (state.star) {
    return complain(start, "* argument may appear only once");
  }
  ++pos_;
  state.star = true;
  const auto closes = [this, &state](int ahead) {
    const K k = kind(ahead);
    return k == state.closer || (state.lambda() && k == K::FormatColon);
  };
  if (closes(0) || (is(K::Comma) && (closes(1) || kind(1) == K::DoubleStar))) {
    constexpr const char* kBareStar = "named arguments must follow bare *";
    if (state.lambda() && invalid_rules_) raise_at_last(kBareStar);
    return complain(start, kBareStar);
  }
  if (is(K::Comma)) return true;
  state.vararg = parameter(state.closer, true);
  if (state.vararg == nullptr) return false;
  if (is(K::Equal)) return complain(pos_, "var-positional argument cannot have default value");
  return true;
}

bool Parser::double_star_parameter(ParameterState& state) {
  ++pos_;
  state.kwarg = parameter(state.closer, false);
  if (state.kwarg == nullptr) return false;
  if (is(K::Equal)) {
    if (invalid_rules_) {
      raise(token_position(token(pos_)), "var-keyword argument cannot have default value");
    }
    return false;
  }
  if (!is(K::Comma)) return true;
  const K next = kind(1);
  if (next == K::Name) {
    ++pos_;
    Arg* arg = invalid_rules_ ? parameter(state.closer, false) : nullptr;
    if (arg != nullptr) raise(arg->pos, "arguments cannot follow var-keyword argument");
    return false;
  }
  if (next == K::Star || next == K::DoubleStar || next == K::Slash) {
    if (invalid_rules_) {
      raise(token_position(token(pos_ + 1)), "arguments cannot follow var-keyword argument");
    }
    return false;
  }
  return true;
}

bool Parser::slash(ParameterState& state) {
  const int start = pos_++;
  const auto complain = [&](int at, const char* message) {
    if (invalid_rules_) raise(token_position(token(at)), message);
    return false;
  };
  if (state.slash) return complain(start, "/ may appear only once");
  if (state.star) return complain(start, "/ must be ahead of *");
  if (state.args.empty()) {
    return is(K::Comma) && complain(start, "at least one argument must precede /");
  }
  if (is(K::Star)) return complain(pos_, "expected comma between / and *");
  state.slash = true;
  state.posonly.swap(state.args);
  return true;
}

/// Python 2's tuple parameters: always wrong.
bool Parser::parenthesised_parameters(ParameterState& state) {
  if (!invalid_rules_ || state.star || !state.defaults.empty()) return false;
  const int open = pos_++;
  while (is(K::Name)) {
    if (parameter(state.closer, false) == nullptr) return false;
    if (!accept(K::Comma)) break;
  }
  if (!is(K::RightParen) || pos_ == open + 1) return false;
  const Position range = join(token_position(token(open)), token_position(token(pos_)));
  raise(range, state.lambda() ? "Lambda expression parameters cannot be parenthesized"
                              : "Function parameters cannot be parenthesized");
  return false;
}

Arguments* Parser::make_arguments(ParameterState& state) {
  auto* made = node_at<Arguments>(Position{});
  made->posonlyargs = to_seq(state.posonly);
  made->args = to_seq(state.args);
  made->vararg = state.vararg;
  made->kwonlyargs = to_seq(state.kwonly);
  made->kw_defaults = to_seq(state.kw_defaults);
  made->kwarg = state.kwarg;
  made->defaults = to_seq(state.defaults);
  note_duplicate_parameters(*made);
  return made;
}

/// CPython's symbol table finds this one, so it only counts when the whole program parses.
void Parser::note_duplicate_parameters(const Arguments& arguments) {
  if (deferred_ || failed()) return;
  std::unordered_set<std::string_view> seen;
  const auto check = [&](const Arg* arg) {
    if (arg == nullptr || deferred_ || seen.insert(arg->name).second) return;
    raise(arg->pos, "duplicate argument '" + std::string(arg->name) + "' in function definition");
    deferred_ = std::move(error_);
    error_.reset();
  };
  for (const Arg* arg : arguments.posonlyargs) check(arg);
  for (const Arg* arg : arguments.args) check(arg);
  for (const Arg* arg : arguments.kwonlyargs) check(arg);
  check(arguments.vararg);
  check(arguments.kwarg);
}

}  // namespace interleave::lang
