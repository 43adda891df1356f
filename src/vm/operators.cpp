#include "vm/operators.h"

#include "vm/attributes.h"
#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/compare.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/frames.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/range.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

using lang::BinaryOp;

struct OperatorRow {
  Special plain, reflected, in_place;
  const char* symbol;
};

/// By BinaryOp without its Inplace half.
constexpr OperatorRow kOperators[] = {
    {Special::Add, Special::RAdd, Special::IAdd, "+"},
    {Special::And, Special::RAnd, Special::IAnd, "&"},
    {Special::FloorDiv, Special::RFloorDiv, Special::IFloorDiv, "//"},
    {Special::LShift, Special::RLShift, Special::ILShift, "<<"},
    {Special::MatMul, Special::RMatMul, Special::IMatMul, "@"},
    {Special::Mul, Special::RMul, Special::IMul, "*"},
    {Special::Mod, Special::RMod, Special::IMod, "%"},
    {Special::Or, Special::ROr, Special::IOr, "|"},
    {Special::Pow, Special::RPow, Special::IPow, "** or pow()"},
    {Special::RShift, Special::RRShift, Special::IRShift, ">>"},
    {Special::Sub, Special::RSub, Special::ISub, "-"},
    {Special::TrueDiv, Special::RTrueDiv, Special::ITrueDiv, "/"},
    {Special::Xor, Special::RXor, Special::IXor, "^"},
};
constexpr int kPlainOperators = 13;

Value raise_unsupported(VmThread& t, BinaryOp op, Value a, Value b) {
  const int index = static_cast<int>(op);
  const bool in_place = index >= kPlainOperators;
  const OperatorRow& row = kOperators[index % kPlainOperators];
  const std::string left = type_name(t.vm, a);
  const std::string right = type_name(t.vm, b);
  const Kind kind = kind_of(a);
  const bool sequence = kind == Kind::Str || kind == Kind::List || kind == Kind::Tuple ||
                        kind == Kind::Bytes || kind == Kind::ByteArray;
  if (sequence && row.plain == Special::Add) {
    if (kind == Kind::Bytes || kind == Kind::ByteArray) {
      return raise_type_error(t, "can't concat %s to %s", right.c_str(), left.c_str());
    }
    return raise_type_error(t, "can only concatenate %s (not \"%s\") to %s", left.c_str(),
                            right.c_str(), left.c_str());
  }
  const Kind other = kind_of(b);
  const bool other_sequence = other == Kind::Str || other == Kind::List || other == Kind::Tuple ||
                              other == Kind::Bytes || other == Kind::ByteArray;
  if (row.plain == Special::Mul && (sequence || other_sequence)) {
    if (!special(class_of(t.vm, sequence ? b : a), Special::Index).empty()) {
      return pending_call(t, prelude_function(t, "sequence_repeat"),
                          {sequence ? a : b, sequence ? b : a});
    }
    return raise_type_error(t, "can't multiply sequence by non-int of type '%s'",
                            sequence ? right.c_str() : left.c_str());
  }
  std::string symbol = row.symbol;
  if (in_place) symbol = row.plain == Special::Pow ? "**=" : symbol + "=";
  return raise_type_error(t, "unsupported operand type(s) for %s: '%s' and '%s'", symbol.c_str(),
                          left.c_str(), right.c_str());
}

/// A method to try, with its operands.
struct Attempt {
  Value method, self, other;
};

/// What CPython tries for the operator, in order. Returns how many.
int attempts_for(VmThread& t, BinaryOp op, Value a, Value b, Attempt (&attempts)[3]) {
  const int index = static_cast<int>(op);
  const OperatorRow& row = kOperators[index % kPlainOperators];
  const Type* left = class_of(t.vm, a);
  const Type* right = class_of(t.vm, b);
  int count = 0;
  if (index >= kPlainOperators) {
    const Value method = special(left, row.in_place);
    if (!method.empty()) attempts[count++] = {method, a, b};
  }
  const Value forward = special(left, row.plain);
  const Value backward = left != right ? special(right, row.reflected) : Value();
  const bool reflected_first =
      !backward.empty() && is_subtype(right, left) && backward != special(left, row.reflected);
  if (reflected_first) attempts[count++] = {backward, b, a};
  if (!forward.empty()) attempts[count++] = {forward, a, b};
  if (!backward.empty() && !reflected_first) attempts[count++] = {backward, b, a};
  return count;
}

