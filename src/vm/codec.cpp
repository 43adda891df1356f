#include "vm/codec.h"

#include <string>
#include <vector>

#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/errors.h"
#include "vm/native.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

enum class Charset : std::uint8_t {
  Utf8,
  Ascii,
  Latin1,
  Utf16,
  Utf16Le,
  Utf16Be,
  Utf32,
  Utf32Le,
  Utf32Be
};
enum class Handler : std::uint8_t {
  Strict,
  Ignore,
  Replace,
  Backslash,
  XmlReference,
  SurrogateEscape,
  SurrogatePass
};

struct Name {
  const char* text;
  Charset charset;
  const char* shown;  // in exceptions
};
constexpr Name kNames[] = {
    {"utf-8", Charset::Utf8, "utf-8"},
    {"utf8", Charset::Utf8, "utf-8"},
    {"u8", Charset::Utf8, "utf-8"},
    {"ascii", Charset::Ascii, "ascii"},
    {"us-ascii", Charset::Ascii, "ascii"},
    {"latin-1", Charset::Latin1, "latin-1"},
    {"latin1", Charset::Latin1, "latin-1"},
    {"iso-8859-1", Charset::Latin1, "latin-1"},
    {"iso8859-1", Charset::Latin1, "latin-1"},
    {"l1", Charset::Latin1, "latin-1"},
    {"utf-16", Charset::Utf16, "utf-16"},
    {"utf16", Charset::Utf16, "utf-16"},
    {"utf-16-le", Charset::Utf16Le, "utf-16-le"},
    {"utf-16le", Charset::Utf16Le, "utf-16-le"},
    {"utf-16-be", Charset::Utf16Be, "utf-16-be"},
    {"utf-16be", Charset::Utf16Be, "utf-16-be"},
    {"utf-32", Charset::Utf32, "utf-32"},
    {"utf32", Charset::Utf32, "utf-32"},
    {"utf-32-le", Charset::Utf32Le, "utf-32-le"},
    {"utf-32-be", Charset::Utf32Be, "utf-32-be"},
};

const Name* find_charset(VmThread& t, std::string_view name) {
  std::string plain;
  for (char c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    plain.push_back(c == '_' || c == ' ' ? '-' : c);
  }
  for (const Name& n : kNames) {
    if (plain == n.text) return &n;
  }
  raise(t, t.vm.types.LookupError, "unknown encoding: " + std::string(name));
  return nullptr;
}

struct HandlerName {
  const char* text;
  Handler handler;
};
constexpr HandlerName kHandlers[] = {
    {"strict", Handler::Strict},
    {"ignore", Handler::Ignore},
    {"replace", Handler::Replace},
    {"backslashreplace", Handler::Backslash},
    {"xmlcharrefreplace", Handler::XmlReference},
    {"surrogateescape", Handler::SurrogateEscape},
    {"surrogatepass", Handler::SurrogatePass},
};

/// Handlers are only looked up when there is something to handle, as in CPython.
bool find_handler(VmThread& t, std::string_view name, Handler* out) {
  for (const HandlerName& h : kHandlers) {
    if (name == h.text) {
      *out = h.handler;
      return true;
    }
  }
  raise(t, t.vm.types.LookupError, "unknown error handler name '" + std::string(name) + "'");
  return false;
}

bool is_surrogate(char32_t c) { return c >= 0xD800 && c < 0xE000; }

std::string escaped(char32_t c) {
  char text[16];
  std::snprintf(text, sizeof text, c < 0x100 ? "\\x%02x" : (c < 0x10000 ? "\\u%04x" : "\\U%08x"),
                static_cast<unsigned>(c));
  return text;
}

/// One encode() call.
class Encoder {
 public:
  Encoder(VmThread& t, Str* s, const Name& name, std::string_view errors)
      : t_(t), s_(s), name_(name), errors_(errors) {}

