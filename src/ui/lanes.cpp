// The lanes: the browser's own thread, the GIL by holder, then every Python thread in order of
// birth.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "timeline/bands.h"
#include "timeline/format.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

using timeline::DrawItem;
using timeline::LaneIndex;
using timeline::Model;
using timeline::Span;
using timeline::SpanRef;
using trace::Detail;
using trace::ThreadState;

constexpr float kLabelPad = 6;
constexpr Tick kRecently = 1'000'000'000;
/// Rows lie side by side, so all their spans are drawn at once: between what is under and what is
/// over any of them.
enum Channel { kUnder, kSpans, kOver, kChannels };

/// "crunch · line 7", "joining Thread-1", "asleep · line 12": what the thread does at the moment
/// shown.
std::string thread_note(const Frame& f, std::uint8_t run, LaneIndex lane) {
  const Model& model = f.model(run);
  const Tick now = run == 0 || f.ui.playhead ? f.moment() : model.end();
  if ((run != 0 || !f.live()) && now >= model.end() && model.lane(lane).finished != kForever)
    return "finished";
  const SpanRef ref = model.span_at(lane, now > 0 && now >= model.end() ? now - 1 : now);
  if (!ref) return model.lane(lane).started > now ? "not started" : "finished";
  const Span span = model.span(ref);
  if (span.detail == Detail::Join) return "joining " + short_name(model, span.subject);
  const timeline::Place place = model.place_at(lane, now);
  std::string what = span.detail == Detail::Sleep ? "asleep" : model.function_name(place.function);
  if (what.ends_with("()")) what.resize(what.size() - 2);
  if (place.line != 0) what += (what.empty() ? "line " : " · line ") + std::to_string(place.line);
  return what;
}

/// Frames of the last second before the moment shown.
std::string frames_note(const Frame& f, std::uint8_t run) {
  const Model& model = f.model(run);
  const timeline::Track& track = model.track(timeline::kUiLane);
  const Tick end = std::min(f.moment(), model.end());
  const Tick begin = end > kRecently ? end - kRecently : 0;
  int count = 0;
  for (std::uint32_t i = track.first_ending_after(begin); i < track.first_ending_after(end); ++i) {
    if (track[i].detail == Detail::Frame) ++count;
  }
  if (count == 0 || end == begin) return "main thread";
  char text[48];
  const double rate = static_cast<double>(count) * 1e9 / static_cast<double>(end - begin);
  std::snprintf(text, sizeof(text), "main thread · %.0f fps", rate);
  return text;
}

std::string gil_note(const Frame& f, std::uint8_t run) {
  const Model& model = f.model(run);
  if (model.run().gil == trace::GilSetting::Off) return "switched off";
  if (!f.ui.playhead && (run != 0 || !f.live())) {
    const std::uint64_t count = model.handoffs();
    return std::to_string(count) + (count == 1 ? " hand-off" : " hand-offs");
  }
  const Tick now = f.moment() > 0 && f.moment() >= model.end() ? model.end() - 1 : f.moment();
  const timeline::ObjectMoment moment = model.gil_at(now);
  if (moment.holders.empty()) return "held by nobody";
  return "held by " + short_name(model, moment.holders.front().thread);
}

/// "Lock · held by Thread-1, 2 wait": at the moment shown.
std::string lock_note(const Frame& f, std::uint8_t run, ObjectId object) {
  const Model& model = f.model(run);
  const trace::ObjectInfo* info = model.tables().object(object);
  const std::string kind = info == nullptr ? "Lock" : std::string(trace::word(info->kind));
  if (!f.ui.playhead && (run != 0 || !f.live())) return kind;
  const Tick now = f.moment() > 0 && f.moment() >= model.end() ? model.end() - 1 : f.moment();
  const timeline::ObjectMoment moment = model.object_at(object, now);
  std::string note = kind;
  if (moment.holders.size() == 1) {
    note = "held by " + short_name(model, moment.holders.front().thread);
  } else if (moment.holders.size() > 1) {
    note = std::to_string(moment.holders.size()) + " hold it";
  } else if (moment.waiters.empty()) {
    note += " · free";
  }
  const std::size_t waiters = moment.waiters.size();
  if (waiters > 0) note += " · " + std::to_string(waiters) + (waiters == 1 ? " waits" : " wait");
  return note;
}

