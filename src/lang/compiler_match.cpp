// The match statement.
//
// While a pattern is tried, the stack holds, from below: the subject, the captures made so far
// (bound only once all has matched), and `on_top` intermediate values. A failing test jumps to the
// fail_pop block that pops exactly as many values as are there.

#include <algorithm>

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

bool is_wildcard(const Pattern* pattern) {
  const auto* capture = try_as<MatchAs>(pattern);
  return capture != nullptr && capture->pattern == nullptr && capture->name.empty();
}

bool is_star_wildcard(const Pattern* pattern) {
  const auto* star = try_as<MatchStar>(pattern);
  return star != nullptr && star->name.empty();
}

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace

void Compiler::match(const Match* stmt) {
  expression(stmt->subject);
  Block* end = new_block();
  const std::size_t count = stmt->cases.size;
  const MatchCase* final_case = stmt->cases[count - 1];
  const bool has_default = is_wildcard(final_case->pattern) && count > 1;
  const std::size_t tried = count - (has_default ? 1 : 0);
  for (std::size_t i = 0; i < tried; ++i) {
    const MatchCase* tried_case = stmt->cases[i];
    PatternContext context;
    context.allow_irrefutable = tried_case->guard != nullptr || i + 1 == count;
    match_case(tried_case, i + 1 == tried, context, end);
    if (error_) return;
  }
  if (has_default) {
    set_place(final_case->pattern);
    add(Opcode::NOP);
    if (final_case->guard != nullptr) jump_if(final_case->guard, end, false);
    statements(final_case->body);
  }
  use(end);
}

void Compiler::match_case(const MatchCase* tried, bool last, PatternContext& context, Block* end) {
  set_place(tried->pattern);
  if (!last) add(Opcode::COPY, 1);
  pattern(tried->pattern, context);
  for (const std::string_view name : context.stores) name_op(name, ExprContext::Store);
  if (tried->guard != nullptr) {
    ensure_fail_pop(0, context);
    jump_if(tried->guard, context.fail_pop[0], false);
  }
  if (!last) add(Opcode::POP_TOP);
  statements(tried->body);
  add_jump_artificial(flow::kJump, end);
  set_place(tried->pattern);
  emit_fail_pop(context);
}

void Compiler::ensure_fail_pop(std::size_t pops, PatternContext& context) {
  while (context.fail_pop.size() <= pops) context.fail_pop.push_back(new_block());
}

void Compiler::jump_to_fail_pop(Opcode op, PatternContext& context) {
  const std::size_t pops = context.on_top + context.stores.size();
  ensure_fail_pop(pops, context);
  add_jump(op, context.fail_pop[pops]);
}

void Compiler::emit_fail_pop(PatternContext& context) {
  if (context.fail_pop.empty()) {
    use(new_block());
    return;
  }
  for (std::size_t i = context.fail_pop.size(); --i > 0;) {
    use(context.fail_pop[i]);
    add(Opcode::POP_TOP);
  }
  use(context.fail_pop[0]);
  context.fail_pop.clear();
}

// Brings the top below the `count - 1` values under it.
void Compiler::rotate(std::size_t count) {
  for (; count > 1; --count) add(Opcode::SWAP, static_cast<std::uint32_t>(count));
}

void Compiler::pattern_store(std::string_view name, PatternContext& context) {
  if (name.empty()) {
    add(Opcode::POP_TOP);
    return;
  }
  if (forbidden_name(name, ExprContext::Store)) return;
  if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end()) {
    fail_here("multiple assignments to name " + quoted(name) + " in pattern");
    return;
  }
  rotate(context.on_top + context.stores.size() + 1);
  context.stores.push_back(name);
}

void Compiler::sub_pattern(const Pattern* inner, PatternContext& context) {
  const bool outer = context.allow_irrefutable;
  context.allow_irrefutable = true;
  pattern(inner, context);
  context.allow_irrefutable = outer;
}

