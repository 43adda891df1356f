// Run, Stop, real threads or simulated ones, the GIL and its settings, the switch interval, and
// what chance follows from in a simulated run.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

using trace::GilSetting;
using trace::RunMode;

constexpr float kHeight = 30;
constexpr float kGap = 6;
constexpr float kEdge = 12;
constexpr float kLine = kHeight + 10;
constexpr double kIntervals[] = {0.0005, 0.001, 0.005, 0.01, 0.05};
constexpr double kLeastInterval = 1e-6;
constexpr double kMostInterval = 10;
constexpr int kCores[] = {1, 2, 3, 4, 6, 8, 16, 32, 64};
constexpr double kSeeds = 9007199254740992.0;  // as many as a page's numbers hold
constexpr float kPad = 13;

const char* gil_label(GilSetting gil) {
  switch (gil) {
    case GilSetting::V310: return "CPython ≥ 3.10";
    case GilSetting::V39: return "CPython ≤ 3.9";
    case GilSetting::Off: return "off (free-threaded)";
  }
  return "";
}

const char* short_gil_label(GilSetting gil) {
  switch (gil) {
    case GilSetting::V310: return "≥ 3.10";
    case GilSetting::V39: return "≤ 3.9";
    case GilSetting::Off: return "off";
  }
  return "";
}

constexpr float kTight = 480;  // CSS pixels; below, short labels and one button for Run and Stop
constexpr float kFull = 860;   // below, a live run's settings fill the line
constexpr float kRoomy = 980;  // from here on a simulated run's settings fit beside long labels

const char* gil_label(const RunSettings& settings, float width) {
  const float least = settings.mode == RunMode::Simulated ? kRoomy : kTight;
  return width < least ? short_gil_label(settings.gil) : gil_label(settings.gil);
}

std::string interval_label(double seconds) {
  char text[32];
  if (seconds < 0.001) {
    std::snprintf(text, sizeof(text), "%.4g µs", seconds * 1e6);
    if (seconds >= 0.0001) std::snprintf(text, sizeof(text), "%.4g ms", seconds * 1e3);
  } else if (seconds < 1) {
    std::snprintf(text, sizeof(text), "%.4g ms", seconds * 1e3);
  } else {
    std::snprintf(text, sizeof(text), "%.4g s", seconds);
  }
  return text;
}

/// Puts one thing after the other, and on the next line where there is no room left.
class Flow {
 public:
  Flow(float left, float top, float width)
      : left_(left), right_(left + width), x_(left + kEdge), y_(top + 8) {}
  Box place(float width, float before = kGap) {
    if (x_ > left_ + kEdge) {
      x_ += before;
      if (x_ + width > right_ - kEdge) {
        x_ = left_ + kEdge;
        y_ += kLine;
      }
    }
    const Box box{x_, y_, x_ + width, y_ + kHeight};
    x_ += width;
    return box;
  }
  float bottom() const { return y_ + kHeight + 8; }

 private:
  float left_, right_, x_, y_;
};

struct Places {
  Box run, stop, live, simulated, toggle, gil, interval, cores, seed, next;
  Box event_back, line_back, play, line_on, event_on, speed;
  Box keep;
  float bottom = 0;
};

float caption(const Fonts& fonts, float width, std::string_view word) {
  return width < kTight ? 0 : text_width(fonts.regular, kTextSize, word) + 8;
}

const char* live_label(const RunSettings& settings) {
  return settings.main_on_page ? "Live, on page" : "Live";
}
/// A list opens at it.
constexpr float kListMark = 16;
const char* simulated_label(float width) { return width < kTight ? "Sim" : "Simulated"; }
std::string seed_label(const RunSettings& settings) {
  return std::to_string(settings.seed) +
         (settings.policy == trace::Policy::Random ? " random" : "");
}

float live_mark(const Snapshot& in) {
  return in.settings.mode == RunMode::Live && in.threads ? kListMark : 0;
}