struct Names {
  std::string name, note;
};

Names lane_names(const Frame& f, std::uint8_t run, LaneIndex lane) {
  const timeline::Lane& info = f.model(run).lane(lane);
  if (info.kind == timeline::LaneKind::Ui) return {info.name, frames_note(f, run)};
  if (info.kind == timeline::LaneKind::Gil) return {info.name, gil_note(f, run)};
  Names names{short_name(f.model(run), info.thread), thread_note(f, run, lane)};
  if (info.daemon) names.note = names.note.empty() ? "daemon" : "daemon · " + names.note;
  return names;
}

Names names_of(const Frame& f, const timeline::Row& row) {
  const std::uint8_t run = row.id.run;
  switch (row.id.kind) {
    case timeline::RowKind::Lane: return lane_names(f, run, row.id.id);
    case timeline::RowKind::Lock:
      return {f.model(run).object_name(row.id.id), lock_note(f, run, row.id.id)};
    case timeline::RowKind::Group: {
      const timeline::ThreadGroup& group = f.work.runs[run].groups[row.id.id];
      return {group.name, std::to_string(group.lanes.size()) + " threads"};
    }
    default: return {};
  }
}

void pin(Frame& f, std::uint32_t row) {
  const bool pinned = f.rows().rows()[row].pinned;
  if (!pinned && !(f.rows().rows()[row].id == f.ui.hovered_row)) return;
  const Box b = pin_box(f, row);
  const bool over = b.contains(ImGui::GetIO().MousePos);
  const Color ink = pinned || over ? f.theme.text : with_alpha(f.theme.muted, 170);
  const float x = (b.x0 + b.x1) / 2, y = (b.y0 + b.y1) / 2;
  // A drawing pin from the side: head, neck, needle.
  f.list.AddRectFilled({x - 4, y - 6}, {x + 4, y - 4}, ink, 1);
  if (pinned) {
    f.list.AddRectFilled({x - 2.5f, y - 4}, {x + 2.5f, y}, ink);
  } else {
    f.list.AddRect({x - 2.5f, y - 4.5f}, {x + 2.5f, y + 0.5f}, ink);
  }
  f.list.AddRectFilled({x - 5, y}, {x + 5, y + 1.8f}, ink, 1);
  f.list.AddLine({x, y + 2}, {x, y + 6.5f}, ink, 1.4f);
}

void fold_mark(Frame& f, std::uint32_t row, bool collapsed) {
  const Box b = fold_box(f, row);
  const bool over = b.contains(ImGui::GetIO().MousePos);
  const Color ink = over ? f.theme.strong : f.theme.muted;
  const float x = (b.x0 + b.x1) / 2, y = (b.y0 + b.y1) / 2;
  if (collapsed) {
    f.list.AddTriangleFilled({x - 2, y - 4}, {x - 2, y + 4}, {x + 3, y}, ink);
  } else {
    f.list.AddTriangleFilled({x - 4, y - 2}, {x + 4, y - 2}, {x, y + 3}, ink);
  }
}

