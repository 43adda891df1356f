#include "vm/attributes.h"

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/lock.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

Shared<std::uint32_t> g_class_epoch{1};

namespace {

/// Written in Python: not one of our own defaults.
bool is_custom(const Vm& vm, Value special_method) {
  return !special_method.empty() &&
         !(special_method.is_object() && special_method.object()->type == vm.types.native);
}

/// Property, or anything whose class has __set__ or __delete__: wins over the instance's own
/// attributes.
bool is_data_descriptor(const Vm& vm, Value v) {
  if (!v.is_object()) return false;
  const Type* type = v.object()->type;
  if (type->kind == Kind::Property) return true;
  return type->is_python &&
         (!special(type, Special::Set).empty() || !special(type, Special::Delete).empty()) &&
         v.object()->type != vm.types.type;
}

Value raise_missing(VmThread& t, Value object, Str* name) {
  std::string text;
  const Type* type = class_of(t.vm, object);
  if (type->kind == Kind::Type) {
    text = "type object '" + utf8(static_cast<Type*>(object.object())->name) + "'";
  } else if (type->kind == Kind::Module) {
    text = "module '" + utf8(static_cast<Module*>(object.object())->name) + "'";
  } else {
    text = "'" + utf8(type->name) + "' object";
  }
  text += " has no attribute '" + utf8(name) + "'";
  Exception* e = new_exception(t, t.vm.types.AttributeError, {str_new(t, text)});
  set_own_attribute(t, e, t.vm.names.bare_name, name);
  set_own_attribute(t, e, t.vm.names.obj, object);
  return raise_object(t, e);
}

/// What a class says of itself: its own MRO, then its metaclass.
Value type_attribute(VmThread& t, Type* type, Str* name) {
  const Value meta = type_lookup(type->type, name);
  if (is_data_descriptor(t.vm, meta)) return bind_descriptor(t, meta, type, type->type);
  Value found = type_lookup(type, name);
  if (!found.empty()) {
    if (!found.is_object()) return found;
    const Type* kind = found.object()->type;
    if (kind == t.vm.types.staticmethod)
      return static_cast<MethodWrapper*>(found.object())->function;
    if (kind == t.vm.types.classmethod) return bind_descriptor(t, found, type, type);
    if (kind->is_python && !special(kind, Special::Get).empty()) {
      return pending_call(t, special(kind, Special::Get), {found, none(), type});
    }
    return found;
  }
  if (!meta.empty()) return bind_descriptor(t, meta, type, type->type);
  return Value();
}

Value super_attribute(VmThread& t, Super* s, Str* name) {
  if (name != t.vm.names.class_ && s->self_type != nullptr) {
    const Tuple* mro = s->self_type->mro;
    std::uint32_t i = 0;
    while (i < mro->size && mro->items()[i].object() != s->start) ++i;
    for (++i; i < mro->size; ++i) {
      auto* c = static_cast<Type*>(mro->items()[i].object());
      Cell* cell = namespace_find(c->dict, name);
      const Value found = cell != nullptr ? cell->value.load() : Value();
      if (found.empty()) continue;
      const bool on_class = s->self.is_object() && s->self.object() == s->self_type;
      if (!on_class) return bind_descriptor(t, found, s->self, s->self_type);
      if (found.is_object() && found.object()->type == t.vm.types.classmethod) {
        return bind_descriptor(t, found, s->self, s->self_type);
      }
      if (found.is_object() && found.object()->type == t.vm.types.staticmethod) {
        return static_cast<MethodWrapper*>(found.object())->function;
      }
      return found;
    }
  }
  const Value found = type_lookup(s->type, name);
  if (!found.empty()) return bind_descriptor(t, found, s, s->type);
  return raisef(t, t.vm.types.AttributeError, "'super' object has no attribute '%s'",
                utf8(name).c_str());
}

/// getattr(o, n, default): AttributeError from Python code answers with the default.
Value after_default(VmThread& t, Value result, Value state) {
  if (!result.empty()) return result;
  if (!is_instance(t.vm, t.exception, t.vm.types.AttributeError)) return Value();
  t.exception = Value();
  return state;
}

Value missing_from(VmThread& t, Value object, Str* name, const Type* type, Value missing) {
  if (object.is_object() && type->kind == Kind::Module) {
    Str* hook_name = t.vm.names.special[int(Special::GetAttr)];
    const Value hook = dict_get_str(static_cast<Module*>(object.object())->dict, hook_name);
    if (!hook.empty()) return pending_call(t, hook, {name});
  }
  const Value hook = special(type, Special::GetAttr);
  if (!hook.empty()) return pending_call(t, hook, {object, name});
  if (!missing.empty()) return missing;
  return raise_missing(t, object, name);
}

/// State: (object, name, missing): __getattribute__ raised AttributeError, so __getattr__ has its
/// turn.
Value after_getattribute(VmThread& t, Value result, Value state) {
  if (!result.empty()) return result;
  if (!is_instance(t.vm, t.exception, t.vm.types.AttributeError)) return Value();
  const Value* s = static_cast<Tuple*>(state.object())->items();
  const Value hook = special(class_of(t.vm, s[0]), Special::GetAttr);
  if (!hook.empty()) {
    t.exception = Value();
    const bool more = !s[2].empty();
    return pending_call(t, hook, {s[0], s[1]},
                        more ? Continuation{after_default, s[2], true} : Continuation{});
  }
  if (s[2].empty()) return Value();
  t.exception = Value();
  return s[2];
}

/// What a property or another data descriptor of the class gives; where it raises AttributeError,
/// __getattr__ has its turn.
Value through_descriptor(VmThread& t, Value found, Value object, Str* name, Value missing) {
  Type* type = class_of(t.vm, object);
  if (found.object()->type->kind == Kind::Property) {
    const Value get = static_cast<Property*>(found.object())->get;
    if (get.empty() || get == none()) {
      return raisef(t, t.vm.types.AttributeError, "property '%s' of '%s' object has no getter",
                    utf8(name).c_str(), utf8(type->name).c_str());
    }
  }
  const Value r = bind_descriptor(t, found, object, type);
  if (!r.empty() || special(type, Special::GetAttr).empty()) return r;
  const Value items[] = {object, name, missing};
  const Value state = tuple_from(t, items, 3);
  if (!t.exception.empty()) return after_getattribute(t, r, state);
  if (t.pending.kind == Pending::Kind::Call && t.pending.after.fn == nullptr) {
    t.pending.after = {after_getattribute, state, true};
  }
  return r;
}

/// A data descriptor that does not say what reading means: the instance's own attribute is read.
bool only_stores(Value descriptor) {
  const Type* type = descriptor.object()->type;
  return type->kind != Kind::Property && special(type, Special::Get).empty();
}

Value default_lookup(VmThread& t, Value object, Str* name, Value missing) {
  Type* type = class_of(t.vm, object);
  if (type->kind == Kind::Super) {
    return super_attribute(t, static_cast<Super*>(object.object()), name);
  }
  if (type->kind == Kind::Type) {
    const Value found = type_attribute(t, static_cast<Type*>(object.object()), name);
    if (!found.empty() || !t.exception.empty() || t.pending.kind != Pending::Kind::None)
      return found;
    return missing_from(t, object, name, type, missing);
  }
  const Value found = type_lookup(type, name);
  if (is_data_descriptor(t.vm, found) && !only_stores(found)) {
    return through_descriptor(t, found, object, name, missing);
  }
  if (object.is_object()) {
    const Value own = own_attribute(object.object(), name);
    if (!own.empty()) return own;
  }
  if (!found.empty() && !is_member(t.vm, found)) return bind_descriptor(t, found, object, type);
  return missing_from(t, object, name, type, missing);
}

}  // namespace

