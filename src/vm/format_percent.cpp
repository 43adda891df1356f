// The % operator of str.
//
// Values of built-in classes are converted here. As soon as one needs a user's __str__, __getitem__
// or the like, the whole goes to the helper percent_format() in prelude_text.py, which resolves all
// values first and comes back through _il.percent_apply.
#include "vm/format_percent.h"

#include <cmath>

#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/int_view.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

enum class Outcome : std::uint8_t { Ok, Python, Error };

/// One conversion: %[(key)][flags][width][.precision][length]type.
struct Conversion {
  bool has_key = false;
  std::string key;
  bool left = false;
  bool plus = false;
  bool blank = false;
  bool alternate = false;
  bool zero = false;
  bool star_width = false;
  bool star_precision = false;
  std::int64_t width = -1;
  std::int64_t precision = -1;
  char type = 0;
  std::size_t type_at = 0;
};

/// Walks a format string, in UTF-8; everything with a meaning in it is ASCII.
class PercentReader {
 public:
  PercentReader(VmThread& t, std::string_view text) : t_(t), text_(text) {}

  /// Text up to the next conversion. False: the end is reached.
  bool literal(std::string_view* out) {
    const std::size_t percent = text_.find('%', at_);
    const std::size_t end = percent == std::string_view::npos ? text_.size() : percent;
    *out = text_.substr(at_, end - at_);
    at_ = end;
    if (percent == std::string_view::npos) return false;
    ++at_;
    return true;
  }

  /// False: raised.
  bool conversion(Conversion* out) {
    *out = {};
    if (peek() == '(' && !read_key(out)) return false;
    read_flags(out);
    if (!read_number(&out->width, &out->star_width, INT64_MAX, "width")) return false;
    if (peek() == '.') {
      ++at_;
      out->precision = 0;
      if (!read_number(&out->precision, &out->star_precision, INT32_MAX, "precision")) return false;
    }
    while (peek() == 'h' || peek() == 'l' || peek() == 'L') ++at_;
    if (at_ >= text_.size()) return fail("incomplete format");
    out->type_at = at_;
    out->type = text_[at_++];
    // The rest of a character that is not ASCII: no type, but named in the error.
    while (at_ < text_.size() && (static_cast<std::uint8_t>(text_[at_]) & 0xC0) == 0x80) ++at_;
    return true;
  }

  char32_t character_at(std::size_t at) const {
    const auto lead = static_cast<std::uint8_t>(text_[at]);
    if (lead < 0x80) return lead;
    char32_t c = lead & (lead < 0xE0 ? 0x1F : (lead < 0xF0 ? 0x0F : 0x07));
    for (++at; at < text_.size() && (static_cast<std::uint8_t>(text_[at]) & 0xC0) == 0x80; ++at) {
      c = (c << 6) | (static_cast<std::uint8_t>(text_[at]) & 0x3F);
    }
    return c;
  }

  std::size_t index_of(std::size_t at) const {
    std::size_t index = 0;
    for (std::size_t i = 0; i < at; ++i) {
      if ((static_cast<std::uint8_t>(text_[i]) & 0xC0) != 0x80) ++index;
    }
    return index;
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool fail(const char* text) {
    raise_value_error(t_, "%s", text);
    return false;
  }

  bool read_key(Conversion* out) {
    const std::size_t start = ++at_;
    int depth = 1;
    for (; at_ < text_.size() && depth > 0; ++at_) {
      if (text_[at_] == '(') ++depth;
      if (text_[at_] == ')') --depth;
    }
    if (depth > 0) return fail("incomplete format key");
    out->has_key = true;
    out->key = std::string(text_.substr(start, at_ - 1 - start));
    return true;
  }

  void read_flags(Conversion* out) {
    for (;; ++at_) {
      switch (peek()) {
        case '-': out->left = true; break;
        case '+': out->plus = true; break;
        case ' ': out->blank = true; break;
        case '#': out->alternate = true; break;
        case '0': out->zero = true; break;
        default: return;
      }
    }
  }

  bool read_number(std::int64_t* out, bool* star, std::int64_t most, const char* what) {
    if (peek() == '*') {
      ++at_;
      *star = true;
      return true;
    }
    if (peek() < '0' || peek() > '9') return true;
    std::int64_t n = 0;
    for (; peek() >= '0' && peek() <= '9'; ++at_) {
      if (n <= (most - 9) / 10) {
        n = n * 10 + (peek() - '0');
      } else {
        raise_value_error(t_, "%s too big", what);
        return false;
      }
    }
    *out = n;
    return true;
  }

  VmThread& t_;
  std::string_view text_;
  std::size_t at_ = 0;
};

bool has_items(const Vm& vm, Value v) {
  const Kind kind = kind_of(v);
  if (kind == Kind::Tuple || kind == Kind::Str) return false;
  return !special(class_of(vm, v), Special::GetItem).empty();
}

class PercentFormatter {
 public:
  /// `resolved`: keys are looked up, strings made; `args` is a tuple of what is left to put in.
  PercentFormatter(VmThread& t, Value args, bool resolved)
      : t_(t), args_(args), resolved_(resolved) {
    if (kind_of(args) == Kind::Tuple) {
      const auto* tuple = static_cast<Tuple*>(args.object());
      items_ = tuple->items();
      count_ = tuple->size;
    } else {
      items_ = &args_;
      count_ = 1;
      is_mapping_ = has_items(t.vm, args);
    }
  }

