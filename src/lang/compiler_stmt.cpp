// Statements, except the definitions, `try`, `with` and `match`.

#include <algorithm>

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

BinaryOp inplace_op_of(Operator op) {
  switch (op) {
    case Operator::Add: return BinaryOp::InplaceAdd;
    case Operator::Sub: return BinaryOp::InplaceSubtract;
    case Operator::Mult: return BinaryOp::InplaceMultiply;
    case Operator::MatMult: return BinaryOp::InplaceMatrixMultiply;
    case Operator::Div: return BinaryOp::InplaceTrueDivide;
    case Operator::Mod: return BinaryOp::InplaceRemainder;
    case Operator::Pow: return BinaryOp::InplacePower;
    case Operator::LShift: return BinaryOp::InplaceLshift;
    case Operator::RShift: return BinaryOp::InplaceRshift;
    case Operator::BitOr: return BinaryOp::InplaceOr;
    case Operator::BitXor: return BinaryOp::InplaceXor;
    case Operator::BitAnd: return BinaryOp::InplaceAnd;
    case Operator::FloorDiv: return BinaryOp::InplaceFloorDivide;
  }
  return BinaryOp::InplaceAdd;
}

bool has_annotations(const Seq<Stmt*>& statements);

bool has_annotations(const Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::AnnAssign: return true;
    case NodeKind::For:
      return has_annotations(as<For>(stmt)->body) || has_annotations(as<For>(stmt)->orelse);
    case NodeKind::While:
      return has_annotations(as<While>(stmt)->body) || has_annotations(as<While>(stmt)->orelse);
    case NodeKind::If:
      return has_annotations(as<If>(stmt)->body) || has_annotations(as<If>(stmt)->orelse);
    case NodeKind::With: return has_annotations(as<With>(stmt)->body);
    case NodeKind::Match: {
      const auto& cases = as<Match>(stmt)->cases;
      return std::any_of(cases.begin(), cases.end(), [](const MatchCase* match_case) {
        return has_annotations(match_case->body);
      });
    }
    case NodeKind::Try:
    case NodeKind::TryStar: {
      const auto* attempt = as<Try>(stmt);
      return has_annotations(attempt->body) || has_annotations(attempt->orelse) ||
             has_annotations(attempt->finalbody) ||
             std::any_of(
                 attempt->handlers.begin(), attempt->handlers.end(),
                 [](const ExceptHandler* handler) { return has_annotations(handler->body); });
    }
    default: return false;
  }
}

bool has_annotations(const Seq<Stmt*>& statements) {
  return std::any_of(statements.begin(), statements.end(),
                     [](const Stmt* stmt) { return has_annotations(stmt); });
}

}  // namespace

// The body of a module or class.
void Compiler::body(const Seq<Stmt*>& list) {
  if (unit().scope->kind == ScopeKind::Module && !list.empty()) set_place(list[0]);
  if (has_annotations(list)) add(Opcode::SETUP_ANNOTATIONS);
  std::size_t first = 0;
  if (!list.empty()) {
    const auto* doc = try_as<ExprStmt>(list[0]);
    const auto* text = doc != nullptr ? try_as<Constant>(doc->value) : nullptr;
    if (text != nullptr && text->constant == ConstantKind::Str) {
      first = 1;
      unit().code->has_docstring = true;
      expression(text);
      unset_place();
      name_op("__doc__", ExprContext::Store);
    }
  }
  for (std::size_t i = first; i < list.size; ++i) statement(list[i]);
}

void Compiler::statements(const Seq<Stmt*>& list) {
  for (const Stmt* stmt : list) statement(stmt);
}

