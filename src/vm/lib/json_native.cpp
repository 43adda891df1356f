// Module _json: the parts of json.py that go over text character by character.
//
// Arguments are trusted: only json.py calls these.
#include <string>

#include "vm/lib/modules.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

void add_escape(std::string* out, unsigned unit) {
  char text[16];
  std::snprintf(text, sizeof text, "\\u%04x", unit);
  *out += text;
}

/// (text, ascii only): with quotes and escapes.
Value json_quote(VmThread& t, const Args& args) {
  const Str* s = as_str(args[0]);
  const bool ascii = args[1] == boolean(true);
  std::u32string wide;
  std::string out = "\"";
  const auto flush = [&](char32_t c) {
    wide.append(out.begin(), out.end());
    out.clear();
    wide += c;
  };
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      case '\f': out += "\\f"; break;
      case '\b': out += "\\b"; break;
      default:
        if (c < 0x20 || (ascii && c >= 0x7F && c < 0x10000)) {
          add_escape(&out, c);
        } else if (c < 0x80) {
          out += static_cast<char>(c);
        } else if (ascii) {
          add_escape(&out, 0xD800 + ((c - 0x10000) >> 10));
          add_escape(&out, 0xDC00 + ((c - 0x10000) & 0x3FF));
        } else {
          flush(c);
        }
    }
  }
  out += '"';
  if (wide.empty()) return str_from_ascii(t, out);
  wide.append(out.begin(), out.end());
  return str_from_code_points(t, wide);
}

/// (text, position): where the white space from there on ends.
Value json_skip(VmThread& t, const Args& args) {
  (void)t;
  const Str* s = as_str(args[0]);
  auto i = static_cast<std::uint32_t>(args[1].as_int());
  while (i < s->length) {
    const char32_t c = str_at(s, i);
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') break;
    ++i;
  }
  return Value::small_int(i);
}

bool is_digit(const Str* s, std::uint32_t i) {
  return i < s->length && str_at(s, i) >= '0' && str_at(s, i) <= '9';
}
bool is_char(const Str* s, std::uint32_t i, char32_t c) {
  return i < s->length && str_at(s, i) == c;
}

/// (text, position): (end, is it a float), or None.
Value json_number(VmThread& t, const Args& args) {
  const Str* s = as_str(args[0]);
  auto i = static_cast<std::uint32_t>(args[1].as_int());
  if (is_char(s, i, '-')) ++i;
  if (!is_digit(s, i)) return none();
  if (is_char(s, i, '0')) {
    ++i;
  } else {
    while (is_digit(s, i)) ++i;
  }
  bool is_float = false;
  if (is_char(s, i, '.') && is_digit(s, i + 1)) {
    is_float = true;
    for (++i; is_digit(s, i);) ++i;
  }
  if (is_char(s, i, 'e') || is_char(s, i, 'E')) {
    std::uint32_t j = i + 1;
    if (is_char(s, j, '+') || is_char(s, j, '-')) ++j;
    if (is_digit(s, j)) {
      is_float = true;
      while (is_digit(s, j)) ++j;
      i = j;
    }
  }
  return tuple_of(t, {Value::small_int(i), boolean(is_float)});
}

Value wrong(VmThread& t, const char* message, std::uint32_t at) {
  return tuple_of(t, {str_new(t, message), Value::small_int(at), none()});
}

/// Four hexadecimal digits; false: there are none.
bool read_hex(const Str* s, std::uint32_t at, char32_t* out) {
  *out = 0;
  if (at + 4 > s->length) return false;
  for (std::uint32_t i = at; i < at + 4; ++i) {
    const char32_t c = str_at(s, i);
    const char32_t lower = c | 0x20;
    if (c >= '0' && c <= '9') {
      *out = *out * 16 + (c - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      *out = *out * 16 + (lower - 'a' + 10);
    } else {
      return false;
    }
  }
  return true;
}

/// Behind the backslash at `*at`; null: *out is what it stands for.
const char* read_escape(const Str* s, std::uint32_t* at, char32_t* out) {
  static constexpr std::string_view kLetters = "\"\\/bfnrt";
  static constexpr char kMeanings[] = "\"\\/\b\f\n\r\t";
  const char32_t c = str_at(s, *at + 1);
  if (c != 'u') {
    const std::size_t i = c < 128 ? kLetters.find(static_cast<char>(c)) : std::string_view::npos;
    if (i == std::string_view::npos) return "Invalid \\escape";
    *out = static_cast<unsigned char>(kMeanings[i]);
    *at += 2;
    return nullptr;
  }
  if (!read_hex(s, *at + 2, out)) return "Invalid \\uXXXX escape";
  *at += 6;
  char32_t low = 0;
  const bool high = *out >= 0xD800 && *out < 0xDC00;
  if (high && is_char(s, *at, '\\') && is_char(s, *at + 1, 'u') && read_hex(s, *at + 2, &low) &&
      low >= 0xDC00 && low < 0xE000) {
    *out = 0x10000 + ((*out - 0xD800) << 10) + (low - 0xDC00);
    *at += 6;
  }
  return nullptr;
}

/// (text, position behind the quote, strict): (string, end), or (message, position, None).
Value json_string(VmThread& t, const Args& args) {
  const Str* s = as_str(args[0]);
  const auto start = static_cast<std::uint32_t>(args[1].as_int());
  const bool strict = args[2] == boolean(true);
  std::u32string out;
  std::uint32_t i = start;
  bool plain = true;
  while (i < s->length) {
    const char32_t c = str_at(s, i);
    if (c == '"') {
      const Value text =
          plain ? str_substring(t, as_str(args[0]), start, i) : Value(str_from_code_points(t, out));
      return text.empty() ? Value() : Value(tuple_of(t, {text, Value::small_int(i + 1)}));
    }
    if (c == '\\') {
      if (plain) {
        for (std::uint32_t k = start; k < i; ++k) out += str_at(s, k);
        plain = false;
      }
      if (i + 1 >= s->length) break;
      char32_t meaning = 0;
      const std::uint32_t at = i;
      if (const char* message = read_escape(s, &i, &meaning)) {
        const bool unicode = str_at(s, at + 1) == 'u';
        return wrong(t, unicode ? message : "Invalid \\escape", unicode ? at + 1 : at);
      }
      out += meaning;
      continue;
    }
    if (c < 0x20 && strict) return wrong(t, "Invalid control character at", i);
    if (!plain) out += c;
    ++i;
  }
  return wrong(t, "Unterminated string starting at", start - 1);
}

constexpr NativeDef kFunctions[] = {
    {"quote", json_quote, 2, 2},
    {"skip", json_skip, 2, 2},
    {"number", json_number, 2, 2},
    {"string", json_string, 3, 3},
};

}  // namespace

void init_json(VmThread& t) { add_functions(t, make_module(t, "_json"), kFunctions); }

}  // namespace interleave::vm
