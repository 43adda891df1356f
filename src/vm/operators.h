// The slow paths of operators, subscripts, unpacking and `match`: everything that is not a number
// in a register.
//
// Not the dispatch loop (interpreter.cpp). Results as for NativeFn: a value, raised, or pending.
// Called on the thread that runs the code.
#pragma once

#include "lang/code.h"
#include "vm/thread.h"

namespace interleave::vm {

/// a <op> b, the in-place forms included, with reflected operands.
Value binary_op(VmThread& t, lang::BinaryOp op, Value a, Value b);
/// The method written in Python that comes first for a <op> b; null: none, or another is to be
/// tried before it.
Function* operator_method(VmThread& t, lang::BinaryOp op, Value a, Value b);
/// a <op> b when that method has answered NotImplemented.
Value binary_op_after(VmThread& t, lang::BinaryOp op, Value a, Value b);
/// -v, +v, ~v.
Value unary_op(VmThread& t, Special s, Value v);
Value get_item(VmThread& t, Value object, Value key);
Value set_item(VmThread& t, Value object, Value key, Value value);
Value delete_item(VmThread& t, Value object, Value key);
/// Takes `count` values out of an iterable into out[count-1] … out[0]. None, raised, or pending:
/// then the values come as a tuple which the caller distributes.
Value unpack(VmThread& t, Value iterable, std::uint32_t count, Value* out);
/// a, *b, c = iterable: `before` values, a list, `after` values; out as unpack().
Value unpack_ex(VmThread& t, Value iterable, std::uint32_t before, std::uint32_t after, Value* out);

Value match_mapping(VmThread& t, Value v);
Value match_sequence(VmThread& t, Value v);
Value match_keys(VmThread& t, Value subject, Value keys);
Value match_class(VmThread& t, Value subject, Value type, Value names, std::uint32_t positional);

}  // namespace interleave::vm
