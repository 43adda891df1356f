// Whole programs through a Session: how they end, what is kept of their output, and that Stop
// always works.
#include "session/session.h"

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "base/limits.h"

namespace interleave::session {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

struct SessionTest : testing::TestWithParam<trace::GilSetting> {
  const Result& run(const std::string& source) {
    Settings settings;
    settings.gil = GetParam();
    EXPECT_TRUE(session.start(settings, source));
    session.wait();
    return *session.result();
  }
  /// Starts a program that does not end, stops it once it has printed something; how long that
  /// took.
  Clock::duration stop_after_output(const std::string& source) {
    Settings settings;
    settings.gil = GetParam();
    EXPECT_TRUE(session.start(settings, source));
    std::vector<OutputPiece> pieces;
    while (pieces.empty() && session.state() == State::Running) {
      session.take_output(pieces);
      std::this_thread::sleep_for(milliseconds(1));
    }
    std::this_thread::sleep_for(milliseconds(20));  // into what comes after the output
    EXPECT_EQ(session.result(), nullptr);
    const auto begin = Clock::now();
    session.stop();
    EXPECT_NE(session.state(), State::Running);
    session.wait();
    return Clock::now() - begin;
  }
  Session session;
};

TEST_P(SessionTest, OutputExitCodeAndThreads) {
  const Result& r =
      run("import sys\n"
          "from threading import Thread\n"
          "t = Thread(target=print, args=('from a thread',))\n"
          "t.start(); t.join()\n"
          "print('error', file=sys.stderr)\n"
          "sys.exit(4)\n");
  EXPECT_EQ(r.status, trace::RunStatus::Finished);
  EXPECT_EQ(r.exit_code, 4);
  EXPECT_EQ(r.standard_output, "from a thread\n");
  EXPECT_EQ(r.standard_error, "error\n");
  ASSERT_EQ(r.threads.size(), 2u);
  EXPECT_EQ(r.threads[1].name, "Thread-1 (print)");
  EXPECT_GT(r.events, 0u);
  EXPECT_EQ(r.trace_hash.size(), 16u);
  EXPECT_GT(r.elapsed, 0u);
}

/// MainThread on the thread that starts the run: it comes back when that is done.
struct MainOnPageTest : SessionTest {
  const Result& run_here(const std::string& source) {
    Settings settings;
    settings.gil = GetParam();
    settings.main_on_page = true;
    EXPECT_TRUE(session.start(settings, source));
    session.wait();
    return *session.result();
  }
};

TEST_P(MainOnPageTest, ThreadsRunBesideIt) {
  const Result& r = run_here(
      "from threading import Thread, Lock\n"
      "total, lock = 0, Lock()\n"
      "def add():\n"
      "    global total\n"
      "    for i in range(1000):\n"
      "        with lock: total += 1\n"
      "for _ in range(3):\n"
      "    work = [Thread(target=add) for _ in range(4)]\n"
      "    for w in work: w.start()\n"
      "    for w in work: w.join()\n"
      "print(total)\n");
  EXPECT_EQ(r.status, trace::RunStatus::Finished) << r.message << r.standard_error;
  EXPECT_EQ(r.standard_output, "12000\n");
  EXPECT_EQ(r.threads.size(), 13u);
}

TEST_P(MainOnPageTest, ThePagesLaneIsOneLongTask) {
  const Result& r = run_here("import time\ntime.sleep(0.05)\n");
  EXPECT_EQ(r.status, trace::RunStatus::Finished);
  const std::shared_ptr<trace::Recorder> recorder = session.recorder();
  trace::RingCursor cursor(*recorder->ui_ring());
  std::vector<trace::Event> events;
  for (auto piece = cursor.next(); !piece.empty(); piece = cursor.next()) {
    events.insert(events.end(), piece.begin(), piece.end());
  }
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].kind(), trace::EventKind::FrameBegin);
  EXPECT_EQ(events[0].page_task(), trace::PageTask::MainThread);
  EXPECT_EQ(events[1].kind(), trace::EventKind::FrameEnd);
  EXPECT_GE(events[1].time() - events[0].time(), 50'000'000u);
}