Value bind_descriptor(VmThread& t, Value found, Value object, Type* type) {
  if (!found.is_object()) return found;
  Type* kind = found.object()->type;
  switch (kind->kind) {
    case Kind::Native:
      if (static_cast<NativeFunction*>(found.object())->owner == nullptr) return found;
      [[fallthrough]];
    case Kind::Function: {
      auto* method = t.make<BoundMethod>(t.vm.types.method);
      method->function = found;
      method->self = object;
      return method;
    }
    case Kind::StaticMethod: return static_cast<MethodWrapper*>(found.object())->function;
    case Kind::ClassMethod: {
      const Value inner = static_cast<MethodWrapper*>(found.object())->function;
      if (kind_of(inner) == Kind::Property) return bind_descriptor(t, inner, type, type->type);
      auto* method = t.make<BoundMethod>(t.vm.types.method);
      method->function = inner;
      method->self = type;
      return method;
    }
    case Kind::Property: {
      auto* p = static_cast<Property*>(found.object());
      if (p->get.empty() || p->get == none()) {
        return raisef(t, t.vm.types.AttributeError, "property of '%s' object has no getter",
                      utf8(type->name).c_str());
      }
      if (p->get.object()->type == t.vm.types.native) {
        return call_native(t, static_cast<NativeFunction*>(p->get.object()), {&object, 1});
      }
      return pending_call(t, p->get, {object});
    }
    default: break;
  }
  if (kind->is_python) {
    const Value get = special(kind, Special::Get);
    if (!get.empty()) return pending_call(t, get, {found, object, type});
  }
  return found;
}

