#include "vm/call.h"
#include "vm/compare.h"
#include "vm/construct.h"
#include "vm/errors.h"
#include "vm/index.h"
#include "vm/iterators.h"
#include "vm/lib/containers.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/sort.h"

namespace interleave::vm {

namespace {

List* self_of(const Args& args) { return static_cast<List*>(args[0].object()); }

Value list_make(VmThread& t, const Args& args) {
  return make_of<List>(t, static_cast<Type*>(args[0].object()));
}

Value list_init(VmThread& t, const Args& args) {
  Type* type = args[0].object()->type;
  if (args.kw_count() != 0 && type == t.vm.types.list) {
    return raise_type_error(t, "list() takes no keyword arguments");
  }
  if (args.n > 2) {
    return raise_type_error(t, "list expected at most 1 argument, got %u", args.n - 1);
  }
  if (list_size(self_of(args)) != 0) list_clear(t, self_of(args));
  return args.n < 2 ? none() : list_extend(t, self_of(args), args[1]);
}

Value list_getitem_row(VmThread& t, const Args& args) {
  return list_getitem(t, self_of(args), args[1]);
}
Value list_setitem_row(VmThread& t, const Args& args) {
  return list_setitem(t, self_of(args), args[1], args[2]);
}
Value list_delitem_row(VmThread& t, const Args& args) {
  return list_delitem(t, self_of(args), args[1]);
}
Value list_len_row(VmThread&, const Args& args) {
  return Value::small_int(list_size(self_of(args)));
}
Value list_iter_row(VmThread& t, const Args& args) { return sequence_iter(t, args[0].object()); }

/// list.__contains__ itself, whatever a subclass overrides.
Value list_contains_row(VmThread& t, const Args& args) {
  return contains_in_sequence(t, args[0], args[1]);
}

Value list_reversed_row(VmThread& t, const Args& args) { return reversed_list(t, self_of(args)); }

Value list_append_method(VmThread& t, const Args& args) {
  return list_append(t, self_of(args), args[1]) ? none() : Value();
}

Value list_extend_method(VmThread& t, const Args& args) {
  return list_extend(t, self_of(args), args[1]);
}

Value list_insert_at(VmThread& t, Value list, Value index, Value v) {
  std::int64_t i = 0;
  if (!read_index_clamped(t, index, &i)) return Value();
  return list_insert(t, static_cast<List*>(list.object()), i, v) ? none() : Value();
}

Value list_insert_method(VmThread& t, const Args& args) {
  return list_insert_at(t, args[0], args[1], args[2]);
}

Value list_pop_method(VmThread& t, const Args& args) {
  std::int64_t i = -1;
  if (args.n > 1 && !read_index(t, args[1], &i)) return Value();
  Value v;
  if (list_pop(t, self_of(args), i, &v)) return v;
  return raise_index_error(
      t, list_size(self_of(args)) == 0 ? "pop from empty list" : "pop index out of range");
}

Value list_clear_method(VmThread& t, const Args& args) {
  list_clear(t, self_of(args));
  return none();
}

Value list_copy_method(VmThread& t, const Args& args) {
  List* copy = list_slice(t, self_of(args), 0, 1, list_size(self_of(args)));
  return copy != nullptr ? Value(copy) : Value();
}

Value list_reverse_method(VmThread& t, const Args& args) {
  list_reverse(t, self_of(args));
  return none();
}

Value list_count(VmThread& t, const Args& args) {
  std::int64_t n = 0;
  Value v;
  for (std::int64_t i = 0; list_get(self_of(args), i, &v); ++i) {
    const Truth same = equal_native(t, v, args[1]);
    if (same == Truth::Error) return Value();
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "sequence_count"), {args[0], args[1]});
    }
    n += same == Truth::True ? 1 : 0;
  }
  return Value::small_int(n);
}

Value list_index(VmThread& t, const Args& args) {
  std::int64_t start = 0;
  std::int64_t stop = INT64_MAX;
  if (args.n > 2 && !read_index_clamped(t, args[2], &start)) return Value();
  if (args.n > 3 && !read_index_clamped(t, args[3], &stop)) return Value();
  const std::int64_t size = list_size(self_of(args));
  if (start < 0) start = std::max<std::int64_t>(start + size, 0);
  if (stop < 0) stop = std::max<std::int64_t>(stop + size, 0);
  Value v;
  for (std::int64_t i = start; i < stop && list_get(self_of(args), i, &v); ++i) {
    const Truth same = equal_native(t, v, args[1]);
    if (same == Truth::True) return Value::small_int(i);
    if (same == Truth::Error) return Value();
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "list_index"),
                          {args[0], args[1], Value::small_int(i), int_value(t, stop)});
    }
  }
  return pending_call(t, prelude_function(t, "raise_not_in_list"), {args[1]});
}

