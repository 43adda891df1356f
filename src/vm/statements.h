// What statements other than calls and operators need: names, functions, classes, with, raise,
// except, f-strings.
//
// Not the loop (interpreter.cpp) and not operators (operators.h). Results as for NativeFn. Called
// on the thread that runs the code.
#pragma once

#include "vm/frames.h"

namespace interleave::vm {

/// STORE_NAME into a namespace whose class the program wrote (a metaclass's __prepare__).
Value store_name(VmThread& t, const Frame& frame, Str* name, Value v);
Value load_name(VmThread& t, const Frame& frame, Str* name);
Value raise_name_error(VmThread& t, Str* name);
/// not v; not (item in container).
Value not_value(VmThread& t, Value v);
Value not_contains(VmThread& t, Value container, Value item);

Value build_set(VmThread& t, const Value* items, std::uint32_t count);
Value build_map(VmThread& t, const Value* pairs, std::uint32_t count);
/// `count` values, then a tuple of keys.
Value build_const_key_map(VmThread& t, const Value* values, std::uint32_t count);
/// [*iterable] and f(*iterable).
Value extend_starred(VmThread& t, List* list, Value iterable);
/// {**mapping}
Value update_mapping(VmThread& t, Dict* dict, Value mapping);
/// f(**mapping)
Value merge_keywords(VmThread& t, Dict* dict, Value mapping, Value callable);

/// {v!r}, {v}: `conversion` is one of lang::kFormat….
Value format_plain(VmThread& t, Value v, std::uint32_t conversion);
Value format_with_spec(VmThread& t, Value v, std::uint32_t conversion, Str* spec);

/// [callable, null, args, keywords]
Called call_ex(VmThread& t, Value* at, bool keywords, Value* result);
/// it.send(v) of an object that is no generator.
Value send_to(VmThread& t, Value it, Value v);

/// `values`: what MAKE_FUNCTION finds on the stack, as `flags` says.
Value make_function(VmThread& t, const Frame& frame, std::uint32_t constant, const Value* values,
                    std::uint32_t flags);
/// builtins.__build_class__
Value build_class_function(VmThread& t);
void setup_annotations(VmThread& t, Frame& frame);

Value raise_statement(VmThread& t, std::uint32_t given, Value exception, Value cause);
/// except type: a bool.
Value exception_matches(VmThread& t, Value exception, Value type);
/// except* type: at[0], at[1] = exception, type become rest, match.
Value exception_group_match(VmThread& t, Value* at);
Value prepare_reraise_star(VmThread& t, Value original, Value list);
/// with manager: *exit is set at once, the result is what __enter__ gives.
Value before_with(VmThread& t, Value manager, Value* exit);

}  // namespace interleave::vm
