#include "timeline/model.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace interleave::timeline {

using trace::Event;
using trace::EventKind;
using trace::ObjectKind;

namespace {

/// Keeps a vector in order of `key` when what is added belongs near its end.
template <class T, class Key>
void insert_sorted(std::vector<T>& items, T item, Key key) {
  auto place = items.end();
  while (place != items.begin() && key(*(place - 1)) > key(item)) --place;
  items.insert(place, std::move(item));
}

Span to_span(const trace::StateSpan& from) {
  Span span;
  span.start = from.start;
  span.end = from.end;
  span.state = from.state;
  span.detail = from.detail;
  span.flags = static_cast<std::uint8_t>(
      (from.forced ? kSpanForced : 0) | (from.timed_out ? kSpanTimedOut : 0) |
      (from.failed ? kSpanFailed : 0) | (from.cut_off ? kSpanCutOff : 0));
  span.subject = from.subject;
  span.other = from.other;
  span.line_begin = from.line_begin;
  span.line_end = from.line_end;
  return span;
}

bool one_owns(ObjectKind kind) {
  return kind == ObjectKind::Lock || kind == ObjectKind::RLock || kind == ObjectKind::Other;
}

}  // namespace

/// What is kept per lane beside what Lane shows.
struct Model::Source {
  struct WakeNote {
    Tick at;
    ThreadId waker;
    std::uint32_t line;
  };
  struct PlaceNote {
    Tick at;
    Place place;
  };

  Source(LaneIndex index, const trace::Ring* ring, ThreadId thread, bool has_gil)
      : lane(index), tracker(thread, has_gil) {
    if (ring != nullptr) cursor.emplace(*ring);
  }

  const LaneIndex lane;
  std::optional<trace::RingCursor> cursor;
  std::span<const Event> piece;  // read from the ring, not yet taken
  std::uint64_t due = 0;         // events beyond `piece` that belong to this update
  trace::StateTracker tracker;
  Track track;
  std::vector<WakeNote> wakes;  // of this thread by others
  std::vector<PlaceNote> places;
  ObjectId waits_for = 0;  // between BlockBegin and BlockEnd
  bool has_gil = false;
  Span gil;  // the hold under way, while has_gil
};

/// A unit of a semaphore in somebody's hands.
struct Model::Hold {
  ThreadId thread = kNoThread;
  Tick start = 0;
  Tick end = kForever;
  std::uint32_t line = 0;
};

struct Model::ObjectState {
  bool exclusive = true;
  bool owned = false;             // some acquisition was seen
  Track track;                    // exclusive: holds that are over
  std::optional<Hold> open;       // exclusive: the hold under way
  Tick contended = kForever;      // … since when others wait
  std::vector<Hold> units;        // not exclusive, by start
  std::uint32_t taken = 0;        // … how many of them are not over
  std::optional<Span> level;      // … the span of the lane under way
  std::vector<ThreadId> waiting;  // at the point reached in the trace
};

Model::Model(const trace::Recorder& recorder) : recorder_(&recorder) {
  run_ = recorder.info();
  lanes_.resize(kFirstThreadLane);
  lanes_[kUiLane].kind = LaneKind::Ui;
  lanes_[kUiLane].thread = trace::kUiThread;
  lanes_[kUiLane].name = "Browser UI";
  lanes_[kGilLane].kind = LaneKind::Gil;
  lanes_[kGilLane].name = "GIL";
  for (LaneIndex lane = 0; lane < kFirstThreadLane; ++lane) {
    sources_.push_back(std::make_unique<Source>(lane, nullptr, lanes_[lane].thread, false));
  }
  lane_of_[trace::kUiThread] = kUiLane;
}

Model::~Model() = default;

// --- Reading ---

void Model::detach() {
  recorder_ = nullptr;
  for (const auto& source : sources_) {
    source->cursor.reset();
    source->piece = {};
  }
}

bool Model::update(Tick now, std::size_t max_events) {
  if (recorder_ == nullptr) return false;
  const bool names = read_tables();
  const bool events = merge(max_events);
  const Tick before = end_;
  end_ = std::max(end_, last_event_);
  if (live()) {
    end_ = std::max(end_, std::min(now, trace::kMaxTick));
  } else {
    // The clock of the page may have run ahead of the end.
    end_ = std::max(run_.end, last_event_);
  }
  if (!live() && !events) shrink();
  const bool changed = names || events || end_ != before;
  if (changed) ++version_;
  return changed;
}

/// Once: nothing is added any more.
void Model::shrink() {
  if (std::exchange(shrunk_, true)) return;
  for (const auto& source : sources_) {
    source->track.shrink();
    source->wakes.shrink_to_fit();
    source->places.shrink_to_fit();
  }
  for (const auto& [id, state] : objects_) {
    state->track.shrink();
    state->units.shrink_to_fit();
  }
}

