// One colour and one pattern per state. A click hides or shows a state.
#include <algorithm>
#include <iterator>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

using trace::ThreadState;

constexpr ThreadState kShown[] = {ThreadState::Running, ThreadState::WaitingGil,
                                  ThreadState::Blocked, ThreadState::SleepingIo,
                                  ThreadState::Native,  ThreadState::Ready};
constexpr float kSwatch = 14;
constexpr float kPitch = 24;

float entry_width(const Fonts& fonts, ThreadState state, bool narrow) {
  return kSwatch + 7 + text_width(fonts.regular, kSmallSize + 0.5f, state_label(state, narrow));
}

/// Only simulated runs know threads without a core.
bool shown(const Snapshot& in, ThreadState state) {
  return state != ThreadState::Ready ||
         (in.model != nullptr && in.model->run().mode == trace::RunMode::Simulated);
}

/// Calls `place` with every entry and where it stands; answers the height.
template <class F>
float flow(const Fonts& fonts, const Snapshot& in, float width, F place) {
  const bool narrow = width < 560;
  const float left = 12;
  const float right = width - 8;
  float sum = 0;
  float entries = 0;
  for (const ThreadState state : kShown) {
    if (!shown(in, state)) continue;
    sum += entry_width(fonts, state, narrow);
    ++entries;
  }
  const float gap = std::clamp((right - left - sum) / (entries - 1), 12.0f, 26.0f);
  float x = left;
  float y = 0;
  for (const ThreadState state : kShown) {
    if (!shown(in, state)) continue;
    const float entry = entry_width(fonts, state, narrow);
    if (x > left && x + entry > right) {
      x = left;
      y += kPitch;
    }
    place(state, x, y, entry, narrow);
    x += entry + gap;
  }
  return y + kPitch;
}

}  // namespace

std::string_view state_label(ThreadState state, bool narrow) {
  switch (state) {
    case ThreadState::Running: return narrow ? "running" : "running Python";
    case ThreadState::WaitingGil: return narrow ? "GIL" : "waiting for GIL";
    case ThreadState::Blocked: return narrow ? "lock" : "blocked on a lock";
    case ThreadState::SleepingIo: return narrow ? "sleep · I/O" : "sleep · I/O · join";
    case ThreadState::Native: return narrow ? "native" : "native call, GIL released";
    case ThreadState::Ready: return narrow ? "no core" : "ready, no core";
    default: return "";
  }
}

void toggle_state(Frame& f, std::size_t n) {
  if (n < std::size(kShown) && shown(f.in, kShown[n])) f.ui.filter ^= timeline::mask_of(kShown[n]);
}

float legend_height(const Fonts& fonts, float width, const Snapshot& in) {
  return flow(fonts, in, width, [](ThreadState, float, float, float, bool) {}) + 8;
}

void draw_legend(Frame& f) {
  const Box& b = f.at.legend;
  if (b.empty()) return;
  flow(f.fonts, f.in, b.width(),
       [&](ThreadState state, float x, float y, float width, bool narrow) {
         const float middle = b.y0 + 4 + y + kPitch / 2;
         const timeline::StateMask mask = timeline::mask_of(state);
         const bool on = (f.ui.filter & mask) != 0;
         ImGui::PushID(static_cast<int>(state));
         ImGui::SetCursorScreenPos({x - 4, middle - kPitch / 2});
         if (ImGui::InvisibleButton("state", {width + 8, kPitch})) f.ui.filter ^= mask;
         const bool hovered = ImGui::IsItemHovered();
         ImGui::PopID();
         if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
         const float top = middle - kSwatch / 2;
         f.paint.rect({x, top, x + kSwatch, top + kSwatch}, f.theme.of(state), 3, on ? 255 : 60);
         const Color ink = !on       ? with_alpha(f.theme.muted, 150)
                           : hovered ? f.theme.strong
                                     : f.theme.text;
         const std::string_view label = state_label(state, narrow);
         text(f.list, f.fonts.regular, kSmallSize + 0.5f, x + kSwatch + 7, middle, ink, label);
         if (on) return;
         f.list.AddLine({x + kSwatch + 6, middle}, {x + width, middle}, ink);
       });
  f.paint.flush(f.list);
}

}  // namespace interleave::ui
