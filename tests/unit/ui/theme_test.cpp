// Contrast of every word on the canvas with what it stands on: AA, 4.5 to 1, in all four sets.
#include "ui/theme.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace interleave::ui {
namespace {

constexpr double kAa = 4.5;
constexpr double kLarge = 3.0;  // for large signs, and for thin stripes under a word

/// Relative luminance as WCAG 2 defines it.
double luminance(Color color) {
  const auto channel = [&](int shift) {
    const double c = ((color >> shift) & 0xFFu) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(16);
}

double contrast(Color a, Color b) {
  const double x = luminance(a) + 0.05;
  const double y = luminance(b) + 0.05;
  return x > y ? x / y : y / x;
}

struct Wish {
  bool dark, high_contrast;
};

struct ThemeTest : testing::TestWithParam<Wish> {
  const Theme& theme = theme_for(GetParam().dark, GetParam().high_contrast);
  void expect(Color word, Color ground, const std::string& what, double least = kAa) const {
    EXPECT_GE(contrast(word, ground), least) << what;
  }
};

TEST(Contrast, IsThatOfTheDefinition) {
  EXPECT_NEAR(contrast(rgb(0xffffff), rgb(0x000000)), 21, 0.001);
  EXPECT_NEAR(contrast(rgb(0x777777), rgb(0xffffff)), 4.478, 0.001);
}

TEST_P(ThemeTest, WordsOnSurfaces) {
  const Theme& t = theme;
  const std::pair<const char*, Color> surfaces[] = {
      {"background", t.background},     {"bar", t.bar},
      {"selected row", t.row_selected}, {"tooltip", t.tooltip},
      {"verdict", t.verdict_fill},      {"trouble", t.trouble_fill}};
  for (const auto& [name, ground] : surfaces) {
    expect(t.text, ground, std::string("text on ") + name);
    expect(t.strong, ground, std::string("strong on ") + name);
    expect(t.muted, ground, std::string("muted on ") + name);
  }
  for (const Color ground : {t.raised, t.raised_hover}) expect(t.text, ground, "text on a button");
}

TEST_P(ThemeTest, WordsOnButtonsAndSpans) {
  const Theme& t = theme;
  expect(t.run_text, t.run, "Run");
  expect(t.run_text, t.run_hover, "Run under the pointer", kLarge);
  expect(t.accent_text, t.accent, "what is switched on");
  for (const Color fill : t.gil) expect(t.gil_text, fill, "a holder of the GIL");
  expect(t.background, t.muted, "a long task of the page");
  expect(t.danger, t.background, "what went wrong", kLarge);
}

TEST_P(ThemeTest, States) {
  for (std::size_t n = 0; n < trace::kThreadStates; ++n) {
    const StateLook& look = theme.states[n];
    const std::string name(trace::word(static_cast<trace::ThreadState>(n)));
    expect(look.text, look.fill, "on the fill: " + name);
    expect(look.word, theme.background, "its word: " + name);
    expect(look.word, theme.tooltip, "its word in a tooltip: " + name);
    if (!GetParam().high_contrast) continue;
    if (n == static_cast<std::size_t>(trace::ThreadState::NotStarted)) continue;  // shown empty
    if (n == static_cast<std::size_t>(trace::ThreadState::Finished)) continue;
    expect(look.fill, theme.background, "fill on background: " + name);
  }
}

INSTANTIATE_TEST_SUITE_P(Sets, ThemeTest,
                         testing::Values(Wish{true, false}, Wish{true, true}, Wish{false, false},
                                         Wish{false, true}),
                         [](const auto& set) {
                           return std::string(set.param.dark ? "Dark" : "Light") +
                                  (set.param.high_contrast ? "Contrast" : "");
                         });

}  // namespace
}  // namespace interleave::ui
