// Level of detail: the spans of a lane folded to what a screen can show.
//
// Not a drawing: it gives rectangles by state, the colours are the picture's. Work follows pixels,
// not spans: O(pixels * log n). Used on one thread, the page's own.
//
// What is narrower than `min_pixels` is merged with its neighbours into a block about that wide. A
// block has the colour of the most contended state in it: Blocked, then WaitingGil, then Ready;
// with none of these, the state which takes the most time. So contention never disappears by
// zooming out, and count says how much a block stands for.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/model.h"
#include "timeline/scale.h"
#include "timeline/span.h"

namespace interleave::timeline {

/// A rectangle in one lane.
struct DrawItem {
  float x0 = 0;  // pixels from the left edge, clipped to [-1, width + 1]
  float x1 = 0;
  ThreadState state = ThreadState::NotStarted;
  std::uint8_t flags = 0;     // of the single span
  std::uint32_t count = 1;    // spans it stands for
  std::uint32_t index = 0;    // first of them
  std::uint32_t subject = 0;  // of the single span: object, function, holder
};

struct FoldOptions {
  float min_pixels = 2.0f;
  StateMask states = kAllStates;  // others are left out
  float block_pixels = 32.0f;     // neighbouring blocks of one state become one up to this width
};

/// Appends what is visible of a lane. Items are in order and do not overlap.
void fold_lane(const Model& model, LaneIndex lane, const Scale& scale, const FoldOptions& options,
               std::vector<DrawItem>& out);
/// The same for a lock lane (Model::object_track). In merged blocks "held while others wait"
/// outranks "held".
void fold_object(const Model& model, ObjectId object, const Scale& scale,
                 const FoldOptions& options, std::vector<DrawItem>& out);
/// The colour of a block with these states, none of them to be weighed by time: the most contended
/// one.
ThreadState most_contended(StateMask states);

}  // namespace interleave::timeline
