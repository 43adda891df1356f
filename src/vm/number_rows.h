// Rows of special methods that int, float and complex have in common; for the files that register
// those classes.
//
// Not the operators themselves (number.h). Called on the thread that runs the code.
#pragma once

#include <utility>

#include "vm/errors.h"
#include "vm/native.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/type.h"

namespace interleave::vm::rows {

/// Which operands a class's operators take; the others are left to the other operand's class.
enum class Level : std::uint8_t { Int, Float, Complex };

template <Level level>
bool takes(Value v) {
  if (is_int_like(v)) return true;
  if (level == Level::Int || !is_number(v)) return false;
  return level == Level::Complex || kind_of(v) != Kind::Complex;
}

template <Level level, lang::BinaryOp op, bool reflected>
Value binary(VmThread& t, const Args& args) {
  if (!takes<level>(args[1])) return not_implemented();
  return reflected ? number_binary(t, op, args[1], args[0])
                   : number_binary(t, op, args[0], args[1]);
}

template <Level level, bool reflected>
Value power(VmThread& t, const Args& args) {
  const Value modulus = args.get(2, none());
  if (modulus == none()) return binary<level, lang::BinaryOp::Power, reflected>(t, args);
  if (!takes<level>(args[1])) return not_implemented();
  const Value r = number_power_mod(t, args[reflected ? 1 : 0], args[reflected ? 0 : 1], modulus);
  if (r != not_implemented() || level == Level::Int) return r;
  return raise_type_error(t, "pow() 3rd argument not allowed unless all arguments are integers");
}

template <Level level, bool reflected>
Value divmod(VmThread& t, const Args& args) {
  if (!takes<level>(args[1])) return not_implemented();
  return reflected ? number_divmod(t, args[1], args[0]) : number_divmod(t, args[0], args[1]);
}

template <Level level, lang::CompareOp op>
Value compare(VmThread&, const Args& args) {
  bool result = false;
  if (!takes<level>(args[1]) || !number_compare(args[0], args[1], op, &result)) {
    return not_implemented();
  }
  return boolean(result);
}

template <UnaryOp op>
Value unary(VmThread& t, const Args& args) {
  return number_unary(t, op, args[0]);
}

inline Value truth(VmThread&, const Args& args) { return boolean(number_truth(args[0])); }
inline Value hash(VmThread& t, const Args& args) { return int_value(t, number_hash(args[0])); }
inline Value repr(VmThread& t, const Args& args) {
  std::string text;
  return number_repr(t, args[0], &text) ? Value(str_from_ascii(t, text)) : Value();
}
inline Value round(VmThread& t, const Args& args) { return number_round(t, args[0], args.get(1)); }

#define INTERLEAVE_BINARY_ROWS(level, op, name)                             \
  {"__" name "__", rows::binary<level, lang::BinaryOp::op, false>, 2, 2}, { \
    "__r" name "__", rows::binary<level, lang::BinaryOp::op, true>, 2, 2    \
  }
#define INTERLEAVE_COMPARE_ROWS(level)                           \
  {"__eq__", rows::compare<level, lang::CompareOp::Eq>, 2, 2}, { \
    "__ne__", rows::compare<level, lang::CompareOp::Ne>, 2, 2    \
  }
#define INTERLEAVE_ORDER_ROWS(level)                                 \
  {"__lt__", rows::compare<level, lang::CompareOp::Lt>, 2, 2},       \
      {"__le__", rows::compare<level, lang::CompareOp::Le>, 2, 2},   \
      {"__gt__", rows::compare<level, lang::CompareOp::Gt>, 2, 2}, { \
    "__ge__", rows::compare<level, lang::CompareOp::Ge>, 2, 2        \
  }

/// args[0] is a class derived from `base`; TypeError as CPython's tp_new_wrapper raises. Null:
/// raised.
Type* class_argument(VmThread& t, const Args& args, const Type* base);

}  // namespace interleave::vm::rows
