#include "base/decimal.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

// Not by std::to_chars: its tables are a twentieth of what a page downloads.

namespace interleave {

namespace {

std::string print(const char* format, int precision, double d) {
  char small[64];
  const int length = std::snprintf(small, sizeof small, format, precision, d);
  if (length < static_cast<int>(sizeof small)) return {small, static_cast<std::size_t>(length)};
  std::string text(static_cast<std::size_t>(length) + 1, '\0');
  std::snprintf(text.data(), text.size(), format, precision, d);
  text.pop_back();
  return text;
}

void drop_trailing_zeros(std::string* digits) {
  while (digits->size() > 1 && digits->back() == '0') digits->pop_back();
}

}  // namespace

Decimal rounded_digits(double d, int count) {
  const std::string text = print("%.*e", count - 1, std::fabs(d));
  Decimal decimal;
  const std::size_t e = text.find('e');
  for (std::size_t i = 0; i < e; ++i) {
    if (text[i] >= '0' && text[i] <= '9') decimal.digits.push_back(text[i]);
  }
  decimal.point = std::atoi(text.c_str() + e + 1) + 1;
  return decimal;
}

namespace {

double value_of(const Decimal& decimal) {
  const std::string text = "0." + decimal.digits + "e" + std::to_string(decimal.point);
  return std::strtod(text.c_str(), nullptr);
}

/// The next decimal above of as many digits.
Decimal successor(Decimal decimal) {
  std::size_t i = decimal.digits.size();
  while (i > 0 && decimal.digits[i - 1] == '9') decimal.digits[--i] = '0';
  if (i > 0) {
    ++decimal.digits[i - 1];
  } else {
    decimal.digits.insert(0, 1, '1');
    decimal.digits.pop_back();
    ++decimal.point;
  }
  return decimal;
}

}  // namespace

Decimal shortest_digits(double d) {
  if (d == 0) return {"0", 1};
  const double wanted = std::fabs(d);
  int exponent = 0;
  // The doubles below a power of two lie closer than those above, so that the decimal above may
  // read back although the nearest one, below, does not.
  const bool is_power = std::frexp(wanted, &exponent) == 0.5;
  // Seventeen digits always suffice. Fifteen survive the way there and back, so that fewer need not
  // be tried, but for the subnormal numbers, which have less precision.
  for (int count = std::isnormal(d) ? 15 : 1;; ++count) {
    Decimal decimal = rounded_digits(wanted, count);
    bool found = count == 17 || value_of(decimal) == wanted;
    if (!found && is_power) {
      decimal = successor(decimal);
      found = value_of(decimal) == wanted;
    }
    if (!found) continue;
    drop_trailing_zeros(&decimal.digits);
    return decimal;
  }
}

std::string lay_out(const Decimal& decimal, int most_before_point, bool dot_zero) {
  const std::string& digits = decimal.digits;
  const int count = static_cast<int>(digits.size());
  const int point = decimal.point;
  std::string out;
  if (point <= -4 || point > most_before_point) {
    out = digits.substr(0, 1);
    if (count > 1) out += "." + digits.substr(1);
    char exponent[16];
    std::snprintf(exponent, sizeof exponent, "e%+03d", point - 1);
    return out + exponent;
  }
  if (point <= 0) {
    return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  }
  if (point >= count) {
    out = digits + std::string(static_cast<std::size_t>(point - count), '0');
    return dot_zero ? out + ".0" : out;
  }
  const auto at = static_cast<std::size_t>(point);
  return digits.substr(0, at) + "." + digits.substr(at);
}

}  // namespace interleave
