// A host thread that is lent to a run, to run MainThread on.
//
// Not a pool and not a queue: one body, once. serve() is called by the thread that is lent; give()
// and close() by the others.
#pragma once

#include <condition_variable>

#include "base/mutex.h"

namespace interleave::exec {

class LentThread {
 public:
  using Body = void* (*)(void*);

  /// Waits for the body, runs it, and comes back; at once when there will be none.
  void serve();
  /// What serve() is to run.
  void give(Body body, void* argument);
  /// Nothing more is given.
  void close();

 private:
  Mutex mutex_;
  std::condition_variable changed_;
  Body body_ IL_GUARDED_BY(mutex_) = nullptr;
  void* argument_ IL_GUARDED_BY(mutex_) = nullptr;
  bool closed_ IL_GUARDED_BY(mutex_) = false;
};

}  // namespace interleave::exec
