#include "vm/tuple.h"

#include <algorithm>

#include "vm/errors.h"
#include "vm/index.h"

namespace interleave::vm {

namespace {

/// State: the tuple. `index` is now an int or a slice of ints.
Value after_index(VmThread& t, Value index, Value state) {
  return tuple_getitem(t, static_cast<Tuple*>(state.object()), index);
}

Value tuple_slice(VmThread& t, Tuple* tuple, const Slice* slice) {
  SliceIndices at;
  if (!slice_indices(t, slice, tuple->size, &at)) return Value();
  if (at.count == tuple->size && at.step == 1 && tuple->type == t.vm.types.tuple) return tuple;
  if (!t.can_allocate(static_cast<std::uint64_t>(at.count) * sizeof(Value))) return Value();
  Tuple* result = tuple_new(t, static_cast<std::uint32_t>(at.count));
  for (std::int64_t i = 0; i < at.count; ++i) {
    result->items()[i] = tuple->items()[at.start + i * at.step];
  }
  return result;
}

}  // namespace

Tuple* tuple_new(VmThread& t, std::uint32_t size) {
  auto* tuple = t.make<Tuple>(t.vm.types.tuple, size * sizeof(Value));
  tuple->size = size;
  return tuple;
}

Tuple* tuple_from(VmThread& t, const Value* items, std::size_t count) {
  Tuple* tuple = tuple_new(t, static_cast<std::uint32_t>(count));
  std::copy(items, items + count, tuple->items());
  return tuple;
}

Tuple* tuple_of(VmThread& t, std::initializer_list<Value> items) {
  return tuple_from(t, items.begin(), items.size());
}

Value tuple_getitem(VmThread& t, Tuple* tuple, Value index) {
  std::int64_t i = 0;
  switch (index_kind(t.vm, index, &i)) {
    case IndexKind::Integer:
      if (!clamp_to_size(&i, tuple->size)) return raise_index_error(t, "tuple index out of range");
      return tuple->items()[i];
    case IndexKind::Slice: {
      auto* slice = static_cast<Slice*>(index.object());
      if (!slice_needs_python(t.vm, slice)) return tuple_slice(t, tuple, slice);
      break;
    }
    case IndexKind::TooLarge: return raise_index_too_large(t);
    case IndexKind::Other: break;
  }
  return resolve_index(t, "tuple", index, after_index, tuple);
}

Value tuple_concat(VmThread& t, const Tuple* a, const Tuple* b) {
  if (b->size == 0 && a->type == t.vm.types.tuple) return a;
  if (a->size == 0 && b->type == t.vm.types.tuple) return b;
  const std::size_t size = std::size_t{a->size} + b->size;
  if (!t.can_allocate(size * sizeof(Value))) return Value();
  Tuple* result = tuple_new(t, static_cast<std::uint32_t>(size));
  std::copy(a->items(), a->items() + a->size, result->items());
  std::copy(b->items(), b->items() + b->size, result->items() + a->size);
  return result;
}

Value tuple_repeat(VmThread& t, Tuple* tuple, std::int64_t times) {
  if (times == 1 && tuple->type == t.vm.types.tuple) return tuple;
  if (times <= 0 || tuple->size == 0) return tuple_new(t, 0);
  if (times > INT32_MAX || !t.can_allocate(static_cast<std::uint64_t>(times) * tuple->size * 8)) {
    return t.exception.empty() ? raise_memory_error(t) : Value();
  }
  Tuple* result = tuple_new(t, static_cast<std::uint32_t>(times * tuple->size));
  for (std::int64_t n = 0; n < times; ++n) {
    std::copy(tuple->items(), tuple->items() + tuple->size, result->items() + n * tuple->size);
  }
  return result;
}

}  // namespace interleave::vm
