// Preparing a machine for a program: the program's module, and threads' first frames.
//
// Called with the machine at rest, by the thread that sets it up.
// Not the running of it (interpreter.h).
#pragma once

#include "lang/code.h"
#include "vm/vm.h"

namespace interleave::vm {

/// Makes `__main__` from compiled code and lets the main thread start there with its first run().
/// `code` must outlive the machine. `source` is kept for tracebacks.
void load_main(Vm& vm, const lang::Code& code, std::string_view source);

/// The function that runs a module's code with these globals.
Function* module_function(VmThread& t, const lang::Code& code, Dict* globals, bool hidden);
struct LibrarySource;
/// The body of a library module, compiled, with fresh globals; null with an exception raised.
Function* library_body(VmThread& t, const LibrarySource& source);
/// Whether a library module belongs to the machine itself and cannot be imported.
bool is_prelude(std::string_view module);
/// All native modules and the prelude (lib/library.cpp).
void init_library(VmThread& t);
void load_prelude(VmThread& t);

}  // namespace interleave::vm