  Value run() {
    if (name_.charset == Charset::Utf16) put_unit(0xFEFF);
    if (name_.charset == Charset::Utf32) put_wide(0xFEFF);
    for (std::uint32_t i = 0; i < s_->length;) {
      const char32_t c = str_at(s_, i);
      if (encodable(c)) {
        put(c);
        ++i;
        continue;
      }
      std::uint32_t end = i + 1;
      while (end < s_->length && !encodable(str_at(s_, end))) ++end;
      if (!handle(i, end)) return Value();
      i = end;
    }
    return bytes_new(t_, out_);
  }

 private:
  bool encodable(char32_t c) const {
    switch (name_.charset) {
      case Charset::Ascii: return c < 0x80;
      case Charset::Latin1: return c < 0x100;
      default: return !is_surrogate(c);
    }
  }

  const char* reason() const {
    switch (name_.charset) {
      case Charset::Ascii: return "ordinal not in range(128)";
      case Charset::Latin1: return "ordinal not in range(256)";
      default: return "surrogates not allowed";
    }
  }

  bool handle(std::uint32_t from, std::uint32_t to) {
    Handler handler = Handler::Strict;
    if (!find_handler(t_, errors_, &handler)) return false;
    for (std::uint32_t i = from; i < to; ++i) {
      const char32_t c = str_at(s_, i);
      switch (handler) {
        case Handler::Ignore: break;
        case Handler::Replace: put('?'); break;
        case Handler::Backslash: put_text(escaped(c)); break;
        case Handler::XmlReference:
          put_text("&#" + std::to_string(static_cast<unsigned>(c)) + ";");
          break;
        case Handler::SurrogateEscape:
          if (c < 0xDC80 || c > 0xDCFF) return refuse(from, to);
          out_.push_back(static_cast<char>(c - 0xDC00));
          break;
        case Handler::SurrogatePass:
          if (!is_surrogate(c)) return refuse(from, to);
          put(c);
          break;
        case Handler::Strict: return refuse(from, to);
      }
    }
    return true;
  }

  bool refuse(std::uint32_t from, std::uint32_t to) {
    raise_object(t_, new_exception(t_, t_.vm.types.UnicodeEncodeError,
                                   {str_new(t_, name_.shown), s_, Value::small_int(from),
                                    Value::small_int(to), str_new(t_, reason())}));
    return false;
  }

  void put_text(const std::string& text) {
    for (char c : text) put(static_cast<unsigned char>(c));
  }
  void put_byte(std::uint32_t b) { out_.push_back(static_cast<char>(b)); }
  bool big() const {
    return name_.charset == Charset::Utf16Be || name_.charset == Charset::Utf32Be;
  }
  void put_unit(std::uint32_t u) {
    put_byte(big() ? u >> 8 : u);
    put_byte(big() ? u : u >> 8);
  }
  void put_wide(std::uint32_t u) {
    for (int i = 0; i < 4; ++i) put_byte(u >> (big() ? 24 - 8 * i : 8 * i));
  }

  void put(char32_t c) {
    switch (name_.charset) {
      case Charset::Ascii:
      case Charset::Latin1: put_byte(c); break;
      case Charset::Utf8: put_utf8(c); break;
      case Charset::Utf32:
      case Charset::Utf32Le:
      case Charset::Utf32Be: put_wide(c); break;
      default:
        if (c < 0x10000) return put_unit(c);
        put_unit(0xD800 + ((c - 0x10000) >> 10));
        put_unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }

  void put_utf8(char32_t c) {
    if (c < 0x80) return put_byte(c);
    if (c < 0x800) {
      put_byte(0xC0 | (c >> 6));
    } else if (c < 0x10000) {
      put_byte(0xE0 | (c >> 12));
      put_byte(0x80 | ((c >> 6) & 0x3F));
    } else {
      put_byte(0xF0 | (c >> 18));
      put_byte(0x80 | ((c >> 12) & 0x3F));
      put_byte(0x80 | ((c >> 6) & 0x3F));
    }
    put_byte(0x80 | (c & 0x3F));
  }

  VmThread& t_;
  Str* s_;
  const Name& name_;
  std::string_view errors_;
  std::string out_;
};

/// One decode() call.
class Decoder {
 public:
  Decoder(VmThread& t, Value bytes, const Name& name, std::string_view errors)
      : t_(t),
        bytes_(bytes),
        data_(bytes_view(t, bytes)),
        name_(name),
        errors_(errors),
        shown_(name.shown) {}

