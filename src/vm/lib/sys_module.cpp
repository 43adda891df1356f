// The module `sys`, the standard streams, and writing to them.
#include <cinttypes>
#include <cstdio>
#include <string>

#include "base/limits.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/lib/threads.h"
#include "vm/list.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/sync.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

// The Python whose behaviour the machine has.
constexpr int kMajor = 3;
constexpr int kMinor = 11;
constexpr int kMicro = 0;

// --- Streams
// ----------------------------------------------------------------------------------------------

/// What one write needs while no lock is held: immutable, and rooted through Pending::state.
struct WriteJob : Object {
  Host* host = nullptr;
  Str* text = nullptr;
  Value result;
  bool error = false;
};

void trace_write_job(Object* o, Marker& m) {
  m.mark(static_cast<WriteJob*>(o)->text);
  m.mark(static_cast<WriteJob*>(o)->result);
}

void do_write(void* context) {
  const auto* job = static_cast<const WriteJob*>(context);
  std::string storage;
  job->host->write(job->error, utf8_view(job->text, &storage));
}

Value written(VmThread&, Value state) { return static_cast<WriteJob*>(state.object())->result; }

/// sys.stdout, sys.stderr.
struct Stream : Object {
  bool error = false;
};

Stream* stream(const Args& args) { return static_cast<Stream*>(args[0].object()); }

Value stream_write(VmThread& t, const Args& args) {
  if (!is_str(args[1])) {
    return raise_type_error(t, "write() argument must be str, not %s",
                            type_name(t.vm, args[1]).c_str());
  }
  Str* text = as_str(args[1]);
  return write_text(t, stream(args)->error, text, Value::small_int(text->length));
}

/// All lines in one write, as CPython's buffer makes it.
Value stream_writelines(VmThread& t, const Args& args) {
  const Value lines = list_from_native(t, args[1]);
  if (lines.empty()) return Value();
  if (kind_of(lines) != Kind::List)
    return raise_type_error(t, "writelines() needs a list or tuple");
  StrBuilder text;
  for (Value line : list_snapshot(static_cast<List*>(lines.object()))) {
    if (!is_str(line)) {
      return raise_type_error(t, "write() argument must be str, not %s",
                              type_name(t.vm, line).c_str());
    }
    text.add(as_str(line));
  }
  const Value all = text.finish(t);
  return all.empty() ? Value() : write_text(t, stream(args)->error, as_str(all), none());
}

Value stream_flush(VmThread&, const Args&) { return none(); }
Value stream_false(VmThread&, const Args&) { return boolean(false); }
Value stream_true(VmThread&, const Args&) { return boolean(true); }
Value stream_fileno(VmThread&, const Args& args) {
  return Value::small_int(stream(args)->error ? 2 : 1);
}
Value stream_name(VmThread& t, const Args& args) {
  return t.vm.intern(stream(args)->error ? "<stderr>" : "<stdout>");
}
Value stream_mode(VmThread& t, const Args&) { return t.vm.intern("w"); }
Value stream_encoding(VmThread& t, const Args&) { return t.vm.intern("utf-8"); }
Value stream_errors(VmThread& t, const Args& args) {
  return t.vm.intern(stream(args)->error ? "backslashreplace" : "strict");
}
Value stream_repr(VmThread& t, const Args& args) {
  return str_new(t, stream(args)->error
                        ? "<_io.TextIOWrapper name='<stderr>' mode='w' encoding='utf-8'>"
                        : "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>");
}

constexpr NativeDef kStream[] = {
    {"write", stream_write, 2, 2},
    {"writelines", stream_writelines, 2, 2},
    {"flush", stream_flush, 1, 1},
    {"isatty", stream_false, 1, 1},
    {"readable", stream_false, 1, 1},
    {"writable", stream_true, 1, 1},
    {"seekable", stream_false, 1, 1},
    {"fileno", stream_fileno, 1, 1},
    {"closed", stream_false, 1, 1, kGetter},
    {"line_buffering", stream_true, 1, 1, kGetter},
    {"name", stream_name, 1, 1, kGetter},
    {"mode", stream_mode, 1, 1, kGetter},
    {"encoding", stream_encoding, 1, 1, kGetter},
    {"errors", stream_errors, 1, 1, kGetter},
    {"__repr__", stream_repr, 1, 1},
};

// --- Functions
// ----------------------------------------------------------------------------------------------

