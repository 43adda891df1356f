// format() of int, bool, float and complex.
#include <cmath>
#include <cstdio>

#include "vm/errors.h"
#include "vm/format.h"
#include "vm/format_spec.h"
#include "vm/int_view.h"
#include "vm/number.h"
#include "vm/number_text.h"
#include "vm/str.h"

namespace interleave::vm {

namespace {

/// More digits after the point than this are zeros in every double.
constexpr std::int64_t kMostPrecision = 100000;

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  }
  return text;
}

std::string c_format(double d, char type, int precision, bool alternate) {
  const char format[] = {'%',
                         alternate ? '#' : '.',
                         alternate ? '.' : '*',
                         alternate ? '*' : type,
                         alternate ? type : '\0',
                         '\0'};
  const int length = std::snprintf(nullptr, 0, format, precision, d);
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  std::snprintf(text.data(), text.size(), format, precision, d);
  text.pop_back();
  return text;
}

/// '#' asks for a point even where no digit follows.
void require_point(std::string* text) {
  if (text->find('.') != std::string::npos) return;
  const std::size_t e = text->find('e');
  text->insert(e == std::string::npos ? text->size() : e, ".");
}

/// |d| in the style of a missing type with a precision: like 'g', but never looking like an
/// integer.
std::string general_with_point(double d, int precision, bool alternate, bool dot_zero) {
  Decimal decimal = rounded_digits(d, precision == 0 ? 1 : precision);
  while (!alternate && decimal.digits.size() > 1 && decimal.digits.back() == '0')
    decimal.digits.pop_back();
  return lay_out(decimal, (precision == 0 ? 1 : precision) - (dot_zero ? 1 : 0), dot_zero);
}

/// |d| without sign; `type` 0 is a missing one.
std::string magnitude_text(double d, char type, std::int64_t precision, bool alternate,
                           bool dot_zero) {
  d = std::fabs(d);
  const bool big = type == 'E' || type == 'F' || type == 'G';
  if (!std::isfinite(d)) {
    const std::string word = std::isnan(d) ? "nan" : "inf";
    return (big ? upper(word) : word) + (type == '%' ? "%" : "");
  }
  std::string text;
  if (type == 0 || type == 'r') {
    text = precision < 0 ? lay_out(shortest_digits(d), 16, dot_zero)
                         : general_with_point(d, static_cast<int>(precision), alternate, dot_zero);
    if (alternate) require_point(&text);
    return text;
  }
  const int digits = static_cast<int>(precision < 0 ? 6 : std::min(precision, kMostPrecision));
  switch (type) {
    case '%': return c_format(d * 100, 'f', digits, alternate) + "%";
    case 'n': return c_format(d, 'g', digits, alternate);
    default: return c_format(d, type, digits, alternate);
  }
}

void split_number(const std::string& text, NumberText* out) {
  std::size_t n = 0;
  while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
  out->digits = text.substr(0, n);
  out->rest = text.substr(n);
}

bool is_all_zero(const std::string& text) {
  for (char c : text) {
    if (c >= '1' && c <= '9') return false;
    if (c == 'e' || c == 'E') break;
  }
  return true;
}

bool check_precision(VmThread& t, std::int64_t precision) {
  if (precision <= INT32_MAX) {
    return precision < 256 || can_allocate_wide(t, static_cast<std::uint64_t>(precision));
  }
  raise_value_error(t, "precision too big");
  return false;
}

}  // namespace

std::string float_format(double d, char type, int precision, bool alternate) {
  const std::string text = magnitude_text(d, type, precision, alternate, type == 'r');
  return std::signbit(d) && !std::isnan(d) ? "-" + text : text;
}

bool format_float(VmThread& t, double d, const FormatSpec& spec, const char* type_name,
                  std::string* out) {
  switch (spec.type) {
    case 0:
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n':
    case '%': break;
    default: raise_unknown_code(t, spec.type, type_name); return false;
  }
  if (!check_precision(t, spec.precision)) return false;
  const std::string text =
      magnitude_text(d, static_cast<char>(spec.type), spec.precision, spec.alternate, true);
  bool negative = std::signbit(d) && !std::isnan(d);
  if (spec.no_negative_zero && is_all_zero(text) && std::isfinite(d)) negative = false;
  NumberText parts;
  parts.sign = sign_text(negative, spec.sign);
  split_number(text, &parts);
  return place_number(t, parts, spec, 3, out);
}

