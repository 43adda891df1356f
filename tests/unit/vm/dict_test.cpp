// The dict's table: order, tombstones, growth, namespaces, and threads without a GIL.
#include "vm/dict.h"

#include "unit/vm/vm_fixture.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {
namespace {

using DictTest = VmTest;

std::vector<std::int64_t> keys_of(const Dict* d) {
  std::vector<std::int64_t> keys;
  std::uint32_t position = 0;
  Value key;
  while (dict_next(d, &position, &key, nullptr)) keys.push_back(key.as_int());
  return keys;
}

TEST_F(DictTest, FindsWhatWasStoredAndKeepsItsOrder) {
  Dict* d = dict_new(t());
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(dict_set(t(), d, number(i * 7919 % 1000), number(i)), Lookup::Missing);
  }
  EXPECT_EQ(dict_size(d), 1000u);
  Value v;
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(dict_get(t(), d, number(i * 7919 % 1000), &v), Lookup::Found);
    EXPECT_EQ(v.as_int(), i);
  }
  EXPECT_EQ(dict_get(t(), d, number(1000), &v), Lookup::Missing);
  EXPECT_EQ(dict_set(t(), d, number(0), number(-1)), Lookup::Found);
  const auto keys = keys_of(d);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(keys[static_cast<std::size_t>(i)], i * 7919 % 1000);
}

TEST_F(DictTest, EqualNumbersAreOneKey) {
  Dict* d = dict_new(t());
  dict_set(t(), d, number(1), text("int"));
  EXPECT_EQ(dict_set(t(), d, Value::from_double(1.0), text("float")), Lookup::Found);
  EXPECT_EQ(dict_set(t(), d, boolean(true), text("bool")), Lookup::Found);
  EXPECT_EQ(dict_size(d), 1u);
  Value v;
  ASSERT_EQ(dict_get(t(), d, number(1), &v), Lookup::Found);
  EXPECT_EQ(v, text("bool"));
}

TEST_F(DictTest, StringsAreEqualByTextNotByAddress) {
  Dict* d = dict_new(t());
  dict_set(t(), d, text("name"), number(1));
  Value v;
  EXPECT_EQ(dict_get(t(), d, str_new(t(), "name"), &v), Lookup::Found);
  EXPECT_EQ(dict_get_str(d, str_new(t(), "name")), number(1));
  EXPECT_TRUE(dict_get_str(d, str_new(t(), "other")).empty());
}

TEST_F(DictTest, UnhashableKeysRaise) {
  Dict* d = dict_new(t());
  Value v;
  EXPECT_EQ(dict_get(t(), d, list_new(t(), 0), &v), Lookup::Error);
  EXPECT_FALSE(t().exception.empty());
}

TEST_F(DictTest, DeletingFromBothEndsStaysCheap) {
  Dict* d = dict_new(t());
  Value key;
  Value value;
  for (int round = 0; round < 200000; ++round) {
    dict_set(t(), d, number(round), number(round));
    if (round >= 8) {
      ASSERT_TRUE(dict_pop_last(t(), d, round % 2 == 0, &key, &value));
    }
  }
  EXPECT_EQ(dict_size(d), 8u);
  EXPECT_LE(d->table.load()->capacity, 64u);
  while (dict_pop_last(t(), d, true, &key, &value)) {
  }
  EXPECT_EQ(dict_size(d), 0u);
  EXPECT_TRUE(keys_of(d).empty());
}

TEST_F(DictTest, DeletedKeysComeBackAtTheEnd) {
  Dict* d = dict_new(t());
  for (int i = 0; i < 5; ++i) dict_set(t(), d, number(i), number(i));
  Value old;
  EXPECT_EQ(dict_delete(t(), d, number(1), &old), Lookup::Found);
  EXPECT_EQ(old, number(1));
  EXPECT_EQ(dict_delete(t(), d, number(1), &old), Lookup::Missing);
  dict_set(t(), d, number(1), number(10));
  EXPECT_EQ(keys_of(d), (std::vector<std::int64_t>{0, 2, 3, 4, 1}));
  Dict* copy = dict_copy(t(), d);
  EXPECT_EQ(keys_of(copy), keys_of(d));
  dict_clear(t(), d);
  EXPECT_EQ(dict_size(d), 0u);
  EXPECT_EQ(dict_size(copy), 5u);
}

