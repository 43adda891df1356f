#include "vm/last_acts.h"

#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

constexpr int kChainLooked = 64;

/// Of the one Vm there is.
Slot g_functions[kShutdownPhases];

bool native_text(const Vm& vm, Value v) {
  const Value own = special(class_of(vm, v), Special::Str);
  return !own.is_object() || own.object()->type != vm.types.function;
}

bool plain(VmThread& t, const Exception* e) {
  if (is_subtype(e->type, t.vm.types.BaseExceptionGroup)) return false;
  if (!native_text(t.vm, const_cast<Exception*>(e))) return false;
  const Value args = e->args.load();
  if (args.empty()) return true;
  const auto* tuple = static_cast<const Tuple*>(args.object());
  for (std::uint32_t i = 0; i < tuple->size; ++i) {
    const Value v = tuple->items()[i];
    if (!v.is_object()) continue;
    const Kind kind = kind_of(v);
    const bool simple = kind == Kind::Str || kind == Kind::Bool || kind == Kind::None ||
                        kind == Kind::Int || kind == Kind::Bytes || kind == Kind::Type;
    if (!simple) return false;
  }
  return true;
}

/// sys.excepthook if the program has put its own there.
Value own_excepthook(VmThread& t) {
  const Value sys = dict_get_str(t.vm.modules, t.vm.intern("sys"));
  if (sys.empty() || kind_of(sys) != Kind::Module) return Value();
  Dict* names = static_cast<Module*>(sys.object())->dict;
  const Value hook = dict_get_str(names, t.vm.names.excepthook);
  const Value original = dict_get_str(names, t.vm.intern("__excepthook__"));
  return hook == original ? Value() : hook;
}

bool prepare_report(VmThread& t) {
  const Value hook = own_excepthook(t);
  if (hook.empty() && !report_needs_python(t, t.exception)) return false;
  const Value exception = t.exception;
  t.entry = prelude_function(t, "report_uncaught");
  t.entry_args = tuple_of(t, {exception, hook.empty() ? none() : hook});
  return true;
}

}  // namespace

bool report_needs_python(VmThread& t, Value exception) {
  Value at = exception;
  for (int i = 0; i < kChainLooked && at.is_object() && kind_of(at) == Kind::Exception; ++i) {
    const auto* e = static_cast<const Exception*>(at.object());
    if (!plain(t, e)) return true;
    const Value cause = e->cause.load();
    at = !cause.empty() && cause != none() ? cause
         : e->suppress_context             ? none()
                                           : e->context.load();
  }
  return false;
}

void set_shutdown_function(int phase, Value callable) { g_functions[phase].store(callable); }
void trace_last_acts(Marker& marker) {
  for (const Slot& s : g_functions) marker.mark(s);
}
void forget_last_acts() {
  for (Slot& s : g_functions) s.store(Value());
}

bool prepare_last_act(VmThread& t, LastAct act) {
  if (act == LastAct::Report) {
    if (!prepare_report(t)) return false;
  } else {
    const Value callable = g_functions[act == LastAct::Shutdown ? 0 : 1].load();
    if (callable.empty()) return false;
    t.entry = callable;
    t.entry_args = Value();
  }
  t.entry_kwargs = Value();
  t.exception = Value();
  t.handled = Value();
  t.reraising = false;
  t.continuations.clear();
  t.later.clear();
  t.pending.kind = Pending::Kind::None;
  return true;
}

}  // namespace interleave::vm
