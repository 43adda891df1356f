// The text of the shaders, put into the program by the build from the folder shaders/.
//
// Not a shader cache: nothing is compiled here. Immutable, so any thread may call it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace interleave::gfx {

/// One shader file. Both texts end with a NUL, which `size` does not count; they live for ever.
struct ShaderSource {
  const char* name;  ///< the file's name, such as "spans.vert"
  const char* text;  ///< GLSL ES 3.00
  std::size_t size;  ///< bytes of text
};

/// The shader in the file called `name`, or null when shaders/ has no such file.
const ShaderSource* find_shader_source(std::string_view name);

/// Every shader, sorted by name.
std::span<const ShaderSource> shader_sources();

}  // namespace interleave::gfx
