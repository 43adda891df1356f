// Native iterators: over list, tuple, str, bytes, dict and its views, set, range; reversed,
// enumerate, zip, map, filter, iter(callable, sentinel).
//
// Not generators (generator.h). `next` answers the next value, or empty: with t.exception set it
// raised, with t.pending set the machine goes on and completes it (StopIteration then says that it
// is over), with neither the iterator is exhausted. Several threads may share an iterator when
// there is no GIL: each item comes at least once unless they race for it, and nothing breaks.
// Called on the thread that runs the code.
#pragma once

#include "vm/dict.h"
#include "vm/type.h"

namespace interleave::vm {

struct NativeIterator;
using NextFn = Value (*)(VmThread&, NativeIterator*);
/// The next item where it would be a tuple of two: its items, without the tuple. False: exhausted,
/// or raised (t.exception).
using NextPairFn = bool (*)(VmThread&, NativeIterator*, Value* first, Value* second);

/// Aligned alike everywhere: iterators hold 64-bit words.
struct alignas(8) NativeIterator : Object {
  NextFn next = nullptr;
  NextPairFn next_pair = nullptr;  // null: its items are no pairs, or it is not pure
  bool pure = true;                // `next` never asks for Python
};

/// What makes the iterator's items as pairs; null: nothing does.
inline NextPairFn pair_maker(const Object* iterator) {
  const bool native = iterator->type->kind == Kind::Iterator && !iterator->type->is_python;
  return native ? static_cast<const NativeIterator*>(iterator)->next_pair : nullptr;
}

/// for i in range(…) within 64 bits.
struct RangeIterator : NativeIterator {
  Shared<std::int64_t> next_value;
  std::int64_t step = 1;
  Shared<std::int64_t> remaining;
};

inline constexpr std::uint32_t kExhausted = 0xFFFFFFFFu;

/// Over a list (list_iterator) or a tuple (tuple_iterator).
struct SequenceIterator : NativeIterator {
  Object* sequence = nullptr;
  Shared<std::uint32_t> index;  // kExhausted: over for good
};

/// dict_keys, dict_values, dict_items.
struct DictView : Object {
  Dict* dict = nullptr;
};

/// The classes of this file and of the views; of the one Vm there is.
struct IteratorTypes {
  Type *list_iterator, *list_reverseiterator, *tuple_iterator;
  Type *str_iterator, *str_ascii_iterator, *bytes_iterator;
  Type *range_iterator, *longrange_iterator, *set_iterator, *bytearray_iterator;
  Type *reversed, *enumerate, *zip, *map, *filter;
  Type *callable_iterator, *sequence_iterator;
  Type *dict_keys, *dict_values, *dict_items;
  Type *dict_keyiterator, *dict_valueiterator, *dict_itemiterator;
  Type *dict_reversekeyiterator, *dict_reversevalueiterator, *dict_reverseitemiterator;
};
extern IteratorTypes g_iterator_types;

/// A pure iterator over a built-in iterable; not_implemented() when the machine has to iterate;
/// empty: raised (TypeError "'int' object is not iterable").
Value native_iter(VmThread& t, Value iterable);
/// Advances a pure iterator. False: exhausted, or raised (t.exception).
bool native_next(VmThread& t, Value iterator, Value* out);
bool is_native_iterator(Value v);

/// iter(x) as far as no Python is needed: also generators and other objects whose __iter__ is
/// native. not_implemented(): a user's __iter__; empty: raised.
Value quick_iter(VmThread& t, Value iterable);
/// iter(x): any object; raised or pending (a user's __iter__).
Value get_iter(VmThread& t, Value iterable);
/// next(x) of any iterator; empty with neither exception nor pending: exhausted.
Value iter_next(VmThread& t, Value iterator);
/// As iter_next, raising StopIteration at the end.
Value iter_next_or_stop(VmThread& t, Value iterator);

bool is_iterable(const Vm& vm, Value v);
DictView* dict_view(VmThread& t, Dict* d, Type* type);
inline bool is_dict_view(Value v) {
  if (!v.is_object()) return false;
  const Type* type = v.object()->type;
  return type == g_iterator_types.dict_keys || type == g_iterator_types.dict_values ||
         type == g_iterator_types.dict_items;
}
/// reversed(x) of built-in sequences and dicts; not_implemented() for others.
Value native_reversed(VmThread& t, Value sequence);
Value reversed_list(VmThread& t, List* list);
Value set_iterator_of(VmThread& t, Set* s);
/// A class of iterators with `__iter__` and `__next__`.
Type* make_iterator_type(VmThread& t, const char* name, std::size_t size, TraceFn trace);
/// enumerate, zip, map and filter over iterators (not iterables).
Value enumerate_new(VmThread& t, Value iterator, Value start);
Value zip_new(VmThread& t, Tuple* iterators, bool strict);
Value map_new(VmThread& t, Value function, Tuple* iterators);
Value filter_new(VmThread& t, Value function, Value iterator);
/// iter(callable, sentinel).
Value callable_iter(VmThread& t, Value callable, Value sentinel);
/// Over an object that has only __getitem__; backwards from `length` - 1 for reversed().
Value getitem_iter(VmThread& t, Value sequence);
Value getitem_reversed(VmThread& t, Value sequence, std::int64_t length);
void init_lazy_iterators(VmThread& t);

Value range_iter(VmThread& t, Range* range);
Value sequence_iter(VmThread& t, Object* list_or_tuple);

void init_iterators(VmThread& t);

}  // namespace interleave::vm
