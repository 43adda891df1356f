// ==, <, hash and `in` over any values, natively as far as only built-in classes are involved.
//
// Not the comparison of numbers (number.h) or strings (str.h) themselves. A user's special method
// is asked for through pending_call. Called on the thread that runs the code.
#pragma once

#include "lang/code.h"
#include "vm/dict.h"
#include "vm/type.h"

namespace interleave::vm {

/// == and !=.
constexpr bool is_equality(lang::CompareOp op) {
  return op == lang::CompareOp::Eq || op == lang::CompareOp::Ne;
}

enum class Truth : std::uint8_t { False, True, Python, Error };
inline Truth truth(bool b) { return b ? Truth::True : Truth::False; }

/// Containers nested deeper than this are handed to Python, whose recursion has a bound.
inline constexpr int kNativeDepth = 100;

/// a <op> b with Python's rules; any object may come out. Raised or pending otherwise.
Value rich_compare(VmThread& t, Value a, Value b, lang::CompareOp op);
/// What the built-in class's own special method answers: a bool or NotImplemented, raised or
/// pending.
Value native_compare(VmThread& t, Value a, Value b, lang::CompareOp op);
/// Identity or ==, as containers compare. Python: needs a user's __eq__.
Truth equal_native(VmThread& t, Value a, Value b, int depth = 0);
/// a < b for values that are ordered natively. Python: use rich_compare.
Truth less_native(VmThread& t, Value a, Value b, int depth = 0);
inline Hash small_int_hash(Value v) { return v.as_int() == -1 ? -2 : v.as_int(); }
/// Found: *out is the hash; Python: needs a user's __hash__; Error: unhashable.
Lookup hash_value(VmThread& t, Value v, Hash* out);
/// The hash of a tuple whose items have these hashes.
Hash mix_hashes(const Hash* hashes, std::size_t count);
/// hash(v): an int, raised or pending.
Value hash_object(VmThread& t, Value v);
/// item in container: a bool, raised or pending.
Value contains(VmThread& t, Value container, Value item);
/// item in list-or-tuple, whatever a Python subclass overrides.
Value contains_in_sequence(VmThread& t, Value sequence, Value item);
/// bool(v) without Python; Python: a user's __bool__ or __len__ decides.
Truth truth_native(VmThread& t, Value v);
/// bool(v): a bool, raised or pending.
Value truth_value(VmThread& t, Value v);
/// len(v): an int, raised or pending.
Value length_of(VmThread& t, Value v);

/// Whether the class's special is native code rather than a Python function.
bool special_is_native(const Type* type, Special s);

}  // namespace interleave::vm