Value default_get_attribute(VmThread& t, Value object, Str* name) {
  return default_lookup(t, object, name, Value());
}

Value get_attribute(VmThread& t, Value object, Str* name) {
  return get_attribute_or(t, object, name, Value());
}

Value get_attribute_or(VmThread& t, Value object, Str* name, Value missing) {
  const Type* type = class_of(t.vm, object);
  const Value custom = special(type, Special::GetAttribute);
  if (is_custom(t.vm, custom)) {
    const Value state[] = {object, name, missing};
    return pending_call(t, custom, {object, name},
                        {after_getattribute, tuple_from(t, state, 3), true});
  }
  const Value r = default_lookup(t, object, name, missing);
  if (r.empty() && !missing.empty()) {
    if (t.pending.kind == Pending::Kind::Call && t.exception.empty() &&
        t.pending.after.fn == nullptr) {
      t.pending.after = {after_default, missing, true};
    } else if (!t.exception.empty()) {
      return after_default(t, r, missing);
    }
  }
  return r;
}

Value get_method(VmThread& t, Value object, Str* name, Value* self) {
  *self = Value();
  Type* type = class_of(t.vm, object);
  if (type->kind != Kind::Type && type->kind != Kind::Super && type->kind != Kind::Module &&
      !is_custom(t.vm, special(type, Special::GetAttribute))) {
    const Value found = type_lookup(type, name);
    if (found.is_object() && (found.object()->type == t.vm.types.function ||
                              (found.object()->type == t.vm.types.native &&
                               static_cast<NativeFunction*>(found.object())->owner != nullptr))) {
      const Value own = object.is_object() ? own_attribute(object.object(), name) : Value();
      if (!own.empty()) return own;
      *self = object;
      return found;
    }
  }
  return get_attribute(t, object, name);
}

// --- Storage
// -----------------------------------------------------------------------------------------

namespace {
constexpr std::size_t round_up(std::size_t bytes) { return (bytes + 7) & ~std::size_t{7}; }
}  // namespace

std::size_t attrs_behind(const Object* object) {
  switch (object->type->kind) {
    case Kind::Tuple: {
      return sizeof(Tuple) + static_cast<const Tuple*>(object)->size * sizeof(Value);
    }
    case Kind::Bytes: return round_up(sizeof(Bytes) + static_cast<const Bytes*>(object)->length);
    default:
      return round_up(sizeof(BigInt) +
                      static_cast<const BigInt*>(object)->limb_count * sizeof(std::uint32_t));
  }
}

