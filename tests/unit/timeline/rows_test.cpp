// Rows: order, pins, groups, locks, two runs, places; a group folded into bands.
#include "timeline/rows.h"

#include <gtest/gtest.h>

#include <array>

#include "support/synthetic_trace.h"
#include "timeline/bands.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::Writer;
using trace::EventKind;
using trace::GilSetting;
using trace::pack_line;

/// MainThread and so many workers "pool_0", "pool_1" …
Writer crowd(int workers) {
  Writer w({.gil = GilSetting::Off});
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  for (int i = 0; i < workers; ++i) {
    const ThreadId id = w.thread("pool_" + std::to_string(i), 0);
    w.start(kMs, id, 0);
    w.at(kMs * 2, id, EventKind::SleepBegin, 1000, pack_line(3));
    w.at(kMs * (3 + i), id, EventKind::SleepEnd, 0, pack_line(3));
    w.end(kMs * (4 + i), id);
  }
  w.end(100 * kMs, 0);
  w.finish(100 * kMs);
  return w;
}

struct Picture {
  explicit Picture(Writer& writer) : w(writer), model(*w.recorder) {
    model.update();
    groups = thread_groups(model);
  }
  void build(bool twice = false) {
    const RowSource source{&model, groups, locks, kGilLane};
    const std::array<RowSource, 2> runs{source, source};
    const std::array<std::uint8_t, 2> numbers{twice ? std::uint8_t{1} : std::uint8_t{0}, 0};
    rows.build({runs.data(), twice ? 2u : 1u}, {numbers.data(), twice ? 2u : 1u}, choice);
    rows.place({30, 20});
  }
  Writer& w;
  Model model;
  std::vector<ThreadGroup> groups;
  std::vector<ObjectId> locks;
  RowChoice choice;
  RowList rows;
};

TEST(Rows, NamesOfGroups) {
  EXPECT_EQ(group_name("Thread-12 (work)"), "Thread-* (work)");
  EXPECT_EQ(group_name("ThreadPoolExecutor-0_3"), "ThreadPoolExecutor-0_*");
  EXPECT_EQ(group_name("Thread-7"), "Thread-*");
  EXPECT_EQ(group_name("MainThread"), "");
  EXPECT_EQ(group_name("worker (2)"), "");
  EXPECT_EQ(group_name("42"), "");
  EXPECT_EQ(group_name(""), "");
}

TEST(Rows, InOrderOfBirth) {
  Writer w = crowd(4);
  Picture p(w);
  ASSERT_EQ(p.groups.size(), 1u);
  EXPECT_EQ(p.groups[0].name, "pool_*");
  p.build();
  ASSERT_EQ(p.rows.size(), 6u);
  for (std::uint32_t n = 0; n < 6; ++n) {
    EXPECT_EQ(p.rows.rows()[n].id, (RowId{RowKind::Lane, 0, n + 1}));
    EXPECT_EQ(p.rows.rows()[n].first_of_group, n == 2);
    EXPECT_EQ(p.rows.row_of(0, n + 1), n);
  }
  EXPECT_EQ(p.rows.row_of(0, 0), RowList::kNone) << "the page's own lane is not shown";
  EXPECT_EQ(p.rows.row_of(1, 1), RowList::kNone);
  EXPECT_EQ(p.rows.at(31, false), 1u);
  EXPECT_EQ(p.rows.at(1000, false), RowList::kNone);
  EXPECT_FLOAT_EQ(p.rows.height(), 180);
}

TEST(Rows, APinStaysOnTopAndOutOfItsGroup) {
  Writer w = crowd(4);
  Picture p(w);
  p.choice.toggle_pin({RowKind::Lane, 0, 4});
  p.choice.toggle_group("pool_*");
  p.build();
  ASSERT_EQ(p.rows.size(), 4u);  // the pinned one; GIL, MainThread, the group
  EXPECT_EQ(p.rows.pinned_count(), 1u);
  EXPECT_EQ(p.rows.rows()[0].id.id, 4u);
  EXPECT_TRUE(p.rows.rows()[0].pinned);
  EXPECT_FLOAT_EQ(p.rows.pinned_height(), 30);
  EXPECT_FLOAT_EQ(p.rows.scrolled_height(), 90);
  EXPECT_FLOAT_EQ(p.rows.rows()[1].y, 0) << "what scrolls counts from its own top";
  EXPECT_EQ(p.rows.rows()[3].id.kind, RowKind::Group);
  EXPECT_EQ(p.rows.row_of(0, 3), 3u) << "a collapsed thread is shown by its group";
  EXPECT_EQ(p.rows.row_of(0, 4), 0u);
  EXPECT_EQ(p.rows.at(10, true), 0u);
  EXPECT_EQ(p.rows.at(10, false), 1u);
  EXPECT_EQ(p.rows.first_below(30), 2u);
  p.choice.toggle_pin({RowKind::Lane, 0, 4});
  p.choice.toggle_group("pool_*");
  p.build();
  EXPECT_EQ(p.rows.pinned_count(), 0u);
  EXPECT_EQ(p.rows.size(), 6u);
}

