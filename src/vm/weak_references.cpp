#include "vm/weak_references.h"

#include <vector>

#include "base/mutex.h"
#include "vm/attributes.h"
#include "vm/errors.h"
#include "vm/heap.h"
#include "vm/lib/builtins.h"
#include "vm/list.h"
#include "vm/trace_objects.h"
#include "vm/type.h"

namespace interleave::vm {

std::atomic<bool> g_clean_frames{false};

namespace {

/// All of the one Vm there is.
struct Registry {
  Mutex mutex;
  std::vector<WeakReference*> all IL_GUARDED_BY(mutex);
  std::vector<WeakReference*> dead IL_GUARDED_BY(mutex);  // whose callbacks have not run
  std::atomic<bool> any_dead{false};
};
Registry g_registry;

bool lives(const Object* o, std::uint8_t colour) {
  return o->mark == colour || (o->flags & kImmortal) != 0;
}

}  // namespace

void clear_dead_weak_references(std::uint8_t colour) {
  MutexLock lock(g_registry.mutex);
  auto& all = g_registry.all;
  std::size_t kept = 0;
  for (WeakReference* reference : all) {
    if (!lives(reference, colour)) continue;
    const Value target = reference->target.load();
    if (target.is_object() && lives(target.object(), colour)) {
      all[kept++] = reference;
      continue;
    }
    reference->target.store(Value());
    if (reference->callback.load() != none()) g_registry.dead.push_back(reference);
  }
  all.resize(kept);
  g_registry.any_dead.store(!g_registry.dead.empty(), std::memory_order_relaxed);
}

void trace_weak_references(Marker& marker) {
  MutexLock lock(g_registry.mutex);
  for (WeakReference* reference : g_registry.dead) marker.mark(reference);
}

void forget_weak_references() {
  g_clean_frames.store(false, std::memory_order_relaxed);
  MutexLock lock(g_registry.mutex);
  g_registry.all.clear();
  g_registry.dead.clear();
  g_registry.any_dead.store(false, std::memory_order_relaxed);
}

namespace {

WeakReference* self_of(const Args& args) { return static_cast<WeakReference*>(args[0].object()); }

void trace_reference(Object* o, Marker& m) { m.mark(static_cast<WeakReference*>(o)->callback); }

/// As CPython: instances of classes, functions, classes, sets and the like, but no numbers, texts
/// and containers of the language itself.
bool can_be_referred_to(const Vm& vm, Value v) {
  if (!v.is_object()) return false;
  const bool subclass = class_of(vm, v)->is_python;
  switch (kind_of(v)) {
    case Kind::None:
    case Kind::Bool:
    case Kind::NotImplemented:
    case Kind::Ellipsis:
    case Kind::Int:
    case Kind::Bytes:
    case Kind::Tuple:
    case Kind::Range:
    case Kind::Slice:
    case Kind::Cell:
    case Kind::Property:
    case Kind::Super:
    case Kind::Traceback:
    case Kind::Iterator: return false;
    case Kind::Float:
    case Kind::Complex:
    case Kind::Str:
    case Kind::ByteArray:
    case Kind::List:
    case Kind::Dict: return subclass;
    case Kind::Exception: return subclass;
    default: return true;
  }
}

/// (class, object, callback or None)
Value reference_new(VmThread& t, const Args& args) {
  if (!can_be_referred_to(t.vm, args[1])) {
    return raise_type_error(t, "cannot create weak reference to '%s' object",
                            type_name(t.vm, args[1]).c_str());
  }
  auto* reference =
      static_cast<WeakReference*>(new_instance(t, static_cast<Type*>(args[0].object())));
  reference->target.store(args[1]);
  reference->callback.store(args.get(2, none()));
  g_clean_frames.store(true, std::memory_order_relaxed);
  MutexLock lock(g_registry.mutex);
  g_registry.all.push_back(reference);
  return reference;
}

Value reference_call(VmThread&, const Args& args) {
  const Value target = self_of(args)->target.load();
  return target.empty() ? none() : target;
}

Value reference_callback(VmThread&, const Args& args) {
  WeakReference* reference = self_of(args);
  return reference->target.load().empty() ? none() : reference->callback.load();
}

/// The callback of a dead reference that is to be run: the library's own business.
Value reference_owed(VmThread&, const Args& args) { return self_of(args)->callback.load(); }

Value nothing(VmThread&, const Args&) { return none(); }

/// take_dead(): dead references whose callbacks the caller is now to run.
Value take_dead(VmThread& t, const Args&) {
  std::vector<Value> dead;
  if (g_registry.any_dead.load(std::memory_order_relaxed)) {
    MutexLock lock(g_registry.mutex);
    dead.assign(g_registry.dead.begin(), g_registry.dead.end());
    g_registry.dead.clear();
    g_registry.any_dead.store(false, std::memory_order_relaxed);
  }
  return list_from(t, dead.data(), dead.size());
}

constexpr NativeDef kReference[] = {
    {"__new__", reference_new, 2, 3},   {"__init__", nothing, 2, 3},
    {"__call__", reference_call, 1, 1}, {"__callback__", reference_callback, 1, 1, kGetter},
    {"_owed", reference_owed, 1, 1},
};
constexpr NativeDef kFunctions[] = {{"take_dead", take_dead, 0, 0}};

}  // namespace

void init_weak_references(VmThread& t) {
  forget_weak_references();
  TypeSpec spec{.name = "Reference", .kind = Kind::NativeData, .size = sizeof(WeakReference)};
  spec.trace = trace_reference;
  spec.module = "_weakref";
  Type* type = make_type(t, spec);
  add_methods(t, type, kReference);
  Module* module = module_named(t, "_weakref");
  module_set(t, module, "Reference", type);
  add_functions(t, module, kFunctions);
}

}  // namespace interleave::vm
