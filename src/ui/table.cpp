// Time of every thread by state, for the run or the range that is chosen; and the line below it.
#include <algorithm>
#include <cmath>

#include "timeline/format.h"
#include "ui/canvas.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::RangeTotals;
using timeline::StateTimes;
using trace::ThreadState;

constexpr float kHead = 26;
constexpr float kRow = 26;

struct Column {
  const char* title;
  ThreadState state;
  bool wide_only;  // left out where there is no room
};
constexpr Column kColumns[] = {
    {"Running", ThreadState::Running, false}, {"Waiting for GIL", ThreadState::WaitingGil, false},
    {"Lock", ThreadState::Blocked, false},    {"Sleep / I/O", ThreadState::SleepingIo, true},
    {"Native", ThreadState::Native, true},
};
constexpr ThreadState kOrder[] = {ThreadState::Running,    ThreadState::Native,
                                  ThreadState::WaitingGil, ThreadState::Ready,
                                  ThreadState::Blocked,    ThreadState::SleepingIo};

std::string cell(Tick ns) { return ns == 0 ? "–" : timeline::format_duration(ns); }

struct Grid {
  float name_x, first_x, pitch, bar_x0, bar_x1;
  int columns;
};

Grid grid_of(const Layout& at) {
  Grid g{};
  const Box& b = at.table;
  g.name_x = b.x0 + 12;
  g.columns = 0;
  for (const Column& column : kColumns) g.columns += !at.narrow || !column.wide_only ? 1 : 0;
  const float name = at.narrow ? 96.0f : std::clamp(b.width() * 0.18f, 120.0f, 180.0f);
  g.first_x = g.name_x + name;
  const float bar = at.narrow ? 64.0f : std::clamp(b.width() * 0.18f, 90.0f, 190.0f);
  g.bar_x1 = b.x1 - 16;
  g.bar_x0 = g.bar_x1 - bar;
  g.pitch = (g.bar_x0 - 8 - g.first_x) / static_cast<float>(g.columns);
  return g;
}

template <class F>
void each_column(const Layout& at, F call) {
  int n = 0;
  for (const Column& column : kColumns) {
    if (!at.narrow || !column.wide_only) call(column, n++);
  }
}

void heads(Frame& f, const Grid& g) {
  const float middle = f.at.table.y0 + kHead / 2;
  const auto put = [&](float x, float room, std::string_view words) {
    text(f.list, f.fonts.regular, kSmallSize, x, middle, f.theme.muted,
         fitted(f.fonts.regular, kSmallSize, words, room));
  };
  put(g.name_x, g.first_x - g.name_x - 6, "Thread");
  each_column(f.at, [&](const Column& column, int n) {
    const char* title =
        f.at.narrow && column.state == ThreadState::WaitingGil ? "For GIL" : column.title;
    put(g.first_x + g.pitch * static_cast<float>(n), g.pitch - 6, title);
  });
  put(g.bar_x0, g.bar_x1 - g.bar_x0,
      f.at.narrow        ? "Share"
      : f.ui.range_begin ? "Share of the range"
                         : "Share of the run");
}

void share(Frame& f, const Grid& g, float middle, const StateTimes& times, Tick elapsed) {
  if (elapsed == 0) return;
  f.paint.rect({g.bar_x0, middle - 6, g.bar_x1, middle + 6}, f.theme.bar, 2);
  float x = g.bar_x0;
  for (const ThreadState state : kOrder) {
    const double part = static_cast<double>(times[state]) / static_cast<double>(elapsed);
    const float width = static_cast<float>(part) * (g.bar_x1 - g.bar_x0);
    if (width >= 0.2f) f.paint.rect({x, middle - 6, x + width, middle + 6}, f.theme.of(state));
    x += width;
  }
}

