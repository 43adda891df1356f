// The live executor with a stand-in for the machine's loop: what it does at each StopReason.
#include "exec/threaded_executor.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <thread>

#include "vm/sync.h"
#include "vm/vm.h"

namespace interleave::exec {
namespace {

using std::chrono::milliseconds;
using vm::StopReason;
using vm::VmThread;

/// What the stand-in does when a thread is run.
std::function<StopReason(VmThread&)> g_script;
StopReason run_script(VmThread& t) { return g_script(t); }

struct Silent : OutputSink {
  void write(bool, std::string_view) override {}
};

struct Fixture : testing::TestWithParam<trace::GilSetting> {
  Outcome run(std::function<StopReason(VmThread&)> script) {
    g_script = std::move(script);
    ThreadedOptions options;
    options.gil = GetParam();
    options.run = run_script;
    executor = std::make_unique<ThreadedExecutor>(options, output, &recorder);
    vm::Vm vm(*executor, &recorder);
    Outcome outcome = executor->run(vm);
    g_script = nullptr;
    return outcome;
  }
  static Tick spent(const Outcome& o, std::size_t thread, TimeIn in) {
    return o.threads.at(thread).ns[static_cast<std::size_t>(in)];
  }
  bool has_gil() const { return GetParam() != trace::GilSetting::Off; }

