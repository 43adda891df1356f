// A thread in one state for a while, as the timeline stores it and hands it out.
//
// Not a drawing and not a sentence (lod.h, explain.h). Plain values; used on one thread, the page's
// own.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/ids.h"
#include "trace/states.h"

namespace interleave::timeline {

using trace::Detail;
using trace::ThreadState;

/// Row of the picture: 0 the page's own thread, 1 the GIL, then the threads in order of birth.
using LaneIndex = std::uint32_t;
inline constexpr LaneIndex kUiLane = 0;
inline constexpr LaneIndex kGilLane = 1;
inline constexpr LaneIndex kFirstThreadLane = 2;
inline constexpr LaneIndex kNoLane = 0xFFFFFFFFu;

/// Which span: stable for closed spans of threads; the open one keeps its number when it closes.
struct SpanRef {
  LaneIndex lane = kNoLane;
  std::uint32_t index = 0;
  explicit operator bool() const { return lane != kNoLane; }
  friend bool operator==(const SpanRef&, const SpanRef&) = default;
};

/// Bits of Span::flags.
inline constexpr std::uint8_t kSpanForced = 1;    // WaitingGil, GIL lane: the hand-off was forced
inline constexpr std::uint8_t kSpanTimedOut = 2;  // the wait ended because its time ran out
inline constexpr std::uint8_t kSpanOpen = 4;      // not over yet: `end` is the end of what is known
inline constexpr std::uint8_t kSpanFailed = 8;   // the thread ended here with an uncaught exception
inline constexpr std::uint8_t kSpanCutOff = 16;  // cut off by the end of the process or by Stop
inline constexpr std::uint8_t kSpanContended = 32;  // lock lanes: held while others wait

/// One span as it is handed out.
struct Span {
  Tick start = 0;  // ns since the run began
  Tick end = 0;
  ThreadState state = ThreadState::NotStarted;
  Detail detail = Detail::None;
  std::uint8_t flags = 0;
  /// Blocked: object. Native, Io: function. Running: function. Sleep: µs asked for. GIL and lock
  /// lanes: the thread that holds it.
  std::uint32_t subject = 0;
  /// Who ended this wait (GIL: the holder before; wake: the waker; join: the thread waited for), or
  /// the collecting thread; kNoThread: nobody. GIL lane: the holder before.
  ThreadId other = kNoThread;
  std::uint32_t line_begin = 0;  // source lines; 0 unknown
  std::uint32_t line_end = 0;

  Tick length() const { return end - start; }
  bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};

/// A bit per state, for filters and merged blocks.
using StateMask = std::uint8_t;
constexpr StateMask mask_of(ThreadState state) {
  return static_cast<StateMask>(1u << static_cast<unsigned>(state));
}
inline constexpr StateMask kAllStates = 0xFF;
/// States in which a thread wanted to go on and could not.
inline constexpr StateMask kContendedStates =
    mask_of(ThreadState::Blocked) | mask_of(ThreadState::WaitingGil) | mask_of(ThreadState::Ready);

/// The stored form: 24 bytes. `other` has 16 bits there, flags 6, lines 21 (a program has at most
/// limits::kSourceBytes), times 56, and the length 32: of the few spans of more than four seconds
/// the track keeps the end itself.
class PackedSpan {
 public:
  static constexpr std::uint32_t kLong = 0xFFFFFFFFu;

  PackedSpan() = default;
  explicit PackedSpan(const Span& span);
  Tick start() const { return (Tick{w_[1] & 0xFFFFFFu} << 32) | w_[0]; }
  /// kLong: it, or more.
  std::uint32_t length() const { return w_[2]; }
  ThreadState state() const { return static_cast<ThreadState>((w_[5] >> 20) & 0xFu); }
  /// `end`: start() + length() unless that is kLong.
  Span unpack(Tick end) const;
  void set_end(Tick end);

 private:
  std::uint32_t w_[6] = {};
};
static_assert(sizeof(PackedSpan) == 24);

}  // namespace interleave::timeline
