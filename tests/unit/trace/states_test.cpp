// From events to states: CPython's order of dropping, waiting and taking, in every variation the
// executors may write.
#include "trace/states.h"

#include <gtest/gtest.h>

#include <vector>

namespace interleave::trace {
namespace {

class Feed {
 public:
  explicit Feed(bool has_gil) : tracker(1, has_gil) {}
  void at(Tick t, EventKind kind, std::uint32_t a = 0, std::uint32_t b = 0) {
    StateSpan closed;
    if (tracker.feed(Event::make(t, kind, a, b), closed)) spans.push_back(closed);
  }
  void expect(std::size_t i, ThreadState state, Tick start, Tick end) const {
    ASSERT_LT(i, spans.size());
    EXPECT_EQ(word(spans[i].state), word(state)) << i;
    EXPECT_EQ(spans[i].start, start) << i;
    EXPECT_EQ(spans[i].end, end) << i;
  }
  StateTracker tracker;
  std::vector<StateSpan> spans;
};

TEST(States, ASpanBelongsToTheFunctionThatHadItLongest) {
  Feed f(false);
  f.at(0, EventKind::ThreadStart, 0);
  f.at(10, EventKind::Line, 1, pack_line(1));
  f.at(20, EventKind::Line, 2, pack_line(5, 2));
  f.at(90, EventKind::Line, 2, pack_line(6, 2));
  f.at(100, EventKind::Line, 1, pack_line(9, 1));  // where it is when it goes to sleep
  f.at(100, EventKind::SleepBegin, 0, pack_line(9));
  f.at(200, EventKind::SleepEnd, 0, pack_line(9));
  f.at(230, EventKind::Line, 3,
       pack_line(12, 2));  // half of the time was the one's, half the other's
  f.at(260, EventKind::ThreadEnd, 0, pack_line(0));
  f.expect(0, ThreadState::Running, 0, 100);
  EXPECT_EQ(f.spans[0].subject, 2u);
  EXPECT_EQ(f.spans[0].line_end, 9u);
  f.expect(2, ThreadState::Running, 200, 260);
  EXPECT_EQ(f.spans[2].subject, 3u);
}

TEST(States, AnOuterFrameIsNotWhereTheThreadIs) {
  Feed f(false);
  f.at(0, EventKind::ThreadStart, 0);
  f.at(10, EventKind::Line, 1, pack_line(0, kOuterFrame | 1));
  f.at(10, EventKind::Line, 2, pack_line(5, 2));
  EXPECT_EQ(f.tracker.function(), 2u);
  EXPECT_EQ(f.tracker.line(), 5u);
}

TEST(States, ALifeUnderTheGil) {
  Feed f(true);
  f.at(10, EventKind::ThreadStart, 0);
  EXPECT_EQ(f.tracker.current().state, ThreadState::WaitingGil);
  f.at(12, EventKind::GilWait, 0, pack_line(4));
  f.at(20, EventKind::GilTake, 0, pack_line(5, kForced));
  EXPECT_TRUE(f.tracker.holds_gil());
  f.at(22, EventKind::Line, 3, pack_line(6));
  f.at(30, EventKind::GilDrop, 0, pack_line(7, DropReason::Request));
  f.at(31, EventKind::GilWait, 2, pack_line(7));
  f.at(40, EventKind::GilTake, 2, pack_line(7));
  f.at(50, EventKind::BlockBegin, 9, pack_line(8));
  f.at(52, EventKind::GilDrop, 0, pack_line(8, DropReason::Blocked));
  f.at(70, EventKind::BlockEnd, 2, pack_line(8));
  f.at(71, EventKind::GilWait, 2, pack_line(8));
  f.at(75, EventKind::GilTake, 2, pack_line(8));
  f.at(90, EventKind::GilDrop, 0, pack_line(9, DropReason::Finished));
  f.at(91, EventKind::ThreadEnd, 0, pack_line(9, EndStatus::Failed));
  ASSERT_EQ(f.spans.size(), 7u);
  f.expect(0, ThreadState::WaitingGil, 10, 20);
  EXPECT_TRUE(f.spans[0].forced);
  EXPECT_EQ(f.spans[0].other, 0u);
  f.expect(1, ThreadState::Running, 20, 30);
  EXPECT_EQ(f.spans[1].subject, 3u);
  EXPECT_EQ(f.spans[1].line_begin, 5u);
  EXPECT_EQ(f.spans[1].line_end, 7u);
  f.expect(2, ThreadState::WaitingGil, 30, 40);
  EXPECT_FALSE(f.spans[2].forced);
  f.expect(3, ThreadState::Running, 40, 50);
  f.expect(4, ThreadState::Blocked, 50, 70);
  EXPECT_EQ(f.spans[4].subject, 9u);
  EXPECT_EQ(f.spans[4].other, 2u);
  EXPECT_EQ(f.spans[4].line_begin, 8u);
  f.expect(5, ThreadState::WaitingGil, 70, 75);
  f.expect(6, ThreadState::Running, 75, 91);
  EXPECT_TRUE(f.spans[6].failed);
  EXPECT_EQ(f.tracker.current().state, ThreadState::Finished);
  f.at(95, EventKind::GilTake, 2);
  EXPECT_EQ(f.spans.size(), 7u);
}

TEST(States, ADropBeforeTheBeginOfTheWaitBelongsToTheWait) {
  Feed f(true);
  f.at(0, EventKind::ThreadStart, 0);
  f.at(0, EventKind::GilTake, kNoThread);
  f.at(10, EventKind::GilDrop, 0, pack_line(3, DropReason::Native));
  f.at(14, EventKind::NativeBegin, 5, pack_line(3));
  f.at(40, EventKind::NativeEnd);
  f.at(45, EventKind::GilTake, kNoThread);
  f.at(50, EventKind::SleepBegin, 100, pack_line(4));
  ASSERT_EQ(f.spans.size(), 4u);
  f.expect(0, ThreadState::Running, 0, 10);
  f.expect(1, ThreadState::Native, 10, 40);
  EXPECT_EQ(f.spans[1].subject, 5u);
  f.expect(2, ThreadState::WaitingGil, 40, 45);
  f.expect(3, ThreadState::Running, 45, 50);
  EXPECT_EQ(f.tracker.current().detail, Detail::Sleep);
}

TEST(States, WithoutAGilWaitsLeadStraightBackToRunning) {
  Feed f(false);
  f.at(0, EventKind::ThreadStart, 0);
  f.at(10, EventKind::JoinBegin, 4, pack_line(3));
  f.at(20, EventKind::JoinEnd, kNoThread, pack_line(3, kTimedOut));
  f.at(30, EventKind::IoBegin, 2, pack_line(5));
  f.at(33, EventKind::IoEnd);
  f.at(40, EventKind::CollectBegin, 7);
  f.at(44, EventKind::CollectEnd);
  f.at(50, EventKind::CollectBegin, 1);
  f.at(55, EventKind::CollectEnd);
  f.at(60, EventKind::ThreadEnd, 0, pack_line(0, EndStatus::CutOff));
  ASSERT_EQ(f.spans.size(), 9u);
  f.expect(0, ThreadState::Running, 0, 10);
  f.expect(1, ThreadState::SleepingIo, 10, 20);
  EXPECT_EQ(f.spans[1].detail, Detail::Join);
  EXPECT_EQ(f.spans[1].subject, 4u);
  EXPECT_EQ(f.spans[1].other, 4u);
  EXPECT_TRUE(f.spans[1].timed_out);
  f.expect(3, ThreadState::SleepingIo, 30, 33);
  f.expect(5, ThreadState::Blocked, 40, 44);
  EXPECT_EQ(f.spans[5].other, 7u);
  f.expect(7, ThreadState::Running, 50, 55);
  EXPECT_EQ(f.spans[7].detail, Detail::Collect);
  EXPECT_TRUE(f.spans[8].cut_off);
}

TEST(States, WhoDoesNotAskForTheGilDoesNotWaitForIt) {
  Feed f(true);
  f.at(0, EventKind::ThreadStart, kNoThread);
  f.at(0, EventKind::GilTake, kNoThread);
  // MainThread's program is done: it waits for two others without the GIL.
  f.at(10, EventKind::JoinBegin, 1);
  f.at(10, EventKind::GilDrop, 0, pack_line(0, DropReason::Blocked));
  f.at(20, EventKind::JoinEnd, 1);
  f.at(22, EventKind::JoinBegin, 2);
  f.at(30, EventKind::JoinEnd, 2);
  f.at(33, EventKind::ThreadEnd);
  ASSERT_EQ(f.spans.size(), 3u);
  f.expect(0, ThreadState::Running, 0, 10);
  f.expect(1, ThreadState::SleepingIo, 10, 20);
  f.expect(2, ThreadState::SleepingIo, 22, 30);
}

TEST(States, ReadyWithoutACore) {
  Feed f(true);
  f.at(0, EventKind::ThreadStart, 0);
  f.at(0, EventKind::ReadyBegin);
  f.at(5, EventKind::ReadyEnd);
  f.at(5, EventKind::GilTake, kNoThread);
  f.at(9, EventKind::ThreadEnd);
  ASSERT_EQ(f.spans.size(), 2u);
  f.expect(0, ThreadState::Ready, 0, 5);
  f.expect(1, ThreadState::Running, 5, 9);
}

TEST(States, FramesOfThePage) {
  Feed f(false);
  f.at(5, EventKind::FrameBegin, 1);
  f.at(8, EventKind::FrameEnd, 300);
  f.at(20, EventKind::FrameBegin, 2);
  f.at(24, EventKind::FrameEnd, 310);
  ASSERT_EQ(f.spans.size(), 2u);
  f.expect(0, ThreadState::Running, 5, 8);
  EXPECT_EQ(f.spans[0].detail, Detail::Frame);
  EXPECT_EQ(f.spans[0].subject, 300u);
  f.expect(1, ThreadState::Running, 20, 24);
}

}  // namespace
}  // namespace interleave::trace
