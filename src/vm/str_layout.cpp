// Padding, tabs and translation.
#include <algorithm>

#include "vm/call.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str_methods.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

Str* self_of(const Args& args) { return as_str(args[0]); }

Value pad(VmThread& t, Str* s, std::int64_t left, std::int64_t right, char32_t fill) {
  left = std::max<std::int64_t>(left, 0);
  right = std::max<std::int64_t>(right, 0);
  if (left == 0 && right == 0) return str_exact(t, s);
  if (left > INT32_MAX || right > INT32_MAX) return raise_memory_error(t);
  if (!can_allocate_wide(t, (static_cast<std::uint64_t>(left + right) + s->length) * 4))
    return Value();
  StrBuilder out;
  out.fill(fill, static_cast<std::size_t>(left));
  out.add(s);
  out.fill(fill, static_cast<std::size_t>(right));
  return out.finish(t);
}

/// width and the optional fill character. False: raised.
bool read_padding(VmThread& t, const Args& args, std::int64_t* missing, char32_t* fill) {
  std::int64_t width = 0;
  if (!read_index(t, args[1], &width)) return false;
  *missing = width - self_of(args)->length;
  *fill = ' ';
  if (args.n < 3) return true;
  if (!is_str(args[2])) {
    raise_type_error(t, "The fill character must be a unicode character, not %s",
                     type_name(t.vm, args[2]).c_str());
    return false;
  }
  if (as_str(args[2])->length != 1) {
    raise_type_error(t, "The fill character must be exactly one character long");
    return false;
  }
  *fill = str_at(as_str(args[2]), 0);
  return true;
}

Value center(VmThread& t, const Args& args) {
  std::int64_t missing = 0;
  char32_t fill = 0;
  if (!read_padding(t, args, &missing, &fill)) return Value();
  const std::int64_t width = missing + self_of(args)->length;
  const std::int64_t left = missing > 0 ? missing / 2 + (missing & width & 1) : 0;
  return pad(t, self_of(args), left, missing - left, fill);
}

Value ljust(VmThread& t, const Args& args) {
  std::int64_t missing = 0;
  char32_t fill = 0;
  if (!read_padding(t, args, &missing, &fill)) return Value();
  return pad(t, self_of(args), 0, missing, fill);
}

Value rjust(VmThread& t, const Args& args) {
  std::int64_t missing = 0;
  char32_t fill = 0;
  if (!read_padding(t, args, &missing, &fill)) return Value();
  return pad(t, self_of(args), missing, 0, fill);
}

Value zfill(VmThread& t, const Args& args) {
  std::int64_t width = 0;
  if (!read_index(t, args[1], &width)) return Value();
  Str* s = self_of(args);
  const bool sign = s->length > 0 && (str_at(s, 0) == '+' || str_at(s, 0) == '-');
  const std::int64_t missing = width - s->length;
  if (!sign || missing <= 0) return pad(t, s, missing, 0, '0');
  const Value rest = str_substring(t, s, 1, s->length);
  if (rest.empty()) return Value();
  const Value padded = pad(t, as_str(rest), missing, 0, '0');
  return padded.empty() ? padded : str_concat(t, str_char(t, str_at(s, 0)), as_str(padded));
}

Value expandtabs(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"tabsize"};
  Value given = Value::small_int(8);
  std::int64_t size = 0;
  if (!read_arguments(t, "expandtabs", {args.v + 1, args.n - 1, args.kw_names}, kNames, 1, 0,
                      &given) ||
      !read_index(t, given, &size)) {
    return Value();
  }
  const Str* s = self_of(args);
  StrBuilder out;
  std::int64_t column = 0;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    if (c == '\t') {
      if (size <= 0) continue;
      const std::int64_t blanks = size - column % size;
      if (blanks > 4096 &&
          !can_allocate_wide(t, out.size() * 4 + static_cast<std::uint64_t>(blanks) * 4)) {
        return Value();
      }
      out.fill(' ', static_cast<std::size_t>(blanks));
      column += blanks;
    } else {
      out.add(c);
      column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
  }
  return out.finish(t);
}

