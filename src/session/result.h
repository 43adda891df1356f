// How a run went: interfaces.md's Result.
//
// Not a live view: it is filled when the run is over. A plain value; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "exec/executor.h"
#include "trace/tables.h"

namespace interleave::session {

struct Result {
  trace::RunStatus status = trace::RunStatus::Finished;
  int exit_code = 0;
  std::string standard_output;  // as far as limits::kOutputBytes goes
  std::string standard_error;
  Tick elapsed = 0;  // ns
  trace::RunMode mode = trace::RunMode::Live;
  trace::GilSetting gil = trace::GilSetting::V310;
  std::string trace_hash;  // 16 hex digits; empty when nothing was recorded
  std::uint64_t events = 0;
  std::uint64_t dropped = 0;
  std::uint64_t gil_handoffs = 0;
  std::uint64_t gil_forced = 0;
  std::vector<exec::ThreadTotals> threads;
  std::string message;  // plain sentences, where the status needs them
};

/// One JSON object with interfaces.md's keys, without a line end.
std::string to_json(const Result& result);

}  // namespace interleave::session