  Value run() {
    bool done = true;
    switch (name_.charset) {
      case Charset::Latin1:
        return str_from_latin1(t_, reinterpret_cast<const std::uint8_t*>(data_.data()),
                               data_.size());
      case Charset::Ascii: done = ascii(); break;
      case Charset::Utf8: done = utf8(); break;
      case Charset::Utf16:
      case Charset::Utf16Le:
      case Charset::Utf16Be: done = utf16(); break;
      default: done = utf32(); break;
    }
    return done ? out_.finish(t_) : Value();
  }

 private:
  std::uint32_t byte(std::size_t i) const { return static_cast<std::uint8_t>(data_[i]); }

  bool handle(std::size_t from, std::size_t to, const char* reason) {
    Handler handler = Handler::Strict;
    if (!find_handler(t_, errors_, &handler)) return false;
    switch (handler) {
      case Handler::Ignore: return true;
      case Handler::Replace: out_.add(U'\uFFFD'); return true;
      case Handler::Backslash:
        for (std::size_t i = from; i < to; ++i) out_.add_ascii(escaped(byte(i)));
        return true;
      case Handler::SurrogateEscape:
        for (std::size_t i = from; i < to; ++i) out_.add(0xDC00 + byte(i));
        return true;
      default: break;
    }
    const Value object = is_bytes(bytes_) ? bytes_ : Value(bytes_new(t_, data_));
    raise_object(
        t_, new_exception(
                t_, t_.vm.types.UnicodeDecodeError,
                {str_new(t_, shown_), object, Value::small_int(static_cast<std::int64_t>(from)),
                 Value::small_int(static_cast<std::int64_t>(to)), str_new(t_, reason)}));
    return false;
  }

  bool ascii() {
    for (std::size_t i = 0; i < data_.size(); ++i) {
      if (byte(i) < 0x80) {
        out_.add(byte(i));
      } else if (!handle(i, i + 1, "ordinal not in range(128)")) {
        return false;
      }
    }
    return true;
  }

  bool utf8() {
    for (std::size_t i = 0; i < data_.size();) {
      const std::uint32_t lead = byte(i);
      if (lead < 0x80) {
        out_.add(lead);
        ++i;
        continue;
      }
      if (lead < 0xC2 || lead > 0xF4) {
        if (!handle(i, i + 1, "invalid start byte")) return false;
        ++i;
        continue;
      }
      const std::size_t length = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
      char32_t c = lead & (0xFFu >> (length + 1));
      std::size_t k = 1;
      for (; k < length && i + k < data_.size() && is_tail(lead, k, byte(i + k)); ++k) {
        c = (c << 6) | (byte(i + k) & 0x3F);
      }
      if (k < length) {
        const bool ended = i + k == data_.size();
        if (!handle(i, i + k, ended ? "unexpected end of data" : "invalid continuation byte"))
          return false;
      } else {
        out_.add(c);
      }
      i += k;
    }
    return true;
  }

  /// The first tail byte is restricted: no overlong forms, surrogates or numbers beyond Unicode.
  static bool is_tail(std::uint32_t lead, std::size_t k, std::uint32_t b) {
    if ((b & 0xC0) != 0x80) return false;
    if (k > 1) return true;
    if (lead == 0xE0) return b >= 0xA0;
    if (lead == 0xED) return b < 0xA0;
    if (lead == 0xF0) return b >= 0x90;
    if (lead == 0xF4) return b < 0x90;
    return true;
  }

