// Numbers to and from text, below the classes: for number_*.cpp, format*.cpp and the library.
//
// Not format specifications (format.h). Pure functions but for those that raise; any thread.
#pragma once

#include <string>
#include <string_view>

#include "base/decimal.h"
#include "vm/bigint.h"
#include "vm/number.h"

namespace interleave::vm {

enum class ParseResult : std::uint8_t { Ok, Malformed, TooLong };
/// int(text, base): `ascii` has decimal digits of other scripts and spaces already replaced.
/// *digit_count is set for TooLong.
ParseResult parse_int(std::string_view ascii, int base, bigint::Digits* out, bool* negative,
                      std::size_t* digit_count);
/// float(text), underscores and surrounding blanks allowed.
bool parse_float(std::string_view ascii, double* out);
/// The longest prefix that is a float as complex() takes it; 0: none.
std::size_t parse_float_prefix(std::string_view ascii, double* out);
/// Text as numbers are read from: decimal digits and spaces of any script in ASCII, everything else
/// '?'.
std::string number_ascii(const Str* text);
std::string_view strip_ascii(std::string_view text);

/// Raises for a result of parse_int() that is not Ok; `shown` is the repr of the argument.
Value raise_int_literal(VmThread& t, ParseResult result, int base, const std::string& shown,
                        std::size_t digit_count);
/// int() of bytes.
Value int_from_bytes_text(VmThread& t, std::string_view text, int base);

}  // namespace interleave::vm
