#include "vm/number_text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "base/limits.h"
#include "vm/bytes.h"
#include "vm/errors.h"
#include "vm/int_view.h"
#include "vm/str.h"
#include "vm/unicode.h"

namespace interleave::vm {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13); }

std::string print(const char* format, int precision, double d) {
  char small[64];
  const int length = std::snprintf(small, sizeof small, format, precision, d);
  if (length < static_cast<int>(sizeof small)) return {small, static_cast<std::size_t>(length)};
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  std::snprintf(text.data(), text.size(), format, precision, d);
  text.pop_back();
  return text;
}

std::string non_finite(double d) {
  if (std::isnan(d)) return "nan";
  return d < 0 ? "-inf" : "inf";
}

}  // namespace

// --- doubles to text
// -------------------------------------------------------------------------------------

std::string float_repr(double d) {
  if (!std::isfinite(d)) return non_finite(d);
  const char* sign = std::signbit(d) ? "-" : "";
  if (std::fabs(d) < 1e15 && d == std::trunc(d)) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%lld.0", sign, static_cast<long long>(std::fabs(d)));
    return text;
  }
  return sign + lay_out(shortest_digits(d), 16, true);
}

std::string complex_repr(double real, double imag) {
  const auto part = [](double d) {
    if (!std::isfinite(d)) return non_finite(d);
    return (std::signbit(d) ? "-" : "") + lay_out(shortest_digits(d), 16, false);
  };
  const std::string imaginary = part(imag) + "j";
  if (real == 0 && !std::signbit(real)) return imaginary;
  return "(" + part(real) + (imaginary[0] == '-' ? "" : "+") + imaginary + ")";
}

double round_decimals(double d, int digits) {
  return std::strtod(print("%.*f", digits, d).c_str(), nullptr);
}

// --- ints to text
// ----------------------------------------------------------------------------------------

std::atomic<int> g_int_digits{limits::kIntStrDigits};

std::string int_text(Value v, int base) {
  if (v.is_int() && base == 10) {
    SmallIntText text;
    return std::string(text.of(v));
  }
  const IntView view(v);
  const std::string digits = bigint::to_text(view.limbs(), base);
  return view.negative() ? "-" + digits : digits;
}

std::string int_repr(Value v) {
  if (kind_of(v) == Kind::Bool) return int_sign(v) != 0 ? "True" : "False";
  return int_text(v, 10);
}

bool int_text_fits(Value v) {
  if (v.is_int()) return true;
  // A digit is more than 3.32 bits: below 3 bits a digit there cannot be too many, above 3.33 there
  // are.
  const std::uint64_t bits = bigint::bit_length(IntView(v).limbs());
  const std::uint64_t most = g_int_digits.load(std::memory_order_relaxed);
  if (most == 0 || bits <= 3 * most) return true;
  if (bits > 10 * most / 3 + 1) return false;
  return int_text(v, 10).size() <= most + (int_sign(v) < 0 ? 1u : 0u);
}

bool int_repr_checked(VmThread& t, Value v, std::string* out) {
  if (!int_text_fits(v)) {
    raise_value_error(t,
                      "Exceeds the limit (%d digits) for integer string conversion; use "
                      "sys.set_int_max_str_digits() to increase the limit",
                      g_int_digits.load(std::memory_order_relaxed));
    return false;
  }
  *out = int_repr(v);
  return true;
}

bool number_repr(VmThread& t, Value v, std::string* out) {
  const Kind kind = kind_of(v);
  if (kind == Kind::Float) {
    *out = float_repr(to_double(v));
  } else if (kind == Kind::Complex) {
    const auto* c = static_cast<ComplexObject*>(v.object());
    *out = complex_repr(c->real, c->imag);
  } else {
    return int_repr_checked(t, v, out);
  }
  return true;
}

// --- text to ints
// ----------------------------------------------------------------------------------------

std::string_view strip_ascii(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string number_ascii(const Str* text) {
  std::string out;
  out.reserve(text->length);
  for (std::uint32_t i = 0; i < text->length; ++i) {
    const char32_t c = str_at(text, i);
    if (c > 0 && c < 127) {
      out.push_back(unicode::is_space(c) ? ' ' : static_cast<char>(c));
    } else if (unicode::is_space(c)) {
      out.push_back(' ');
    } else {
      const int digit = unicode::decimal_value(c);
      out.push_back(digit >= 0 ? static_cast<char>('0' + digit) : '?');
    }
  }
  return out;
}

namespace {

int digit_in_base(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1] | 0x20) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 0;
  }
}