/// What the button does that keeps a run to be compared; null where there is nothing to keep.
const char* keep_label(const Snapshot& in, float width) {
  if (comparing(in)) return width < kTight ? "End compare" : "Close compare";
  if (in.keeping) return width < kTight ? "Kept" : "Kept: run again";
  const bool over = in.model != nullptr && in.state == session::State::Idle;
  if (!over || lane_count(in) <= timeline::kFirstThreadLane) return nullptr;
  return width < kFull ? "Keep" : "Keep this run";
}

Places places(const Fonts& fonts, float left, float top, float width, const Snapshot& in) {
  const auto wide = [&](std::string_view s) { return text_width(fonts.bold, kTextSize, s); };
  Flow flow(left, top, width);
  Places p;
  p.run = flow.place(wide("Run") + 46);
  p.stop = width < kTight ? p.run : flow.place(wide("Stop") + 42);
  const Box mode = flow.place(
      wide(live_label(in.settings)) + live_mark(in) + wide(simulated_label(width)) + 4 * kPad, 14);
  p.live = p.simulated = mode;
  p.live.x1 = p.simulated.x0 = mode.x0 + wide(live_label(in.settings)) + live_mark(in) + 2 * kPad;
  p.toggle = flow.place(wide("GIL") + 50, 14);
  p.gil = flow.place(wide(gil_label(in.settings, width)) + 40, 8);
  p.interval = flow.place(caption(fonts, width, "switch") + wide("100 ms") + 34, 14);
  if (in.settings.mode == RunMode::Simulated) {
    p.cores = flow.place(caption(fonts, width, "cores") + wide("64") + 34, 14);
    p.seed = flow.place(caption(fonts, width, "seed") + wide(seed_label(in.settings)) + 40, 14);
    p.next = flow.place(wide("Next") + 2 * kPad, kGap);
  }
  if (can_be_played(in)) {
    // Together on one line.
    const float speed = wide("1 : 1000") + 34;
    Box all = flow.place(5 * (kHeight + 2) + kGap + speed, 14);
    for (Box* b : {&p.event_back, &p.line_back, &p.play, &p.line_on, &p.event_on}) {
      *b = {all.x0, all.y0, all.x0 + kHeight, all.y1};
      all.x0 += kHeight + 2;
    }
    p.speed = {all.x1 - speed, all.y0, all.x1, all.y1};
  }
  if (const char* label = keep_label(in, width); label != nullptr) {
    p.keep = flow.place(wide(label) + 2 * kPad, 14);
  }
  p.bottom = flow.bottom();
  return p;
}

bool pressed(Frame& f, const char* id, const Box& box, bool enabled, bool& hovered) {
  f.spot(id, box);
  ImGui::SetCursorScreenPos(ImVec2(box.x0, box.y0));
  ImGui::BeginDisabled(!enabled);
  const bool hit = ImGui::InvisibleButton(id, ImVec2(box.width(), box.height()));
  hovered = enabled && ImGui::IsItemHovered();
  ImGui::EndDisabled();
  if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return hit;
}

void plate(Frame& f, const Box& b, Color fill, Color edge) {
  f.list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1}, fill, 7);
  f.list.AddRect({b.x0, b.y0}, {b.x1, b.y1}, edge, 7);
}

void run_button(Frame& f, const Box& b) {
  const bool enabled = f.in.state == session::State::Idle;
  bool hovered = false;
  if (pressed(f, "run", b, enabled, hovered)) f.out.run = true;
  const Color ink = enabled ? f.theme.run_text : f.theme.muted;
  const Color fill = !enabled ? f.theme.raised : hovered ? f.theme.run_hover : f.theme.run;
  plate(f, b, fill, enabled ? with_alpha(f.theme.strong, 30) : f.theme.line_strong);
  const float y = (b.y0 + b.y1) / 2;
  const float x = b.x0 + 15;
  f.list.AddTriangleFilled({x, y - 5}, {x, y + 5}, {x + 8.5f, y}, ink);
  text(f.list, f.fonts.bold, kTextSize, x + 15, y, ink, "Run");
}

