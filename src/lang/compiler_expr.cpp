// Expressions: values onto the stack, and conditions as jumps.

#include <algorithm>

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

BinaryOp binary_op_of(Operator op) {
  switch (op) {
    case Operator::Add: return BinaryOp::Add;
    case Operator::Sub: return BinaryOp::Subtract;
    case Operator::Mult: return BinaryOp::Multiply;
    case Operator::MatMult: return BinaryOp::MatrixMultiply;
    case Operator::Div: return BinaryOp::TrueDivide;
    case Operator::Mod: return BinaryOp::Remainder;
    case Operator::Pow: return BinaryOp::Power;
    case Operator::LShift: return BinaryOp::Lshift;
    case Operator::RShift: return BinaryOp::Rshift;
    case Operator::BitOr: return BinaryOp::Or;
    case Operator::BitXor: return BinaryOp::Xor;
    case Operator::BitAnd: return BinaryOp::And;
    case Operator::FloorDiv: return BinaryOp::FloorDivide;
  }
  return BinaryOp::Add;
}

bool has_starred(const Seq<Expr*>& elts) {
  return std::any_of(elts.begin(), elts.end(),
                     [](const Expr* elt) { return elt->kind == NodeKind::Starred; });
}

// `not (a is b)` and the like have an operator of their own.
std::optional<CompareOperator> opposite(const Expr* operand) {
  const auto* compare = try_as<Compare>(operand);
  if (compare == nullptr || compare->ops.size != 1) return std::nullopt;
  switch (compare->ops[0]) {
    case CompareOperator::Is: return CompareOperator::IsNot;
    case CompareOperator::IsNot: return CompareOperator::Is;
    case CompareOperator::In: return CompareOperator::NotIn;
    case CompareOperator::NotIn: return CompareOperator::In;
    default: return std::nullopt;
  }
}

}  // namespace

void Compiler::expressions(const Seq<Expr*>& list) {
  for (const Expr* expr : list) expression(expr);
}

void Compiler::optional(const Expr* expr) {
  if (expr != nullptr) {
    expression(expr);
  } else {
    load_none();
  }
}

void Compiler::expression(const Expr* expr) {
  if (error_) return;
  const CodePosition outer = unit().place;
  set_place(expr);
  if (const CodeConstant* constant = fold(expr)) {
    load(*constant);
  } else {
    expression_here(expr);
  }
  unit().place = outer;
}

void Compiler::expression_here(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::NamedExpr:
      expression(as<NamedExpr>(expr)->value);
      add(Opcode::COPY, 1);
      expression(as<NamedExpr>(expr)->target);
      return;
    case NodeKind::BoolOp: bool_op(as<BoolOp>(expr)); return;
    case NodeKind::BinOp:
      if (percent_format(as<BinOp>(expr))) return;
      expression(as<BinOp>(expr)->left);
      expression(as<BinOp>(expr)->right);
      add_binary(binary_op_of(as<BinOp>(expr)->op));
      return;
    case NodeKind::UnaryOp: unary(as<UnaryOp>(expr)); return;
    case NodeKind::Lambda: lambda(as<Lambda>(expr)); return;
    case NodeKind::IfExp: if_expression(as<IfExp>(expr)); return;
    case NodeKind::Yield: yield_value(as<Yield>(expr)); return;
    case NodeKind::YieldFrom: yield_from(as<YieldFrom>(expr)); return;
    case NodeKind::Compare: compare(as<Compare>(expr)); return;
    case NodeKind::Call: call(as<Call>(expr)); return;
    case NodeKind::JoinedStr: joined_string(as<JoinedStr>(expr)); return;
    case NodeKind::FormattedValue: formatted_value(as<FormattedValue>(expr)); return;
    case NodeKind::Attribute: attribute(as<Attribute>(expr)); return;
    case NodeKind::Subscript: subscript(as<Subscript>(expr)); return;
    case NodeKind::Starred: starred(as<Starred>(expr)); return;
    case NodeKind::Name: name_op(as<Name>(expr)->id, as<Name>(expr)->ctx); return;
    default: display(expr); return;
  }
}

