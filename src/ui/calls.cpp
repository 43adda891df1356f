// Nested calls below the spans of a thread, as deep as they are in sight.
#include <algorithm>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

constexpr float kLevel = 14;
constexpr std::uint32_t kMostLevels = 6;

bool shown(const Snapshot& in, const UiState& ui) {
  return ui.show_calls && in.calls != nullptr && in.model != nullptr && !comparing(in);
}

ThreadId thread_of(const Snapshot& in, const timeline::Row& row) {
  const bool thread = row.id.kind == timeline::RowKind::Lane && row.id.run == 0 &&
                      row.id.id >= timeline::kFirstThreadLane;
  return thread ? in.model->lane(row.id.id).thread : kNoThread;
}

}  // namespace

void place_calls(const Snapshot& in, const UiState& ui, Worked& work) {
  if (!shown(in, ui)) return;
  const Tick t0 = ui.scale.tick(0);
  const Tick t1 = ui.scale.tick(ui.scale.width());
  for (std::uint32_t n = 0; n < work.rows.size(); ++n) {
    const ThreadId thread = thread_of(in, work.rows.rows()[n]);
    if (thread == kNoThread) continue;
    const std::uint32_t depth = in.calls->depth(thread, t0, t1);
    work.rows.set_levels(n, static_cast<std::uint8_t>(std::min(depth, kMostLevels)));
  }
}

bool has_calls(const Snapshot& in) {
  return in.model != nullptr && in.state == session::State::Idle;
}

void ask_for_calls(Frame& f) {
  const bool rest = f.ui.last_scale == f.ui.scale;
  f.ui.last_scale = f.ui.scale;
  if (!f.ui.show_calls || !has_calls(f.in) || comparing(f.in) || f.ui.playing) return;
  const Tick end = f.in.model->end();
  const Tick t0 = f.ui.scale.tick(0);
  const Tick t1 = std::min(f.ui.scale.tick(f.ui.scale.width()), end);
  if (t1 <= t0) return;
  const timeline::Calls* known = f.in.calls;
  // What could not be seen in a far wider window may be seen now.
  constexpr Tick kCoarse = 2;
  const Tick needed = (t1 - t0) / 1000;
  if (known != nullptr && known->covers(t0, t1) &&
      (known->least <= needed * kCoarse || known->left_out == 0)) {
    return;
  }
  if (!rest) {
    f.out.again = true;
    return;
  }
  const Tick margin = (t1 - t0) / 2;
  f.out.want_calls = {t0 > margin ? t0 - margin : 0, std::min(t1 + margin, end)};
}

std::uint32_t call_under(const Frame& f, std::uint32_t row, float x, float y) {
  if (!shown(f.in, f.ui)) return UiState::kNoHold;
  const timeline::Row& r = f.rows().rows()[row];
  const ThreadId thread = thread_of(f.in, r);
  const float below = y - f.row_top(row) - f.at.row + 4;
  if (thread == kNoThread || below < 0) return UiState::kNoHold;
  const auto level = static_cast<std::uint32_t>(below / kLevel);
  if (level >= r.levels) return UiState::kNoHold;
  const Tick t = f.ui.scale.tick(x - f.at.tracks_x0);
  for (const timeline::CallSpan& call : f.in.calls->level(thread, level)) {
    if (call.start > t) break;
    if (t < call.end) return static_cast<std::uint32_t>(&call - f.in.calls->spans.data());
  }
  return UiState::kNoHold;
}

void draw_calls(Frame& f, std::uint32_t row) {
  const timeline::Row& r = f.rows().rows()[row];
  const ThreadId thread = r.levels == 0 ? kNoThread : thread_of(f.in, r);
  if (thread == kNoThread) return;
  const timeline::Calls& calls = *f.in.calls;
  const Tick t0 = f.ui.scale.tick(0);
  const StateLook& look = f.theme.of(trace::ThreadState::Running);
  const int strong = calls.sampled ? 110 : 170;  // paler: less is known of them
  for (std::uint32_t level = 0; level < r.levels; ++level) {
    const float y0 = f.row_top(row) + f.at.row - 4 + kLevel * static_cast<float>(level);
    const auto spans = calls.level(thread, level);
    auto call = std::partition_point(spans.begin(), spans.end(),
                                     [t0](const timeline::CallSpan& s) { return s.end <= t0; });
    float drawn_to = -1;
    for (; call != spans.end(); ++call) {
      const float x0 = std::max(f.x(call->start), f.at.tracks_x0 - 2);
      const float x1 = std::min(f.x(call->end), f.at.tracks_x1 + 2);
      if (x0 > f.at.tracks_x1) break;
      if (x1 - drawn_to < 0.5f) continue;  // nothing of it can be seen beside the one before
      drawn_to = std::max(x1, x0 + 1);
      const Box box{x0, y0, std::max(x0 + 1, x1 - (x1 - x0 > 3 ? 1.0f : 0.0f)), y0 + kLevel - 1};
      f.paint.rect(box, with_alpha(look.fill, level % 2 == 0 ? strong : strong - 50), 1.5f);
      ++f.counts.spans_drawn;
    }
    call = std::partition_point(spans.begin(), spans.end(),
                                [t0](const timeline::CallSpan& s) { return s.end <= t0; });
    for (; call != spans.end() && f.x(call->start) < f.at.tracks_x1; ++call) {
      const float x0 = std::max(f.x(call->start), f.at.tracks_x0) + 4;
      const float room = std::min(f.x(call->end), f.at.tracks_x1) - 4 - x0;
      if (room < 20) continue;
      text(f.list, f.fonts.regular, 10.5f, x0, y0 + (kLevel - 1) / 2, f.theme.strong,
           fitted(f.fonts.regular, 10.5f, calls.names[call->name], room));
    }
  }
}

}  // namespace interleave::ui
