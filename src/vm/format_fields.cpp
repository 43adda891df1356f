// What str.format does itself: fields that are a number or a name, with a value of a built-in
// class. Everything else (attributes, items, nested specifications, a user's __format__, and every
// error about arguments) is left to str_format() in prelude_text.py, which asks for the parsed
// pieces.
#include "vm/format_fields.h"

#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

struct Piece {
  std::string_view literal;
  bool has_field = false;
  std::string_view field;
  std::string_view conversion;  // empty or one character
  std::string_view spec;
};

/// Cuts a format string in UTF-8 into pieces; everything with a meaning in it is ASCII.
class PieceReader {
 public:
  PieceReader(VmThread& t, std::string_view text) : t_(t), text_(text) {}

  bool at_end() const { return at_ >= text_.size(); }
  /// False: ValueError raised.
  bool read(Piece* out) {
    *out = {};
    const std::size_t start = at_;
    const std::size_t brace = text_.find_first_of("{}", at_);
    if (brace == std::string_view::npos) {
      at_ = text_.size();
      out->literal = text_.substr(start);
      return true;
    }
    at_ = brace + 1;
    const char c = text_[brace];
    if (!at_end() && text_[at_] == c) {  // doubled: one of them, as text
      ++at_;
      out->literal = text_.substr(start, brace + 1 - start);
      return true;
    }
    if (c == '}') return fail("Single '}' encountered in format string");
    if (at_end()) return fail("Single '{' encountered in format string");
    out->literal = text_.substr(start, brace - start);
    out->has_field = true;
    return read_field(out);
  }

 private:
  bool fail(const char* text) {
    raise_value_error(t_, "%s", text);
    return false;
  }

  bool read_field(Piece* out) {
    const std::size_t start = at_;
    bool bracket = false;
    char c = '\0';
    while (!at_end()) {
      c = text_[at_++];
      if (c == '{') return fail("unexpected '{' in field name");
      if (c == '[') bracket = true;
      if (c == ']') bracket = false;
      if (!bracket && (c == '}' || c == ':' || c == '!')) break;
      c = '\0';
    }
    if (c == '\0') return fail("expected '}' before end of string");
    out->field = text_.substr(start, at_ - 1 - start);
    if (c == '}') return true;
    if (c == '!') {
      if (at_end()) return fail("end of string while looking for conversion specifier");
      const std::size_t from = at_++;
      while (!at_end() && (static_cast<std::uint8_t>(text_[at_]) & 0xC0) == 0x80) ++at_;
      out->conversion = text_.substr(from, at_ - from);
      if (!at_end()) {
        c = text_[at_++];
        if (c == '}') return true;
        if (c != ':') return fail("expected ':' after conversion specifier");
      }
    }
    return read_spec(out);
  }

  bool read_spec(Piece* out) {
    const std::size_t start = at_;
    int depth = 1;
    while (!at_end()) {
      const char c = text_[at_++];
      if (c == '{') ++depth;
      if (c == '}' && --depth == 0) {
        out->spec = text_.substr(start, at_ - 1 - start);
        return true;
      }
    }
    return fail("unmatched '{' in format spec");
  }

  VmThread& t_;
  std::string_view text_;
  std::size_t at_ = 0;
};

/// All digits: *out is the number; -1 if there is another character or none; -2: raised.
std::int64_t field_number(VmThread& t, std::string_view text) {
  if (text.empty()) return -1;
  std::int64_t n = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return -1;
    if (n > (INT64_MAX - 9) / 10) {
      raise_value_error(t, "Too many decimal digits in format string");
      return -2;
    }
    n = n * 10 + (c - '0');
  }
  return n;
}

class FieldFormatter {
 public:
  FieldFormatter(VmThread& t, const Args& args) : t_(t), args_(args) {}

  /// False: not done, the helper must; or raised.
  bool run(std::string_view format) {
    PieceReader reader(t_, format);
    while (!reader.at_end()) {
      Piece piece;
      if (!reader.read(&piece)) return false;
      out_ += piece.literal;
      if (piece.has_field && !field(piece)) return false;
    }
    return true;
  }
  const std::string& text() const { return out_; }

 private:
  bool find(std::string_view name, Value* out) {
    if (name.find_first_of(".[") != std::string_view::npos) return false;
    std::int64_t index = field_number(t_, name);
    if (index == -2) return false;
    if (name.empty() || index >= 0) {
      const Mode mode = name.empty() ? Mode::Automatic : Mode::Manual;
      if (mode_ != Mode::Unknown && mode_ != mode) return false;
      mode_ = mode;
      if (name.empty()) index = next_++;
      if (index + 1 >= args_.n) return false;
      *out = args_[static_cast<std::uint32_t>(index) + 1];
      return true;
    }
    for (std::uint32_t i = 0; i < args_.kw_count(); ++i) {
      std::string storage;
      if (utf8_view(as_str(args_.kw_names->items()[i]), &storage) != name) continue;
      *out = args_.v[args_.n + i];
      return true;
    }
    return false;
  }

