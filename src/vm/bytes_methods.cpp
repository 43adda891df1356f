// Methods that bytes and bytearray share; each gives back its own class.
#include "vm/bytes_methods.h"

#include <algorithm>

#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/codec.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str_methods.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

std::string_view self_of(VmThread& t, const Args& args) { return bytes_view(t, args[0]); }
Args without_self(const Args& args) { return {args.v + 1, args.n - 1, args.kw_names}; }

Value like(VmThread& t, const Args& args, std::string_view data) {
  if (is_bytearray(args[0])) return bytearray_new(t, data);
  return bytes_new(t, data);
}

bool read_bytes(VmThread& t, Value v, std::string_view* out) {
  if (is_bytes_like(v)) {
    *out = bytes_view(t, v);
    return true;
  }
  raise_type_error(t, "a bytes-like object is required, not '%s'", type_name(t.vm, v).c_str());
  return false;
}

/// What find() and count() look for: bytes, or one byte as an int.
bool read_needle(VmThread& t, Value v, std::string* out) {
  std::uint8_t byte = 0;
  if (is_bytes_like(v)) {
    *out = std::string(bytes_view(t, v));
    return true;
  }
  if (!is_int_like(v)) {
    raise_type_error(t, "argument should be integer or bytes-like object, not '%s'",
                     type_name(t.vm, v).c_str());
    return false;
  }
  if (!read_byte(t, v, "byte must be in range(0, 256)", &byte)) return false;
  out->assign(1, static_cast<char>(byte));
  return true;
}

