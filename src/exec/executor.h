// What an executor is: the surroundings in which a Vm's threads run, from the first instruction to
// the end.
//
// Not a session: it knows no source text and keeps no output. run() is called by the session's
// controlling thread and comes back when the run is over; request_stop() may be called from any
// thread and returns at once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "trace/tables.h"
#include "vm/host.h"
#include "vm/interpreter.h"

namespace interleave::exec {

/// Takes what the program writes; called from any thread, also from several at once.
class OutputSink {
 public:
  virtual ~OutputSink() = default;
  virtual void write(bool error, std::string_view utf8) = 0;
  /// Waits for the next line of input, without its end; false: there is none any more.
  virtual bool read_line(std::string* /*utf8*/) { return false; }
  /// Whether read_line() would come back at once. If not, a line is asked for from now on.
  virtual bool line_ready() { return true; }
  /// As vm::Host::fetch().
  virtual vm::Fetched fetch(std::string_view, std::string_view, std::string_view) { return {}; }
  /// The run is ending: read_line() returns false, also where it waits.
  virtual void end_input() {}
};

/// What a thread spends its time with: interfaces.md's `ns`, in this order.
enum class TimeIn : std::uint8_t { Running, WaitingGil, Blocked, SleepingIo, Native, Ready };
inline constexpr int kTimesIn = static_cast<int>(TimeIn::Ready) + 1;

struct ThreadTotals {
  ThreadId id = 0;
  std::string name;
  bool daemon = false;
  std::array<Tick, kTimesIn> ns{};
};

struct Outcome {
  trace::RunStatus status = trace::RunStatus::Finished;
  int exit_code = 0;
  Tick elapsed = 0;
  std::uint64_t gil_handoffs = 0;  // the GIL went to another thread than the one that had it last
  std::uint64_t gil_forced = 0;    // of those: because it was asked for
  std::vector<ThreadTotals> threads;  // in order of birth; at most limits::kTraceThreads
  std::string message;                // one or several plain sentences where the status needs them
};

class Executor : public vm::Host {
 public:
  /// Runs the machine's program to its end.
  virtual Outcome run(vm::Vm& vm) = 0;
  /// Ends the run wherever its threads are. Returns at once.
  virtual void request_stop() = 0;
};

/// The machine's loop, or a test's stand-in for it.
using RunFn = vm::StopReason (*)(vm::VmThread&);

}  // namespace interleave::exec