bool Model::read_tables() {
  if (!recorder_->tables_changed(cursor_)) return false;
  trace::TableDelta delta;
  if (!recorder_->try_read_tables(cursor_, delta)) return false;
  run_ = delta.info;
  for (const trace::TableChange& change : delta.changes) tables_.apply(change);
  for (const trace::Ring* ring : delta.rings) add_ring(ring);
  refresh_names();
  return true;
}

void Model::add_ring(const trace::Ring* ring) {
  const ThreadId thread = ring->thread();
  if (thread == kNoThread) return;  // shared by those that keep nothing
  if (thread == trace::kUiThread) {
    sources_[kUiLane]->cursor.emplace(*ring);
    return;
  }
  const auto index = static_cast<LaneIndex>(lanes_.size());
  Lane lane;
  lane.thread = thread;
  const auto spawned = spawned_.find(thread);
  if (spawned != spawned_.end()) lane.born = spawned->second;
  lanes_.push_back(std::move(lane));
  lane_of_[thread] = index;
  sources_.push_back(
      std::make_unique<Source>(index, ring, thread, run_.gil != trace::GilSetting::Off));
}

void Model::refresh_names() {
  for (Lane& lane : lanes_) {
    if (lane.kind != LaneKind::Thread) continue;
    const trace::ThreadInfo* info = tables_.thread(lane.thread);
    if (info == nullptr) continue;
    lane.name = info->name.empty() ? "thread " + std::to_string(lane.thread) : info->name;
    lane.daemon = info->daemon;
    lane.parent = info->parent;
  }
}

bool Model::merge(std::size_t max_events) {
  struct Head {
    Tick time;
    LaneIndex lane;
    bool operator>(const Head& other) const {
      return time != other.time ? time > other.time : lane > other.lane;
    }
  };
  const auto refill = [](Source& source) {
    if (!source.piece.empty()) return true;
    if (source.due == 0) return false;
    source.piece = source.cursor->next();
    // The writer may have gone on meanwhile: that is taken too, but only up to here, or a fast
    // writer could keep this loop busy for ever.
    source.due -= std::min<std::uint64_t>(source.due, source.piece.size());
    return !source.piece.empty();
  };
  std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
  for (const auto& source : sources_) {
    if (!source->cursor) continue;
    lanes_[source->lane].dropped = source->cursor->ring().dropped();
    source->due = source->cursor->ring().size() - source->cursor->seen();
    if (refill(*source)) heads.push({source->piece.front().time(), source->lane});
  }
  bool any = false;
  while (!heads.empty() && max_events > 0) {
    Source& source = *sources_[heads.top().lane];
    heads.pop();
    any = true;
    do {
      const Event event = source.piece.front();
      source.piece = source.piece.subspan(1);
      take(source, event);
      --max_events;
    } while (refill(source) && max_events > 0 &&
             (heads.empty() || !(Head{source.piece.front().time(), source.lane} > heads.top())));
    if (!source.piece.empty()) heads.push({source.piece.front().time(), source.lane});
  }
  return any;
}

void Model::take(Source& source, const Event& event) {
  if (source.lane != kUiLane) ++events_;
  last_event_ = std::max(last_event_, event.time());
  trace::StateSpan closed;
  if (source.tracker.feed(event, closed)) {
    source.track.append(to_span(closed));
    if (closed.detail == Detail::Join && !closed.timed_out && !closed.cut_off) {
      joins_.push_back({source.lane, source.track.size() - 1});
    }
  }
  switch (event.kind()) {
    case EventKind::ThreadStart:
    case EventKind::ThreadEnd:
    case EventKind::Spawn:
    case EventKind::Line: take_lane(source, event); break;
    case EventKind::GilTake:
    case EventKind::GilDrop: take_gil(source, event); break;
    case EventKind::BlockBegin:
    case EventKind::BlockEnd: take_object(source, event); break;
    case EventKind::LockAcquire: take_acquire(source, event); break;
    case EventKind::LockRelease: take_release(source, event); break;
    case EventKind::Wake: take_wake(source, event); break;
    default: break;
  }
}

void Model::take_lane(Source& source, const Event& event) {
  Lane& lane = lanes_[source.lane];
  switch (event.kind()) {
    case EventKind::ThreadStart:
      lane.started = event.time();
      if (lane.parent == kNoThread) lane.parent = event.a;
      break;
    case EventKind::ThreadEnd:
      lane.finished = event.time();
      lane.end_status = event.end_status();
      if (source.has_gil) close_gil(source, event.time(), event.line());
      break;
    case EventKind::Spawn: {
      const auto child = lane_of_.find(event.a);
      if (child != lane_of_.end()) {
        lanes_[child->second].born = event.time();
      } else {
        spawned_[event.a] = event.time();
      }
      break;
    }
    default:
      if (event.is_outer_frame()) break;
      source.places.push_back({event.time(), {event.a, event.line()}});
      break;
  }
}

// --- The GIL ---

void Model::close_gil(Source& source, Tick end, std::uint32_t line) {
  source.has_gil = false;
  Span& hold = source.gil;
  hold.end = end;
  if (line != 0) hold.line_end = line;
  if (hold.end > hold.start) sources_[kGilLane]->track.insert(hold);
}

