// Keys, wheel and drag on the lanes: they move the view, the playhead and the selection.
#include <algorithm>
#include <cmath>

#include "timeline/explain.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::LaneIndex;
using timeline::Scale;
using timeline::SpanRef;

constexpr double kWheelStep = 1.22;
constexpr double kKeyStep = 1.35;
constexpr float kKeyPan = 90;
constexpr float kDragThreshold = 4;

void set_scale(Frame& f, const Scale& scale) {
  f.ui.scale = scale.clamped(f.end());
  f.ui.untouched = false;
}

/// Moves the view: to later moments for dx > 0.
void pan(Frame& f, float dx) {
  if (dx == 0) return;
  set_scale(f, f.ui.scale.panned(-dx));
  f.ui.follow = false;
}

void zoom(Frame& f, float x, double factor) {
  set_scale(f, f.ui.scale.zoomed(x - f.at.tracks_x0, factor));
}

void scroll(Frame& f, float dy) {
  if (f.at.scrolled.empty()) {
    f.ui.lanes_scroll += dy;
  } else {
    f.ui.page_scroll += dy;
    f.out.again = true;
  }
}

void move_playhead(Frame& f, Tick t) {
  f.out.playhead_moved = f.out.playhead_moved || f.ui.playhead != t;
  f.ui.playhead = t;
  f.ui.follow = false;
}

void clear_choice(Frame& f) {
  f.ui.selected = {};
  f.ui.range_begin.reset();
  f.ui.range_end.reset();
  f.out.playhead_moved = f.out.playhead_moved || f.ui.playhead.has_value();
  f.ui.playhead.reset();
}

/// The row under the pointer.
std::uint32_t row_under(const Frame& f, ImVec2 mouse) {
  const float pinned_top = f.scrolled_top() - f.rows().pinned_height();
  if (mouse.y < f.scrolled_top()) return f.rows().at(mouse.y - pinned_top, true);
  const float y = mouse.y - f.at.lanes.y0 - f.rows().pinned_height() + f.ui.lanes_scroll;
  return f.rows().at(y, false);
}

/// What is under the pointer in its row: a span, a hold of a lock, or a block of many.
void find_item(Frame& f, timeline::RowId row, float x) {
  const bool lock = row.kind == timeline::RowKind::Lock;
  if (row.kind != timeline::RowKind::Lane && !lock) return;
  if (lock) {
    f.ui.items.clear();
    timeline::fold_object(f.model(row.run), row.id, f.ui.scale, {}, f.ui.items);
  } else {
    fold_for_picture(f, f.model(row.run), row.id, f.ui.scale);
  }
  for (const timeline::DrawItem& item : f.ui.items) {
    if (x < item.x0 || x >= std::max(item.x1, item.x0 + 2)) continue;
    if (lock) {
      f.ui.hovered_hold = item.index;
    } else {
      f.ui.hovered = {row.id, item.index};
    }
    f.ui.hovered_count = item.count;
    f.ui.hovered_state = item.state;
  }
}

/// A lock whose name is under the pointer, be it that of a lane or of what a span waits for.
void find_lit(Frame& f) {
  const timeline::RowId row = f.ui.hovered_row;
  f.ui.lit = 0;
  f.ui.lit_run = row.run;
  if (row.kind == timeline::RowKind::Lock) f.ui.lit = row.id;
  if (!f.ui.hovered || f.ui.hovered_count != 1) return;
  const timeline::Span span = f.model(row.run).span(f.ui.hovered);
  if (span.state == timeline::ThreadState::Blocked && span.detail == timeline::Detail::Object) {
    f.ui.lit = span.subject;
  }
}

