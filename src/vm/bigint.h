// Arithmetic on natural numbers and signed integers given as arrays of 32-bit limbs.
//
// Pure functions over memory, least significant limb first; no Python objects, no heap, no
// exceptions. Unless said otherwise inputs have no leading zero limb, an output may not overlap an
// input, and the count returned is that of the output without leading zero limbs. Any thread.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace interleave::vm::bigint {

using Limb = std::uint32_t;
using Limbs = std::span<const Limb>;
using Digits = std::vector<Limb>;
inline constexpr int kLimbBits = 32;

/// One of these bits of the word is set.
struct GiveUp {
  const std::atomic<std::uint32_t>* word;
  std::uint32_t bits;
};

/// From now on the computations of this host thread give up soon after `*when` has come, which must
/// live until the next call, and answer something smaller than the truth: for a thread whose run is
/// being stopped, and whose results nobody sees. Null: they never give up.
void give_up_on(const GiveUp* when);

/// Count without leading zero limbs.
inline std::size_t normalized(const Limb* a, std::size_t n) {
  while (n > 0 && a[n - 1] == 0) --n;
  return n;
}
/// Limbs without leading zeros.
inline Limbs trim(Limbs a) { return a.first(normalized(a.data(), a.size())); }
void trim(Digits& a);

/// Bits needed; 0 for 0.
std::uint64_t bit_length(Limbs a);
std::uint64_t bit_count(Limbs a);
std::uint64_t trailing_zeros(Limbs a);
/// Negative, 0 or positive.
int compare(Limbs a, Limbs b);
bool test_bit(Limbs a, std::uint64_t bit);

// --- natural numbers
// ---------------------------------------------------------------------------------------
/// Room: max(a, b) + 1 limbs. `out` may be a's or b's memory.
std::size_t add(Limb* out, Limbs a, Limbs b);
/// a >= b. Room: a. `out` may be a's or b's memory.
std::size_t sub(Limb* out, Limbs a, Limbs b);
/// Room: a + b limbs. Karatsuba above a few dozen limbs.
std::size_t mul(Limb* out, Limbs a, Limbs b);
/// out = a * factor + addend; room: a + 1. `out` may be a's memory.
std::size_t mul_small(Limb* out, Limbs a, Limb factor, Limb addend);
/// Quotient into `out` (room: a; may be a's memory, may be null), answers the remainder. divisor !=
/// 0.
Limb divmod_small(Limb* out, Limbs a, Limb divisor);
/// Floor quotient and remainder, b != 0. Either pointer may be null.
void divmod(Limbs a, Limbs b, Digits* quotient, Digits* remainder);
/// Room: a + bits / 32 + 1.
std::size_t shift_left(Limb* out, Limbs a, std::uint64_t bits);
/// Drops bits. Room: a. `out` may be a's memory.
std::size_t shift_right(Limb* out, Limbs a, std::uint64_t bits);
/// True if one of the lowest `bits` bits is set.
bool any_bits_below(Limbs a, std::uint64_t bits);

Digits multiply(Limbs a, Limbs b);
Digits power(Limbs base, std::uint64_t exponent);
/// base ** exponent % modulus; modulus != 0.
Digits power_mod(Limbs base, Limbs exponent, Limbs modulus);
/// Largest r with r * r <= a.
Digits square_root(Limbs a);
/// Greatest common divisor; gcd(0, b) = b.
Digits gcd(Limbs a, Limbs b);

// --- signed integers: magnitude and sign
// ------------------------------------------------------------------
struct Signed {
  Limbs limbs;
  bool negative = false;
};
enum class BitOp : std::uint8_t { And, Or, Xor };
/// As if both were two's complement with infinitely many sign bits. Room: max(a, b) + 1 limbs.
std::size_t bit_op(Limb* out, bool* negative, BitOp op, Signed a, Signed b);

// --- text and doubles
// --------------------------------------------------------------------------------------
/// Digits in base 2…36, lower case; "0" for 0.
std::string to_text(Limbs a, int base);
/// Digits valid in `base`, nothing else.
Digits from_text(std::string_view digits, int base);
/// The double nearest to a * 2^exponent, ties to even; `sticky`: the number is a little larger than
/// given. Infinity beyond the range.
double to_double(Limbs a, std::int64_t exponent, bool sticky);
/// Nearest double to a / b, b != 0.
double ratio(Limbs a, Limbs b);
/// Integer part of |d|, which is finite.
Digits from_double(double d);

}  // namespace interleave::vm::bigint