void Compiler::statement(const Stmt* stmt) {
  if (error_) return;
  statement_ = stmt;
  set_place(stmt);
  switch (stmt->kind) {
    case NodeKind::FunctionDef: function_def(as<FunctionDef>(stmt)); return;
    case NodeKind::ClassDef: class_def(as<ClassDef>(stmt)); return;
    case NodeKind::For: for_statement(as<For>(stmt)); return;
    case NodeKind::While: while_statement(as<While>(stmt)); return;
    case NodeKind::If: if_statement(as<If>(stmt)); return;
    case NodeKind::With: with_statement(as<With>(stmt), 0); return;
    case NodeKind::Match: match(as<Match>(stmt)); return;
    case NodeKind::Try:
    case NodeKind::TryStar: try_statement(as<Try>(stmt)); return;
    default: simple_statement(stmt); return;
  }
}

void Compiler::simple_statement(const Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::Return: return_statement(as<Return>(stmt)); return;
    case NodeKind::Delete: expressions(as<Delete>(stmt)->targets); return;
    case NodeKind::Assign: assign(as<Assign>(stmt)); return;
    case NodeKind::AugAssign: augmented_assign(as<AugAssign>(stmt)); return;
    case NodeKind::AnnAssign: annotated_assign(as<AnnAssign>(stmt)); return;
    case NodeKind::Raise: raise_statement(as<Raise>(stmt)); return;
    case NodeKind::Assert: assert_statement(as<Assert>(stmt)); return;
    case NodeKind::Import: import(as<Import>(stmt)); return;
    case NodeKind::ImportFrom: import_from(as<ImportFrom>(stmt)); return;
    case NodeKind::ExprStmt: expression_statement(as<ExprStmt>(stmt)); return;
    case NodeKind::Pass: add(Opcode::NOP); return;
    case NodeKind::Break: break_statement(stmt); return;
    case NodeKind::Continue: continue_statement(stmt); return;
    default: return;  // global, nonlocal
  }
}

void Compiler::if_statement(const If* stmt) {
  Block* end = new_block();
  Block* next = stmt->orelse.empty() ? end : new_block();
  jump_if(stmt->test, next, false);
  statements(stmt->body);
  if (!stmt->orelse.empty()) {
    add_jump_artificial(flow::kJump, end);
    use(next);
    statements(stmt->orelse);
  }
  use(end);
}

void Compiler::while_statement(const While* stmt) {
  Block* loop = new_block();
  Block* body = new_block();
  Block* anchor = new_block();
  Block* end = new_block();
  use(loop);
  push_block({FrameBlockKind::WhileLoop, loop, end});
  jump_if(stmt->test, anchor, false);
  use(body);
  statements(stmt->body);
  set_place(stmt);
  jump_if(stmt->test, body, true);
  pop_block();
  use(anchor);
  statements(stmt->orelse);
  use(end);
}

void Compiler::for_statement(const For* stmt) {
  Block* start = new_block();
  Block* body = new_block();
  Block* cleanup = new_block();
  Block* end = new_block();
  push_block({FrameBlockKind::ForLoop, start, end});
  iterable(stmt->iter);
  add(Opcode::GET_ITER);
  use(start);
  add_jump(Opcode::FOR_ITER, cleanup);
  use(body);
  expression(stmt->target);
  statements(stmt->body);
  unset_place();
  add_jump(flow::kJump, start);
  use(cleanup);
  pop_block();
  statements(stmt->orelse);
  use(end);
}

void Compiler::return_statement(const Return* stmt) {
  const Scope& scope = *unit().scope;
  if (!scope.is_function()) {
    fail(stmt->pos, "'return' outside function");
    return;
  }
  const CodeConstant* constant = stmt->value != nullptr ? fold(stmt->value) : nullptr;
  const bool computed = stmt->value != nullptr && constant == nullptr;
  if (computed) {
    expression(stmt->value);
  } else if (stmt->value != nullptr) {
    set_place(stmt->value);
    add(Opcode::NOP);
  }
  if (stmt->value == nullptr || stmt->value->pos.line != stmt->pos.line) {
    set_place(stmt);
    add(Opcode::NOP);
  }
  unwind_blocks(computed, nullptr);
  if (stmt->value == nullptr) {
    load_none();
  } else if (constant != nullptr) {
    load(*constant);
  }
  add(Opcode::RETURN_VALUE);
}

