// Colours, patterns and sizes of the canvas, in a dark and a light set.
//
// Not a style sheet: what is where is the panels' business. Immutable values; any thread.
#pragma once

#include "gfx/rect_renderer.h"
#include "timeline/span.h"

struct ImFont;

namespace interleave::ui {

using gfx::Color;

constexpr Color rgb(unsigned hex, unsigned alpha = 255) {
  return ((hex >> 16) & 0xFFu) | (hex & 0xFF00u) | ((hex & 0xFFu) << 16) | (alpha << 24);
}
constexpr Color with_alpha(Color color, unsigned alpha) {
  return (color & 0xFFFFFFu) | (alpha << 24);
}

/// How a state of a thread looks.
struct StateLook {
  Color fill = 0;
  Color stripe = 0;
  Color text = 0;  // on the fill, contrast 4.5 or more
  Color word = 0;  // the state's name on the background, likewise
  gfx::Pattern pattern = gfx::Pattern::Plain;
};

struct Theme {
  bool dark = true;
  Color background, bar, raised, raised_hover, line, line_strong, row_selected;
  Color text, muted, strong;
  Color run, run_hover, run_text, accent, accent_text, danger;
  Color frame;             // of the page's own thread
  Color gil[4], gil_text;  // by holder, in turn
  Color playhead, arrow, tooltip, tooltip_line;
  Color verdict_fill, verdict_edge, trouble_fill, trouble_edge;
  StateLook states[trace::kThreadStates];

  const StateLook& of(trace::ThreadState state) const {
    return states[static_cast<std::size_t>(state)];
  }
};

/// The set for these wishes of the page.
const Theme& theme_for(bool dark, bool high_contrast);

/// Three faces of the page, owned by the font atlas. Sizes are CSS pixels.
struct Fonts {
  ImFont* regular = nullptr;
  ImFont* bold = nullptr;
  ImFont* mono = nullptr;
};
inline constexpr float kTextSize = 13.0f;
inline constexpr float kSmallSize = 11.5f;

}  // namespace interleave::ui
