#include "lang/compiler_constants.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "base/decimal.h"

namespace interleave::lang {

namespace {

using Kind = CodeConstant::Kind;
__extension__ typedef unsigned __int128 Magnitude;

// CPython's own limits for what it folds.
constexpr int kMaxIntBits = 128;
constexpr std::size_t kMaxText = 4096;
constexpr std::size_t kMaxItems = 256;

// An integer of up to 128 bits and a sign.
struct Wide {
  bool negative = false;
  Magnitude magnitude = 0;
};

int bit_length(Magnitude value) {
  int bits = 0;
  for (; value != 0; value >>= 1) ++bits;
  return bits;
}

Wide wide_of(std::int64_t value) {
  const auto bits = static_cast<std::uint64_t>(value);
  return {value < 0, value < 0 ? Magnitude{0 - bits} : Magnitude{bits}};
}

int digit_of(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::optional<Magnitude> magnitude_of(std::string_view digits, unsigned base) {
  Magnitude value = 0;
  for (const char c : digits) {
    if (value > (~Magnitude{0} - 15) / base) return std::nullopt;
    value = value * base + static_cast<unsigned>(digit_of(c));
  }
  return value;
}

std::optional<Wide> wide_of(const CodeConstant& constant) {
  switch (constant.kind) {
    case Kind::True: return Wide{false, 1};
    case Kind::False: return Wide{};
    case Kind::Int: return wide_of(constant.integer);
    case Kind::BigInt: {
      std::string_view text = constant.text;
      const bool negative = text.starts_with('-');
      text.remove_prefix(negative ? 3 : 2);
      const auto magnitude = magnitude_of(text, 16);
      if (!magnitude) return std::nullopt;
      return Wide{negative, *magnitude};
    }
    default: return std::nullopt;
  }
}

std::string hex_of(Magnitude value) {
  std::string digits;
  do {
    digits.push_back("0123456789abcdef"[static_cast<unsigned>(value & 15)]);
    value >>= 4;
  } while (value != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

CodeConstant from_wide(Wide value) {
  constexpr Magnitude kTop = Magnitude{1} << 63;
  if (value.magnitude < kTop || (value.negative && value.magnitude == kTop)) {
    const auto bits = static_cast<std::uint64_t>(value.magnitude);
    return make_int(static_cast<std::int64_t>(value.negative ? 0 - bits : bits));
  }
  CodeConstant constant = make_constant(Kind::BigInt);
  constant.text = (value.negative ? "-0x" : "0x") + hex_of(value.magnitude);
  return constant;
}

CodeConstant make_float(double value) {
  CodeConstant constant = make_constant(Kind::Float);
  constant.real = value;
  return constant;
}

bool is_int(const CodeConstant& constant) {
  return constant.kind == Kind::Int || constant.kind == Kind::BigInt ||
         constant.kind == Kind::True || constant.kind == Kind::False;
}

bool is_bool(const CodeConstant& constant) {
  return constant.kind == Kind::True || constant.kind == Kind::False;
}

// Hexadecimal digits of a decimal number of any length, by repeated multiplication.
std::string decimal_to_hex(std::string_view digits) {
  std::vector<std::uint32_t> limbs;  // least significant first
  for (std::size_t at = 0; at < digits.size();) {
    const std::size_t step = std::min<std::size_t>(9, digits.size() - at);
    std::uint32_t chunk = 0;
    std::uint32_t scale = 1;
    for (std::size_t i = 0; i < step; ++i, ++at) {
      chunk = chunk * 10 + static_cast<std::uint32_t>(digits[at] - '0');
      scale *= 10;
    }
    std::uint64_t carry = chunk;
    for (std::uint32_t& limb : limbs) {
      carry += static_cast<std::uint64_t>(limb) * scale;
      limb = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    if (carry != 0) limbs.push_back(static_cast<std::uint32_t>(carry));
  }
  std::string hex;
  for (const std::uint32_t limb : limbs) {
    for (int shift = 0; shift < 32; shift += 4) {
      hex.push_back("0123456789abcdef"[(limb >> shift) & 15]);
    }
  }
  while (hex.size() > 1 && hex.back() == '0') hex.pop_back();
  std::reverse(hex.begin(), hex.end());
  return hex;
}

std::optional<Wide> add(Wide a, Wide b) {
  if (a.negative == b.negative) {
    const Magnitude sum = a.magnitude + b.magnitude;
    if (sum < a.magnitude) return std::nullopt;
    return Wide{a.negative, sum};
  }
  if (a.magnitude >= b.magnitude) {
    const Magnitude rest = a.magnitude - b.magnitude;
    return Wide{a.negative && rest != 0, rest};
  }
  return Wide{b.negative, b.magnitude - a.magnitude};
}

std::optional<Wide> multiply(Wide a, Wide b) {
  if (bit_length(a.magnitude) + bit_length(b.magnitude) > kMaxIntBits) return std::nullopt;
  const Magnitude product = a.magnitude * b.magnitude;
  return Wide{a.negative != b.negative && product != 0, product};
}

// Floors, as Python does; b is not zero.
std::pair<Wide, Wide> divide(Wide a, Wide b) {
  Wide quotient{false, a.magnitude / b.magnitude};
  Wide rest{false, a.magnitude % b.magnitude};
  if (a.negative != b.negative && rest.magnitude != 0) {
    quotient.magnitude += 1;
    rest.magnitude = b.magnitude - rest.magnitude;
  }
  quotient.negative = a.negative != b.negative && quotient.magnitude != 0;
  rest.negative = b.negative && rest.magnitude != 0;
  return {quotient, rest};
}

std::optional<Wide> power(Wide base, Wide exponent) {
  if (exponent.negative || exponent.magnitude > kMaxIntBits) return std::nullopt;
  const auto count = static_cast<int>(exponent.magnitude);
  if (count > 0 && bit_length(base.magnitude) * count > kMaxIntBits) return std::nullopt;
  Wide result{false, 1};
  for (int i = 0; i < count; ++i) {
    result.magnitude *= base.magnitude;
    result.negative = result.negative != base.negative;
  }
  if (result.magnitude == 0) result.negative = false;
  return result;
}

std::optional<Wide> shift(Operator op, Wide value, Wide by) {
  if (by.negative || by.magnitude > kMaxIntBits) return std::nullopt;
  const auto count = static_cast<int>(by.magnitude);
  if (op == Operator::LShift) {
    if (bit_length(value.magnitude) + count > kMaxIntBits) return std::nullopt;
    if (value.magnitude == 0 || count == 0) return value;
    return Wide{value.negative, value.magnitude << count};
  }
  if (count == 0) return value;
  if (count == kMaxIntBits) return Wide{value.negative, Magnitude{value.negative ? 1u : 0u}};
  Magnitude shifted = value.magnitude >> count;
  if (value.negative && (shifted << count) != value.magnitude) ++shifted;
  return Wide{value.negative && shifted != 0, shifted};
}

std::optional<Wide> bitwise(Operator op, Wide a, Wide b) {
  if (bit_length(a.magnitude) > 63 || bit_length(b.magnitude) > 63) {
    if (a.negative || b.negative) return std::nullopt;
  }
  // Two's complement of 128 bits; the sign bit of operands in range tells the result's.
  const auto bits = [](Wide value) {
    return value.negative ? Magnitude{0} - value.magnitude : value.magnitude;
  };
  const bool signs = a.negative || b.negative;
  Magnitude result = 0;
  switch (op) {
    case Operator::BitOr: result = bits(a) | bits(b); break;
    case Operator::BitXor: result = bits(a) ^ bits(b); break;
    default: result = bits(a) & bits(b); break;
  }
  if (signs && (result >> 127) != 0) return Wide{true, Magnitude{0} - result};
  return Wide{false, result};
}

std::optional<CodeConstant> fold_ints(Operator op, const CodeConstant& left,
                                      const CodeConstant& right) {
  const auto a = wide_of(left);
  const auto b = wide_of(right);
  if (!a || !b) return std::nullopt;
  std::optional<Wide> result;
  switch (op) {
    case Operator::Add: result = add(*a, *b); break;
    case Operator::Sub: result = add(*a, {!b->negative && b->magnitude != 0, b->magnitude}); break;
    case Operator::Mult: result = multiply(*a, *b); break;
    case Operator::FloorDiv:
      if (b->magnitude != 0) result = divide(*a, *b).first;
      break;
    case Operator::Mod:
      if (b->magnitude != 0) result = divide(*a, *b).second;
      break;
    case Operator::Pow: result = power(*a, *b); break;
    case Operator::LShift:
    case Operator::RShift: result = shift(op, *a, *b); break;
    case Operator::BitAnd:
    case Operator::BitOr:
    case Operator::BitXor: result = bitwise(op, *a, *b); break;
    default: break;
  }
  if (!result) return std::nullopt;
  const bool of_bools = op == Operator::BitAnd || op == Operator::BitOr || op == Operator::BitXor;
  if (of_bools && is_bool(left) && is_bool(right)) {
    return make_constant(result->magnitude != 0 ? Kind::True : Kind::False);
  }
  return from_wide(*result);
}

// The float an arithmetic operation sees; only integers that are exact as floats.
std::optional<double> double_of(const CodeConstant& constant) {
  if (constant.kind == Kind::Float) return constant.real;
  if (!is_int(constant) || constant.kind == Kind::BigInt) return std::nullopt;
  const Wide value = *wide_of(constant);
  if (bit_length(value.magnitude) > 53) return std::nullopt;
  const auto magnitude = static_cast<double>(static_cast<std::uint64_t>(value.magnitude));
  return value.negative ? -magnitude : magnitude;
}

std::pair<double, double> divide_floats(double a, double b) {
  double rest = std::fmod(a, b);
  double quotient = (a - rest) / b;
  if (rest != 0) {
    if ((b < 0) != (rest < 0)) {
      rest += b;
      quotient -= 1.0;
    }
  } else {
    rest = std::copysign(0.0, b);
  }
  double floored = std::copysign(0.0, a / b);
  if (quotient != 0) {
    floored = std::floor(quotient);
    if (quotient - floored > 0.5) floored += 1.0;
  }
  return {floored, rest};
}

std::optional<CodeConstant> fold_floats(Operator op, double a, double b) {
  switch (op) {
    case Operator::Add: return make_float(a + b);
    case Operator::Sub: return make_float(a - b);
    case Operator::Mult: return make_float(a * b);
    case Operator::Div:
      if (b == 0) return std::nullopt;
      return make_float(a / b);
    case Operator::FloorDiv:
      if (b == 0) return std::nullopt;
      return make_float(divide_floats(a, b).first);
    case Operator::Mod:
      if (b == 0) return std::nullopt;
      return make_float(divide_floats(a, b).second);
    case Operator::Pow: {
      if (a <= 0 || !std::isfinite(a) || !std::isfinite(b)) return std::nullopt;
      const double result = std::pow(a, b);
      if (!std::isfinite(result)) return std::nullopt;
      return make_float(result);
    }
    default: return std::nullopt;
  }
}

std::optional<CodeConstant> fold_complex(Operator op, const CodeConstant& left,
                                         const CodeConstant& right) {
  const bool left_complex = left.kind == Kind::Complex;
  const bool right_complex = right.kind == Kind::Complex;
  const auto a = left_complex ? std::optional(left.real) : double_of(left);
  const auto b = right_complex ? std::optional(right.real) : double_of(right);
  if (!a || !b || (op != Operator::Add && op != Operator::Sub)) return std::nullopt;
  CodeConstant result = make_constant(Kind::Complex);
  const double left_imag = left_complex ? left.imag : 0.0;
  const double right_imag = right_complex ? right.imag : 0.0;
  result.real = op == Operator::Add ? *a + *b : *a - *b;
  result.imag = op == Operator::Add ? left_imag + right_imag : left_imag - right_imag;
  return result;
}

bool is_sequence(const CodeConstant& constant) {
  return constant.kind == Kind::Str || constant.kind == Kind::Bytes || constant.kind == Kind::Tuple;
}

std::size_t count_items(const CodeConstant& constant) {
  std::size_t count = 1;
  for (const CodeConstant& item : constant.items) count += count_items(item);
  return count;
}

// Characters of a str, bytes of a bytes.
std::size_t text_length(const CodeConstant& constant) {
  if (constant.kind == Kind::Bytes) return constant.text.size();
  return static_cast<std::size_t>(std::count_if(constant.text.begin(), constant.text.end(),
                                                [](char c) { return (c & 0xc0) != 0x80; }));
}

std::optional<CodeConstant> repeat(const CodeConstant& sequence, const CodeConstant& times) {
  if (times.kind != Kind::Int && !is_bool(times)) return std::nullopt;
  const std::int64_t wanted =
      times.kind == Kind::Int ? times.integer : (times.kind == Kind::True ? 1 : 0);
  // Clamped, because a count beyond 32 bits would be cut where std::size_t has no more.
  const auto count = static_cast<std::size_t>(std::clamp<std::int64_t>(wanted, 0, 1 << 30));
  CodeConstant result = make_constant(sequence.kind);
  if (sequence.kind == Kind::Tuple) {
    if (count != 0 && sequence.items.size() > kMaxItems / count) return std::nullopt;
    if (count != 0 && count_items(sequence) > 4 * kMaxItems / count) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
      result.items.insert(result.items.end(), sequence.items.begin(), sequence.items.end());
    }
    return result;
  }
  if (count != 0 && text_length(sequence) > kMaxText / count) return std::nullopt;
  for (std::size_t i = 0; i < count && !sequence.text.empty(); ++i) result.text += sequence.text;
  return result;
}

std::string text_repr(const CodeConstant& constant) {
  const bool bytes = constant.kind == Kind::Bytes;
  const std::string& text = constant.text;
  const bool double_quotes =
      text.find('\'') != std::string::npos && text.find('"') == std::string::npos;
  const char quote = double_quotes ? '"' : '\'';
  std::string result = bytes ? "b" : "";
  result += quote;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == quote || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\r') {
      result += "\\r";
    } else if (c == '\t') {
      result += "\\t";
    } else if (byte < 32 || byte == 127 || (bytes && byte >= 128)) {
      result += "\\x";
      result += "0123456789abcdef"[byte >> 4];
      result += "0123456789abcdef"[byte & 15];
    } else {
      result += c;
    }
  }
  return result + quote;
}

// As repr() gives it.
std::string float_repr(double value) {
  if (std::isnan(value)) return "nan";
  const std::string sign = std::signbit(value) ? "-" : "";
  return sign + (std::isinf(value) ? "inf" : lay_out(shortest_digits(value), 16, true));
}

std::string items_repr(const CodeConstant& constant) {
  std::string result;
  for (const CodeConstant& item : constant.items) {
    if (!result.empty()) result += ", ";
    result += constant_repr(item);
  }
  return result;
}

std::string complex_repr(const CodeConstant& constant) {
  const auto part = [](double value) {
    std::string text = float_repr(value);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text;
  };
  if (constant.real == 0 && !std::signbit(constant.real)) return part(constant.imag) + "j";
  std::string imag = part(constant.imag);
  if (imag[0] != '-') imag.insert(0, "+");
  return "(" + part(constant.real) + imag + "j)";
}

}  // namespace

CodeConstant make_constant(Kind kind) {
  CodeConstant constant;
  constant.kind = kind;
  return constant;
}

CodeConstant make_int(std::int64_t value) {
  CodeConstant constant = make_constant(Kind::Int);
  constant.integer = value;
  return constant;
}

CodeConstant make_str(std::string_view text) {
  CodeConstant constant = make_constant(Kind::Str);
  constant.text = text;
  return constant;
}

CodeConstant from_literal(const Constant& literal) {
  switch (literal.constant) {
    case ConstantKind::None: return make_constant(Kind::None);
    case ConstantKind::True: return make_constant(Kind::True);
    case ConstantKind::False: return make_constant(Kind::False);
    case ConstantKind::Ellipsis: return make_constant(Kind::Ellipsis);
    case ConstantKind::Int: return make_int(literal.integer);
    case ConstantKind::Float: return make_float(literal.real);
    case ConstantKind::Str: return make_str(literal.text);
    case ConstantKind::BigInt: {
      CodeConstant constant = make_constant(Kind::BigInt);
      constant.text =
          "0x" + (literal.base == 16 ? std::string(literal.text) : decimal_to_hex(literal.text));
      return constant;
    }
    case ConstantKind::Complex: {
      CodeConstant constant = make_constant(Kind::Complex);
      constant.imag = literal.real;
      return constant;
    }
    case ConstantKind::Bytes: {
      CodeConstant constant = make_constant(Kind::Bytes);
      constant.text = literal.text;
      return constant;
    }
  }
  return {};
}

bool same_constant(const CodeConstant& a, const CodeConstant& b) {
  if (a.kind != b.kind || a.integer != b.integer || a.text != b.text || a.code != b.code ||
      a.items.size() != b.items.size() ||
      std::bit_cast<std::uint64_t>(a.real) != std::bit_cast<std::uint64_t>(b.real) ||
      std::bit_cast<std::uint64_t>(a.imag) != std::bit_cast<std::uint64_t>(b.imag)) {
    return false;
  }
  return std::equal(a.items.begin(), a.items.end(), b.items.begin(), same_constant);
}

std::string constant_key(const CodeConstant& constant) {
  std::string key(1, static_cast<char>('A' + static_cast<int>(constant.kind)));
  switch (constant.kind) {
    case Kind::Int: return key + std::to_string(constant.integer);
    case Kind::Float: return key + std::to_string(std::bit_cast<std::uint64_t>(constant.real));
    case Kind::Complex:
      return key + std::to_string(std::bit_cast<std::uint64_t>(constant.real)) + "," +
             std::to_string(std::bit_cast<std::uint64_t>(constant.imag));
    case Kind::BigInt:
    case Kind::Str:
    case Kind::Bytes: return key + std::to_string(constant.text.size()) + ":" + constant.text;
    case Kind::Tuple:
    case Kind::FrozenSet:
      for (const CodeConstant& item : constant.items) key += constant_key(item) + ";";
      return key + ")";
    case Kind::Code: return key + std::to_string(reinterpret_cast<std::uintptr_t>(constant.code));
    default: return key;
  }
}

bool constant_truth(const CodeConstant& constant) {
  switch (constant.kind) {
    case Kind::None:
    case Kind::False: return false;
    case Kind::Int: return constant.integer != 0;
    case Kind::Float: return constant.real != 0;
    case Kind::Complex: return constant.real != 0 || constant.imag != 0;
    case Kind::Str:
    case Kind::Bytes: return !constant.text.empty();
    case Kind::Tuple:
    case Kind::FrozenSet: return !constant.items.empty();
    default: return true;
  }
}

std::optional<CodeConstant> fold_unary(UnaryOperator op, const CodeConstant& operand) {
  if (op == UnaryOperator::Not) {
    return make_constant(constant_truth(operand) ? Kind::False : Kind::True);
  }
  if (is_int(operand)) {
    const auto value = wide_of(operand);
    if (op == UnaryOperator::UAdd && !is_bool(operand)) return operand;
    if (operand.kind == Kind::BigInt && op == UnaryOperator::USub && !value) {
      CodeConstant negated = operand;  // too long to calculate with, but the sign is easy
      if (negated.text[0] == '-') {
        negated.text.erase(0, 1);
      } else {
        negated.text.insert(0, "-");
      }
      return negated;
    }
    if (!value) return std::nullopt;
    const Wide negated{!value->negative && value->magnitude != 0, value->magnitude};
    if (op == UnaryOperator::UAdd) return from_wide(*value);
    if (op == UnaryOperator::USub) return from_wide(negated);
    const auto inverted = add(negated, {true, 1});
    if (!inverted) return std::nullopt;
    return from_wide(*inverted);
  }
  if (op == UnaryOperator::Invert) return std::nullopt;
  if (operand.kind != Kind::Float && operand.kind != Kind::Complex) return std::nullopt;
  CodeConstant result = operand;
  if (op == UnaryOperator::USub) {
    result.real = -result.real;
    if (operand.kind == Kind::Complex) result.imag = -result.imag;
    if (operand.kind == Kind::Float) result.imag = 0;
  }
  return result;
}

std::optional<CodeConstant> fold_binary(Operator op, const CodeConstant& left,
                                        const CodeConstant& right) {
  if (is_int(left) && is_int(right) && op != Operator::Div) {
    const auto exponent = wide_of(right);
    const bool fraction = op == Operator::Pow && exponent && exponent->negative;
    if (!fraction) return fold_ints(op, left, right);
  }
  if (left.kind == Kind::Complex || right.kind == Kind::Complex) {
    return fold_complex(op, left, right);
  }
  const auto a = double_of(left);
  const auto b = double_of(right);
  if (a && b) return fold_floats(op, *a, *b);
  if (op == Operator::Mult && is_sequence(left)) return repeat(left, right);
  if (op == Operator::Mult && is_sequence(right)) return repeat(right, left);
  if (op == Operator::Add && left.kind == right.kind && is_sequence(left)) {
    CodeConstant result = left;
    result.text += right.text;
    result.items.insert(result.items.end(), right.items.begin(), right.items.end());
    return result;
  }
  return std::nullopt;
}

std::optional<CodeConstant> fold_subscript(const CodeConstant& value, const CodeConstant& index) {
  if (!is_sequence(value) || index.kind != Kind::Int) return std::nullopt;
  const bool tuple = value.kind == Kind::Tuple;
  if (value.kind == Kind::Str &&
      std::any_of(value.text.begin(), value.text.end(), [](char c) { return (c & 0x80) != 0; })) {
    return std::nullopt;  // bytes are not characters there
  }
  const auto size = static_cast<std::int64_t>(tuple ? value.items.size() : value.text.size());
  const std::int64_t at = index.integer < 0 ? index.integer + size : index.integer;
  if (at < 0 || at >= size) return std::nullopt;
  const auto place = static_cast<std::size_t>(at);
  if (tuple) return value.items[place];
  if (value.kind == Kind::Str) return make_str(value.text.substr(place, 1));
  return make_int(static_cast<unsigned char>(value.text[place]));
}

std::string constant_repr(const CodeConstant& constant) {
  switch (constant.kind) {
    case Kind::None: return "None";
    case Kind::True: return "True";
    case Kind::False: return "False";
    case Kind::Ellipsis: return "Ellipsis";
    case Kind::Int: return std::to_string(constant.integer);
    case Kind::BigInt: return constant.text;
    case Kind::Float: return float_repr(constant.real);
    case Kind::Complex: return complex_repr(constant);
    case Kind::Str:
    case Kind::Bytes: return text_repr(constant);
    case Kind::Tuple: return "(" + items_repr(constant) + (constant.items.size() == 1 ? ",)" : ")");
    case Kind::FrozenSet:
      return constant.items.empty() ? "frozenset()" : "frozenset({" + items_repr(constant) + "})";
    case Kind::Code: return "<code object " + constant.code->name + ">";
  }
  return {};
}

}  // namespace interleave::lang
