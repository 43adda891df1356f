#include "vm/repr.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>

#include "vm/bytes.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/identity.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

/// Notes that a container is being printed; `entered` is false when it already was, further out.
class ReprGuard {
 public:
  ReprGuard(VmThread& t, Object* o) : t_(t) {
    entered = std::find(t.repr_guard.begin(), t.repr_guard.end(), o) == t.repr_guard.end();
    if (entered) t.repr_guard.push_back(o);
  }
  ~ReprGuard() {
    if (entered) t_.repr_guard.pop_back();
  }
  ReprGuard(const ReprGuard&) = delete;
  ReprGuard& operator=(const ReprGuard&) = delete;
  bool entered = false;

 private:
  VmThread& t_;
};

Truth items_repr(VmThread& t, const Value* items, std::size_t count, std::string* out, int depth) {
  for (std::size_t i = 0; i < count; ++i) {
    if (i != 0) *out += ", ";
    const Truth done = repr_native(t, items[i], out, depth + 1);
    if (done != Truth::True) return done;
    if (out->size() > 4096 && !t.can_allocate(out->size() * 2)) return Truth::Error;
  }
  return Truth::True;
}

/// number_repr() overwrites; this appends.
Truth append_number(VmThread& t, Value v, std::string* out) {
  std::string text;
  if (!number_repr(t, v, &text)) return Truth::Error;
  *out += text;
  return Truth::True;
}

std::vector<Value> set_elements(const Set* s) {
  std::vector<Value> items;
  std::uint32_t position = 0;
  Value key;
  while (set_next(s, &position, &key)) items.push_back(key);
  return items;
}

Truth set_repr(VmThread& t, Set* s, std::string* out, int depth) {
  const std::string name = utf8(s->type->name);
  const bool plain = s->type == t.vm.types.set;
  if (set_size(s) == 0) {
    *out += name + "()";
    return Truth::True;
  }
  const ReprGuard guard(t, s);
  if (!guard.entered) {
    *out += name + "(...)";
    return Truth::True;
  }
  const std::vector<Value> items = set_elements(s);
  *out += plain ? "{" : name + "({";
  const Truth done = items_repr(t, items.data(), items.size(), out, depth);
  *out += plain ? "}" : "})";
  return done;
}

Truth dict_repr(VmThread& t, Dict* d, std::string* out, int depth) {
  const ReprGuard guard(t, d);
  if (!guard.entered) {
    *out += "{...}";
    return Truth::True;
  }
  *out += '{';
  std::uint32_t position = 0;
  Value item[2];
  bool first = true;
  while (dict_next(d, &position, &item[0], &item[1])) {
    if (!first) *out += ", ";
    first = false;
    Truth done = repr_native(t, item[0], out, depth + 1);
    if (done != Truth::True) return done;
    *out += ": ";
    done = repr_native(t, item[1], out, depth + 1);
    if (done != Truth::True) return done;
  }
  *out += '}';
  return Truth::True;
}

Truth view_repr(VmThread& t, DictView* view, std::string* out, int depth) {
  const ReprGuard guard(t, view);
  if (!guard.entered) {
    *out += "...";
    return Truth::True;
  }
  std::vector<Value> items;
  std::uint32_t position = 0;
  Value key;
  Value value;
  while (dict_next(view->dict, &position, &key, &value)) {
    if (view->type == g_iterator_types.dict_keys) items.push_back(key);
    if (view->type == g_iterator_types.dict_values) items.push_back(value);
    if (view->type == g_iterator_types.dict_items) items.push_back(tuple_of(t, {key, value}));
  }
  *out += utf8(view->type->name) + "([";
  const Truth done = items_repr(t, items.data(), items.size(), out, depth);
  *out += "])";
  return done;
}

