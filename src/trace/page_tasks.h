// What the page's own thread did during a run, until it can be recorded in order of time.
//
// Not a trace: the browser tells of a long task only when that is over, and frames may have been
// drawn in it. Used on one thread, the page's own.
#pragma once

#include <cstdint>
#include <vector>

#include "trace/recorder.h"

namespace interleave::trace {

class PageTasks {
 public:
  /// Frames come in order. Times are ns since the run began.
  void add_frame(Tick begin, Tick end, std::uint32_t number, std::uint64_t drawn);
  /// Of a long task, what no frame in it and nothing recorded earlier covers.
  void add_long(Tick begin, Tick end);
  /// Records all of them, and keeps none. What is later than `until`, the run's end, is left out.
  void record(Ring& ring, Tick until = kForever);
  void forget();

 private:
  struct Task {
    Tick begin;
    Tick end;
    PageTask what;
    std::uint32_t number;
    std::uint32_t drawn;
  };
  std::vector<Task> tasks_;  // in order, none over another
  Tick recorded_ = 0;        // until then
};

}  // namespace interleave::trace
