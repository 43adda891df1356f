#include "vm/last_acts.h"

#include "vm/dict.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// Of the one Vm there is.
Slot g_functions[kShutdownPhases];

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
  if (hook.empty()) return false;
  const Value exception = t.exception;
  t.entry = prelude_function(t, "report_uncaught");
  t.entry_args = tuple_of(t, {exception, hook});
  return true;
}

}  // namespace

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
