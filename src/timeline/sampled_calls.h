// Which functions a live run was in, nested, as far as samples of its threads' stacks tell.
//
// Not exact, unlike calls.h's collector: a thread says where it is when it waits, hands the GIL
// over, and every few milliseconds. Between two samples with the same function it is taken to have
// been in it; it may have left and come back, and shorter calls are not seen at all. Used on one
// thread, the page's own.
#pragma once

#include "timeline/calls.h"
#include "trace/recorder.h"

namespace interleave::timeline {

/// Of the run recorded, which is over. Time: linear in its events.
Calls sampled_calls(const trace::Recorder& recorder, Tick begin, Tick end);

}  // namespace interleave::timeline