Value sys_exit(VmThread& t, const Args& args) {
  const bool none_given = args.n == 0 || args[0] == none();
  Exception* exit = none_given ? new_exception(t, t.vm.types.SystemExit, {})
                               : new_exception(t, t.vm.types.SystemExit, {args[0]});
  // raise SystemExit, (1, 2)
  if (args.n != 0 && kind_of(args[0]) == Kind::Tuple) exit->args.store(args[0]);
  exit->value.store(args.get(0, none()));
  return raise_object(t, exit);
}

Value get_switch_interval(VmThread& t, const Args&) {
  // CPython keeps whole microseconds.
  return Value::from_double(1e-6 * static_cast<double>(static_cast<std::int64_t>(
                                       t.vm.host.switch_interval() * 1e6 + 0.5)));
}

Value set_switch_interval(VmThread& t, const Args& args) {
  if (!is_number(args[0])) {
    return raise_type_error(t, "must be real number, not %s", type_name(t.vm, args[0]).c_str());
  }
  double seconds = 0;
  if (!to_double_checked(t, args[0], &seconds)) return Value();
  if (!(seconds > 0)) return raise_value_error(t, "switch interval must be strictly positive");
  t.vm.host.set_switch_interval(seconds);
  return none();
}

Value is_gil_enabled(VmThread& t, const Args&) { return boolean(t.vm.host.gil_enabled()); }

Value get_recursion_limit(VmThread& t, const Args&) { return Value::small_int(t.recursion_limit); }

Value set_recursion_limit(VmThread& t, const Args& args) {
  std::int64_t wanted = 0;
  if (!read_index(t, args[0], &wanted)) return Value();
  if (wanted < 1) {
    return raise_value_error(t, "recursion limit must be greater or equal than 1");
  }
  if (static_cast<std::size_t>(wanted) <= t.frames.size()) {
    return raisef(t, t.vm.types.RecursionError,
                  "cannot set the recursion limit to %" PRId64
                  " at the recursion depth %zu: the limit is too low",
                  wanted, t.frames.size());
  }
  const auto limit =
      static_cast<std::uint32_t>(wanted < limits::kRecursionMax ? wanted : limits::kRecursionMax);
  // CPython's holds for every thread at once; here for this one and those it starts.
  t.recursion_limit = limit;
  return none();
}

Value sys_intern(VmThread& t, const Args& args) {
  if (!is_str(args[0])) {
    return raise_type_error(t, "intern() argument must be str, not %s",
                            type_name(t.vm, args[0]).c_str());
  }
  return t.vm.intern(as_str(args[0]));
}

Value handled(VmThread& t) {
  return t.handled.is_object() && kind_of(t.handled) == Kind::Exception ? t.handled : none();
}

Value sys_exception(VmThread& t, const Args&) { return handled(t); }

Value exc_info(VmThread& t, const Args&) {
  const Value exception = handled(t);
  if (exception == none()) return tuple_of(t, {none(), none(), none()});
  const Value traceback = static_cast<Exception*>(exception.object())->traceback.load();
  return tuple_of(t,
                  {class_of(t.vm, exception), exception, traceback.empty() ? none() : traceback});
}

Value get_size_of(VmThread& t, const Args& args) {
  if (!args[0].is_object()) return Value::small_int(28);
  const Type* type = class_of(t.vm, args[0]);
  return Value::small_int(static_cast<std::int64_t>(type->size != 0 ? type->size : sizeof(Object)));
}

constexpr int kFewestDigits = 640;  // CPython's lowest limit

Value get_int_digits(VmThread&, const Args&) { return Value::small_int(g_int_digits.load()); }

Value set_int_digits(VmThread& t, const Args& args) {
  std::int64_t wanted = 0;
  if (!read_index(t, args[0], &wanted)) return Value();
  if (wanted != 0 && wanted < kFewestDigits) {
    return raise_value_error(t, "maxdigits must be 0 or larger than %d", kFewestDigits);
  }
  g_int_digits.store(static_cast<int>(wanted < INT32_MAX ? wanted : INT32_MAX));
  return none();
}

constexpr NativeDef kFunctions[] = {
    {"exit", sys_exit, 0, 1},
    {"getswitchinterval", get_switch_interval, 0, 0},
    {"setswitchinterval", set_switch_interval, 1, 1},
    {"_is_gil_enabled", is_gil_enabled, 0, 0},
    {"getrecursionlimit", get_recursion_limit, 0, 0},
    {"setrecursionlimit", set_recursion_limit, 1, 1},
    {"intern", sys_intern, 1, 1},
    {"exception", sys_exception, 0, 0},
    {"exc_info", exc_info, 0, 0},
    {"getsizeof", get_size_of, 1, 2},
    {"get_int_max_str_digits", get_int_digits, 0, 0},
    {"set_int_max_str_digits", set_int_digits, 1, 1},
};

