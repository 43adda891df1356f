// split, splitlines, partition and join.
#include <algorithm>

#include "vm/call.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str_methods.h"
#include "vm/tuple.h"
#include "vm/type.h"
#include "vm/unicode.h"

namespace interleave::vm {

namespace {

Str* self_of(const Args& args) { return as_str(args[0]); }

Args without_self(const Args& args) { return {args.v + 1, args.n - 1, args.kw_names}; }

/// Collects pieces; from the right they come in reverse. Most texts have few.
class Pieces {
 public:
  Pieces(VmThread& t, Str* s) : t_(t), s_(s) {}
  bool add(std::size_t from, std::size_t to) {
    const Value piece = str_substring(t_, s_, from, to);
    if (piece.empty()) return false;
    if (size_ < kFew) {
      few_[size_++] = piece;
      return true;
    }
    if (size_ == kFew) many_.assign(few_, few_ + kFew);
    many_.push_back(piece);
    return (++size_ & 4095) != 0 || t_.can_allocate(size_ * 64);
  }
  std::size_t size() const { return size_; }
  Value finish(bool reversed) {
    Value* items = size_ <= kFew ? few_ : many_.data();
    if (reversed) std::reverse(items, items + size_);
    return list_from(t_, items, size_);
  }

 private:
  static constexpr std::size_t kFew = 12;

  VmThread& t_;
  Str* s_;
  std::size_t size_ = 0;
  Value few_[kFew];
  std::vector<Value> many_;
};

Value split_blanks(VmThread& t, Str* s, std::uint64_t most) {
  Pieces pieces(t, s);
  std::uint32_t i = 0;
  const auto blank = [s](std::uint32_t at) { return unicode::is_space(str_at(s, at)); };
  while (true) {
    while (i < s->length && blank(i)) ++i;
    if (i == s->length) break;
    const std::uint32_t from = i;
    if (pieces.size() >= most) {
      if (!pieces.add(from, s->length)) return Value();
      break;
    }
    while (i < s->length && !blank(i)) ++i;
    if (!pieces.add(from, i)) return Value();
  }
  return pieces.finish(false);
}

Value rsplit_blanks(VmThread& t, Str* s, std::uint64_t most) {
  Pieces pieces(t, s);
  std::uint32_t i = s->length;
  const auto blank = [s](std::uint32_t at) { return unicode::is_space(str_at(s, at - 1)); };
  while (true) {
    while (i > 0 && blank(i)) --i;
    if (i == 0) break;
    const std::uint32_t to = i;
    if (pieces.size() >= most) {
      if (!pieces.add(0, to)) return Value();
      break;
    }
    while (i > 0 && !blank(i)) --i;
    if (!pieces.add(i, to)) return Value();
  }
  return pieces.finish(true);
}

Value split_at(VmThread& t, Str* s, Str* separator, std::uint64_t most, bool from_right) {
  Pieces pieces(t, s);
  if (from_right) {
    std::size_t to = s->length;
    while (pieces.size() < most) {
      const std::int64_t at = str_rfind(s, separator, 0, to);
      if (at < 0) break;
      if (!pieces.add(static_cast<std::size_t>(at) + separator->length, to)) return Value();
      to = static_cast<std::size_t>(at);
    }
    return pieces.add(0, to) ? pieces.finish(true) : Value();
  }
  std::size_t from = 0;
  while (pieces.size() < most) {
    const std::int64_t at = str_find(s, separator, from, s->length);
    if (at < 0) break;
    if (!pieces.add(from, static_cast<std::size_t>(at))) return Value();
    from = static_cast<std::size_t>(at) + separator->length;
  }
  return pieces.add(from, s->length) ? pieces.finish(false) : Value();
}

template <bool from_right>
Value split(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"sep", "maxsplit"};
  const char* name = from_right ? "rsplit" : "split";
  if (args.n > 3) {
    return raise_type_error(t, "%s() takes at most 2 arguments (%u given)", name, args.n - 1);
  }
  Value given[2] = {none(), Value::small_int(-1)};
  std::int64_t limit = -1;
  if (!read_arguments(t, name, without_self(args), kNames, 2, 0, given)) return Value();
  if (!read_index_clamped(t, given[1], &limit)) return Value();
  const std::uint64_t most = limit < 0 ? UINT64_MAX : static_cast<std::uint64_t>(limit);
  Str* s = self_of(args);
  if (given[0] == none()) return from_right ? rsplit_blanks(t, s, most) : split_blanks(t, s, most);
  if (!is_str(given[0])) {
    return raise_type_error(t, "must be str or None, not %s", type_name(t.vm, given[0]).c_str());
  }
  if (as_str(given[0])->length == 0) return raise_value_error(t, "empty separator");
  return split_at(t, s, as_str(given[0]), most, from_right);
}

Value splitlines(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"keepends"};
  if (args.n > 2) {
    return raise_type_error(t, "splitlines() takes at most 1 argument (%u given)", args.n - 1);
  }
  Value keep = boolean(false);
  if (!read_arguments(t, "splitlines", without_self(args), kNames, 1, 0, &keep)) return Value();
  if (!is_int_like(keep)) {
    return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                            type_name(t.vm, keep).c_str());
  }
  const bool keep_ends = int_sign(keep) != 0;
  Str* s = self_of(args);
  Pieces pieces(t, s);
  for (std::uint32_t i = 0; i < s->length;) {
    const std::uint32_t from = i;
    while (i < s->length && !unicode::is_line_break(str_at(s, i))) ++i;
    const std::uint32_t end = i;
    if (i < s->length) {
      const bool pair = str_at(s, i) == '\r' && i + 1 < s->length && str_at(s, i + 1) == '\n';
      i += pair ? 2 : 1;
    }
    if (!pieces.add(from, keep_ends ? i : end)) return Value();
  }
  return pieces.finish(false);
}

