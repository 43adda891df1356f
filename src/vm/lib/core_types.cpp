#include "vm/lib/core_types.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>

#include "vm/attributes.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/identity.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

Type* as_type(Value v) { return static_cast<Type*>(v.object()); }
bool is_type(Value v) { return kind_of(v) == Kind::Type; }
Value text(VmThread& t, const std::string& s) { return str_new(t, s); }

std::string address(const Object* o) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "0x%" PRIx64, identity_of(o));
  return buffer;
}

// --- object
// ----------------------------------------------------------------------------------------------

Value object_new(VmThread& t, const Args& args) {
  if (!is_type(args[0])) {
    return raise_type_error(t, "object.__new__(X): X is not a type object (%s)",
                            type_name(t.vm, args[0]).c_str());
  }
  Type* type = as_type(args[0]);
  const Type* native = type;
  while (native->is_python) native = native->base;
  if (!is_object_new(t, special(native, Special::New)) && native->kind != Kind::Exception) {
    return raise_type_error(t, "object.__new__(%s) is not safe, use %s.__new__()",
                            utf8(type->name).c_str(), utf8(type->name).c_str());
  }
  const bool own_new = !is_object_new(t, special(type, Special::New));
  if (args.n + args.kw_count() > 1 && own_new) {
    return raise_type_error(
        t, "object.__new__() takes exactly one argument (the type to instantiate)");
  }
  if (!check_not_abstract(t, type)) return Value();
  return new_instance(t, type);
}

Value object_init(VmThread& t, const Args& args) {
  Type* type = class_of(t.vm, args[0]);
  if (args.n + args.kw_count() > 1 && !is_object_init(t, special(type, Special::Init))) {
    return raise_type_error(
        t, "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  return none();
}

Value object_repr(VmThread& t, const Args& args) {
  Type* type = class_of(t.vm, args[0]);
  const Value module = dict_get_str(type->dict, t.vm.names.module);
  std::string name = utf8(type->qualname);
  if (is_str(module) && utf8(as_str(module)) != "builtins")
    name = utf8(as_str(module)) + "." + name;
  return text(t, "<" + name + " object at " +
                     (args[0].is_object() ? address(args[0].object()) : "0x0") + ">");
}

Value object_str(VmThread& t, const Args& args) { return repr_value(t, args[0]); }
Value object_hash(VmThread& t, const Args& args) {
  return int_value(t, args[0].is_object() ? identity_hash(args[0].object()) : number_hash(args[0]));
}
Value object_eq(VmThread&, const Args& args) {
  return args[0] == args[1] ? boolean(true) : not_implemented();
}
Value object_ne(VmThread& t, const Args& args) {
  const Value eq = special(class_of(t.vm, args[0]), Special::Eq);
  if (eq.is_object() && eq.object()->type == t.vm.types.function) {
    return pending_call(t, prelude_function(t, "object_ne"), {eq, args[0], args[1]});
  }
  return args[0] == args[1] ? boolean(false) : not_implemented();
}
Value object_order(VmThread&, const Args&) { return not_implemented(); }
Value object_getattribute(VmThread& t, const Args& args) {
  if (!is_str(args[1])) return raise_type_error(t, "attribute name must be string");
  return default_get_attribute(t, args[0], t.vm.intern(as_str(args[1])));
}
Value object_setattr(VmThread& t, const Args& args) {
  return default_store_attribute(t, args[0], t.vm.intern(as_str(args[1])), args[2]);
}
Value object_delattr(VmThread& t, const Args& args) {
  return default_store_attribute(t, args[0], t.vm.intern(as_str(args[1])), Value());
}
Value object_format(VmThread& t, const Args& args) {
  if (is_str(args[1]) && as_str(args[1])->length != 0) {
    return raise_type_error(t, "unsupported format string passed to %s.__format__",
                            type_name(t.vm, args[0]).c_str());
  }
  return str_value(t, args[0]);
}
struct ClassChange {
  VmThread* thread;
  Object* object;
  Type* type;
};

/// With the world stopped: nobody else looks at the object's class or shape.
void change_class(void* context) {
  const auto* change = static_cast<ClassChange*>(context);
  Attrs* attrs = attrs_of(change->object);
  change->object->type = change->type;
  attrs->shape.store(dictionary_shape(*change->thread, change->type));
}

/// object.__class__ = c, between classes whose instances are laid out alike.
Value object_class(VmThread& t, const Args& args) {
  if (args.n == 1) return class_of(t.vm, args[0]);
  if (kind_of(args[1]) != Kind::Type) {
    return raise_type_error(t, "__class__ must be set to a class, not '%s' object",
                            type_name(t.vm, args[1]).c_str());
  }
  const Type* from = class_of(t.vm, args[0]);
  Type* to = as_type(args[1]);
  if (!from->is_python || !to->is_python) {
    return raise_type_error(t,
                            "__class__ assignment only supported for mutable types or ModuleType "
                            "subclasses");
  }
  if (from->kind != Kind::Instance || to->kind != Kind::Instance || !from->has_dict ||
      !to->has_dict || from->size != to->size || from->trace != to->trace) {
    return raise_type_error(t, "__class__ assignment: '%s' object layout differs from '%s'",
                            utf8(to->name).c_str(), utf8(from->name).c_str());
  }
  Object* object = args[0].object();
  if (attributes_dict(t, object).empty()) return Value();
  ClassChange change{&t, object, to};
  t.vm.host.with_world_stopped(t.id, change_class, &change);
  return none();
}
/// object.__dict__ = d: the object's attributes are from then on those in d.
Value replace_dict(VmThread& t, Object* object, Value dict) {
  Attrs* attrs = attrs_of(object);
  if (attrs == nullptr) {
    return raisef(t, t.vm.types.AttributeError,
                  "attribute '__dict__' of '%s' objects is not writable",
                  type_name(t.vm, object).c_str());
  }
  if (kind_of(dict) != Kind::Dict || static_cast<Dict*>(dict.object())->cells) {
    return raise_type_error(t, "__dict__ must be set to a dictionary, not a '%s'",
                            type_name(t.vm, dict).c_str());
  }
  ObjectLock lock(t.vm, object);
  attrs->overflow.store(dict.object());
  return none();
}

Value object_dict(VmThread& t, const Args& args) {
  const Value d = args[0].is_object() ? attributes_dict(t, args[0].object()) : Value();
  if (!d.empty() && args.n == 2) return replace_dict(t, args[0].object(), args[1]);
  if (!d.empty()) return d;
  return raisef(t, t.vm.types.AttributeError, "'%s' object has no attribute '__dict__'",
                type_name(t.vm, args[0]).c_str());
}
Value object_dir(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "object_dir"), {args[0]});
}
Value object_init_subclass(VmThread& t, const Args& args) {
  if (args.n > 1 || args.kw_count() > 0) {
    return raise_type_error(t, "%s.__init_subclass__() takes no keyword arguments",
                            utf8(as_type(args[0])->name).c_str());
  }
  return none();
}
Value object_subclasshook(VmThread&, const Args&) { return not_implemented(); }

