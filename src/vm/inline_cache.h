// What an attribute instruction remembers from last time, in one word behind it.
//
// Either (odd) a shape and the place of the attribute in the object, or (even) a pointer to an
// immutable InlineCache. One word, so that threads without a GIL never see half of one. Not a
// method cache: each instruction has its own. Called on the thread that runs the code.
#pragma once

#include "vm/attributes.h"
#include "vm/exec_code.h"

namespace interleave::vm {

/// A lookup that went through a class, module or shape transition.
struct InlineCache : Object {
  const void* key = nullptr;  // cache_key() it is valid for
  std::uint32_t epoch = 0;    // g_class_epoch it is valid in
  std::uint32_t place = 0;    // STORE_ATTR: word offset of the new attribute
  Cell* cell = nullptr;       // where the value is: a class's or module's namespace
  Shape* next = nullptr;      // STORE_ATTR: the shape with the attribute added
  // LOAD_ATTR, LOAD_METHOD: what was found before for other keys in the same epoch, so many.
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

/// Forgets where instances keep their attributes.
void forget_places(const ExecCode& code);

/// The complete operations, which fill the cache where that is possible. Results as for NativeFn.
Value load_attribute(VmThread& t, Value object, Str* name, CacheWord* cache);
Value load_method(VmThread& t, Value object, Str* name, CacheWord* cache, Value* self);
Value store_attribute(VmThread& t, Value object, Str* name, Value value, CacheWord* cache);

}  // namespace interleave::vm
