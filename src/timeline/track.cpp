#include "timeline/track.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace interleave::timeline {

namespace {

/// A length in eight bits, rounded up to a quarter of an octave: order is kept, and length_of() is
/// never below it.
std::uint8_t code_of(Tick length) {
  if (length < 4) return static_cast<std::uint8_t>(length);
  const int octave = std::bit_width(length) - 3;  // leaves three bits: 4 to 7
  const Tick top = (length + (Tick{1} << octave) - 1) >> octave;
  return static_cast<std::uint8_t>(octave * 4 + static_cast<int>(top));
}

Tick length_of(std::uint8_t code) {
  if (code < 8) return code;
  return Tick{4u + code % 4} << (code / 4 - 1);
}

}  // namespace

// --- PackedSpan ---

// Words: 0 start low; 1 start high (24), flags (6), top bits of the lines; 2 length; 3 subject;
// 4 first line (20), detail (4), low byte of other; 5 last line (20), state (4), high byte of
// other.
constexpr std::uint32_t kMaxLine = (1u << 21) - 1;
constexpr std::uint32_t kLowLine = (1u << 20) - 1;
static_assert(kSpanContended < 1u << 6 && trace::kThreadStates <= 16);

PackedSpan::PackedSpan(const Span& span) {
  const std::uint32_t other = span.other < 0xFFFE              ? span.other
                              : span.other == trace::kUiThread ? 0xFFFE
                                                               : 0xFFFF;
  const std::uint32_t first = std::min(span.line_begin, kMaxLine);
  const std::uint32_t last = std::min(span.line_end, kMaxLine);
  w_[0] = static_cast<std::uint32_t>(span.start);
  w_[1] = (static_cast<std::uint32_t>(span.start >> 32) & 0xFFFFFFu) |
          (static_cast<std::uint32_t>(span.flags & 0x3Fu) << 24) | (first >> 20 << 30) |
          (last >> 20 << 31);
  set_end(span.end);
  w_[3] = span.subject;
  w_[4] =
      (first & kLowLine) | (static_cast<std::uint32_t>(span.detail) << 20) | ((other & 0xFF) << 24);
  w_[5] = (last & kLowLine) | (static_cast<std::uint32_t>(span.state) << 20) | ((other >> 8) << 24);
}

void PackedSpan::set_end(Tick end) {
  w_[2] = static_cast<std::uint32_t>(std::min<Tick>(end - std::min(start(), end), kLong));
}

Span PackedSpan::unpack(Tick end) const {
  Span span;
  span.start = start();
  span.end = end;
  span.state = state();
  span.detail = static_cast<Detail>((w_[4] >> 20) & 0xFu);
  span.flags = static_cast<std::uint8_t>((w_[1] >> 24) & 0x3Fu);
  span.subject = w_[3];
  const std::uint32_t other = (w_[4] >> 24) | ((w_[5] >> 24) << 8);
  span.other = other == 0xFFFF ? kNoThread : other == 0xFFFE ? trace::kUiThread : other;
  span.line_begin = (w_[4] & kLowLine) | (((w_[1] >> 30) & 1u) << 20);
  span.line_end = (w_[5] & kLowLine) | ((w_[1] >> 31) << 20);
  return span;
}

// --- StateTimes ---

Tick StateTimes::total() const {
  Tick sum = 0;
  for (const Tick t : ns) sum += t;
  return sum;
}

StateTimes& StateTimes::operator+=(const StateTimes& other) {
  for (std::size_t i = 0; i < ns.size(); ++i) ns[i] += other.ns[i];
  return *this;
}

// --- Track: growing ---

void Track::note(std::uint32_t index, ThreadState state, Tick length) {
  const std::uint8_t code = code_of(length);
  const auto join = [](Summary& to, StateMask states, std::uint8_t length_code) {
    to.states |= states;
    to.length_code = std::max(to.length_code, length_code);
  };
  std::size_t group = index / kGroup;
  for (std::size_t level = 0;; ++level, group /= kFan) {
    if (level == pyramid_.size()) {
      if (level > 0 && pyramid_[level - 1].size() <= kFan) return;
      // A new level on top covers what was there before it.
      std::vector<Summary> made;
      if (level > 0) {
        const std::vector<Summary>& below = pyramid_[level - 1];
        made.resize((below.size() + kFan - 1) / kFan);
        for (std::size_t i = 0; i < below.size(); ++i) {
          join(made[i / kFan], below[i].states, below[i].length_code);
        }
      }
      pyramid_.push_back(std::move(made));
    }
    std::vector<Summary>& summaries = pyramid_[level];
    if (summaries.size() <= group) summaries.resize(group + 1);
    join(summaries[group], mask_of(state), code);
  }
}