// --- version_info
// ---------------------------------------------------------------------------------------------

template <int index>
Value field(VmThread&, const Args& args) {
  return static_cast<const Tuple*>(args[0].object())->items()[index];
}

Value version_repr(VmThread& t, const Args&) {
  char text[128];
  std::snprintf(text, sizeof text,
                "sys.version_info(major=%d, minor=%d, micro=%d, releaselevel='final', serial=0)",
                kMajor, kMinor, kMicro);
  return str_new(t, text);
}

constexpr NativeDef kVersionInfo[] = {
    {"major", field<0>, 1, 1, kGetter},  {"minor", field<1>, 1, 1, kGetter},
    {"micro", field<2>, 1, 1, kGetter},  {"releaselevel", field<3>, 1, 1, kGetter},
    {"serial", field<4>, 1, 1, kGetter}, {"__repr__", version_repr, 1, 1},
};

Value version_info(VmThread& t) {
  TypeSpec spec{.name = "version_info", .kind = Kind::Tuple, .size = 0};
  spec.trace = t.vm.types.tuple->trace;
  spec.base = t.vm.types.tuple;
  spec.can_subclass = spec.instantiable = false;
  spec.module = "sys";
  Type* type = make_type(t, spec);
  add_methods(t, type, kVersionInfo);
  auto* result = t.make<Tuple>(type, 5 * sizeof(Value));
  result->size = 5;
  result->items()[0] = Value::small_int(kMajor);
  result->items()[1] = Value::small_int(kMinor);
  result->items()[2] = Value::small_int(kMicro);
  result->items()[3] = t.vm.intern("final");
  result->items()[4] = Value::small_int(0);
  return result;
}

void add_streams(VmThread& t, Module* module) {
  TypeSpec spec{.name = "TextIOWrapper", .kind = Kind::NativeData, .size = sizeof(Stream)};
  spec.can_subclass = spec.instantiable = false;
  spec.module = "_io";
  Type* type = make_type(t, spec);
  add_methods(t, type, kStream);
  for (const bool error : {false, true}) {
    auto* s = t.make<Stream>(type);
    s->error = error;
    module_set(t, module, error ? "stderr" : "stdout", s);
    module_set(t, module, error ? "__stderr__" : "__stdout__", s);
  }
  module_set(t, module, "stdin", none());
  module_set(t, module, "__stdin__", none());
}

}  // namespace

Value write_text(VmThread& t, bool error, Str* text, Value result) {
  auto* job = t.make<WriteJob>(hidden_type(t, "write_job"));
  job->host = &t.vm.host;
  job->text = text;
  job->result = result;
  job->error = error;
  return pending_native(t, "write", do_write, job, written, job, true);
}

void set_script_argument(VmThread& t, std::string_view script) {
  const Value module = dict_get_str(t.vm.modules, t.vm.intern("sys"));
  const Value name = str_new(t, script);
  module_set(t, static_cast<Module*>(module.object()), "argv", list_from(t, &name, 1));
}

void init_sys_module(VmThread& t) {
  TypeSpec spec{.name = "write_job", .kind = Kind::Internal, .size = sizeof(WriteJob)};
  spec.trace = trace_write_job;
  spec.can_subclass = spec.instantiable = false;
  hide_type(t, "write_job", make_type(t, spec));

  g_int_digits.store(limits::kIntStrDigits);
  Module* module = make_module(t, "sys");
  add_functions(t, module, kFunctions);
  add_streams(t, module);
  module_set(t, module, "version_info", version_info(t));
  char version[64];
  std::snprintf(version, sizeof version, "%d.%d.%d (Interleave)", kMajor, kMinor, kMicro);
  module_set(t, module, "version", str_new(t, version));
  module_set(t, module, "hexversion",
             Value::small_int(kMajor << 24 | kMinor << 16 | kMicro << 8 | 0xF0));
  module_set(t, module, "platform", t.vm.intern("interleave"));
  module_set(t, module, "byteorder", t.vm.intern("little"));
  module_set(t, module, "executable", str_empty(t));
  module_set(t, module, "maxsize", int_value(t, INT64_MAX));
  module_set(t, module, "maxunicode", Value::small_int(0x10FFFF));
  module_set(t, module, "modules", t.vm.modules);
  module_set(t, module, "path", list_new(t, 0));
  module_set(t, module, "argv", list_new(t, 0));
}

}  // namespace interleave::vm
