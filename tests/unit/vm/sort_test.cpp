// Sorting natively: stable both ways, every homogeneous kind, and what needs Python is left to it.
#include "vm/sort.h"

#include <algorithm>

#include "unit/vm/vm_fixture.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {
namespace {

using SortTest = VmTest;

TEST_F(SortTest, Numbers) {
  std::vector<Value> mixed{number(3), Value::from_double(1.5), boolean(true), number(-2)};
  ASSERT_EQ(sort_native(t(), mixed.data(), nullptr, mixed.size(), false), Truth::True);
  EXPECT_EQ(mixed[0], number(-2));
  EXPECT_EQ(mixed[1], boolean(true));
  EXPECT_EQ(mixed[2], Value::from_double(1.5));
  EXPECT_EQ(mixed[3], number(3));
}

TEST_F(SortTest, StableInBothDirections) {
  for (const bool reverse : {false, true}) {
    std::vector<Value> keys;
    std::vector<Value> places;
    for (int i = 0; i < 1000; ++i) {
      keys.push_back(number(i * 31 % 7));
      places.push_back(number(i));
    }
    ASSERT_EQ(sort_native(t(), keys.data(), places.data(), keys.size(), reverse), Truth::True);
    for (std::size_t i = 1; i < keys.size(); ++i) {
      if (keys[i - 1] == keys[i]) {
        EXPECT_LT(places[i - 1].as_int(), places[i].as_int());
      } else {
        EXPECT_EQ(keys[i - 1].as_int() < keys[i].as_int(), !reverse);
      }
    }
  }
}

TEST_F(SortTest, StringsAndTuples) {
  std::vector<Value> words{text("pear"), text("apple"), text("fig")};
  ASSERT_EQ(sort_native(t(), words.data(), nullptr, words.size(), false), Truth::True);
  EXPECT_EQ(words[0], text("apple"));
  EXPECT_EQ(words[2], text("pear"));
  std::vector<Value> rows{tuple_of(t(), {number(1), text("b")}),
                          tuple_of(t(), {number(1), text("a")}), tuple_of(t(), {number(0)})};
  const Value last = rows[0];
  ASSERT_EQ(sort_native(t(), rows.data(), nullptr, rows.size(), false), Truth::True);
  EXPECT_EQ(rows[2], last);
}

TEST_F(SortTest, WhatIsNotOrderedNativelyIsLeftToPython) {
  std::vector<Value> items{number(1), text("a"), none()};
  std::vector<Value> before = items;
  EXPECT_EQ(sort_native(t(), items.data(), nullptr, items.size(), false), Truth::Python);
  std::sort(items.begin(), items.end(), [](Value a, Value b) { return a.bits < b.bits; });
  std::sort(before.begin(), before.end(), [](Value a, Value b) { return a.bits < b.bits; });
  EXPECT_EQ(items, before);
}

TEST_F(SortTest, NotANumberBreaksNothing) {
  std::vector<Value> items;
  for (int i = 0; i < 500; ++i) {
    items.push_back(Value::from_double(i % 3 == 0 ? 0.0 / 0.0 : i * 37 % 101));
  }
  EXPECT_EQ(sort_native(t(), items.data(), nullptr, items.size(), false), Truth::True);
  EXPECT_EQ(items.size(), 500u);
}

}  // namespace
}  // namespace interleave::vm