/// One entry of a translation table. False: raised.
bool add_translated(VmThread& t, StrBuilder* out, Value to) {
  std::int64_t code = 0;
  if (to == none()) return true;
  if (is_str(to)) {
    const std::uint64_t length = std::uint64_t{out->size()} + as_str(to)->length;
    if (length > 4096 && !can_allocate_wide(t, length * 8)) return false;
    out->add(as_str(to));
  } else if (is_int_like(to)) {
    if (!to_int64(to, &code) || code < 0 || code > 0x10FFFF) {
      raise_value_error(t, "character mapping must be in range(0x110000)");
      return false;
    }
    out->add(static_cast<char32_t>(code));
  } else {
    raise_type_error(t, "character mapping must return integer, None or str");
    return false;
  }
  return true;
}

Value translate(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  if (class_of(t.vm, args[1]) != t.vm.types.dict) {
    return pending_call(t, prelude_function(t, "str_translate"),
                        {str_exact(t, self_of(args)), args[1]});
  }
  auto* table = static_cast<Dict*>(args[1].object());
  StrBuilder out;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    Value to;
    switch (dict_get(t, table, Value::small_int(c), &to)) {
      case Lookup::Missing: out.add(c); break;
      case Lookup::Found:
        if (!add_translated(t, &out, to)) return Value();
        break;
      case Lookup::Error: return Value();
      case Lookup::Python:
        return pending_call(t, prelude_function(t, "str_translate"),
                            {str_exact(t, self_of(args)), args[1]});
    }
  }
  return out.finish(t);
}

Value table_from_dict(VmThread& t, Value from) {
  if (kind_of(from) != Kind::Dict) {
    return raise_type_error(t, "if you give only one argument to maketrans it must be a dict");
  }
  Dict* table = dict_new(t);
  std::uint32_t at = 0;
  Value key;
  Value to;
  while (dict_next(static_cast<Dict*>(from.object()), &at, &key, &to)) {
    if (is_str(key)) {
      if (as_str(key)->length != 1) {
        return raise_value_error(t, "string keys in translate table must be of length 1");
      }
      key = Value::small_int(str_at(as_str(key), 0));
    } else if (!is_int_like(key)) {
      return raise_type_error(t, "keys in translate table must be strings or integers");
    }
    if (dict_set(t, table, key, to) == Lookup::Error) return Value();
  }
  return table;
}

Value maketrans(VmThread& t, const Args& args) {
  if (args.n == 1) return table_from_dict(t, args[0]);
  if (!is_str(args[0])) {
    return raise_type_error(
        t, "first maketrans argument must be a string if there is a second argument");
  }
  Str* from = as_str(args[0]);
  Str* to = str_argument(t, args[1], "maketrans() argument 2");
  if (to == nullptr) return Value();
  if (from->length != to->length) {
    return raise_value_error(t, "the first two maketrans arguments must have equal length");
  }
  Dict* table = dict_new(t);
  for (std::uint32_t i = 0; i < from->length; ++i) {
    dict_set(t, table, Value::small_int(str_at(from, i)), Value::small_int(str_at(to, i)));
  }
  if (args.n < 3) return table;
  Str* gone = str_argument(t, args[2], "maketrans() argument 3");
  if (gone == nullptr) return Value();
  for (std::uint32_t i = 0; i < gone->length; ++i) {
    dict_set(t, table, Value::small_int(str_at(gone, i)), none());
  }
  return table;
}

constexpr NativeDef kMethods[] = {
    {"center", center, 2, 3},
    {"ljust", ljust, 2, 3},
    {"rjust", rjust, 2, 3},
    {"zfill", zfill, 2, 2},
    {"expandtabs", expandtabs, 1, 2, kKeywords},
    {"translate", translate, 2, 2},
    {"maketrans", maketrans, 1, 3, kStaticMethod},
};

}  // namespace

std::span<const NativeDef> str_layout_methods() { return kMethods; }

}  // namespace interleave::vm
