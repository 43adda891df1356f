#include "lang/literal.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/limits.h"

namespace interleave::lang {

namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

void append_utf8(std::uint32_t code, std::string& out) {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0u | (code >> 6));
    put(0x80u | (code & 0x3Fu));
  } else if (code < 0x10000) {
    put(0xE0u | (code >> 12));
    put(0x80u | ((code >> 6) & 0x3Fu));
    put(0x80u | (code & 0x3Fu));
  } else {
    put(0xF0u | (code >> 18));
    put(0x80u | ((code >> 12) & 0x3Fu));
    put(0x80u | ((code >> 6) & 0x3Fu));
    put(0x80u | (code & 0x3Fu));
  }
}

/// The one-letter escapes both kinds of literal share; '\0' when it is none of them.
char simple_escape(char c) {
  switch (c) {
    case '\\': return '\\';
    case '\'': return '\'';
    case '"': return '"';
    case 'b': return '\b';
    case 'f': return '\f';
    case 't': return '\t';
    case 'n': return '\n';
    case 'r': return '\r';
    case 'v': return '\v';
    case 'a': return '\a';
    default: return '\0';
  }
}

/// Up to three octal digits at `i`, which is moved behind them.
std::uint32_t octal_escape(std::string_view body, std::size_t& i) {
  std::uint32_t value = 0;
  for (int n = 0; n < 3 && i < body.size() && is_octal(body[i]); ++n, ++i) {
    value = value * 8 + static_cast<std::uint32_t>(body[i] - '0');
  }
  return value;
}

/// CPython's codec sees every non-ASCII character as a ten-byte \UXXXXXXXX: its positions count so.
std::size_t codec_position(std::string_view body, std::size_t end) {
  std::size_t position = 0;
  for (std::size_t i = 0; i < end; ++i) {
    const auto byte = static_cast<unsigned char>(body[i]);
    position += byte < 0x80 ? 1 : (byte & 0xC0u) == 0xC0u ? 10 : 0;
  }
  return position;
}

std::string escape_error(std::string_view body, std::size_t start, std::size_t end,
                         std::string_view reason) {
  const std::size_t first = codec_position(body, start);
  const std::size_t last = first + (end - start) - 1;
  std::string message = "(unicode error) 'unicodeescape' codec can't decode ";
  if (first == last) {
    message += "byte 0x5c in position " + std::to_string(first);
  } else {
    message += "bytes in position " + std::to_string(first) + "-" + std::to_string(last);
  }
  return message + ": " + std::string(reason);
}

/// \xXX, \uXXXX and \UXXXXXXXX: `i` stands on the letter, `start` on the backslash.
std::optional<std::string> hex_escape(std::string_view body, std::size_t start, std::size_t& i,
                                      std::string& out) {
  const char letter = body[i++];
  const int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : 8;
  std::uint32_t code = 0;
  for (int n = 0; n < digits; ++n, ++i) {
    const int value = i < body.size() ? hex_value(body[i]) : -1;
    if (value < 0) {
      const char* shape = letter == 'x' ? "\\xXX" : letter == 'u' ? "\\uXXXX" : "\\UXXXXXXXX";
      return escape_error(body, start, i, std::string("truncated ") + shape + " escape");
    }
    code = code * 16 + static_cast<std::uint32_t>(value);
  }
  if (code > 0x10FFFF) return escape_error(body, start, i, "illegal Unicode character");
  append_utf8(code, out);
  return std::nullopt;
}

// --- numbers
// --------------------------------------------------------------------------------------

std::string without_underscores(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (c != '_') out.push_back(c);
  }
  return out;
}

std::string_view without_leading_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

/// Octal or binary digits regrouped into hexadecimal ones.
std::string to_hex_digits(std::string_view digits, int bits) {
  std::string reversed;
  std::uint32_t pending = 0;
  int count = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    pending |= static_cast<std::uint32_t>(digits[i] - '0') << count;
    count += bits;
    while (count >= 4) {
      reversed.push_back("0123456789abcdef"[pending & 15u]);
      pending >>= 4;
      count -= 4;
    }
  }
  if (pending != 0) reversed.push_back("0123456789abcdef"[pending & 15u]);
  while (reversed.size() > 1 && reversed.back() == '0') reversed.pop_back();
  if (reversed.empty()) reversed = "0";
  return std::string(reversed.rbegin(), reversed.rend());
}

bool fits_int64(std::string_view digits, unsigned base, std::int64_t& value) {
  std::uint64_t sum = 0;
  for (const char c : digits) {
    const auto digit = static_cast<std::uint64_t>(hex_value(c));
    if (sum > (static_cast<std::uint64_t>(INT64_MAX) - digit) / base) return false;
    sum = sum * base + digit;
  }
  value = static_cast<std::int64_t>(sum);
  return true;
}