void Compiler::pattern(const Pattern* pattern, PatternContext& context) {
  if (error_) return;
  set_place(pattern);
  switch (pattern->kind) {
    case NodeKind::MatchValue: pattern_value(as<MatchValue>(pattern), context); break;
    case NodeKind::MatchSingleton: pattern_singleton(as<MatchSingleton>(pattern), context); break;
    case NodeKind::MatchSequence: pattern_sequence(as<MatchSequence>(pattern), context); break;
    case NodeKind::MatchMapping: pattern_mapping(as<MatchMapping>(pattern), context); break;
    case NodeKind::MatchClass: pattern_class(as<MatchClass>(pattern), context); break;
    case NodeKind::MatchStar: pattern_store(as<MatchStar>(pattern)->name, context); break;
    case NodeKind::MatchAs: pattern_as(as<MatchAs>(pattern), context); break;
    case NodeKind::MatchOr: pattern_or(as<MatchOr>(pattern), context); break;
    default: break;
  }
}

void Compiler::pattern_value(const MatchValue* pattern, PatternContext& context) {
  expression(pattern->value);
  add_compare(CompareOperator::Eq);
  jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
}

void Compiler::pattern_singleton(const MatchSingleton* pattern, PatternContext& context) {
  switch (pattern->value) {
    case ConstantKind::True: load(make_constant(Kind::True)); break;
    case ConstantKind::False: load(make_constant(Kind::False)); break;
    default: load_none(); break;
  }
  add_compare(CompareOperator::Is);
  jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
}

void Compiler::pattern_sequence(const MatchSequence* pattern, PatternContext& context) {
  const Seq<Pattern*>& patterns = pattern->patterns;
  std::size_t star = patterns.size;
  bool only_wildcards = true;
  bool star_wildcard = false;
  for (std::size_t i = 0; i < patterns.size; ++i) {
    if (patterns[i]->kind == NodeKind::MatchStar) {
      if (star != patterns.size) {
        fail_here("multiple starred names in sequence pattern");
        return;
      }
      star_wildcard = is_star_wildcard(patterns[i]);
      only_wildcards = only_wildcards && star_wildcard;
      star = i;
    } else {
      only_wildcards = only_wildcards && is_wildcard(patterns[i]);
    }
  }
  const auto size = static_cast<std::int64_t>(patterns.size);
  ++context.on_top;
  add(Opcode::MATCH_SEQUENCE);
  jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
  if (star == patterns.size || size > 1) {
    add(Opcode::GET_LEN);
    load(make_int(star == patterns.size ? size : size - 1));
    add_compare(star == patterns.size ? CompareOperator::Eq : CompareOperator::GtE);
    jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
  }
  --context.on_top;
  if (only_wildcards) {
    add(Opcode::POP_TOP);
  } else if (star_wildcard) {
    pattern_subscripts(patterns, star, context);
  } else {
    pattern_unpack(patterns, context);
  }
}

void Compiler::pattern_unpack(const Seq<Pattern*>& patterns, PatternContext& context) {
  bool seen_star = false;
  for (std::size_t i = 0; i < patterns.size; ++i) {
    if (patterns[i]->kind != NodeKind::MatchStar) continue;
    const std::size_t after = patterns.size - i - 1;
    if (i >= 256 || after >= (1u << 23)) {
      fail(patterns[i]->pos, "too many expressions in star-unpacking sequence pattern");
      return;
    }
    add(Opcode::UNPACK_EX, static_cast<std::uint32_t>(i | (after << 8)));
    seen_star = true;
  }
  if (!seen_star) add(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(patterns.size));
  context.on_top += patterns.size;
  for (const Pattern* inner : patterns) {
    --context.on_top;
    sub_pattern(inner, context);
  }
}

