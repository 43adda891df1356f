// What the live executor knows of one Python thread.
//
// Not an interface: private to the files of threaded_executor. Which thread may touch what is said
// at each group.
#pragma once

#include <pthread.h>

#include <condition_variable>

#include "exec/threaded_executor.h"

namespace interleave::exec {

struct ThreadedExecutor::Slot {
  // Set before its host thread starts.
  ThreadedExecutor* owner = nullptr;
  vm::VmThread* thread = nullptr;
  trace::Ring* ring = nullptr;
  ThreadId id = 0;
  ThreadId parent = kNoThread;
  pthread_t host{};
  bool lent = false;  // MainThread, on a thread that is not the run's own

  // Its host thread's own; others read it after joining that.
  ThreadTotals totals;
  TimeIn doing = TimeIn::Running;
  Tick since = 0;
  const vm::ExecCode* place = nullptr;  // the function told to the trace last
  StackSample stack;                    // and the functions around it
  bool last_acts = false;               // MainThread, after its program: see vm/last_acts.h
  const char* native_name = nullptr;    // the last one looked up, and its number
  trace::FunctionId native_function = 0;

  // Guarded by ThreadedExecutor::mutex_.
  std::condition_variable wake;
  bool signalled = false;
  bool parked = false;
  bool stuck = false;  // parked without a deadline: only another thread can get it on
  bool has_ended = false;
  ThreadId waits_for_end_of = kNoThread;  // MainThread, after its program
};

}  // namespace interleave::exec
