// The recorder: what is written is read, live from another thread too, and bounds are told.
#include "trace/recorder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace interleave::trace {
namespace {

TEST(Event, PacksTimeKindAndLine) {
  const Event event = Event::make(kMaxTick, EventKind::GilTake, 7, pack_line(123, kForced));
  EXPECT_EQ(event.time(), kMaxTick);
  EXPECT_EQ(event.kind(), EventKind::GilTake);
  EXPECT_EQ(event.line(), 123u);
  EXPECT_EQ(event.flags(), kForced);
  EXPECT_EQ(Event::make(1, EventKind::Line, 0, pack_line(0xFFFFFFFFu)).line(), kMaxLine);
  EXPECT_EQ(Event::make(1, EventKind::Line, 0, pack_line(0xFFFFFFFFu)).flags(), 0);
  EXPECT_EQ(Event::make(0, EventKind::GilDrop, 0, pack_line(4, DropReason::Native)).drop_reason(),
            DropReason::Native);
}

TEST(Event, EveryKindHasANameThatReadsBack) {
  for (int i = 0; i < kEventKinds; ++i) {
    const auto kind = static_cast<EventKind>(i);
    EXPECT_EQ(kind_from_name(kind_name(kind)), kind) << i;
  }
  EXPECT_FALSE(kind_from_name("GilTook").has_value());
  EXPECT_EQ(kind_name(static_cast<EventKind>(200)), "?");
}

std::vector<Event> read_all(RingCursor& cursor) {
  std::vector<Event> events;
  for (auto piece = cursor.next(); !piece.empty(); piece = cursor.next()) {
    events.insert(events.end(), piece.begin(), piece.end());
  }
  return events;
}

TEST(Ring, GivesBackEverythingAcrossChunks) {
  Recorder recorder;
  Ring* ring = recorder.add_thread(0, "MainThread", false, kNoThread);
  RingCursor cursor(*ring);
  std::vector<Event> seen;
  constexpr std::uint32_t kCount = 20000;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    ring->record(i * 10, EventKind::Mark, i, i);
    if (i % 777 == 0) {
      const std::vector<Event> more = read_all(cursor);
      seen.insert(seen.end(), more.begin(), more.end());
    }
  }
  const std::vector<Event> more = read_all(cursor);
  seen.insert(seen.end(), more.begin(), more.end());
  ASSERT_EQ(seen.size(), kCount);
  for (std::uint32_t i = 0; i < kCount; ++i) {
    ASSERT_EQ(seen[i], Event::make(i * 10, EventKind::Mark, i, i));
  }
  EXPECT_EQ(recorder.events(), kCount);
  EXPECT_EQ(recorder.dropped(), 0u);
  EXPECT_TRUE(cursor.next().empty());
}

TEST(Ring, TimeNeverGoesBack) {
  Recorder recorder;
  Ring* ring = recorder.add_thread(0, "MainThread", false, kNoThread);
  ring->record(100, EventKind::Mark);
  ring->record(40, EventKind::Mark);
  RingCursor cursor(*ring);
  EXPECT_EQ(read_all(cursor)[1].time(), 100u);
}

TEST(Ring, DropsDetailFirstAndSaysSo) {
  Recorder recorder;
  Ring* ring = recorder.add_thread(0, "MainThread", false, kNoThread);
  const std::size_t half = limits::kEventsPerThread / 2;
  for (std::size_t i = 0; i < half + 1000; ++i) ring->record(i, EventKind::LockAcquire, 1);
  EXPECT_EQ(ring->size(), half);
  EXPECT_EQ(ring->dropped(), 1000u);
  ring->record(half + 2000, EventKind::GilDrop);
  RingCursor cursor(*ring);
  const std::vector<Event> events = read_all(cursor);
  ASSERT_EQ(events.size(), half + 2);
  EXPECT_EQ(events[half].kind(), EventKind::Dropped);
  EXPECT_EQ(events[half].a, 1000u);
  EXPECT_EQ(events[half + 1].kind(), EventKind::GilDrop);
}

TEST(Ring, StopsAtItsBoundAndCounts) {
  Recorder recorder;
  Ring* ring = recorder.add_thread(0, "MainThread", false, kNoThread);
  const std::size_t tries = limits::kEventsPerThread + 100000;
  for (std::size_t i = 0; i < tries; ++i) ring->record(i, EventKind::GilTake, 1);
  EXPECT_GE(ring->size(), limits::kEventsPerThread);
  EXPECT_LT(ring->size(), limits::kEventsPerThread + 5000);
  EXPECT_EQ(ring->size() + ring->dropped(), tries);
}

TEST(Recorder, AllRingsTogetherAreBounded) {
  Recorder recorder;
  std::uint64_t tries = 0;
  for (ThreadId id = 0; id < 6; ++id) {
    Ring* ring = recorder.add_thread(id, "t", false, 0);
    for (std::size_t i = 0; i < limits::kEventsPerThread; ++i, ++tries) {
      ring->record(i, EventKind::GilTake, 1);
    }
  }
  EXPECT_LE(recorder.events(), limits::kEventsTotal);
  EXPECT_GT(recorder.events(), limits::kEventsTotal - 20000);
  EXPECT_EQ(recorder.events() + recorder.dropped(), tries);
}

