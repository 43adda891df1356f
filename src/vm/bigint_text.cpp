// Integers to and from text and doubles.
#include <algorithm>
#include <bit>
#include <cmath>

#include "vm/bigint.h"

namespace interleave::vm::bigint {

namespace {
using Wide = std::uint64_t;
/// Below this many limbs digits are taken off one limb's worth at a time.
constexpr std::size_t kDivideAndConquer = 60;

/// The largest power of the base that fits a limb, and how many digits it stands for.
struct Chunk {
  Limb power = 1;
  int digits = 0;
};
Chunk chunk_of(int base) {
  Chunk chunk;
  while (Wide{chunk.power} * static_cast<Limb>(base) <= 0xFFFFFFFFu) {
    chunk.power *= static_cast<Limb>(base);
    ++chunk.digits;
  }
  return chunk;
}

char digit_char(Limb digit) {
  return static_cast<char>(digit < 10 ? '0' + digit : 'a' + digit - 10);
}
Limb digit_value(char c) {
  if (c <= '9') return static_cast<Limb>(c - '0');
  return static_cast<Limb>((c | 0x20) - 'a' + 10);
}

/// Digits of `a` in front of which zeros are put up to `width`.
void append_small(std::string* out, Limbs a, int base, std::size_t width) {
  const Chunk chunk = chunk_of(base);
  std::string reversed;
  Digits rest(a.begin(), a.end());
  while (!rest.empty()) {
    Limb part = divmod_small(rest.data(), rest, chunk.power);
    trim(rest);
    for (int i = 0; i < chunk.digits && (part != 0 || !rest.empty()); ++i) {
      reversed.push_back(digit_char(part % static_cast<Limb>(base)));
      part /= static_cast<Limb>(base);
    }
  }
  if (reversed.size() < width) out->append(width - reversed.size(), '0');
  out->append(reversed.rbegin(), reversed.rend());
}

/// powers[k] = base ** (first_digits << k).
void append_text(std::string* out, Limbs a, int base, std::size_t width,
                 const std::vector<Digits>& powers, std::size_t first_digits) {
  std::size_t k = powers.size();
  while (k > 0 && compare(powers[k - 1], a) > 0) --k;
  if (a.size() <= kDivideAndConquer || k == 0) return append_small(out, a, base, width);
  const std::size_t low_digits = first_digits << (k - 1);
  Digits upper;
  Digits lower;
  divmod(a, powers[k - 1], &upper, &lower);
  append_text(out, upper, base, width > low_digits ? width - low_digits : 0, powers, first_digits);
  append_text(out, lower, base, low_digits, powers, first_digits);
}

std::string to_text_power_of_two(Limbs a, int bits_per_digit) {
  const std::uint64_t count = (bit_length(a) + static_cast<std::uint64_t>(bits_per_digit) - 1) /
                              static_cast<std::uint64_t>(bits_per_digit);
  std::string text(static_cast<std::size_t>(count), '0');
  const Limb mask = (1u << bits_per_digit) - 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{i} * static_cast<std::uint64_t>(bits_per_digit);
    const auto limb = static_cast<std::size_t>(bit / kLimbBits);
    const Wide above = limb + 1 < a.size() ? a[limb + 1] : 0;
    const Wide window = (above << kLimbBits) | a[limb];
    text[text.size() - 1 - i] = digit_char(static_cast<Limb>(window >> (bit % kLimbBits)) & mask);
  }
  return text;
}

Digits from_text_small(std::string_view text, int base) {
  const Chunk chunk = chunk_of(base);
  Digits out;
  out.reserve(text.size() / static_cast<std::size_t>(chunk.digits) + 2);
  for (std::size_t at = 0; at < text.size();) {
    Limb part = 0;
    Limb power = 1;
    for (int i = 0; i < chunk.digits && at < text.size(); ++i, ++at) {
      part = part * static_cast<Limb>(base) + digit_value(text[at]);
      power *= static_cast<Limb>(base);
    }
    out.push_back(0);
    out.resize(mul_small(out.data(), Limbs(out.data(), out.size() - 1), power, part));
  }
  return out;
}

Digits from_text_power_of_two(std::string_view text, int bits_per_digit) {
  const std::uint64_t bits =
      std::uint64_t{text.size()} * static_cast<std::uint64_t>(bits_per_digit);
  Digits out(static_cast<std::size_t>(bits / kLimbBits) + 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{i} * static_cast<std::uint64_t>(bits_per_digit);
    const auto limb = static_cast<std::size_t>(bit / kLimbBits);
    const Wide placed = Wide{digit_value(text[text.size() - 1 - i])} << (bit % kLimbBits);
    out[limb] |= static_cast<Limb>(placed);
    out[limb + 1] |= static_cast<Limb>(placed >> kLimbBits);
  }
  trim(out);
  return out;
}

int power_of_two(int base) {
  return std::has_single_bit(static_cast<unsigned>(base))
             ? std::countr_zero(static_cast<unsigned>(base))
             : 0;
}

}  // namespace

