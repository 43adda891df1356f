// Operators on ints.
#include <algorithm>
#include <cmath>

#include "base/limits.h"
#include "vm/errors.h"
#include "vm/int_view.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

using bigint::Digits;
using bigint::Limb;
using bigint::Limbs;
using lang::BinaryOp;
__extension__ using Wide128 = unsigned __int128;

constexpr std::size_t kWideLimbs = 4;

Wide128 wide_of(Limbs limbs) {
  Wide128 w = 0;
  for (std::size_t i = limbs.size(); i-- > 0;) w = (w << 32) | limbs[i];
  return w;
}

Value int_from_wide(VmThread& t, Wide128 w, bool negative) {
  Limb limbs[kWideLimbs];
  for (Limb& limb : limbs) {
    limb = static_cast<Limb>(w);
    w >>= 32;
  }
  return int_from_limbs(t, limbs, kWideLimbs, negative);
}

Value add_signed(VmThread& t, Limbs a, bool negative_a, Limbs b, bool negative_b) {
  if (negative_a == negative_b) {
    IntResult r(t, std::max(a.size(), b.size()) + 1);
    if (!r.ok()) return Value();
    return r.finish(bigint::add(r.data(), a, b), negative_a);
  }
  const int order = bigint::compare(a, b);
  if (order == 0) return Value::small_int(0);
  if (order < 0) {
    std::swap(a, b);
    std::swap(negative_a, negative_b);
  }
  IntResult r(t, a.size());
  if (!r.ok()) return Value();
  return r.finish(bigint::sub(r.data(), a, b), negative_a);
}

Value multiply(VmThread& t, const IntView& a, const IntView& b) {
  if (a.zero() || b.zero()) return Value::small_int(0);
  IntResult r(t, a.count() + b.count());
  if (!r.ok()) return Value();
  return r.finish(bigint::mul(r.data(), a.limbs(), b.limbs()), a.negative() != b.negative());
}

/// Floor division of nonzero b; either result may be left out.
bool floor_divmod(VmThread& t, const IntView& a, const IntView& b, Value* quotient, Value* rest) {
  const bool mixed = a.negative() != b.negative();
  if (a.count() <= kWideLimbs && b.count() <= kWideLimbs) {
    const Wide128 x = wide_of(a.limbs());
    const Wide128 y = wide_of(b.limbs());
    Wide128 q = x / y;
    Wide128 r = x - q * y;
    if (mixed && r != 0) {
      ++q;
      r = y - r;
    }
    if (quotient != nullptr) *quotient = int_from_wide(t, q, mixed);
    if (rest != nullptr) *rest = int_from_wide(t, r, b.negative());
    return true;
  }
  Digits q;
  Digits r;
  bigint::divmod(a.limbs(), b.limbs(), quotient != nullptr ? &q : nullptr,
                 rest != nullptr || mixed ? &r : nullptr);
  if (mixed && !r.empty()) {
    const Limb one = 1;
    q.push_back(0);
    q.resize(bigint::add(q.data(), Limbs(q.data(), q.size() - 1), Limbs(&one, 1)));
    Digits up(b.count());
    up.resize(bigint::sub(up.data(), b.limbs(), r));
    r = std::move(up);
  }
  if (quotient != nullptr) *quotient = int_from_digits(t, q, mixed);
  if (rest != nullptr) *rest = int_from_digits(t, r, b.negative());
  return t.exception.empty();
}

bool divide_small(std::int64_t a, std::int64_t b, std::int64_t* q, std::int64_t* r) {
  if (b == -1) return false;  // the smallest int64 has no opposite
  *q = a / b;
  *r = a % b;
  if (*r != 0 && (*r < 0) != (b < 0)) {
    --*q;
    *r += b;
  }
  return true;
}