TEST_F(DictTest, EmptyCellsAreAbsentNames) {
  Dict* names = namespace_new(t());
  Str* a = vm.intern("a");
  Cell* cell = namespace_cell(t(), names, a);
  EXPECT_EQ(namespace_cell(t(), names, a), cell);
  EXPECT_TRUE(dict_get_str(names, a).empty());
  EXPECT_EQ(dict_size(names), 0u);
  cell->value.store(number(5));
  EXPECT_EQ(dict_get_str(names, a), number(5));
  EXPECT_EQ(dict_size(names), 1u);
  dict_set_str(t(), names, a, number(6));
  EXPECT_EQ(cell->value.load(), number(6));
  EXPECT_TRUE(dict_delete_str(t(), names, a));
  EXPECT_FALSE(dict_delete_str(t(), names, a));
  EXPECT_TRUE(cell->value.load().empty());
  std::uint32_t position = 0;
  EXPECT_FALSE(dict_next(names, &position, nullptr, nullptr));
}

TEST_F(DictTest, InsertingByHelperNoticesOthers) {
  Dict* d = dict_new(t());
  const Value before = dict_candidates(t(), d, 42);
  EXPECT_TRUE(dict_insert_new(t(), d, text("x"), 42, number(1), before));
  EXPECT_FALSE(dict_insert_new(t(), d, text("y"), 42, number(2), before));
  EXPECT_TRUE(dict_insert_new(t(), d, text("y"), 42, number(2), dict_candidates(t(), d, 42)));
  EXPECT_EQ(dict_get_identical(d, text("y"), 42), number(2));
  EXPECT_TRUE(dict_set_identical(t(), d, text("x"), 42, Value()));
  EXPECT_TRUE(dict_get_identical(d, text("x"), 42).empty());
}

TEST_F(DictTest, ThreadsLoseNothing) {
  constexpr int kThreads = 4;
  constexpr int kKeys = 5000;
  Dict* d = dict_new(t());
  on_threads(kThreads, [d](VmThread& self, int index) {
    for (int i = 0; i < kKeys; ++i) {
      dict_set(self, d, number(i * kThreads + index), number(i));
      Value v;
      // What another thread has stored is seen whole or not at all.
      if (dict_get(self, d, number(i), &v) == Lookup::Found) {
        ASSERT_TRUE(v.is_int());
      }
    }
  });
  EXPECT_EQ(dict_size(d), static_cast<std::uint32_t>(kThreads * kKeys));
  Value v;
  for (int i = 0; i < kThreads * kKeys; ++i) {
    ASSERT_EQ(dict_get(t(), d, number(i), &v), Lookup::Found);
    EXPECT_EQ(v.as_int(), i / kThreads);
  }
}

TEST_F(DictTest, ThreadsDeleteWhatTheyStored) {
  Dict* d = dict_new(t());
  on_threads(4, [d](VmThread& self, int index) {
    for (int i = 0; i < 20000; ++i) {
      const Value key = number(index * 100 + i % 7);
      dict_set(self, d, key, key);
      Value v;
      ASSERT_EQ(dict_get(self, d, key, &v), Lookup::Found);
      ASSERT_EQ(v, key);
      ASSERT_EQ(dict_delete(self, d, key, &v), Lookup::Found);
    }
  });
  EXPECT_EQ(dict_size(d), 0u);
}

TEST_F(DictTest, TupleKeys) {
  Dict* d = dict_new(t());
  dict_set(t(), d, tuple_of(t(), {number(1), text("a")}), number(1));
  Value v;
  EXPECT_EQ(dict_get(t(), d, tuple_of(t(), {number(1), str_new(t(), "a")}), &v), Lookup::Found);
  EXPECT_EQ(dict_get(t(), d, tuple_of(t(), {number(2), text("a")}), &v), Lookup::Missing);
}

}  // namespace
}  // namespace interleave::vm
