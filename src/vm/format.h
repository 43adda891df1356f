// Text of values under a format specification: format(), str.format, the % operator, and repr of
// scalars.
//
// Not the repr of containers (theirs is in repr.h) and not printing. Any thread that runs Python
// code; what needs a user's __format__, __str__, __repr__ or __getitem__ is answered as a pending
// call.
#pragma once

#include <string>
#include <string_view>

#include "vm/object.h"

namespace interleave::vm {

class Vm;
class VmThread;

/// `d` as printf would with type e E f F g G (also '%' and 'n'), or 'r' for repr; `alternate` is
/// '#'. Digits are exact (correctly rounded, half to even), whatever the precision. No sign for
/// NaN.
std::string float_format(double d, char type, int precision, bool alternate);

/// The digits of format(v, spec) for an int, bool, float, complex or str given as `v`, into `out`
/// as UTF-8; `spec` is UTF-8. False: raised (ValueError with CPython's text).
bool format_scalar(VmThread& t, Value v, std::string_view spec, std::string* out);

/// format(v, spec) for anything: scalars natively, others by calling their __format__ (may be
/// pending). A null or empty spec is str(v).
Value format_value(VmThread& t, Value v, Str* spec);

/// format % args. May be pending.
Value percent_format(VmThread& t, Str* format, Value args);
/// repr of int, float, complex, bool, None, Ellipsis, NotImplemented, str and bytes of exactly
/// those classes, UTF-8. False: it is something else (or an int too long to print: then nothing is
/// raised).
bool scalar_repr(const Vm& vm, Value v, std::string* out);
/// As scalar_repr but str(v): text of strings without quotes.
bool scalar_str(const Vm& vm, Value v, std::string* out);

/// Registers str.format, format_map, __format__ of the scalar classes and the private natives of
/// prelude_text.py.
void init_format(VmThread& t);

}  // namespace interleave::vm
