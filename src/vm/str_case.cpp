// Case methods and the predicates of str.
#include "vm/errors.h"
#include "vm/str_methods.h"
#include "vm/unicode.h"
#include "vm/vm.h"

namespace interleave::vm {

namespace {

Str* self_of(const Args& args) { return as_str(args[0]); }

/// Maps every ASCII character through `f`; only for ASCII strings.
template <typename F>
Value map_ascii(VmThread& t, const Str* s, F f) {
  Str* r = str_uninitialized(t, s->length, 127);
  if (r == nullptr) return Value();
  const std::string_view from = s->latin1();
  auto* to = static_cast<unsigned char*>(const_cast<void*>(r->data));
  for (std::size_t i = 0; i < from.size(); ++i)
    to[i] = static_cast<unsigned char>(f(static_cast<unsigned char>(from[i])));
  return r;
}

void add_mapped(StrBuilder* out, int (*map)(char32_t, char32_t[3]), char32_t c) {
  char32_t mapped[3];
  const int n = map(c, mapped);
  for (int i = 0; i < n; ++i) out->add(mapped[i]);
}

/// Σ ends a word, and becomes ς, when a cased letter stands before it and none behind; marks do not
/// count.
bool is_final_sigma(const Str* s, std::uint32_t at) {
  std::int64_t i = static_cast<std::int64_t>(at) - 1;
  while (i >= 0 && unicode::is_case_ignorable(str_at(s, static_cast<std::uint32_t>(i)))) --i;
  if (i < 0 || !unicode::is_cased(str_at(s, static_cast<std::uint32_t>(i)))) return false;
  std::uint32_t k = at + 1;
  while (k < s->length && unicode::is_case_ignorable(str_at(s, k))) ++k;
  return k == s->length || !unicode::is_cased(str_at(s, k));
}

void add_lower(StrBuilder* out, const Str* s, std::uint32_t i) {
  const char32_t c = str_at(s, i);
  if (c == 0x3A3) {
    out->add(is_final_sigma(s, i) ? U'\u03C2' : U'\u03C3');
  } else {
    add_mapped(out, unicode::to_lower, c);
  }
}

char32_t ascii_lower(unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32u : c; }
char32_t ascii_upper(unsigned char c) { return c >= 'a' && c <= 'z' ? c - 32u : c; }

Value lower(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  if (s->ascii) return map_ascii(t, s, ascii_lower);
  StrBuilder out;
  for (std::uint32_t i = 0; i < s->length; ++i) add_lower(&out, s, i);
  return out.finish(t);
}

Value upper(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  if (s->ascii) return map_ascii(t, s, ascii_upper);
  StrBuilder out;
  for (std::uint32_t i = 0; i < s->length; ++i) add_mapped(&out, unicode::to_upper, str_at(s, i));
  return out.finish(t);
}

Value casefold(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  if (s->ascii) return map_ascii(t, s, ascii_lower);
  StrBuilder out;
  for (std::uint32_t i = 0; i < s->length; ++i) add_mapped(&out, unicode::to_fold, str_at(s, i));
  return out.finish(t);
}

Value capitalize(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  StrBuilder out;
  if (s->length > 0) add_mapped(&out, unicode::to_title, str_at(s, 0));
  for (std::uint32_t i = 1; i < s->length; ++i) add_lower(&out, s, i);
  return out.finish(t);
}

Value title(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  StrBuilder out;
  bool inside = false;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    if (inside) {
      add_lower(&out, s, i);
    } else {
      add_mapped(&out, unicode::to_title, str_at(s, i));
    }
    inside = unicode::is_cased(str_at(s, i));
  }
  return out.finish(t);
}

Value swapcase(VmThread& t, const Args& args) {
  const Str* s = self_of(args);
  StrBuilder out;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    if (unicode::is_upper(c)) {
      add_lower(&out, s, i);
    } else if (unicode::is_lower(c)) {
      add_mapped(&out, unicode::to_upper, c);
    } else {
      out.add(c);
    }
  }
  return out.finish(t);
}

/// At least one character, and all are so.
template <bool (*test)(char32_t)>
Value all_are(VmThread&, const Args& args) {
  const Str* s = self_of(args);
  for (std::uint32_t i = 0; i < s->length; ++i) {
    if (!test(str_at(s, i))) return boolean(false);
  }
  return boolean(s->length > 0);
}

/// At least one cased character, and none of the other case.
template <bool (*wanted)(char32_t), bool (*other)(char32_t)>
Value is_case(VmThread&, const Args& args) {
  const Str* s = self_of(args);
  bool seen = false;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    if (other(c) || unicode::is_title(c)) return boolean(false);
    seen = seen || wanted(c);
  }
  return boolean(seen);
}

Value is_title(VmThread&, const Args& args) {
  const Str* s = self_of(args);
  bool seen = false;
  bool inside = false;
  for (std::uint32_t i = 0; i < s->length; ++i) {
    const char32_t c = str_at(s, i);
    if (unicode::is_upper(c) || unicode::is_title(c)) {
      if (inside) return boolean(false);
      inside = seen = true;
    } else if (unicode::is_lower(c)) {
      if (!inside) return boolean(false);
      inside = seen = true;
    } else {
      inside = false;
    }
  }
  return boolean(seen);
}

Value is_printable(VmThread&, const Args& args) {
  const Str* s = self_of(args);
  for (std::uint32_t i = 0; i < s->length; ++i) {
    if (!unicode::is_printable(str_at(s, i))) return boolean(false);
  }
  return boolean(true);
}

Value is_ascii(VmThread&, const Args& args) { return boolean(self_of(args)->ascii); }

Value is_identifier(VmThread&, const Args& args) {
  const Str* s = self_of(args);
  if (s->length == 0 || !unicode::is_identifier_start(str_at(s, 0))) return boolean(false);
  for (std::uint32_t i = 1; i < s->length; ++i) {
    if (!unicode::is_identifier_part(str_at(s, i))) return boolean(false);
  }
  return boolean(true);
}

constexpr NativeDef kMethods[] = {
    {"lower", lower, 1, 1},
    {"upper", upper, 1, 1},
    {"casefold", casefold, 1, 1},
    {"capitalize", capitalize, 1, 1},
    {"title", title, 1, 1},
    {"swapcase", swapcase, 1, 1},
    {"isalpha", all_are<unicode::is_alpha>, 1, 1},
    {"isalnum", all_are<unicode::is_alnum>, 1, 1},
    {"isdecimal", all_are<unicode::is_decimal>, 1, 1},
    {"isdigit", all_are<unicode::is_digit>, 1, 1},
    {"isnumeric", all_are<unicode::is_numeric>, 1, 1},
    {"isspace", all_are<unicode::is_space>, 1, 1},
    {"islower", is_case<unicode::is_lower, unicode::is_upper>, 1, 1},
    {"isupper", is_case<unicode::is_upper, unicode::is_lower>, 1, 1},
    {"istitle", is_title, 1, 1},
    {"isprintable", is_printable, 1, 1},
    {"isascii", is_ascii, 1, 1},
    {"isidentifier", is_identifier, 1, 1},
};

}  // namespace

std::span<const NativeDef> str_case_methods() { return kMethods; }

}  // namespace interleave::vm