TEST(Rows, TwoRunsUnderHeadings) {
  Writer w = crowd(1);
  Picture p(w);
  p.build(true);
  ASSERT_EQ(p.rows.size(), 8u);
  EXPECT_EQ(p.rows.rows()[0].id, (RowId{RowKind::Heading, 1, 0}));
  EXPECT_EQ(p.rows.rows()[4].id, (RowId{RowKind::Heading, 0, 0}));
  EXPECT_FLOAT_EQ(p.rows.rows()[1].y, 20);
  EXPECT_EQ(p.rows.row_of(1, 2), 2u);
  EXPECT_EQ(p.rows.row_of(0, 2), 6u);
}

TEST(Rows, LocksAfterTheThreads) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const std::vector<ObjectId> locks = lock_lanes(model);
  ASSERT_EQ(locks, std::vector<ObjectId>{run.lock});
  const RowSource source{&model, {}, locks, kUiLane};
  const std::uint8_t number = 0;
  RowList rows;
  rows.build({&source, 1}, {&number, 1}, {});
  ASSERT_EQ(rows.size(), model.lane_count() + 1);
  EXPECT_EQ(rows.rows().back().id, (RowId{RowKind::Lock, 0, run.lock}));
  EXPECT_EQ(rows.find({RowKind::Lock, 0, run.lock}), rows.size() - 1);
}

TEST(Rows, ThousandsOfThreads) {
  Writer w = crowd(5000);
  Picture p(w);
  p.build();
  EXPECT_EQ(p.rows.size(), 5002u);
  EXPECT_EQ(p.rows.at(30.0f * 4000 + 1, false), 4000u);
  p.choice.toggle_group("pool_*");
  p.build();
  EXPECT_EQ(p.rows.size(), 3u);
}

TEST(Bands, AGroupKeepsItsContention) {
  Writer w({.gil = GilSetting::Off});
  const ObjectId lock = w.recorder->add_object(trace::ObjectKind::Lock, 1, "lock");
  for (int i = 0; i < 40; ++i) {
    const ThreadId id = w.thread("pool_" + std::to_string(i));
    w.start(0, id, kNoThread);
  }
  // One of forty waits for a thousandth of the run.
  w.at(50 * kMs, 17, EventKind::BlockBegin, lock, pack_line(4));
  w.at(50 * kMs + kMs / 10, 17, EventKind::BlockEnd, 3, pack_line(4));
  for (ThreadId id = 0; id < 40; ++id) w.end(100 * kMs, id);
  w.finish(100 * kMs);
  Model model(*w.recorder);
  model.update();
  std::vector<LaneIndex> lanes;
  for (LaneIndex lane = kFirstThreadLane; lane < model.lane_count(); ++lane) lanes.push_back(lane);
  const Scale scale(0, 100 * kMs, 400);
  const auto bands = fold_bands(model, lanes, 4, scale, kAllStates);
  ASSERT_EQ(bands.size(), 4u);
  for (std::size_t b = 0; b < 4; ++b) {
    bool blocked = false;
    float right = 0;
    for (const DrawItem& item : bands[b]) {
      EXPECT_GE(item.x0, right);
      right = item.x1;
      blocked = blocked || (item.state == ThreadState::Blocked && item.x0 <= 200 && item.x1 >= 200);
    }
    EXPECT_EQ(blocked, b == 1) << "band " << b;
    EXPECT_GE(right, 400);
  }
  EXPECT_EQ(fold_bands(model, lanes, 100, scale, kAllStates).size(), 40u);
  EXPECT_TRUE(fold_bands(model, {}, 4, scale, kAllStates).empty());
  const auto filtered = fold_bands(model, lanes, 1, scale, mask_of(ThreadState::Blocked));
  ASSERT_EQ(filtered[0].size(), 1u);
}

}  // namespace
}  // namespace interleave::timeline
