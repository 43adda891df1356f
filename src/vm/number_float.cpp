// Operators on floats and complex numbers, and those that mix kinds.
#include <cmath>

#include "vm/errors.h"
#include "vm/int_view.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

using lang::BinaryOp;

struct Complex {
  double real = 0;
  double imag = 0;
};

Value zero_division(VmThread& t, const char* text) {
  return raise(t, t.vm.types.ZeroDivisionError, text);
}

/// Remainder with the sign of b, and the floor of the quotient.
void divmod_doubles(double a, double b, double* quotient, double* rest) {
  double mod = std::fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0) {
    if ((b < 0) != (mod < 0)) {
      mod += b;
      div -= 1.0;
    }
  } else {
    mod = std::copysign(0.0, b);
  }
  if (div != 0) {
    *quotient = std::floor(div);
    if (div - *quotient > 0.5) *quotient += 1.0;
  } else {
    *quotient = std::copysign(0.0, a / b);
  }
  *rest = mod;
}

Value raise_out_of_range(VmThread& t) {
  return raise_object(
      t, new_exception(t, t.vm.types.OverflowError,
                       {Value::small_int(34), str_from_ascii(t, "Numerical result out of range")}));
}

Complex complex_quotient(Complex a, Complex b) {
  // Smith's method: divide by the larger part first, so that nothing overflows early.
  if (std::fabs(b.real) >= std::fabs(b.imag)) {
    const double ratio = b.imag / b.real;
    const double denominator = b.real + b.imag * ratio;
    return {(a.real + a.imag * ratio) / denominator, (a.imag - a.real * ratio) / denominator};
  }
  if (std::fabs(b.imag) >= std::fabs(b.real)) {
    const double ratio = b.real / b.imag;
    const double denominator = b.real * ratio + b.imag;
    return {(a.real * ratio + a.imag) / denominator, (a.imag * ratio - a.real) / denominator};
  }
  return {NAN, NAN};
}