void Model::take_gil(Source& source, const Event& event) {
  if (event.kind() == EventKind::GilDrop) {
    if (source.has_gil) close_gil(source, event.time(), event.line());
    return;
  }
  const ThreadId thread = lanes_[source.lane].thread;
  const bool forced = (event.flags() & trace::kForced) != 0;
  if (event.a != kNoThread && event.a != thread) {
    ++handoffs_;
    if (forced) ++forced_;
  }
  if (source.has_gil) close_gil(source, event.time(), 0);
  source.has_gil = true;
  source.gil = Span{};
  source.gil.start = event.time();
  source.gil.state = ThreadState::Running;
  source.gil.flags = forced ? kSpanForced : 0;
  source.gil.subject = thread;
  source.gil.other = event.a;
  source.gil.line_begin = source.gil.line_end = event.line();
}

// --- Objects ---

Model::ObjectState* Model::object_state(ObjectId object) {
  if (object == 0) return nullptr;  // one of those beyond the bound on names
  std::unique_ptr<ObjectState>& slot = objects_[object];
  if (slot == nullptr) {
    slot = std::make_unique<ObjectState>();
    const trace::ObjectInfo* info = tables_.object(object);
    slot->exclusive = info == nullptr || one_owns(info->kind);
    object_order_.push_back(object);
  }
  return slot.get();
}

const Model::ObjectState* Model::find_object(ObjectId object) const {
  const auto found = objects_.find(object);
  return found == objects_.end() ? nullptr : found->second.get();
}

void Model::take_object(Source& source, const Event& event) {
  const ThreadId thread = lanes_[source.lane].thread;
  if (event.kind() == EventKind::BlockBegin) {
    ObjectState* state = object_state(event.a);
    source.waits_for = event.a;
    if (state == nullptr) return;
    state->waiting.push_back(thread);
    if (!state->exclusive) return note_level(*state, event.time(), event.line());
    if (state->open && state->contended == kForever) {
      state->contended = std::max(event.time(), state->open->start);
    }
    return;
  }
  if (ObjectState* state = object_state(source.waits_for)) {
    std::erase(state->waiting, thread);
    if (!state->exclusive) note_level(*state, event.time(), event.line());
  }
  source.waits_for = 0;
}

/// What no single thread owns: the lane changes where the first unit is taken or the last one given
/// back, and where somebody begins to wait or nobody does any more.
void Model::note_level(ObjectState& state, Tick now, std::uint32_t line) {
  const bool contended = !state.waiting.empty();
  const bool busy = contended || state.taken > 0;
  const ThreadState next = contended ? ThreadState::Blocked : ThreadState::Running;
  if (state.level && busy && state.level->state == next) return;
  if (state.level) {
    state.level->end = now;
    if (now > state.level->start) state.track.insert(*state.level);
    state.level.reset();
  }
  if (!busy) return;
  Span span;
  span.start = now;
  span.state = next;
  span.flags = contended ? kSpanContended : 0;
  span.subject = kNoThread;
  for (auto unit = state.units.rbegin(); state.taken > 0 && unit != state.units.rend(); ++unit) {
    if (unit->end != kForever) continue;
    span.subject = unit->thread;
    break;
  }
  span.line_begin = span.line_end = line;
  state.level = span;
}

void Model::close_hold(ObjectState& state, Tick end) {
  const Hold hold = *state.open;
  state.open.reset();
  for (Span part : hold_spans(hold, state.contended, end)) {
    part.flags &= static_cast<std::uint8_t>(~kSpanOpen);
    state.track.insert(part);
  }
  state.contended = kForever;
}

void Model::take_acquire(Source& source, const Event& event) {
  ObjectState* state = object_state(event.a);
  if (state == nullptr) return;
  state->owned = true;
  const Hold hold{lanes_[source.lane].thread, event.time(), kForever, event.line()};
  if (!state->exclusive) {
    insert_sorted(state->units, hold, [](const Hold& h) { return h.start; });
    ++state->taken;
    std::erase(state->waiting, hold.thread);
    return note_level(*state, event.time(), event.line());
  }
  // The release is in another ring and comes a little later in the stream.
  if (state->open) close_hold(*state, event.time());
  state->open = hold;
  std::erase(state->waiting, hold.thread);
  if (!state->waiting.empty()) state->contended = event.time();
}

void Model::take_release(Source& source, const Event& event) {
  ObjectState* state = object_state(event.a);
  if (state == nullptr) return;
  const ThreadId thread = lanes_[source.lane].thread;
  if (!state->exclusive) {
    // The unit this thread took last; a semaphore may also be released by a thread that never took
    // one.
    Hold* found = nullptr;
    for (auto unit = state->units.rbegin(); unit != state->units.rend(); ++unit) {
      if (unit->end != kForever) continue;
      if (found == nullptr || unit->thread == thread) found = &*unit;
      if (unit->thread == thread) break;
    }
    if (found == nullptr) return;
    found->end = event.time();
    --state->taken;
    return note_level(*state, event.time(), event.line());
  }
  if (!state->open) return;
  // Already closed by the next acquisition, which came first in the stream.
  if (state->open->thread != thread && state->open->start >= event.time()) return;
  close_hold(*state, event.time());
}

