// What the str methods need to know about code points: classes, case, digits.
//
// Not normalization, not names, not collation. Pure functions over tables made by
// tools/gen_unicode_tables.py; any thread.
#pragma once

#include <cstdint>

namespace interleave::vm::unicode {

bool is_alpha(char32_t c);
bool is_printable(char32_t c);
bool is_space(char32_t c);
bool is_line_break(char32_t c);
bool is_lower(char32_t c);
bool is_upper(char32_t c);
bool is_title(char32_t c);
bool is_numeric(char32_t c);
bool is_digit(char32_t c);
bool is_case_ignorable(char32_t c);
inline bool is_cased(char32_t c) { return is_lower(c) || is_upper(c) || is_title(c); }
bool is_identifier_start(char32_t c);
bool is_identifier_part(char32_t c);
/// 0…9, or -1 if `c` is no decimal digit.
int decimal_value(char32_t c);
inline bool is_decimal(char32_t c) { return decimal_value(c) >= 0; }
inline bool is_alnum(char32_t c) {
  return is_alpha(c) || is_decimal(c) || is_digit(c) || is_numeric(c);
}

/// Full case mapping: writes one to three code points, answers how many. (No context: see
/// str_case.cpp for Σ.)
int to_lower(char32_t c, char32_t out[3]);
int to_upper(char32_t c, char32_t out[3]);
int to_title(char32_t c, char32_t out[3]);
int to_fold(char32_t c, char32_t out[3]);

}  // namespace interleave::vm::unicode
