// The model: lanes, holders, arrows, objects, sums; live against afterwards.
#include "timeline/model.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "support/synthetic_trace.h"
#include "trace/text_form.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::kUs;
using synthetic::Writer;
using trace::DropReason;
using trace::EndStatus;
using trace::EventKind;
using trace::GilSetting;
using trace::ObjectKind;
using trace::pack_line;

std::vector<ThreadState> states_of(const Model& model, LaneIndex lane) {
  std::vector<ThreadState> states;
  for (std::uint32_t i = 0; i < model.span_count(lane); ++i) {
    states.push_back(model.span({lane, i}).state);
  }
  return states;
}

TEST(Model, LanesOfARealisticRun) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  EXPECT_TRUE(model.update());
  EXPECT_FALSE(model.update()) << "nothing new";
  EXPECT_FALSE(model.live());
  EXPECT_EQ(model.end(), run.end);
  EXPECT_EQ(model.events(), run.recorder->events());
  ASSERT_EQ(model.lane_count(), 6u);
  EXPECT_EQ(model.lane(kUiLane).kind, LaneKind::Ui);
  EXPECT_EQ(model.lane(kGilLane).kind, LaneKind::Gil);
  EXPECT_EQ(model.lane(2).name, "MainThread");
  EXPECT_EQ(model.lane(5).name, "Thread-3 (fetch)");
  EXPECT_EQ(model.lane_of(3), 5u);
  EXPECT_EQ(model.lane(5).parent, 0u);
  EXPECT_EQ(model.lane(5).born, 4 * kMs + 80 * kUs);
  EXPECT_EQ(model.lane(5).started, model.lane(5).born);
  EXPECT_EQ(model.lane(5).end_status, EndStatus::Finished);
  EXPECT_GT(model.span_count(kUiLane), 50u);
  const std::vector<ThreadState> expected = {
      ThreadState::WaitingGil, ThreadState::Running, ThreadState::SleepingIo,
      ThreadState::WaitingGil, ThreadState::Running, ThreadState::Native,
      ThreadState::WaitingGil, ThreadState::Running, ThreadState::Blocked,
      ThreadState::WaitingGil, ThreadState::Running};
  EXPECT_EQ(states_of(model, 5), expected);
}

TEST(Model, SpansOfAThreadHaveNoGaps) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  for (LaneIndex lane = kFirstThreadLane; lane < model.lane_count(); ++lane) {
    Tick at = model.lane(lane).started;
    for (std::uint32_t i = 0; i < model.span_count(lane); ++i) {
      const Span span = model.span({lane, i});
      EXPECT_EQ(span.start, at);
      at = span.end;
    }
    EXPECT_EQ(at, model.lane(lane).finished);
    const StateTimes times = model.times(lane, 0, model.end());
    EXPECT_EQ(times.total(), model.lane(lane).finished - model.lane(lane).started);
  }
}

TEST(Model, TheGilHasOneHolderAtATime) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const Track& gil = model.track(kGilLane);
  ASSERT_GT(gil.size(), 100u);
  std::uint64_t handoffs = 0, forced = 0;
  for (std::uint32_t i = 0; i < gil.size(); ++i) {
    if (i > 0) {
      EXPECT_GE(gil[i].start, gil[i - 1].end);
    }
    const Span hold = gil[i];
    if (hold.other != kNoThread && hold.other != hold.subject) {
      ++handoffs;
      forced += hold.has(kSpanForced) ? 1 : 0;
    }
    // Whoever has it does not wait for it.
    const LaneIndex lane = model.lane_of(hold.subject);
    const Span then = model.span(model.span_at(lane, hold.start + hold.length() / 2));
    EXPECT_EQ(then.state, ThreadState::Running);
  }
  const RangeTotals totals = model.totals();
  EXPECT_EQ(totals.handoffs, handoffs);
  EXPECT_EQ(totals.forced, forced);
  EXPECT_GT(totals.forced, 100u);
  EXPECT_LE(totals.parallelism(), 1.05) << "44 ms of hashing beside the GIL";
  EXPECT_GE(totals.parallelism(), 0.95);
  // The parts of a range add up to the whole.
  const Tick cut = run.end / 3;
  const RangeTotals a = model.totals(0, cut), b = model.totals(cut, run.end);
  StateTimes sum = a.all;
  sum += b.all;
  EXPECT_EQ(sum, totals.all);
  EXPECT_EQ(a.handoffs + b.handoffs, handoffs);
  EXPECT_EQ(a.forced + b.forced, forced);
}