bool is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alpha(char c) { return is_upper(c) || is_lower(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// --- searching
// -------------------------------------------------------------------------------------------

/// Position of the needle, -1 without one, -2 when raised.
template <bool last>
std::int64_t find_in(VmThread& t, const Args& args) {
  std::string needle;
  std::int64_t from = 0;
  std::int64_t to = 0;
  const std::string_view data = self_of(t, args);
  if (!read_needle(t, args[1], &needle) ||
      !read_range(t, args, 2, static_cast<std::int64_t>(data.size()), &from, &to)) {
    return -2;
  }
  if (from > to) return -1;
  const std::string_view part =
      data.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
  const std::size_t at = last ? part.rfind(needle) : part.find(needle);
  return at == std::string_view::npos ? -1 : from + static_cast<std::int64_t>(at);
}

template <bool last>
Value find(VmThread& t, const Args& args) {
  const std::int64_t at = find_in<last>(t, args);
  return at == -2 ? Value() : Value::small_int(at);
}

template <bool last>
Value index(VmThread& t, const Args& args) {
  const std::int64_t at = find_in<last>(t, args);
  if (at == -1) return raise_value_error(t, "subsection not found");
  return at == -2 ? Value() : Value::small_int(at);
}

Value count(VmThread& t, const Args& args) {
  std::string needle;
  std::int64_t from = 0;
  std::int64_t to = 0;
  const std::string_view data = self_of(t, args);
  if (!read_needle(t, args[1], &needle) ||
      !read_range(t, args, 2, static_cast<std::int64_t>(data.size()), &from, &to)) {
    return Value();
  }
  if (from > to) return Value::small_int(0);
  if (needle.empty()) return Value::small_int(to - from + 1);
  const std::string_view part = data.substr(0, static_cast<std::size_t>(to));
  std::int64_t n = 0;
  for (std::size_t at = part.find(needle, static_cast<std::size_t>(from));
       at != std::string_view::npos; at = part.find(needle, at + needle.size())) {
    ++n;
  }
  return Value::small_int(n);
}

template <bool at_end>
Value touches(VmThread& t, const Args& args) {
  const char* name = at_end ? "endswith" : "startswith";
  std::int64_t from = 0;
  std::int64_t to = 0;
  const std::string_view data = self_of(t, args);
  if (!read_range(t, args, 2, static_cast<std::int64_t>(data.size()), &from, &to)) return Value();
  const auto holds = [&](std::string_view part) {
    if (from > to) return false;
    const std::string_view window =
        data.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
    return at_end ? window.ends_with(part) : window.starts_with(part);
  };
  if (is_bytes_like(args[1])) return boolean(holds(bytes_view(t, args[1])));
  if (kind_of(args[1]) != Kind::Tuple) {
    return raise_type_error(t, "%s first arg must be bytes or a tuple of bytes, not %s", name,
                            type_name(t.vm, args[1]).c_str());
  }
  const auto* parts = static_cast<Tuple*>(args[1].object());
  for (std::uint32_t i = 0; i < parts->size; ++i) {
    std::string_view part;
    if (!read_bytes(t, parts->items()[i], &part)) return Value();
    if (holds(part)) return boolean(true);
  }
  return boolean(false);
}

Value replace(VmThread& t, const Args& args) {
  const std::string_view data = self_of(t, args);
  std::string_view from;
  std::string_view to;
  std::int64_t limit = -1;
  if (!read_bytes(t, args[1], &from) || !read_bytes(t, args[2], &to) ||
      (args.n > 3 && !read_index_clamped(t, args[3], &limit))) {
    return Value();
  }
  std::uint64_t left = limit < 0 ? UINT64_MAX : static_cast<std::uint64_t>(limit);
  std::string out;
  std::size_t at = 0;
  while (left-- > 0) {
    if ((out.size() & 0xFFFF) > 0xFF00 && !t.can_allocate(out.size() * 2)) return Value();
    const std::size_t hit = data.find(from, at);
    if (hit == std::string_view::npos) break;
    out += data.substr(at, hit - at);
    out += to;
    at = hit + from.size();
    if (!from.empty()) continue;
    if (at >= data.size()) return like(t, args, out);
    out.push_back(data[at++]);
  }
  out += data.substr(at);
  return like(t, args, out);
}

template <bool left, bool right>
Value strip(VmThread& t, const Args& args) {
  std::string_view data = self_of(t, args);
  std::string_view set;
  const bool blanks = args.n < 2 || args[1] == none();
  if (!blanks && !read_bytes(t, args[1], &set)) return Value();
  const auto goes = [&](char c) {
    return blanks ? is_space(c) : set.find(c) != std::string_view::npos;
  };
  while (left && !data.empty() && goes(data.front())) data.remove_prefix(1);
  while (right && !data.empty() && goes(data.back())) data.remove_suffix(1);
  return like(t, args, data);
}

template <bool at_end>
Value remove_affix(VmThread& t, const Args& args) {
  std::string_view data = self_of(t, args);
  std::string_view part;
  if (!read_bytes(t, args[1], &part)) return Value();
  if (at_end ? data.ends_with(part) : data.starts_with(part)) {
    at_end ? data.remove_suffix(part.size()) : data.remove_prefix(part.size());
  }
  return like(t, args, data);
}

// --- cutting and joining
// -------------------------------------------------------------------------------

std::vector<std::string_view> split_blanks(std::string_view data, std::uint64_t most,
                                           bool from_right) {
  std::vector<std::string_view> out;
  const auto trim = [&] {
    while (!data.empty() && is_space(from_right ? data.back() : data.front())) {
      from_right ? data.remove_suffix(1) : data.remove_prefix(1);
    }
  };
  for (trim(); !data.empty(); trim()) {
    if (out.size() >= most) {
      out.push_back(data);
      break;
    }
    std::size_t n = 0;
    while (n < data.size() && !is_space(from_right ? data[data.size() - 1 - n] : data[n])) ++n;
    out.push_back(from_right ? data.substr(data.size() - n) : data.substr(0, n));
    from_right ? data.remove_suffix(n) : data.remove_prefix(n);
  }
  return out;
}

template <bool from_right>
Value split(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"sep", "maxsplit"};
  Value given[2] = {none(), Value::small_int(-1)};
  std::int64_t limit = -1;
  if (!read_arguments(t, from_right ? "rsplit" : "split", without_self(args), kNames, 2, 0,
                      given) ||
      !read_index_clamped(t, given[1], &limit)) {
    return Value();
  }
  const std::uint64_t most = limit < 0 ? UINT64_MAX : static_cast<std::uint64_t>(limit);
  std::string_view data = self_of(t, args);
  std::vector<std::string_view> parts;
  if (given[0] == none()) {
    parts = split_blanks(data, most, from_right);
  } else {
    std::string_view separator;
    if (!read_bytes(t, given[0], &separator)) return Value();
    if (separator.empty()) return raise_value_error(t, "empty separator");
    while (parts.size() < most) {
      const std::size_t at = from_right ? data.rfind(separator) : data.find(separator);
      if (at == std::string_view::npos) break;
      parts.push_back(from_right ? data.substr(at + separator.size()) : data.substr(0, at));
      data = from_right ? data.substr(0, at) : data.substr(at + separator.size());
    }
    parts.push_back(data);
  }
  if (from_right) std::reverse(parts.begin(), parts.end());
  List* list = list_new(t, static_cast<std::uint32_t>(parts.size()));
  for (std::string_view part : parts) {
    const Value piece = like(t, args, part);
    if (piece.empty() || !list_append(t, list, piece)) return Value();
  }
  return list;
}

Value splitlines(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"keepends"};
  Value keep = boolean(false);
  if (!read_arguments(t, "splitlines", without_self(args), kNames, 1, 0, &keep)) return Value();
  const bool keep_ends = is_number(keep) && number_truth(keep);
  const std::string_view data = self_of(t, args);
  List* list = list_new(t, 4);
  for (std::size_t i = 0; i < data.size();) {
    const std::size_t end = std::min(data.find_first_of("\r\n", i), data.size());
    std::size_t next = std::min(end + 1, data.size());
    if (end + 1 < data.size() && data[end] == '\r' && data[end + 1] == '\n') ++next;
    const Value line = like(t, args, data.substr(i, (keep_ends ? next : end) - i));
    if (line.empty() || !list_append(t, list, line)) return Value();
    i = next;
  }
  return list;
}