void label(Frame& f, std::uint32_t row, float top) {
  const timeline::Row& r = f.rows().rows()[row];
  const float x = f.at.canvas.x0 + 12;
  const bool pin_shown = r.pinned || r.id == f.ui.hovered_row;
  const float room = f.at.tracks_x0 - x - (pin_shown ? 24 : 8);
  const float size = f.at.narrow ? 12.0f : 12.5f;
  const Names names = names_of(f, r);
  const float middle = top + f.at.row / 2;
  const bool matched = f.ui.search.active() && r.id.run == 0 &&
                       (r.id.kind == timeline::RowKind::Lane
                            ? f.ui.search.has_lane(r.id.id)
                            : r.id.kind == timeline::RowKind::Lock &&
                                  std::binary_search(f.ui.search.objects().begin(),
                                                     f.ui.search.objects().end(), r.id.id));
  if (matched) {
    const float width = std::min(room, text_width(f.fonts.bold, size, names.name));
    f.list.AddRectFilled({x - 3, middle - 14}, {x + width + 3, middle + 0.5f},
                         with_alpha(f.theme.accent, 120), 3);
  }
  const bool lit = r.id.kind == timeline::RowKind::Lock && r.id.id == f.ui.lit;
  text(f.list, f.fonts.bold, size, x, middle - 6.5f, lit ? f.theme.strong : f.theme.text,
       fitted(f.fonts.bold, size, names.name, room));
  text(f.list, f.fonts.regular, size - 2, x, middle + 7.5f, f.theme.muted,
       fitted(f.fonts.regular, size - 2, names.note, room));
  pin(f, row);
  if (r.first_of_group || r.id.kind == timeline::RowKind::Group) {
    fold_mark(f, row, r.id.kind == timeline::RowKind::Group);
  }
}

/// How an item of a row is filled.
StateLook look_of(const Frame& f, timeline::RowId row, const DrawItem& item) {
  const bool lane = row.kind == timeline::RowKind::Lane;
  if (lane && row.id == timeline::kUiLane) {
    const Detail task =
        item.count == 1 ? f.model(row.run).span({row.id, item.index}).detail : Detail::Frame;
    if (task == Detail::MainOnPage) return f.theme.of(ThreadState::Running);
    if (task == Detail::LongTask) {
      return {f.theme.muted, f.theme.muted, f.theme.background, f.theme.text, gfx::Pattern::Plain};
    }
    return {f.theme.frame, f.theme.frame, f.theme.background, f.theme.muted, gfx::Pattern::Plain};
  }
  const bool held = row.kind == timeline::RowKind::Lock && item.state == ThreadState::Running;
  if (held || (lane && row.id == timeline::kGilLane)) {
    const Color fill = f.theme.gil[item.count == 1 ? item.subject % 4 : 0];
    return {fill, fill, f.theme.gil_text, f.theme.text, gfx::Pattern::Plain};
  }
  return f.theme.of(item.state);
}

/// Longest first, empty when there is nothing to say.
std::string item_label(const Frame& f, timeline::RowId row, const DrawItem& item, bool brief) {
  const Model& model = f.model(row.run);
  if (row.kind != timeline::RowKind::Lock) return span_label(model, {row.id, item.index}, brief);
  const bool contended = item.state == ThreadState::Blocked;
  if (item.subject == kNoThread) return contended ? "waited for" : "in use";
  const std::string holder = short_name(model, item.subject);
  return brief || !contended ? holder : holder + ", others wait";
}

void caption(Frame& f, timeline::RowId row, const DrawItem& item, const StateLook& look,
             const Box& box) {
  const float x0 = std::max(box.x0, f.at.tracks_x0) + kLabelPad;
  const float room = std::min(box.x1, f.at.tracks_x1) - kLabelPad - x0;
  if (item.count != 1 || room < 22) return;
  const float size = kSmallSize;
  std::string words = item_label(f, row, item, false);
  if (text_width(f.fonts.bold, size, words) > room) {
    words = fitted(f.fonts.bold, size, item_label(f, row, item, true), room);
  }
  constexpr std::size_t kLeastLetters = 4;
  const bool gil = row.kind == timeline::RowKind::Lane && row.id == timeline::kGilLane;
  if (words.ends_with("…") && (words.size() < kLeastLetters + 3 || gil)) return;
  text(f.list, f.fonts.bold, size, x0, (box.y0 + box.y1) / 2, look.text, words);
}

bool caret_in(const Frame& f, timeline::RowId row, const DrawItem& item) {
  if (f.in.caret_line == 0 || item.count != 1 || row.kind != timeline::RowKind::Lane) return false;
  return row.id >= timeline::kFirstThreadLane &&
         f.model(row.run).has_line({row.id, item.index}, f.in.caret_line);
}