void find_hovered(Frame& f, bool inside) {
  f.ui.hovered = {};
  f.ui.hovered_hold = f.ui.hovered_call = UiState::kNoHold;
  f.ui.hovered_count = 1;
  f.ui.hovered_row = {};
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (inside) {
    const std::uint32_t row = row_under(f, mouse);
    if (row != timeline::RowList::kNone) f.ui.hovered_row = f.rows().rows()[row].id;
    if (row != timeline::RowList::kNone && mouse.x >= f.at.tracks_x0) {
      f.ui.hovered_call = call_under(f, row, mouse.x, mouse.y);
      if (mouse.y < f.row_top(row) + f.at.row) {
        find_item(f, f.ui.hovered_row, mouse.x - f.at.tracks_x0);
      }
    }
  }
  find_lit(f);
  std::pair<std::uint32_t, std::uint32_t> lines{0, 0};
  if (f.ui.hovered_call != UiState::kNoHold) {
    lines.first = lines.second = f.in.calls->spans[f.ui.hovered_call].line;
  }
  if (f.ui.hovered && f.ui.hovered_count == 1 && f.ui.hovered_row.run == 0 &&
      f.ui.hovered.lane != timeline::kUiLane) {
    const timeline::Span span = f.in.model->span(f.ui.hovered);
    lines = {span.line_begin, std::max(span.line_end, span.line_begin)};
  }
  if (lines == f.ui.light_lines) return;
  f.ui.light_lines = lines;
  f.out.light_lines = lines;
}

/// Pin and triangle of a row's name.
bool click_on_name(Frame& f) {
  const std::uint32_t row = f.rows().find(f.ui.hovered_row);
  if (row == timeline::RowList::kNone) return false;
  const timeline::Row& r = f.rows().rows()[row];
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool group = r.first_of_group || r.id.kind == timeline::RowKind::Group;
  if (group && fold_box(f, row).contains(mouse)) {
    f.ui.choice.toggle_group(f.work.runs[r.id.run].groups[r.group].name);
  } else if (r.id.kind != timeline::RowKind::Heading && pin_box(f, row).contains(mouse)) {
    f.ui.choice.toggle_pin(r.id);
  } else {
    return false;
  }
  f.out.again = true;
  return true;
}

void click(Frame& f) {
  const float x = ImGui::GetIO().MousePos.x - f.at.tracks_x0;
  if (x < 0) {
    click_on_name(f);
    return;
  }
  const bool hold = f.ui.hovered_hold != UiState::kNoHold;
  if (f.ui.hovered_count > 1 && (f.ui.hovered || hold)) {
    return zoom(f, x + f.at.tracks_x0, 0.25);
  }
  if (f.ui.hovered && f.ui.hovered_row.run == 0) return select_span(f, f.ui.hovered);
  clear_choice(f);
  move_playhead(f, std::min(f.ui.scale.tick(x), f.in.model->end()));
}

void choose_range(Frame& f) {
  const float now = ImGui::GetIO().MousePos.x - f.at.tracks_x0;
  const float from = ImGui::GetIO().MouseClickedPos[0].x - f.at.tracks_x0;
  const Tick a = f.ui.scale.tick(std::min(now, from));
  const Tick b = std::min(f.ui.scale.tick(std::max(now, from)), f.in.model->end());
  if (a >= b) return;
  f.ui.range_begin = a;
  f.ui.range_end = b;
}

void take_pointer(Frame& f) {
  const Box& b = f.at.lanes;
  ImGuiIO& io = ImGui::GetIO();
  ImGui::SetCursorScreenPos({b.x0, b.y0});
  const bool released =
      ImGui::InvisibleButton("lanes", {std::max(1.0f, b.width()), std::max(1.0f, b.height())});
  const bool over = ImGui::IsItemHovered();
  const bool moved = io.MouseDragMaxDistanceSqr[0] > kDragThreshold * kDragThreshold;
  if (ImGui::IsItemActive() && moved) {
    if (io.KeyShift) {
      choose_range(f);
    } else {
      pan(f, -io.MouseDelta.x);
      scroll(f, -io.MouseDelta.y);
      ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
  }
  find_hovered(f, over);
  if (released && !moved) click(f);
  if (!over) return;
  if (io.MouseWheelH != 0) pan(f, -io.MouseWheelH * 60);
  if (io.MouseWheel == 0) return;
  if (io.KeyShift) return pan(f, -io.MouseWheel * 60);
  if (io.KeyAlt || io.MousePos.x < f.at.tracks_x0) return scroll(f, -io.MouseWheel * f.at.row);
  zoom(f, io.MousePos.x, std::pow(kWheelStep, -static_cast<double>(io.MouseWheel)));
}

void fit(Frame& f) {
  const double margin = 0.1;
  if (f.ui.range_begin && f.ui.range_end) {
    return set_scale(f, f.ui.scale.fitted(*f.ui.range_begin, *f.ui.range_end, margin));
  }
  if (f.ui.selected) {
    const timeline::Span span = f.in.model->span(f.ui.selected);
    return set_scale(f, f.ui.scale.fitted(span.start, span.end, 1.0));
  }
  set_scale(f, f.ui.scale.fitted(0, f.end()));
  f.ui.untouched = true;
}

}  // namespace