void stop_button(Frame& f, const Box& b) {
  const bool enabled = f.in.state == session::State::Running;
  bool hovered = false;
  if (pressed(f, "stop", b, enabled, hovered)) f.out.stop = true;
  const Color ink = enabled ? f.theme.text : with_alpha(f.theme.muted, 190);
  plate(f, b, hovered ? f.theme.raised_hover : f.theme.raised, f.theme.line_strong);
  const float y = (b.y0 + b.y1) / 2;
  const float x = b.x0 + 14;
  f.list.AddRectFilled({x, y - 4}, {x + 8, y + 4}, enabled ? f.theme.danger : ink, 1.5f);
  text(f.list, f.fonts.bold, kTextSize, x + 14, y, ink, "Stop");
}

void change(Frame& f, const RunSettings& settings) {
  if (!(settings == f.in.settings)) f.out.settings = settings;
}

void gil_toggle(Frame& f, const Box& b) {
  const bool on = f.in.settings.gil != GilSetting::Off;
  bool hovered = false;
  if (pressed(f, "toggle", b, true, hovered)) {
    RunSettings next = f.in.settings;
    if (on) f.ui.last_gil = next.gil;
    next.gil = on ? GilSetting::Off : f.ui.last_gil;
    change(f, next);
  }
  const float y = (b.y0 + b.y1) / 2;
  text(f.list, f.fonts.regular, kTextSize, b.x0, y, hovered ? f.theme.text : f.theme.muted, "GIL");
  const float x1 = b.x1 - 2;
  const float x0 = x1 - 36;
  const Color track = on ? f.theme.of(trace::ThreadState::Running).fill : f.theme.line_strong;
  f.list.AddRectFilled({x0, y - 9}, {x1, y + 9}, track, 9);
  f.list.AddCircleFilled({on ? x1 - 9 : x0 + 9, y}, 7, rgb(0xffffff), 24);
}

void list_mark(Frame& f, float right, float y, Color ink) {
  const ImVec2 points[3] = {{right - 8, y - 2}, {right - 4, y + 2}, {right, y - 2}};
  f.list.AddPolyline(points, 3, ink, 0, 1.6f);
}

/// A button that opens a list. True when it was pressed.
bool drop_button(Frame& f, const char* id, const Box& b, std::string_view label) {
  bool hovered = false;
  const bool hit = pressed(f, id, b, true, hovered);
  plate(f, b, hovered ? f.theme.raised_hover : f.theme.raised, f.theme.line_strong);
  const float y = (b.y0 + b.y1) / 2;
  text(f.list, f.fonts.bold, kTextSize, b.x0 + 12, y, f.theme.text, label);
  list_mark(f, b.x1 - 12, y, f.theme.muted);
  return hit;
}

bool option(const char* label, bool chosen) {
  return ImGui::Selectable(label, chosen, 0, ImVec2(0, 24));
}

void gil_list(Frame& f, const Box& b) {
  if (drop_button(f, "gil", b, gil_label(f.in.settings, f.at.toolbar.width())))
    ImGui::OpenPopup("gil-list");
  ImGui::SetNextWindowPos({b.x0, b.y1 + 4});
  if (!ImGui::BeginPopup("gil-list")) return;
  for (const GilSetting gil : {GilSetting::V310, GilSetting::V39, GilSetting::Off}) {
    if (!option(gil_label(gil), gil == f.in.settings.gil)) continue;
    RunSettings next = f.in.settings;
    next.gil = gil;
    change(f, next);
  }
  ImGui::EndPopup();
}

void typed_interval(Frame& f) {
  ImGui::Separator();
  ImGui::SetNextItemWidth(72);
  const bool entered = ImGui::InputTextWithHint(
      "##typed", "e.g. 2.5", f.ui.interval_text, sizeof(f.ui.interval_text),
      ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CharsDecimal);
  ImGui::SameLine(0, 6);
  ImGui::TextUnformatted("ms");
  if (!entered) return;
  const double seconds = std::strtod(f.ui.interval_text, nullptr) / 1e3;
  f.ui.interval_bad = !(seconds >= kLeastInterval && seconds <= kMostInterval);
  if (f.ui.interval_bad) return;
  RunSettings next = f.in.settings;
  next.switch_interval = seconds;
  change(f, next);
  f.ui.interval_text[0] = 0;
  ImGui::CloseCurrentPopup();
}

