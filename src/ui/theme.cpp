#include "ui/theme.h"

namespace interleave::ui {
namespace {

using gfx::Pattern;
using trace::ThreadState;

constexpr unsigned kInk = 0x0a0e13;  // text on bright fills

StateLook look(unsigned fill, unsigned stripe, unsigned text, unsigned word, Pattern pattern) {
  return {rgb(fill), rgb(stripe), rgb(text), rgb(word), pattern};
}

void set(Theme& t, ThreadState state, const StateLook& value) {
  t.states[static_cast<std::size_t>(state)] = value;
}

Theme dark() {
  Theme t{};
  t.dark = true;
  t.background = rgb(0x0d1117);
  t.bar = rgb(0x161b22);
  t.raised = rgb(0x252c35);
  t.raised_hover = rgb(0x303944);
  t.line = rgb(0x1e252e);
  t.line_strong = rgb(0x3a434e);
  t.row_selected = rgb(0x12233c);
  t.text = rgb(0xdfe6ee);
  t.muted = rgb(0x98a2ad);
  t.strong = rgb(0xf4f7fa);
  t.run = rgb(0x238636);
  t.run_hover = rgb(0x2a9440);
  t.run_text = rgb(0xffffff);
  t.accent = rgb(0x1f6feb);
  t.accent_text = rgb(0xffffff);
  t.danger = rgb(0xff7d75);
  t.frame = rgb(0x7d8794);
  t.gil[0] = rgb(0x2eb67d);
  t.gil[1] = rgb(0x99e2c0);
  t.gil[2] = rgb(0x5ccba0);
  t.gil[3] = rgb(0xcdf3e0);
  t.gil_text = rgb(kInk);
  t.playhead = rgb(0xf4f7fa);
  t.arrow = rgb(0xf4f7fa);
  t.tooltip = rgb(0x1c2128, 250);
  t.tooltip_line = rgb(0x444d58);
  t.verdict_fill = rgb(0x12241b);
  t.verdict_edge = rgb(0x2eb67d);
  t.trouble_fill = rgb(0x2d1618);
  t.trouble_edge = rgb(0xe5534b);
  set(t, ThreadState::NotStarted, look(0x161b22, 0x161b22, 0xdfe6ee, 0x98a2ad, Pattern::Plain));
  set(t, ThreadState::Running, look(0x2eb67d, 0x2eb67d, kInk, 0x56d295, Pattern::Plain));
  set(t, ThreadState::WaitingGil, look(0xe8a33d, 0x8d5d14, kInk, 0xeeb04c, Pattern::Hatch));
  set(t, ThreadState::Blocked, look(0xe5534b, 0xc03a34, kInk, 0xff7d75, Pattern::Cross));
  set(t, ThreadState::SleepingIo, look(0x5b6878, 0x526070, 0xffffff, 0xaab4c0, Pattern::Dots));
  set(t, ThreadState::Native, look(0x4ea1e8, 0x3f8fd4, kInk, 0x79c0ff, Pattern::Lines));
  set(t, ThreadState::Ready, look(0xb79be8, 0x6f54a5, kInk, 0xc9b3f0, Pattern::BackHatch));
  set(t, ThreadState::Finished, t.of(ThreadState::NotStarted));
  return t;
}

Theme light() {
  Theme t{};
  t.dark = false;
  t.background = rgb(0xffffff);
  t.bar = rgb(0xf6f8fa);
  t.raised = rgb(0xeaeef2);
  t.raised_hover = rgb(0xdde3e9);
  t.line = rgb(0xe6eaef);
  t.line_strong = rgb(0xc3cbd4);
  t.row_selected = rgb(0xdcebff);
  t.text = rgb(0x1f2328);
  t.muted = rgb(0x57606a);
  t.strong = rgb(0x0b0f14);
  t.run = rgb(0x1f883d);
  t.run_hover = rgb(0x1a7435);
  t.run_text = rgb(0xffffff);
  t.accent = rgb(0x0860ca);
  t.accent_text = rgb(0xffffff);
  t.danger = rgb(0xc0262d);
  t.frame = rgb(0x6f7a86);
  t.gil[0] = rgb(0x1f9d63);
  t.gil[1] = rgb(0x7fd3ab);
  t.gil[2] = rgb(0x4bb886);
  t.gil[3] = rgb(0xb0e6cd);
  t.gil_text = rgb(kInk);
  t.playhead = rgb(0x0b0f14);
  t.arrow = rgb(0x0b0f14);
  t.tooltip = rgb(0xffffff, 252);
  t.tooltip_line = rgb(0xc3cbd4);
  t.verdict_fill = rgb(0xe6f6ec);
  t.verdict_edge = rgb(0x1f9d63);
  t.trouble_fill = rgb(0xffebe9);
  t.trouble_edge = rgb(0xc0262d);
  set(t, ThreadState::NotStarted, look(0xf6f8fa, 0xf6f8fa, 0x1f2328, 0x57606a, Pattern::Plain));
  set(t, ThreadState::Running, look(0x2aa76d, 0x2aa76d, kInk, 0x176f43, Pattern::Plain));
  set(t, ThreadState::WaitingGil, look(0xe29a2b, 0x8f5c0a, kInk, 0x875800, Pattern::Hatch));
  set(t, ThreadState::Blocked, look(0xc9332e, 0xa9211f, 0xffffff, 0xc0262d, Pattern::Cross));
  set(t, ThreadState::SleepingIo, look(0x64717f, 0x5a6774, 0xffffff, 0x4d5965, Pattern::Dots));
  set(t, ThreadState::Native, look(0x2a75c7, 0x2268b5, 0xffffff, 0x0860ca, Pattern::Lines));
  set(t, ThreadState::Ready, look(0xa98be0, 0x6c4fa6, kInk, 0x6639ba, Pattern::BackHatch));
  set(t, ThreadState::Finished, t.of(ThreadState::NotStarted));
  return t;
}

Theme contrasting(Theme t) {
  t.muted = t.dark ? rgb(0xc9d1d9) : rgb(0x3d444d);
  t.line = t.dark ? rgb(0x6e7681) : rgb(0x8c959f);
  t.line_strong = t.dark ? rgb(0x9198a1) : rgb(0x57606a);
  t.text = t.strong;
  // Every state at least 4.5:1 against the background, with the same patterns.
  if (t.dark) {
    set(t, ThreadState::SleepingIo, look(0x9aa6b4, 0x7b8896, kInk, 0xc9d1d9, Pattern::Dots));
    set(t, ThreadState::Blocked, look(0xff7d75, 0xc03a34, kInk, 0xff9a94, Pattern::Cross));
  } else {
    set(t, ThreadState::Running, look(0x176f43, 0x176f43, 0xffffff, 0x0f5a35, Pattern::Plain));
    set(t, ThreadState::WaitingGil, look(0x8a5a00, 0x5a3a00, 0xffffff, 0x6b4600, Pattern::Hatch));
    set(t, ThreadState::Native, look(0x0860ca, 0x064a9c, 0xffffff, 0x064a9c, Pattern::Lines));
    set(t, ThreadState::Ready, look(0x6639ba, 0x4a2a8a, 0xffffff, 0x4f2c92, Pattern::BackHatch));
  }
  return t;
}

}  // namespace

const Theme& theme_for(bool dark_wanted, bool high_contrast) {
  static const Theme kThemes[4] = {light(), contrasting(light()), dark(), contrasting(dark())};
  return kThemes[(dark_wanted ? 2 : 0) + (high_contrast ? 1 : 0)];
}

}  // namespace interleave::ui
