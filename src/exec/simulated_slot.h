// What the simulated executor knows of one Python thread.
//
// Not an interface: private to the files of simulated_executor. One thread.
#pragma once

#include <optional>

#include "exec/simulated_executor.h"
#include "vm/last_acts.h"

namespace interleave::exec {

struct SimulatedExecutor::Slot {
  /// What it waits for outside the machine.
  enum class Wait : std::uint8_t { None, Block, Join, Sleep, Io, Native, Others };
  /// How far it is: only MainThread has more than the first.
  enum class Phase : std::uint8_t { Program, Report, Shutdown, AtExit };

  vm::VmThread* thread = nullptr;
  trace::Ring* ring = nullptr;
  ThreadId id = 0;
  ThreadId parent = kNoThread;
  ThreadTotals totals;
  TimeIn doing = TimeIn::Ready;
  Tick since = 0;
  Tick at = 0;  // its own time: that of the last thing it did

  At where = At::Waiting;
  Task task = Task::TakeGil;
  Wait wait = Wait::None;
  Phase phase = Phase::Program;
  trace::EndStatus end = trace::EndStatus::Finished;
  std::uint64_t stamp = 0;       // of its latest timer
  std::uint64_t core_stamp = 0;  // of its latest time on a core
  bool signalled = false;        // what it waited for has happened
  ThreadId joins = kNoThread;    // Wait::Join, Wait::Others: whose end
  std::uint32_t wait_line = 0;
  Tick native_left = 0;  // Task::Native: work still to be done
  Tick native_since = 0;
  std::uint64_t gil_seen = 0;      // switch_number_ when its wait for the GIL began anew
  bool gil_wait_recorded = false;  // GilWait stands in the trace without its GilTake
  // Why it left the machine, at `at`: others are earlier, and what it does next comes behind them.
  std::optional<vm::StopReason> leaving;
  std::int64_t plan = 0;  // instructions until chance decides anew
  std::int64_t turn = 0;  // instructions until others are looked at
  std::int64_t fuel = 0;  // what the present stay in the machine began with

  const vm::ExecCode* place = nullptr;  // the function told to the trace last
  Tick place_at = 0;
  const char* native_name = nullptr;  // the last one looked up, and its number
  trace::FunctionId native_function = 0;
};

}  // namespace interleave::exec
