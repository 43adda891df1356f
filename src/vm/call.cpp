#include "vm/call.h"

#include <algorithm>
#include <string>

#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// 'a', 'b', and 'c' as CPython lists names.
std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += names.size() == 2 ? " and " : i + 1 == names.size() ? ", and " : ", ";
    text += "'" + names[i] + "'";
  }
  return text;
}

/// One call's arguments on their way into a frame.
class Binder {
 public:
  Binder(VmThread& t, Function* function, const Args& args, Value* regs)
      : t_(t), function_(function), code_(*function->code->code), args_(args), regs_(regs) {}
  bool bind();

 private:
  bool bind_positional();
  bool bind_keywords();
  bool bind_keyword(Str* name, Value value, Dict* extra);
  bool fill_defaults();
  bool fill_keyword_only();
  bool raise_too_many();
  bool raise_missing(const std::vector<std::string>& names, const char* kind);
  bool raise_positional_only_as_keyword();
  std::string name() const { return utf8(static_cast<Str*>(function_->qualname.load().object())); }
  std::uint32_t keyword_index(Str* name) const;
  bool has(std::uint32_t flag) const { return (code_.flags & flag) != 0; }
  Tuple* defaults() const {
    const Value d = function_->defaults.load();
    return d.is_object() && d.object()->type->kind == Kind::Tuple ? static_cast<Tuple*>(d.object())
                                                                  : nullptr;
  }

  VmThread& t_;
  Function* function_;
  const lang::Code& code_;
  const Args& args_;
  Value* regs_;
};

constexpr std::uint32_t kNotFound = 0xFFFFFFFFu;

bool Binder::bind() {
  const std::uint32_t plain = code_.argcount + code_.kwonlyargcount;
  std::fill(regs_, regs_ + function_->code->parameters, Value());
  if (!bind_positional()) return false;
  if (has(lang::kVarKeywords) || args_.kw_count() > 0) {
    if (!bind_keywords()) return false;
  }
  if (args_.n > code_.argcount && !has(lang::kVarArgs)) return raise_too_many();
  if (has(lang::kVarArgs)) {
    const std::uint32_t extra = args_.n > code_.argcount ? args_.n - code_.argcount : 0;
    regs_[plain] = tuple_from(t_, args_.v + (args_.n - extra), extra);
  }
  return fill_defaults() && fill_keyword_only();
}

bool Binder::bind_positional() {
  const std::uint32_t n = std::min(args_.n, code_.argcount);
  std::copy(args_.v, args_.v + n, regs_);
  return true;
}

std::uint32_t Binder::keyword_index(Str* name) const {
  const std::vector<Str*>& names = function_->code->parameter_names;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end())
    return code_.posonlyargcount + static_cast<std::uint32_t>(found - names.begin());
  if ((name->flags & kInterned) != 0) return kNotFound;
  return keyword_index(t_.vm.intern(name));
}

bool Binder::bind_keyword(Str* key, Value value, Dict* extra) {
  const std::uint32_t index = keyword_index(key);
  if (index != kNotFound) {
    if (!regs_[index].empty()) {
      raise_type_error(t_, "%s() got multiple values for argument '%s'", name().c_str(),
                       utf8(key).c_str());
      return false;
    }
    regs_[index] = value;
    return true;
  }
  if (extra != nullptr) {
    dict_set_str(t_, extra, key, value);
    return true;
  }
  if (raise_positional_only_as_keyword()) return false;
  raise_type_error(t_, "%s() got an unexpected keyword argument '%s'", name().c_str(),
                   utf8(key).c_str());
  return false;
}

bool Binder::bind_keywords() {
  Dict* extra = nullptr;
  if (has(lang::kVarKeywords)) {
    extra = dict_new(t_);
    regs_[code_.argcount + code_.kwonlyargcount + (has(lang::kVarArgs) ? 1 : 0)] = extra;
  }
  for (std::uint32_t i = 0; i < args_.kw_count(); ++i) {
    const Value key = args_.kw_names->items()[i];
    if (!is_str(key)) {
      raise_type_error(t_, "keywords must be strings");
      return false;
    }
    if (!bind_keyword(as_str(key), args_.v[args_.n + i], extra)) return false;
  }
  return true;
}

