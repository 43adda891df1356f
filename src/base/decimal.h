// The decimal digits of floats, as Python shows them: the fewest that read back as the same number.
//
// Not format specifications (vm/format.h), not infinities and NaN. Pure functions; any thread.
#pragma once

#include <string>

namespace interleave {

/// A finite double as decimal digits d1 d2 … with the value 0.d1d2… * 10^point.
struct Decimal {
  std::string digits;  // no sign; at least one
  int point = 0;
};
/// The shortest digits that read back as |d|.
Decimal shortest_digits(double d);
/// |d| rounded to `count` significant digits, trailing zeros kept.
Decimal rounded_digits(double d, int count);
/// Digits written out, with an exponent where `point` is outside (-4, most_before_point].
/// `dot_zero` adds ".0" to what would look like an integer.
std::string lay_out(const Decimal& decimal, int most_before_point, bool dot_zero);

}  // namespace interleave