void Model::take_wake(Source& source, const Event& event) {
  Source* woken = source_of(event.a);
  if (woken == nullptr) return;
  insert_sorted(woken->wakes,
                Source::WakeNote{event.time(), lanes_[source.lane].thread, event.line()},
                [](const Source::WakeNote& note) { return note.at; });
}

// --- Lanes and spans ---

std::uint64_t Model::dropped() const {
  std::uint64_t sum = 0;
  for (const Lane& lane : lanes_) sum += lane.kind == LaneKind::Thread ? lane.dropped : 0;
  return sum;
}

std::uint64_t Model::span_count() const {
  std::uint64_t sum = 0;
  for (const auto& source : sources_) sum += source->track.size();
  return sum;
}

std::size_t Model::bytes() const {
  std::size_t sum = joins_.capacity() * sizeof(SpanRef);
  for (const auto& source : sources_) {
    sum += sizeof(Source) + source->track.bytes() +
           source->wakes.capacity() * sizeof(Source::WakeNote) +
           source->places.capacity() * sizeof(Source::PlaceNote);
  }
  for (const auto& [id, state] : objects_) {
    sum += sizeof(ObjectState) + state->track.bytes() + state->units.capacity() * sizeof(Hold);
  }
  return sum;
}

const Lane& Model::lane(LaneIndex lane) const { return lanes_[lane]; }

LaneIndex Model::lane_of(ThreadId thread) const {
  const auto found = lane_of_.find(thread);
  return found == lane_of_.end() ? kNoLane : found->second;
}

Model::Source* Model::source_of(ThreadId thread) const {
  const LaneIndex lane = lane_of(thread);
  return lane == kNoLane ? nullptr : sources_[lane].get();
}

const Track& Model::track(LaneIndex lane) const { return sources_[lane]->track; }

std::optional<Span> Model::open_span(LaneIndex lane) const {
  std::optional<Span> open;
  if (lane == kGilLane) {
    // Should two seem to have it, the drop of the earlier one is still on its way.
    for (const auto& source : sources_) {
      if (source->has_gil && (!open || source->gil.start >= open->start)) open = source->gil;
    }
  } else {
    const trace::StateSpan& current = sources_[lane]->tracker.current();
    if (current.state != ThreadState::NotStarted && current.state != ThreadState::Finished) {
      open = to_span(current);
    }
  }
  if (!open || open->start >= end_) return std::nullopt;
  open->end = end_;
  open->flags |= kSpanOpen;
  return open;
}

std::uint32_t Model::span_count(LaneIndex lane) const {
  return sources_[lane]->track.size() + (open_span(lane) ? 1 : 0);
}

Span Model::span(SpanRef ref) const {
  if (ref.lane >= lanes_.size()) return {};
  const Track& track = sources_[ref.lane]->track;
  if (ref.index < track.size()) return track[ref.index];
  if (ref.index > track.size()) return {};
  return open_span(ref.lane).value_or(Span{});
}

SpanRef Model::span_at(LaneIndex lane, Tick t) const {
  if (lane >= lanes_.size()) return {};
  const Track& track = sources_[lane]->track;
  const std::uint32_t index = track.find(t);
  if (index != Track::kNone) return {lane, index};
  const std::optional<Span> open = open_span(lane);
  if (open && open->start <= t && t < open->end) return {lane, track.size()};
  return {};
}

std::optional<Tick> Model::next_edge(LaneIndex lane, Tick t) const {
  std::optional<Tick> best;
  const auto offer = [&](Tick edge) {
    if (edge > t && (!best || edge < *best)) best = edge;
  };
  const LaneIndex first = lane == kNoLane ? kFirstThreadLane : lane;
  const LaneIndex last = lane == kNoLane ? lane_count() : lane + 1;
  for (LaneIndex l = first; l < last && l < lane_count(); ++l) {
    const Track& track = sources_[l]->track;
    const std::uint32_t index = track.first_ending_after(t);
    if (index < track.size()) {
      offer(track.at(index).start());
      offer(track.at(index).end());
    }
    if (const std::optional<Span> open = open_span(l)) offer(open->start);
  }
  return best;
}

std::optional<Tick> Model::previous_edge(LaneIndex lane, Tick t) const {
  std::optional<Tick> best;
  const auto offer = [&](Tick edge) {
    if (edge < t && (!best || edge > *best)) best = edge;
  };
  const LaneIndex first = lane == kNoLane ? kFirstThreadLane : lane;
  const LaneIndex last = lane == kNoLane ? lane_count() : lane + 1;
  for (LaneIndex l = first; l < last && l < lane_count(); ++l) {
    const Track& track = sources_[l]->track;
    const std::uint32_t index = t == 0 ? 0 : track.first_ending_after(t - 1);
    if (index < track.size()) offer(track.at(index).start());
    if (index > 0) {
      offer(track.at(index - 1).start());
      offer(track.at(index - 1).end());
    }
    if (const std::optional<Span> open = open_span(l)) offer(open->start);
  }
  return best;
}