void Track::append(const Span& span) {
  if (size_ % kChunk == 0) {
    auto chunk = std::make_unique<Chunk>();
    chunk->before = times_before(size_);
    chunks_.push_back(std::move(chunk));
  }
  if (size_ % kGroup == 0) group_start_.push_back(span.start);
  chunks_.back()->spans[size_ % kChunk] = PackedSpan(span);
  if (packed(size_).length() == PackedSpan::kLong) long_ends_.push_back({size_, span.end});
  ++size_;
  note_length(span.state, span.end - span.start);
}

void Track::note_length(ThreadState state, Tick length) {
  if ((mask_of(state) & kContendedStates) != 0) {
    Tick& longest = chunks_.back()->longest_contended;
    longest = std::max(longest, length);
  }
  note(size_ - 1, state, length);
}

void Track::truncate(std::uint32_t size) {
  // Down to the beginning of a chunk everything can be dropped; the rest of that chunk is appended
  // again.
  const std::uint32_t kept_chunks = size / kChunk;
  std::vector<Span> again;
  for (std::uint32_t i = kept_chunks * kChunk; i < size; ++i) again.push_back((*this)[i]);
  chunks_.resize(kept_chunks);
  while (!long_ends_.empty() && long_ends_.back().index >= kept_chunks * kChunk) {
    long_ends_.pop_back();
  }
  std::size_t groups = std::size_t{kept_chunks} * (kChunk / kGroup);
  group_start_.resize(groups);
  for (std::size_t level = 0; level < pyramid_.size(); ++level) {
    std::vector<Summary>& summaries = pyramid_[level];
    summaries.resize(groups);
    if (level > 0 && groups > 0) {
      // The last one may have lost members: it is what is left below.
      const std::vector<Summary>& below = pyramid_[level - 1];
      Summary left;
      for (std::size_t i = (groups - 1) * kFan; i < below.size(); ++i) {
        left.states |= below[i].states;
        left.length_code = std::max(left.length_code, below[i].length_code);
      }
      summaries.back() = left;
    }
    groups = (groups + kFan - 1) / kFan;
  }
  size_ = kept_chunks * kChunk;
  for (const Span& span : again) append(span);
}

std::uint32_t Track::insert(Span span) {
  if (size_ == 0 || span.start >= at(size_ - 1).end()) {
    append(span);
    return size_ - 1;
  }
  std::uint32_t place = size_;
  while (place > 0 && at(place - 1).start() > span.start) --place;
  if (place > 0) span.start = std::max(span.start, at(place - 1).end());
  if (place < size_) span.end = std::min(span.end, at(place).start());
  if (span.end <= span.start) return kNone;
  std::vector<Span> later;
  for (std::uint32_t i = place; i < size_; ++i) later.push_back((*this)[i]);
  truncate(place);
  append(span);
  for (const Span& other : later) append(other);
  return place;
}

void Track::set_last_end(Tick end) {
  if (size_ == 0) return;
  PackedSpan& span = chunks_.back()->spans[(size_ - 1) % kChunk];
  span.set_end(end);
  if (!long_ends_.empty() && long_ends_.back().index == size_ - 1) long_ends_.pop_back();
  if (span.length() == PackedSpan::kLong) long_ends_.push_back({size_ - 1, end});
  note_length(span.state(), end - span.start());
}

// --- Track: questions ---

Tick Track::long_end(std::uint32_t index) const {
  return std::lower_bound(long_ends_.begin(), long_ends_.end(), index,
                          [](const LongEnd& e, std::uint32_t i) { return e.index < i; })
      ->end;
}

std::uint32_t Track::first_group_from(Tick t, std::uint32_t from) const {
  const std::uint32_t count = group_count();
  // Steps that double: whoever folds to pixels asks for a place not far from the last one.
  std::uint32_t low = from, step = 1;
  while (low + step < count && group_start_[low + step] < t) {
    low += step;
    step *= 2;
  }
  const auto begin = group_start_.begin() + std::min(low, count);
  const auto end = group_start_.begin() + std::min(low + step + 1, count);
  return static_cast<std::uint32_t>(std::lower_bound(begin, end, t) - group_start_.begin());
}