// [_, *_, x]: only the items that matter are fetched.
void Compiler::pattern_subscripts(const Seq<Pattern*>& patterns, std::size_t star,
                                  PatternContext& context) {
  ++context.on_top;
  for (std::size_t i = 0; i < patterns.size; ++i) {
    if (is_wildcard(patterns[i]) || i == star) continue;
    add(Opcode::COPY, 1);
    if (i < star) {
      load(make_int(static_cast<std::int64_t>(i)));
    } else {
      add(Opcode::GET_LEN);
      load(make_int(static_cast<std::int64_t>(patterns.size - i)));
      add_binary(BinaryOp::Subtract);
    }
    add(Opcode::BINARY_SUBSCR);
    sub_pattern(patterns[i], context);
  }
  --context.on_top;
  add(Opcode::POP_TOP);
}

void Compiler::pattern_keys(const MatchMapping* pattern) {
  std::vector<const CodeConstant*> seen;
  for (const Expr* key : pattern->keys) {
    if (const CodeConstant* constant = fold(key)) {
      for (const CodeConstant* other : seen) {
        if (!same_constant(*other, *constant)) continue;
        fail_here("mapping pattern checks duplicate key (" + constant_repr(*constant) + ")");
        return;
      }
      seen.push_back(constant);
    }
    expression(key);
  }
}

void Compiler::pattern_mapping(const MatchMapping* pattern, PatternContext& context) {
  const auto size = static_cast<std::uint32_t>(pattern->keys.size);
  ++context.on_top;
  add(Opcode::MATCH_MAPPING);
  jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
  if (size == 0 && pattern->rest.empty()) {
    --context.on_top;
    add(Opcode::POP_TOP);
    return;
  }
  if (size != 0) {
    add(Opcode::GET_LEN);
    load(make_int(size));
    add_compare(CompareOperator::GtE);
    jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
  }
  pattern_keys(pattern);
  add(Opcode::BUILD_TUPLE, size);
  add(Opcode::MATCH_KEYS);
  context.on_top += 2;
  add(Opcode::COPY, 1);
  load_none();
  add_compare(CompareOperator::IsNot);
  jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
  add(Opcode::UNPACK_SEQUENCE, size);
  context.on_top += size;
  --context.on_top;
  for (const Pattern* inner : pattern->patterns) {
    --context.on_top;
    sub_pattern(inner, context);
  }
  context.on_top -= 2;
  pattern_rest(pattern, context);
}

// [subject keys] -> [], or the dict of the other items, captured.
void Compiler::pattern_rest(const MatchMapping* pattern, PatternContext& context) {
  if (pattern->rest.empty()) {
    add(Opcode::POP_TOP);
    add(Opcode::POP_TOP);
    return;
  }
  add(Opcode::BUILD_MAP, 0);
  add(Opcode::SWAP, 3);
  add(Opcode::DICT_UPDATE, 2);
  const auto size = static_cast<std::uint32_t>(pattern->keys.size);
  add(Opcode::UNPACK_SEQUENCE, size);
  for (std::uint32_t left = size; left > 0; --left) {
    add(Opcode::COPY, 1 + left);
    add(Opcode::SWAP, 2);
    add(Opcode::DELETE_SUBSCR);
  }
  pattern_store(pattern->rest, context);
}

