#include "vm/statements.h"

#include "vm/attributes.h"
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

Value raise_name_error(VmThread& t, Str* name) {
  Exception* e = new_exception(t, t.vm.types.NameError,
                               {str_new(t, "name '" + utf8(name) + "' is not defined")});
  set_own_attribute(t, e, t.vm.names.bare_name, name);
  return raise_object(t, e);
}

Value load_name(VmThread& t, const Frame& frame, Str* name) {
  Value v = dict_get_str(frame.names, name);
  if (v.empty()) v = dict_get_str(frame.code->globals, name);
  if (v.empty()) v = dict_get_str(t.vm.builtins, name);
  return v.empty() ? raise_name_error(t, name) : v;
}

Value store_name(VmThread& t, const Frame& frame, Str* name, Value v) {
  const Value custom = special(frame.names->type, Special::SetItem);
  if (custom.is_object() && custom.object()->type == t.vm.types.function) {
    return pending_call(t, custom, {frame.names, name, v});
  }
  dict_set_str(t, frame.names, name, v);
  return none();
}

namespace {
Value after_not(VmThread&, Value result, Value) { return boolean(result == boolean(false)); }
}  // namespace

Value not_value(VmThread& t, Value v) {
  const Value r = truth_value(t, v);
  if (!r.empty()) return after_not(t, r, Value());
  if (t.exception.empty() && t.pending.kind == Pending::Kind::Call) {
    // truth_value() may have a continuation of its own: this one comes behind it.
    pending_then(t, {after_not, Value(), false});
  }
  return r;
}

Value not_contains(VmThread& t, Value container, Value item) {
  const Value r = contains(t, container, item);
  if (!r.empty()) return after_not(t, r, Value());
  if (t.exception.empty() && t.pending.kind == Pending::Kind::Call) {
    pending_then(t, {after_not, Value(), false});
  }
  return r;
}

// --- Displays
// ------------------------------------------------------------------------------------------

Value build_set(VmThread& t, const Value* items, std::uint32_t count) {
  Set* set = set_new(t);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Lookup r = set_add(t, set, items[i]);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) {
      return pending_call(t, prelude_function(t, "build_set"), {tuple_from(t, items, count)});
    }
  }
  return set;
}

Value build_map(VmThread& t, const Value* pairs, std::uint32_t count) {
  Dict* dict = dict_new(t);
  for (std::uint32_t i = 0; i < count; ++i) {
    const Lookup r = dict_set(t, dict, pairs[2 * i], pairs[2 * i + 1]);
    if (r == Lookup::Error) return Value();
    if (r == Lookup::Python) {
      return pending_call(t, prelude_function(t, "build_map"), {tuple_from(t, pairs, 2 * count)});
    }
  }
  return dict;
}

Value build_const_key_map(VmThread& t, const Value* values, std::uint32_t count) {
  auto* keys = static_cast<Tuple*>(values[count].object());
  Dict* dict = dict_new(t);
  for (std::uint32_t i = 0; i < count; ++i) {
    if (dict_set(t, dict, keys->items()[i], values[i]) == Lookup::Error) return Value();
  }
  return dict;
}

namespace {
bool may_be_iterable(VmThread& t, Value v) {
  const Type* type = class_of(t.vm, v);
  return !special(type, Special::Iter).empty() || !special(type, Special::GetItem).empty();
}
}  // namespace

Value extend_starred(VmThread& t, List* list, Value iterable) {
  const Lookup r = list_extend_native(t, list, iterable);
  if (r == Lookup::Found) return none();
  if (!may_be_iterable(t, iterable)) {
    t.exception = Value();
    return raise_type_error(t, "Value after * must be an iterable, not %s",
                            type_name(t.vm, iterable).c_str());
  }
  if (r == Lookup::Error) return Value();
  return list_extend(t, list, iterable);
}