std::uint32_t Track::first_ending_after(Tick t, std::uint32_t from) const {
  if (from >= size_) return size_;
  // In the last group that starts at or before t, or it is the first span of the next one.
  const std::uint32_t next = first_group_from(t + 1, from / kGroup);
  std::uint32_t low = std::max(from, (next == 0 ? 0 : next - 1) * kGroup);
  std::uint32_t high = std::min(size_, next * kGroup);
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (at(middle).end() > t) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

std::uint32_t Track::find(Tick t) const {
  const std::uint32_t index = first_ending_after(t);
  return index < size_ && at(index).start() <= t ? index : kNone;
}

Track::GroupSummary Track::summary(std::uint32_t first, std::uint32_t last) const {
  StateMask mask = 0;
  std::uint8_t code = 0;
  std::size_t a = first, b = last;
  for (std::size_t level = 0; a < b; ++level) {
    const std::vector<Summary>& summaries = pyramid_[level];
    const bool top = level + 1 == pyramid_.size();
    const auto add = [&](const Summary& summary) {
      mask |= summary.states;
      code = std::max(code, summary.length_code);
    };
    while (a < b && (top || a % kFan != 0)) add(summaries[a++]);
    while (b > a && (top || b % kFan != 0)) add(summaries[--b]);
    a /= kFan;
    b /= kFan;
  }
  return {mask, length_of(code)};
}

StateMask Track::states(std::uint32_t first, std::uint32_t last) const {
  StateMask mask = 0;
  last = std::min(last, size_);
  // Single spans up to the edges of groups.
  while (first < last && first % kGroup != 0) mask |= mask_of(at(first++).state());
  if (last < size_) {
    while (last > first && last % kGroup != 0) mask |= mask_of(at(--last).state());
  }
  if (first >= last) return mask;
  return mask | summary(first / kGroup, (last + kGroup - 1) / kGroup).states;
}

StateTimes Track::times_before(std::uint32_t index) const {
  StateTimes times;
  if (index == 0) return times;
  const std::uint32_t chunk =
      std::min<std::uint32_t>(index / kChunk, static_cast<std::uint32_t>(chunks_.size()) - 1);
  times = chunks_[chunk]->before;
  for (std::uint32_t i = chunk * kChunk; i < index; ++i) {
    const Bounds span = at(i);
    times[span.state()] += span.end() - span.start();
  }
  return times;
}

StateTimes Track::times(Tick t0, Tick t1) const {
  StateTimes result;
  if (t1 <= t0 || size_ == 0) return result;
  const std::uint32_t first = first_ending_after(t0);
  const std::uint32_t last = first_ending_after(t1, first);  // may straddle t1
  result = times_before(last);
  const StateTimes earlier = times_before(first);
  for (std::size_t i = 0; i < result.ns.size(); ++i) result.ns[i] -= earlier.ns[i];
  if (first < size_ && at(first).start() < t0) {
    // Counted whole if before `last`; what lies before t0 goes. If it is `last` itself, it was not
    // counted yet.
    if (first < last) result[at(first).state()] -= t0 - at(first).start();
  }
  if (last < size_ && at(last).start() < t1) {
    result[at(last).state()] += t1 - std::max(t0, at(last).start());
  }
  return result;
}

std::uint32_t Track::longest(StateMask states, Tick t0, Tick t1) const {
  std::uint32_t best = kNone;
  Tick best_length = 0;
  const bool contended = (states & ~kContendedStates) == 0;
  std::uint32_t i = first_ending_after(t0);
  while (i < size_ && at(i).start() < t1) {
    if (contended && i % kChunk == 0 && chunks_[i / kChunk]->longest_contended <= best_length) {
      i += kChunk;
      continue;
    }
    const Bounds span = at(i);
    const Tick length = span.end() - span.start();
    if ((states & mask_of(span.state())) != 0 && length > best_length && span.start() >= t0) {
      best = i;
      best_length = length;
    }
    ++i;
  }
  return best;
}

std::size_t Track::bytes() const {
  std::size_t sum = chunks_.size() * sizeof(Chunk) + chunks_.capacity() * sizeof(void*) +
                    group_start_.capacity() * sizeof(Tick) +
                    long_ends_.capacity() * sizeof(LongEnd);
  for (const auto& summaries : pyramid_) sum += summaries.capacity() * sizeof(Summary);
  return sum;
}

void Track::shrink() {
  chunks_.shrink_to_fit();
  group_start_.shrink_to_fit();
  long_ends_.shrink_to_fit();
  for (auto& summaries : pyramid_) summaries.shrink_to_fit();
}

}  // namespace interleave::timeline