void row(Frame& f, const Grid& g, float top, const timeline::ThreadTimes& thread, Tick elapsed) {
  const float middle = top + kRow / 2;
  const Box& b = f.at.table;
  const timeline::RowId shown{timeline::RowKind::Lane, 0, thread.lane};
  if (shown == f.ui.hovered_row || thread.lane == f.ui.selected.lane) {
    f.list.AddRectFilled({b.x0, top}, {b.x1, top + kRow}, f.theme.row_selected);
  }
  const std::string& name = f.in.model->lane(thread.lane).name;
  text(f.list, f.fonts.bold, 12.5f, g.name_x, middle, f.theme.text,
       fitted(f.fonts.bold, 12.5f, name, g.first_x - g.name_x - 8));
  each_column(f.at, [&](const Column& column, int n) {
    const Tick ns = thread.times[column.state];
    text(f.list, f.fonts.regular, 12.5f, g.first_x + g.pitch * static_cast<float>(n), middle,
         ns == 0 ? f.theme.muted : f.theme.text,
         fitted(f.fonts.regular, 12.5f, cell(ns), g.pitch - 4));
  });
  share(f, g, middle, thread.times, elapsed);
}

/// Wheel and click on the rows.
void take_table_input(Frame& f, const Box& rows, const RangeTotals& totals) {
  ImGui::SetCursorScreenPos({rows.x0, rows.y0});
  const bool clicked =
      ImGui::InvisibleButton("table", {rows.width(), std::max(1.0f, rows.height())});
  const float all = kRow * static_cast<float>(totals.threads.size());
  if (ImGui::IsItemHovered()) f.ui.table_scroll -= ImGui::GetIO().MouseWheel * kRow;
  f.ui.table_scroll = std::clamp(f.ui.table_scroll, 0.0f, std::max(0.0f, all - rows.height()));
  if (!clicked) return;
  const float at = ImGui::GetIO().MousePos.y - rows.y0 + f.ui.table_scroll;
  const auto n = static_cast<std::size_t>(std::max(0.0f, at / kRow));
  if (n >= totals.threads.size()) return;
  // Its lane is brought into view.
  reveal_row(f, f.rows().row_of(0, totals.threads[n].lane));
  f.ui.hovered_row = {timeline::RowKind::Lane, 0, totals.threads[n].lane};
}

struct ComparedGrid {
  float x[4];
  float room;
};

ComparedGrid compared_grid(const Layout& at) {
  const Box& b = at.table;
  ComparedGrid g{};
  const float name = at.narrow ? 130.0f : std::clamp(b.width() * 0.3f, 150.0f, 240.0f);
  const float pitch = std::min(150.0f, (b.width() - name - 28) / 3);
  g.x[0] = b.x0 + 12;
  for (int i = 1; i < 4; ++i) g.x[i] = g.x[0] + name + pitch * static_cast<float>(i - 1);
  g.room = pitch - 8;
  return g;
}

void compared_row(Frame& f, const ComparedGrid& g, float middle, const timeline::ComparedRow& row) {
  const auto put = [&](float x, float room, ImFont* font, Color ink, std::string_view words) {
    text(f.list, font, 12.5f, x, middle, ink, fitted(font, 12.5f, words, room));
  };
  const Color better = f.theme.of(ThreadState::Running).word;
  const Color worse = f.theme.of(ThreadState::Blocked).word;
  const Color ink = row.better < 0 ? better : row.better > 0 ? worse : f.theme.text;
  put(g.x[0], g.x[1] - g.x[0] - 8, f.fonts.bold, f.theme.text, row.label);
  put(g.x[1], g.room, f.fonts.regular, f.theme.text, row.before);
  put(g.x[2], g.room, f.fonts.regular, f.theme.text, row.after);
  put(g.x[3], g.room, f.fonts.bold, row.difference == "±0" ? f.theme.muted : ink, row.difference);
}

}  // namespace

void draw_comparison(Frame& f) {
  const Box& b = f.at.table;
  if (b.empty()) return;
  const ComparedGrid g = compared_grid(f.at);
  const char* const heads[] = {"All threads together", "Kept run", "This run", "Difference"};
  for (int i = 0; i < 4; ++i) {
    text(f.list, f.fonts.regular, kSmallSize, g.x[i], b.y0 + kHead / 2, f.theme.muted, heads[i]);
  }
  const Box rows{b.x0, b.y0 + kHead, b.x1, b.y1};
  if (rows.empty()) return;
  const float all = kRow * static_cast<float>(f.in.comparison.rows.size());
  if (f.hovering(rows)) f.ui.table_scroll -= ImGui::GetIO().MouseWheel * kRow;
  f.ui.table_scroll = std::clamp(f.ui.table_scroll, 0.0f, std::max(0.0f, all - rows.height()));
  f.list.PushClipRect({rows.x0, rows.y0}, {rows.x1, rows.y1}, true);
  float middle = rows.y0 + kRow / 2 - f.ui.table_scroll;
  for (const timeline::ComparedRow& row : f.in.comparison.rows) {
    compared_row(f, g, middle, row);
    middle += kRow;
  }
  f.list.PopClipRect();
}

