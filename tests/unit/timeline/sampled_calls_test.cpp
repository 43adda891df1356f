// Calls of a live run, from samples of the stacks.
#include "timeline/sampled_calls.h"

#include <gtest/gtest.h>

#include "support/synthetic_trace.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::Writer;
using trace::EventKind;
using trace::kOuterFrame;
using trace::pack_line;

struct SampledCalls : testing::Test {
  SampledCalls() {
    module = w.recorder->add_function("<module>", 1);
    work = w.recorder->add_function("work", 3);
    step = w.recorder->add_function("step", 8);
    w.thread("MainThread");
    w.start(0, 0, kNoThread);
  }
  void outer(Tick ms, trace::FunctionId function, std::uint8_t depth) {
    w.at(ms * kMs, 0, EventKind::Line, function,
         pack_line(0, static_cast<std::uint8_t>(depth | kOuterFrame)));
  }
  void inner(Tick ms, trace::FunctionId function, std::uint8_t depth) {
    w.at(ms * kMs, 0, EventKind::Line, function, pack_line(5, depth));
  }
  /// "work 5-20" and so on of a depth, in milliseconds.
  std::vector<std::string> at_depth(std::uint32_t depth, Tick begin = 0, Tick end = 100) {
    const Calls calls = sampled_calls(*w.recorder, begin * kMs, end * kMs);
    EXPECT_TRUE(calls.sampled);
    std::vector<std::string> said;
    for (const CallSpan& call : calls.level(0, depth)) {
      said.push_back(calls.names[call.name] + " " + std::to_string(call.start / kMs) + "-" +
                     std::to_string(call.end / kMs));
    }
    return said;
  }
  Writer w{{.gil = trace::GilSetting::Off}};
  trace::FunctionId module, work, step;
};
using Said = std::vector<std::string>;

TEST_F(SampledCalls, NestedAndMergedBetweenSamples) {
  outer(5, module, 1);
  outer(5, work, 2);
  inner(5, step, 3);
  inner(10, step, 3);  // the same: nothing ended
  inner(20, work, 2);  // step has returned
  inner(30, module, 1);
  w.at(40 * kMs, 0, EventKind::ThreadEnd, 0, pack_line(0));
  EXPECT_EQ(at_depth(0), Said{"<module> 5-40"});
  EXPECT_EQ(at_depth(1), Said{"work 5-30"});
  EXPECT_EQ(at_depth(2), Said{"step 5-20"});
}

TEST_F(SampledCalls, AnotherFunctionAtTheSameDepth) {
  outer(5, module, 1);
  inner(5, work, 2);
  inner(15, step, 2);
  EXPECT_EQ(at_depth(1, 0, 50), (Said{"work 5-15", "step 15-50"}));
  EXPECT_EQ(at_depth(1, 20, 50), Said{"step 15-50"}) << "only what touches the window";
}

TEST_F(SampledCalls, SamplesWithoutADepthAreTheOutermost) {
  inner(5, work, 0);
  inner(9, step, 0);
  EXPECT_EQ(at_depth(0, 0, 20), (Said{"work 5-9", "step 9-20"}));
}

}  // namespace
}  // namespace interleave::timeline
