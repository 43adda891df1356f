// The class complex as Python sees it.
#include <cmath>

#include "vm/call.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/number_rows.h"
#include "vm/number_text.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

using rows::Level;

const ComplexObject* self_of(const Args& args) {
  return static_cast<ComplexObject*>(args[0].object());
}

Value instance_of(VmThread& t, Type* type, double real, double imag) {
  auto* c = make_of<ComplexObject>(t, type);
  c->real = real;
  c->imag = imag;
  return c;
}

/// complex('1+2j'): a sum of a float and a float with a j, either alone, with or without
/// parentheses.
bool parse_complex(std::string_view text, double* real, double* imag) {
  text = strip_ascii(text);
  if (text.size() >= 2 && text.front() == '(' && text.back() == ')') {
    text = strip_ascii(text.substr(1, text.size() - 2));
  }
  *real = *imag = 0;
  const auto is_j = [](std::string_view s) { return s == "j" || s == "J"; };
  const auto bare_j = [&](std::string_view s, double* out) {  // "j", "+j", "-j"
    *out = !s.empty() && s[0] == '-' ? -1 : 1;
    if (!s.empty() && (s[0] == '-' || s[0] == '+')) s.remove_prefix(1);
    return is_j(s);
  };
  if (text.empty()) return false;
  double first = 0;
  const std::size_t end = parse_float_prefix(text, &first);
  if (end == 0) return bare_j(text, imag);
  const std::string_view rest = text.substr(end);
  if (rest.empty()) {
    *real = first;
    return true;
  }
  if (is_j(rest)) {
    *imag = first;
    return true;
  }
  if (rest[0] != '+' && rest[0] != '-') return false;
  *real = first;
  const std::size_t second = parse_float_prefix(rest, imag);
  return second == 0 ? bare_j(rest, imag) : is_j(rest.substr(second));
}

std::string without_underscores(const std::string& text, bool* valid) {
  std::string out;
  *valid = true;
  const auto digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      out.push_back(text[i]);
    } else if (i == 0 || !digit(i - 1) || !digit(i + 1)) {
      *valid = false;
    }
  }
  return out;
}

Value complex_from_text(VmThread& t, Type* type, Str* text) {
  bool valid = false;
  double real = 0;
  double imag = 0;
  const std::string plain = without_underscores(number_ascii(text), &valid);
  if (valid && parse_complex(plain, &real, &imag)) return instance_of(t, type, real, imag);
  return raise_value_error(t, "complex() arg is a malformed string");
}

/// What __complex__ or __float__ written in Python came back with.
Value check_complex(VmThread& t, Value result, Value type) {
  auto* cls = static_cast<Type*>(type.object());
  if (kind_of(result) == Kind::Complex) {
    const auto* c = static_cast<ComplexObject*>(result.object());
    return instance_of(t, cls, c->real, c->imag);
  }
  if (kind_of(result) == Kind::Float || is_int_like(result)) {
    return instance_of(t, cls, to_double(result), 0);
  }
  return raise_type_error(t, "__complex__ returned non-complex (type %s)",
                          type_name(t.vm, result).c_str());
}

/// One argument as a complex number. False: raised.
bool read_part(VmThread& t, Value v, bool imaginary, double* real, double* imag) {
  if (kind_of(v) == Kind::Complex) {
    const auto* c = static_cast<ComplexObject*>(v.object());
    *real = c->real;
    *imag = c->imag;
    return true;
  }
  if (is_number(v)) return to_double_checked(t, v, real);
  if (imaginary && is_str(v)) {
    raise_type_error(t, "complex() second arg can't be a string");
    return false;
  }
  raise_type_error(t,
                   imaginary ? "complex() second argument must be a number, not '%s'"
                             : "complex() first argument must be a string or a number, not '%s'",
                   type_name(t.vm, v).c_str());
  return false;
}

Value complex_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"real", "imag"};
  Type* type = rows::class_argument(t, args, t.vm.types.complex);
  Value given[2];
  if (type == nullptr ||
      !read_arguments(t, "complex", {args.v + 1, args.n - 1, args.kw_names}, kNames, 2, 0, given)) {
    return Value();
  }
  if (!given[0].empty() && is_str(given[0])) {
    if (!given[1].empty()) {
      return raise_type_error(t, "complex() can't take second arg if first is a string");
    }
    return complex_from_text(t, type, as_str(given[0]));
  }
  if (given[1].empty() && !given[0].empty() && !is_number(given[0])) {
    const Type* from = class_of(t.vm, given[0]);
    for (Value hook : {type_lookup(from, t.vm.intern("__complex__")), special(from, Special::Float),
                       special(from, Special::Index)}) {
      if (!hook.empty()) return pending_call(t, hook, {given[0]}, {check_complex, type});
    }
  }
  double real = 0;
  double imag = 0;
  double across = 0;  // what the second argument's imaginary part takes from the real part
  double upwards = 0;
  if (!given[0].empty() && !read_part(t, given[0], false, &real, &imag)) return Value();
  if (given[1].empty()) return instance_of(t, type, real, imag);
  if (!read_part(t, given[1], true, &upwards, &across)) return Value();
  // Nothing is added to what is not there: -0.0 + 0 would lose its sign.
  if (kind_of(given[1]) == Kind::Complex) real -= across;
  const bool has_imag = !given[0].empty() && kind_of(given[0]) == Kind::Complex;
  return instance_of(t, type, real, has_imag ? upwards + imag : upwards);
}

Value exact(VmThread& t, const Args& args) {
  return complex_new(t, self_of(args)->real, self_of(args)->imag);
}
Value conjugate(VmThread& t, const Args& args) {
  return complex_new(t, self_of(args)->real, -self_of(args)->imag);
}
Value real(VmThread&, const Args& args) { return Value::from_double(self_of(args)->real); }
Value imag(VmThread&, const Args& args) { return Value::from_double(self_of(args)->imag); }
Value newargs(VmThread& t, const Args& args) {
  return tuple_of(
      t, {Value::from_double(self_of(args)->real), Value::from_double(self_of(args)->imag)});
}

constexpr NativeDef kComplex[] = {
    {"__new__", complex_make, 1, kAnyArgs, kKeywords},
    INTERLEAVE_BINARY_ROWS(Level::Complex, Add, "add"),
    INTERLEAVE_BINARY_ROWS(Level::Complex, Subtract, "sub"),
    INTERLEAVE_BINARY_ROWS(Level::Complex, Multiply, "mul"),
    INTERLEAVE_BINARY_ROWS(Level::Complex, TrueDivide, "truediv"),
    INTERLEAVE_COMPARE_ROWS(Level::Complex),
    {"__pow__", rows::power<Level::Complex, false>, 2, 3},
    {"__rpow__", rows::power<Level::Complex, true>, 2, 3},
    {"__neg__", rows::unary<UnaryOp::Negative>, 1, 1},
    {"__pos__", rows::unary<UnaryOp::Positive>, 1, 1},
    {"__abs__", rows::unary<UnaryOp::Abs>, 1, 1},
    {"__bool__", rows::truth, 1, 1},
    {"__hash__", rows::hash, 1, 1},
    {"__repr__", rows::repr, 1, 1},
    {"__complex__", exact, 1, 1},
    {"__getnewargs__", newargs, 1, 1},
    {"conjugate", conjugate, 1, 1},
    {"real", real, 1, 1, kGetter},
    {"imag", imag, 1, 1, kGetter},
};

}  // namespace

void init_complex(VmThread& t) {
  t.vm.types.complex->size = sizeof(ComplexObject);
  add_methods(t, t.vm.types.complex, kComplex);
}

}  // namespace interleave::vm
