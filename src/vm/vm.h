// The virtual machine of one run: its heap, its built-in classes, its modules and its threads.
//
// Deliberately without a clock, without waiting and without knowledge of who drives it (see
// host.h). One Vm exists at a time in a process, because None, True and False have fixed addresses.
// Made and destroyed by the session's controlling thread; in between used by the threads that run
// Python code.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/mutex.h"
#include "lang/code.h"
#include "trace/recorder.h"
#include "vm/exec_code.h"
#include "vm/heap.h"
#include "vm/host.h"
#include "vm/object.h"
#include "vm/thread.h"

namespace interleave::vm {

/// Built-in exception classes: EXCEPTION(Name, Base). Order: bases first.
// clang-format off
#define INTERLEAVE_EXCEPTIONS(EXCEPTION)                                                          \
  EXCEPTION(Exception, BaseException) EXCEPTION(SystemExit, BaseException)                        \
  EXCEPTION(KeyboardInterrupt, BaseException) EXCEPTION(GeneratorExit, BaseException)             \
  EXCEPTION(BaseExceptionGroup, BaseException)                                                    \
  EXCEPTION(ArithmeticError, Exception) EXCEPTION(OverflowError, ArithmeticError)                 \
  EXCEPTION(ZeroDivisionError, ArithmeticError) EXCEPTION(FloatingPointError, ArithmeticError)    \
  EXCEPTION(AssertionError, Exception) EXCEPTION(AttributeError, Exception)                       \
  EXCEPTION(BufferError, Exception) EXCEPTION(EOFError, Exception)                                \
  EXCEPTION(ImportError, Exception) EXCEPTION(ModuleNotFoundError, ImportError)                   \
  EXCEPTION(LookupError, Exception) EXCEPTION(IndexError, LookupError)                            \
  EXCEPTION(KeyError, LookupError) EXCEPTION(MemoryError, Exception)                              \
  EXCEPTION(NameError, Exception) EXCEPTION(UnboundLocalError, NameError)                         \
  EXCEPTION(OSError, Exception) EXCEPTION(BlockingIOError, OSError)                               \
  EXCEPTION(FileExistsError, OSError) EXCEPTION(FileNotFoundError, OSError)                       \
  EXCEPTION(PermissionError, OSError) EXCEPTION(TimeoutError, OSError)                            \
  EXCEPTION(ConnectionError, OSError) EXCEPTION(ConnectionRefusedError, ConnectionError)          \
  EXCEPTION(ConnectionResetError, ConnectionError) EXCEPTION(BrokenPipeError, ConnectionError)    \
  EXCEPTION(InterruptedError, OSError) EXCEPTION(IsADirectoryError, OSError)                      \
  EXCEPTION(NotADirectoryError, OSError) EXCEPTION(ProcessLookupError, OSError)                   \
  EXCEPTION(ChildProcessError, OSError)                                                           \
  EXCEPTION(ReferenceError, Exception) EXCEPTION(RuntimeError, Exception)                         \
  EXCEPTION(NotImplementedError, RuntimeError) EXCEPTION(RecursionError, RuntimeError)            \
  EXCEPTION(StopIteration, Exception) EXCEPTION(StopAsyncIteration, Exception)                    \
  EXCEPTION(SyntaxError, Exception) EXCEPTION(IndentationError, SyntaxError)                      \
  EXCEPTION(TabError, IndentationError) EXCEPTION(SystemError, Exception)                         \
  EXCEPTION(TypeError, Exception) EXCEPTION(ValueError, Exception)                                \
  EXCEPTION(UnicodeError, ValueError) EXCEPTION(UnicodeDecodeError, UnicodeError)                 \
  EXCEPTION(UnicodeEncodeError, UnicodeError) EXCEPTION(UnicodeTranslateError, UnicodeError)      \
  EXCEPTION(Warning, Exception) EXCEPTION(DeprecationWarning, Warning)                            \
  EXCEPTION(PendingDeprecationWarning, Warning) EXCEPTION(RuntimeWarning, Warning)                \
  EXCEPTION(SyntaxWarning, Warning) EXCEPTION(UserWarning, Warning)                               \
  EXCEPTION(FutureWarning, Warning) EXCEPTION(ImportWarning, Warning)                             \
  EXCEPTION(UnicodeWarning, Warning) EXCEPTION(BytesWarning, Warning)                             \
  EXCEPTION(ResourceWarning, Warning) EXCEPTION(EncodingWarning, Warning)
// clang-format on

/// The built-in classes of this run.
struct Types {
  Type *object, *type, *none, *boolean, *not_implemented, *ellipsis;
  Type *integer, *floating, *complex, *str, *bytes, *bytearray;
  Type *tuple, *list, *dict, *set, *frozenset, *range, *slice;
  Type *function, *native, *method, *property, *staticmethod, *classmethod, *cell, *module, *code;
  Type *super, *generator, *traceback, *frame, *member;
  // Internal storage, never visible to Python.
  Type *slot_array, *dict_table, *set_table, *str_buffer, *wait_queue, *internal, *inline_cache;
  // BaseException and the classes of INTERLEAVE_EXCEPTIONS.
  Type* BaseException;
#define EXCEPTION(name, base) Type* name;
  INTERLEAVE_EXCEPTIONS(EXCEPTION)
#undef EXCEPTION
};

/// None, True, False, NotImplemented, Ellipsis: the only ones, at fixed addresses.
extern Singleton g_none, g_true, g_false, g_not_implemented, g_ellipsis;
inline Value none() { return &g_none; }
inline Value boolean(bool b) { return b ? &g_true : &g_false; }
inline Value not_implemented() { return &g_not_implemented; }

/// Names the machine itself looks up, interned: NAME(member, "text").
// clang-format off
#define INTERLEAVE_NAMES(NAME)                                                                    \
  NAME(dict, "__dict__") NAME(class_, "__class__") NAME(name, "__name__")                         \
  NAME(qualname, "__qualname__") NAME(module, "__module__") NAME(doc, "__doc__")                  \
  NAME(annotations, "__annotations__") NAME(classcell, "__classcell__")                           \
  NAME(set_name, "__set_name__") NAME(init_subclass, "__init_subclass__")                         \
  NAME(class_getitem, "__class_getitem__") NAME(mro_entries, "__mro_entries__")                   \
  NAME(prepare, "__prepare__") NAME(slots, "__slots__") NAME(match_args, "__match_args__")        \
  NAME(all, "__all__") NAME(file, "__file__") NAME(main, "__main__") NAME(builtins, "builtins")   \
  NAME(close, "close") NAME(send, "send") NAME(throw_, "throw") NAME(keys, "keys")                \
  NAME(metaclass, "metaclass") NAME(path, "__path__") NAME(abstract, "__abstractmethods__")       \
  NAME(message, "message") NAME(value, "value") NAME(code, "code") NAME(args, "args")             \
  NAME(notes, "__notes__") NAME(weakref, "__weakref__") NAME(cause, "__cause__")                  \
  NAME(context, "__context__") NAME(traceback, "__traceback__") NAME(obj, "obj")                  \
  NAME(suppress_context, "__suppress_context__") NAME(bare_name, "name")                          \
  NAME(excepthook, "excepthook") NAME(length_hint, "__length_hint__")
// clang-format on

struct Names {
#define NAME(member, text) Str* member = nullptr;
  INTERLEAVE_NAMES(NAME)
#undef NAME
  Str* special[kSpecialCount] = {};
};

class Vm {
 public:
  Vm(Host& host, trace::Recorder* recorder);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  Host& host;
  trace::Recorder* const recorder;  // null: nothing is recorded
  Heap heap;
  Types types{};
  Names names;
  Dict* builtins = nullptr;  // namespace of the builtins module
  Dict* modules = nullptr;   // sys.modules: str → Module
  Module* main_module = nullptr;
  Dict* prelude = nullptr;        // namespace of the helpers written in Python
  Object* files = nullptr;        // the file system in memory (files.h)
  Dict* evaluated = nullptr;      // what eval() and exec() compiled last, by source text
  std::uint32_t evaluations = 0;  // compilations for them; guarded by setup_mutex
  bool check_every_op = false;    // check points of CPython <= 3.9 instead of >= 3.10
  const bool metered;             // instructions are counted: see Host::metered()
  ThreadCache shared_cache;       // of simulated threads
  bool gil = true;                // false: containers lock themselves (lock.h)
  std::string script_name = "main.py";
  std::vector<std::string> script_lines;  // for tracebacks

