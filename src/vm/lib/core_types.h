// object, type, super, property, staticmethod, classmethod, functions, methods, modules and
// exceptions as Python sees them, and the built-in functions about attributes and classes.
//
// Not how attributes are found (attributes.h) or classes are called (frames.h). init_… run once,
// when the machine is set up; the rest on the thread that runs the code.
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

void init_core_types(VmThread& t);
void init_exceptions(VmThread& t);

/// The class statement's builtins.__build_class__ (class.cpp).
void init_class_statement(VmThread& t, Module* builtins);
/// Stands for a code in Python: of a function, or what compile() made, which keeps its text because
/// exec() with other namespaces compiles it again.
struct CodeObject : Object {
  ExecCode* code = nullptr;
  Str* source = nullptr;  // null: not made by compile()
  bool expression = false;
};
Value code_object(VmThread& t, ExecCode* code);

/// The innermost frame that is not a helper's.
Frame* caller_frame(VmThread& t);
/// What locals() gives in that frame.
Value frame_locals(VmThread& t, const Frame& frame);
/// Whether a special is object's own __init__ or __new__.
bool is_object_init(VmThread& t, Value special_init);
bool is_object_new(VmThread& t, Value special_new);
/// object() takes no arguments unless a class overrides the other of __new__ and __init__. False:
/// raised.
bool check_object_arguments(VmThread& t, Type* type, const Args& args);
/// "Can't instantiate abstract class …" False: raised.
bool check_not_abstract(VmThread& t, Type* type);

}  // namespace interleave::vm
