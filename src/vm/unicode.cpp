#include "vm/unicode.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

namespace interleave::vm::unicode {

namespace {

struct CaseRange {
  std::uint32_t first;
  std::uint32_t last;
  std::uint32_t step;
  std::int32_t delta;
};
struct CaseSpecial {
  std::uint32_t from;
  std::uint32_t to[3];
};
struct CodePointRange {
  char32_t first;
  char32_t last;
};

#include "lang/unicode_identifier.inc"
#include "vm/unicode_tables.inc"

/// Alternating lengths summed up: boundaries at which membership changes, the first is where it
/// begins.
template <std::size_t n>
constexpr std::array<std::uint32_t, n> boundaries(const std::uint32_t (&runs)[n]) {
  std::array<std::uint32_t, n> out{};
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < n; ++i) out[i] = at += runs[i];
  return out;
}

constexpr auto kAlpha = boundaries(kAlphaRuns);
constexpr auto kPrintable = boundaries(kPrintableRuns);
constexpr auto kLower = boundaries(kLowerRuns);
constexpr auto kUpper = boundaries(kUpperRuns);
constexpr auto kTitle = boundaries(kTitleRuns);
constexpr auto kNumeric = boundaries(kNumericRuns);
constexpr auto kDigit = boundaries(kDigitRuns);
constexpr auto kDecimal = boundaries(kDecimalRuns);
constexpr auto kCaseIgnorable = boundaries(kCaseIgnorableRuns);

/// Boundaries at or below c.
std::size_t boundaries_below(std::span<const std::uint32_t> set, char32_t c) {
  return static_cast<std::size_t>(
      std::upper_bound(set.begin(), set.end(), static_cast<std::uint32_t>(c)) - set.begin());
}
bool contains(std::span<const std::uint32_t> set, char32_t c) {
  return boundaries_below(set, c) % 2 == 1;
}

bool contains(std::span<const CodePointRange> set, char32_t c) {
  const auto it = std::upper_bound(set.begin(), set.end(), c,
                                   [](char32_t x, const CodePointRange& r) { return x < r.first; });
  return it != set.begin() && c <= std::prev(it)->last;
}

bool find_range(std::span<const CaseRange> table, char32_t c, char32_t* out) {
  auto it = std::upper_bound(table.begin(), table.end(), c,
                             [](char32_t x, const CaseRange& r) { return x < r.first; });
  // Ranges of step 2 may enclose others, so the two before are looked at.
  for (int tries = 0; tries < 2 && it != table.begin(); ++tries) {
    --it;
    if (c <= it->last && (c - it->first) % it->step == 0) {
      *out = static_cast<char32_t>(static_cast<std::int32_t>(c) + it->delta);
      return true;
    }
  }
  return false;
}

int find_special(std::span<const CaseSpecial> table, char32_t c, char32_t out[3]) {
  const auto it = std::lower_bound(table.begin(), table.end(), c,
                                   [](const CaseSpecial& s, char32_t x) { return s.from < x; });
  if (it == table.end() || it->from != c) return 0;
  int n = 0;
  while (n < 3 && it->to[n] != 0) {
    out[n] = it->to[n];
    ++n;
  }
  return n;
}

constexpr bool is_ascii_lower(char32_t c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_upper(char32_t c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_alpha(char32_t c) { return c < 128 ? is_ascii_lower(c | 0x20) : contains(kAlpha, c); }
bool is_printable(char32_t c) { return c < 127 ? c >= 32 : contains(kPrintable, c); }
bool is_lower(char32_t c) { return c < 128 ? is_ascii_lower(c) : contains(kLower, c); }
bool is_upper(char32_t c) { return c < 128 ? is_ascii_upper(c) : contains(kUpper, c); }
bool is_title(char32_t c) { return c >= 128 && contains(kTitle, c); }
bool is_numeric(char32_t c) { return c < 128 ? is_ascii_digit(c) : contains(kNumeric, c); }
bool is_digit(char32_t c) { return c < 128 ? is_ascii_digit(c) : contains(kDigit, c); }
bool is_case_ignorable(char32_t c) { return contains(kCaseIgnorable, c); }

bool is_space(char32_t c) {
  if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_line_break(char32_t c) {
  return (c >= 10 && c <= 13) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

bool is_identifier_start(char32_t c) {
  if (c < 128) return is_alpha(c) || c == '_';
  return contains(std::span<const CodePointRange>(kIdentifierStart), c);
}
bool is_identifier_part(char32_t c) {
  if (c < 128) return is_alpha(c) || is_ascii_digit(c) || c == '_';
  return contains(std::span<const CodePointRange>(kIdentifierContinue), c);
}

int decimal_value(char32_t c) {
  if (c < 128) return is_ascii_digit(c) ? static_cast<int>(c - '0') : -1;
  const std::size_t i = boundaries_below(kDecimal, c);
  return i % 2 == 1 ? static_cast<int>((c - kDecimal[i - 1]) % 10) : -1;
}

int to_lower(char32_t c, char32_t out[3]) {
  out[0] = c;
  if (c < 128) {
    if (is_ascii_upper(c)) out[0] = c + 32;
    return 1;
  }
  if (c == 0x130) {  // İ: the only one that becomes two
    out[0] = 'i';
    out[1] = 0x307;
    return 2;
  }
  find_range(kToLower, c, out);
  return 1;
}

int to_upper(char32_t c, char32_t out[3]) {
  out[0] = c;
  if (c < 128) {
    if (is_ascii_lower(c)) out[0] = c - 32;
    return 1;
  }
  if (const int n = find_special(kUpperSpecial, c, out)) return n;
  find_range(kToUpper, c, out);
  return 1;
}

int to_title(char32_t c, char32_t out[3]) {
  if (c < 128) return to_upper(c, out);
  if (const int n = find_special(kTitleSpecial, c, out)) return n;
  if (find_range(kToTitle, c, out)) return 1;
  const int n = to_upper(c, out);
  if (n > 1) out[0] = c;  // the table says where a title form differs from this
  return 1;
}

int to_fold(char32_t c, char32_t out[3]) {
  if (c < 128) return to_lower(c, out);
  if (const int n = find_special(kFoldSpecial, c, out)) return n;
  if (find_range(kToFold, c, out)) return 1;
  return to_lower(c, out);
}

}  // namespace interleave::vm::unicode
