// A run as plain text: what was run, the time of every thread by state, hand-offs, the verdict.
//
// Not the canvas' table (ui/table.cpp) and not a trace. The same text in the page, on the command
// line, and of a trace that was opened. Used on one thread, the page's own.
#pragma once

#include <string>
#include <string_view>

#include "timeline/model.h"

namespace interleave::timeline {

/// "live · GIL as in CPython 3.10 and later · switch interval 5 ms": what a run was started with.
std::string settings_line(const trace::RunInfo& run, Tick switch_interval);

/// `title` may be empty; `message` is the Result's, said where the verdict says nothing. Ends with
/// a line break.
std::string text_table(const Model& model, std::string_view title, Tick switch_interval,
                       std::string_view message);

}  // namespace interleave::timeline