Truth sequence_repr(VmThread& t, Object* o, std::string* out, int depth) {
  const bool is_list = o->type->kind == Kind::List;
  const ReprGuard guard(t, o);
  if (!guard.entered) {
    *out += is_list ? "[...]" : "(...)";
    return Truth::True;
  }
  *out += is_list ? '[' : '(';
  Truth done;
  if (is_list) {
    const std::vector<Value> items = list_snapshot(static_cast<List*>(o));
    done = items_repr(t, items.data(), items.size(), out, depth);
    *out += ']';
  } else {
    auto* tuple = static_cast<Tuple*>(o);
    done = items_repr(t, tuple->items(), tuple->size, out, depth);
    *out += tuple->size == 1 ? ",)" : ")";
  }
  return done;
}

Truth range_repr(VmThread& t, const Range* range, std::string* out) {
  *out += "range(";
  if (append_number(t, range->start, out) == Truth::Error) return Truth::Error;
  *out += ", ";
  if (append_number(t, range->stop, out) == Truth::Error) return Truth::Error;
  if (range->step != Value::small_int(1)) {
    *out += ", ";
    if (append_number(t, range->step, out) == Truth::Error) return Truth::Error;
  }
  *out += ')';
  return Truth::True;
}

Truth slice_repr(VmThread& t, const Slice* slice, std::string* out, int depth) {
  *out += "slice(";
  const Truth done = items_repr(t, &slice->start, 3, out, depth);
  *out += ')';
  return done;
}

std::string default_repr(VmThread& t, const Object* o) {
  const Type* type = o->type;
  const Value module = dict_get_str(type->dict, t.vm.names.module);
  std::string name;
  if (is_str(module) && !str_equal(as_str(module), "builtins")) name = utf8(as_str(module)) + ".";
  char address[32];
  std::snprintf(address, sizeof address, " object at 0x%" PRIx64 ">", identity_of(o));
  return "<" + name + utf8(type->qualname) + address;
}

/// By a __repr__ row of C++ elsewhere. One that needs Python is asked again from Python.
Truth row_repr(VmThread& t, Value hook, Value v, std::string* out) {
  const Value text = static_cast<NativeFunction*>(hook.object())->def->fn(t, {&v, 1, nullptr});
  if (is_str(text)) {
    *out += utf8(as_str(text));
    return Truth::True;
  }
  if (t.pending.kind != Pending::Kind::Call) return Truth::Error;
  t.pending = Pending();
  t.call_values.clear();
  return Truth::Python;
}

Truth scalar_or_row(VmThread& t, Value v, std::string* out) {
  Object* o = v.object();
  const Type* type = o->type;
  switch (type->kind) {
    case Kind::Int:
    case Kind::Float:
    case Kind::Bool:
    case Kind::Complex: return append_number(t, v, out);
    case Kind::Str: *out += str_repr(static_cast<Str*>(o)); return Truth::True;
    case Kind::Bytes: *out += bytes_repr(bytes_view(as_bytes(v))); return Truth::True;
    case Kind::None: *out += "None"; return Truth::True;
    case Kind::NotImplemented: *out += "NotImplemented"; return Truth::True;
    case Kind::Ellipsis: *out += "Ellipsis"; return Truth::True;
    default: break;
  }
  const Value hook = special(type, Special::Repr);
  if (hook.is_object() && hook.object()->type->kind == Kind::Native &&
      !(hook == special(t.vm.types.object, Special::Repr))) {
    return row_repr(t, hook, v, out);
  }
  *out += default_repr(t, o);
  return Truth::True;
}

/// Tuples of C++ with named fields (time.struct_time) have a __repr__ of their own, which needs no
/// Python.
Truth struct_repr(VmThread& t, Value v, std::string* out) {
  const Value hook = special(v.object()->type, Special::Repr);
  const Value text = static_cast<NativeFunction*>(hook.object())->def->fn(t, {&v, 1, nullptr});
  if (!is_str(text)) return Truth::Error;
  *out += utf8(as_str(text));
  return Truth::True;
}

