// Draws many rectangles with few calls: a program and a buffer of instances on the graphics card.
//
// Not a scene: it keeps nothing between calls but the program, and knows neither threads nor
// states. Needs a current OpenGL ES 3 (WebGL 2) context; used on the thread of that context, the
// page's own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace interleave::gfx {

/// What a rectangle is filled with, beside its colour: a mark that colour-blind eyes can tell too.
enum class Pattern : std::uint8_t { Plain, Hatch, BackHatch, Cross, Lines, Dots };

/// Red in the lowest byte, then green, blue, alpha (not premultiplied).
using Color = std::uint32_t;

/// One instance, as it lies in the buffer. CSS pixels from the top left corner.
struct Rect {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  Color color = 0;
  Color stripe = 0;  // of the pattern
  float pattern = 0;
  float radius = 0;  // of the corners
};
static_assert(sizeof(Rect) == 32);

/// The surface drawn on: its size in CSS pixels, and device pixels per CSS pixel.
struct Surface {
  float width = 1;
  float height = 1;
  float scale = 1;
};

class RectRenderer {
 public:
  RectRenderer() = default;
  RectRenderer(const RectRenderer&) = delete;
  RectRenderer& operator=(const RectRenderer&) = delete;

  /// Makes program and buffers. "" or what the compiler of the shaders said.
  std::string create();
  /// Forgets them without touching the context: it was lost, and they went with it.
  void forget();
  bool ready() const { return program_ != 0; }
  /// What draw() draws from until the next upload. Changes the context's program and array buffer.
  void upload(std::span<const Rect> rects, const Surface& surface);
  /// Some of them, in order, over what is there, within the scissor box. Changes the context's
  /// program, vertex array and array buffer.
  void draw(std::size_t first, std::size_t count);

 private:
  std::uint32_t program_ = 0;
  std::uint32_t vertex_array_ = 0;
  std::uint32_t buffer_ = 0;
  std::int32_t size_at_ = -1;
  std::int32_t scale_at_ = -1;
};

}  // namespace interleave::gfx