Value update_mapping(VmThread& t, Dict* dict, Value mapping) {
  if (kind_of(mapping) == Kind::Dict ||
      !get_attribute_or(t, mapping, t.vm.names.keys, Value(not_implemented())).empty()) {
    const Value keys = type_lookup(class_of(t.vm, mapping), t.vm.names.keys);
    if (!keys.empty()) return dict_update(t, dict, mapping);
  }
  t.exception = Value();
  t.pending.kind = Pending::Kind::None;
  return raise_type_error(t, "'%s' object is not a mapping", type_name(t.vm, mapping).c_str());
}

namespace {
std::string module_prefix(Value module) {
  return is_str(module) && !str_equal(as_str(module), "builtins") ? utf8(as_str(module)) + "." : "";
}

std::string callable_name(VmThread& t, Value callable) {
  Value f = callable;
  if (kind_of(f) == Kind::BoundMethod) f = static_cast<BoundMethod*>(f.object())->function;
  if (kind_of(f) == Kind::Function) {
    auto* function = static_cast<Function*>(f.object());
    return module_prefix(function->module.load()) + utf8(as_str(function->qualname.load())) + "()";
  }
  if (kind_of(f) == Kind::Type) {
    auto* type = static_cast<Type*>(f.object());
    return module_prefix(dict_get_str(type->dict, t.vm.names.module)) + utf8(type->qualname) + "()";
  }
  if (kind_of(f) == Kind::Native)
    return utf8(static_cast<NativeFunction*>(f.object())->name) + "()";
  return type_name(t.vm, f) + " object";
}
}  // namespace

Value merge_keywords(VmThread& t, Dict* dict, Value mapping, Value callable) {
  if (type_lookup(class_of(t.vm, mapping), t.vm.names.keys).empty()) {
    return raise_type_error(t, "%s argument after ** must be a mapping, not %s",
                            callable_name(t, callable).c_str(), type_name(t.vm, mapping).c_str());
  }
  if (kind_of(mapping) == Kind::Dict) {
    Value key;
    Value value;
    Value there;
    auto* from = static_cast<Dict*>(mapping.object());
    for (std::uint32_t at = 0; dict_next(from, &at, &key, &value);) {
      if (!is_str(key)) return raise_type_error(t, "keywords must be strings");
      if (dict_get(t, dict, key, &there) == Lookup::Found) {
        return raise_type_error(t, "%s got multiple values for keyword argument '%s'",
                                callable_name(t, callable).c_str(), utf8(as_str(key)).c_str());
      }
      dict_set_str(t, dict, as_str(key), value);
    }
    return none();
  }
  return dict_update(t, dict, mapping);
}

// --- f-strings
// -----------------------------------------------------------------------------------------

Value format_plain(VmThread& t, Value v, std::uint32_t conversion) {
  if (conversion == lang::kFormatRepr) return repr_value(t, v);
  if (conversion == lang::kFormatAscii)
    return pending_call(t, prelude_function(t, "ascii_of"), {v});
  if (v.is_object() && v.object()->type == t.vm.types.str) return v;
  if (v.is_int()) return str_value(t, v);
  if (conversion == lang::kFormatStr) return str_value(t, v);
  return format_value(t, v, nullptr);
}

Value format_with_spec(VmThread& t, Value v, std::uint32_t conversion, Str* spec) {
  if (conversion == lang::kFormatNone) return format_value(t, v, spec);
  const Value converted = format_plain(t, v, conversion);
  if (!converted.empty()) return format_value(t, converted, spec);
  if (!t.exception.empty()) return Value();
  return pending_then(t, {[](VmThread& thread, Value text, Value with) {
                            return format_value(thread, text, as_str(with));
                          },
                          spec, false});
}

// --- Calls
// ---------------------------------------------------------------------------------------------

