// What makes a code object of its own: functions, lambdas, classes, comprehensions.

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

const Constant* function_docstring(const FunctionDef* def) {
  const auto* first = try_as<ExprStmt>(def->body[0]);
  const auto* text = first != nullptr ? try_as<Constant>(first->value) : nullptr;
  return text != nullptr && text->constant == ConstantKind::Str ? text : nullptr;
}

std::int32_t first_line_of(const Node* node, const Seq<Expr*>& decorators) {
  return decorators.empty() ? node->pos.line : decorators[0]->pos.line;
}

const Seq<Comprehension*>& generators_of(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::ListComp: return as<ListComp>(expr)->generators;
    case NodeKind::SetComp: return as<SetComp>(expr)->generators;
    case NodeKind::DictComp: return as<DictComp>(expr)->generators;
    default: return as<GeneratorExp>(expr)->generators;
  }
}

const char* comprehension_name(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::ListComp: return "<listcomp>";
    case NodeKind::SetComp: return "<setcomp>";
    case NodeKind::DictComp: return "<dictcomp>";
    default: return "<genexpr>";
  }
}

}  // namespace

void Compiler::decorators(const Seq<Expr*>& list) {
  for (const Expr* decorator : list) {
    expression(decorator);
    const CodePosition outer = unit().place;
    set_place(decorator);
    add(Opcode::PUSH_NULL);
    unit().place = outer;
  }
}

void Compiler::apply_decorators(const Seq<Expr*>& list) {
  const CodePosition outer = unit().place;
  for (std::size_t i = list.size; i-- > 0;) {
    set_place(list[i]);
    add(Opcode::CALL, 1);
  }
  unit().place = outer;
}

std::uint32_t Compiler::keyword_defaults(const Arguments* args) {
  CodeConstant keys = make_constant(Kind::Tuple);
  for (std::size_t i = 0; i < args->kwonlyargs.size; ++i) {
    if (args->kw_defaults[i] == nullptr) continue;
    keys.items.push_back(make_str(mangled(args->kwonlyargs[i]->name)));
    expression(args->kw_defaults[i]);
  }
  if (keys.items.empty()) return 0;
  const auto count = static_cast<std::uint32_t>(keys.items.size());
  load(std::move(keys));
  add(Opcode::BUILD_CONST_KEY_MAP, count);
  return kFunctionKwDefaults;
}

std::uint32_t Compiler::default_arguments(const Arguments* args) {
  std::uint32_t flags = 0;
  if (!args->defaults.empty()) {
    expressions(args->defaults);
    add(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(args->defaults.size));
    flags = kFunctionDefaults;
  }
  return flags | keyword_defaults(args);
}

void Compiler::annotation(std::string_view name, const Expr* annotation, std::uint32_t& count) {
  if (annotation == nullptr) return;
  load_text(mangled(name));
  count += 2;
  if (future_annotations_) {
    load_text(unparse(annotation));
  } else if (const auto* star = try_as<Starred>(annotation)) {  // *args: *Types
    expression(star->value);
    add(Opcode::UNPACK_SEQUENCE, 1);
  } else {
    expression(annotation);
  }
}

std::uint32_t Compiler::annotations(const FunctionDef* def) {
  const Arguments* args = def->args;
  std::uint32_t count = 0;
  const auto each = [&](const Seq<Arg*>& list) {
    for (const Arg* arg : list) annotation(arg->name, arg->annotation, count);
  };
  each(args->args);
  each(args->posonlyargs);
  if (args->vararg != nullptr) annotation(args->vararg->name, args->vararg->annotation, count);
  each(args->kwonlyargs);
  if (args->kwarg != nullptr) annotation(args->kwarg->name, args->kwarg->annotation, count);
  annotation("return", def->returns, count);
  if (count == 0) return 0;
  add(Opcode::BUILD_TUPLE, count);
  return kFunctionAnnotations;
}

void Compiler::count_parameters(const Arguments* args) {
  Code& code = *unit().code;
  code.posonlyargcount = static_cast<std::uint32_t>(args->posonlyargs.size);
  code.argcount = static_cast<std::uint32_t>(args->posonlyargs.size + args->args.size);
  code.kwonlyargcount = static_cast<std::uint32_t>(args->kwonlyargs.size);
  if (args->vararg != nullptr) code.flags |= kVarArgs;
  if (args->kwarg != nullptr) code.flags |= kVarKeywords;
}

void Compiler::check_parameters(const Arguments* args) {
  const auto check = [this](const Arg* arg) {
    if (arg != nullptr && arg->name == "__debug__") fail_here("cannot assign to __debug__");
  };
  for (const Arg* arg : args->posonlyargs) check(arg);
  for (const Arg* arg : args->args) check(arg);
  for (const Arg* arg : args->kwonlyargs) check(arg);
  check(args->vararg);
  check(args->kwarg);
}

void Compiler::make_closure(const Code* code, std::uint32_t flags) {
  if (!code->freevars.empty()) {
    for (const std::string& free : code->freevars) {
      // A class body passes on its own __class__ cell, and free variables it binds itself.
      const auto cell = unit().cells.find(free);
      add(Opcode::LOAD_CLOSURE, cell == unit().cells.end() ? 0 : cell->second);
    }
    add(Opcode::BUILD_TUPLE, static_cast<std::uint32_t>(code->freevars.size()));
    flags |= kFunctionClosure;
  }
  CodeConstant constant = make_constant(Kind::Code);
  constant.code = code;
  load(std::move(constant));
  add(Opcode::MAKE_FUNCTION, flags);
}

