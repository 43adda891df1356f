// The rules: each speaks where its figures say so, and is silent where they do not.
#include "timeline/verdict.h"

#include <gtest/gtest.h>

#include "support/synthetic_trace.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::Writer;
using trace::DropReason;
using trace::EndStatus;
using trace::EventKind;
using trace::GilSetting;
using trace::ObjectKind;
using trace::pack_line;
using trace::RunStatus;

Verdict judge(Writer& w) {
  Model model(*w.recorder);
  model.update();
  return verdict(model);
}

/// MainThread, started at 0, and `workers` threads started at 1 ms; GIL off.
Writer without_gil(int workers, std::uint32_t cores = 2) {
  Writer w({.gil = GilSetting::Off, .cores = cores});
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  for (int i = 1; i <= workers; ++i) {
    w.thread("Thread-" + std::to_string(i), 0);
    w.start(kMs, static_cast<ThreadId>(i), 0);
  }
  if (workers > 0) w.at(2 * kMs, 0, EventKind::JoinBegin, 1, pack_line(9));
  return w;
}

TEST(Verdict, CpuBoundThreadsUnderTheGil) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const Verdict v = verdict(model);
  EXPECT_EQ(v.rule, Rule::GilSerializes);
  EXPECT_EQ(v.headline.rfind("Two CPU-bound threads took as long as one after the other: ", 0), 0u)
      << v.headline;
  EXPECT_NE(v.detail.find("% of its life waiting for the GIL, held by crunch(), line "),
            std::string::npos)
      << v.detail;
  EXPECT_NE(v.detail.find("Switch the GIL off"), std::string::npos);
  // A part of the run in which only the third thread is selected away still speaks of what is in
  // it.
  EXPECT_EQ(verdict(model, 300 * kMs, 400 * kMs).rule, Rule::GilSerializes);
  EXPECT_EQ(verdict(model, 0, 3 * kMs).rule, Rule::None) << "MainThread alone, still starting";
}

TEST(Verdict, ParallelWithoutTheGilAndNot) {
  Writer w = without_gil(2);
  w.end(501 * kMs, 1);
  w.end(501 * kMs, 2);
  w.finish(502 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::Parallel);
  EXPECT_EQ(v.headline,
            "Without the GIL two threads computed at the same time: 1 s of work in 502 ms.");
  EXPECT_EQ(v.detail, "Parallelism 2.00. Switch the GIL on and run again to compare.");

  Writer four = without_gil(4);
  for (ThreadId id = 1; id <= 4; ++id) four.end(501 * kMs, id);
  four.finish(502 * kMs);
  EXPECT_EQ(
      judge(four).headline,
      "Without the GIL four threads computed at the same time on 2 cores: the run took 502 ms.");
  EXPECT_EQ(judge(four).detail.rfind("Parallelism 2.00", 0), 0u) << "not more than the cores";

  Writer alone = without_gil(2, 1);
  alone.end(100 * kMs, 1);
  alone.end(100 * kMs, 2);
  alone.finish(101 * kMs);
  EXPECT_EQ(judge(alone).rule, Rule::NotParallel);
  EXPECT_EQ(judge(alone).headline,
            "The GIL is off, but two CPU-bound threads share the only core.");

  // Two that hardly overlap.
  Writer apart = without_gil(1);
  apart.thread("Thread-2");
  apart.start(99 * kMs, 2, kNoThread);
  apart.end(100 * kMs, 1);
  apart.end(198 * kMs, 2);
  apart.finish(199 * kMs);
  const Verdict n = judge(apart);
  EXPECT_EQ(n.rule, Rule::NotParallel);
  EXPECT_EQ(n.detail, "200 ms of computing in 199 ms, parallelism 1.01.");
}

TEST(Verdict, SleepingThreadsOverlap) {
  Writer w = without_gil(3);
  for (ThreadId id = 1; id <= 3; ++id) {
    w.at(2 * kMs, id, EventKind::SleepBegin, 1000000, pack_line(4));
    w.at(1002 * kMs, id, EventKind::SleepEnd);
    w.end(1003 * kMs, id);
  }
  w.finish(1004 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::SleepOverlap);
  EXPECT_EQ(v.headline, "Three threads slept 1 s each, the run took 1 s.");
}

