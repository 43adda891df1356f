// The math module: functions of integers and of iterables.
#include <cmath>

#include "base/limits.h"
#include "vm/call.h"
#include "vm/errors.h"
#include "vm/int_view.h"
#include "vm/iterators.h"
#include "vm/lib/math_module.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"

namespace interleave::vm {

namespace {

using bigint::Digits;
using lang::BinaryOp;

Value add(VmThread& t, Value a, Value b) { return int_binary(t, BinaryOp::Add, a, b); }
Value multiply(VmThread& t, Value a, Value b) {
  return a.empty() || b.empty() ? Value() : int_binary(t, BinaryOp::Multiply, a, b);
}

/// first * (first + 1) * … , `count` factors, in a balanced tree so that the factors grow alike.
Value product_from(VmThread& t, Value first, std::uint64_t count) {
  if (count <= 8) {
    Value product = Value::small_int(1);
    for (std::uint64_t i = 0; i < count && !product.empty(); ++i) {
      product = multiply(t, product, add(t, first, int_from_u64(t, i)));
    }
    return product;
  }
  const std::uint64_t half = count / 2;
  const Value low = product_from(t, first, half);
  if (low.empty()) return low;
  const Value middle = add(t, first, int_from_u64(t, half));
  return multiply(t, low, middle.empty() ? middle : product_from(t, middle, count - half));
}

/// The product of k factors not above n is sure to be too long. Raises MemoryError.
bool check_product(VmThread& t, Value n, std::uint64_t k) {
  const double bits = static_cast<double>(bigint::bit_length(IntView(n).limbs()));
  if (bits * static_cast<double>(k) < 4.0 * static_cast<double>(limits::kIntBits)) return true;
  raise_memory_error(t);
  return false;
}

Value factorial_of(VmThread& t, Value n) {
  std::int64_t count = 0;
  if (int_sign(n) < 0) return raise_value_error(t, "factorial() not defined for negative values");
  if (!to_int64(n, &count)) {
    return raise(t, t.vm.types.OverflowError,
                 "factorial() argument should not exceed 9223372036854775807");
  }
  if (!check_product(t, n, static_cast<std::uint64_t>(count))) return Value();
  return product_from(t, Value::small_int(1), static_cast<std::uint64_t>(count));
}

Value factorial(VmThread& t, const Args& args) {
  return math_integer(t, "factorial", args, args[0]) ? factorial_of(t, args[0]) : Value();
}

/// n and k of comb() and perm(). False: raised or pending.
bool read_choice(VmThread& t, const char* name, const Args& args) {
  if (!math_integer(t, name, args, args[0]) || !math_integer(t, name, args, args[1])) return false;
  if (int_sign(args[0]) >= 0 && int_sign(args[1]) >= 0) return true;
  raise_value_error(t, "%s must be a non-negative integer", int_sign(args[0]) < 0 ? "n" : "k");
  return false;
}

/// n * (n - 1) * … , k factors; k <= n. Empty: raised.
Value falling(VmThread& t, Value n, std::uint64_t k) {
  if (!check_product(t, n, k)) return Value();
  const Value first =
      add(t, int_binary(t, BinaryOp::Subtract, n, int_from_u64(t, k)), Value::small_int(1));
  return product_from(t, first, k);
}

bool is_less(Value a, Value b) {
  bool less = false;
  return number_compare(a, b, lang::CompareOp::Lt, &less) && less;
}

Value perm(VmThread& t, const Args& args) {
  if (args.n < 2 || args[1] == none()) return factorial(t, {args.v, 1, nullptr});
  std::int64_t k = 0;
  if (!read_choice(t, "perm", args)) return Value();
  if (is_less(args[0], args[1])) return Value::small_int(0);
  if (!to_int64(args[1], &k)) {
    return raise(t, t.vm.types.OverflowError, "k must not exceed 9223372036854775807");
  }
  return falling(t, int_exact(t, args[0]), static_cast<std::uint64_t>(k));
}

Value comb(VmThread& t, const Args& args) {
  if (!read_choice(t, "comb", args)) return Value();
  if (is_less(args[0], args[1])) return Value::small_int(0);
  const Value n = int_exact(t, args[0]);
  Value k = int_exact(t, args[1]);
  const Value other = int_binary(t, BinaryOp::Subtract, n, k);
  if (is_less(other, k)) k = other;
  std::int64_t count = 0;
  if (!to_int64(k, &count)) {
    return raise(t, t.vm.types.OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  }
  const Value top = falling(t, n, static_cast<std::uint64_t>(count));
  const Value bottom = top.empty() ? top : factorial_of(t, k);
  return bottom.empty() ? bottom : int_binary(t, BinaryOp::FloorDivide, top, bottom);
}

Value gcd_of(VmThread& t, Value a, Value b) {
  return int_from_digits(t, bigint::gcd(IntView(a).limbs(), IntView(b).limbs()), false);
}

Value gcd(VmThread& t, const Args& args) {
  Value result = Value::small_int(0);
  for (std::uint32_t i = 0; i < args.n; ++i) {
    if (!math_integer(t, "gcd", args, args[i])) return Value();
    result = gcd_of(t, result, args[i]);
  }
  return result;
}

Value lcm(VmThread& t, const Args& args) {
  Value result = Value::small_int(1);
  for (std::uint32_t i = 0; i < args.n; ++i) {
    if (!math_integer(t, "lcm", args, args[i])) return Value();
    if (int_sign(args[i]) == 0) {
      result = Value::small_int(0);
    } else if (int_sign(result) != 0) {
      const Value part = int_binary(t, BinaryOp::FloorDivide, result, gcd_of(t, result, args[i]));
      result = multiply(t, part, number_unary(t, UnaryOp::Abs, args[i]));
      if (result.empty()) return result;
    }
  }
  return result;
}

Value isqrt(VmThread& t, const Args& args) {
  if (!math_integer(t, "isqrt", args, args[0])) return Value();
  if (int_sign(args[0]) < 0) return raise_value_error(t, "isqrt() argument must be nonnegative");
  return int_from_digits(t, bigint::square_root(IntView(args[0]).limbs()), false);
}

// --- iterables
// -------------------------------------------------------------------------------------------

/// Adds doubles without any rounding: a fixed-point number wide enough for every one of them.
class ExactSum {
 public:
  void add(double d) {
    int exponent = 0;
    const double mantissa = std::frexp(std::fabs(d), &exponent);
    if (mantissa == 0) return;
    const auto m = static_cast<std::uint64_t>(std::ldexp(mantissa, 53));
    int at = exponent - 53 + kLowest;  // bit where the mantissa's last bit lies
    std::uint64_t bits = m;
    if (at < 0) {  // subnormal: the bits below are zeros
      bits >>= -at;
      at = 0;
    }
    const auto limb = static_cast<std::size_t>(at / 32);
    const int shift = at % 32;
    const std::uint32_t parts[3] = {
        static_cast<std::uint32_t>(bits << shift),
        static_cast<std::uint32_t>((shift == 0 ? bits >> 32 : bits >> (32 - shift))),
        shift == 0 ? 0 : static_cast<std::uint32_t>((bits >> 32) >> (32 - shift))};
    std::int64_t carry = 0;
    for (std::size_t i = 0; limb + i < kLimbs && (i < 3 || carry != 0); ++i) {
      const std::int64_t part = i < 3 ? parts[i] : 0;
      const std::int64_t sum = limbs_[limb + i] + (d < 0 ? -part : part) + carry;
      limbs_[limb + i] = static_cast<std::uint32_t>(sum);
      carry = sum >> 32;
    }
  }

  double total() const {
    bool negative = (limbs_[kLimbs - 1] >> 31) != 0;
    Digits magnitude(limbs_, limbs_ + kLimbs);
    if (negative) {
      std::uint64_t carry = 1;
      for (std::uint32_t& limb : magnitude) {
        carry += static_cast<std::uint32_t>(~limb);
        limb = static_cast<std::uint32_t>(carry);
        carry >>= 32;
      }
    }
    bigint::trim(magnitude);
    const double d = bigint::to_double(magnitude, -kLowest, false);
    return negative ? -d : d;
  }

 private:
  static constexpr int kLowest = 1074;  // the lowest bit is worth 2^-1074
  static constexpr std::size_t kLimbs = (1074 + 1024 + 64) / 32 + 1;  // 64 bits for the carries
  std::uint32_t limbs_[kLimbs] = {};
};

/// The items of a natively iterable argument; false: raised, or `in_python` is to be called.
bool read_items(VmThread& t, Value iterable, std::vector<Value>* out, bool* in_python) {
  const Value list = list_from_native(t, iterable);
  *in_python = list == not_implemented();
  if (list.empty() || *in_python) return false;
  *out = list_snapshot(static_cast<List*>(list.object()));
  return true;
}

Value fsum(VmThread& t, const Args& args) {
  std::vector<Value> items;
  bool in_python = false;
  if (!read_items(t, args[0], &items, &in_python)) {
    return in_python ? pending_call(t, prelude_function(t, "math_fsum"), {args[0]}) : Value();
  }
  ExactSum sum;
  double infinities = 0;
  double nans = 0;
  for (Value v : items) {
    double d = 0;
    if (!is_number(v) || kind_of(v) == Kind::Complex) {
      const Type* type = class_of(t.vm, v);
      if (type->is_python &&
          !(special(type, Special::Float).empty() && special(type, Special::Index).empty())) {
        return pending_call(t, prelude_function(t, "math_fsum"), {args[0]});
      }
      return raise_type_error(t, "must be real number, not %s", type_name(t.vm, v).c_str());
    }
    if (!to_double_checked(t, v, &d)) return Value();
    if (std::isfinite(d)) {
      sum.add(d);
    } else {
      if (std::isinf(d)) infinities += d;
      nans += d;
    }
  }
  if (nans != 0 || std::isnan(nans)) {
    if (std::isnan(infinities)) return raise_value_error(t, "-inf + inf in fsum");
    return Value::from_double(nans);
  }
  const double total = sum.total();
  if (std::isinf(total)) return raise(t, t.vm.types.OverflowError, "intermediate overflow in fsum");
  return Value::from_double(total);
}

Value prod(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"iterable", "*start"};
  Value given[2] = {Value(), Value::small_int(1)};
  if (!read_arguments(t, "prod", args, kNames, 2, 1, given)) return Value();
  std::vector<Value> items;
  bool in_python = false;
  if (read_items(t, given[0], &items, &in_python)) {
    Value product = given[1];
    for (Value v : items) {
      product = number_binary(t, BinaryOp::Multiply, product, v);
      if (product.empty()) return product;
      in_python = product == not_implemented();
      if (in_python) break;
    }
    if (!in_python) return product;
  }
  if (!in_python) return Value();
  return pending_call(t, prelude_function(t, "math_prod"), {given[0], given[1]});
}

constexpr NativeDef kFunctions[] = {
    {"factorial", factorial, 1, 1}, {"perm", perm, 1, 2},
    {"comb", comb, 2, 2},           {"gcd", gcd, 0, kAnyArgs},
    {"lcm", lcm, 0, kAnyArgs},      {"isqrt", isqrt, 1, 1},
    {"fsum", fsum, 1, 1},           {"prod", prod, 1, 1, kKeywords},
};

}  // namespace

std::span<const NativeDef> math_integer_functions() { return kFunctions; }

}  // namespace interleave::vm