void reveal(Frame& f, Tick t) {
  const float x = static_cast<float>(f.ui.scale.x(static_cast<double>(t)));
  const auto width = static_cast<float>(f.ui.scale.width());
  if (x >= 0 && x <= width) return;
  set_scale(f, Scale(static_cast<double>(t) - f.ui.scale.span() / 2, f.ui.scale.span(), width));
}

void step_event(Frame& f, bool forward) {
  f.ui.playing = false;
  const LaneIndex lane = f.ui.selected ? f.ui.selected.lane : timeline::kNoLane;
  const Tick from = f.ui.playhead.value_or(f.ui.scale.tick(0));
  const std::optional<Tick> edge =
      forward ? f.in.model->next_edge(lane, from) : f.in.model->previous_edge(lane, from);
  if (!edge) return;
  if (f.ui.selected) {
    if (const SpanRef ref = f.in.model->span_at(lane, *edge)) select_span(f, ref);
  }
  move_playhead(f, *edge);
  reveal(f, *edge);
}

bool can_be_played(const Snapshot& in) {
  return in.model != nullptr && in.state == session::State::Idle && !in.opened &&
         in.model->run().mode == trace::RunMode::Simulated;
}

/// The thread whose lines are meant: the selected one's, else the one that runs at the playhead.
void step_line(Frame& f, int way) {
  f.ui.playing = false;
  const timeline::Model& model = *f.in.model;
  const Tick at = f.ui.playhead.value_or(0);
  ThreadId thread = kNoThread;
  if (f.ui.selected) {
    const LaneIndex lane = f.ui.selected.lane;
    thread =
        lane == timeline::kGilLane ? model.span(f.ui.selected).subject : model.lane(lane).thread;
  }
  for (LaneIndex lane = timeline::kFirstThreadLane;
       thread == kNoThread && lane < model.lane_count(); ++lane) {
    const SpanRef ref = model.span_at(lane, at);
    if (ref && model.span(ref).state == trace::ThreadState::Running) {
      thread = model.lane(lane).thread;
    }
  }
  f.out.step_line = way;
  f.out.step_thread = thread;
}

void toggle_play(Frame& f) {
  if (!can_be_played(f.in)) return;
  f.ui.playing = !f.ui.playing;
  if (!f.ui.playing) return;
  if (!f.ui.playhead || *f.ui.playhead + 1 >= f.in.model->end()) move_playhead(f, 0);
}

void play(Frame& f) {
  if (!f.ui.playing) return;
  if (!can_be_played(f.in) || !f.ui.playhead) {
    f.ui.playing = false;
    return;
  }
  constexpr double kLongestFrame = 0.1;  // seconds; after a pause it does not jump
  const double seconds = std::min<double>(ImGui::GetIO().DeltaTime, kLongestFrame);
  const Tick next = *f.ui.playhead + static_cast<Tick>(seconds * 1e9 * f.ui.play_speed) + 1;
  move_playhead(f, std::min(next, f.in.model->end()));
  reveal(f, *f.ui.playhead);
  if (next >= f.in.model->end()) f.ui.playing = false;
  f.out.again = true;
}

