// A whole trace in one block of bytes: the run's settings, the tables and every event, read back
// exactly as they were, so that everything made from them (picture, sums, verdict, hash) is the
// same too.
//
// Not for people (text_form.h) and not for other tools (chrome_form.h, which carries one of these
// blocks). Any thread; the run must be over. What is read is checked throughout: a block from
// anywhere may be given to unpack().
//
// All numbers are unsigned, seven bits a byte, low ones first; an id is written plus one, so that
// kNoThread is 0; a name is its length and its bytes.
//
//   "ILTR" version                          version is one byte, 1
//   mode gil policy status                  a byte each
//   cores seed switch-interval end
//   n, then n threads:    id parent daemon name          in order of birth
//   n, then n objects:    kind line name                 numbered from 1
//   n, then n functions:  2·line + native name           numbered from 1
//   events lost by threads beyond limits::kTraceThreads
//   n, then n rings:      thread lost events, then so many events
//   an event:  a byte of kind and three bits that say what follows, ns since the ring's event
//              before, then: [a]  if it is not that of the ring's last event of this kind
//                            [line] as its difference to the event before, twice, less one if
//                            negative; [flags] if there are any
#pragma once

#include <string>
#include <string_view>

#include "trace/recorder.h"
#include "trace/text_form.h"

namespace interleave::trace {

std::string pack(const Recorder& recorder);

/// The error is one line without its end: "the events are damaged (byte 17: unknown event)".
ParsedTrace unpack(std::string_view bytes);

}  // namespace interleave::trace