template <bool from_right>
Value partition(VmThread& t, const Args& args) {
  Str* s = self_of(args);
  Str* separator = str_argument(t, args[1]);
  if (separator == nullptr) return Value();
  if (separator->length == 0) return raise_value_error(t, "empty separator");
  const std::int64_t at =
      from_right ? str_rfind(s, separator, 0, s->length) : str_find(s, separator, 0, s->length);
  const Value empty = str_empty(t);
  if (at < 0) {
    const Value whole = str_exact(t, s);
    return from_right ? tuple_of(t, {empty, empty, whole}) : tuple_of(t, {whole, empty, empty});
  }
  const auto cut = static_cast<std::size_t>(at);
  const Value before = str_substring(t, s, 0, cut);
  const Value behind = str_substring(t, s, cut + separator->length, s->length);
  if (before.empty() || behind.empty()) return Value();
  return tuple_of(t, {before, separator, behind});
}

Value join(VmThread& t, const Args& args) {
  const Value iterable = args[1];
  const Type* type = class_of(t.vm, iterable);
  if (type->kind == Kind::Tuple && !type->is_python) {
    const auto* tuple = static_cast<Tuple*>(iterable.object());
    return str_join(t, self_of(args), tuple->items(), tuple->size);
  }
  if (type->kind == Kind::List && !type->is_python) {
    const std::vector<Value> items = list_snapshot(static_cast<List*>(iterable.object()));
    return str_join(t, self_of(args), items.data(), items.size());
  }
  if (special(type, Special::Iter).empty() && special(type, Special::GetItem).empty()) {
    return raise_type_error(t, "can only join an iterable");
  }
  const Value list = list_from_native(t, iterable);
  if (list.empty()) return list;
  if (list == not_implemented()) {
    return pending_call(t, prelude_function(t, "str_join"), {args[0], iterable});
  }
  const std::vector<Value> items = list_snapshot(static_cast<List*>(list.object()));
  return str_join(t, self_of(args), items.data(), items.size());
}

constexpr NativeDef kMethods[] = {
    {"split", split<false>, 1, kAnyArgs, kKeywords},
    {"rsplit", split<true>, 1, kAnyArgs, kKeywords},
    {"splitlines", splitlines, 1, kAnyArgs, kKeywords},
    {"partition", partition<false>, 2, 2},
    {"rpartition", partition<true>, 2, 2},
    {"join", join, 2, 2},
};

}  // namespace

std::span<const NativeDef> str_split_methods() { return kMethods; }

}  // namespace interleave::vm
