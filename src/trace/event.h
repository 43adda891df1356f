// One thing that happened to one thread, in sixteen bytes.
//
// Not a message: it names things by number (threads, objects, functions, lines), the words are in
// the tables (trace/tables.h). It does not say which thread it happened to either: the ring it lies
// in does. A plain value; any thread may use it.
//
// Orders the readers rely on, all within the ring of one thread, whose times never go back:
//   ThreadStart … ThreadEnd enclose everything else.
//   With a GIL:  GilWait, GilTake, <runs>, GilDrop(Request), GilWait, GilTake, …
//   A wait:      BlockBegin | SleepBegin | IoBegin | NativeBegin | JoinBegin, then GilDrop(Blocked
//   | Native);
//                … the matching End, GilWait, GilTake. GilDrop may also come before Begin.
//   Without one: the same with the Gil events left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/ids.h"

namespace interleave::trace {

/// The browser's own main thread; it runs no Python, its ring holds the frames it drew.
inline constexpr ThreadId kUiThread = 0xFFFFFFFEu;

/// A function or native function in the tables; 0 is none.
using FunctionId = std::uint32_t;

/// What happened. `a` and the flags mean what the comment says; `line` is the source line, 0
/// unknown. The names are part of the text form: append, never rename.
enum class EventKind : std::uint8_t {
  None = 0,
  ThreadStart,   // the new thread's first; a: parent
  ThreadEnd,     // its last; flags: EndStatus
  Spawn,         // by the parent, just before the child may run; a: child
  GilWait,       // begins to wait for the GIL; a: holder or kNoThread
  GilTake,       // has the GIL; a: previous holder or kNoThread; flags: kForced
  GilDrop,       // let the GIL go; flags: DropReason
  BlockBegin,    // begins to wait for an object (lock, condition, event, queue …); a: object
  BlockEnd,      // no longer waits; a: the thread that woke it or kNoThread; flags: kTimedOut
  SleepBegin,    // a: asked-for duration in µs, capped
  SleepEnd,      //
  IoBegin,       // a write of print, a read; a: function (its name) or 0
  IoEnd,         //
  NativeBegin,   // native code that let the GIL go (hashing …); a: function
  NativeEnd,     //
  JoinBegin,     // a: the thread waited for
  JoinEnd,       // a: the thread waited for, or kNoThread; flags: kTimedOut
  LockAcquire,   // has an object (outermost level of an RLock, one unit of a Semaphore); a: object
  LockRelease,   // gave it back; may be another thread than the one that acquired; a: object
  Wake,          // ended the wait of another thread; a: that thread
  Line,          // sample: is in this function at this line; a: function; flags: depth, kOuterFrame
  CollectBegin,  // stopped for, or does, a collection; a: the thread that collects
  CollectEnd,    //
  ReadyBegin,    // simulated: could run, but every core is taken
  ReadyEnd,      //
  FrameBegin,    // the page's own thread begins a task; a: frame number; flags: PageTask
  FrameEnd,      // a: rectangles drawn
  Mark,          // a: anything; shown as a tick
  Stop,          // the user pressed Stop
  Dropped,       // a: how many events of this thread are missing just before this one
};
inline constexpr int kEventKinds = static_cast<int>(EventKind::Dropped) + 1;

/// Why a thread let the GIL go.
enum class DropReason : std::uint8_t { Request, Blocked, Native, Finished };

/// How a thread ended.
enum class EndStatus : std::uint8_t {
  Finished,  // returned
  Failed,    // an exception nobody caught
  CutOff,    // a daemon thread when the process ended
  Stopped,   // the user pressed Stop
};

/// What the page's own thread did.
enum class PageTask : std::uint8_t {
  Frame,       // drew the picture
  Other,       // anything else that took long
  MainThread,  // ran MainThread, which was put there
};

/// GilTake: the previous holder dropped it because it was asked to (CPython's forced hand-off).
inline constexpr std::uint8_t kForced = 1;
/// BlockEnd, JoinEnd: the time ran out.
inline constexpr std::uint8_t kTimedOut = 1;

/// Line: how deep in the program's own functions it is, from 1; 0: unknown. A frame that has called
/// the one in the next such event, which is of the same moment, has this bit as well and no line.
inline constexpr std::uint8_t kDepthMask = 0x7F;
inline constexpr std::uint8_t kOuterFrame = 0x80;

inline constexpr std::uint32_t kLineBits = 24;
inline constexpr std::uint32_t kMaxLine = (1u << kLineBits) - 1;

/// `b` of an event: a source line (larger ones are capped) and eight bits of flags.
constexpr std::uint32_t pack_line(std::uint32_t line, std::uint8_t flags = 0) {
  return (line < kMaxLine ? line : kMaxLine) | (std::uint32_t{flags} << kLineBits);
}
constexpr std::uint32_t pack_line(std::uint32_t line, DropReason reason) {
  return pack_line(line, static_cast<std::uint8_t>(reason));
}
constexpr std::uint32_t pack_line(std::uint32_t line, EndStatus status) {
  return pack_line(line, static_cast<std::uint8_t>(status));
}
constexpr std::uint32_t pack_line(std::uint32_t line, PageTask task) {
  return pack_line(line, static_cast<std::uint8_t>(task));
}

struct Event {
  std::uint64_t word = 0;  // 56 bits of nanoseconds since the run began, 8 bits of kind
  std::uint32_t a = 0;
  std::uint32_t b = 0;

  static constexpr Event make(Tick now, EventKind kind, std::uint32_t a, std::uint32_t b) {
    return {(now << 8) | static_cast<std::uint64_t>(kind), a, b};
  }
  constexpr Tick time() const { return word >> 8; }
  constexpr EventKind kind() const { return static_cast<EventKind>(word & 0xFF); }
  constexpr std::uint32_t line() const { return b & kMaxLine; }
  constexpr std::uint8_t flags() const { return static_cast<std::uint8_t>(b >> kLineBits); }
  constexpr DropReason drop_reason() const { return static_cast<DropReason>(flags()); }
  constexpr EndStatus end_status() const { return static_cast<EndStatus>(flags()); }
  constexpr bool is_outer_frame() const {
    return kind() == EventKind::Line && (flags() & kOuterFrame) != 0;
  }
  /// Anything else when the flags say nothing that is known.
  constexpr PageTask page_task() const {
    return flags() <= static_cast<std::uint8_t>(PageTask::MainThread)
               ? static_cast<PageTask>(flags())
               : PageTask::Other;
  }
  friend constexpr bool operator==(const Event&, const Event&) = default;
};
static_assert(sizeof(Event) == 16);

/// Latest time an event can carry (2.28 years).
inline constexpr Tick kMaxTick = (Tick{1} << 56) - 1;

/// Detail without which the states of the thread are still exact. When a ring is more than half
/// full these are dropped first, so that a program which takes a free lock a million times keeps
/// its picture.
constexpr bool is_detail(EventKind kind) {
  return kind == EventKind::Line || kind == EventKind::LockAcquire ||
         kind == EventKind::LockRelease || kind == EventKind::Mark;
}

/// "GilTake"; "?" for a number that is no kind.
std::string_view kind_name(EventKind kind);
/// The other way round.
std::optional<EventKind> kind_from_name(std::string_view name);

}  // namespace interleave::trace
