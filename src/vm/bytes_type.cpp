// The classes bytes and bytearray: constructors, special methods, and what only bytearray can do.
#include <algorithm>
#include <cstring>

#include "vm/bytes.h"
#include "vm/bytes_methods.h"
#include "vm/call.h"
#include "vm/codec.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/lock.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

bool bytes_from_items(VmThread& t, Value v, std::string* out) {
  if (is_bytes_like(v)) {
    *out = std::string(bytes_view(t, v));
    return true;
  }
  if (is_str(v)) {
    raise_type_error(t, "string argument without an encoding");
    return false;
  }
  const Type* type = class_of(t.vm, v);
  if (special(type, Special::Iter).empty() && special(type, Special::GetItem).empty()) {
    raise_type_error(t, "cannot convert '%s' object to bytes", type_name(t.vm, v).c_str());
    return false;
  }
  const Value list = list_from_native(t, v);
  if (list.empty() || list == not_implemented()) return false;
  for (Value item : list_snapshot(static_cast<List*>(list.object()))) {
    std::uint8_t byte = 0;
    if (!read_byte(t, item, "bytes must be in range(0, 256)", &byte)) return false;
    out->push_back(static_cast<char>(byte));
  }
  return true;
}

namespace {

/// A count of zero bytes, or the bytes of something. False: raised, or pending through `again`.
bool contents(VmThread& t, const Value* given, const char* function, Value again,
              std::string* out) {
  if (!given[1].empty() || !given[2].empty()) {
    if (given[0].empty() || !is_str(given[0])) {
      raise_type_error(t, given[1].empty() ? "errors without a string argument"
                                           : "encoding without a string argument");
      return false;
    }
    Value rest[2] = {given[1].empty() ? Value(str_new(t, "utf-8")) : given[1], given[2]};
    std::string_view encoding;
    std::string_view errors;
    const Args args{rest, given[2].empty() ? 1u : 2u, nullptr};
    if (!read_codec_arguments(t, function, args, 0, &encoding, &errors)) return false;
    const Value made = encode(t, as_str(given[0]), encoding, errors);
    if (made.empty()) return false;
    *out = std::string(bytes_view(t, made));
    return true;
  }
  if (given[0].empty()) return true;
  if (is_int_like(given[0])) {
    std::int64_t n = 0;
    if (!to_int64(given[0], &n)) {
      raise(t, t.vm.types.OverflowError, "cannot fit 'int' into an index-sized integer");
      return false;
    }
    if (n < 0) {
      raise_value_error(t, "negative count");
      return false;
    }
    if (!can_allocate_wide(t, static_cast<std::uint64_t>(n) * 2)) return false;
    out->assign(static_cast<std::size_t>(n), '\0');
    return true;
  }
  if (bytes_from_items(t, given[0], out)) return true;
  if (t.exception.empty()) {
    pending_call(t, prelude_function(t, "bytes_from_iterable"), {again, given[0]});
  }
  return false;
}

/// What __bytes__ came back with.
Value check_bytes(VmThread& t, Value result, Value) {
  if (is_bytes(result)) return result;
  return raise_type_error(t, "__bytes__ returned non-bytes (type %s)",
                          type_name(t.vm, result).c_str());
}

Value bytes_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  auto* type = static_cast<Type*>(args[0].object());
  Value given[3];
  std::string data;
  if (!read_arguments(t, "bytes", {args.v + 1, args.n - 1, args.kw_names}, kNames, 3, 0, given)) {
    return Value();
  }
  const bool plain = given[1].empty() && given[2].empty();
  if (plain && !given[0].empty()) {
    if (is_bytes(given[0]) && type == t.vm.types.bytes && given[0].object()->type == type)
      return given[0];
    const Value hook = type_lookup(class_of(t.vm, given[0]), t.vm.intern("__bytes__"));
    const bool own =
        is_bytes(given[0]) && hook.is_object() && hook.object()->type == t.vm.types.native;
    if (!hook.empty() && !own)
      return pending_call(t, hook, {given[0]}, {check_bytes, Value(), false});
  }
  if (!contents(t, given, "bytes", type, &data)) return Value();
  if (type == t.vm.types.bytes) return bytes_new(t, data);
  auto* b = make_sized<Bytes>(t, type, data.size());
  b->length = static_cast<std::uint32_t>(data.size());
  std::memcpy(b->data(), data.data(), data.size());
  return b;
}

Value bytearray_make(VmThread& t, const Args& args) {
  return make_of<ByteArray>(t, static_cast<Type*>(args[0].object()));
}

