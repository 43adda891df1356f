// Why a thread waits, in facts and in words.
#include "timeline/explain.h"

#include <gtest/gtest.h>

#include "support/synthetic_trace.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::kUs;
using synthetic::Writer;
using trace::DropReason;
using trace::EventKind;
using trace::GilSetting;
using trace::ObjectKind;
using trace::pack_line;

/// MainThread runs at line 7, Thread-1 and Thread-2 wait for the GIL; Thread-1 gets it by force
/// after 5.2 ms.
Writer two_waiters() {
  Writer w;
  const trace::FunctionId crunch = w.recorder->add_function("crunch", 4);
  w.thread("MainThread");
  w.thread("Thread-1", 0);
  w.thread("Thread-2", 0);
  w.start(0, 0, kNoThread);
  w.take_gil(0, 0, kNoThread, 3);
  w.at(10, 0, EventKind::Line, crunch, pack_line(7));
  w.start(1 * kMs, 1, 0, 9);
  w.start(2 * kMs, 2, 0, 9);
  w.drop_gil(6200 * kUs, 0, DropReason::Request, 6);
  w.wait_gil(6200 * kUs, 0, 1, 6);
  w.take_gil(6200 * kUs, 1, 0, 4, true);
  w.drop_gil(8 * kMs, 1, DropReason::Blocked, 5);
  w.at(8 * kMs, 1, EventKind::SleepBegin, 2000, pack_line(5));
  w.take_gil(8 * kMs, 2, 1, 4);
  w.finish(9 * kMs);
  return w;
}

TEST(Explain, WaitingForTheGil) {
  Writer w = two_waiters();
  Model model(*w.recorder);
  model.update();
  const Explanation e = explain(model, {3, 0});
  EXPECT_EQ(e.title, "Thread-1 · waiting for the GIL · 5.2 ms");
  EXPECT_EQ(e.sentence,
            "Thread-1 waited 5.2 ms for the GIL held by MainThread (line 7); forced hand-off.");
  EXPECT_EQ(e.when, "1.0 ms → 6.2 ms");
  EXPECT_EQ(e.holder.thread, 0u);
  ASSERT_TRUE(e.ended_by);
  EXPECT_EQ(e.ended_by->kind, ArrowKind::ForcedHandoff);
  const Explanation other = explain(model, {4, 0});
  EXPECT_EQ(
      other.sentence,
      "Thread-2 waited 6 ms for the GIL, held for 4.2 ms of it by MainThread (line 7) and before "
      "or after by Thread-1; Thread-1 let it go by itself; Thread-1 waits for it too.");
  const Explanation open = explain(model, {2, 1});
  EXPECT_EQ(open.sentence,
            "MainThread has waited 2.8 ms so far for the GIL, held for 1.8 ms of it by Thread-1 "
            "(line 4) and before or after by Thread-2; Thread-2 waits for it too.");
  EXPECT_EQ(open.title, "MainThread · waiting for the GIL · 2.8 ms so far");
  EXPECT_EQ(open.when, "6.2 ms → now");
  EXPECT_FALSE(open.ended_by);
}

TEST(Explain, AFreeGilIsHeldByNobody) {
  Writer w;
  w.thread("MainThread");
  w.thread("Thread-1", 0);
  w.start(0, 0, kNoThread);
  w.take_gil(0, 0, kNoThread, 3);
  w.drop_gil(1 * kMs, 0, DropReason::Blocked, 4);
  w.at(1 * kMs, 0, EventKind::SleepBegin, 9000, pack_line(4));
  w.start(3 * kMs, 1, kNoThread);
  w.wait_gil(3 * kMs, 1, kNoThread);
  w.take_gil(3 * kMs + 4 * kUs, 1, 0);
  w.finish(4 * kMs);
  Model model(*w.recorder);
  model.update();
  EXPECT_EQ(explain(model, {3, 0}).sentence, "Thread-1 waited 4 µs for the GIL.");
  EXPECT_FALSE(explain(model, {3, 0}).ended_by);
  std::vector<Arrow> arrows;
  model.arrows(0, 4 * kMs, 10, arrows);
  EXPECT_TRUE(arrows.empty());
}

TEST(Explain, RunningSleepingAndTheGilLane) {
  Writer w = two_waiters();
  Model model(*w.recorder);
  model.update();
  EXPECT_EQ(explain(model, {2, 0}).sentence, "MainThread ran for 6.2 ms, line 3 to line 6.");
  EXPECT_EQ(explain(model, {3, 2}).sentence, "Thread-1 has slept for 1 ms, line 5.");
  EXPECT_EQ(explain(model, {kGilLane, 1}).sentence,
            "Thread-1 held the GIL for 1.8 ms, line 4 to line 5; it took over from MainThread, "
            "which was made to let go.");
  EXPECT_EQ(explain(model, {}).title, "");
  EXPECT_EQ(explain(model, {3, 99}).title, "");
}

