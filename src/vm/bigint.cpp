#include "vm/bigint.h"

#include <pthread.h>

#include <algorithm>
#include <bit>
#include <cmath>

namespace interleave::vm::bigint {

namespace {
using Wide = std::uint64_t;

/// Below this many limbs the schoolbook method is faster.
constexpr std::size_t kKaratsuba = 40;

// Not thread_local: in a program that is linked without threads from objects compiled for them, the
// linker gives such variables addresses that belong to others.
pthread_key_t give_up_key() {
  static const pthread_key_t key = [] {
    pthread_key_t made{};
    pthread_key_create(&made, nullptr);
    return made;
  }();
  return key;
}

bool given_up() {
  const auto* when = static_cast<const GiveUp*>(pthread_getspecific(give_up_key()));
  return when != nullptr && (when->word->load(std::memory_order_relaxed) & when->bits) != 0;
}

Limb low(Wide w) { return static_cast<Limb>(w); }
Limb high(Wide w) { return static_cast<Limb>(w >> kLimbBits); }

/// out[0 … a] = a * factor; answers the limb that would come next.
Limb mul_row(Limb* out, Limbs a, Wide factor) {
  Wide carry = 0;
  const auto step = [&](std::size_t i) {
    const Wide w = factor * a[i] + carry;
    out[i] = low(w);
    carry = w >> kLimbBits;
  };
  std::size_t i = 0;
  for (; i + 4 <= a.size(); i += 4) {  // what compilers for WebAssembly do not do by themselves
    step(i);
    step(i + 1);
    step(i + 2);
    step(i + 3);
  }
  for (; i < a.size(); ++i) step(i);
  return low(carry);
}

/// out[0 … a+b) = a * b; all limbs are written. Neither is empty.
void mul_school(Limb* out, Limbs a, Limbs b) {
  out[b.size()] = mul_row(out, b, a[0]);
  for (std::size_t i = 1; i < a.size(); ++i) {
    Wide carry = 0;
    const Wide factor = a[i];
    Limb* const row = out + i;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const Wide w = factor * b[j] + row[j] + carry;
      row[j] = low(w);
      carry = w >> kLimbBits;
    }
    row[b.size()] = low(carry);
  }
}

/// out += a, in place; the sum is known to fit.
void add_into(Limb* out, Limbs a) {
  Wide carry = 0;
  std::size_t i = 0;
  for (; i < a.size(); ++i) {
    const Wide w = Wide{out[i]} + a[i] + carry;
    out[i] = low(w);
    carry = w >> kLimbBits;
  }
  for (; carry != 0; ++i) {
    const Wide w = Wide{out[i]} + carry;
    out[i] = low(w);
    carry = w >> kLimbBits;
  }
}

/// out -= a, in place; out >= a.
void sub_from(Limb* out, Limbs a) {
  Wide borrow = 0;
  std::size_t i = 0;
  for (; i < a.size(); ++i) {
    const Wide w = Wide{out[i]} - a[i] - borrow;
    out[i] = low(w);
    borrow = (w >> kLimbBits) & 1;
  }
  for (; borrow != 0; ++i) {
    borrow = out[i] == 0 ? 1 : 0;
    --out[i];
  }
}

void mul_full(Limb* out, Limbs a, Limbs b);

/// Both have more than `half` limbs: (x1 B + x0)(y1 B + y0) with three products instead of four.
void mul_karatsuba(Limb* out, Limbs a, Limbs b) {
  const std::size_t half = (std::max(a.size(), b.size()) + 1) / 2;
  const Limbs a0 = trim(a.first(half));
  const Limbs a1 = a.subspan(half);
  const Limbs b0 = trim(b.first(half));
  const Limbs b1 = b.subspan(half);
  std::fill(out, out + a.size() + b.size(), 0);
  mul_full(out, a0, b0);
  mul_full(out + 2 * half, a1, b1);
  Digits sum_a(half + 1);
  Digits sum_b(half + 1);
  sum_a.resize(add(sum_a.data(), a0, a1));
  sum_b.resize(add(sum_b.data(), b0, b1));
  Digits middle(sum_a.size() + sum_b.size());
  mul_full(middle.data(), sum_a, sum_b);
  if (given_up()) return;  // then the differences below could be negative
  sub_from(middle.data(), trim(Limbs(out, a0.size() + b0.size())));
  sub_from(middle.data(), trim(Limbs(out + 2 * half, a1.size() + b1.size())));
  add_into(out + half, trim(Limbs(middle)));
}

/// Writes all a + b limbs.
void mul_full(Limb* out, Limbs a, Limbs b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty()) return std::fill_n(out, b.size(), 0), void();
  if (a.size() < kKaratsuba) return mul_school(out, a, b);
  if (given_up()) return std::fill_n(out, a.size() + b.size(), 0), void();
  if (a.size() > (b.size() + 1) / 2) return mul_karatsuba(out, a, b);
  // Very different lengths: b in pieces as long as a.
  std::fill(out, out + a.size() + b.size(), 0);
  Digits piece(2 * a.size());
  for (std::size_t at = 0; at < b.size() && !given_up(); at += a.size()) {
    const Limbs part = trim(b.subspan(at, std::min(a.size(), b.size() - at)));
    mul_full(piece.data(), a, part);
    add_into(out + at, trim(Limbs(piece.data(), a.size() + part.size())));
  }
}

