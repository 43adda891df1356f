// A made-up run to draw and to test with: MainThread joins, two CPU-bound threads take turns with
// the GIL, a third sleeps, hashes with the GIL released and waits for a lock; the page draws
// frames.
//
// Not a simulation of the machine: it only writes plausible events, always the same. Header only,
// knows src/trace alone.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "trace/recorder.h"

namespace interleave::synthetic {

using trace::DropReason;
using trace::EndStatus;
using trace::EventKind;
using trace::pack_line;
using trace::Ring;

inline constexpr Tick kUs = 1000;
inline constexpr Tick kMs = 1000 * kUs;

/// Writes the events of threads by hand, in the words of the trace.
class Writer {
 public:
  explicit Writer(const trace::RunInfo& info = {.cores = 2})
      : recorder(std::make_unique<trace::Recorder>(info)) {}

  ThreadId thread(const std::string& name, ThreadId parent = kNoThread, bool daemon = false) {
    const auto id = static_cast<ThreadId>(rings.size());
    rings.push_back(recorder->add_thread(id, name, daemon, parent));
    return id;
  }
  void at(Tick t, ThreadId thread, EventKind kind, std::uint32_t a = 0, std::uint32_t b = 0) {
    rings[thread]->record(t, kind, a, b);
  }
  void start(Tick t, ThreadId thread, ThreadId parent, std::uint32_t line = 0) {
    if (parent != kNoThread) at(t, parent, EventKind::Spawn, thread, pack_line(line));
    at(t, thread, EventKind::ThreadStart, parent);
  }
  void wait_gil(Tick t, ThreadId thread, ThreadId holder, std::uint32_t line = 0) {
    at(t, thread, EventKind::GilWait, holder, pack_line(line));
  }
  void take_gil(Tick t, ThreadId thread, ThreadId previous, std::uint32_t line = 0,
                bool forced = false) {
    at(t, thread, EventKind::GilTake, previous, pack_line(line, forced ? trace::kForced : 0));
  }
  void drop_gil(Tick t, ThreadId thread, DropReason reason, std::uint32_t line = 0) {
    at(t, thread, EventKind::GilDrop, 0, pack_line(line, reason));
  }
  void end(Tick t, ThreadId thread, EndStatus status = EndStatus::Finished) {
    at(t, thread, EventKind::ThreadEnd, 0, pack_line(0, status));
  }
  /// The GIL goes from one running thread to another because it was asked to.
  void hand_off(Tick t, ThreadId from, ThreadId to, std::uint32_t from_line,
                std::uint32_t to_line) {
    drop_gil(t, from, DropReason::Request, from_line);
    wait_gil(t, from, to, from_line);
    take_gil(t, to, from, to_line, true);
  }
  void frame(Tick begin, Tick end) {
    Ring* ui = recorder->ui_ring();
    ui->record(begin, EventKind::FrameBegin, ++frames_);
    ui->record(end, EventKind::FrameEnd, 120);
  }
  void finish(Tick t, trace::RunStatus status = trace::RunStatus::Finished) {
    recorder->finish(status, t);
  }

  std::unique_ptr<trace::Recorder> recorder;
  std::vector<Ring*> rings;

 private:
  std::uint32_t frames_ = 0;
};

/// What realistic() made, by name.
struct Realistic {
  std::unique_ptr<trace::Recorder> recorder;
  ThreadId main = 0, first = 1, second = 2, third = 3;
  ObjectId lock = 0;
  trace::FunctionId crunch = 0, fetch = 0, sha = 0;
  Tick end = 0;
};

/// About one second. The two CPU-bound threads hold the GIL for 5 to 8 ms each in turn; the third
/// sleeps 250 ms, gets the GIL for a moment, hashes for 44 ms without it, then waits for
/// results_lock, which the first has.
class RealisticRun {
 public:
  Realistic write() {
    tables();
    begin();
    while (t_ < kWorkEnd) turn();
    finish_workers();
    finish_main();
    for (Tick f = 3 * kMs; f + 4 * kMs < r_.end; f += 16667 * kUs) w_.frame(f, f + 2300 * kUs);
    w_.finish(r_.end);
    r_.recorder = std::move(w_.recorder);
    return std::move(r_);
  }

