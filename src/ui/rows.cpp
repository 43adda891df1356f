// Which rows there are, where they are, and what else is worked out once for a run.
#include <algorithm>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::Model;

void look_at_run(const Model* model, const UiState& ui, Worked::OfRun& run) {
  const bool known = run.model == model && model != nullptr && run.version == model->version();
  if (model == nullptr) {
    run = {};
    return;
  }
  if (!known) {
    run.groups = timeline::thread_groups(*model);
    run.model = model;
    run.version = model->version();
  }
  if (!ui.show_locks) {
    run.locks.clear();
  } else if (!known || run.locks.empty()) {
    run.locks = timeline::lock_lanes(*model);
  }
}

bool same_range(const Worked::OfRange& a, const Worked::OfRange& b) {
  return a.model == b.model && a.version == b.version && a.begin == b.begin && a.end == b.end &&
         a.live == b.live;
}

Worked::OfRange range_of(const Snapshot& in, const UiState& ui) {
  Worked::OfRange range;
  range.model = in.model;
  range.version = in.model->version();
  range.live = in.state != session::State::Idle;
  range.end = in.model->end();
  if (ui.range_begin && ui.range_end) {
    range.begin = *ui.range_begin;
    range.end = *ui.range_end;
  }
  return range;
}

}  // namespace

bool comparing(const Snapshot& in) { return in.kept != nullptr && in.model != nullptr; }

Tick Frame::shown_end(const Snapshot& in) {
  if (in.model == nullptr) return 0;
  return comparing(in) ? std::max(in.model->end(), in.kept->end()) : in.model->end();
}

void work_out(const Snapshot& in, UiState& ui, Worked& work) {
  work.spots.clear();
  look_at_run(in.model, ui, work.runs[0]);
  look_at_run(in.kept, ui, work.runs[1]);
  timeline::RowSource sources[2];
  std::uint8_t numbers[2] = {1, 0};
  std::size_t count = 0;
  for (const std::uint8_t number : {std::uint8_t{1}, std::uint8_t{0}}) {
    const Worked::OfRun& run = work.runs[number];
    if (run.model == nullptr) continue;
    sources[count] = {run.model, run.groups, run.locks, first_lane(*run.model)};
    numbers[count++] = number;
  }
  // Without a thread there is nothing to show but an invitation.
  if (lane_count(in) <= timeline::kFirstThreadLane && !comparing(in)) count = 0;
  work.rows.build({sources, count}, {numbers, count}, ui.choice);
  if (in.model == nullptr) return;
  if (ui.finding) {
    ui.search.find(*in.model, ui.find_text);
  } else if (ui.search.active()) {
    ui.search.clear();
  }
  const Worked::OfRange range = range_of(in, ui);
  const bool chosen = ui.range_begin && ui.range_end;
  // While it is being chosen, its sums are enough.
  if (!chosen || ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
  if (same_range(range, work.verdict_of)) return;
  work.verdict_of = range;
  work.verdict = timeline::verdict(*in.model, range.begin, range.end);
}

const timeline::RangeTotals& shown_totals(const Snapshot& in, const UiState& ui, Worked& work) {
  const Worked::OfRange range = range_of(in, ui);
  if (!same_range(range, work.totals_of)) {
    work.totals_of = range;
    work.totals = in.model->totals(range.begin, range.end);
  }
  return work.totals;
}

float Frame::scrolled_top() const {
  // Where everything scrolls as one, what is pinned stays below the axis.
  const float top = at.scrolled.empty() ? at.lanes.y0 : std::max(at.lanes.y0, at.scrolled.y0);
  return top + work.rows.pinned_height();
}

float Frame::row_top(std::uint32_t row) const {
  const timeline::Row& r = work.rows.rows()[row];
  if (r.pinned) return scrolled_top() - work.rows.pinned_height() + r.y;
  return at.lanes.y0 + work.rows.pinned_height() + r.y - ui.lanes_scroll;
}

bool Frame::in_sight(std::uint32_t row) const {
  if (row >= work.rows.size()) return false;
  const timeline::Row& r = work.rows.rows()[row];
  if (r.pinned) return true;
  const float top = row_top(row);
  return top + r.height > scrolled_top() && top < at.lanes.y1;
}

void reveal_row(Frame& f, std::uint32_t row) {
  if (row >= f.rows().size() || f.rows().rows()[row].pinned) return;
  const timeline::Row& r = f.rows().rows()[row];
  const float room = f.at.lanes.height() - f.rows().pinned_height();
  if (f.at.scrolled.empty()) {
    f.ui.lanes_scroll = std::min(f.ui.lanes_scroll, r.y);
    f.ui.lanes_scroll = std::max(f.ui.lanes_scroll, r.y + r.height - room);
    return;
  }
  const float shown = f.at.scrolled.height() - f.rows().pinned_height();
  f.ui.page_scroll = std::min(f.ui.page_scroll, r.y);
  f.ui.page_scroll = std::max(f.ui.page_scroll, r.y + r.height - shown);
  f.out.again = true;
}

}  // namespace interleave::ui