namespace {
/// State: (callable, keywords or None). `list` holds the positional arguments.
Value call_collected(VmThread& t, Value list, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  std::vector<Value> values = list_snapshot(static_cast<List*>(list.object()));
  const auto positional = static_cast<std::uint32_t>(values.size());
  std::vector<Value> names;
  if (s[1] != none()) {
    Value key;
    Value value;
    auto* dict = static_cast<Dict*>(s[1].object());
    for (std::uint32_t at = 0; dict_next(dict, &at, &key, &value);) {
      names.push_back(key);
      values.push_back(value);
    }
  }
  Tuple* kw = names.empty() ? nullptr : tuple_from(t, names.data(), names.size());
  return pending_call(t, s[0], {values.data(), positional, kw});
}
}  // namespace

Called call_ex(VmThread& t, Value* at, bool keywords, Value* result) {
  const Value state_items[] = {at[0], keywords ? at[3] : none()};
  Tuple* state = tuple_from(t, state_items, 2);
  List* list = list_new(t, 4);
  const Lookup r = list_extend_native(t, list, at[2]);
  if (r == Lookup::Found) {
    *result = call_collected(t, list, state);
    return Called::Result;
  }
  *result = Value();
  if (!may_be_iterable(t, at[2])) {
    t.exception = Value();
    raise_type_error(t, "%s argument after * must be an iterable, not %s",
                     callable_name(t, at[0]).c_str(), type_name(t.vm, at[2]).c_str());
  }
  if (!t.exception.empty()) return Called::Result;
  *result =
      pending_call(t, prelude_function(t, "collect_arguments"),
                   {at[2], str_new(t, callable_name(t, at[0]))}, {call_collected, state, false});
  return Called::Result;
}

Value send_to(VmThread& t, Value it, Value v) {
  const Value method = get_attribute(t, it, t.vm.names.send);
  if (method.empty()) return Value();
  return pending_call(t, method, {v});
}

// --- Functions and classes
// -----------------------------------------------------------------------------

Value make_function(VmThread& t, const Frame& frame, std::uint32_t constant, const Value* values,
                    std::uint32_t flags) {
  ExecCode* outer = frame.code;
  ExecCode* code;
  {
    // Two threads may come here first at once when there is no GIL.
    std::lock_guard<std::recursive_mutex> lock(t.vm.setup_mutex);
    if (outer->children[constant] == nullptr) {
      ExecCode* child = translate(t, *outer->code->constants[constant].code, outer->globals);
      child->hidden = outer->hidden;
      outer->children[constant] = child;
    }
    code = outer->children[constant];
  }
  auto* f = t.make<Function>(t.vm.types.function);
  f->code = code;
  f->globals = outer->globals;
  f->name.store(t.vm.intern(code->code->name));
  f->qualname.store(t.vm.intern(code->code->qualname));
  f->defaults.store(none());
  f->kwdefaults.store(none());
  f->doc.store(code->code->has_docstring ? code->consts[0] : none());
  const Value module = dict_get_str(outer->globals, t.vm.names.name);
  f->module.store(module.empty() ? none() : module);
  if ((flags & lang::kFunctionDefaults) != 0) f->defaults.store(*values++);
  if ((flags & lang::kFunctionKwDefaults) != 0) f->kwdefaults.store(*values++);
  if ((flags & lang::kFunctionAnnotations) != 0) f->annotations.store(*values++);
  if ((flags & lang::kFunctionClosure) != 0) f->closure = static_cast<Tuple*>((*values++).object());
  return f;
}

void setup_annotations(VmThread& t, Frame& frame) {
  Dict* names = frame.names != nullptr ? frame.names : frame.code->globals;
  if (dict_get_str(names, t.vm.names.annotations).empty()) {
    dict_set_str(t, names, t.vm.names.annotations, dict_new(t));
  }
}

// --- Exceptions
// ----------------------------------------------------------------------------------------