Value try_from(VmThread& t, BinaryOp op, Value a, Value b, int first);

/// State: (operator, a, b, number of the attempt that is next).
Value after_attempt(VmThread& t, Value result, Value state) {
  if (result != not_implemented()) return result;
  const Value* s = static_cast<Tuple*>(state.object())->items();
  return try_from(t, static_cast<BinaryOp>(s[0].as_int()), s[1], s[2],
                  static_cast<int>(s[3].as_int()));
}

Value try_from(VmThread& t, BinaryOp op, Value a, Value b, int first) {
  Attempt attempts[3];
  const int count = attempts_for(t, op, a, b, attempts);
  for (int i = first; i < count; ++i) {
    const Attempt& at = attempts[i];
    const auto others = [&] {
      const Value state =
          tuple_of(t, {Value::small_int(static_cast<int>(op)), a, b, Value::small_int(i + 1)});
      return Continuation{after_attempt, state, false};
    };
    if (at.method.is_object() && at.method.object()->type == t.vm.types.native) {
      const Value operands[] = {at.self, at.other};
      const Value r =
          call_native(t, static_cast<NativeFunction*>(at.method.object()), {operands, 2});
      if (r.empty() && t.exception.empty() && t.pending.kind != Pending::Kind::None) {
        return pending_then(t, others());
      }
      if (r != not_implemented()) return r;
      continue;
    }
    return pending_call(t, at.method, {at.self, at.other}, others());
  }
  return raise_unsupported(t, op, a, b);
}

}  // namespace

Value binary_op(VmThread& t, BinaryOp op, Value a, Value b) {
  const int index = static_cast<int>(op);
  const auto plain = static_cast<BinaryOp>(index % kPlainOperators);
  const Type* left = class_of(t.vm, a);
  const Type* right = class_of(t.vm, b);
  const Types& y = t.vm.types;
  const auto exact_number = [&y](const Type* type) {
    return type == y.integer || type == y.floating || type == y.boolean;
  };
  if (exact_number(left) && exact_number(right)) {
    const Value r = number_binary(t, plain, a, b);
    if (r != not_implemented()) return r;
    return raise_unsupported(t, op, a, b);
  }
  if (plain == BinaryOp::Add && left == y.str && right == y.str) {
    return str_concat(t, as_str(a), as_str(b));
  }
  return try_from(t, op, a, b, 0);
}

Function* operator_method(VmThread& t, BinaryOp op, Value a, Value b) {
  if (!a.is_object() || !a.object()->type->is_python) return nullptr;
  const Type* left = a.object()->type;
  const Type* right = class_of(t.vm, b);
  const int index = static_cast<int>(op);
  const OperatorRow& row = kOperators[index % kPlainOperators];
  Value method = index >= kPlainOperators ? special(left, row.in_place) : Value();
  if (method.empty()) {
    // A subclass's reflected method goes first; of built-in classes none is one.
    if (right != left && right->is_python) return nullptr;
    method = special(left, row.plain);
  }
  const bool python = method.is_object() && method.object()->type == t.vm.types.function;
  return python ? static_cast<Function*>(method.object()) : nullptr;
}

Value binary_op_after(VmThread& t, BinaryOp op, Value a, Value b) {
  return try_from(t, op, a, b, 1);
}

Value unary_op(VmThread& t, Special s, Value v) {
  const Type* type = class_of(t.vm, v);
  const Types& y = t.vm.types;
  if (type == y.integer || type == y.floating || type == y.boolean || type == y.complex) {
    return number_unary(t,
                        s == Special::Neg   ? UnaryOp::Negative
                        : s == Special::Pos ? UnaryOp::Positive
                                            : UnaryOp::Invert,
                        v);
  }
  const Value method = special(type, s);
  if (!method.empty()) return pending_call(t, method, {v});
  const char* symbol = s == Special::Neg ? "-" : s == Special::Pos ? "+" : "~";
  return raise_type_error(t, "bad operand type for unary %s: '%s'", symbol,
                          type_name(t.vm, v).c_str());
}

// --- Subscripts
// ----------------------------------------------------------------------------------------