TEST(Verdict, ThreadsOneAfterAnother) {
  Writer w = without_gil(1);
  w.end(101 * kMs, 1);
  w.at(102 * kMs, 0, EventKind::JoinEnd, 1);
  w.thread("Thread-2", 0);
  w.start(103 * kMs, 2, 0);
  w.at(103 * kMs, 0, EventKind::JoinBegin, 2);
  w.end(200 * kMs, 2);
  w.finish(201 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::OneAfterAnother);
  EXPECT_NE(v.headline.find("Two threads ran one after the other"), std::string::npos);
}

TEST(Verdict, LockContention) {
  Writer w = without_gil(2);
  const ObjectId lock = w.recorder->add_object(ObjectKind::Lock, 3, "results_lock");
  w.at(2 * kMs, 1, EventKind::LockAcquire, lock, pack_line(5));
  w.at(2 * kMs, 2, EventKind::BlockBegin, lock, pack_line(5));
  w.at(80 * kMs, 1, EventKind::LockRelease, lock, pack_line(6));
  w.at(80 * kMs, 2, EventKind::BlockEnd, 1);
  w.at(80 * kMs, 2, EventKind::LockAcquire, lock, pack_line(5));
  w.at(100 * kMs, 2, EventKind::LockRelease, lock, pack_line(6));
  w.end(101 * kMs, 1);
  w.end(101 * kMs, 2);
  w.finish(101 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::LockContention);
  EXPECT_EQ(v.headline, "Thread-2 waited 78 ms for results_lock.");
  EXPECT_NE(v.detail.find("That is 78 % of the life of the thread which waited; the lock was held "
                          "97 % of the time."),
            std::string::npos)
      << v.detail;
}

TEST(Verdict, WaitingForWorkIsNoContention) {
  Writer w = without_gil(1);
  const ObjectId queue = w.recorder->add_object(ObjectKind::Queue, 3, "jobs");
  w.at(2 * kMs, 1, EventKind::BlockBegin, queue, pack_line(5));
  w.at(90 * kMs, 1, EventKind::BlockEnd, 0);
  w.end(100 * kMs, 1);
  w.finish(100 * kMs);
  EXPECT_EQ(judge(w).rule, Rule::None);
}

TEST(Verdict, NativeCallsOverlapUnderTheGil) {
  Writer w({.gil = GilSetting::V310, .cores = 2});
  const trace::FunctionId sha = w.recorder->native_function("sha256");
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  w.take_gil(0, 0, kNoThread, 1);
  for (ThreadId id = 1; id <= 2; ++id) {
    w.thread("Thread-" + std::to_string(id), 0);
    w.start(kMs, id, 0);
  }
  w.at(2 * kMs, 0, EventKind::JoinBegin, 1, pack_line(9));
  w.drop_gil(2 * kMs, 0, DropReason::Blocked, 9);
  for (ThreadId id = 1; id <= 2; ++id) {
    const Tick t = (1 + id) * kMs;
    w.take_gil(t, id, id - 1, 4);
    w.at(t + kMs, id, EventKind::NativeBegin, sha, pack_line(5));
    w.drop_gil(t + kMs, id, DropReason::Native, 5);
  }
  for (ThreadId id = 1; id <= 2; ++id) {
    w.at((100 + id) * kMs, id, EventKind::NativeEnd);
    w.take_gil((100 + id) * kMs, id, 2, 5);
    w.drop_gil((100 + id) * kMs + kMs / 2, id, DropReason::Finished, 6);
    w.end((100 + id) * kMs + kMs / 2, id);
  }
  w.finish(103 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::NativeOverlap);
  EXPECT_NE(v.headline.find("sha256() lets the GIL go"), std::string::npos) << v.headline;
}

