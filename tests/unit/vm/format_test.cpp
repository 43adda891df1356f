#include "vm/format.h"

#include <gtest/gtest.h>

#include "unit/vm/vm_fixture.h"
#include "vm/errors.h"
#include "vm/number.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {
namespace {

class FormatTest : public VmTest {
 protected:
  /// format(v, spec), or what was raised.
  std::string f(Value v, const char* spec) {
    std::string out;
    if (format_scalar(t(), v, spec, &out)) return out;
    return raised();
  }
  std::string f(double d, const char* spec) { return f(Value::from_double(d), spec); }
  std::string f(int n, const char* spec) { return f(number(n), spec); }
  std::string f(const char* s, const char* spec) { return f(Value(str_new(t(), s)), spec); }
  /// format % args.
  std::string percent(const char* format, std::initializer_list<Value> args) {
    const Value r = percent_format(t(), str_new(t(), format), tuple_of(t(), args));
    return r.empty() ? raised() : utf8(as_str(r));
  }
  std::string raised() {
    const std::string text = utf8(as_str(str_value(t(), t().exception)));
    t().exception = Value();
    return text;
  }
};

TEST_F(FormatTest, Ints) {
  EXPECT_EQ(f(255, "#06x"), "0x00ff");
  EXPECT_EQ(f(-5, "=+8"), "-      5");
  EXPECT_EQ(f(5, "^+8"), "   +5   ");
  EXPECT_EQ(f(1234567, ","), "1,234,567");
  EXPECT_EQ(f(1234, "08,"), "0,001,234");
  EXPECT_EQ(f(1234, "012_x"), "00_0000_04d2");
  EXPECT_EQ(f(65, "c"), "A");
  EXPECT_EQ(f(1, "\xC3\xA9>5"),
            "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9"
            "1");
  EXPECT_EQ(f(int_from_digits(t(), "1180591620717411303424"), ".3f"), "1180591620717411303424.000");
}

TEST_F(FormatTest, FloatsAreRoundedFromTheirExactValue) {
  EXPECT_EQ(f(2.5, ".0f"), "2");
  EXPECT_EQ(f(3.5, ".0f"), "4");
  EXPECT_EQ(f(2.675, ".2f"), "2.67");
  EXPECT_EQ(f(1e22, ".1f"), "10000000000000000000000.0");
  EXPECT_EQ(f(0.1, ".20f"), "0.10000000000000000555");
  EXPECT_EQ(f(123.456, ".3"), "1.23e+02");
  EXPECT_EQ(f(100.0, ".4"), "100.0");
  EXPECT_EQ(f(5.0, "#.3g"), "5.00");
  EXPECT_EQ(f(0.12345, ".1%"), "12.3%");
  EXPECT_EQ(f(-0.001, "z.1f"), "0.0");
  EXPECT_EQ(f(-1.5, "010"), "-0000001.5");
  EXPECT_EQ(float_format(1e-7, 'r', -1, false), "1e-07");
}

TEST_F(FormatTest, Text) {
  EXPECT_EQ(f("abc", "010"), "abc0000000");
  EXPECT_EQ(f("caf\xC3\xA9", ".3"), "caf");
  EXPECT_EQ(f("\xE2\x82\xAC", "*^5"), "**\xE2\x82\xAC**");
}

TEST_F(FormatTest, WrongSpecificationsSayWhatIsWrong) {
  EXPECT_EQ(f(1, "q"), "Unknown format code 'q' for object of type 'int'");
  EXPECT_EQ(f(1, "10."), "Format specifier missing precision");
  EXPECT_EQ(f("a", "=10"), "'=' alignment not allowed in string format specifier");
  EXPECT_EQ(f(1, ",x"), "Cannot specify ',' with 'x'.");
  EXPECT_EQ(f(1, "_,"), "Cannot specify both ',' and '_'.");
  EXPECT_EQ(f(1.5, "abc"), "Invalid format specifier 'abc' for object of type 'float'");
  EXPECT_EQ(f(1, ".2d"), "Precision not allowed in integer format specifier");
}

TEST_F(FormatTest, HugeWidthsAreRefused) {
  EXPECT_EQ(f(1, "999999999999d"), "");
  EXPECT_EQ(f("a", "999999999999"), "");
  EXPECT_EQ(f(1.5, ".999999999f"), "");
  EXPECT_EQ(f(1, "99999999999999999999d"), "Too many decimal digits in format string");
}

TEST_F(FormatTest, PercentConversions) {
  EXPECT_EQ(percent("%5.2f|%-8s|%+d|% d|%05d",
                    {Value::from_double(1.5), text("a"), number(1), number(2), number(3)}),
            " 1.50|a       |+1| 2|00003");
  EXPECT_EQ(percent("%#x %X %o", {number(255), number(255), number(8)}), "0xff FF 10");
  EXPECT_EQ(percent("%*d|%-*d|", {number(4), number(1), number(4), number(1)}), "   1|1   |");
  EXPECT_EQ(percent("%r %s %%", {text("a"), none()}), "'a' None %");
  EXPECT_EQ(percent("%c%c", {number(65), text("b")}), "Ab");
  EXPECT_EQ(percent("%d", {Value::from_double(1e30)}), "1000000000000000019884624838656");
}

TEST_F(FormatTest, PercentErrors) {
  EXPECT_EQ(percent("%d", {text("a")}), "%d format: a real number is required, not str");
  EXPECT_EQ(percent("%d %d", {number(1)}), "not enough arguments for format string");
  EXPECT_EQ(percent("%d", {number(1), number(2)}),
            "not all arguments converted during string formatting");
  EXPECT_EQ(percent("%q", {number(1)}), "unsupported format character 'q' (0x71) at index 1");
  EXPECT_EQ(percent("%(a)s", {number(1)}), "format requires a mapping");
  EXPECT_EQ(percent("%", {}), "incomplete format");
}

TEST_F(FormatTest, ReprOfScalars) {
  const auto repr = [this](Value v) {
    std::string out;
    return scalar_repr(vm, v, &out) ? out : "not a scalar";
  };
  EXPECT_EQ(repr(none()), "None");
  EXPECT_EQ(repr(boolean(true)), "True");
  EXPECT_EQ(repr(&g_ellipsis), "Ellipsis");
  EXPECT_EQ(repr(text("a'b")), "\"a'b\"");
  EXPECT_EQ(repr(complex_new(t(), -0.0, 1)), "(-0+1j)");
  EXPECT_EQ(repr(tuple_of(t(), {})), "not a scalar");
}

}  // namespace
}  // namespace interleave::vm
