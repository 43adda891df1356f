// The lanes: the browser's own thread, the GIL by holder, then every Python thread in order of
// birth.
#include <algorithm>
#include <cmath>
#include <cstdio>

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

/// "crunch · line 7", "joining Thread-1", "asleep · line 12": what the thread does at the moment
/// shown.
std::string thread_note(const Frame& f, LaneIndex lane) {
  const Model& model = *f.in.model;
  const Tick now = f.moment();
  if (!f.live() && now >= model.end() && model.lane(lane).finished != kForever) return "finished";
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
std::string frames_note(const Frame& f) {
  const Model& model = *f.in.model;
  const timeline::Track& track = model.track(timeline::kUiLane);
  const Tick end = f.moment();
  const Tick begin = end > kRecently ? end - kRecently : 0;
  const std::uint32_t count = track.first_ending_after(end) - track.first_ending_after(begin);
  if (count == 0 || end == begin) return "main thread";
  char text[48];
  const double rate = static_cast<double>(count) * 1e9 / static_cast<double>(end - begin);
  std::snprintf(text, sizeof(text), "main thread · %.0f fps", rate);
  return text;
}

std::string gil_note(const Frame& f) {
  if (f.in.model->run().gil == trace::GilSetting::Off) return "switched off";
  if (!f.live() && !f.ui.playhead) {
    const std::uint64_t count = f.in.model->totals().handoffs;
    return std::to_string(count) + (count == 1 ? " hand-off" : " hand-offs");
  }
  const timeline::ObjectMoment moment = f.in.model->gil_at(f.moment());
  if (moment.holders.empty()) return "held by nobody";
  return "held by " + short_name(*f.in.model, moment.holders.front().thread);
}

void label(Frame& f, LaneIndex lane, float top) {
  const timeline::Lane& info = f.in.model->lane(lane);
  const float x = f.at.canvas.x0 + 12;
  const float room = f.at.tracks_x0 - x - 8;
  const float size = f.at.narrow ? 12.0f : 12.5f;
  std::string note;
  if (info.kind == timeline::LaneKind::Ui) note = frames_note(f);
  if (info.kind == timeline::LaneKind::Gil) note = gil_note(f);
  if (info.kind == timeline::LaneKind::Thread) note = thread_note(f, lane);
  const std::string name =
      info.kind == timeline::LaneKind::Thread ? short_name(*f.in.model, info.thread) : info.name;
  if (info.daemon) note = note.empty() ? "daemon" : "daemon · " + note;
  const float middle = top + f.at.row / 2;
  text(f.list, f.fonts.bold, size, x, middle - 6.5f, f.theme.text,
       fitted(f.fonts.bold, size, name, room));
  text(f.list, f.fonts.regular, size - 2, x, middle + 7.5f, f.theme.muted,
       fitted(f.fonts.regular, size - 2, note, room));
}

/// How an item of a lane is filled.
StateLook look_of(const Frame& f, LaneIndex lane, const DrawItem& item) {
  if (lane == timeline::kUiLane) {
    return {f.theme.frame, f.theme.frame, f.theme.background, f.theme.muted, gfx::Pattern::Plain};
  }
  if (lane == timeline::kGilLane) {
    const Color fill = f.theme.gil[item.count == 1 ? item.subject % 4 : 0];
    return {fill, fill, f.theme.gil_text, f.theme.text, gfx::Pattern::Plain};
  }
  return f.theme.of(item.state);
}

void caption(Frame& f, LaneIndex lane, const DrawItem& item, const StateLook& look,
             const Box& box) {
  const float x0 = std::max(box.x0, f.at.tracks_x0) + kLabelPad;
  const float room = std::min(box.x1, f.at.tracks_x1) - kLabelPad - x0;
  if (item.count != 1 || room < 22) return;
  const SpanRef ref{lane, item.index};
  const float size = kSmallSize;
  std::string words = span_label(*f.in.model, ref, false);
  if (text_width(f.fonts.bold, size, words) > room) {
    words = fitted(f.fonts.bold, size, span_label(*f.in.model, ref, true), room);
  }
  constexpr std::size_t kLeastLetters = 4;
  if (words.ends_with("…") && (words.size() < kLeastLetters + 3 || lane == timeline::kGilLane))
    return;
  text(f.list, f.fonts.bold, size, x0, (box.y0 + box.y1) / 2, look.text, words);
}

bool caret_in(const Frame& f, LaneIndex lane, const DrawItem& item) {
  if (f.in.caret_line == 0 || item.count != 1 || lane < timeline::kFirstThreadLane) return false;
  const Span span = f.in.model->span({lane, item.index});
  return span.line_begin == f.in.caret_line || span.line_end == f.in.caret_line;
}

void outline(Frame& f, const Box& box, Color color, float thickness) {
  f.list.AddRect({box.x0 - 1, box.y0 - 1}, {box.x1 + 1, box.y1 + 1}, color, 3, 0, thickness);
}

void spans(Frame& f, LaneIndex lane, float top) {
  fold_for_picture(f, lane, f.ui.scale);
  const std::vector<DrawItem>& items = f.ui.items;
  const float inset = lane == timeline::kUiLane || lane == timeline::kGilLane ? 4.0f : 0.0f;
  const float y0 = top + (f.at.row - f.at.bar) / 2 + inset;
  const float y1 = y0 + f.at.bar - 2 * inset;
  const auto box_of = [&](const DrawItem& item) {
    const float gap = item.x1 - item.x0 > 4 ? 1.0f : 0.0f;
    return Box{f.at.tracks_x0 + item.x0, y0, f.at.tracks_x0 + item.x1 - gap, y1};
  };
  for (const DrawItem& item : items) {
    const float width = item.x1 - item.x0;
    f.paint.rect(box_of(item), look_of(f, lane, item), width > 8 ? 2.5f : 0.0f);
  }
  f.paint.flush(f.list);
  f.counts.spans_drawn += items.size();
  for (const DrawItem& item : items) {
    const Box box = box_of(item);
    const SpanRef ref{lane, item.index};
    if (lane != timeline::kUiLane) caption(f, lane, item, look_of(f, lane, item), box);
    if (caret_in(f, lane, item))
      f.list.AddRectFilled({box.x0, box.y1 + 2}, {box.x1, box.y1 + 4}, f.theme.accent);
    if (item.count == 1 && ref == f.ui.selected) outline(f, box, f.theme.strong, 2);
    if (item.count == 1 && ref == f.ui.hovered)
      outline(f, box, with_alpha(f.theme.strong, 160), 1.5f);
  }
}

void rows(Frame& f) {
  const Box& b = f.at.lanes;
  for (LaneIndex lane = first_lane(f.in); lane < f.in.model->lane_count(); ++lane) {
    const float top = f.row_top(lane);
    if (top + f.at.row < b.y0 || top > b.y1) continue;
    if (lane == f.ui.hovered_lane) {
      f.list.AddRectFilled({b.x0, top}, {b.x1, top + f.at.row}, with_alpha(f.theme.strong, 8));
    }
    f.list.AddLine({b.x0, top + f.at.row}, {b.x1, top + f.at.row}, f.theme.line);
    label(f, lane, top);
    f.list.PushClipRect({f.at.tracks_x0, b.y0}, {f.at.tracks_x1, b.y1}, true);
    spans(f, lane, top);
    f.list.PopClipRect();
  }
}

void scroll_bar(Frame& f) {
  const bool one = !f.at.scrolled.empty();
  const Box& b = one ? f.at.scrolled : f.at.lanes;
  const float all = one ? f.at.scrolled_height : f.at.row * static_cast<float>(row_count(f.in));
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

LaneIndex first_lane(const Snapshot& in) {
  const bool simulated = in.model != nullptr && in.model->run().mode == trace::RunMode::Simulated;
  return simulated ? timeline::kGilLane : timeline::kUiLane;
}

std::uint32_t row_count(const Snapshot& in) {
  const std::uint32_t lanes = lane_count(in);
  return lanes == 0 ? 0 : lanes - first_lane(in);
}

Tick Frame::moment() const {
  if (in.model == nullptr) return 0;
  if (ui.playhead && !(live() && ui.follow)) return *ui.playhead;
  return in.model->end();
}

float Frame::row_top(LaneIndex lane) const {
  return at.lanes.y0 + at.row * static_cast<float>(lane - first_lane(in)) - ui.lanes_scroll;
}

void fold_for_picture(Frame& f, LaneIndex lane, const timeline::Scale& scale) {
  timeline::FoldOptions options;
  options.states = lane < timeline::kFirstThreadLane ? timeline::kAllStates : f.ui.filter;
  std::vector<DrawItem>& items = f.ui.items;
  items.clear();
  timeline::fold_lane(*f.in.model, lane, scale, options, items);
  // A long span which very short ones joined at its end keeps its own colour; they get the last two
  // pixels.
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (items[i].count < 2) continue;
    const Span span = f.in.model->span({lane, items[i].index});
    const auto end = static_cast<float>(scale.x(static_cast<double>(span.end)));
    const float rest = items[i].x1 - std::max(end, items[i].x0);
    if (rest > 2 * options.min_pixels || items[i].x1 - items[i].x0 < 3 * options.min_pixels)
      continue;
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
  if (lane_count(f.in) <= timeline::kFirstThreadLane) return invitation(f);
  f.list.PushClipRect({b.x0, b.y0}, {b.x1, b.y1}, true);
  rows(f);
  draw_arrows(f);
  f.list.PopClipRect();
  scroll_bar(f);
}

}  // namespace interleave::ui
