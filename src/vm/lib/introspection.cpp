// Looking at a running program: sys._getframe, dir, what traceback.py and gc.py need of the
// machine, and the ends of programs.
#include <cstdio>

#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/frames.h"
#include "vm/generator.h"
#include "vm/heap.h"
#include "vm/host.h"
#include "vm/identity.h"
#include "vm/last_acts.h"
#include "vm/lib/builtins.h"
#include "vm/lib/core_types.h"
#include "vm/lib/threads.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

// --- Frames: where a thread was when it was asked
// ------------------------------------------------------------------------------------------------

std::string address(const Object* o) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "0x%llx", static_cast<unsigned long long>(identity_of(o)));
  return buffer;
}

struct FrameObject : Object {
  ExecCode* code = nullptr;
  FrameObject* back = nullptr;
  Value names;  // its variables, as they were; empty: not known
  int line = 0;
};

void trace_frame(Object* o, Marker& m) {
  m.mark(static_cast<FrameObject*>(o)->back);
  m.mark(static_cast<FrameObject*>(o)->names);
}

FrameObject* frame_at(const Args& args) { return static_cast<FrameObject*>(args[0].object()); }

FrameObject* new_frame(VmThread& t, ExecCode* code, int line) {
  auto* frame = t.make<FrameObject>(t.vm.types.frame);
  frame->code = code;
  frame->line = line;
  return frame;
}

/// _getframe(depth=0)
Value get_frame(VmThread& t, const Args& args) {
  std::int64_t skip = 0;
  if (args.n > 0 && !read_index(t, args[0], &skip)) return Value();
  int kept_locals = 2;  // of functions: a copy of all on the stack would cost too much
  FrameObject* first = nullptr;
  FrameObject* last = nullptr;
  for (auto it = t.frames.rbegin(); it != t.frames.rend(); ++it) {
    if (it->code->hidden) continue;
    if (skip-- > 0) continue;
    FrameObject* frame = new_frame(t, it->code, line_of(*it));
    if (it->names != nullptr || kept_locals-- > 0) frame->names = frame_locals(t, *it);
    (last == nullptr ? first : last->back) = frame;
    last = frame;
  }
  if (first == nullptr) return raise_value_error(t, "call stack is not deep enough");
  return first;
}

Value frame_code(VmThread& t, const Args& args) { return code_object(t, frame_at(args)->code); }
Value frame_back(VmThread&, const Args& args) {
  FrameObject* back = frame_at(args)->back;
  return back != nullptr ? Value(back) : none();
}
Value frame_line(VmThread&, const Args& args) { return Value::small_int(frame_at(args)->line); }
Value frame_globals(VmThread&, const Args& args) { return frame_at(args)->code->globals; }
Value frame_builtins(VmThread& t, const Args&) { return t.vm.builtins; }
Value frame_names(VmThread& t, const Args& args) {
  const Value names = frame_at(args)->names;
  if (!names.empty()) return names;
  return raise(t, t.vm.types.NotImplementedError,
               "f_locals of a function's frame further out is not supported here");
}
Value frame_none(VmThread&, const Args&) { return none(); }
Value frame_repr(VmThread& t, const Args& args) {
  const FrameObject* frame = frame_at(args);
  const lang::Code& code = *frame->code->code;
  return str_new(t, "<frame at " + address(args[0].object()) + ", file '" + code.filename +
                        "', line " + std::to_string(frame->line) + ", code " + code.name + ">");
}

constexpr NativeDef kFrame[] = {
    {"f_code", frame_code, 1, 1, kGetter},
    {"f_back", frame_back, 1, 1, kGetter},
    {"f_lineno", frame_line, 1, 1, kGetter},
    {"f_globals", frame_globals, 1, 1, kGetter},
    {"f_builtins", frame_builtins, 1, 1, kGetter},
    {"f_locals", frame_names, 1, 1, kGetter},
    {"f_trace", frame_none, 1, 1, kGetter},
    {"clear", frame_none, 1, 1},
    {"__repr__", frame_repr, 1, 1},
};

// --- Generators
// ------------------------------------------------------------------------------------------------

const Generator* generator_at(const Args& args) {
  return static_cast<const Generator*>(args[0].object());
}
Value generator_code(VmThread& t, const Args& args) {
  return code_object(t, generator_at(args)->code);
}
/// A snapshot, without variables; None after the end.
Value generator_frame(VmThread& t, const Args& args) {
  const Generator* g = generator_at(args);
  if (g->state.load() == GeneratorState::Finished) return none();
  Frame frame;
  frame.code = g->code;
  frame.pc = g->pc;
  return new_frame(
      t, g->code,
      g->state.load() != GeneratorState::Created ? line_of(frame) : g->code->code->first_line);
}
Value generator_yield_from(VmThread&, const Args& args) {
  return generator_delegate(generator_at(args));
}
Value generator_started(VmThread&, const Args& args) {
  return boolean(generator_at(args)->state.load() != GeneratorState::Created);
}
constexpr NativeDef kGenerator[] = {
    {"_gi_started", generator_started, 1, 1, kGetter},
    {"gi_code", generator_code, 1, 1, kGetter},
    {"gi_frame", generator_frame, 1, 1, kGetter},
    {"gi_yieldfrom", generator_yield_from, 1, 1, kGetter},
};

