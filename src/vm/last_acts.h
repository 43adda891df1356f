// What MainThread still runs in Python when its program is over: its own sys.excepthook,
// the shutdown of the library's threads, and atexit.
//
// It only sets the thread up; the executor runs it. Not the waiting for other threads, which is the
// executor's. Called on MainThread.
#pragma once

#include "vm/heap.h"
#include "vm/thread.h"

namespace interleave::vm {

enum class LastAct : std::uint8_t {
  Report,    // t.exception by the program's own sys.excepthook
  Shutdown,  // before other threads are waited for: threading._register_atexit()
  AtExit,    // after that: atexit.register()
};
inline constexpr int kShutdownPhases = 2;

/// Sets the thread's entry to the act and forgets the exception. False: there is nothing to run.
bool prepare_last_act(VmThread& t, LastAct act);
void trace_last_acts(Marker& marker);
/// A new machine begins: nothing is registered.
void forget_last_acts();
/// Registers what runs in LastAct::Shutdown (phase 0) or LastAct::AtExit (phase 1): one callable
/// each.
void set_shutdown_function(int phase, Value callable);

}  // namespace interleave::vm