template <bool from_right>
Value partition(VmThread& t, const Args& args) {
  std::string_view separator;
  const std::string_view data = self_of(t, args);
  if (!read_bytes(t, args[1], &separator)) return Value();
  if (separator.empty()) return raise_value_error(t, "empty separator");
  const std::size_t at = from_right ? data.rfind(separator) : data.find(separator);
  const Value empty = like(t, args, {});
  if (at == std::string_view::npos) {
    const Value whole = like(t, args, data);
    return from_right ? tuple_of(t, {empty, empty, whole}) : tuple_of(t, {whole, empty, empty});
  }
  return tuple_of(t, {like(t, args, data.substr(0, at)), like(t, args, separator),
                      like(t, args, data.substr(at + separator.size()))});
}

Value join(VmThread& t, const Args& args) {
  const Type* type = class_of(t.vm, args[1]);
  if (special(type, Special::Iter).empty() && special(type, Special::GetItem).empty()) {
    return raise_type_error(t, "can only join an iterable");
  }
  const Value list = list_from_native(t, args[1]);
  if (list.empty()) return list;
  if (list == not_implemented()) {
    return pending_call(t, prelude_function(t, "bytes_join"), {args[0], args[1]});
  }
  const std::vector<Value> items = list_snapshot(static_cast<List*>(list.object()));
  std::size_t total = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (has_buffer(t, items[i])) {
      return pending_call(t, prelude_function(t, "bytes_join"), {args[0], list});
    }
    if (!is_bytes_like(items[i])) {
      return raise_type_error(t, "sequence item %zu: expected a bytes-like object, %s found", i,
                              type_name(t.vm, items[i]).c_str());
    }
    total += bytes_size(items[i]) + self_of(t, args).size();
  }
  if (!t.can_allocate(total)) return Value();
  std::string out;
  out.reserve(total);
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += self_of(t, args);
    out += bytes_view(t, items[i]);
  }
  return like(t, args, out);
}

