// Why nobody can go on, in words: for both executors.
//
// Not the finding out, which is the executor's. Called while every thread is parked for ever, by
// the thread that watches or simulates.
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"
#include "vm/vm.h"

namespace interleave::exec {

/// A thread that waits for ever: for its waiter's object or, MainThread after its program, for the
/// end of another.
struct Stuck {
  vm::VmThread* thread = nullptr;
  ThreadId waits_for_end_of = kNoThread;
};

/// "Deadlock: no thread can go on. Thread-1 waits at line 3 for Lock `a`, held by …"
std::string describe_deadlock(const std::vector<Stuck>& waiting);

}  // namespace interleave::exec
