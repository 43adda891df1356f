// One Python value in one 64-bit word, and the word-sized slots that threads share.
//
// NaN-boxing: floats and integers of 49 bits live in the word itself, everything else is a pointer
// to an Object. There are no reference counts: the collector traces (heap.h). This header knows
// nothing of Python's types; see object.h. Values are plain words: any thread may copy them. A
// *shared* word is read and written through Shared<T> or Slot only, so that a race yields an old or
// a new value, never a torn one.
//
//   0x0000'0000'0000'0000                    empty: unbound, missing, "no result"
//   0x0000'pppp'pppp'pppp                    pointer to an Object
//   0x0002'…  to 0xFFFC'…                    double, its bits plus kDoubleOffset
//   0xFFFE'… and 0xFFFF'…                    integer, two's complement in the low 49 bits
#pragma once

#include <atomic>
#include <bit>
#include <cstdint>
#include <cstring>

namespace interleave::vm {

struct Object;

struct Value {
  std::uint64_t bits = 0;

  static constexpr std::uint64_t kDoubleOffset = 1ull << 49;
  static constexpr std::uint64_t kIntTag = 0xFFFEull << 48;
  static constexpr std::int64_t kIntMax = (1ll << 48) - 1;
  static constexpr std::int64_t kIntMin = -(1ll << 48);
  static constexpr int kIntShift = 15;  // 64 - 49: moves the payload's sign bit to the word's

  constexpr Value() = default;
  explicit constexpr Value(std::uint64_t raw) : bits(raw) {}
  // A pointer converts silently: every native function returns objects this way.
  Value(const Object* object)  // NOLINT(google-explicit-constructor)
      : bits(static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(object))) {}

  static constexpr bool fits_int(std::int64_t n) { return n >= kIntMin && n <= kIntMax; }
  /// `n` must fit 49 bits; int_value() in number.h takes any.
  static constexpr Value small_int(std::int64_t n) {
    return Value(kIntTag | (static_cast<std::uint64_t>(n) & ~kIntTag));
  }
  static Value from_double(double d) {
    return Value(std::bit_cast<std::uint64_t>(d) + kDoubleOffset);
  }

  constexpr bool empty() const { return bits == 0; }
  constexpr explicit operator bool() const { return bits != 0; }
  constexpr bool is_int() const { return bits >= kIntTag; }
  constexpr bool is_double() const { return bits >= kDoubleOffset && bits < kIntTag; }
  constexpr bool is_number() const { return bits >= kDoubleOffset; }
  constexpr bool is_object() const { return bits != 0 && bits < kDoubleOffset; }

  constexpr std::int64_t as_int() const {
    return static_cast<std::int64_t>(bits << kIntShift) >> kIntShift;
  }
  double as_double() const { return std::bit_cast<double>(bits - kDoubleOffset); }
  Object* object() const { return reinterpret_cast<Object*>(static_cast<std::uintptr_t>(bits)); }

  /// Identity (`is`), not equality. Equal small integers and floats with equal bits are identical.
  friend constexpr bool operator==(Value a, Value b) { return a.bits == b.bits; }
};
static_assert(sizeof(Value) == 8);

constexpr bool both_ints(Value a, Value b) { return (a.bits & b.bits) >= Value::kIntTag; }

#ifdef __EMSCRIPTEN__
/// Whether this machine's processor may show its stores to other threads in another order than the
/// program's; the page knows more than the compiler. Set before the first run.
inline bool g_cpu_reorders_stores = true;
/// Whether stores to shared words say their order, at 5.5 to 8 ns each. Set as a run begins.
inline bool g_ordered_stores = false;

inline void order_stores(bool threads_at_once) {
  g_ordered_stores = threads_at_once && g_cpu_reorders_stores;
}
#else
inline void order_stores(bool) {}  // they always do
#endif

/// A word that several Python threads may read and write at once when there is no GIL: whoever
/// reads what a thread has stored also sees what it had stored before that. In WebAssembly an
/// atomic load costs nothing on x86, a store a lot: it is left out where the processor keeps the
/// order anyway, and under the GIL. `volatile` keeps the compiler from moving it.
template <typename T>
class Shared {
  static_assert(sizeof(T) <= 8);

 public:
  Shared() = default;
  explicit Shared(T v) { store(v); }
#ifdef __EMSCRIPTEN__
  T load() const { return __atomic_load_n(&word_, __ATOMIC_ACQUIRE); }
  void store(T v) {
    if (g_ordered_stores) {
      __atomic_store_n(&word_, v, __ATOMIC_RELEASE);
    } else {
      std::atomic_signal_fence(std::memory_order_release);
      *const_cast<volatile T*>(&word_) = v;
    }
  }

 private:
  T word_{};
#else
  T load() const { return word_.load(std::memory_order_acquire); }
  void store(T v) { word_.store(v, std::memory_order_release); }

 private:
  std::atomic<T> word_{};
#endif
};

/// A shared place for one Value: list items, dict values, attributes, cells, globals.
class Slot {
 public:
  Slot() = default;
  Value load() const { return Value(word_.load()); }
  void store(Value v) { word_.store(v.bits); }

 private:
  Shared<std::uint64_t> word_;
};
static_assert(sizeof(Slot) == 8);

}  // namespace interleave::vm