  bool utf16() {
    std::size_t i = 0;
    bool big = name_.charset == Charset::Utf16Be;
    if (name_.charset == Charset::Utf16 && data_.size() >= 2) {
      const std::uint32_t mark = byte(0) | byte(1) << 8;
      if (mark == 0xFEFF || mark == 0xFFFE) i = 2;
      big = mark == 0xFFFE;
    }
    shown_ = big ? "utf-16-be" : "utf-16-le";
    const auto unit = [&](std::size_t at) {
      return big ? byte(at) << 8 | byte(at + 1) : byte(at) | byte(at + 1) << 8;
    };
    while (i < data_.size()) {
      if (i + 2 > data_.size()) return handle(i, data_.size(), "truncated data");
      const char32_t c = unit(i);
      if (!is_surrogate(c)) {
        out_.add(c);
        i += 2;
        continue;
      }
      const char* reason = nullptr;
      std::size_t end = i + 2;
      if (c >= 0xDC00) {
        reason = "illegal encoding";
      } else if (i + 4 > data_.size()) {
        reason = "unexpected end of data";
        end = data_.size();
      } else if (unit(i + 2) < 0xDC00 || unit(i + 2) > 0xDFFF) {
        reason = "illegal UTF-16 surrogate";
      } else {
        out_.add(0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00));
        end = i + 4;
      }
      if (reason != nullptr && !handle(i, end, reason)) return false;
      i = end;
    }
    return true;
  }

  bool utf32() {
    std::size_t i = 0;
    bool big = name_.charset == Charset::Utf32Be;
    const auto unit = [&](std::size_t at) {
      char32_t c = 0;
      for (std::size_t k = 0; k < 4; ++k) c |= byte(at + k) << (big ? 24 - 8 * k : 8 * k);
      return c;
    };
    if (name_.charset == Charset::Utf32 && data_.size() >= 4) {
      const char32_t mark = unit(0);
      if (mark == 0xFEFF || mark == 0xFFFE0000) i = 4;
      big = mark == 0xFFFE0000;
    }
    shown_ = big ? "utf-32-be" : "utf-32-le";
    for (; i < data_.size(); i += 4) {
      if (i + 4 > data_.size()) return handle(i, data_.size(), "truncated data");
      const char32_t c = unit(i);
      if (c > 0x10FFFF || is_surrogate(c)) {
        const char* reason = is_surrogate(c)
                                 ? "code point in surrogate code point range(0xd800, 0xe000)"
                                 : "code point not in range(0x110000)";
        if (!handle(i, i + 4, reason)) return false;
      } else {
        out_.add(c);
      }
    }
    return true;
  }

  VmThread& t_;
  Value bytes_;
  std::string_view data_;
  const Name& name_;
  std::string_view errors_;
  const char* shown_;  // in exceptions: with the byte order that was found
  StrBuilder out_;
};

}  // namespace

Value encode(VmThread& t, Str* s, std::string_view encoding, std::string_view errors) {
  const Name* name = find_charset(t, encoding);
  if (name == nullptr) return Value();
  if (s->ascii && name->charset <= Charset::Latin1) return bytes_new(t, s->latin1());
  if (s->length > kSmallObjectBytes && !t.can_allocate(std::uint64_t{s->length} * 8))
    return Value();
  return Encoder(t, s, *name, errors).run();
}

Value decode(VmThread& t, Value bytes, std::string_view encoding, std::string_view errors) {
  const Name* name = find_charset(t, encoding);
  if (name == nullptr) return Value();
  const std::string_view data = bytes_view(t, bytes);
  if (name->charset <= Charset::Latin1) {
    bool ascii = true;
    for (char c : data) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) return str_from_ascii(t, data);
  }
  if (data.size() > kSmallObjectBytes && !t.can_allocate(data.size() * 8)) return Value();
  return Decoder(t, bytes, *name, errors).run();
}

