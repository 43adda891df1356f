// The spans of one lane in order of time, with what makes questions about any range fast.
//
// Not a lane of the picture: it has no name and no position. Spans do not overlap; there may be
// gaps. Appending costs O(1), a question O(log n). Used on one thread, the page's own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "timeline/span.h"

namespace interleave::timeline {

/// Nanoseconds spent in each state.
struct StateTimes {
  std::array<Tick, trace::kThreadStates> ns{};
  Tick& operator[](ThreadState state) { return ns[static_cast<std::size_t>(state)]; }
  Tick operator[](ThreadState state) const { return ns[static_cast<std::size_t>(state)]; }
  /// Running Python or native code: what costs CPU time.
  Tick cpu() const { return (*this)[ThreadState::Running] + (*this)[ThreadState::Native]; }
  Tick total() const;
  StateTimes& operator+=(const StateTimes& other);
  friend bool operator==(const StateTimes&, const StateTimes&) = default;
};

class Track {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  std::uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  /// When it was, and what: all that most questions are about.
  class Bounds {
   public:
    Bounds(const PackedSpan& span, Tick end) : span_(span), end_(end) {}
    Tick start() const { return span_.start(); }
    Tick end() const { return end_; }
    ThreadState state() const { return span_.state(); }

   private:
    const PackedSpan& span_;
    Tick end_;
  };
  Bounds at(std::uint32_t index) const {
    const PackedSpan& span = packed(index);
    const std::uint32_t length = span.length();
    return {span, length == PackedSpan::kLong ? long_end(index) : span.start() + length};
  }
  Span operator[](std::uint32_t index) const { return packed(index).unpack(at(index).end()); }

  /// `span.start` is not before the end of the last span.
  void append(const Span& span);
  /// Puts a span where its time belongs, shifting later ones: cheap near the tail, for events of
  /// several threads that arrive a little out of order. Overlaps are cut off at the neighbours.
  /// Answers its index, or kNone when nothing is left of it.
  std::uint32_t insert(Span span);
  /// The end of the last span.
  void set_last_end(Tick end);

  /// First span that ends after `t`; size() if there is none.
  std::uint32_t first_ending_after(Tick t, std::uint32_t from = 0) const;
  /// The span with start <= t < end, or kNone.
  std::uint32_t find(Tick t) const;
  /// Which states occur in [first, last).
  StateMask states(std::uint32_t first, std::uint32_t last) const;

  /// Spans come in groups of this many, which fold as one when they are far smaller than a pixel.
  static constexpr std::uint32_t kGroup = 8;
  std::uint32_t group_count() const { return static_cast<std::uint32_t>(group_start_.size()); }
  /// First group at or after `from` whose first span does not start before `t`; group_count() if
  /// there is none.
  std::uint32_t first_group_from(Tick t, std::uint32_t from) const;
  Tick group_start(std::uint32_t group) const { return group_start_[group]; }
  /// States in the groups [first, last), and what no span in them is longer than.
  struct GroupSummary {
    StateMask states = 0;
    Tick longest = 0;
  };
  GroupSummary summary(std::uint32_t first, std::uint32_t last) const;

  /// Time by state within [t0, t1), exact.
  StateTimes times(Tick t0, Tick t1) const;
  /// Longest span in one of `states` that begins within [t0, t1), or kNone.
  std::uint32_t longest(StateMask states, Tick t0, Tick t1) const;
  /// Bytes of memory in use.
  std::size_t bytes() const;
  /// Gives back what was kept for growing.
  void shrink();

 private:
  static constexpr std::uint32_t kChunk = 64;
  static constexpr std::uint32_t kFan = 16;
  struct Chunk {
    StateTimes before;           // of all spans in earlier chunks
    Tick longest_contended = 0;  // of the spans here
    std::array<PackedSpan, kChunk> spans;
  };
  /// What is in a group of spans, or in a group of groups.
  struct Summary {
    StateMask states = 0;
    std::uint8_t length_code = 0;  // of the longest span, see code_of()
  };

  struct LongEnd {
    std::uint32_t index;
    Tick end;
  };

  const PackedSpan& packed(std::uint32_t index) const {
    return chunks_[index / kChunk]->spans[index % kChunk];
  }
  Tick long_end(std::uint32_t index) const;
  StateTimes times_before(std::uint32_t index) const;
  void truncate(std::uint32_t size);
  void note_length(ThreadState state, Tick length);
  void note(std::uint32_t index, ThreadState state, Tick length);

  std::vector<std::unique_ptr<Chunk>> chunks_;
  std::vector<Tick> group_start_;              // start of each group's first span
  std::vector<std::vector<Summary>> pyramid_;  // [0]: a group each; above: kFan below each
  std::vector<LongEnd> long_ends_;             // of spans of PackedSpan::kLong, in order
  std::uint32_t size_ = 0;
};

}  // namespace interleave::timeline