/// Writes the word before a list and gives the rest of the room.
Box after_caption(Frame& f, Box b, std::string_view word) {
  const float wide = caption(f.fonts, f.at.toolbar.width(), word);
  if (wide == 0) return b;
  text(f.list, f.fonts.regular, kTextSize, b.x0, (b.y0 + b.y1) / 2, f.theme.muted, word);
  b.x0 += wide;
  return b;
}

void interval_list(Frame& f, Box b) {
  b = after_caption(f, b, "switch");
  if (drop_button(f, "interval", b, interval_label(f.in.settings.switch_interval))) {
    ImGui::OpenPopup("interval-list");
  }
  ImGui::SetNextWindowPos({b.x0, b.y1 + 4});
  if (!ImGui::BeginPopup("interval-list")) return;
  for (const double seconds : kIntervals) {
    const bool chosen = std::abs(seconds - f.in.settings.switch_interval) < 1e-9;
    if (!option(interval_label(seconds).c_str(), chosen)) continue;
    RunSettings next = f.in.settings;
    next.switch_interval = seconds;
    change(f, next);
  }
  typed_interval(f);
  if (f.ui.interval_bad) ImGui::TextUnformatted("0.001 to 10 000");
  ImGui::EndPopup();
}

/// One half of the switch between real and simulated threads.
void mode_half(Frame& f, const char* id, const Box& b, const char* label, RunMode mode) {
  bool hovered = false;
  const bool chosen = f.in.settings.mode == mode;
  const bool possible = mode == RunMode::Simulated || f.in.threads;
  if (pressed(f, id, b, possible, hovered)) {
    if (chosen && mode == RunMode::Live) ImGui::OpenPopup("main-list");
    RunSettings next = f.in.settings;
    next.mode = mode;
    change(f, next);
  }
  const auto side =
      mode == RunMode::Live ? ImDrawFlags_RoundCornersLeft : ImDrawFlags_RoundCornersRight;
  const Color fill = chosen ? f.theme.accent : hovered ? f.theme.raised_hover : f.theme.raised;
  f.list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1}, fill, 7, side);
  f.list.AddRect({b.x0, b.y0}, {b.x1, b.y1}, f.theme.line_strong, 7, side);
  const Color ink = chosen     ? f.theme.accent_text
                    : possible ? f.theme.text
                               : with_alpha(f.theme.muted, 150);
  text(f.list, f.fonts.bold, kTextSize, b.x0 + kPad, (b.y0 + b.y1) / 2, ink, label);
}

/// Live, and what MainThread runs on.
void live_half(Frame& f, const Box& b) {
  mode_half(f, "live", b, live_label(f.in.settings), RunMode::Live);
  if (live_mark(f.in) > 0) list_mark(f, b.x1 - kPad, (b.y0 + b.y1) / 2, f.theme.accent_text);
  ImGui::SetNextWindowPos({b.x0, b.y1 + 4});
  if (!ImGui::BeginPopup("main-list")) return;
  RunSettings next = f.in.settings;
  if (option("MainThread on a worker, as every thread", !next.main_on_page)) {
    next.main_on_page = false;
    change(f, next);
  }
  if (option("MainThread on the page's own thread: it freezes", next.main_on_page)) {
    next.main_on_page = true;
    change(f, next);
  }
  ImGui::EndPopup();
}

void cores_list(Frame& f, Box b) {
  b = after_caption(f, b, "cores");
  if (drop_button(f, "cores", b, std::to_string(f.in.settings.cores)))
    ImGui::OpenPopup("cores-list");
  ImGui::SetNextWindowPos({b.x0, b.y1 + 4});
  if (!ImGui::BeginPopup("cores-list")) return;
  for (const int cores : kCores) {
    if (!option(std::to_string(cores).c_str(), cores == f.in.settings.cores)) continue;
    RunSettings next = f.in.settings;
    next.cores = cores;
    change(f, next);
  }
  ImGui::EndPopup();
}