namespace {

bool format_character(VmThread& t, Value v, const FormatSpec& spec, std::string* out) {
  if (spec.sign != 0) {
    raise_value_error(t, "Sign not allowed with integer format specifier 'c'");
    return false;
  }
  if (spec.alternate) {
    raise_value_error(t, "Alternate form (#) not allowed with integer format specifier 'c'");
    return false;
  }
  std::int64_t code = 0;
  if (!to_int64(v, &code)) {
    raise(t, t.vm.types.OverflowError, "Python int too large to convert to C long");
    return false;
  }
  if (code < 0 || code > 0x10FFFF) {
    raise(t, t.vm.types.OverflowError, "%c arg not in range(0x110000)");
    return false;
  }
  const std::string text = utf8(str_char(t, static_cast<char32_t>(code)));
  FormatSpec placed = spec;
  if (placed.align == '=') placed.align = '>';
  return place_text(t, text, 1, placed, '>', out);
}

int base_of(char32_t type) {
  switch (type) {
    case 'b': return 2;
    case 'o': return 8;
    case 'x':
    case 'X': return 16;
    default: return 10;
  }
}

}  // namespace

bool format_int(VmThread& t, Value v, const FormatSpec& spec, const char* type_name,
                std::string* out) {
  switch (spec.type) {
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      double d = 0;
      return to_double_checked(t, v, &d) && format_float(t, d, spec, type_name, out);
    }
    case 0:
    case 'b':
    case 'c':
    case 'd':
    case 'n':
    case 'o':
    case 'x':
    case 'X': break;
    default: raise_unknown_code(t, spec.type, type_name); return false;
  }
  if (spec.precision >= 0) {
    raise_value_error(t, "Precision not allowed in integer format specifier");
    return false;
  }
  if (spec.no_negative_zero) {
    raise_value_error(t, "Negative zero coercion (z) not allowed in integer format specifier");
    return false;
  }
  if (spec.type == 'c') return format_character(t, v, spec, out);
  const int base = base_of(spec.type);
  NumberText parts;
  if (base == 10) {
    if (!int_text_fits(v)) {
      std::string ignored;
      return int_repr_checked(t, v, &ignored);
    }
  }
  parts.digits = int_text(v, base);
  const bool negative = parts.digits[0] == '-';
  if (negative) parts.digits.erase(0, 1);
  parts.sign = sign_text(negative, spec.sign);
  if (spec.alternate && base != 10) parts.prefix = std::string("0") + static_cast<char>(spec.type);
  if (spec.type == 'X') parts.digits = upper(parts.digits);
  return place_number(t, parts, spec, base == 10 ? 3 : 4, out);
}

bool format_complex(VmThread& t, const Object* object, const FormatSpec& spec, std::string* out) {
  const auto* c = static_cast<const ComplexObject*>(object);
  switch (spec.type) {
    case 0:
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'n': break;
    default: raise_unknown_code(t, spec.type, "complex"); return false;
  }
  if (spec.fill == '0') {
    raise_value_error(t, "Zero padding is not allowed in complex format specifier");
    return false;
  }
  if (spec.align == '=') {
    raise_value_error(t, "'=' alignment flag is not allowed in complex format specifier");
    return false;
  }
  if (!check_precision(t, spec.precision)) return false;
  const bool bare = spec.type == 0;
  const bool only_imaginary = bare && c->real == 0 && !std::signbit(c->real);
  FormatSpec part = spec;
  part.width = -1;
  const auto append = [&](double d, char sign, std::string* text) {
    NumberText number;
    number.sign = sign_text(std::signbit(d) && !std::isnan(d), sign);
    split_number(
        magnitude_text(d, static_cast<char>(spec.type), spec.precision, spec.alternate, false),
        &number);
    return place_number(t, number, part, 3, text);
  };
  std::string text = bare && !only_imaginary ? "(" : "";
  if (!only_imaginary && !append(c->real, spec.sign, &text)) return false;
  if (!append(c->imag, only_imaginary ? spec.sign : '+', &text)) return false;
  text += bare && !only_imaginary ? "j)" : "j";
  return place_text(t, text, text.size(), spec, '>', out);
}

}  // namespace interleave::vm