Complex complex_product(Complex a, Complex b) {
  return {a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

Complex complex_int_power(Complex base, long n) {
  Complex result{1, 0};
  for (long left = n < 0 ? -n : n; left != 0; left >>= 1) {
    if ((left & 1) != 0) result = complex_product(result, base);
    base = complex_product(base, base);
  }
  return n > 0 ? result : complex_quotient({1, 0}, result);
}

bool is_zero(Complex c) { return c.real == 0 && c.imag == 0; }

Value complex_power(VmThread& t, Complex a, Complex b) {
  Complex r;
  if (is_zero(b)) {
    r = {1, 0};
  } else if (is_zero(a)) {
    if (b.imag != 0 || b.real < 0) return zero_division(t, "0.0 to a negative or complex power");
  } else if (b.imag == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= 100) {
    r = complex_int_power(a, static_cast<long>(b.real));
  } else {
    const double absolute = std::hypot(a.real, a.imag);
    double length = std::pow(absolute, b.real);
    const double angle = std::atan2(a.imag, a.real);
    double phase = angle * b.real;
    if (b.imag != 0) {
      length /= std::exp(angle * b.imag);
      phase += b.imag * std::log(absolute);
    }
    r = {length * std::cos(phase), length * std::sin(phase)};
  }
  const bool finite = std::isfinite(a.real) && std::isfinite(a.imag) && std::isfinite(b.real) &&
                      std::isfinite(b.imag);
  if (finite && (std::isinf(r.real) || std::isinf(r.imag))) {
    return raise(t, t.vm.types.OverflowError, "complex exponentiation");
  }
  return complex_new(t, r.real, r.imag);
}

Value float_power(VmThread& t, double a, double b) {
  if (b == 0 || a == 1) return Value::from_double(1.0);
  if (a == 0 && b < 0) return zero_division(t, "0.0 cannot be raised to a negative power");
  if (a < 0 && std::isfinite(a) && std::isfinite(b) && b != std::floor(b)) {
    return complex_power(t, {a, 0}, {b, 0});
  }
  const double r = std::pow(a, b);
  if (std::isinf(r) && std::isfinite(a) && std::isfinite(b)) return raise_out_of_range(t);
  return Value::from_double(r);
}

bool to_complex(VmThread& t, Value v, Complex* out) {
  if (kind_of(v) == Kind::Complex) {
    const auto* c = static_cast<ComplexObject*>(v.object());
    *out = {c->real, c->imag};
    return true;
  }
  return to_double_checked(t, v, &out->real);
}

Value complex_binary(VmThread& t, BinaryOp op, Value x, Value y) {
  Complex a;
  Complex b;
  if (!to_complex(t, x, &a) || !to_complex(t, y, &b)) return Value();
  switch (op) {
    case BinaryOp::Add: return complex_new(t, a.real + b.real, a.imag + b.imag);
    case BinaryOp::Subtract: return complex_new(t, a.real - b.real, a.imag - b.imag);
    case BinaryOp::Multiply: {
      const Complex r = complex_product(a, b);
      return complex_new(t, r.real, r.imag);
    }
    case BinaryOp::TrueDivide: {
      if (is_zero(b)) return zero_division(t, "complex division by zero");
      const Complex r = complex_quotient(a, b);
      return complex_new(t, r.real, r.imag);
    }
    case BinaryOp::Power: return complex_power(t, a, b);
    default: return not_implemented();
  }
}

const char* unary_name(UnaryOp op) {
  switch (op) {
    case UnaryOp::Negative: return "unary -";
    case UnaryOp::Positive: return "unary +";
    case UnaryOp::Invert: return "unary ~";
    case UnaryOp::Abs: return "abs()";
  }
  return "";
}

Value int_unary(VmThread& t, UnaryOp op, Value v) {
  if (v.is_int()) {
    const std::int64_t n = v.as_int();
    switch (op) {
      case UnaryOp::Negative: return int_value(t, -n);
      case UnaryOp::Positive: return v;
      case UnaryOp::Invert: return Value::small_int(~n);
      case UnaryOp::Abs: return int_value(t, n < 0 ? -n : n);
    }
  }
  if (op == UnaryOp::Positive) return int_exact(t, v);
  if (op == UnaryOp::Invert) {  // -v - 1
    const Value sum = int_binary(t, BinaryOp::Add, v, Value::small_int(1));
    return sum.empty() ? sum : int_unary(t, UnaryOp::Negative, sum);
  }
  const IntView view(v);
  const bool negative = op == UnaryOp::Negative && !view.negative();
  return int_from_limbs(t, view.limbs().data(), view.count(), negative);
}

Value complex_unary(VmThread& t, UnaryOp op, Value v) {
  const auto* c = static_cast<ComplexObject*>(v.object());
  if (op == UnaryOp::Negative) return complex_new(t, -c->real, -c->imag);
  if (op == UnaryOp::Positive) return complex_new(t, c->real, c->imag);
  const double r = std::hypot(c->real, c->imag);
  if (std::isinf(r) && std::isfinite(c->real) && std::isfinite(c->imag)) {
    return raise(t, t.vm.types.OverflowError, "absolute value too large");
  }
  return Value::from_double(r);
}

}  // namespace

Value float_binary(VmThread& t, BinaryOp op, double a, double b) {
  switch (op) {
    case BinaryOp::Add: return Value::from_double(a + b);
    case BinaryOp::Subtract: return Value::from_double(a - b);
    case BinaryOp::Multiply: return Value::from_double(a * b);
    case BinaryOp::TrueDivide:
      if (b == 0) return zero_division(t, "float division by zero");
      return Value::from_double(a / b);
    case BinaryOp::FloorDivide:
    case BinaryOp::Remainder: {
      const bool floor = op == BinaryOp::FloorDivide;
      if (b == 0) return zero_division(t, floor ? "float floor division by zero" : "float modulo");
      double quotient = 0;
      double rest = 0;
      divmod_doubles(a, b, &quotient, &rest);
      return Value::from_double(floor ? quotient : rest);
    }
    case BinaryOp::Power: return float_power(t, a, b);
    default: return not_implemented();
  }
}

Value float_divmod(VmThread& t, double a, double b) {
  if (b == 0) return zero_division(t, "float divmod()");
  double quotient = 0;
  double rest = 0;
  divmod_doubles(a, b, &quotient, &rest);
  return tuple_of(t, {Value::from_double(quotient), Value::from_double(rest)});
}

Value number_binary(VmThread& t, BinaryOp op, Value a, Value b) {
  if (both_ints(a, b)) return int_binary(t, op, a, b);
  if (a.is_double() && b.is_double()) return float_binary(t, op, a.as_double(), b.as_double());
  if (is_int_like(a) && is_int_like(b)) return int_binary(t, op, a, b);
  if (!is_number(a) || !is_number(b)) return not_implemented();
  if (kind_of(a) == Kind::Complex || kind_of(b) == Kind::Complex) {
    return complex_binary(t, op, a, b);
  }
  double x = 0;
  double y = 0;
  if (!to_double_checked(t, a, &x) || !to_double_checked(t, b, &y)) return Value();
  return float_binary(t, op, x, y);
}

Value number_unary(VmThread& t, UnaryOp op, Value v) {
  if (is_int_like(v)) return int_unary(t, op, v);
  const Kind kind = kind_of(v);
  if (kind == Kind::Float && op != UnaryOp::Invert) {
    const double d = to_double(v);
    if (op == UnaryOp::Positive) return Value::from_double(d);
    return Value::from_double(op == UnaryOp::Negative ? -d : std::fabs(d));
  }
  if (kind == Kind::Complex && op != UnaryOp::Invert) return complex_unary(t, op, v);
  return raise_type_error(t, "bad operand type for %s: '%s'", unary_name(op),
                          type_name(t.vm, v).c_str());
}

namespace {

/// round() to a negative number of digits: the integer part, with the fraction as a tie-breaker.
Value round_left_of_point(VmThread& t, Value v, std::int64_t places) {
  const bool is_float = kind_of(v) == Kind::Float;
  const double d = is_float ? to_double(v) : 0;
  const Value zero = is_float ? Value::from_double(std::copysign(0.0, d)) : Value::small_int(0);
  const IntView view(is_float ? Value::small_int(0) : v);
  bigint::Digits whole =
      is_float ? bigint::from_double(d) : bigint::Digits(view.limbs().begin(), view.limbs().end());
  const bool negative = is_float ? d < 0 : view.negative();
  if (places > static_cast<std::int64_t>(bigint::bit_length(whole)) + 1) return zero;
  const bigint::Limb ten = 10;
  const bigint::Digits unit =
      bigint::power(bigint::Limbs(&ten, 1), static_cast<std::uint64_t>(places));
  bigint::Digits quotient;
  bigint::Digits rest;
  bigint::divmod(whole, unit, &quotient, &rest);
  bigint::Digits doubled(rest.size() + 1);
  doubled.resize(bigint::mul_small(doubled.data(), rest, 2, 0));
  const int order = bigint::compare(doubled, unit);
  const bool fraction = is_float && d != std::trunc(d);
  if (order > 0 || (order == 0 && (fraction || bigint::test_bit(quotient, 0)))) {
    const bigint::Limb one = 1;
    quotient.push_back(0);
    quotient.resize(
        bigint::add(quotient.data(), {quotient.data(), quotient.size() - 1}, {&one, 1}));
  }
  const bigint::Digits result = bigint::multiply(quotient, unit);
  if (!is_float) return int_from_digits(t, result, negative);
  const double r = bigint::to_double(result, 0, false);
  if (std::isinf(r)) {
    return raise(t, t.vm.types.OverflowError, "rounded value too large to represent");
  }
  return Value::from_double(std::copysign(r, d));
}

}  // namespace

Value number_round(VmThread& t, Value v, Value digits) {
  constexpr std::int64_t kMostDigits = 323;  // beyond, every double is its own rounding
  constexpr std::int64_t kLeastDigits = -308;
  const bool is_float = kind_of(v) == Kind::Float;
  const bool to_int = digits.empty() || digits == none();
  std::int64_t n = 0;
  if (!to_int && !read_index_clamped(t, digits, &n)) return Value();
  if (!is_float) {
    if (to_int || n >= 0) return int_exact(t, v);
    return round_left_of_point(t, v, n == INT64_MIN ? INT64_MAX : -n);
  }
  const double d = to_double(v);
  if (to_int) {
    double r = std::round(d);
    if (std::fabs(d - r) == 0.5) r = 2.0 * std::round(d / 2.0);  // ties to even
    return int_from_double(t, r);
  }
  if (!std::isfinite(d) || n > kMostDigits) return Value::from_double(d);
  if (n < kLeastDigits) return Value::from_double(std::copysign(0.0, d));
  if (n < 0) return round_left_of_point(t, v, -n);
  return Value::from_double(round_decimals(d, static_cast<int>(n)));
}

}  // namespace interleave::vm
