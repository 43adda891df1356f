// One Python thread inside the machine: its frames, registers, pending action and raised exception.
//
// Not an operating-system thread: the executor decides which host thread runs it, one at a time.
// Everything here belongs to the thread that runs it, but for `leave` (anybody may set bits) and
// `waiter` (guarded by Vm::sync_mutex). The collector reads all of it with the world stopped.
#pragma once

#include <atomic>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "base/ids.h"
#include "trace/recorder.h"
#include "vm/heap.h"
#include "vm/native.h"
#include "vm/object.h"

namespace interleave::vm {

class Vm;
struct SyncObject;
struct Instr;

/// Bits of VmThread::leave: why the thread should come out of the dispatch loop at its next check
/// point.
enum LeaveBit : std::uint32_t {
  kLeaveDropRequest = 1,  // somebody waits for the GIL
  kLeaveStop = 2,         // the run is being stopped
  kLeaveCollect = 4,      // a collection is wanted or under way
  kLeaveBudget =
      8,  // time slice over, or out of and into the loop again for the wasm engine's tier-up
};

/// Why run() (interpreter.h) returned.
enum class StopReason : std::uint8_t {
  BudgetSpent,    // kLeaveBudget was set; call again
  DropRequested,  // kLeaveDropRequest was set; drop the GIL, take it again, call again
  Blocked,        // t.pending: park until Host::unblocked or the deadline, then call again
  Sleeping,       // t.pending: sleep until the deadline, then call again
  NativeCall,     // t.pending: do the work without the GIL, then call again
  Finished,       // the entry function returned
  Failed,         // t.exception was not caught; empty: the run is being stopped (kLeaveStop)
};

/// Called when a Python call made on behalf of native code returns: `result` is what it returned,
/// or empty with t.exception set if it raised and `on_error` was asked for. Answers like a
/// NativeFn.
using ContinuationFn = Value (*)(VmThread& t, Value result, Value state);
struct Continuation {
  ContinuationFn fn = nullptr;
  Value state;
  bool on_error = false;
};

/// Called, with the GIL, when a parked thread goes on. Answers like a NativeFn; may block again.
using ResumeFn = Value (*)(VmThread& t, Value state);
/// Long C++ work done without the GIL; must not touch the machine or any object that may change.
using NativeWork = void (*)(void* context);

/// What a native function that returned an empty Value (and raised nothing) asks for.
struct Pending {
  enum class Kind : std::uint8_t { None, Call, Instantiate, Resume, Block, Sleep, Native };
  Kind kind = Kind::None;
  // Call: callable and its arguments are in VmThread::call_values
  // Resume: state is a Generator; call_values holds what is sent, or thrown if `throwing`
  std::uint32_t positional = 0;
  Tuple* kw_names = nullptr;
  bool throwing = false;
  Continuation after;
  // Block, Sleep, Native
  ResumeFn resume = nullptr;
  Value state;
  Tick deadline = kForever;  // absolute, Host::now()'s clock
  bool is_io = false;        // Native: I/O (a write to the terminal) rather than computation
  bool modelled = false;     // Sleep: stands for a device's latency
  NativeWork work = nullptr;
  void* context = nullptr;
  const char* what = "";  // static text for the timeline: "sleep", "sha256", "write"
  Tick cost = 0;          // Native: what a simulated run charges for it, ns

  bool is_call() const {
    return kind == Kind::Call || kind == Kind::Instantiate || kind == Kind::Resume;
  }
};

/// One thread's place in one wait queue; guarded by Vm::sync_mutex.
struct Waiter {
  VmThread* thread = nullptr;
  Waiter* previous = nullptr;
  Waiter* next = nullptr;
  SyncObject* object = nullptr;  // what it waits for; null: not waiting
  bool woken = false;            // taken out of the queue by a waker
  ThreadId waker = kNoThread;
  Value result;  // what a waker hands over
};

/// What becomes of the result of the operation in flight, once all its continuations have run.
enum class ResultMode : std::uint8_t { Store, Discard, JumpIfTrue, JumpIfFalse, ForIter, Send };
struct Awaiting {
  std::uint32_t branch = 0;  // JumpIf…, ForIter, Send: index of the instruction to go on at
  std::uint16_t reg = 0;     // Store, ForIter, Send: register of the frame that asked
  ResultMode mode = ResultMode::Discard;
  std::uint32_t continuations = 0;  // those above this mark belong to the operation
};

/// One activation of a function, class body, module or generator.
struct Frame {
  ExecCode* code = nullptr;
  const Instr* pc = nullptr;     // the instruction being executed; kept here while native code runs
  Value* regs = nullptr;         // parameters, locals, cells, temporaries
  Function* function = nullptr;  // null for modules and class bodies
  Dict* names = nullptr;         // LOAD_NAME's namespace: class body or module; null in functions
  Object* generator = nullptr;   // the Generator whose frame this is
  Value* saved_top = nullptr;    // of the register stack, before this frame
  Awaiting awaiting;             // what the caller wants done with the result
  bool own_segment = false;      // its registers began a new segment
};

/// Source line of the instruction a frame is at; 0 if it has none.
int line_of(const Frame& frame);

/// Its first fields change all the time: on cache lines of its own, so that threads without a GIL
/// do not slow each other down.
class alignas(128) VmThread {
 public:
  VmThread(Vm& vm, ThreadId id);
  ~VmThread();
  VmThread(const VmThread&) = delete;
  VmThread& operator=(const VmThread&) = delete;