Value divide(VmThread& t, BinaryOp op, Value a, Value b) {
  const bool floor = op == BinaryOp::FloorDivide;
  if (int_sign(b) == 0) {
    return raise(t, t.vm.types.ZeroDivisionError,
                 floor ? "integer division or modulo by zero" : "integer modulo by zero");
  }
  std::int64_t q = 0;
  std::int64_t r = 0;
  if (both_ints(a, b) && divide_small(a.as_int(), b.as_int(), &q, &r)) {
    return Value::small_int(floor ? q : r);
  }
  Value result;
  floor_divmod(t, IntView(a), IntView(b), floor ? &result : nullptr, floor ? nullptr : &result);
  return result;
}

Value shift_left(VmThread& t, const IntView& a, const IntView& b) {
  if (b.negative()) return raise_value_error(t, "negative shift count");
  if (a.zero()) return Value::small_int(0);
  std::int64_t bits = 0;
  if (!b.to_int64(&bits)) {
    return raise(t, t.vm.types.OverflowError, "too many digits in integer");
  }
  const std::uint64_t total = bigint::bit_length(a.limbs()) + static_cast<std::uint64_t>(bits);
  if (!can_make_int(t, total)) return Value();
  IntResult r(t, a.count() + static_cast<std::uint64_t>(bits) / 32 + 1);
  if (!r.ok()) return Value();
  return r.finish(bigint::shift_left(r.data(), a.limbs(), static_cast<std::uint64_t>(bits)),
                  a.negative());
}

Value shift_right(VmThread& t, const IntView& a, const IntView& b) {
  if (b.negative()) return raise_value_error(t, "negative shift count");
  std::int64_t bits = 0;
  if (!b.to_int64(&bits)) return Value::small_int(a.negative() ? -1 : 0);
  const auto count = static_cast<std::uint64_t>(bits);
  const bool up = a.negative() && bigint::any_bits_below(a.limbs(), count);  // towards -infinity
  IntResult r(t, a.count() + 1);
  if (!r.ok()) return Value();
  std::size_t n = bigint::shift_right(r.data(), a.limbs(), count);
  if (up) {
    const Limb one = 1;
    n = bigint::add(r.data(), Limbs(r.data(), n), Limbs(&one, 1));
  }
  return r.finish(n, a.negative());
}

Value bitwise(VmThread& t, bigint::BitOp op, const IntView& a, const IntView& b) {
  if (op == bigint::BitOp::And && !a.negative() && !b.negative()) {
    const std::size_t n = std::min(a.count(), b.count());
    IntResult r(t, n);
    if (!r.ok()) return Value();
    for (std::size_t i = 0; i < n; ++i) r.data()[i] = a.limbs()[i] & b.limbs()[i];
    return r.finish(bigint::normalized(r.data(), n), false);
  }
  IntResult r(t, std::max(a.count(), b.count()) + 1);
  if (!r.ok()) return Value();
  bool negative = false;
  const std::size_t n = bigint::bit_op(r.data(), &negative, op, a.as_signed(), b.as_signed());
  return r.finish(n, negative);
}

Value power(VmThread& t, Value base, Value exponent) {
  if (int_sign(exponent) < 0) {
    double x = 0;
    double y = 0;
    if (!to_double_checked(t, base, &x) || !to_double_checked(t, exponent, &y)) return Value();
    return float_binary(t, BinaryOp::Power, x, y);
  }
  const IntView a(base);
  const IntView n(exponent);
  if (n.zero()) return Value::small_int(1);
  if (a.zero()) return Value::small_int(0);
  const bool negative = a.negative() && bigint::test_bit(n.limbs(), 0);
  if (a.count() == 1 && a.limbs()[0] == 1) return Value::small_int(negative ? -1 : 1);
  std::int64_t count = 0;
  if (!n.to_int64(&count) || count > static_cast<std::int64_t>(limits::kIntBits)) {
    return raise_memory_error(t);
  }
  const std::uint64_t times = static_cast<std::uint64_t>(count);
  if (a.count() == 1 && (a.limbs()[0] & (a.limbs()[0] - 1)) == 0) {  // a power of two: a shift
    const auto shift = static_cast<std::int64_t>(bigint::trailing_zeros(a.limbs()) * times);
    Value r = shift_left(t, IntView(std::int64_t{1}), IntView(shift));
    return negative && !r.empty() ? number_unary(t, UnaryOp::Negative, r) : r;
  }
  const std::uint64_t bits = bigint::bit_length(a.limbs()) * times;
  if (bits <= 64) {
    std::uint64_t result = 1;
    std::uint64_t factor = static_cast<std::uint64_t>(wide_of(a.limbs()));
    for (std::uint64_t left = times; left != 0; left >>= 1) {
      if ((left & 1) != 0) result *= factor;
      factor *= factor;
    }
    return int_from_wide(t, result, negative);
  }
  // Half the estimate is a sure lower bound.
  if (!can_make_int(t, bits / 2)) return Value();
  return int_from_digits(t, bigint::power(a.limbs(), times), negative);
}