TEST(Recorder, ThreadsBeyondTheBoundShareARingThatOnlyCounts) {
  Recorder recorder;
  Ring* a = recorder.add_thread(limits::kTraceThreads, "a", false, 0);
  Ring* b = recorder.add_thread(limits::kTraceThreads + 1, "b", false, 0);
  EXPECT_EQ(a, b);
  a->record(1, EventKind::ThreadStart);
  EXPECT_EQ(a->size(), 0u);
  EXPECT_EQ(recorder.dropped(), 1u);
}

TEST(Recorder, TablesGrowAndRename) {
  Recorder recorder;
  recorder.add_thread(0, "MainThread", false, kNoThread);
  const ObjectId lock = recorder.add_object(ObjectKind::RLock, 18);
  const FunctionId f = recorder.add_function("crunch", 4);
  TableCursor cursor;
  TableDelta delta;
  Tables tables;
  recorder.read_tables(cursor, delta);
  for (const TableChange& change : delta.changes) tables.apply(change);
  EXPECT_EQ(delta.rings.size(), 1u);
  EXPECT_FALSE(recorder.tables_changed(cursor));
  EXPECT_EQ(tables.object(lock)->name, "");
  EXPECT_EQ(tables.object(lock)->kind, ObjectKind::RLock);
  EXPECT_EQ(tables.function(f)->name, "crunch");

  recorder.name_object(lock, "results_lock");
  recorder.name_object(lock, "alias");  // the first name stays
  recorder.rename_thread(0, "boss", true);
  EXPECT_EQ(recorder.native_function("sha256"), recorder.native_function("sha256"));
  recorder.finish(RunStatus::Finished, 42);
  EXPECT_TRUE(recorder.tables_changed(cursor));
  ASSERT_TRUE(recorder.try_read_tables(cursor, delta));
  for (const TableChange& change : delta.changes) tables.apply(change);
  EXPECT_TRUE(delta.rings.empty());
  EXPECT_EQ(delta.info.status, RunStatus::Finished);
  EXPECT_EQ(delta.info.end, 42u);
  EXPECT_EQ(tables.object(lock)->name, "results_lock");
  EXPECT_EQ(tables.object(lock)->line, 18u);
  EXPECT_EQ(tables.thread(0)->name, "boss");
  EXPECT_TRUE(tables.thread(0)->daemon);
  EXPECT_EQ(tables.functions.size(), 2u);
  EXPECT_TRUE(tables.functions[1].native);
  EXPECT_EQ(tables.object(0), nullptr);
  EXPECT_EQ(tables.thread(5), nullptr);
}

TEST(Recorder, NamesAreBounded) {
  Recorder recorder;
  std::string name;
  for (int i = 0; i < 150; ++i) name += "é";
  const FunctionId f = recorder.add_function(name, 1);
  std::size_t refused = 0;
  for (std::size_t i = 0; i < limits::kTraceNames + 10; ++i) {
    if (recorder.add_object(ObjectKind::Lock, 1) == 0) ++refused;
  }
  EXPECT_EQ(refused, 11u);
  recorder.add_thread(3, "late", false, 0);
  TableCursor cursor;
  TableDelta delta;
  Tables tables;
  recorder.read_tables(cursor, delta);
  for (const TableChange& change : delta.changes) tables.apply(change);
  EXPECT_EQ(tables.function(f)->name.size(), limits::kTraceNameLength + 3);
  EXPECT_EQ(tables.thread(3)->name, "late") << "threads are always named";
}

// Run under the thread sanitizer too: four writers and a reader that never waits for them.
TEST(Recorder, FourWritersAndALiveReader) {
  Recorder recorder;
  constexpr std::uint32_t kPerThread = 30000;
  std::atomic<int> running{4};
  std::vector<std::thread> writers;
  for (ThreadId id = 0; id < 4; ++id) {
    writers.emplace_back([&recorder, &running, id] {
      Ring* ring = recorder.add_thread(id, "writer", false, kNoThread);
      for (std::uint32_t i = 0; i < kPerThread; ++i) {
        ring->record(i, EventKind::Mark, id, i);
        if (i % 1000 == 0) recorder.add_object(ObjectKind::Lock, i, "lock");
      }
      running.fetch_sub(1);
    });
  }
  TableCursor tables;
  TableDelta delta;
  std::vector<RingCursor> cursors;
  std::vector<std::uint32_t> next(4, 0);
  std::size_t objects = 0;
  for (bool last = false; !last;) {
    last = running.load() == 0;
    if (recorder.try_read_tables(tables, delta)) {
      for (const Ring* ring : delta.rings) cursors.emplace_back(*ring);
      for (const TableChange& change : delta.changes) {
        objects += change.what == TableChange::What::Object ? 1 : 0;
      }
    } else {
      last = false;
    }
    for (RingCursor& cursor : cursors) {
      for (const Event& event : read_all(cursor)) {
        ASSERT_EQ(event.a, cursor.thread());
        ASSERT_EQ(event.b, next[event.a]++);
      }
    }
  }
  for (std::thread& writer : writers) writer.join();
  for (const std::uint32_t n : next) EXPECT_EQ(n, kPerThread);
  EXPECT_EQ(objects, 4u * (kPerThread / 1000));
}

}  // namespace
}  // namespace interleave::trace
