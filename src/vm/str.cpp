#include "vm/str.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

#include "vm/errors.h"
#include "vm/index.h"
#include "vm/number.h"
#include "vm/unicode.h"

namespace interleave::vm {

namespace {

constexpr std::size_t kChars = 256;
constexpr std::array<std::uint8_t, kChars> kCharText = [] {
  std::array<std::uint8_t, kChars> text{};
  for (std::size_t i = 0; i < kChars; ++i) text[i] = static_cast<std::uint8_t>(i);
  return text;
}();

/// The strings of one character below U+0100 and the empty one, at fixed addresses like None: there
/// is one Vm.
Str g_chars[kChars + 1];
constexpr std::size_t kEmpty = kChars;

/// Growth of a buffer that strings are appended in: small ones double, large ones grow by half.
constexpr std::size_t kFirstBuffer = 64;
constexpr std::size_t kLargeBuffer = 1u << 20;

void prepare_chars(const Vm& vm) {
  for (std::size_t i = 0; i <= kChars; ++i) {
    Str& s = g_chars[i];
    s.type = vm.types.str;
    s.flags = kImmortal;
    s.length = i == kEmpty ? 0 : 1;
    s.unit = 1;
    s.ascii = i == kEmpty || i < 128;
    s.data = i == kEmpty ? kCharText.data() : kCharText.data() + i;
  }
}

Str* shared_char(const Vm& vm, std::size_t i) {
  // The first string is made while the machine is set up, on one thread.
  if (g_chars[kEmpty].type != vm.types.str) [[unlikely]]
    prepare_chars(vm);
  return &g_chars[i];
}

std::uint8_t unit_for(char32_t max) { return max < 0x100 ? 1 : (max < 0x10000 ? 2 : 4); }

Str* new_inline(VmThread& t, std::size_t length, std::uint8_t unit) {
  const std::uint64_t wide = std::uint64_t{length} * unit;
  if (wide > kSmallObjectBytes && !can_allocate_wide(t, wide)) return nullptr;
  const auto bytes = static_cast<std::size_t>(wide);
  Str* s = t.make<Str>(t.vm.types.str, bytes);
  s->length = static_cast<std::uint32_t>(length);
  s->unit = unit;
  s->data = s + 1;
  return s;
}

template <typename From, typename To>
void widen(void* to, const void* from, std::size_t n) {
  const From* in = static_cast<const From*>(from);
  To* out = static_cast<To*>(to);
  for (std::size_t i = 0; i < n; ++i) out[i] = static_cast<To>(in[i]);
}

/// memcpy for text, which mostly is short: two moves that may overlap instead of a call.
void copy_bytes(void* to, const void* from, std::size_t n) {
  if (n > 16) {
    std::memcpy(to, from, n);
    return;
  }
  auto* out = static_cast<std::uint8_t*>(to);
  const auto* in = static_cast<const std::uint8_t*>(from);
  const auto both_ends = [=](auto word) {
    decltype(word) last;
    std::memcpy(&word, in, sizeof word);
    std::memcpy(&last, in + n - sizeof last, sizeof last);
    std::memcpy(out, &word, sizeof word);
    std::memcpy(out + n - sizeof last, &last, sizeof last);
  };
  if (n >= 8) {
    both_ends(std::uint64_t{});
  } else if (n >= 4) {
    both_ends(std::uint32_t{});
  } else if (n >= 2) {
    both_ends(std::uint16_t{});
  } else if (n == 1) {
    *out = *in;
  }
}

/// n code points of `unit` bytes each, starting at code point `from` of s; unit is not below s's.
void copy_text(void* to, std::uint8_t unit, const Str* s, std::size_t from, std::size_t n) {
  const auto* bytes = static_cast<const std::uint8_t*>(s->data) + from * s->unit;
  if (unit == s->unit) {
    copy_bytes(to, bytes, n * unit);
  } else if (s->unit == 1) {
    unit == 2 ? widen<std::uint8_t, char16_t>(to, bytes, n)
              : widen<std::uint8_t, char32_t>(to, bytes, n);
  } else {
    widen<char16_t, char32_t>(to, bytes, n);
  }
}

/// One code point of UTF-8 or WTF-8; broken bytes give U+FFFD.
char32_t decode(std::string_view text, std::size_t* at) {
  const auto byte = [&](std::size_t i) -> std::uint32_t {
    return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0;
  };
  const auto is_tail = [](std::uint32_t b) { return (b & 0xC0) == 0x80; };
  const std::size_t i = *at;
  const std::uint32_t lead = byte(i);
  *at = i + 1;
  if (lead < 0x80) return lead;
  const std::uint32_t a = byte(i + 1);
  const std::uint32_t b = byte(i + 2);
  const std::uint32_t c = byte(i + 3);
  if (lead >= 0xC2 && lead < 0xE0 && is_tail(a)) {
    *at = i + 2;
    return ((lead & 0x1F) << 6) | (a & 0x3F);
  }
  if (lead >= 0xE0 && lead < 0xF0 && is_tail(a) && is_tail(b)) {
    const char32_t code = ((lead & 0x0F) << 12) | ((a & 0x3F) << 6) | (b & 0x3F);
    if (code >= 0x800) {
      *at = i + 3;
      return code;
    }
  }
  if (lead >= 0xF0 && lead < 0xF5 && is_tail(a) && is_tail(b) && is_tail(c)) {
    const char32_t code = ((lead & 7) << 18) | ((a & 0x3F) << 12) | ((b & 0x3F) << 6) | (c & 0x3F);
    if (code >= 0x10000 && code < 0x110000) {
      *at = i + 4;
      return code;
    }
  }
  return 0xFFFD;
}

void append_utf8(std::string* out, char32_t c) {
  const auto put = [out](std::uint32_t byte) { out->push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool all_ascii(const void* data, std::size_t n) {
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  std::size_t i = 0;
  for (; i + 8 <= n; i += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes + i, 8);
    if ((word & 0x8080808080808080ull) != 0) return false;
  }
  for (; i < n; ++i) {
    if (bytes[i] >= 0x80) return false;
  }
  return true;
}

char32_t highest(const Str* s, std::size_t from, std::size_t to) {
  if (s->ascii) return 0x7F;
  char32_t max = 0;
  for (std::size_t i = from; i < to; ++i) max |= str_at(s, static_cast<std::uint32_t>(i));
  return max;
}

}  // namespace

// --- making
// ----------------------------------------------------------------------------------------------

bool can_allocate_wide(VmThread& t, std::uint64_t bytes) { return t.can_allocate(bytes); }

Str* str_empty(VmThread& t) { return shared_char(t.vm, kEmpty); }

Str* str_char(VmThread& t, char32_t c) {
  if (c < kChars) return shared_char(t.vm, c);
  Str* s = new_inline(t, 1, unit_for(c));
  str_put(s, 0, c);
  return s;
}

Str* str_uninitialized(VmThread& t, std::size_t length, char32_t max_code_point) {
  Str* s = new_inline(t, length, unit_for(max_code_point));
  if (s != nullptr) s->ascii = max_code_point < 128;
  return s;
}

void str_put(Str* s, std::size_t i, char32_t c) {
  void* data = const_cast<void*>(s->data);
  if (s->unit == 1) {
    static_cast<std::uint8_t*>(data)[i] = static_cast<std::uint8_t>(c);
  } else if (s->unit == 2) {
    static_cast<char16_t*>(data)[i] = static_cast<char16_t>(c);
  } else {
    static_cast<char32_t*>(data)[i] = c;
  }
}

namespace {
Str* of_bytes(VmThread& t, const std::uint8_t* data, std::size_t length, bool ascii) {
  if (length == 0) return str_empty(t);
  if (length == 1) return str_char(t, data[0]);
  Str* s = new_inline(t, length, 1);
  if (s == nullptr) return nullptr;
  copy_bytes(const_cast<void*>(s->data), data, length);
  s->ascii = ascii;
  return s;
}
}  // namespace

Str* str_from_latin1(VmThread& t, const std::uint8_t* data, std::size_t length) {
  return of_bytes(t, data, length, all_ascii(data, length));
}

Str* str_from_ascii(VmThread& t, std::string_view ascii) {
  return of_bytes(t, reinterpret_cast<const std::uint8_t*>(ascii.data()), ascii.size(), true);
}

Str* str_from_code_points(VmThread& t, const char32_t* data, std::size_t length) {
  if (length == 0) return str_empty(t);
  char32_t max = 0;
  for (std::size_t i = 0; i < length; ++i) max |= data[i];
  if (length == 1) return str_char(t, data[0]);
  Str* s = str_uninitialized(t, length, max);
  if (s == nullptr) return nullptr;
  for (std::size_t i = 0; i < length; ++i) str_put(s, i, data[i]);
  return s;
}

Str* str_new(VmThread& t, std::string_view text) {
  if (all_ascii(text.data(), text.size())) return str_from_ascii(t, text);
  std::size_t length = 0;
  char32_t max = 0;
  for (std::size_t at = 0; at < text.size(); ++length) max |= decode(text, &at);
  Str* s = str_uninitialized(t, length, max);
  if (s == nullptr) return nullptr;
  std::size_t i = 0;
  for (std::size_t at = 0; at < text.size(); ++i) str_put(s, i, decode(text, &at));
  return length == 1 ? str_char(t, str_at(s, 0)) : s;
}

Str* str_exact(VmThread& t, Str* s) {
  if (s->type == t.vm.types.str) return s;
  Str* copy = t.make<Str>(t.vm.types.str);
  copy->length = s->length;
  copy->unit = s->unit;
  copy->ascii = s->ascii;
  copy->data = s->data;
  copy->owner = s->owner != nullptr ? s->owner : s;
  copy->hash.store(s->hash.load());
  return copy;
}

// --- reading
// ---------------------------------------------------------------------------------------------

std::string utf8(const Str* s) {
  if (s->ascii) return std::string(s->latin1());
  std::string out;
  out.reserve(s->length * 2);
  for (std::uint32_t i = 0; i < s->length; ++i) append_utf8(&out, str_at(s, i));
  return out;
}

std::string_view utf8_view(const Str* s, std::string* storage) {
  if (s->ascii) return s->latin1();
  *storage = utf8(s);
  return *storage;
}

std::u32string code_points(const Str* s) {
  std::u32string out(s->length, U'\0');
  for (std::uint32_t i = 0; i < s->length; ++i) out[i] = str_at(s, i);
  return out;
}

bool str_equal(const Str* a, const Str* b) {
  if (a == b) return true;
  // Equal texts have equal units, as each is stored in the narrowest.
  if (a->length != b->length || a->unit != b->unit) return false;
  if ((a->flags & b->flags & kInterned) != 0) return false;
  const Hash ha = a->hash.load();
  const Hash hb = b->hash.load();
  if (ha != 0 && hb != 0 && ha != hb) return false;
  return std::memcmp(a->data, b->data, std::size_t{a->length} * a->unit) == 0;
}

bool str_equal(const Str* a, std::string_view ascii) { return a->ascii && a->latin1() == ascii; }

Hash str_hash_slow(Str* s) {
  // Words of eight bytes, multiplied and folded; the last one padded with zeros, the length mixed
  // in.
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ull;
  const auto* bytes = static_cast<const std::uint8_t*>(s->data);
  const std::size_t n = std::size_t{s->length} * s->unit;
  std::uint64_t h = n * kFactor ^ 0x2545F4914F6CDD1Dull;
  for (std::size_t i = 0; i < n; i += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes + i, std::min<std::size_t>(8, n - i));
    h = (h ^ word) * kFactor;
    h ^= h >> 29;
  }
  h *= 0xD6E8FEB86659FD93ull;
  h ^= h >> 32;
  Hash hash = static_cast<Hash>(h);
  if (hash == 0 || hash == -1) hash = 0x5bd1e995;
  s->hash.store(hash);
  return hash;
}

int str_compare(const Str* a, const Str* b) {
  const std::uint32_t n = std::min(a->length, b->length);
  if (a->unit == 1 && b->unit == 1) {
    const int order = std::memcmp(a->data, b->data, n);
    if (order != 0) return order;
  } else {
    for (std::uint32_t i = 0; i < n; ++i) {
      const char32_t x = str_at(a, i);
      const char32_t y = str_at(b, i);
      if (x != y) return x < y ? -1 : 1;
    }
  }
  return a->length < b->length ? -1 : (a->length > b->length ? 1 : 0);
}

namespace {
bool matches_at(const Str* s, std::size_t at, const Str* needle) {
  if (s->unit == needle->unit) {
    const auto* bytes = static_cast<const std::uint8_t*>(s->data) + at * s->unit;
    return std::memcmp(bytes, needle->data, std::size_t{needle->length} * needle->unit) == 0;
  }
  for (std::uint32_t i = 0; i < needle->length; ++i) {
    if (str_at(s, static_cast<std::uint32_t>(at) + i) != str_at(needle, i)) return false;
  }
  return true;
}
}  // namespace

std::int64_t str_find(const Str* s, const Str* needle, std::size_t from, std::size_t to) {
  const std::size_t n = needle->length;
  if (from > to || to - from < n) return -1;
  if (n == 0) return static_cast<std::int64_t>(from);
  if (needle->unit > s->unit) return -1;
  const char32_t first = str_at(needle, 0);
  const std::size_t last = to - n;
  for (std::size_t i = from; i <= last; ++i) {
    if (s->unit == 1) {
      const auto* bytes = static_cast<const std::uint8_t*>(s->data);
      const void* hit = std::memchr(bytes + i, static_cast<int>(first), last - i + 1);
      if (hit == nullptr) return -1;
      i = static_cast<std::size_t>(static_cast<const std::uint8_t*>(hit) - bytes);
      if (n == 1) return static_cast<std::int64_t>(i);
    } else if (str_at(s, static_cast<std::uint32_t>(i)) != first) {
      continue;
    }
    if (matches_at(s, i, needle)) return static_cast<std::int64_t>(i);
  }
  return -1;
}

std::int64_t str_rfind(const Str* s, const Str* needle, std::size_t from, std::size_t to) {
  const std::size_t n = needle->length;
  if (from > to || to - from < n) return -1;
  for (std::size_t i = to - n + 1; i-- > from;) {
    if (matches_at(s, i, needle)) return static_cast<std::int64_t>(i);
  }
  return -1;
}

bool str_contains(const Str* s, const Str* needle) {
  return str_find(s, needle, 0, s->length) >= 0;
}

// --- operators
// -------------------------------------------------------------------------------------------

namespace {

/// Claims `bytes` behind the text of `s` if it ends where its buffer's used part does.
bool claim(const Vm& vm, const Str* s, std::size_t bytes) {
  if (s->owner == nullptr || s->owner->type != vm.types.str_buffer) return false;
  auto* buffer = static_cast<StrBuffer*>(s->owner);
  const auto* end = static_cast<const std::uint8_t*>(s->data) + std::size_t{s->length} * s->unit;
  auto used = static_cast<std::uint32_t>(end - buffer->bytes());
  if (std::size_t{used} + bytes > buffer->capacity) return false;
  // Two threads may append to the same string at once: one gets the room, the other makes a copy.
  return buffer->used.compare_exchange_strong(used, used + static_cast<std::uint32_t>(bytes),
                                              std::memory_order_acq_rel);
}

Str* header_of(VmThread& t, StrBuffer* buffer, const void* data, std::size_t length,
               std::uint8_t unit, bool ascii) {
  Str* s = t.make<Str>(t.vm.types.str);
  s->length = static_cast<std::uint32_t>(length);
  s->unit = unit;
  s->ascii = ascii;
  s->data = data;
  s->owner = buffer;
  return s;
}

}  // namespace

Value str_concat(VmThread& t, Str* a, Str* b) {
  if (a->length == 0) return str_exact(t, b);
  if (b->length == 0) return str_exact(t, a);
  const std::uint8_t unit = std::max(a->unit, b->unit);
  const std::size_t length = std::size_t{a->length} + b->length;
  const bool ascii = a->ascii && b->ascii;
  const std::size_t bytes_a = std::size_t{a->length} * unit;
  const std::size_t bytes_b = std::size_t{b->length} * unit;
  if (unit == a->unit && claim(t.vm, a, bytes_b)) {
    auto* buffer = static_cast<StrBuffer*>(a->owner);
    auto* end = static_cast<std::uint8_t*>(const_cast<void*>(a->data)) + bytes_a;
    copy_text(end, unit, b, 0, b->length);
    return header_of(t, buffer, a->data, length, unit, ascii);
  }
  const std::size_t bytes = bytes_a + bytes_b;
  if (bytes < kFirstBuffer) {
    Str* s = new_inline(t, length, unit);
    s->ascii = ascii;
    copy_text(const_cast<void*>(s->data), unit, a, 0, a->length);
    copy_text(static_cast<std::uint8_t*>(const_cast<void*>(s->data)) + bytes_a, unit, b, 0,
              b->length);
    return s;
  }
  const bool is_sum = a->owner != nullptr;  // appended to before: room for more of it
  const std::size_t spare = !is_sum ? bytes / 4 : (bytes < kLargeBuffer ? bytes : bytes / 2);
  const std::size_t capacity = bytes + spare;
  if (!can_allocate_wide(t, capacity)) return Value();
  auto* buffer = t.make<StrBuffer>(t.vm.types.str_buffer, capacity);
  buffer->capacity = static_cast<std::uint32_t>(capacity);
  buffer->used.store(static_cast<std::uint32_t>(bytes), std::memory_order_relaxed);
  copy_text(buffer->bytes(), unit, a, 0, a->length);
  copy_text(buffer->bytes() + bytes_a, unit, b, 0, b->length);
  return header_of(t, buffer, buffer->bytes(), length, unit, ascii);
}

Value str_repeat(VmThread& t, Str* s, std::int64_t n) {
  if (n <= 0 || s->length == 0) return str_empty(t);
  if (n == 1) return str_exact(t, s);
  if (n > static_cast<std::int64_t>(std::numeric_limits<std::uint32_t>::max()) / s->length) {
    return raise_memory_error(t);
  }
  const std::size_t piece = std::size_t{s->length} * s->unit;
  const std::size_t total = piece * static_cast<std::size_t>(n);
  Str* r = new_inline(t, static_cast<std::size_t>(n) * s->length, s->unit);
  if (r == nullptr) return Value();
  r->ascii = s->ascii;
  auto* out = static_cast<std::uint8_t*>(const_cast<void*>(r->data));
  if (piece == 1) {
    std::memset(out, *static_cast<const std::uint8_t*>(s->data), total);
    return r;
  }
  std::memcpy(out, s->data, piece);
  for (std::size_t done = piece; done < total;) {
    const std::size_t next = std::min(done, total - done);
    std::memcpy(out + done, out, next);
    done += next;
  }
  return r;
}

Value str_substring(VmThread& t, Str* s, std::size_t from, std::size_t to) {
  if (from >= to) return str_empty(t);
  if (from == 0 && to == s->length) return str_exact(t, s);
  const std::size_t length = to - from;
  if (length == 1) return str_char(t, str_at(s, static_cast<std::uint32_t>(from)));
  if (s->ascii) return str_from_ascii(t, s->latin1().substr(from, length));
  const char32_t max = highest(s, from, to);
  Str* r = str_uninitialized(t, length, max);
  if (r == nullptr) return Value();
  if (r->unit == s->unit) {
    copy_text(const_cast<void*>(r->data), r->unit, s, from, length);
  } else {
    for (std::size_t i = 0; i < length; ++i) {
      str_put(r, i, str_at(s, static_cast<std::uint32_t>(from + i)));
    }
  }
  return r;
}

namespace {
Value getitem_resolved(VmThread& t, Value index, Value s) {
  return str_getitem(t, as_str(s), index);
}
}  // namespace

Value str_getitem(VmThread& t, Str* s, Value index) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer:
      if (i < 0) i += s->length;
      if (i < 0 || i >= s->length) return raise_index_error(t, "string index out of range");
      return str_char(t, str_at(s, static_cast<std::uint32_t>(i)));
    case IndexKind::Slice: {
      auto* slice = static_cast<Slice*>(index.object());
      if (slice_needs_python(t.vm, slice))
        return resolve_index(t, "string", index, getitem_resolved, s);
      SliceIndices range;
      if (!slice_indices(t, slice, s->length, &range)) return Value();
      const auto start = static_cast<std::size_t>(range.start);
      const auto count = static_cast<std::size_t>(range.count);
      if (range.step == 1) return str_substring(t, s, start, start + count);
      std::u32string text(count, U'\0');
      for (std::size_t k = 0; k < count; ++k) {
        text[k] = str_at(
            s, static_cast<std::uint32_t>(range.start + static_cast<std::int64_t>(k) * range.step));
      }
      return str_from_code_points(t, text);
    }
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  if (special(class_of(t.vm, index), Special::Index).empty()) {
    return raise_type_error(t, "string indices must be integers, not '%s'",
                            type_name(t.vm, index).c_str());
  }
  return resolve_index(t, "string", index, getitem_resolved, s);
}

