// The class float as Python sees it.
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "vm/bytes.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/int_view.h"
#include "vm/number_rows.h"
#include "vm/number_text.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

using rows::Level;

Value instance_of(VmThread& t, Type* type, double d) {
  if (type == t.vm.types.floating) return Value::from_double(d);
  auto* f = make_of<FloatObject>(t, type);
  f->number = d;
  return f;
}

/// What __float__ written in Python came back with.
Value check_float(VmThread& t, Value result, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  auto* type = static_cast<Type*>(parts->items()[0].object());
  if (kind_of(result) == Kind::Float) return instance_of(t, type, to_double(result));
  return raise_type_error(t, "%s.__float__ returned non-float (type %s)",
                          type_name(t.vm, parts->items()[1]).c_str(),
                          type_name(t.vm, result).c_str());
}

Value check_index(VmThread& t, Value result, Value type) {
  double d = 0;
  if (!is_int_like(result)) {
    return raise_type_error(t, "__index__ returned non-int (type %s)",
                            type_name(t.vm, result).c_str());
  }
  if (!to_double_checked(t, result, &d)) return Value();
  return instance_of(t, static_cast<Type*>(type.object()), d);
}

Value float_from_bytes(VmThread& t, Value v, Type* type) {
  double d = 0;
  const std::string_view data = bytes_view(t, v);
  if (parse_float(data, &d)) return instance_of(t, type, d);
  return raise_value_error(t, "could not convert string to float: %.200s",
                           bytes_repr(data).c_str());
}

Value float_make(VmThread& t, const Args& args) {
  Type* type = rows::class_argument(t, args, t.vm.types.floating);
  if (type == nullptr) return Value();
  if (args.kw_count() > 0 && type == t.vm.types.floating) {
    return raise_type_error(t, "float() takes no keyword arguments");
  }
  if (args.n > 2)
    return raise_type_error(t, "float expected at most 1 argument, got %u", args.n - 1);
  if (args.n < 2) return instance_of(t, type, 0);
  const Value v = args[1];
  const Type* from = class_of(t.vm, v);
  if (!special_is_native(from, Special::Float)) {
    return pending_call(t, special(from, Special::Float), {v},
                        {check_float, tuple_of(t, {type, v})});
  }
  switch (from->kind) {
    case Kind::Str: {
      const Value d = float_from_text(t, as_str(v));
      return d.empty() ? d : instance_of(t, type, d.as_double());
    }
    case Kind::Bytes:
    case Kind::ByteArray: return float_from_bytes(t, v, type);
    case Kind::Int:
    case Kind::Bool:
    case Kind::Float: {
      double d = 0;
      return to_double_checked(t, v, &d) ? instance_of(t, type, d) : Value();
    }
    default: break;
  }
  if (!special_is_native(from, Special::Index)) {
    return pending_call(t, special(from, Special::Index), {v}, {check_index, type});
  }
  return raise_type_error(t, "float() argument must be a string or a real number, not '%s'",
                          type_name(t.vm, v).c_str());
}

// --- methods
// ---------------------------------------------------------------------------------------------

double number_of(const Args& args) { return to_double(args[0]); }

Value exact(VmThread&, const Args& args) { return Value::from_double(number_of(args)); }
Value zero(VmThread&, const Args&) { return Value::from_double(0); }
Value truncated(VmThread& t, const Args& args) { return int_from_double(t, number_of(args)); }
Value floored(VmThread& t, const Args& args) {
  return int_from_double(t, std::floor(number_of(args)));
}
Value ceiled(VmThread& t, const Args& args) {
  return int_from_double(t, std::ceil(number_of(args)));
}
Value is_integer(VmThread&, const Args& args) {
  const double d = number_of(args);
  return boolean(std::isfinite(d) && d == std::floor(d));
}
Value newargs(VmThread& t, const Args& args) {
  return tuple_of(t, {Value::from_double(number_of(args))});
}
Value size_of(VmThread&, const Args&) { return Value::small_int(24); }

Value integer_ratio(VmThread& t, const Args& args) {
  const double d = number_of(args);
  if (std::isnan(d)) return raise_value_error(t, "cannot convert NaN to integer ratio");
  if (std::isinf(d)) {
    return raise(t, t.vm.types.OverflowError, "cannot convert Infinity to integer ratio");
  }
  int exponent = 0;
  double mantissa = std::frexp(d, &exponent);
  while (mantissa != std::floor(mantissa)) {  // at most 53 times
    mantissa *= 2;
    --exponent;
  }
  const Value top = int_from_double(t, mantissa);
  const Value power = int_binary(t, lang::BinaryOp::Lshift, Value::small_int(1),
                                 Value::small_int(exponent < 0 ? -exponent : exponent));
  if (exponent < 0) return tuple_of(t, {top, power});
  return tuple_of(t, {int_binary(t, lang::BinaryOp::Multiply, top, power), Value::small_int(1)});
}

Value hex(VmThread& t, const Args& args) {
  const double d = number_of(args);
  if (!std::isfinite(d)) return str_new(t, float_repr(d));
  const char* sign = std::signbit(d) ? "-" : "";
  char text[64];
  if (d == 0) {
    std::snprintf(text, sizeof text, "%s0x0.0p+0", sign);
    return str_new(t, text);
  }
  int exponent = 0;
  double mantissa = std::frexp(std::fabs(d), &exponent);
  const int shift = 1 - std::max(-1021 - exponent, 0);  // subnormals keep their leading zero
  mantissa = std::ldexp(mantissa, shift);
  exponent -= shift;
  const auto bits = static_cast<unsigned long long>(std::ldexp(mantissa, 52));
  std::snprintf(text, sizeof text, "%s0x%llu.%013llxp%+d", sign, bits >> 52,
                bits & ((1ull << 52) - 1), exponent);
  return str_new(t, text);
}

