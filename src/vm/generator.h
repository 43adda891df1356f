// Generators: a frame that sleeps in an object.
//
// Not a thread and not a coroutine of C++: resuming pushes its frame on the thread that asks. One
// thread at a time may run it ("generator already executing").
#pragma once

#include "vm/exec_code.h"
#include "vm/thread.h"

namespace interleave::vm {

enum class GeneratorState : std::uint8_t { Created, Suspended, Running, Finished };

struct Generator : Object {
  ExecCode* code = nullptr;
  Function* function = nullptr;
  SlotArray* registers = nullptr;  // of the frame, while and after it runs
  const Instr* pc = nullptr;       // where it goes on
  Value handled;                   // the exception being handled inside it; None: none of its own
  Value outer;                     // while it runs: the one being handled where it was resumed
  bool handles = false;            // while it runs: t.handled is its own, not `outer`
  std::atomic<GeneratorState> state{GeneratorState::Created};
  Slot name;
  Slot qualname;
};

/// How the machine goes on with a generator: sends a value (None to start), or throws.
/// Pending results as from a native function; StopIteration at its end.
Value generator_send(VmThread& t, Generator* g, Value v);
/// t.handled when its frame comes and goes. One that handles nothing sees what its caller handles.
void generator_enter(VmThread& t, Generator* g);
void generator_leave(VmThread& t, Generator* g);
Value generator_throw(VmThread& t, Generator* g, Value exception);
void init_generator(VmThread& t);

}  // namespace interleave::vm
