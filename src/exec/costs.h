// What things cost in a simulated run: docs/simulation.md gives the reasons.
//
// Not measurements of this machine: the same numbers everywhere, so that the same run comes out
// everywhere. Nanoseconds unless said otherwise. Constants: any thread may read them.
#pragma once

#include "base/ids.h"

namespace interleave::exec::costs {

/// One instruction of the visible bytecode: about what CPython 3.11 takes.
inline constexpr Tick kInstruction = 20;
/// From the GIL being let go until the thread that was woken for it looks.
inline constexpr Tick kGilWake = 5'000;
/// From a lock, condition or join being ready until the waiter is on its feet.
inline constexpr Tick kWake = 10'000;
/// How late a timer is.
inline constexpr Tick kTimer = 50'000;
/// From Thread.start() until the new thread's first instruction.
inline constexpr Tick kThreadStart = 40'000;
/// One write to the terminal or a file.
inline constexpr Tick kIo = 3'000;
/// Other native work without the GIL that does not say what it costs.
inline constexpr Tick kNative = 2'000;
/// How long a thread keeps a core while others want one.
inline constexpr Tick kTimeSlice = 4'000'000;
/// A thread that wakes takes the core of one that has had this much more of the processor.
inline constexpr Tick kWakeAdvantage = 1'000'000;
/// Each of the latencies above comes out up to this much longer, in percent, as the seed decides.
inline constexpr Tick kJitterPercent = 20;

}  // namespace interleave::exec::costs
