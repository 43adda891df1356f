#include "vm/format_spec.h"

#include <algorithm>
#include <cstdio>

#include "vm/errors.h"
#include "vm/str.h"

namespace interleave::vm {

namespace {

bool is_align(char32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

void append_code_point(std::string* out, char32_t c) {
  const auto put = [out](std::uint32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0 | (c >> 6));
  } else {
    if (c < 0x10000) {
      put(0xE0 | (c >> 12));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
    }
    put(0x80 | ((c >> 6) & 0x3F));
  }
  put(0x80 | (c & 0x3F));
}

/// The specification as code points; it is nearly always short and ASCII.
std::u32string decode(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<std::uint8_t>(utf8[i++]);
    char32_t c = lead;
    int tail = 0;
    if (lead >= 0xF0) {
      c = lead & 7;
      tail = 3;
    } else if (lead >= 0xE0) {
      c = lead & 15;
      tail = 2;
    } else if (lead >= 0xC0) {
      c = lead & 31;
      tail = 1;
    }
    for (; tail > 0 && i < utf8.size(); --tail) {
      c = (c << 6) | (static_cast<std::uint8_t>(utf8[i++]) & 0x3F);
    }
    out.push_back(c);
  }
  return out;
}

/// Reads decimal digits at *at; -1: none there, -2: too many, ValueError raised.
std::int64_t read_number(VmThread& t, const std::u32string& text, std::size_t* at) {
  constexpr std::int64_t kMost = (INT64_MAX - 9) / 10;
  if (*at >= text.size() || !is_digit(text[*at])) return -1;
  std::int64_t n = 0;
  for (; *at < text.size() && is_digit(text[*at]); ++*at) {
    if (n > kMost) {
      raise_value_error(t, "Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + static_cast<std::int64_t>(text[*at] - '0');
  }
  return n;
}

bool grouping_allowed(char32_t type, char thousands) {
  switch (type) {
    case 'd':
    case 'e':
    case 'f':
    case 'g':
    case 'E':
    case 'G':
    case '%':
    case 'F':
    case 0: return true;
    case 'b':
    case 'o':
    case 'x':
    case 'X': return thousands == '_';
    default: return false;
  }
}

/// One pass over the specification.
class SpecReader {
 public:
  SpecReader(VmThread& t, std::u32string text) : t_(t), text_(std::move(text)) {}

  bool read(const char* type_name, char default_align, FormatSpec* out) {
    read_alignment(out);
    read_flags(default_align, out);
    out->width = read_number(t_, text_, &at_);
    if (out->width == -2 || !read_grouping(out)) return false;
    if (take('.')) {
      out->precision = read_number(t_, text_, &at_);
      if (out->precision == -2) return false;
      if (out->precision == -1) {
        raise_value_error(t_, "Format specifier missing precision");
        return false;
      }
    }
    if (text_.size() - at_ > 1) {
      std::string spec;
      for (char32_t c : text_) append_code_point(&spec, c);
      raise_value_error(t_, "Invalid format specifier '%s' for object of type '%s'", spec.c_str(),
                        type_name);
      return false;
    }
    if (at_ < text_.size()) out->type = text_[at_];
    if (at_ < text_.size() && out->type == 0) {  // 0 means that none was given
      raise_unknown_code(t_, 0, type_name);
      return false;
    }
    return check_grouping(*out, default_align == '<' ? U's' : U'\0');
  }

 private:
  bool take(char32_t c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void read_alignment(FormatSpec* out) {
    if (text_.size() >= 2 && is_align(text_[1])) {
      out->fill = text_[0];
      out->align = static_cast<char>(text_[1]);
      fill_given_ = true;
      at_ = 2;
    } else if (!text_.empty() && is_align(text_[0])) {
      out->align = static_cast<char>(text_[0]);
      at_ = 1;
    }
  }

  void read_flags(char default_align, FormatSpec* out) {
    for (char32_t c : {U'+', U'-', U' '}) {
      if (out->sign == 0 && take(c)) out->sign = static_cast<char>(c);
    }
    out->no_negative_zero = take('z');
    out->alternate = take('#');
    if (fill_given_ || !take('0')) {
      out->zero_fill = out->fill == '0' && out->align == '=';
      return;
    }
    out->fill = '0';
    if (out->align == 0 && default_align == '>') out->align = '=';
    out->zero_fill = out->align == '=';
  }

  bool read_grouping(FormatSpec* out) {
    if (take(',')) out->thousands = ',';
    if (take('_')) {
      if (out->thousands != 0) return both_groupings();
      out->thousands = '_';
    }
    if (out->thousands == '_' && at_ < text_.size() && text_[at_] == ',') return both_groupings();
    return true;
  }

  bool both_groupings() {
    raise_value_error(t_, "Cannot specify both ',' and '_'.");
    return false;
  }

  bool check_grouping(const FormatSpec& spec, char32_t default_type) {
    const char32_t type = spec.type != 0 ? spec.type : default_type;
    if (spec.thousands == 0 || grouping_allowed(type, spec.thousands)) return true;
    if (type > 32 && type < 128) {
      raise_value_error(t_, "Cannot specify '%c' with '%c'.", spec.thousands,
                        static_cast<char>(type));
    } else {
      raise_value_error(t_, "Cannot specify '%c' with '\\x%x'.", spec.thousands,
                        static_cast<unsigned>(type));
    }
    return false;
  }

  VmThread& t_;
  std::u32string text_;
  std::size_t at_ = 0;
  bool fill_given_ = false;
};

/// Digits in groups, with zeros in front up to `least` characters.
std::string group_digits(const std::string& digits, int group, char separator, std::int64_t least) {
  if (separator == 0 || digits.empty()) {  // none in "inf" and "nan"
    const auto size = static_cast<std::int64_t>(digits.size());
    return std::string(static_cast<std::size_t>(std::max<std::int64_t>(least - size, 0)), '0') +
           digits;
  }
  std::string reversed;
  auto remaining = static_cast<std::int64_t>(digits.size());
  while (true) {
    const std::int64_t length =
        std::min<std::int64_t>(group, std::max({remaining, least, std::int64_t{1}}));
    for (std::int64_t i = 0; i < length; ++i) {
      reversed.push_back(remaining > 0 ? digits[static_cast<std::size_t>(remaining - 1)] : '0');
      if (remaining > 0) --remaining;
    }
    least -= length;
    if (remaining <= 0 && least <= 0) break;
    reversed.push_back(separator);
    --least;
  }
  return {reversed.rbegin(), reversed.rend()};
}

}  // namespace

bool parse_format_spec(VmThread& t, std::string_view utf8, const char* type_name,
                       char default_align, FormatSpec* out) {
  return SpecReader(t, decode(utf8)).read(type_name, default_align, out);
}

Value raise_unknown_code(VmThread& t, char32_t code, const char* type_name) {
  if (code > 32 && code < 128) {
    return raise_value_error(t, "Unknown format code '%c' for object of type '%.200s'",
                             static_cast<char>(code), type_name);
  }
  return raise_value_error(t, "Unknown format code '\\x%x' for object of type '%.200s'",
                           static_cast<unsigned>(code), type_name);
}

std::string sign_text(bool negative, char sign) {
  if (negative) return "-";
  return sign == '+' || sign == ' ' ? std::string(1, sign) : std::string();
}

bool place_text(VmThread& t, std::string_view text, std::size_t length, const FormatSpec& spec,
                char default_align, std::string* out) {
  const std::int64_t padding = spec.width - static_cast<std::int64_t>(length);
  if (padding <= 0) {
    out->append(text);
    return true;
  }
  if (padding > 256 && !can_allocate_wide(t, static_cast<std::uint64_t>(padding) * 4)) return false;
  const char align = spec.align != 0 ? spec.align : default_align;
  std::int64_t before = align == '>' ? padding : (align == '^' ? padding / 2 : 0);
  for (std::int64_t i = 0; i < before; ++i) append_code_point(out, spec.fill);
  out->append(text);
  for (; before < padding; ++before) append_code_point(out, spec.fill);
  return true;
}

bool place_number(VmThread& t, const NumberText& text, const FormatSpec& spec, int group,
                  std::string* out) {
  const auto fixed =
      static_cast<std::int64_t>(text.sign.size() + text.prefix.size() + text.rest.size());
  if (spec.width > 256 && !can_allocate_wide(t, static_cast<std::uint64_t>(spec.width)))
    return false;
  const std::int64_t least = spec.zero_fill ? spec.width - fixed : 0;
  const std::string digits = group_digits(text.digits, group, spec.thousands, least);
  const std::string head = text.sign + text.prefix;
  const std::string tail = digits + text.rest;
  const std::int64_t padding = spec.width - static_cast<std::int64_t>(head.size() + tail.size());
  if (spec.align == '=' && padding > 0) {
    *out += head;
    for (std::int64_t i = 0; i < padding; ++i) append_code_point(out, spec.fill);
    *out += tail;
    return true;
  }
  return place_text(t, head + tail, head.size() + tail.size(), spec, '>', out);
}

bool format_str(VmThread& t, const Str* s, const FormatSpec& spec, std::string* out) {
  const auto refuse = [&t](const char* what) {
    raise_value_error(t, "%s not allowed in string format specifier", what);
    return false;
  };
  if (spec.type != 0 && spec.type != 's') {
    raise_unknown_code(t, spec.type, "str");
    return false;
  }
  if (spec.sign != 0) return refuse(spec.sign == ' ' ? "Space" : "Sign");
  if (spec.no_negative_zero) return refuse("Negative zero coercion (z)");
  if (spec.alternate) return refuse("Alternate form (#)");
  if (spec.align == '=') return refuse("'=' alignment");
  std::string storage;
  std::string_view text = utf8_view(s, &storage);
  std::size_t length = s->length;
  if (spec.precision >= 0 && static_cast<std::uint64_t>(spec.precision) < length) {
    length = static_cast<std::size_t>(spec.precision);
    std::size_t end = 0;
    for (std::size_t left = length; left > 0; --left) {
      ++end;
      while (end < text.size() && (static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) ++end;
    }
    text = text.substr(0, end);
  }
  return place_text(t, text, length, spec, '<', out);
}

}  // namespace interleave::vm
