#include "timeline/lod.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <span>

namespace interleave::timeline {
namespace {

constexpr ThreadState kByContention[] = {ThreadState::Blocked, ThreadState::WaitingGil,
                                         ThreadState::Ready,   ThreadState::Running,
                                         ThreadState::Native,  ThreadState::SleepingIo};

/// Folds one track from left to right.
class Folder {
 public:
  Folder(const Scale& scale, const FoldOptions& options, std::vector<DrawItem>& out)
      : scale_(scale),
        options_(options),
        out_(out),
        first_item_(out.size()),
        cell_(std::max(1.0, static_cast<double>(options.min_pixels) * scale.ns_per_pixel())) {}

  void fold(const Track& track);
  /// A span that is not in the track, later than all of it.
  void add_single(const Span& span, std::uint32_t index);

 private:
  std::uint32_t fold_groups(const Track& track, std::uint32_t first);
  std::uint32_t fold_block(const Track& track, std::uint32_t first);
  ThreadState block_state(const Track& track, std::uint32_t first, std::uint32_t last,
                          StateMask mask) const;
  void push(DrawItem item, double x0, double x1, StateMask mask);
  /// Cells lie on a grid of absolute time, so that blocks stay what they are while the view is
  /// panned.
  Tick cell_end(Tick start) const {
    const double edge = (std::floor(static_cast<double>(start) / cell_) + 1) * cell_;
    return std::max(static_cast<Tick>(std::ceil(edge)), start + 1);
  }
  bool wide(Tick start, Tick end) const { return static_cast<double>(end - start) >= cell_; }