TEST(Model, ArrowsOfHandOffWakeAndSpawn) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  // The wait for the lock: ended by Thread-1, 8 µs before it went on.
  const Span blocked = model.span({5, 8});
  ASSERT_EQ(blocked.state, ThreadState::Blocked);
  const auto wake = model.arrow_into({5, 8});
  ASSERT_TRUE(wake);
  EXPECT_EQ(wake->kind, ArrowKind::Wake);
  EXPECT_EQ(wake->from, run.first);
  EXPECT_EQ(wake->to, run.third);
  EXPECT_EQ(wake->from_time, blocked.end - 8 * kUs);
  EXPECT_EQ(wake->to_time, blocked.end);
  EXPECT_EQ(wake->line, 9u);
  // A wait for the GIL: from the drop to the taking.
  const auto handoff = model.arrow_into({5, 3});
  ASSERT_TRUE(handoff);
  EXPECT_EQ(handoff->kind, ArrowKind::ForcedHandoff);
  EXPECT_EQ(handoff->from_time, handoff->to_time - 8 * kUs);
  // Sleep ends by itself.
  EXPECT_FALSE(model.arrow_into({5, 2}));
  // The first span: started by MainThread.
  Model off(*run.recorder);
  std::vector<Arrow> arrows;
  EXPECT_TRUE(model.arrows(0, run.end + 1, 100000, arrows));
  std::size_t spawns = 0, wakes = 0, joins = 0;
  std::uint64_t handoffs = 0;
  for (const Arrow& arrow : arrows) {
    EXPECT_LE(arrow.from_time, arrow.to_time);
    spawns += arrow.kind == ArrowKind::Spawn ? 1 : 0;
    wakes += arrow.kind == ArrowKind::Wake ? 1 : 0;
    joins += arrow.kind == ArrowKind::Join ? 1 : 0;
    handoffs += arrow.kind == ArrowKind::Handoff || arrow.kind == ArrowKind::ForcedHandoff ? 1 : 0;
  }
  EXPECT_EQ(spawns, 3u);
  EXPECT_EQ(wakes, 1u);
  EXPECT_EQ(joins, 1u);
  // An arrow for each but where the GIL had been free for a while (MainThread's last turn, the
  // third's first).
  EXPECT_LE(handoffs, model.totals().handoffs);
  EXPECT_GE(handoffs + 4, model.totals().handoffs);
  arrows.clear();
  EXPECT_FALSE(model.arrows(0, run.end + 1, 10, arrows));
  EXPECT_EQ(arrows.size(), 10u);
}

TEST(Model, WhoHoldsTheLockAndWhoWaits) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const Span blocked = model.span({5, 8});
  const ObjectMoment moment = model.object_at(run.lock, blocked.start + 1);
  ASSERT_EQ(moment.holders.size(), 1u);
  EXPECT_EQ(moment.holders[0].thread, run.first);
  EXPECT_EQ(moment.holders[0].line, 8u);
  EXPECT_LT(moment.holders[0].since, blocked.start);
  ASSERT_EQ(moment.waiters.size(), 1u);
  EXPECT_EQ(moment.waiters[0].thread, run.third);
  EXPECT_EQ(moment.waiters[0].since, blocked.start);
  const Track* track = model.object_track(run.lock);
  ASSERT_NE(track, nullptr);
  ASSERT_EQ(track->size(), 3u);  // held, held with one waiting, held by the third
  EXPECT_EQ((*track)[0].state, ThreadState::Running);
  EXPECT_EQ((*track)[0].end, blocked.start);
  EXPECT_TRUE((*track)[1].has(kSpanContended));
  EXPECT_EQ((*track)[1].subject, run.first);
  EXPECT_EQ((*track)[2].subject, run.third);
  EXPECT_TRUE(model.open_holds(run.lock).empty());
  EXPECT_TRUE(model.object_at(run.lock, run.end - 1).holders.empty());
  EXPECT_EQ(model.object_name(run.lock), "results_lock");
  EXPECT_EQ(model.objects().size(), 1u);
}

