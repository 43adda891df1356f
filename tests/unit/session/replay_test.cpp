// A simulated run looked into: the same state wherever one comes from, lines forward and back.
#include "session/replay.h"

#include <gtest/gtest.h>

namespace interleave::session {
namespace {

constexpr const char* kProgram =
    "from threading import Thread\n"  // 1
    "class Box:\n"                    // 2
    "    def __init__(self):\n"       // 3
    "        self.v = 0\n"            // 4
    "box = Box()\n"                   // 5
    "def work(n):\n"                  // 6
    "    items = []\n"                // 7
    "    for i in range(n):\n"        // 8
    "        items.append(i)\n"       // 9
    "        box.v += i\n"            // 10
    "    return items\n"              // 11
    "ts = [Thread(target=work, args=(5000,)) for _ in range(2)]\n"
    "for t in ts: t.start()\n"
    "for t in ts: t.join()\n"
    "print(box.v)\n";

Settings settings() {
  Settings s;
  s.mode = trace::RunMode::Simulated;
  s.gil = trace::GilSetting::Off;
  s.seed = 5;
  return s;
}

std::string told(const Moment& moment) {
  std::string text = std::to_string(moment.at) + "\n";
  for (const ThreadMoment& thread : moment.threads) {
    text += thread.name + "\n";
    for (const vm::FrameView& frame : thread.stack) {
      text += "  " + frame.function + ":" + std::to_string(frame.line);
      for (const auto& [name, value] : frame.variables) text += " " + name + "=" + value;
      text += "\n";
    }
  }
  return text;
}

std::string at(Replay& replay, Tick t) {
  replay.seek(t);
  while (!replay.pump(100)) {
  }
  return told(replay.moment());
}

TEST(Replay, TheSameStateFromWhereverOneComes) {
  Replay forth(settings(), kProgram, {});
  Replay back(settings(), kProgram, {});
  const std::string late = at(back, 400'000);
  const std::string early = at(back, 150'000);
  EXPECT_EQ(at(forth, 150'000), early);
  for (Tick t = 160'000; t < 400'000; t += 7000) at(forth, t);
  EXPECT_EQ(at(forth, 400'000), late);
  EXPECT_NE(early, late);
}

TEST(Replay, StackAndVariables) {
  Replay replay(settings(), kProgram, {});
  const std::string text = at(replay, 300'000);
  EXPECT_NE(text.find("MainThread"), std::string::npos) << text;
  EXPECT_NE(text.find("Thread-1 (work)\n  work:"), std::string::npos) << text;
  EXPECT_NE(text.find(" n=5000 items=[0, 1, 2, 3, 4, 5, 6, 7, … "), std::string::npos) << text;
  EXPECT_NE(text.find("box=<Box v="), std::string::npos) << text;
}

TEST(Replay, LinesForwardAndBack) {
  Replay replay(settings(), kProgram, {});
  at(replay, 250'000);
  std::vector<int> lines;
  std::vector<Tick> times;
  for (int i = 0; i < 12; ++i) {
    replay.step_line(replay.at(), true, 1);
    while (!replay.pump(100)) {
    }
    const Moment moment = replay.moment();
    for (const ThreadMoment& thread : moment.threads) {
      if (thread.id == 1) lines.push_back(thread.stack.at(0).line);
    }
    times.push_back(replay.at());
  }
  ASSERT_EQ(lines.size(), 12u);
  for (std::size_t i = 1; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i], lines[i - 1] == 10 ? 8 : lines[i - 1] + 1) << i;
    EXPECT_GT(times[i], times[i - 1]);
  }
  for (std::size_t i = lines.size() - 1; i > 0; --i) {
    replay.step_line(times[i], false, 1);
    while (!replay.pump(100)) {
    }
    EXPECT_EQ(replay.at(), times[i - 1]);
  }
}

TEST(Replay, LinesOfInputComeAgain) {
  Replay replay(settings(), "a = input()\nb = input()\nfor i in range(10000): pass\n", {"x", "y"});
  const std::string text = at(replay, 60'000);
  EXPECT_NE(text.find("a='x' b='y'"), std::string::npos) << text;
}

}  // namespace
}  // namespace interleave::session
