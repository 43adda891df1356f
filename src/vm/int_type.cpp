// The classes int and bool as Python sees them.
#include <algorithm>
#include <cstring>

#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/int_view.h"
#include "vm/list.h"
#include "vm/number_rows.h"
#include "vm/number_text.h"
#include "vm/prelude.h"
#include "vm/tuple.h"

namespace interleave::vm {

Type* rows::class_argument(VmThread& t, const Args& args, const Type* base) {
  const std::string name = utf8(base->name);
  if (!args[0].is_object() || args[0].object()->type->kind != Kind::Type) {
    raise_type_error(t, "%s.__new__(X): X is not a type object (%s)", name.c_str(),
                     type_name(t.vm, args[0]).c_str());
    return nullptr;
  }
  auto* type = static_cast<Type*>(args[0].object());
  if (!is_subtype(type, base)) {
    const std::string given = utf8(type->name);
    raise_type_error(t, "%s.__new__(%s): %s is not a subtype of %s", name.c_str(), given.c_str(),
                     given.c_str(), name.c_str());
    return nullptr;
  }
  return type;
}

namespace {

using rows::Level;

Value instance_of(VmThread& t, Type* type, Value v) {
  if (type == t.vm.types.integer) return v;
  if (type->kind == Kind::Bool) {
    return raise_type_error(t, "int.__new__(bool) is not safe, use bool.__new__()");
  }
  const IntView view(v);
  auto* big = make_sized<BigInt>(t, type, view.count() * sizeof(bigint::Limb));
  big->limb_count = static_cast<std::uint32_t>(view.count());
  big->sign = view.negative() ? -1 : 1;
  std::copy(view.limbs().begin(), view.limbs().end(), big->limbs());
  return big;
}

/// What __int__ or __index__ written in Python came back with.
Value check_int(VmThread& t, Value result, Value type_and_name) {
  const auto* state = static_cast<Tuple*>(type_and_name.object());
  if (!is_int_like(result)) {
    return raise_type_error(t, "%s returned non-int (type %s)",
                            utf8(as_str(state->items()[1])).c_str(),
                            type_name(t.vm, result).c_str());
  }
  return instance_of(t, static_cast<Type*>(state->items()[0].object()), int_exact(t, result));
}

Value call_hook(VmThread& t, Type* type, Value v, Special hook, const char* name) {
  return pending_call(t, special(class_of(t.vm, v), hook), {v},
                      {check_int, tuple_of(t, {type, str_new(t, name)})});
}

/// int(v) without a base, not yet an instance of the class asked for; empty: raised or pending.
/// Nothing but up to 14 digits, which no int is too small for.
bool short_decimal(const Str* text, std::int64_t* n) {
  if (!text->ascii || text->length == 0 || text->length > 14) return false;
  std::int64_t sum = 0;
  for (const char c : text->latin1()) {
    if (c < '0' || c > '9') return false;
    sum = sum * 10 + (c - '0');
  }
  *n = sum;
  return true;
}

Value int_of(VmThread& t, Type* type, Value v) {
  const Type* from = class_of(t.vm, v);
  if (!special_is_native(from, Special::Int)) return call_hook(t, type, v, Special::Int, "__int__");
  switch (from->kind) {
    case Kind::Int:
    case Kind::Bool: return int_exact(t, v);
    case Kind::Float: return int_from_double(t, to_double(v));
    case Kind::Str: {
      std::int64_t n = 0;
      if (short_decimal(as_str(v), &n)) return Value::small_int(n);
      return int_from_text(t, as_str(v), 10);
    }
    case Kind::Bytes:
    case Kind::ByteArray: return int_from_bytes_text(t, bytes_view(t, v), 10);
    default: break;
  }
  if (!special_is_native(from, Special::Index)) {
    return call_hook(t, type, v, Special::Index, "__index__");
  }
  return raise_type_error(
      t, "int() argument must be a string, a bytes-like object or a real number, not '%s'",
      type_name(t.vm, v).c_str());
}

Value int_with_base(VmThread& t, Value v, Value base_value) {
  std::int64_t base = 0;
  if (!read_index_clamped(t, base_value, &base)) return Value();
  if ((base != 0 && base < 2) || base > 36) {
    return raise_value_error(t, "int() base must be >= 2 and <= 36, or 0");
  }
  if (is_str(v)) return int_from_text(t, as_str(v), static_cast<int>(base));
  if (is_bytes_like(v)) return int_from_bytes_text(t, bytes_view(t, v), static_cast<int>(base));
  return raise_type_error(t, "int() can't convert non-string with explicit base");
}

Value int_make(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"x", "base"};
  Type* type = rows::class_argument(t, args, t.vm.types.integer);
  if (type == nullptr) return Value();
  if (args.n > 3)
    return raise_type_error(t, "int() takes at most 2 arguments (%u given)", args.n - 1);
  if (args.n == 2 && args.kw_count() == 0) {
    const Value n = int_of(t, type, args[1]);
    return n.empty() ? n : instance_of(t, type, n);
  }
  Value given[2];
  for (std::uint32_t i = 0; i < args.kw_count(); ++i) {
    if (str_equal(as_str(args.kw_names->items()[i]), "x")) {
      return raise_type_error(t, "'x' is an invalid keyword argument for int()");
    }
  }
  if (!read_arguments(t, "int", {args.v + 1, args.n - 1, args.kw_names}, kNames, 2, 0, given)) {
    return Value();
  }
  if (given[0].empty()) {
    if (!given[1].empty()) return raise_type_error(t, "int() missing string argument");
    return instance_of(t, type, Value::small_int(0));
  }
  const Value n =
      given[1].empty() ? int_of(t, type, given[0]) : int_with_base(t, given[0], given[1]);
  return n.empty() ? n : instance_of(t, type, n);
}

// --- methods
// ---------------------------------------------------------------------------------------------

Value exact(VmThread& t, const Args& args) { return int_exact(t, args[0]); }
Value zero(VmThread&, const Args&) { return Value::small_int(0); }
Value one(VmThread&, const Args&) { return Value::small_int(1); }
Value to_float(VmThread& t, const Args& args) {
  double d = 0;
  return to_double_checked(t, args[0], &d) ? Value::from_double(d) : Value();
}
Value bit_length(VmThread& t, const Args& args) {
  return int_from_u64(t, bigint::bit_length(IntView(args[0]).limbs()));
}
Value bit_count(VmThread& t, const Args& args) {
  return int_from_u64(t, bigint::bit_count(IntView(args[0]).limbs()));
}
Value ratio(VmThread& t, const Args& args) {
  return tuple_of(t, {int_exact(t, args[0]), Value::small_int(1)});
}
Value newargs(VmThread& t, const Args& args) { return tuple_of(t, {int_exact(t, args[0])}); }
Value size_of(VmThread&, const Args& args) {
  const auto digits =
      static_cast<std::int64_t>((bigint::bit_length(IntView(args[0]).limbs()) + 29) / 30);
  return Value::small_int(24 + 4 * std::max<std::int64_t>(digits, 1));
}

/// 'little' or 'big'. False: raised.
bool read_byte_order(VmThread& t, Value v, const char* function, bool* little) {
  if (!is_str(v)) {
    raise_type_error(t, "%s() argument 'byteorder' must be str, not %s", function,
                     type_name(t.vm, v).c_str());
    return false;
  }
  *little = str_equal(as_str(v), "little");
  if (*little || str_equal(as_str(v), "big")) return true;
  raise_value_error(t, "byteorder must be either 'little' or 'big'");
  return false;
}

bool read_signed(VmThread& t, Value v, bool* out) {
  const Truth r = truth_native(t, v);
  *out = r == Truth::True;
  if (r == Truth::True || r == Truth::False) return true;
  if (r == Truth::Python) raise_type_error(t, "signed must be a bool");
  return false;
}

Value to_bytes(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"length", "byteorder", "*signed"};
  Value given[3] = {Value::small_int(1), str_new(t, "big"), boolean(false)};
  std::int64_t length = 0;
  bool little = false;
  bool is_signed = false;
  if (!read_arguments(t, "to_bytes", {args.v + 1, args.n - 1, args.kw_names}, kNames, 3, 0,
                      given) ||
      !read_index(t, given[0], &length) || !read_byte_order(t, given[1], "to_bytes", &little) ||
      !read_signed(t, given[2], &is_signed)) {
    return Value();
  }
  if (length < 0) return raise_value_error(t, "length argument must be non-negative");
  const IntView view(args[0]);
  if (view.negative() && !is_signed) {
    return raise(t, t.vm.types.OverflowError, "can't convert negative int to unsigned");
  }
  std::uint64_t bits = bigint::bit_length(view.limbs());
  if (is_signed) {  // a sign bit more, but for -2^n
    const bool power = view.negative() && bigint::trailing_zeros(view.limbs()) == bits - 1;
    bits += power || view.zero() ? 0 : 1;
  }
  if (static_cast<std::uint64_t>(length) < (bits + 7) / 8) {
    return raise(t, t.vm.types.OverflowError, "int too big to convert");
  }
  if (!can_allocate_wide(t, static_cast<std::uint64_t>(length))) return Value();
  std::string out(static_cast<std::size_t>(length), '\0');
  std::uint32_t carry = 1;
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::uint32_t byte = i / 4 < view.count() ? (view.limbs()[i / 4] >> (8 * (i % 4))) & 0xFF : 0;
    if (view.negative()) {
      byte = (~byte & 0xFF) + carry;
      carry = byte >> 8;
    }
    out[little ? i : out.size() - 1 - i] = static_cast<char>(byte);
  }
  return bytes_new(t, out);
}