/// True if that was the mistake, and it is raised.
bool Binder::raise_positional_only_as_keyword() {
  std::string names;
  for (std::uint32_t i = 0; i < code_.posonlyargcount; ++i) {
    for (std::uint32_t k = 0; k < args_.kw_count(); ++k) {
      if (utf8(as_str(args_.kw_names->items()[k])) != code_.varnames[i]) continue;
      names += (names.empty() ? "" : ", ") + code_.varnames[i];
    }
  }
  if (names.empty()) return false;
  raise_type_error(t_, "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                   name().c_str(), names.c_str());
  return true;
}

bool Binder::raise_too_many() {
  const Tuple* d = defaults();
  const std::uint32_t optional = d != nullptr ? d->size : 0;
  std::string takes = std::to_string(code_.argcount);
  if (optional > 0) {
    takes = "from " + std::to_string(code_.argcount - optional) + " to " + takes;
  }
  std::uint32_t keyword_only = 0;
  for (std::uint32_t i = 0; i < code_.kwonlyargcount; ++i) {
    if (!regs_[code_.argcount + i].empty()) ++keyword_only;
  }
  std::string given = std::to_string(args_.n);
  if (keyword_only > 0) {
    given += std::string(" positional argument") + (args_.n != 1 ? "s" : "") + " (and " +
             std::to_string(keyword_only) + " keyword-only argument" +
             (keyword_only != 1 ? "s" : "") + ")";
  }
  const bool plural = optional > 0 || code_.argcount != 1;
  raise_type_error(t_, "%s() takes %s positional argument%s but %s %s given", name().c_str(),
                   takes.c_str(), plural ? "s" : "", given.c_str(),
                   args_.n == 1 && keyword_only == 0 ? "was" : "were");
  return false;
}

bool Binder::raise_missing(const std::vector<std::string>& names, const char* kind) {
  raise_type_error(t_, "%s() missing %zu required %s argument%s: %s", name().c_str(), names.size(),
                   kind, names.size() != 1 ? "s" : "", join_names(names).c_str());
  return false;
}

bool Binder::fill_defaults() {
  const Tuple* d = defaults();
  const std::uint32_t optional = d != nullptr ? d->size : 0;
  std::vector<std::string> missing;
  for (std::uint32_t i = std::min(args_.n, code_.argcount); i < code_.argcount; ++i) {
    if (!regs_[i].empty()) continue;
    if (i + optional >= code_.argcount) {
      regs_[i] = d->items()[i + optional - code_.argcount];
    } else {
      missing.push_back(code_.varnames[i]);
    }
  }
  return missing.empty() || raise_missing(missing, "positional");
}

bool Binder::fill_keyword_only() {
  if (code_.kwonlyargcount == 0) return true;
  const Value d = function_->kwdefaults.load();
  Dict* dict = d.is_object() && d.object()->type->kind == Kind::Dict
                   ? static_cast<Dict*>(d.object())
                   : nullptr;
  std::vector<std::string> missing;
  for (std::uint32_t i = 0; i < code_.kwonlyargcount; ++i) {
    Value& reg = regs_[code_.argcount + i];
    if (!reg.empty()) continue;
    Str* n = function_->code->parameter_names[code_.argcount - code_.posonlyargcount + i];
    if (dict != nullptr) reg = dict_get_str(dict, n);
    if (reg.empty()) missing.push_back(utf8(n));
  }
  return missing.empty() || raise_missing(missing, "keyword-only");
}

std::string native_name(const NativeFunction* f) {
  return f->owner != nullptr ? utf8(f->owner->name) + "." + f->def->name : f->def->name;
}

Value raise_count(VmThread& t, NativeFunction* f, const Args& args) {
  const NativeDef& def = *f->def;
  // A class that is called speaks with its own name.
  const bool makes = def.name == std::string_view("__new__") && kind_of(args[0]) == Kind::Type;
  const std::string called = makes ? utf8(static_cast<Type*>(args[0].object())->name) : def.name;
  // self is not counted in the texts.
  const std::uint32_t self = f->owner != nullptr || makes || (def.flags & kClassMethod) != 0;
  const std::uint32_t low = def.min_args - self;
  const std::uint32_t high = def.max_args - self;
  const std::uint32_t n = args.n - self;
  const std::string name = native_name(f);
  const char* bare = called.c_str();
  if (makes && high == 0) return raise_type_error(t, "%s takes no arguments", bare);
  if (makes && low == high) {
    return raise_type_error(t, "%s expected %u argument%s, got %u", bare, low, low == 1 ? "" : "s",
                            n);
  }
  if (low == high) {
    if (low == 0) {
      return raise_type_error(t, "%s() takes no arguments (%u given)", name.c_str(), n);
    }
    if (low == 1) {
      return raise_type_error(t, "%s() takes exactly one argument (%u given)", name.c_str(), n);
    }
    return raise_type_error(t, "%s expected %u arguments, got %u", bare, low, n);
  }
  const bool few = n < low;
  const std::uint32_t bound = few ? low : high;
  return raise_type_error(t, "%s expected at %s %u argument%s, got %u", bare,
                          few ? "least" : "most", bound, bound == 1 ? "" : "s", n);
}

}  // namespace

