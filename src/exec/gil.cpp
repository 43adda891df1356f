#include "exec/gil.h"

#include <chrono>

#include "vm/thread.h"

namespace interleave::exec {

void Gil::set_interval(Tick nanoseconds) {
  interval_.store(nanoseconds < 1000 ? 1000 : nanoseconds, std::memory_order_relaxed);
}

// std::condition_variable wants a std::unique_lock, which clang's analysis cannot follow: the two
// functions that wait are exempt from it, and short.
GilTaken Gil::take(ThreadId self, std::atomic<std::uint32_t>& leave) IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native());
  while (locked_) {
    const std::uint64_t before = switch_number_;
    const auto until = std::chrono::steady_clock::now() + std::chrono::nanoseconds(interval());
    const bool timed_out = dropped_.wait_until(lock, until) == std::cv_status::timeout;
    if (timed_out && locked_ && switch_number_ == before) {
      holder_leave_->fetch_or(vm::kLeaveDropRequest);
    }
  }
  locked_ = true;
  holder_leave_ = &leave;
  holder_.store(self, std::memory_order_relaxed);
  GilTaken taken{last_holder_, false};
  if (last_holder_ != self) {
    taken.forced = dropped_on_request_;
    if (last_holder_ != kNoThread) handoffs_.fetch_add(1, std::memory_order_relaxed);
    if (taken.forced) forced_.fetch_add(1, std::memory_order_relaxed);
    last_holder_ = self;
    ++switch_number_;
    switched_.notify_all();
  }
  dropped_on_request_ = false;
  return taken;
}

void Gil::drop(ThreadId self, bool asked) IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native());
  // Whatever was asked is done with this; the next holder is asked anew.
  holder_leave_->fetch_and(~std::uint32_t{vm::kLeaveDropRequest});
  holder_leave_ = nullptr;
  holder_.store(kNoThread, std::memory_order_relaxed);
  last_holder_ = self;
  locked_ = false;
  dropped_on_request_ = asked;
  dropped_.notify_one();
  // The one who asked is still waiting, so there will be another holder.
  while (asked && last_holder_ == self) switched_.wait(lock);
}

}  // namespace interleave::exec
