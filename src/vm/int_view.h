// An int or bool of any class as sign and limbs, and results back into values; for the number_*.cpp
// files.
//
// Not an owner: a view of a BigInt points into the object. Any thread that runs Python code.
#pragma once

#include "vm/bigint.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/vm.h"

namespace interleave::vm {

class IntView {
 public:
  /// `v` is int-like.
  explicit IntView(Value v) {
    if (v.is_int()) {
      set(v.as_int());
    } else if (v.object()->type->kind == Kind::Bool) {
      set(static_cast<Singleton*>(v.object())->truth ? 1 : 0);
    } else {
      const auto* big = static_cast<const BigInt*>(v.object());
      limbs_ = big->limbs();
      count_ = big->limb_count;
      negative_ = big->sign < 0;
    }
  }
  explicit IntView(std::int64_t n) { set(n); }
  IntView(const IntView&) = delete;
  IntView& operator=(const IntView&) = delete;

  bigint::Limbs limbs() const { return {limbs_, count_}; }
  std::size_t count() const { return count_; }
  bool negative() const { return negative_; }
  bool zero() const { return count_ == 0; }
  bigint::Signed as_signed() const { return {limbs(), negative_}; }
  bool to_int64(std::int64_t* out) const;

 private:
  void set(std::int64_t n) {
    negative_ = n < 0;
    const std::uint64_t magnitude = negative_ ? std::uint64_t{0} - static_cast<std::uint64_t>(n)
                                              : static_cast<std::uint64_t>(n);
    small_[0] = static_cast<bigint::Limb>(magnitude);
    small_[1] = static_cast<bigint::Limb>(magnitude >> 32);
    limbs_ = small_;
    count_ = static_cast<std::uint32_t>(bigint::normalized(small_, 2));
  }

  const bigint::Limb* limbs_ = nullptr;
  std::uint32_t count_ = 0;
  bool negative_ = false;
  bigint::Limb small_[2] = {};
};

/// Where a result of up to `limbs` limbs is computed: on the stack while small, else in a new
/// BigInt already.
class IntResult {
 public:
  /// Check ok() before use: false, with MemoryError raised, when there is no room.
  IntResult(VmThread& t, std::uint64_t limbs);
  IntResult(const IntResult&) = delete;
  IntResult& operator=(const IntResult&) = delete;

  bool ok() const { return data_ != nullptr; }
  bigint::Limb* data() { return data_; }
  Value finish(std::size_t count, bool negative);

 private:
  static constexpr std::size_t kStack = 8;
  VmThread& t_;
  BigInt* object_ = nullptr;
  bigint::Limb* data_ = nullptr;
  bigint::Limb stack_[kStack];
};

inline Value int_from_digits(VmThread& t, const bigint::Digits& digits, bool negative) {
  return int_from_limbs(t, digits.data(), digits.size(), negative);
}
/// 'int too large' MemoryError unless an int of so many bits is within the bounds.
bool can_make_int(VmThread& t, std::uint64_t bits);

/// The operators on ints alone; `op` is plain. NotImplemented for MatrixMultiply.
Value int_binary(VmThread& t, lang::BinaryOp op, Value a, Value b);
/// The operators on doubles.
Value float_binary(VmThread& t, lang::BinaryOp op, double a, double b);
Value float_divmod(VmThread& t, double a, double b);

/// d rounded to 0 ≤ n ≤ 323 digits after the point: the double nearest to the exact decimal.
double round_decimals(double d, int digits);
/// int / int, correctly rounded.
Value int_true_divide(VmThread& t, Value a, Value b);

}  // namespace interleave::vm