constexpr NativeDef kObject[] = {
    {"__new__", object_new, 1, kAnyArgs, kKeywords},
    {"__init__", object_init, 1, kAnyArgs, kKeywords},
    {"__repr__", object_repr, 1, 1},
    {"__str__", object_str, 1, 1},
    {"__hash__", object_hash, 1, 1},
    {"__eq__", object_eq, 2, 2},
    {"__ne__", object_ne, 2, 2},
    {"__lt__", object_order, 2, 2},
    {"__le__", object_order, 2, 2},
    {"__gt__", object_order, 2, 2},
    {"__ge__", object_order, 2, 2},
    {"__getattribute__", object_getattribute, 2, 2},
    {"__setattr__", object_setattr, 3, 3},
    {"__delattr__", object_delattr, 2, 2},
    {"__format__", object_format, 2, 2},
    {"__class__", object_class, 1, 2, kGetter | kSetter},
    {"__dict__", object_dict, 1, 2, kGetter | kSetter},
    {"__dir__", object_dir, 1, 1},
    {"__init_subclass__", object_init_subclass, 1, kAnyArgs, kClassMethod | kKeywords},
    {"__subclasshook__", object_subclasshook, 1, kAnyArgs, kClassMethod},
};

// --- type
// ------------------------------------------------------------------------------------------------

Value type_new(VmThread& t, const Args& args) {
  if (args.n == 2 && args.kw_count() == 0) return class_of(t.vm, args[1]);
  if (args.n != 4) return raise_type_error(t, "type() takes 1 or 3 arguments");
  if (!is_str(args[1])) {
    return raise_type_error(t, "type.__new__() argument 1 must be str, not %s",
                            type_name(t.vm, args[1]).c_str());
  }
  if (kind_of(args[2]) != Kind::Tuple) {
    return raise_type_error(t, "type.__new__() argument 2 must be tuple, not %s",
                            type_name(t.vm, args[2]).c_str());
  }
  if (kind_of(args[3]) != Kind::Dict) {
    return raise_type_error(t, "type.__new__() argument 3 must be dict, not %s",
                            type_name(t.vm, args[3]).c_str());
  }
  auto* bases = static_cast<Tuple*>(args[2].object());
  Type* metaclass = best_metaclass(t, as_type(args[0]), bases);
  if (metaclass == nullptr) return Value();
  return new_class(t, metaclass, as_str(args[1]), bases, static_cast<Dict*>(args[3].object()),
                   args.kw_names != nullptr ? Value(args.kw_names) : none(), args.v + args.n);
}

Value type_init(VmThread&, const Args&) { return none(); }

/// super().__call__(…) in a metaclass: the ordinary way of making an instance.
Value type_call(VmThread& t, const Args& args) { return pending_instantiate(t, args); }

Value type_repr(VmThread& t, const Args& args) {
  Type* type = as_type(args[0]);
  const Value module = dict_get_str(type->dict, t.vm.names.module);
  std::string name = utf8(type->qualname);
  if (is_str(module) && utf8(as_str(module)) != "builtins")
    name = utf8(as_str(module)) + "." + name;
  return text(t, "<class '" + name + "'>");
}
bool may_rename(VmThread& t, const Args& args, const char* what) {
  const std::string name = utf8(as_type(args[0])->name);
  if (!as_type(args[0])->is_python) {
    raise_type_error(t, "cannot set '%s' attribute of immutable type '%s'", what, name.c_str());
    return false;
  }
  if (is_str(args[1])) return true;
  raise_type_error(t, "can only assign string to %s.%s, not '%s'", name.c_str(), what,
                   type_name(t.vm, args[1]).c_str());
  return false;
}

