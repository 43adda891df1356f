// The whole canvas: one call draws a frame of it.
//
// Not a loop and not a window: when a frame is due is the app's business (src/app/web_main.cpp).
// Page's own thread.
#pragma once

#include "gfx/rect_renderer.h"
#include "ui/painter.h"
#include "ui/panels.h"
#include "ui/theme.h"
#include "ui/ui_state.h"

namespace interleave::ui {

class Canvas {
 public:
  explicit Canvas(gfx::RectRenderer& renderer) : painter_(renderer) {}

  void set_fonts(const Fonts& fonts) { fonts_ = fonts; }
  /// Between ImGui's NewFrame and Render.
  FrameCounts frame(const Snapshot& in, const gfx::Surface& surface, Actions& out);
  /// A new run begins: whatever was chosen in the last one is gone.
  void forget_run();
  /// A model is about to go.
  void forget_models() { work_ = Worked(); }
  /// The moment the canvas speaks of, and where it is set from outside.
  std::optional<Tick> playhead() const { return ui_.playhead; }
  void set_playhead(Tick t);
  timeline::SpanRef selected() const { return ui_.selected; }
  /// Two fingers moved: zoom by `factor` around x, and pan, both in CSS pixels.
  void pinch(float x, float factor, float dx, Tick end);
  /// Where every thread is at the moment the canvas speaks of, as the page's event "lines" wants
  /// it.
  /// `exact`: lines that are known better than from the trace's samples.
  std::string lines_json(const Snapshot& in,
                         const std::vector<std::pair<ThreadId, int>>& exact = {}) const;
  /// The table in words, a head first, as the page's event "twin" wants it.
  static std::string twin_json(const Snapshot& in);
  /// What the last frame showed, as data: rows, view, choice, what can be pressed and where.
  std::string picture_json(const Snapshot& in);

 private:
  Painter painter_;
  Fonts fonts_;
  UiState ui_;
  Worked work_;
  Layout at_;  // of the last frame
};

}  // namespace interleave::ui
