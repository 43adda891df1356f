// A simulated run once more, stopped at any of its moments, to look into it.
//
// The same scenario and seed give the same run, so the state at a moment is found by running up to
// it; going back begins anew. Not a run: nobody sees its output and nothing is recorded. It holds
// the process's one machine while it exists, so whoever starts a run drops it first. One thread,
// the page's own, for a few milliseconds at a time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "session/session.h"
#include "timeline/calls.h"
#include "vm/inspect.h"

namespace interleave::session {

struct ThreadMoment {
  ThreadId id = 0;
  std::string name;
  std::vector<vm::FrameView> stack;  // innermost first; empty: its program has ended
};

struct Moment {
  Tick at = 0;
  std::vector<ThreadMoment> threads;  // those that are alive
};

class Replay {
 public:
  /// `lines`: what input() gave, in order.
  Replay(const Settings& settings, std::string source, std::vector<std::string> lines);
  ~Replay();
  Replay(const Replay&) = delete;
  Replay& operator=(const Replay&) = delete;

  /// Wants the moment `t`, ns.
  void seek(Tick t);
  /// Wants the moment at which the thread (kNoThread: any) is about to run its next line after
  /// `from`, or the one before it.
  void step_line(Tick from, bool forward, ThreadId thread);
  /// Wants every call within [t0, t1), from take_calls() once that is reached.
  void collect_calls(Tick t0, Tick t1);
  timeline::Calls take_calls();
  /// Goes on towards it for some milliseconds. True: it is reached.
  bool pump(double milliseconds);
  bool busy() const { return !reached_; }
  /// The time of the moment that is reached.
  Tick at() const { return at_; }
  Moment moment() const;

 private:
  struct Machine;
  class Listener;
  void begin();
  void go_to_time();
  void go_to_line();
  void line_before_known();

  const Settings settings_;
  const std::string source_;
  const std::vector<std::string> lines_;
  std::unique_ptr<Listener> listener_;  // while calls are collected
  std::unique_ptr<Machine> machine_;
  Tick wanted_ = 0;
  Tick at_ = 0;
  Tick last_line_ = kForever;  // stepping back: the latest line before `wanted_` so far
  Tick watch_from_ = 0;
  bool near_ = false;     // and has come there
  bool at_line_ = false;  // the moment is exactly that at which a line begins
  enum class Aim : std::uint8_t { Time, NextLine, LineBefore, ThisLine } aim_ = Aim::Time;
  ThreadId thread_ = kNoThread;
  bool reached_ = true;
};

}  // namespace interleave::session
