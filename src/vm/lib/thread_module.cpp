// The module `_thread`: what threading.py, queue.py and programs that go below them are built on.
#include <string>

#include "base/limits.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/lib/threads.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/sync.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// The live thread an ident names; null when it has ended.
VmThread* find(Vm& vm, Value ident) IL_REQUIRES(vm.sync_mutex) {
  std::int64_t number = 0;
  if (!to_int64(ident, &number)) return nullptr;
  const ThreadId id = thread_of_ident(number);
  VmThread* t = id < vm.threads.size() ? vm.threads[id].get() : nullptr;
  return t == nullptr || t->finished ? nullptr : t;
}

/// A new entry in the table of threads; null, with RuntimeError raised, when there are enough.
VmThread* add_thread(VmThread& t) {
  bool room = false;  // the dead leave a few kilobytes each
  {
    MutexLock guard(t.vm.sync_mutex);
    room = t.vm.threads.size() < limits::kTraceThreads;
  }
  VmThread* thread = room ? t.vm.new_thread() : nullptr;
  if (thread == nullptr) raise(t, t.vm.types.RuntimeError, "can't start new thread");
  return thread;
}

/// Starts `thread` once all of it is set. Its ident, or RuntimeError.
Value launch(VmThread& t, VmThread* thread) {
  thread->recursion_limit = t.recursion_limit;
  if (t.vm.recorder != nullptr) {
    std::string name;
    {
      MutexLock guard(t.vm.sync_mutex);
      name = thread->name;
    }
    thread->ring = t.vm.recorder->add_thread(thread->id, name, thread->daemon, t.id);
  }
  if (t.ring != nullptr) {
    t.ring->record(t.vm.host.now(), trace::EventKind::Spawn, thread->id,
                   trace::pack_line(static_cast<std::uint32_t>(t.current_line())));
  }
  if (!t.vm.host.spawned(thread->id)) {
    MutexLock guard(t.vm.sync_mutex);
    thread->finished = true;
    --t.vm.unfinished;
    return raise(t, t.vm.types.RuntimeError, "can't start new thread");
  }
  return int_value(t, ident_of(thread->id));
}

/// start(thread, bootstrap, name, daemon): for threading.Thread.
Value start(VmThread& t, const Args& args) {
  VmThread* thread = add_thread(t);
  if (thread == nullptr) return Value();
  thread->thread_object = args[0];
  thread->entry = args[1];
  thread->daemon = args[3] == boolean(true);
  {
    MutexLock guard(t.vm.sync_mutex);
    thread->name = is_str(args[2]) ? utf8(as_str(args[2])) : "Thread";
  }
  return launch(t, thread);
}

Value start_new_thread(VmThread& t, const Args& args) {
  const Kind kind = kind_of(args[0]);
  const bool callable =
      kind == Kind::Function || kind == Kind::Native || kind == Kind::Type ||
      kind == Kind::BoundMethod ||
      (args[0].is_object() && !special(class_of(t.vm, args[0]), Special::Call).empty());
  if (!callable) return raise_type_error(t, "first arg must be callable");
  if (kind_of(args[1]) != Kind::Tuple) return raise_type_error(t, "2nd arg must be a tuple");
  const Value keywords = args.get(2);
  if (!keywords.empty() && kind_of(keywords) != Kind::Dict) {
    return raise_type_error(t, "optional 3rd arg must be a dictionary");
  }
  VmThread* thread = add_thread(t);
  if (thread == nullptr) return Value();
  thread->entry = thread->started_with = args[0];
  thread->entry_args = args[1];
  thread->entry_kwargs = keywords;
  thread->daemon = true;  // as in CPython, such a thread does not keep the process alive
  {
    MutexLock guard(t.vm.sync_mutex);
    thread->name = "Dummy-" + std::to_string(thread->id);
  }
  return launch(t, thread);
}

/// join(ident, timeout): True when the thread has ended.
Value join(VmThread& t, const Args& args) {
  std::int64_t ident = 0;
  if (!to_int64(args[0], &ident)) return boolean(true);
  Tick deadline = kForever;
  if (const Value timeout = args.get(1, none()); timeout != none()) {
    std::int64_t ns = 0;
    if (!timeout_from(t, timeout, &ns)) return Value();
    deadline = deadline_after(t, ns);
  }
  return join_thread(t, thread_of_ident(ident), deadline);
}

Value is_alive(VmThread& t, const Args& args) {
  MutexLock guard(t.vm.sync_mutex);
  return boolean(find(t.vm, args[0]) != nullptr);
}

/// rename(ident, name)
Value rename(VmThread& t, const Args& args) {
  if (!is_str(args[1])) return raise_type_error(t, "a thread's name must be a str");
  const std::string name = utf8(as_str(args[1]));
  MutexLock guard(t.vm.sync_mutex);
  VmThread* thread = find(t.vm, args[0]);
  if (thread == nullptr) return none();
  thread->name = name;
  if (t.vm.recorder != nullptr) t.vm.recorder->rename_thread(thread->id, name, thread->daemon);
  return none();
}

/// adopt(ident, thread): the Thread object of a thread that was not started by one.
Value adopt(VmThread& t, const Args& args) {
  MutexLock guard(t.vm.sync_mutex);
  if (VmThread* thread = find(t.vm, args[0]); thread != nullptr) thread->thread_object = args[1];
  return none();
}

