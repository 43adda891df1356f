// The functions of the builtins module that are not about classes and attributes.
//
// Also the natives of module _il that prelude.py uses. init_… run once, when the machine is set up;
// the rest on the thread that runs the code.
#pragma once

#include "vm/type.h"

namespace interleave::vm {

/// The functions, and module _il. The classes are in containers.h.
void init_builtins(VmThread& t);
void init_iteration_functions(VmThread& t, Module* builtins);
void init_print(VmThread& t, Module* builtins);
void init_private_natives(VmThread& t);
void init_itertools(VmThread& t);  // module _itertools
void init_heapq(VmThread& t);      // module _heapq
void init_deque(VmThread& t);      // module _collections
/// The module of that name, made if need be.
Module* module_named(VmThread& t, const char* name);
/// The module of private natives for the helpers written in Python.
Module* private_module(VmThread& t);

/// repr text with everything beyond ASCII escaped.
Value ascii_text(VmThread& t, const Str* text);
bool is_callable(const Vm& vm, Value v);
/// Writes text and then `end` to stdout or stderr, without the GIL, as two writes. Pending; the
/// result is None.
Value write_line(VmThread& t, bool error, Value text, Value end);

}  // namespace interleave::vm