void Compiler::display(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::Dict: dict(as<Dict>(expr)); return;
    case NodeKind::Set:
      build(as<Set>(expr)->elts, 0,
            {Opcode::BUILD_SET, Opcode::SET_ADD, Opcode::SET_UPDATE, false});
      return;
    case NodeKind::List: sequence(as<List>(expr)->elts, as<List>(expr)->ctx, true); return;
    case NodeKind::Tuple: sequence(as<Tuple>(expr)->elts, as<Tuple>(expr)->ctx, false); return;
    case NodeKind::ListComp:
    case NodeKind::SetComp:
    case NodeKind::DictComp:
    case NodeKind::GeneratorExp: comprehension(expr); return;
    case NodeKind::Slice: slice(as<Slice>(expr)); return;
    case NodeKind::Await: fail(expr->pos, "'await' is not supported"); return;
    default: return;
  }
}

void Compiler::bool_op(const BoolOp* expr) {
  const Opcode jump =
      expr->op == BoolOperator::And ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
  Block* end = new_block();
  for (std::size_t i = 0; i + 1 < expr->values.size; ++i) {
    expression(expr->values[i]);
    add_jump(jump, end);
  }
  expression(expr->values.back());
  use(end);
}

void Compiler::if_expression(const IfExp* expr) {
  Block* end = new_block();
  Block* other = new_block();
  jump_if(expr->test, other, false);
  expression(expr->body);
  add_jump_artificial(flow::kJump, end);
  use(other);
  expression(expr->orelse);
  use(end);
}

void Compiler::unary(const UnaryOp* expr) {
  if (expr->op == UnaryOperator::Not) {
    if (const auto inverse = opposite(expr->operand)) {
      const auto* inner = as<Compare>(expr->operand);
      set_place(inner);
      expression(inner->left);
      if (*inverse == CompareOperator::In || *inverse == CompareOperator::NotIn) {
        iterable(inner->comparators[0]);
      } else {
        expression(inner->comparators[0]);
      }
      add_compare(*inverse);
      return;
    }
  }
  expression(expr->operand);
  switch (expr->op) {
    case UnaryOperator::Invert: add(Opcode::UNARY_INVERT); return;
    case UnaryOperator::Not: add(Opcode::UNARY_NOT); return;
    case UnaryOperator::UAdd: add(Opcode::UNARY_POSITIVE); return;
    case UnaryOperator::USub: add(Opcode::UNARY_NEGATIVE); return;
  }
}

// The last operand of `in` may be a constant tuple instead of a list.
void Compiler::iterable(const Expr* expr) {
  const CodePosition outer = unit().place;
  set_place(expr);
  if (const CodeConstant* constant = fold_iterable(expr)) {
    load(*constant);
  } else if (expr->kind == NodeKind::List && !has_starred(as<List>(expr)->elts)) {
    sequence(as<List>(expr)->elts, ExprContext::Load, false);
  } else {
    expression(expr);
  }
  unit().place = outer;
}

void Compiler::last_operand(const Compare* expr) {
  const CompareOperator op = expr->ops.back();
  if (op == CompareOperator::In || op == CompareOperator::NotIn) {
    iterable(expr->comparators.back());
  } else {
    expression(expr->comparators.back());
  }
  add_compare(op);
}

void Compiler::compare(const Compare* expr) {
  expression(expr->left);
  if (expr->ops.size == 1) {
    last_operand(expr);
    return;
  }
  Block* cleanup = new_block();
  for (std::size_t i = 0; i + 1 < expr->ops.size; ++i) {
    expression(expr->comparators[i]);
    add(Opcode::SWAP, 2);
    add(Opcode::COPY, 2);
    add_compare(expr->ops[i]);
    add_jump(Opcode::JUMP_IF_FALSE_OR_POP, cleanup);
  }
  last_operand(expr);
  Block* end = new_block();
  add_jump_artificial(flow::kJump, end);
  use(cleanup);
  add(Opcode::SWAP, 2);
  add(Opcode::POP_TOP);
  use(end);
}

