// Simulated runs through a Session: the same scenario and seed give the same trace, sleeping costs
// no time, and every way to end works, with a controlling thread and without one.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <thread>

#include "base/limits.h"
#include "exec/simulated_executor.h"
#include "lang/compiler.h"
#include "session/session.h"
#include "trace/text_form.h"
#include "vm/boot.h"

namespace interleave::session {
namespace {

constexpr const char* kProgram = R"(
import queue, random, threading, time
q = queue.Queue(3)
total = 0
lock = threading.Lock()

def produce(n):
    for i in range(n):
        time.sleep(random.random() / 100)
        q.put(i)

def consume():
    global total
    while (i := q.get()) is not None:
        with lock:
            total += i

makers = [threading.Thread(target=produce, args=(20,)) for _ in range(3)]
taker = threading.Thread(target=consume)
for t in [*makers, taker]: t.start()
for t in makers: t.join()
q.put(None)
taker.join()
print(total, {str(object())[:18] for _ in range(3)}, hash(object()) % 1000)
)";

Settings simulated(std::uint64_t seed = 1, trace::Policy policy = trace::Policy::Fair,
                   trace::GilSetting gil = trace::GilSetting::V310) {
  Settings settings;
  settings.mode = trace::RunMode::Simulated;
  settings.seed = seed;
  settings.policy = policy;
  settings.gil = gil;
  return settings;
}

Result run(const Settings& settings, const std::string& source) {
  Session session;
  EXPECT_TRUE(session.start(settings, source));
  session.wait();
  return *session.result();
}

TEST(Simulated, SameSeedSameTrace) {
  for (const auto gil : {trace::GilSetting::V310, trace::GilSetting::V39, trace::GilSetting::Off}) {
    for (const auto policy : {trace::Policy::Fair, trace::Policy::Random}) {
      const Result a = run(simulated(7, policy, gil), kProgram);
      const Result b = run(simulated(7, policy, gil), kProgram);
      EXPECT_EQ(a.status, trace::RunStatus::Finished) << a.standard_error;
      EXPECT_EQ(a.trace_hash, b.trace_hash);
      EXPECT_EQ(a.standard_output, b.standard_output);
      EXPECT_EQ(a.elapsed, b.elapsed);
      EXPECT_EQ(a.standard_output.substr(0, 4), "570 ");
    }
  }
}

TEST(Simulated, AnotherSeedAnotherTrace) {
  std::set<std::string> hashes;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    hashes.insert(run(simulated(seed, trace::Policy::Random), kProgram).trace_hash);
  }
  EXPECT_EQ(hashes.size(), 8u);
}