Value type_name_of(VmThread& t, const Args& args) {
  if (args.n == 1) return as_type(args[0])->name;
  if (!may_rename(t, args, "__name__")) return Value();
  as_type(args[0])->name = t.vm.intern(as_str(args[1]));
  return none();
}
Value type_qualname(VmThread& t, const Args& args) {
  if (args.n == 1) return as_type(args[0])->qualname;
  if (!may_rename(t, args, "__qualname__")) return Value();
  as_type(args[0])->qualname = t.vm.intern(as_str(args[1]));
  return none();
}
Value type_mro(VmThread&, const Args& args) { return as_type(args[0])->mro; }
Value type_mro_list(VmThread& t, const Args& args) {
  const Tuple* mro = as_type(args[0])->mro;
  return list_from(t, mro->items(), mro->size);
}
Value type_bases(VmThread&, const Args& args) { return as_type(args[0])->bases; }
Value type_base(VmThread&, const Args& args) {
  Type* base = as_type(args[0])->base;
  return base != nullptr ? Value(base) : none();
}
Value type_subclasses(VmThread& t, const Args& args) {
  auto* list = static_cast<List*>(as_type(args[0])->subclasses);
  if (list == nullptr) return list_new(t, 0);
  const std::vector<Value> items = list_snapshot(list);
  return list_from(t, items.data(), items.size());
}
Value type_dict(VmThread&, const Args& args) { return as_type(args[0])->dict; }
Value type_instancecheck(VmThread& t, const Args& args) {
  return boolean(is_instance(t.vm, args[1], as_type(args[0])));
}
Value type_subclasscheck(VmThread&, const Args& args) {
  return boolean(is_type(args[1]) && is_subtype(as_type(args[1]), as_type(args[0])));
}
Value type_prepare(VmThread& t, const Args&) { return dict_new(t); }
Value type_or(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "union_type"), {args[0], args[1]});
}

constexpr NativeDef kType[] = {
    {"__new__", type_new, 2, kAnyArgs, kKeywords},
    {"__init__", type_init, 1, kAnyArgs, kKeywords},
    {"__call__", type_call, 1, kAnyArgs, kKeywords},
    {"__repr__", type_repr, 1, 1},
    {"__name__", type_name_of, 1, 2, kGetter | kSetter},
    {"__qualname__", type_qualname, 1, 2, kGetter | kSetter},
    {"__mro__", type_mro, 1, 1, kGetter},
    {"__bases__", type_bases, 1, 1, kGetter},
    {"__base__", type_base, 1, 1, kGetter},
    {"__dict__", type_dict, 1, 1, kGetter},
    {"mro", type_mro_list, 1, 1},
    {"__subclasses__", type_subclasses, 1, 1},
    {"__instancecheck__", type_instancecheck, 2, 2},
    {"__subclasscheck__", type_subclasscheck, 2, 2},
    {"__prepare__", type_prepare, 1, kAnyArgs, kClassMethod | kKeywords},
    {"__or__", type_or, 2, 2},
    {"__ror__", type_or, 2, 2},
};

// --- functions
// -------------------------------------------------------------------------------------------

Function* as_function(Value v) { return static_cast<Function*>(v.object()); }

template <Slot Function::*kSlot>
Value function_slot(VmThread&, const Args& args) {
  Slot& slot = as_function(args[0])->*kSlot;
  if (args.n == 2) {
    slot.store(args[1]);
    return none();
  }
  const Value v = slot.load();
  return v.empty() ? none() : v;
}

/// A slot of a function that only takes values of one kind, or None where `optional`.
template <Slot Function::*kSlot, Kind kWanted, bool kOptional>
Value checked_slot(VmThread& t, const Args& args, const char* text) {
  if (args.n == 2 && kOptional && args[1] == none()) {
    (as_function(args[0])->*kSlot).store(Value());
    return none();
  }
  if (args.n == 2 && kind_of(args[1]) != kWanted) return raise_type_error(t, "%s", text);
  return function_slot<kSlot>(t, args);
}
Value function_name(VmThread& t, const Args& args) {
  return checked_slot<&Function::name, Kind::Str, false>(t, args,
                                                         "__name__ must be set to a string object");
}
Value function_qualname(VmThread& t, const Args& args) {
  return checked_slot<&Function::qualname, Kind::Str, false>(
      t, args, "__qualname__ must be set to a string object");
}
Value function_defaults(VmThread& t, const Args& args) {
  return checked_slot<&Function::defaults, Kind::Tuple, true>(
      t, args, "__defaults__ must be set to a tuple object");
}
Value function_kwdefaults(VmThread& t, const Args& args) {
  return checked_slot<&Function::kwdefaults, Kind::Dict, true>(
      t, args, "__kwdefaults__ must be set to a dict object");
}

Value function_repr(VmThread& t, const Args& args) {
  return text(t, "<function " + utf8(as_str(as_function(args[0])->qualname.load())) + " at " +
                     address(args[0].object()) + ">");
}
Value function_code(VmThread& t, const Args& args) {
  return code_object(t, as_function(args[0])->code);
}
Value function_globals(VmThread&, const Args& args) { return as_function(args[0])->globals; }
Value function_closure(VmThread&, const Args& args) {
  Tuple* closure = as_function(args[0])->closure;
  return closure != nullptr ? Value(closure) : none();
}
Value function_annotations(VmThread& t, const Args& args) {
  Function* f = as_function(args[0]);
  if (args.n == 2) {
    f->annotations.store(args[1]);
    return none();
  }
  const Value v = f->annotations.load();
  if (!v.empty() && kind_of(v) == Kind::Dict) return v;
  Dict* dict = dict_new(t);
  if (!v.empty() && kind_of(v) == Kind::Tuple) {
    auto* pairs = static_cast<Tuple*>(v.object());
    for (std::uint32_t i = 0; i + 1 < pairs->size; i += 2) {
      dict_set_str(t, dict, t.vm.intern(as_str(pairs->items()[i])), pairs->items()[i + 1]);
    }
  }
  f->annotations.store(dict);
  return dict;
}
Value function_get(VmThread& t, const Args& args) {
  if (args[1] == none()) return args[0];
  return bind_descriptor(t, args[0], args[1], class_of(t.vm, args[1]));
}