Place Model::place_at(LaneIndex lane, Tick t) const {
  Place place;
  if (lane >= lanes_.size()) return place;
  const auto& places = sources_[lane]->places;
  const auto after =
      std::upper_bound(places.begin(), places.end(), t,
                       [](Tick at, const Source::PlaceNote& note) { return at < note.at; });
  Tick sampled = 0;
  if (after != places.begin()) {
    place = (after - 1)->place;
    sampled = (after - 1)->at;
  }
  const SpanRef ref = span_at(lane, t);
  if (!ref) return place;
  const Span here = span(ref);
  if (here.line_begin != 0 && (place.line == 0 || sampled < here.start)) {
    place.line = here.line_begin;
  }
  return place;
}

template <class F>
bool Model::any_place(SpanRef ref, const Span& span, F holds) const {
  const auto& places = sources_[ref.lane]->places;
  auto note = std::lower_bound(places.begin(), places.end(), span.start,
                               [](const Source::PlaceNote& n, Tick t) { return n.at < t; });
  for (; note != places.end() && note->at < span.end; ++note) {
    if (holds(note->place)) return true;
  }
  return false;
}

bool Model::has_line(SpanRef ref, std::uint32_t line) const {
  const Span here = span(ref);
  if (ref.lane >= lanes_.size() || here.start == here.end || line == 0) return false;
  if (here.line_begin == line || here.line_end == line) return true;
  return any_place(ref, here, [line](const Place& place) { return place.line == line; });
}

bool Model::has_function(SpanRef ref, const std::vector<bool>& wanted) const {
  const Span here = span(ref);
  if (ref.lane >= lanes_.size() || here.start == here.end) return false;
  const auto is_wanted = [&wanted](trace::FunctionId f) { return f < wanted.size() && wanted[f]; };
  if (is_wanted(here.subject)) return true;
  return any_place(ref, here, [&](const Place& place) { return is_wanted(place.function); });
}

// --- Who let whom go on ---

std::optional<Arrow> Model::gil_arrow(LaneIndex lane, const Span& span) const {
  const ThreadId me = lanes_[lane].thread;
  if (span.other == kNoThread || span.other == me) return std::nullopt;
  Arrow arrow{span.has(kSpanForced) ? ArrowKind::ForcedHandoff : ArrowKind::Handoff, span.other, me,
              span.end, span.end};
  // The hold this wait led to; the one before it ended with the drop.
  const Track& gil = sources_[kGilLane]->track;
  const std::uint32_t hold = gil.first_ending_after(span.end);
  if (hold == 0 || gil[hold - 1].subject != span.other) return arrow;
  // Let go before this wait began: the GIL was free, nobody handed it over.
  if (gil.at(hold - 1).end() < span.start) return std::nullopt;
  arrow.from_time = gil.at(hold - 1).end();
  arrow.line = gil[hold - 1].line_end;
  return arrow;
}

std::optional<Arrow> Model::wake_arrow(LaneIndex lane, const Span& span) const {
  const ThreadId me = lanes_[lane].thread;
  if (span.has(kSpanTimedOut) || span.other == kNoThread || span.other == me) return std::nullopt;
  if (span.detail == Detail::Join) {
    const LaneIndex joined = lane_of(span.subject);
    if (joined == kNoLane) return std::nullopt;
    return Arrow{ArrowKind::Join,
                 span.subject,
                 me,
                 std::min(lanes_[joined].finished, span.end),
                 span.end,
                 0};
  }
  if (span.detail != Detail::Object) return std::nullopt;
  Arrow arrow{ArrowKind::Wake, span.other, me, span.end, span.end, 0};
  const auto& wakes = sources_[lane]->wakes;
  auto note = std::upper_bound(wakes.begin(), wakes.end(), span.end,
                               [](Tick at, const Source::WakeNote& wake) { return at < wake.at; });
  while (note != wakes.begin() && (--note)->at >= span.start) {
    if (note->waker != span.other) continue;
    arrow.from_time = note->at;
    arrow.line = note->line;
    break;
  }
  return arrow;
}

std::optional<Arrow> Model::arrow_into(SpanRef ref) const {
  const Span here = span(ref);
  if (ref.lane < kFirstThreadLane || here.start == here.end || here.has(kSpanCutOff)) {
    return std::nullopt;
  }
  const Lane& lane = lanes_[ref.lane];
  if (!here.has(kSpanOpen)) {
    std::optional<Arrow> arrow = here.state == ThreadState::WaitingGil ? gil_arrow(ref.lane, here)
                                                                       : wake_arrow(ref.lane, here);
    if (arrow) return arrow;
  }
  if (ref.index == 0 && lane.parent != kNoThread && lane.born != kForever) {
    return Arrow{ArrowKind::Spawn, lane.parent, lane.thread, lane.born, lane.started, 0};
  }
  return std::nullopt;
}