// --- case, layout
// ----------------------------------------------------------------------------------------

template <char (*map)(char)>
Value mapped(VmThread& t, const Args& args) {
  std::string out(self_of(t, args));
  for (char& c : out) c = map(c);
  return like(t, args, out);
}
char swapped(char c) { return is_upper(c) ? to_lower(c) : to_upper(c); }

Value capitalize(VmThread& t, const Args& args) {
  std::string out(self_of(t, args));
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = i == 0 ? to_upper(out[i]) : to_lower(out[i]);
  return like(t, args, out);
}

Value title(VmThread& t, const Args& args) {
  std::string out(self_of(t, args));
  bool inside = false;
  for (char& c : out) {
    c = inside ? to_lower(c) : to_upper(c);
    inside = is_alpha(c);
  }
  return like(t, args, out);
}

template <bool (*test)(char)>
Value all_are(VmThread& t, const Args& args) {
  const std::string_view data = self_of(t, args);
  return boolean(!data.empty() && std::all_of(data.begin(), data.end(), test));
}

template <bool (*wanted)(char), bool (*other)(char)>
Value is_case(VmThread& t, const Args& args) {
  const std::string_view data = self_of(t, args);
  return boolean(std::any_of(data.begin(), data.end(), wanted) &&
                 std::none_of(data.begin(), data.end(), other));
}

Value is_ascii(VmThread& t, const Args& args) {
  const std::string_view data = self_of(t, args);
  return boolean(std::all_of(data.begin(), data.end(),
                             [](char c) { return static_cast<std::uint8_t>(c) < 128; }));
}

enum class Place : std::uint8_t { Left, Center, Right };

template <Place place>
Value justify(VmThread& t, const Args& args) {
  std::int64_t width = 0;
  char fill = ' ';
  if (!read_index(t, args[1], &width)) return Value();
  if (args.n > 2) {
    if (!is_bytes_like(args[2]) || bytes_size(args[2]) != 1) {
      const char* name =
          place == Place::Left ? "ljust" : (place == Place::Right ? "rjust" : "center");
      return raise_type_error(t, "%s() argument 2 must be a byte string of length 1, not %s", name,
                              type_name(t.vm, args[2]).c_str());
    }
    fill = bytes_view(t, args[2])[0];
  }
  const std::string_view data = self_of(t, args);
  const std::int64_t missing =
      std::max<std::int64_t>(width - static_cast<std::int64_t>(data.size()), 0);
  if (missing > 256 && !can_allocate_wide(t, static_cast<std::uint64_t>(missing))) return Value();
  std::int64_t left = place == Place::Left ? 0 : missing;
  if (place == Place::Center) left = missing / 2 + (missing & width & 1);
  std::string out(static_cast<std::size_t>(left), fill);
  out += data;
  out.append(static_cast<std::size_t>(missing - left), fill);
  return like(t, args, out);
}

Value zfill(VmThread& t, const Args& args) {
  std::int64_t width = 0;
  if (!read_index(t, args[1], &width)) return Value();
  std::string out(self_of(t, args));
  const std::int64_t missing = width - static_cast<std::int64_t>(out.size());
  if (missing > 256 && !can_allocate_wide(t, static_cast<std::uint64_t>(missing))) return Value();
  const std::size_t at = !out.empty() && (out[0] == '+' || out[0] == '-') ? 1 : 0;
  if (missing > 0) out.insert(at, static_cast<std::size_t>(missing), '0');
  return like(t, args, out);
}