  const Scale& scale_;
  const FoldOptions& options_;
  std::vector<DrawItem>& out_;
  const std::size_t first_item_;
  const double cell_;        // ns that make min_pixels
  double right_ = -2;        // right edge of the last item
  StateMask last_mask_ = 0;  // states in it
};

void Folder::push(DrawItem item, double x0, double x1, StateMask mask) {
  const double least = options_.min_pixels;
  const bool any = out_.size() > first_item_;
  DrawItem* last = any ? &out_.back() : nullptr;
  x0 = std::max(x0, right_);
  x1 = std::min(x1, scale_.width() + 1);
  if (last != nullptr && x1 - x0 < least / 2 && x0 - right_ < least) {
    // Crowded out by what was widened before it: it joins that block.
    last_mask_ |= mask;
    const bool contended = (last_mask_ & kContendedStates) != 0;
    last->state = contended ? most_contended(last_mask_) : last->state;
    last->count += item.count;
    return;
  }
  const bool block = item.count > 1;
  if (block && last != nullptr && last->count > 1 && last->state == item.state &&
      x0 - right_ < 0.5 && x1 - static_cast<double>(last->x0) <= options_.block_pixels) {
    last->count += item.count;
    last->x1 = static_cast<float>(x1);
    last_mask_ |= mask;
    right_ = x1;
    return;
  }
  x1 = std::max(x1, x0 + least);
  item.x0 = static_cast<float>(x0);
  item.x1 = static_cast<float>(x1);
  right_ = x1;
  last_mask_ = mask;
  out_.push_back(item);
}

void Folder::add_single(const Span& span, std::uint32_t index) {
  const StateMask mask = mask_of(span.state);
  if ((mask & options_.states) == 0 || span.end <= span.start) return;
  const double x0 = std::max(-1.0, scale_.x(static_cast<double>(span.start)));
  const double x1 = scale_.x(static_cast<double>(span.end));
  if (x1 < 0 || x0 > scale_.width()) return;
  DrawItem item;
  item.state = span.state;
  item.flags = span.flags;
  item.index = index;
  item.subject = span.subject;
  push(item, x0, x1, mask);
}

ThreadState Folder::block_state(const Track& track, std::uint32_t first, std::uint32_t last,
                                StateMask mask) const {
  if ((mask & kContendedStates) != 0 || std::has_single_bit(mask)) return most_contended(mask);
  const StateTimes times = track.times(track.at(first).start(), track.at(last - 1).end());
  ThreadState longest = most_contended(mask);
  for (const ThreadState state : kByContention) {
    if ((mask & mask_of(state)) != 0 && times[state] > times[longest]) longest = state;
  }
  return longest;
}

/// Many spans to a pixel: folds whole groups, the one across the cell's edge included, by their
/// summaries and hardly a look at the spans themselves. Answers the first span after them; `first`
/// if some could be seen by themselves, or the block became twice as wide as a cell.
std::uint32_t Folder::fold_groups(const Track& track, std::uint32_t first) {
  const std::uint32_t group = first / Track::kGroup;
  const bool whole = first % Track::kGroup == 0;
  const Tick start = whole ? track.group_start(group) : track.at(first).start();
  const Tick boundary = cell_end(start);
  const std::uint32_t next = track.first_group_from(boundary, group + 1);
  const std::uint32_t last = std::min(next * Track::kGroup, track.size());
  const auto furthest = static_cast<double>(boundary) + cell_;
  // The end is where the next group starts, unless there is a gap between.
  Tick end = next < track.group_count() ? track.group_start(next) : kForever;
  if (static_cast<double>(end) > furthest) end = track.at(last - 1).end();
  if (static_cast<double>(end) > furthest) return first;
  const Track::GroupSummary summary = track.summary(group, next);
  if (static_cast<double>(summary.longest) >= cell_) return first;
  const StateMask states = whole ? summary.states : track.states(first, last);
  const auto mask = static_cast<StateMask>(states & options_.states);
  if (mask == 0) return last;
  DrawItem item;
  item.state = block_state(track, first, last, mask);
  item.count = last - first;
  item.index = first;
  if (item.count == 1) {
    add_single(track[first], first);
    return last;
  }
  push(item, std::max(-1.0, scale_.x(static_cast<double>(start))),
       scale_.x(static_cast<double>(end)), mask);
  return last;
}

std::uint32_t Folder::fold_block(const Track& track, std::uint32_t first) {
  const Tick start = track.at(first).start();
  const Tick boundary = cell_end(start);
  std::uint32_t last = track.first_ending_after(boundary, first);
  // The one across the edge belongs to the block too, unless it can be seen by itself.
  if (last < track.size() && track.at(last).start() < boundary &&
      !wide(track.at(last).start(), track.at(last).end())) {
    ++last;
  }
  last = std::max(last, first + 1);
  const auto mask = static_cast<StateMask>(track.states(first, last) & options_.states);
  if (mask == 0) return last;
  if (last == first + 1) {
    add_single(track[first], first);
    return last;
  }
  DrawItem item;
  item.state = block_state(track, first, last, mask);
  item.count = last - first;
  item.index = first;
  push(item, std::max(-1.0, scale_.x(static_cast<double>(start))),
       scale_.x(static_cast<double>(track.at(last - 1).end())), mask);
  return last;
}

void Folder::fold(const Track& track) {
  const Tick t0 = scale_.tick(0);
  const double t1 = scale_.t1();
  std::uint32_t i = track.first_ending_after(t0);
  std::uint32_t failed = Track::kNone;
  while (i < track.size()) {
    const std::uint32_t group = i / Track::kGroup;
    if (static_cast<double>(track.group_start(group)) >= t1) return;
    // Where it failed, it fails for the rest of the group too.
    const std::uint32_t next = group == failed ? i : fold_groups(track, i);
    if (next != i) {
      i = next;
      continue;
    }
    failed = group;
    const Track::Bounds span = track.at(i);
    if (static_cast<double>(span.start()) >= t1) return;
    if (wide(span.start(), span.end())) {
      add_single(track[i], i);
      ++i;
    } else {
      i = fold_block(track, i);
    }
  }
}

}  // namespace

ThreadState most_contended(StateMask states) {
  for (const ThreadState state : kByContention) {
    if ((states & mask_of(state)) != 0) return state;
  }
  return ThreadState::NotStarted;
}

void fold_lane(const Model& model, LaneIndex lane, const Scale& scale, const FoldOptions& options,
               std::vector<DrawItem>& out) {
  const Track& track = model.track(lane);
  Folder folder(scale, options, out);
  folder.fold(track);
  if (model.span_count(lane) > track.size()) {
    folder.add_single(model.span({lane, track.size()}), track.size());
  }
}

void fold_object(const Model& model, ObjectId object, const Scale& scale,
                 const FoldOptions& options, std::vector<DrawItem>& out) {
  const Track* track = model.object_track(object);
  if (track == nullptr) return;
  Folder folder(scale, options, out);
  folder.fold(*track);
  std::uint32_t index = track->size();
  for (const Span& span : model.open_holds(object)) folder.add_single(span, index++);
}

}  // namespace interleave::timeline
