// Draws what Dear ImGui has put into its lists: a program, buffers and the textures of the letters.
//
// Not ImGui's own backend, which asks the context for all its state every frame: in a browser each
// such question waits for another process. Here nothing is asked, so nobody else may change the
// context but the callbacks in the lists, which may change program, vertex array and buffers. Needs
// a WebGL 2 context; used on its thread, the page's own.
#pragma once

#include <cstdint>
#include <string>

#include "gfx/rect_renderer.h"

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace interleave::app {

class ListRenderer {
 public:
  /// Makes program and buffers, in a context that nobody has touched yet. "" or what went wrong.
  std::string create();
  /// The context was lost, and everything went with it: textures will be made again.
  void forget();
  void draw(ImDrawData& data, const gfx::Surface& surface, gfx::Color background);

 private:
  void draw(const ImDrawList& list);
  void scissor(const ImDrawCmd& command) const;
  void begin_triangles(std::uint32_t first_vertex);

  gfx::Surface surface_;
  std::int32_t width_ = 0, height_ = 0;  // device pixels
  std::uint32_t program_ = 0;
  std::uint32_t vertex_array_ = 0;
  std::uint32_t vertices_ = 0;
  std::uint32_t indices_ = 0;
  std::int32_t size_at_ = -1;
  std::uint32_t pointed_to_ = 0;  // the first vertex, in the vertex array
};

}  // namespace interleave::app
