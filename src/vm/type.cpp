#include "vm/type.h"

#include "vm/attributes.h"
#include "vm/dict.h"
#include "vm/list.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

int special_index(const Vm& vm, const Str* name) {
  for (int i = 0; i < kSpecialCount; ++i) {
    if (vm.names.special[i] == name) return i;
  }
  return -1;
}

Value wrap_native(VmThread& t, Type* type, const NativeDef& def) {
  auto* fn = t.make<NativeFunction>(t.vm.types.native);
  fn->def = &def;
  fn->owner = type;
  fn->name = t.vm.intern(def.name);
  if ((def.flags & kGetter) != 0) {
    auto* property = t.make<Property>(t.vm.types.property);
    property->get = fn;
    if ((def.flags & kSetter) != 0) property->set = fn;
    property->doc = none();
    return property;
  }
  const bool is_static =
      (def.flags & kStaticMethod) != 0 || fn->name == t.vm.names.special[int(Special::New)];
  if (!is_static && (def.flags & kClassMethod) == 0) return fn;
  fn->owner = nullptr;
  auto* wrapper =
      t.make<MethodWrapper>(is_static ? t.vm.types.staticmethod : t.vm.types.classmethod);
  wrapper->function = fn;
  return wrapper;
}

}  // namespace

void finish_type(VmThread& t, Type* type, const char* name, const char* module) {
  Vm& vm = t.vm;
  type->name = vm.intern(name);
  type->qualname = type->name;
  type->dict = namespace_new(t);
  type->dict->owner_class = type;
  Value base = type->base != nullptr ? Value(type->base) : Value();
  type->bases = tuple_from(t, &base, type->base != nullptr ? 1 : 0);
  const std::uint32_t above = type->base != nullptr ? type->base->mro->size : 0;
  type->mro = tuple_new(t, above + 1);
  type->mro->items()[0] = type;
  for (std::uint32_t i = 0; i < above; ++i) {
    type->mro->items()[i + 1] = type->base->mro->items()[i];
  }
  dict_set_str(t, type->dict, vm.names.module, str_new(t, module));
  if (type->base != nullptr) {
    for (int i = 0; i < kSpecialCount; ++i) {
      type->special[i].store(type->base->special[i].load());
    }
    note_subclass(t, type->base, type);
  }
}

void note_subclass(VmThread& t, Type* base, Type* subclass) {
  if (base->subclasses == nullptr) base->subclasses = list_new(t, 4);
  list_append(t, static_cast<List*>(base->subclasses), subclass);
}

Type* make_type(VmThread& t, const TypeSpec& spec) {
  Vm& vm = t.vm;
  auto* type = t.make<Type>(vm.types.type);
  type->flags |= kImmortal;
  type->kind = spec.kind;
  type->size = spec.size;
  type->base = spec.base != nullptr ? spec.base : vm.types.object;
  type->trace = spec.trace != nullptr ? spec.trace : type->base->trace;
  type->finalize = spec.finalize != nullptr ? spec.finalize : type->base->finalize;
  if (type->trace == trace_instance && spec.kind != Kind::Instance) type->trace = nullptr;
  type->attrs_offset = type->base->kind == spec.kind ? type->base->attrs_offset : 0;
  type->can_subclass = spec.can_subclass;
  type->instantiable = spec.instantiable;
  type->has_dict = true;
  type->inline_capacity = kNativeInlineCapacity;
  vm.add_root(type);
  finish_type(t, type, spec.name, spec.module);
  if (spec.doc != nullptr) dict_set_str(t, type->dict, vm.names.doc, str_new(t, spec.doc));
  return type;
}

void update_special(VmThread& t, Type* type, int index) {
  Value found = type_lookup(type, t.vm.names.special[index]);
  // A static __new__ is called with the class explicitly: the table holds the bare function.
  if (found.is_object() && found.object()->type == t.vm.types.staticmethod) {
    found = static_cast<MethodWrapper*>(found.object())->function;
  }
  type->special[index].store(found);
  auto* subclasses = static_cast<List*>(type->subclasses);
  if (subclasses == nullptr) return;
  Value subclass;
  for (std::int64_t i = 0; list_get(subclasses, i, &subclass); ++i) {
    update_special(t, static_cast<Type*>(subclass.object()), index);
  }
}

void update_specials_for(VmThread& t, Type* type, Str* name) {
  const int index = special_index(t.vm, name);
  if (index >= 0) update_special(t, type, index);
}

void add_methods(VmThread& t, Type* type, std::span<const NativeDef> defs) {
  for (const NativeDef& def : defs) {
    Str* name = t.vm.intern(def.name);
    dict_set_str(t, type->dict, name, wrap_native(t, type, def));
    update_specials_for(t, type, name);
  }
}

Value new_native(VmThread& t, const NativeDef& def, Value self) {
  auto* fn = t.make<NativeFunction>(t.vm.types.native);
  fn->def = &def;
  fn->name = t.vm.intern(def.name);
  fn->self = self;
  return fn;
}

void add_functions(VmThread& t, Module* module, std::span<const NativeDef> defs) {
  for (const NativeDef& def : defs) {
    dict_set_str(t, module->dict, t.vm.intern(def.name), new_native(t, def, Value()));
  }
}

Module* make_module(VmThread& t, const char* name) {
  auto* module = t.make<Module>(t.vm.types.module);
  module->name = t.vm.intern(name);
  module->dict = namespace_new(t);
  dict_set_str(t, module->dict, t.vm.names.name, module->name);
  dict_set_str(t, module->dict, t.vm.names.doc, none());
  dict_set_str(t, t.vm.modules, module->name, module);
  return module;
}

void module_set(VmThread& t, Module* module, const char* name, Value value) {
  dict_set_str(t, module->dict, t.vm.intern(name), value);
}

Value type_lookup(const Type* type, Str* name) {
  const Tuple* mro = type->mro;
  for (std::uint32_t i = 0; i < mro->size; ++i) {
    auto* c = static_cast<Type*>(mro->items()[i].object());
    if (Cell* cell = namespace_find(c->dict, name)) {
      if (Value v = cell->value.load()) return v;
    }
  }
  return Value();
}

bool is_subtype(const Type* type, const Type* of) {
  if (type == of) return true;
  const Tuple* mro = type->mro;
  for (std::uint32_t i = 0; i < mro->size; ++i) {
    if (mro->items()[i].object() == of) return true;
  }
  return false;
}

bool is_instance(const Vm& vm, Value v, const Type* type) {
  return is_subtype(class_of(vm, v), type);
}

}  // namespace interleave::vm