void typed_seed(Frame& f) {
  ImGui::SetNextItemWidth(150);
  if (!ImGui::InputTextWithHint(
          "##seed", "a number", f.ui.seed_text, sizeof(f.ui.seed_text),
          ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CharsDecimal)) {
    return;
  }
  const double wish = std::strtod(f.ui.seed_text, nullptr);
  if (!(wish >= 0 && wish < kSeeds)) return;
  RunSettings next = f.in.settings;
  next.seed = static_cast<std::uint64_t>(wish);
  change(f, next);
  f.ui.seed_text[0] = 0;
  ImGui::CloseCurrentPopup();
}

void seed_list(Frame& f, Box b, const Box& next_button) {
  b = after_caption(f, b, "seed");
  if (drop_button(f, "seed", b, seed_label(f.in.settings))) ImGui::OpenPopup("seed-list");
  bool hovered = false;
  if (pressed(f, "next-seed", next_button, true, hovered)) {
    RunSettings next = f.in.settings;
    next.seed = next.seed + 1 < static_cast<std::uint64_t>(kSeeds) ? next.seed + 1 : 0;
    change(f, next);
  }
  plate(f, next_button, hovered ? f.theme.raised_hover : f.theme.raised, f.theme.line_strong);
  text(f.list, f.fonts.bold, kTextSize, next_button.x0 + kPad,
       (next_button.y0 + next_button.y1) / 2, f.theme.text, "Next");
  ImGui::SetNextWindowPos({b.x0, b.y1 + 4});
  if (!ImGui::BeginPopup("seed-list")) return;
  typed_seed(f);
  ImGui::Separator();
  for (const trace::Policy policy : {trace::Policy::Fair, trace::Policy::Random}) {
    const bool fair = policy == trace::Policy::Fair;
    if (!option(fair ? "fair: as the rules give it" : "random: a switch at any check point",
                policy == f.in.settings.policy)) {
      continue;
    }
    RunSettings next = f.in.settings;
    next.policy = policy;
    change(f, next);
  }
  ImGui::EndPopup();
}

constexpr double kSpeeds[] = {1, 0.1, 0.01, 0.001, 0.0001, 0.00001};

std::string speed_label(double speed) {
  return "1 : " + std::to_string(static_cast<int>(1 / speed + 0.5));
}

void speed_list(Frame& f, const Box& b) {
  if (drop_button(f, "speed", b, speed_label(f.ui.play_speed))) ImGui::OpenPopup("speed-list");
  ImGui::SetNextWindowPos({b.x0, b.y1 + 4});
  if (!ImGui::BeginPopup("speed-list")) return;
  for (const double speed : kSpeeds) {
    const std::string label =
        speed == 1 ? std::string("1 : 1, as fast as it was") : speed_label(speed) + ", slowed down";
    if (option(label.c_str(), speed == f.ui.play_speed)) f.ui.play_speed = speed;
  }
  ImGui::EndPopup();
}

/// A square button with an arrow: one for a line, two for an event; true when it was pressed.
bool step_button(Frame& f, const char* id, const Box& b, const char* hint, bool forward,
                 int arrows) {
  bool hovered = false;
  const bool hit = pressed(f, id, b, true, hovered);
  plate(f, b, hovered ? f.theme.raised_hover : f.theme.raised, f.theme.line_strong);
  const float y = (b.y0 + b.y1) / 2;
  const float way = forward ? 1.0f : -1.0f;
  float x = (b.x0 + b.x1) / 2 - way * (arrows == 1 ? 3.0f : 6.0f);
  for (int i = 0; i < arrows; ++i, x += way * 6) {
    const ImVec2 points[3] = {{x, y - 4.5f}, {x + way * 5, y}, {x, y + 4.5f}};
    f.list.AddPolyline(points, 3, f.theme.text, 0, 1.7f);
  }
  if (hovered) ImGui::SetTooltip("%s", hint);
  return hit;
}

