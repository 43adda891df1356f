#include "lang/compiler.h"

#include <algorithm>
#include <array>

#include "base/arena.h"
#include "base/limits.h"
#include "lang/compiler_impl.h"
#include "lang/parser.h"

namespace interleave::lang {

namespace {

constexpr std::array<std::string_view, 10> kFutureFeatures = {
    "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
    "print_function", "unicode_literals", "generator_stop", "barry_as_FLUFL",  "annotations"};

const Constant* docstring_of(const Stmt* stmt) {
  const auto* expr = try_as<ExprStmt>(stmt);
  const auto* constant = expr != nullptr ? try_as<Constant>(expr->value) : nullptr;
  return constant != nullptr && constant->constant == ConstantKind::Str ? constant : nullptr;
}

// Characters before byte `col` (from 1) of a line of the source, counted from 1.
std::int32_t column_in_characters(std::string_view source, std::int32_t line, std::int32_t col) {
  std::size_t start = 0;
  for (std::int32_t i = 1; i < line; ++i) {
    const std::size_t end = source.find('\n', start);
    if (end == std::string_view::npos) return col;
    start = end + 1;
  }
  std::int32_t characters = 1;
  for (std::int32_t i = 1; i < col; ++i) {
    const std::size_t at = start + static_cast<std::size_t>(i) - 1;
    if (at >= source.size() || (static_cast<unsigned char>(source[at]) & 0xc0) != 0x80) {
      ++characters;
    }
  }
  return characters;
}

}  // namespace

CompileResult compile(const Module& module, std::string_view filename,
                      const CompileOptions& options) {
  CompileResult result = Compiler(filename, options).run(module);
  if (result.error && !options.source.empty()) {
    Diagnostic& error = *result.error;
    error.col = column_in_characters(options.source, error.line, error.col);
    if (error.end_line > 0) {
      error.end_col = column_in_characters(options.source, error.end_line, error.end_col);
    }
  }
  return result;
}

CompileResult compile_source(std::string_view source, std::string_view filename,
                             CompileOptions options) {
  Arena arena;
  ParseResult parsed = options.expression ? parse_expression(source, arena) : parse(source, arena);
  if (parsed.error) return {nullptr, std::move(parsed.error)};
  options.source = source;
  return compile(*parsed.module, filename, options);
}

CompileResult Compiler::run(const Module& module) {
  find_future(module);
  if (!error_) error_ = symbols_.build(module, future_annotations_);
  if (error_) return {nullptr, std::move(error_)};
  enter(&module, "<module>", 1);
  if (options_.expression) {
    const auto* only = as<ExprStmt>(module.body[0]);
    expression(only->value);
    add(Opcode::RETURN_VALUE);
  } else {
    body(module.body);
  }
  leave();
  if (error_) return {nullptr, std::move(error_)};
  return {std::move(finished_), std::nullopt};
}

// Future imports hold only after the docstring and other future imports.
void Compiler::find_future(const Module& module) {
  for (std::size_t i = 0; i < module.body.size; ++i) {
    const Stmt* stmt = module.body[i];
    if (i == 0 && docstring_of(stmt) != nullptr) continue;
    const auto* import = try_as<ImportFrom>(stmt);
    if (import == nullptr || import->level != 0 || import->module != "__future__") return;
    last_future_ = stmt;
    for (const Alias* alias : import->names) {
      if (alias->name == "annotations") future_annotations_ = true;
      if (alias->name == "braces") {
        fail(stmt->pos, "not a chance");
      } else if (std::find(kFutureFeatures.begin(), kFutureFeatures.end(), alias->name) ==
                 kFutureFeatures.end()) {
        fail(stmt->pos, "future feature " + std::string(alias->name) + " is not defined");
      }
    }
  }
}

void Compiler::fail(const Position& pos, std::string message) {
  if (!error_) error_ = syntax_error_at(pos, std::move(message));
}

void Compiler::fail_here(std::string message) {
  const CodePosition& at = unit().place;
  fail({at.line, at.col, at.end_line, at.end_col}, std::move(message));
}

std::uint32_t Compiler::flags_of(const Scope& scope) const {
  std::uint32_t flags = options_.library ? kLibrary : 0;
  if (future_annotations_) flags |= kFutureAnnotations;
  if (scope.kind == ScopeKind::Module) return flags | kModule;
  if (scope.kind == ScopeKind::Class) return flags | kClassBody;
  flags |= kOptimized | kNewLocals;
  if (scope.kind == ScopeKind::Comprehension) flags |= kComprehension;
  if (scope.nested) flags |= kNested;
  if (scope.generator) flags |= kGenerator;
  return flags;
}

void Compiler::enter(const Node* node, std::string name, std::int32_t first_line) {
  auto next = std::make_unique<Unit>();
  next->scope = &symbols_.scope_of(node);
  next->code = std::make_unique<Code>();
  Code& code = *next->code;
  code.filename = filename_;
  code.first_line = first_line;
  code.flags = flags_of(*next->scope);
  code.varnames = next->scope->parameters;
  code.freevars = next->scope->free_names();
  for (const std::string& variable : code.varnames) {
    next->varnames.emplace(variable, static_cast<std::uint32_t>(next->varnames.size()));
  }
  add_cellvars(*next);
  for (const std::string& free : code.freevars) {
    next->cells.emplace(free, static_cast<std::uint32_t>(next->cells.size()));
  }
  if (!units_.empty()) next->class_name = unit().class_name;
  code.qualname = qualified_name(name);
  code.name = std::move(name);
  const bool module = next->scope->kind == ScopeKind::Module;
  next->place = module ? CodePosition{0, 1, 0, 0} : CodePosition{first_line, first_line, 0, 0};
  units_.push_back(std::move(next));
  add(Opcode::RESUME);
  if (module) unset_place();
}

// Parameters first, in their order, then the others.
void Compiler::add_cellvars(Unit& unit) {
  Code& code = *unit.code;
  const std::vector<std::string> cells = unit.scope->cell_names();
  for (std::size_t i = 0; i < code.varnames.size(); ++i) {
    if (!std::binary_search(cells.begin(), cells.end(), code.varnames[i])) continue;
    code.cellvars.push_back(code.varnames[i]);
    code.cell_parameters.push_back(static_cast<std::int32_t>(i));
  }
  for (const std::string& cell : cells) {
    if (unit.varnames.contains(cell)) continue;
    code.cellvars.push_back(cell);
    code.cell_parameters.push_back(-1);
  }
  for (const std::string& cell : code.cellvars) {
    unit.cells.emplace(cell, static_cast<std::uint32_t>(unit.cells.size()));
  }
}

// The Code is handed to the enclosing unit, or at module level kept.
const Code* Compiler::leave() {
  Unit& done = unit();
  if (!done.graph.ended()) {
    unset_place();
    load_none();
    add(Opcode::RETURN_VALUE);
  }
  if (!error_) done.graph.assemble(*done.code);  // else it may be incomplete
  const Code* code = done.code.get();
  std::unique_ptr<Code> owned = std::move(done.code);
  units_.pop_back();
  if (units_.empty()) {
    finished_ = std::move(owned);
  } else {
    unit().code->children.push_back(std::move(owned));
  }
  return code;
}

std::string Compiler::qualified_name(const std::string& name) const {
  if (units_.size() < 2) return name;
  const Unit& parent = *units_.back();
  const bool global =
      parent.scope->binding_of(mangle(parent.class_name, name)) == Binding::GlobalExplicit;
  if (global && name[0] != '<') return name;
  const bool function =
      parent.scope->kind == ScopeKind::Function || parent.scope->kind == ScopeKind::Lambda;
  return parent.code->qualname + (function ? ".<locals>." : ".") + name;
}

void Compiler::set_place(const Node* node) {
  unit().place = {node->pos.line, node->pos.end_line, node->pos.col, node->pos.end_col};
}

void Compiler::append(Opcode op, std::uint32_t arg, Block* target, const CodePosition& place) {
  if (error_) return;
  if (++instructions_ > limits::kProgramInstructions) {
    fail(statement_ != nullptr ? statement_->pos : Position{1, 0, 1, 0}, "program is too large");
    return;
  }
  unit().graph.append({op, arg, target, place, nullptr});
}

void Compiler::add_plain_name(Opcode op, std::string_view name) {
  Unit& here = unit();
  const auto next = static_cast<std::uint32_t>(here.names.size());
  const auto [entry, fresh] = here.names.try_emplace(std::string(name), next);
  if (fresh) here.code->names.emplace_back(name);
  add(op, entry->second);
}

void Compiler::add_name(Opcode op, std::string_view name) { add_plain_name(op, mangled(name)); }

void Compiler::add_compare(CompareOperator op) {
  const auto compare = [this](CompareOp which) {
    add(Opcode::COMPARE_OP, static_cast<std::uint32_t>(which));
  };
  switch (op) {
    case CompareOperator::Eq: compare(CompareOp::Eq); return;
    case CompareOperator::NotEq: compare(CompareOp::Ne); return;
    case CompareOperator::Lt: compare(CompareOp::Lt); return;
    case CompareOperator::LtE: compare(CompareOp::Le); return;
    case CompareOperator::Gt: compare(CompareOp::Gt); return;
    case CompareOperator::GtE: compare(CompareOp::Ge); return;
    case CompareOperator::Is: add(Opcode::IS_OP, 0); return;
    case CompareOperator::IsNot: add(Opcode::IS_OP, 1); return;
    case CompareOperator::In: add(Opcode::CONTAINS_OP, 0); return;
    case CompareOperator::NotIn: add(Opcode::CONTAINS_OP, 1); return;
  }
}

std::uint32_t Compiler::constant_index(CodeConstant constant) {
  Unit& here = unit();
  const auto next = static_cast<std::uint32_t>(here.code->constants.size());
  const auto [entry, fresh] = here.constants.try_emplace(constant_key(constant), next);
  if (fresh) here.code->constants.push_back(std::move(constant));
  return entry->second;
}

bool Compiler::forbidden_name(std::string_view name, ExprContext ctx) {
  if (name != "__debug__" || ctx == ExprContext::Load) return false;
  fail_here(ctx == ExprContext::Store ? "cannot assign to __debug__" : "cannot delete __debug__");
  return true;
}

void Compiler::name_op(std::string_view name, ExprContext ctx) {
  if (forbidden_name(name, ctx)) return;
  Unit& here = unit();
  const std::string full = mangled(name);
  const auto pick = [ctx](Opcode load, Opcode store, Opcode del) {
    return ctx == ExprContext::Load ? load : (ctx == ExprContext::Store ? store : del);
  };
  const bool function = here.scope->is_function();
  const Binding binding = here.scope->binding_of(full);
  if (binding == Binding::Free || binding == Binding::Cell) {
    const Opcode load =
        here.scope->kind == ScopeKind::Class ? Opcode::LOAD_CLASSDEREF : Opcode::LOAD_DEREF;
    const auto cell = here.cells.find(full);
    add(pick(load, Opcode::STORE_DEREF, Opcode::DELETE_DEREF),
        cell == here.cells.end() ? 0 : cell->second);
  } else if (binding == Binding::Local && function) {
    const auto next = static_cast<std::uint32_t>(here.varnames.size());
    const auto [entry, fresh] = here.varnames.try_emplace(full, next);
    if (fresh) here.code->varnames.push_back(full);
    add(pick(Opcode::LOAD_FAST, Opcode::STORE_FAST, Opcode::DELETE_FAST), entry->second);
  } else if (binding == Binding::GlobalExplicit ||
             (binding == Binding::GlobalImplicit && function)) {
    add_plain_name(pick(Opcode::LOAD_GLOBAL, Opcode::STORE_GLOBAL, Opcode::DELETE_GLOBAL), full);
  } else {
    add_plain_name(pick(Opcode::LOAD_NAME, Opcode::STORE_NAME, Opcode::DELETE_NAME), full);
  }
}

}  // namespace interleave::lang
