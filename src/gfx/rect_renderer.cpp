#include "gfx/rect_renderer.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>

#include "gfx/shader_sources.h"

namespace interleave::gfx {
namespace {

constexpr std::size_t kLogBytes = 1024;

GLuint compile(GLenum kind, const char* name, std::string& problem) {
  const ShaderSource* source = find_shader_source(name);
  if (source == nullptr) {
    problem = std::string("the shader ") + name + " is missing";
    return 0;
  }
  const GLuint shader = glCreateShader(kind);
  const auto size = static_cast<GLint>(source->size);
  glShaderSource(shader, 1, &source->text, &size);
  glCompileShader(shader);
  GLint good = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &good);
  if (good == 0) {
    char log[kLogBytes] = "";
    glGetShaderInfoLog(shader, kLogBytes, nullptr, log);
    problem = std::string(name) + ": " + log;
  }
  return shader;
}

GLuint link(GLuint vertex, GLuint fragment, std::string& problem) {
  const GLuint program = glCreateProgram();
  glAttachShader(program, vertex);
  glAttachShader(program, fragment);
  glLinkProgram(program);
  GLint good = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &good);
  if (good == 0) {
    char log[kLogBytes] = "";
    glGetProgramInfoLog(program, kLogBytes, nullptr, log);
    problem = std::string("linking the shaders: ") + log;
  }
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  return program;
}

void attribute(GLuint at, GLint count, GLenum type, bool normalized, std::size_t offset) {
  glEnableVertexAttribArray(at);
  glVertexAttribPointer(at, count, type, normalized ? GL_TRUE : GL_FALSE, sizeof(Rect),
                        reinterpret_cast<const void*>(offset));
  glVertexAttribDivisor(at, 1);
}

}  // namespace

std::string RectRenderer::create() {
  std::string problem;
  const GLuint vertex = compile(GL_VERTEX_SHADER, "rects.vert", problem);
  if (!problem.empty()) return problem;
  const GLuint fragment = compile(GL_FRAGMENT_SHADER, "rects.frag", problem);
  if (!problem.empty()) return problem;
  const GLuint program = link(vertex, fragment, problem);
  if (!problem.empty()) return problem;
  size_at_ = glGetUniformLocation(program, "u_size");
  scale_at_ = glGetUniformLocation(program, "u_scale");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &buffer_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  attribute(0, 4, GL_FLOAT, false, offsetof(Rect, x0));
  attribute(1, 4, GL_UNSIGNED_BYTE, true, offsetof(Rect, color));
  attribute(2, 4, GL_UNSIGNED_BYTE, true, offsetof(Rect, stripe));
  attribute(3, 2, GL_FLOAT, false, offsetof(Rect, pattern));
  glBindVertexArray(0);
  capacity_ = 0;
  program_ = program;
  return {};
}

void RectRenderer::forget() {
  program_ = vertex_array_ = buffer_ = 0;
  capacity_ = 0;
}

void RectRenderer::draw(std::span<const Rect> rects, const Surface& surface, const Clip& clip) {
  if (program_ == 0 || rects.empty()) return;
  const float scale = surface.scale;
  const auto left = static_cast<GLint>(std::floor(std::max(0.0f, clip.x0) * scale));
  const auto right = static_cast<GLint>(std::ceil(std::min(surface.width, clip.x1) * scale));
  const auto top = static_cast<GLint>(std::floor(std::max(0.0f, clip.y0) * scale));
  const auto bottom = static_cast<GLint>(std::ceil(std::min(surface.height, clip.y1) * scale));
  if (right <= left || bottom <= top) return;
  const auto height = static_cast<GLint>(std::lround(surface.height * scale));
  glUseProgram(program_);
  glUniform2f(size_at_, surface.width, surface.height);
  glUniform1f(scale_at_, scale);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  // A fresh store each time: the card may still be reading the last one.
  capacity_ = std::max(capacity_, rects.size_bytes());
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(capacity_), nullptr, GL_STREAM_DRAW);
  glBufferSubData(GL_ARRAY_BUFFER, 0, static_cast<GLsizeiptr>(rects.size_bytes()), rects.data());
  glEnable(GL_SCISSOR_TEST);
  glScissor(left, height - bottom, right - left, bottom - top);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(rects.size()));
}

}  // namespace interleave::gfx
