// Attribute access on any object: obj.name, obj.name = v, del obj.name, with descriptors.
//
// Not name lookup in namespaces (dict.h). Results may be pending (a property's getter,
// __getattr__). Called on the thread that runs the code.
#pragma once

#include "vm/shape.h"

namespace interleave::vm {

/// getattr: may raise AttributeError, or be pending.
Value get_attribute(VmThread& t, Value object, Str* name);
/// As get_attribute, but answers g_not_implemented-free `missing` silently instead of
/// AttributeError from the default lookup (a __getattr__ written in Python may still raise).
Value get_attribute_or(VmThread& t, Value object, Str* name, Value missing);
/// setattr; None or pending or raised.
Value set_attribute(VmThread& t, Value object, Str* name, Value value);
Value delete_attribute(VmThread& t, Value object, Str* name);
// object.__getattribute__, __setattr__ and __delattr__ (value empty), past any of the class's own.
Value default_get_attribute(VmThread& t, Value object, Str* name);
Value default_store_attribute(VmThread& t, Value object, Str* name, Value value);
/// For calls: a function found on the class and not shadowed comes back unbound with *self =
/// object; anything else bound, with *self empty.
Value get_method(VmThread& t, Value object, Str* name, Value* self);

/// The attribute an object holds itself, without its class; empty: none.
Value own_attribute(const Object* object, const Str* name);
/// Stores an attribute in the object itself. False: it cannot have any.
bool set_own_attribute(VmThread& t, Object* object, Str* name, Value value);
bool delete_own_attribute(VmThread& t, Object* object, Str* name);
/// `object.__dict__`; empty if it has none. Moves the attributes into a dict.
Value attributes_dict(VmThread& t, Object* object);
/// Put into the class by __slots__.
inline bool is_member(const Vm& vm, Value v) {
  return v.is_object() && v.object()->type == vm.types.member;
}
/// Null: it has none.
Attrs* attrs_of(Object* object);
/// Where they lie in an instance that varies in size (kAttrsBehind), in bytes from its start.
std::size_t attrs_behind(const Object* object);

/// A name was added to or removed from a class's namespace, or a special replaced: caches are void.
void class_namespace_changed(VmThread& t, Type* type);
/// Changes with every such event; inline caches compare it.
extern Shared<std::uint32_t> g_class_epoch;

/// Binds a function found on a class to an instance, runs descriptors: what `object.name` gives for
/// `found`.
Value bind_descriptor(VmThread& t, Value found, Value object, Type* type);
/// A new instance of a class written in Python (or `object`), without __init__.
Object* new_instance(VmThread& t, Type* type);

}  // namespace interleave::vm