float table_height(const Snapshot& in, const UiState& ui) {
  if (comparing(in) && !ui.range_begin) {
    return kHead + kRow * static_cast<float>(in.comparison.rows.size()) + 4;
  }
  const std::uint32_t lanes = lane_count(in);
  return lanes <= timeline::kFirstThreadLane
             ? 0
             : kHead + kRow * static_cast<float>(lanes - timeline::kFirstThreadLane) + 4;
}

void draw_table(Frame& f) {
  if (f.at.table.empty() || f.in.model == nullptr) return;
  const RangeTotals& totals = shown_totals(f.in, f.ui, f.work);
  const Grid g = grid_of(f.at);
  heads(f, g);
  const Box rows{f.at.table.x0, f.at.table.y0 + kHead, f.at.table.x1, f.at.table.y1};
  if (rows.empty()) return;
  take_table_input(f, rows, totals);
  f.list.PushClipRect({rows.x0, rows.y0}, {rows.x1, rows.y1}, true);
  float top = rows.y0 - f.ui.table_scroll;
  // Thousands of rows: only those in sight are looked at.
  const auto skipped = static_cast<std::size_t>(f.ui.table_scroll / kRow);
  top += kRow * static_cast<float>(skipped);
  for (std::size_t n = skipped; n < totals.threads.size() && top < rows.y1; ++n, top += kRow) {
    row(f, g, top, totals.threads[n], totals.elapsed());
  }
  f.paint.flush(f.list);
  f.list.PopClipRect();
}

void draw_status(Frame& f) {
  const Box& b = f.at.status;
  if (b.empty() || lane_count(f.in) == 0) return;
  const timeline::Model& model = *f.in.model;
  const RangeTotals& totals = shown_totals(f.in, f.ui, f.work);
  std::string words = f.ui.range_begin ? "Range " : "Elapsed ";
  words += timeline::format_duration(totals.elapsed());
  words += "   CPU " + timeline::format_duration(totals.all.cpu());
  words += "   parallelism " + timeline::format_ratio(totals.parallelism()) + "×";
  if (model.run().gil != trace::GilSetting::Off) {
    words += "   GIL hand-offs " + std::to_string(totals.handoffs) + " (" +
             std::to_string(totals.forced) + " forced)";
  }
  words += "   events " + std::to_string(model.events());
  words +=
      model.dropped() == 0 ? ", none dropped" : ", " + std::to_string(model.dropped()) + " dropped";
  text(f.list, f.fonts.regular, 12, b.x0 + 12, (b.y0 + b.y1) / 2, f.theme.muted,
       fitted(f.fonts.regular, 12, words, b.width() - 24));
}

std::string Canvas::twin_json(const Snapshot& in) {
  if (in.model == nullptr) return "{\"text\":\"\",\"rows\":[]}";
  std::string words = in.verdict.headline;
  if (!in.verdict.detail.empty()) words += " " + in.verdict.detail;
  if (words.empty()) words = in.message;
  const RangeTotals totals = in.model->totals();
  if (words.empty()) {
    words = "The run took " + timeline::format_duration(totals.elapsed()) + " with " +
            timeline::format_count(totals.threads.size()) +
            (totals.threads.size() == 1 ? " thread." : " threads.");
  }
  std::string json = "{\"text\":" + timeline::json_quoted(words) + ",\"rows\":[[\"Thread\"";
  for (const Column& column : kColumns) json += "," + timeline::json_quoted(column.title);
  json += "]";
  for (const timeline::ThreadTimes& thread : totals.threads) {
    json += ",[" + timeline::json_quoted(in.model->lane(thread.lane).name);
    for (const Column& column : kColumns)
      json += "," + timeline::json_quoted(cell(thread.times[column.state]));
    json += "]";
  }
  return json + "]}";
}

}  // namespace interleave::ui
