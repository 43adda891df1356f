// One program, its settings and its run.
//
// start() returns at once, but for MainThread on the caller's thread; where there are threads, a
// controlling thread of the run's own compiles, builds the machine, runs it and takes it down.
// Everything here may be called by the page's own thread, which never waits for more than a few
// instructions, but for wait(), which is for the command line. In a page without shared memory
// pump() does the controlling thread's work, piece by piece. One run at a time per process: a
// second Session's waits for the first's. Not a user interface, and no file access.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exec/simulated_executor.h"
#include "session/output.h"
#include "session/result.h"
#include "trace/recorder.h"

namespace interleave::session {

struct Settings {
  trace::RunMode mode = trace::RunMode::Live;
  trace::GilSetting gil = trace::GilSetting::V310;
  Tick switch_interval = 5'000'000;  // ns
  int cores = 2;                     // these three: of a simulated run
  std::uint64_t seed = 0;
  trace::Policy policy = trace::Policy::Fair;
  bool record = true;                   // the trace; without it a Result has no events and no hash
  bool main_on_page = false;            // of a live run: MainThread on the thread that starts it
  std::string script_name = "main.py";  // as tracebacks name the program
};

/// What the page's own thread does for the others while MainThread has it, and whether a worker is
/// to be had without the page's help; set before the first run.
struct PageThread {
  void (*serve_others)() = nullptr;
  bool (*may_start)() = nullptr;
};
inline PageThread g_page_thread;

/// As the simulated executor takes them.
exec::SimulatedOptions simulated_options(const Settings& settings);

enum class State : std::uint8_t { Idle, Running, Stopping };

class Session {
 public:
  Session();
  ~Session();  // stops a run that is under way and waits for its end
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Runs a program. False: one is running already. `echo`, if any, gets the output as it is
  /// written and must outlive the run. With `main_on_page` it returns when MainThread is done,
  /// after limits::kMainOnPage at the latest.
  bool start(const Settings& settings, std::string source, exec::OutputSink* echo = nullptr);
  /// Where there are no threads: goes on with the run for some milliseconds. Elsewhere nothing.
  void pump(double milliseconds);
  /// Whether this process has threads; if not, only simulated runs can be started.
  static bool has_threads();
  /// There are none here. To be said before the first run.
  static void do_without_threads();
  /// Ends the run wherever it is; nothing when there is none.
  void stop();
  State state() const;
  /// Appends what the program wrote since last time, also after its end.
  void take_output(std::vector<OutputPiece>& pieces);
  /// Whether a thread waits in input() for a line, and a line for it; false: not taken.
  bool wants_line() const;
  bool give_line(std::string_view line);
  /// What input() gave to the last run, in order.
  std::vector<std::string> lines_given() const;
  /// How the last run went; null until it is over.
  const Result* result() const;
  /// The trace of the present or last run; null when none is recorded. Read it with cursors while
  /// it grows.
  std::shared_ptr<trace::Recorder> recorder() const;
  /// Blocks until the run is over. Not for the page's own thread.
  void wait();

 private:
  struct Run;
  std::shared_ptr<Run> run_;
};

}  // namespace interleave::session
