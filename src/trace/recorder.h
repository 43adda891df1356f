// Records what every thread of one run does: a ring of events per thread, and the tables of names.
//
// Not a log and not a clock: the caller passes the time. Complete, or it says how many events are
// missing (Ring::dropped and Dropped events); it never blocks and never overwrites. Threads: a Ring
// is written by the thread it belongs to and by nobody else at the same time; record() takes no
// lock. Everything else of a Recorder may be called from any thread. Reading (RingCursor,
// read_tables) is meant for the page's own thread while the run goes on and never waits for a
// writer.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "base/limits.h"
#include "base/mutex.h"
#include "trace/event.h"
#include "trace/tables.h"

namespace interleave::trace {

class Recorder;
class RingCursor;

/// The events of one thread, in a chain of chunks which only grows.
class Ring {
 public:
  /// `keeps`: false for a ring that only counts.
  Ring(Recorder& owner, ThreadId thread, bool keeps);
  ~Ring();
  Ring(const Ring&) = delete;
  Ring& operator=(const Ring&) = delete;

  /// Appends one event. `now` earlier than the event before is taken as that event's time, so that
  /// times never go back within a ring. Writer's thread only.
  void record(Tick now, EventKind kind, std::uint32_t a = 0, std::uint32_t b = 0) {
    if (next_ == end_ || gap_ || (is_detail(kind) && count_ >= detail_limit_)) [[unlikely]] {
      record_slow(now, kind, a, b);
      return;
    }
    append(now, kind, a, b);
  }

  /// True: there is no room for details any more, and one has been counted as lost. Asked first,
  /// where the clock need not be read for what nobody keeps. Writer's thread only.
  bool loses_detail() {
    if (count_ < detail_limit_ || !keeps_) [[likely]]
      return false;
    lose();
    return true;
  }

  /// Adds to the count of lost events (a trace read back). Writer's thread only.
  void note_dropped(std::uint64_t count) {
    dropped_.store(dropped_.load(std::memory_order_relaxed) + count, std::memory_order_relaxed);
    told_ += count;
  }

  ThreadId thread() const { return thread_; }
  /// Events published so far. Any thread.
  std::uint64_t size() const { return published_.load(std::memory_order_acquire); }
  /// Events lost so far because a bound was reached. Any thread.
  std::uint64_t dropped() const { return dropped_.load(std::memory_order_relaxed); }

 private:
  friend class RingCursor;
  struct Free {
    void operator()(Event* memory) const { std::free(memory); }
  };
  struct Chunk {
    explicit Chunk(std::uint32_t n)
        // Not initialised: that would touch every page twice.
        : events(static_cast<Event*>(std::malloc(n * sizeof(Event)))),
          capacity(events == nullptr ? 0 : n) {}
    Chunk* next = nullptr;  // written before the first event of the next chunk is published
    std::unique_ptr<Event[], Free> events;
    const std::uint32_t capacity;
  };

  void append(Tick now, EventKind kind, std::uint32_t a, std::uint32_t b) {
    if (now < last_) now = last_;
    last_ = now;
    *next_++ = Event::make(now, kind, a, b);
    // The one atomic operation per event. Natively a plain store; in WebAssembly 5.5 to 8 ns, which
    // is why there is one and not two.
    published_.store(++count_, std::memory_order_release);
  }
  void record_slow(Tick now, EventKind kind, std::uint32_t a, std::uint32_t b);
  bool grow();
  void lose() {
    gap_ = true;
    dropped_.store(dropped_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  }

  Event* next_;
  Event* end_;
  Tick last_ = 0;
  std::uint64_t count_ = 0;
  const std::uint64_t detail_limit_ = limits::kEventsPerThread / 2;
  bool gap_ = false;        // some were lost since the last event that was kept
  std::uint64_t told_ = 0;  // of the lost ones, those that an event tells of
  std::atomic<std::uint64_t> published_{0};
  std::atomic<std::uint64_t> dropped_{0};
  Recorder& owner_;
  const ThreadId thread_;
  const bool keeps_;
  Chunk* tail_;
  std::unique_ptr<Chunk> head_;
};

/// Where a reader stands in a ring. One reader's own; several readers have one each.
class RingCursor {
 public:
  explicit RingCursor(const Ring& ring);
  /// The next events in one piece, straight from the ring, valid as long as it lives; empty when
  /// there are no more for now. Call until empty.
  std::span<const Event> next();
  /// Events handed out so far.
  std::uint64_t seen() const { return seen_; }
  ThreadId thread() const { return ring_->thread(); }
  const Ring& ring() const { return *ring_; }