Value current(VmThread& t, const Args&) {
  return t.thread_object.empty() ? none() : t.thread_object;
}

Value threads(VmThread& t, const Args&) {
  std::vector<Value> alive;
  {
    MutexLock guard(t.vm.sync_mutex);
    for (const auto& thread : t.vm.threads) {
      if (thread == nullptr || thread->thread_object.empty()) continue;
      if (thread->finished && thread->id != 0) continue;  // MainThread stays, as in CPython
      alive.push_back(thread->thread_object);
    }
  }
  return list_from(t, alive.data(), alive.size());
}

Value count(VmThread& t, const Args&) {
  MutexLock guard(t.vm.sync_mutex);
  std::int64_t alive = 0;
  for (const auto& thread : t.vm.threads) {
    alive += thread != nullptr && !thread->finished && thread->id != 0 ? 1 : 0;
  }
  return Value::small_int(alive);
}

Value get_ident(VmThread& t, const Args&) { return int_value(t, ident_of(t.id)); }
Value main_ident(VmThread& t, const Args&) { return int_value(t, ident_of(0)); }

/// A small number as the operating system gives them; no such thing exists in a browser.
constexpr std::int64_t native_id(ThreadId id) { return 1000 + std::int64_t{id}; }

Value get_native_id(VmThread& t, const Args&) { return Value::small_int(native_id(t.id)); }

Value native_id_of(VmThread&, const Args& args) {
  std::int64_t ident = 0;
  if (!to_int64(args[0], &ident)) return none();
  return Value::small_int(native_id(thread_of_ident(ident)));
}

Value monotonic(VmThread& t, const Args&) {
  return Value::from_double(static_cast<double>(t.vm.host.now()) / 1e9);
}

/// State: (heading, exception).
Value print_report(VmThread& t, Value, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  t.vm.host.write(true, utf8(as_str(s[0])) + format_exception(t, s[1]));
  return none();
}

/// report(heading, exception): heading and traceback on stderr, in one piece.
Value report(VmThread& t, const Args& args) {
  if (!is_str(args[0])) return raise_type_error(t, "report() takes a str and an exception");
  if (kind_of(args[1]) != Kind::Exception) return none();
  // Texts that only Python can make come first.
  return pending_call(t, prelude_function(t, "describe_uncaught"), {args[1]},
                      {print_report, tuple_of(t, {args[0], args[1]}), false});
}

Value exit_thread(VmThread& t, const Args&) {
  return raise_object(t, new_exception(t, t.vm.types.SystemExit, {}));
}

Value interrupt_main(VmThread& t, const Args&) {
  return raise(t, t.vm.types.RuntimeError,
               "interrupt_main() is not supported: there are no signals here");
}

/// Only remembered: Python frames do not lie on a host thread's stack. Of the one Vm there is.
std::atomic<std::int64_t> g_stack_size{0};

Value stack_size(VmThread& t, const Args& args) {
  if (args.n == 0) return Value::small_int(g_stack_size.load());
  std::int64_t bytes = 0;
  if (!read_index(t, args[0], &bytes)) return Value();
  if (bytes < 0) return raise_value_error(t, "size must be 0 or a positive value");
  if (bytes > 0 && bytes < 32768) {
    return raise_value_error(t, "size not valid: %lld bytes", static_cast<long long>(bytes));
  }
  return Value::small_int(g_stack_size.exchange(bytes));
}

/// exit_process(code): for os._exit().
Value exit_process(VmThread& t, const Args& args) {
  std::int64_t code = 0;
  if (!read_index(t, args[0], &code)) return Value();
  t.vm.host.exit_now(static_cast<int>(code & 0xFF));
  return pending_sleep(t, kForever, "exit");
}

Value cpu_count(VmThread& t, const Args&) { return Value::small_int(t.vm.host.cores()); }

constexpr NativeDef kFunctions[] = {
    {"cpu_count", cpu_count, 0, 0},
    {"start", start, 4, 4},
    {"start_new_thread", start_new_thread, 2, 3},
    {"start_new", start_new_thread, 2, 3},
    {"join", join, 1, 2},
    {"is_alive", is_alive, 1, 1},
    {"rename", rename, 2, 2},
    {"adopt", adopt, 2, 2},
    {"current", current, 0, 0},
    {"threads", threads, 0, 0},
    {"_count", count, 0, 0},
    {"get_ident", get_ident, 0, 0},
    {"main_ident", main_ident, 0, 0},
    {"get_native_id", get_native_id, 0, 0},
    {"native_id_of", native_id_of, 1, 1},
    {"monotonic", monotonic, 0, 0},
    {"report", report, 2, 2},
    {"exit", exit_thread, 0, 0},
    {"exit_thread", exit_thread, 0, 0},
    {"exit_process", exit_process, 1, 1},
    {"interrupt_main", interrupt_main, 0, 1},
    {"stack_size", stack_size, 0, 1},
};

}  // namespace

void init_thread_module(VmThread& t) {
  g_stack_size.store(0);
  Module* module = make_module(t, "_thread");
  init_sync(t, module);
  add_functions(t, module, kFunctions);
  module_set(t, module, "error", t.vm.types.RuntimeError);
  module_set(t, module, "TIMEOUT_MAX", Value::from_double(kTimeoutMax));
}

}  // namespace interleave::vm
