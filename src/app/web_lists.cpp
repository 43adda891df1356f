#include "app/web_lists.h"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>

#include "gfx/program.h"
#include "imgui.h"

namespace interleave::app {
namespace {

/// Every WebGL 2 that was ever seen has it; asking would be one more function in the page.
constexpr int kMostTexture = 4096;
constexpr std::uint32_t kNotSet = 0xFFFFFFFFu;

void create_texture(ImTextureData& texture) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA,
               GL_UNSIGNED_BYTE, texture.GetPixels());
  texture.SetTexID(name);
  texture.SetStatus(ImTextureStatus_OK);
}

void update_texture(ImTextureData& texture) {
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture.TexID));
  glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
  for (const ImTextureRect& part : texture.Updates) {
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                    texture.GetPixelsAt(part.x, part.y));
  }
  texture.SetStatus(ImTextureStatus_OK);
}

void destroyed(ImTextureData& texture) {
  texture.SetTexID(ImTextureID_Invalid);
  texture.SetStatus(ImTextureStatus_Destroyed);
}

void bring_up_to_date(ImTextureData& texture) {
  if (texture.Status == ImTextureStatus_WantCreate) return create_texture(texture);
  if (texture.Status == ImTextureStatus_WantUpdates) return update_texture(texture);
  if (texture.Status != ImTextureStatus_WantDestroy || texture.UnusedFrames <= 0) return;
  const auto name = static_cast<GLuint>(texture.TexID);
  glDeleteTextures(1, &name);
  destroyed(texture);
}

}  // namespace

std::string ListRenderer::create() {
  std::string problem;
  program_ = gfx::make_program("letters.vert", "letters.frag", problem);
  if (program_ == 0) return problem;
  ImGui::GetIO().BackendFlags |=
      ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  ImGuiPlatformIO& platform = ImGui::GetPlatformIO();
  platform.Renderer_TextureMaxWidth = platform.Renderer_TextureMaxHeight = kMostTexture;
  size_at_ = glGetUniformLocation(program_, "u_size");
  glGenVertexArrays(1, &vertex_array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (GLuint at = 0; at < 3; ++at) glEnableVertexAttribArray(at);
  pointed_to_ = kNotSet;
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  return {};
}

void ListRenderer::forget() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) destroyed(*texture);
}

void ListRenderer::scissor(const ImDrawCmd& command) const {
  const ImVec4& c = command.ClipRect;
  const float scale = surface_.scale;
  const auto left = static_cast<GLint>(std::floor(std::max(0.0f, c.x) * scale));
  const auto right = static_cast<GLint>(std::ceil(std::min(surface_.width, c.z) * scale));
  const auto top = static_cast<GLint>(std::floor(std::max(0.0f, c.y) * scale));
  const auto bottom = static_cast<GLint>(std::ceil(std::min(surface_.height, c.w) * scale));
  glScissor(left, height_ - bottom, std::max(0, right - left), std::max(0, bottom - top));
}

void ListRenderer::begin_triangles(std::uint32_t first_vertex) {
  const std::size_t base = first_vertex * sizeof(ImDrawVert);
  const auto at = [&](std::size_t offset) { return reinterpret_cast<const void*>(base + offset); };
  glUseProgram(program_);
  glBindVertexArray(vertex_array_);
  if (pointed_to_ == first_vertex) return;
  pointed_to_ = first_vertex;
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert),
                        at(offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), at(offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert),
                        at(offsetof(ImDrawVert, col)));
}

void ListRenderer::draw(const ImDrawList& list) {
  glBindVertexArray(vertex_array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
               GL_STREAM_DRAW);
  std::uint32_t set = kNotSet;  // first vertex that the attributes point to
  ImTextureID bound = ImTextureID_Invalid;
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const ImVec4& clip = command.ClipRect;
    if (clip.z <= clip.x || clip.w <= clip.y) continue;
    scissor(command);
    if (command.UserCallback != nullptr) {
      command.UserCallback(&list, &command);
      set = kNotSet;
      continue;
    }
    if (set != command.VtxOffset) begin_triangles(set = command.VtxOffset);
    if (bound != command.GetTexID()) {
      glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound = command.GetTexID()));
    }
    glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                   sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                   reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
  }
}

void ListRenderer::draw(ImDrawData& data, const gfx::Surface& surface, gfx::Color background) {
  surface_ = surface;
  width_ = static_cast<GLint>(std::lround(surface.width * surface.scale));
  height_ = static_cast<GLint>(std::lround(surface.height * surface.scale));
  if (data.Textures != nullptr) {
    for (ImTextureData* texture : *data.Textures) bring_up_to_date(*texture);
  }
  const ImVec4 c = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, width_, height_);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(c.x, c.y, c.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  glUseProgram(program_);
  glUniform2f(size_at_, surface.width, surface.height);
  for (const ImDrawList* list : data.CmdLists) draw(*list);
}

}  // namespace interleave::app