Value get_item(VmThread& t, Value object, Value key) {
  Type* type = class_of(t.vm, object);
  const Types& y = t.vm.types;
  if (object.is_object()) {
    Object* o = object.object();
    if (type == y.list) return list_getitem(t, static_cast<List*>(o), key);
    if (type == y.tuple) return tuple_getitem(t, static_cast<Tuple*>(o), key);
    if (type == y.dict) return dict_getitem(t, static_cast<Dict*>(o), key);
    if (type == y.str) return str_getitem(t, static_cast<Str*>(o), key);
    if (type == y.bytes || type == y.bytearray) return bytes_getitem(t, object, key);
    if (type->kind == Kind::Type) {
      const Value meta = special(type, Special::GetItem);
      if (!meta.empty()) return pending_call(t, meta, {object, key});
      // list[int], Box[T]: __class_getitem__, an implicit class method.
      Value hook = type_lookup(static_cast<Type*>(o), t.vm.names.class_getitem);
      if (!hook.empty()) {
        if (hook.object()->type == y.function) return pending_call(t, hook, {object, key});
        hook = bind_descriptor(t, hook, object, static_cast<Type*>(o));
        return pending_call(t, hook, {key});
      }
      const bool plain = o == y.integer || o == y.floating || o == y.str || o == y.boolean ||
                         o == y.bytes || o == y.bytearray || o == y.complex || o == y.object ||
                         o == y.range || o == y.none;
      if (!static_cast<Type*>(o)->is_python && !plain) {
        return pending_call(t, prelude_function(t, "generic_alias"), {object, key});
      }
      return raise_type_error(t, "type '%s' is not subscriptable",
                              utf8(static_cast<Type*>(o)->name).c_str());
    }
  }
  const Value method = special(type, Special::GetItem);
  if (!method.empty()) return pending_call(t, method, {object, key});
  return raise_type_error(t, "'%s' object is not subscriptable", type_name(t.vm, object).c_str());
}

Value set_item(VmThread& t, Value object, Value key, Value value) {
  Type* type = class_of(t.vm, object);
  if (object.is_object() && type == t.vm.types.list) {
    return list_setitem(t, static_cast<List*>(object.object()), key, value);
  }
  if (object.is_object() && type == t.vm.types.bytearray) {
    return bytearray_setitem(t, static_cast<ByteArray*>(object.object()), key, value);
  }
  const Value method = special(type, Special::SetItem);
  if (!method.empty()) return pending_call(t, method, {object, key, value});
  return raise_type_error(t, "'%s' object does not support item assignment",
                          type_name(t.vm, object).c_str());
}

Value delete_item(VmThread& t, Value object, Value key) {
  Type* type = class_of(t.vm, object);
  if (object.is_object()) {
    if (type == t.vm.types.list) return list_delitem(t, static_cast<List*>(object.object()), key);
    if (type == t.vm.types.dict) return dict_delitem(t, static_cast<Dict*>(object.object()), key);
  }
  const Value method = special(type, Special::DelItem);
  if (!method.empty()) return pending_call(t, method, {object, key});
  return raise_type_error(t, "'%s' object doesn't support item deletion",
                          type_name(t.vm, object).c_str());
}

// --- Unpacking
// -----------------------------------------------------------------------------------------

namespace {

bool spread(VmThread& t, const Value* items, std::size_t size, std::uint32_t count, Value* out) {
  if (size < count) {
    raise_value_error(t, "not enough values to unpack (expected %u, got %zu)", count, size);
    return false;
  }
  if (size > count) {
    raise_value_error(t, "too many values to unpack (expected %u)", count);
    return false;
  }
  for (std::uint32_t i = 0; i < count; ++i) out[count - 1 - i] = items[i];
  return true;
}

bool spread_ex(VmThread& t, const std::vector<Value>& items, std::uint32_t before,
               std::uint32_t after, Value* out) {
  if (items.size() < before + after) {
    raise_value_error(t, "not enough values to unpack (expected at least %u, got %zu)",
                      before + after, items.size());
    return false;
  }
  const std::size_t middle = items.size() - before - after;
  std::uint32_t to = before + 1 + after;
  for (std::uint32_t i = 0; i < before; ++i) out[--to] = items[i];
  out[--to] = list_from(t, items.data() + before, middle);
  for (std::uint32_t i = 0; i < after; ++i) out[--to] = items[before + middle + i];
  return true;
}

/// The values came from Python, as a list; the instruction that wants them is where the frame
/// stands.
Value after_collect(VmThread& t, Value result, Value) {
  const std::vector<Value> items = list_snapshot(static_cast<List*>(result.object()));
  Frame& frame = t.frames.back();
  const Instr* pc = frame.pc;
  if (pc->op == Op::UNPACK_SEQUENCE) {
    return spread(t, items.data(), items.size(), pc->c, frame.regs + pc->b) ? none() : Value();
  }
  const auto counts = static_cast<std::uint32_t>(std::bit_cast<std::uint64_t>(pc[1]));
  return spread_ex(t, items, counts & 0xff, counts >> 8, frame.regs + pc->b) ? none() : Value();
}

/// The items of a natively iterable value, or pending/raised (false).
bool collect_items(VmThread& t, Value iterable, Value limit, std::vector<Value>* items) {
  if (iterable.is_object()) {
    if (iterable.object()->type == t.vm.types.tuple) {
      auto* tuple = static_cast<Tuple*>(iterable.object());
      items->assign(tuple->items(), tuple->items() + tuple->size);
      return true;
    }
    if (iterable.object()->type == t.vm.types.list) {
      *items = list_snapshot(static_cast<List*>(iterable.object()));
      return true;
    }
  }
  const Type* type = class_of(t.vm, iterable);
  if (special(type, Special::Iter).empty() && special(type, Special::GetItem).empty()) {
    raise_type_error(t, "cannot unpack non-iterable %s object", type_name(t.vm, iterable).c_str());
    return false;
  }
  pending_call(t, prelude_function(t, "collect_for_unpacking"), {iterable, limit},
               {after_collect, Value(), false});
  return false;
}

}  // namespace