  Silent output;
  trace::Recorder recorder;
  std::unique_ptr<ThreadedExecutor> executor;
};

VmThread* spawn(VmThread& t) {
  VmThread* thread = t.vm.new_thread();
  thread->ring = t.vm.recorder->add_thread(thread->id, "T", thread->daemon, t.id);
  EXPECT_TRUE(t.vm.host.spawned(thread->id));
  return thread;
}

TEST_P(Fixture, FinishedAtOnce) {
  const Outcome o = run([](VmThread&) { return StopReason::Finished; });
  EXPECT_EQ(o.status, trace::RunStatus::Finished);
  EXPECT_EQ(o.exit_code, 0);
  ASSERT_EQ(o.threads.size(), 1u);
  EXPECT_EQ(o.threads[0].name, "MainThread");
}

TEST_P(Fixture, SleepingTakesItsTimeAndIsCounted) {
  int calls = 0;
  const Outcome o = run([&](VmThread& t) {
    if (calls++ == 1) return StopReason::Finished;
    vm::pending_sleep(t, t.vm.host.now() + 30'000'000);
    return StopReason::Sleeping;
  });
  EXPECT_EQ(calls, 2);
  EXPECT_GE(spent(o, 0, TimeIn::SleepingIo), 30'000'000u);
  EXPECT_GE(o.elapsed, 30'000'000u);
}

TEST_P(Fixture, NativeWorkRunsWhileAnotherHasTheGil) {
  std::atomic<bool> other_ran{false};
  std::atomic<int> main_calls{0};
  const Outcome o = run([&](VmThread& t) {
    if (t.id == 1) {
      other_ran = true;
      return StopReason::Finished;
    }
    if (main_calls++ > 0) return StopReason::Finished;
    spawn(t);
    vm::pending_native(
        t, "wait",
        [](void* flag) {
          while (!static_cast<std::atomic<bool>*>(flag)->load()) std::this_thread::yield();
        },
        &other_ran, nullptr, vm::Value());
    return StopReason::NativeCall;
  });
  EXPECT_EQ(o.status, trace::RunStatus::Finished);
  EXPECT_TRUE(other_ran);
  EXPECT_GT(spent(o, 0, TimeIn::Native), 0u);
}

TEST_P(Fixture, StopEndsALoop) {
  std::thread stopper;
  std::atomic<bool> running{false};
  const auto begin = std::chrono::steady_clock::now();
  const Outcome o = run([&](VmThread& t) {
    if (!running.exchange(true)) stopper = std::thread([&] { executor->request_stop(); });
    while ((t.leave.load() & vm::kLeaveStop) == 0) std::this_thread::yield();
    return StopReason::Failed;
  });
  stopper.join();
  EXPECT_EQ(o.status, trace::RunStatus::Stopped);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(5000));
}

TEST_P(Fixture, StopEndsASleepAndAWait) {
  std::thread stopper;
  const Outcome o = run([&](VmThread& t) {
    if (t.id == 0) {
      spawn(t);
      stopper = std::thread([&] {
        std::this_thread::sleep_for(milliseconds(20));
        executor->request_stop();
      });
      vm::pending_sleep(t, t.vm.host.now() + 3'600'000'000'000);
      return StopReason::Sleeping;
    }
    vm::pending_block(t, kForever, nullptr, vm::Value());
    return StopReason::Blocked;
  });
  stopper.join();
  EXPECT_EQ(o.status, trace::RunStatus::Stopped);
  EXPECT_LT(o.elapsed, 60'000'000'000u);
  EXPECT_EQ(o.threads.size(), 2u);
}

TEST_P(Fixture, EverybodyBlockedForEverIsADeadlock) {
  const Outcome o = run([&](VmThread& t) {
    if (t.id == 0) spawn(t);
    vm::pending_block(t, kForever, nullptr, vm::Value());
    return StopReason::Blocked;
  });
  EXPECT_EQ(o.status, trace::RunStatus::Deadlock);
  EXPECT_NE(o.message.find("MainThread"), std::string::npos) << o.message;
}

TEST_P(Fixture, ASleeperIsNoDeadlock) {
  std::map<ThreadId, int> calls;
  std::mutex mutex;
  const Outcome o = run([&](VmThread& t) {
    int call = 0;
    {
      std::lock_guard guard(mutex);
      call = calls[t.id]++;
    }
    if (t.id == 0) {
      if (call > 0) return StopReason::Finished;
      spawn(t);
      vm::pending_block(t, kForever, nullptr, vm::Value());
      return StopReason::Blocked;
    }
    if (call == 0) {
      vm::pending_sleep(t, t.vm.host.now() + 30'000'000);
      return StopReason::Sleeping;
    }
    t.vm.host.unblocked(0);
    return StopReason::Finished;
  });
  EXPECT_EQ(o.status, trace::RunStatus::Finished) << o.message;
}

TEST_P(Fixture, MainWaitsForThreadsButNotForDaemons) {
  std::atomic<bool> slow_done{false};
  const Outcome o = run([&](VmThread& t) {
    if (t.id == 0) {
      spawn(t);
      VmThread* daemon = t.vm.new_thread();
      daemon->daemon = true;
      EXPECT_TRUE(t.vm.host.spawned(daemon->id));
      return StopReason::Finished;
    }
    if (t.id == 1) {
      if (slow_done) return StopReason::Finished;
      slow_done = true;
      vm::pending_sleep(t, t.vm.host.now() + 20'000'000);
      return StopReason::Sleeping;
    }
    while ((t.leave.load() & (vm::kLeaveStop | vm::kLeaveDropRequest)) == 0) {
      std::this_thread::yield();
    }
    const bool stop = (t.leave.load() & vm::kLeaveStop) != 0;
    return stop ? StopReason::Failed : StopReason::DropRequested;
  });
  EXPECT_EQ(o.status, trace::RunStatus::Finished);
  EXPECT_TRUE(slow_done);
  ASSERT_EQ(o.threads.size(), 3u);
  EXPECT_TRUE(o.threads[2].daemon);
}

struct World {
  std::atomic<std::uint64_t>* steps;
  bool moved;
};

TEST_P(Fixture, StoppedWorldDoesNotMove) {
  std::atomic<std::uint64_t> steps{0};
  std::atomic<bool> done{false};
  World world{&steps, false};
  std::atomic<int> main_calls{0};
  const Outcome o = run([&](VmThread& t) {
    if (t.id != 0) {
      for (;;) {
        ++steps;
        if (done) return StopReason::Finished;
        const std::uint32_t leave = t.leave.load();
        if ((leave & vm::kLeaveDropRequest) != 0) return StopReason::DropRequested;
        if ((leave & vm::kLeaveBudget) != 0) return StopReason::BudgetSpent;
      }
    }
    if (main_calls++ == 0) {
      for (int i = 0; i < 3; ++i) spawn(t);
      vm::pending_sleep(t, t.vm.host.now() + 20'000'000);
      return StopReason::Sleeping;
    }
    for (int i = 0; i < 5; ++i) {
      t.vm.host.with_world_stopped(
          t.id,
          [](void* context) {
            auto* w = static_cast<World*>(context);
            const std::uint64_t before = w->steps->load();
            std::this_thread::sleep_for(milliseconds(5));
            w->moved = w->moved || w->steps->load() != before;
          },
          &world);
    }
    done = true;
    return StopReason::Finished;
  });
  EXPECT_EQ(o.status, trace::RunStatus::Finished);
  EXPECT_FALSE(world.moved);
  EXPECT_GT(steps.load(), 0u);
}

TEST_P(Fixture, BusyThreadsHandTheGilRound) {
  std::atomic<int> finished{0};
  const Outcome o = run([&](VmThread& t) {
    if (t.id == 0) {
      spawn(t);
      spawn(t);
      return StopReason::Finished;
    }
    while (t.vm.host.now() < 150'000'000) {
      const std::uint32_t leave = t.leave.load();
      if ((leave & vm::kLeaveDropRequest) != 0) return StopReason::DropRequested;
      if ((leave & vm::kLeaveBudget) != 0) return StopReason::BudgetSpent;
    }
    ++finished;
    return StopReason::Finished;
  });
  EXPECT_EQ(finished, 2);
  if (has_gil()) {
    EXPECT_GT(o.gil_forced, 1u);
    EXPECT_LE(o.gil_forced, o.gil_handoffs);
  } else {
    EXPECT_EQ(o.gil_handoffs, 0u);
    EXPECT_EQ(spent(o, 1, TimeIn::WaitingGil), 0u);
  }
}

TEST_P(Fixture, EveryThreadsEventsBeginAndEnd) {
  run([](VmThread& t) {
    if (t.id == 0) spawn(t);
    return StopReason::Finished;
  });
  trace::TableCursor cursor;
  trace::TableDelta delta;
  recorder.read_tables(cursor, delta);
  ASSERT_EQ(delta.rings.size(), 2u);
  for (const trace::Ring* ring : delta.rings) {
    trace::RingCursor events(*ring);
    std::vector<trace::Event> all;
    for (auto piece = events.next(); !piece.empty(); piece = events.next()) {
      all.insert(all.end(), piece.begin(), piece.end());
    }
    ASSERT_GE(all.size(), 2u);
    EXPECT_EQ(all.front().kind(), trace::EventKind::ThreadStart);
    EXPECT_EQ(all.back().kind(), trace::EventKind::ThreadEnd);
    EXPECT_EQ(all.back().end_status(), trace::EndStatus::Finished);
  }
}

INSTANTIATE_TEST_SUITE_P(Settings, Fixture,
                         testing::Values(trace::GilSetting::V310, trace::GilSetting::Off),
                         [](const auto& setting) {
                           return setting.param == trace::GilSetting::Off ? "NoGil" : "Gil";
                         });

}  // namespace
}  // namespace interleave::exec
