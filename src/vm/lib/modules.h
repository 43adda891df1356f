// Native modules without a header of their own.
//
// Called once each, when the machine is set up.
// Not modules written in Python. Called by the thread that sets the machine up.
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

void init_math(VmThread& t);
void init_random(VmThread& t);
void init_hashlib(VmThread& t);
void init_evaluate(VmThread& t);  // eval, exec, compile, input
void init_json(VmThread& t);
void init_re(VmThread& t);
void init_numpy(VmThread& t);
void init_files(VmThread& t);  // the file system in memory

}  // namespace interleave::vm
