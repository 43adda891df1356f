// What the picture shows, as data: lanes of spans, who held what, who woke whom, sums for any
// range.
//
// Not a drawing (lod.h folds it to pixels) and not an opinion (verdict.h). It reads no clock and
// knows no machine: everything comes from a trace::Recorder, while its run goes on or after it.
// Used on one thread, the page's own; the recorder's rings may be written by their threads
// meanwhile.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "timeline/span.h"
#include "timeline/track.h"
#include "trace/recorder.h"
#include "trace/states.h"
#include "trace/tables.h"

namespace interleave::timeline {

enum class LaneKind : std::uint8_t { Ui, Gil, Thread };

/// A row of the picture. Names change while the run goes on.
struct Lane {
  LaneKind kind = LaneKind::Thread;
  ThreadId thread = kNoThread;  // kUiThread, kNoThread for the GIL
  ThreadId parent = kNoThread;
  bool daemon = false;
  std::string name;          // "Browser UI", "GIL", "MainThread", "Thread-1 (crunch)"
  Tick born = kForever;      // start() was called; kForever: not seen
  Tick started = kForever;   // its first moment
  Tick finished = kForever;  // its last
  trace::EndStatus end_status = trace::EndStatus::Finished;
  std::uint64_t dropped = 0;  // events missing
};

/// Function and line a thread was in.
struct Place {
  trace::FunctionId function = 0;  // 0 unknown
  std::uint32_t line = 0;          // 0 unknown
};

enum class ArrowKind : std::uint8_t { Handoff, ForcedHandoff, Wake, Spawn, Join };

/// From the event that let a thread go on to the moment it did.
struct Arrow {
  ArrowKind kind = ArrowKind::Wake;
  ThreadId from = kNoThread;
  ThreadId to = kNoThread;
  Tick from_time = 0;
  Tick to_time = 0;
  std::uint32_t line = 0;  // where `from` let go, woke or started; 0 unknown
};

/// A thread which has, or waits for, an object: since when and at which line.
struct Party {
  ThreadId thread = kNoThread;
  Tick since = 0;
  std::uint32_t line = 0;
};

/// An object (or the GIL) at one moment. `holders` has more than one entry for semaphores only.
struct ObjectMoment {
  std::vector<Party> holders;
  std::vector<Party> waiters;  // longest wait first
};

/// One thread of a deadlock: `thread` waits at `line` for `object` (or for the end of thread
/// `holder` if 0), which `holder` has had since `holder_line`.
struct WaitEdge {
  ThreadId thread = kNoThread;
  std::uint32_t line = 0;
  ObjectId object = 0;
  ThreadId holder = kNoThread;
  std::uint32_t holder_line = 0;
};

struct ThreadTimes {
  LaneIndex lane = kNoLane;
  StateTimes times;
};

/// Sums over a range of time.
struct RangeTotals {
  Tick begin = 0;
  Tick end = 0;
  std::vector<ThreadTimes> threads;  // in order of birth
  StateTimes all;                    // sum over the threads
  std::uint64_t handoffs = 0;        // the GIL went from one thread to another
  std::uint64_t forced = 0;          // … because the holder was asked to drop it
  SpanRef longest_wait;              // Blocked, WaitingGil or Ready
  std::uint32_t cores = 0;           // of the run; 0 unknown
  /// CPU time over elapsed time: how many threads ran at once on the average. A live thread counts
  /// as running also while the operating system lets another have its core, so it is never more
  /// than the cores.
  double parallelism() const;
  Tick elapsed() const { return end - begin; }
};

class Model {
 public:
  /// `recorder` must live as long as the model, or until detach().
  explicit Model(const trace::Recorder& recorder);
  ~Model();
  Model(const Model&) = delete;
  Model& operator=(const Model&) = delete;

