#include "ui/painter.h"

#include <cfloat>

namespace interleave::ui {

void Painter::begin(const gfx::Surface& surface) {
  surface_ = surface;
  rects_.clear();
  flushed_ = 0;
  uploaded_ = false;
}

void Painter::rect(const Box& box, Color color, float radius) {
  rects_.push_back({box.x0, box.y0, box.x1, box.y1, color, color, 0, radius});
}

void Painter::rect(const Box& box, const StateLook& look, float radius, unsigned alpha) {
  rects_.push_back({box.x0, box.y0, box.x1, box.y1, with_alpha(look.fill, alpha), look.stripe,
                    static_cast<float>(look.pattern), radius});
}

void Painter::flush(ImDrawList& list) {
  if (rects_.size() == flushed_) return;
  Batch batch{this, flushed_, rects_.size() - flushed_};
  list.AddCallback(draw_batch, &batch, sizeof(batch));
  flushed_ = rects_.size();
}

void Painter::draw_batch(const ImDrawList*, const ImDrawCmd* command) {
  const Batch& batch = *static_cast<const Batch*>(command->UserCallbackData);
  Painter& self = *batch.painter;
  if (!self.uploaded_) self.renderer_.upload(self.rects_, self.surface_);
  self.uploaded_ = true;
  self.renderer_.draw(batch.first, batch.count);
}

float text_width(ImFont* font, float size, std::string_view text) {
  return font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::string fitted(ImFont* font, float size, std::string_view text, float width) {
  if (text_width(font, size, text) <= width) return std::string(text);
  const float room = width - text_width(font, size, "…");
  if (room <= 0) return {};
  const char* rest = nullptr;
  font->CalcTextSizeA(size, room, 0, text.data(), text.data() + text.size(), &rest);
  if (rest == nullptr || rest == text.data()) return {};
  while (rest > text.data() && rest[-1] == ' ') --rest;
  return std::string(text.data(), rest) + "…";
}

void text(ImDrawList& list, ImFont* font, float size, float x, float middle, Color color,
          std::string_view text) {
  if (text.empty()) return;
  list.AddText(font, size, ImVec2(x, middle - size * 0.5f), color, text.data(),
               text.data() + text.size());
}

float wrapped(ImDrawList* list, ImFont* font, float size, float x, float top, float width,
              Color color, std::string_view text) {
  const float pitch = size * 1.42f;
  float y = top;
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    const char* stop = font->CalcWordWrapPosition(size, at, end, width);
    if (stop == at) ++stop;
    if (list != nullptr) {
      list->AddText(font, size, ImVec2(x, y + (pitch - size) * 0.5f), color, at, stop);
    }
    y += pitch;
    at = stop;
    while (at < end && (*at == ' ' || *at == '\n')) ++at;
  }
  return y - top;
}

}  // namespace interleave::ui