TEST_P(MainOnPageTest, EndsAtItsBound) {
  const auto begin = Clock::now();
  const Result& r = run_here("print('on it', flush=True)\nwhile True: pass\n");
  EXPECT_EQ(r.status, trace::RunStatus::Limit);
  EXPECT_EQ(r.exit_code, 1);
  EXPECT_EQ(r.standard_output, "on it\n");
  EXPECT_NE(r.message.find("page's own thread for 5 seconds"), std::string::npos) << r.message;
  EXPECT_GE(Clock::now() - begin, std::chrono::nanoseconds(limits::kMainOnPage));
}

TEST_P(MainOnPageTest, ProgramsThatDoNotCompileAndInputEndAtOnce) {
  EXPECT_EQ(run_here("if x\n").status, trace::RunStatus::Failed);
  const Result& r = run_here("input()\n");
  EXPECT_EQ(r.status, trace::RunStatus::Failed);
  EXPECT_NE(r.standard_error.find("EOFError"), std::string::npos) << r.standard_error;
}

TEST_P(MainOnPageTest, ADeadlockIsSeen) {
  const Result& r =
      run_here("from threading import Lock\nfork = Lock()\nfork.acquire()\nfork.acquire()\n");
  EXPECT_EQ(r.status, trace::RunStatus::Deadlock) << r.message;
}

INSTANTIATE_TEST_SUITE_P(Gils, MainOnPageTest,
                         testing::Values(trace::GilSetting::V310, trace::GilSetting::Off));

TEST_P(SessionTest, UncaughtExceptionFails) {
  const Result& r = run("1 / 0\n");
  EXPECT_EQ(r.status, trace::RunStatus::Failed);
  EXPECT_EQ(r.exit_code, 1);
  EXPECT_NE(r.standard_error.find("ZeroDivisionError: division by zero\n"), std::string::npos);
}

TEST_P(SessionTest, SyntaxErrorIsToldWithItsLine) {
  const Result& r = run("x = 1\nif x\n");
  EXPECT_EQ(r.status, trace::RunStatus::Failed);
  EXPECT_EQ(r.exit_code, 1);
  EXPECT_NE(r.standard_error.find("File \"main.py\", line 2"), std::string::npos);
  EXPECT_EQ(r.message, "SyntaxError: expected ':'");
}

TEST_P(SessionTest, ProgramBeyondTheLimitIsNotRun) {
  const Result& r = run("print(1)\n" + std::string(limits::kSourceBytes, '#'));
  EXPECT_EQ(r.status, trace::RunStatus::Limit);
  EXPECT_EQ(r.standard_output, "");
  EXPECT_FALSE(r.message.empty());
}

TEST_P(SessionTest, OutputBeyondTheLimitIsCounted) {
  const Result& r = run("s = 'x' * 999\nfor i in range(2000): print(s)\n");
  EXPECT_EQ(r.status, trace::RunStatus::Finished);
  EXPECT_EQ(r.standard_output.size(), limits::kOutputBytes);
  std::vector<OutputPiece> pieces;
  session.take_output(pieces);
  ASSERT_FALSE(pieces.empty());
  EXPECT_TRUE(pieces.back().error);
  EXPECT_EQ(pieces.back().text,
            "\n... output truncated: " + std::to_string(2'000'000 - limits::kOutputBytes) +
                " bytes more\n");
}

TEST_P(SessionTest, StopEndsAnEndlessLoop) {
  EXPECT_LT(stop_after_output("print('x')\nwhile True: pass\n"), milliseconds(1000));
  EXPECT_EQ(session.result()->status, trace::RunStatus::Stopped);
  EXPECT_EQ(session.result()->exit_code, 130);
}

TEST_P(SessionTest, StopEndsASleepAWaitAndALoopAtOnce) {
  EXPECT_LT(stop_after_output("from threading import Thread, Event\n"
                              "from time import sleep\n"
                              "def spin():\n"
                              "    while True: pass\n"
                              "Thread(target=sleep, args=(1000,)).start()\n"
                              "Thread(target=Event().wait).start()\n"
                              "Thread(target=spin).start()\n"
                              "print('x')\n"),
            milliseconds(1000));
  EXPECT_EQ(session.result()->status, trace::RunStatus::Stopped);
}