TEST(Explain, LocksByNameWithHolderAndQueue) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const Explanation e = explain(model, {5, 8});
  EXPECT_EQ(e.title.rfind("Thread-3 (fetch) · waiting for results_lock · ", 0), 0u) << e.title;
  EXPECT_EQ(e.object, run.lock);
  EXPECT_NE(e.sentence.find("for results_lock, held by Thread-1 (crunch) since line 8; Thread-1 "
                            "(crunch) (line 9) let it go on."),
            std::string::npos)
      << e.sentence;
  const Explanation native = explain(model, {5, 5});
  EXPECT_EQ(native.title, "Thread-3 (fetch) · sha256(), GIL released · 44 ms");
  const Explanation join = explain(model, model.span_at(2, 500 * kMs));
  EXPECT_NE(join.sentence.find("MainThread waited"), std::string::npos);
  EXPECT_NE(join.sentence.find("for Thread-1 (crunch) to end, line 23."), std::string::npos);
  EXPECT_EQ(explain(model, {kUiLane, 0}).sentence, "The page drew a frame in 2.3 ms.");
}

TEST(Explain, TheChainOfCauses) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  // Blocked on the lock: because of what Thread-1 was doing when it released it.
  const SpanRef cause = why(model, {5, 8});
  ASSERT_TRUE(cause);
  EXPECT_EQ(cause.lane, model.lane_of(run.first));
  EXPECT_EQ(model.span(cause).state, ThreadState::Running);
  // That ran because it had waited for the GIL, which somebody let go …
  const std::vector<SpanRef> chain = chain_of_causes(model, {5, 8}, 6);
  ASSERT_EQ(chain.size(), 6u);
  EXPECT_EQ(model.span(chain[1]).state, ThreadState::WaitingGil);
  EXPECT_EQ(chain[1].lane, chain[0].lane);
  EXPECT_NE(chain[2].lane, chain[1].lane);
  // A sleep ends by itself.
  EXPECT_FALSE(why(model, {5, 2}));
  // A thread's first span leads to its parent.
  EXPECT_EQ(why(model, {5, 0}).lane != kNoLane, true);
  // The other way: what Thread-1 was doing let the third go on.
  const SpanRef after = consequence(model, cause);
  ASSERT_TRUE(after);
  EXPECT_EQ(after.lane, 5u);
  EXPECT_FALSE(consequence(model, {kGilLane, 0}));
}

TEST(Explain, TimeOutsAndSelfDeadlock) {
  Writer w({.gil = GilSetting::Off});
  const ObjectId lock = w.recorder->add_object(ObjectKind::Lock, 2);
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  w.at(1 * kMs, 0, EventKind::LockAcquire, lock, pack_line(3));
  w.at(2 * kMs, 0, EventKind::BlockBegin, lock, pack_line(4));
  w.at(5 * kMs, 0, EventKind::BlockEnd, kNoThread, pack_line(4, trace::kTimedOut));
  w.at(6 * kMs, 0, EventKind::BlockBegin, lock, pack_line(5));
  w.finish(9 * kMs, trace::RunStatus::Deadlock);
  Model model(*w.recorder);
  model.update();
  EXPECT_EQ(explain(model, {2, 1}).sentence,
            "MainThread waited 3 ms for the lock made at line 2, which it holds itself since line "
            "3; the time ran out.");
  EXPECT_EQ(explain_deadlock(model, model.deadlock()),
            "Deadlock: MainThread waits at line 5 for the lock made at line 2, held by itself "
            "since line 3.");
  EXPECT_EQ(explain_deadlock(model, {}), "");
}

TEST(Explain, WhoHeldALockAndWhoWaited) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const Explanation alone = explain_hold(model, run.lock, 0);
  EXPECT_TRUE(alone.title.starts_with("results_lock · held by Thread-1 (crunch) · "))
      << alone.title;
  EXPECT_EQ(alone.sentence, "Thread-1 (crunch) had it since line 8; nobody waited.");
  const Explanation contended = explain_hold(model, run.lock, 1);
  EXPECT_EQ(contended.sentence,
            "Thread-1 (crunch) had it since line 8; Thread-3 (fetch) waits for it.");
  EXPECT_EQ(contended.holder.thread, run.first);
  ASSERT_EQ(contended.queue.size(), 1u);
  EXPECT_EQ(contended.queue[0].thread, run.third);
  EXPECT_TRUE(explain_hold(model, run.lock, 99).title.empty());
  EXPECT_TRUE(explain_hold(model, 12345, 0).title.empty());
}

TEST(Explain, AQueueIsWaitedFor) {
  Writer w({.gil = GilSetting::Off});
  const ObjectId jobs = w.recorder->add_object(ObjectKind::Queue, 3, "jobs");
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  w.at(1 * kMs, 0, EventKind::BlockBegin, jobs, pack_line(5));
  w.finish(9 * kMs);
  Model model(*w.recorder);
  model.update();
  const Explanation e = explain_hold(model, jobs, 0);
  EXPECT_EQ(e.title, "jobs · waited for · 8 ms so far");
  EXPECT_EQ(e.sentence, "MainThread waits for jobs.");
}

}  // namespace
}  // namespace interleave::timeline