/// One step of Knuth's algorithm D: the quotient digit for the divisor at u[at …], subtracted from
/// u.
Limb divide_step(Limb* u, Limbs v) {
  const std::size_t n = v.size();
  const Wide top = (Wide{u[n]} << kLimbBits) | u[n - 1];
  Wide q = u[n] >= v[n - 1] ? 0xFFFFFFFFu : top / v[n - 1];
  Wide r = top - q * v[n - 1];
  while (r <= 0xFFFFFFFFu && q * v[n - 2] > ((r << kLimbBits) | u[n - 2])) {
    --q;
    r += v[n - 1];
  }
  Wide carry = 0;
  Wide borrow = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Wide product = q * v[i] + carry;
    carry = product >> kLimbBits;
    const Wide w = Wide{u[i]} - low(product) - borrow;
    u[i] = low(w);
    borrow = (w >> kLimbBits) & 1;
  }
  const Wide w = Wide{u[n]} - carry - borrow;
  u[n] = low(w);
  if (((w >> kLimbBits) & 1) == 0) return low(q);
  // One too many, which happens about twice in 2^32 times: give one divisor back.
  carry = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const Wide sum = Wide{u[i]} + v[i] + carry;
    u[i] = low(sum);
    carry = sum >> kLimbBits;
  }
  u[n] += low(carry);
  return low(q - 1);
}

}  // namespace

void give_up_on(const GiveUp* when) { pthread_setspecific(give_up_key(), when); }

void trim(Digits& a) { a.resize(normalized(a.data(), a.size())); }

std::uint64_t bit_length(Limbs a) {
  if (a.empty()) return 0;
  return std::uint64_t{a.size()} * kLimbBits -
         static_cast<std::uint64_t>(std::countl_zero(a.back()));
}

std::uint64_t bit_count(Limbs a) {
  std::uint64_t count = 0;
  for (Limb limb : a) count += static_cast<std::uint64_t>(std::popcount(limb));
  return count;
}

std::uint64_t trailing_zeros(Limbs a) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != 0) return i * kLimbBits + static_cast<std::uint64_t>(std::countr_zero(a[i]));
  }
  return 0;
}

int compare(Limbs a, Limbs b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

bool test_bit(Limbs a, std::uint64_t bit) {
  const std::uint64_t limb = bit / kLimbBits;
  return limb < a.size() && ((a[static_cast<std::size_t>(limb)] >> (bit % kLimbBits)) & 1) != 0;
}

std::size_t add(Limb* out, Limbs a, Limbs b) {
  if (a.size() < b.size()) std::swap(a, b);
  Wide carry = 0;
  std::size_t i = 0;
  for (; i < b.size(); ++i) {
    const Wide w = Wide{a[i]} + b[i] + carry;
    out[i] = low(w);
    carry = w >> kLimbBits;
  }
  for (; i < a.size(); ++i) {
    const Wide w = Wide{a[i]} + carry;
    out[i] = low(w);
    carry = w >> kLimbBits;
  }
  if (carry == 0) return a.size();
  out[a.size()] = low(carry);
  return a.size() + 1;
}

std::size_t sub(Limb* out, Limbs a, Limbs b) {
  Wide borrow = 0;
  std::size_t i = 0;
  for (; i < b.size(); ++i) {
    const Wide w = Wide{a[i]} - b[i] - borrow;
    out[i] = low(w);
    borrow = w >> (2 * kLimbBits - 1);
  }
  for (; i < a.size(); ++i) {
    const Wide w = Wide{a[i]} - borrow;
    out[i] = low(w);
    borrow = w >> (2 * kLimbBits - 1);
  }
  return normalized(out, a.size());
}

std::size_t mul(Limb* out, Limbs a, Limbs b) {
  if (a.empty() || b.empty()) return 0;
  mul_full(out, a, b);
  return normalized(out, a.size() + b.size());
}

std::size_t mul_small(Limb* out, Limbs a, Limb factor, Limb addend) {
  Wide carry = addend;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Wide w = Wide{a[i]} * factor + carry;
    out[i] = low(w);
    carry = w >> kLimbBits;
  }
  if (carry == 0) return normalized(out, a.size());
  out[a.size()] = low(carry);
  return a.size() + 1;
}