/// What is not meant by the search, or has nothing to do with the lit lock, steps back.
unsigned strength(const Frame& f, timeline::RowId row, const DrawItem& item) {
  constexpr unsigned kBack = 70;
  constexpr unsigned kFull = 255;
  const bool thread = row.kind == timeline::RowKind::Lane && row.id >= timeline::kFirstThreadLane;
  if (f.ui.lit != 0 && row.run == f.ui.lit_run) {
    if (row.kind == timeline::RowKind::Lock) return row.id == f.ui.lit ? kFull : kBack;
    if (!thread || item.count != 1) return kBack;
    return item.state == ThreadState::Blocked && item.subject == f.ui.lit ? kFull : kBack;
  }
  if (!f.ui.search.active() || row.run != 0 || f.ui.search.matches().empty()) return kFull;
  if (row.kind == timeline::RowKind::Lock) {
    return std::binary_search(f.ui.search.objects().begin(), f.ui.search.objects().end(), row.id)
               ? kFull
               : kBack;
  }
  if (!thread) return kBack;
  return f.ui.search.has_lane(row.id) || f.ui.search.has(row.id, item.index, item.count) ? kFull
                                                                                         : kBack;
}

/// Where the threads that have the lit lock have it.
void find_held(Frame& f) {
  f.work.held.clear();
  if (f.ui.lit == 0) return;
  f.ui.items.clear();
  timeline::fold_object(f.model(f.ui.lit_run), f.ui.lit, f.ui.scale, {}, f.ui.items);
  for (const DrawItem& item : f.ui.items) {
    if (item.count == 1 && item.subject != kNoThread) {
      f.work.held.push_back({item.subject, item.x0, item.x1});
    }
  }
}

void held_marks(Frame& f, timeline::RowId row, float y) {
  if (f.ui.lit == 0 || row.run != f.ui.lit_run || row.kind != timeline::RowKind::Lane) return;
  const ThreadId thread = f.model(row.run).lane(row.id).thread;
  if (row.id < timeline::kFirstThreadLane) return;
  for (const Worked::Held& held : f.work.held) {
    if (held.thread != thread) continue;
    f.list.AddRectFilled({f.at.tracks_x0 + held.x0, y - 2},
                         {f.at.tracks_x0 + std::max(held.x1, held.x0 + 2), y + 3}, f.theme.strong,
                         1);
  }
}

/// The bands of a collapsed group, folded anew where run, view or filter changed.
const std::vector<std::vector<DrawItem>>& bands_of(Frame& f, timeline::RowId row,
                                                   std::size_t most) {
  const Model& model = f.model(row.run);
  Worked::Bands* kept = nullptr;
  for (Worked::Bands& b : f.work.bands) {
    if (b.model == &model && b.group == row.id) kept = &b;
  }
  if (kept == nullptr) kept = &f.work.bands.emplace_back();
  const std::vector<LaneIndex>& lanes = f.work.runs[row.run].groups[row.id].lanes;
  const std::size_t count = std::min(most, lanes.size());
  if (kept->model == &model && kept->version == model.version() && kept->scale == f.ui.scale &&
      kept->filter == f.ui.filter && kept->bands.size() == count) {
    return kept->bands;
  }
  kept->model = &model;
  kept->version = model.version();
  kept->scale = f.ui.scale;
  kept->filter = f.ui.filter;
  kept->group = row.id;
  kept->bands = timeline::fold_bands(model, lanes, count, f.ui.scale, f.ui.filter);
  return kept->bands;
}

void outline(Frame& f, const Box& box, Color color, float thickness) {
  f.list.AddRect({box.x0 - 1, box.y0 - 1}, {box.x1 + 1, box.y1 + 1}, color, 3, 0, thickness);
}