// Goes to `target` if the truth of the expression is `when`, without making a bool of it.
void Compiler::jump_if(const Expr* expr, Block* target, bool when) {
  if (error_) return;
  if (const auto* unary = try_as<UnaryOp>(expr);
      unary != nullptr && unary->op == UnaryOperator::Not && !opposite(unary->operand) &&
      fold(expr) == nullptr) {
    jump_if(unary->operand, target, !when);
    return;
  }
  if (const auto* both = try_as<BoolOp>(expr)) {
    const bool early = both->op == BoolOperator::Or;
    Block* early_target = early == when ? target : new_block();
    for (std::size_t i = 0; i + 1 < both->values.size; ++i) {
      jump_if(both->values[i], early_target, early);
    }
    jump_if(both->values.back(), target, when);
    if (early_target != target) use(early_target);
    return;
  }
  if (const auto* choice = try_as<IfExp>(expr)) {
    Block* end = new_block();
    Block* other = new_block();
    jump_if(choice->test, other, false);
    jump_if(choice->body, target, when);
    add_jump_artificial(flow::kJump, end);
    use(other);
    jump_if(choice->orelse, target, when);
    use(end);
    return;
  }
  if (const auto* comparison = try_as<Compare>(expr)) {
    set_place(expr);
    if (jump_if_compare(comparison, target, when)) return;
  }
  if (const auto* unary = try_as<UnaryOp>(expr); unary != nullptr && opposite(unary->operand)) {
    set_place(unary->operand);
  }
  expression(expr);
  add_jump(when ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE, target);
}

bool Compiler::jump_if_compare(const Compare* expr, Block* target, bool when) {
  if (expr->ops.size == 1) return false;
  Block* cleanup = new_block();
  expression(expr->left);
  for (std::size_t i = 0; i + 1 < expr->ops.size; ++i) {
    expression(expr->comparators[i]);
    add(Opcode::SWAP, 2);
    add(Opcode::COPY, 2);
    add_compare(expr->ops[i]);
    add_jump(Opcode::POP_JUMP_IF_FALSE, cleanup);
  }
  last_operand(expr);
  add_jump(when ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE, target);
  Block* end = new_block();
  add_jump_artificial(flow::kJump, end);
  use(cleanup);
  add(Opcode::POP_TOP);
  if (!when) add_jump_artificial(flow::kJump, target);
  use(end);
  return true;
}

// In an expression over several lines, an attribute's instruction stands on the attribute's line.
void Compiler::start_at_attribute(const Attribute* expr) {
  CodePosition& place = unit().place;
  if (place.line == expr->pos.end_line) return;
  place.line = expr->pos.end_line;
  const auto length = static_cast<std::int32_t>(std::count_if(
      expr->attr.begin(), expr->attr.end(), [](char c) { return (c & 0xc0) != 0x80; }));
  if (length <= expr->pos.end_col) {
    place.col = expr->pos.end_col - length;
    place.end_col =
        std::max(place.end_line > place.line ? place.end_col : expr->pos.end_col, place.end_col);
  } else {
    place.col = -1;
    place.end_col = -1;
  }
  place.end_line = std::max(place.line, place.end_line);
}

void Compiler::attribute(const Attribute* expr) {
  if (expr->ctx != ExprContext::Load && forbidden_name(expr->attr, expr->ctx)) return;
  expression(expr->value);
  const CodePosition outer = unit().place;
  start_at_attribute(expr);
  switch (expr->ctx) {
    case ExprContext::Load: add_name(Opcode::LOAD_ATTR, expr->attr); break;
    case ExprContext::Store: add_name(Opcode::STORE_ATTR, expr->attr); break;
    case ExprContext::Del: add_name(Opcode::DELETE_ATTR, expr->attr); break;
  }
  unit().place = outer;
}

