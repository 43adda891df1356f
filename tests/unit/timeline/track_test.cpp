// The spans of one lane: packing, sums, masks and late insertions against a plain list.
#include "timeline/track.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace interleave::timeline {
namespace {

Span make(Tick start, Tick end, ThreadState state) {
  Span span;
  span.start = start;
  span.end = end;
  span.state = state;
  return span;
}

class Random {
 public:
  std::uint32_t below(std::uint32_t n) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<std::uint32_t>((std::uint64_t{state_ >> 4} * n) >> 28);
  }

 private:
  std::uint32_t state_ = 12345;
};

std::vector<Span> random_spans(Random& random, std::size_t count) {
  std::vector<Span> spans;
  Tick t = 5;
  for (std::size_t i = 0; i < count; ++i) {
    if (random.below(5) == 0) t += random.below(40);
    const Tick end = t + 1 + random.below(100);
    spans.push_back(make(t, end, static_cast<ThreadState>(1 + random.below(6))));
    t = end;
  }
  return spans;
}

TEST(PackedSpan, KeepsEverything) {
  Span span;
  span.start = (Tick{1} << 56) - 2;
  span.end = (Tick{1} << 56) - 1;
  span.state = ThreadState::Ready;
  span.detail = Detail::Frame;
  span.flags = 0x3F;
  span.subject = 0xFFFFFFFF;
  span.other = 0x1234;
  span.line_begin = (1u << 21) - 1;
  span.line_end = 1;
  const Span back = PackedSpan(span).unpack(span.end);
  EXPECT_EQ(back.start, span.start);
  EXPECT_EQ(back.end, span.end);
  EXPECT_EQ(back.state, span.state);
  EXPECT_EQ(back.detail, span.detail);
  EXPECT_EQ(back.flags, span.flags);
  EXPECT_EQ(back.subject, span.subject);
  EXPECT_EQ(back.other, span.other);
  EXPECT_EQ(back.line_begin, span.line_begin);
  EXPECT_EQ(back.line_end, span.line_end);
  span.other = kNoThread;
  EXPECT_EQ(PackedSpan(span).unpack(span.end).other, kNoThread);
  span.other = trace::kUiThread;
  EXPECT_EQ(PackedSpan(span).unpack(span.end).other, trace::kUiThread);
}

void check_against(const Track& track, const std::vector<Span>& spans, Random& random) {
  ASSERT_EQ(track.size(), spans.size());
  const Tick end = spans.back().end + 20;
  for (int round = 0; round < 300; ++round) {
    const auto t0 = static_cast<Tick>(random.below(static_cast<std::uint32_t>(end)));
    const Tick t1 = t0 + random.below(static_cast<std::uint32_t>(end));
    StateTimes expected;
    std::uint32_t ending_after = track.size();
    std::uint32_t at = Track::kNone;
    std::uint32_t longest = Track::kNone;
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
      const Span& s = spans[i];
      const Tick from = std::max(s.start, t0), to = std::min(s.end, t1);
      if (to > from) expected[s.state] += to - from;
      if (s.end > t0) ending_after = std::min(ending_after, i);
      if (s.start <= t0 && t0 < s.end) at = i;
      if ((mask_of(s.state) & kContendedStates) == 0 || s.start < t0 || s.start >= t1) continue;
      if (longest == Track::kNone || s.length() > spans[longest].length()) longest = i;
    }
    ASSERT_EQ(track.times(t0, t1), expected) << t0 << " " << t1;
    ASSERT_EQ(track.first_ending_after(t0), ending_after);
    ASSERT_EQ(track.first_ending_after(t0, ending_after / 2), ending_after);
    ASSERT_EQ(track.find(t0), at);
    ASSERT_EQ(track.longest(kContendedStates, t0, t1), longest);
    const std::uint32_t a = random.below(track.size() + 1);
    const std::uint32_t b = a + random.below(track.size() + 1 - a);
    StateMask mask = 0;
    for (std::uint32_t i = a; i < b; ++i) mask |= mask_of(spans[i].state);
    ASSERT_EQ(track.states(a, b), mask) << a << " " << b;
  }
}

TEST(Track, AgreesWithAPlainList) {
  Random random;
  for (const std::size_t count : {1u, 2u, 63u, 64u, 65u, 1000u, 5000u, 20000u}) {
    const std::vector<Span> spans = random_spans(random, count);
    Track track;
    for (const Span& span : spans) track.append(span);
    check_against(track, spans, random);
  }
}

