#include "session/input.h"

#include "base/limits.h"

namespace interleave::session {

bool Input::read(std::string* line) IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native());
  ++readers_;
  wanted_.store(lines_.size() < readers_, std::memory_order_release);
  while (lines_.empty() && !closed_) changed_.wait(lock);
  --readers_;
  const bool good = !lines_.empty();
  if (good) {
    *line = std::move(lines_.front());
    lines_.pop_front();
    bytes_ -= line->size();
    given_.push_back(*line);
  }
  wanted_.store(lines_.size() < readers_, std::memory_order_release);
  return good;
}

bool Input::ready() {
  MutexLock guard(mutex_);
  const bool there = closed_ || !lines_.empty();
  if (!there) wanted_.store(true, std::memory_order_release);
  return there;
}

bool Input::give(std::string_view line) {
  MutexLock guard(mutex_);
  if (closed_ || bytes_ + line.size() > limits::kInputBytes) return false;
  bytes_ += line.size();
  lines_.emplace_back(line);
  wanted_.store(lines_.size() < readers_, std::memory_order_release);
  changed_.notify_one();
  return true;
}

std::vector<std::string> Input::given() const {
  MutexLock guard(mutex_);
  return given_;
}

void Input::close() {
  MutexLock guard(mutex_);
  closed_ = true;
  changed_.notify_all();
}

}  // namespace interleave::session