void Compiler::subscript(const Subscript* expr) {
  expression(expr->value);
  expression(expr->slice);
  switch (expr->ctx) {
    case ExprContext::Load: add(Opcode::BINARY_SUBSCR); return;
    case ExprContext::Store: add(Opcode::STORE_SUBSCR); return;
    case ExprContext::Del: add(Opcode::DELETE_SUBSCR); return;
  }
}

void Compiler::slice(const Slice* expr) {
  optional(expr->lower);
  optional(expr->upper);
  if (expr->step != nullptr) expression(expr->step);
  add(Opcode::BUILD_SLICE, expr->step != nullptr ? 3 : 2);
}

void Compiler::starred(const Starred* expr) {
  fail(expr->pos, expr->ctx == ExprContext::Store
                      ? "starred assignment target must be in a list or tuple"
                      : "can't use starred expression here");
}

void Compiler::yield_value(const Yield* expr) {
  if (!unit().scope->is_function()) {
    fail(expr->pos, "'yield' outside function");
    return;
  }
  optional(expr->value);
  add(Opcode::YIELD_VALUE);
  add(Opcode::RESUME, 1);
}

void Compiler::yield_from(const YieldFrom* expr) {
  if (!unit().scope->is_function()) {
    fail(expr->pos, "'yield' outside function");
    return;
  }
  expression(expr->value);
  add(Opcode::GET_YIELD_FROM_ITER);
  load_none();
  Block* start = new_block();
  Block* exit = new_block();
  use(start);
  add_jump(Opcode::SEND, exit);
  add(Opcode::YIELD_VALUE);
  add(Opcode::RESUME, 2);
  add_jump(Opcode::JUMP_BACKWARD_NO_INTERRUPT, start);
  use(exit);
}

void Compiler::joined_string(const JoinedStr* expr) {
  const auto count = static_cast<std::uint32_t>(expr->values.size);
  if (count > kStackUse) {
    load_text("");
    add_plain_name(Opcode::LOAD_METHOD, "join");
    add(Opcode::BUILD_LIST, 0);
    for (const Expr* value : expr->values) {
      expression(value);
      add(Opcode::LIST_APPEND, 1);
    }
    add(Opcode::CALL, 1);
    return;
  }
  expressions(expr->values);
  if (count != 1) add(Opcode::BUILD_STRING, count);
}

void Compiler::formatted_value(const FormattedValue* expr) {
  expression(expr->value);
  std::uint32_t flags = kFormatNone;
  if (expr->conversion == 's') flags = kFormatStr;
  if (expr->conversion == 'r') flags = kFormatRepr;
  if (expr->conversion == 'a') flags = kFormatAscii;
  if (expr->format_spec != nullptr) {
    expression(expr->format_spec);
    flags |= kFormatHasSpec;
  }
  add(Opcode::FORMAT_VALUE, flags);
}

void Compiler::sequence(const Seq<Expr*>& elts, ExprContext ctx, bool list) {
  if (ctx == ExprContext::Store) {
    unpack(elts);
    for (const Expr* elt : elts) {
      const auto* star = try_as<Starred>(elt);
      expression(star != nullptr ? star->value : elt);
    }
  } else if (ctx == ExprContext::Del) {
    expressions(elts);
  } else if (list) {
    build(elts, 0, {Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, false});
  } else {
    build(elts, 0, {Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, true});
  }
}

void Compiler::unpack(const Seq<Expr*>& elts) {
  bool seen_star = false;
  for (std::size_t i = 0; i < elts.size; ++i) {
    if (elts[i]->kind != NodeKind::Starred) continue;
    const std::size_t after = elts.size - i - 1;
    if (seen_star) {
      fail_here("multiple starred expressions in assignment");
      return;
    }
    if (i >= 256 || after >= (1u << 23)) {
      fail_here("too many expressions in star-unpacking assignment");
      return;
    }
    add(Opcode::UNPACK_EX, static_cast<std::uint32_t>(i | (after << 8)));
    seen_star = true;
  }
  if (!seen_star) add(Opcode::UNPACK_SEQUENCE, static_cast<std::uint32_t>(elts.size));
}

