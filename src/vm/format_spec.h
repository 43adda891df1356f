// A parsed format specification and the steps of applying one; for format*.cpp.
//
// Not the public functions (format.h). Any thread.
#pragma once

#include <string>
#include <string_view>

#include "vm/object.h"

namespace interleave::vm {

struct FormatSpec {
  char32_t fill = ' ';
  char align = 0;  // < > = ^; 0: not given, the type's default holds
  char sign = 0;   // + - blank; 0: not given
  bool no_negative_zero = false;
  bool alternate = false;
  bool zero_fill = false;  // filled with zeros and aligned '='
  char thousands = 0;      // , _ or 0
  std::int64_t width = -1;
  std::int64_t precision = -1;
  char32_t type = 0;  // 0: not given
};

/// Parses `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. `type_name` is for
/// error texts. False: ValueError raised.
bool parse_format_spec(VmThread& t, std::string_view utf8, const char* type_name,
                       char default_align, FormatSpec* out);
/// Raises ValueError "Unknown format code 'd' for object of type 'str'".
Value raise_unknown_code(VmThread& t, char32_t code, const char* type_name);

/// A number taken apart: sign and prefix before, digits that may be grouped, the rest.
struct NumberText {
  std::string sign;
  std::string prefix;
  std::string digits;
  std::string rest;
};
/// Grouped, filled and aligned. False: MemoryError raised.
bool place_number(VmThread& t, const NumberText& text, const FormatSpec& spec, int group,
                  std::string* out);
/// Fills `text`, which has `length` code points. False: MemoryError raised.
bool place_text(VmThread& t, std::string_view text, std::size_t length, const FormatSpec& spec,
                char default_align, std::string* out);
/// A sign character by the rules of '+', '-' and ' '.
std::string sign_text(bool negative, char sign);

bool format_int(VmThread& t, Value v, const FormatSpec& spec, const char* type_name,
                std::string* out);
bool format_float(VmThread& t, double d, const FormatSpec& spec, const char* type_name,
                  std::string* out);
bool format_complex(VmThread& t, const Object* complex, const FormatSpec& spec, std::string* out);
bool format_str(VmThread& t, const Str* s, const FormatSpec& spec, std::string* out);

}  // namespace interleave::vm
