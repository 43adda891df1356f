#include "lang/symtable.h"

#include <algorithm>

namespace interleave::lang {

namespace {

using NameSet = std::unordered_set<std::string>;

std::string quoted(std::string_view name) { return "'" + std::string(name) + "'"; }

}  // namespace

Diagnostic syntax_error_at(const Position& pos, std::string message) {
  Diagnostic diagnostic;
  diagnostic.message = std::move(message);
  diagnostic.line = pos.line;
  diagnostic.col = pos.col + 1;
  diagnostic.end_line = pos.end_line;
  diagnostic.end_col = pos.end_col + 1;
  return diagnostic;
}

std::string mangle(std::string_view class_name, std::string_view name) {
  const bool is_private = name.size() > 2 && name.substr(0, 2) == "__" && !name.ends_with("__") &&
                          name.find('.') == std::string_view::npos;
  if (!is_private) return std::string(name);
  const std::size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return std::string(name);
  return "_" + std::string(class_name.substr(first)) + std::string(name);
}

Binding Scope::binding_of(const std::string& name) const {
  const auto found = symbols.find(name);
  return found == symbols.end() ? Binding::GlobalImplicit : found->second.binding;
}

std::vector<std::string> Scope::cell_names() const {
  std::vector<std::string> result;
  for (const auto& [name, symbol] : symbols) {
    if (symbol.binding == Binding::Cell) result.push_back(name);
  }
  if (needs_class_cell) result.push_back("__class__");
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> Scope::free_names() const {
  std::vector<std::string> result;
  for (const auto& [name, symbol] : symbols) {
    if (symbol.binding == Binding::Free || (symbol.flags & kDefFreeClass) != 0) {
      result.push_back(name);
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

const Scope& SymbolTable::scope_of(const Node* node) const { return *by_node_.find(node)->second; }

// First pass: walks the tree and records, per scope, what is done with every name.
class ScopeFinder {
 public:
  ScopeFinder(SymbolTable& table, bool future_annotations)
      : table_(table), future_annotations_(future_annotations) {}

  std::optional<Diagnostic> run(const Module& module) {
    enter(ScopeKind::Module, &module);
    statements(module.body);
    return std::move(error_);
  }

 private:
  void fail(const Position& pos, std::string message) {
    if (!error_) error_ = syntax_error_at(pos, std::move(message));
  }

  void enter(ScopeKind kind, const Node* node) {
    auto scope = std::make_unique<Scope>();
    scope->kind = kind;
    scope->node = node;
    scope->parent = current_;
    if (current_ != nullptr) {
      scope->nested = current_->nested || current_->is_function();
      current_->children.push_back(scope.get());
    }
    current_ = scope.get();
    // No walrus within an iterated expression, not even in a lambda or comprehension in it.
    comp_states_.push_back({false, comp_states_.empty() ? 0 : comp_states_.back().in_iter});
    table_.by_node_.emplace(node, scope.get());
    table_.scopes_.push_back(std::move(scope));
  }

  void leave() {
    current_ = current_->parent;
    comp_states_.pop_back();
  }

  std::uint32_t flags_of(const Scope& scope, std::string_view name) const {
    const auto found = scope.symbols.find(mangle(private_, name));
    return found == scope.symbols.end() ? 0 : found->second.flags;
  }

  void add(std::string_view name, std::uint32_t flag, const Position& pos) {
    add_to(*current_, name, flag, pos);
  }

  void add_to(Scope& scope, std::string_view name, std::uint32_t flag, const Position& pos) {
    std::string mangled = mangle(private_, name);
    const auto [entry, fresh] = scope.symbols.try_emplace(mangled);
    std::uint32_t& flags = entry->second.flags;
    if (fresh) scope.names.push_back(mangled);
    if ((flag & flags & kDefParam) != 0) {
      fail(pos, "duplicate argument " + quoted(name) + " in function definition");
      return;
    }
    flags |= flag;
    if (comp_states_.back().in_target) {
      if ((flags & (kDefGlobal | kDefNonlocal)) != 0) {
        fail(pos,
             "comprehension inner loop cannot rebind assignment expression target " + quoted(name));
        return;
      }
      flags |= kDefCompIter;
    }
    if ((flag & kDefParam) != 0) {
      scope.parameters.push_back(mangled);
    } else if ((flag & kDefGlobal) != 0 && &scope != table_.scopes_.front().get()) {
      Scope& module = *table_.scopes_.front();
      const auto [global, is_new] = module.symbols.try_emplace(mangled);
      if (is_new) module.names.push_back(mangled);
      global->second.flags |= flag;
    }
  }

  // --- statements
  void statements(const Seq<Stmt*>& list) {
    for (const Stmt* stmt : list) {
      if (error_) return;
      statement(stmt);
    }
  }

  void expressions(const Seq<Expr*>& list) {
    for (const Expr* expr : list) {
      if (expr != nullptr) expression(expr);
    }
  }

  void optional(const Expr* expr) {
    if (expr != nullptr) expression(expr);
  }

  void keywords(const Seq<Keyword*>& list) {
    for (const Keyword* keyword : list) expression(keyword->value);
  }

  void statement(const Stmt* stmt);
  void definition(const Stmt* stmt);
  void compound(const Stmt* stmt);
  void function_def(const FunctionDef* def);
  void class_def(const ClassDef* def);
  void annotated(const AnnAssign* stmt);
  void import(const Seq<Alias*>& names);
  void directive(const Seq<Identifier>& names, bool global, const Position& pos);
  void with(const With* stmt);
  void try_statement(const Try* stmt);
  void match(const Match* stmt);
  void pattern(const Pattern* pattern);
  void parameters(const Arguments* args);
  void annotations(const FunctionDef* def);
  void annotation(const Expr* expr);
  void annotation_of(const Arg* arg) {
    if (arg != nullptr && arg->annotation != nullptr) annotation(arg->annotation);
  }

  // --- expressions
  void expression(const Expr* expr);
  void containers(const Expr* expr);
  void named(const NamedExpr* expr);
  void extend_named(const Name* target);
  void lambda(const Lambda* expr);
  void yielding(const Expr* expr, const Expr* value);
  void name(const Name* expr);
  void comprehension(const Expr* expr, const Seq<Comprehension*>& generators, const Expr* element,
                     const Expr* value);

  struct ComprehensionState {
    bool in_target = false;  // within a loop variable
    int in_iter = 0;         // within the expression iterated over
  };

  SymbolTable& table_;
  bool future_annotations_;
  Scope* current_ = nullptr;
  std::string private_;                          // name of the innermost class
  std::vector<ComprehensionState> comp_states_;  // one per open scope
  std::optional<Diagnostic> error_;
};

void ScopeFinder::statement(const Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::FunctionDef:
    case NodeKind::ClassDef:
    case NodeKind::AsyncFunctionDef:
    case NodeKind::AsyncFor:
    case NodeKind::AsyncWith:
    case NodeKind::TypeAlias: definition(stmt); return;
    case NodeKind::Return: optional(as<Return>(stmt)->value); return;
    case NodeKind::Delete: expressions(as<Delete>(stmt)->targets); return;
    case NodeKind::Assign:
      expressions(as<Assign>(stmt)->targets);
      expression(as<Assign>(stmt)->value);
      return;
    case NodeKind::AugAssign:
      expression(as<AugAssign>(stmt)->target);
      expression(as<AugAssign>(stmt)->value);
      return;
    case NodeKind::AnnAssign: annotated(as<AnnAssign>(stmt)); return;
    case NodeKind::Raise:
      optional(as<Raise>(stmt)->exc);
      optional(as<Raise>(stmt)->cause);
      return;
    case NodeKind::Assert:
      expression(as<Assert>(stmt)->test);
      optional(as<Assert>(stmt)->msg);
      return;
    case NodeKind::Import: import(as<Import>(stmt)->names); return;
    case NodeKind::ImportFrom: import(as<ImportFrom>(stmt)->names); return;
    case NodeKind::Global: directive(as<Global>(stmt)->names, true, stmt->pos); return;
    case NodeKind::Nonlocal: directive(as<Nonlocal>(stmt)->names, false, stmt->pos); return;
    case NodeKind::ExprStmt: expression(as<ExprStmt>(stmt)->value); return;
    default: compound(stmt); return;
  }
}

void ScopeFinder::definition(const Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::FunctionDef: function_def(as<FunctionDef>(stmt)); return;
    case NodeKind::ClassDef: class_def(as<ClassDef>(stmt)); return;
    case NodeKind::AsyncFunctionDef: fail(stmt->pos, "'async def' is not supported"); return;
    case NodeKind::AsyncFor: fail(stmt->pos, "'async for' is not supported"); return;
    case NodeKind::AsyncWith: fail(stmt->pos, "'async with' is not supported"); return;
    default: fail(stmt->pos, "'type' statements are not supported"); return;
  }
}

void ScopeFinder::compound(const Stmt* stmt) {
  switch (stmt->kind) {
    case NodeKind::For: {
      const auto* loop = as<For>(stmt);
      expression(loop->target);
      expression(loop->iter);
      statements(loop->body);
      statements(loop->orelse);
      return;
    }
    case NodeKind::While:
      expression(as<While>(stmt)->test);
      statements(as<While>(stmt)->body);
      statements(as<While>(stmt)->orelse);
      return;
    case NodeKind::If:
      expression(as<If>(stmt)->test);
      statements(as<If>(stmt)->body);
      statements(as<If>(stmt)->orelse);
      return;
    case NodeKind::With: with(as<With>(stmt)); return;
    case NodeKind::Match: match(as<Match>(stmt)); return;
    case NodeKind::Try:
    case NodeKind::TryStar: try_statement(as<Try>(stmt)); return;
    default: return;  // pass, break, continue
  }
}

void ScopeFinder::function_def(const FunctionDef* def) {
  add(def->name, kDefLocal, def->pos);
  expressions(def->args->defaults);
  expressions(def->args->kw_defaults);
  annotations(def);
  expressions(def->decorator_list);
  enter(ScopeKind::Function, def);
  parameters(def->args);
  statements(def->body);
  leave();
}

void ScopeFinder::class_def(const ClassDef* def) {
  add(def->name, kDefLocal, def->pos);
  expressions(def->bases);
  keywords(def->keywords);
  expressions(def->decorator_list);
  enter(ScopeKind::Class, def);
  std::string outer = std::exchange(private_, std::string(def->name));
  statements(def->body);
  private_ = std::move(outer);
  leave();
}

void ScopeFinder::annotations(const FunctionDef* def) {
  for (const Arg* arg : def->args->posonlyargs) annotation_of(arg);
  for (const Arg* arg : def->args->args) annotation_of(arg);
  annotation_of(def->args->vararg);
  annotation_of(def->args->kwarg);
  for (const Arg* arg : def->args->kwonlyargs) annotation_of(arg);
  if (def->returns != nullptr) annotation(def->returns);
}

void ScopeFinder::annotation(const Expr* expr) {
  if (!future_annotations_) {
    expression(expr);
    return;
  }
  // A scope to forget: its names mean nothing to the program.
  enter(ScopeKind::Lambda, expr);
  current_->annotation = true;
  expression(expr);
  current_->parent->children.pop_back();
  leave();
}

void ScopeFinder::parameters(const Arguments* args) {
  for (const Arg* arg : args->posonlyargs) add(arg->name, kDefParam, arg->pos);
  for (const Arg* arg : args->args) add(arg->name, kDefParam, arg->pos);
  for (const Arg* arg : args->kwonlyargs) add(arg->name, kDefParam, arg->pos);
  if (args->vararg != nullptr) add(args->vararg->name, kDefParam, args->vararg->pos);
  if (args->kwarg != nullptr) add(args->kwarg->name, kDefParam, args->kwarg->pos);
}

void ScopeFinder::annotated(const AnnAssign* stmt) {
  if (const auto* target = try_as<Name>(stmt->target)) {
    const std::uint32_t flags = flags_of(*current_, target->id);
    if ((flags & (kDefGlobal | kDefNonlocal)) != 0 && current_->parent != nullptr && stmt->simple) {
      fail(stmt->pos, "annotated name " + quoted(target->id) + " can't be " +
                          ((flags & kDefGlobal) != 0 ? "global" : "nonlocal"));
      return;
    }
    if (stmt->simple) {
      add(target->id, kDefAnnotation | kDefLocal, stmt->target->pos);
    } else if (stmt->value != nullptr) {
      add(target->id, kDefLocal, stmt->target->pos);
    }
  } else {
    expression(stmt->target);
  }
  annotation(stmt->annotation);
  optional(stmt->value);
}

void ScopeFinder::import(const Seq<Alias*>& names) {
  for (const Alias* alias : names) {
    if (alias->name == "*") {
      if (current_->kind != ScopeKind::Module) {
        fail(alias->pos, "import * only allowed at module level");
      }
      return;
    }
    std::string_view bound = alias->asname.empty() ? alias->name : alias->asname;
    add(bound.substr(0, bound.find('.')), kDefImport, alias->pos);
  }
}

void ScopeFinder::directive(const Seq<Identifier>& names, bool global, const Position& pos) {
  const std::string word = global ? "global" : "nonlocal";
  for (const Identifier name : names) {
    const std::uint32_t flags = flags_of(*current_, name);
    if ((flags & (kDefParam | kDefLocal | kUse | kDefAnnotation)) != 0) {
      std::string message = "name " + quoted(name);
      if ((flags & kDefParam) != 0) {
        message += " is parameter and " + word;
      } else if ((flags & kUse) != 0) {
        message += " is used prior to " + word + " declaration";
      } else if ((flags & kDefAnnotation) != 0) {
        message = "annotated name " + quoted(name) + " can't be " + word;
      } else {
        message += " is assigned to before " + word + " declaration";
      }
      fail(pos, std::move(message));
      return;
    }
    add(name, global ? kDefGlobal : kDefNonlocal, pos);
    current_->directives.emplace_back(mangle(private_, name), pos);
  }
}

void ScopeFinder::with(const With* stmt) {
  for (const WithItem* item : stmt->items) {
    expression(item->context_expr);
    optional(item->optional_vars);
  }
  statements(stmt->body);
}

void ScopeFinder::try_statement(const Try* stmt) {
  statements(stmt->body);
  statements(stmt->orelse);
  for (const ExceptHandler* handler : stmt->handlers) {
    optional(handler->type);
    if (!handler->name.empty()) add(handler->name, kDefLocal, handler->pos);
    statements(handler->body);
  }
  statements(stmt->finalbody);
}

void ScopeFinder::match(const Match* stmt) {
  expression(stmt->subject);
  for (const MatchCase* match_case : stmt->cases) {
    pattern(match_case->pattern);
    optional(match_case->guard);
    statements(match_case->body);
  }
}

void ScopeFinder::pattern(const Pattern* pattern) {
  const auto all = [this](const Seq<Pattern*>& patterns) {
    for (const Pattern* inner : patterns) this->pattern(inner);
  };
  const auto bind = [this, pattern](Identifier name) {
    if (!name.empty()) add(name, kDefLocal, pattern->pos);
  };
  switch (pattern->kind) {
    case NodeKind::MatchValue: expression(as<MatchValue>(pattern)->value); return;
    case NodeKind::MatchSequence: all(as<MatchSequence>(pattern)->patterns); return;
    case NodeKind::MatchStar: bind(as<MatchStar>(pattern)->name); return;
    case NodeKind::MatchMapping:
      expressions(as<MatchMapping>(pattern)->keys);
      all(as<MatchMapping>(pattern)->patterns);
      bind(as<MatchMapping>(pattern)->rest);
      return;
    case NodeKind::MatchClass:
      expression(as<MatchClass>(pattern)->cls);
      all(as<MatchClass>(pattern)->patterns);
      all(as<MatchClass>(pattern)->kwd_patterns);
      return;
    case NodeKind::MatchAs:
      if (as<MatchAs>(pattern)->pattern != nullptr) this->pattern(as<MatchAs>(pattern)->pattern);
      bind(as<MatchAs>(pattern)->name);
      return;
    case NodeKind::MatchOr: all(as<MatchOr>(pattern)->patterns); return;
    default: return;
  }
}

void ScopeFinder::expression(const Expr* expr) {
  if (error_) return;
  switch (expr->kind) {
    case NodeKind::BoolOp: expressions(as<BoolOp>(expr)->values); return;
    case NodeKind::NamedExpr: named(as<NamedExpr>(expr)); return;
    case NodeKind::BinOp:
      expression(as<BinOp>(expr)->left);
      expression(as<BinOp>(expr)->right);
      return;
    case NodeKind::UnaryOp: expression(as<UnaryOp>(expr)->operand); return;
    case NodeKind::Lambda: lambda(as<Lambda>(expr)); return;
    case NodeKind::IfExp:
      expression(as<IfExp>(expr)->test);
      expression(as<IfExp>(expr)->body);
      expression(as<IfExp>(expr)->orelse);
      return;
    case NodeKind::Await: fail(expr->pos, "'await' is not supported"); return;
    case NodeKind::Yield: yielding(expr, as<Yield>(expr)->value); return;
    case NodeKind::YieldFrom: yielding(expr, as<YieldFrom>(expr)->value); return;
    case NodeKind::Compare:
      expression(as<Compare>(expr)->left);
      expressions(as<Compare>(expr)->comparators);
      return;
    case NodeKind::Call:
      expression(as<Call>(expr)->func);
      expressions(as<Call>(expr)->args);
      keywords(as<Call>(expr)->keywords);
      return;
    case NodeKind::FormattedValue:
      expression(as<FormattedValue>(expr)->value);
      optional(as<FormattedValue>(expr)->format_spec);
      return;
    case NodeKind::JoinedStr: expressions(as<JoinedStr>(expr)->values); return;
    case NodeKind::Attribute: expression(as<Attribute>(expr)->value); return;
    case NodeKind::Name: name(as<Name>(expr)); return;
    default: containers(expr); return;
  }
}

void ScopeFinder::containers(const Expr* expr) {
  switch (expr->kind) {
    case NodeKind::Dict:
      expressions(as<Dict>(expr)->keys);
      expressions(as<Dict>(expr)->values);
      return;
    case NodeKind::Set: expressions(as<Set>(expr)->elts); return;
    case NodeKind::List: expressions(as<List>(expr)->elts); return;
    case NodeKind::Tuple: expressions(as<Tuple>(expr)->elts); return;
    case NodeKind::Starred: expression(as<Starred>(expr)->value); return;
    case NodeKind::Subscript:
      expression(as<Subscript>(expr)->value);
      expression(as<Subscript>(expr)->slice);
      return;
    case NodeKind::Slice:
      optional(as<Slice>(expr)->lower);
      optional(as<Slice>(expr)->upper);
      optional(as<Slice>(expr)->step);
      return;
    case NodeKind::ListComp:
      comprehension(expr, as<ListComp>(expr)->generators, as<ListComp>(expr)->elt, nullptr);
      return;
    case NodeKind::SetComp:
      comprehension(expr, as<SetComp>(expr)->generators, as<SetComp>(expr)->elt, nullptr);
      return;
    case NodeKind::DictComp:
      comprehension(expr, as<DictComp>(expr)->generators, as<DictComp>(expr)->key,
                    as<DictComp>(expr)->value);
      return;
    case NodeKind::GeneratorExp:
      comprehension(expr, as<GeneratorExp>(expr)->generators, as<GeneratorExp>(expr)->elt, nullptr);
      return;
    default: return;  // constants
  }
}

void ScopeFinder::named(const NamedExpr* expr) {
  if (current_->annotation) {
    fail(expr->pos, "'named expression' can not be used within an annotation");
    return;
  }
  if (comp_states_.back().in_iter > 0) {
    fail(expr->pos, "assignment expression cannot be used in a comprehension iterable expression");
    return;
  }
  if (current_->kind == ScopeKind::Comprehension) extend_named(as<Name>(expr->target));
  expression(expr->value);
  expression(expr->target);
}

// A walrus in a comprehension binds in the scope around all comprehensions.
void ScopeFinder::extend_named(const Name* target) {
  for (Scope* scope = current_; scope != nullptr; scope = scope->parent) {
    if (scope->kind == ScopeKind::Comprehension) {
      if ((flags_of(*scope, target->id) & kDefCompIter) != 0) {
        fail(target->pos, "assignment expression cannot rebind comprehension iteration variable " +
                              quoted(target->id));
        return;
      }
      continue;
    }
    if (scope->kind == ScopeKind::Class) {
      fail(target->pos,
           "assignment expression within a comprehension cannot be used in a class body");
      return;
    }
    const bool module = scope->kind == ScopeKind::Module;
    const bool global = module || (flags_of(*scope, target->id) & kDefGlobal) != 0;
    add(target->id, global ? kDefGlobal : kDefNonlocal, target->pos);
    current_->directives.emplace_back(mangle(private_, target->id), target->pos);
    add_to(*scope, target->id, module ? kDefGlobal : kDefLocal, target->pos);
    return;
  }
}

void ScopeFinder::lambda(const Lambda* expr) {
  expressions(expr->args->defaults);
  expressions(expr->args->kw_defaults);
  enter(ScopeKind::Lambda, expr);
  parameters(expr->args);
  expression(expr->body);
  leave();
}

void ScopeFinder::yielding(const Expr* expr, const Expr* value) {
  if (current_->annotation) {
    fail(expr->pos, "'yield expression' can not be used within an annotation");
    return;
  }
  optional(value);
  current_->generator = true;
  if (current_->kind != ScopeKind::Comprehension) return;
  switch (current_->node->kind) {
    case NodeKind::ListComp: fail(expr->pos, "'yield' inside list comprehension"); return;
    case NodeKind::SetComp: fail(expr->pos, "'yield' inside set comprehension"); return;
    case NodeKind::DictComp: fail(expr->pos, "'yield' inside dict comprehension"); return;
    default: fail(expr->pos, "'yield' inside generator expression"); return;
  }
}

void ScopeFinder::name(const Name* expr) {
  add(expr->id, expr->ctx == ExprContext::Load ? kUse : kDefLocal, expr->pos);
  // super() without arguments finds its class through the cell of __class__.
  if (expr->ctx == ExprContext::Load && current_->is_function() && expr->id == "super") {
    add("__class__", kUse, expr->pos);
  }
}

void ScopeFinder::comprehension(const Expr* expr, const Seq<Comprehension*>& generators,
                                const Expr* element, const Expr* value) {
  const auto iterate_over = [this](const Expr* iter) {
    ++comp_states_.back().in_iter;
    expression(iter);
    --comp_states_.back().in_iter;
  };
  for (const Comprehension* generator : generators) {
    if (generator->is_async) fail(expr->pos, "asynchronous comprehensions are not supported");
  }
  iterate_over(generators[0]->iter);
  enter(ScopeKind::Comprehension, expr);
  current_->generator = expr->kind == NodeKind::GeneratorExp;
  add(".0", kDefParam, expr->pos);
  for (std::size_t i = 0; i < generators.size; ++i) {
    const Comprehension* generator = generators[i];
    comp_states_.back().in_target = true;
    expression(generator->target);
    comp_states_.back().in_target = false;
    if (i > 0) iterate_over(generator->iter);
    expressions(generator->ifs);
  }
  optional(value);
  expression(element);
  leave();
}

// Second pass: decides, from the outside in and back, what each name means.
class ScopeAnalyzer {
 public:
  std::optional<Diagnostic> run(Scope& module) {
    NameSet global;
    analyze(module, nullptr, global);
    return std::move(error_);
  }

 private:
  // `bound` holds the enclosing functions' variables, null at module level; returns the names that
  // the scope and those in it need from outside.
  NameSet analyze(Scope& scope, const NameSet* bound, const NameSet& global);
  void decide(Scope& scope, const std::string& name, NameSet* bound, NameSet& local, NameSet& free,
              NameSet& global);
  void fail_at_directive(const Scope& scope, const std::string& name, std::string message);
  static void adopt_free(Scope& scope, const NameSet* bound, const NameSet& free);

  std::optional<Diagnostic> error_;
};

void ScopeAnalyzer::fail_at_directive(const Scope& scope, const std::string& name,
                                      std::string message) {
  if (error_) return;
  for (const auto& [directive, pos] : scope.directives) {
    if (directive == name) {
      error_ = syntax_error_at(pos, std::move(message));
      return;
    }
  }
  error_ = syntax_error_at(scope.node->pos, std::move(message));
}

void ScopeAnalyzer::decide(Scope& scope, const std::string& name, NameSet* bound, NameSet& local,
                           NameSet& free, NameSet& global) {
  Symbol& symbol = scope.symbols.find(name)->second;
  if ((symbol.flags & kDefGlobal) != 0) {
    if ((symbol.flags & kDefNonlocal) != 0) {
      fail_at_directive(scope, name, "name " + quoted(name) + " is nonlocal and global");
    }
    symbol.binding = Binding::GlobalExplicit;
    global.insert(name);
    if (bound != nullptr) bound->erase(name);
  } else if ((symbol.flags & kDefNonlocal) != 0) {
    if (bound == nullptr) {
      fail_at_directive(scope, name, "nonlocal declaration not allowed at module level");
    } else if (!bound->contains(name)) {
      fail_at_directive(scope, name, "no binding for nonlocal " + quoted(name) + " found");
    }
    symbol.binding = Binding::Free;
    free.insert(name);
  } else if ((symbol.flags & kDefBound) != 0) {
    symbol.binding = Binding::Local;
    local.insert(name);
    global.erase(name);
  } else if (bound != nullptr && bound->contains(name)) {
    symbol.binding = Binding::Free;
    free.insert(name);
  } else {
    symbol.binding = Binding::GlobalImplicit;
  }
}

NameSet ScopeAnalyzer::analyze(Scope& scope, const NameSet* outer_bound,
                               const NameSet& outer_global) {
  NameSet global = outer_global;
  NameSet bound = outer_bound != nullptr ? *outer_bound : NameSet{};
  NameSet* const bound_here = outer_bound != nullptr ? &bound : nullptr;
  NameSet local;
  NameSet free;
  const bool is_class = scope.kind == ScopeKind::Class;
  // What a class binds or declares does not reach the functions in it.
  NameSet inner_bound = is_class ? bound : NameSet{};
  NameSet inner_global = is_class ? global : NameSet{};
  for (const std::string& name : scope.names) {
    decide(scope, name, bound_here, local, free, global);
    if (error_) return free;
  }
  if (is_class) {
    inner_bound.insert("__class__");
  } else {
    inner_bound = bound;
    if (scope.is_function()) inner_bound.insert(local.begin(), local.end());
    inner_global = global;
  }
  NameSet inner_free;
  for (Scope* child : scope.children) {
    inner_free.merge(analyze(*child, &inner_bound, inner_global));
    if (error_) return free;
  }
  if (scope.is_function()) {
    for (const std::string& name : local) {
      if (inner_free.erase(name) != 0) scope.symbols.find(name)->second.binding = Binding::Cell;
    }
  } else if (is_class && inner_free.erase("__class__") != 0) {
    scope.needs_class_cell = true;
  }
  adopt_free(scope, bound_here, inner_free);
  free.merge(inner_free);
  return free;
}

// Names that only inner scopes use pass through this one.
void ScopeAnalyzer::adopt_free(Scope& scope, const NameSet* bound, const NameSet& free) {
  for (const std::string& name : free) {
    const auto found = scope.symbols.find(name);
    if (found != scope.symbols.end()) {
      if (scope.kind == ScopeKind::Class && (found->second.flags & (kDefBound | kDefGlobal)) != 0) {
        found->second.flags |= kDefFreeClass;
      }
      continue;
    }
    if (bound != nullptr && !bound->contains(name)) continue;
    scope.symbols.emplace(name, Symbol{0, Binding::Free});
    scope.names.push_back(name);
  }
}

std::optional<Diagnostic> SymbolTable::build(const Module& module, bool future_annotations) {
  if (auto error = ScopeFinder(*this, future_annotations).run(module)) return error;
  return ScopeAnalyzer().run(*scopes_.front());
}

}  // namespace interleave::lang