  Vm& vm;
  const ThreadId id;
  std::atomic<std::uint32_t> leave{0};
  std::int64_t fuel = 0;       // simulated: instructions until kLeaveBudget; goes on below 0
  bool stop_at_lines = false;  // simulated: run() comes back when a line of the program begins
  bool line_reached = false;   // it did for that
  ThreadCache own_cache;
  ThreadCache* const cache;  // its own; simulated threads, of which one runs at a time, share one

  // --- raising
  // ------------------------------------------------------------------------------------
  Value exception;         // being raised: an Exception object; empty: none
  bool reraising = false;  // the topmost frame is in its traceback already
  Value handled;           // what `raise` alone re-raises; None-like empty: nothing

  // --- what a native call asks for
  // ------------------------------------------------------------------
  Pending pending;
  std::vector<Value> call_values;  // Pending::Kind::Call: callable, positional, keyword values

  std::vector<Continuation> continuations;
  std::vector<Continuation> later;  // asked for by pending_then(), innermost first
  Dict* body_names = nullptr;       // namespace of the class or module body that is called next
  Awaiting awaiting;                // of the native operation in flight in the topmost frame
  StopReason stop_reason{};         // why settle() stopped

  // --- frames
  // ---------------------------------------------------------------------------------------
  std::vector<Frame> frames;
  std::uint32_t recursion_limit = 0;
  struct Segment {
    std::unique_ptr<Value[]> values;
    std::size_t size = 0;
    Value* top = nullptr;  // while a later segment is in use
  };
  std::vector<Segment> segments;  // of the register stack; never moved
  std::size_t segment = 0;        // current one
  bool inside = false;            // run() is at work
  bool has_leftovers = false;     // or was since the last collection
  Value* stack_top = nullptr;     // first free register
  Value* stack_end = nullptr;

  // --- as a thread
  // ------------------------------------------------------------------------------------
  Value thread_object;  // the threading.Thread, or empty until made
  Value entry;          // callable to run, with entry_args/entry_kwargs; MainThread: empty
  Value entry_args;
  Value entry_kwargs;
  bool daemon = false;
  bool finished = false;            // guarded by Vm::sync_mutex
  bool has_host_thread = false;     // written by the thread that starts it, before it goes on
  std::string name;                 // guarded by Vm::sync_mutex
  Waiter waiter;                    // guarded by Vm::sync_mutex
  SyncObject* joiners = nullptr;    // signalled at the end of the thread
  trace::Ring* ring = nullptr;      // null: nothing is recorded
  std::vector<Object*> repr_guard;  // containers being printed, innermost last
  Value started_with;  // what _thread.start_new_thread() got; for the report of its error
  Value scratch;       // rooted for whoever needs one value kept across a continuation

  /// Goes on in a fresh segment with room for `registers`; leave_segment() comes back.
  bool enter_segment(std::size_t registers);
  void leave_segment();

  /// The line the thread is at, for the trace: that of its innermost frame of the user's own
  /// program (library frames are passed over); 0 when there is none.
  int current_line() const;
  /// True while the heap's bound leaves room; otherwise raises MemoryError.
  bool can_allocate(std::uint64_t bytes);
  void trace(Marker& marker);

  template <typename T>
  T* make(Type* type, std::size_t extra_bytes = 0) {
    return heap_->make<T>(*cache, type, extra_bytes);
  }
  Heap& heap() { return *heap_; }

 private:
  Heap* heap_;
};

/// The large part of a dead thread; the machine's table keeps the rest of it.
void forget_stack(VmThread& t);

// --- How native code asks for things; each returns an empty Value to be returned at once
// ---------------
/// Calls `callable(*args)` next; its result is the native function's result, or goes through
/// `after`.
Value pending_call(VmThread& t, Value callable, std::initializer_list<Value> args,
                   Continuation after = {});
/// As above with arguments in memory and keyword names.
Value pending_call(VmThread& t, Value callable, const Args& args, Continuation after = {});
/// Makes an instance of the class args[0] with the other arguments, past its metaclass's __call__.
Value pending_instantiate(VmThread& t, const Args& args);
/// After any of the pending functions: `after` gets the final result, behind continuations asked
/// for before.
Value pending_then(VmThread& t, Continuation after);
/// Parks the thread (its Waiter is queued by the caller) until unblocked or the deadline, then
/// `resume`.
Value pending_block(VmThread& t, Tick deadline, ResumeFn resume, Value state);
/// Sleeps until the deadline; the result is None unless `resume` gives another.
Value pending_sleep(VmThread& t, Tick deadline, const char* what = "sleep",
                    ResumeFn resume = nullptr, Value state = Value());
/// Runs `work` without the GIL, then `resume` with it.
Value pending_native(VmThread& t, const char* what, NativeWork work, void* context, ResumeFn resume,
                     Value state, bool is_io = false);
/// After pending_native(): what a simulated run charges for the work, ns (docs/simulation.md).
Value pending_cost(VmThread& t, Tick cost);

}  // namespace interleave::vm