TEST(Model, SemaphoresHaveSeveralHolders) {
  Writer w({.gil = GilSetting::Off});
  const ObjectId pool = w.recorder->add_object(ObjectKind::Semaphore, 3, "pool");
  for (const char* name : {"MainThread", "a", "b"}) {
    w.thread(name);
    w.start(0, static_cast<ThreadId>(w.rings.size() - 1), kNoThread);
  }
  w.at(10, 0, EventKind::LockAcquire, pool, pack_line(5));
  w.at(20, 1, EventKind::LockAcquire, pool, pack_line(5));
  w.at(30, 2, EventKind::BlockBegin, pool, pack_line(5));
  w.at(40, 0, EventKind::LockRelease, pool);
  w.at(40, 2, EventKind::BlockEnd, 0);
  w.at(41, 2, EventKind::LockAcquire, pool, pack_line(5));
  w.finish(100);
  Model model(*w.recorder);
  model.update();
  EXPECT_FALSE(model.is_exclusive(pool));
  const Track* lane = model.object_track(pool);
  ASSERT_NE(lane, nullptr);
  ASSERT_EQ(lane->size(), 2u) << "in use; and others wait";
  EXPECT_EQ((*lane)[0].start, 10u);
  EXPECT_EQ((*lane)[0].state, ThreadState::Running);
  EXPECT_EQ((*lane)[1].start, 30u);
  EXPECT_EQ((*lane)[1].end, 40u);
  EXPECT_TRUE((*lane)[1].has(kSpanContended));
  ASSERT_EQ(model.open_holds(pool).size(), 1u) << "never given back";
  EXPECT_EQ(model.object_span(pool, 2).start, 40u);
  EXPECT_EQ(model.object_span(pool, 2).end, 100u);
  EXPECT_EQ(model.object_at(pool, 35).holders.size(), 2u);
  EXPECT_EQ(model.object_at(pool, 35).waiters.size(), 1u);
  const ObjectMoment later = model.object_at(pool, 50);
  ASSERT_EQ(later.holders.size(), 2u);
  EXPECT_EQ(later.holders[0].thread, 1u);
  EXPECT_EQ(later.holders[1].thread, 2u);
}

TEST(Model, QueuesHaveALaneOfWaits) {
  Writer w({.gil = GilSetting::Off});
  const ObjectId jobs = w.recorder->add_object(ObjectKind::Queue, 3, "jobs");
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  w.at(10, 0, EventKind::BlockBegin, jobs, pack_line(5));
  w.at(30, 0, EventKind::BlockEnd, kNoThread);
  w.finish(100);
  Model model(*w.recorder);
  model.update();
  const Track* lane = model.object_track(jobs);
  ASSERT_NE(lane, nullptr);
  ASSERT_EQ(lane->size(), 1u);
  EXPECT_EQ((*lane)[0].state, ThreadState::Blocked);
  EXPECT_EQ((*lane)[0].subject, kNoThread);
  EXPECT_EQ((*lane)[0].length(), 20u);
  EXPECT_TRUE(model.open_holds(jobs).empty());
}