Attrs* attrs_of(Object* object) {
  std::size_t offset = object->type->attrs_offset;
  if (offset == 0) return nullptr;
  if (offset == kAttrsBehind) offset = attrs_behind(object);
  return reinterpret_cast<Attrs*>(reinterpret_cast<char*>(object) + offset);
}

namespace {

/// Attributes beyond the inline ones live in Attrs::overflow; built-in bases have no inline ones.
Slot* inline_slots_of(Object* object) {
  if ((object->flags & kHasShape) == 0) return nullptr;
  if (object->type->kind == Kind::Exception) return static_cast<Exception*>(object)->inline_slots();
  return static_cast<Instance*>(object)->inline_slots();
}

Slot* attribute_slot(Object* object, Attrs* attrs, const Shape* shape, std::uint32_t index) {
  Slot* slots = inline_slots_of(object);
  const std::uint32_t inside = slots != nullptr ? shape->inline_capacity : 0;
  if (index < inside) return slots + index;
  auto* overflow = static_cast<SlotArray*>(attrs->overflow.load());
  // A racing reader may still see the array that an addition has just replaced.
  if (overflow == nullptr || index - inside >= overflow->capacity) return nullptr;
  return overflow->slots() + (index - inside);
}

Dict* to_dictionary_mode(VmThread& t, Object* object, Attrs* attrs) {
  Shape* shape = attrs->shape.load();
  if (shape->dictionary) return static_cast<Dict*>(attrs->overflow.load());
  Dict* dict = dict_new(t);
  std::vector<std::pair<Str*, Value>> found;
  for (const Shape* s = shape; s->count != 0; s = s->parent) {
    Slot* slot = attribute_slot(object, attrs, shape, s->count - 1);
    if (slot != nullptr && !slot->load().empty()) found.emplace_back(s->name, slot->load());
  }
  for (auto it = found.rbegin(); it != found.rend(); ++it) {
    dict_set_str(t, dict, it->first, it->second);
  }
  attrs->shape.store(dictionary_shape(t, object->type));
  attrs->overflow.store(dict);
  return dict;
}

bool add_attribute(VmThread& t, Object* object, Attrs* attrs, Str* name, Value value) {
  Shape* shape = attrs->shape.load();
  if (shape->dictionary) {
    dict_set_str(t, static_cast<Dict*>(attrs->overflow.load()), name, value);
    return true;
  }
  const std::uint32_t index = shape_index(shape, name);
  if (index != kNoIndex) {
    attribute_slot(object, attrs, shape, index)->store(value);
    return true;
  }
  Shape* next = shape_with(t, shape, name);
  if (next == nullptr) {
    dict_set_str(t, to_dictionary_mode(t, object, attrs), name, value);
    return true;
  }
  Slot* slot = attribute_slot(object, attrs, next, shape->count);
  if (slot == nullptr) {
    auto* old = static_cast<SlotArray*>(attrs->overflow.load());
    const std::uint32_t capacity = old != nullptr ? old->capacity * 2 : 4;
    auto* grown = t.make<SlotArray>(t.vm.types.slot_array, capacity * sizeof(Slot));
    grown->capacity = capacity;
    for (std::uint32_t i = 0; old != nullptr && i < old->capacity; ++i) {
      grown->slots()[i].store(old->slots()[i].load());
    }
    attrs->overflow.store(grown);
    slot = attribute_slot(object, attrs, next, shape->count);
  }
  slot->store(value);
  attrs->shape.store(next);
  return true;
}

Dict* own_dict(Object* object) {
  if (object->type->kind == Kind::Module) return static_cast<Module*>(object)->dict;
  if (object->type->kind == Kind::Function) {
    const Value d = static_cast<Function*>(object)->dict.load();
    return d.empty() ? nullptr : static_cast<Dict*>(d.object());
  }
  return nullptr;
}

}  // namespace