void Compiler::break_statement(const Stmt* stmt) {
  add(Opcode::NOP);
  std::optional<FrameBlock> loop;
  unwind_blocks(false, &loop);
  if (!loop) {
    fail(stmt->pos, "'break' outside loop");
    return;
  }
  unwind(*loop, false);
  add_jump(flow::kJump, loop->exit);
}

void Compiler::continue_statement(const Stmt* stmt) {
  add(Opcode::NOP);
  std::optional<FrameBlock> loop;
  unwind_blocks(false, &loop);
  if (!loop) {
    fail(stmt->pos, "'continue' not properly in loop");
    return;
  }
  add_jump(flow::kJump, loop->block);
}

void Compiler::assert_statement(const Assert* stmt) {
  Block* end = new_block();
  jump_if(stmt->test, end, true);
  add(Opcode::LOAD_ASSERTION_ERROR);
  if (stmt->msg != nullptr) {
    add(Opcode::PUSH_NULL);
    expression(stmt->msg);
    add(Opcode::CALL, 1);
  }
  add(Opcode::RAISE_VARARGS, 1);
  use(end);
}

void Compiler::raise_statement(const Raise* stmt) {
  std::uint32_t count = 0;
  if (stmt->exc != nullptr) {
    expression(stmt->exc);
    ++count;
    if (stmt->cause != nullptr) {
      expression(stmt->cause);
      ++count;
    }
  }
  add(Opcode::RAISE_VARARGS, count);
}

void Compiler::assign(const Assign* stmt) {
  expression(stmt->value);
  for (std::size_t i = 0; i < stmt->targets.size; ++i) {
    if (i + 1 < stmt->targets.size) add(Opcode::COPY, 1);
    expression(stmt->targets[i]);
  }
}

void Compiler::augmented_assign(const AugAssign* stmt) {
  const Expr* target = stmt->target;
  const CodePosition whole = unit().place;
  set_place(target);
  if (const auto* attribute = try_as<Attribute>(target)) {
    if (forbidden_name(attribute->attr, ExprContext::Store)) return;
    expression(attribute->value);
    add(Opcode::COPY, 1);
    start_at_attribute(attribute);
    add_name(Opcode::LOAD_ATTR, attribute->attr);
  } else if (const auto* subscript = try_as<Subscript>(target)) {
    expression(subscript->value);
    expression(subscript->slice);
    add(Opcode::COPY, 2);
    add(Opcode::COPY, 2);
    add(Opcode::BINARY_SUBSCR);
  } else {
    name_op(as<Name>(target)->id, ExprContext::Load);
  }
  unit().place = whole;
  expression(stmt->value);
  add_binary(inplace_op_of(stmt->op));
  set_place(target);
  if (const auto* attribute = try_as<Attribute>(target)) {
    start_at_attribute(attribute);
    add(Opcode::SWAP, 2);
    add_name(Opcode::STORE_ATTR, attribute->attr);
  } else if (target->kind == NodeKind::Subscript) {
    add(Opcode::SWAP, 3);
    add(Opcode::SWAP, 2);
    add(Opcode::STORE_SUBSCR);
  } else {
    name_op(as<Name>(target)->id, ExprContext::Store);
  }
}

// Evaluated for what it may raise.
void Compiler::drop_value(const Expr* expr) {
  expression(expr);
  add(Opcode::POP_TOP);
}

void Compiler::annotated_subscript(const Expr* expr) {
  if (const auto* slice = try_as<Slice>(expr)) {
    if (slice->lower != nullptr) drop_value(slice->lower);
    if (slice->upper != nullptr) drop_value(slice->upper);
    if (slice->step != nullptr) drop_value(slice->step);
  } else if (const auto* tuple = try_as<Tuple>(expr)) {
    for (const Expr* elt : tuple->elts) annotated_subscript(elt);
  } else {
    drop_value(expr);
  }
}