Value small_bitwise(BinaryOp op, std::int64_t a, std::int64_t b) {
  if (op == BinaryOp::And) return Value::small_int(a & b);
  return Value::small_int(op == BinaryOp::Or ? a | b : a ^ b);
}

}  // namespace

Value int_binary(VmThread& t, BinaryOp op, Value a, Value b) {
  switch (op) {
    case BinaryOp::Add:
    case BinaryOp::Subtract: {
      const bool minus = op == BinaryOp::Subtract;
      if (both_ints(a, b))
        return int_value(t, minus ? a.as_int() - b.as_int() : a.as_int() + b.as_int());
      const IntView x(a);
      const IntView y(b);
      return add_signed(t, x.limbs(), x.negative(), y.limbs(), y.negative() != minus);
    }
    case BinaryOp::Multiply: {
      std::int64_t product = 0;
      if (both_ints(a, b) && !__builtin_mul_overflow(a.as_int(), b.as_int(), &product)) {
        return int_value(t, product);
      }
      return multiply(t, IntView(a), IntView(b));
    }
    case BinaryOp::FloorDivide:
    case BinaryOp::Remainder: return divide(t, op, a, b);
    case BinaryOp::TrueDivide: return int_true_divide(t, a, b);
    case BinaryOp::Power: return power(t, a, b);
    case BinaryOp::Lshift: {
      if (both_ints(a, b) && b.as_int() >= 0 && b.as_int() < 15 && a.as_int() < (1ll << 48)) {
        return int_value(t, a.as_int() * (std::int64_t{1} << b.as_int()));
      }
      return shift_left(t, IntView(a), IntView(b));
    }
    case BinaryOp::Rshift: {
      if (both_ints(a, b) && b.as_int() >= 0) {
        return Value::small_int(a.as_int() >> std::min<std::int64_t>(b.as_int(), 63));
      }
      return shift_right(t, IntView(a), IntView(b));
    }
    case BinaryOp::And:
    case BinaryOp::Or:
    case BinaryOp::Xor: {
      if (both_ints(a, b)) return small_bitwise(op, a.as_int(), b.as_int());
      const auto bit_op = op == BinaryOp::And  ? bigint::BitOp::And
                          : op == BinaryOp::Or ? bigint::BitOp::Or
                                               : bigint::BitOp::Xor;
      if (kind_of(a) == Kind::Bool && kind_of(b) == Kind::Bool) {
        return boolean(small_bitwise(op, int_sign(a), int_sign(b)).as_int() != 0);
      }
      return bitwise(t, bit_op, IntView(a), IntView(b));
    }
    default: return not_implemented();
  }
}

