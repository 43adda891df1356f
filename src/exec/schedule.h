// What a simulated run has instead of a clock and of chance: events in the order of their time, and
// numbers that follow from the seed.
//
// Not the rules of who runs when, which are the simulated executor's. One thread.
#pragma once

#include <cstdint>
#include <queue>
#include <vector>

#include "base/ids.h"

namespace interleave::exec {

/// SplitMix64: small, fast, and the same on every platform.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// 0 … n-1; n at least 1.
  std::uint64_t below(std::uint64_t n) { return next() % n; }

 private:
  std::uint64_t state_;
};

/// Something that happens to a thread at a time of its own.
struct Timed {
  enum class What : std::uint8_t {
    Begin,       // a new thread is there
    Awake,       // what it waited for has happened, or its time is over
    Deadline,    // of a wait that may time out
    IoDone,      //
    NativeDone,  //
    GilWake,     // looks whether the GIL is free
    GilTimer,    // has waited a switch interval for it
    SliceOver,   // has had its core for a time slice
  };
  Tick at = 0;
  std::uint64_t order = 0;  // of two at the same time the one that was set first comes first
  ThreadId thread = 0;
  What what = What::Begin;
  std::uint64_t stamp = 0;  // the thread's when it was set; another by now: no longer true
};

/// Timed events, earliest first.
class Agenda {
 public:
  void add(Tick at, ThreadId thread, Timed::What what, std::uint64_t stamp) {
    queue_.push({at, ++order_, thread, what, stamp});
  }
  bool empty() const { return queue_.empty(); }
  const Timed& next() const { return queue_.top(); }
  void pop() { queue_.pop(); }

 private:
  struct Later {
    bool operator()(const Timed& a, const Timed& b) const {
      return a.at != b.at ? a.at > b.at : a.order > b.order;
    }
  };
  std::priority_queue<Timed, std::vector<Timed>, Later> queue_;
  std::uint64_t order_ = 0;
};

}  // namespace interleave::exec