std::string to_text(Limbs a, int base) {
  if (a.empty()) return "0";
  if (const int bits = power_of_two(base)) return to_text_power_of_two(a, bits);
  std::string out;
  const Chunk chunk = chunk_of(base);
  const std::size_t first_digits = static_cast<std::size_t>(chunk.digits) * kDivideAndConquer / 2;
  std::vector<Digits> powers;
  if (a.size() > kDivideAndConquer) {
    const Limb b = static_cast<Limb>(base);
    powers.push_back(power(Limbs(&b, 1), first_digits));
    while (powers.back().size() * 2 <= a.size() + 1) {
      powers.push_back(multiply(powers.back(), powers.back()));
    }
  }
  append_text(&out, a, base, 0, powers, first_digits);
  return out;
}

Digits from_text(std::string_view text, int base) {
  while (text.size() > 1 && text[0] == '0') text.remove_prefix(1);
  if (const int bits = power_of_two(base)) return from_text_power_of_two(text, bits);
  if (text.size() <= 600) return from_text_small(text, base);
  const std::size_t low_digits = text.size() / 2;
  const Digits upper = from_text(text.substr(0, text.size() - low_digits), base);
  const Digits lower = from_text(text.substr(text.size() - low_digits), base);
  const Limb b = static_cast<Limb>(base);
  Digits out = multiply(upper, power(Limbs(&b, 1), low_digits));
  out.push_back(0);
  const std::size_t count = out.size() - 1;
  out.resize(add(out.data(), Limbs(out.data(), count), lower));
  return out;
}

double to_double(Limbs a, std::int64_t exponent, bool sticky) {
  if (a.empty()) return 0;
  const auto bits = static_cast<std::int64_t>(bit_length(a));
  // The highest 64 bits; whatever lies below only matters as "not exactly".
  Wide m = 0;
  if (bits <= 64) {
    m = a[0] | (a.size() > 1 ? Wide{a[1]} << kLimbBits : 0);
  } else {
    const auto drop = static_cast<std::uint64_t>(bits - 64);
    Limb top[3] = {};
    const auto from = static_cast<std::size_t>(drop / kLimbBits);
    std::copy(a.begin() + static_cast<std::ptrdiff_t>(from), a.end(), top);
    Limb shifted[3] = {};
    shift_right(shifted, Limbs(top, a.size() - from), drop % kLimbBits);
    m = shifted[0] | (Wide{shifted[1]} << kLimbBits);
    sticky = sticky || any_bits_below(a, drop);
    exponent += bits - 64;
  }
  const std::int64_t m_bits = std::min<std::int64_t>(bits, 64);
  const std::int64_t unit = std::max<std::int64_t>(exponent + m_bits - 53, -1074);
  if (unit > 1100) return HUGE_VAL;
  std::int64_t shift = unit - exponent;
  if (shift <=
      0) {  // all of m fits; sticky cannot matter unless a half could: callers give 64 bits then
    return std::ldexp(static_cast<double>(m), static_cast<int>(exponent));
  }
  if (shift > 64) return 0;
  const Wide q = shift == 64 ? 0 : m >> shift;
  const Wide rest = shift == 64 ? m : m & ((Wide{1} << shift) - 1);
  const Wide half = Wide{1} << (shift - 1);
  const bool up = rest > half || (rest == half && (sticky || (q & 1) != 0));
  return std::ldexp(static_cast<double>(q + (up ? 1 : 0)), static_cast<int>(unit));
}

double ratio(Limbs a, Limbs b) {
  if (a.empty()) return 0;
  // A quotient of at least 66 bits (or the exact one) leaves the rounding to to_double().
  const auto have =
      static_cast<std::int64_t>(bit_length(a)) - static_cast<std::int64_t>(bit_length(b));
  const std::int64_t shift = std::max<std::int64_t>(66 - have, 0);
  Digits shifted(a.size() + static_cast<std::size_t>(shift / kLimbBits) + 1);
  shifted.resize(shift_left(shifted.data(), a, static_cast<std::uint64_t>(shift)));
  Digits quotient;
  Digits rest;
  divmod(shifted, b, &quotient, &rest);
  return to_double(quotient, -shift, !rest.empty());
}

Digits from_double(double d) {
  int exponent = 0;
  const double mantissa = std::frexp(std::fabs(d), &exponent);
  if (exponent <= 0) return {};
  const auto m = static_cast<Wide>(std::ldexp(mantissa, 53));
  Limb words[2] = {static_cast<Limb>(m), static_cast<Limb>(m >> kLimbBits)};
  const Limbs all = trim(Limbs(words, 2));
  Digits out(all.size() + static_cast<std::size_t>(std::max(exponent - 53, 0) / kLimbBits) + 1);
  out.resize(exponent >= 53
                 ? shift_left(out.data(), all, static_cast<std::uint64_t>(exponent - 53))
                 : shift_right(out.data(), all, static_cast<std::uint64_t>(53 - exponent)));
  return out;
}

}  // namespace interleave::vm::bigint
