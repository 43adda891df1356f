// find, count, replace, startswith, strip and the like.
#include <algorithm>

#include "vm/bytes.h"
#include "vm/errors.h"
#include "vm/number.h"
#include "vm/str_methods.h"
#include "vm/tuple.h"
#include "vm/type.h"
#include "vm/unicode.h"

namespace interleave::vm {

Str* str_argument(VmThread& t, Value v, const char* what) {
  if (is_str(v)) return as_str(v);
  raise_type_error(t, "%s%smust be str, not %s", what, *what != '\0' ? " " : "",
                   type_name(t.vm, v).c_str());
  return nullptr;
}

bool read_range(VmThread& t, const Args& args, std::uint32_t first, std::int64_t length,
                std::int64_t* from, std::int64_t* to) {
  *from = 0;
  *to = length;
  for (std::uint32_t i = first; i < std::min(args.n, first + 2); ++i) {
    if (args[i] == none()) continue;
    if (!is_int_like(args[i])) {
      raise_type_error(t, "slice indices must be integers or None or have an __index__ method");
      return false;
    }
    std::int64_t n = 0;
    read_index_clamped(t, args[i], &n);
    if (n < 0) n = std::max<std::int64_t>(n + length, 0);
    (i == first ? *from : *to) = i == first ? n : std::min(n, length);
  }
  return true;
}

namespace {

Str* self_of(const Args& args) { return as_str(args[0]); }

enum class Find : std::uint8_t { First, Last };

template <Find which>
std::int64_t find_in(VmThread& t, const Args& args) {
  Str* s = self_of(args);
  Str* needle = str_argument(t, args[1]);
  std::int64_t from = 0;
  std::int64_t to = 0;
  if (needle == nullptr || !read_range(t, args, 2, s->length, &from, &to)) return -2;
  if (from > to) return -1;
  const auto a = static_cast<std::size_t>(from);
  const auto b = static_cast<std::size_t>(to);
  return which == Find::First ? str_find(s, needle, a, b) : str_rfind(s, needle, a, b);
}

template <Find which>
Value find(VmThread& t, const Args& args) {
  const std::int64_t at = find_in<which>(t, args);
  return at == -2 ? Value() : Value::small_int(at);
}

template <Find which>
Value index(VmThread& t, const Args& args) {
  const std::int64_t at = find_in<which>(t, args);
  if (at == -2) return Value();
  return at < 0 ? raise_value_error(t, "substring not found") : Value::small_int(at);
}

Value count(VmThread& t, const Args& args) {
  Str* s = self_of(args);
  Str* needle = str_argument(t, args[1]);
  std::int64_t from = 0;
  std::int64_t to = 0;
  if (needle == nullptr || !read_range(t, args, 2, s->length, &from, &to)) return Value();
  if (from > to) return Value::small_int(0);
  if (needle->length == 0) return Value::small_int(to - from + 1);
  std::int64_t n = 0;
  for (std::int64_t at = from;; at += needle->length, ++n) {
    at = str_find(s, needle, static_cast<std::size_t>(at), static_cast<std::size_t>(to));
    if (at < 0) return Value::small_int(n);
  }
}

/// '' is found before every character and at the end.
Value replace_empty(VmThread& t, Str* s, Str* to, std::uint64_t most) {
  StrBuilder out;
  const std::uint64_t total =
      s->length + std::uint64_t{to->length} * std::min<std::uint64_t>(most, s->length + 1ull);
  if (total > 256 && !can_allocate_wide(t, total * 4)) return Value();
  for (std::uint32_t i = 0; i <= s->length; ++i) {
    if (i < most) out.add(to);
    if (i < s->length) out.add(str_at(s, i));
  }
  return out.finish(t);
}

/// ASCII in ASCII: counted first, then written where it will stay.
Value replace_ascii(VmThread& t, Str* s, Str* from, Str* to, std::uint64_t most) {
  std::uint64_t found = 0;
  for (std::int64_t at = 0; found < most; ++found, at += from->length) {
    at = str_find(s, from, static_cast<std::size_t>(at), s->length);
    if (at < 0) break;
  }
  const std::uint64_t total = s->length - found * from->length + found * to->length;
  if (total > 256 && !can_allocate_wide(t, total)) return Value();
  if (total == 0) return str_empty(t);
  Str* r = str_uninitialized(t, static_cast<std::size_t>(total), 127);
  if (r == nullptr) return Value();
  const char* source = s->latin1().data();
  char* out = static_cast<char*>(const_cast<void*>(r->data));
  std::size_t done = 0;
  for (; found > 0; --found) {
    const auto at = static_cast<std::size_t>(str_find(s, from, done, s->length));
    out = std::copy(source + done, source + at, out);
    out = std::copy_n(to->latin1().data(), to->length, out);
    done = at + from->length;
  }
  std::copy(source + done, source + s->length, out);
  return r;
}

Value replace(VmThread& t, const Args& args) {
  Str* s = self_of(args);
  Str* from = str_argument(t, args[1], "replace() argument 1");
  if (from == nullptr) return Value();
  Str* to = str_argument(t, args[2], "replace() argument 2");
  std::int64_t limit = -1;
  if (to == nullptr || (args.n > 3 && !read_index_clamped(t, args[3], &limit))) return Value();
  const std::uint64_t most = limit < 0 ? UINT64_MAX : static_cast<std::uint64_t>(limit);
  if (most == 0) return str_exact(t, s);
  if (from->length == 0) return replace_empty(t, s, to, most);
  std::int64_t at = str_find(s, from, 0, s->length);
  if (at < 0) return str_exact(t, s);
  if (s->ascii && to->ascii) return replace_ascii(t, s, from, to, most);
  StrBuilder out;
  std::size_t done = 0;
  for (std::uint64_t n = 0; at >= 0 && n < most; ++n) {
    const std::uint64_t length = std::uint64_t{out.size()} + s->length + to->length;
    if (length > 4096 && !can_allocate_wide(t, length * 8)) return Value();
    out.add(s, done, static_cast<std::size_t>(at));
    out.add(to);
    done = static_cast<std::size_t>(at) + from->length;
    at = str_find(s, from, done, s->length);
  }
  out.add(s, done, s->length);
  return out.finish(t);
}

enum class Side : std::uint8_t { Start, End, Both };

bool touches(const Str* s, const Str* part, std::int64_t from, std::int64_t to, Side side) {
  if (from > to || to - from < part->length) return false;
  const std::int64_t at = side == Side::Start ? from : to - part->length;
  return str_find(s, part, static_cast<std::size_t>(at),
                  static_cast<std::size_t>(at) + part->length) == at;
}

template <Side side>
Value touches_method(VmThread& t, const Args& args) {
  const char* name = side == Side::Start ? "startswith" : "endswith";
  Str* s = self_of(args);
  std::int64_t from = 0;
  std::int64_t to = 0;
  if (!read_range(t, args, 2, s->length, &from, &to)) return Value();
  if (is_str(args[1])) return boolean(touches(s, as_str(args[1]), from, to, side));
  if (kind_of(args[1]) != Kind::Tuple) {
    return raise_type_error(t, "%s first arg must be str or a tuple of str, not %s", name,
                            type_name(t.vm, args[1]).c_str());
  }
  const auto* parts = static_cast<Tuple*>(args[1].object());
  for (std::uint32_t i = 0; i < parts->size; ++i) {
    if (!is_str(parts->items()[i])) {
      return raise_type_error(t, "tuple for %s must only contain str, not %s", name,
                              type_name(t.vm, parts->items()[i]).c_str());
    }
    if (touches(s, as_str(parts->items()[i]), from, to, side)) return boolean(true);
  }
  return boolean(false);
}

bool has_char(const Str* set, char32_t c) {
  for (std::uint32_t i = 0; i < set->length; ++i) {
    if (str_at(set, i) == c) return true;
  }
  return false;
}

template <Side side>
Value strip(VmThread& t, const Args& args) {
  const char* name = side == Side::Start ? "lstrip" : (side == Side::End ? "rstrip" : "strip");
  Str* s = self_of(args);
  const Value set = args.get(1, none());
  if (set != none() && !is_str(set)) {
    return raise_type_error(t, "%s arg must be None or str", name);
  }
  const auto goes = [&](std::uint32_t i) {
    const char32_t c = str_at(s, i);
    return set == none() ? unicode::is_space(c) : has_char(as_str(set), c);
  };
  std::uint32_t from = 0;
  std::uint32_t to = s->length;
  if (side != Side::End) {
    while (from < to && goes(from)) ++from;
  }
  if (side != Side::Start) {
    while (to > from && goes(to - 1)) --to;
  }
  return str_substring(t, s, from, to);
}

Value remove_prefix(VmThread& t, const Args& args) {
  Str* s = self_of(args);
  Str* part = str_argument(t, args[1], "removeprefix() argument");
  if (part == nullptr) return Value();
  const bool found = touches(s, part, 0, s->length, Side::Start);
  return str_substring(t, s, found ? part->length : 0, s->length);
}

Value remove_suffix(VmThread& t, const Args& args) {
  Str* s = self_of(args);
  Str* part = str_argument(t, args[1], "removesuffix() argument");
  if (part == nullptr) return Value();
  const bool found = touches(s, part, 0, s->length, Side::End);
  return str_substring(t, s, 0, s->length - (found ? part->length : 0));
}

constexpr NativeDef kMethods[] = {
    {"find", find<Find::First>, 2, 4},
    {"rfind", find<Find::Last>, 2, 4},
    {"index", index<Find::First>, 2, 4},
    {"rindex", index<Find::Last>, 2, 4},
    {"count", count, 2, 4},
    {"replace", replace, 3, 4},
    {"startswith", touches_method<Side::Start>, 2, 4},
    {"endswith", touches_method<Side::End>, 2, 4},
    {"strip", strip<Side::Both>, 1, 2},
    {"lstrip", strip<Side::Start>, 1, 2},
    {"rstrip", strip<Side::End>, 1, 2},
    {"removeprefix", remove_prefix, 2, 2},
    {"removesuffix", remove_suffix, 2, 2},
};

}  // namespace

std::span<const NativeDef> str_search_methods() { return kMethods; }

}  // namespace interleave::vm