/// bytes-like, or anything iterable natively that has byte values. False: raised.
bool collect_bytes(VmThread& t, Value v, std::string* out) {
  if (is_bytes_like(v)) {
    *out = std::string(bytes_view(t, v));
    return true;
  }
  const Kind kind = kind_of(v);
  if (kind != Kind::List && kind != Kind::Tuple && kind != Kind::Range) {
    raise_type_error(t, "cannot convert '%s' object to bytes", type_name(t.vm, v).c_str());
    return false;
  }
  const Value list = list_from_native(t, v);
  if (list.empty() || list == not_implemented()) return false;
  for (Value item : list_snapshot(static_cast<List*>(list.object()))) {
    std::int64_t byte = 0;
    if (!read_index_clamped(t, item, &byte)) return false;
    if (byte < 0 || byte > 255) {
      raise_value_error(t, "bytes must be in range(0, 256)");
      return false;
    }
    out->push_back(static_cast<char>(byte));
  }
  return true;
}

Value from_bytes(VmThread& t, const Args& args) {
  if (args.n > 1 && has_buffer(t, args[1])) {
    return pending_call(t, prelude_function(t, "int_from_buffer"), args);
  }
  static constexpr const char* kNames[] = {"bytes", "byteorder", "*signed"};
  Value given[3] = {Value(), str_new(t, "big"), boolean(false)};
  bool little = false;
  bool is_signed = false;
  std::string data;
  if (!read_arguments(t, "from_bytes", {args.v + 1, args.n - 1, args.kw_names}, kNames, 3, 1,
                      given) ||
      !read_byte_order(t, given[1], "from_bytes", &little) ||
      !read_signed(t, given[2], &is_signed) || !collect_bytes(t, given[0], &data)) {
    return Value();
  }
  if (!little) std::reverse(data.begin(), data.end());
  const bool negative = is_signed && !data.empty() && (data.back() & 0x80) != 0;
  bigint::Digits limbs(data.size() / 4 + 1);
  std::uint32_t carry = 1;
  for (std::size_t i = 0; i < data.size(); ++i) {
    std::uint32_t byte = static_cast<std::uint8_t>(data[i]);
    if (negative) {
      byte = (~byte & 0xFF) + carry;
      carry = byte >> 8;
      byte &= 0xFF;
    }
    limbs[i / 4] |= byte << (8 * (i % 4));
  }
  const Value n = int_from_digits(t, limbs, negative);
  if (n.empty() || args[0].object() == t.vm.types.integer) return n;
  return pending_call(t, args[0], {n});
}

