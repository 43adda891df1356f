// The page's own typefaces for Dear ImGui: the browser draws each glyph once, at the density of the
// screen.
//
// Not a font file: nothing is embedded or downloaded a second time, and every script the reader's
// system has can be shown. Page's own thread.
#pragma once

#include "ui/theme.h"

namespace interleave::app {

/// Adds the three faces to the atlas of the current ImGui context.
ui::Fonts add_page_fonts();
/// The page's typefaces have arrived or changed: every glyph is drawn anew. Between frames.
void forget_glyphs(const ui::Fonts& fonts);

}  // namespace interleave::app
