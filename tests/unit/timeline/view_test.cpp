// What the picture is made from: the time scale, its ticks, words for figures, and folding to
// pixels.
#include <gtest/gtest.h>

#include <chrono>
#include <cmath>

#include "support/synthetic_trace.h"
#include "timeline/format.h"
#include "timeline/lod.h"
#include "timeline/scale.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;

TEST(Format, Durations) {
  EXPECT_EQ(format_duration(0), "0 ns");
  EXPECT_EQ(format_duration(740), "740 ns");
  EXPECT_EQ(format_duration(5'200), "5.2 µs");
  EXPECT_EQ(format_duration(49'000'000), "49 ms");
  EXPECT_EQ(format_duration(12'340'000), "12.3 ms");
  EXPECT_EQ(format_duration(503'200'000), "503 ms");
  EXPECT_EQ(format_duration(999'960'000), "1 s");
  EXPECT_EQ(format_duration(1'012'000'000), "1.01 s");
  EXPECT_EQ(format_duration(59'970'000'000), "1 min");
  EXPECT_EQ(format_duration(125'000'000'000), "2 min 5 s");
}

TEST(Format, MomentsSharesAndCounts) {
  EXPECT_EQ(format_moment(480'300'000), "480.3 ms");
  EXPECT_EQ(format_moment(1'001'200'000), "1.0012 s");
  EXPECT_EQ(format_moment(0, 20'000'000), "0 ms");
  EXPECT_EQ(format_moment(65'000'000'000, 1'000'000'000), "1 min 5 s");
  EXPECT_EQ(format_percent(0.494), "49 %");
  EXPECT_EQ(format_percent(0.004), "0.4 %");
  EXPECT_EQ(format_percent(0), "0 %");
  EXPECT_EQ(format_percent(1e-5), "under 0.1 %");
  EXPECT_EQ(format_count(2, true), "Two");
  EXPECT_EQ(format_count(40), "40");
  EXPECT_EQ(format_ratio(1.934), "1.93");
}

TEST(Scale, PixelsAndTimesAreInverse) {
  const Scale scale(400e6, 200e6, 1000);
  EXPECT_DOUBLE_EQ(scale.x(500e6), 500);
  EXPECT_DOUBLE_EQ(scale.t(500), 500e6);
  EXPECT_EQ(Scale(-5, 10, 10).tick(0), 0u);
}

TEST(Scale, ZoomKeepsTheMomentUnderTheCursor) {
  const Scale scale(400e6, 200e6, 1000);
  const Scale zoomed = scale.zoomed(250, 0.1);
  EXPECT_NEAR(zoomed.t(250), scale.t(250), 1e-3);
  EXPECT_NEAR(zoomed.span(), 20e6, 1e-3);
  EXPECT_NEAR(scale.panned(100).t(100), scale.t(0), 1e-3);
}

TEST(Scale, ClampKeepsTheRunInSight) {
  const Tick end = 1'000'000'000;
  const Scale far = Scale(1e15, 1e6, 1000).clamped(end);
  EXPECT_LT(far.t0(), 1e9);
  const Scale wide = Scale(-1e12, 1e13, 1000).clamped(end);
  EXPECT_LE(wide.span(), 1.25e9 + 1);
  EXPECT_GT(wide.t1(), 0);
  EXPECT_GE(Scale(5e8, 1, 1000).clamped(end).span(), 50);
  const Scale fit = Scale(0, 1, 800).fitted(100 * kMs, 200 * kMs, 0);
  EXPECT_DOUBLE_EQ(fit.x(100e6), 0);
  EXPECT_DOUBLE_EQ(fit.x(200e6), 800);
  EXPECT_NEAR(Scale(0, 1e9, 1000).following(5'000'000'000, 0.96).x(5e9), 960, 1e-6);
}

TEST(Scale, AnimationHasEqualRatios) {
  const Scale a(0, 1e9, 1000), b(500e6, 1e5, 1000);
  EXPECT_EQ(Scale::between(a, b, 0), a);
  const Scale end = Scale::between(a, b, 1);
  EXPECT_NEAR(end.t0(), b.t0(), 1);
  EXPECT_NEAR(end.span(), b.span(), 1e-3);
  const Scale middle = Scale::between(a, b, 0.5);
  EXPECT_NEAR(middle.span() / a.span(), b.span() / middle.span(), 1e-9);
}

TEST(Scale, TicksAreSensibleAtEveryZoom) {
  for (double span = 50; span < 3e13; span *= 1.7) {
    for (const double t0 : {-0.5 * span, 0.0, 1.234567e9, 3.6e12}) {
      const Scale scale(t0, span, 1000);
      const std::vector<AxisTick> ticks = scale.ticks(90);
      double last = -1e9;
      int majors = 0;
      std::string label;
      for (const AxisTick& tick : ticks) {
        EXPECT_GE(tick.x, -1e-6);
        EXPECT_LE(tick.x, 1000);
        EXPECT_EQ(tick.major, !tick.label.empty());
        if (!tick.major) continue;
        ++majors;
        EXPECT_GE(tick.x - last, 89.9) << span;
        EXPECT_NE(tick.label, label) << "two ticks with one name, span " << span << " at " << t0;
        last = tick.x;
        label = tick.label;
      }
      EXPECT_LE(majors, 12);
      if (t0 >= 0) {
        EXPECT_GE(majors, 1) << span << " " << t0;
      }
      EXPECT_LT(ticks.size(), 80u);
    }
  }
  const std::vector<AxisTick> ticks = Scale(400e6, 160e6, 800).ticks(90);
  EXPECT_EQ(ticks[0].label, "400 ms");
  std::vector<std::string> labels;
  for (const AxisTick& tick : ticks) {
    if (tick.major) labels.push_back(tick.label);
  }
  EXPECT_EQ(labels[1], "420 ms");
}

// --- Folding ---

std::uint32_t spans_in(const std::vector<DrawItem>& items) {
  std::uint32_t sum = 0;
  for (const DrawItem& item : items) sum += item.count;
  return sum;
}

void check_order(const std::vector<DrawItem>& items, float width) {
  float right = -2;
  for (const DrawItem& item : items) {
    EXPECT_GE(item.x0, right - 1e-3f);
    EXPECT_GT(item.x1, item.x0);
    EXPECT_GE(item.x0, -1);
    EXPECT_LE(item.x0, width + 1);
    right = item.x1;
  }
}

TEST(Lod, WideSpansStaySingle) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  std::vector<DrawItem> items;
  fold_lane(model, 5, Scale(0, static_cast<double>(run.end), 1000), {}, items);
  check_order(items, 1000);
  EXPECT_EQ(spans_in(items), model.span_count(5));
  bool sleep = false, native = false, blocked = false;
  for (const DrawItem& item : items) {
    sleep = sleep || (item.state == ThreadState::SleepingIo && item.count == 1);
    native = native || item.state == ThreadState::Native;
    blocked = blocked || item.state == ThreadState::Blocked;
  }
  EXPECT_TRUE(sleep && native && blocked);
}

TEST(Lod, EverySpanIsInSomeItemAtEveryZoomAndContentionNeverVanishes) {
  const auto recorder = synthetic::large(6, 20000);
  Model model(*recorder);
  model.update();
  for (double width = 2; width < 3e5; width *= 3) {
    for (LaneIndex lane = kFirstThreadLane; lane < model.lane_count(); ++lane) {
      std::vector<DrawItem> items;
      fold_lane(model, lane, Scale(0, static_cast<double>(model.end()), width), {}, items);
      check_order(items, static_cast<float>(width));
      ASSERT_EQ(spans_in(items), model.span_count(lane)) << width;
      EXPECT_LE(items.size(), width + 2);
      for (const DrawItem& item : items) {
        if (item.count < 2) continue;
        StateMask mask = 0;
        for (std::uint32_t i = item.index; i < item.index + item.count; ++i) {
          mask |= mask_of(model.span({lane, i}).state);
        }
        if ((mask & kContendedStates) != 0) {
          EXPECT_EQ(item.state, most_contended(mask));
        }
      }
    }
  }
}

TEST(Lod, WhateverTheViewEverySpanInSightIsCountedOnceAndItsContentionShows) {
  const auto recorder = synthetic::large(6, 20000);
  Model model(*recorder);
  model.update();
  std::uint32_t random = 7;
  const auto below = [&random](double most) {
    random = random * 1664525u + 1013904223u;
    return most * static_cast<double>(random >> 8) / (1u << 24);
  };
  const auto end = static_cast<double>(model.end());
  for (int round = 0; round < 400; ++round) {
    const double span = end * std::pow(1e-5, below(1));
    const Scale scale(below(end - span), span, 20 + below(3000));
    const LaneIndex lane = kFirstThreadLane + static_cast<LaneIndex>(below(6));
    FoldOptions options;
    options.block_pixels = static_cast<float>(2 + below(60));
    std::vector<DrawItem> items;
    fold_lane(model, lane, scale, options, items);
    ASSERT_FALSE(items.empty());
    EXPECT_LE(items.size(), scale.width() / options.min_pixels + 2);
    // The items stand for one run of spans after the other, without any left out between.
    std::uint32_t next = items.front().index;
    for (const DrawItem& item : items) {
      ASSERT_EQ(item.index, next);
      next += item.count;
      StateMask contended = 0;
      for (std::uint32_t i = item.index; i < next; ++i) {
        contended |= mask_of(model.span({lane, i}).state) & kContendedStates;
      }
      if (contended != 0) {
        ASSERT_EQ(item.state, most_contended(contended));
      }
    }
    const Track& track = model.track(lane);
    EXPECT_LE(items.front().index, track.first_ending_after(scale.tick(0)));
    EXPECT_TRUE(next >= model.span_count(lane) ||
                static_cast<double>(model.span({lane, next}).start) >= scale.t1() - 1);
  }
}

TEST(Lod, OneShortBlockedSpanAmongManyIsSeen) {
  synthetic::Writer w({.gil = trace::GilSetting::Off});
  const ObjectId lock = w.recorder->add_object(trace::ObjectKind::Lock, 1, "lock");
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  for (Tick i = 1; i < 100000; ++i) {
    const bool blocked = i == 31234;
    w.at(i * 1000, 0, blocked ? trace::EventKind::BlockBegin : trace::EventKind::IoBegin,
         blocked ? lock : 0);
    w.at(i * 1000 + (blocked ? 1 : 300), 0,
         blocked ? trace::EventKind::BlockEnd : trace::EventKind::IoEnd, kNoThread);
  }
  w.finish(100'000'000);
  Model model(*w.recorder);
  model.update();
  std::vector<DrawItem> items;
  fold_lane(model, 2, Scale(0, 1e8, 800), {}, items);
  int blocked = 0;
  for (const DrawItem& item : items) {
    if (item.state == ThreadState::Blocked) {
      ++blocked;
      EXPECT_NEAR(item.x0, 31234 * 1000 / 1e8 * 800, 4);
    } else {
      // Without contention the state that takes the most time: 700 of 1000 ns running.
      EXPECT_EQ(item.state, ThreadState::Running);
    }
  }
  EXPECT_EQ(blocked, 1);
  // A tiny span between two wide ones is widened, not lost.
  items.clear();
  fold_lane(model, 2, Scale(31'233'900, 2000, 800), {}, items);
  blocked = 0;
  for (const DrawItem& item : items) blocked += item.state == ThreadState::Blocked ? 1 : 0;
  EXPECT_EQ(blocked, 1);
}

TEST(Lod, FilterLeavesStatesOut) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  std::vector<DrawItem> items;
  FoldOptions options;
  options.states = mask_of(ThreadState::WaitingGil);
  fold_lane(model, 3, Scale(0, static_cast<double>(run.end), 300), options, items);
  EXPECT_FALSE(items.empty());
  for (const DrawItem& item : items) EXPECT_EQ(item.state, ThreadState::WaitingGil);
}

TEST(Lod, LockLanes) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  std::vector<DrawItem> items;
  fold_object(model, run.lock, Scale(0, static_cast<double>(run.end), 4000), {}, items);
  ASSERT_EQ(items.size(), 3u);
  EXPECT_EQ(items[0].subject, run.first);
  EXPECT_EQ(items[1].state, ThreadState::Blocked);
  EXPECT_TRUE(items[1].flags & kSpanContended);
  EXPECT_EQ(items[2].subject, run.third);
}

TEST(Lod, BlocksStayPutWhilePanning) {
  const auto recorder = synthetic::large(4, 20000);
  Model model(*recorder);
  model.update();
  const double span = static_cast<double>(model.end()) / 4;
  std::vector<DrawItem> before, after;
  FoldOptions options;
  options.block_pixels = 2;
  const Scale scale(span, span, 500);
  fold_lane(model, 3, scale, options, before);
  fold_lane(model, 3, scale.panned(-10), options, after);
  // Away from the left edge the same blocks, ten pixels further left.
  std::size_t same = 0, compared = 0;
  for (const DrawItem& item : before) {
    if (item.x0 < 20 || item.x1 > 480) continue;
    ++compared;
    for (const DrawItem& other : after) {
      if (other.index == item.index && other.count == item.count) {
        ++same;
        EXPECT_NEAR(other.x0, item.x0 - 10, 0.01);
      }
    }
  }
  EXPECT_GT(compared, 100u);
  EXPECT_EQ(same, compared);
}

TEST(Lod, WorkFollowsPixelsNotSpans) {
  const auto recorder = synthetic::large(100, 1000000);
  Model model(*recorder);
  model.update();
  ASSERT_GT(model.span_count(), 1000000u);
  std::vector<DrawItem> items;
  const auto begin = std::chrono::steady_clock::now();
  for (LaneIndex lane = 1; lane < model.lane_count(); ++lane) {
    fold_lane(model, lane, Scale(0, static_cast<double>(model.end()), 1000), {}, items);
  }
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  RecordProperty("fold_ms", std::to_string(took.count()));
  std::printf("[          ] %zu items of %llu spans in %.2f ms, %.1f bytes per span\n",
              items.size(), static_cast<unsigned long long>(model.span_count()), took.count(),
              static_cast<double>(model.bytes()) / static_cast<double>(model.span_count()));
  EXPECT_LE(items.size(), 101u * 502u);
  // bench/ measures; here only that nothing is linear in the spans by accident (sanitizers are
  // slow).
  EXPECT_LT(took.count(), 400);
  EXPECT_LE(model.bytes(), 32u * model.span_count());
}

}  // namespace
}  // namespace interleave::timeline