  Outcome run(std::string_view format) {
    PercentReader reader(t_, format);
    std::string_view literal;
    while (reader.literal(&literal)) {
      out_ += literal;
      Conversion c;
      if (!reader.conversion(&c)) return Outcome::Error;
      const Outcome outcome = convert(reader, &c);
      if (outcome != Outcome::Ok) return outcome;
    }
    out_ += literal;
    if (next_ < count_ && !is_mapping_ && !resolved_) {
      raise_type_error(t_, "not all arguments converted during string formatting");
      return Outcome::Error;
    }
    return Outcome::Ok;
  }

  std::string& text() { return out_; }

 private:
  Outcome error() { return t_.exception.empty() ? Outcome::Python : Outcome::Error; }

  bool next(Value* out) {
    if (next_ < count_) {
      *out = items_[next_++];
      return true;
    }
    raise_type_error(t_, "not enough arguments for format string");
    return false;
  }

  /// %(key)s: the value becomes the only argument.
  Outcome select(const std::string& key) {
    if (resolved_) return Outcome::Ok;
    if (!is_mapping_) {
      raise_type_error(t_, "format requires a mapping");
      return Outcome::Error;
    }
    if (class_of(t_.vm, args_) != t_.vm.types.dict) return Outcome::Python;
    Str* name = str_new(t_, key);
    switch (dict_get(t_, static_cast<Dict*>(args_.object()), name, &selected_)) {
      case Lookup::Found: break;
      case Lookup::Missing: raise_key_error(t_, name); return Outcome::Error;
      case Lookup::Error: return Outcome::Error;
      default: return Outcome::Python;
    }
    items_ = &selected_;
    count_ = 1;
    next_ = 0;
    return Outcome::Ok;
  }

  bool read_star(std::int64_t* out) {
    Value v;
    if (!next(&v)) return false;
    if (is_int_like(v) && to_int64(v, out) && std::llabs(*out) <= INT32_MAX) return true;
    if (is_int_like(v)) {
      raise(t_, t_.vm.types.OverflowError, "Python int too large to convert to C int");
    } else {
      raise_type_error(t_, "* wants int");
    }
    return false;
  }

  Outcome convert(const PercentReader& reader, Conversion* c) {
    if (c->has_key) {
      const Outcome outcome = select(c->key);
      if (outcome != Outcome::Ok) return outcome;
    }
    if (c->star_width) {
      if (!read_star(&c->width)) return Outcome::Error;
      if (c->width < 0) {
        c->left = true;
        c->width = -c->width;
      }
    }
    if (c->star_precision) {
      if (!read_star(&c->precision)) return Outcome::Error;
      if (c->precision < 0) c->precision = 0;
    }
    if (c->type == '%') {
      out_ += '%';
      return Outcome::Ok;
    }
    Value v;
    if (!next(&v)) return Outcome::Error;
    switch (c->type) {
      case 's':
      case 'r':
      case 'a': return text_conversion(*c, v);
      case 'c': return character(*c, v);
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o': return integer(*c, v);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': return floating(*c, v);
      default: break;
    }
    const char32_t code = reader.character_at(c->type_at);
    raise_value_error(t_, "unsupported format character '%c' (0x%x) at index %zu",
                      code > 31 && code < 127 ? c->type : '?', static_cast<unsigned>(code),
                      reader.index_of(c->type_at));
    return Outcome::Error;
  }

