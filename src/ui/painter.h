// Rectangles and texts of one frame: the rectangles go to the card as instances, in order with what
// Dear ImGui draws.
//
// Not a canvas of its own: everything ends up in ImGui's draw lists. Page's own thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gfx/rect_renderer.h"
#include "imgui.h"
#include "ui/theme.h"

namespace interleave::ui {

/// A part of the canvas, CSS pixels.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  bool empty() const { return x1 <= x0 || y1 <= y0; }
  bool contains(ImVec2 p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
};

class Painter {
 public:
  explicit Painter(gfx::RectRenderer& renderer) : renderer_(renderer) {}

  /// A new frame on this surface.
  void begin(const gfx::Surface& surface);

  void rect(const Box& box, Color color, float radius = 0);
  void rect(const Box& box, const StateLook& look, float radius = 0, unsigned alpha = 255);
  /// Puts the rectangles since the last flush into the list, clipped as the list is now.
  void flush(ImDrawList& list);

 private:
  struct Batch {
    Painter* painter;
    std::size_t first, count;
  };
  static void draw_batch(const ImDrawList* list, const ImDrawCmd* command);

  gfx::RectRenderer& renderer_;
  gfx::Surface surface_;
  std::vector<gfx::Rect> rects_;
  std::size_t flushed_ = 0;
  bool uploaded_ = false;  // all of them, when the first of them are drawn
};

/// Width in CSS pixels.
float text_width(ImFont* font, float size, std::string_view text);
/// The longest beginning that fits, with an ellipsis where something is missing; empty when not
/// even that.
std::string fitted(ImFont* font, float size, std::string_view text, float width);
/// Text with its left edge at x, capitals centred on `middle`.
void text(ImDrawList& list, ImFont* font, float size, float x, float middle, Color color,
          std::string_view text);
/// The same, wrapped to a width, from `top` on. Answers the height; draws nothing without a list.
float wrapped(ImDrawList* list, ImFont* font, float size, float x, float top, float width,
              Color color, std::string_view text);

}  // namespace interleave::ui
