#include "vm/number.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <random>

#include "unit/vm/vm_fixture.h"
#include "vm/errors.h"
#include "vm/repr.h"
#include "vm/str.h"

namespace interleave::vm {
namespace {

using lang::BinaryOp;
using lang::CompareOp;

class NumberTest : public VmTest {
 protected:
  Value big(const char* text) { return int_from_digits(t(), text); }
  std::string run(BinaryOp op, Value a, Value b) {
    const Value r = number_binary(t(), op, a, b);
    if (!r.empty()) {
      std::string text;
      number_repr(t(), r, &text);
      return text;
    }
    const std::string raised =
        type_name(vm, t().exception) + ": " + utf8(as_str(str_value(t(), t().exception)));
    t().exception = Value();
    return raised;
  }
};

TEST_F(NumberTest, ResultsLeaveTheWordExactlyWhereItsBoundsAre) {
  const Value top = Value::small_int(Value::kIntMax);
  const Value bottom = Value::small_int(Value::kIntMin);
  EXPECT_FALSE(number_binary(t(), BinaryOp::Add, top, number(1)).is_int());
  EXPECT_FALSE(number_binary(t(), BinaryOp::Subtract, bottom, number(1)).is_int());
  const Value above = number_binary(t(), BinaryOp::Add, top, number(1));
  EXPECT_EQ(number_binary(t(), BinaryOp::Subtract, above, number(1)), top);
  const Value below = number_binary(t(), BinaryOp::Subtract, bottom, number(1));
  EXPECT_EQ(number_binary(t(), BinaryOp::Add, below, number(1)), bottom);
  EXPECT_EQ(int_repr(number_unary(t(), UnaryOp::Negative, bottom)), "281474976710656");
}

TEST_F(NumberTest, SixtyFourBitArithmeticWraps) {
  // A step of a linear congruential generator, as programs write it.
  const Value mask = big("0xffffffffffffffff");
  const Value factor = big("6364136223846793005");
  Value x = number(42);
  std::uint64_t expected = 42;
  for (int i = 0; i < 1000; ++i) {
    x = number_binary(t(), BinaryOp::Multiply, x, factor);
    x = number_binary(t(), BinaryOp::Add, x, big("1442695040888963"));
    x = number_binary(t(), BinaryOp::And, x, mask);
    expected = expected * 6364136223846793005ull + 1442695040888963ull;
    ASSERT_EQ(int_text(x, 10), std::to_string(expected));
  }
}

TEST_F(NumberTest, FloorDivisionRoundsDownWhateverTheSigns) {
  std::mt19937_64 engine(7);
  for (int i = 0; i < 3000; ++i) {
    const auto a = static_cast<std::int64_t>(engine()) >> (engine() % 63);
    auto b = static_cast<std::int64_t>(engine()) >> (engine() % 63);
    if (b == 0) b = -3;
    const Value x = int_value(t(), a);
    const Value y = int_value(t(), b);
    const Value q = number_binary(t(), BinaryOp::FloorDivide, x, y);
    const Value r = number_binary(t(), BinaryOp::Remainder, x, y);
    const Value back =
        number_binary(t(), BinaryOp::Add, number_binary(t(), BinaryOp::Multiply, q, y), r);
    EXPECT_TRUE(number_equal(back, x));
    if (int_sign(r) != 0) {
      EXPECT_EQ(int_sign(r), int_sign(y));
    }
    bool smaller = false;
    ASSERT_TRUE(number_compare(number_unary(t(), UnaryOp::Abs, r),
                               number_unary(t(), UnaryOp::Abs, y), CompareOp::Lt, &smaller));
    EXPECT_TRUE(smaller);
  }
}

TEST_F(NumberTest, ErrorTextsAreCPythons) {
  EXPECT_EQ(run(BinaryOp::TrueDivide, number(1), number(0)), "ZeroDivisionError: division by zero");
  EXPECT_EQ(run(BinaryOp::FloorDivide, number(1), number(0)),
            "ZeroDivisionError: integer division or modulo by zero");
  EXPECT_EQ(run(BinaryOp::Remainder, number(1), number(0)),
            "ZeroDivisionError: integer modulo by zero");
  EXPECT_EQ(run(BinaryOp::Remainder, Value::from_double(1), number(0)),
            "ZeroDivisionError: float modulo");
  EXPECT_EQ(run(BinaryOp::Lshift, number(1), number(-1)), "ValueError: negative shift count");
  EXPECT_EQ(run(BinaryOp::Power, number(0), number(-1)),
            "ZeroDivisionError: 0.0 cannot be raised to a negative power");
}

TEST_F(NumberTest, IntsAndFloatsCompareExactly) {
  const Value n = big("9007199254740993");  // 2^53 + 1 has no float of its own
  const Value d = Value::from_double(9007199254740992.0);
  bool result = true;
  ASSERT_TRUE(number_compare(n, d, CompareOp::Eq, &result));
  EXPECT_FALSE(result);
  ASSERT_TRUE(number_compare(n, d, CompareOp::Gt, &result));
  EXPECT_TRUE(result);
  ASSERT_TRUE(number_compare(number(1), Value::from_double(NAN), CompareOp::Lt, &result));
  EXPECT_FALSE(result);
  ASSERT_TRUE(number_compare(Value::from_double(HUGE_VAL), big("99999999999999999999999999"),
                             CompareOp::Gt, &result));
  EXPECT_TRUE(result);
  EXPECT_FALSE(number_compare(number(1), text("a"), CompareOp::Eq, &result));
}

TEST_F(NumberTest, EqualNumbersHashAlike) {
  EXPECT_EQ(number_hash(Value::from_double(1)), 1);
  EXPECT_EQ(number_hash(number(-1)), -2);
  EXPECT_EQ(number_hash(big("2305843009213693951")), 0);  // the modulus, 2^61 - 1
  EXPECT_EQ(number_hash(Value::from_double(1e300)), number_hash(int_from_double(t(), 1e300)));
  EXPECT_EQ(double_hash(0.5), 1152921504606846976);
  EXPECT_EQ(double_hash(HUGE_VAL), 314159);
  EXPECT_EQ(number_hash(boolean(true)), 1);
}

TEST_F(NumberTest, FloatsPrintTheShortestTextThatReadsBack) {
  EXPECT_EQ(float_repr(0.1), "0.1");
  EXPECT_EQ(float_repr(1e16), "1e+16");
  EXPECT_EQ(float_repr(1e15), "1000000000000000.0");
  EXPECT_EQ(float_repr(-0.0), "-0.0");
  EXPECT_EQ(float_repr(5e-324), "5e-324");
  EXPECT_EQ(float_repr(0.0001), "0.0001");
  EXPECT_EQ(float_repr(0.00001), "1e-05");
  EXPECT_EQ(float_repr(1.7976931348623157e308), "1.7976931348623157e+308");
  std::mt19937_64 engine(11);
  for (int i = 0; i < 20000; ++i) {
    const double d = std::bit_cast<double>(engine());
    if (!std::isfinite(d)) continue;
    EXPECT_EQ(std::strtod(float_repr(d).c_str(), nullptr), d);
  }
}

TEST_F(NumberTest, RoundingIsHalfToEvenOfTheExactDecimal) {
  const auto round = [this](double d, int digits) {
    return number_round(t(), Value::from_double(d), number(digits)).as_double();
  };
  EXPECT_EQ(round(2.675, 2), 2.67);  // the double lies below
  EXPECT_EQ(round(0.5, 0), 0.0);
  EXPECT_EQ(round(1.5, 0), 2.0);
  EXPECT_EQ(round(12355.0, -1), 12360.0);
  EXPECT_EQ(round(12345.0, -1), 12340.0);
  EXPECT_EQ(number_round(t(), number(15), number(-1)), number(20));
  EXPECT_EQ(number_round(t(), number(25), number(-1)), number(20));
  EXPECT_EQ(number_round(t(), Value::from_double(2.5), none()), number(2));
}

TEST_F(NumberTest, TextBecomesNumbersOnlyWhenItIsOne) {
  const auto parsed = [this](const char* s, int base) -> std::string {
    const Value v = int_from_text(t(), str_new(t(), s), base);
    if (!v.empty()) return int_text(v, 10);
    t().exception = Value();
    return "error";
  };
  EXPECT_EQ(parsed(" -12_345 ", 10), "-12345");
  EXPECT_EQ(parsed("0x_ff", 0), "255");
  EXPECT_EQ(parsed("1__0", 10), "error");
  EXPECT_EQ(parsed("_1", 10), "error");
  EXPECT_EQ(parsed("012", 0), "error");
  EXPECT_EQ(parsed("z", 36), "35");
  EXPECT_EQ(parsed("\xD9\xA3\xD9\xA4", 10), "34");  // Arabic-Indic digits
  EXPECT_EQ(parsed(std::string(4300, '9').c_str(), 10).size(), 4300u);
  EXPECT_EQ(parsed(std::string(4301, '9').c_str(), 10), "error");
}

TEST_F(NumberTest, ModularPowersAndInverses) {
  EXPECT_EQ(number_power_mod(t(), number(3), number(-1), number(7)), number(5));
  EXPECT_EQ(number_power_mod(t(), number(-3), number(3), number(-7)), number(-6));
  EXPECT_TRUE(number_power_mod(t(), number(2), number(-1), number(4)).empty());
  t().exception = Value();
  EXPECT_EQ(number_power_mod(t(), number(2), number(5), number(1)), number(0));
}

TEST_F(NumberTest, AnIntTooLongForTheMachineIsAMemoryErrorAndNotAWait) {
  EXPECT_EQ(run(BinaryOp::Power, number(10), big("1000000000000")), "MemoryError: ");
  EXPECT_EQ(run(BinaryOp::Lshift, number(1), big("1000000000000")), "MemoryError: ");
}

}  // namespace
}  // namespace interleave::vm