/// What the built-in class's own __repr__ says, whatever a subclass overrides.
Truth builtin_repr(VmThread& t, Value v, std::string* out, int depth) {
  if (v.is_number()) return append_number(t, v, out);
  if (depth >= kNativeDepth) return Truth::Python;
  Object* o = v.object();
  switch (o->type->kind) {
    case Kind::Tuple:
      if (o->type != t.vm.types.tuple && !o->type->is_python) return struct_repr(t, v, out);
      [[fallthrough]];
    case Kind::List: return sequence_repr(t, o, out, depth);
    case Kind::Dict: return dict_repr(t, static_cast<Dict*>(o), out, depth);
    case Kind::Set:
    case Kind::FrozenSet: return set_repr(t, static_cast<Set*>(o), out, depth);
    case Kind::Range: return range_repr(t, static_cast<Range*>(o), out);
    case Kind::Slice: return slice_repr(t, static_cast<Slice*>(o), out, depth);
    default: break;
  }
  if (is_dict_view(v)) return view_repr(t, static_cast<DictView*>(o), out, depth);
  return scalar_or_row(t, v, out);
}

Value after_repr(VmThread& t, Value result, Value) {
  if (is_str(result)) return result;
  return raise_type_error(t, "__repr__ returned non-string (type %s)",
                          type_name(t.vm, result).c_str());
}

Value after_str(VmThread& t, Value result, Value) {
  if (is_str(result)) return result;
  return raise_type_error(t, "__str__ returned non-string (type %s)",
                          type_name(t.vm, result).c_str());
}

}  // namespace

Truth repr_native(VmThread& t, Value v, std::string* out, int depth) {
  if (v.is_object() && !special_is_native(v.object()->type, Special::Repr)) return Truth::Python;
  return builtin_repr(t, v, out, depth);
}

Value container_repr(VmThread& t, Value v) {
  std::string text;
  switch (builtin_repr(t, v, &text, 0)) {
    case Truth::True: return str_new(t, text);
    case Truth::Python: return pending_call(t, prelude_function(t, "container_repr"), {v});
    default: return Value();
  }
}

Value repr_value(VmThread& t, Value v) {
  std::string text;
  if (scalar_repr(t.vm, v, &text)) return str_new(t, text);
  const Type* type = class_of(t.vm, v);
  const Value hook = special(type, Special::Repr);
  if (!special_is_native(type, Special::Repr)) {
    return pending_call(t, hook, {v}, {after_repr, Value()});
  }
  // A row of C++ elsewhere may itself ask for Python: its answer goes straight to the machine.
  switch (type->kind) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Dict:
    case Kind::Set:
    case Kind::FrozenSet:
    case Kind::Slice: return container_repr(t, v);
    default: break;
  }
  if (is_dict_view(v)) return container_repr(t, v);
  if (hook.is_object() && !(hook == special(t.vm.types.object, Special::Repr)) &&
      type->kind != Kind::Range && !is_number(v) && !is_str(v)) {
    return static_cast<NativeFunction*>(hook.object())->def->fn(t, {&v, 1, nullptr});
  }
  return container_repr(t, v);
}

Value str_value(VmThread& t, Value v) {
  if (v.is_object() && v.object()->type == t.vm.types.str) return v;
  if (v.is_int()) {
    SmallIntText digits;
    return str_from_ascii(t, digits.of(v));
  }
  std::string text;
  if (scalar_str(t.vm, v, &text)) return str_new(t, text);
  const Type* type = class_of(t.vm, v);
  const Value hook = special(type, Special::Str);
  if (hook.empty() || hook == special(t.vm.types.object, Special::Str)) {
    const Value r = repr_value(t, v);
    return r;
  }
  if (!special_is_native(type, Special::Str)) {
    return pending_call(t, hook, {v}, {after_str, Value()});
  }
  if (is_str(v)) return str_exact(t, as_str(v));
  return static_cast<NativeFunction*>(hook.object())->def->fn(t, {&v, 1, nullptr});
}

}  // namespace interleave::vm
