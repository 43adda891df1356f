// Pushing and popping activations, calling any callable, and carrying results and exceptions
// between frames.
//
// The interpreter's loop has inlined fast paths for the common cases and comes here for the rest.
// Called on the thread whose frames they are.
// Not the dispatch loop (interpreter.cpp).
#pragma once

#include <atomic>

#include "vm/generator.h"
#include "vm/interpreter.h"

namespace interleave::vm {

/// What the loop does next.
enum class Step : std::uint8_t {
  Continue,  // the topmost frame is ready at its pc
  Stop,      // run() returns t.stop_reason
};

/// Hears of every activation that begins or ends, for going through a simulated run once more.
class CallListener {
 public:
  virtual ~CallListener() = default;
  virtual void entered(VmThread& t, const ExecCode& code) = 0;
  virtual void left(VmThread& t) = 0;
};
/// Set and taken away only while no machine runs; null otherwise.
extern std::atomic<CallListener*> g_calls;

/// Registers for a new frame at the top of the register stack.
Frame& push_frame(VmThread& t, ExecCode* code, const Awaiting& awaiting);
/// Takes the topmost frame away; its Awaiting becomes the thread's.
void pop_frame(VmThread& t);

/// What an attempt to call came to.
enum class Called : std::uint8_t { Frame, Result };
/// Calls anything. Frame: a frame was pushed, with t.awaiting. Result: *result is as from a
/// NativeFn.
Called call(VmThread& t, Value callable, const Args& args, Value* result);

/// Calls a plain function that gets positional arguments, and no more than it takes, so that
/// nothing is to be bound. False: it is not so simple, and nothing was done.
bool push_positional(VmThread& t, Function* function, const Args& args);
/// Carries a native result (or its absence) on until a frame can go on: runs continuations, makes
/// pending calls, unwinds exceptions, delivers values as t.awaiting says.
Step settle(VmThread& t, Value result);

/// Does what VmThread::leave asks of the thread, but for handing over the GIL. Stop: run() returns
/// t.stop_reason. Otherwise it may have raised MemoryError.
Step heed(VmThread& t, std::uint32_t leave);

/// True of what is left to do after __init__: the new object, which is the state, is the result.
bool ends_initialization(const Continuation& c);
/// A class was called.
Called instantiate(VmThread& t, Type* type, const Args& args, Value* result);
/// What a generator that is suspended in `yield from` waits for; else None.
Value generator_delegate(const Generator* g);
/// Puts a generator's frame on top and sends or throws.
Called resume_generator(VmThread& t, Generator* g, Value value, bool throwing, Value* result);

}  // namespace interleave::vm
