// The native modules of this folder that have to do with threads, time and the process.
//
// Not the locks themselves (vm/sync.h) and not threading.py, which is built on `_thread`. Each
// init_ function makes its module when the machine is set up. Called on the thread that runs the
// code.
#pragma once

#include <string_view>

#include "vm/thread.h"

namespace interleave::vm {

void init_thread_module(VmThread& t);  // _thread, with the classes of vm/sync.h
void init_time_module(VmThread& t);    // time
void init_sys_module(VmThread& t);     // sys, with the standard streams
void init_introspection(VmThread& t);  // frames, dir, _runtime; after all of the above

/// sys.argv = [script]. Once the machine is set up and the program's name is known.
void set_script_argument(VmThread& t, std::string_view script);

/// One write to stdout or stderr, without the GIL, as CPython's are. Pending; the result is then
/// `result`.
Value write_text(VmThread& t, bool error, Str* text, Value result);

}  // namespace interleave::vm