Value bytearray_init(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  Value given[3];
  std::string data;
  if (!read_arguments(t, "bytearray", {args.v + 1, args.n - 1, args.kw_names}, kNames, 3, 0,
                      given) ||
      !contents(t, given, "bytearray", args[0], &data)) {
    return Value();
  }
  return bytearray_assign(t, static_cast<ByteArray*>(args[0].object()), data) ? none() : Value();
}

// --- special methods of both
// -----------------------------------------------------------------------------

Value add(VmThread& t, const Args& args) {
  return is_bytes_like(args[1]) ? bytes_concat(t, args[0], args[1]) : not_implemented();
}
Value mul(VmThread& t, const Args& args) {
  std::int64_t n = 0;
  if (!is_int_like(args[1])) return not_implemented();
  if (!to_int64(args[1], &n)) {
    return raise(t, t.vm.types.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  return bytes_repeat(t, args[0], n);
}
Value length(VmThread&, const Args& args) {
  return Value::small_int(static_cast<std::int64_t>(bytes_size(args[0])));
}
Value item(VmThread& t, const Args& args) { return bytes_getitem(t, args[0], args[1]); }
Value contains_row(VmThread& t, const Args& args) { return bytes_contains(t, args[0], args[1]); }
Value iter(VmThread& t, const Args& args) { return native_iter(t, args[0]); }
Value hash_row(VmThread& t, const Args& args) {
  return int_value(t, bytes_hash(as_bytes(args[0])));
}
Value repr(VmThread& t, const Args& args) {
  const std::string_view data = bytes_view(t, args[0]);
  if (!is_bytearray(args[0])) return str_from_ascii(t, bytes_repr(data));
  std::string text = bytearray_repr(data);
  const Type* type = args[0].object()->type;
  if (type != t.vm.types.bytearray) text.replace(0, text.find('('), utf8(type->name));
  return str_new(t, text);
}
Value bytes_of(VmThread& t, const Args& args) { return bytes_new(t, bytes_view(t, args[0])); }

constexpr NativeDef kShared[] = {
    {"__add__", add, 2, 2},    {"__mul__", mul, 2, 2},      {"__rmul__", mul, 2, 2},
    {"__len__", length, 1, 1}, {"__getitem__", item, 2, 2}, {"__contains__", contains_row, 2, 2},
    {"__iter__", iter, 1, 1},  {"__repr__", repr, 1, 1},    {"__str__", repr, 1, 1},
};
constexpr NativeDef kBytes[] = {
    {"__new__", bytes_make, 1, kAnyArgs, kKeywords},
    {"__hash__", hash_row, 1, 1},
    {"__bytes__", bytes_of, 1, 1},
};

// --- what changes a bytearray
// ----------------------------------------------------------------------------

ByteArray* array_of(const Args& args) { return static_cast<ByteArray*>(args[0].object()); }

Value set_item(VmThread& t, const Args& args) {
  return bytearray_setitem(t, array_of(args), args[1], args[2]);
}
Value del_item(VmThread& t, const Args& args) {
  return bytearray_delitem(t, array_of(args), args[1]);
}

Value append(VmThread& t, const Args& args) {
  std::uint8_t byte = 0;
  if (!read_byte(t, args[1], "byte must be in range(0, 256)", &byte)) return Value();
  return bytearray_append(t, array_of(args), byte) ? none() : Value();
}

bool extend_by(VmThread& t, ByteArray* b, std::string_view data) {
  const std::string copy(data);  // it may be our own
  for (char c : copy) {
    if (!bytearray_append(t, b, static_cast<std::uint8_t>(c))) return false;
  }
  return true;
}

Value extend(VmThread& t, const Args& args) {
  std::string data;
  if (is_int_like(args[1]) || kind_of(args[1]) == Kind::Float) {
    return raise_type_error(t, "can't extend bytearray with %s", type_name(t.vm, args[1]).c_str());
  }
  if (!bytes_from_items(t, args[1], &data)) {
    if (!t.exception.empty()) return Value();
    return pending_call(t, prelude_function(t, "bytearray_extend"), {args[0], args[1]});
  }
  return extend_by(t, array_of(args), data) ? none() : Value();
}

Value in_place_add(VmThread& t, const Args& args) {
  if (has_buffer(t, args[1])) {
    return pending_call(t, t.vm.types.bytes, {args[1]},
                        {[](VmThread& thread, Value bytes, Value array) {
                           auto* target = static_cast<ByteArray*>(array.object());
                           return extend_by(thread, target, bytes_view(thread, bytes)) ? array
                                                                                       : Value();
                         },
                         args[0], false});
  }
  if (!is_bytes_like(args[1])) {
    return raise_type_error(t, "can't concat %s to bytearray", type_name(t.vm, args[1]).c_str());
  }
  return extend_by(t, array_of(args), bytes_view(t, args[1])) ? args[0] : Value();
}

Value in_place_mul(VmThread& t, const Args& args) {
  const Value product = mul(t, args);
  if (product.empty() || product == not_implemented()) return product;
  return bytearray_assign(t, array_of(args), bytes_view(t, product)) ? args[0] : Value();
}

Value insert(VmThread& t, const Args& args) {
  std::int64_t at = 0;
  std::uint8_t byte = 0;
  if (!read_index_clamped(t, args[1], &at) ||
      !read_byte(t, args[2], "byte must be in range(0, 256)", &byte)) {
    return Value();
  }
  std::string data(bytes_view(t, args[0]));
  const auto size = static_cast<std::int64_t>(data.size());
  at = std::clamp<std::int64_t>(at < 0 ? at + size : at, 0, size);
  data.insert(static_cast<std::size_t>(at), 1, static_cast<char>(byte));
  return bytearray_assign(t, array_of(args), data) ? none() : Value();
}

Value pop(VmThread& t, const Args& args) {
  std::int64_t at = -1;
  if (args.n > 1 && !read_index_clamped(t, args[1], &at)) return Value();
  if (at == -1) {
    const ObjectLock lock(t.vm, array_of(args));
    const std::uint32_t last = array_of(args)->size.load() - 1;
    if (last == UINT32_MAX) return raise_index_error(t, "pop from empty bytearray");
    array_of(args)->size.store(last);
    return Value::small_int(array_of(args)->storage.load()->data()[last]);
  }
  std::string data(bytes_view(t, args[0]));
  const auto size = static_cast<std::int64_t>(data.size());
  if (size == 0) return raise_index_error(t, "pop from empty bytearray");
  if (at < 0) at += size;
  if (at < 0 || at >= size) return raise_index_error(t, "pop index out of range");
  const auto byte = static_cast<std::uint8_t>(data[static_cast<std::size_t>(at)]);
  data.erase(static_cast<std::size_t>(at), 1);
  return bytearray_assign(t, array_of(args), data) ? Value::small_int(byte) : Value();
}

Value remove(VmThread& t, const Args& args) {
  std::uint8_t byte = 0;
  if (!read_byte(t, args[1], "byte must be in range(0, 256)", &byte)) return Value();
  std::string data(bytes_view(t, args[0]));
  const std::size_t at = data.find(static_cast<char>(byte));
  if (at == std::string::npos) return raise_value_error(t, "value not found in bytearray");
  data.erase(at, 1);
  return bytearray_assign(t, array_of(args), data) ? none() : Value();
}

Value clear(VmThread& t, const Args& args) {
  return bytearray_assign(t, array_of(args), {}) ? none() : Value();
}
Value reverse(VmThread& t, const Args& args) {
  std::string data(bytes_view(t, args[0]));
  std::reverse(data.begin(), data.end());
  return bytearray_assign(t, array_of(args), data) ? none() : Value();
}
Value copy(VmThread& t, const Args& args) { return bytearray_new(t, bytes_view(t, args[0])); }

constexpr NativeDef kByteArray[] = {
    {"__new__", bytearray_make, 1, kAnyArgs, kKeywords},
    {"__init__", bytearray_init, 1, kAnyArgs, kKeywords},
    {"__setitem__", set_item, 3, 3},
    {"__delitem__", del_item, 2, 2},
    {"__iadd__", in_place_add, 2, 2},
    {"__imul__", in_place_mul, 2, 2},
    {"append", append, 2, 2},
    {"extend", extend, 2, 2},
    {"insert", insert, 3, 3},
    {"pop", pop, 1, 2},
    {"remove", remove, 2, 2},
    {"clear", clear, 1, 1},
    {"reverse", reverse, 1, 1},
    {"copy", copy, 1, 1},
};

void trace_bytearray(Object* o, Marker& m) { m.mark(static_cast<ByteArray*>(o)->storage.load()); }

}  // namespace

void init_bytes(VmThread& t) {
  Type* type = t.vm.types.bytes;
  add_methods(t, type, kShared);
  add_methods(t, type, bytes_methods());
  add_methods(t, type, kBytes);
  add_comparisons(t, type);
}

void init_bytearray(VmThread& t) {
  Type* type = t.vm.types.bytearray;
  type->size = sizeof(ByteArray);
  type->trace = trace_bytearray;
  add_methods(t, type, kShared);
  add_methods(t, type, bytes_methods());
  add_methods(t, type, kByteArray);
  add_comparisons(t, type);
  set_unhashable(t, type);
}

}  // namespace interleave::vm
