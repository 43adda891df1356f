// Which functions a run was in, nested: every call of the program within a window of time.
//
// Not part of the trace: a trace has no calls. Those of a simulated run are collected by going
// through it once more (session/replay.h), so they are exact to the instruction counted; those of a
// live run come of samples (sampled_calls.h). Calls shorter than a
// part of the window are left out and counted. Used on one thread, the page's own.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"

namespace interleave::timeline {

struct CallSpan {
  Tick start = 0;
  Tick end = 0;
  ThreadId thread = kNoThread;
  std::uint32_t name = 0;  // index into Calls::names
  std::uint32_t line = 0;  // of the definition
  std::uint16_t depth = 0;
};

struct Calls {
  Tick begin = 0, end = 0;     // the window
  Tick least = 0;              // shorter ones are left out
  std::uint64_t left_out = 0;  // … so many of them
  bool more = false;           // there were more than are kept
  bool sampled = false;        // of a live run: see sampled_calls.h
  std::vector<std::string> names;
  std::vector<CallSpan> spans;  // by thread, depth, time

  bool covers(Tick t0, Tick t1) const { return begin <= t0 && t1 <= end; }
  /// Calls of a thread at a depth, in order of time.
  std::span<const CallSpan> level(ThreadId thread, std::uint32_t depth) const;
  /// One more than the deepest call of a thread that touches [t0, t1).
  std::uint32_t depth(ThreadId thread, Tick t0, Tick t1) const;
};

/// Told of every call and return in order of each thread's time.
class CallCollector {
 public:
  static constexpr std::size_t kMost = 200'000;
  /// Calls shorter than this part of the window cannot be seen.
  static constexpr Tick kParts = 8'000;

  CallCollector(Tick begin, Tick end);
  void entered(ThreadId thread, Tick at, std::string_view name, std::uint32_t line);
  void left(ThreadId thread, Tick at);
  /// What is still open ends here.
  Calls finish(Tick at);

 private:
  struct Open {
    Tick start;
    std::uint32_t name, line;
  };
  void close(ThreadId thread, std::vector<Open>& stack, Tick at);

  Calls calls_;
  std::unordered_map<ThreadId, std::vector<Open>> stacks_;
  std::unordered_map<std::string, std::uint32_t> names_;
};

}  // namespace interleave::timeline