Value str_join(VmThread& t, Str* separator, const Value* items, std::size_t n) {
  if (n == 0) return str_empty(t);
  std::uint64_t length = std::uint64_t{separator->length} * (n - 1);
  std::uint8_t unit = n > 1 ? separator->unit : 1;
  bool ascii = n == 1 || separator->ascii;
  for (std::size_t i = 0; i < n; ++i) {
    if (!is_str(items[i])) {
      return raise_type_error(t, "sequence item %zu: expected str instance, %s found", i,
                              type_name(t.vm, items[i]).c_str());
    }
    const Str* s = as_str(items[i]);
    length += s->length;
    unit = std::max(unit, s->unit);
    ascii = ascii && s->ascii;
  }
  if (n == 1) return str_exact(t, as_str(items[0]));
  if (length == 0) return str_empty(t);
  if (length > std::numeric_limits<std::uint32_t>::max()) return raise_memory_error(t);
  Str* r = new_inline(t, static_cast<std::size_t>(length), unit);
  if (r == nullptr) return Value();
  r->ascii = ascii;
  auto* out = static_cast<std::uint8_t*>(const_cast<void*>(r->data));
  for (std::size_t i = 0; i < n; ++i) {
    if (i > 0) {
      copy_text(out, unit, separator, 0, separator->length);
      out += std::size_t{separator->length} * unit;
    }
    const Str* s = as_str(items[i]);
    copy_text(out, unit, s, 0, s->length);
    out += std::size_t{s->length} * unit;
  }
  return length == 1 ? str_char(t, str_at(r, 0)) : r;
}

