// Classes: making them, looking names up through the MRO, and the table rows of native ones.
//
// Not attribute access on instances (attributes.h). Lookups may run on any thread that runs Python
// code; changes to a class happen under its ObjectLock.
#pragma once

#include <initializer_list>
#include <span>

#include "vm/native.h"
#include "vm/vm.h"

namespace interleave::vm {

/// Attribute slots inside instances of classes that are not written in Python (exceptions).
inline constexpr std::uint16_t kNativeInlineCapacity = 2;

struct TypeSpec {
  const char* name;
  Kind kind;
  std::uint32_t size;
  TraceFn trace = nullptr;
  FinalizeFn finalize = nullptr;
  Type* base = nullptr;  // null: object
  bool can_subclass = true;
  bool instantiable = true;
  const char* module = "builtins";
  const char* doc = nullptr;
};

/// A native class, immortal. Its methods are added with add_methods().
Type* make_type(VmThread& t, const TypeSpec& spec);
/// Adds a table of methods, getters and specials ("__add__" rows fill Type::special too).
void add_methods(VmThread& t, Type* type, std::span<const NativeDef> defs);
/// Adds functions to a module's namespace.
void add_functions(VmThread& t, Module* module, std::span<const NativeDef> defs);
Module* make_module(VmThread& t, const char* name);
void module_set(VmThread& t, Module* module, const char* name, Value value);

/// A native function object of its own, `self` bound as first argument unless empty.
Value new_native(VmThread& t, const NativeDef& def, Value self);
/// Name, bases, MRO, namespace and inherited specials of a class whose base is set.
void finish_type(VmThread& t, Type* type, const char* name, const char* module);
void note_subclass(VmThread& t, Type* base, Type* subclass);
/// After `name` changed in the class's namespace: the table of specials, subclasses too.
void update_specials_for(VmThread& t, Type* type, Str* name);
void update_special(VmThread& t, Type* type, int index);
/// Traces Attrs and inline slots: plain instances.
void trace_instance(Object* o, Marker& m);

/// type(name, bases, namespace): a class made by a class statement. `keywords` go to
/// __init_subclass__. The result may be pending (__set_name__, __init_subclass__).
Value new_class(VmThread& t, Type* metaclass, Str* name, Tuple* bases, Dict* names,
                Value keyword_names, const Value* keyword_values);
/// The metaclass among the bases' that derives from all others; null with TypeError raised.
Type* best_metaclass(VmThread& t, Type* metaclass, Tuple* bases);

/// The attribute as it stands in the first class of the MRO that has it; empty: none.
Value type_lookup(const Type* type, Str* name);
inline Value special(const Type* type, Special s) {
  return type->special[static_cast<int>(s)].load();
}
bool is_instance(const Vm& vm, Value v, const Type* type);

/// Class of any value, immediates included. Hot: inline.
inline Type* class_of(const Vm& vm, Value v) {
  if (v.is_int()) return vm.types.integer;
  if (v.is_double()) return vm.types.floating;
  return v.object()->type;
}
inline Kind kind_of(Value v) {
  if (v.is_int()) return Kind::Int;
  if (v.is_double()) return Kind::Float;
  return v.object()->type->kind;
}

}  // namespace interleave::vm