/// [sign] [0x] digits [. digits] [p exponent]; false: malformed.
bool parse_hex(std::string_view text, double* out) {
  text = strip_ascii(text);
  const bool negative = !text.empty() && text[0] == '-';
  std::string plain = negative ? "-" : "";
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  if (text.size() >= 3 && (text[0] | 0x20) != '0') {
    const char first = static_cast<char>(text[0] | 0x20);
    if (first == 'i' || first == 'n') {
      const bool whole = parse_float_prefix(text, out) == text.size();
      if (negative) *out = -*out;
      return whole;
    }
  }
  if (text.size() >= 2 && text[0] == '0' && (text[1] | 0x20) == 'x') text.remove_prefix(2);
  plain += "0x";
  std::size_t at = 0;
  bool dot = false;
  bool digits = false;
  for (; at < text.size(); ++at) {
    const char c = static_cast<char>(text[at] | 0x20);
    const bool digit = (text[at] >= '0' && text[at] <= '9') || (c >= 'a' && c <= 'f');
    if (!digit && (text[at] != '.' || dot)) break;
    dot = dot || text[at] == '.';
    digits = digits || digit;
    plain.push_back(text[at]);
  }
  if (!digits) return false;
  if (at < text.size()) {
    if ((text[at] | 0x20) != 'p') return false;
    const std::string exponent(text.substr(at));
    std::size_t k = 1;
    if (k < exponent.size() && (exponent[k] == '+' || exponent[k] == '-')) ++k;
    if (k >= exponent.size() || exponent.find_first_not_of("0123456789", k) != std::string::npos)
      return false;
    plain += exponent;
  }
  *out = std::strtod(plain.c_str(), nullptr);
  return true;
}

Value from_hex(VmThread& t, const Args& args) {
  if (!is_str(args[1])) {
    return raise_type_error(t, "fromhex() argument must be str, not %s",
                            type_name(t.vm, args[1]).c_str());
  }
  const std::string text = number_ascii(as_str(args[1]));
  double d = 0;
  if (!parse_hex(text, &d)) {
    return raise_value_error(t, "invalid hexadecimal floating-point string");
  }
  if (std::isinf(d) && text.find_first_of("iI") == std::string::npos) {
    return raise(t, t.vm.types.OverflowError,
                 "hexadecimal value too large to represent as a float");
  }
  if (args[0].object() == t.vm.types.floating) return Value::from_double(d);
  return pending_call(t, args[0], {Value::from_double(d)});
}

constexpr NativeDef kFloat[] = {
    {"__new__", float_make, 1, kAnyArgs, kKeywords},
    INTERLEAVE_BINARY_ROWS(Level::Float, Add, "add"),
    INTERLEAVE_BINARY_ROWS(Level::Float, Subtract, "sub"),
    INTERLEAVE_BINARY_ROWS(Level::Float, Multiply, "mul"),
    INTERLEAVE_BINARY_ROWS(Level::Float, TrueDivide, "truediv"),
    INTERLEAVE_BINARY_ROWS(Level::Float, FloorDivide, "floordiv"),
    INTERLEAVE_BINARY_ROWS(Level::Float, Remainder, "mod"),
    INTERLEAVE_COMPARE_ROWS(Level::Float),
    INTERLEAVE_ORDER_ROWS(Level::Float),
    {"__pow__", rows::power<Level::Float, false>, 2, 3},
    {"__rpow__", rows::power<Level::Float, true>, 2, 3},
    {"__divmod__", rows::divmod<Level::Float, false>, 2, 2},
    {"__rdivmod__", rows::divmod<Level::Float, true>, 2, 2},
    {"__neg__", rows::unary<UnaryOp::Negative>, 1, 1},
    {"__pos__", rows::unary<UnaryOp::Positive>, 1, 1},
    {"__abs__", rows::unary<UnaryOp::Abs>, 1, 1},
    {"__bool__", rows::truth, 1, 1},
    {"__hash__", rows::hash, 1, 1},
    {"__repr__", rows::repr, 1, 1},
    {"__round__", rows::round, 1, 2},
    {"__int__", truncated, 1, 1},
    {"__trunc__", truncated, 1, 1},
    {"__floor__", floored, 1, 1},
    {"__ceil__", ceiled, 1, 1},
    {"__float__", exact, 1, 1},
    {"__getnewargs__", newargs, 1, 1},
    {"__sizeof__", size_of, 1, 1},
    {"conjugate", exact, 1, 1},
    {"is_integer", is_integer, 1, 1},
    {"as_integer_ratio", integer_ratio, 1, 1},
    {"hex", hex, 1, 1},
    {"fromhex", from_hex, 2, 2, kClassMethod},
    {"real", exact, 1, 1, kGetter},
    {"imag", zero, 1, 1, kGetter},
};

}  // namespace

void init_float(VmThread& t) { add_methods(t, t.vm.types.floating, kFloat); }

}  // namespace interleave::vm
