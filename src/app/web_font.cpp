#include "app/web_font.h"

#include <emscripten.h>

#include <array>
#include <cmath>
#include <cstdint>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

namespace interleave::app {
namespace {

enum Face : ImU32 { kRegular, kBold, kMono };

constexpr int kPixels = 256 * 256;
/// Where capitals stand in a line as high as the size: Inter's are 0.727 of it high, so these are
/// centred.
constexpr float kBaseline = 0.8635f;

struct Glyph {
  float advance;            // raster pixels
  std::int32_t x, y, w, h;  // of the bitmap, from the pen position on the baseline
};

// clang-format off
/// Draws one character, `stretch` times as wide, white on nothing; its coverage goes to `pixels`, a byte each.
EM_JS(int, il_draw_glyph, (int face, float size, int code, int stretch, void* glyph, void* pixels, int capacity), {
  let c = il_draw_glyph.context;
  if (!c) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 256;
    c = il_draw_glyph.context = canvas.getContext("2d", { willReadFrequently: true });
  }
  const families = ['500 SIZE Inter, system-ui, sans-serif', '650 SIZE Inter, system-ui, sans-serif',
                    '450 SIZE "JetBrains Mono", ui-monospace, monospace'];
  c.setTransform(1, 0, 0, 1, 0, 0);
  c.font = families[face].replace("SIZE", size + "px");
  c.fontKerning = "none";
  c.textRendering = "geometricPrecision";
  c.textBaseline = "alphabetic";
  c.fillStyle = "#fff";
  const text = String.fromCodePoint(code);
  const m = c.measureText(text);
  const x = Math.floor(-m.actualBoundingBoxLeft * stretch) - 1;
  const y = Math.floor(-m.actualBoundingBoxAscent) - 1;
  const w = Math.min(256, Math.ceil(m.actualBoundingBoxRight * stretch) + 1 - x);
  const h = Math.min(256, Math.ceil(m.actualBoundingBoxDescent) + 1 - y);
  const empty = w <= 2 || h <= 2 || w * h > capacity || text.trim() === "";
  HEAPF32[glyph >> 2] = m.width;
  HEAP32.set([x, y, empty ? 0 : w, empty ? 0 : h], (glyph >> 2) + 1);
  if (empty) return 0;
  c.clearRect(0, 0, 256, 256);
  c.setTransform(stretch, 0, 0, 1, -x, -y);
  c.fillText(text, 0, 0);
  const data = c.getImageData(0, 0, w, h).data;
  for (let i = 0; i < w * h; i++) HEAPU8[pixels + i] = data[4 * i + 3];
  return 1;
});
// clang-format on

bool has_glyph(ImFontAtlas*, ImFontConfig*, ImWchar code) { return code >= ' '; }

bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baked->Size * kBaseline;
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code,
                ImFontGlyph* out, float* advance_only) {
  static std::array<unsigned char, kPixels> pixels;
  const float density = source->RasterizerDensity * baked->RasterizerDensity;
  // Half pixels in between, where the screen has few: letters keep their distances.
  const int stretch = density < 1.5f ? 2 : 1;
  Glyph glyph{};
  const int drawn = il_draw_glyph(static_cast<int>(source->FontNo), baked->Size * density, code,
                                  stretch, &glyph, pixels.data(), kPixels);
  const float advance = glyph.advance / density;
  if (advance_only != nullptr) {
    *advance_only = advance;
    return true;
  }
  out->Codepoint = code;
  out->AdvanceX = advance;
  if (drawn == 0) return true;
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, glyph.w, glyph.h);
  if (place == ImFontAtlasRectId_Invalid) return false;
  const float across = 1.0f / (density * static_cast<float>(stretch));
  const float down = 1.0f / density;
  const float baseline = std::round(baked->Ascent * density) / density;
  out->X0 = static_cast<float>(glyph.x) * across;
  out->Y0 = static_cast<float>(glyph.y) * down + baseline;
  out->X1 = static_cast<float>(glyph.x + glyph.w) * across;
  out->Y1 = static_cast<float>(glyph.y + glyph.h) * down + baseline;
  out->Visible = true;
  out->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out,
                                     ImFontAtlasPackGetRect(atlas, place), pixels.data(),
                                     ImTextureFormat_Alpha8, glyph.w);
  return true;
}

const ImFontLoader* loader() {
  static ImFontLoader browser;
  browser.Name = "browser";
  browser.FontSrcContainsGlyph = has_glyph;
  browser.FontBakedInit = begin_size;
  browser.FontBakedLoadGlyph = load_glyph;
  return &browser;
}

ImFont* add(Face face) {
  ImFontConfig config;
  config.FontLoader = loader();
  config.FontNo = face;
  config.SizePixels = ui::kTextSize;
  return ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace

}  // namespace interleave::app

/// ImGui asks for its drawer of letters by this name: here it is the browser.
const ImFontLoader* ImGuiFreeType::GetFontLoader() { return interleave::app::loader(); }

namespace interleave::app {

ui::Fonts add_page_fonts() {
  ui::Fonts fonts;
  fonts.regular = add(kRegular);
  fonts.bold = add(kBold);
  fonts.mono = add(kMono);
  return fonts;
}

void forget_glyphs(const ui::Fonts& fonts) {
  ImFontAtlas* atlas = ImGui::GetIO().Fonts;
  for (ImFont* font : {fonts.regular, fonts.bold, fonts.mono})
    ImFontAtlasFontDiscardBakes(atlas, font, 0);
}

}  // namespace interleave::app
