// A program of the graphics card, made of two files of shaders/.
//
// Not a cache: each call compiles. Needs a current OpenGL ES 3 (WebGL 2) context; used on the
// thread of that context, the page's own.
#pragma once

#include <cstdint>
#include <string>

namespace interleave::gfx {

/// 0 when something went wrong: then `problem` says what.
std::uint32_t make_program(const char* vertex, const char* fragment, std::string& problem);

}  // namespace interleave::gfx