  /// Guards wait queues, waiters, thread states and the table of threads. Short critical sections
  /// only.
  Mutex sync_mutex;
  std::vector<std::unique_ptr<VmThread>> threads IL_GUARDED_BY(sync_mutex);  // by ThreadId
  int unfinished IL_GUARDED_BY(sync_mutex) = 0;                              // of them

  /// The thread that sets the machine up and, later, runs MainThread.
  VmThread& main_thread() { return *main_thread_; }
  VmThread* thread(ThreadId id);
  /// A new thread in the table, not started; null when there are as many as may be (Host).
  VmThread* new_thread();

  /// The one Str for a name; immortal. Any thread.
  Str* intern(std::string_view utf8);
  Str* intern(Str* s);

  /// Keeps an object alive as long as the machine.
  void add_root(Value v);
  void trace_roots(Marker& marker);
  /// Code translated for this run; owned here.
  ExecCode* adopt(std::unique_ptr<ExecCode> code);
  /// A class has got something that wins over its instances' own attributes: no instruction may go
  /// past the class any more.
  void forget_attribute_places();
  /// Compiled modules of the library, owned here.
  const lang::Code* adopt(std::unique_ptr<lang::Code> code);
  /// Serializes imports, translation and other rare one-time work when there is no GIL.
  std::recursive_mutex setup_mutex;

 private:
  void bootstrap_types(VmThread& t);
  void bootstrap_exceptions(VmThread& t);

  VmThread* main_thread_ = nullptr;
  Mutex intern_mutex_;
  std::unique_ptr<VmThread> intern_thread_ IL_GUARDED_BY(intern_mutex_);  // allocates names
  std::unordered_map<std::string, Str*> interned_ IL_GUARDED_BY(intern_mutex_);
  Mutex roots_mutex_;
  std::vector<Value> roots_ IL_GUARDED_BY(roots_mutex_);
  std::vector<std::unique_ptr<ExecCode>> codes_ IL_GUARDED_BY(roots_mutex_);
  std::vector<std::unique_ptr<lang::Code>> library_codes_ IL_GUARDED_BY(roots_mutex_);
};

}  // namespace interleave::vm
