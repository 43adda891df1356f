#include "ui/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "timeline/format.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

constexpr double kFollowLeast = 100e6;  // ns: what a live run shows at its beginning …
constexpr double kFollowMost = 1e9;     // … and later
constexpr float kNarrow = 620;
constexpr float kMinimap = 40;
constexpr float kAxis = 24;
constexpr float kLeastTable = 26 + 2 * 26;  // head and two rows; it scrolls

ImVec4 vec(Color c) { return ImGui::ColorConvertU32ToFloat4(c); }

/// What ImGui draws by itself: popups and the text field in them.
void apply_style(const Theme& t) {
  ImGuiStyle& s = ImGui::GetStyle();
  s.WindowPadding = {0, 0};
  s.PopupRounding = 8;
  s.FrameRounding = 5;
  s.FramePadding = {8, 5};
  s.ItemSpacing = {8, 4};
  s.PopupBorderSize = 1;
  s.SelectableTextAlign = {0, 0.5f};
  s.AntiAliasedLinesUseTex = true;
  ImVec4* c = s.Colors;
  c[ImGuiCol_Text] = vec(t.text);
  c[ImGuiCol_TextDisabled] = vec(t.muted);
  c[ImGuiCol_PopupBg] = vec(t.tooltip);
  c[ImGuiCol_Border] = vec(t.line_strong);
  c[ImGuiCol_Separator] = vec(t.line_strong);
  c[ImGuiCol_FrameBg] = vec(t.background);
  c[ImGuiCol_Header] = vec(with_alpha(t.accent, 60));
  c[ImGuiCol_HeaderHovered] = vec(t.raised_hover);
  c[ImGuiCol_HeaderActive] = vec(t.raised);
  c[ImGuiCol_TextSelectedBg] = vec(with_alpha(t.accent, 110));
  c[ImGuiCol_InputTextCursor] = vec(t.text);
  c[ImGuiCol_WindowBg] = vec(t.background);
}

/// Cuts a strip off the top of `rest`; less where there is no room.
Box cut(Box& rest, float height) {
  Box box = rest;
  box.y1 = std::min(rest.y1, rest.y0 + height);
  rest.y0 = box.y1;
  return box;
}

struct Heights {
  float legend, verdict, table, status;
  float sum() const { return legend + verdict + table + status; }
};

/// Few lanes get more height each, up to a point.
void stretch_rows(Layout& at, timeline::RowList& rows) {
  if (rows.size() == 0) return;
  const float spare = at.lanes.height() - rows.height();
  const float more = std::clamp(spare / static_cast<float>(rows.size()), 0.0f, 8.0f);
  at.row += more;
  at.bar += more * 0.75f;
  rows.place({at.row, at.heading});
}

Layout lay_out(const Fonts& fonts, const Snapshot& in, UiState& ui, Worked& work, float width,
               float height) {
  Layout at;
  at.canvas = {0, 0, width, height};
  at.narrow = in.compact || width < kNarrow;
  if (at.narrow) {
    at.row = 31;
    at.bar = 19;
  }
  at.tracks_x0 = at.narrow ? std::min(112.0f, width * 0.3f) : 150.0f;
  at.tracks_x1 = std::max(at.tracks_x0 + 1, width - 14);
  Box rest = at.canvas;
  at.toolbar = cut(rest, toolbar_height(fonts, width, in));
  Heights h{legend_height(fonts, width, in), verdict_height(fonts, width, in, ui, work, at.narrow),
            table_height(in, ui), 30};
  if (lane_count(in) <= timeline::kFirstThreadLane) h.status = h.table = 0;
  place_calls(in, ui, work);
  work.rows.place({at.row, at.heading});
  const float lanes = std::max(at.row * 4, work.rows.height());
  // Of two runs both are to be seen.
  const float share = comparing(in) ? rest.height() * 0.5f : 0.0f;
  const float least = std::min(lanes, std::max(share, at.row * 6));
  const bool low = rest.height() < kMinimap + kAxis + least + h.legend + h.verdict;
  at.minimap = cut(rest, low ? 0 : at.narrow ? kMinimap - 10 : kMinimap);
  at.axis = cut(rest, kAxis);
  if (low) {
    at.scrolled = rest;
    at.scrolled_height = lanes + h.sum();
    ui.page_scroll =
        std::clamp(ui.page_scroll, 0.0f, std::max(0.0f, at.scrolled_height - rest.height()));
    rest.y0 -= ui.page_scroll;
    rest.y1 = rest.y0 + at.scrolled_height;
  } else {
    ui.page_scroll = 0;
    const float room = rest.height() - least - h.legend - h.verdict - h.status;
    h.table = std::min(h.table, std::max(kLeastTable, room));
  }
  at.lanes = cut(rest, std::max(at.row, rest.height() - h.sum()));
  if (!low) stretch_rows(at, work.rows);
  at.legend = cut(rest, h.legend);
  at.verdict = cut(rest, h.verdict);
  at.table = cut(rest, h.table);
  at.status = cut(rest, h.status);
  return at;
}

/// Live: the tail, unless somebody took hold of the view. Afterwards: the whole run, likewise.
void place_view(UiState& ui, const Snapshot& in, double width) {
  ui.scale = ui.scale.resized(width);
  if (in.model == nullptr) return;
  const Tick end = Frame::shown_end(in);
  const bool live = in.state != session::State::Idle;
  if (live && ui.follow) {
    const double span = ui.untouched
                            ? std::clamp(static_cast<double>(end) / 0.96, kFollowLeast, kFollowMost)
                            : ui.scale.span();
    ui.scale = timeline::Scale(0, span, width);
    if (static_cast<double>(end) > span * 0.96) ui.scale = ui.scale.following(end);
  } else if (!live && ui.untouched && end > 0) {
    ui.scale = ui.scale.fitted(0, end, 0.01);
  }
}