void set_integer(std::string_view digits, unsigned base, Arena& arena, Constant& constant) {
  constant.constant = ConstantKind::Int;
  if (fits_int64(digits, base, constant.integer)) return;
  constant.constant = ConstantKind::BigInt;
  constant.base = static_cast<std::uint8_t>(base);
  constant.text = arena.copy(digits);
}

}  // namespace

std::optional<std::string> decode_number(std::string_view token_text, Arena& arena,
                                         Constant& constant) {
  std::string text = without_underscores(token_text);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (text.size() > 2 && text[0] == '0' && (text[1] == 'x' || text[1] == 'o' || text[1] == 'b')) {
    const std::string_view digits = std::string_view(text).substr(2);
    const std::string hex = text[1] == 'x' ? std::string(without_leading_zeros(digits))
                                           : to_hex_digits(digits, text[1] == 'o' ? 3 : 1);
    set_integer(hex, 16, arena, constant);
    return std::nullopt;
  }
  if (text.back() == 'j') {
    constant.constant = ConstantKind::Complex;
    constant.real = std::strtod(text.c_str(), nullptr);
    return std::nullopt;
  }
  if (text.find_first_of(".e") != std::string::npos) {
    constant.constant = ConstantKind::Float;
    constant.real = std::strtod(text.c_str(), nullptr);
    return std::nullopt;
  }
  const std::string_view digits = without_leading_zeros(text);
  if (digits.size() > static_cast<std::size_t>(limits::kIntStrDigits)) {
    return "Exceeds the limit (" + std::to_string(limits::kIntStrDigits) +
           " digits) for integer string conversion: value has " + std::to_string(digits.size()) +
           " digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal "
           "for huge integer literals to avoid decimal conversion limits.";
  }
  set_integer(digits, 10, arena, constant);
  return std::nullopt;
}

// --- strings
// --------------------------------------------------------------------------------------

StringParts split_string(std::string_view token_text) {
  StringParts parts;
  std::size_t i = 0;
  for (; token_text[i] != '"' && token_text[i] != '\''; ++i) {
    switch (token_text[i]) {
      case 'r':
      case 'R': parts.raw = true; break;
      case 'b':
      case 'B': parts.bytes = true; break;
      case 'u': parts.unicode_prefix = true; break;  // an upper-case U is not kept: so CPython
      default: break;
    }
  }
  std::string_view body = token_text.substr(i);
  const bool triple = body.size() >= 6 && body[1] == body[0] && body[2] == body[0];
  const std::size_t quotes = triple ? 3 : 1;
  parts.body = body.substr(quotes, body.size() - 2 * quotes);
  return parts;
}

std::optional<std::string> decode_text(std::string_view body, std::string& out) {
  for (std::size_t i = 0; i < body.size();) {
    const std::size_t start = i;
    if (body[i] != '\\') {
      const std::size_t stop = std::min(body.find('\\', i), body.size());
      out.append(body.substr(i, stop - i));
      i = stop;
      continue;
    }
    if (++i == body.size()) return escape_error(body, start, i, "\\ at end of string");
    const char c = body[i];
    if (c == '\n') {
      ++i;
    } else if (const char simple = simple_escape(c); simple != '\0') {
      out.push_back(simple);
      ++i;
    } else if (is_octal(c)) {
      append_utf8(octal_escape(body, i), out);
    } else if (c == 'x' || c == 'u' || c == 'U') {
      if (auto error = hex_escape(body, start, i, out)) return error;
    } else if (c == 'N') {
      return "\\N{...} escapes are not supported yet";
    } else {
      out.push_back('\\');
    }
  }
  return std::nullopt;
}

std::optional<std::string> decode_bytes(std::string_view body, std::string& out) {
  for (std::size_t i = 0; i < body.size();) {
    const std::size_t start = i;
    if (body[i] != '\\' || i + 1 == body.size()) {
      out.push_back(body[i++]);
      continue;
    }
    const char c = body[++i];
    if (c == '\n') {
      ++i;
    } else if (const char simple = simple_escape(c); simple != '\0') {
      out.push_back(simple);
      ++i;
    } else if (is_octal(c)) {
      out.push_back(static_cast<char>(octal_escape(body, i) & 0xFFu));
    } else if (c == 'x') {
      const int high = i + 1 < body.size() ? hex_value(body[i + 1]) : -1;
      const int low = i + 2 < body.size() ? hex_value(body[i + 2]) : -1;
      if (high < 0 || low < 0) {
        return "(value error) invalid \\x escape at position " + std::to_string(start);
      }
      out.push_back(static_cast<char>(high * 16 + low));
      i += 3;
    } else {
      out.push_back('\\');
    }
  }
  return std::nullopt;
}

}  // namespace interleave::lang