Value own_attribute(const Object* object, const Str* name) {
  auto* o = const_cast<Object*>(object);
  if (Attrs* attrs = attrs_of(o)) {
    const Shape* shape = attrs->shape.load();
    if (shape == nullptr) return Value();
    if (shape->dictionary) {
      Object* dict = attrs->overflow.load();
      if (dict == nullptr || dict->type->kind != Kind::Dict) return Value();
      return dict_get_str(static_cast<Dict*>(dict), const_cast<Str*>(name));
    }
    const std::uint32_t index = shape_index(shape, name);
    if (index == kNoIndex) return Value();
    Slot* slot = attribute_slot(o, attrs, shape, index);
    return slot != nullptr ? slot->load() : Value();
  }
  if (Dict* dict = own_dict(o)) return dict_get_str(dict, const_cast<Str*>(name));
  return Value();
}

bool set_own_attribute(VmThread& t, Object* object, Str* name, Value value) {
  if (Attrs* attrs = attrs_of(object)) {
    ObjectLock lock(t.vm, object);
    if (attrs->shape.load() == nullptr) attrs->shape.store(root_shape(t, object->type));
    return add_attribute(t, object, attrs, name, value);
  }
  if (object->type->kind == Kind::Function) {
    auto* f = static_cast<Function*>(object);
    if (f->dict.load().empty()) f->dict.store(dict_new(t));
  }
  Dict* dict = own_dict(object);
  if (dict == nullptr) return false;
  dict_set_str(t, dict, name, value);
  return true;
}

bool delete_own_attribute(VmThread& t, Object* object, Str* name) {
  if (Attrs* attrs = attrs_of(object)) {
    ObjectLock lock(t.vm, object);
    if (attrs->shape.load() == nullptr) return false;
    return dict_delete_str(t, to_dictionary_mode(t, object, attrs), name);
  }
  Dict* dict = own_dict(object);
  return dict != nullptr && dict_delete_str(t, dict, name);
}

Value attributes_dict(VmThread& t, Object* object) {
  if (!object->type->has_dict) return Value();
  if (Attrs* attrs = attrs_of(object)) {
    ObjectLock lock(t.vm, object);
    if (attrs->shape.load() == nullptr) attrs->shape.store(root_shape(t, object->type));
    return to_dictionary_mode(t, object, attrs);
  }
  if (object->type->kind == Kind::Type) return static_cast<Type*>(object)->dict;
  if (object->type->kind == Kind::Function && own_dict(object) == nullptr) {
    static_cast<Function*>(object)->dict.store(dict_new(t));
  }
  return own_dict(object);
}

Object* new_instance(VmThread& t, Type* type) {
  if (type->kind != Kind::Instance && type->kind != Kind::Exception) {
    // A native layout of fixed size that is valid when zeroed.
    return t.make<Object>(type, type->size - sizeof(Object));
  }
  const std::size_t fixed = type->kind == Kind::Exception ? sizeof(Exception) : sizeof(Instance);
  auto* o = static_cast<Instance*>(
      t.make<Object>(type, fixed - sizeof(Object) + type->inline_capacity * sizeof(Slot)));
  o->flags |= kHasShape;
  o->attrs.shape.store(root_shape(t, type));
  if (type->kind == Kind::Exception) {
    auto* e = reinterpret_cast<Exception*>(o);
    e->cause.store(none());
    e->context.store(none());
    e->traceback.store(none());
  }
  return o;
}

// --- Setting and deleting
// ----------------------------------------------------------------------------