Value list_remove(VmThread& t, const Args& args) {
  Value v;
  for (std::int64_t i = 0; list_get(self_of(args), i, &v); ++i) {
    const Truth same = equal_native(t, v, args[1]);
    if (same == Truth::Error) return Value();
    if (same == Truth::Python) {
      return pending_call(t, prelude_function(t, "list_remove"), {args[0], args[1]});
    }
    if (same == Truth::False) continue;
    if (list_remove_identical(t, self_of(args), i, v)) return none();
    i = -1;  // another thread has changed the list meanwhile: look again
  }
  return raise_value_error(t, "list.remove(x): x not in list");
}

Value list_sort_method(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"*key", "reverse"};
  Value values[2] = {none(), boolean(false)};
  const Args keywords{args.v + 1, args.n - 1, args.kw_names};
  if (args.n > 1) return raise_type_error(t, "sort() takes no positional arguments");
  if (!read_arguments(t, "sort", keywords, kNames, 2, 0, values)) return Value();
  if (!is_int_like(values[1])) {
    return raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                            type_name(t.vm, values[1]).c_str());
  }
  return list_sort(t, self_of(args), values[0], number_truth(values[1]));
}

// --- operators
// -----------------------------------------------------------------------------------------------

Value list_add(VmThread& t, const Args& args) {
  if (kind_of(args[1]) != Kind::List) return not_implemented();
  return list_concat(t, self_of(args), static_cast<List*>(args[1].object()));
}

Value list_iadd(VmThread& t, const Args& args) {
  const Value r = list_extend(t, self_of(args), args[1]);
  if (!r.empty()) return args[0];
  if (t.pending.kind == Pending::Kind::Call && t.pending.after.fn == nullptr) {
    t.pending.after = {[](VmThread&, Value, Value state) { return state; }, args[0]};
  }
  return Value();
}

Value list_mul(VmThread& t, const Args& args) {
  if (!is_int_like(args[1])) return not_implemented();
  std::int64_t times = 0;
  if (!read_index(t, args[1], &times)) return Value();
  return list_repeat(t, self_of(args), times);
}

Value list_imul(VmThread& t, const Args& args) {
  const Value r = list_mul(t, args);
  if (r.empty() || r == not_implemented()) return r;
  const std::vector<Value> items = list_snapshot(static_cast<List*>(r.object()));
  if (!list_replace(t, self_of(args), 0, UINT32_MAX, items.data(), items.size())) return Value();
  return args[0];
}

constexpr NativeDef kListMethods[] = {
    {"__new__", list_make, 1, kAnyArgs, kKeywords},
    {"__init__", list_init, 1, kAnyArgs, kKeywords},
    {"__getitem__", list_getitem_row, 2, 2},
    {"__setitem__", list_setitem_row, 3, 3},
    {"__delitem__", list_delitem_row, 2, 2},
    {"__contains__", list_contains_row, 2, 2},
    {"__len__", list_len_row, 1, 1},
    {"__iter__", list_iter_row, 1, 1},
    {"__reversed__", list_reversed_row, 1, 1},
    {"__add__", list_add, 2, 2},
    {"__iadd__", list_iadd, 2, 2},
    {"__mul__", list_mul, 2, 2},
    {"__rmul__", list_mul, 2, 2},
    {"__imul__", list_imul, 2, 2},
    {"append", list_append_method, 2, 2},
    {"extend", list_extend_method, 2, 2},
    {"insert", list_insert_method, 3, 3},
    {"pop", list_pop_method, 1, 2},
    {"remove", list_remove, 2, 2},
    {"clear", list_clear_method, 1, 1},
    {"copy", list_copy_method, 1, 1},
    {"reverse", list_reverse_method, 1, 1},
    {"count", list_count, 2, 2},
    {"index", list_index, 2, 4},
    {"sort", list_sort_method, 1, kAnyArgs, kKeywords},
};

}  // namespace

void init_list_type(VmThread& t) {
  Type* type = t.vm.types.list;
  add_methods(t, type, kListMethods);
  add_comparisons(t, type);
  add_repr(t, type);
  set_unhashable(t, type);
}

}  // namespace interleave::vm
