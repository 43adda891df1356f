#include "vm/lib/re_match.h"

#include "base/limits.h"
#include "vm/unicode.h"

namespace interleave::vm {

namespace {

char32_t folded(char32_t c) {
  if (c < 128) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  char32_t out[3];
  return unicode::to_lower(c, out) == 1 ? out[0] : c;
}
char32_t raised(char32_t c) {
  if (c < 128) return c >= 'a' && c <= 'z' ? c - 32 : c;
  char32_t out[3];
  return unicode::to_upper(c, out) == 1 ? out[0] : c;
}

bool ascii_space(char32_t c) { return c == ' ' || (c >= 9 && c <= 13); }
bool ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool ascii_word(char32_t c) {
  return ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool unicode_word(char32_t c) { return c < 128 ? ascii_word(c) : unicode::is_alnum(c); }

bool in_item(SetItem kind, char32_t low, char32_t high, char32_t c) {
  switch (kind) {
    case SetItem::Range: return c >= low && c <= high;
    case SetItem::Digit: return unicode::is_decimal(c);
    case SetItem::NotDigit: return !unicode::is_decimal(c);
    case SetItem::Space: return unicode::is_space(c);
    case SetItem::NotSpace: return !unicode::is_space(c);
    case SetItem::Word: return unicode_word(c);
    case SetItem::NotWord: return !unicode_word(c);
    case SetItem::AsciiDigit: return ascii_digit(c);
    case SetItem::AsciiNotDigit: return !ascii_digit(c);
    case SetItem::AsciiSpace: return ascii_space(c);
    case SetItem::AsciiNotSpace: return !ascii_space(c);
    case SetItem::AsciiWord: return ascii_word(c);
    default: return !ascii_word(c);
  }
}

}  // namespace

Matcher::Matcher(const ReProgram& program, const ReText& text, std::int64_t from, std::int64_t to,
                 ReMode mode, bool not_empty)
    : code_(program.code.data()),
      text_(text),
      end_(to),
      mode_(mode),
      not_empty_(not_empty),
      first_(from),
      slots_(static_cast<std::size_t>(program.slots), -1) {}

void Matcher::start_at(std::int64_t place) {
  start_ = place_ = place;
  pc_ = 0;
  stack_.clear();
  for (std::int64_t& s : slots_) s = -1;
}

/// Where a search goes on; a pattern that begins with a plain character is looked for by it.
bool Matcher::next_start() {
  std::int64_t place = begun_ ? start_ + 1 : first_;
  if (begun_ && mode_ != ReMode::Search) return false;
  begun_ = true;
  const bool literal = code_[0] == static_cast<std::int32_t>(ReOp::Save) &&
                       code_[2] == static_cast<std::int32_t>(ReOp::Char);
  if (mode_ == ReMode::Search && literal) {
    const auto wanted = static_cast<char32_t>(code_[3]);
    while (place < end_ && text_.at(place) != wanted) ++place;
    if (place >= end_) return false;
  }
  if (place > end_) return false;
  start_at(place);
  return true;
}

void Matcher::set_slot(std::int32_t slot, std::int64_t value) {
  std::int64_t& s = slots_[static_cast<std::size_t>(slot)];
  stack_.push_back({Kind::Undo, slot, s, 0});
  s = value;
}

bool Matcher::in_set(std::int32_t pc, char32_t c) const {
  const std::int32_t* set = code_ + pc;
  const std::int32_t* const behind = code_ + set[1];
  const bool negated = set[2] != 0;
  const bool fold = set[3] != 0;
  const char32_t low = fold ? folded(c) : c;
  const char32_t high = fold ? raised(c) : c;
  for (const std::int32_t* item = set + 4; item < behind; item += 3) {
    const auto kind = static_cast<SetItem>(item[0]);
    const auto from = static_cast<char32_t>(item[1]);
    const auto to = static_cast<char32_t>(item[2]);
    if (in_item(kind, from, to, c) ||
        (fold && (in_item(kind, from, to, low) || in_item(kind, from, to, high)))) {
      return !negated;
    }
  }
  return negated;
}

/// The single-character instruction at pc.
bool Matcher::matches_one(std::int32_t pc, char32_t c) const {
  switch (static_cast<ReOp>(code_[pc])) {
    case ReOp::Char: return c == static_cast<char32_t>(code_[pc + 1]);
    case ReOp::CharFold: return folded(c) == static_cast<char32_t>(code_[pc + 1]);
    case ReOp::AnyNoNewline: return c != '\n';
    case ReOp::Any: return true;
    default: return in_set(pc, c);
  }
}

bool Matcher::at_position(AtCode code) const {
  const bool ascii = code == AtCode::AsciiBoundary || code == AtCode::AsciiNoBoundary;
  switch (code) {
    case AtCode::Start: return place_ == 0;
    case AtCode::End: return place_ == end_ || (place_ + 1 == end_ && text_.at(place_) == '\n');
    case AtCode::TextEnd: return place_ == end_;
    case AtCode::LineStart: return place_ == 0 || text_.at(place_ - 1) == '\n';
    case AtCode::LineEnd: return place_ == end_ || text_.at(place_) == '\n';
    default: break;
  }
  const auto word = ascii ? ascii_word : unicode_word;
  const bool before = place_ > 0 && word(text_.at(place_ - 1));
  const bool after = place_ < end_ && word(text_.at(place_));
  const bool wanted = code == AtCode::Boundary || code == AtCode::AsciiBoundary;
  return (before != after) == wanted;
}

bool Matcher::same_group(std::int32_t group, bool fold) {
  const std::int64_t from = slots_[static_cast<std::size_t>(group) * 2];
  const std::int64_t to = slots_[static_cast<std::size_t>(group) * 2 + 1];
  if (from < 0 || to < 0 || place_ + (to - from) > end_) return false;
  for (std::int64_t i = 0; i < to - from; ++i) {
    const char32_t a = text_.at(from + i);
    const char32_t b = text_.at(place_ + i);
    if (a != b && !(fold && folded(a) == folded(b))) return false;
  }
  place_ += to - from;
  return true;
}

/// Repeat: one character, many times.
bool Matcher::repeat() {
  const std::int32_t* op = code_ + pc_;
  const std::int64_t least = op[1];
  const std::int64_t room = end_ - place_;
  const std::int64_t most = op[2] < 0 || op[2] > room ? room : op[2];
  const std::int32_t one = pc_ + 5;
  const std::int32_t behind = op[4];
  if (room < least) return false;
  const bool lazy = op[3] != 0;
  const std::int64_t now = lazy ? least : most;
  std::int64_t n = 0;
  while (n < now && matches_one(one, text_.at(place_ + n))) ++n;
  if (n < least) return false;
  const std::int64_t from = place_;
  place_ += n;
  if (lazy && n < most) {
    stack_.push_back({Kind::Lazy, pc_, place_, most - n});
  } else if (!lazy && n > least) {
    stack_.push_back({Kind::Greedy, behind, place_, from + least});
  }
  pc_ = behind;
  return true;
}

/// Loop: whether another round of a longer body is to begin.
void Matcher::loop() {
  const std::int32_t* op = code_ + pc_;
  const std::int64_t rounds = slots_[static_cast<std::size_t>(op[1])];
  const std::int64_t began = slots_[static_cast<std::size_t>(op[2])];
  const std::int32_t round = pc_ + 7;  // the Count instruction
  const std::int32_t behind = op[6];
  if (rounds < op[3]) {
    pc_ = round;
  } else if ((op[4] >= 0 && rounds >= op[4]) || (rounds > 0 && began == place_)) {
    pc_ = behind;
  } else if (op[5] != 0) {
    stack_.push_back({Kind::Choice, round, place_, 0});
    pc_ = behind;
  } else {
    stack_.push_back({Kind::Choice, behind, place_, 0});
    pc_ = round;
  }
}

bool Matcher::look() {
  const std::int32_t* op = code_ + pc_;
  const bool negative = op[1] != 0;
  stack_.push_back({negative ? Kind::NotBarrier : Kind::LookBarrier, op[3], place_, 0});
  if (op[2] >= 0) {
    if (place_ < op[2]) return false;  // backtrack() finds the barrier
    place_ -= op[2];
  }
  pc_ += 4;
  return true;
}

/// The body of an assertion or an atomic group has matched: its choices go, what undoes its
/// groups stays.
void Matcher::end_barrier(bool is_look) {
  std::size_t i = stack_.size();
  while (true) {
    const Kind kind = stack_[--i].kind;
    if (is_look ? kind == Kind::LookBarrier || kind == Kind::NotBarrier
                : kind == Kind::AtomicBarrier) {
      break;
    }
  }
  const Entry barrier = stack_[i];
  if (barrier.kind == Kind::NotBarrier) {
    // It must not match: undo all of it and fail.
    while (stack_.size() > i + 1) {
      const Entry& e = stack_.back();
      if (e.kind == Kind::Undo) slots_[static_cast<std::size_t>(e.address)] = e.place;
      stack_.pop_back();
    }
    stack_.pop_back();
    pc_ = -1;
    return;
  }
  std::size_t kept = i;
  for (std::size_t k = i + 1; k < stack_.size(); ++k) {
    if (stack_[k].kind == Kind::Undo) stack_[kept++] = stack_[k];
  }
  stack_.resize(kept);
  if (is_look) {
    place_ = barrier.place;
    pc_ = barrier.address;
  } else {
    pc_ += 1;
  }
}

/// A lazy repetition takes one character more.
bool Matcher::resume_lazy(Entry& entry) {
  const std::int32_t pc = entry.address;
  if (entry.place >= end_ || !matches_one(pc + 5, text_.at(entry.place))) return false;
  place_ = ++entry.place;
  pc_ = code_[pc + 4];
  return --entry.extra > 0;
}

bool Matcher::backtrack() {
  while (!stack_.empty()) {
    Entry& e = stack_.back();
    switch (e.kind) {
      case Kind::Undo:
        slots_[static_cast<std::size_t>(e.address)] = e.place;
        stack_.pop_back();
        break;
      case Kind::Choice:
        pc_ = e.address;
        place_ = e.place;
        stack_.pop_back();
        return true;
      case Kind::Greedy:
        place_ = --e.place;
        pc_ = e.address;
        if (e.place <= e.extra) stack_.pop_back();
        return true;
      case Kind::Lazy: {
        pc_ = -1;
        const bool more = resume_lazy(e);
        const bool taken = pc_ >= 0;
        if (!more) stack_.pop_back();
        if (taken) return true;
        break;
      }
      case Kind::NotBarrier:
        pc_ = e.address;
        place_ = e.place;
        stack_.pop_back();
        return true;
      case Kind::LookBarrier:
      case Kind::AtomicBarrier: stack_.pop_back(); break;
    }
  }
  return false;
}

bool Matcher::accept() const {
  if (mode_ == ReMode::Full && place_ != end_) return false;
  return !not_empty_ || place_ != first_ || start_ != first_;
}

/// One instruction; false: no match this way.
bool Matcher::step() {
  const std::int32_t* op = code_ + pc_;
  switch (static_cast<ReOp>(op[0])) {
    case ReOp::Match: found_ = accept(); return found_;
    case ReOp::Char:
    case ReOp::CharFold:
      if (place_ >= end_ || !matches_one(pc_, text_.at(place_))) return false;
      ++place_;
      pc_ += 2;
      return true;
    case ReOp::AnyNoNewline:
    case ReOp::Any:
      if (place_ >= end_ || !matches_one(pc_, text_.at(place_))) return false;
      ++place_;
      pc_ += 1;
      return true;
    case ReOp::Set:
      if (place_ >= end_ || !in_set(pc_, text_.at(place_))) return false;
      ++place_;
      pc_ = op[1];
      return true;
    case ReOp::Split:
      stack_.push_back({Kind::Choice, op[2], place_, 0});
      pc_ = op[1];
      return true;
    case ReOp::Jump: pc_ = op[1]; return true;
    case ReOp::Save:
      set_slot(op[1], place_);
      pc_ += 2;
      return true;
    case ReOp::At: pc_ += 2; return at_position(static_cast<AtCode>(op[1]));
    case ReOp::Group: pc_ += 3; return same_group(op[1], op[2] != 0);
    case ReOp::Look: return look();
    case ReOp::LookEnd: end_barrier(true); return pc_ >= 0;
    case ReOp::Atomic:
      stack_.push_back({Kind::AtomicBarrier, 0, place_, 0});
      pc_ += 1;
      return true;
    case ReOp::AtomicEnd: end_barrier(false); return true;
    case ReOp::Zero:
      set_slot(op[1], 0);
      pc_ += 2;
      return true;
    case ReOp::Loop: loop(); return true;
    case ReOp::Count:
      set_slot(op[1], slots_[static_cast<std::size_t>(op[1])] + 1);
      set_slot(op[2], place_);
      pc_ += 3;
      return true;
    case ReOp::Repeat: return repeat();
    case ReOp::IfGroup:
      pc_ = slots_[static_cast<std::size_t>(op[1]) * 2 + 1] >= 0 ? pc_ + 3 : op[2];
      return true;
    case ReOp::Fail: return false;
  }
  return false;
}

ReResult Matcher::run(std::int64_t steps) {
  if (!begun_ && !next_start()) return ReResult::NotFound;
  for (; steps > 0; --steps) {
    if (step()) {
      if (found_) return ReResult::Found;
      if (stack_.size() > limits::kMatchChoices) return ReResult::TooMuch;
      continue;
    }
    if (!backtrack() && !next_start()) return ReResult::NotFound;
  }
  return ReResult::Unfinished;
}

}  // namespace interleave::vm
