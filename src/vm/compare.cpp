#include "vm/compare.h"

#include <algorithm>

#include "vm/bytes.h"
#include "vm/errors.h"
#include "vm/identity.h"
#include "vm/iterators.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/range.h"
#include "vm/set.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

using lang::CompareOp;

namespace {

bool is_numeric(Kind k) {
  return k == Kind::Int || k == Kind::Float || k == Kind::Bool || k == Kind::Complex;
}

bool is_bytes_kind(Kind k) { return k == Kind::Bytes || k == Kind::ByteArray; }
bool is_set_kind(Kind k) { return k == Kind::Set || k == Kind::FrozenSet; }

/// The class has a comparison of its own, written in Python or in C++ outside this file.
bool has_own_eq(const Vm& vm, const Type* type) {
  const Value eq = special(type, Special::Eq);
  if (!special_is_native(type, Special::Eq)) return true;
  switch (type->kind) {
    case Kind::NativeData:
    case Kind::Sync:
    case Kind::Iterator: return !(eq == special(vm.types.object, Special::Eq));
    default: return false;
  }
}

Truth items_equal(VmThread& t, const Value* a, const Value* b, std::size_t count, int depth) {
  if (depth >= kNativeDepth) return Truth::Python;
  for (std::size_t i = 0; i < count; ++i) {
    const Truth same = equal_native(t, a[i], b[i], depth + 1);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

Truth lists_equal(VmThread& t, const List* a, const List* b, int depth) {
  if (depth >= kNativeDepth) return Truth::Python;
  if (list_size(a) != list_size(b)) return Truth::False;
  Value x;
  Value y;
  for (std::int64_t i = 0; list_get(a, i, &x) && list_get(b, i, &y); ++i) {
    const Truth same = equal_native(t, x, y, depth + 1);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

Truth dicts_equal(VmThread& t, const Dict* a, const Dict* b, int depth) {
  if (depth >= kNativeDepth) return Truth::Python;
  if (dict_size(a) != dict_size(b)) return Truth::False;
  std::uint32_t position = 0;
  Value key;
  Value x;
  Hash hash = 0;
  while (dict_next_hashed(a, &position, &key, &x, &hash)) {
    Value y;
    const Lookup found = dict_get_hashed(t, b, key, hash, &y);
    if (found == Lookup::Python) return Truth::Python;
    if (found == Lookup::Error) return Truth::Error;
    if (found == Lookup::Missing) return Truth::False;
    const Truth same = equal_native(t, x, y, depth + 1);
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

/// Every element of `a` is in `b`.
Truth is_subset(VmThread& t, const Set* a, const Set* b) {
  if (set_size(a) > set_size(b)) return Truth::False;
  std::uint32_t position = 0;
  Value key;
  Hash hash = 0;
  while (set_next(a, &position, &key, &hash)) {
    switch (set_contains_hashed(t, b, key, hash)) {
      case Lookup::Found: break;
      case Lookup::Missing: return Truth::False;
      case Lookup::Python: return Truth::Python;
      case Lookup::Error: return Truth::Error;
    }
  }
  return Truth::True;
}

Truth ranges_equal(const Range* a, const Range* b) {
  if (!number_equal(a->length, b->length)) return Truth::False;
  if (int_sign(a->length) == 0) return Truth::True;
  if (!number_equal(a->start, b->start)) return Truth::False;
  return truth(a->length == Value::small_int(1) || number_equal(a->step, b->step));
}

Truth equal_objects(VmThread& t, Object* a, Object* b, int depth) {
  switch (a->type->kind) {
    case Kind::Tuple: {
      auto* x = static_cast<Tuple*>(a);
      auto* y = static_cast<Tuple*>(b);
      if (x->size != y->size) return Truth::False;
      return items_equal(t, x->items(), y->items(), x->size, depth);
    }
    case Kind::List: return lists_equal(t, static_cast<List*>(a), static_cast<List*>(b), depth);
    case Kind::Dict: return dicts_equal(t, static_cast<Dict*>(a), static_cast<Dict*>(b), depth);
    case Kind::Range: return ranges_equal(static_cast<Range*>(a), static_cast<Range*>(b));
    case Kind::Slice: {
      auto* x = static_cast<Slice*>(a);
      auto* y = static_cast<Slice*>(b);
      return items_equal(t, &x->start, &y->start, 3, depth);
    }
    case Kind::BoundMethod: {
      auto* x = static_cast<BoundMethod*>(a);
      auto* y = static_cast<BoundMethod*>(b);
      return truth(x->function == y->function && x->self == y->self);
    }
    case Kind::Native: {
      auto* x = static_cast<NativeFunction*>(a);
      auto* y = static_cast<NativeFunction*>(b);
      return truth(x->def == y->def && x->self == y->self && x->owner == y->owner);
    }
    default: return Truth::False;
  }
}

}  // namespace

bool special_is_native(const Type* type, Special s) {
  if (!type->is_python) return true;
  const Value v = special(type, s);
  return v.empty() || (v.is_object() && v.object()->type->kind == Kind::Native);
}

// --- equality
// ------------------------------------------------------------------------------------------

Truth equal_native(VmThread& t, Value a, Value b, int depth) {
  if (a == b) return Truth::True;
  if (a.is_number() && b.is_number()) {
    return truth(!both_ints(a, b) && number_equal(a, b));
  }
  const Type* type_a = class_of(t.vm, a);
  const Type* type_b = class_of(t.vm, b);
  const Kind ka = type_a->kind;
  const Kind kb = type_b->kind;
  if (type_a == type_b && ka == Kind::Str) return truth(str_equal(as_str(a), as_str(b)));
  if (has_own_eq(t.vm, type_a) || has_own_eq(t.vm, type_b)) return Truth::Python;
  if (is_numeric(ka)) return truth(is_numeric(kb) && number_equal(a, b));
  if (ka == Kind::Str) return truth(kb == Kind::Str && str_equal(as_str(a), as_str(b)));
  if (is_bytes_kind(ka)) return truth(is_bytes_kind(kb) && bytes_compare(t, a, b) == 0);
  if (is_set_kind(ka)) {
    if (!is_set_kind(kb) || set_size(as_set(a)) != set_size(as_set(b))) return Truth::False;
    return is_subset(t, as_set(a), as_set(b));
  }
  if (ka != kb) return Truth::False;
  return equal_objects(t, a.object(), b.object(), depth);
}

// --- hashing
// ---------------------------------------------------------------------------------------------

namespace {

/// CPython's tuple hash (xxHash's mixing).
struct TupleHasher {
  static constexpr std::uint64_t kPrime1 = 11400714785074694791u;
  static constexpr std::uint64_t kPrime2 = 14029467366897019727u;
  static constexpr std::uint64_t kPrime5 = 2870177450012600261u;
  std::uint64_t acc = kPrime5;
  void add(Hash lane) {
    acc += static_cast<std::uint64_t>(lane) * kPrime2;
    acc = (acc << 31) | (acc >> 33);
    acc *= kPrime1;
  }
  Hash finish(std::size_t size) {
    acc += size ^ (kPrime5 ^ 3527539u);
    return acc == ~std::uint64_t{0} ? 1546275796 : static_cast<Hash>(acc);
  }
};

Lookup hash_at(VmThread& t, Value v, Hash* out, int depth);

Lookup hash_tuple(VmThread& t, Tuple* tuple, Hash* out, int depth) {
  const Hash cached = tuple->hash.load();
  if (cached != 0) {
    *out = cached;
    return Lookup::Found;
  }
  if (depth >= kNativeDepth) return Lookup::Python;
  TupleHasher hasher;
  for (std::uint32_t i = 0; i < tuple->size; ++i) {
    const Value item = tuple->items()[i];
    if (item.is_int()) {
      hasher.add(small_int_hash(item));
      continue;
    }
    Hash lane = 0;
    const Lookup r = hash_at(t, item, &lane, depth + 1);
    if (r != Lookup::Found) return r;
    hasher.add(lane);
  }
  *out = hasher.finish(tuple->size);
  tuple->hash.store(*out);
  return Lookup::Found;
}

Hash hash_range(Range* range) {
  TupleHasher hasher;
  const Hash of_none = identity_hash(&g_none);
  const bool empty = int_sign(range->length) == 0;
  hasher.add(number_hash(range->length));
  hasher.add(empty ? of_none : number_hash(range->start));
  hasher.add(empty || range->length == Value::small_int(1) ? of_none : number_hash(range->step));
  return hasher.finish(3);
}

Lookup raise_unhashable(VmThread& t, Value v) {
  std::string name = type_name(t.vm, v);
  const Type* type = class_of(t.vm, v);
  if (type->kind == Kind::NativeData && !type->is_python) {
    // CPython's native classes outside builtins carry their module in this text.
    const Value module = dict_get_str(type->dict, t.vm.names.module);
    if (is_str(module) && !str_equal(as_str(module), "builtins"))
      name = utf8(as_str(module)) + "." + name;
  }
  raise_type_error(t, "unhashable type: '%s'", name.c_str());
  return Lookup::Error;
}

Lookup hash_at(VmThread& t, Value v, Hash* out, int depth) {
  if (v.is_int()) {
    *out = small_int_hash(v);
    return Lookup::Found;
  }
  if (v.is_double()) {
    *out = double_hash(v.as_double());
    return Lookup::Found;
  }
  Object* o = v.object();
  const Type* type = o->type;
  if (type == t.vm.types.str) {
    *out = str_hash(static_cast<Str*>(o));
    return Lookup::Found;
  }
  if (type == t.vm.types.tuple) return hash_tuple(t, static_cast<Tuple*>(o), out, depth);
  const Value hook = special(type, Special::Hash);
  if (hook == none()) return raise_unhashable(t, v);
  if (!special_is_native(type, Special::Hash)) return Lookup::Python;
  switch (type->kind) {
    case Kind::Str: *out = str_hash(static_cast<Str*>(o)); break;
    case Kind::Int:
    case Kind::Float:
    case Kind::Bool:
    case Kind::Complex: *out = number_hash(v); break;
    case Kind::Bytes: *out = bytes_hash(static_cast<Bytes*>(o)); break;
    case Kind::Tuple: return hash_tuple(t, static_cast<Tuple*>(o), out, depth);
    case Kind::FrozenSet: *out = set_hash(static_cast<Set*>(o)); break;
    case Kind::Range: *out = hash_range(static_cast<Range*>(o)); break;
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
    case Kind::ByteArray:
    case Kind::Slice: return raise_unhashable(t, v);
    case Kind::BoundMethod: {
      auto* method = static_cast<BoundMethod*>(o);
      Hash self = identity_hash(method->function.object());
      if (method->self.is_object()) self ^= identity_hash(method->self.object()) * 31;
      *out = self == -1 ? -2 : self;
      break;
    }
    case Kind::NativeData:
      if (!(hook == special(t.vm.types.object, Special::Hash))) return Lookup::Python;
      [[fallthrough]];
    default: *out = identity_hash(o); break;
  }
  return Lookup::Found;
}

/// The result of a user's __hash__, reduced as CPython does.
Value after_hash(VmThread& t, Value result, Value) {
  if (!is_int_like(result)) return raise_type_error(t, "__hash__ method should return an integer");
  std::int64_t n = 0;
  if (!to_int64(result, &n)) n = number_hash(result);
  return int_value(t, n == -1 ? -2 : n);
}

}  // namespace

Hash mix_hashes(const Hash* hashes, std::size_t count) {
  TupleHasher hasher;
  for (std::size_t i = 0; i < count; ++i) hasher.add(hashes[i]);
  return hasher.finish(count);
}

Lookup hash_value(VmThread& t, Value v, Hash* out) { return hash_at(t, v, out, 0); }

Value hash_object(VmThread& t, Value v) {
  Hash hash = 0;
  switch (hash_value(t, v, &hash)) {
    case Lookup::Found: return int_value(t, hash);
    case Lookup::Python: break;
    default: return Value();
  }
  const Type* type = class_of(t.vm, v);
  if (type->kind == Kind::Tuple && special_is_native(type, Special::Hash)) {
    return pending_call(t, prelude_function(t, "tuple_hash"), {v});
  }
  return pending_call(t, special(type, Special::Hash), {v}, {after_hash, Value()});
}

// --- order
// -----------------------------------------------------------------------------------------------

namespace {

bool holds(int order, CompareOp op) {
  switch (op) {
    case CompareOp::Lt: return order < 0;
    case CompareOp::Le: return order <= 0;
    case CompareOp::Eq: return order == 0;
    case CompareOp::Ne: return order != 0;
    case CompareOp::Gt: return order > 0;
    case CompareOp::Ge: return order >= 0;
  }
  return false;
}

struct Items {
  const Value* values = nullptr;
  std::size_t count = 0;
  std::vector<Value> storage;
};

void items_of(Object* o, Items* out) {
  if (o->type->kind == Kind::Tuple) {
    auto* tuple = static_cast<Tuple*>(o);
    out->values = tuple->items();
    out->count = tuple->size;
    return;
  }
  out->storage = list_snapshot(static_cast<List*>(o));
  out->values = out->storage.data();
  out->count = out->storage.size();
}

/// Index of the first pair that differs, or the smaller count. Other than True: see Truth.
Truth first_difference(VmThread& t, const Items& a, const Items& b, std::size_t* at, int depth) {
  if (depth >= kNativeDepth) return Truth::Python;
  const std::size_t count = std::min(a.count, b.count);
  for (*at = 0; *at < count; ++*at) {
    const Truth same = equal_native(t, a.values[*at], b.values[*at], depth + 1);
    if (same == Truth::False) return Truth::True;
    if (same != Truth::True) return same;
  }
  return Truth::True;
}

Value compare_in_python(VmThread& t, const char* helper, Value a, Value b, CompareOp op) {
  return pending_call(t, prelude_function(t, helper),
                      {a, b, Value::small_int(static_cast<int>(op))});
}

Value answer(VmThread& t, Truth same, CompareOp op, const char* helper, Value a, Value b) {
  if (same == Truth::Error) return Value();
  if (same == Truth::Python) return compare_in_python(t, helper, a, b, op);
  return boolean((same == Truth::True) == (op == CompareOp::Eq));
}

Value compare_sequences(VmThread& t, Value a, Value b, CompareOp op) {
  if (is_equality(op)) {
    const Truth same = a == b ? Truth::True : equal_objects(t, a.object(), b.object(), 0);
    return answer(t, same, op, "sequence_compare", a, b);
  }
  Items x;
  Items y;
  items_of(a.object(), &x);
  items_of(b.object(), &y);
  std::size_t at = 0;
  const Truth found = first_difference(t, x, y, &at, 0);
  if (found == Truth::Error) return Value();
  if (found == Truth::Python) return compare_in_python(t, "sequence_compare", a, b, op);
  if (at < x.count && at < y.count) return rich_compare(t, x.values[at], y.values[at], op);
  return boolean(holds(x.count < y.count ? -1 : x.count > y.count, op));
}

Value compare_sets(VmThread& t, Value a, Value b, CompareOp op) {
  if (op == CompareOp::Gt || op == CompareOp::Ge) {
    return compare_sets(t, b, a, op == CompareOp::Gt ? CompareOp::Lt : CompareOp::Le);
  }
  const Set* x = as_set(a);
  const Set* y = as_set(b);
  const bool may_hold = op == CompareOp::Le   ? set_size(x) <= set_size(y)
                        : op == CompareOp::Lt ? set_size(x) < set_size(y)
                                              : set_size(x) == set_size(y);
  if (!may_hold) return boolean(op == CompareOp::Ne);
  const Truth inside = is_subset(t, x, y);
  if (inside == Truth::Error) return Value();
  if (inside == Truth::Python) return compare_in_python(t, "set_compare", a, b, op);
  return boolean((inside == Truth::True) != (op == CompareOp::Ne));
}

Value compare_slices(VmThread& t, Value a, Value b, CompareOp op) {
  const auto as_tuple = [&t](Value v) {
    auto* s = static_cast<Slice*>(v.object());
    return Value(tuple_of(t, {s->start, s->stop, s->step}));
  };
  return compare_sequences(t, as_tuple(a), as_tuple(b), op);
}

Value compare_same_kind(VmThread& t, Value a, Value b, CompareOp op, Kind kind) {
  switch (kind) {
    case Kind::Str: return boolean(holds(str_compare(as_str(a), as_str(b)), op));
    case Kind::Tuple:
    case Kind::List: return compare_sequences(t, a, b, op);
    case Kind::Slice: return compare_slices(t, a, b, op);
    default: break;
  }
  if (!is_equality(op)) return not_implemented();
  if (kind == Kind::Dict) {
    const Truth same =
        a == b ? Truth::True
               : dicts_equal(t, static_cast<Dict*>(a.object()), static_cast<Dict*>(b.object()), 0);
    return answer(t, same, op, "dict_compare", a, b);
  }
  if (kind == Kind::Range || kind == Kind::BoundMethod || kind == Kind::Native) {
    return answer(t, equal_objects(t, a.object(), b.object(), 0), op, "", a, b);
  }
  return not_implemented();
}

}  // namespace

Value native_compare(VmThread& t, Value a, Value b, CompareOp op) {
  const Kind ka = kind_of(a);
  const Kind kb = kind_of(b);
  if (is_numeric(ka)) {
    bool result = false;
    return is_numeric(kb) && number_compare(a, b, op, &result) ? boolean(result)
                                                               : not_implemented();
  }
  if (is_bytes_kind(ka)) {
    return is_bytes_kind(kb) ? boolean(holds(bytes_compare(t, a, b), op)) : not_implemented();
  }
  if (is_set_kind(ka)) return is_set_kind(kb) ? compare_sets(t, a, b, op) : not_implemented();
  if (ka == kb) {
    const Value r = compare_same_kind(t, a, b, op, ka);
    if (!(r == not_implemented())) return r;
  }
  if (is_equality(op) && a == b) return boolean(op == CompareOp::Eq);
  return not_implemented();
}

namespace {

/// Built-in classes whose comparisons are in this file; others have rows of their own.
bool compares_here(Kind kind) {
  return kind != Kind::NativeData && kind != Kind::Sync && kind != Kind::Iterator;
}

Truth less_sequences(VmThread& t, Value a, Value b, int depth) {
  Items x;
  Items y;
  items_of(a.object(), &x);
  items_of(b.object(), &y);
  std::size_t at = 0;
  const Truth found = first_difference(t, x, y, &at, depth);
  if (found != Truth::True) return found;
  if (at < x.count && at < y.count) return less_native(t, x.values[at], y.values[at], depth + 1);
  return truth(x.count < y.count);
}

}  // namespace

Truth less_native(VmThread& t, Value a, Value b, int depth) {
  if (both_ints(a, b)) return truth(a.as_int() < b.as_int());
  const Type* type_a = class_of(t.vm, a);
  const Type* type_b = class_of(t.vm, b);
  if (!special_is_native(type_a, Special::Lt) || !special_is_native(type_b, Special::Lt) ||
      !special_is_native(type_b, Special::Gt)) {
    return Truth::Python;
  }
  const Kind ka = type_a->kind;
  if (is_numeric(ka)) {
    bool less = false;
    if (!is_numeric(type_b->kind) || !number_compare(a, b, CompareOp::Lt, &less))
      return Truth::Python;
    return truth(less);
  }
  if (ka != type_b->kind) return Truth::Python;
  if (ka == Kind::Str) return truth(str_compare(as_str(a), as_str(b)) < 0);
  if (ka == Kind::Bytes) return truth(bytes_compare(t, a, b) < 0);
  if (ka == Kind::Tuple || ka == Kind::List) return less_sequences(t, a, b, depth);
  return Truth::Python;
}

// --- the whole protocol
// ----------------------------------------------------------------------------------

namespace {

constexpr Special kSpecialOf[] = {Special::Lt, Special::Le, Special::Eq,
                                  Special::Ne, Special::Gt, Special::Ge};
constexpr CompareOp kReflected[] = {CompareOp::Gt, CompareOp::Ge, CompareOp::Eq,
                                    CompareOp::Ne, CompareOp::Lt, CompareOp::Le};
constexpr const char* kSymbol[] = {"<", "<=", "==", "!=", ">", ">="};

/// The order CPython asks in.
enum Stage : int { kReflectedFirst, kForward, kReflectedLast, kDefault };

Value compare_from(VmThread& t, Value a, Value b, CompareOp op, int stage);

/// State: (a, b, op, next stage).
Value after_special(VmThread& t, Value result, Value state) {
  if (!(result == not_implemented())) return result;
  const Value* s = static_cast<Tuple*>(state.object())->items();
  return compare_from(t, s[0], s[1], static_cast<CompareOp>(s[2].as_int()),
                      static_cast<int>(s[3].as_int()));
}

/// object.__ne__: the opposite of what a user's __eq__ says.
Value after_eq_for_ne(VmThread& t, Value result, Value state) {
  if (result == not_implemented()) return after_special(t, result, state);
  const Truth truth = truth_native(t, result);
  if (truth == Truth::Python) return pending_call(t, prelude_function(t, "not_"), {result});
  return truth == Truth::Error ? Value() : boolean(truth == Truth::False);
}

/// self.__op__(other); NotImplemented when there is no such method.
Value call_special(VmThread& t, Value self, Value other, CompareOp op, Value state) {
  const Type* type = class_of(t.vm, self);
  const Special which = kSpecialOf[static_cast<int>(op)];
  const Value hook = special(type, which);
  const bool native = special_is_native(type, which);
  if (native && op == CompareOp::Ne && !special_is_native(type, Special::Eq)) {
    return pending_call(t, special(type, Special::Eq), {self, other}, {after_eq_for_ne, state});
  }
  if (!native) {
    return pending_call(t, hook, {self, other}, {after_special, state});
  }
  if (compares_here(type->kind)) return native_compare(t, self, other, op);
  if (hook.empty() || hook == special(t.vm.types.object, which)) {
    if (is_equality(op) && self == other) return boolean(op == CompareOp::Eq);
    return not_implemented();
  }
  const Value args[] = {self, other};
  return static_cast<NativeFunction*>(hook.object())->def->fn(t, {args, 2, nullptr});
}

bool reflected_goes_first(VmThread& t, Value a, Value b, CompareOp op) {
  const Type* type_a = class_of(t.vm, a);
  const Type* type_b = class_of(t.vm, b);
  if (type_a == type_b || !type_b->is_python) return false;
  const Special which = kSpecialOf[static_cast<int>(kReflected[static_cast<int>(op)])];
  return is_subtype(type_b, type_a) && !special(type_b, which).empty();
}

Value compare_from(VmThread& t, Value a, Value b, CompareOp op, int stage) {
  const CompareOp reflected = kReflected[static_cast<int>(op)];
  const bool first = reflected_goes_first(t, a, b, op);
  for (; stage < kDefault; ++stage) {
    if ((stage == kReflectedFirst && !first) || (stage == kReflectedLast && first)) continue;
    const bool forward = stage == kForward;
    const Value self = forward ? a : b;
    // Only Python methods look at the state; it is made when one is called.
    const Type* type = class_of(t.vm, self);
    Value state;
    if (type->is_python) {
      state =
          tuple_of(t, {a, b, Value::small_int(static_cast<int>(op)), Value::small_int(stage + 1)});
    }
    const Value r = call_special(t, self, forward ? b : a, forward ? op : reflected, state);
    if (!(r == not_implemented())) return r;
  }
  if (is_equality(op)) return boolean((a == b) == (op == CompareOp::Eq));
  return raise_type_error(t, "'%s' not supported between instances of '%s' and '%s'",
                          kSymbol[static_cast<int>(op)], type_name(t.vm, a).c_str(),
                          type_name(t.vm, b).c_str());
}

}  // namespace

Value rich_compare(VmThread& t, Value a, Value b, CompareOp op) {
  if (both_ints(a, b)) {
    const std::int64_t x = a.as_int();
    const std::int64_t y = b.as_int();
    return boolean(holds(x < y ? -1 : x > y, op));
  }
  const Type* type_a = class_of(t.vm, a);
  const Type* type_b = class_of(t.vm, b);
  if (!type_a->is_python && !type_b->is_python && compares_here(type_a->kind)) {
    const Value r = native_compare(t, a, b, op);
    if (!(r == not_implemented())) return r;
  }
  return compare_from(t, a, b, op, kReflectedFirst);
}

// --- in
// -----------------------------------------------------------------------------------------------------

Value contains_in_sequence(VmThread& t, Value container, Value item) {
  Object* o = container.object();
  std::int64_t i = 0;
  Value v;
  const auto next = [&](Value* out) {
    return o->type->kind == Kind::List ? list_get(static_cast<List*>(o), i, out)
                                       : tuple_get(static_cast<Tuple*>(o), i, out);
  };
  for (; next(&v); ++i) {
    switch (equal_native(t, v, item)) {
      case Truth::True: return boolean(true);
      case Truth::False: break;
      case Truth::Error: return Value();
      case Truth::Python:
        return pending_call(t, prelude_function(t, "contains_from"),
                            {container, item, Value::small_int(i)});
    }
  }
  return boolean(false);
}

namespace {

Value after_contains(VmThread& t, Value result, Value) { return truth_value(t, result); }

Value contains_natively(VmThread& t, Value container, Value item, Kind kind) {
  Object* o = container.object();
  switch (kind) {
    case Kind::List:
    case Kind::Tuple: return contains_in_sequence(t, container, item);
    case Kind::Dict: return dict_contains(t, static_cast<Dict*>(o), item);
    case Kind::Set:
    case Kind::FrozenSet: return set_contains_value(t, static_cast<Set*>(o), item);
    case Kind::Range: return range_contains(t, static_cast<Range*>(o), item);
    case Kind::Bytes:
    case Kind::ByteArray: return bytes_contains(t, container, item);
    case Kind::Str:
      if (!is_str(item)) {
        return raise_type_error(t, "'in <string>' requires string as left operand, not %s",
                                type_name(t.vm, item).c_str());
      }
      return boolean(str_contains(as_str(container), as_str(item)));
    default: return not_implemented();
  }
}

}  // namespace

Value contains(VmThread& t, Value container, Value item) {
  const Type* type = class_of(t.vm, container);
  const Value hook = special(type, Special::Contains);
  if (special_is_native(type, Special::Contains) && container.is_object()) {
    const Value r = contains_natively(t, container, item, type->kind);
    if (!(r == not_implemented())) return r;
    if (!hook.empty()) {
      const Value args[] = {container, item};
      return static_cast<NativeFunction*>(hook.object())->def->fn(t, {args, 2, nullptr});
    }
  } else if (!hook.empty() && !(hook == none())) {
    return pending_call(t, hook, {container, item}, {after_contains, Value()});
  }
  if (hook == none()) {
    return raise_type_error(t, "'%s' object is not a container",
                            type_name(t.vm, container).c_str());
  }
  if (special(type, Special::Iter).empty() && special(type, Special::GetItem).empty()) {
    return raise_type_error(t, "argument of type '%s' is not iterable",
                            type_name(t.vm, container).c_str());
  }
  return pending_call(t, prelude_function(t, "contains_by_iteration"), {container, item});
}

// --- truth and length
// ---------------------------------------------------------------------------------------

namespace {

/// len() of built-in layouts; -1: it has none.
std::int64_t native_length(Value v) {
  if (!v.is_object()) return -1;
  Object* o = v.object();
  switch (o->type->kind) {
    case Kind::Str: return static_cast<Str*>(o)->length;
    case Kind::Bytes: return static_cast<Bytes*>(o)->length;
    case Kind::ByteArray: return static_cast<ByteArray*>(o)->size.load();
    case Kind::Tuple: return static_cast<Tuple*>(o)->size;
    case Kind::List: return list_size(static_cast<List*>(o));
    case Kind::Dict: return dict_size(static_cast<Dict*>(o));
    case Kind::Set:
    case Kind::FrozenSet: return set_size(static_cast<Set*>(o));
    default: return -1;
  }
}

Value call_native_special(VmThread& t, Value hook, Value self) {
  return static_cast<NativeFunction*>(hook.object())->def->fn(t, {&self, 1, nullptr});
}

bool is_native_hook(Value hook) {
  return hook.is_object() && hook.object()->type->kind == Kind::Native;
}

Value after_length(VmThread& t, Value result, Value) {
  if (!is_int_like(result)) {
    return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                            type_name(t.vm, result).c_str());
  }
  if (int_sign(result) < 0) return raise_value_error(t, "__len__() should return >= 0");
  std::int64_t n = 0;
  if (!to_int64(result, &n)) {
    return raise(t, t.vm.types.OverflowError, "cannot fit 'int' into an index-sized integer");
  }
  return int_exact(t, result);
}

Value after_bool(VmThread& t, Value result, Value) {
  if (result == boolean(true) || result == boolean(false)) return result;
  return raise_type_error(t, "__bool__ should return bool, returned %s",
                          type_name(t.vm, result).c_str());
}

Value after_length_for_bool(VmThread& t, Value result, Value state) {
  const Value n = after_length(t, result, state);
  return n.empty() ? n : boolean(int_sign(n) != 0);
}

}  // namespace

Truth truth_native(VmThread& t, Value v) {
  if (v.is_number()) return truth(number_truth(v));
  Object* o = v.object();
  const Type* type = o->type;
  if (type->kind == Kind::None) return Truth::False;
  if (type->kind == Kind::Bool) return truth(static_cast<Singleton*>(o)->truth);
  if (type->is_python) {
    if (!special_is_native(type, Special::Bool)) return Truth::Python;
    if (special(type, Special::Bool).empty() && !special_is_native(type, Special::Len)) {
      return Truth::Python;
    }
  }
  const std::int64_t length = native_length(v);
  if (length >= 0) return truth(length != 0);
  if (type->kind == Kind::Int || type->kind == Kind::Float || type->kind == Kind::Complex) {
    return truth(number_truth(v));
  }
  if (type->kind == Kind::Range) return truth(int_sign(static_cast<Range*>(o)->length) != 0);
  Value hook = special(type, Special::Bool);
  if (hook.empty()) hook = special(type, Special::Len);
  if (!is_native_hook(hook)) return Truth::True;
  const Value r = call_native_special(t, hook, v);
  if (r.empty()) return Truth::Error;
  return truth_native(t, r);
}

Value truth_value(VmThread& t, Value v) {
  const Truth known = truth_native(t, v);
  if (known == Truth::Error) return Value();
  if (known != Truth::Python) return boolean(known == Truth::True);
  const Type* type = class_of(t.vm, v);
  const Value hook = special(type, Special::Bool);
  if (!hook.empty()) return pending_call(t, hook, {v}, {after_bool, Value()});
  return pending_call(t, special(type, Special::Len), {v}, {after_length_for_bool, Value()});
}

Value length_of(VmThread& t, Value v) {
  const Type* type = class_of(t.vm, v);
  if (special_is_native(type, Special::Len)) {
    const std::int64_t length = native_length(v);
    if (length >= 0) return Value::small_int(length);
    if (type->kind == Kind::Range) {
      std::int64_t n = 0;
      const Value whole = static_cast<Range*>(v.object())->length;
      if (to_int64(whole, &n)) return whole;
      return raise(t, t.vm.types.OverflowError, "Python int too large to convert to C ssize_t");
    }
  }
  const Value hook = special(type, Special::Len);
  if (hook.empty()) {
    return raise_type_error(t, "object of type '%s' has no len()", type_name(t.vm, v).c_str());
  }
  if (is_native_hook(hook)) return call_native_special(t, hook, v);
  return pending_call(t, hook, {v}, {after_length, Value()});
}

}  // namespace interleave::vm
