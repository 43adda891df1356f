// The set's table: CPython's order, and threads without a GIL. The numbers were printed by
// CPython 3.11.
#include "vm/set.h"

#include "unit/vm/vm_fixture.h"

namespace interleave::vm {
namespace {

using SetTest = VmTest;

std::vector<std::int64_t> elements(const Set* s) {
  std::vector<std::int64_t> found;
  std::uint32_t position = 0;
  Value key;
  while (set_next(s, &position, &key)) found.push_back(key.as_int());
  return found;
}

/// A fixed mix of adding, discarding and popping, which was run in CPython with the same numbers.
Set* shuffled(VmThread& t, std::uint32_t seed, int rounds) {
  Set* s = set_new(t);
  std::uint32_t x = seed;
  for (int i = 0; i < rounds; ++i) {
    x = (x * 1103515245u + 12345u) & 0x7fffffffu;
    const std::int64_t v = (x >> 8) % 97;
    Value popped;
    if ((x >> 3) % 3 == 0) {
      set_discard(t, s, Value::small_int(v));
    } else if ((x >> 3) % 17 == 5 && set_size(s) != 0) {
      set_pop(t, s, &popped);
    } else {
      set_add(t, s, Value::small_int(v * ((x >> 20) % 3 * 1000 + 1)));
    }
  }
  return s;
}

TEST_F(SetTest, IteratesInCPythonsOrder) {
  vm.gil = true;
  EXPECT_EQ(elements(shuffled(t(), 1, 50)),
            (std::vector<std::int64_t>{32016,  108054, 48024, 146073, 64032,  82082,  54054,
                                       15015,  39,     26026, 48048,  36018,  59,     90045,
                                       106053, 46023,  47047, 58058,  2001,   100050, 13013,
                                       18009,  90,     89,    34017,  148074, 104052}));
  const auto large = elements(shuffled(t(), 99, 5000));
  EXPECT_EQ(large.size(), 210u);
  std::int64_t h = 0;
  for (const std::int64_t v : large) h = (h * 31 + v) % 1000003;
  EXPECT_EQ(h, 795828);
}

TEST_F(SetTest, AddsOnce) {
  Set* s = set_new(t());
  EXPECT_EQ(set_add(t(), s, number(5)), Lookup::Missing);
  EXPECT_EQ(set_add(t(), s, Value::from_double(5.0)), Lookup::Found);
  EXPECT_EQ(set_contains(t(), s, number(5)), Lookup::Found);
  EXPECT_EQ(set_discard(t(), s, number(5)), Lookup::Found);
  EXPECT_EQ(set_discard(t(), s, number(5)), Lookup::Missing);
  EXPECT_EQ(set_contains(t(), s, number(5)), Lookup::Missing);
  EXPECT_EQ(set_size(s), 0u);
}

TEST_F(SetTest, AnElementWithHashZeroIsNoFreeEntry) {
  Set* s = set_new(t());
  set_add(t(), s, number(0));
  set_add(t(), s, number(8));  // collides with 0 in a table of 8
  set_add(t(), s, number(16));
  EXPECT_EQ(set_discard(t(), s, number(0)), Lookup::Found);
  EXPECT_EQ(set_contains(t(), s, number(8)), Lookup::Found);
  EXPECT_EQ(set_contains(t(), s, number(16)), Lookup::Found);
}

TEST_F(SetTest, HashOfFrozenSetIsCPythons) {
  Set* s = frozenset_new(t());
  EXPECT_EQ(set_hash(s), 133146708735736);
  Set* other = frozenset_new(t());
  for (const int i : {1, 2, 3}) set_add(t(), other, number(i));
  EXPECT_EQ(set_hash(other), -272375401224217160);
}

TEST_F(SetTest, ThreadsLoseNothing) {
  constexpr int kThreads = 4;
  constexpr int kElements = 5000;
  Set* s = set_new(t());
  on_threads(kThreads, [s](VmThread& self, int index) {
    for (int i = 0; i < kElements; ++i) {
      set_add(self, s, number(i));  // everybody the same
      set_add(self, s, number(100000 + i * kThreads + index));
      ASSERT_EQ(set_contains(self, s, number(i)), Lookup::Found);
    }
  });
  EXPECT_EQ(set_size(s), static_cast<std::uint32_t>(kElements * (kThreads + 1)));
  EXPECT_EQ(elements(s).size(), static_cast<std::size_t>(kElements * (kThreads + 1)));
}

TEST_F(SetTest, ThreadsPopEachElementOnce) {
  Set* s = set_new(t());
  for (int i = 0; i < 20000; ++i) set_add(t(), s, number(i));
  std::atomic<int> popped{0};
  on_threads(4, [s, &popped](VmThread& self, int) {
    Value v;
    while (set_pop(self, s, &v)) ++popped;
  });
  EXPECT_EQ(popped.load(), 20000);
  EXPECT_EQ(set_size(s), 0u);
}

}  // namespace
}  // namespace interleave::vm
