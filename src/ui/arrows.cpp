// Who let whom go on: the arrow into the span that is hovered or selected; and a deadlock as a
// closed loop.
#include <algorithm>
#include <cmath>
#include <optional>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::Arrow;
using timeline::SpanRef;

constexpr float kHead = 7;

void head(Frame& f, ImVec2 tip, ImVec2 from, Color color) {
  float dx = tip.x - from.x;
  float dy = tip.y - from.y;
  const float length = std::max(1.0f, std::sqrt(dx * dx + dy * dy));
  dx /= length;
  dy /= length;
  const ImVec2 back{tip.x - dx * kHead, tip.y - dy * kHead};
  f.list.AddTriangleFilled(tip, {back.x - dy * kHead * 0.6f, back.y + dx * kHead * 0.6f},
                           {back.x + dy * kHead * 0.6f, back.y - dx * kHead * 0.6f}, color);
}

/// The row that shows a thread of a run; RowList::kNone.
std::uint32_t row_of(const Frame& f, std::uint8_t run, ThreadId thread) {
  return f.rows().row_of(run, f.model(run).lane_of(thread));
}

void arrow(Frame& f, std::uint8_t run, const Arrow& a) {
  const std::uint32_t from = row_of(f, run, a.from);
  const std::uint32_t to = row_of(f, run, a.to);
  if (from == timeline::RowList::kNone || to == timeline::RowList::kNone || from == to) return;
  const float pad = (f.at.row - f.at.bar) / 2;
  const bool down = f.row_top(to) > f.row_top(from);
  const float y0 = down ? f.row_top(from) + f.at.row - pad : f.row_top(from) + pad;
  const float y1 = down ? f.row_top(to) + pad : f.row_top(to) + f.at.row - pad;
  const ImVec2 a0{f.x(a.from_time), y0};
  const ImVec2 a1{f.x(a.to_time), y1};
  // A dark edge, so that it can be seen on every colour.
  f.list.AddLine(a0, a1, with_alpha(f.theme.background, 200), 4);
  f.list.AddLine(a0, a1, f.theme.arrow, 1.6f);
  f.list.AddCircleFilled(a0, 2.5f, f.theme.arrow);
  head(f, a1, a0, f.theme.arrow);
}

void into(Frame& f, std::uint8_t run, SpanRef ref) {
  if (!ref || ref.lane < timeline::kFirstThreadLane) return;
  if (const std::optional<Arrow> a = f.model(run).arrow_into(ref)) arrow(f, run, *a);
}

/// From each waiting thread to the holder of what it waits for, at the right of the lanes.
void deadlock(Frame& f) {
  const Color red = f.theme.of(trace::ThreadState::Blocked).word;
  const float x = std::min(f.x(f.in.model->end()), f.at.tracks_x1) - 18;
  for (const timeline::WaitEdge& edge : f.in.deadlock) {
    const std::uint32_t from = row_of(f, 0, edge.thread);
    const std::uint32_t to = row_of(f, 0, edge.holder);
    if (from == timeline::RowList::kNone || to == timeline::RowList::kNone) continue;
    const float y0 = f.row_top(from) + f.at.row / 2;
    const float y1 = f.row_top(to) + f.at.row / 2;
    if (from == to) {
      f.list.AddCircle({x, y0}, 9, red, 24, 2.5f);
      continue;
    }
    const float bend = y0 < y1 ? 16.0f : -16.0f;
    const ImVec2 c0{x + bend, y0 + (y1 - y0) * 0.25f};
    const ImVec2 c1{x + bend, y0 + (y1 - y0) * 0.75f};
    f.list.AddBezierCubic({x, y0}, c0, c1, {x, y1}, with_alpha(f.theme.background, 220), 6);
    f.list.AddBezierCubic({x, y0}, c0, c1, {x, y1}, red, 2.5f);
    head(f, {x, y1}, c1, red);
  }
}

}  // namespace

void draw_arrows(Frame& f) {
  f.list.PushClipRect({f.at.tracks_x0, f.at.lanes.y0}, {f.at.tracks_x1, f.at.lanes.y1}, true);
  into(f, 0, f.ui.selected);
  const std::uint8_t run = f.ui.hovered_row.run;
  if (run != 0 || !(f.ui.hovered == f.ui.selected)) into(f, run, f.ui.hovered);
  if (!f.in.deadlock.empty()) deadlock(f);
  f.list.PopClipRect();
}

}  // namespace interleave::ui
