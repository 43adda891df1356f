// The list's storage: growing, shifting, slices, and threads without a GIL.
#include "vm/list.h"

#include "unit/vm/vm_fixture.h"
#include "vm/slice.h"

namespace interleave::vm {
namespace {

using ListTest = VmTest;

std::vector<std::int64_t> items(const List* list) {
  std::vector<std::int64_t> found;
  for (const Value v : list_snapshot(list)) found.push_back(v.as_int());
  return found;
}

List* numbers(VmThread& t, int count) {
  List* list = list_new(t, 0);
  for (int i = 0; i < count; ++i) list_append(t, list, Value::small_int(i));
  return list;
}

using Ints = std::vector<std::int64_t>;

TEST_F(ListTest, Indices) {
  List* list = numbers(t(), 5);
  Value v;
  EXPECT_TRUE(list_get(list, -1, &v));
  EXPECT_EQ(v, number(4));
  EXPECT_FALSE(list_get(list, 5, &v));
  EXPECT_FALSE(list_get(list, -6, &v));
  EXPECT_TRUE(list_set_item(t(), list, -5, number(9)));
  EXPECT_FALSE(list_set_item(t(), list, 5, number(9)));
  EXPECT_EQ(items(list), (Ints{9, 1, 2, 3, 4}));
}

TEST_F(ListTest, InsertPopReplace) {
  List* list = numbers(t(), 3);
  list_insert(t(), list, 0, number(10));
  list_insert(t(), list, -1, number(11));
  list_insert(t(), list, 99, number(12));
  EXPECT_EQ(items(list), (Ints{10, 0, 1, 11, 2, 12}));
  Value v;
  EXPECT_TRUE(list_pop(t(), list, 1, &v));
  EXPECT_EQ(v, number(0));
  EXPECT_FALSE(list_pop(t(), list, 7, &v));
  const Value more[] = {number(7), number(8), number(9)};
  list_replace(t(), list, 1, 2, more, 3);
  EXPECT_EQ(items(list), (Ints{10, 7, 8, 9, 11, 2, 12}));
  list_replace(t(), list, 0, 6, more, 1);
  EXPECT_EQ(items(list), (Ints{7, 12}));
  list_reverse(t(), list);
  EXPECT_EQ(items(list), (Ints{12, 7}));
}

TEST_F(ListTest, SlotsBehindTheSizeAreEmpty) {
  List* list = numbers(t(), 100);
  Value v;
  for (int i = 0; i < 60; ++i) list_pop(t(), list, -1, &v);
  const SlotArray* storage = list->storage.load();
  for (std::uint32_t i = 40; i < storage->capacity; ++i) {
    EXPECT_TRUE(storage->slots()[i].load().empty());
  }
}

TEST_F(ListTest, SliceIndicesAreCPythons) {
  struct Case {
    Value start, stop, step;
    std::int64_t length;
    SliceIndices expected;
  };
  const Value no = none();
  for (const Case& c :
       {Case{no, no, no, 5, {0, 5, 1, 5}}, Case{number(-3), no, no, 10, {7, 10, 1, 3}},
        Case{no, no, number(-1), 5, {4, -1, -1, 5}},
        Case{number(100), number(200), no, 5, {5, 5, 1, 0}},
        Case{number(8), number(2), number(-2), 10, {8, 2, -2, 3}},
        Case{number(-100), number(100), number(3), 10, {0, 10, 3, 4}},
        Case{number(2), number(-1), no, 0, {0, 0, 1, 0}}}) {
    SliceIndices at;
    ASSERT_TRUE(slice_indices(t(), slice_new(t(), c.start, c.stop, c.step), c.length, &at));
    EXPECT_EQ(at.start, c.expected.start);
    EXPECT_EQ(at.stop, c.expected.stop);
    EXPECT_EQ(at.step, c.expected.step);
    EXPECT_EQ(at.count, c.expected.count);
  }
  SliceIndices at;
  EXPECT_FALSE(slice_indices(t(), slice_new(t(), no, no, number(0)), 5, &at));
}

TEST_F(ListTest, ThreadsAppendWithoutLoss) {
  constexpr int kThreads = 4;
  constexpr int kItems = 20000;
  List* list = list_new(t(), 0);
  on_threads(kThreads, [list](VmThread& self, int index) {
    for (int i = 0; i < kItems; ++i) list_append(self, list, number(index * kItems + i));
  });
  std::vector<std::int64_t> found = items(list);
  ASSERT_EQ(found.size(), static_cast<std::size_t>(kThreads * kItems));
  std::vector<std::int64_t> next(kThreads, 0);
  for (const std::int64_t v : found) {
    const auto owner = static_cast<std::size_t>(v / kItems);
    EXPECT_EQ(v % kItems, next[owner]++);  // each thread's own order is kept
  }
}

TEST_F(ListTest, ReadersMeetGrowingAndShrinkingLists) {
  List* list = list_new(t(), 0);
  std::atomic<bool> stop{false};
  on_threads(3, [list, &stop](VmThread& self, int index) {
    if (index == 0) {
      Value v;
      for (int i = 0; i < 30000; ++i) {
        list_append(self, list, number(i));
        if (i % 3 == 0) list_pop(self, list, 0, &v);
        if (i % 1000 == 999) list_clear(self, list);
      }
      stop = true;
      return;
    }
    Value v;
    while (!stop) {
      for (std::int64_t i = 0; list_get(list, i, &v); ++i) ASSERT_TRUE(v.is_int());
    }
  });
}

}  // namespace
}  // namespace interleave::vm