 private:
  const Ring* ring_;
  const Ring::Chunk* chunk_;
  std::uint32_t at_ = 0;
  std::uint64_t seen_ = 0;
};

/// What a reader already knows of a recorder's tables and rings.
struct TableCursor {
  std::uint64_t version = 0;
  std::size_t changes = 0;
  std::size_t rings = 0;
};

/// What is new since a cursor.
struct TableDelta {
  RunInfo info;
  std::vector<TableChange> changes;
  std::vector<const Ring*> rings;
};

class Recorder {
 public:
  explicit Recorder(const RunInfo& info = {});
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  // --- Threads and names; any thread, brief lock ---
  /// Enters a thread and gives the ring it shall write; before the thread's first event. Entering
  /// an id again gives the same ring. Never null: beyond limits::kTraceThreads the ring keeps
  /// nothing and counts.
  Ring* add_thread(ThreadId id, std::string_view name, bool daemon, ThreadId parent);
  /// Its name or daemon flag changed.
  void rename_thread(ThreadId id, std::string_view name, bool daemon);
  /// The ring of the page's own thread, for FrameBegin and FrameEnd, written by that thread only.
  Ring* ui_ring();
  /// A new synchronisation object; 0 when limits::kTraceNames is reached (it is then traced without
  /// a name).
  ObjectId add_object(ObjectKind kind, std::uint32_t line, std::string_view name = {});
  /// The variable which holds it became known; the first name given stays.
  void name_object(ObjectId id, std::string_view name);
  /// A Python function. The caller keeps the number (one per code object); 0 when the table is
  /// full.
  FunctionId add_function(std::string_view name, std::uint32_t line);
  /// A native function or kind of I/O by its name ("sha256", "print"); the same name gives the same
  /// number.
  FunctionId native_function(std::string_view name);

  // --- The run ---
  RunInfo info() const;
  /// Changes of settings while running (the switch interval).
  void set_switch_interval(Tick interval);
  /// The run is over; no thread records after this.
  void finish(RunStatus status, Tick end);

  // --- Reading ---
  /// What is new since `cursor`, which is moved. False, with nothing done, when a writer holds the
  /// tables at this very moment: try again with the next frame.
  bool try_read_tables(TableCursor& cursor, TableDelta& delta) const;
  /// The same, waiting for the lock: for a run that is over, and off the page's own thread.
  void read_tables(TableCursor& cursor, TableDelta& delta) const;
  /// Cheap check whether read_tables would bring anything.
  bool tables_changed(const TableCursor& cursor) const;
  /// Events of all rings, and events lost. The frames of the page's own thread are not counted.
  std::uint64_t events() const;
  std::uint64_t dropped() const;

 private:
  friend class Ring;
  struct ObjectSeen {
    ObjectKind kind;
    std::uint32_t line;
    bool named;
  };
  bool take_budget(std::uint32_t events);
  bool add_change(TableChange change) IL_REQUIRES(mutex_);
  Ring* add_ring(ThreadId id) IL_REQUIRES(mutex_);
  void copy_new(TableCursor& cursor, TableDelta& delta) const IL_REQUIRES(mutex_);
  void changed() IL_REQUIRES(mutex_);

  mutable Mutex mutex_;
  RunInfo info_ IL_GUARDED_BY(mutex_);
  std::vector<TableChange> changes_ IL_GUARDED_BY(mutex_);
  std::size_t name_bytes_ IL_GUARDED_BY(mutex_) = 0;
  std::uint32_t objects_ IL_GUARDED_BY(mutex_) = 0;
  std::vector<ObjectSeen> objects_seen_ IL_GUARDED_BY(mutex_);
  std::uint32_t functions_ IL_GUARDED_BY(mutex_) = 0;
  std::unordered_map<std::string, FunctionId> natives_ IL_GUARDED_BY(mutex_);
  std::vector<std::unique_ptr<Ring>> rings_ IL_GUARDED_BY(mutex_);
  std::unordered_map<ThreadId, Ring*> ring_of_ IL_GUARDED_BY(mutex_);
  std::atomic<std::uint64_t> version_{1};  // of everything guarded by mutex_
  std::atomic<std::uint64_t> budget_{limits::kEventsTotal};
};

}  // namespace interleave::trace