void Compiler::pattern_class(const MatchClass* pattern, PatternContext& context) {
  const std::size_t positional = pattern->patterns.size;
  const std::size_t total = positional + pattern->kwd_patterns.size;
  CodeConstant names = make_constant(Kind::Tuple);
  for (std::size_t i = 0; i < pattern->kwd_attrs.size; ++i) {
    const Identifier attr = pattern->kwd_attrs[i];
    for (std::size_t j = i + 1; j < pattern->kwd_attrs.size; ++j) {
      if (pattern->kwd_attrs[j] != attr) continue;
      fail(pattern->kwd_patterns[j]->pos,
           "attribute name repeated in class pattern: " + std::string(attr));
      return;
    }
    names.items.push_back(make_str(attr));
  }
  expression(pattern->cls);
  load(std::move(names));
  add(Opcode::MATCH_CLASS, static_cast<std::uint32_t>(positional));
  add(Opcode::COPY, 1);
  load_none();
  add_compare(CompareOperator::IsNot);
  ++context.on_top;
  jump_to_fail_pop(Opcode::POP_JUMP_IF_FALSE, context);
  add(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(total));
  context.on_top += total;
  --context.on_top;
  for (std::size_t i = 0; i < total; ++i) {
    --context.on_top;
    const Pattern* inner =
        i < positional ? pattern->patterns[i] : pattern->kwd_patterns[i - positional];
    if (is_wildcard(inner)) {
      add(Opcode::POP_TOP);
    } else {
      sub_pattern(inner, context);
    }
  }
}

void Compiler::pattern_as(const MatchAs* pattern, PatternContext& context) {
  if (pattern->pattern == nullptr) {
    if (!context.allow_irrefutable) {
      fail_here(pattern->name.empty() ? "wildcard makes remaining patterns unreachable"
                                      : "name capture " + quoted(pattern->name) +
                                            " makes remaining patterns unreachable");
      return;
    }
    pattern_store(pattern->name, context);
    return;
  }
  ++context.on_top;
  add(Opcode::COPY, 1);
  this->pattern(pattern->pattern, context);
  --context.on_top;
  pattern_store(pattern->name, context);
}

// Brings the captures of an alternative into the order of the first one. False: other names.
bool Compiler::reorder_stores(const std::vector<std::string_view>& control,
                              PatternContext& context) {
  std::vector<std::string_view>& stores = context.stores;
  if (stores.size() != control.size()) return false;
  for (std::size_t wanted = control.size(); wanted-- > 0;) {
    const auto found = std::find(stores.begin(), stores.end(), control[wanted]);
    if (found == stores.end()) return false;
    const auto present = static_cast<std::size_t>(found - stores.begin());
    if (present == wanted) continue;
    const std::size_t rotations = present + 1;
    const auto moved_end = stores.begin() + static_cast<std::ptrdiff_t>(rotations);
    const std::vector<std::string_view> moved(stores.begin(), moved_end);
    stores.erase(stores.begin(), moved_end);
    stores.insert(stores.begin() + static_cast<std::ptrdiff_t>(wanted - present), moved.begin(),
                  moved.end());
    for (std::size_t i = 0; i < rotations; ++i) rotate(wanted + 1);
  }
  return true;
}

void Compiler::pattern_or(const MatchOr* pattern, PatternContext& context) {
  Block* end = new_block();
  std::vector<std::string_view> control;
  const std::size_t count = pattern->patterns.size;
  for (std::size_t i = 0; i < count; ++i) {
    const Pattern* alternative = pattern->patterns[i];
    set_place(alternative);
    PatternContext inner;
    inner.allow_irrefutable = i + 1 == count && context.allow_irrefutable;
    add(Opcode::COPY, 1);
    this->pattern(alternative, inner);
    if (error_) return;
    if (i == 0) {
      control = inner.stores;
    } else if (!reorder_stores(control, inner)) {
      fail_here("alternative patterns bind different names");
      return;
    }
    add_jump(flow::kJump, end);
    emit_fail_pop(inner);
  }
  add(Opcode::POP_TOP);
  jump_to_fail_pop(flow::kJump, context);
  use(end);
  const std::size_t rotations = control.size() + 1 + context.on_top + context.stores.size();
  for (const std::string_view name : control) {
    rotate(rotations);
    if (std::find(context.stores.begin(), context.stores.end(), name) != context.stores.end()) {
      fail_here("multiple assignments to name " + quoted(name) + " in pattern");
      return;
    }
    context.stores.push_back(name);
  }
  add(Opcode::POP_TOP);
}

}  // namespace interleave::lang