Value unpack(VmThread& t, Value iterable, std::uint32_t count, Value* out) {
  std::vector<Value> items;
  // One more than wanted is enough to know that there are too many.
  if (!collect_items(t, iterable, Value::small_int(count + 1), &items)) return Value();
  return spread(t, items.data(), items.size(), count, out) ? none() : Value();
}

Value unpack_ex(VmThread& t, Value iterable, std::uint32_t before, std::uint32_t after,
                Value* out) {
  std::vector<Value> items;
  if (!collect_items(t, iterable, none(), &items)) return Value();
  return spread_ex(t, items, before, after, out) ? none() : Value();
}

// --- match
// ---------------------------------------------------------------------------------------------

Value match_mapping(VmThread& t, Value v) {
  if (kind_of(v) == Kind::Dict) return boolean(true);
  const Type* type = class_of(t.vm, v);
  return boolean(type->is_python && !special(type, Special::GetItem).empty() &&
                 !type_lookup(type, t.vm.names.keys).empty());
}

Value match_sequence(VmThread& t, Value v) {
  const Kind kind = kind_of(v);
  if (kind == Kind::List || kind == Kind::Tuple || kind == Kind::Range) return boolean(true);
  if (kind == Kind::Str || kind == Kind::Bytes || kind == Kind::ByteArray) return boolean(false);
  // What collections.abc.Sequence hands down, and a few say of themselves.
  return boolean(!type_lookup(class_of(t.vm, v), t.vm.intern("_il_sequence")).empty());
}

Value match_keys(VmThread& t, Value subject, Value keys) {
  auto* wanted = static_cast<Tuple*>(keys.object());
  if (subject.object()->type == t.vm.types.dict) {
    std::vector<Value> values(wanted->size);
    for (std::uint32_t i = 0; i < wanted->size; ++i) {
      const Lookup found =
          dict_get(t, static_cast<Dict*>(subject.object()), wanted->items()[i], &values[i]);
      if (found == Lookup::Missing) return none();
      if (found == Lookup::Error) return Value();
      if (found == Lookup::Python) {
        return pending_call(t, prelude_function(t, "match_keys"), {subject, keys});
      }
    }
    return tuple_from(t, values.data(), values.size());
  }
  return pending_call(t, prelude_function(t, "match_keys"), {subject, keys});
}

Value match_class(VmThread& t, Value subject, Value type, Value names, std::uint32_t positional) {
  if (!type.is_object() || type.object()->type->kind != Kind::Type) {
    return raise_type_error(t, "called match pattern must be a type");
  }
  const Type* meta = type.object()->type;
  const bool asks =
      meta->is_python && !type_lookup(meta, t.vm.intern("__instancecheck__")).empty() &&
      type_lookup(meta, t.vm.intern("__instancecheck__")).object()->type != t.vm.types.native;
  if (!asks && !is_instance(t.vm, subject, static_cast<Type*>(type.object()))) return none();
  return pending_call(t, prelude_function(t, "match_class"),
                      {subject, type, names, Value::small_int(positional)});
}

}  // namespace interleave::vm
