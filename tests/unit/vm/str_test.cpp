#include "vm/str.h"

#include <gtest/gtest.h>

#include <set>

#include "unit/vm/vm_fixture.h"
#include "vm/bytes.h"
#include "vm/codec.h"
#include "vm/unicode.h"

namespace interleave::vm {
namespace {

class StrTest : public VmTest {
 protected:
  Str* s(std::string_view utf8) { return str_new(t(), utf8); }
  std::string concat(Str* a, Str* b) { return utf8(as_str(str_concat(t(), a, b))); }
};

TEST_F(StrTest, TextIsKeptInTheNarrowestUnit) {
  EXPECT_EQ(s("abc")->unit, 1);
  EXPECT_TRUE(s("abc")->ascii);
  EXPECT_EQ(s("caf\xC3\xA9")->unit, 1);
  EXPECT_FALSE(s("caf\xC3\xA9")->ascii);
  EXPECT_EQ(s("\xE2\x82\xAC"
              "5")
                ->unit,
            2);
  EXPECT_EQ(s("x\xF0\x9F\x98\x80")->unit, 4);
  // A part of a wide text may be narrow.
  Str* wide = s("ab\xF0\x9F\x98\x80");
  Str* part = as_str(str_substring(t(), wide, 0, 2));
  EXPECT_EQ(part->unit, 1);
  EXPECT_TRUE(str_equal(part, s("ab")));
  EXPECT_EQ(str_hash(part), str_hash(s("ab")));
}

TEST_F(StrTest, Utf8GoesInAndComesOut) {
  for (const char* text :
       {"", "a", "caf\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80 ok", "\xED\xA0\x80"}) {
    EXPECT_EQ(utf8(s(text)), text);
  }
  EXPECT_EQ(utf8(s("a\xFF"
                   "b")),
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_EQ(utf8(s("\xC0\x80")), "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_F(StrTest, SingleCharactersAreShared) {
  EXPECT_EQ(str_char(t(), 'a'), str_char(t(), 'a'));
  EXPECT_EQ(s("a"), str_char(t(), 'a'));
  EXPECT_EQ(as_str(str_getitem(t(), s("xay"), number(1))), str_char(t(), 'a'));
  EXPECT_EQ(s(""), str_empty(t()));
}

TEST_F(StrTest, AppendingInALoopIsLinear) {
  // Were every sum copied, this would move 20 GB.
  Str* sum = str_empty(t());
  Str* piece = s("0123456789");
  for (int i = 0; i < 60000; ++i) sum = as_str(str_concat(t(), sum, piece));
  ASSERT_EQ(sum->length, 600000u);
  for (std::uint32_t i = 0; i < sum->length; i += 997) EXPECT_EQ(str_at(sum, i), U'0' + i % 10);
}

TEST_F(StrTest, TwoContinuationsOfOneTextDoNotMeet) {
  Str* base = as_str(str_repeat(t(), s("ab"), 50));
  base = as_str(str_concat(t(), base, s("!")));  // now in a buffer with room
  base = as_str(str_concat(t(), base, s("?")));
  Str* left = as_str(str_concat(t(), base, s("left")));
  Str* right = as_str(str_concat(t(), base, s("right")));
  EXPECT_EQ(utf8(base).size(), 102u);
  EXPECT_EQ(utf8(left), utf8(base) + "left");
  EXPECT_EQ(utf8(right), utf8(base) + "right");
  // A wider character moves the text to a buffer of its own.
  EXPECT_EQ(concat(left, s("\xE2\x82\xAC")), utf8(left) + "\xE2\x82\xAC");
  EXPECT_EQ(utf8(left), utf8(base) + "left");
}

TEST_F(StrTest, ThreadsThatAppendToOneTextEachGetTheirOwn) {
  Str* base = as_str(str_concat(t(), as_str(str_repeat(t(), s("x"), 200)), s("y")));
  base = as_str(str_concat(t(), base, s("z")));
  const std::string text = utf8(base);
  on_threads(4, [&](VmThread& thread, int index) {
    for (int i = 0; i < 2000; ++i) {
      Str* mine = str_char(thread, static_cast<char32_t>('a' + index));
      Str* sum = as_str(str_concat(thread, base, mine));
      sum = as_str(str_concat(thread, sum, mine));
      ASSERT_EQ(utf8(sum), text + std::string(2, static_cast<char>('a' + index)));
    }
  });
}

TEST_F(StrTest, HashesAreFixed) {
  // The same in every build, or a simulated run could differ between the browser and the command
  // line.
  EXPECT_EQ(str_hash(s("")), str_hash(str_empty(t())));
  EXPECT_EQ(str_hash(s("hello")), str_hash(as_str(str_concat(t(), s("hel"), s("lo")))));
  std::set<Hash> seen;
  for (int i = 0; i < 20000; ++i) {
    const Hash h = str_hash(s("key" + std::to_string(i)));
    EXPECT_NE(h, 0);
    EXPECT_NE(h, -1);
    seen.insert(h);
  }
  EXPECT_EQ(seen.size(), 20000u);
}

TEST_F(StrTest, OrderIsThatOfCodePoints) {
  const char* const ordered[] = {
      "", "A", "a", "aa", "b", "\xC3\xA9", "\xE2\x82\xAC", "\xEF\xBF\xBD", "\xF0\x9F\x98\x80"};
  for (std::size_t i = 0; i + 1 < std::size(ordered); ++i) {
    EXPECT_LT(str_compare(s(ordered[i]), s(ordered[i + 1])), 0) << i;
    EXPECT_GT(str_compare(s(ordered[i + 1]), s(ordered[i])), 0) << i;
    EXPECT_EQ(str_compare(s(ordered[i]), s(ordered[i])), 0) << i;
  }
}

TEST_F(StrTest, SearchFindsTheFirstAndTheLast) {
  Str* text = s("abracadabra");
  EXPECT_EQ(str_find(text, s("abra"), 0, 11), 0);
  EXPECT_EQ(str_find(text, s("abra"), 1, 11), 7);
  EXPECT_EQ(str_rfind(text, s("abra"), 0, 11), 7);
  EXPECT_EQ(str_rfind(text, s("abra"), 0, 10), 0);
  EXPECT_EQ(str_find(text, s("abrac"), 1, 11), -1);
  EXPECT_EQ(str_find(text, s("\xE2\x82\xAC"), 0, 11), -1);
  EXPECT_EQ(str_find(s("x\xE2\x82\xACy"), s("y"), 0, 3), 2);
  EXPECT_EQ(str_find(text, s(""), 11, 11), 11);
}

TEST_F(StrTest, ReprEscapesWhatCannotBeShown) {
  EXPECT_EQ(str_repr(s("it's")), "\"it's\"");
  EXPECT_EQ(str_repr(s("'\"")), "'\\'\"'");
  EXPECT_EQ(str_repr(s("a\n\t\x01\x7f\\")), "'a\\n\\t\\x01\\x7f\\\\'");
  EXPECT_EQ(str_repr(s("\xC3\xA9\xC2\xAD\xE2\x80\xA8")), "'\xC3\xA9\\xad\\u2028'");
  EXPECT_EQ(str_ascii(s("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80")), "'\\xe9\\u20ac\\U0001f600'");
}

TEST_F(StrTest, BrokenUtf8IsNamedAndPlaced) {
  struct Row {
    const char* data;
    std::size_t from, to;
  };
  const Row rows[] = {{"a\xFF", 1, 2},
                      {"\xE2\x82", 0, 2},
                      {"\xE2(\xA1", 0, 1},
                      {"ab\xF0\x9F\x98", 2, 5},
                      {"\xED\xA0\x80", 0, 1}};
  for (const Row& row : rows) {
    EXPECT_TRUE(decode(t(), bytes_new(t(), row.data), "utf-8", "strict").empty());
    const auto* e = static_cast<Exception*>(t().exception.object());
    const auto* args = static_cast<Tuple*>(e->args.load().object());
    EXPECT_EQ(args->items()[2], Value::small_int(static_cast<std::int64_t>(row.from)));
    EXPECT_EQ(args->items()[3], Value::small_int(static_cast<std::int64_t>(row.to)));
    t().exception = Value();
  }
}

TEST_F(StrTest, CaseMappingsMayChangeTheLength) {
  char32_t out[3];
  EXPECT_EQ(unicode::to_upper(U'\u00DF', out), 2);
  EXPECT_EQ(out[0], U'S');
  EXPECT_EQ(unicode::to_lower(U'\u0130', out), 2);
  EXPECT_EQ(unicode::to_title(U'\u01C6', out), 1);
  EXPECT_EQ(out[0], U'\u01C5');
  EXPECT_EQ(unicode::decimal_value(U'\u0667'), 7);
  EXPECT_EQ(unicode::decimal_value(U'\u00B2'), -1);
  EXPECT_TRUE(unicode::is_digit(U'\u00B2'));
}

TEST_F(StrTest, TooLongATextIsAMemoryError) {
  EXPECT_TRUE(str_repeat(t(), s("abc"), 1ll << 40).empty());
  EXPECT_EQ(t().exception.object()->type, vm.types.MemoryError);
}

}  // namespace
}  // namespace interleave::vm