 private:
  static constexpr Tick kWorkEnd = 1000 * kMs;
  enum class Step { Sleeping, WantsGil, Hashing, WantsAgain, Blocked, WantsLast, Done };

  void tables() {
    r_.crunch = w_.recorder->add_function("crunch", 4);
    r_.fetch = w_.recorder->add_function("fetch", 11);
    r_.sha = w_.recorder->native_function("sha256");
    r_.lock = w_.recorder->add_object(trace::ObjectKind::Lock, 18, "results_lock");
    w_.thread("MainThread");
    w_.thread("Thread-1 (crunch)", 0);
    w_.thread("Thread-2 (crunch)", 0);
    w_.thread("Thread-3 (fetch)", 0);
  }

  /// MainThread starts the others and joins the first; the third goes to sleep; the first computes.
  void begin() {
    w_.start(0, 0, kNoThread);
    w_.take_gil(2 * kUs, 0, kNoThread, 1);
    Tick t = 4 * kMs;
    for (ThreadId id = 1; id <= 3; ++id, t += 40 * kUs) {
      w_.start(t, id, 0, 22);
      w_.wait_gil(t + 20 * kUs, id, 0, id == 3 ? 11 : 4);
    }
    w_.at(t, 0, EventKind::JoinBegin, 1, pack_line(23));
    w_.drop_gil(t, 0, DropReason::Blocked, 23);
    w_.take_gil(t + 10 * kUs, 3, 0, 11);
    w_.at(t + 12 * kUs, 3, EventKind::Line, r_.fetch, pack_line(12));
    t += 50 * kUs;
    w_.at(t, 3, EventKind::SleepBegin, 250000, pack_line(12));
    w_.drop_gil(t, 3, DropReason::Blocked, 12);
    due_ = t + 250 * kMs;
    t_ = t + 5 * kUs;
    w_.take_gil(t_, 1, 3, 4);
    w_.at(t_ + kUs, 1, EventKind::Line, r_.crunch, pack_line(6));
  }

  /// The holder runs for a slice and hands the GIL to the third if it wants it, then to the other
  /// one.
  void turn() {
    random_ = random_ * 1664525u + 1013904223u;
    const Tick next = t_ + 5100 * kUs + (random_ >> 8) % (3000 * kUs);
    const ThreadId other = holder_ == 1 ? 2 : 1;
    const std::uint32_t line = (random_ >> 4) % 2 == 0 ? 6 : 7;
    third_meanwhile(next);
    const bool for_third =
        step_ == Step::WantsGil || step_ == Step::WantsAgain || step_ == Step::WantsLast;
    w_.drop_gil(next, holder_, DropReason::Request, line);
    w_.wait_gil(next, holder_, for_third ? 3 : other, line);
    t_ = next + 8 * kUs;
    ThreadId before = holder_;
    if (for_third) {
      third_runs(before);
      before = 3;
    }
    w_.take_gil(t_, other, before, line, before != 3);
    if (!second_seen_ && other == 2) {
      w_.at(t_ + kUs, 2, EventKind::Line, r_.crunch, pack_line(6));
      second_seen_ = true;
    }
    holder_ = other;
  }

  /// What happens to the third thread, and to the lock, while the holder runs until `next`.
  void third_meanwhile(Tick next) {
    if (step_ == Step::Sleeping && due_ < next) {
      w_.at(due_, 3, EventKind::SleepEnd);
      w_.wait_gil(due_, 3, holder_, 12);
      step_ = Step::WantsGil;
    } else if (step_ == Step::Hashing && due_ < next) {
      w_.at(due_, 3, EventKind::NativeEnd);
      w_.wait_gil(due_, 3, holder_, 13);
      step_ = Step::WantsAgain;
    } else if (step_ == Step::Hashing && !lock_held_ && holder_ == 1) {
      w_.at(next - 300 * kUs, 1, EventKind::LockAcquire, r_.lock, pack_line(8));
      lock_held_ = true;
    } else if (step_ == Step::Blocked && holder_ == 1 && next > blocked_since_ + 49 * kMs) {
      const Tick release = next - 200 * kUs;
      w_.at(release, 1, EventKind::LockRelease, r_.lock, pack_line(9));
      w_.at(release, 1, EventKind::Wake, 3, pack_line(9));
      w_.at(release + 8 * kUs, 3, EventKind::BlockEnd, 1);
      w_.at(release + 8 * kUs, 3, EventKind::LockAcquire, r_.lock, pack_line(14));
      w_.wait_gil(release + 8 * kUs, 3, 1, 14);
      step_ = Step::WantsLast;
    }
  }

