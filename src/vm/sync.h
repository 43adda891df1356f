// Locks, condition variables, events and semaphores as state machines over one wait queue, and the
// ends of threads, which are waited for in the same way.
//
// Nothing here waits: an operation that cannot go on queues the thread's Waiter and answers
// pending_block(); the executor parks the thread and, when it is woken or its time is over, the
// resume function looks again. So who waits for what, who holds it and since which line is known at
// every moment, for every primitive. Called on the thread that runs the Python code; queues are
// guarded by Vm::sync_mutex, the words that say whether something is free are atomic, so that an
// uncontended operation takes no lock.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>

#include "base/ids.h"
#include "trace/tables.h"
#include "vm/object.h"
#include "vm/vm.h"

namespace interleave::vm {

enum class SyncKind : std::uint8_t {
  None,  // zeroed memory: made by __new__, __init__ has not run
  Lock,
  RLock,
  Condition,
  Event,
  Semaphore,
  BoundedSemaphore,
  Thread,  // the end of a thread
};

/// What threads can wait for. All bytes zero is a valid, free object whose __init__ has not run.
struct SyncObject : Object {
  SyncKind sync_kind = SyncKind::None;
  trace::ObjectKind shown_as = trace::ObjectKind::Lock;  // what the timeline calls it
  std::atomic<bool> named{false};                        // the variable that holds it was found
  std::atomic<std::uint8_t> tries{0};                    // how often it was looked for in vain
  bool is_part = false;         // of a Queue or the like: not shown as held
  std::atomic<ObjectId> id{0};  // in the trace's table; 0: not announced
  std::uint32_t line = 0;       // where it was made
  Slot label;                   // Str: a name of its own, for what no variable holds
  Slot shown_for;  // the object a user knows, when this is a part of it (of a Queue, a Barrier)
  Slot primary;    // SyncObject that stands in the trace for all parts of such an object

  std::atomic<std::uint32_t> queued{0};  // waiters in the queue or about to enter it
  Waiter* first = nullptr;               // guarded by Vm::sync_mutex
  Waiter* last = nullptr;                // guarded by Vm::sync_mutex

  /// Lock, RLock: the holder's ThreadId + 1, 0 when free. Event: 1 when set.
  std::atomic<std::uint32_t> word{0};
  std::atomic<std::uint32_t> holder_line{0};  // where it was acquired
  std::uint32_t depth = 0;      // RLock: how often the holder has it; the holder's own
  std::int64_t value = 0;       // Semaphore: units free; guarded by Vm::sync_mutex
  std::int64_t initial = 0;     // BoundedSemaphore: the bound
  Slot lock;                    // Condition: what it releases while waiting
  ThreadId target = kNoThread;  // Thread: whose end
};

/// How a wait stands when its thread goes on.
enum class WaitEnd : std::uint8_t { Woken, TimedOut, NotYet };

/// Makes the classes and puts them, with allocate_lock() and present(), into `module`.
void init_sync(VmThread& t, Module* module);

/// Classes of the library that programs cannot reach by name, kept for the files of lib/.
Type* hidden_type(VmThread& t, const char* name);
void hide_type(VmThread& t, const char* name, Type* type);

// --- Pieces for the files of this folder and for tests
// ---------------------------------------------
/// Queues the thread's waiter at the end.
void enqueue(VmThread& t, SyncObject* object) IL_REQUIRES(t.vm.sync_mutex);
/// Takes up to `count` waiters out of the queue, in order of arrival, and lets their threads go on.
void wake(VmThread& t, SyncObject* object, std::uint32_t count);
/// Whether the thread's wait for `object` is over; if so it is out of the queue.
WaitEnd end_wait(VmThread& t, SyncObject* object, Tick deadline);
/// A deadline as a Python int that fits a word, and back.
Value from_deadline(Tick deadline);
Tick to_deadline(Value v);
/// A time-out in seconds as nanoseconds, rounded up. False: raised as CPython does.
bool timeout_from(VmThread& t, Value seconds, std::int64_t* nanoseconds);
/// now + nanoseconds; more than three days is for ever. Negative counts as 0.
Tick deadline_after(VmThread& t, std::int64_t nanoseconds);
/// The longest time-out, seconds (threading.TIMEOUT_MAX).
inline constexpr double kTimeoutMax = 9223372036.0;

// --- Ends of threads
// -----------------------------------------------------------------------------------
/// Waits until thread `id` has ended or the deadline has passed; the result is True or False.
Value join_thread(VmThread& t, ThreadId id, Tick deadline);
/// The thread's entry function is done: marks it finished and wakes whoever joins it.
void finish_thread(VmThread& t);

/// What threading.get_ident() gives for a thread: never used again in a run, and back.
constexpr std::int64_t ident_of(ThreadId id) {
  return 140'000'000'000'000 - std::int64_t{8'392'704} * id;
}
constexpr ThreadId thread_of_ident(std::int64_t ident) {
  const std::int64_t steps = (140'000'000'000'000 - ident) / 8'392'704;
  return steps >= 0 && ident_of(static_cast<ThreadId>(steps)) == ident
             ? static_cast<ThreadId>(steps)
             : kNoThread;
}

// --- For the trace and for messages
// -----------------------------------------------------------------
/// The number of an object in the trace's table, entering it there on first use with the variable
/// that holds it: in the caller's frames, among the program's globals, or as an attribute of such
/// an object. 0 when nothing is recorded. With a GIL, the caller holds it.
ObjectId announce(VmThread& t, SyncObject* object);
/// The name of the variable that holds it as announce() looks for it; empty: none.
std::string variable_holding(VmThread& t, const SyncObject& object);
/// "Lock `a`" or "Lock made at line 3", for messages.
std::string describe(const SyncObject& object, const std::string& name);
/// The thread that has it, or kNoThread when it is free or has no holder.
ThreadId holder_of(const SyncObject& object);

}  // namespace interleave::vm
