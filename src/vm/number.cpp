#include "vm/number.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "base/limits.h"
#include "vm/errors.h"
#include "vm/int_view.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {
constexpr std::uint64_t kHashModulus = (1ull << 61) - 1;
constexpr int kHashBits = 61;
constexpr Hash kHashInfinity = 314159;
constexpr std::uint64_t kHashImaginary = 1000003;

BigInt* new_bigint(VmThread& t, std::size_t limbs) {
  return t.make<BigInt>(t.vm.types.integer, limbs * sizeof(bigint::Limb));
}
}  // namespace

// --- making
// ----------------------------------------------------------------------------------------------

Value int_value_slow(VmThread& t, std::int64_t n) {
  const IntView view(n);
  return int_from_limbs(t, view.limbs().data(), view.count(), n < 0);
}

Value int_from_u64(VmThread& t, std::uint64_t n) {
  const bigint::Limb limbs[2] = {static_cast<bigint::Limb>(n), static_cast<bigint::Limb>(n >> 32)};
  return int_from_limbs(t, limbs, 2, false);
}

Value int_from_limbs(VmThread& t, const std::uint32_t* limbs, std::size_t count, bool negative) {
  count = bigint::normalized(limbs, count);
  if (count <= 2) {
    const std::uint64_t magnitude =
        (count > 0 ? limbs[0] : 0) | (count > 1 ? std::uint64_t{limbs[1]} << 32 : 0);
    if (magnitude <= static_cast<std::uint64_t>(Value::kIntMax)) {
      const auto n = static_cast<std::int64_t>(magnitude);
      return Value::small_int(negative ? -n : n);
    }
    if (negative && magnitude == static_cast<std::uint64_t>(Value::kIntMax) + 1) {
      return Value::small_int(Value::kIntMin);
    }
  }
  if (!can_make_int(t, std::uint64_t{count} * 32)) return Value();
  BigInt* big = new_bigint(t, count);
  big->limb_count = static_cast<std::uint32_t>(count);
  big->sign = negative ? -1 : 1;
  std::memcpy(big->limbs(), limbs, count * sizeof(bigint::Limb));
  return big;
}

Value int_from_digits(VmThread& t, std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  int base = 10;
  if (text.size() > 2 && text[0] == '0' && text[1] == 'x') {
    text.remove_prefix(2);
    base = 16;
  }
  return int_from_digits(t, bigint::from_text(text, base), negative);
}

Value int_from_double(VmThread& t, double d) {
  if (std::fabs(d) < 9.0e15) return int_value(t, static_cast<std::int64_t>(d));
  if (std::isnan(d)) return raise_value_error(t, "cannot convert float NaN to integer");
  if (std::isinf(d)) {
    return raise(t, t.vm.types.OverflowError, "cannot convert float infinity to integer");
  }
  return int_from_digits(t, bigint::from_double(d), d < 0);
}

Value complex_new(VmThread& t, double real, double imag) {
  auto* c = t.make<ComplexObject>(t.vm.types.complex);
  c->real = real;
  c->imag = imag;
  return c;
}

bool can_make_int(VmThread& t, std::uint64_t bits) {
  if (bits <= 4096) return true;
  if (bits > limits::kIntBits) {
    raise_memory_error(t);
    return false;
  }
  return t.can_allocate(static_cast<std::uint64_t>(bits / 8));
}

IntResult::IntResult(VmThread& t, std::uint64_t limbs) : t_(t) {
  if (limbs <= kStack) {
    data_ = stack_;
  } else if (can_make_int(t, limbs * 32)) {
    object_ = new_bigint(t, static_cast<std::size_t>(limbs));
    data_ = object_->limbs();
  }
}

Value IntResult::finish(std::size_t count, bool negative) {
  if (object_ == nullptr || count <= 2) return int_from_limbs(t_, data_, count, negative);
  object_->limb_count = static_cast<std::uint32_t>(count);
  object_->sign = negative ? -1 : 1;
  return object_;
}

// --- reading
// ---------------------------------------------------------------------------------------------

bool is_int_like(Value v) {
  if (v.is_int()) return true;
  if (!v.is_object()) return false;
  const Kind kind = v.object()->type->kind;
  return kind == Kind::Int || kind == Kind::Bool;
}

bool is_number(Value v) {
  if (v.is_number()) return true;
  if (!v.is_object()) return false;
  switch (v.object()->type->kind) {
    case Kind::Int:
    case Kind::Bool:
    case Kind::Float:
    case Kind::Complex: return true;
    default: return false;
  }
}