Value int_true_divide(VmThread& t, Value a, Value b) {
  if (int_sign(b) == 0) return raise(t, t.vm.types.ZeroDivisionError, "division by zero");
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  if (both_ints(a, b) && std::abs(a.as_int()) < kExact && std::abs(b.as_int()) < kExact) {
    return Value::from_double(static_cast<double>(a.as_int()) / static_cast<double>(b.as_int()));
  }
  const IntView x(a);
  const IntView y(b);
  const double magnitude = bigint::ratio(x.limbs(), y.limbs());
  if (std::isinf(magnitude)) {
    return raise(t, t.vm.types.OverflowError, "integer division result too large for a float");
  }
  return Value::from_double(x.negative() != y.negative() ? -magnitude : magnitude);
}

Value number_divmod(VmThread& t, Value a, Value b) {
  if (!is_number(a) || !is_number(b)) return not_implemented();
  if (is_int_like(a) && is_int_like(b)) {
    if (int_sign(b) == 0) {
      return raise(t, t.vm.types.ZeroDivisionError, "integer division or modulo by zero");
    }
    Value q;
    Value r;
    if (!floor_divmod(t, IntView(a), IntView(b), &q, &r)) return Value();
    return tuple_of(t, {q, r});
  }
  if (kind_of(a) == Kind::Complex || kind_of(b) == Kind::Complex) return not_implemented();
  double x = 0;
  double y = 0;
  if (!to_double_checked(t, a, &x) || !to_double_checked(t, b, &y)) return Value();
  return float_divmod(t, x, y);
}

namespace {
/// x with x * a % m == 1, by the extended Euclidean algorithm on signed magnitudes; empty if there
/// is none.
bool modular_inverse(Limbs a, Limbs m, Digits* out) {
  Digits r0(m.begin(), m.end());
  Digits r1;
  bigint::divmod(a, m, nullptr, &r1);
  Digits t0;
  Digits t1{1};
  // The coefficients stay below m when reduced at every step.
  while (!r1.empty()) {
    Digits q;
    Digits r2;
    bigint::divmod(r0, r1, &q, &r2);
    Digits product;
    bigint::divmod(bigint::multiply(q, t1), m, nullptr, &product);
    Digits next(std::max(t0.size(), m.size()) + 1);
    if (bigint::compare(t0, product) >= 0) {
      next.resize(bigint::sub(next.data(), t0, product));
    } else {
      next.resize(bigint::add(next.data(), t0, m));
      next.resize(bigint::sub(next.data(), next, product));
    }
    r0 = std::move(r1);
    r1 = std::move(r2);
    t0 = std::move(t1);
    t1 = std::move(next);
  }
  if (r0.size() != 1 || r0[0] != 1) return false;
  *out = std::move(t0);
  return true;
}
}  // namespace

Value number_power_mod(VmThread& t, Value a, Value b, Value modulus) {
  if (!is_int_like(a) || !is_int_like(b) || !is_int_like(modulus)) return not_implemented();
  const IntView base(a);
  const IntView exponent(b);
  const IntView m(modulus);
  if (m.zero()) return raise_value_error(t, "pow() 3rd argument cannot be 0");
  const bool is_one = m.count() == 1 && m.limbs()[0] == 1;
  if (is_one) return Value::small_int(0);
  Digits reduced;
  bigint::divmod(base.limbs(), m.limbs(), nullptr, &reduced);
  if (base.negative() && !reduced.empty()) {
    Digits up(m.count());
    up.resize(bigint::sub(up.data(), m.limbs(), reduced));
    reduced = std::move(up);
  }
  if (exponent.negative()) {
    Digits inverse;
    if (!modular_inverse(reduced, m.limbs(), &inverse)) {
      return raise_value_error(t, "base is not invertible for the given modulus");
    }
    bigint::divmod(inverse, m.limbs(), nullptr, &reduced);
  }
  Digits result = bigint::power_mod(reduced, exponent.limbs(), m.limbs());
  if (m.negative() && !result.empty()) {  // the result has the modulus's sign
    Digits up(m.count());
    up.resize(bigint::sub(up.data(), m.limbs(), result));
    return int_from_digits(t, up, true);
  }
  return int_from_digits(t, result, false);
}

}  // namespace interleave::vm
