// Numbers: int of any size, float, bool and complex; their arithmetic, comparison, hashing and
// text.
//
// Not the classes' constructors and methods seen from Python (number_types.h registers those), not
// the limb arithmetic (bigint.h), not format specifications (format.h). Everything here may be
// called from any thread that runs Python code; functions without a VmThread are pure. A value of a
// subclass of int or float counts as its number. "Empty" results mean that an exception is set.
#pragma once

#include <charconv>
#include <string>
#include <string_view>

#include "lang/code.h"
#include "vm/object.h"

namespace interleave::vm {

class VmThread;

/// complex: never an immediate.
struct ComplexObject : Object {
  double real = 0;
  double imag = 0;
};

// --- making
// ----------------------------------------------------------------------------------------------
Value int_value_slow(VmThread& t, std::int64_t n);
/// Any int64; a BigInt where 49 bits do not do.
inline Value int_value(VmThread& t, std::int64_t n) {
  return Value::fits_int(n) ? Value::small_int(n) : int_value_slow(t, n);
}
Value int_from_u64(VmThread& t, std::uint64_t n);
/// "[-]0x…" in hexadecimal or "[-]…" in decimal, both known to be well formed (constants of the
/// compiler).
Value int_from_digits(VmThread& t, std::string_view text);
/// int(d): truncates. Raises OverflowError for infinities and ValueError for NaN.
Value int_from_double(VmThread& t, double d);
/// From sign and magnitude, 32-bit limbs, least significant first; leading zero limbs are dropped.
Value int_from_limbs(VmThread& t, const std::uint32_t* limbs, std::size_t count, bool negative);
/// int(text, base) with CPython's ValueErrors. `text` is UTF-8 as Python sees it, without the class
/// check.
Value int_from_text(VmThread& t, Str* text, int base);
/// float(text).
Value float_from_text(VmThread& t, Str* text);
Value complex_new(VmThread& t, double real, double imag);

// --- reading
// ---------------------------------------------------------------------------------------------
/// int or bool (or a subclass of int).
bool is_int_like(Value v);
/// int, bool, float or complex.
bool is_number(Value v);
/// Ints and bools that fit; false otherwise.
bool to_int64(Value v, std::int64_t* out);
/// int, bool or float as a double, correctly rounded; ints beyond the range give ±infinity. Other:
/// 0.
double to_double(Value v);
/// As to_double() but raises OverflowError "int too large to convert to float". False: raised.
bool to_double_checked(VmThread& t, Value v, double* out);
/// -1, 0, 1 of an int or bool.
int int_sign(Value v);
/// bool(number).
bool number_truth(Value v);
/// An exact int of the same value as an int or bool of any class.
Value int_exact(VmThread& t, Value v);
/// Value of an argument that must be an integer; raises "'%s' object cannot be interpreted as an
/// integer", and OverflowError when it does not fit 64 bits. Objects with an __index__ of their own
/// are not called.
bool read_index(VmThread& t, Value v, std::int64_t* out);
/// As read_index() but clamps instead of raising OverflowError (slices, sequence bounds).
bool read_index_clamped(VmThread& t, Value v, std::int64_t* out);

// --- operators
// -------------------------------------------------------------------------------------------
/// `op` is a plain operator (not Inplace…). NotImplemented unless both are numbers of the right
/// sort.
Value number_binary(VmThread& t, lang::BinaryOp op, Value a, Value b);
/// divmod(a, b); NotImplemented as above.
Value number_divmod(VmThread& t, Value a, Value b);
/// pow(a, b, modulus) of ints; NotImplemented unless all are.
Value number_power_mod(VmThread& t, Value a, Value b, Value modulus);
/// False if they are not both numbers (or an order of complex is asked for). Exact between int and
/// float.
bool number_compare(Value a, Value b, lang::CompareOp op, bool* result);
inline bool number_equal(Value a, Value b) {
  bool result = false;
  return number_compare(a, b, lang::CompareOp::Eq, &result) && result;
}
enum class UnaryOp : std::uint8_t { Negative, Positive, Invert, Abs };
/// Empty with TypeError "bad operand type for unary -: 'str'" when `v` is no number of the right
/// sort.
Value number_unary(VmThread& t, UnaryOp op, Value v);
/// As CPython: equal numbers hash alike, whatever their class.
Hash number_hash(Value v);
Hash double_hash(double d);
/// round(v) and round(v, digits); `digits` empty or None: to an int.
Value number_round(VmThread& t, Value v, Value digits);

// --- text
// ------------------------------------------------------------------------------------------------
/// repr of an int or bool in base 10, however long.
std::string int_repr(Value v);
/// In base 2…36, lower case, sign first, no prefix.
std::string int_text(Value v, int base);
/// The decimal digits of a small int, where it lies.
class SmallIntText {
 public:
  std::string_view of(Value small_int) {
    const auto end = std::to_chars(digits_, digits_ + sizeof digits_, small_int.as_int()).ptr;
    return {digits_, static_cast<std::size_t>(end - digits_)};
  }

 private:
  char digits_[24];
};
/// sys.set_int_max_str_digits(): decimal digits int <-> str conversion accepts in the one Vm there
/// is; 0: any number.
extern std::atomic<int> g_int_digits;
/// Whether int_repr() stays within g_int_digits.
bool int_text_fits(Value v);
/// Raises ValueError beyond g_int_digits decimal digits. False: raised.
bool int_repr_checked(VmThread& t, Value v, std::string* out);
/// Shortest text that reads back as `d`, in CPython's form: "1.0", "1e+16", "inf", "nan".
std::string float_repr(double d);
std::string complex_repr(double real, double imag);
/// repr of any number.
bool number_repr(VmThread& t, Value v, std::string* out);

// --- classes
// ---------------------------------------------------------------------------------------------
void init_int(VmThread& t);
void init_bool(VmThread& t);
void init_float(VmThread& t);
void init_complex(VmThread& t);

}  // namespace interleave::vm
