#include "gfx/program.h"

#include <GLES3/gl3.h>

#include "gfx/shader_sources.h"

namespace interleave::gfx {
namespace {

constexpr std::size_t kLogBytes = 1024;

void attach(GLuint program, GLenum kind, const char* name, std::string& problem) {
  const ShaderSource* source = find_shader_source(name);
  if (source == nullptr) {
    problem = std::string("the shader ") + name + " is missing";
    return;
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
  glAttachShader(program, shader);
  glDeleteShader(shader);
}

}  // namespace

std::uint32_t make_program(const char* vertex, const char* fragment, std::string& problem) {
  problem.clear();
  const GLuint program = glCreateProgram();
  attach(program, GL_VERTEX_SHADER, vertex, problem);
  if (problem.empty()) attach(program, GL_FRAGMENT_SHADER, fragment, problem);
  if (!problem.empty()) return 0;
  glLinkProgram(program);
  GLint good = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &good);
  if (good != 0) return program;
  char log[kLogBytes] = "";
  glGetProgramInfoLog(program, kLogBytes, nullptr, log);
  problem = std::string("linking ") + vertex + ": " + log;
  return 0;
}

}  // namespace interleave::gfx