  void third_runs(ThreadId before) {
    w_.take_gil(t_, 3, before, step_ == Step::WantsGil ? 13 : 14, true);
    const Tick stop = t_ + 3 * kMs;
    if (step_ == Step::WantsGil) {
      w_.at(stop, 3, EventKind::NativeBegin, r_.sha, pack_line(13));
      w_.drop_gil(stop, 3, DropReason::Native, 13);
      due_ = stop + 44 * kMs;
      step_ = Step::Hashing;
    } else if (step_ == Step::WantsAgain) {
      w_.at(stop, 3, EventKind::BlockBegin, r_.lock, pack_line(14));
      w_.drop_gil(stop, 3, DropReason::Blocked, 14);
      blocked_since_ = stop;
      step_ = Step::Blocked;
    } else {
      w_.at(stop - kUs, 3, EventKind::LockRelease, r_.lock, pack_line(15));
      w_.drop_gil(stop, 3, DropReason::Finished, 15);
      w_.end(stop, 3);
      step_ = Step::Done;
    }
    t_ = stop + 6 * kUs;
  }

  void finish_workers() {
    const ThreadId last = holder_ == 1 ? 2 : 1;
    w_.drop_gil(t_ + kMs, holder_, DropReason::Finished, 9);
    w_.end(t_ + kMs, holder_);
    w_.take_gil(t_ + kMs + 5 * kUs, last, holder_, 7);
    t_ += 3 * kMs;
    w_.drop_gil(t_, last, DropReason::Finished, 9);
    w_.end(t_, last);
    holder_ = last;
  }

  void finish_main() {
    w_.at(t_ + 10 * kUs, 0, EventKind::JoinEnd, 1, pack_line(23));
    w_.take_gil(t_ + 12 * kUs, 0, holder_, 23);
    w_.at(t_ + 100 * kUs, 0, EventKind::IoBegin, w_.recorder->native_function("print"),
          pack_line(24));
    w_.drop_gil(t_ + 100 * kUs, 0, DropReason::Blocked, 24);
    w_.at(t_ + 130 * kUs, 0, EventKind::IoEnd);
    w_.take_gil(t_ + 131 * kUs, 0, 0, 24);
    r_.end = t_ + 200 * kUs;
    w_.drop_gil(r_.end, 0, DropReason::Finished, 24);
    w_.end(r_.end, 0);
  }

  Writer w_{{.gil = trace::GilSetting::V310, .cores = 2}};
  Realistic r_;
  Tick t_ = 0;
  Step step_ = Step::Sleeping;
  Tick due_ = 0;
  Tick blocked_since_ = 0;
  bool lock_held_ = false;
  bool second_seen_ = false;
  ThreadId holder_ = 1;
  std::uint32_t random_ = 7;
};

inline Realistic realistic() { return RealisticRun().write(); }

/// A large run: `threads` threads which wait for the GIL and run in turn, `spans` spans in all.
inline std::unique_ptr<trace::Recorder> large(std::uint32_t threads, std::size_t spans) {
  Writer w;
  std::uint32_t random = 1;
  for (ThreadId id = 0; id < threads; ++id) {
    w.thread(id == 0 ? "MainThread" : "Thread-" + std::to_string(id), id == 0 ? kNoThread : 0);
    w.start(id, id, id == 0 ? kNoThread : 0);
  }
  ThreadId holder = 0;
  Tick t = threads;
  w.take_gil(t, holder, kNoThread, 1);
  for (std::size_t made = 0; made < spans; made += 2) {
    random = random * 1664525u + 1013904223u;
    t += 500 + (random >> 12) % 9000;
    const ThreadId next = (holder + 1 + (random >> 20) % (threads - 1)) % threads;
    w.hand_off(t, holder, next, 6 + random % 5, 7);
    holder = next;
  }
  w.finish(t);
  return std::move(w.recorder);
}

}  // namespace interleave::synthetic
