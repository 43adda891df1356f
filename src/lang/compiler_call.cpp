// Calls: plain, of methods, with keywords, with * and **.

#include <algorithm>

#include "lang/compiler_impl.h"

namespace interleave::lang {

namespace {

bool needs_unpacking(const Seq<Expr*>& args, const Seq<Keyword*>& keywords) {
  return std::any_of(args.begin(), args.end(),
                     [](const Expr* arg) { return arg->kind == NodeKind::Starred; }) ||
         std::any_of(keywords.begin(), keywords.end(),
                     [](const Keyword* keyword) { return keyword->arg.empty(); });
}

}  // namespace

bool Compiler::check_keywords(const Seq<Keyword*>& keywords) {
  for (std::size_t i = 0; i < keywords.size; ++i) {
    const Keyword* keyword = keywords[i];
    if (keyword->arg.empty()) continue;
    if (keyword->arg == "__debug__") {
      fail_here("cannot assign to __debug__");
      return false;
    }
    for (std::size_t j = i + 1; j < keywords.size; ++j) {
      if (keywords[j]->arg == keyword->arg) {
        fail(keywords[j]->pos, "keyword argument repeated: " + std::string(keyword->arg));
        return false;
      }
    }
  }
  return true;
}

void Compiler::call(const Call* expr) {
  if (!check_keywords(expr->keywords) || method_call(expr)) return;
  expression(expr->func);
  const CodePosition outer = unit().place;
  set_place(expr->func);
  add(Opcode::PUSH_NULL);
  unit().place = outer;
  call_with(0, expr->args, expr->keywords);
}

// `obj.name(…)` needs no bound method. False: not of that form.
bool Compiler::method_call(const Call* expr) {
  const auto* method = try_as<Attribute>(expr->func);
  const std::size_t values = expr->args.size + expr->keywords.size;
  if (method == nullptr || values + (expr->keywords.empty() ? 0 : 1) >= kStackUse ||
      needs_unpacking(expr->args, expr->keywords)) {
    return false;
  }
  expression(method->value);
  const CodePosition outer = unit().place;
  set_place(method);
  start_at_attribute(method);
  add_name(Opcode::LOAD_METHOD, method->attr);
  unit().place = outer;
  expressions(expr->args);
  for (const Keyword* keyword : expr->keywords) expression(keyword->value);
  start_at_attribute(method);
  if (expr->keywords.empty()) {
    add(Opcode::CALL, static_cast<std::uint32_t>(values));
  } else {
    keyword_names(expr->keywords);
    add(Opcode::CALL_KW, static_cast<std::uint32_t>(values));
  }
  unit().place = outer;
  return true;
}

void Compiler::keyword_names(const Seq<Keyword*>& keywords) {
  CodeConstant names = make_constant(Kind::Tuple);
  for (const Keyword* keyword : keywords) names.items.push_back(make_str(keyword->arg));
  load(std::move(names));
}

// On the stack: the callable, its empty self, and `pushed` arguments.
void Compiler::call_with(std::uint32_t pushed, const Seq<Expr*>& args,
                         const Seq<Keyword*>& keywords) {
  if (args.size + keywords.size * 2 > kStackUse || needs_unpacking(args, keywords)) {
    call_unpacking(pushed, args, keywords);
    return;
  }
  expressions(args);
  const auto values = static_cast<std::uint32_t>(pushed + args.size + keywords.size);
  if (keywords.empty()) {
    add(Opcode::CALL, values);
    return;
  }
  for (const Keyword* keyword : keywords) expression(keyword->value);
  keyword_names(keywords);
  add(Opcode::CALL_KW, values);
}

void Compiler::call_unpacking(std::uint32_t pushed, const Seq<Expr*>& args,
                              const Seq<Keyword*>& keywords) {
  if (pushed == 0 && args.size == 1 && args[0]->kind == NodeKind::Starred) {
    expression(as<Starred>(args[0])->value);
  } else {
    build(args, pushed, {Opcode::BUILD_LIST, Opcode::LIST_APPEND, Opcode::LIST_EXTEND, true});
  }
  if (keywords.empty()) {
    add(Opcode::CALL_EX, 0);
    return;
  }
  std::size_t pending = 0;
  bool built = false;
  const auto flush = [&](std::size_t end) {
    part_of_keywords(keywords, end - pending, end);
    if (built) add(Opcode::DICT_MERGE, 1);
    built = true;
    pending = 0;
  };
  for (std::size_t i = 0; i < keywords.size; ++i) {
    if (!keywords[i]->arg.empty()) {
      ++pending;
      continue;
    }
    if (pending != 0) flush(i);
    if (!built) add(Opcode::BUILD_MAP, 0);
    built = true;
    expression(keywords[i]->value);
    add(Opcode::DICT_MERGE, 1);
  }
  if (pending != 0) flush(keywords.size);
  add(Opcode::CALL_EX, kCallExKeywords);
}

void Compiler::part_of_keywords(const Seq<Keyword*>& keywords, std::size_t begin, std::size_t end) {
  const auto count = static_cast<std::uint32_t>(end - begin);
  const bool big = count * 2 > kStackUse;
  if (count > 1 && !big) {
    CodeConstant names = make_constant(Kind::Tuple);
    for (std::size_t i = begin; i < end; ++i) {
      expression(keywords[i]->value);
      names.items.push_back(make_str(keywords[i]->arg));
    }
    load(std::move(names));
    add(Opcode::BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (big) add(Opcode::BUILD_MAP, 0);
  for (std::size_t i = begin; i < end; ++i) {
    load_text(keywords[i]->arg);
    expression(keywords[i]->value);
    if (big) add(Opcode::MAP_ADD, 1);
  }
  if (!big) add(Opcode::BUILD_MAP, count);
}

}  // namespace interleave::lang