TEST(Model, LivesOnWithoutItsRecorder) {
  auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const RangeTotals before = model.totals();
  const std::uint32_t spans = model.span_count(5);
  model.detach();
  run.recorder.reset();
  EXPECT_FALSE(model.update());
  EXPECT_EQ(model.totals().all, before.all);
  EXPECT_EQ(model.span_count(5), spans);
  EXPECT_EQ(model.object_name(run.lock), "results_lock");
}

TEST(Model, LinesOfASpan) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const SpanRef blocked{5, 8};
  const std::uint32_t line = model.span(blocked).line_begin;
  EXPECT_TRUE(model.has_line(blocked, line));
  EXPECT_FALSE(model.has_line(blocked, line + 1));
  EXPECT_FALSE(model.has_line(blocked, 0));
  // A sample inside a span counts too: fetch() was at line 12 just before it slept.
  const SpanRef running = model.span_at(5, model.span({5, 2}).start - 1);
  EXPECT_TRUE(model.has_line(running, 12));
  std::vector<bool> wanted(run.sha + 2);
  wanted[run.fetch] = true;
  EXPECT_TRUE(model.has_function(running, wanted));
  wanted.assign(run.sha + 2, false);
  wanted[run.crunch] = true;
  EXPECT_FALSE(model.has_function(running, wanted));
}

/// Two threads that take two locks in opposite order.
Writer deadlocked() {
  Writer w({.gil = GilSetting::Off});
  const ObjectId a = w.recorder->add_object(ObjectKind::Lock, 1, "a_lock");
  const ObjectId b = w.recorder->add_object(ObjectKind::Lock, 2, "b_lock");
  w.thread("MainThread");
  w.thread("Thread-1", 0);
  w.thread("Thread-2", 0);
  w.start(0, 0, kNoThread);
  w.start(1 * kMs, 1, 0);
  w.start(1 * kMs, 2, 0);
  w.at(2 * kMs, 0, EventKind::JoinBegin, 1, pack_line(30));
  w.at(2 * kMs, 1, EventKind::LockAcquire, a, pack_line(10));
  w.at(2 * kMs, 2, EventKind::LockAcquire, b, pack_line(20));
  w.at(3 * kMs, 1, EventKind::BlockBegin, b, pack_line(12));
  w.at(4 * kMs, 2, EventKind::BlockBegin, a, pack_line(22));
  w.finish(10 * kMs, trace::RunStatus::Deadlock);
  return w;
}

TEST(Model, FindsTheCircleOfADeadlock) {
  Writer w = deadlocked();
  Model model(*w.recorder);
  model.update();
  const std::vector<WaitEdge> circle = model.deadlock();
  ASSERT_EQ(circle.size(), 2u);
  EXPECT_EQ(circle[0].thread, 1u);
  EXPECT_EQ(circle[0].line, 12u);
  EXPECT_EQ(circle[0].holder, 2u);
  EXPECT_EQ(circle[0].holder_line, 20u);
  EXPECT_EQ(circle[1].thread, 2u);
  EXPECT_TRUE(model.deadlock(3 * kMs + 1).empty()) << "not yet";
  // The threads are then taken out of their waits and ended from outside: the circle is still told.
  w.at(9998 * kUs, 1, EventKind::BlockEnd, kNoThread, pack_line(12));
  w.at(9999 * kUs, 2, EventKind::BlockEnd, kNoThread, pack_line(22));
  for (ThreadId id = 0; id < 3; ++id) w.end(10 * kMs, id, EndStatus::Stopped);
  model.update();
  EXPECT_EQ(model.deadlock().size(), 2u);
}