TEST(Track, SeldomStatesAreFoundAmongMany) {
  Track track;
  for (Tick i = 0; i < 100000; ++i) {
    track.append(
        make(i * 10, i * 10 + 10, i == 77777 ? ThreadState::Blocked : ThreadState::Running));
  }
  EXPECT_EQ(track.states(0, 100000), mask_of(ThreadState::Running) | mask_of(ThreadState::Blocked));
  EXPECT_EQ(track.states(0, 77777), mask_of(ThreadState::Running));
  EXPECT_EQ(track.states(77778, 100000), mask_of(ThreadState::Running));
  EXPECT_EQ(track.states(77777, 77778), mask_of(ThreadState::Blocked));
}

TEST(Track, LateSpansFindTheirPlace) {
  Random random;
  std::vector<Span> spans = random_spans(random, 3000);
  // Every now and then one comes up to 200 places late.
  std::vector<Span> order = spans;
  for (std::size_t i = 0; i + 200 < order.size(); i += 50 + random.below(100)) {
    const std::size_t late = 1 + random.below(199);
    std::rotate(order.begin() + static_cast<std::ptrdiff_t>(i),
                order.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                order.begin() + static_cast<std::ptrdiff_t>(i + late + 1));
  }
  Track track;
  for (const Span& span : order) EXPECT_NE(track.insert(span), Track::kNone);
  check_against(track, spans, random);
}

TEST(Track, OverlapsAreCutOff) {
  Track track;
  track.insert(make(10, 20, ThreadState::Running));
  track.insert(make(30, 40, ThreadState::Running));
  EXPECT_EQ(track.insert(make(12, 18, ThreadState::Running)), Track::kNone);
  EXPECT_EQ(track.insert(make(15, 35, ThreadState::Blocked)), 1u);
  EXPECT_EQ(track[1].start, 20u);
  EXPECT_EQ(track[1].end, 30u);
  EXPECT_EQ(track.size(), 3u);
}

TEST(Track, AMillionSpansTakeUnder32BytesEach) {
  Track track;
  for (Tick i = 0; i < 1000000; ++i) {
    track.append(
        make(i * 10, i * 10 + 10, i % 2 == 0 ? ThreadState::Running : ThreadState::WaitingGil));
  }
  track.shrink();
  EXPECT_LE(track.bytes(), 28u * 1000000u);
  EXPECT_GE(track.bytes(), sizeof(PackedSpan) * 1000000u);
}

TEST(Track, SpansOfHoursAmongShortOnes) {
  constexpr Tick kLong = Tick{1} << 32;
  Random random;
  std::vector<Span> spans;
  Tick t = 0;
  for (std::uint32_t i = 0; i < 1000; ++i) {
    // Around the length from which on the end is kept elsewhere, and far beyond.
    const Tick length = i % 7 == 0 ? kLong - 4 + i % 9 : i % 31 == 0 ? 3600 * kLong : 1 + i;
    spans.push_back(make(t, t + length, static_cast<ThreadState>(1 + i % 6)));
    t += length + i % 3;
  }
  std::vector<Span> order = spans;
  for (std::size_t i = 0; i + 90 < order.size(); i += 90) std::swap(order[i], order[i + 1]);
  Track track;
  for (const Span& span : order) ASSERT_NE(track.insert(span), Track::kNone);
  const auto check = [&] {
    ASSERT_EQ(track.size(), spans.size());
    StateTimes expected;
    for (std::uint32_t i = 0; i < spans.size(); ++i) {
      ASSERT_EQ(track[i].start, spans[i].start) << i;
      ASSERT_EQ(track[i].end, spans[i].end) << i;
      ASSERT_EQ(track.at(i).end(), spans[i].end) << i;
      ASSERT_EQ(track.find(spans[i].end - 1), i);
      expected[spans[i].state] += spans[i].length();
    }
    ASSERT_EQ(track.times(0, spans.back().end), expected);
  };
  check();
  for (const Tick length : {Tick{5}, 2 * kLong, 3 * kLong, Tick{7}}) {
    spans.back().end = spans.back().start + length;
    track.set_last_end(spans.back().end);
    check();
  }
}

}  // namespace
}  // namespace interleave::timeline