void spans(Frame& f, timeline::RowId row, float top) {
  const bool lock = row.kind == timeline::RowKind::Lock;
  if (lock) {
    f.ui.items.clear();
    timeline::fold_object(f.model(row.run), row.id, f.ui.scale, {}, f.ui.items);
  } else {
    fold_for_picture(f, f.model(row.run), row.id, f.ui.scale);
  }
  const std::vector<DrawItem>& items = f.ui.items;
  const bool thin = lock || row.id == timeline::kUiLane || row.id == timeline::kGilLane;
  const float inset = thin ? 4.0f : 0.0f;
  const float y0 = top + (f.at.row - f.at.bar) / 2 + inset;
  const float y1 = y0 + f.at.bar - 2 * inset;
  const auto box_of = [&](const DrawItem& item) {
    const float gap = item.x1 - item.x0 > 4 ? 1.0f : 0.0f;
    return Box{f.at.tracks_x0 + item.x0, y0, f.at.tracks_x0 + item.x1 - gap, y1};
  };
  for (const DrawItem& item : items) {
    const float width = item.x1 - item.x0;
    f.paint.rect(box_of(item), look_of(f, row, item), width > 8 ? 2.5f : 0.0f,
                 strength(f, row, item));
  }
  f.counts.spans_drawn += items.size();
  for (const DrawItem& item : items) {
    const Box box = box_of(item);
    const bool one = item.count == 1;
    const bool over = row == f.ui.hovered_row &&
                      item.index == (lock ? f.ui.hovered_hold : f.ui.hovered.index) &&
                      (lock || f.ui.hovered);
    caption(f, row, item, look_of(f, row, item), box);
    if (caret_in(f, row, item))
      f.list.AddRectFilled({box.x0, box.y1 + 2}, {box.x1, box.y1 + 4}, f.theme.accent);
    const bool selected = !lock && row.run == 0 && SpanRef{row.id, item.index} == f.ui.selected;
    if (one && selected) outline(f, box, f.theme.strong, 2);
    if (one && over) outline(f, box, with_alpha(f.theme.strong, 160), 1.5f);
  }
  held_marks(f, row, y1);
}

/// A group as one row: its threads in as many bands as there is room for.
void group_spans(Frame& f, timeline::RowId row, float top) {
  const float y0 = top + (f.at.row - f.at.bar) / 2;
  const auto most = static_cast<std::size_t>(std::max(1.0f, f.at.bar / 2));
  const std::vector<std::vector<DrawItem>>& bands = bands_of(f, row, most);
  const float pitch = f.at.bar / static_cast<float>(bands.size());
  const float gap = pitch >= 4 ? 1.0f : 0.0f;
  float y = y0;
  for (const std::vector<DrawItem>& band : bands) {
    for (const DrawItem& item : band) {
      f.paint.rect({f.at.tracks_x0 + item.x0, y, f.at.tracks_x0 + item.x1, y + pitch - gap},
                   f.theme.of(item.state).fill);
    }
    f.counts.spans_drawn += band.size();
    y += pitch;
  }
}

/// "This run · real threads · GIL off": the heading of one of two.
void heading(Frame& f, std::uint8_t run, float top) {
  const Model& model = f.model(run);
  const Box& b = f.at.lanes;
  const float middle = top + f.at.heading / 2;
  f.list.AddRectFilled({b.x0, top}, {b.x1, top + f.at.heading}, f.theme.bar);
  const std::string_view name = run == 0 ? "This run" : "Kept run";
  text(f.list, f.fonts.bold, 12.5f, b.x0 + 12, middle, f.theme.strong, name);
  const float x = f.at.tracks_x0;
  const std::string words =
      timeline::format_duration(model.end()) + " · " + timeline::settings_in_words(model.run());
  text(f.list, f.fonts.regular, 12, x, middle, f.theme.text,
       fitted(f.fonts.regular, 12, words, b.x1 - x - 12));
}

