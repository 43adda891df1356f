// Properties of CPython's algorithm that do not depend on how fast the machine is.
#include "exec/gil.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>
#include <vector>

#include "vm/thread.h"

namespace interleave::exec {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// A thread that computes: holds the GIL, looks at its leave word all the time, lets go when asked.
struct Busy {
  explicit Busy(Gil& g, ThreadId n) : gil(g), id(n) {}
  Gil& gil;
  ThreadId id;
  std::atomic<std::uint32_t> leave{0};
  std::vector<GilTaken> taken;

  void run(Clock::time_point until) {
    while (Clock::now() < until) {
      taken.push_back(gil.take(id, leave));
      while ((leave.load() & vm::kLeaveDropRequest) == 0 && Clock::now() < until) {
      }
      gil.drop(id, (leave.load() & vm::kLeaveDropRequest) != 0);
    }
  }
};

TEST(Gil, FreeLockIsTakenAtOnceAndRemembersTheLastHolder) {
  Gil gil;
  std::atomic<std::uint32_t> leave{0};
  EXPECT_EQ(gil.holder(), kNoThread);
  EXPECT_EQ(gil.take(3, leave).previous, kNoThread);
  EXPECT_EQ(gil.holder(), 3u);
  gil.drop(3, false);
  EXPECT_EQ(gil.holder(), kNoThread);
  EXPECT_EQ(gil.take(3, leave).previous, 3u);
  EXPECT_EQ(gil.handoffs(), 0u);  // back to the same thread: no hand-off
  gil.drop(3, false);
  const GilTaken taken = gil.take(4, leave);
  EXPECT_EQ(taken.previous, 3u);
  EXPECT_FALSE(taken.forced);
  EXPECT_EQ(gil.handoffs(), 1u);
  gil.drop(4, false);
}

TEST(Gil, ForcedHandOffsAreAtLeastOneIntervalApart) {
  Gil gil;
  gil.set_interval(5'000'000);
  Busy a(gil, 1), b(gil, 2);
  const auto begin = Clock::now();
  const auto until = begin + milliseconds(300);
  std::thread ta([&] { a.run(until); });
  std::thread tb([&] { b.run(until); });
  ta.join();
  tb.join();
  // Each needs a waiter that waited a whole interval without a switch: however slow or busy the
  // machine is, more than one per interval cannot be.
  const auto intervals = static_cast<std::uint64_t>((Clock::now() - begin) / milliseconds(5));
  EXPECT_GE(gil.forced(), 2u);
  EXPECT_LE(gil.forced(), intervals + 1);
  EXPECT_LE(gil.forced(), gil.handoffs());
}

TEST(Gil, WhoWasAskedDoesNotTakeItAgainBeforeAnotherHadIt) {
  Gil gil;
  gil.set_interval(1'000'000);
  Busy a(gil, 1), b(gil, 2), c(gil, 3);
  const auto until = Clock::now() + milliseconds(200);
  std::vector<std::thread> threads;
  for (Busy* busy : {&a, &b, &c}) threads.emplace_back([=] { busy->run(until); });
  for (std::thread& t : threads) t.join();
  for (const Busy* busy : {&a, &b, &c}) {
    for (const GilTaken& taken : busy->taken) {
      if (taken.forced) {
        EXPECT_NE(taken.previous, busy->id);
      }
    }
    EXPECT_FALSE(busy->taken.empty()) << "thread " << busy->id << " never had the GIL";
  }
}

TEST(Gil, NobodyIsAskedWhileNobodyWaits) {
  Gil gil;
  gil.set_interval(1'000'000);
  std::atomic<std::uint32_t> leave{0};
  gil.take(1, leave);
  std::this_thread::sleep_for(milliseconds(20));
  EXPECT_EQ(leave.load(), 0u);
  gil.drop(1, false);
}

TEST(Gil, BlockingHolderDoesNotWaitForASuccessor) {
  Gil gil;
  gil.set_interval(1'000'000);
  std::atomic<std::uint32_t> mine{0}, theirs{0};
  gil.take(1, mine);
  std::thread waiter([&] {
    gil.take(2, theirs);
    gil.drop(2, false);
  });
  while ((mine.load() & vm::kLeaveDropRequest) == 0) std::this_thread::yield();
  gil.drop(1, false);  // returns though it was asked: it blocks
  EXPECT_EQ(mine.load() & vm::kLeaveDropRequest, 0u);
  waiter.join();
}

TEST(Gil, IntervalHasAFloorOfOneMicrosecond) {
  Gil gil;
  EXPECT_EQ(gil.interval(), 5'000'000u);
  gil.set_interval(1);
  EXPECT_EQ(gil.interval(), 1000u);
}

}  // namespace
}  // namespace interleave::exec