void play_button(Frame& f, const Box& b) {
  bool hovered = false;
  if (pressed(f, "play", b, true, hovered)) toggle_play(f);
  plate(f, b, hovered ? f.theme.raised_hover : f.theme.raised, f.theme.line_strong);
  const float x = (b.x0 + b.x1) / 2;
  const float y = (b.y0 + b.y1) / 2;
  if (f.ui.playing) {
    f.list.AddRectFilled({x - 5, y - 5}, {x - 1.5f, y + 5}, f.theme.text, 1);
    f.list.AddRectFilled({x + 1.5f, y - 5}, {x + 5, y + 5}, f.theme.text, 1);
  } else {
    f.list.AddTriangleFilled({x - 4, y - 5.5f}, {x - 4, y + 5.5f}, {x + 5.5f, y}, f.theme.text);
  }
  if (hovered) ImGui::SetTooltip(f.ui.playing ? "Pause (Space)" : "Play (Space)");
}

void transport(Frame& f, const Places& p) {
  if (step_button(f, "event-back", p.event_back, "Previous event (,)", false, 2)) {
    step_event(f, false);
  }
  if (step_button(f, "line-back", p.line_back, "Previous line of the thread (<)", false, 1)) {
    step_line(f, -1);
  }
  play_button(f, p.play);
  if (step_button(f, "line-on", p.line_on, "Next line of the thread (>)", true, 1)) {
    step_line(f, 1);
  }
  if (step_button(f, "event-on", p.event_on, "Next event (.)", true, 2)) step_event(f, true);
  speed_list(f, p.speed);
}

void keep_button(Frame& f, const Box& b) {
  if (b.empty()) return;
  bool hovered = false;
  if (pressed(f, "keep", b, true, hovered)) toggle_keep(f);
  const bool on = f.in.keeping || comparing(f.in);
  const Color fill = on ? f.theme.accent : hovered ? f.theme.raised_hover : f.theme.raised;
  plate(f, b, fill, f.theme.line_strong);
  text(f.list, f.fonts.bold, kTextSize, b.x0 + kPad, (b.y0 + b.y1) / 2,
       on ? f.theme.accent_text : f.theme.text, keep_label(f.in, f.at.toolbar.width()));
  if (!hovered) return;
  ImGui::SetTooltip("%s", comparing(f.in) ? "Forget the kept run"
                          : f.in.keeping  ? "The next run is shown beside this one"
                                          : "Then change a setting and run again: both are shown");
}

}  // namespace

void toggle_keep(Frame& f) {
  if (keep_label(f.in, f.at.toolbar.width()) == nullptr) return;
  (comparing(f.in) ? f.out.close_compare : f.out.keep) = true;
}

float toolbar_height(const Fonts& fonts, float width, const Snapshot& in) {
  return places(fonts, 0, 0, width, in).bottom;
}

void draw_toolbar(Frame& f) {
  const Box& bar = f.at.toolbar;
  f.list.AddRectFilled({bar.x0, bar.y0}, {bar.x1, bar.y1}, f.theme.bar);
  const Places p = places(f.fonts, bar.x0, bar.y0, bar.width(), f.in);
  const bool both = bar.width() >= kTight;
  if (both || f.in.state == session::State::Idle) run_button(f, p.run);
  if (both || f.in.state != session::State::Idle) stop_button(f, p.stop);
  live_half(f, p.live);
  mode_half(f, "simulated", p.simulated, simulated_label(bar.width()), RunMode::Simulated);
  gil_toggle(f, p.toggle);
  gil_list(f, p.gil);
  interval_list(f, p.interval);
  if (f.in.settings.mode == RunMode::Simulated) {
    cores_list(f, p.cores);
    seed_list(f, p.seed, p.next);
  }
  if (can_be_played(f.in)) transport(f, p);
  keep_button(f, p.keep);
}

}  // namespace interleave::ui
