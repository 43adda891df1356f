// The time axis, its lines through the lanes, and the playhead.
#include <algorithm>
#include <cmath>

#include "timeline/format.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

/// Where the lanes end on the screen, be they scrolled or not.
float bottom(const Frame& f) {
  return f.at.scrolled.empty() ? f.at.lanes.y1 : std::min(f.at.lanes.y1, f.at.scrolled.y1);
}

}  // namespace

void draw_axis(Frame& f) {
  const Box& b = f.at.axis;
  const float middle = (b.y0 + b.y1) / 2;
  for (const timeline::AxisTick& tick : f.ui.scale.ticks(f.at.narrow ? 74.0 : 96.0)) {
    const float x = std::round(f.at.tracks_x0 + static_cast<float>(tick.x));
    if (x < f.at.tracks_x0 || x > f.at.tracks_x1) continue;
    if (!tick.major) {
      f.list.AddLine({x, b.y1 - 4}, {x, b.y1}, f.theme.line_strong);
      continue;
    }
    f.list.AddLine({x, b.y0 + 4}, {x, bottom(f)}, f.theme.line);
    const float width = text_width(f.fonts.regular, kSmallSize, tick.label);
    if (x + 4 + width > f.at.canvas.x1) continue;
    text(f.list, f.fonts.regular, kSmallSize, x + 4, middle, f.theme.muted, tick.label);
  }
  ImGui::SetCursorScreenPos({f.at.tracks_x0, b.y0});
  ImGui::InvisibleButton("axis", {std::max(1.0f, f.at.tracks_x1 - f.at.tracks_x0), b.height()});
  if (!ImGui::IsItemActive() || f.in.model == nullptr) return;
  const Tick t =
      std::min(f.ui.scale.tick(ImGui::GetIO().MousePos.x - f.at.tracks_x0), f.in.model->end());
  f.out.playhead_moved = f.out.playhead_moved || f.ui.playhead != t;
  f.ui.playhead = t;
  f.ui.follow = false;
}

void draw_playhead(Frame& f) {
  if (f.ui.range_begin && f.ui.range_end) {
    const float x0 = std::clamp(f.x(*f.ui.range_begin), f.at.tracks_x0, f.at.tracks_x1);
    const float x1 = std::clamp(f.x(*f.ui.range_end), f.at.tracks_x0, f.at.tracks_x1);
    f.list.AddRectFilled({x0, f.at.axis.y0}, {x1, bottom(f)}, with_alpha(f.theme.accent, 40));
    f.list.AddLine({x0, f.at.axis.y0}, {x0, bottom(f)}, with_alpha(f.theme.accent, 200));
    f.list.AddLine({x1, f.at.axis.y0}, {x1, bottom(f)}, with_alpha(f.theme.accent, 200));
  }
  if (!f.ui.playhead) return;
  const float x = std::round(f.x(*f.ui.playhead)) + 0.5f;
  if (x < f.at.tracks_x0 - 1 || x > f.at.tracks_x1 + 1) return;
  f.list.AddLine({x, f.at.axis.y1 - 8}, {x, bottom(f)}, f.theme.playhead, 1.5f);
  const float y = f.at.axis.y1 - 12;
  f.list.AddTriangleFilled({x - 6, y}, {x + 6, y}, {x, y + 8}, f.theme.playhead);
}

void draw_follow_button(Frame& f) {
  if (!f.live() || f.ui.follow || f.in.model == nullptr) return;
  const std::string_view words = "follow the run";
  const float width = text_width(f.fonts.bold, 12, words) + 24;
  const Box b{f.at.tracks_x1 - width - 8, bottom(f) - 34, f.at.tracks_x1 - 8, bottom(f) - 8};
  if (ImGui::IsWindowHovered() && b.contains(ImGui::GetIO().MousePos)) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) f.ui.follow = f.ui.untouched = true;
  }
  f.list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1}, f.theme.accent, 13);
  text(f.list, f.fonts.bold, 12, b.x0 + 12, (b.y0 + b.y1) / 2, f.theme.accent_text, words);
}

}  // namespace interleave::ui
