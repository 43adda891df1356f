#include "exec/lent_thread.h"

namespace interleave::exec {

void LentThread::serve() IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native());
  while (body_ == nullptr && !closed_) changed_.wait(lock);
  const Body body = body_;
  void* const argument = argument_;
  lock.unlock();
  if (body != nullptr) body(argument);
}

void LentThread::give(Body body, void* argument) {
  MutexLock guard(mutex_);
  body_ = body;
  argument_ = argument;
  changed_.notify_one();
}

void LentThread::close() {
  MutexLock guard(mutex_);
  closed_ = true;
  changed_.notify_one();
}

}  // namespace interleave::exec