Limb divmod_small(Limb* out, Limbs a, Limb divisor) {
  Wide rest = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const Wide w = (rest << kLimbBits) | a[i];
    const Wide q = w / divisor;
    rest = w - q * divisor;
    if (out != nullptr) out[i] = low(q);
  }
  return low(rest);
}

namespace {

/// The highest three limbs, as a number below 2**96, to 52 bits.
double head_of(Limbs a) {
  constexpr double kLimb = 4294967296.0;
  const std::size_t n = a.size();
  return (a[n - 1] * kLimb + a[n - 2]) * kLimb + a[n - 3];
}

/// a / b where the heads alone tell it, and it is one limb; 0: they do not.
Limb quotient_at_sight(Limbs a, Limbs b) {
  if (b.size() < 3 || a.size() > b.size() + 1) return 0;
  constexpr double kLimb = 4294967296.0;
  const double about = head_of(a) / head_of(b) * (a.size() > b.size() ? kLimb : 1);
  if (about >= kLimb - 1) return 0;
  const double whole = std::floor(about);
  // The heads are off by 2**-52 of their size, so this is off by less than 2**-18.
  constexpr double kUnsure = 1.0 / 65536;
  const double part = about - whole;
  return part < kUnsure || part > 1 - kUnsure ? 0 : static_cast<Limb>(whole);
}

/// a - b * q, which is not negative and less than b.
Digits rest_of(Limbs a, Limbs b, Limb q) {
  Digits rest(a.begin(), a.end());
  Wide carry = 0;
  Limb borrow = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    carry += i < b.size() ? Wide{b[i]} * q : 0;
    const Wide difference = Wide{rest[i]} - low(carry) - borrow;
    rest[i] = low(difference);
    borrow = static_cast<Limb>(high(difference) & 1);
    carry >>= kLimbBits;
  }
  trim(rest);
  return rest;
}

}  // namespace

void divmod(Limbs a, Limbs b, Digits* quotient, Digits* remainder) {
  if (compare(a, b) < 0) {
    if (remainder != nullptr) remainder->assign(a.begin(), a.end());
    if (quotient != nullptr) quotient->clear();
    return;
  }
  if (b.size() == 1) {
    Digits q(a.size());
    const Limb rest = divmod_small(q.data(), a, b[0]);
    trim(q);
    if (quotient != nullptr) *quotient = std::move(q);
    if (remainder != nullptr) remainder->assign(rest != 0 ? 1 : 0, rest);
    return;
  }
  if (const Limb q = quotient_at_sight(a, b); q != 0) {
    if (quotient != nullptr) quotient->assign(1, q);
    if (remainder != nullptr) *remainder = rest_of(a, b, q);
    return;
  }
  // Normalized so that the divisor's highest bit is set, as the estimate of each digit requires.
  const int shift = std::countl_zero(b.back());
  Digits v(b.size() + 1);
  v.resize(shift_left(v.data(), b, static_cast<std::uint64_t>(shift)));
  Digits u(a.size() + 2);
  shift_left(u.data(), a, static_cast<std::uint64_t>(shift));
  const std::size_t steps = a.size() - b.size() + 1;
  Digits q(steps);
  for (std::size_t i = steps; i-- > 0 && !given_up();) q[i] = divide_step(u.data() + i, v);
  trim(q);
  if (quotient != nullptr) *quotient = std::move(q);
  if (remainder == nullptr) return;
  u.resize(normalized(u.data(), b.size()));
  u.resize(shift_right(u.data(), u, static_cast<std::uint64_t>(shift)));
  *remainder = std::move(u);
}

std::size_t shift_left(Limb* out, Limbs a, std::uint64_t bits) {
  if (a.empty()) return 0;
  const auto whole = static_cast<std::size_t>(bits / kLimbBits);
  const int rest = static_cast<int>(bits % kLimbBits);
  std::fill(out, out + whole, 0);
  Limb carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Wide w = (Wide{a[i]} << rest) | carry;
    out[whole + i] = low(w);
    carry = high(w);
  }
  if (carry == 0) return whole + a.size();
  out[whole + a.size()] = carry;
  return whole + a.size() + 1;
}

