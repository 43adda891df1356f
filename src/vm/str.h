// str: making, reading, comparing, hashing, joining and cutting text.
//
// Not the methods seen from Python (str_methods.cpp, str_split.cpp…), not format specifications
// (format.h), not encodings other than UTF-8 (codec.h). A Str is immutable, so any thread may read
// one; functions that take a VmThread allocate and may raise (empty Value, null pointer).
#pragma once

#include <string>
#include <string_view>

#include "vm/object.h"

namespace interleave::vm {

class Vm;
class VmThread;

/// What several strings made by appending share: bytes behind this header; `used` grows, never
/// shrinks.
struct StrBuffer : Object {
  std::uint32_t capacity = 0;  // bytes
  std::atomic<std::uint32_t> used{0};
  std::uint8_t* bytes() { return reinterpret_cast<std::uint8_t*>(this + 1); }
};

// --- making
// ----------------------------------------------------------------------------------------------
/// From UTF-8; lone surrogates as in WTF-8; broken bytes become U+FFFD.
Str* str_new(VmThread& t, std::string_view utf8);
/// From bytes that are all below 128.
Str* str_from_ascii(VmThread& t, std::string_view ascii);
Str* str_from_latin1(VmThread& t, const std::uint8_t* data, std::size_t length);
Str* str_from_code_points(VmThread& t, const char32_t* data, std::size_t length);
inline Str* str_from_code_points(VmThread& t, std::u32string_view text) {
  return str_from_code_points(t, text.data(), text.size());
}
/// The string of one code point; those below 256 always the same object.
Str* str_char(VmThread& t, char32_t c);
Str* str_empty(VmThread& t);
/// A string with room for `length` code points not above `max_code_point`, to be filled by the
/// caller through str_put(), each place once, before anybody else sees it. Null: MemoryError
/// raised.
Str* str_uninitialized(VmThread& t, std::size_t length, char32_t max_code_point);
void str_put(Str* s, std::size_t i, char32_t c);
/// t.can_allocate() for a size computed in 64 bits, which a size_t of 32 might not hold. False:
/// MemoryError raised.
bool can_allocate_wide(VmThread& t, std::uint64_t bytes);
/// An exact str of the same text (for instances of subclasses).
Str* str_exact(VmThread& t, Str* s);

// --- reading
// ---------------------------------------------------------------------------------------------
inline bool is_str(Value v) { return v.is_object() && v.object()->type->kind == Kind::Str; }
inline Str* as_str(Value v) { return static_cast<Str*>(v.object()); }
inline char32_t str_at(const Str* s, std::uint32_t i) {
  if (s->unit == 1) return static_cast<const std::uint8_t*>(s->data)[i];
  if (s->unit == 2) return static_cast<const char16_t*>(s->data)[i];
  return static_cast<const char32_t*>(s->data)[i];
}
/// UTF-8; lone surrogates as in WTF-8.
std::string utf8(const Str* s);
/// The text itself when it is ASCII (the common case, no copy), else its UTF-8 put into `storage`.
std::string_view utf8_view(const Str* s, std::string* storage);
std::u32string code_points(const Str* s);

bool str_equal(const Str* a, const Str* b);
bool str_equal(const Str* a, std::string_view ascii);
/// Cached; the same in every build and run; never 0 and never -1.
Hash str_hash_slow(Str* s);
inline Hash str_hash(Str* s) {
  const Hash h = s->hash.load();
  return h != 0 ? h : str_hash_slow(s);
}
/// Negative, 0, positive: by code points.
int str_compare(const Str* a, const Str* b);
/// Index of `needle` in [from, to) of `s`, or -1.
std::int64_t str_find(const Str* s, const Str* needle, std::size_t from, std::size_t to);
std::int64_t str_rfind(const Str* s, const Str* needle, std::size_t from, std::size_t to);
bool str_contains(const Str* s, const Str* needle);

// --- operators
// -------------------------------------------------------------------------------------------
/// a + b; appending to the newest of a chain of sums is amortised O(length of b).
Value str_concat(VmThread& t, Str* a, Str* b);
/// s * n; n <= 0 gives ''.
Value str_repeat(VmThread& t, Str* s, std::int64_t n);
/// s[index], s[slice]. The index must be int-like (TypeError otherwise).
Value str_getitem(VmThread& t, Str* s, Value index);
Value str_substring(VmThread& t, Str* s, std::size_t from, std::size_t to);
/// Raises TypeError "sequence item 0: expected str instance, int found".
Value str_join(VmThread& t, Str* separator, const Value* items, std::size_t n);
/// Item i for an iterator: a one-character string.
inline Value str_iter_at(VmThread& t, const Str* s, std::uint32_t i) {
  return str_char(t, str_at(s, i));
}
std::string str_repr(const Str* s);
std::string str_ascii(const Str* s);

/// Puts text together; cheaper than sums. Not shared between threads.
class StrBuilder {
 public:
  void add(char32_t c) {
    text_.push_back(c);
    max_ |= c;
  }
  void add(const Str* s) { add(s, 0, s->length); }
  void add(const Str* s, std::size_t from, std::size_t to);
  void add_ascii(std::string_view ascii);
  void fill(char32_t c, std::size_t n) {
    text_.append(n, c);
    if (n > 0) max_ |= c;
  }
  std::size_t size() const { return text_.size(); }
  Value finish(VmThread& t);

 private:
  std::u32string text_;
  char32_t max_ = 0;
};

void init_str(VmThread& t);

}  // namespace interleave::vm
