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

void set_playhead(Frame& f, Tick t) {
  f.out.playhead_moved = f.out.playhead_moved || f.ui.playhead != t;
  f.ui.playhead = t;
  f.ui.follow = false;
}

/// A press sets the playhead, which can be dragged by its handle; a drag from anywhere else
/// measures.
void take_axis(Frame& f) {
  constexpr float kHandle = 7;
  constexpr float kThreshold = 4;
  if (f.in.model == nullptr) return;
  const ImGuiIO& io = ImGui::GetIO();
  const auto tick = [&](float x) {
    return std::min(f.ui.scale.tick(x - f.at.tracks_x0), f.in.model->end());
  };
  if (ImGui::IsItemActivated()) {
    const bool handle = f.ui.playhead && std::abs(f.x(*f.ui.playhead) - io.MousePos.x) <= kHandle;
    f.ui.range_anchor.reset();
    if (!handle) f.ui.range_anchor = tick(io.MousePos.x);
  }
  if (ImGui::IsItemDeactivated()) {
    const bool pressed =
        f.ui.range_anchor && io.MouseDragMaxDistanceSqr[0] <= kThreshold * kThreshold;
    f.ui.range_anchor.reset();
    if (!pressed) return;
    f.ui.range_begin.reset();
    f.ui.range_end.reset();
    return set_playhead(f, tick(io.MousePos.x));
  }
  if (!ImGui::IsItemActive()) return;
  if (!f.ui.range_anchor) return set_playhead(f, tick(io.MousePos.x));
  if (io.MouseDragMaxDistanceSqr[0] <= kThreshold * kThreshold) return;
  const Tick now = tick(io.MousePos.x);
  f.ui.follow = false;
  if (now == *f.ui.range_anchor) return;
  f.ui.range_begin = std::min(now, *f.ui.range_anchor);
  f.ui.range_end = std::max(now, *f.ui.range_anchor);
}

/// How long the chosen range is, between its ends on the axis.
void measure(Frame& f, float x0, float x1) {
  const std::string words = timeline::format_duration(*f.ui.range_end - *f.ui.range_begin);
  const float width = text_width(f.fonts.bold, kSmallSize, words);
  const float middle = (f.at.axis.y0 + f.at.axis.y1) / 2 - 2;
  const float x = std::clamp((x0 + x1 - width) / 2, f.at.tracks_x0 + 6, f.at.tracks_x1 - width - 6);
  f.list.AddRectFilled({x - 6, middle - 9}, {x + width + 6, middle + 9}, f.theme.accent, 9);
  text(f.list, f.fonts.bold, kSmallSize, x, middle, f.theme.accent_text, words);
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
  f.spot("axis", {f.at.tracks_x0, b.y0, f.at.tracks_x1, b.y1});
  take_axis(f);
}

void draw_playhead(Frame& f) {
  if (f.ui.range_begin && f.ui.range_end) {
    const float x0 = std::clamp(f.x(*f.ui.range_begin), f.at.tracks_x0, f.at.tracks_x1);
    const float x1 = std::clamp(f.x(*f.ui.range_end), f.at.tracks_x0, f.at.tracks_x1);
    f.list.AddRectFilled({x0, f.at.axis.y0}, {x1, bottom(f)}, with_alpha(f.theme.accent, 40));
    f.list.AddLine({x0, f.at.axis.y0}, {x0, bottom(f)}, with_alpha(f.theme.accent, 200));
    f.list.AddLine({x1, f.at.axis.y0}, {x1, bottom(f)}, with_alpha(f.theme.accent, 200));
    measure(f, x0, x1);
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
