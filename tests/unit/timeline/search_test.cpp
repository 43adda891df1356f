// Search: what is found by which words, in which order, and what is lit.
#include "timeline/search.h"

#include <gtest/gtest.h>

#include "support/synthetic_trace.h"

namespace interleave::timeline {
namespace {

struct Searched {
  Searched() : run(synthetic::realistic()), model(*run.recorder) { model.update(); }
  const std::vector<Match>& find(std::string_view text) {
    search.find(model, text);
    return search.matches();
  }
  synthetic::Realistic run;
  Model model;
  Search search;
};

TEST(Search, LinesAskedFor) {
  EXPECT_EQ(line_asked_for("7"), 7u);
  EXPECT_EQ(line_asked_for(":12"), 12u);
  EXPECT_EQ(line_asked_for("line 300"), 300u);
  EXPECT_EQ(line_asked_for("line"), 0u);
  EXPECT_EQ(line_asked_for("7a"), 0u);
  EXPECT_EQ(line_asked_for(""), 0u);
  EXPECT_EQ(line_asked_for("99999999"), 0u);
}

TEST(Search, AThreadByItsName) {
  Searched s;
  ASSERT_EQ(s.find(" mainTHREAD ").size(), 1u);
  EXPECT_EQ(s.search.matches()[0].kind, MatchKind::Thread);
  EXPECT_EQ(s.search.matches()[0].span, (SpanRef{2, 0}));
  EXPECT_TRUE(s.search.has_lane(2));
  EXPECT_FALSE(s.search.has_lane(3));
}

TEST(Search, ALockByTheWaitsForIt) {
  Searched s;
  ASSERT_EQ(s.find("results").size(), 1u);
  const Match& match = s.search.matches()[0];
  EXPECT_EQ(match.kind, MatchKind::Object);
  EXPECT_EQ(match.span, (SpanRef{5, 8}));
  EXPECT_EQ(s.search.objects(), std::vector<ObjectId>{s.run.lock});
  EXPECT_TRUE(s.search.has(5, 8, 1));
  EXPECT_TRUE(s.search.has(5, 0, 9)) << "a block with a match in it is lit";
  EXPECT_FALSE(s.search.has(5, 0, 8));
  EXPECT_FALSE(s.search.has(5, 9, 100));
  EXPECT_FALSE(s.search.has(4, 8, 1));
}

TEST(Search, AFunctionWhereItRan) {
  Searched s;
  const auto& sha = s.find("sha256");
  ASSERT_EQ(sha.size(), 1u);
  EXPECT_EQ(s.model.span(sha[0].span).state, ThreadState::Native);
  // crunch() ran in two threads; their names match as well.
  std::size_t threads = 0;
  Tick at = 0;
  for (const Match& match : s.find("crunch")) {
    const Span span = s.model.span(match.span);
    EXPECT_GE(span.start, at) << "in order of time";
    at = span.start;
    threads += match.kind == MatchKind::Thread ? 1 : 0;
    EXPECT_TRUE(match.span.lane == 3 || match.span.lane == 4);
  }
  EXPECT_EQ(threads, 2u);
  EXPECT_GT(s.search.matches().size(), 2u);
}

TEST(Search, ALineWhereSomebodyWas) {
  Searched s;
  const Span blocked = s.model.span({5, 8});
  bool found = false;
  for (const Match& match : s.find("line " + std::to_string(blocked.line_begin))) {
    EXPECT_TRUE(s.model.has_line(match.span, blocked.line_begin));
    found = found || match.span == SpanRef{5, 8};
  }
  EXPECT_TRUE(found);
}

TEST(Search, NothingAndNothingAskedFor) {
  Searched s;
  EXPECT_TRUE(s.find("no such thing").empty());
  EXPECT_TRUE(s.search.active());
  EXPECT_TRUE(s.find("   ").empty());
  EXPECT_FALSE(s.search.active());
}

}  // namespace
}  // namespace interleave::timeline