namespace {

bool is_exception_class(const Vm& vm, Value v) {
  return v.is_object() && v.object()->type->kind == Kind::Type &&
         is_subtype(static_cast<Type*>(v.object()), vm.types.BaseException);
}
bool is_exception(const Vm& vm, Value v) {
  return v.is_object() && is_subtype(v.object()->type, vm.types.BaseException);
}

Value set_cause(VmThread& t, Exception* e, Value cause) {
  if (cause == none() || is_exception(t.vm, cause)) {
    e->cause.store(cause);
    e->suppress_context = true;
    return e;
  }
  return raise_type_error(t, "exception causes must derive from BaseException");
}

/// `e` is what to raise; state: the cause, or empty.
Value after_instantiation(VmThread& t, Value e, Value state) {
  if (!is_exception(t.vm, e)) {
    return raise_type_error(t,
                            "calling %s should have returned an instance of BaseException, not %s",
                            "exception class", type_name(t.vm, e).c_str());
  }
  if (!state.empty()) {
    if (is_exception_class(t.vm, state)) {
      return pending_call(t, state, {},
                          {[](VmThread& thread, Value cause, Value exception) {
                             auto* x = static_cast<Exception*>(exception.object());
                             if (set_cause(thread, x, cause).empty()) return Value();
                             return raise_object(thread, x);
                           },
                           e, false});
    }
    if (set_cause(t, static_cast<Exception*>(e.object()), state).empty()) return Value();
  }
  return raise_object(t, e);
}

}  // namespace

Value raise_statement(VmThread& t, std::uint32_t given, Value exception, Value cause) {
  if (given == 0) {
    if (t.handled.empty() || t.handled == none()) {
      return raise(t, t.vm.types.RuntimeError, "No active exception to reraise");
    }
    t.exception = t.handled;
    t.reraising = false;
    return Value();
  }
  if (is_exception_class(t.vm, exception)) {
    return pending_call(t, exception, {}, {after_instantiation, cause, false});
  }
  if (!is_exception(t.vm, exception)) {
    return raise_type_error(t, "exceptions must derive from BaseException");
  }
  return after_instantiation(t, exception, cause);
}

Value exception_matches(VmThread& t, Value exception, Value type) {
  const auto bad = [&t] {
    return raise_type_error(
        t, "catching classes that do not inherit from BaseException is not allowed");
  };
  Type* actual = exception.object()->type;
  if (is_exception_class(t.vm, type)) {
    return boolean(is_subtype(actual, static_cast<Type*>(type.object())));
  }
  if (kind_of(type) != Kind::Tuple) return bad();
  auto* types = static_cast<Tuple*>(type.object());
  bool matches = false;
  for (std::uint32_t i = 0; i < types->size; ++i) {
    if (!is_exception_class(t.vm, types->items()[i])) return bad();
    matches = matches || is_subtype(actual, static_cast<Type*>(types->items()[i].object()));
  }
  return boolean(matches);
}

namespace {
Value after_group_match(VmThread& t, Value pair, Value) {
  Frame& frame = t.frames.back();
  const Value* items = static_cast<Tuple*>(pair.object())->items();
  frame.regs[frame.pc->a] = items[0];
  frame.regs[frame.pc->a + 1] = items[1];
  if (items[1] != none()) t.handled = items[1];
  return none();
}
}  // namespace

Value exception_group_match(VmThread& t, Value* at) {
  return pending_call(t, prelude_function(t, "split_exception_group"), {at[0], at[1]},
                      {after_group_match, Value(), false});
}

Value prepare_reraise_star(VmThread& t, Value original, Value list) {
  return pending_call(t, prelude_function(t, "prepare_reraise_star"), {original, list});
}

Value before_with(VmThread& t, Value manager, Value* exit) {
  Type* type = class_of(t.vm, manager);
  const Value enter = special(type, Special::Enter);
  const Value leave = special(type, Special::Exit);
  if (enter.empty() || leave.empty()) {
    return raise_type_error(t, "'%s' object does not support the context manager protocol%s",
                            type_name(t.vm, manager).c_str(),
                            enter.empty() ? "" : " (missed __exit__ method)");
  }
  *exit = bind_descriptor(t, leave, manager, type);
  if (enter.object()->type == t.vm.types.native) {
    return call_native(t, static_cast<NativeFunction*>(enter.object()), {&manager, 1});
  }
  return pending_call(t, enter, {manager});
}

}  // namespace interleave::vm
