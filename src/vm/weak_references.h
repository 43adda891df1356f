// Weak references: objects that name another without keeping it alive.
//
// Only the reference itself and what the collector does with it; weakref.py has the rest. There are
// no reference counts, so a reference dies when the collector finds that its object did, not at
// once; callbacks are run later, by whoever asks for the dead.
// Made and read on any thread that runs Python code; cleared with the world stopped.
#pragma once

#include <atomic>

#include "vm/thread.h"

namespace interleave::vm {

struct WeakReference : Object {
  Slot target;    // empty: dead
  Slot callback;  // or None
};

/// Set with the first weak reference: from then on new frames begin empty, so that what earlier
/// calls left in their registers keeps nothing alive.
extern std::atomic<bool> g_clean_frames;

/// The collector calls it between marking and sweeping: forgets references that nobody has any
/// more, empties those whose object has another colour, and keeps those with callbacks.
void clear_dead_weak_references(std::uint8_t colour);
void trace_weak_references(Marker& marker);
/// A new machine begins: there are none.
void forget_weak_references();

/// Module _weakref.
void init_weak_references(VmThread& t);

}  // namespace interleave::vm