  bool field(const Piece& piece) {
    Value v;
    if (!find(piece.field, &v) || piece.spec.find('{') != std::string_view::npos) return false;
    if (v.is_object() && v.object()->type->is_python) return false;
    if (!piece.conversion.empty()) {
      std::string text;
      const bool done = piece.conversion == "r"   ? scalar_repr(t_.vm, v, &text)
                        : piece.conversion == "s" ? scalar_str(t_.vm, v, &text)
                                                  : false;
      return done && format_scalar(t_, str_new(t_, text), piece.spec, &out_);
    }
    switch (kind_of(v)) {
      case Kind::Int:
      case Kind::Bool:
      case Kind::Float:
      case Kind::Complex:
      case Kind::Str: return format_scalar(t_, v, piece.spec, &out_);
      case Kind::None:
        if (!piece.spec.empty()) return false;
        out_ += "None";
        return true;
      case Kind::List:
      case Kind::Tuple:
      case Kind::Dict:
      case Kind::Set: return piece.spec.empty() && repr_native(t_, v, &out_) == Truth::True;
      default: return false;
    }
  }

  enum class Mode : std::uint8_t { Unknown, Automatic, Manual };
  VmThread& t_;
  const Args& args_;
  Mode mode_ = Mode::Unknown;
  std::int64_t next_ = 0;
  std::string out_;
};

/// The keyword arguments of a call as a dict.
Dict* keywords_dict(VmThread& t, const Args& args) {
  Dict* d = dict_new(t);
  for (std::uint32_t i = 0; i < args.kw_count(); ++i) {
    dict_set_str(t, d, as_str(args.kw_names->items()[i]), args.v[args.n + i]);
  }
  return d;
}

Value text_value(VmThread& t, std::string_view text) { return str_new(t, text); }

}  // namespace

Value native_str_format(VmThread& t, const Args& args) {
  Str* self = as_str(args[0]);
  std::string storage;
  FieldFormatter formatter(t, args);
  if (formatter.run(utf8_view(self, &storage))) return str_new(t, formatter.text());
  if (!t.exception.empty()) return Value();
  return pending_call(t, prelude_function(t, "str_format"),
                      {self, tuple_from(t, args.v + 1, args.n - 1), keywords_dict(t, args)});
}

Value native_str_format_map(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "str_format"), {args[0], none(), args[1]});
}

Value native_format_pieces(VmThread& t, const Args& args) {
  std::string storage;
  PieceReader reader(t, utf8_view(as_str(args[0]), &storage));
  List* pieces = list_new(t, 4);
  while (!reader.at_end()) {
    Piece piece;
    if (!reader.read(&piece)) return Value();
    const Value field = piece.has_field ? text_value(t, piece.field) : none();
    const Value conversion = piece.conversion.empty() ? none() : text_value(t, piece.conversion);
    list_append(
        t, pieces,
        tuple_of(t, {text_value(t, piece.literal), field, conversion, text_value(t, piece.spec)}));
  }
  return pieces;
}

Value native_format_field(VmThread& t, const Args& args) {
  std::string storage;
  const std::string_view name = utf8_view(as_str(args[0]), &storage);
  const auto number_or_text = [&t](std::string_view text) -> Value {
    const std::int64_t n = field_number(t, text);
    if (n == -2) return Value();
    return n >= 0 ? int_value(t, n) : text_value(t, text);
  };
  std::size_t at = std::min(name.find_first_of(".["), name.size());
  const Value first = number_or_text(name.substr(0, at));
  if (first.empty()) return Value();
  List* rest = list_new(t, 2);
  while (at < name.size()) {
    const bool attribute = name[at] == '.';
    if (!attribute && name[at] != '[') {
      return raise_value_error(t, "Only '.' or '[' may follow ']' in format field specifier");
    }
    const std::size_t start = ++at;
    const std::size_t end =
        attribute ? std::min(name.find_first_of(".[", at), name.size()) : name.find(']', at);
    if (end == std::string_view::npos) return raise_value_error(t, "Missing ']' in format string");
    if (end == start) return raise_value_error(t, "Empty attribute in format string");
    const std::string_view key = name.substr(start, end - start);
    const Value value = attribute ? text_value(t, key) : number_or_text(key);
    if (value.empty()) return Value();
    list_append(t, rest, tuple_of(t, {boolean(attribute), value}));
    at = attribute ? end : end + 1;
  }
  return tuple_of(t, {first, rest});
}

}  // namespace interleave::vm