  /// Reads what is new, at most `max_events` of it; amortised O(new events). `now`: the clock of
  /// the run, to which spans that are still open extend while it goes on (0: to the last event).
  /// True when anything changed.
  bool update(Tick now = 0, std::size_t max_events = ~std::size_t{0});
  /// Nothing more is read: the recorder may go, the model stays as it is.
  void detach();

  const trace::RunInfo& run() const { return run_; }
  const trace::Tables& tables() const { return tables_; }
  bool live() const { return run_.status == trace::RunStatus::Running; }
  /// End of what is known: the run's end, or `now` while it goes on.
  Tick end() const { return end_; }
  /// Events read, the frames of the page's own thread not counted; events lost.
  std::uint64_t events() const { return events_; }
  std::uint64_t dropped() const;
  std::uint64_t span_count() const;
  std::size_t bytes() const;
  /// Changes with every update that brought something.
  std::uint64_t version() const { return version_; }
  std::uint64_t handoffs() const { return handoffs_; }

  // --- Lanes and spans ---
  LaneIndex lane_count() const { return static_cast<LaneIndex>(lanes_.size()); }
  const Lane& lane(LaneIndex lane) const;
  LaneIndex lane_of(ThreadId thread) const;  // kNoLane when unknown
  /// Closed spans of a lane. The open one is not in it: see span().
  const Track& track(LaneIndex lane) const;
  /// Spans of a lane, the open one (the last) included.
  std::uint32_t span_count(LaneIndex lane) const;
  /// Any span, the open one included (its end is end()). A stale reference gives a span of no
  /// length.
  Span span(SpanRef ref) const;
  /// The span at a moment, or an empty reference (not started, finished, GIL free, no frame).
  SpanRef span_at(LaneIndex lane, Tick t) const;
  /// The nearest moment before or after `t` at which a span of the lane begins or ends (all thread
  /// lanes for kNoLane); nothing when there is none.
  std::optional<Tick> next_edge(LaneIndex lane, Tick t) const;
  std::optional<Tick> previous_edge(LaneIndex lane, Tick t) const;
  /// Where a thread was: line samples, and the lines of span borders.
  Place place_at(LaneIndex lane, Tick t) const;
  /// The thread was at this line in this span, as far as its borders and the samples in it tell.
  bool has_line(SpanRef ref, std::uint32_t line) const;
  /// The same for functions: `wanted` says of each, by its number, whether it is meant.
  bool has_function(SpanRef ref, const std::vector<bool>& wanted) const;

  // --- Who let whom go on ---
  /// The arrow to the end of a wait, if somebody ended it; for a thread's first span, from its
  /// parent's start().
  std::optional<Arrow> arrow_into(SpanRef span) const;
  /// Arrows that begin in [t0, t1), at most `max`: hand-offs, then wakes, joins and spawns, each in
  /// order of time. False when there were more.
  bool arrows(Tick t0, Tick t1, std::size_t max, std::vector<Arrow>& out) const;

  /// Who held the GIL during a span of time: the thread that held it longest first; `since` is the
  /// beginning of its longest hold there. Looks at 256 holds at most, the first ones.
  struct GilShare {
    Party holder;
    Tick held = 0;
  };
  std::vector<GilShare> gil_shares(Tick t0, Tick t1) const;

  // --- Objects ---
  /// Objects of which the trace tells an acquisition or a wait, in order of appearance.
  std::span<const ObjectId> objects() const { return object_order_; }
  /// Lock lane: spans of state Running (held) or Blocked and kSpanContended (held while others
  /// wait), subject the holder; gaps: free. Of objects that no single thread owns (semaphores,
  /// conditions, queues): with some unit taken, or with threads waiting; subject one of the
  /// holders, or kNoThread. Null for objects that were never held and never waited for.
  const Track* object_track(ObjectId object) const;
  /// One thread at a time owns it: a Lock or an RLock.
  bool is_exclusive(ObjectId object) const;
  /// What Thread.start() waits for: nobody's variable.
  bool is_internal(ObjectId object) const;
  /// The hold that is not over yet: none, one span (held), or two (held, then with others waiting).
  std::vector<Span> open_holds(ObjectId object) const;
  /// Any span of a lock lane, those not over yet included.
  Span object_span(ObjectId object, std::uint32_t index) const;
  /// Who holds it and who waits, at `t`.
  ObjectMoment object_at(ObjectId object, Tick t) const;
  ObjectMoment gil_at(Tick t) const;
  /// The threads which wait for one another in a circle at the end (or at `t`); empty: no circle.
  std::vector<WaitEdge> deadlock(Tick t = kForever) const;