std::size_t shift_right(Limb* out, Limbs a, std::uint64_t bits) {
  const std::uint64_t whole64 = bits / kLimbBits;
  if (whole64 >= a.size()) return 0;
  const auto whole = static_cast<std::size_t>(whole64);
  const int rest = static_cast<int>(bits % kLimbBits);
  const std::size_t count = a.size() - whole;
  for (std::size_t i = 0; i < count; ++i) {
    const Wide above = i + 1 < count ? a[whole + i + 1] : 0;
    out[i] = low(((above << kLimbBits) | a[whole + i]) >> rest);
  }
  return normalized(out, count);
}

bool any_bits_below(Limbs a, std::uint64_t bits) { return !a.empty() && trailing_zeros(a) < bits; }

std::size_t bit_op(Limb* out, bool* negative, BitOp op, Signed a, Signed b) {
  const auto apply = [op](Limb x, Limb y) -> Limb {
    if (op == BitOp::And) return x & y;
    return op == BitOp::Or ? x | y : x ^ y;
  };
  // -x is ~x + 1: each operand is complemented limb by limb, the result likewise.
  const bool negative_result = apply(a.negative ? 1 : 0, b.negative ? 1 : 0) != 0;
  Wide carry_a = 1;
  Wide carry_b = 1;
  Wide carry_out = 1;
  const std::size_t count = std::max(a.limbs.size(), b.limbs.size()) + 1;
  const auto next = [](Signed s, std::size_t i, Wide* carry) -> Limb {
    const Limb limb = i < s.limbs.size() ? s.limbs[i] : 0;
    if (!s.negative) return limb;
    const Wide w = Wide{~limb} + *carry;
    *carry = w >> kLimbBits;
    return low(w);
  };
  for (std::size_t i = 0; i < count; ++i) {
    const Limb x = next(a, i, &carry_a);
    const Limb y = next(b, i, &carry_b);
    const Limb r = apply(x, y);
    if (!negative_result) {
      out[i] = r;
      continue;
    }
    const Wide w = Wide{static_cast<Limb>(~r)} + carry_out;
    out[i] = low(w);
    carry_out = w >> kLimbBits;
  }
  *negative = negative_result;
  return normalized(out, count);
}

Digits multiply(Limbs a, Limbs b) {
  Digits out(a.size() + b.size());
  out.resize(mul(out.data(), a, b));
  return out;
}

Digits power(Limbs base, std::uint64_t exponent) {
  Digits result{1};
  if (exponent == 0) return result;
  for (int bit = 63 - std::countl_zero(exponent); bit >= 0; --bit) {
    result = multiply(result, result);
    if (((exponent >> bit) & 1) != 0) result = multiply(result, base);
  }
  return result;
}

Digits power_mod(Limbs base, Limbs exponent, Limbs modulus) {
  Digits result{1};
  Digits factor;
  divmod(base, modulus, nullptr, &factor);
  divmod(Digits(result), modulus, nullptr, &result);  // modulus 1
  for (std::uint64_t bit = bit_length(exponent); bit-- > 0 && !given_up();) {
    Digits squared = multiply(result, result);
    if (test_bit(exponent, bit)) {
      divmod(squared, modulus, nullptr, &result);
      squared = multiply(result, factor);
    }
    divmod(squared, modulus, nullptr, &result);
  }
  return result;
}

Digits square_root(Limbs a) {
  if (a.empty()) return {};
  // Newton's method from above: a power of two not smaller than the root.
  const std::uint64_t bits = (bit_length(a) + 1) / 2;
  Digits root(static_cast<std::size_t>(bits / kLimbBits) + 2);
  const Limb one = 1;
  root.resize(shift_left(root.data(), Limbs(&one, 1), bits));
  while (true) {
    Digits next;
    divmod(a, root, &next, nullptr);
    Digits sum(std::max(next.size(), root.size()) + 1);
    sum.resize(add(sum.data(), next, root));
    sum.resize(shift_right(sum.data(), sum, 1));
    if (compare(sum, root) >= 0 || given_up()) return root;
    root = std::move(sum);
  }
}

Digits gcd(Limbs a, Limbs b) {
  Digits x(a.begin(), a.end());
  Digits y(b.begin(), b.end());
  while (y.size() > 2) {
    if (given_up()) return x;
    Digits rest;
    divmod(x, y, nullptr, &rest);
    x = std::move(y);
    y = std::move(rest);
  }
  if (y.empty()) return x;
  Digits rest;
  divmod(x, y, nullptr, &rest);
  const auto word = [](const Digits& d) {
    return (d.size() > 1 ? Wide{d[1]} << kLimbBits : 0) | (d.empty() ? 0 : d[0]);
  };
  Wide m = word(y);
  Wide n = word(rest);
  while (n != 0) {
    const Wide r = m % n;
    m = n;
    n = r;
  }
  Digits result{low(m), high(m)};
  trim(result);
  return result;
}

}  // namespace interleave::vm::bigint