// --- text
// ------------------------------------------------------------------------------------------------

namespace {

void append_hex(std::string* out, char32_t c, int digits) {
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    out->push_back("0123456789abcdef"[(c >> shift) & 15]);
  }
}

std::string quoted(const Str* s, bool ascii_only) {
  bool single = false;
  bool twin = false;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    single = single || c == '\'';
    twin = twin || c == '"';
  }
  const char quote = single && !twin ? '"' : '\'';
  std::string out(1, quote);
  out.reserve(s->length + 2);
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    if (c == static_cast<char32_t>(quote) || c == '\\') {
      out.push_back('\\');
      out.push_back(static_cast<char>(c));
    } else if (c >= ' ' && c < 127) {
      out.push_back(static_cast<char>(c));
    } else if (c == '\n' || c == '\r' || c == '\t') {
      out += c == '\n' ? "\\n" : (c == '\r' ? "\\r" : "\\t");
    } else if (!ascii_only && c >= 127 && unicode::is_printable(c)) {
      append_utf8(&out, c);
    } else {
      out += c < 0x100 ? "\\x" : (c < 0x10000 ? "\\u" : "\\U");
      append_hex(&out, c, c < 0x100 ? 2 : (c < 0x10000 ? 4 : 8));
    }
  }
  out.push_back(quote);
  return out;
}

}  // namespace

std::string str_repr(const Str* s) { return quoted(s, false); }
std::string str_ascii(const Str* s) { return quoted(s, true); }

void StrBuilder::add(const Str* s, std::size_t from, std::size_t to) {
  text_.reserve(text_.size() + to - from);
  for (std::size_t i = from; i < to; ++i) add(str_at(s, static_cast<std::uint32_t>(i)));
}

void StrBuilder::add_ascii(std::string_view ascii) {
  for (char c : ascii) text_.push_back(static_cast<unsigned char>(c));
}

Value StrBuilder::finish(VmThread& t) {
  if (text_.size() > kSmallObjectBytes &&
      !can_allocate_wide(t, std::uint64_t{text_.size()} * unit_for(max_)))
    return Value();
  return str_from_code_points(t, text_);
}

}  // namespace interleave::vm