constexpr NativeDef kFunction[] = {
    {"__repr__", function_repr, 1, 1},
    {"__name__", function_name, 1, 2, kGetter | kSetter},
    {"__qualname__", function_qualname, 1, 2, kGetter | kSetter},
    {"__doc__", function_slot<&Function::doc>, 1, 2, kGetter | kSetter},
    {"__module__", function_slot<&Function::module>, 1, 2, kGetter | kSetter},
    {"__defaults__", function_defaults, 1, 2, kGetter | kSetter},
    {"__kwdefaults__", function_kwdefaults, 1, 2, kGetter | kSetter},
    {"__annotations__", function_annotations, 1, 2, kGetter | kSetter},
    {"__code__", function_code, 1, 1, kGetter},
    {"__globals__", function_globals, 1, 1, kGetter},
    {"__closure__", function_closure, 1, 1, kGetter},
    {"__get__", function_get, 2, 3},
};

NativeFunction* as_native(Value v) { return static_cast<NativeFunction*>(v.object()); }

Value native_repr(VmThread& t, const Args& args) {
  const NativeFunction* f = as_native(args[0]);
  if (f->owner != nullptr) {
    return text(t, "<method '" + utf8(f->name) + "' of '" + utf8(f->owner->name) + "' objects>");
  }
  return text(t, "<built-in function " + utf8(f->name) + ">");
}
Value native_name(VmThread&, const Args& args) { return as_native(args[0])->name; }
Value native_qualname(VmThread& t, const Args& args) {
  const NativeFunction* f = as_native(args[0]);
  if (f->owner == nullptr) return f->name;
  return text(t, utf8(f->owner->name) + "." + utf8(f->name));
}
Value native_doc(VmThread& t, const Args& args) {
  const char* doc = as_native(args[0])->def->doc;
  return doc != nullptr ? text(t, doc) : none();
}
Value native_module(VmThread& t, const Args&) { return text(t, "builtins"); }

constexpr NativeDef kNative[] = {
    {"__repr__", native_repr, 1, 1},
    {"__name__", native_name, 1, 1, kGetter},
    {"__qualname__", native_qualname, 1, 1, kGetter},
    {"__doc__", native_doc, 1, 1, kGetter},
    {"__module__", native_module, 1, 1, kGetter},
};

BoundMethod* as_method(Value v) { return static_cast<BoundMethod*>(v.object()); }

Value method_new(VmThread& t, const Args& args) {
  auto* m = t.make<BoundMethod>(t.vm.types.method);
  m->function = args[1];
  m->self = args[2];
  return m;
}
Value method_func(VmThread&, const Args& args) { return as_method(args[0])->function; }
Value method_self(VmThread&, const Args& args) { return as_method(args[0])->self; }
Value method_getattr(VmThread& t, const Args& args) {
  return get_attribute(t, as_method(args[0])->function, t.vm.intern(as_str(args[1])));
}
/// State: (qualified name, self): the repr of self has come.
Value after_method_repr(VmThread& t, Value self_text, Value state) {
  return text(t, "<bound method " + utf8(as_str(state)) + " of " + utf8(as_str(self_text)) + ">");
}
Value method_repr(VmThread& t, const Args& args) {
  const BoundMethod* m = as_method(args[0]);
  if (kind_of(m->function) == Kind::Native) {
    return text(t, "<built-in method " + utf8(as_native(m->function)->name) + " of " +
                       type_name(t.vm, m->self) + " object at " +
                       (m->self.is_object() ? address(m->self.object()) : "0x0") + ">");
  }
  Value name = kind_of(m->function) == Kind::Function ? as_function(m->function)->qualname.load()
                                                      : text(t, "?");
  const Value self_text = repr_value(t, m->self);
  if (!self_text.empty()) return after_method_repr(t, self_text, name);
  return t.exception.empty() ? pending_then(t, {after_method_repr, name, false}) : Value();
}

constexpr NativeDef kMethod[] = {
    {"__new__", method_new, 3, 3},
    {"__repr__", method_repr, 1, 1},
    {"__func__", method_func, 1, 1, kGetter},
    {"__self__", method_self, 1, 1, kGetter},
    {"__getattr__", method_getattr, 2, 2},
};

// --- property, staticmethod, classmethod
// -----------------------------------------------------------------

Property* as_property(Value v) { return static_cast<Property*>(v.object()); }

Value property_new(VmThread& t, const Args& args) {
  const char* const names[] = {"fget", "fset", "fdel", "doc"};
  Value v[] = {none(), none(), none(), none()};
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!read_arguments(t, "property", rest, names, 4, 0, v)) return Value();
  Type* type = as_type(args[0]);
  auto* p = t.make<Property>(type, type->size - sizeof(Property));
  p->get = v[0];
  p->set = v[1];
  p->del = v[2];
  p->doc = v[3];
  if (p->doc == none() && kind_of(p->get) == Kind::Function)
    p->doc = as_function(p->get)->doc.load();
  return p;
}