bool bind_arguments(VmThread& t, Function* function, const Args& args, Value* regs) {
  return Binder(t, function, args, regs).bind();
}

Value call_native(VmThread& t, NativeFunction* f, const Args& args) {
  if (!f->self.empty()) {
    std::vector<Value> values{f->self};
    values.insert(values.end(), args.v, args.v + args.n + args.kw_count());
    return f->def->fn(t, {values.data(), args.n + 1, args.kw_names});
  }
  const NativeDef& def = *f->def;
  if (f->owner != nullptr) {
    if (args.n == 0 && def.name[0] == '_') {
      return raise_type_error(t, "descriptor '%s' of '%s' object needs an argument", def.name,
                              utf8(f->owner->name).c_str());
    }
    if (args.n == 0) {
      return raise_type_error(t, "unbound method %s() needs an argument", native_name(f).c_str());
    }
    if (!is_instance(t.vm, args[0], f->owner)) [[unlikely]] {
      return raise_type_error(t, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object",
                              def.name, utf8(f->owner->name).c_str(),
                              type_name(t.vm, args[0]).c_str());
    }
  }
  if (args.kw_count() != 0 && (def.flags & kKeywords) == 0) {
    return raise_type_error(t, "%s() takes no keyword arguments", native_name(f).c_str());
  }
  if (args.n < def.min_args || (def.max_args != kAnyArgs && args.n > def.max_args)) [[unlikely]] {
    // A keyword may stand for what is missing; those functions check for themselves.
    if ((def.flags & kKeywords) == 0 || args.n > def.max_args) return raise_count(t, f, args);
  }
  return def.fn(t, args);
}

bool read_arguments(VmThread& t, const char* function, const Args& args, const char* const* names,
                    std::size_t count, std::size_t required, Value* out) {
  std::size_t positional = count;
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i][0] == '*') {
      positional = i;
      break;
    }
  }
  if (args.n > positional) {
    raise_type_error(t, "%s() takes at most %zu positional argument%s (%u given)", function,
                     positional, positional == 1 ? "" : "s", args.n);
    return false;
  }
  std::uint32_t given = 0;  // a bit for each: no function of ours takes as many as there are
  const auto is_given = [&given](std::size_t i) { return (given >> i & 1) != 0; };
  for (std::uint32_t i = 0; i < args.n; ++i) {
    out[i] = args[i];
    given |= 1u << i;
  }
  for (std::uint32_t k = 0; k < args.kw_count(); ++k) {
    const std::string key = utf8(as_str(args.kw_names->items()[k]));
    std::size_t i = 0;
    while (i < count && key != (names[i][0] == '*' ? names[i] + 1 : names[i])) ++i;
    if (i == count) {
      raise_type_error(t, "'%s' is an invalid keyword argument for %s()", key.c_str(), function);
      return false;
    }
    if (is_given(i)) {
      raise_type_error(t, "argument for %s() given by name ('%s') and position (%zu)", function,
                       key.c_str(), i + 1);
      return false;
    }
    out[i] = args.v[args.n + k];
    given |= 1u << i;
  }
  for (std::size_t i = 0; i < required; ++i) {
    if (is_given(i)) continue;
    raise_type_error(t, "%s() missing required argument '%s' (pos %zu)", function, names[i], i + 1);
    return false;
  }
  return true;
}

}  // namespace interleave::vm