void draw_panels(Frame& f) {
  const Box& part = f.at.scrolled.empty() ? f.at.canvas : f.at.scrolled;
  ImGui::PushClipRect({part.x0, part.y0}, {part.x1, part.y1}, true);
  take_input(f);
  play(f);
  ImGui::PopClipRect();
  draw_minimap(f);
  draw_axis(f);
  ImGui::PushClipRect({part.x0, part.y0}, {part.x1, part.y1}, true);
  draw_lanes(f);
  draw_legend(f);
  draw_verdict(f);
  if (comparing(f.in) && !f.ui.range_begin) {
    draw_comparison(f);
  } else {
    draw_table(f);
  }
  draw_status(f);
  ImGui::PopClipRect();
  draw_playhead(f);
  draw_follow_button(f);
  draw_toolbar(f);
  draw_view_buttons(f);
  draw_find(f);
  draw_tooltip(f);
  ask_for_calls(f);
}

}  // namespace

FrameCounts Canvas::frame(const Snapshot& in, const gfx::Surface& surface, Actions& out) {
  const Theme& theme = theme_for(in.dark, in.high_contrast);
  apply_style(theme);
  // ImGui rasterizes a face for the screen's density only when it is made current.
  for (ImFont* font : {fonts_.regular, fonts_.bold, fonts_.mono}) {
    ImGui::PushFont(font, kTextSize);
    ImGui::PopFont();
  }
  ImGui::PushFont(fonts_.regular, kTextSize);
  painter_.begin(surface);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({surface.width, surface.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
  ImGui::Begin("canvas", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(8, 8));
  work_out(in, ui_, work_);
  const Layout at = lay_out(fonts_, in, ui_, work_, surface.width, surface.height);
  place_view(ui_, in, at.tracks_x1 - at.tracks_x0);
  Frame f{in, ui_, work_, out, theme, fonts_, painter_, *ImGui::GetWindowDrawList(), at, {}};
  draw_panels(f);
  at_ = f.at;
  ImGui::PopStyleVar();
  ImGui::End();
  ImGui::PopFont();
  return f.counts;
}

void Canvas::forget_run() {
  const UiState before = std::move(ui_);
  ui_ = UiState();
  ui_.filter = before.filter;
  ui_.last_gil = before.last_gil;
  ui_.choice = before.choice;
  // What is pinned by a number means another thing in another run; threads are numbered by birth.
  std::erase_if(ui_.choice.pinned, [](const timeline::RowId& id) {
    return id.run != 0 || id.kind != timeline::RowKind::Lane;
  });
  ui_.show_locks = before.show_locks;
  ui_.show_calls = before.show_calls;
  ui_.finding = before.finding;
  std::copy(std::begin(before.find_text), std::end(before.find_text), ui_.find_text);
}

void Canvas::set_playhead(Tick t) {
  ui_.playhead = t;
  ui_.follow = false;
  // Into sight: a line is short, and the view may be far from it.
  if (ui_.scale.x(static_cast<double>(t)) < 0 ||
      ui_.scale.x(static_cast<double>(t)) > ui_.scale.width()) {
    const double half = ui_.scale.span() / 2;
    ui_.scale = timeline::Scale(static_cast<double>(t) - half, ui_.scale.span(), ui_.scale.width());
    ui_.untouched = false;
  }
}

void Canvas::pinch(float x, float factor, float dx, Tick end) {
  ui_.scale = ui_.scale.zoomed(x - at_.tracks_x0, 1 / std::max(0.05, static_cast<double>(factor)))
                  .panned(dx)
                  .clamped(end);
  ui_.untouched = false;
  ui_.follow = false;
}

std::string Canvas::lines_json(const Snapshot& in,
                               const std::vector<std::pair<ThreadId, int>>& exact) const {
  const bool live = in.state != session::State::Idle;
  if (in.model == nullptr || (!live && !ui_.playhead)) return "{\"threads\":[]}";
  const timeline::Model& model = *in.model;
  const Tick end = model.end();
  const Tick at = ui_.playhead && !(live && ui_.follow) ? *ui_.playhead : end > 0 ? end - 1 : 0;
  const Theme& theme = theme_for(in.dark, in.high_contrast);
  std::string json = "{\"threads\":[";
  for (timeline::LaneIndex lane = timeline::kFirstThreadLane; lane < model.lane_count(); ++lane) {
    const timeline::SpanRef ref = model.span_at(lane, at);
    timeline::Place place = model.place_at(lane, at);
    for (const auto& [thread, line] : exact) {
      if (thread == model.lane(lane).thread) place.line = static_cast<std::uint32_t>(line);
    }
    if (!ref || place.line == 0) continue;
    const Color c = theme.of(model.span(ref).state).fill;
    char color[8];
    std::snprintf(color, sizeof(color), "#%02x%02x%02x", c & 0xFF, (c >> 8) & 0xFF,
                  (c >> 16) & 0xFF);
    if (json.back() != '[') json += ",";
    json += "{\"name\":" + timeline::json_quoted(model.lane(lane).name) +
            ",\"line\":" + std::to_string(place.line) + ",\"color\":\"" + color + "\"}";
  }
  return json + "]}";
}

}  // namespace interleave::ui