namespace {

/// Along the chain of whys.
void walk(Frame& f, bool back) {
  const bool hovers = f.ui.hovered_row.run == 0 && f.ui.hovered_count == 1;
  const SpanRef from = f.ui.selected ? f.ui.selected : hovers ? f.ui.hovered : SpanRef{};
  const SpanRef to =
      back ? timeline::why(*f.in.model, from) : timeline::consequence(*f.in.model, from);
  if (!to) return;
  select_span(f, to);
  reveal(f, f.in.model->span(to).start);
  reveal_row(f, f.rows().row_of(0, to.lane));
}

/// A lane's span at a moment, or the nearest one before or after it where the thread is none yet or
/// no more.
SpanRef span_near(const timeline::Model& model, LaneIndex lane, Tick at) {
  if (const SpanRef ref = model.span_at(lane, at)) return ref;
  if (const std::optional<Tick> end = model.previous_edge(lane, at)) {
    if (const SpanRef ref = model.span_at(lane, std::max<Tick>(*end, 1) - 1)) return ref;
  }
  const std::optional<Tick> begin = model.next_edge(lane, at);
  return begin ? model.span_at(lane, *begin) : SpanRef{};
}

/// The span above or below the playhead: with `.` and `,` every span is reached by keys alone.
void step_lane(Frame& f, int way) {
  const timeline::Model& model = *f.in.model;
  const auto first = static_cast<int>(first_lane(model));
  const auto end = static_cast<int>(model.lane_count());
  const Tick at = f.ui.playhead.value_or(f.ui.scale.tick(f.ui.scale.width() / 2));
  int lane = f.ui.selected ? static_cast<int>(f.ui.selected.lane) + way : way > 0 ? first : end - 1;
  for (; lane >= first && lane < end; lane += way) {
    const SpanRef ref = span_near(model, static_cast<LaneIndex>(lane), at);
    if (!ref) continue;
    select_span(f, ref);
    const timeline::Span span = model.span(ref);
    if (at >= span.start && at < span.end) move_playhead(f, at);
    reveal(f, *f.ui.playhead);
    reveal_row(f, f.rows().row_of(0, ref.lane));
    return;
  }
}

/// Keeps the chosen thread's lane in sight, or lets it scroll again; `group`: folds its group of
/// threads, or unfolds it.
void keep_lane(Frame& f, bool group) {
  if (!f.ui.selected) return;
  const std::uint32_t row = f.rows().row_of(0, f.ui.selected.lane);
  if (row == timeline::RowList::kNone) return;
  const timeline::Row& r = f.rows().rows()[row];
  if (!group) {
    f.ui.choice.toggle_pin(r.id);
  } else if (r.group != timeline::kNoGroup) {
    f.ui.choice.toggle_group(f.work.runs[r.id.run].groups[r.group].name);
  } else {
    return;
  }
  f.out.again = true;
}

/// What is shown: locks as lanes, calls, pins and groups, a run kept beside the next, states by
/// their place in the legend.
void take_choices(Frame& f) {
  if (ImGui::IsKeyPressed(ImGuiKey_L, false)) {
    f.ui.show_locks = !f.ui.show_locks;
    f.out.again = true;
  }
  if (ImGui::IsKeyPressed(ImGuiKey_K, false)) toggle_keep(f);
  if (ImGui::IsKeyPressed(ImGuiKey_P, false)) keep_lane(f, false);
  if (ImGui::IsKeyPressed(ImGuiKey_G, false)) keep_lane(f, true);
  if (ImGui::IsKeyPressed(ImGuiKey_C, false) && has_calls(f.in)) {
    f.ui.show_calls = !f.ui.show_calls;
    f.out.again = true;
  }
  for (int n = 0; n < 6; ++n) {
    const auto key = static_cast<ImGuiKey>(ImGuiKey_1 + n);
    if (ImGui::IsKeyPressed(key, false)) toggle_state(f, static_cast<std::size_t>(n));
  }
}

void take_keys(Frame& f) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyCtrl || io.KeySuper) {
    if (ImGui::IsKeyPressed(ImGuiKey_F, false)) open_find(f);
    return;
  }
  if (io.WantTextInput || f.ui.find_waits > 0 ||
      ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopup))
    return;
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key); };
  const bool over = f.hovering(f.at.lanes) && io.MousePos.x >= f.at.tracks_x0;
  const float x = over ? io.MousePos.x : (f.at.tracks_x0 + f.at.tracks_x1) / 2;
  if (pressed(ImGuiKey_W) || pressed(ImGuiKey_Equal) || pressed(ImGuiKey_KeypadAdd))
    zoom(f, x, 1 / kKeyStep);
  if (pressed(ImGuiKey_S) || pressed(ImGuiKey_Minus) || pressed(ImGuiKey_KeypadSubtract))
    zoom(f, x, kKeyStep);
  if (pressed(ImGuiKey_A) || pressed(ImGuiKey_LeftArrow)) pan(f, -kKeyPan);
  if (pressed(ImGuiKey_D) || pressed(ImGuiKey_RightArrow)) pan(f, kKeyPan);
  if (pressed(ImGuiKey_UpArrow)) io.KeyShift ? step_lane(f, -1) : scroll(f, -f.at.row);
  if (pressed(ImGuiKey_DownArrow)) io.KeyShift ? step_lane(f, 1) : scroll(f, f.at.row);
  if (pressed(ImGuiKey_F)) fit(f);
  take_choices(f);
  const bool lines = io.KeyShift && can_be_played(f.in);
  if (pressed(ImGuiKey_Period)) lines ? step_line(f, 1) : step_event(f, true);
  if (pressed(ImGuiKey_Comma)) lines ? step_line(f, -1) : step_event(f, false);
  if (pressed(ImGuiKey_LeftBracket)) walk(f, true);
  if (pressed(ImGuiKey_RightBracket)) walk(f, false);
  // An open field takes Escape for itself.
  if (pressed(ImGuiKey_Escape) && !f.ui.finding) clear_choice(f);
  if (pressed(ImGuiKey_Space) && can_be_played(f.in)) return toggle_play(f);
  if (pressed(ImGuiKey_Space) || pressed(ImGuiKey_End)) {
    clear_choice(f);
    f.ui.follow = true;
    f.ui.untouched = true;
  }
}

}  // namespace

