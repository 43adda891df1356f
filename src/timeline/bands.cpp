#include "timeline/bands.h"

#include <algorithm>
#include <cmath>

namespace interleave::timeline {
namespace {

constexpr double kCell = 2;  // pixels

std::vector<DrawItem> runs_of(const std::vector<StateMask>& cells) {
  std::vector<DrawItem> items;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i] == 0) continue;
    const ThreadState state = most_contended(cells[i]);
    const auto x0 = static_cast<float>(static_cast<double>(i) * kCell);
    if (!items.empty() && items.back().state == state && items.back().x1 >= x0) {
      items.back().x1 = x0 + static_cast<float>(kCell);
      continue;
    }
    DrawItem item;
    item.x0 = x0;
    item.x1 = x0 + static_cast<float>(kCell);
    item.state = state;
    items.push_back(item);
  }
  return items;
}

}  // namespace

std::vector<std::vector<DrawItem>> fold_bands(const Model& model, std::span<const LaneIndex> lanes,
                                              std::size_t count, const Scale& scale,
                                              StateMask states) {
  std::vector<std::vector<DrawItem>> bands;
  if (lanes.empty()) return bands;
  count = std::clamp<std::size_t>(count, 1, lanes.size());
  const auto width = static_cast<std::size_t>(std::ceil(scale.width() / kCell)) + 1;
  FoldOptions options;
  options.states = states;
  std::vector<DrawItem> items;
  for (std::size_t band = 0; band < count; ++band) {
    std::vector<StateMask> cells(width);
    const std::size_t first = band * lanes.size() / count;
    const std::size_t last = (band + 1) * lanes.size() / count;
    for (std::size_t i = first; i < last; ++i) {
      items.clear();
      fold_lane(model, lanes[i], scale, options, items);
      for (const DrawItem& item : items) {
        const auto from = static_cast<std::size_t>(std::max(0.0f, item.x0) / kCell);
        const auto to = static_cast<std::size_t>(std::ceil(std::max(0.0f, item.x1) / kCell));
        for (std::size_t c = from; c < std::min(std::max(to, from + 1), width); ++c) {
          cells[c] |= mask_of(item.state);
        }
      }
    }
    bands.push_back(runs_of(cells));
  }
  return bands;
}

}  // namespace interleave::timeline