Value expandtabs(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"tabsize"};
  Value given = Value::small_int(8);
  std::int64_t size = 0;
  if (!read_arguments(t, "expandtabs", without_self(args), kNames, 1, 0, &given) ||
      !read_index(t, given, &size)) {
    return Value();
  }
  std::string out;
  std::int64_t column = 0;
  for (char c : self_of(t, args)) {
    const std::int64_t blanks = c != '\t' ? 0 : size > 0 ? size - column % size : 0;
    if (blanks > 4096 && !can_allocate_wide(t, out.size() + static_cast<std::uint64_t>(blanks))) {
      return Value();
    }
    out.append(static_cast<std::size_t>(blanks), ' ');
    if (c != '\t') out.push_back(c);
    column = c == '\n' || c == '\r' ? 0 : column + (c == '\t' ? blanks : 1);
  }
  return like(t, args, out);
}

Value is_title(VmThread& t, const Args& args) {
  bool found = false;
  bool inside = false;
  for (char c : self_of(t, args)) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (letter && upper == inside) return boolean(false);
    found = found || letter;
    inside = letter;
  }
  return boolean(found);
}

Value percent(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "bytes_percent"), {args[0], args[1]});
}

Value translate(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"table", "delete"};
  Value given[2];
  std::string_view table;
  std::string_view gone;
  if (!read_arguments(t, "translate", without_self(args), kNames, 2, 1, given)) return Value();
  if (given[0] != none()) {
    if (!read_bytes(t, given[0], &table)) return Value();
    if (table.size() != 256)
      return raise_value_error(t, "translation table must be 256 characters long");
  }
  if (!given[1].empty() && !read_bytes(t, given[1], &gone)) return Value();
  std::string out;
  for (char c : self_of(t, args)) {
    if (gone.find(c) != std::string_view::npos) continue;
    out.push_back(table.empty() ? c : table[static_cast<std::uint8_t>(c)]);
  }
  return like(t, args, out);
}

Value maketrans(VmThread& t, const Args& args) {
  std::string_view from;
  std::string_view to;
  if (!read_bytes(t, args[0], &from) || !read_bytes(t, args[1], &to)) return Value();
  if (from.size() != to.size())
    return raise_value_error(t, "maketrans arguments must have same length");
  std::string table;
  for (int i = 0; i < 256; ++i) table.push_back(static_cast<char>(i));
  for (std::size_t i = 0; i < from.size(); ++i) table[static_cast<std::uint8_t>(from[i])] = to[i];
  return bytes_new(t, table);
}

// --- text
// ------------------------------------------------------------------------------------------------

Value decode_method(VmThread& t, const Args& args) {
  std::string_view encoding;
  std::string_view errors;
  if (!read_codec_arguments(t, "decode", args, 1, &encoding, &errors)) return Value();
  return decode(t, args[0], encoding, errors);
}

Value hex(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"sep", "bytes_per_sep"};
  Value given[2] = {Value(), Value::small_int(1)};
  std::int64_t group = 1;
  if (!read_arguments(t, "hex", without_self(args), kNames, 2, 0, given) ||
      !read_index(t, given[1], &group)) {
    return Value();
  }
  std::string separator;
  if (!given[0].empty()) {
    if (is_str(given[0])) {
      separator = utf8(as_str(given[0]));
    } else if (is_bytes_like(given[0])) {
      separator = std::string(bytes_view(t, given[0]));
    } else {
      return raise_type_error(t, "sep must be str or bytes.");
    }
    if (separator.size() != 1) return raise_value_error(t, "sep must be length 1.");
  }
  const std::string_view data = self_of(t, args);
  if (data.size() > 256 && !t.can_allocate(data.size() * 3)) return Value();
  const std::size_t every = static_cast<std::size_t>(group < 0 ? -group : group);
  std::string out;
  for (std::size_t i = 0; i < data.size(); ++i) {
    // Groups are counted from the right, or from the left when negative.
    const std::size_t position = group < 0 ? i : data.size() - i;
    if (i > 0 && every != 0 && !separator.empty() && position % every == 0) out += separator;
    const auto byte = static_cast<std::uint8_t>(data[i]);
    out.push_back("0123456789abcdef"[byte >> 4]);
    out.push_back("0123456789abcdef"[byte & 15]);
  }
  return str_from_ascii(t, out);
}

