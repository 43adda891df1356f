// The events of several rings as one stream in order of time.
//
// Not for live reading (timeline::Model does that with cursors): it reads each ring to where it
// ends at the time. Any thread may call it.
#pragma once

#include <cstddef>
#include <queue>
#include <span>
#include <vector>

#include "trace/recorder.h"

namespace interleave::trace {

/// Calls `f(ThreadId, const Event&)` for every event, by time; equal times: in the order of
/// `rings`.
template <class F>
void for_each_event(const std::vector<const Ring*>& rings, F&& f) {
  struct Head {
    Tick time;
    std::size_t index;
    bool operator>(const Head& other) const {
      return time != other.time ? time > other.time : index > other.index;
    }
  };
  std::vector<RingCursor> cursors;
  std::vector<std::span<const Event>> pieces;
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
  for (const Ring* ring : rings) {
    cursors.emplace_back(*ring);
    pieces.push_back(cursors.back().next());
    if (!pieces.back().empty()) heads.push({pieces.back().front().time(), pieces.size() - 1});
  }
  while (!heads.empty()) {
    const std::size_t i = heads.top().index;
    heads.pop();
    // The same ring often goes on for a while: stay with it as long as it is first.
    do {
      f(cursors[i].thread(), pieces[i].front());
      pieces[i] = pieces[i].subspan(1);
      if (pieces[i].empty()) pieces[i] = cursors[i].next();
      if (pieces[i].empty()) break;
    } while (heads.empty() || !(Head{pieces[i].front().time(), i} > heads.top()));
    if (!pieces[i].empty()) heads.push({pieces[i].front().time(), i});
  }
}

}  // namespace interleave::trace