TEST(Simulated, SleepingCostsNoTime) {
  const auto begin = std::chrono::steady_clock::now();
  const Result r =
      run(simulated(), "import time\ntime.sleep(3600)\nprint(time.monotonic() > 3600)");
  EXPECT_EQ(r.standard_output, "True\n");
  EXPECT_GE(r.elapsed, 3600u * 1'000'000'000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Simulated, CoresWorkSideBySide) {
  const std::string source =
      "from threading import Thread\n"
      "def f():\n"
      "    for i in range(20000): i * i\n"
      "ts = [Thread(target=f) for _ in range(4)]\n"
      "for t in ts: t.start()\n"
      "for t in ts: t.join()\n";
  Settings settings = simulated(1, trace::Policy::Fair, trace::GilSetting::Off);
  Tick elapsed[5] = {};
  for (const int cores : {1, 2, 4}) {
    settings.cores = cores;
    elapsed[cores] = run(settings, source).elapsed;
  }
  EXPECT_GT(elapsed[1], elapsed[2] * 18 / 10);
  EXPECT_GT(elapsed[2], elapsed[4] * 18 / 10);
}

TEST(Simulated, ADeadlockIsTold) {
  const Result r = run(simulated(),
                       "from threading import Lock\n"
                       "a = Lock()\n"
                       "a.acquire()\n"
                       "a.acquire()\n");
  EXPECT_EQ(r.status, trace::RunStatus::Deadlock);
  EXPECT_EQ(r.message,
            "Deadlock: no thread can go on. MainThread waits at line 4 for Lock `a`, which it "
            "holds itself since line 3.");
}

TEST(Simulated, ThousandsOfThreads) {
  const Result r = run(simulated(),
                       "import threading\n"
                       "go = threading.Event()\n"
                       "ts = [threading.Thread(target=go.wait) for _ in range(5000)]\n"
                       "for t in ts: t.start()\n"
                       "print(threading.active_count())\n"
                       "go.set()\n"
                       "for t in ts: t.join()\n"
                       "print(threading.active_count())\n");
  EXPECT_EQ(r.standard_output, "5001\n1\n");
}

TEST(Simulated, TooMuchTimeIsRefused) {
  const Result r = run(simulated(), "import time\nwhile True: time.sleep(3600)\n");
  EXPECT_EQ(r.status, trace::RunStatus::Limit);
  EXPECT_EQ(r.message, "The simulated run was ended after 86400 seconds of its own time.");
}

TEST(Simulated, StopEndsAnEndlessLoop) {
  for (const char* source : {"print(1)\nwhile True: pass", "print(1)\nsum(iter(int, 1))",
                             "print(1)\nx = 3 ** 5000000"}) {
    Session session;
    session.start(simulated(), source);
    std::vector<OutputPiece> pieces;
    while (pieces.empty()) {
      session.take_output(pieces);
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    session.stop();
    session.wait();
    EXPECT_EQ(session.result()->status, trace::RunStatus::Stopped) << source;
  }
}

TEST(Simulated, ALineOfInputTakesNoTime) {
  Session session;
  session.start(simulated(), "print(input('? ') * 2)");
  while (!session.wants_line()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  EXPECT_TRUE(session.give_line("ab"));
  session.wait();
  EXPECT_EQ(session.result()->standard_output, "? abab\n");
}

constexpr const char* kRace = R"(
from threading import Thread
x = 0
def work():
    global x
    for i in range(2000):
        y = x
        x = y + 1
ts = [Thread(target=work) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(x)
)";

/// Runs a program in pieces of `step` virtual nanoseconds (0: in one), and by lines; what came out.
std::string in_pieces(const char* program, trace::GilSetting gil, trace::Policy policy, Tick step,
                      bool lines) {
  const lang::CompileResult compiled = lang::compile_source(program, "main.py");
  struct Kept final : exec::OutputSink {
    void write(bool, std::string_view utf8) override { text += utf8; }
    std::string text;
  } kept;
  exec::SimulatedOptions options;
  options.gil = gil;
  options.policy = policy;
  options.cores = 3;
  options.seed = 3;
  exec::SimulatedExecutor executor(options, kept, nullptr);
  vm::Vm vm(executor, nullptr);
  vm::load_main(vm, *compiled.code, program);
  executor.begin(vm);
  executor.watch_lines(lines);
  using Progress = exec::SimulatedExecutor::Progress;
  Tick until = step == 0 ? kForever : step;
  std::uint64_t stops = 0;
  for (;; ++stops) {
    const Progress progress = executor.advance(1'000'000, until);
    if (progress == Progress::Over) break;
    if (progress == Progress::There) until += step;
  }
  EXPECT_EQ(lines || step != 0, stops > 100);
  return kept.text + std::to_string(executor.outcome().elapsed);
}

/// A run cut into pieces at other moments is the same run: what replays build on.
TEST(Simulated, PiecesMakeTheSameRun) {
  for (const char* program : {kProgram, kRace}) {
    for (const auto gil :
         {trace::GilSetting::V310, trace::GilSetting::V39, trace::GilSetting::Off}) {
      for (const auto policy : {trace::Policy::Fair, trace::Policy::Random}) {
        const std::string whole = in_pieces(program, gil, policy, 0, false);
        EXPECT_EQ(in_pieces(program, gil, policy, 1700, false), whole);
        EXPECT_EQ(in_pieces(program, gil, policy, 10'000, true), whole);
      }
    }
  }
}

}  // namespace
}  // namespace interleave::session
