// Runs one Python thread for a while and says why it stopped. The seam between machine and
// executor.
//
// It never waits, never reads a clock and never recurses: blocking is a return value. With a GIL
// the caller holds it. run() may go on with a thread on another host thread than before, one at a
// time.
#pragma once

#include "vm/thread.h"

namespace interleave::vm {

/// Runs until one of the above. The first call on a new thread enters its entry function.
StopReason run(VmThread& t);

}  // namespace interleave::vm