constexpr NativeDef kInt[] = {
    {"__new__", int_make, 1, kAnyArgs, kKeywords},
    INTERLEAVE_BINARY_ROWS(Level::Int, Add, "add"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Subtract, "sub"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Multiply, "mul"),
    INTERLEAVE_BINARY_ROWS(Level::Int, TrueDivide, "truediv"),
    INTERLEAVE_BINARY_ROWS(Level::Int, FloorDivide, "floordiv"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Remainder, "mod"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Lshift, "lshift"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Rshift, "rshift"),
    INTERLEAVE_BINARY_ROWS(Level::Int, And, "and"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Or, "or"),
    INTERLEAVE_BINARY_ROWS(Level::Int, Xor, "xor"),
    INTERLEAVE_COMPARE_ROWS(Level::Int),
    INTERLEAVE_ORDER_ROWS(Level::Int),
    {"__pow__", rows::power<Level::Int, false>, 2, 3},
    {"__rpow__", rows::power<Level::Int, true>, 2, 3},
    {"__divmod__", rows::divmod<Level::Int, false>, 2, 2},
    {"__rdivmod__", rows::divmod<Level::Int, true>, 2, 2},
    {"__neg__", rows::unary<UnaryOp::Negative>, 1, 1},
    {"__pos__", rows::unary<UnaryOp::Positive>, 1, 1},
    {"__invert__", rows::unary<UnaryOp::Invert>, 1, 1},
    {"__abs__", rows::unary<UnaryOp::Abs>, 1, 1},
    {"__bool__", rows::truth, 1, 1},
    {"__hash__", rows::hash, 1, 1},
    {"__repr__", rows::repr, 1, 1},
    {"__round__", rows::round, 1, 2},
    {"__int__", exact, 1, 1},
    {"__index__", exact, 1, 1},
    {"__trunc__", exact, 1, 1},
    {"__floor__", exact, 1, 1},
    {"__ceil__", exact, 1, 1},
    {"__float__", to_float, 1, 1},
    {"__getnewargs__", newargs, 1, 1},
    {"__sizeof__", size_of, 1, 1},
    {"bit_length", bit_length, 1, 1},
    {"bit_count", bit_count, 1, 1},
    {"conjugate", exact, 1, 1},
    {"as_integer_ratio", ratio, 1, 1},
    {"to_bytes", to_bytes, 1, 3, kKeywords},
    {"from_bytes", from_bytes, 2, 3, kKeywords | kClassMethod},
    {"real", exact, 1, 1, kGetter},
    {"imag", zero, 1, 1, kGetter},
    {"numerator", exact, 1, 1, kGetter},
    {"denominator", one, 1, 1, kGetter},
};

// --- bool
// ------------------------------------------------------------------------------------------------

Value bool_make(VmThread& t, const Args& args) {
  if (rows::class_argument(t, args, t.vm.types.boolean) == nullptr) return Value();
  if (args.kw_count() > 0) return raise_type_error(t, "bool() takes no keyword arguments");
  if (args.n > 2)
    return raise_type_error(t, "bool expected at most 1 argument, got %u", args.n - 1);
  return args.n < 2 ? boolean(false) : truth_value(t, args[1]);
}

constexpr NativeDef kBool[] = {
    {"__new__", bool_make, 1, kAnyArgs, kKeywords},
    {"__repr__", rows::repr, 1, 1},
};

}  // namespace

void init_int(VmThread& t) { add_methods(t, t.vm.types.integer, kInt); }

void init_bool(VmThread& t) { add_methods(t, t.vm.types.boolean, kBool); }

}  // namespace interleave::vm