void select_span(Frame& f, SpanRef ref) {
  f.ui.selected = ref;
  const timeline::Span span = f.in.model->span(ref);
  move_playhead(f, span.start);
  LaneIndex lane = ref.lane;
  if (lane == timeline::kGilLane) lane = f.in.model->lane_of(span.subject);
  std::uint32_t line = span.line_begin;
  if (line == 0 && lane != timeline::kNoLane) line = f.in.model->place_at(lane, span.start).line;
  if (line != 0 && ref.lane != timeline::kUiLane) f.out.select_line = line;
}

bool Frame::hovering(const Box& box) const {
  return ImGui::IsWindowHovered() && box.contains(ImGui::GetIO().MousePos);
}

/// Below the lanes, where all of it scrolls as one.
void take_page_scroll(Frame& f) {
  if (f.at.scrolled.empty()) return;
  const ImGuiIO& io = ImGui::GetIO();
  const bool below = io.MousePos.y > f.at.lanes.y1 && f.hovering(f.at.scrolled);
  if (below && io.MouseWheel != 0) scroll(f, -io.MouseWheel * f.at.row);
  const bool began_below = io.MouseClickedPos[0].y > std::max(f.at.lanes.y1, f.at.scrolled.y0);
  if (began_below && io.MouseDown[0] && io.MouseDelta.y != 0 && f.hovering(f.at.scrolled))
    scroll(f, -io.MouseDelta.y);
}

void take_input(Frame& f) {
  take_page_scroll(f);
  if (f.in.model == nullptr || f.at.lanes.empty()) return;
  take_pointer(f);
  take_keys(f);
  const float room = f.at.lanes.height() - f.rows().pinned_height();
  f.ui.lanes_scroll =
      std::clamp(f.ui.lanes_scroll, 0.0f, std::max(0.0f, f.rows().scrolled_height() - room));
}

}  // namespace interleave::ui
