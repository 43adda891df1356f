// The class str: its constructor, special methods, and the tables of the other files.
#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/codec.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/format_fields.h"
#include "vm/index.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/number.h"
#include "vm/repr.h"
#include "vm/str_methods.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

Str* self_of(const Args& args) { return as_str(args[0]); }

/// The text as an instance of `type`, which may be a class written in Python: it shares the
/// characters.
Value instance_of(VmThread& t, Type* type, Str* text) {
  if (type == t.vm.types.str) return str_exact(t, text);
  const std::size_t bytes = std::max<std::size_t>(type->size, sizeof(Str));
  auto* s = t.make<Str>(type, bytes - sizeof(Str));
  s->length = text->length;
  s->unit = text->unit;
  s->ascii = text->ascii;
  s->data = text->data;
  s->owner = text->owner != nullptr ? text->owner : text;
  s->hash.store(text->hash.load());
  return s;
}

Value instance_of_result(VmThread& t, Value text, Value type) {
  if (!is_str(text)) return text;
  return instance_of(t, static_cast<Type*>(type.object()), as_str(text));
}

/// str(object='', encoding='utf-8', errors='strict').
Value str_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"object", "encoding", "errors"};
  auto* type = static_cast<Type*>(args[0].object());
  if (args.n > 4)
    return raise_type_error(t, "str() takes at most 3 arguments (%u given)", args.n - 1);
  Value given[3];
  if (!read_arguments(t, "str", {args.v + 1, args.n - 1, args.kw_names}, kNames, 3, 0, given)) {
    return Value();
  }
  const Value object = given[0];
  if (given[1].empty() && given[2].empty()) {
    if (object.empty()) return instance_of(t, type, str_empty(t));
    if (is_str(object) && object.object()->type == t.vm.types.str) {
      return instance_of(t, type, as_str(object));
    }
    const Value text = str_value(t, object);
    if (type == t.vm.types.str) return text;
    if (!text.empty()) return instance_of_result(t, text, type);
    return t.exception.empty() ? pending_then(t, {instance_of_result, type}) : Value();
  }
  if (object.empty()) return instance_of(t, type, str_empty(t));
  if (!given[1].empty() && !is_str(given[1])) {
    return raise_type_error(t, "str() argument 'encoding' must be str, not %s",
                            type_name(t.vm, given[1]).c_str());
  }
  if (is_str(object)) return raise_type_error(t, "decoding str is not supported");
  if (!is_bytes_like(object)) {
    return raise_type_error(t, "decoding to str: need a bytes-like object, %s found",
                            type_name(t.vm, object).c_str());
  }
  Value rest[2];
  std::uint32_t n = 0;
  rest[0] = given[1].empty() ? Value(str_from_ascii(t, "utf-8")) : given[1];
  n = 1;
  if (!given[2].empty()) rest[n++] = given[2];
  std::string_view encoding;
  std::string_view errors;
  if (!read_codec_arguments(t, "str", {rest, n, nullptr}, 0, &encoding, &errors)) return Value();
  const Value text = decode(t, object, encoding, errors);
  return text.empty() ? text : instance_of(t, type, as_str(text));
}

Value str_add(VmThread& t, const Args& args) {
  if (!is_str(args[1])) return not_implemented();
  return str_concat(t, self_of(args), as_str(args[1]));
}

Value str_mul(VmThread& t, const Args& args) {
  std::int64_t n = 0;
  if (!is_int_like(args[1])) return not_implemented();
  if (!to_int64(args[1], &n)) {
    return raise(t, t.vm.types.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  return str_repeat(t, self_of(args), n);
}

Value str_mod(VmThread& t, const Args& args) { return percent_format(t, self_of(args), args[1]); }
Value str_rmod(VmThread& t, const Args& args) {
  if (!is_str(args[1])) return not_implemented();
  return percent_format(t, as_str(args[1]), args[0]);
}
Value str_len(VmThread&, const Args& args) { return Value::small_int(self_of(args)->length); }
Value str_item(VmThread& t, const Args& args) { return str_getitem(t, self_of(args), args[1]); }
Value str_hash_row(VmThread& t, const Args& args) { return int_value(t, str_hash(self_of(args))); }
Value str_repr_row(VmThread& t, const Args& args) { return str_new(t, str_repr(self_of(args))); }
Value str_str(VmThread& t, const Args& args) { return str_exact(t, self_of(args)); }
Value str_iter(VmThread& t, const Args& args) { return native_iter(t, args[0]); }
Value str_sizeof(VmThread&, const Args& args) {
  return Value::small_int(49 +
                          static_cast<std::int64_t>(self_of(args)->length) * self_of(args)->unit);
}
Value str_getnewargs(VmThread& t, const Args& args) {
  return tuple_of(t, {str_exact(t, self_of(args))});
}

Value str_contains_row(VmThread& t, const Args& args) {
  if (is_str(args[1])) return boolean(str_contains(self_of(args), as_str(args[1])));
  return raise_type_error(t, "'in <string>' requires string as left operand, not %s",
                          type_name(t.vm, args[1]).c_str());
}

Value str_encode(VmThread& t, const Args& args) {
  std::string_view encoding;
  std::string_view errors;
  if (!read_codec_arguments(t, "encode", args, 1, &encoding, &errors)) return Value();
  return encode(t, self_of(args), encoding, errors);
}

constexpr NativeDef kMethods[] = {
    {"__new__", str_make, 1, kAnyArgs, kKeywords},
    {"__add__", str_add, 2, 2},
    {"__mul__", str_mul, 2, 2},
    {"__rmul__", str_mul, 2, 2},
    {"__mod__", str_mod, 2, 2},
    {"__rmod__", str_rmod, 2, 2},
    {"__len__", str_len, 1, 1},
    {"__getitem__", str_item, 2, 2},
    {"__contains__", str_contains_row, 2, 2},
    {"__iter__", str_iter, 1, 1},
    {"__hash__", str_hash_row, 1, 1},
    {"__repr__", str_repr_row, 1, 1},
    {"__str__", str_str, 1, 1},
    {"__sizeof__", str_sizeof, 1, 1},
    {"__getnewargs__", str_getnewargs, 1, 1},
    {"encode", str_encode, 1, 3, kKeywords},
    {"format", native_str_format, 1, kAnyArgs, kKeywords},
    {"format_map", native_str_format_map, 2, 2},
};

}  // namespace

void init_str(VmThread& t) {
  Type* type = t.vm.types.str;
  add_methods(t, type, kMethods);
  add_methods(t, type, str_search_methods());
  add_methods(t, type, str_split_methods());
  add_methods(t, type, str_case_methods());
  add_methods(t, type, str_layout_methods());
  add_comparisons(t, type);
  init_codec(t);
}

}  // namespace interleave::vm