TEST(Model, OpenSpansGrowWithTheClock) {
  Writer w;
  w.thread("MainThread");
  Model model(*w.recorder);
  model.update();
  w.start(0, 0, kNoThread);
  w.take_gil(10, 0, kNoThread, 3);
  EXPECT_TRUE(model.update(1000));
  EXPECT_TRUE(model.live());
  EXPECT_EQ(model.end(), 1000u);
  const SpanRef open = model.span_at(2, 500);
  ASSERT_TRUE(open);
  EXPECT_TRUE(model.span(open).has(kSpanOpen));
  EXPECT_EQ(model.span(open).end, 1000u);
  EXPECT_EQ(model.times(2, 0, 800)[ThreadState::Running], 790u);
  EXPECT_TRUE(model.update(2000));
  EXPECT_EQ(model.span(open).end, 2000u);
  EXPECT_FALSE(model.update(2000));
  w.drop_gil(2500, 0, DropReason::Blocked, 4);
  w.at(2500, 0, EventKind::SleepBegin, 5, pack_line(4));
  model.update(3000);
  EXPECT_EQ(model.span(open).end, 2500u) << "the same reference, closed now";
  EXPECT_FALSE(model.span(open).has(kSpanOpen));
  w.finish(2800);
  model.update(5000);
  EXPECT_EQ(model.end(), 2800u) << "the clock of the page ran ahead";
  EXPECT_EQ(model.span(model.span_at(2, 2600)).end, 2800u);
}

TEST(Model, LateEventsOfOtherThreadsEndInTheSamePicture) {
  const auto run = synthetic::realistic();
  Model whole(*run.recorder);
  whole.update();
  // The same events, recorded thread by thread with an update in between: as late as can be.
  const trace::ParsedTrace parsed = trace::parse_text(trace::to_text(*run.recorder));
  ASSERT_NE(parsed.recorder, nullptr) << parsed.error;
  trace::Recorder late({.gil = GilSetting::V310, .cores = 2});
  trace::TableCursor cursor;
  trace::TableDelta delta;
  run.recorder->read_tables(cursor, delta);
  late.add_function("crunch", 4);
  late.add_function("fetch", 11);
  late.native_function("sha256");
  late.add_object(ObjectKind::Lock, 18, "results_lock");
  for (const trace::TableChange& change : delta.changes) {
    if (change.what != trace::TableChange::What::Thread) continue;
    late.add_thread(change.id, change.name, change.flag, change.number);
  }
  Model model(late);
  for (const trace::Ring* ring : delta.rings) {
    trace::Ring* copy = ring->thread() == trace::kUiThread
                            ? late.ui_ring()
                            : late.add_thread(ring->thread(), "", false, 0);
    trace::RingCursor events(*ring);
    for (auto piece = events.next(); !piece.empty(); piece = events.next()) {
      for (const trace::Event& e : piece) copy->record(e.time(), e.kind(), e.a, e.b);
    }
    model.update();
  }
  late.finish(trace::RunStatus::Finished, run.end);
  model.update();
  for (LaneIndex lane = 0; lane < whole.lane_count(); ++lane) {
    ASSERT_EQ(model.span_count(lane), whole.span_count(lane)) << lane;
    for (std::uint32_t i = 0; i < whole.span_count(lane); ++i) {
      const Span a = model.span({lane, i}), b = whole.span({lane, i});
      ASSERT_EQ(a.start, b.start) << lane << " " << i;
      ASSERT_EQ(a.end, b.end) << lane << " " << i;
      ASSERT_EQ(a.state, b.state);
      ASSERT_EQ(a.other, b.other);
    }
  }
  EXPECT_EQ(model.totals().handoffs, whole.totals().handoffs);
}

TEST(Model, ReadsInPortions) {
  const auto run = synthetic::realistic();
  Model whole(*run.recorder), portions(*run.recorder);
  whole.update();
  int rounds = 0;
  while (portions.update(0, 100)) ++rounds;
  EXPECT_GT(rounds, 5);
  EXPECT_EQ(portions.events(), whole.events());
  EXPECT_EQ(portions.totals().all, whole.totals().all);
  EXPECT_EQ(portions.span_count(), whole.span_count());
}