// --- Tracebacks
// ------------------------------------------------------------------------------------------------

const Traceback* traceback_at(const Args& args) {
  return static_cast<const Traceback*>(args[0].object());
}

Value traceback_frame(VmThread& t, const Args& args) {
  const Traceback* tb = traceback_at(args);
  return new_frame(t, tb->code, tb->code->code->positions[tb->instruction].line);
}
Value traceback_instruction(VmThread&, const Args& args) {
  return Value::small_int(2 * std::int64_t{traceback_at(args)->instruction});
}
constexpr NativeDef kTraceback[] = {
    {"tb_frame", traceback_frame, 1, 1, kGetter},
    {"tb_lasti", traceback_instruction, 1, 1, kGetter},
};

bool is_traceback(Value v) { return v.is_object() && kind_of(v) == Kind::Traceback; }

/// entry(traceback): its place as it is printed, with source line and carets.
Value il_entry(VmThread& t, const Args& args) {
  if (!is_traceback(args[0])) return raise_type_error(t, "entry() takes a traceback");
  return str_new(t, format_entry(t.vm, traceback_at(args)));
}

/// source_line(filename, line): without indentation and end.
Value il_source_line(VmThread& t, const Args& args) {
  std::int64_t line = 0;
  if (!is_str(args[0]) || !read_index(t, args[1], &line)) return str_empty(t);
  return str_new(t, source_line(t.vm, utf8(as_str(args[0])), static_cast<int>(line)));
}

/// source_lines(filename): the program's lines with their ends; of anything else none.
Value il_source_lines(VmThread& t, const Args& args) {
  List* lines = list_new(t, 0);
  if (is_str(args[0]) && utf8(as_str(args[0])) == t.vm.script_name) {
    for (const auto& line : t.vm.script_lines) {
      list_append(t, lines, str_new(t, std::string(line) + "\n"));
    }
  }
  return lines;
}

/// sys.excepthook(class, exception, traceback)
Value except_hook(VmThread& t, const Args& args) {
  if (kind_of(args[1]) != Kind::Exception) return none();
  return pending_call(t, prelude_function(t, "report_uncaught"), {args[1], none()});
}

// --- The heap, the machine, the end
// ------------------------------------------------------------------------------------------------

void collect(void* heap) { static_cast<Heap*>(heap)->collect(); }

/// collect(): at once. Nothing here is held but what the thread's registers hold.
Value il_collect(VmThread& t, const Args&) {
  t.vm.host.with_world_stopped(t.id, collect, &t.heap());
  return none();
}
Value il_collections(VmThread& t, const Args&) {
  return Value::small_int(t.heap().stats().collections);
}

/// at_shutdown(phase, function)
Value il_at_shutdown(VmThread&, const Args& args) {
  set_shutdown_function(args[0] == Value::small_int(0) ? 0 : 1, args[1]);
  return none();
}

/// dir(), dir(object)
Value builtin_dir(VmThread& t, const Args& args) {
  if (args.n == 1) return pending_call(t, prelude_function(t, "dir_of"), {args[0]});
  const Value locals = dict_get_str(t.vm.builtins, t.vm.intern("locals"));
  return pending_call(t, locals, {},
                      {[](VmThread& th, Value names, Value) {
                         return pending_call(
                             th, dict_get_str(th.vm.builtins, th.vm.intern("sorted")), {names});
                       },
                       none(), false});
}

constexpr NativeDef kPrivate[] = {
    {"entry", il_entry, 1, 1},
    {"source_line", il_source_line, 2, 2},
    {"source_lines", il_source_lines, 1, 1},
    {"collect", il_collect, 0, 0},
    {"collections", il_collections, 0, 0},
    {"at_shutdown", il_at_shutdown, 2, 2},
};
constexpr NativeDef kSys[] = {
    {"_getframe", get_frame, 0, 1},
    {"excepthook", except_hook, 3, 3},
    {"__excepthook__", except_hook, 3, 3},
};
constexpr NativeDef kBuiltins[] = {{"dir", builtin_dir, 0, 1}};

}  // namespace

void init_introspection(VmThread& t) {
  forget_last_acts();
  Type* frame = t.vm.types.frame;
  frame->size = sizeof(FrameObject);
  frame->trace = trace_frame;
  add_methods(t, frame, kFrame);
  add_methods(t, t.vm.types.traceback, kTraceback);
  add_methods(t, t.vm.types.generator, kGenerator);
  add_functions(t, module_named(t, "_runtime"), kPrivate);
  Module* sys = module_named(t, "sys");
  add_functions(t, sys, kSys);
  module_set(t, sys, "__excepthook__", dict_get_str(sys->dict, t.vm.names.excepthook));
  add_functions(t, module_named(t, "builtins"), kBuiltins);
}

}  // namespace interleave::vm