void Compiler::function_def(const FunctionDef* def) {
  check_parameters(def->args);
  decorators(def->decorator_list);
  const std::uint32_t flags = default_arguments(def->args) | annotations(def);
  enter(def, std::string(def->name), first_line_of(def, def->decorator_list));
  const Constant* doc = function_docstring(def);
  constant_index(doc != nullptr ? from_literal(*doc) : CodeConstant{});
  unit().code->has_docstring = doc != nullptr;
  count_parameters(def->args);
  for (std::size_t i = doc != nullptr ? 1 : 0; i < def->body.size; ++i) statement(def->body[i]);
  const Code* code = leave();
  make_closure(code, flags);
  apply_decorators(def->decorator_list);
  name_op(def->name, ExprContext::Store);
}

void Compiler::lambda(const Lambda* expr) {
  check_parameters(expr->args);
  const std::uint32_t flags = default_arguments(expr->args);
  enter(expr, "<lambda>", expr->pos.line);
  constant_index({});  // no docstring
  count_parameters(expr->args);
  expression(expr->body);
  if (unit().scope->generator) unset_place();
  add(Opcode::RETURN_VALUE);
  const Code* code = leave();
  make_closure(code, flags);
}

void Compiler::class_def(const ClassDef* def) {
  if (!check_keywords(def->keywords)) return;
  decorators(def->decorator_list);
  enter(def, std::string(def->name), first_line_of(def, def->decorator_list));
  unit().class_name = def->name;
  name_op("__name__", ExprContext::Load);
  name_op("__module__", ExprContext::Store);
  load_text(unit().code->qualname);
  name_op("__qualname__", ExprContext::Store);
  body(def->body);
  unset_place();
  if (unit().scope->needs_class_cell) {
    add(Opcode::LOAD_CLOSURE, unit().cells.find("__class__")->second);
    add(Opcode::COPY, 1);
    name_op("__classcell__", ExprContext::Store);
  } else {
    load_none();
  }
  add(Opcode::RETURN_VALUE);
  const Code* code = leave();
  add(Opcode::LOAD_BUILD_CLASS);
  add(Opcode::PUSH_NULL);
  make_closure(code, 0);
  load_text(def->name);
  call_with(2, def->bases, def->keywords);
  apply_decorators(def->decorator_list);
  name_op(def->name, ExprContext::Store);
}

void Compiler::comprehension(const Expr* expr) {
  const Seq<Comprehension*>& generators = generators_of(expr);
  enter(expr, comprehension_name(expr), expr->pos.line);
  set_place(expr);
  unit().code->argcount = 1;
  switch (expr->kind) {
    case NodeKind::ListComp: add(Opcode::BUILD_LIST, 0); break;
    case NodeKind::SetComp: add(Opcode::BUILD_SET, 0); break;
    case NodeKind::DictComp: add(Opcode::BUILD_MAP, 0); break;
    default: break;
  }
  comprehension_loop(expr, generators, 0, 0);
  if (expr->kind != NodeKind::GeneratorExp) add(Opcode::RETURN_VALUE);
  const Code* code = leave();
  make_closure(code, 0);
  add(Opcode::PUSH_NULL);
  iterable(generators[0]->iter);
  add(Opcode::GET_ITER);
  add(Opcode::CALL, 1);
}

// `depth` counts the iterators between the result and the top of the stack.
void Compiler::comprehension_loop(const Expr* expr, const Seq<Comprehension*>& generators,
                                  std::size_t index, std::uint32_t depth) {
  const Comprehension* generator = generators[index];
  Block* start = new_block();
  Block* if_cleanup = new_block();
  Block* anchor = new_block();
  bool loops = true;
  if (index == 0) {
    add(Opcode::LOAD_FAST, 0);
  } else {
    // `for y in [f(x)]` only binds y.
    const Expr* iter = generator->iter;
    const Seq<Expr*>* elts = nullptr;
    if (iter->kind == NodeKind::List) elts = &as<List>(iter)->elts;
    if (iter->kind == NodeKind::Tuple) elts = &as<Tuple>(iter)->elts;
    if (elts != nullptr && elts->size == 1 && (*elts)[0]->kind != NodeKind::Starred) {
      expression((*elts)[0]);
      loops = false;
    } else {
      iterable(iter);
      add(Opcode::GET_ITER);
    }
  }
  if (loops) {
    ++depth;
    use(start);
    add_jump(Opcode::FOR_ITER, anchor);
  }
  expression(generator->target);
  for (const Expr* condition : generator->ifs) jump_if(condition, if_cleanup, false);
  if (index + 1 < generators.size) {
    comprehension_loop(expr, generators, index + 1, depth);
  } else {
    comprehension_element(expr, depth);
  }
  use(if_cleanup);
  if (loops) {
    add_jump(flow::kJump, start);
    use(anchor);
  }
}

void Compiler::comprehension_element(const Expr* expr, std::uint32_t depth) {
  switch (expr->kind) {
    case NodeKind::ListComp:
      expression(as<ListComp>(expr)->elt);
      add(Opcode::LIST_APPEND, depth + 1);
      return;
    case NodeKind::SetComp:
      expression(as<SetComp>(expr)->elt);
      add(Opcode::SET_ADD, depth + 1);
      return;
    case NodeKind::DictComp:
      expression(as<DictComp>(expr)->key);
      expression(as<DictComp>(expr)->value);
      add(Opcode::MAP_ADD, depth + 1);
      return;
    default:
      expression(as<GeneratorExp>(expr)->elt);
      add(Opcode::YIELD_VALUE);
      add(Opcode::RESUME, 1);
      add(Opcode::POP_TOP);
      return;
  }
}

}  // namespace interleave::lang