namespace {

Value set_type_attribute(VmThread& t, Type* type, Str* name, Value value) {
  if (!type->is_python) {
    return raise_type_error(t, "cannot set '%s' attribute of immutable type '%s'",
                            utf8(name).c_str(), utf8(type->name).c_str());
  }
  if (value.empty()) {
    if (!dict_delete_str(t, type->dict, name)) return raise_missing(t, type, name);
  } else {
    dict_set_str(t, type->dict, name, value);
  }
  update_specials_for(t, type, name);
  // A name that comes or goes has told of it (dict.cpp), and what caches remember is where values
  // are.
  const bool dunder = utf8(name).starts_with("__");
  if (value.empty() || dunder || is_data_descriptor(t.vm, value)) class_namespace_changed(t, type);
  // Instructions that know where instances keep an attribute do not look at the class any more.
  const Str* const* names = t.vm.names.special;
  if (is_data_descriptor(t.vm, value) || name == names[int(Special::GetAttribute)] ||
      name == names[int(Special::SetAttr)] || name == names[int(Special::Set)] ||
      name == names[int(Special::Delete)]) {
    t.vm.forget_attribute_places();
  }
  return none();
}

Value raise_cannot_set(VmThread& t, Value object, Str* name, bool found_on_class) {
  const std::string type = utf8(class_of(t.vm, object)->name);
  const std::string attribute = utf8(name);
  if (found_on_class) {
    return raisef(t, t.vm.types.AttributeError, "'%s' object attribute '%s' is read-only",
                  type.c_str(), attribute.c_str());
  }
  return raise_missing(t, object, name);
}

Value store_through(VmThread& t, Value descriptor, Value object, Str* name, Value value) {
  Type* kind = descriptor.object()->type;
  if (kind->kind == Kind::Property) {
    auto* p = static_cast<Property*>(descriptor.object());
    const Value f = value.empty() ? p->del : p->set;
    if ((f.empty() || f == none()) && p->get.is_object() &&
        p->get.object()->type == t.vm.types.native) {
      return raisef(t, t.vm.types.AttributeError, "attribute '%s' of '%s' objects is not writable",
                    utf8(name).c_str(), utf8(class_of(t.vm, object)->name).c_str());
    }
    if (f.empty() || f == none()) {
      return raisef(t, t.vm.types.AttributeError, "property '%s' of '%s' object has no %s",
                    utf8(name).c_str(), utf8(class_of(t.vm, object)->name).c_str(),
                    value.empty() ? "deleter" : "setter");
    }
    if (value.empty()) return pending_call(t, f, {object});
    return pending_call(t, f, {object, value});
  }
  if (value.empty()) {
    const Value f = special(kind, Special::Delete);
    if (f.empty()) return raisef(t, t.vm.types.AttributeError, "__delete__");
    return pending_call(t, f, {descriptor, object});
  }
  const Value f = special(kind, Special::Set);
  if (f.empty()) return raisef(t, t.vm.types.AttributeError, "__set__");
  return pending_call(t, f, {descriptor, object, value});
}

/// value empty: delete.
Value store_default(VmThread& t, Value object, Str* name, Value value) {
  Type* type = class_of(t.vm, object);
  const Value found = type_lookup(type, name);
  if (is_data_descriptor(t.vm, found)) return store_through(t, found, object, name, value);
  if (type->kind == Kind::Type) {
    return set_type_attribute(t, static_cast<Type*>(object.object()), name, value);
  }
  if (object.is_object() && type != t.vm.types.object &&
      (type->has_dict || is_member(t.vm, found))) {
    if (value.empty()) {
      if (delete_own_attribute(t, object.object(), name)) return none();
      if (is_member(t.vm, found)) return raise(t, t.vm.types.AttributeError, utf8(name).c_str());
      return raise_missing(t, object, name);
    }
    if (set_own_attribute(t, object.object(), name, value)) return none();
  }
  return raise_cannot_set(t, object, name, !found.empty());
}

}  // namespace

Value default_store_attribute(VmThread& t, Value object, Str* name, Value value) {
  return store_default(t, object, name, value);
}

Value set_attribute(VmThread& t, Value object, Str* name, Value value) {
  const Value custom = special(class_of(t.vm, object), Special::SetAttr);
  if (is_custom(t.vm, custom)) return pending_call(t, custom, {object, name, value});
  return store_default(t, object, name, value);
}

Value delete_attribute(VmThread& t, Value object, Str* name) {
  const Value custom = special(class_of(t.vm, object), Special::DelAttr);
  if (is_custom(t.vm, custom)) return pending_call(t, custom, {object, name});
  return store_default(t, object, name, Value());
}

void class_namespace_changed(VmThread&, Type*) { g_class_epoch.store(g_class_epoch.load() + 1); }

}  // namespace interleave::vm