bool read_codec_arguments(VmThread& t, const char* function, const Args& args, std::uint32_t first,
                          std::string_view* encoding, std::string_view* errors) {
  static constexpr const char* kParameters[] = {"encoding", "errors"};
  Value given[2];
  const std::uint32_t n = args.n > first ? args.n - first : 0;
  const Args rest{args.v + std::min(first, args.n), n, args.kw_names};
  if (!read_arguments(t, function, rest, kParameters, 2, 0, given)) return false;
  std::string_view* const out[2] = {encoding, errors};
  const char* const defaults[2] = {"utf-8", "strict"};
  for (int i = 0; i < 2; ++i) {
    *out[i] = defaults[i];
    if (given[i].empty()) continue;
    if (!is_str(given[i]) || !as_str(given[i])->ascii) {
      raise_type_error(t, "%s() argument '%s' must be str, not %s", function, kParameters[i],
                       type_name(t.vm, given[i]).c_str());
      return false;
    }
    *out[i] = as_str(given[i])->latin1();
  }
  return true;
}

namespace {

/// Argument i of a Unicode error made by this machine, or None.
Value error_part(const Args& args, std::uint32_t i) {
  const Value parts = static_cast<Exception*>(args[0].object())->args.load();
  const auto* tuple = static_cast<Tuple*>(parts.object());
  return i < tuple->size ? tuple->items()[i] : none();
}

template <std::uint32_t i>
Value error_attribute(VmThread&, const Args& args) {
  return error_part(args, i);
}

template <bool encoding>
Value error_str(VmThread& t, const Args& args) {
  std::int64_t from = 0;
  std::int64_t to = 0;
  const Value object = error_part(args, 1);
  if (!is_str(error_part(args, 0)) || !is_str(error_part(args, 4)) ||
      !to_int64(error_part(args, 2), &from) || !to_int64(error_part(args, 3), &to) ||
      (encoding ? !is_str(object) : !is_bytes_like(object))) {
    return str_empty(t);
  }
  std::string text = "'" + utf8(as_str(error_part(args, 0))) + "' codec can't " +
                     (encoding ? "encode character" : "decode byte");
  const std::int64_t length =
      encoding ? as_str(object)->length : static_cast<std::int64_t>(bytes_view(t, object).size());
  if (to == from + 1 && from >= 0 && from < length) {
    char byte[8];
    if (encoding) {
      text += " '" + escaped(str_at(as_str(object), static_cast<std::uint32_t>(from))) + "'";
    } else {
      std::snprintf(
          byte, sizeof byte, " 0x%02x",
          static_cast<unsigned char>(bytes_view(t, object)[static_cast<std::size_t>(from)]));
      text += byte;
    }
    text += " in position " + std::to_string(from);
  } else {
    text += "s in position " + std::to_string(from) + "-" + std::to_string(to - 1);
  }
  return str_new(t, text + ": " + utf8(as_str(error_part(args, 4))));
}

constexpr NativeDef kEncodeError[] = {
    {"__str__", error_str<true>, 1, 1},
};
constexpr NativeDef kDecodeError[] = {
    {"__str__", error_str<false>, 1, 1},
};
constexpr NativeDef kAttributes[] = {
    {"encoding", error_attribute<0>, 1, 1, kGetter}, {"object", error_attribute<1>, 1, 1, kGetter},
    {"start", error_attribute<2>, 1, 1, kGetter},    {"end", error_attribute<3>, 1, 1, kGetter},
    {"reason", error_attribute<4>, 1, 1, kGetter},
};

}  // namespace

void init_codec(VmThread& t) {
  add_methods(t, t.vm.types.UnicodeEncodeError, kEncodeError);
  add_methods(t, t.vm.types.UnicodeEncodeError, kAttributes);
  add_methods(t, t.vm.types.UnicodeDecodeError, kDecodeError);
  add_methods(t, t.vm.types.UnicodeDecodeError, kAttributes);
}

}  // namespace interleave::vm