  // --- Sums ---
  /// Time by state within [t0, t1) clipped to the run, open spans included; exact.
  StateTimes times(LaneIndex lane, Tick t0, Tick t1) const;
  RangeTotals totals(Tick t0, Tick t1) const;
  RangeTotals totals() const { return totals(0, end_); }

  // --- Names ---
  /// "Thread-1 (crunch)"; "thread 7" if it has none.
  std::string thread_name(ThreadId thread) const;
  /// "results_lock"; "the lock made at line 18"; "a lock".
  std::string object_name(ObjectId object) const;
  /// "crunch()"; empty when unknown.
  std::string function_name(trace::FunctionId function) const;

 private:
  struct Source;
  struct ObjectState;
  struct Hold;

  bool read_tables();
  void shrink();
  void add_ring(const trace::Ring* ring);
  void refresh_names();
  bool merge(std::size_t max_events);
  void take(Source& source, const trace::Event& event);
  void take_lane(Source& source, const trace::Event& event);
  void take_gil(Source& source, const trace::Event& event);
  void take_object(Source& source, const trace::Event& event);
  void take_acquire(Source& source, const trace::Event& event);
  void take_release(Source& source, const trace::Event& event);
  void take_wake(Source& source, const trace::Event& event);
  static void find_holders(const ObjectState& state, Tick t, ObjectMoment& moment);
  void close_gil(Source& source, Tick end, std::uint32_t line);
  static void close_hold(ObjectState& state, Tick end);
  static void note_level(ObjectState& state, Tick now, std::uint32_t line);
  static std::vector<Span> hold_spans(const Hold& hold, Tick contended, Tick end);
  ObjectState* object_state(ObjectId object);
  const ObjectState* find_object(ObjectId object) const;
  Source* source_of(ThreadId thread) const;
  std::optional<Span> open_span(LaneIndex lane) const;
  template <class F>
  bool any_place(SpanRef ref, const Span& span, F holds) const;
  std::optional<Arrow> gil_arrow(LaneIndex lane, const Span& span) const;
  std::optional<Arrow> wake_arrow(LaneIndex lane, const Span& span) const;
  std::optional<WaitEdge> wait_edge(LaneIndex lane, Tick t) const;
  Tick before_the_end() const;
  void count_handoffs(RangeTotals& totals) const;

  const trace::Recorder* recorder_;
  trace::TableCursor cursor_;
  trace::RunInfo run_;
  trace::Tables tables_;
  Tick end_ = 0;
  Tick last_event_ = 0;
  std::uint64_t events_ = 0;
  std::uint64_t version_ = 0;
  std::uint64_t handoffs_ = 0;
  std::uint64_t forced_ = 0;
  bool shrunk_ = false;
  std::vector<Lane> lanes_;
  std::vector<std::unique_ptr<Source>> sources_;  // by lane; the GIL's has no ring
  std::unordered_map<ThreadId, LaneIndex> lane_of_;
  std::unordered_map<ThreadId, Tick> spawned_;  // before their ring was seen
  std::unordered_map<ObjectId, std::unique_ptr<ObjectState>> objects_;
  std::vector<ObjectId> object_order_;
  std::vector<SpanRef> joins_;  // that somebody's end ended, in order of time
};

}  // namespace interleave::timeline
