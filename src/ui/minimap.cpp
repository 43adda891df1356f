// The whole run at a glance, with the part that is shown below.
#include <algorithm>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::LaneIndex;
using timeline::Scale;

/// The whole run on the width of the tracks.
Scale whole(const Frame& f) {
  const auto end = static_cast<double>(f.end());
  return Scale(0, end > 0 ? end : 1, f.at.tracks_x1 - f.at.tracks_x0);
}

/// The lanes [first, last), folded anew where run, size or filter changed.
const std::vector<std::vector<timeline::DrawItem>>& folded(Frame& f, LaneIndex first,
                                                           LaneIndex last) {
  const timeline::Model& model = *f.in.model;
  Worked::Bands& kept = f.work.minimap;
  const std::size_t count = last - first;
  const Scale scale = whole(f);
  if (kept.model == &model && kept.version == model.version() && kept.scale == scale &&
      kept.filter == f.ui.filter && kept.bands.size() == count) {
    return kept.bands;
  }
  kept.model = &model;
  kept.version = model.version();
  kept.scale = scale;
  kept.filter = f.ui.filter;
  kept.bands.clear();
  for (LaneIndex lane = first; lane < last; ++lane) {
    fold_for_picture(f, model, lane, scale);
    kept.bands.push_back(f.ui.items);
  }
  return kept.bands;
}

void rows(Frame& f, const Box& b) {
  const timeline::Model& model = *f.in.model;
  const LaneIndex first = timeline::kFirstThreadLane;
  const LaneIndex lanes = std::max<LaneIndex>(model.lane_count(), first + 1) - first;
  const float room = b.height() - 4;
  // At most as many rows as there are pixels; the others are in the lanes below.
  const float pitch = std::clamp(room / static_cast<float>(lanes), 2.0f, 7.0f);
  const auto shown = std::min<LaneIndex>(lanes, static_cast<LaneIndex>(room / pitch));
  const float gap = pitch >= 4 ? 1.0f : 0.0f;
  float y = b.y0 + 2 + (room - pitch * static_cast<float>(shown)) / 2;
  for (const auto& items : folded(f, first, std::min(first + shown, model.lane_count()))) {
    for (const timeline::DrawItem& item : items) {
      const Color color = f.theme.of(item.state).fill;
      f.paint.rect({b.x0 + item.x0, y, b.x0 + item.x1, y + pitch - gap}, color);
    }
    f.counts.spans_drawn += items.size();
    y += pitch;
  }
}

void window_of_view(Frame& f, const Box& b) {
  const Scale all = whole(f);
  const float x0 = b.x0 + std::clamp(static_cast<float>(all.x(f.ui.scale.t0())), 0.0f, b.width());
  const float x1 = b.x0 + std::clamp(static_cast<float>(all.x(f.ui.scale.t1())), 0.0f, b.width());
  const Color shade = with_alpha(f.theme.background, 150);
  f.list.AddRectFilled({b.x0, b.y0}, {x0, b.y1}, shade);
  f.list.AddRectFilled({x1, b.y0}, {b.x1, b.y1}, shade);
  f.list.AddRectFilled({x0, b.y0}, {std::max(x1, x0 + 2), b.y1}, with_alpha(f.theme.strong, 22));
  f.list.AddRect({x0, b.y0}, {std::max(x1, x0 + 2), b.y1}, with_alpha(f.theme.strong, 140), 2);
}

/// Press or drag: the view goes there.
void drag(Frame& f, const Box& b) {
  ImGui::SetCursorScreenPos({b.x0, b.y0});
  ImGui::InvisibleButton("minimap", {b.width(), b.height()});
  if (!ImGui::IsItemActive()) return;
  const double t = whole(f).t(ImGui::GetIO().MousePos.x - b.x0);
  const Scale& scale = f.ui.scale;
  f.ui.scale = Scale(t - scale.span() / 2, scale.span(), scale.width()).clamped(f.end());
  f.ui.follow = false;
  f.ui.untouched = false;
}

}  // namespace

void draw_minimap(Frame& f) {
  const Box b{f.at.tracks_x0, f.at.minimap.y0 + 6, f.at.tracks_x1, f.at.minimap.y1 - 4};
  if (f.at.minimap.empty() || b.empty()) return;
  f.list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1}, f.theme.bar, 3);
  if (f.in.model != nullptr && f.in.model->end() > 0) {
    rows(f, b);
    f.paint.flush(f.list);
    window_of_view(f, b);
    drag(f, b);
  }
  f.list.AddRect({b.x0, b.y0}, {b.x1, b.y1}, f.theme.line_strong, 3);
}

}  // namespace interleave::ui