void row(Frame& f, std::uint32_t n) {
  const timeline::Row& r = f.rows().rows()[n];
  const Box& b = f.at.lanes;
  const float top = f.row_top(n);
  if (r.id.kind == timeline::RowKind::Heading) return heading(f, r.id.run, top);
  if (r.pinned) f.list.AddRectFilled({b.x0, top}, {b.x1, top + r.height}, f.theme.background);
  if (r.id == f.ui.hovered_row) {
    f.list.AddRectFilled({b.x0, top}, {b.x1, top + r.height}, with_alpha(f.theme.strong, 8));
  }
  f.list.AddLine({b.x0, top + r.height}, {b.x1, top + r.height}, f.theme.line);
  label(f, n, top);
  f.list.ChannelsSetCurrent(kOver);
  f.list.PushClipRect({f.at.tracks_x0, b.y0}, {f.at.tracks_x1, b.y1}, true);
  if (r.id.kind == timeline::RowKind::Group) {
    group_spans(f, r.id, top);
  } else {
    spans(f, r.id, top);
    draw_calls(f, n);
  }
  f.list.PopClipRect();
  f.list.ChannelsSetCurrent(kUnder);
}

/// The rectangles of the rows since the last call, between what is under them and what is over.
void flush_spans(Frame& f) {
  f.list.ChannelsSetCurrent(kSpans);
  f.list.PushClipRect({f.at.tracks_x0, f.at.lanes.y0}, {f.at.tracks_x1, f.at.lanes.y1}, true);
  f.paint.flush(f.list);
  f.list.PopClipRect();
  f.list.ChannelsSetCurrent(kUnder);
}

void rows(Frame& f) {
  const Box& b = f.at.lanes;
  find_held(f);
  f.list.ChannelsSplit(kChannels);
  const float top = f.scrolled_top();
  f.list.PushClipRect({b.x0, top}, {b.x1, b.y1}, true);
  const float from = top - (b.y0 + f.rows().pinned_height()) + f.ui.lanes_scroll;
  for (std::uint32_t n = f.rows().first_below(from); n < f.rows().size(); ++n) {
    if (f.row_top(n) > b.y1) break;
    row(f, n);
  }
  flush_spans(f);
  f.list.PopClipRect();
  for (std::uint32_t n = 0; n < f.rows().pinned_count(); ++n) row(f, n);
  flush_spans(f);
  f.list.ChannelsMerge();
  if (f.rows().pinned_count() > 0) {
    f.list.AddLine({b.x0, top}, {b.x1, top}, f.theme.line_strong, 2);
  }
}

void scroll_bar(Frame& f) {
  const bool one = !f.at.scrolled.empty();
  const Box& b = one ? f.at.scrolled : f.at.lanes;
  const float all = one ? f.at.scrolled_height : f.rows().height();
  if (all <= b.height()) return;
  const float part = b.height() / all;
  const float y = b.y0 + (one ? f.ui.page_scroll : f.ui.lanes_scroll) * part;
  f.list.AddRectFilled({b.x1 - 6, y}, {b.x1 - 2, y + b.height() * part}, f.theme.line_strong, 2);
}

void invitation(Frame& f) {
  const Box& b = f.at.lanes;
  const std::string_view words =
      f.live() ? "Starting…" : "Press Run: every thread gets a lane here.";
  const float width = text_width(f.fonts.regular, 14, words);
  text(f.list, f.fonts.regular, 14, std::max(b.x0 + 12, (b.x0 + b.x1 - width) / 2),
       (b.y0 + b.y1) / 2, f.theme.muted, words);
}

}  // namespace

std::string short_name(const Model& model, ThreadId thread) {
  std::string name = model.thread_name(thread);
  const std::size_t at = name.find(" (");
  if (at != std::string::npos && at > 0 && name.ends_with(")")) name.resize(at);
  return name;
}

std::uint32_t lane_count(const Snapshot& in) {
  return in.model == nullptr ? 0 : in.model->lane_count();
}

LaneIndex first_lane(const Model& model) {
  const bool simulated = model.run().mode == trace::RunMode::Simulated;
  return simulated ? timeline::kGilLane : timeline::kUiLane;
}