  Outcome text_conversion(const Conversion& c, Value v) {
    std::string text;
    if (resolved_ && is_str(v)) {
      text = utf8(as_str(v));
    } else if (c.type == 'a') {
      if (!is_str(v) || v.object()->type->is_python) return Outcome::Python;
      text = str_ascii(as_str(v));
    } else if (!(c.type == 's' ? scalar_str(t_.vm, v, &text) : scalar_repr(t_.vm, v, &text))) {
      if (!is_plain_container(v)) return Outcome::Python;
      const Truth done = repr_native(t_, v, &text);
      if (done == Truth::Error) return Outcome::Error;
      if (done != Truth::True) return Outcome::Python;
    }
    place_string(c, text);
    return error_if_raised();
  }

  static bool is_plain_container(Value v) {
    switch (kind_of(v)) {
      case Kind::List:
      case Kind::Tuple:
      case Kind::Dict:
      case Kind::Set:
      case Kind::FrozenSet: return !v.object()->type->is_python;
      default: return false;
    }
  }

  Outcome error_if_raised() { return t_.exception.empty() ? Outcome::Ok : Outcome::Error; }

  Outcome character(const Conversion& c, Value v) {
    std::int64_t code = 0;
    if (is_str(v)) {
      if (as_str(v)->length == 1) {
        place_string(c, utf8(as_str(v)), true);
        return error_if_raised();
      }
    } else if (is_int_like(v)) {
      if (!to_int64(v, &code) || code < 0 || code > 0x10FFFF) {
        raise(t_, t_.vm.types.OverflowError, "%c arg not in range(0x110000)");
        return Outcome::Error;
      }
      place_string(c, utf8(str_char(t_, static_cast<char32_t>(code))), true);
      return error_if_raised();
    } else if (!special(class_of(t_.vm, v), Special::Index).empty() && !resolved_) {
      return Outcome::Python;
    }
    raise_type_error(t_, "%%c requires int or char");
    return Outcome::Error;
  }

  Outcome integer(const Conversion& c, Value v) {
    const bool decimal = c.type == 'd' || c.type == 'i' || c.type == 'u';
    if (decimal && kind_of(v) == Kind::Float) {
      v = int_from_double(t_, to_double(v));
      if (v.empty()) return Outcome::Error;
    }
    if (!is_int_like(v)) {
      const Type* type = class_of(t_.vm, v);
      const bool convertible = !special(type, Special::Index).empty() ||
                               (decimal && !special(type, Special::Int).empty());
      if (!resolved_ && convertible && kind_of(v) != Kind::Complex) return Outcome::Python;
      raise_type_error(t_,
                       decimal ? "%%%c format: a real number is required, not %.200s"
                               : "%%%c format: an integer is required, not %.200s",
                       c.type, type_name(t_.vm, v).c_str());
      return Outcome::Error;
    }
    const int base = decimal ? 10 : (c.type == 'o' ? 8 : 16);
    std::string ignored;
    if (decimal && !int_text_fits(v)) {
      int_repr_checked(t_, v, &ignored);
      return Outcome::Error;
    }
    std::string digits = int_text(v, base);
    const bool negative = digits[0] == '-';
    if (negative) digits.erase(0, 1);
    if (c.type == 'X') {
      for (char& d : digits) d = static_cast<char>(d >= 'a' ? d - 32 : d);
    }
    const auto size = static_cast<std::int64_t>(digits.size());
    if (c.precision > size) {
      if (!can_allocate_wide(t_, static_cast<std::uint64_t>(c.precision))) return Outcome::Error;
      digits.insert(0, static_cast<std::size_t>(c.precision - size), '0');
    }
    const std::string prefix = c.alternate && !decimal ? std::string("0") + c.type : std::string();
    place_number(c, negative, prefix, digits);
    return error_if_raised();
  }

