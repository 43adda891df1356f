// Many lanes folded into a few bands: a group of threads as one row.
//
// Not exact within a cell of two pixels: there the most contended state of all its threads shows,
// so that contention never disappears. Used on one thread, the page's own.
#pragma once

#include <span>
#include <vector>

#include "timeline/lod.h"
#include "timeline/model.h"
#include "timeline/scale.h"

namespace interleave::timeline {

/// The lanes, in order, as `count` bands of about as many lanes each. O(lanes * pixels) at most.
std::vector<std::vector<DrawItem>> fold_bands(const Model& model, std::span<const LaneIndex> lanes,
                                              std::size_t count, const Scale& scale,
                                              StateMask states);

}  // namespace interleave::timeline