Box pin_box(const Frame& f, std::uint32_t row) {
  const float middle = f.row_top(row) + f.at.row / 2;
  return {f.at.tracks_x0 - 24, middle - 14, f.at.tracks_x0 - 4, middle + 14};
}

Box fold_box(const Frame& f, std::uint32_t row) {
  const float middle = f.row_top(row) + f.at.row / 2 - 6.5f;
  return {f.at.canvas.x0, middle - 9, f.at.canvas.x0 + 12, middle + 9};
}

Tick Frame::moment() const {
  if (in.model == nullptr) return 0;
  if (ui.playhead && !(live() && ui.follow)) return *ui.playhead;
  return in.model->end();
}

void fold_for_picture(Frame& f, const Model& model, LaneIndex lane, const timeline::Scale& scale) {
  timeline::FoldOptions options;
  options.states = lane < timeline::kFirstThreadLane ? timeline::kAllStates : f.ui.filter;
  std::vector<DrawItem>& items = f.ui.items;
  items.clear();
  timeline::fold_lane(model, lane, scale, options, items);
  // A long span which very short ones joined at its end keeps its own colour; they get the last two
  // pixels.
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].count < 2 || items[i].x1 - items[i].x0 < 3 * options.min_pixels) continue;
    const Span span = model.span({lane, items[i].index});
    const auto end = static_cast<float>(scale.x(static_cast<double>(span.end)));
    const float rest = items[i].x1 - std::max(end, items[i].x0);
    if (rest > 2 * options.min_pixels) continue;
    DrawItem crumbs = items[i];
    crumbs.x0 = crumbs.x1 - options.min_pixels;
    --crumbs.count;
    ++crumbs.index;
    items[i].x1 = crumbs.x0;
    items[i].state = span.state;
    items[i].subject = span.subject;
    items[i].count = 1;
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(++i), crumbs);
  }
}

std::string span_label(const Model& model, SpanRef ref, bool brief) {
  const Span span = model.span(ref);
  const std::string length = timeline::format_duration(span.length());
  if (ref.lane == timeline::kGilLane) return short_name(model, span.subject);
  switch (span.state) {
    case ThreadState::Running: {
      if (span.detail == Detail::Collect) return "collecting garbage";
      if (span.detail == Detail::Frame) return "";
      if (span.detail == Detail::LongTask) return brief ? "long task" : "long task " + length;
      if (span.detail == Detail::MainOnPage) {
        return brief ? "frozen" : "frozen " + length + ": MainThread runs here";
      }
      const std::string name = model.function_name(span.subject);
      return brief || name.empty() ? name : name + " " + length;
    }
    case ThreadState::WaitingGil: return "";
    case ThreadState::Blocked:
      if (span.detail == Detail::Collect) return "collection";
      return brief ? model.object_name(span.subject)
                   : "waiting for " + model.object_name(span.subject);
    case ThreadState::SleepingIo: {
      if (span.detail == Detail::Join) {
        const std::string what = "join(" + short_name(model, span.subject) + ")";
        return brief ? "join" : what + " " + length;
      }
      if (span.detail == Detail::Io) return brief ? "I/O" : model.function_name(span.subject);
      return brief ? "sleep" : "sleep " + length;
    }
    case ThreadState::Native: {
      std::string name = model.function_name(span.subject);
      if (brief || model.run().gil == trace::GilSetting::Off) return name;
      return name + ", GIL released";
    }
    case ThreadState::Ready: return brief ? "ready" : "ready, no core";
    default: return "";
  }
}

void draw_lanes(Frame& f) {
  const Box& b = f.at.lanes;
  if (b.empty()) return;
  f.list.AddLine({b.x0, b.y0}, {b.x1, b.y0}, f.theme.line);
  if (f.rows().size() == 0) return invitation(f);
  f.list.PushClipRect({b.x0, b.y0}, {b.x1, b.y1}, true);
  rows(f);
  draw_arrows(f);
  f.list.PopClipRect();
  scroll_bar(f);
}

}  // namespace interleave::ui
