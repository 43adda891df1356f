// What the virtual machine asks of its surroundings. The executors implement it.
//
// Deliberately tiny: the machine never waits and never reads a clock by itself. Every function may
// be called from any thread that runs Python code; spawned() and unblocked() are called with
// Vm::sync_mutex held, so they must only take note and wake, never call back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/ids.h"
#include "base/limits.h"

namespace interleave::vm {

/// What an address answered; status 0: nothing, and `reason` says why.
struct Fetched {
  int status = 0;
  std::string reason;
  std::string headers;  // "name: value" lines
  std::string body;
};

class Host {
 public:
  virtual ~Host() = default;
  /// A new Python thread exists and is ready for its first run(). False: no host thread can be had.
  virtual bool spawned(ThreadId id) = 0;
  /// spawned() waits for somebody else (in a browser the page makes the workers), so that it is to
  /// be called without the GIL. CPython's own call is too short for the difference to be seen.
  virtual bool spawning_waits() const { return false; }
  /// What this parked thread waited for has happened: let it run again.
  virtual void unblocked(ThreadId id) = 0;
  /// Nanoseconds since the run began; virtual time in simulated runs.
  virtual Tick now() const = 0;
  /// CPU time of the calling thread, ns (time.thread_time).
  virtual Tick thread_cpu() const = 0;
  /// Wall clock at now() == 0, ns since 1970 (time.time).
  virtual std::int64_t epoch_ns() const = 0;
  /// Takes text the program wrote. `error`: stderr. May be called without the GIL.
  virtual void write(bool error, std::string_view utf8) = 0;
  /// The next line of standard input without its end, waiting for it; false: there is none any
  /// more. Called without the GIL.
  virtual bool read_line(std::string* /*utf8*/) { return false; }
  /// os._exit: ends the run as it stands. The calling thread goes to sleep after this.
  virtual void exit_now(int /*code*/) {}
  /// Asks for an address of this site and waits for the answer. Called without the GIL.
  virtual Fetched fetch(std::string_view /*method*/, std::string_view /*url*/,
                        std::string_view /*body*/) {
    return {};
  }
  /// sys.setswitchinterval and its reader, seconds.
  virtual void set_switch_interval(double seconds) = 0;
  virtual double switch_interval() const = 0;
  virtual bool gil_enabled() const = 0;
  /// Cores a program may count on (os.cpu_count).
  virtual int cores() const = 0;
  /// Whether time is counted in instructions: then code is translated with charges (Op::CHARGE),
  /// which use up VmThread::fuel.
  virtual bool metered() const { return false; }
  /// Python threads that may be alive at once.
  virtual int thread_limit() const { return limits::kThreads; }
  /// Runs `action` with every other Python thread stopped at a check point or parked (the
  /// collector). Called at a check point of `self`.
  virtual void with_world_stopped(ThreadId self, void (*action)(void*), void* context) = 0;
};

}  // namespace interleave::vm
