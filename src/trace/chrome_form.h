// The Chrome trace format (JSON) of a whole trace, which Perfetto and chrome://tracing open.
//
// Not read back: text_form.h is for that. Any thread; best after the run. Follows the "Trace Event
// Format" document: a complete event (ph X, µs with three decimals) per state of a thread, metadata
// for names and order, and flow arrows (ph s and f, bp e) for GIL hand-offs, wake-ups and thread
// starts. Tracks: 1 the page's own thread, 2 the GIL by holder, 10 + id a Python thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "trace/recorder.h"

namespace interleave::trace {

void write_chrome(const Recorder& recorder, const std::function<void(std::string_view)>& sink);
std::string to_chrome(const Recorder& recorder);

}  // namespace interleave::trace
