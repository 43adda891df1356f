// Small numbers that must not be mixed up, and the unit of time.
//
// Not handles: an id owns nothing. Any thread may use them.
#pragma once

#include <cstdint>

namespace interleave {

/// Nanoseconds since the run began (virtual ones in simulated runs).
using Tick = std::uint64_t;
inline constexpr Tick kForever = ~0ull;

/// A Python thread of one run: 0 is MainThread, then in order of birth.
using ThreadId = std::uint32_t;
inline constexpr ThreadId kNoThread = 0xFFFFFFFFu;

/// A lock, condition, event, queue … or thread that can be waited for; 0 is none.
using ObjectId = std::uint32_t;

}  // namespace interleave
