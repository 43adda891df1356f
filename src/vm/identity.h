// id(): one number per object, for as long as it lives.
//
// Also the hash of objects that have no other, and what `<… object at 0x…>` shows. Deliberately not
// the address: numbers are given in the order in which programs first ask, so that a simulated run
// prints the same, and iterates over sets of objects in the same order, on every platform. Any
// thread.
#pragma once

#include "vm/object.h"

namespace interleave::vm {

/// Looks like an address: a multiple of 16, below 2^47.
std::uint64_t identity_of(const Object* o);
/// As CPython, which drops the bits that alignment makes zero.
inline Hash identity_hash(const Object* o) {
  return static_cast<Hash>((identity_of(o) & 0xFFFFFFFFFF) >> 4);
}

/// The collector calls it between marking and sweeping: numbers of objects without this colour are
/// free again. The world is stopped.
void forget_dead_identities(std::uint8_t colour);
/// A new machine begins: nobody has a number.
void forget_all_identities();

}  // namespace interleave::vm
