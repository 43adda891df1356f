// Turns the events of one thread into the states the thread was in.
//
// Not a picture: it knows one thread and keeps only the span that is open. The timeline and the
// Chrome form are both built on it, so they cannot disagree. Not thread-safe: one reader's own.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/ids.h"
#include "trace/event.h"

namespace interleave::trace {

enum class ThreadState : std::uint8_t {
  NotStarted,
  Running,     // Python code (or a task of the page's own thread)
  WaitingGil,  // for the GIL
  Blocked,  // on a lock, condition, event, semaphore, queue, barrier; or stopped for a collection
  SleepingIo,  // sleep, I/O, join
  Native,      // a native call with the GIL released
  Ready,       // simulated: no core is free
  Finished,
};
inline constexpr int kThreadStates = 8;

/// What more there is to say about a state.
enum class Detail : std::uint8_t {
  None,
  Object,
  Sleep,
  Io,
  Join,
  Collect,
  Frame,  // these three: of the page's own thread, as PageTask
  LongTask,
  MainOnPage,
};
constexpr bool is_of_page(Detail detail) { return detail >= Detail::Frame; }

/// The words of interfaces.md: "running", "waitingGil", "blocked", "sleepingIo", "native", "ready".
std::string_view word(ThreadState state);

/// A thread in one state from `start` to `end`.
struct StateSpan {
  Tick start = 0;
  Tick end = 0;
  ThreadState state = ThreadState::NotStarted;
  Detail detail = Detail::None;
  bool forced = false;         // WaitingGil: ended by a forced hand-off
  bool timed_out = false;      // a wait that ended because its time ran out
  bool failed = false;         // Running: ended by an uncaught exception
  bool cut_off = false;        // ended by the end of the process or by Stop
  std::uint32_t subject = 0;   // Blocked: object; Native, Io: function; Running: the function that
                               // had it longest; Sleep: µs asked for
  ThreadId other = kNoThread;  // a wait: who ended it (GIL: the holder before; join: the thread
                               // waited for); Collect: who collects
  std::uint32_t line_begin = 0;
  std::uint32_t line_end = 0;
};

class StateTracker {
 public:
  /// `has_gil`: the run has a GIL, so a thread without it which waits for nothing waits for the
  /// GIL.
  StateTracker(ThreadId thread, bool has_gil) : thread_(thread), has_gil_(has_gil) {}

  /// Takes the next event of the thread. True when a span of non-zero length ended: it is in
  /// `closed`.
  bool feed(const Event& event, StateSpan& closed);
  /// The span that is open; its end is not yet known. State NotStarted before ThreadStart, Finished
  /// after ThreadEnd.
  const StateSpan& current() const { return current_; }
  bool holds_gil() const { return holds_gil_; }
  /// Function and line seen last.
  FunctionId function() const { return function_; }
  std::uint32_t line() const { return line_; }

 private:
  struct Target {
    ThreadState state;
    Detail detail;
    std::uint32_t subject;
  };
  Target target() const;
  void take_sample(const Event& event);
  void end_stretch(Tick now);
  void apply(const Event& event);
  void apply_gil(const Event& event);
  void forget_unasked(Tick now);
  void begin_wait(const Event& event, ThreadState state, Detail detail);
  void end_wait(ThreadId waker, bool timed_out);
  void end_thread(const Event& event);
  bool change(Tick when, StateSpan& closed);

  const ThreadId thread_;
  const bool has_gil_;
  bool holds_gil_ = false;
  bool started_ = false;
  bool finished_ = false;
  bool ready_ = false;
  // Which function had the thread longest at a stretch in the span that is open.
  Tick sampled_ = 0;
  Tick stretch_since_ = 0;
  Tick longest_ = 0;
  std::uint32_t longest_function_ = 0;
  Detail page_task_ = Detail::None;
  bool asked_ = false;              // for the GIL, since it was let go
  bool fresh_ = false;              // the event opens a span even if its state is the one there is
  bool let_go_ = false;             // dropped the GIL for a wait whose Begin is still to come …
  Tick let_go_since_ = 0;           // … at this time
  Target wait_{};                   // the wait under way; state NotStarted: none
  ThreadId collector_ = kNoThread;  // a collection is under way, done by this thread
  FunctionId function_ = 0;
  std::uint32_t line_ = 0;
  StateSpan current_;
};

}  // namespace interleave::trace
