// try, with, and the ways out of them.
//
// What an exception handler covers is opened by a kSetup… pseudo instruction and closed by
// kPopBlock; the flow graph turns both into the exception table. A `finally` body is compiled once
// for every way that leads into it.

#include "base/limits.h"
#include "lang/compiler_impl.h"

namespace interleave::lang {

void Compiler::push_block(FrameBlock block) {
  if (unit().frame_blocks.size() >= limits::kNestedBlocks) {
    fail_here("too many statically nested blocks");
  }
  unit().frame_blocks.push_back(block);
}

void Compiler::unwind(FrameBlock block, bool keep_top) {
  const auto save_top = [&] {
    if (keep_top) add(Opcode::SWAP, 2);
  };
  switch (block.kind) {
    case FrameBlockKind::WhileLoop:
    case FrameBlockKind::ExceptionHandler:
    case FrameBlockKind::ExceptionGroupHandler: return;
    case FrameBlockKind::ForLoop:
    case FrameBlockKind::PopValue:
      save_top();
      add(Opcode::POP_TOP);
      return;
    case FrameBlockKind::TryExcept: add(flow::kPopBlock); return;
    case FrameBlockKind::FinallyTry:
      add(flow::kPopBlock);
      if (keep_top) push_block({FrameBlockKind::PopValue});
      statements(as<Try>(block.node)->finalbody);
      if (keep_top) pop_block();
      unset_place();
      return;
    case FrameBlockKind::FinallyEnd:
      save_top();
      add(Opcode::POP_TOP);
      save_top();
      add(flow::kPopBlock);
      add(Opcode::POP_EXCEPT);
      return;
    case FrameBlockKind::With:
      set_place(block.node);
      add(flow::kPopBlock);
      save_top();
      call_exit_with_nones();
      add(Opcode::POP_TOP);
      unset_place();
      return;
    case FrameBlockKind::HandlerCleanup:
      if (!block.name.empty()) add(flow::kPopBlock);
      save_top();
      add(flow::kPopBlock);
      add(Opcode::POP_EXCEPT);
      if (!block.name.empty()) forget_name(block.name);
      return;
  }
}

void Compiler::unwind_blocks(bool keep_top, std::optional<FrameBlock>* loop) {
  std::vector<FrameBlock>& blocks = unit().frame_blocks;
  if (blocks.empty() || error_) return;
  const FrameBlock top = blocks.back();
  if (top.kind == FrameBlockKind::ExceptionGroupHandler) {
    fail_here("'break', 'continue' and 'return' cannot appear in an except* block");
    return;
  }
  if (loop != nullptr &&
      (top.kind == FrameBlockKind::WhileLoop || top.kind == FrameBlockKind::ForLoop)) {
    *loop = top;
    return;
  }
  blocks.pop_back();
  unwind(top, keep_top);
  unwind_blocks(keep_top, loop);
  blocks.push_back(top);
}

// [exit] -> [exit(None, None, None)]
void Compiler::call_exit_with_nones() {
  add(Opcode::PUSH_NULL);
  load_none();
  load_none();
  load_none();
  add(Opcode::CALL, 3);
}

// [previous exc] -> raises exc, with previous as the handled exception again.
void Compiler::pop_except_and_reraise() {
  unset_place();
  add(Opcode::COPY, 2);
  add(Opcode::POP_EXCEPT);
  add(Opcode::RERAISE);
}

// The end of `except … as name`; bound first, so that the deletion cannot fail.
void Compiler::forget_name(std::string_view name) {
  load_none();
  name_op(name, ExprContext::Store);
  name_op(name, ExprContext::Del);
}

void Compiler::try_statement(const Try* stmt) {
  if (!stmt->finalbody.empty()) {
    try_finally(stmt);
  } else {
    try_body(stmt);
  }
}

void Compiler::try_body(const Try* stmt) {
  if (stmt->handlers.empty()) {
    statements(stmt->body);
  } else if (stmt->kind == NodeKind::TryStar) {
    try_except_star(stmt);
  } else {
    try_except(stmt);
  }
}

void Compiler::try_finally(const Try* stmt) {
  Block* body = new_block();
  Block* end = new_block();
  Block* exit = new_block();
  Block* cleanup = new_block();
  add_jump(flow::kSetupFinally, end);
  use(body);
  push_block({FrameBlockKind::FinallyTry, body, end, stmt});
  try_body(stmt);
  add_artificial(flow::kPopBlock);
  pop_block();
  statements(stmt->finalbody);
  add_jump_artificial(flow::kJump, exit);

  use(end);
  push_block({FrameBlockKind::FinallyEnd, end});
  unset_place();
  add_jump(flow::kSetupCleanup, cleanup);
  add(Opcode::PUSH_EXC_INFO);
  statements(stmt->finalbody);
  add(Opcode::RERAISE);
  pop_block();
  use(cleanup);
  pop_except_and_reraise();
  use(exit);
}

void Compiler::try_except(const Try* stmt) {
  Block* body = new_block();
  Block* except = new_block();
  Block* end = new_block();
  Block* cleanup = new_block();
  add_jump(flow::kSetupFinally, except);
  use(body);
  push_block({FrameBlockKind::TryExcept, body});
  statements(stmt->body);
  pop_block();
  add_artificial(flow::kPopBlock);
  statements(stmt->orelse);
  add_jump_artificial(flow::kJump, end);

  use(except);
  unset_place();
  add_jump(flow::kSetupCleanup, cleanup);
  add(Opcode::PUSH_EXC_INFO);
  push_block({FrameBlockKind::ExceptionHandler});
  for (std::size_t i = 0; i < stmt->handlers.size; ++i) {
    const ExceptHandler* handler = stmt->handlers[i];
    if (error_) return;
    set_place(handler);
    if (handler->type == nullptr && i + 1 < stmt->handlers.size) {
      fail(handler->pos, "default 'except:' must be last");
      return;
    }
    Block* next = new_block();
    if (handler->type != nullptr) {
      expression(handler->type);
      add(Opcode::CHECK_EXC_MATCH);
      add_jump(Opcode::POP_JUMP_IF_FALSE, next);
    }
    except_handler(handler, end);
    use(next);
  }
  pop_block();
  add(Opcode::RERAISE);
  use(cleanup);
  pop_except_and_reraise();
  use(end);
}

// [previous exc] -> [], then on to `end`.
void Compiler::except_handler(const ExceptHandler* handler, Block* end) {
  Block* body = new_block();
  const bool named = !handler->name.empty();
  Block* cleanup_end = named ? new_block() : nullptr;
  if (named) {
    name_op(handler->name, ExprContext::Store);
    add_jump(flow::kSetupCleanup, cleanup_end);
  } else {
    add(Opcode::POP_TOP);
  }
  use(body);
  push_block({FrameBlockKind::HandlerCleanup, body, nullptr, nullptr, handler->name});
  statements(handler->body);
  pop_block();
  unset_place();
  if (named) add(flow::kPopBlock);
  add(flow::kPopBlock);
  add(Opcode::POP_EXCEPT);
  if (named) forget_name(handler->name);
  add_jump(flow::kJump, end);
  if (!named) return;
  use(cleanup_end);
  unset_place();
  forget_name(handler->name);
  add(Opcode::RERAISE);
}

// On the stack while the handlers run: [previous orig raised rest], where `raised` is the list of
// what handlers raised and `rest` the part of the group not yet handled.
void Compiler::try_except_star(const Try* stmt) {
  Block* body = new_block();
  Block* except = new_block();
  Block* orelse = new_block();
  Block* end = new_block();
  Block* cleanup = new_block();
  Block* reraise_star = new_block();
  add_jump(flow::kSetupFinally, except);
  use(body);
  push_block({FrameBlockKind::TryExcept, body});
  statements(stmt->body);
  pop_block();
  add_artificial(flow::kPopBlock);
  add_jump_artificial(flow::kJump, orelse);

  use(except);
  unset_place();
  add_jump(flow::kSetupCleanup, cleanup);
  add(Opcode::PUSH_EXC_INFO);
  push_block({FrameBlockKind::ExceptionGroupHandler});
  for (std::size_t i = 0; i < stmt->handlers.size; ++i) {
    const ExceptHandler* handler = stmt->handlers[i];
    if (error_) return;
    set_place(handler);
    if (i == 0) {
      add(Opcode::COPY, 1);
      add(Opcode::BUILD_LIST, 0);
      add(Opcode::SWAP, 2);
    }
    Block* next = new_block();
    star_handler(handler, next);
    use(next);
    if (i + 1 == stmt->handlers.size) {
      add(Opcode::LIST_APPEND, 1);
      add_jump(flow::kJump, reraise_star);
    }
  }
  pop_block();
  use(reraise_star);
  star_finish(end);
  use(cleanup);
  pop_except_and_reraise();
  use(orelse);
  statements(stmt->orelse);
  use(end);
}

void Compiler::star_handler(const ExceptHandler* handler, Block* next) {
  Block* no_match = new_block();
  Block* body = new_block();
  Block* cleanup_end = new_block();
  expression(handler->type);
  add(Opcode::CHECK_EG_MATCH);
  add(Opcode::COPY, 1);
  add_jump(Opcode::POP_JUMP_IF_NONE, no_match);
  if (handler->name.empty()) {
    add(Opcode::POP_TOP);
  } else {
    name_op(handler->name, ExprContext::Store);
  }
  add_jump(flow::kSetupCleanup, cleanup_end);
  use(body);
  push_block({FrameBlockKind::HandlerCleanup, body, nullptr, nullptr, handler->name});
  statements(handler->body);
  pop_block();
  unset_place();
  add(flow::kPopBlock);
  if (!handler->name.empty()) forget_name(handler->name);
  add_jump(flow::kJump, next);

  use(cleanup_end);
  unset_place();
  if (!handler->name.empty()) forget_name(handler->name);
  add(Opcode::LIST_APPEND, 2);
  add_jump(flow::kJump, next);

  use(no_match);
  add(Opcode::POP_TOP);
}

// [previous orig raised] -> [], then on to `end`, or raises what is left.
void Compiler::star_finish(Block* end) {
  Block* reraise = new_block();
  add(Opcode::PREP_RERAISE_STAR);
  add(Opcode::COPY, 1);
  add_jump(Opcode::POP_JUMP_IF_NOT_NONE, reraise);
  add(Opcode::POP_TOP);
  add(flow::kPopBlock);
  add(Opcode::POP_EXCEPT);
  add_jump(flow::kJump, end);
  use(reraise);
  add(flow::kPopBlock);
  add(Opcode::SWAP, 2);
  add(Opcode::POP_EXCEPT);
  add(Opcode::RERAISE);
}

void Compiler::with_statement(const With* stmt, std::size_t item) {
  Block* block = new_block();
  Block* final = new_block();
  Block* exit = new_block();
  Block* cleanup = new_block();
  expression(stmt->items[item]->context_expr);
  add(Opcode::BEFORE_WITH);
  add_jump(flow::kSetupWith, final);
  use(block);
  push_block({FrameBlockKind::With, block, final, stmt});
  if (stmt->items[item]->optional_vars != nullptr) {
    expression(stmt->items[item]->optional_vars);
  } else {
    add(Opcode::POP_TOP);
  }
  if (item + 1 == stmt->items.size) {
    statements(stmt->body);
  } else {
    with_statement(stmt, item + 1);
  }
  add_artificial(flow::kPopBlock);
  pop_block();
  set_place(stmt);
  call_exit_with_nones();
  add(Opcode::POP_TOP);
  add_jump(flow::kJump, exit);

  use(final);
  add_jump(flow::kSetupCleanup, cleanup);
  add(Opcode::PUSH_EXC_INFO);
  add(Opcode::WITH_EXCEPT_START);
  with_except_finish(cleanup);
  use(exit);
}

// [exit previous exc result] -> [], or raises exc again.
void Compiler::with_except_finish(Block* cleanup) {
  Block* suppress = new_block();
  add_jump(Opcode::POP_JUMP_IF_TRUE, suppress);
  add(Opcode::RERAISE);
  use(cleanup);
  pop_except_and_reraise();
  use(suppress);
  add(Opcode::POP_TOP);
  add(flow::kPopBlock);
  add(Opcode::POP_EXCEPT);
  add(Opcode::POP_TOP);
}

}  // namespace interleave::lang
