// The math module: functions of real numbers.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "vm/call.h"
#include "vm/compare.h"
#include "vm/errors.h"
#include "vm/int_view.h"
#include "vm/iterators.h"
#include "vm/lib/math_module.h"
#include "vm/lib/modules.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/tuple.h"

namespace interleave::vm {

Value math_with_numbers(VmThread& t, const char* name, const Args& args, Value bad, bool integers) {
  const Type* type = class_of(t.vm, bad);
  const bool has_float = !integers && !special(type, Special::Float).empty();
  if (is_number(bad) || !(has_float || !special(type, Special::Index).empty())) {
    return raise_type_error(t,
                            integers ? "'%s' object cannot be interpreted as an integer"
                                     : "must be real number, not %s",
                            type_name(t.vm, bad).c_str());
  }
  return pending_call(t, prelude_function(t, integers ? "math_with_ints" : "math_with_floats"),
                      {str_new(t, name), tuple_from(t, args.v, args.n)});
}

bool math_double(VmThread& t, const char* name, const Args& args, Value v, double* out) {
  if (v.is_double()) {
    *out = v.as_double();
    return true;
  }
  if (is_number(v) && kind_of(v) != Kind::Complex) return to_double_checked(t, v, out);
  math_with_numbers(t, name, args, v, false);
  return false;
}

bool math_integer(VmThread& t, const char* name, const Args& args, Value v) {
  if (is_int_like(v)) return true;
  math_with_numbers(t, name, args, v, true);
  return false;
}

namespace {

constexpr double kPi = 3.141592653589793238462643383279502884;

Value domain_error(VmThread& t) { return raise_value_error(t, "math domain error"); }
Value range_error(VmThread& t) { return raise(t, t.vm.types.OverflowError, "math range error"); }

/// CPython's rule for what C's functions give back: NaN out of a number is a domain error, infinity
/// out of a finite number is a range error, or a domain error where the function has a pole.
Value checked(VmThread& t, double result, double x, bool can_overflow) {
  if (std::isnan(result) && !std::isnan(x)) return domain_error(t);
  if (std::isinf(result) && std::isfinite(x))
    return can_overflow ? range_error(t) : domain_error(t);
  return Value::from_double(result);
}

enum class Overflow : bool { No, Yes };

struct Unary {
  const char* name;
  double (*f)(double);
  Overflow overflow;
};

double to_degrees(double x) { return x * (180.0 / kPi); }
double to_radians(double x) { return x * (kPi / 180.0); }
double unit_in_last_place(double x) {
  if (std::isnan(x)) return x;
  x = std::fabs(x);
  if (std::isinf(x)) return x;
  const double next = std::nextafter(x, HUGE_VAL);
  return std::isinf(next) ? x - std::nextafter(x, -HUGE_VAL) : next - x;
}

constexpr Unary kUnary[] = {
    {"acos", [](double x) { return std::acos(x); }, Overflow::No},
    {"acosh", [](double x) { return std::acosh(x); }, Overflow::No},
    {"asin", [](double x) { return std::asin(x); }, Overflow::No},
    {"asinh", [](double x) { return std::asinh(x); }, Overflow::No},
    {"atan", [](double x) { return std::atan(x); }, Overflow::No},
    {"atanh", [](double x) { return std::atanh(x); }, Overflow::No},
    {"cbrt", [](double x) { return std::cbrt(x); }, Overflow::No},
    {"cos", [](double x) { return std::cos(x); }, Overflow::No},
    {"cosh", [](double x) { return std::cosh(x); }, Overflow::Yes},
    {"degrees", to_degrees, Overflow::Yes},
    {"erf", [](double x) { return std::erf(x); }, Overflow::No},
    {"erfc", [](double x) { return std::erfc(x); }, Overflow::No},
    {"exp", [](double x) { return std::exp(x); }, Overflow::Yes},
    {"exp2", [](double x) { return std::exp2(x); }, Overflow::Yes},
    {"expm1", [](double x) { return std::expm1(x); }, Overflow::Yes},
    {"fabs", [](double x) { return std::fabs(x); }, Overflow::No},
    {"log1p", [](double x) { return std::log1p(x); }, Overflow::No},
    {"radians", to_radians, Overflow::No},
    {"sin", [](double x) { return std::sin(x); }, Overflow::No},
    {"sinh", [](double x) { return std::sinh(x); }, Overflow::Yes},
    {"sqrt", [](double x) { return std::sqrt(x); }, Overflow::No},
    {"tan", [](double x) { return std::tan(x); }, Overflow::No},
    {"tanh", [](double x) { return std::tanh(x); }, Overflow::No},
    {"ulp", unit_in_last_place, Overflow::Yes},
};
constexpr std::size_t kUnaryCount = sizeof kUnary / sizeof kUnary[0];

template <std::size_t row>
Value unary(VmThread& t, const Args& args) {
  double x = 0;
  if (!math_double(t, kUnary[row].name, args, args[0], &x)) return Value();
  return checked(t, kUnary[row].f(x), x, kUnary[row].overflow == Overflow::Yes);
}

template <std::size_t... row>
constexpr std::array<NativeDef, kUnaryCount> unary_defs(std::index_sequence<row...>) {
  return {NativeDef{kUnary[row].name, unary<row>, 1, 1}...};
}
constexpr auto kUnaryDefs = unary_defs(std::make_index_sequence<kUnaryCount>());

enum class Test : std::uint8_t { Nan, Infinite, Finite };

template <Test test>
Value is_so(VmThread& t, const Args& args) {
  constexpr const char* kNames[] = {"isnan", "isinf", "isfinite"};
  double x = 0;
  if (!math_double(t, kNames[static_cast<int>(test)], args, args[0], &x)) return Value();
  if (test == Test::Nan) return boolean(std::isnan(x));
  return boolean(test == Test::Infinite ? std::isinf(x) : std::isfinite(x));
}

// --- gamma
// -----------------------------------------------------------------------------------------------

Value gamma(VmThread& t, const Args& args) {
  double x = 0;
  if (!math_double(t, "gamma", args, args[0], &x)) return Value();
  if (std::isnan(x) || x == HUGE_VAL) return Value::from_double(x);
  if (x == 0 || (x < 0 && x == std::floor(x))) return domain_error(t);
  if (x == std::floor(x) && x <= 23) {  // exact as long as the factorial fits
    double product = 1;
    for (double i = 2; i < x; ++i) product *= i;
    return Value::from_double(product);
  }
  const double r = std::tgamma(x);
  return std::isinf(r) ? range_error(t) : Value::from_double(r);
}

Value log_gamma(VmThread& t, const Args& args) {
  double x = 0;
  if (!math_double(t, "lgamma", args, args[0], &x)) return Value();
  if (std::isnan(x)) return Value::from_double(x);
  if (std::isinf(x)) return Value::from_double(HUGE_VAL);
  if (x <= 0 && x == std::floor(x)) return domain_error(t);
  if (x == 1 || x == 2) return Value::from_double(0);
  const double r = std::lgamma(x);
  return std::isinf(r) ? range_error(t) : Value::from_double(r);
}

// --- logarithms
// ------------------------------------------------------------------------------------------

/// `f` of a positive number; ints beyond the range of floats are split into m * 2^e. False: raised
/// or pending.
bool logarithm(VmThread& t, const char* name, const Args& args, Value v, double (*f)(double),
               double* out) {
  if (is_int_like(v)) {
    if (int_sign(v) <= 0) {
      domain_error(t);
      return false;
    }
    const double d = to_double(v);
    if (std::isfinite(d)) {
      *out = f(d);
      return true;
    }
    const IntView view(v);
    const auto bits = static_cast<std::int64_t>(bigint::bit_length(view.limbs()));
    *out = f(bigint::to_double(view.limbs(), -bits, false)) + f(2.0) * static_cast<double>(bits);
    return true;
  }
  double x = 0;
  if (!math_double(t, name, args, v, &x)) return false;
  if (x <= 0) {
    domain_error(t);
    return false;
  }
  *out = f(x);
  return true;
}

double natural(double x) { return std::log(x); }
double binary(double x) { return std::log2(x); }
double decimal(double x) { return std::log10(x); }

Value log(VmThread& t, const Args& args) {
  double numerator = 0;
  double denominator = 0;
  if (!logarithm(t, "log", args, args[0], natural, &numerator)) return Value();
  if (args.n < 2) return Value::from_double(numerator);
  if (!logarithm(t, "log", args, args[1], natural, &denominator)) return Value();
  if (denominator == 0) return raise(t, t.vm.types.ZeroDivisionError, "float division by zero");
  return Value::from_double(numerator / denominator);
}
Value log2(VmThread& t, const Args& args) {
  double r = 0;
  return logarithm(t, "log2", args, args[0], binary, &r) ? Value::from_double(r) : Value();
}
Value log10(VmThread& t, const Args& args) {
  double r = 0;
  return logarithm(t, "log10", args, args[0], decimal, &r) ? Value::from_double(r) : Value();
}

// --- two arguments
// ---------------------------------------------------------------------------------------

bool two(VmThread& t, const char* name, const Args& args, double* x, double* y) {
  return math_double(t, name, args, args[0], x) && math_double(t, name, args, args[1], y);
}

Value atan2(VmThread& t, const Args& args) {
  double y = 0;
  double x = 0;
  return two(t, "atan2", args, &y, &x) ? Value::from_double(std::atan2(y, x)) : Value();
}
Value copysign(VmThread& t, const Args& args) {
  double x = 0;
  double y = 0;
  return two(t, "copysign", args, &x, &y) ? Value::from_double(std::copysign(x, y)) : Value();
}
Value nextafter(VmThread& t, const Args& args) {
  double x = 0;
  double y = 0;
  return two(t, "nextafter", args, &x, &y) ? Value::from_double(std::nextafter(x, y)) : Value();
}

Value fmod(VmThread& t, const Args& args) {
  double x = 0;
  double y = 0;
  if (!two(t, "fmod", args, &x, &y)) return Value();
  const double r = std::fmod(x, y);
  if (std::isnan(r) && !std::isnan(x) && !std::isnan(y)) return domain_error(t);
  return Value::from_double(r);
}

Value remainder(VmThread& t, const Args& args) {
  double x = 0;
  double y = 0;
  if (!two(t, "remainder", args, &x, &y)) return Value();
  if (!std::isnan(x) && !std::isnan(y) && (std::isinf(x) || y == 0)) return domain_error(t);
  return Value::from_double(std::remainder(x, y));
}

Value pow(VmThread& t, const Args& args) {
  double x = 0;
  double y = 0;
  if (!two(t, "pow", args, &x, &y)) return Value();
  const double r = std::pow(x, y);
  if (std::isfinite(x) && std::isfinite(y)) {
    if (std::isnan(r) || (std::isinf(r) && x == 0)) return domain_error(t);
    if (std::isinf(r)) return range_error(t);
  }
  return Value::from_double(r);
}

Value ldexp(VmThread& t, const Args& args) {
  double x = 0;
  if (!math_double(t, "ldexp", args, args[0], &x)) return Value();
  if (!is_int_like(args[1])) {
    return raise_type_error(t, "Expected an int as second argument to ldexp.");
  }
  std::int64_t e = 0;
  if (!to_int64(args[1], &e)) e = int_sign(args[1]) < 0 ? -100000 : 100000;
  const double r = std::ldexp(x, static_cast<int>(std::clamp<std::int64_t>(e, -100000, 100000)));
  return std::isinf(r) && std::isfinite(x) ? range_error(t) : Value::from_double(r);
}

Value frexp(VmThread& t, const Args& args) {
  double x = 0;
  if (!math_double(t, "frexp", args, args[0], &x)) return Value();
  int e = 0;
  const double m = std::isfinite(x) ? std::frexp(x, &e) : x;
  return tuple_of(t, {Value::from_double(m), Value::small_int(e)});
}

Value modf(VmThread& t, const Args& args) {
  double x = 0;
  if (!math_double(t, "modf", args, args[0], &x)) return Value();
  double whole = 0;
  const double fraction = std::modf(x, &whole);
  return tuple_of(t, {Value::from_double(fraction), Value::from_double(whole)});
}

Value is_close(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"a", "b", "*rel_tol", "*abs_tol"};
  Value given[4] = {Value(), Value(), Value::from_double(1e-9), Value::from_double(0)};
  double x[4];
  if (!read_arguments(t, "isclose", args, kNames, 4, 2, given)) return Value();
  for (int i = 0; i < 4; ++i) {
    if (!math_double(t, "isclose", args, given[i], &x[i])) return Value();
  }
  const auto [a, b, relative, absolute] = x;
  if (relative < 0 || absolute < 0) return raise_value_error(t, "tolerances must be non-negative");
  if (a == b) return boolean(true);
  if (std::isinf(a) || std::isinf(b)) return boolean(false);
  const double difference = std::fabs(b - a);
  return boolean(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                 difference <= absolute);
}

// --- rounding
// --------------------------------------------------------------------------------------------

/// floor and ceil: a class's own method, else of its float.
Value rounded(VmThread& t, const Args& args, const char* name, const char* method,
              double (*f)(double)) {
  const Value v = args[0];
  if (is_int_like(v) && !class_of(t.vm, v)->is_python) return int_exact(t, v);
  if (v.is_double()) return int_from_double(t, f(v.as_double()));
  const Value hook = type_lookup(class_of(t.vm, v), t.vm.intern(method));
  if (!hook.empty()) return pending_call(t, hook, {v});
  double x = 0;
  return math_double(t, name, args, v, &x) ? int_from_double(t, f(x)) : Value();
}
Value floor(VmThread& t, const Args& args) {
  return rounded(t, args, "floor", "__floor__", [](double x) { return std::floor(x); });
}
Value ceil(VmThread& t, const Args& args) {
  return rounded(t, args, "ceil", "__ceil__", [](double x) { return std::ceil(x); });
}
Value trunc(VmThread& t, const Args& args) {
  const Value v = args[0];
  if (is_int_like(v) && !class_of(t.vm, v)->is_python) return int_exact(t, v);
  if (v.is_double()) return int_from_double(t, v.as_double());
  const Value hook = type_lookup(class_of(t.vm, v), t.vm.intern("__trunc__"));
  if (!hook.empty()) return pending_call(t, hook, {v});
  return raise_type_error(t, "type %s doesn't define __trunc__ method", type_name(t.vm, v).c_str());
}

// --- norms
// -----------------------------------------------------------------------------------------------

/// sqrt(x1² + x2² + …), correct to the last bit but for very rare cases: the squares are summed
/// with their rounding errors, and the root is corrected once.
double norm(const std::vector<double>& all) {
  double largest = 0;
  bool has_nan = false;
  for (double x : all) {
    if (std::isinf(x)) return HUGE_VAL;
    has_nan = has_nan || std::isnan(x);
    largest = std::max(largest, std::fabs(x));
  }
  if (has_nan) return NAN;
  if (largest == 0 || all.size() == 1) return largest;
  int exponent = 0;
  std::frexp(largest, &exponent);
  double sum = 0;
  double error = 0;
  for (double x : all) {
    const double scaled = std::ldexp(x, -exponent);
    const double square = scaled * scaled;
    error += std::fma(scaled, scaled, -square);
    const double next = sum + square;
    error += std::fabs(sum) >= square ? (sum - next) + square : (square - next) + sum;
    sum = next;
  }
  double root = std::sqrt(sum + error);
  const double high = sum + error;
  const double low = (sum - high) + error;
  root += (std::fma(-root, root, high) + low) / (2 * root);
  return std::ldexp(root, exponent);
}

Value hypot(VmThread& t, const Args& args) {
  std::vector<double> all(args.n);
  for (std::uint32_t i = 0; i < args.n; ++i) {
    if (!math_double(t, "hypot", args, args[i], &all[i])) return Value();
  }
  return Value::from_double(norm(all));
}

Value dist(VmThread& t, const Args& args) {
  std::vector<Value> points[2];
  for (std::uint32_t i = 0; i < 2; ++i) {
    const Value list = list_from_native(t, args[i]);
    if (list.empty()) return Value();
    if (list == not_implemented()) {
      return pending_call(t, prelude_function(t, "math_dist"), {args[0], args[1]});
    }
    points[i] = list_snapshot(static_cast<List*>(list.object()));
  }
  if (points[0].size() != points[1].size()) {
    return raise_value_error(t, "both points must have the same number of dimensions");
  }
  std::vector<double> all;
  for (std::size_t i = 0; i < points[0].size(); ++i) {
    double x = 0;
    double y = 0;
    if (!math_double(t, "dist", args, points[0][i], &x) ||
        !math_double(t, "dist", args, points[1][i], &y)) {
      return Value();
    }
    all.push_back(x - y);
  }
  return Value::from_double(norm(all));
}

constexpr NativeDef kFunctions[] = {
    {"isnan", is_so<Test::Nan>, 1, 1},
    {"isinf", is_so<Test::Infinite>, 1, 1},
    {"isfinite", is_so<Test::Finite>, 1, 1},
    {"gamma", gamma, 1, 1},
    {"lgamma", log_gamma, 1, 1},
    {"log", log, 1, 2},
    {"log2", log2, 1, 1},
    {"log10", log10, 1, 1},
    {"atan2", atan2, 2, 2},
    {"copysign", copysign, 2, 2},
    {"nextafter", nextafter, 2, 2},
    {"fmod", fmod, 2, 2},
    {"remainder", remainder, 2, 2},
    {"pow", pow, 2, 2},
    {"ldexp", ldexp, 2, 2},
    {"frexp", frexp, 1, 1},
    {"modf", modf, 1, 1},
    {"isclose", is_close, 2, 2, kKeywords},
    {"floor", floor, 1, 1},
    {"ceil", ceil, 1, 1},
    {"trunc", trunc, 1, 1},
    {"hypot", hypot, 0, kAnyArgs},
    {"dist", dist, 2, 2},
};

}  // namespace

void init_math(VmThread& t) {
  Module* module = make_module(t, "math");
  add_functions(t, module, kUnaryDefs);
  add_functions(t, module, kFunctions);
  add_functions(t, module, math_integer_functions());
  module_set(t, module, "pi", Value::from_double(kPi));
  module_set(t, module, "e", Value::from_double(2.718281828459045235360287471352662498));
  module_set(t, module, "tau", Value::from_double(2 * kPi));
  module_set(t, module, "inf", Value::from_double(HUGE_VAL));
  module_set(t, module, "nan", Value::from_double(std::numeric_limits<double>::quiet_NaN()));
}

}  // namespace interleave::vm
