#include "vm/generator.h"

#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/identity.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

Generator* self_of(const Args& args) { return static_cast<Generator*>(args[0].object()); }

Value resume(VmThread& t, Generator* g, Value value, bool throwing) {
  pending_call(t, value, {}, {});
  t.pending.kind = Pending::Kind::Resume;
  t.pending.state = g;
  t.pending.throwing = throwing;
  return Value();
}

Value native_iter_self(VmThread&, const Args& args) { return args[0]; }
Value native_next(VmThread& t, const Args& args) {
  return generator_send(t, self_of(args), none());
}
Value native_send(VmThread& t, const Args& args) {
  return generator_send(t, self_of(args), args[1]);
}

/// throw(type, value) made the instance: now it goes in. State: the generator.
Value after_make(VmThread& t, Value exception, Value g) {
  return generator_throw(t, static_cast<Generator*>(g.object()), exception);
}

Value native_throw(VmThread& t, const Args& args) {
  const Value what = args[1];
  if (args.n > 3 && args[3] != none() && kind_of(args[3]) != Kind::Traceback) {
    return raise_type_error(t, "throw() third argument must be a traceback object");
  }
  if (kind_of(what) == Kind::Type &&
      is_subtype(static_cast<Type*>(what.object()), t.vm.types.BaseException)) {
    if (args.n > 2 && is_instance(t.vm, args[2], t.vm.types.BaseException)) {
      return generator_throw(t, self_of(args), args[2]);
    }
    const Continuation after{after_make, args[0], false};
    if (args.n > 2 && args[2] != none()) return pending_call(t, what, {args[2]}, after);
    return pending_call(t, what, {}, after);
  }
  if (!is_instance(t.vm, what, t.vm.types.BaseException)) {
    return raise_type_error(
        t, "exceptions must be classes or instances deriving from BaseException, not %s",
        type_name(t.vm, what).c_str());
  }
  if (args.n > 2 && args[2] != none()) {
    return raise_type_error(t, "instance exception may not have a separate value");
  }
  return generator_throw(t, self_of(args), what);
}

Value after_close(VmThread& t, Value result, Value) {
  if (!result.empty()) {
    return raise(t, t.vm.types.RuntimeError, "generator ignored GeneratorExit");
  }
  const Type* type = t.exception.object()->type;
  if (!is_subtype(type, t.vm.types.GeneratorExit) && !is_subtype(type, t.vm.types.StopIteration)) {
    return Value();
  }
  t.exception = Value();
  return none();
}

Value native_close(VmThread& t, const Args& args) {
  Generator* g = self_of(args);
  const GeneratorState state = g->state.load();
  if (state == GeneratorState::Finished) return none();
  if (state == GeneratorState::Created) {
    g->state.store(GeneratorState::Finished);
    return none();
  }
  resume(t, g, new_exception(t, t.vm.types.GeneratorExit, {}), true);
  t.pending.after = {after_close, Value(), true};
  return Value();
}

Value native_repr(VmThread& t, const Args& args) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "0x%llx",
                static_cast<unsigned long long>(identity_of(args[0].object())));
  const Generator* g = self_of(args);
  return str_new(t,
                 "<generator object " + utf8(as_str(g->qualname.load())) + " at " + buffer + ">");
}
Value native_name(VmThread&, const Args& args) { return self_of(args)->name.load(); }
Value native_qualname(VmThread&, const Args& args) { return self_of(args)->qualname.load(); }
Value native_running(VmThread&, const Args& args) {
  return boolean(self_of(args)->state.load() == GeneratorState::Running);
}

constexpr NativeDef kGenerator[] = {
    {"__iter__", native_iter_self, 1, 1},
    {"__next__", native_next, 1, 1},
    {"send", native_send, 2, 2},
    {"throw", native_throw, 2, 4},
    {"close", native_close, 1, 1},
    {"__repr__", native_repr, 1, 1},
    {"__name__", native_name, 1, 1, kGetter},
    {"__qualname__", native_qualname, 1, 1, kGetter},
    {"gi_running", native_running, 1, 1, kGetter},
};

}  // namespace

void generator_enter(VmThread& t, Generator* g) {
  g->outer = t.handled;
  g->handles = g->handled != none();
  if (g->handles) t.handled = g->handled;
}

void generator_leave(VmThread& t, Generator* g) {
  g->handled = g->handles ? t.handled : none();
  t.handled = g->outer;
  g->outer = Value();
}

Value generator_send(VmThread& t, Generator* g, Value v) { return resume(t, g, v, false); }
Value generator_throw(VmThread& t, Generator* g, Value exception) {
  return resume(t, g, exception, true);
}

void init_generator(VmThread& t) { add_methods(t, t.vm.types.generator, kGenerator); }

}  // namespace interleave::vm
