// The global interpreter lock: CPython's algorithm (take_gil and drop_gil), literally.
//
// A flag with a mutex and a condition variable. Whoever wants it waits for one interval; if the
// time is over, the lock still taken and no switch has happened meanwhile, the holder is asked to
// let go (a bit in its VmThread::leave). A holder that lets go because it was asked waits until
// another thread has had the lock (forced switching). No queue, no priorities: who is woken first
// is the operating system's affair. Not a Python lock. take() and drop() are called by threads that
// run Python code, the rest by anybody.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>

#include "base/ids.h"
#include "base/mutex.h"

namespace interleave::exec {

/// What take() found.
struct GilTaken {
  ThreadId previous = kNoThread;  // who had it last
  bool forced = false;            // that one let go because it was asked to
};

class Gil {
 public:
  /// The switch interval, nanoseconds; at least 1 µs, as CPython has it.
  void set_interval(Tick nanoseconds);
  Tick interval() const { return interval_.load(std::memory_order_relaxed); }

  /// Blocks until `self` has the lock. `leave`: where to ask `self` to let go; valid until its
  /// drop().
  GilTaken take(ThreadId self, std::atomic<std::uint32_t>& leave);
  /// Lets go. `asked`: because of a request; then waits until another thread has taken it.
  void drop(ThreadId self, bool asked);

  /// Who has it at this moment, or kNoThread.
  ThreadId holder() const { return holder_.load(std::memory_order_relaxed); }
  /// Since the start: changes of holder, and the forced ones among them.
  std::uint64_t handoffs() const { return handoffs_.load(std::memory_order_relaxed); }
  std::uint64_t forced() const { return forced_.load(std::memory_order_relaxed); }

 private:
  Mutex mutex_;
  std::condition_variable dropped_;
  std::condition_variable switched_;
  bool locked_ IL_GUARDED_BY(mutex_) = false;
  ThreadId last_holder_ IL_GUARDED_BY(mutex_) = kNoThread;
  bool dropped_on_request_ IL_GUARDED_BY(mutex_) = false;
  std::uint64_t switch_number_ IL_GUARDED_BY(mutex_) = 0;
  std::atomic<std::uint32_t>* holder_leave_ IL_GUARDED_BY(mutex_) = nullptr;
  std::atomic<ThreadId> holder_{kNoThread};
  std::atomic<Tick> interval_{5'000'000};
  std::atomic<std::uint64_t> handoffs_{0};
  std::atomic<std::uint64_t> forced_{0};
};

}  // namespace interleave::exec
