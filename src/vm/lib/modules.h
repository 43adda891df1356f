// Native modules without a header of their own.
//
// Called once each, when the machine is set up.
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

void init_math(VmThread& t);
void init_random(VmThread& t);
void init_hashlib(VmThread& t);

}  // namespace interleave::vm
