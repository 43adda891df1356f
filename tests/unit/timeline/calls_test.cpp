// Calls: nesting, the window, what is too short or too many; and exact from a run gone through once
// more.
#include "timeline/calls.h"

#include <gtest/gtest.h>

#include "session/replay.h"
#include "vm/frames.h"

namespace interleave::timeline {
namespace {

TEST(Calls, NestAndAreInOrder) {
  CallCollector c(0, 8'000);
  c.entered(1, 100, "tree", 1);
  c.entered(1, 200, "leaf", 5);
  c.left(1, 300);
  c.entered(2, 250, "tree", 1);
  c.entered(1, 400, "leaf", 5);
  c.left(1, 500);
  c.left(1, 600);
  const Calls calls = c.finish(8'000);
  ASSERT_EQ(calls.spans.size(), 4u);
  EXPECT_EQ(calls.names, (std::vector<std::string>{"tree", "leaf"}));
  ASSERT_EQ(calls.level(1, 1).size(), 2u);
  EXPECT_EQ(calls.level(1, 1)[1].start, 400u);
  EXPECT_EQ(calls.level(1, 0)[0].end, 600u);
  EXPECT_EQ(calls.level(2, 0)[0].end, 8'000u) << "still open";
  EXPECT_TRUE(calls.level(3, 0).empty());
  EXPECT_EQ(calls.depth(1, 0, 1000), 2u);
  EXPECT_EQ(calls.depth(1, 310, 390), 1u);
  EXPECT_EQ(calls.depth(1, 700, 800), 0u);
}

TEST(Calls, OnlyTheWindowAndWhatCanBeSeen) {
  CallCollector c(1'000'000, 9'000'000);  // shorter than 1000 is left out
  c.entered(1, 0, "early", 1);
  c.left(1, 900'000);
  c.entered(1, 950'000, "across", 1);
  c.left(1, 1'100'000);
  c.entered(1, 2'000'000, "short", 1);
  c.left(1, 2'000'999);
  c.left(1, 2'001'000);  // nothing is open: ignored
  const Calls calls = c.finish(9'000'000);
  ASSERT_EQ(calls.spans.size(), 1u);
  EXPECT_EQ(calls.names[calls.spans[0].name], "across");
  EXPECT_EQ(calls.left_out, 1u);
  EXPECT_TRUE(calls.covers(1'000'000, 9'000'000));
  EXPECT_FALSE(calls.covers(0, 9'000'000));
}

TEST(Calls, AreBounded) {
  CallCollector c(0, 1'000'000);
  for (Tick t = 0; t < CallCollector::kMost + 10; ++t) {
    c.entered(1, t, "f", 1);
    c.left(1, t + 200);
  }
  const Calls calls = c.finish(1'000'000);
  EXPECT_EQ(calls.spans.size(), CallCollector::kMost);
  EXPECT_TRUE(calls.more);
}

Calls collected(Tick t0, Tick t1) {
  session::Settings settings;
  settings.mode = trace::RunMode::Simulated;
  settings.gil = trace::GilSetting::Off;
  session::Replay replay(settings, R"(from threading import Thread
def leaf(n):
    for i in range(n): pass
def count(n):
    for i in range(n): yield i
def tree(n):
    leaf(n); leaf(n)
    for i in count(2): leaf(n)
t = Thread(target=tree, args=(500,))
t.start()
t.join()
)",
                         {});
  replay.collect_calls(t0, t1);
  while (!replay.pump(100)) continue;
  return replay.take_calls();
}

TEST(Calls, OfARunGoneThroughOnceMore) {
  const Calls calls = collected(0, 50'000'000);
  ASSERT_EQ(calls.level(1, 0).size(), 1u);
  EXPECT_EQ(calls.names[calls.level(1, 0)[0].name], "tree");
  std::size_t leaves = 0;
  Tick length = 0, at = 0;
  for (const CallSpan& call : calls.level(1, 1)) {
    EXPECT_GE(call.start, at) << "calls at one depth do not overlap";
    at = call.end;
    if (calls.names[call.name] != "leaf") continue;
    ++leaves;
    if (length == 0) length = call.end - call.start;
    EXPECT_EQ(call.end - call.start, length) << "the same work, to the nanosecond";
  }
  EXPECT_EQ(leaves, 4u);
  EXPECT_EQ(vm::g_calls.load(), nullptr) << "nobody listens any more";
  const Calls again = collected(0, 50'000'000);
  ASSERT_EQ(again.spans.size(), calls.spans.size());
  EXPECT_EQ(again.spans.back().end, calls.spans.back().end);
}

}  // namespace
}  // namespace interleave::timeline