TEST_P(SessionTest, StopEndsAProgramThatCatchesEverything) {
  EXPECT_LT(stop_after_output("print('x')\n"
                              "while True:\n"
                              "    try:\n"
                              "        while True: pass\n"
                              "    except BaseException: pass\n"
                              "    finally: pass\n"),
            milliseconds(1000));
  EXPECT_EQ(session.result()->status, trace::RunStatus::Stopped);
}

TEST_P(SessionTest, StopEndsPrintingForEver) {
  EXPECT_LT(stop_after_output("while True: print('x')\n"), milliseconds(1000));
}

TEST_P(SessionTest, StopEndsEveryLongStep) {
  // Each would take minutes, or for ever, inside one call of native code.
  const char* const endless[] = {
      "list(itertools.count())",
      "set(itertools.repeat(1))",
      "collections.deque(itertools.count(), maxlen=0)",
      "all(itertools.repeat(True))",
      "max(itertools.repeat(1))",
      "5 in itertools.repeat(1)",
      "sum(itertools.repeat(1.0))",
      "dict.fromkeys(itertools.repeat(1))",
      "next(itertools.dropwhile(bool, itertools.repeat(1)))",
      "next(itertools.islice(itertools.count(), 10**12, None))",
      "next(filter(None, itertools.repeat(0)))",
      "list(map(abs, itertools.repeat(1)))",
      "''.join(itertools.repeat(''))",
      "print(*itertools.repeat(1))",
      "pow(3, 1 << 200000, (1 << 400000) - 1)",
      "[((1 << 4000000) - 1) // ((1 << 2000000) + 1) for _ in itertools.repeat(1)]",
      "[(x := (1 << 4000000) - 1) * x and None for _ in itertools.repeat(1)]",
      "[sorted(a) and None for a in itertools.repeat([i * 7919 % 999983 for i in range(300000)])]",
      "['a' * 5000000 in 'a' * 4999999 + 'b' for _ in itertools.repeat(1)]",
  };
  for (const char* statement : endless) {
    EXPECT_LT(
        stop_after_output(std::string("import collections, itertools\nprint('x')\n") + statement),
        milliseconds(2000))
        << statement;
  }
}

TEST_P(SessionTest, TheNextRunWorks) {
  stop_after_output("print('x')\nwhile True: pass\n");
  const Result& r = run("print('again')\n");
  EXPECT_EQ(r.status, trace::RunStatus::Finished);
  EXPECT_EQ(r.standard_output, "again\n");
}

TEST_P(SessionTest, SecondStartIsRefusedWhileOneRuns) {
  Settings settings;
  settings.gil = GetParam();
  ASSERT_TRUE(session.start(settings, "while True: pass\n"));
  EXPECT_FALSE(session.start(settings, "print(1)\n"));
  session.stop();
  session.wait();
}

TEST_P(SessionTest, DeadlockIsTold) {
  const Result& r =
      run("from threading import Lock\nlock = Lock()\nlock.acquire()\nlock.acquire()\n");
  EXPECT_EQ(r.status, trace::RunStatus::Deadlock);
  EXPECT_EQ(
      r.message,
      "Deadlock: no thread can go on. MainThread waits at line 4 for Lock `lock`, which it holds "
      "itself since line 3.");
}

TEST_P(SessionTest, JsonHasTheKeysOfTheInterface) {
  const std::string json = to_json(run("print('\"quoted\"')\n"));
  for (const char* key :
       {"status",    "exitCode",   "stdout",  "stderr",      "elapsedNs", "mode",    "gil",
        "traceHash", "events",     "dropped", "gilHandoffs", "gilForced", "threads", "message",
        "running",   "waitingGil", "blocked", "sleepingIo",  "native",    "ready"}) {
    EXPECT_NE(json.find("\"" + std::string(key) + "\":"), std::string::npos) << key;
  }
  EXPECT_NE(json.find("\\\"quoted\\\"\\n"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Settings, SessionTest,
                         testing::Values(trace::GilSetting::V310, trace::GilSetting::V39,
                                         trace::GilSetting::Off),
                         [](const auto& setting) {
                           switch (setting.param) {
                             case trace::GilSetting::Off: return "NoGil";
                             case trace::GilSetting::V39: return "Gil39";
                             default: return "Gil310";
                           }
                         });

}  // namespace
}  // namespace interleave::session
