// Raising Python exceptions from C++.
//
// Each function sets t.exception and returns an empty Value, so that a native function can
// `return raise_type_error(t, …)`. Texts are CPython's. Called on the thread that runs the code.
// Not printing them (traceback.h).
#pragma once

#include <string>
#include <string_view>

#include "vm/thread.h"

namespace interleave::vm {

#define IL_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

/// Raises `type(message)`; `type` is one of VmTypes' exception classes. `message` is UTF-8.
Value raise(VmThread& t, Type* type, std::string_view message);
/// printf-style; texts of Python strings are passed as utf8(...).c_str().
Value raisef(VmThread& t, Type* type, const char* format, ...) IL_PRINTF(3, 4);
Value raise_type_error(VmThread& t, const char* format, ...) IL_PRINTF(2, 3);
Value raise_value_error(VmThread& t, const char* format, ...) IL_PRINTF(2, 3);
Value raise_index_error(VmThread& t, const char* message);
/// KeyError(key): the key itself is the argument.
Value raise_key_error(VmThread& t, Value key);
Value raise_memory_error(VmThread& t);
/// StopIteration(value) or StopIteration().
Value raise_stop_iteration(VmThread& t, Value value = Value());
/// Makes an instance of an exception class without running Python code.
Exception* new_exception(VmThread& t, Type* type, std::initializer_list<Value> args);
/// Sets t.exception to an instance made before, with __context__ set as CPython does.
Value raise_object(VmThread& t, Value exception);
bool is_subtype(const Type* type, const Type* of);
/// Class of any value, immediates included.
Type* type_of(const Vm& vm, Value v);
/// The name in error texts: "int", "list", "Point".
std::string type_name(const Vm& vm, Value v);

}  // namespace interleave::vm
