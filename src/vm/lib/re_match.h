// The matcher of regular expressions: runs a compiled pattern over a text, backtracking.
//
// Not the compiler of patterns (re.py) and not Python objects. It never recurses and never runs
// long at a time: run() comes back after a number of steps and is called again. One Matcher belongs
// to one thread; programs are immutable.
#pragma once

#include <cstdint>
#include <vector>

namespace interleave::vm {

/// Instructions; the operands follow. RE_OP(name, operands)
#define IL_RE_OPS(RE_OP)                                                                  \
  RE_OP(Match, 0)                                                                         \
  RE_OP(Char, 1)     /* code point */                                                     \
  RE_OP(CharFold, 1) /* code point in lower case */                                       \
  RE_OP(AnyNoNewline, 0)                                                                  \
  RE_OP(Any, 0)                                                                           \
  RE_OP(Set, 1)   /* address behind the set; negated, fold, then items of three words */  \
  RE_OP(Split, 2) /* first choice, second choice */                                       \
  RE_OP(Jump, 1)                                                                          \
  RE_OP(Save, 1)  /* slot */                                                              \
  RE_OP(At, 1)    /* an AtCode */                                                         \
  RE_OP(Group, 2) /* group, fold */                                                       \
  RE_OP(Look, 3)  /* negative, width to go back (-1: ahead), address behind */            \
  RE_OP(LookEnd, 0)                                                                       \
  RE_OP(Atomic, 0)                                                                        \
  RE_OP(AtomicEnd, 0)                                                                     \
  RE_OP(Zero, 1)    /* counter slot */                                                    \
  RE_OP(Loop, 6)    /* counter slot, place slot, least, most, lazy, address behind */     \
  RE_OP(Count, 2)   /* counter slot, place slot: a round begins */                        \
  RE_OP(Repeat, 4)  /* least, most, lazy, address behind; then one single-character op */ \
  RE_OP(IfGroup, 2) /* group, address if it did not take part */                          \
  RE_OP(Fail, 0)

enum class ReOp : std::int32_t {
#define RE_OP(name, operands) name,
  IL_RE_OPS(RE_OP)
#undef RE_OP
};

enum class AtCode : std::int32_t {
  Start,
  End,
  LineStart,
  LineEnd,
  Boundary,
  NoBoundary,
  TextEnd,
  AsciiBoundary,
  AsciiNoBoundary
};
/// Kinds of a set's items: a range of code points, or a class of them; Not… is its complement.
enum class SetItem : std::int32_t {
  Range,
  Digit,
  NotDigit,
  Space,
  NotSpace,
  Word,
  NotWord,
  AsciiDigit,
  AsciiNotDigit,
  AsciiSpace,
  AsciiNotSpace,
  AsciiWord,
  AsciiNotWord
};

struct ReText {
  const void* data = nullptr;
  std::int64_t length = 0;
  int unit = 1;
  char32_t at(std::int64_t i) const {
    if (unit == 1) return static_cast<const std::uint8_t*>(data)[i];
    if (unit == 2) return static_cast<const std::uint16_t*>(data)[i];
    return static_cast<const std::uint32_t*>(data)[i];
  }
};

struct ReProgram {
  std::vector<std::int32_t> code;
  std::int32_t slots = 2;
  std::int32_t groups = 0;
};

enum class ReResult : std::uint8_t { Found, NotFound, Unfinished, TooMuch };
enum class ReMode : std::uint8_t { Match, Search, Full };

class Matcher {
 public:
  Matcher(const ReProgram& program, const ReText& text, std::int64_t from, std::int64_t to,
          ReMode mode, bool not_empty);
  /// At most `steps` more. TooMuch: it would need more memory than it may have.
  ReResult run(std::int64_t steps);
  /// Start and end of group i; -1: took no part.
  std::int64_t slot(std::size_t i) const { return slots_[i]; }

 private:
  enum class Kind : std::uint8_t {
    Choice,
    Undo,
    LookBarrier,
    NotBarrier,
    AtomicBarrier,
    Greedy,
    Lazy
  };
  struct Entry {
    Kind kind;
    std::int32_t address;  // Undo: the slot
    std::int64_t place;    // Undo: its old value
    std::int64_t extra;    // Greedy: least place; Lazy: rounds left
  };

  void start_at(std::int64_t place);
  bool next_start();
  bool backtrack();
  bool resume_lazy(Entry& entry);
  void set_slot(std::int32_t slot, std::int64_t value);
  bool matches_one(std::int32_t pc, char32_t c) const;
  bool in_set(std::int32_t pc, char32_t c) const;
  bool at_position(AtCode code) const;
  bool same_group(std::int32_t group, bool fold);
  bool repeat();
  void loop();
  bool look();
  void end_barrier(bool look);
  bool accept() const;
  bool step();

  const std::int32_t* code_;
  ReText text_;
  std::int64_t end_;  // of the part that may be matched
  ReMode mode_;
  bool not_empty_;
  std::int64_t start_ = 0;
  std::int64_t first_;
  std::int64_t place_ = 0;
  std::int32_t pc_ = 0;
  bool found_ = false;
  bool begun_ = false;
  std::vector<std::int64_t> slots_;
  std::vector<Entry> stack_;
};

}  // namespace interleave::vm
