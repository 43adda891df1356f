// Constant folding over the tree, with CPython's choice of what is folded.

#include "lang/compiler_impl.h"

namespace interleave::lang {

// The value of an expression that is constant, or null. Kept per node, so that asking again on each
// level of a deep tree costs nothing.
const CodeConstant* Compiler::fold(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::Constant:
    case NodeKind::UnaryOp:
    case NodeKind::BinOp:
    case NodeKind::Tuple:
    case NodeKind::Subscript:
    case NodeKind::Name: break;
    default: return nullptr;
  }
  const auto known = folded_.find(expr);
  if (known != folded_.end()) return known->second ? &*known->second : nullptr;
  std::optional<CodeConstant> value = fold_now(expr);
  const auto entry = folded_.emplace(expr, std::move(value)).first;
  return entry->second ? &*entry->second : nullptr;
}

std::optional<CodeConstant> Compiler::fold_now(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::Constant: return from_literal(*as<Constant>(expr));
    case NodeKind::Name: {
      const auto* name = as<Name>(expr);
      if (name->ctx != ExprContext::Load || name->id != "__debug__") return std::nullopt;
      return make_constant(Kind::True);
    }
    case NodeKind::UnaryOp: {
      const CodeConstant* operand = fold(as<UnaryOp>(expr)->operand);
      if (operand == nullptr) return std::nullopt;
      return fold_unary(as<UnaryOp>(expr)->op, *operand);
    }
    case NodeKind::BinOp: {
      const CodeConstant* left = fold(as<BinOp>(expr)->left);
      const CodeConstant* right = fold(as<BinOp>(expr)->right);
      if (left == nullptr || right == nullptr) return std::nullopt;
      return fold_binary(as<BinOp>(expr)->op, *left, *right);
    }
    case NodeKind::Subscript: {
      const auto* subscript = as<Subscript>(expr);
      if (subscript->ctx != ExprContext::Load) return std::nullopt;
      const CodeConstant* value = fold(subscript->value);
      const CodeConstant* index = value != nullptr ? fold(subscript->slice) : nullptr;
      if (index == nullptr) return std::nullopt;
      return fold_subscript(*value, *index);
    }
    case NodeKind::Tuple:
      if (as<Tuple>(expr)->ctx != ExprContext::Load) return std::nullopt;
      return fold_items(as<Tuple>(expr)->elts, Kind::Tuple);
    default: return std::nullopt;
  }
}

std::optional<CodeConstant> Compiler::fold_items(const Seq<Expr*>& items, Kind kind) {
  CodeConstant result = make_constant(kind);
  for (const Expr* item : items) {
    const CodeConstant* value = fold(item);
    if (value == nullptr) return std::nullopt;
    if (kind == Kind::FrozenSet) {
      bool known = false;
      for (const CodeConstant& other : result.items) known = known || same_constant(other, *value);
      if (known) continue;
    }
    result.items.push_back(*value);
  }
  return result;
}

// A list or set display that is only looked through or searched needs no fresh copy: the tuple or
// frozenset in its place, if all of it is constant.
const CodeConstant* Compiler::fold_iterable(const Expr* iter) {
  if (iter->kind != NodeKind::List && iter->kind != NodeKind::Set) return fold(iter);
  const auto known = folded_.find(iter);
  if (known != folded_.end()) return known->second ? &*known->second : nullptr;
  std::optional<CodeConstant> value = iter->kind == NodeKind::List
                                          ? fold_items(as<List>(iter)->elts, Kind::Tuple)
                                          : fold_items(as<Set>(iter)->elts, Kind::FrozenSet);
  const auto entry = folded_.emplace(iter, std::move(value)).first;
  return entry->second ? &*entry->second : nullptr;
}

}  // namespace interleave::lang
