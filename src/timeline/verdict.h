// One plain sentence on a run or a range of it, with the figure that matters and what to try next.
//
// Not a guess: every rule speaks from sums of the trace only, and where no rule applies nothing is
// said. Used on one thread, the page's own.
#pragma once

#include <optional>
#include <string>

#include "timeline/model.h"

namespace interleave::timeline {

/// Which rule spoke, in order of precedence.
enum class Rule : std::uint8_t {
  None,
  Deadlock,         // threads wait for each other, or for what nobody is left to do
  OneAfterAnother,  // each thread was started after the one before had ended
  Crowded,          // simulated: threads ready, no core
  GilSerializes,    // CPU-bound threads took turns under the GIL
  LockContention,   // time lost waiting for a lock by name
  NotParallel,      // GIL off, and yet hardly anything at the same time
  Parallel,         // GIL off: threads computed at the same time
  NativeOverlap,    // native calls computed at the same time with the GIL released
  DaemonCutOff,     // a daemon thread was cut off
  SleepOverlap,     // sleeping threads overlapped
  SingleThread,     // there was but one
};

struct Verdict {
  Rule rule = Rule::None;
  std::string headline;  // "Two CPU-bound threads took as long as one after the other: 1.01 s."
  std::string
      detail;  // "Thread-2 spent 49 % waiting for the GIL, held by crunch(), line 7. Switch …"
  explicit operator bool() const { return rule != Rule::None; }
};

/// The run so far, or [t0, t1) of it. Nothing to say: rule None and empty texts. Takes O(waits in
/// the range): for once in a while, not for every frame.
Verdict verdict(const Model& model);
Verdict verdict(const Model& model, Tick t0, Tick t1);

}  // namespace interleave::timeline
