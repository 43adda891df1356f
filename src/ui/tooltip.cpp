// What the span under the pointer is: state, length, source line, what is waited for and who has
// it.
#include <algorithm>

#include "timeline/explain.h"
#include "timeline/format.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::Explanation;

constexpr float kPad = 12;
constexpr float kWidest = 400;
constexpr float kMonoSize = 12;

struct Line {
  ImFont* font;
  float size;
  Color color;
  std::string words;
};

std::string source_line(const Frame& f, std::uint8_t run, std::uint32_t line) {
  const std::span<const std::string_view> source = run == 0 ? f.in.source : f.in.kept_source;
  if (line == 0 || line > source.size()) return {};
  std::string_view words = source[line - 1];
  const std::size_t begin = words.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::to_string(line) + "  " + std::string(words.substr(begin));
}

/// A block of many spans is explained by saying so.
std::vector<Line> of_block(const Frame& f, const timeline::DrawItem& item,
                           std::string_view thread) {
  const StateLook& look = f.theme.of(item.state);
  return {{f.fonts.bold, kTextSize, look.word,
           std::string(thread) + " · " + std::to_string(item.count) + " spans, too short to show"},
          {f.fonts.regular, 12, f.theme.muted, "Zoom in to tell them apart."}};
}

/// A time in which a lock was held or waited for.
std::vector<Line> of_hold(const Frame& f, timeline::RowId row, std::uint32_t index) {
  const timeline::Model& model = f.model(row.run);
  const Explanation e = timeline::explain_hold(model, row.id, index);
  if (e.title.empty()) return {};
  std::vector<Line> lines{{f.fonts.bold, kTextSize, f.theme.of(e.span.state).word, e.title}};
  const std::string code = source_line(f, row.run, e.span.line_begin);
  if (!code.empty()) {
    lines.push_back({f.fonts.mono, kMonoSize, f.theme.text,
                     fitted(f.fonts.mono, kMonoSize, code, kWidest - 2 * kPad)});
  }
  lines.push_back({f.fonts.regular, 12.5f, f.theme.text, e.sentence});
  lines.push_back({f.fonts.regular, kSmallSize, f.theme.muted, e.when});
  return lines;
}

std::vector<Line> of_call(const Frame& f, const timeline::CallSpan& call) {
  const std::string thread = f.in.model->thread_name(call.thread);
  const bool open = call.end >= f.in.calls->end;
  const std::string length = timeline::format_duration(call.end - call.start);
  const Tick resolution = std::max<Tick>(1, std::min<Tick>(100'000, (call.end - call.start) / 20));
  return {
      {f.fonts.bold, kTextSize, f.theme.of(trace::ThreadState::Running).word,
       f.in.calls->names[call.name] + "() · " + (open ? "at least " : "") + length},
      {f.fonts.mono, kMonoSize, f.theme.text,
       fitted(f.fonts.mono, kMonoSize, source_line(f, 0, call.line), kWidest - 2 * kPad)},
      {f.fonts.regular, 12.5f, f.theme.text,
       "A call in " + thread + ", its waits included; " +
           (f.in.calls->sampled ? "sampled: between two looks it may have ended and begun again."
                                : "from the run gone through once more.")},
      {f.fonts.regular, kSmallSize, f.theme.muted,
       timeline::format_moment(call.start, resolution) + " → " +
           timeline::format_moment(call.end, resolution)}};
}

std::vector<Line> of_span(const Frame& f, std::uint8_t run, timeline::SpanRef ref) {
  const Explanation e = timeline::explain(f.model(run), ref);
  if (e.title.empty()) return {};
  const Color head =
      ref.lane < timeline::kFirstThreadLane ? f.theme.strong : f.theme.of(e.span.state).word;
  std::vector<Line> lines{{f.fonts.bold, kTextSize, head, e.title}};
  const std::uint32_t line = e.span.line_begin != 0 ? e.span.line_begin : e.place.line;
  const auto code = [&](std::uint32_t at, const std::string& before) {
    const std::string words = source_line(f, run, at);
    if (words.empty()) return;
    const std::string all = before.empty() ? words : before + words;
    lines.push_back({f.fonts.mono, kMonoSize, f.theme.text,
                     fitted(f.fonts.mono, kMonoSize, all, kWidest - 2 * kPad)});
  };
  if (ref.lane != timeline::kUiLane) code(line, "");
  if (e.holder.thread != kNoThread && e.holder.line != 0 && e.holder.line != line) {
    code(e.holder.line, f.model(run).thread_name(e.holder.thread) + ": ");
  }
  lines.push_back({f.fonts.regular, 12.5f, f.theme.text, e.sentence});
  lines.push_back({f.fonts.regular, kSmallSize, f.theme.muted, e.when});
  return lines;
}

void box(Frame& f, const std::vector<Line>& lines) {
  const float widest = std::min(kWidest, f.at.canvas.width() - 16) - 2 * kPad;
  float width = 0;
  float height = 2 * kPad - 4;
  for (const Line& line : lines) {
    width = std::max(width, std::min(widest, text_width(line.font, line.size, line.words) + 1));
    height += wrapped(nullptr, line.font, line.size, 0, 0, widest, 0, line.words) + 2;
  }
  width += 2 * kPad;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  float x = std::min(mouse.x + 16, f.at.canvas.x1 - width - 8);
  const std::uint32_t row = f.rows().find(f.ui.hovered_row);
  const float top = row == timeline::RowList::kNone ? mouse.y : f.row_top(row);
  float y = top + f.at.row + 6;
  // Above the lane where there is no room below it.
  if (y + height > f.at.canvas.y1 - 6) y = top - height - 6;
  x = std::max(x, f.at.canvas.x0 + 8);
  y = std::max(y, f.at.canvas.y0 + 4);
  ImDrawList& list = *ImGui::GetForegroundDrawList();
  for (int i = 4; i > 0; --i) {
    const float d = static_cast<float>(i) * 2;
    list.AddRectFilled({x - d, y - d + 3}, {x + width + d, y + height + d + 3}, with_alpha(0, 14),
                       8 + d);
  }
  list.AddRectFilled({x, y}, {x + width, y + height}, f.theme.tooltip, 8);
  list.AddRect({x, y}, {x + width, y + height}, f.theme.tooltip_line, 8);
  y += kPad - 2;
  for (const Line& line : lines) {
    y += 2 + wrapped(&list, line.font, line.size, x + kPad, y, widest, line.color, line.words);
  }
}

}  // namespace

void draw_tooltip(Frame& f) {
  if (f.ui.hovered_call != UiState::kNoHold && !ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
    return box(f, of_call(f, f.in.calls->spans[f.ui.hovered_call]));
  }
  const bool hold = f.ui.hovered_hold != UiState::kNoHold;
  if ((!f.ui.hovered && !hold) || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  const timeline::RowId row = f.ui.hovered_row;
  if (f.ui.hovered_count > 1) {
    timeline::DrawItem item;
    item.count = f.ui.hovered_count;
    item.state = f.ui.hovered_state;
    const timeline::Model& model = f.model(row.run);
    return box(f, of_block(f, item, hold ? model.object_name(row.id) : model.lane(row.id).name));
  }
  const std::vector<Line> lines =
      hold ? of_hold(f, row, f.ui.hovered_hold) : of_span(f, row.run, f.ui.hovered);
  if (!lines.empty()) box(f, lines);
}

}  // namespace interleave::ui