TEST(Verdict, Deadlocks) {
  Writer w = without_gil(2);
  const ObjectId a = w.recorder->add_object(ObjectKind::Lock, 1, "a_lock");
  const ObjectId b = w.recorder->add_object(ObjectKind::Lock, 2, "b_lock");
  w.at(2 * kMs, 1, EventKind::LockAcquire, a, pack_line(10));
  w.at(2 * kMs, 2, EventKind::LockAcquire, b, pack_line(20));
  w.at(3 * kMs, 1, EventKind::BlockBegin, b, pack_line(12));
  w.at(4 * kMs, 2, EventKind::BlockBegin, a, pack_line(22));
  w.finish(10 * kMs, RunStatus::Deadlock);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::Deadlock);
  EXPECT_EQ(v.headline, "Deadlock: Thread-1 and Thread-2 wait for each other.");
  EXPECT_EQ(v.detail,
            "Deadlock: Thread-1 waits at line 12 for b_lock, held by Thread-2 since line 20; "
            "Thread-2 waits at line 22 for a_lock, held by Thread-1 since line 10. Let every "
            "thread take the locks in the same order.");

  Writer lost = without_gil(0);
  const ObjectId event = lost.recorder->add_object(ObjectKind::Event, 1, "done");
  lost.at(2 * kMs, 0, EventKind::BlockBegin, event, pack_line(4));
  lost.finish(10 * kMs, RunStatus::Deadlock);
  EXPECT_EQ(judge(lost).headline, "Deadlock: MainThread waits and nobody is left to wake it.");
}

TEST(Verdict, DaemonCutOff) {
  Writer w({.gil = GilSetting::Off, .cores = 2});
  w.thread("MainThread");
  w.thread("Thread-1", 0, true);
  w.start(0, 0, kNoThread);
  w.start(kMs, 1, 0);
  w.at(2 * kMs, 1, EventKind::SleepBegin, 1000000, pack_line(5));
  w.at(2 * kMs, 0, EventKind::SleepBegin, 50000, pack_line(8));
  w.at(52 * kMs, 0, EventKind::SleepEnd);
  w.end(53 * kMs, 0);
  w.end(53 * kMs, 1, EndStatus::CutOff);
  w.finish(53 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::DaemonCutOff);
  EXPECT_EQ(v.headline, "Thread-1, a daemon thread, was cut off when the program ended.");
  EXPECT_EQ(v.detail,
            "Thread-1 was sleeping at line 5. Join it, or leave daemon out, to let it finish.");
}

TEST(Verdict, CrowdedCores) {
  Writer w({.mode = trace::RunMode::Simulated, .gil = GilSetting::Off, .cores = 1});
  for (ThreadId id = 0; id < 2; ++id) {
    w.thread(id == 0 ? "MainThread" : "Thread-1", id == 0 ? kNoThread : 0);
    w.start(id, id, id == 0 ? kNoThread : 0);
  }
  w.at(10, 1, EventKind::ReadyBegin);
  w.at(50 * kMs, 0, EventKind::ReadyBegin);
  w.at(50 * kMs, 1, EventKind::ReadyEnd);
  w.finish(100 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::Crowded);
  EXPECT_EQ(v.headline, "Threads waited for the only core.");
}

TEST(Verdict, OneThreadAndNothingAtAll) {
  Writer w = without_gil(0);
  w.at(2 * kMs, 0, EventKind::SleepBegin, 20000, pack_line(1));
  w.at(22 * kMs, 0, EventKind::SleepEnd);
  w.end(30 * kMs, 0);
  w.finish(30 * kMs);
  const Verdict v = judge(w);
  EXPECT_EQ(v.rule, Rule::SingleThread);
  EXPECT_EQ(v.detail, "It computed for 10 ms of 30 ms and slept for 20 ms.");

  trace::Recorder empty;
  Model model(empty);
  model.update();
  EXPECT_FALSE(verdict(model));
  EXPECT_EQ(verdict(model).headline, "");

  // Two threads that hardly did anything: nothing to say.
  Writer quiet = without_gil(1);
  quiet.at(2 * kMs, 1, EventKind::IoBegin, 0, pack_line(1));
  quiet.end(9 * kMs, 1);
  quiet.finish(9 * kMs);
  EXPECT_EQ(judge(quiet).rule, Rule::None);
}

}  // namespace
}  // namespace interleave::timeline