template <Value Property::*kField>
Value property_with(VmThread& t, const Args& args) {
  const Property* old = as_property(args[0]);
  auto* p = t.make<Property>(old->type, old->type->size - sizeof(Property));
  p->get = old->get;
  p->set = old->set;
  p->del = old->del;
  p->doc = old->doc;
  p->*kField = args[1];
  return p;
}
template <Value Property::*kField>
Value property_field(VmThread&, const Args& args) {
  const Value v = as_property(args[0])->*kField;
  return v.empty() ? none() : v;
}
Value property_get(VmThread& t, const Args& args) {
  if (args[1] == none()) return args[0];
  return bind_descriptor(t, args[0], args[1], class_of(t.vm, args[1]));
}
Value property_set(VmThread& t, const Args& args) {
  const Value f = as_property(args[0])->set;
  if (f == none() || f.empty()) {
    return raisef(t, t.vm.types.AttributeError, "property of '%s' object has no setter",
                  type_name(t.vm, args[1]).c_str());
  }
  return pending_call(t, f, {args[1], args[2]});
}

constexpr NativeDef kProperty[] = {
    {"__new__", property_new, 1, 5, kKeywords},
    {"getter", property_with<&Property::get>, 2, 2},
    {"setter", property_with<&Property::set>, 2, 2},
    {"deleter", property_with<&Property::del>, 2, 2},
    {"fget", property_field<&Property::get>, 1, 1, kGetter},
    {"fset", property_field<&Property::set>, 1, 1, kGetter},
    {"fdel", property_field<&Property::del>, 1, 1, kGetter},
    {"__doc__", property_field<&Property::doc>, 1, 1, kGetter},
    {"__get__", property_get, 2, 3},
    {"__set__", property_set, 3, 3},
};

Value wrapper_new(VmThread& t, const Args& args) {
  Type* type = as_type(args[0]);
  auto* w = t.make<MethodWrapper>(type, type->size - sizeof(MethodWrapper));
  w->function = args[1];
  return w;
}
Value wrapper_function(VmThread&, const Args& args) {
  return static_cast<MethodWrapper*>(args[0].object())->function;
}
Value wrapper_get(VmThread& t, const Args& args) {
  Type* type = args.n > 2 && is_type(args[2]) ? as_type(args[2]) : class_of(t.vm, args[1]);
  return bind_descriptor(t, args[0], args[1], type);
}
Value wrapper_getattr(VmThread& t, const Args& args) {
  return get_attribute(t, wrapper_function(t, args), t.vm.intern(as_str(args[1])));
}

constexpr NativeDef kWrapper[] = {
    {"__new__", wrapper_new, 2, 2},
    {"__func__", wrapper_function, 1, 1, kGetter},
    {"__wrapped__", wrapper_function, 1, 1, kGetter},
    {"__get__", wrapper_get, 2, 3},
    {"__getattr__", wrapper_getattr, 2, 2},
};

// --- module, super, cell, code
// ---------------------------------------------------------------------------

Value module_new(VmThread& t, const Args& args) {
  auto* m = t.make<Module>(t.vm.types.module);
  m->name = args.n > 1 && is_str(args[1]) ? as_str(args[1]) : t.vm.intern("?");
  m->dict = namespace_new(t);
  dict_set_str(t, m->dict, t.vm.names.name, m->name);
  dict_set_str(t, m->dict, t.vm.names.doc, args.get(2, none()));
  return m;
}
Value module_repr(VmThread& t, const Args& args) {
  const auto* m = static_cast<Module*>(args[0].object());
  const Value file = dict_get_str(m->dict, t.vm.names.file);
  const std::string where = is_str(file) ? " from '" + utf8(as_str(file)) + "'>" : " (built-in)>";
  return text(t, "<module '" + utf8(m->name) + "'" + where);
}

constexpr NativeDef kModule[] = {
    {"__new__", module_new, 1, 3},
    {"__repr__", module_repr, 1, 1},
};

/// super() without arguments: the method's own class and first argument, from the caller's frame.
bool find_super(VmThread& t, Value* type, Value* self) {
  for (auto it = t.frames.rbegin(); it != t.frames.rend(); ++it) {
    const lang::Code& code = *it->code->code;
    if (code.argcount == 0) break;
    for (std::size_t i = 0; i < code.freevars.size(); ++i) {
      if (code.freevars[i] != "__class__") continue;
      const std::size_t reg = it->code->locals + code.cellvars.size() + i;
      *type = static_cast<Cell*>(it->regs[reg].object())->value.load();
      *self = it->regs[0];
      for (std::size_t c = 0; c < code.cellvars.size(); ++c) {
        if (code.cell_parameters[c] == 0) {
          *self = static_cast<Cell*>(it->regs[it->code->locals + c].object())->value.load();
        }
      }
      if (type->empty()) {
        raise(t, t.vm.types.RuntimeError, "super(): empty __class__ cell");
        return false;
      }
      if (self->empty()) {
        raise(t, t.vm.types.RuntimeError, "super(): arg[0] deleted");
        return false;
      }
      return true;
    }
    break;
  }
  raise(t, t.vm.types.RuntimeError,
        t.frames.empty() || t.frames.back().code->code->argcount == 0
            ? "super(): no arguments"
            : "super(): __class__ cell not found");
  return false;
}