bool IntView::to_int64(std::int64_t* out) const {
  if (count_ > 2) return false;
  const std::uint64_t magnitude =
      (count_ > 0 ? limbs_[0] : 0) | (count_ > 1 ? std::uint64_t{limbs_[1]} << 32 : 0);
  constexpr std::uint64_t kTop = 1ull << 63;
  if (magnitude > kTop || (magnitude == kTop && !negative_)) return false;
  *out = static_cast<std::int64_t>(negative_ ? std::uint64_t{0} - magnitude : magnitude);
  return true;
}

bool to_int64(Value v, std::int64_t* out) {
  if (v.is_int()) {
    *out = v.as_int();
    return true;
  }
  return is_int_like(v) && IntView(v).to_int64(out);
}

double to_double(Value v) {
  if (v.is_double()) return v.as_double();
  if (v.is_int()) return static_cast<double>(v.as_int());
  if (!v.is_object()) return 0;
  const Kind kind = v.object()->type->kind;
  if (kind == Kind::Float) return static_cast<FloatObject*>(v.object())->number;
  if (kind != Kind::Int && kind != Kind::Bool) return 0;
  const IntView view(v);
  const double magnitude = bigint::to_double(view.limbs(), 0, false);
  return view.negative() ? -magnitude : magnitude;
}

bool to_double_checked(VmThread& t, Value v, double* out) {
  *out = to_double(v);
  if (!std::isinf(*out) || kind_of(v) == Kind::Float) return true;
  raise(t, t.vm.types.OverflowError, "int too large to convert to float");
  return false;
}

int int_sign(Value v) {
  const IntView view(v);
  if (view.zero()) return 0;
  return view.negative() ? -1 : 1;
}

bool number_truth(Value v) {
  if (v.is_int()) return v.as_int() != 0;
  if (v.is_double()) return v.as_double() != 0;
  switch (v.object()->type->kind) {
    case Kind::Float: return static_cast<FloatObject*>(v.object())->number != 0;
    case Kind::Complex: {
      const auto* c = static_cast<ComplexObject*>(v.object());
      return c->real != 0 || c->imag != 0;
    }
    default: return !IntView(v).zero();
  }
}

Value int_exact(VmThread& t, Value v) {
  if (v.is_int() || v.object()->type == t.vm.types.integer) return v;
  const IntView view(v);
  return int_from_limbs(t, view.limbs().data(), view.count(), view.negative());
}

bool read_index_clamped(VmThread& t, Value v, std::int64_t* out) {
  if (v.is_int()) {
    *out = v.as_int();
    return true;
  }
  if (!is_int_like(v)) {
    raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                     type_name(t.vm, v).c_str());
    return false;
  }
  const IntView view(v);
  if (!view.to_int64(out)) {
    *out = view.negative() ? std::numeric_limits<std::int64_t>::min()
                           : std::numeric_limits<std::int64_t>::max();
  }
  return true;
}

bool read_index(VmThread& t, Value v, std::int64_t* out) {
  if (!read_index_clamped(t, v, out)) return false;
  if (v.is_int() || to_int64(v, out)) return true;
  raise(t, t.vm.types.OverflowError, "Python int too large to convert to C ssize_t");
  return false;
}

// --- hashing
// ---------------------------------------------------------------------------------------------

Hash double_hash(double d) {
  if (std::isinf(d)) return d > 0 ? kHashInfinity : -kHashInfinity;
  if (std::isnan(d)) return 0;
  int exponent = 0;
  double mantissa = std::frexp(std::fabs(d), &exponent);
  std::uint64_t x = 0;
  // 28 bits at a time, as x * 2^28 + digit modulo 2^61 - 1 is a rotation.
  while (mantissa != 0) {
    x = ((x << 28) & kHashModulus) | (x >> (kHashBits - 28));
    mantissa *= 268435456.0;
    exponent -= 28;
    const auto digit = static_cast<std::uint64_t>(mantissa);
    mantissa -= static_cast<double>(digit);
    x += digit;
    if (x >= kHashModulus) x -= kHashModulus;
  }
  exponent = exponent >= 0 ? exponent % kHashBits : kHashBits - 1 - ((-1 - exponent) % kHashBits);
  x = ((x << exponent) & kHashModulus) | (x >> (kHashBits - exponent));
  const Hash h = d < 0 ? -static_cast<Hash>(x) : static_cast<Hash>(x);
  return h == -1 ? -2 : h;
}