  Outcome floating(const Conversion& c, Value v) {
    if (!is_number(v) || kind_of(v) == Kind::Complex) {
      const Type* type = class_of(t_.vm, v);
      const bool convertible =
          !special(type, Special::Float).empty() || !special(type, Special::Index).empty();
      if (!resolved_ && convertible && kind_of(v) != Kind::Complex) return Outcome::Python;
      raise_type_error(t_, "must be real number, not %.200s", type_name(t_.vm, v).c_str());
      return Outcome::Error;
    }
    double d = 0;
    if (!to_double_checked(t_, v, &d)) return Outcome::Error;
    if (c.precision > 256 && !can_allocate_wide(t_, static_cast<std::uint64_t>(c.precision)))
      return Outcome::Error;
    const int precision = c.precision < 0 ? 6 : static_cast<int>(c.precision);
    std::string text = float_format(std::fabs(d), c.type, precision, c.alternate);
    place_number(c, std::signbit(d) && !std::isnan(d), "", text);
    return error_if_raised();
  }

  void place_string(const Conversion& c, std::string text, bool whole = false) {
    std::size_t length = 0;
    std::size_t end = 0;
    const std::size_t most =
        c.precision >= 0 && !whole ? static_cast<std::size_t>(c.precision) : SIZE_MAX;
    for (; end < text.size(); ++end) {
      if ((static_cast<std::uint8_t>(text[end]) & 0xC0) == 0x80) continue;
      if (length == most) break;
      ++length;
    }
    text.resize(end);
    pad(c, length, text);
  }

  void place_number(const Conversion& c, bool negative, const std::string& prefix,
                    const std::string& digits) {
    std::string head = negative ? "-" : (c.plus ? "+" : (c.blank ? " " : ""));
    head += prefix;
    const auto length = static_cast<std::int64_t>(head.size() + digits.size());
    if (c.zero && !c.left && c.width > length) {
      if (!can_allocate_wide(t_, static_cast<std::uint64_t>(c.width))) return;
      head.append(static_cast<std::size_t>(c.width - length), '0');
    }
    pad(c, head.size() + digits.size(), head + digits);
  }

  void pad(const Conversion& c, std::size_t length, const std::string& text) {
    const std::int64_t blanks = c.width - static_cast<std::int64_t>(length);
    if (blanks > 256 && !can_allocate_wide(t_, static_cast<std::uint64_t>(blanks))) return;
    const auto count = static_cast<std::size_t>(blanks > 0 ? blanks : 0);
    if (!c.left) out_.append(count, ' ');
    out_ += text;
    if (c.left) out_.append(count, ' ');
  }

  VmThread& t_;
  Value args_;
  const bool resolved_;
  bool is_mapping_ = false;
  const Value* items_ = nullptr;
  std::size_t count_ = 0;
  std::size_t next_ = 0;
  Value selected_;
  std::string out_;
};

}  // namespace

Value percent_format(VmThread& t, Str* format, Value args) {
  std::string storage;
  const std::string_view text = utf8_view(format, &storage);
  PercentFormatter formatter(t, args, false);
  switch (formatter.run(text)) {
    case Outcome::Ok: return str_new(t, formatter.text());
    case Outcome::Error: return Value();
    case Outcome::Python: break;
  }
  return pending_call(t, prelude_function(t, "percent_format"), {format, args});
}

Value native_percent_items(VmThread& t, const Args& args) {
  std::string storage;
  PercentReader reader(t, utf8_view(as_str(args[0]), &storage));
  List* items = list_new(t, 4);
  std::string_view literal;
  while (reader.literal(&literal)) {
    Conversion c;
    if (!reader.conversion(&c)) return Value();
    const Value key = c.has_key ? Value(str_new(t, c.key)) : none();
    const int stars = (c.star_width ? 1 : 0) + (c.star_precision ? 1 : 0);
    list_append(t, items,
                tuple_of(t, {key, str_char(t, static_cast<unsigned char>(c.type)),
                             Value::small_int(stars)}));
  }
  return items;
}

Value native_percent_apply(VmThread& t, const Args& args) {
  std::string storage;
  PercentFormatter formatter(t, args[1], true);
  const Outcome outcome = formatter.run(utf8_view(as_str(args[0]), &storage));
  if (outcome == Outcome::Ok) return str_new(t, formatter.text());
  if (!t.exception.empty()) return Value();
  return raise_type_error(t, "not enough arguments for format string");
}

}  // namespace interleave::vm
