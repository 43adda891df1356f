// Lines for a program's input(), which the page hands in one by one while threads wait for them.
//
// Not standard input: on the command line the echo sink reads that. read() is called from threads
// that run Python code, without the GIL; give() and wanted() from the page's own thread, which
// waits for a few instructions at most.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/mutex.h"

namespace interleave::session {

class Input {
 public:
  /// Waits for a line, without its end. False: there is none any more, the run is ending.
  bool read(std::string* line);
  /// Whether read() would come back at once; if not, a line is wanted from now on. For those who
  /// must not wait.
  bool ready();
  /// A line for whoever waits longest, or for the next who asks. Beyond limits::kInputBytes that
  /// nobody has read, false: it is not taken.
  bool give(std::string_view line);
  /// Every line that was read, in order.
  std::vector<std::string> given() const;
  /// Ends every read(), now and from now on.
  void close();
  /// Whether somebody waits for a line that is not there yet.
  bool wanted() const { return wanted_.load(std::memory_order_acquire); }

 private:
  mutable Mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::string> lines_ IL_GUARDED_BY(mutex_);
  std::vector<std::string> given_ IL_GUARDED_BY(mutex_);
  std::size_t bytes_ IL_GUARDED_BY(mutex_) = 0;
  std::size_t readers_ IL_GUARDED_BY(mutex_) = 0;
  bool closed_ IL_GUARDED_BY(mutex_) = false;
  std::atomic<bool> wanted_{false};
};

}  // namespace interleave::session
