// id(): one number per object, for as long as it lives.
//
// Also the hash of objects that have no other, and what `<… object at 0x…>` shows. Any thread.
#pragma once

#include "vm/object.h"

namespace interleave::vm {

/// Where the object lies; objects never move.
inline std::uint64_t identity_of(const Object* o) {
  return static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(o));
}
/// As CPython, which drops the bits that alignment makes zero.
inline Hash identity_hash(const Object* o) { return static_cast<Hash>(identity_of(o) >> 4); }

}  // namespace interleave::vm