bool Model::arrows(Tick t0, Tick t1, std::size_t max, std::vector<Arrow>& out) const {
  std::size_t left = max;
  const auto add = [&](const Arrow& arrow) {
    if (arrow.from_time < t0 || arrow.from_time >= t1) return true;
    if (left == 0) return false;
    --left;
    out.push_back(arrow);
    return true;
  };
  const Track& gil = sources_[kGilLane]->track;
  for (std::uint32_t i = gil.first_ending_after(t0); i <= gil.size(); ++i) {
    const Span hold = span({kGilLane, i});
    if (hold.start == hold.end) break;
    const Tick from = i == 0 ? hold.start : gil.at(i - 1).end();
    if (from >= t1) break;
    if (hold.other == kNoThread || hold.other == hold.subject || hold.start == 0) continue;
    const LaneIndex taker = lane_of(hold.subject);
    const SpanRef wait = span_at(taker, hold.start - 1);
    if (!wait || span(wait).state != ThreadState::WaitingGil) continue;
    if (const auto arrow = arrow_into(wait); arrow && !add(*arrow)) return false;
  }
  for (LaneIndex lane = kFirstThreadLane; lane < lane_count(); ++lane) {
    const auto& wakes = sources_[lane]->wakes;
    auto note =
        std::lower_bound(wakes.begin(), wakes.end(), t0,
                         [](const Source::WakeNote& wake, Tick at) { return wake.at < at; });
    for (; note != wakes.end() && note->at < t1; ++note) {
      const SpanRef waited = span_at(lane, note->at);
      if (!waited || span(waited).state != ThreadState::Blocked) continue;
      if (const auto arrow = arrow_into(waited); arrow && !add(*arrow)) return false;
    }
    const Lane& l = lanes_[lane];
    if (l.parent != kNoThread && l.born != kForever && l.started != kForever &&
        !add({ArrowKind::Spawn, l.parent, l.thread, l.born, l.started, 0})) {
      return false;
    }
  }
  auto join = std::lower_bound(joins_.begin(), joins_.end(), t0,
                               [this](SpanRef ref, Tick t) { return span(ref).end < t; });
  for (; join != joins_.end() && span(*join).start < t1; ++join) {
    if (const auto arrow = arrow_into(*join); arrow && !add(*arrow)) return false;
  }
  return true;
}

std::vector<Model::GilShare> Model::gil_shares(Tick t0, Tick t1) const {
  constexpr std::uint32_t kMost = 256;
  std::vector<GilShare> shares;
  std::vector<Tick> longest;
  const std::uint32_t first = sources_[kGilLane]->track.first_ending_after(t0);
  for (std::uint32_t i = first; i < first + kMost; ++i) {
    const Span hold = span({kGilLane, i});
    if (hold.start == hold.end || hold.start >= t1) break;
    const Tick length = std::min(hold.end, t1) - std::max(hold.start, t0);
    auto share = std::find_if(shares.begin(), shares.end(), [&hold](const GilShare& s) {
      return s.holder.thread == hold.subject;
    });
    if (share == shares.end()) {
      shares.push_back({{hold.subject, hold.start, hold.line_begin}, 0});
      longest.push_back(0);
      share = shares.end() - 1;
    }
    share->held += length;
    Tick& best = longest[static_cast<std::size_t>(share - shares.begin())];
    if (length <= best) continue;
    best = length;
    // The line it was at in the middle of what was seen of it.
    const Place place = place_at(lane_of(hold.subject), std::max(hold.start, t0) + length / 2);
    share->holder.since = hold.start;
    share->holder.line = place.line != 0 ? place.line : hold.line_begin;
  }
  std::stable_sort(shares.begin(), shares.end(),
                   [](const GilShare& a, const GilShare& b) { return a.held > b.held; });
  return shares;
}

// --- Objects at a moment ---

std::vector<Span> Model::hold_spans(const Hold& hold, Tick contended, Tick end) {
  std::vector<Span> parts;
  Span part;
  part.subject = hold.thread;
  part.line_begin = part.line_end = hold.line;
  part.flags = kSpanOpen;
  part.start = hold.start;
  part.end = std::min(contended, end);
  part.state = ThreadState::Running;
  if (part.end > part.start) parts.push_back(part);
  part.start = std::max(hold.start, part.end);
  part.end = end;
  part.state = ThreadState::Blocked;
  part.flags |= kSpanContended;
  if (contended < end && part.end > part.start) parts.push_back(part);
  return parts;
}

const Track* Model::object_track(ObjectId object) const {
  const ObjectState* state = find_object(object);
  if (state == nullptr) return nullptr;
  if (state->exclusive) return state->owned ? &state->track : nullptr;
  return state->track.empty() && !state->level ? nullptr : &state->track;
}

bool Model::is_exclusive(ObjectId object) const {
  const ObjectState* state = find_object(object);
  return state != nullptr && state->exclusive;
}

bool Model::is_internal(ObjectId object) const {
  const trace::ObjectInfo* info = tables_.object(object);
  return info != nullptr && info->name.starts_with("start of ");
}