/// The digits without underscores; false unless each underscore stands between two digits.
bool plain_digits(std::string_view text, int base, std::string* out) {
  bool after_digit = false;
  for (char c : text) {
    if (c == '_') {
      if (!after_digit) return false;
      after_digit = false;
    } else {
      if (digit_in_base(c) >= base) return false;
      out->push_back(c);
      after_digit = true;
    }
  }
  return after_digit;
}

}  // namespace

ParseResult parse_int(std::string_view text, int base, bigint::Digits* out, bool* negative,
                      std::size_t* digit_count) {
  text = strip_ascii(text);
  *negative = !text.empty() && text[0] == '-';
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
  const int prefix = base_of_prefix(text);
  const bool must_be_zero = base == 0 && prefix == 0 && !text.empty() && text[0] == '0';
  if (base == 0) base = prefix != 0 ? prefix : 10;
  if (prefix == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  std::string digits;
  if (!plain_digits(text, base, &digits)) return ParseResult::Malformed;
  if (must_be_zero && digits.find_first_not_of('0') != std::string::npos) {
    return ParseResult::Malformed;
  }
  *digit_count = digits.size();
  const auto most = static_cast<std::size_t>(g_int_digits.load(std::memory_order_relaxed));
  if (most != 0 && (base & (base - 1)) != 0 && digits.size() > most) return ParseResult::TooLong;
  *out = bigint::from_text(digits, base);
  return ParseResult::Ok;
}

Value raise_int_literal(VmThread& t, ParseResult result, int base, const std::string& shown,
                        std::size_t digit_count) {
  if (result == ParseResult::TooLong) {
    return raise_value_error(
        t,
        "Exceeds the limit (%d digits) for integer string conversion: value has "
        "%zu digits; use sys.set_int_max_str_digits() to increase the limit",
        g_int_digits.load(std::memory_order_relaxed), digit_count);
  }
  return raise_value_error(t, "invalid literal for int() with base %d: %.200s", base,
                           shown.c_str());
}

Value int_from_text(VmThread& t, Str* text, int base) {
  std::string storage;
  const std::string_view ascii =
      text->ascii && text->latin1().find_first_of("\x1c\x1d\x1e\x1f") == std::string_view::npos
          ? text->latin1()
          : std::string_view(storage = number_ascii(text));
  bigint::Digits digits;
  bool negative = false;
  std::size_t count = 0;
  const ParseResult result = parse_int(ascii, base, &digits, &negative, &count);
  if (result != ParseResult::Ok) return raise_int_literal(t, result, base, str_repr(text), count);
  return int_from_digits(t, digits, negative);
}

Value int_from_bytes_text(VmThread& t, std::string_view text, int base) {
  bigint::Digits digits;
  bool negative = false;
  std::size_t count = 0;
  const ParseResult result = parse_int(text, base, &digits, &negative, &count);
  if (result != ParseResult::Ok) return raise_int_literal(t, result, base, bytes_repr(text), count);
  return int_from_digits(t, digits, negative);
}

// --- text to doubles
// -------------------------------------------------------------------------------------

namespace {

bool same_word(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if ((text[i] | 0x20) != word[i]) return false;
  }
  return true;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::size_t sign_length(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
}

}  // namespace

std::size_t parse_float_prefix(std::string_view text, double* out) {
  std::size_t at = sign_length(text, 0);
  const bool negative = at == 1 && text[0] == '-';
  const std::string_view rest = text.substr(at);
  for (std::string_view word : {"infinity", "inf", "nan"}) {
    if (!same_word(rest, word)) continue;
    const double magnitude = word == "nan" ? NAN : HUGE_VAL;
    *out = negative ? -magnitude : magnitude;
    return at + word.size();
  }
  const std::size_t whole = at;
  at = skip_digits(text, at);
  std::size_t digits = at - whole;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    digits += at - fraction;
  }
  if (digits == 0) return 0;
  if (at < text.size() && (text[at] | 0x20) == 'e') {
    const std::size_t exponent = at + 1 + sign_length(text, at + 1);
    const std::size_t end = skip_digits(text, exponent);
    if (end > exponent) at = end;
  }
  *out = std::strtod(std::string(text.substr(0, at)).c_str(), nullptr);
  return at;
}

bool parse_float(std::string_view text, double* out) {
  text = strip_ascii(text);
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '_') {
      plain.push_back(text[i]);
    } else if (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1])) {
      return false;
    }
  }
  return !plain.empty() && parse_float_prefix(plain, out) == plain.size();
}

Value float_from_text(VmThread& t, Str* text) {
  double d = 0;
  if (!parse_float(number_ascii(text), &d)) {
    return raise_value_error(t, "could not convert string to float: %.200s",
                             str_repr(text).c_str());
  }
  return Value::from_double(d);
}

}  // namespace interleave::vm
