// A saved trace: what a file must hold besides the events so that it can be opened anywhere, and
// the reading of such a file.
//
// The file is the Chrome form (chrome_form.h), which other tools open as well; all that is read
// here is its last member, `otherData`, which begins a line of its own:
//
//   "otherData":{ …, "form":1, "title":…, "message":…, "program":…, "switchIntervalNs":…,
//                 "checksum":…, "packed":… }
//
// `packed` is packed_form.h's block in base64; `checksum` covers every member read. A file that was
// cut off, or changed in any of these, is refused in one line. Not a reader of other programs'
// Chrome traces. Any thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "trace/recorder.h"

namespace interleave::trace {

/// What the events do not tell of a run.
struct Origin {
  std::string program;               // its text
  std::string title;                 // may be empty
  std::string message;               // of the Result, where its status needs one
  Tick switch_interval = 5'000'000;  // ns, at the beginning; a program may change it
};

struct SavedTrace {
  std::unique_ptr<Recorder> recorder;  // null: `error` says why
  Origin origin;
  std::string error;  // one sentence
};

/// The members named above: what write_chrome() puts in.
void add_saved_members(std::string& json, const Recorder& recorder, const Origin& origin);

/// `text`: the file, or its last limits::kSavedTraceBytes.
SavedTrace read_saved(std::string_view text);

}  // namespace interleave::trace
