// The limb arithmetic against identities that hold for all integers and against values computed by
// hand or known constants; inputs are chosen so that carries, borrows and quotient corrections
// happen.
#include "vm/bigint.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace interleave::vm::bigint {
namespace {

/// Random lengths, with runs of all-zero and all-one limbs more often than chance would have them.
class Source {
 public:
  Digits next(std::size_t most_limbs) {
    Digits d(engine_() % (most_limbs + 1));
    for (Limb& limb : d) {
      switch (engine_() % 5) {
        case 0: limb = 0; break;
        case 1: limb = 0xFFFFFFFFu; break;
        case 2: limb = 0x80000000u; break;
        default: limb = static_cast<Limb>(engine_());
      }
    }
    trim(d);
    return d;
  }
  std::uint64_t below(std::uint64_t n) { return engine_() % n; }

 private:
  std::mt19937_64 engine_{20240607};
};

Digits sum(Limbs a, Limbs b) {
  Digits out(std::max(a.size(), b.size()) + 1);
  out.resize(add(out.data(), a, b));
  return out;
}
Digits difference(Limbs a, Limbs b) {
  Digits out(a.size());
  out.resize(sub(out.data(), a, b));
  return out;
}
Digits left(Limbs a, std::uint64_t bits) {
  Digits out(a.size() + bits / kLimbBits + 1);
  out.resize(shift_left(out.data(), a, bits));
  return out;
}
Digits right(Limbs a, std::uint64_t bits) {
  Digits out(a.size());
  out.resize(shift_right(out.data(), a, bits));
  return out;
}

TEST(BigInt, AdditionAndSubtractionUndoEachOther) {
  Source source;
  for (int i = 0; i < 2000; ++i) {
    const Digits a = source.next(12);
    const Digits b = source.next(12);
    const Digits s = sum(a, b);
    EXPECT_EQ(difference(s, b), a);
    EXPECT_EQ(difference(s, a), b);
    EXPECT_GE(compare(s, a), 0);
  }
}

TEST(BigInt, KaratsubaGivesWhatTheSchoolMethodGives) {
  Source source;
  for (int i = 0; i < 60; ++i) {
    const Digits a = source.next(400);
    const Digits b = source.next(i % 2 == 0 ? 400 : 90);
    // The school method, one limb of b at a time.
    Digits expected;
    for (std::size_t k = b.size(); k-- > 0;) {
      expected = left(expected, kLimbBits);
      Digits row(a.size() + 1);
      row.resize(mul_small(row.data(), a, b[k], 0));
      expected = sum(expected, row);
    }
    EXPECT_EQ(multiply(a, b), expected);
    EXPECT_EQ(multiply(b, a), expected);
  }
}

TEST(BigInt, QuotientTimesDivisorPlusRestIsTheDividend) {
  Source source;
  for (int i = 0; i < 4000; ++i) {
    const Digits a = source.next(20);
    Digits b = source.next(8);
    if (b.empty()) b = {3};
    Digits q;
    Digits r;
    divmod(a, b, &q, &r);
    EXPECT_LT(compare(r, b), 0);
    EXPECT_EQ(sum(multiply(q, b), r), a);
  }
}

TEST(BigInt, QuotientsOfOneLimbNearTheNextWholeNumber) {
  Source source;
  const Digits one{1};
  for (int i = 0; i < 20000; ++i) {
    Digits b = source.next(8);
    if (b.empty()) b = {3};
    const Limb wanted = i % 4 == 0
                            ? 0xFFFFFFFFu - static_cast<Limb>(i % 7)
                            : static_cast<Limb>(source.next(1).empty() ? 1 : i * 2654435761u);
    if (wanted == 0) continue;
    const Digits exact = multiply(b, Digits{wanted});
    const Digits below = difference(exact, one);
    const Digits last = difference(sum(exact, b), one);
    const auto quotient = [&](const Digits& a) {
      Digits q;
      Digits r;
      divmod(a, b, &q, &r);
      EXPECT_LT(compare(r, b), 0);
      EXPECT_EQ(sum(multiply(q, b), r), a);
      Digits alone;
      divmod(a, b, &alone, nullptr);
      EXPECT_EQ(alone, q);
      return q.empty() ? 0 : q[0];
    };
    EXPECT_EQ(quotient(exact), wanted);
    EXPECT_EQ(quotient(below), wanted - 1);
    EXPECT_EQ(quotient(last), wanted);
  }
}

TEST(BigInt, DivisionWhoseFirstEstimateIsOneTooLarge) {
  // From Knuth: the digit estimated is too large even after the test with the second digit.
  const Digits u{0, 0, 0x80000000u, 0x7FFFFFFFu};
  const Digits v{1, 0, 0x80000000u};
  Digits q;
  Digits r;
  divmod(u, v, &q, &r);
  EXPECT_EQ(q, (Digits{0xFFFFFFFEu}));
  EXPECT_EQ(sum(multiply(q, v), r), u);
}

TEST(BigInt, ShiftsMultiplyAndDivideByPowersOfTwo) {
  Source source;
  for (int i = 0; i < 1000; ++i) {
    const Digits a = source.next(6);
    const std::uint64_t bits = source.below(140);
    const Limb two = 2;
    EXPECT_EQ(left(a, bits), multiply(a, power(Limbs(&two, 1), bits)));
    EXPECT_EQ(right(left(a, bits), bits), a);
    Digits q;
    if (!a.empty()) {
      divmod(a, power(Limbs(&two, 1), bits), &q, nullptr);
      EXPECT_EQ(right(a, bits), q);
    }
  }
}

/// a op b for int64 operands, through the limb functions.
std::int64_t bit_op_64(BitOp op, std::int64_t a, std::int64_t b) {
  const auto limbs = [](std::int64_t n) {
    const std::uint64_t m =
        n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    Digits d{static_cast<Limb>(m), static_cast<Limb>(m >> 32)};
    trim(d);
    return d;
  };
  const Digits x = limbs(a);
  const Digits y = limbs(b);
  Limb out[3] = {};
  bool negative = false;
  const std::size_t n = bit_op(out, &negative, op, {x, a < 0}, {y, b < 0});
  std::uint64_t m = (n > 0 ? out[0] : 0) | (n > 1 ? std::uint64_t{out[1]} << 32 : 0);
  return static_cast<std::int64_t>(negative ? 0 - m : m);
}

TEST(BigInt, BitOperationsAreThoseOfTwosComplement) {
  Source source;
  for (int i = 0; i < 4000; ++i) {
    const auto a = static_cast<std::int64_t>(source.below(~0ull)) >> source.below(60);
    const auto b = static_cast<std::int64_t>(source.below(~0ull)) >> source.below(60);
    EXPECT_EQ(bit_op_64(BitOp::And, a, b), a & b);
    EXPECT_EQ(bit_op_64(BitOp::Or, a, b), a | b);
    EXPECT_EQ(bit_op_64(BitOp::Xor, a, b), a ^ b);
  }
}

TEST(BigInt, TextInEveryBaseReadsBack) {
  Source source;
  for (int i = 0; i < 300; ++i) {
    const Digits a = source.next(i % 10 == 0 ? 300 : 10);
    for (int base = 2; base <= 36; ++base) {
      const std::string text = to_text(a, base);
      EXPECT_EQ(from_text(text, base), a) << base;
      EXPECT_TRUE(text == "0" || text[0] != '0');
    }
  }
}

TEST(BigInt, KnownDecimals) {
  const Limb two = 2;
  EXPECT_EQ(to_text({}, 10), "0");
  EXPECT_EQ(to_text(power(Limbs(&two, 1), 64), 10), "18446744073709551616");
  EXPECT_EQ(to_text(power(Limbs(&two, 1), 128), 10), "340282366920938463463374607431768211456");
  const Limb ten = 10;
  EXPECT_EQ(to_text(power(Limbs(&ten, 1), 3000), 10), "1" + std::string(3000, '0'));
  EXPECT_EQ(to_text(from_text("ffffffffffffffffffff", 16), 10), "1208925819614629174706175");
}

TEST(BigInt, SquareRootIsTheLargestWhoseSquareIsNotAbove) {
  Source source;
  const Limb one = 1;
  for (int i = 0; i < 500; ++i) {
    const Digits a = source.next(9);
    const Digits root = square_root(a);
    EXPECT_LE(compare(multiply(root, root), a), 0);
    const Digits next = sum(root, Limbs(&one, 1));
    EXPECT_GT(compare(multiply(next, next), a), 0);
  }
}

TEST(BigInt, GcdDividesBothAndWhatIsLeftIsCoprime) {
  Source source;
  for (int i = 0; i < 500; ++i) {
    const Digits a = source.next(6);
    const Digits b = source.next(6);
    const Digits g = bigint::gcd(a, b);
    if (a.empty() || b.empty()) {
      EXPECT_EQ(g, a.empty() ? b : a);
      continue;
    }
    Digits qa;
    Digits qb;
    Digits r;
    divmod(a, g, &qa, &r);
    EXPECT_TRUE(r.empty());
    divmod(b, g, &qb, &r);
    EXPECT_TRUE(r.empty());
    EXPECT_EQ(bigint::gcd(qa, qb), (Digits{1}));
  }
}

TEST(BigInt, FermatsLittleTheorem) {
  // 2^127 - 1 is prime.
  const Limb two = 2;
  const Limb one = 1;
  const Digits prime = difference(power(Limbs(&two, 1), 127), Limbs(&one, 1));
  Source source;
  for (int i = 0; i < 40; ++i) {
    Digits a = source.next(5);
    Digits rest;
    divmod(a, prime, nullptr, &rest);
    if (rest.empty()) continue;
    EXPECT_EQ(power_mod(a, difference(prime, Limbs(&one, 1)), prime), (Digits{1}));
  }
}

TEST(BigInt, DoublesAreRoundedToTheNearestEven) {
  const Limb one = 1;
  const auto plus = [&](std::uint64_t bit, std::initializer_list<std::uint64_t> more) {
    Digits d = left(Limbs(&one, 1), bit);
    for (std::uint64_t b : more) d = sum(d, left(Limbs(&one, 1), b));
    return d;
  };
  EXPECT_EQ(to_double(plus(53, {0}), 0, false), 9007199254740992.0);      // a tie, down to even
  EXPECT_EQ(to_double(plus(53, {0, 1}), 0, false), 9007199254740996.0);   // a tie, up to even
  EXPECT_EQ(to_double(plus(100, {47}), 0, false), std::ldexp(1.0, 100));  // a tie
  EXPECT_EQ(to_double(plus(100, {47, 0}), 0, false), std::ldexp(1.0, 100) + std::ldexp(1.0, 48));
  EXPECT_EQ(to_double(plus(1023, {}), 0, false), std::ldexp(1.0, 1023));
  EXPECT_TRUE(std::isinf(to_double(plus(1024, {}), 0, false)));
  EXPECT_EQ(to_double(plus(0, {}), -1074, false), 5e-324);
  EXPECT_EQ(to_double(plus(63, {}), -1074 - 64, false),
            0.0);  // half of the least one: down to even
  EXPECT_EQ(to_double(plus(63, {}), -1074 - 64, true), 5e-324);
}

TEST(BigInt, RatiosOfSmallNumbersAreTheProcessorsOwn) {
  Source source;
  for (int i = 0; i < 2000; ++i) {
    const std::uint64_t a = source.below(1ull << 53);
    const std::uint64_t b = source.below(1ull << 53) + 1;
    const auto limbs = [](std::uint64_t n) {
      Digits d{static_cast<Limb>(n), static_cast<Limb>(n >> 32)};
      trim(d);
      return d;
    };
    EXPECT_EQ(ratio(limbs(a), limbs(b)), static_cast<double>(a) / static_cast<double>(b));
  }
}

TEST(BigInt, ComputationsGiveUpWhenTold) {
  // By the schoolbook method or Newton's these would take minutes.
  const Digits huge(1 << 20, 0xFFFFFFFFu);
  const Digits half(1 << 19, 0x7FFFFFFFu);
  std::atomic<std::uint32_t> word{2};
  const GiveUp second_bit{&word, 2};
  give_up_on(&second_bit);
  EXPECT_LE(multiply(huge, huge).size(), 2 * huge.size());
  Digits quotient;
  Digits rest;
  divmod(huge, half, &quotient, &rest);
  EXPECT_LE(quotient.size(), huge.size());
  EXPECT_LE(power_mod(huge, huge, half).size(), half.size());
  EXPECT_FALSE(square_root(huge).empty());
  EXPECT_FALSE(bigint::gcd(huge, half).empty());
  const GiveUp first_bit{&word, 1};
  give_up_on(&first_bit);  // another bit: they do not
  EXPECT_EQ(to_text(multiply(Digits{0, 1}, Digits{0, 1}), 10), "18446744073709551616");
  give_up_on(nullptr);
  const Digits long_one(200, 0xFFFFFFFFu);
  EXPECT_EQ(multiply(long_one, long_one).size(), 400u);
}

TEST(BigInt, IntegerPartOfADouble) {
  EXPECT_TRUE(from_double(0.999).empty());
  EXPECT_EQ(from_double(-1.5), (Digits{1}));
  EXPECT_EQ(to_text(from_double(1e23), 10), "99999999999999991611392");
  EXPECT_EQ(to_double(from_double(1.7976931348623157e308), 0, false), 1.7976931348623157e308);
}

}  // namespace
}  // namespace interleave::vm::bigint