bool Compiler::all_constant(const Seq<Expr*>& elts, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (elts[i] == nullptr || fold(elts[i]) == nullptr) return false;
  }
  return true;
}

// A list, set or tuple of the elements and of `pushed` values that are on the stack already.
void Compiler::build(const Seq<Expr*>& elts, std::uint32_t pushed, const BuildOps& ops) {
  const auto count = static_cast<std::uint32_t>(elts.size);
  if (count > 2 && all_constant(elts, 0, count)) {
    const bool set = ops.build == Opcode::BUILD_SET;
    CodeConstant all = make_constant(set ? Kind::FrozenSet : Kind::Tuple);
    for (const Expr* elt : elts) all.items.push_back(*fold(elt));
    if (ops.tuple && pushed == 0) {
      load(std::move(all));
      return;
    }
    add(ops.build, pushed);
    load(std::move(all));
    add(ops.extend, 1);
    if (ops.tuple) add(Opcode::LIST_TO_TUPLE);
    return;
  }
  const bool big = count + pushed > kStackUse;
  if (!big && !has_starred(elts)) {
    expressions(elts);
    add(ops.tuple ? Opcode::BUILD_TUPLE : ops.build, count + pushed);
    return;
  }
  bool built = big;
  if (big) add(ops.build, pushed);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (const auto* star = try_as<Starred>(elts[i])) {
      if (!built) add(ops.build, i + pushed);
      built = true;
      expression(star->value);
      add(ops.extend, 1);
    } else {
      expression(elts[i]);
      if (built) add(ops.add, 1);
    }
  }
  if (ops.tuple) add(Opcode::LIST_TO_TUPLE);
}

void Compiler::dict(const Dict* expr) {
  std::size_t pending = 0;  // plain entries before i that are not built yet
  bool built = false;
  const auto flush = [&](std::size_t begin, std::size_t end) {
    part_of_dict(expr, begin, end);
    if (built) add(Opcode::DICT_UPDATE, 1);
    built = true;
    pending = 0;
  };
  for (std::size_t i = 0; i < expr->values.size; ++i) {
    if (expr->keys[i] == nullptr) {
      if (pending != 0) flush(i - pending, i);
      if (!built) add(Opcode::BUILD_MAP, 0);
      built = true;
      expression(expr->values[i]);
      add(Opcode::DICT_UPDATE, 1);
    } else if (pending * 2 > kStackUse) {
      flush(i - pending, i + 1);
    } else {
      ++pending;
    }
  }
  if (pending != 0) flush(expr->values.size - pending, expr->values.size);
  if (!built) add(Opcode::BUILD_MAP, 0);
}

void Compiler::part_of_dict(const Dict* expr, std::size_t begin, std::size_t end) {
  const auto count = static_cast<std::uint32_t>(end - begin);
  const bool big = count * 2 > kStackUse;
  if (count > 1 && !big && all_constant(expr->keys, begin, end)) {
    CodeConstant keys = make_constant(Kind::Tuple);
    for (std::size_t i = begin; i < end; ++i) {
      expression(expr->values[i]);
      keys.items.push_back(*fold(expr->keys[i]));
    }
    load(std::move(keys));
    add(Opcode::BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (big) add(Opcode::BUILD_MAP, 0);
  for (std::size_t i = begin; i < end; ++i) {
    expression(expr->keys[i]);
    expression(expr->values[i]);
    if (big) add(Opcode::MAP_ADD, 1);
  }
  if (!big) add(Opcode::BUILD_MAP, count);
}

}  // namespace interleave::lang