Value super_new(VmThread& t, const Args& args) {
  Value type = args.get(1);
  Value self = args.get(2);
  if (type.empty() && !find_super(t, &type, &self)) return Value();
  if (!is_type(type)) {
    return raise_type_error(t, "super() argument 1 must be a type, not %s",
                            type_name(t.vm, type).c_str());
  }
  auto* s = t.make<Super>(t.vm.types.super);
  s->start = as_type(type);
  s->self = self.empty() ? none() : self;
  if (s->self == none()) return s;
  if (is_type(self) && is_subtype(as_type(self), s->start)) {
    s->self_type = as_type(self);
  } else if (is_instance(t.vm, self, s->start)) {
    s->self_type = class_of(t.vm, self);
  } else {
    return raise_type_error(t, "super(type, obj): obj must be an instance or subtype of type");
  }
  return s;
}
Value super_repr(VmThread& t, const Args& args) {
  const auto* s = static_cast<Super*>(args[0].object());
  const std::string self =
      s->self_type != nullptr ? "<" + utf8(s->self_type->name) + " object>" : "NULL";
  return text(t, "<super: <class '" + utf8(s->start->name) + "'>, " + self + ">");
}
Value super_self(VmThread&, const Args& args) {
  return static_cast<Super*>(args[0].object())->self;
}
Value super_this_class(VmThread&, const Args& args) {
  return static_cast<Super*>(args[0].object())->start;
}
Value super_self_class(VmThread&, const Args& args) {
  Type* type = static_cast<Super*>(args[0].object())->self_type;
  return type != nullptr ? Value(type) : none();
}

constexpr NativeDef kSuper[] = {
    {"__new__", super_new, 1, 3},
    {"__repr__", super_repr, 1, 1},
    {"__self__", super_self, 1, 1, kGetter},
    {"__thisclass__", super_this_class, 1, 1, kGetter},
    {"__self_class__", super_self_class, 1, 1, kGetter},
};

Value cell_contents(VmThread& t, const Args& args) {
  auto* cell = static_cast<Cell*>(args[0].object());
  if (args.n == 2) {
    cell->value.store(args[1]);
    return none();
  }
  const Value v = cell->value.load();
  return v.empty() ? raise_value_error(t, "Cell is empty") : v;
}
const Member* as_member(Value v) { return static_cast<Member*>(v.object()); }
Value member_repr(VmThread& t, const Args& args) {
  const Member* m = as_member(args[0]);
  return text(t, "<member '" + utf8(m->name) + "' of '" + utf8(m->owner->name) + "' objects>");
}
Value member_name(VmThread&, const Args& args) { return as_member(args[0])->name; }
Value member_owner(VmThread&, const Args& args) { return as_member(args[0])->owner; }
Value member_get(VmThread& t, const Args& args) {
  if (args[1] == none()) return args[0];
  return get_attribute(t, args[1], as_member(args[0])->name);
}
Value member_set(VmThread& t, const Args& args) {
  return set_attribute(t, args[1], as_member(args[0])->name, args[2]);
}
constexpr NativeDef kMember[] = {
    {"__repr__", member_repr, 1, 1},
    {"__name__", member_name, 1, 1, kGetter},
    {"__objclass__", member_owner, 1, 1, kGetter},
    {"__get__", member_get, 2, 3},
    {"__set__", member_set, 3, 3},
};

constexpr NativeDef kCell[] = {{"cell_contents", cell_contents, 1, 2, kGetter | kSetter}};

const lang::Code& code_of(const Args& args) {
  return *static_cast<CodeObject*>(args[0].object())->code->code;
}
Value code_name(VmThread& t, const Args& args) { return text(t, code_of(args).name); }
Value code_qualname(VmThread& t, const Args& args) { return text(t, code_of(args).qualname); }
Value code_filename(VmThread& t, const Args& args) { return text(t, code_of(args).filename); }
Value code_first_line(VmThread& t, const Args& args) {
  return int_value(t, code_of(args).first_line);
}
Value code_argcount(VmThread& t, const Args& args) { return int_value(t, code_of(args).argcount); }
Value code_kwonly(VmThread& t, const Args& args) {
  return int_value(t, code_of(args).kwonlyargcount);
}
Value code_posonly(VmThread& t, const Args& args) {
  return int_value(t, code_of(args).posonlyargcount);
}
Value code_flags(VmThread& t, const Args& args) {
  return int_value(t, code_of(args).flags & 0xFFFF);
}
Value names_tuple(VmThread& t, const std::vector<std::string>& names) {
  std::vector<Value> items;
  for (const std::string& n : names) items.push_back(t.vm.intern(n));
  return tuple_from(t, items.data(), items.size());
}
Value code_varnames(VmThread& t, const Args& args) {
  return names_tuple(t, code_of(args).varnames);
}
Value code_names(VmThread& t, const Args& args) { return names_tuple(t, code_of(args).names); }
Value code_freevars(VmThread& t, const Args& args) {
  return names_tuple(t, code_of(args).freevars);
}
Value code_cellvars(VmThread& t, const Args& args) {
  return names_tuple(t, code_of(args).cellvars);
}
Value code_repr(VmThread& t, const Args& args) {
  const lang::Code& c = code_of(args);
  return text(t, "<code object " + c.name + " at " + address(args[0].object()) + ", file \"" +
                     c.filename + "\", line " + std::to_string(c.first_line) + ">");
}
constexpr NativeDef kCode[] = {
    {"__repr__", code_repr, 1, 1},
    {"co_name", code_name, 1, 1, kGetter},
    {"co_qualname", code_qualname, 1, 1, kGetter},
    {"co_filename", code_filename, 1, 1, kGetter},
    {"co_firstlineno", code_first_line, 1, 1, kGetter},
    {"co_argcount", code_argcount, 1, 1, kGetter},
    {"co_kwonlyargcount", code_kwonly, 1, 1, kGetter},
    {"co_posonlyargcount", code_posonly, 1, 1, kGetter},
    {"co_flags", code_flags, 1, 1, kGetter},
    {"co_varnames", code_varnames, 1, 1, kGetter},
    {"co_names", code_names, 1, 1, kGetter},
    {"co_freevars", code_freevars, 1, 1, kGetter},
    {"co_cellvars", code_cellvars, 1, 1, kGetter},
};

