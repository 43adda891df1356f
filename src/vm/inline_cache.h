// What an attribute instruction remembers from last time, in one word behind it.
//
// Either (odd) a shape and the place of the attribute in the object, or (even) a pointer to an
// immutable InlineCache. One word, so that threads without a GIL never see half of one. Not a
// method cache: each instruction has its own. Called on the thread that runs the code.
#pragma once

#include "vm/attributes.h"
#include "vm/exec_code.h"

namespace interleave::vm {

/// A lookup that went through a class, module or shape transition; or the places of several shapes.
struct InlineCache : Object {
  const void* key = nullptr;    // cache_key() it is valid for; of a super(): super_key()
  const Type* start = nullptr;  // of a super(): the class behind which the search begins
  std::uint32_t epoch = 0;      // g_class_epoch it is valid in
  std::uint32_t place = 0;      // word offset of the attribute, where there is no cell
  Cell* cell = nullptr;         // where the value is: a class's or module's namespace
  Shape* next = nullptr;        // STORE_ATTR: the shape with the attribute added
  // What was found before for other keys in the same epoch, so many.
  const InlineCache* earlier = nullptr;
  std::uint32_t earlier_count = 0;
};

using CacheWord = Shared<std::uint64_t>;
inline CacheWord* cache_word(const Instr* pc) {
  return reinterpret_cast<CacheWord*>(const_cast<Instr*>(pc + 1));
}

inline std::uint64_t pack_place(const Shape* shape, std::uint64_t word_offset) {
  return (static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(shape)) << 16) |
         (word_offset << 1) | 1;
}
inline bool place_matches(std::uint64_t word, const Shape* shape) {
  return (word >> 16) == static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(shape)) &&
         (word & 1) != 0;
}
inline Slot* place_slot(std::uint64_t word, Object* o) {
  return reinterpret_cast<Slot*>(o) + ((word & 0xFFFF) >> 1);
}
inline const InlineCache* cached_entry(std::uint64_t word) {
  if (word == 0 || (word & 1) != 0) return nullptr;
  return reinterpret_cast<const InlineCache*>(static_cast<std::uintptr_t>(word));
}

/// What decides where a lookup on this object ends: its shape, itself (modules, classes), or its
/// class. Null: not to be cached.
inline const void* cache_key(const Object* o) {
  if ((o->flags & kHasShape) != 0) return static_cast<const Instance*>(o)->attrs.shape.load();
  const Kind kind = o->type->kind;
  if (kind == Kind::Type || kind == Kind::Module) return o;
  if (o->type->attrs_offset != 0 || kind == Kind::Function || kind == Kind::Super) return nullptr;
  return o->type;
}

/// What an instance with this shape has at the place that an entry remembers; empty: none does.
inline Value cached_place(std::uint64_t word, const Shape* shape, Object* o) {
  const InlineCache* e = cached_entry(word);
  if (e == nullptr || e->epoch != g_class_epoch.load()) return Value();
  for (; e != nullptr; e = e->earlier) {
    if (e->key == shape && e->cell == nullptr)
      return (reinterpret_cast<Slot*>(o) + e->place)->load();
  }
  return Value();
}

/// The getter of a property written in Python that reading calls; empty: it is something else.
inline Value cached_getter(const Vm& vm, std::uint64_t word, const Object* o) {
  const void* key = cache_key(o);
  const InlineCache* e = key != nullptr ? cached_entry(word) : nullptr;
  if (e == nullptr || e->epoch != g_class_epoch.load()) return Value();
  for (; e != nullptr; e = e->earlier) {
    if (e->key != key || e->cell == nullptr) continue;
    const Value found = e->cell->value.load();
    if (!found.is_object() || found.object()->type != vm.types.property) return Value();
    const Value get = static_cast<const Property*>(found.object())->get;
    return get.is_object() && get.object()->type == vm.types.function ? get : Value();
  }
  return Value();
}

/// Forgets where instances keep their attributes.
void forget_places(const ExecCode& code);

/// The complete operations, which fill the cache where that is possible. Results as for NativeFn.
Value load_attribute(VmThread& t, Value object, Str* name, CacheWord* cache);
Value load_method(VmThread& t, Value object, Str* name, CacheWord* cache, Value* self);
Value store_attribute(VmThread& t, Value object, Str* name, Value value, CacheWord* cache);

}  // namespace interleave::vm
