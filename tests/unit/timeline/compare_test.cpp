// Two runs compared: the speed-up, the difference per state, what was changed, in words.
#include "timeline/compare.h"

#include <gtest/gtest.h>

#include "support/synthetic_trace.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::Writer;
using trace::GilSetting;
using trace::RunMode;

/// One thread that runs for so long.
Writer busy(Tick length, trace::RunInfo info) {
  Writer w(info);
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  if (info.gil != GilSetting::Off) w.take_gil(0, 0, kNoThread, 1);
  w.end(length, 0);
  w.finish(length);
  return w;
}

Comparison compared(Writer& a, Writer& b, bool same = true) {
  Model before(*a.recorder), after(*b.recorder);
  before.update();
  after.update();
  return compare(before, after, same);
}

const ComparedRow* row(const Comparison& c, std::string_view label) {
  for (const ComparedRow& r : c.rows) {
    if (r.label == label) return &r;
  }
  return nullptr;
}

TEST(Compare, FasterWithoutTheGil) {
  const auto first = synthetic::realistic();
  Writer second = busy(520 * kMs, {.gil = GilSetting::Off, .cores = 2});
  Model before(*first.recorder), after(*second.recorder);
  before.update();
  after.update();
  const Comparison c = compare(before, after, true);
  EXPECT_EQ(c.what, "no GIL instead of the GIL of CPython ≥ 3.10");
  EXPECT_NEAR(c.speed_up, static_cast<double>(first.end) / (520 * kMs), 1e-9);
  EXPECT_NE(c.sentence.find(" times as fast: 520 ms instead of "), std::string::npos) << c.sentence;
  EXPECT_NE(c.sentence.find("No more waiting for the GIL"), std::string::npos) << c.sentence;
  const ComparedRow* elapsed = row(c, "elapsed");
  ASSERT_NE(elapsed, nullptr);
  EXPECT_EQ(elapsed->after, "520 ms");
  EXPECT_EQ(elapsed->better, -1);
  EXPECT_TRUE(elapsed->difference.starts_with("−"));
  const ComparedRow* gil = row(c, "waiting for the GIL");
  ASSERT_NE(gil, nullptr);
  EXPECT_EQ(gil->better, -1);
  const ComparedRow* running = row(c, "running Python");
  ASSERT_NE(running, nullptr);
  EXPECT_EQ(running->better, 0) << "more or less work is neither better nor worse";
  ASSERT_NE(row(c, "GIL hand-offs"), nullptr);
  EXPECT_EQ(row(c, "GIL hand-offs")->after, "0");
  EXPECT_EQ(row(c, "ready, no core"), nullptr) << "no thread ever was";
}

TEST(Compare, SlowerAndAlike) {
  const trace::RunInfo info{.gil = GilSetting::Off, .cores = 2};
  Writer a = busy(100 * kMs, info), b = busy(250 * kMs, info), c = busy(101 * kMs, info);
  EXPECT_EQ(compared(a, b).sentence, "2.50 times as slow: 250 ms instead of 100 ms.");
  EXPECT_EQ(compared(a, b).rows[0].better, 1);
  EXPECT_EQ(compared(a, b).rows[0].difference, "+150 ms");
  EXPECT_EQ(compared(a, c).sentence, "As fast as the kept run: 101 ms instead of 100 ms.");
  EXPECT_EQ(compared(a, a).rows[0].difference, "±0");
}

TEST(Compare, SaysWhatWasChanged) {
  const trace::RunInfo one{
      .mode = RunMode::Simulated, .gil = GilSetting::V310, .cores = 2, .seed = 1};
  trace::RunInfo other = one;
  other.cores = 4;
  other.seed = 9;
  other.switch_interval = kMs;
  Writer a = busy(kMs, one), b = busy(kMs, other), c = busy(kMs, {.cores = 2});
  EXPECT_EQ(compared(a, b).what,
            "switch interval 1 ms instead of 5 ms, 4 cores instead of 2, seed 9 instead of 1");
  EXPECT_EQ(compared(a, a).what, "");
  EXPECT_EQ(compared(a, a, false).what, "another program");
  EXPECT_EQ(compared(a, c).what, "real threads instead of simulated");
  Model model(*a.recorder);
  model.update();
  EXPECT_EQ(settings_in_words(model.run()),
            "simulated · the GIL of CPython ≥ 3.10 · switch 5 ms · 2 cores · seed 1");
}

TEST(Compare, ARunUnderWayHasNoSpeedUpYet) {
  const trace::RunInfo info{.gil = GilSetting::Off, .cores = 2};
  Writer a = busy(100 * kMs, info);
  Writer b(info);
  b.thread("MainThread");
  b.start(0, 0, kNoThread);
  Model before(*a.recorder), after(*b.recorder);
  before.update();
  after.update(20 * kMs);
  const Comparison c = compare(before, after, true);
  EXPECT_EQ(c.speed_up, 0);
  EXPECT_EQ(c.sentence, "");
  EXPECT_FALSE(c.rows.empty());
}

}  // namespace
}  // namespace interleave::timeline
