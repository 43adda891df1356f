#include "gfx/rect_renderer.h"

#include <GLES3/gl3.h>

#include "gfx/program.h"

namespace interleave::gfx {
namespace {

void attribute(GLuint at, GLint count, GLenum type, std::size_t offset) {
  glVertexAttribPointer(at, count, type, type == GL_UNSIGNED_BYTE, sizeof(Rect),
                        reinterpret_cast<const void*>(offset));
}

void attributes(std::size_t first) {
  const std::size_t base = first * sizeof(Rect);
  attribute(0, 4, GL_FLOAT, base + offsetof(Rect, x0));
  attribute(1, 4, GL_UNSIGNED_BYTE, base + offsetof(Rect, color));
  attribute(2, 4, GL_UNSIGNED_BYTE, base + offsetof(Rect, stripe));
  attribute(3, 2, GL_FLOAT, base + offsetof(Rect, pattern));
}

}  // namespace

std::string RectRenderer::create() {
  std::string problem;
  program_ = make_program("rects.vert", "rects.frag", problem);
  if (program_ == 0) return problem;
  size_at_ = glGetUniformLocation(program_, "u_size");
  scale_at_ = glGetUniformLocation(program_, "u_scale");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &buffer_);
  glBindVertexArray(vertex_array_);
  for (GLuint at = 0; at < 4; ++at) {
    glEnableVertexAttribArray(at);
    glVertexAttribDivisor(at, 1);
  }
  return {};
}

void RectRenderer::forget() { program_ = vertex_array_ = buffer_ = 0; }

void RectRenderer::upload(std::span<const Rect> rects, const Surface& surface) {
  if (program_ == 0 || rects.empty()) return;
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  // A fresh store each time: the card may still be reading the last one.
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(rects.size_bytes()), rects.data(),
               GL_STREAM_DRAW);
  glUseProgram(program_);
  glUniform2f(size_at_, surface.width, surface.height);
  glUniform1f(scale_at_, surface.scale);
}

void RectRenderer::draw(std::size_t first, std::size_t count) {
  if (program_ == 0 || count == 0) return;
  glUseProgram(program_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  attributes(first);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(count));
}

}  // namespace interleave::gfx
