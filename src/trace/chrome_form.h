// The Chrome trace format (JSON) of a whole trace: what is saved, and what Perfetto and
// chrome://tracing open too.
//
// Follows the "Trace Event Format" document: a complete event (ph X, µs with three decimals) per
// state of a thread with its lines, lock and function in args; metadata for names and order; flow
// arrows (ph s and f, bp e) for GIL hand-offs, wake-ups, joins and thread starts; instants (ph i)
// for Stop and for events that are missing. Tracks: 1 the page's own thread, 2 the GIL by holder,
// 10 + id a Python thread. The last member, otherData, says what was run with which settings, and
// carries what saved_form.h reads back. Not for live use: it reads everything at once. Any thread;
// best after the run.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "trace/recorder.h"
#include "trace/saved_form.h"

namespace interleave::trace {

void write_chrome(const Recorder& recorder, const Origin& origin,
                  const std::function<void(std::string_view)>& sink);
std::string to_chrome(const Recorder& recorder, const Origin& origin = {});

}  // namespace interleave::trace
