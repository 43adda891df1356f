// Frames and long tasks of the page's own thread, told late, recorded in order.
#include "trace/page_tasks.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

#include "trace/states.h"

namespace interleave::trace {
namespace {

constexpr Tick kMs = 1'000'000;

struct PageTasksTest : testing::Test {
  /// Begin and end in milliseconds, and what it was, of everything recorded so far.
  std::vector<std::tuple<Tick, Tick, Detail>> recorded() {
    tasks.record(*recorder.ui_ring());
    StateTracker tracker(kUiThread, true);
    RingCursor cursor(*recorder.ui_ring());
    std::vector<std::tuple<Tick, Tick, Detail>> all;
    for (auto piece = cursor.next(); !piece.empty(); piece = cursor.next()) {
      for (const Event& event : piece) {
        StateSpan span;
        if (!tracker.feed(event, span)) continue;
        all.emplace_back(span.start / kMs, span.end / kMs, span.detail);
      }
    }
    return all;
  }
  Recorder recorder;
  PageTasks tasks;
};

TEST_F(PageTasksTest, FramesAndATaskAfterThem) {
  tasks.add_frame(10 * kMs, 12 * kMs, 1, 5);
  tasks.add_frame(30 * kMs, 31 * kMs, 2, 5);
  tasks.add_long(40 * kMs, 100 * kMs);
  const std::vector<std::tuple<Tick, Tick, Detail>> expected = {
      {10, 12, Detail::Frame}, {30, 31, Detail::Frame}, {40, 100, Detail::LongTask}};
  EXPECT_EQ(recorded(), expected);
}

TEST_F(PageTasksTest, AFrameInALongTaskStaysAFrame) {
  tasks.add_frame(50 * kMs, 60 * kMs, 1, 5);
  tasks.add_long(40 * kMs, 100 * kMs);
  const std::vector<std::tuple<Tick, Tick, Detail>> expected = {
      {40, 50, Detail::LongTask}, {50, 60, Detail::Frame}, {60, 100, Detail::LongTask}};
  EXPECT_EQ(recorded(), expected);
}

TEST_F(PageTasksTest, ALongFrameIsNoOtherTask) {
  tasks.add_frame(40 * kMs, 99 * kMs + kMs / 2, 1, 5);
  tasks.add_long(40 * kMs - kMs / 2, 100 * kMs);
  const std::vector<std::tuple<Tick, Tick, Detail>> expected = {{40, 99, Detail::Frame}};
  EXPECT_EQ(recorded(), expected);
}

TEST_F(PageTasksTest, WhatIsRecordedIsNotCoveredByWhatIsToldLater) {
  tasks.add_frame(50 * kMs, 60 * kMs, 1, 5);
  EXPECT_EQ(recorded().size(), 1u);
  tasks.add_long(20 * kMs, 120 * kMs);
  tasks.add_frame(110 * kMs, 130 * kMs, 2, 5);
  const std::vector<std::tuple<Tick, Tick, Detail>> expected = {
      {50, 60, Detail::Frame}, {60, 120, Detail::LongTask}, {120, 130, Detail::Frame}};
  EXPECT_EQ(recorded(), expected);
}

TEST_F(PageTasksTest, NothingIsLaterThanTheRunsEnd) {
  tasks.add_frame(10 * kMs, 12 * kMs, 1, 5);
  tasks.add_long(20 * kMs, 100 * kMs);
  tasks.add_frame(110 * kMs, 112 * kMs, 2, 5);
  tasks.record(*recorder.ui_ring(), 50 * kMs);
  const std::vector<std::tuple<Tick, Tick, Detail>> expected = {{10, 12, Detail::Frame},
                                                                {20, 50, Detail::LongTask}};
  EXPECT_EQ(recorded(), expected);
}

}  // namespace
}  // namespace interleave::trace
