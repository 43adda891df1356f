// The children of a node, in source order as far as the node keeps one.
//
// Not a visitor with callbacks per kind: for walks that treat every node alike. Pure: any thread.
#pragma once

#include <initializer_list>

#include "lang/tree.h"

namespace interleave::lang {

namespace walk_detail {

template <class T, class F>
void each(const Seq<T*>& seq, F& visit) {
  for (T* item : seq) {
    if (item != nullptr) visit(static_cast<const Node*>(item));
  }
}

template <class F, class... Nodes>
void some(F& visit, Nodes*... nodes) {
  (void)std::initializer_list<int>{
      (nodes != nullptr ? (visit(static_cast<const Node*>(nodes)), 0) : 0)...};
}

template <class F>
void statement_children(const Node* node, F& visit) {
  switch (node->kind) {
    case NodeKind::FunctionDef:
    case NodeKind::AsyncFunctionDef: {
      const auto* n = as<FunctionDef>(node);
      each(n->decorator_list, visit);
      some(visit, n->args, n->returns);
      return each(n->body, visit);
    }
    case NodeKind::ClassDef: {
      const auto* n = as<ClassDef>(node);
      each(n->decorator_list, visit);
      each(n->bases, visit);
      each(n->keywords, visit);
      return each(n->body, visit);
    }
    case NodeKind::Return: return some(visit, as<Return>(node)->value);
    case NodeKind::Delete: return each(as<Delete>(node)->targets, visit);
    case NodeKind::Assign:
      each(as<Assign>(node)->targets, visit);
      return some(visit, as<Assign>(node)->value);
    case NodeKind::TypeAlias:
      return some(visit, as<TypeAlias>(node)->name, as<TypeAlias>(node)->value);
    case NodeKind::AugAssign:
      return some(visit, as<AugAssign>(node)->target, as<AugAssign>(node)->value);
    case NodeKind::AnnAssign: {
      const auto* n = as<AnnAssign>(node);
      return some(visit, n->target, n->annotation, n->value);
    }
    case NodeKind::Raise: return some(visit, as<Raise>(node)->exc, as<Raise>(node)->cause);
    case NodeKind::Assert: return some(visit, as<Assert>(node)->test, as<Assert>(node)->msg);
    case NodeKind::Import: return each(as<Import>(node)->names, visit);
    case NodeKind::ImportFrom: return each(as<ImportFrom>(node)->names, visit);
    case NodeKind::ExprStmt: return some(visit, as<ExprStmt>(node)->value);
    default: return;
  }
}

template <class F>
void compound_children(const Node* node, F& visit) {
  switch (node->kind) {
    case NodeKind::For:
    case NodeKind::AsyncFor: {
      const auto* n = as<For>(node);
      some(visit, n->target, n->iter);
      each(n->body, visit);
      return each(n->orelse, visit);
    }
    case NodeKind::While: {
      const auto* n = as<While>(node);
      some(visit, n->test);
      each(n->body, visit);
      return each(n->orelse, visit);
    }
    case NodeKind::If: {
      const auto* n = as<If>(node);
      some(visit, n->test);
      each(n->body, visit);
      return each(n->orelse, visit);
    }
    case NodeKind::With:
    case NodeKind::AsyncWith: {
      each(as<With>(node)->items, visit);
      return each(as<With>(node)->body, visit);
    }
    case NodeKind::Match: {
      some(visit, as<Match>(node)->subject);
      return each(as<Match>(node)->cases, visit);
    }
    case NodeKind::Try:
    case NodeKind::TryStar: {
      const auto* n = as<Try>(node);
      each(n->body, visit);
      each(n->handlers, visit);
      each(n->orelse, visit);
      return each(n->finalbody, visit);
    }
    default: return statement_children(node, visit);
  }
}

template <class F>
void expression_children(const Node* node, F& visit) {
  switch (node->kind) {
    case NodeKind::BoolOp: return each(as<BoolOp>(node)->values, visit);
    case NodeKind::NamedExpr:
      return some(visit, as<NamedExpr>(node)->target, as<NamedExpr>(node)->value);
    case NodeKind::BinOp: return some(visit, as<BinOp>(node)->left, as<BinOp>(node)->right);
    case NodeKind::UnaryOp: return some(visit, as<UnaryOp>(node)->operand);
    case NodeKind::Lambda: return some(visit, as<Lambda>(node)->args, as<Lambda>(node)->body);
    case NodeKind::IfExp: {
      const auto* n = as<IfExp>(node);
      return some(visit, n->body, n->test, n->orelse);
    }
    case NodeKind::Await: return some(visit, as<Await>(node)->value);
    case NodeKind::Yield: return some(visit, as<Yield>(node)->value);
    case NodeKind::YieldFrom: return some(visit, as<YieldFrom>(node)->value);
    case NodeKind::Compare:
      some(visit, as<Compare>(node)->left);
      return each(as<Compare>(node)->comparators, visit);
    case NodeKind::Call:
      some(visit, as<Call>(node)->func);
      each(as<Call>(node)->args, visit);
      return each(as<Call>(node)->keywords, visit);
    case NodeKind::JoinedStr: return each(as<JoinedStr>(node)->values, visit);
    case NodeKind::FormattedValue:
      return some(visit, as<FormattedValue>(node)->value, as<FormattedValue>(node)->format_spec);
    case NodeKind::Attribute: return some(visit, as<Attribute>(node)->value);
    case NodeKind::Subscript:
      return some(visit, as<Subscript>(node)->value, as<Subscript>(node)->slice);
    case NodeKind::Starred: return some(visit, as<Starred>(node)->value);
    case NodeKind::Slice: {
      const auto* n = as<Slice>(node);
      return some(visit, n->lower, n->upper, n->step);
    }
    default: return compound_children(node, visit);
  }
}

template <class F>
void display_children(const Node* node, F& visit) {
  switch (node->kind) {
    case NodeKind::Dict: {
      const auto* n = as<Dict>(node);
      for (std::size_t i = 0; i < n->values.size; ++i) some(visit, n->keys[i], n->values[i]);
      return;
    }
    case NodeKind::Set: return each(as<Set>(node)->elts, visit);
    case NodeKind::List: return each(as<List>(node)->elts, visit);
    case NodeKind::Tuple: return each(as<Tuple>(node)->elts, visit);
    case NodeKind::ListComp:
      some(visit, as<ListComp>(node)->elt);
      return each(as<ListComp>(node)->generators, visit);
    case NodeKind::SetComp:
      some(visit, as<SetComp>(node)->elt);
      return each(as<SetComp>(node)->generators, visit);
    case NodeKind::GeneratorExp:
      some(visit, as<GeneratorExp>(node)->elt);
      return each(as<GeneratorExp>(node)->generators, visit);
    case NodeKind::DictComp:
      some(visit, as<DictComp>(node)->key, as<DictComp>(node)->value);
      return each(as<DictComp>(node)->generators, visit);
    default: return expression_children(node, visit);
  }
}

template <class F>
void part_children(const Node* node, F& visit) {
  switch (node->kind) {
    case NodeKind::Arguments: {
      const auto* n = as<Arguments>(node);
      each(n->posonlyargs, visit);
      each(n->args, visit);
      some(visit, n->vararg, n->kwarg);
      each(n->kwonlyargs, visit);
      each(n->kw_defaults, visit);
      return each(n->defaults, visit);
    }
    case NodeKind::Arg: return some(visit, as<Arg>(node)->annotation);
    case NodeKind::Keyword: return some(visit, as<Keyword>(node)->value);
    case NodeKind::Comprehension:
      some(visit, as<Comprehension>(node)->target, as<Comprehension>(node)->iter);
      return each(as<Comprehension>(node)->ifs, visit);
    case NodeKind::ExceptHandler:
      some(visit, as<ExceptHandler>(node)->type);
      return each(as<ExceptHandler>(node)->body, visit);
    case NodeKind::WithItem:
      return some(visit, as<WithItem>(node)->context_expr, as<WithItem>(node)->optional_vars);
    case NodeKind::MatchCase:
      some(visit, as<MatchCase>(node)->pattern, as<MatchCase>(node)->guard);
      return each(as<MatchCase>(node)->body, visit);
    default: return display_children(node, visit);
  }
}

}  // namespace walk_detail

/// Calls `visit(const Node*)` for every child that is there.
template <class F>
void for_each_child(const Node* node, F visit) {
  using namespace walk_detail;
  switch (node->kind) {
    case NodeKind::Module: return each(as<Module>(node)->body, visit);
    case NodeKind::MatchValue: return some(visit, as<MatchValue>(node)->value);
    case NodeKind::MatchSequence: return each(as<MatchSequence>(node)->patterns, visit);
    case NodeKind::MatchMapping:
      each(as<MatchMapping>(node)->keys, visit);
      return each(as<MatchMapping>(node)->patterns, visit);
    case NodeKind::MatchClass:
      some(visit, as<MatchClass>(node)->cls);
      each(as<MatchClass>(node)->patterns, visit);
      return each(as<MatchClass>(node)->kwd_patterns, visit);
    case NodeKind::MatchAs: return some(visit, as<MatchAs>(node)->pattern);
    case NodeKind::MatchOr: return each(as<MatchOr>(node)->patterns, visit);
    default: return part_children(node, visit);
  }
}

}  // namespace interleave::lang