Span Model::object_span(ObjectId object, std::uint32_t index) const {
  const Track* track = object_track(object);
  if (track == nullptr) return {};
  if (index < track->size()) return (*track)[index];
  const std::vector<Span> open = open_holds(object);
  return index - track->size() < open.size() ? open[index - track->size()] : Span{};
}

std::vector<Span> Model::open_holds(ObjectId object) const {
  const ObjectState* state = find_object(object);
  if (state == nullptr) return {};
  if (state->level && end_ > state->level->start) {
    Span span = *state->level;
    span.end = end_;
    span.flags |= kSpanOpen;
    return {span};
  }
  if (!state->open) return {};
  return hold_spans(*state->open, state->contended, std::max(end_, state->open->start));
}

void Model::find_holders(const ObjectState& state, Tick t, ObjectMoment& moment) {
  if (!state.exclusive) {
    for (const Hold& unit : state.units) {
      if (unit.start > t) break;
      if (unit.end > t) moment.holders.push_back({unit.thread, unit.start, unit.line});
    }
    return;
  }
  if (state.open && state.open->start <= t) {
    moment.holders.push_back({state.open->thread, state.open->start, state.open->line});
  } else if (std::uint32_t index = state.track.find(t); index != Track::kNone) {
    const Span hold = state.track[index];
    Tick since = hold.start;
    // The part with others waiting follows the part without.
    if (hold.has(kSpanContended) && index > 0) {
      const Span before = state.track[index - 1];
      if (before.end == hold.start && before.subject == hold.subject &&
          !before.has(kSpanContended)) {
        since = before.start;
      }
    }
    moment.holders.push_back({hold.subject, since, hold.line_begin});
  }
}

ObjectMoment Model::object_at(ObjectId object, Tick t) const {
  ObjectMoment moment;
  const ObjectState* state = find_object(object);
  if (state == nullptr) return moment;
  find_holders(*state, t, moment);
  for (LaneIndex lane = kFirstThreadLane; lane < lane_count(); ++lane) {
    const SpanRef ref = span_at(lane, t);
    if (!ref) continue;
    const Span wait = span(ref);
    if (wait.state != ThreadState::Blocked || wait.detail != Detail::Object ||
        wait.subject != object) {
      continue;
    }
    moment.waiters.push_back({lanes_[lane].thread, wait.start, wait.line_begin});
  }
  std::stable_sort(moment.waiters.begin(), moment.waiters.end(),
                   [](const Party& a, const Party& b) { return a.since < b.since; });
  return moment;
}

ObjectMoment Model::gil_at(Tick t) const {
  ObjectMoment moment;
  if (const SpanRef ref = span_at(kGilLane, t)) {
    const Span hold = span(ref);
    moment.holders.push_back({hold.subject, hold.start, hold.line_begin});
  }
  for (LaneIndex lane = kFirstThreadLane; lane < lane_count(); ++lane) {
    const SpanRef ref = span_at(lane, t);
    if (!ref) continue;
    const Span wait = span(ref);
    if (wait.state != ThreadState::WaitingGil) continue;
    moment.waiters.push_back({lanes_[lane].thread, wait.start, wait.line_begin});
  }
  std::stable_sort(moment.waiters.begin(), moment.waiters.end(),
                   [](const Party& a, const Party& b) { return a.since < b.since; });
  return moment;
}

std::optional<WaitEdge> Model::wait_edge(LaneIndex lane, Tick t) const {
  const SpanRef ref = span_at(lane, t);
  if (!ref) return std::nullopt;
  const Span wait = span(ref);
  const ThreadId me = lanes_[lane].thread;
  if (wait.detail == Detail::Join) {
    const LaneIndex joined = lane_of(wait.subject);
    if (joined == kNoLane || lanes_[joined].finished <= t) return std::nullopt;
    return WaitEdge{me, wait.line_begin, 0, wait.subject, 0};
  }
  if (wait.state != ThreadState::Blocked || wait.detail != Detail::Object) return std::nullopt;
  ObjectMoment moment;
  if (const ObjectState* state = find_object(wait.subject)) find_holders(*state, t, moment);
  if (moment.holders.size() != 1) return std::nullopt;
  return WaitEdge{me, wait.line_begin, wait.subject, moment.holders[0].thread,
                  moment.holders[0].line};
}

/// The last moment before threads were ended from outside, which first takes them out of their
/// waits.
Tick Model::before_the_end() const {
  Tick t = kForever;
  for (LaneIndex lane = kFirstThreadLane; lane < lane_count(); ++lane) {
    const Lane& l = lanes_[lane];
    if (l.finished == kForever ||
        (l.end_status != trace::EndStatus::Stopped && l.end_status != trace::EndStatus::CutOff)) {
      continue;
    }
    constexpr std::uint32_t kLastWords = 8;
    const Track& track = sources_[lane]->track;
    for (std::uint32_t n = 1; n <= std::min(track.size(), kLastWords); ++n) {
      const Span wait = track[track.size() - n];
      if (wait.detail != Detail::Object && wait.detail != Detail::Join) continue;
      t = std::min(t, wait.end - 1);
      break;
    }
  }
  return t;
}

