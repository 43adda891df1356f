// How a function written in C++ is called from Python, what it may answer, and how one is declared.
//
// A native function never blocks, never reads a clock, never calls back into Python and never
// recurses into the interpreter. Where it would have to, it *says so* and returns: pending_call()
// has the machine call Python next, pending_block() parks the thread, pending_native() runs long
// C++ work without the GIL. Allocation never collects, so no handles and no rooting are needed:
// pointers stay good until it returns. Called on the thread that runs the Python code; with no GIL
// several at once.
#pragma once

#include <cstdint>
#include <string_view>

#include "vm/object.h"

namespace interleave::vm {

/// Arguments in the caller's registers: `n` positional ones (self first for methods), then the
/// values of the keyword arguments, whose names are in kw_names (null: none).
struct Args {
  const Value* v = nullptr;
  std::uint32_t n = 0;
  Tuple* kw_names = nullptr;

  Value operator[](std::uint32_t i) const { return v[i]; }
  std::uint32_t kw_count() const { return kw_names ? kw_names->size : 0; }
  /// Argument i or `otherwise` when it was not given.
  Value get(std::uint32_t i, Value otherwise = Value()) const { return i < n ? v[i] : otherwise; }
};

/// The result; an empty Value means "not a plain result": an exception is set, or something is
/// pending (VmThread::pending says which).
using NativeFn = Value (*)(VmThread&, const Args&);

/// Parameter count `max` of a function that takes any number.
inline constexpr std::uint8_t kAnyArgs = 255;

enum NativeFlag : std::uint8_t {
  kKeywords = 1,      // takes keyword arguments (it reads kw_names itself, see ArgReader in call.h)
  kStaticMethod = 2,  // no self
  kClassMethod = 4,   // first argument is the class
  kGetter = 8,        // attribute: called with self alone when read; 2 args = set when kSetter too
  kSetter = 16,       // may also be called with (self, value) to assign
};

/// One row of a class's or module's table. The machine checks the count of positional arguments
/// (self included) and, for methods, the class of self, with CPython's TypeError texts, before it
/// calls.
struct NativeDef {
  const char* name;
  NativeFn fn;
  std::uint8_t min_args;
  std::uint8_t max_args;
  std::uint8_t flags = 0;
  const char* doc = nullptr;
};

}  // namespace interleave::vm