// --- functions about attributes and classes
// --------------------------------------------------------------

Str* attribute_name(VmThread& t, const char* function, Value name) {
  if (is_str(name)) return t.vm.intern(as_str(name));
  raise_type_error(t, "%sattribute name must be string, not '%s'", function,
                   type_name(t.vm, name).c_str());
  return nullptr;
}

Value builtin_getattr(VmThread& t, const Args& args) {
  Str* name = attribute_name(t, "", args[1]);
  if (name == nullptr) return Value();
  return args.n == 3 ? get_attribute_or(t, args[0], name, args[2])
                     : get_attribute(t, args[0], name);
}
Value after_hasattr(VmThread&, Value found, Value missing) { return boolean(!(found == missing)); }
Value builtin_hasattr(VmThread& t, const Args& args) {
  Str* name = attribute_name(t, "", args[1]);
  if (name == nullptr) return Value();
  // A fresh object: nothing can be identical to it.
  const Value missing = t.make<Cell>(t.vm.types.cell);
  const Value r = get_attribute_or(t, args[0], name, missing);
  if (!r.empty()) return after_hasattr(t, r, missing);
  return t.exception.empty() ? pending_then(t, {after_hasattr, missing, false}) : Value();
}
Value builtin_setattr(VmThread& t, const Args& args) {
  Str* name = attribute_name(t, "", args[1]);
  return name == nullptr ? Value() : set_attribute(t, args[0], name, args[2]);
}
Value builtin_delattr(VmThread& t, const Args& args) {
  Str* name = attribute_name(t, "", args[1]);
  return name == nullptr ? Value() : delete_attribute(t, args[0], name);
}