void Compiler::annotated_assign(const AnnAssign* stmt) {
  const bool kept = !unit().scope->is_function();
  if (stmt->value != nullptr) {
    expression(stmt->value);
    expression(stmt->target);
  }
  if (const auto* name = try_as<Name>(stmt->target)) {
    if (forbidden_name(name->id, ExprContext::Store)) return;
    if (stmt->simple && kept) {
      if (future_annotations_) {
        load_text(unparse(stmt->annotation));
      } else {
        expression(stmt->annotation);
      }
      add_plain_name(Opcode::LOAD_NAME, "__annotations__");
      load_text(mangled(name->id));
      add(Opcode::STORE_SUBSCR);
      return;
    }
  } else if (const auto* attribute = try_as<Attribute>(stmt->target)) {
    if (forbidden_name(attribute->attr, ExprContext::Store)) return;
    if (stmt->value == nullptr) drop_value(attribute->value);
  } else if (const auto* subscript = try_as<Subscript>(stmt->target)) {
    if (stmt->value == nullptr) {
      drop_value(subscript->value);
      annotated_subscript(subscript->slice);
    }
  }
  if (!stmt->simple && kept && !future_annotations_) drop_value(stmt->annotation);
}

void Compiler::import(const Import* stmt) {
  for (const Alias* alias : stmt->names) {
    load(make_int(0));
    load_none();
    add_name(Opcode::IMPORT_NAME, alias->name);
    if (!alias->asname.empty()) {
      import_as(alias);
    } else {
      name_op(alias->name.substr(0, alias->name.find('.')), ExprContext::Store);
    }
  }
}

// `import a.b.c as d` binds c, fetched from module to module.
void Compiler::import_as(const Alias* alias) {
  std::size_t dot = alias->name.find('.');
  const bool dotted = dot != std::string_view::npos;
  while (dot != std::string_view::npos) {
    const std::size_t start = dot + 1;
    dot = alias->name.find('.', start);
    const std::size_t length = dot == std::string_view::npos ? dot : dot - start;
    add_name(Opcode::IMPORT_FROM, alias->name.substr(start, length));
    if (dot != std::string_view::npos) {
      add(Opcode::SWAP, 2);
      add(Opcode::POP_TOP);
    }
  }
  name_op(alias->asname, ExprContext::Store);
  if (dotted) add(Opcode::POP_TOP);
}

bool Compiler::is_late_future(const Stmt* stmt) const {
  if (last_future_ == nullptr) return true;
  const Position& last = last_future_->pos;
  return stmt->pos.line > last.line || (stmt->pos.line == last.line && stmt->pos.col > last.col);
}

void Compiler::import_from(const ImportFrom* stmt) {
  if (stmt->module == "__future__" && stmt->level == 0 && is_late_future(stmt)) {
    fail(stmt->pos, "from __future__ imports must occur at the beginning of the file");
    return;
  }
  load(make_int(stmt->level));
  CodeConstant names = make_constant(Kind::Tuple);
  for (const Alias* alias : stmt->names) names.items.push_back(make_str(alias->name));
  load(std::move(names));
  add_name(Opcode::IMPORT_NAME, stmt->module);
  for (const Alias* alias : stmt->names) {
    if (alias->name == "*") {
      add(Opcode::IMPORT_STAR);
      return;
    }
    add_name(Opcode::IMPORT_FROM, alias->name);
    name_op(alias->asname.empty() ? alias->name : alias->asname, ExprContext::Store);
  }
  add(Opcode::POP_TOP);
}

void Compiler::expression_statement(const ExprStmt* stmt) {
  if (fold(stmt->value) != nullptr) {
    add(Opcode::NOP);
    return;
  }
  expression(stmt->value);
  unset_place();
  add(Opcode::POP_TOP);
}

}  // namespace interleave::lang