std::vector<WaitEdge> Model::deadlock(Tick t) const {
  if (end_ == 0) return {};
  t = std::min({t, end_ - 1, before_the_end()});
  for (LaneIndex start = kFirstThreadLane; start < lane_count(); ++start) {
    std::vector<WaitEdge> path;
    LaneIndex lane = start;
    while (lane != kNoLane && path.size() <= lanes_.size()) {
      const std::optional<WaitEdge> edge = wait_edge(lane, t);
      if (!edge) break;
      path.push_back(*edge);
      if (edge->holder == lanes_[start].thread) return path;
      lane = lane_of(edge->holder);
    }
  }
  return {};
}

// --- Sums ---

double RangeTotals::parallelism() const {
  if (end <= begin) return 0;
  const double ratio = static_cast<double>(all.cpu()) / static_cast<double>(end - begin);
  return cores == 0 ? ratio : std::min(ratio, static_cast<double>(cores));
}

StateTimes Model::times(LaneIndex lane, Tick t0, Tick t1) const {
  t1 = std::min(t1, end_);
  StateTimes times = sources_[lane]->track.times(t0, t1);
  if (const std::optional<Span> open = open_span(lane)) {
    const Tick from = std::max(t0, open->start);
    const Tick to = std::min(t1, open->end);
    if (to > from) times[open->state] += to - from;
  }
  return times;
}

void Model::count_handoffs(RangeTotals& totals) const {
  if (totals.begin == 0 && totals.end >= end_) {
    totals.handoffs = handoffs_;
    totals.forced = forced_;
    return;
  }
  const Track& gil = sources_[kGilLane]->track;
  for (std::uint32_t i = gil.first_ending_after(totals.begin); i <= gil.size(); ++i) {
    const Span hold = span({kGilLane, i});
    if (hold.state != ThreadState::Running || hold.start >= totals.end) break;
    if (hold.start < totals.begin || hold.other == kNoThread || hold.other == hold.subject) {
      continue;
    }
    ++totals.handoffs;
    if (hold.has(kSpanForced)) ++totals.forced;
  }
}

RangeTotals Model::totals(Tick t0, Tick t1) const {
  RangeTotals totals;
  totals.cores = run_.cores;
  totals.begin = t0;
  totals.end = std::max(t0, std::min(t1, end_));
  Tick longest = 0;
  for (LaneIndex lane = kFirstThreadLane; lane < lane_count(); ++lane) {
    totals.threads.push_back({lane, times(lane, t0, totals.end)});
    totals.all += totals.threads.back().times;
    const Track& track = sources_[lane]->track;
    SpanRef found{lane, track.longest(kContendedStates, t0, totals.end)};
    if (found.index == Track::kNone) found.index = track.size();
    for (const SpanRef ref : {found, SpanRef{lane, track.size()}}) {
      const Span wait = span(ref);
      if ((mask_of(wait.state) & kContendedStates) == 0 || wait.start < t0) continue;
      if (wait.start >= totals.end || wait.length() <= longest) continue;
      longest = wait.length();
      totals.longest_wait = ref;
    }
  }
  count_handoffs(totals);
  return totals;
}

// --- Names ---

std::string Model::thread_name(ThreadId thread) const {
  if (thread == trace::kUiThread) return "the browser's main thread";
  const trace::ThreadInfo* info = tables_.thread(thread);
  if (info != nullptr && !info->name.empty()) return info->name;
  return thread == kNoThread ? "nobody" : "thread " + std::to_string(thread);
}

std::string Model::object_name(ObjectId object) const {
  const trace::ObjectInfo* info = tables_.object(object);
  if (info == nullptr) return "a lock";
  if (!info->name.empty()) return info->name;
  std::string kind;
  switch (info->kind) {
    case ObjectKind::Lock:
    case ObjectKind::RLock: kind = "lock"; break;
    case ObjectKind::Condition: kind = "condition"; break;
    case ObjectKind::Event: kind = "event"; break;
    case ObjectKind::Semaphore:
    case ObjectKind::BoundedSemaphore: kind = "semaphore"; break;
    case ObjectKind::Barrier: kind = "barrier"; break;
    case ObjectKind::Queue: kind = "queue"; break;
    case ObjectKind::Thread: kind = "thread"; break;
    case ObjectKind::Future: kind = "future"; break;
    case ObjectKind::Other: kind = "lock"; break;
  }
  if (info->line != 0) return "the " + kind + " made at line " + std::to_string(info->line);
  return (kind == "event" ? "an " : "a ") + kind;
}

std::string Model::function_name(trace::FunctionId function) const {
  const trace::FunctionInfo* info = tables_.function(function);
  if (info == nullptr || info->name.empty()) return {};
  // <module> and the like are no calls.
  return info->name.front() == '<' ? info->name : info->name + "()";
}

}  // namespace interleave::timeline