namespace {
Hash int_hash(const IntView& view) {
  std::uint64_t x = 0;
  const bigint::Limbs limbs = view.limbs();
  for (std::size_t i = limbs.size(); i-- > 0;) {
    x = ((x << 32) & kHashModulus) | (x >> (kHashBits - 32));
    x += limbs[i];
    if (x >= kHashModulus) x -= kHashModulus;
  }
  const Hash h = view.negative() ? -static_cast<Hash>(x) : static_cast<Hash>(x);
  return h == -1 ? -2 : h;
}
}  // namespace

Hash number_hash(Value v) {
  if (v.is_int()) return v.as_int() == -1 ? -2 : v.as_int();
  if (v.is_double()) return double_hash(v.as_double());
  switch (v.object()->type->kind) {
    case Kind::Float: return double_hash(static_cast<FloatObject*>(v.object())->number);
    case Kind::Complex: {
      const auto* c = static_cast<ComplexObject*>(v.object());
      const std::uint64_t h = static_cast<std::uint64_t>(double_hash(c->real)) +
                              kHashImaginary * static_cast<std::uint64_t>(double_hash(c->imag));
      return h == ~std::uint64_t{0} ? -2 : static_cast<Hash>(h);
    }
    default: return int_hash(IntView(v));
  }
}

// --- comparing
// -------------------------------------------------------------------------------------------

namespace {

bool holds(int order, lang::CompareOp op) {
  switch (op) {
    case lang::CompareOp::Lt: return order < 0;
    case lang::CompareOp::Le: return order <= 0;
    case lang::CompareOp::Eq: return order == 0;
    case lang::CompareOp::Ne: return order != 0;
    case lang::CompareOp::Gt: return order > 0;
    case lang::CompareOp::Ge: return order >= 0;
  }
  return false;
}

bool compare_doubles(double a, double b, lang::CompareOp op) {
  if (std::isnan(a) || std::isnan(b)) return op == lang::CompareOp::Ne;
  return holds(a < b ? -1 : (a > b ? 1 : 0), op);
}

int compare_ints(Value a, Value b) {
  if (both_ints(a, b)) return a.as_int() < b.as_int() ? -1 : (a.as_int() > b.as_int() ? 1 : 0);
  const IntView x(a);
  const IntView y(b);
  if (x.negative() != y.negative()) return x.negative() ? -1 : 1;
  const int order = bigint::compare(x.limbs(), y.limbs());
  return x.negative() ? -order : order;
}

/// Exactly: -1, 0, 1; `d` is not NaN.
int compare_int_double(Value a, double d) {
  constexpr double kExact = 9007199254740992.0;  // 2^53
  const double rounded = to_double(a);
  if (std::isinf(d)) return d > 0 ? -1 : 1;
  if (std::fabs(rounded) < kExact || std::isinf(rounded) || rounded != d) {
    return rounded < d ? -1 : (rounded > d ? 1 : 0);
  }
  // Equal after rounding, so `d` is an integer: compare the magnitudes in full.
  const IntView view(a);
  const int order = bigint::compare(view.limbs(), bigint::from_double(d));
  return view.negative() ? -order : order;
}

bool compare_complex(Value a, Value b, lang::CompareOp op, bool* result) {
  if (op != lang::CompareOp::Eq && op != lang::CompareOp::Ne) return false;
  const auto is_complex = [](Value v) { return kind_of(v) == Kind::Complex; };
  if (!is_complex(a)) std::swap(a, b);
  const auto* c = static_cast<ComplexObject*>(a.object());
  bool equal = false;
  if (is_complex(b)) {
    const auto* d = static_cast<ComplexObject*>(b.object());
    equal = c->real == d->real && c->imag == d->imag;
  } else {
    equal = c->imag == 0 && number_equal(Value::from_double(c->real), b);
  }
  *result = equal == (op == lang::CompareOp::Eq);
  return true;
}

}  // namespace

bool number_compare(Value a, Value b, lang::CompareOp op, bool* result) {
  if (!is_number(a) || !is_number(b)) return false;
  const Kind ka = kind_of(a);
  const Kind kb = kind_of(b);
  if (ka == Kind::Complex || kb == Kind::Complex) return compare_complex(a, b, op, result);
  const bool float_a = ka == Kind::Float;
  const bool float_b = kb == Kind::Float;
  if (!float_a && !float_b) {
    *result = holds(compare_ints(a, b), op);
    return true;
  }
  const double x = to_double(a);
  const double y = to_double(b);
  if ((float_a && float_b) || std::isnan(x) || std::isnan(y)) {
    *result = compare_doubles(x, y, op);
  } else if (float_b) {
    *result = holds(compare_int_double(a, y), op);
  } else {
    *result = holds(-compare_int_double(b, x), op);
  }
  return true;
}

}  // namespace interleave::vm
