// The text form of a whole trace: one line per event, in order of time; written, read back, and
// hashed.
//
// Not compact and not for other tools (chrome_form.h is): it is for diffing, for tests, for keeping
// and opening again. Any thread; the run must be over when it is written, else it holds what there
// is so far.
//
//   interleave-trace 1
//   run mode=live gil=3.10 policy=fair status=finished cores=2 seed=0 switch=5000000 end=1012345678
//   thread 0 parent=- daemon=0 "MainThread"
//   object 1 Lock line=18 "results_lock"
//   function 1 line=4 "crunch"           native functions: line=native
//   lost 3 17                            thread 3 lost 17 events
//   1234567 2 GilTake 1 7 1              time in ns, thread or ui, kind, a or -, line, flags if any
//
// Lines of events are in order of time, then of threads' birth; the frames of the page's own thread
// come as thread `ui` and can be left out. The same trace gives the same bytes on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "trace/recorder.h"

namespace interleave::trace {

struct TextOptions {
  bool frames = true;  // the page's own thread too
};

/// Hands the text out piece by piece.
void write_text(const Recorder& recorder, const TextOptions& options,
                const std::function<void(std::string_view)>& sink);
std::string to_text(const Recorder& recorder, const TextOptions& options = {});

/// 64-bit FNV-1a over the text form without frames, 16 hex digits: interfaces.md's traceHash.
std::string trace_hash(const Recorder& recorder);

/// A trace read back, or one clear line why not.
struct ParsedTrace {
  std::unique_ptr<Recorder> recorder;  // null: `error` says what is wrong
  std::string error;                   // "line 12: unknown event 'GilTook'"
};
/// Checks everything: bounds of limits.h, order of times, references to threads that are there.
ParsedTrace parse_text(std::string_view text);

/// `text` in double quotes, with JSON's escapes; bytes that are not UTF-8 become U+FFFD.
std::string quoted(std::string_view text);

}  // namespace interleave::trace