int hex_digit(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  const char32_t lower = c | 0x20;
  return lower >= 'a' && lower <= 'f' ? static_cast<int>(lower - 'a' + 10) : -1;
}

Value fromhex(VmThread& t, const Args& args) {
  if (!is_str(args[1])) {
    return raise_type_error(t, "fromhex() argument must be str, not %s",
                            type_name(t.vm, args[1]).c_str());
  }
  const Str* s = as_str(args[1]);
  std::string out;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    if (c < 128 && is_space(static_cast<char>(c))) continue;
    const int high = hex_digit(c);
    const int low = i + 1 < s->length ? hex_digit(str_at(s, i + 1)) : -1;
    if (high < 0 || low < 0) {
      return raise_value_error(t, "non-hexadecimal number found in fromhex() arg at position %u",
                               high < 0 ? i : i + 1);
    }
    out.push_back(static_cast<char>(high * 16 + low));
    ++i;
  }
  if (args[0].object() == t.vm.types.bytearray) return bytearray_new(t, out);
  const Value made = bytes_new(t, out);
  return args[0].object() == t.vm.types.bytes ? made : pending_call(t, args[0], {made});
}

constexpr NativeDef kMethods[] = {
    {"find", find<false>, 2, 4},
    {"rfind", find<true>, 2, 4},
    {"index", index<false>, 2, 4},
    {"rindex", index<true>, 2, 4},
    {"count", count, 2, 4},
    {"startswith", touches<false>, 2, 4},
    {"endswith", touches<true>, 2, 4},
    {"replace", replace, 3, 4},
    {"strip", strip<true, true>, 1, 2},
    {"lstrip", strip<true, false>, 1, 2},
    {"rstrip", strip<false, true>, 1, 2},
    {"removeprefix", remove_affix<false>, 2, 2},
    {"removesuffix", remove_affix<true>, 2, 2},
    {"split", split<false>, 1, 3, kKeywords},
    {"rsplit", split<true>, 1, 3, kKeywords},
    {"splitlines", splitlines, 1, 2, kKeywords},
    {"partition", partition<false>, 2, 2},
    {"rpartition", partition<true>, 2, 2},
    {"join", join, 2, 2},
    {"upper", mapped<to_upper>, 1, 1},
    {"lower", mapped<to_lower>, 1, 1},
    {"swapcase", mapped<swapped>, 1, 1},
    {"capitalize", capitalize, 1, 1},
    {"title", title, 1, 1},
    {"isalpha", all_are<is_alpha>, 1, 1},
    {"isalnum", all_are<is_alnum>, 1, 1},
    {"isdigit", all_are<is_digit>, 1, 1},
    {"isspace", all_are<is_space>, 1, 1},
    {"isupper", is_case<is_upper, is_lower>, 1, 1},
    {"islower", is_case<is_lower, is_upper>, 1, 1},
    {"isascii", is_ascii, 1, 1},
    {"istitle", is_title, 1, 1},
    {"__mod__", percent, 2, 2},
    {"ljust", justify<Place::Left>, 2, 3},
    {"rjust", justify<Place::Right>, 2, 3},
    {"center", justify<Place::Center>, 2, 3},
    {"zfill", zfill, 2, 2},
    {"expandtabs", expandtabs, 1, 2, kKeywords},
    {"translate", translate, 2, 3, kKeywords},
    {"maketrans", maketrans, 2, 2, kStaticMethod},
    {"decode", decode_method, 1, 3, kKeywords},
    {"hex", hex, 1, 3, kKeywords},
    {"fromhex", fromhex, 2, 2, kClassMethod},
};

}  // namespace

std::span<const NativeDef> bytes_methods() { return kMethods; }

}  // namespace interleave::vm