TEST(Model, EdgesAndPlaces) {
  Writer w({.gil = GilSetting::Off});
  const trace::FunctionId f = w.recorder->add_function("work", 4);
  w.thread("MainThread");
  w.start(10, 0, kNoThread);
  w.at(20, 0, EventKind::Line, f, pack_line(6));
  w.at(50, 0, EventKind::SleepBegin, 1, pack_line(8));
  w.at(90, 0, EventKind::SleepEnd);
  w.at(95, 0, EventKind::ThreadEnd);
  w.finish(100);
  Model model(*w.recorder);
  model.update();
  EXPECT_EQ(model.next_edge(2, 0), 10u);
  EXPECT_EQ(model.next_edge(2, 10), 50u);
  EXPECT_EQ(model.next_edge(kNoLane, 60), 90u);
  EXPECT_EQ(model.next_edge(2, 95), std::nullopt);
  EXPECT_EQ(model.previous_edge(2, 95), 90u);
  EXPECT_EQ(model.previous_edge(2, 200), 95u);
  EXPECT_EQ(model.previous_edge(2, 60), 50u);
  EXPECT_EQ(model.previous_edge(2, 10), std::nullopt);
  EXPECT_EQ(model.place_at(2, 30).function, f);
  EXPECT_EQ(model.place_at(2, 30).line, 6u);
  EXPECT_EQ(model.place_at(2, 60).line, 8u);
  EXPECT_FALSE(model.span_at(2, 97));
  EXPECT_FALSE(model.span_at(2, 5));
}

TEST(Model, EmptyRunsAndStaleReferencesAreHarmless) {
  trace::Recorder recorder;
  Model model(recorder);
  model.update();
  EXPECT_EQ(model.lane_count(), 2u);
  EXPECT_EQ(model.totals().parallelism(), 0);
  EXPECT_FALSE(model.span_at(77, 0));
  EXPECT_EQ(model.span({77, 3}).length(), 0u);
  EXPECT_EQ(model.span({0, 3}).length(), 0u);
  EXPECT_FALSE(model.arrow_into({0, 3}));
  EXPECT_TRUE(model.deadlock().empty());
  EXPECT_EQ(model.thread_name(9), "thread 9");
  EXPECT_EQ(model.object_name(9), "a lock");
}

// Under the thread sanitizer: four threads record while the model is built, then it agrees with a
// late one.
TEST(Model, IsBuiltWhileFourThreadsRecord) {
  trace::Recorder recorder({.gil = GilSetting::Off});
  std::atomic<int> running{4};
  std::vector<std::thread> threads;
  const ObjectId lock = recorder.add_object(ObjectKind::Lock, 1, "lock");
  for (ThreadId id = 0; id < 4; ++id) {
    threads.emplace_back([&, id] {
      trace::Ring* ring = recorder.add_thread(id, "t", false, kNoThread);
      Tick t = id;
      ring->record(t, EventKind::ThreadStart, kNoThread);
      for (int i = 0; i < 3000; ++i) {
        ring->record(t += 7, EventKind::BlockBegin, lock, pack_line(3));
        ring->record(t += 3, EventKind::BlockEnd, (id + 1) % 4);
        ring->record(t, EventKind::LockAcquire, lock, pack_line(3));
        ring->record(t += 1, EventKind::LockRelease, lock);
        ring->record(t, EventKind::Wake, (id + 3) % 4);
      }
      ring->record(t += 1, EventKind::ThreadEnd);
      running.fetch_sub(1);
    });
  }
  Model live(recorder);
  while (running.load() > 0) {
    live.update();
    live.totals();
  }
  for (std::thread& thread : threads) thread.join();
  recorder.finish(trace::RunStatus::Finished, 100000);
  while (live.update()) {
  }
  Model late(recorder);
  while (late.update()) {
  }
  EXPECT_EQ(live.events(), 4u * 15002u);
  EXPECT_EQ(live.totals().all, late.totals().all);
  EXPECT_EQ(live.lane_count(), 6u);
  for (ThreadId id = 0; id < 4; ++id) {
    EXPECT_EQ(live.span_count(live.lane_of(id)), 6001u);
  }
}

}  // namespace
}  // namespace interleave::timeline