/// isinstance and issubclass for a class, a tuple of them, or anything with __instancecheck__.
Value check_class(VmThread& t, Value subject, Value of, bool instance) {
  if (is_type(of)) {
    Type* type = as_type(of);
    const Special s = instance ? Special::InstanceCheck : Special::SubclassCheck;
    const Value custom = type->type != t.vm.types.type ? special(type->type, s) : Value();
    if (custom.is_object() && custom.object()->type == t.vm.types.function) {
      if (instance && class_of(t.vm, subject) == type) return boolean(true);
      return pending_call(t, prelude_function(t, "truth_of_call"), {custom, of, subject});
    }
    return boolean(instance ? is_instance(t.vm, subject, type)
                            : is_subtype(as_type(subject), type));
  }
  if (kind_of(of) == Kind::Tuple) {
    auto* types = static_cast<Tuple*>(of.object());
    for (std::uint32_t i = 0; i < types->size; ++i) {
      const Value r = check_class(t, subject, types->items()[i], instance);
      if (r.empty() && t.exception.empty()) {
        t.pending.kind = Pending::Kind::None;
        return pending_call(t, prelude_function(t, instance ? "isinstance_any" : "issubclass_any"),
                            {subject, of});
      }
      if (r.empty() || r == boolean(true)) return r;
    }
    return boolean(false);
  }
  const Value hook =
      special(class_of(t.vm, of), instance ? Special::InstanceCheck : Special::SubclassCheck);
  if (!hook.empty()) return pending_call(t, hook, {of, subject});
  return raise_type_error(
      t, instance ? "isinstance() arg 2 must be a type, a tuple of types, or a union"
                  : "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}
Value builtin_isinstance(VmThread& t, const Args& args) {
  return check_class(t, args[0], args[1], true);
}
Value builtin_issubclass(VmThread& t, const Args& args) {
  if (!is_type(args[0])) return raise_type_error(t, "issubclass() arg 1 must be a class");
  return check_class(t, args[0], args[1], false);
}

Value builtin_globals(VmThread& t, const Args&) { return caller_frame(t)->code->globals; }
Value builtin_locals(VmThread& t, const Args&) { return frame_locals(t, *caller_frame(t)); }
Value after_vars(VmThread& t, Value found, Value missing) {
  if (!(found == missing)) return found;
  return raise_type_error(t, "vars() argument must have __dict__ attribute");
}
Value builtin_vars(VmThread& t, const Args& args) {
  if (args.n == 0) return builtin_locals(t, args);
  const Value missing = t.make<Cell>(t.vm.types.cell);
  const Value r = get_attribute_or(t, args[0], t.vm.intern("__dict__"), missing);
  if (!r.empty()) return after_vars(t, r, missing);
  return t.exception.empty() ? pending_then(t, {after_vars, missing, false}) : Value();
}

constexpr NativeDef kFunctions[] = {
    {"getattr", builtin_getattr, 2, 3},
    {"hasattr", builtin_hasattr, 2, 2},
    {"setattr", builtin_setattr, 3, 3},
    {"delattr", builtin_delattr, 2, 2},
    {"isinstance", builtin_isinstance, 2, 2},
    {"issubclass", builtin_issubclass, 2, 2},
    {"globals", builtin_globals, 0, 0},
    {"locals", builtin_locals, 0, 0},
    {"vars", builtin_vars, 0, 1},
};

Value native_singleton(VmThread& t, const Args& args) {
  Type* type = as_type(args[0]);
  if (type == t.vm.types.none) return none();
  return type == t.vm.types.ellipsis ? Value(&g_ellipsis) : not_implemented();
}
constexpr NativeDef kSingleton[] = {{"__new__", native_singleton, 1, 1}};

void put_in_builtins(VmThread& t) {
  Vm& vm = t.vm;
  const Types& y = vm.types;
  for (Type* type :
       {y.object, y.type,      y.integer,  y.floating,     y.complex,     y.boolean, y.str,
        y.bytes,  y.bytearray, y.tuple,    y.list,         y.dict,        y.set,     y.frozenset,
        y.range,  y.slice,     y.property, y.staticmethod, y.classmethod, y.super}) {
    dict_set_str(t, vm.builtins, type->name, type);
  }
  dict_set_str(t, vm.builtins, vm.intern("NotImplemented"), not_implemented());
  dict_set_str(t, vm.builtins, vm.intern("Ellipsis"), &g_ellipsis);
  dict_set_str(t, vm.builtins, vm.intern("__debug__"), boolean(true));
}

}  // namespace

Frame* caller_frame(VmThread& t) {
  for (auto it = t.frames.rbegin(); it != t.frames.rend(); ++it) {
    if (!it->code->hidden) return &*it;
  }
  return nullptr;
}

Value frame_locals(VmThread& t, const Frame& f) {
  if (f.names != nullptr) return f.names;
  const lang::Code& code = *f.code->code;
  Dict* dict = dict_new(t);
  for (std::size_t i = 0; i < code.varnames.size(); ++i) {
    if (!f.regs[i].empty()) dict_set_str(t, dict, t.vm.intern(code.varnames[i]), f.regs[i]);
  }
  for (std::size_t i = 0; i < f.code->cells; ++i) {
    const Value v = static_cast<Cell*>(f.regs[f.code->locals + i].object())->value.load();
    Str* name = t.vm.intern(code.cell_name(static_cast<std::uint32_t>(i)));
    if (!v.empty()) dict_set_str(t, dict, name, v);
  }
  return dict;
}

Value code_object(VmThread& t, ExecCode* code) {
  if (code->code_object.empty()) {
    auto* o = t.make<CodeObject>(t.vm.types.code);
    o->code = code;
    code->code_object = o;
  }
  return code->code_object;
}

bool is_object_init(VmThread& t, Value v) {
  return v.is_object() && v.object()->type == t.vm.types.native &&
         static_cast<NativeFunction*>(v.object())->def->fn == object_init;
}
bool is_object_new(VmThread& t, Value v) {
  return v.is_object() && v.object()->type == t.vm.types.native &&
         static_cast<NativeFunction*>(v.object())->def->fn == object_new;
}

bool check_object_arguments(VmThread& t, Type* type, const Args& args) {
  if (args.n + args.kw_count() == 0) return true;
  if (!is_object_init(t, special(type, Special::Init))) return true;
  raise_type_error(t, "%s() takes no arguments", utf8(type->name).c_str());
  return false;
}

bool check_not_abstract(VmThread& t, Type* type) {
  if (!type->is_python) return true;
  Cell* cell = namespace_find(type->dict, t.vm.names.abstract);
  const Value abstract = cell != nullptr ? cell->value.load() : Value();
  if (abstract.empty() ||
      (kind_of(abstract) != Kind::FrozenSet && kind_of(abstract) != Kind::Set)) {
    return true;
  }
  std::vector<std::string> names;
  Value name;
  for (std::uint32_t at = 0; set_next(static_cast<Set*>(abstract.object()), &at, &name);) {
    names.push_back(utf8(as_str(name)));
  }
  if (names.empty()) return true;
  std::sort(names.begin(), names.end());
  std::string list;
  for (const std::string& n : names) list += (list.empty() ? "" : ", ") + n;
  raise_type_error(t, "Can't instantiate abstract class %s with abstract method%s %s",
                   utf8(type->name).c_str(), names.size() == 1 ? "" : "s", list.c_str());
  return false;
}

void init_core_types(VmThread& t) {
  const Types& y = t.vm.types;
  add_methods(t, y.object, kObject);
  add_methods(t, y.type, kType);
  add_methods(t, y.function, kFunction);
  add_methods(t, y.native, kNative);
  add_methods(t, y.method, kMethod);
  add_methods(t, y.property, kProperty);
  add_methods(t, y.staticmethod, kWrapper);
  add_methods(t, y.classmethod, kWrapper);
  add_methods(t, y.module, kModule);
  add_methods(t, y.super, kSuper);
  add_methods(t, y.cell, kCell);
  add_methods(t, y.member, kMember);
  add_methods(t, y.code, kCode);
  add_methods(t, y.none, kSingleton);
  add_methods(t, y.ellipsis, kSingleton);
  add_methods(t, y.not_implemented, kSingleton);
  auto* module = static_cast<Module*>(dict_get_str(t.vm.modules, t.vm.names.builtins).object());
  add_functions(t, module, kFunctions);
  init_class_statement(t, module);
  put_in_builtins(t);
}

}  // namespace interleave::vm
