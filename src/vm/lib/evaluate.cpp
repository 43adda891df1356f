// eval(), exec(), compile() and input().
#include <string>

#include "base/limits.h"
#include "lang/compiler.h"
#include "vm/boot.h"
#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/import.h"
#include "vm/lib/builtins.h"
#include "vm/lib/core_types.h"
#include "vm/lib/modules.h"
#include "vm/list.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// A text to compile. `separate`: names that are stored go to a dict of their own, not to the
/// globals.
struct Text {
  Str* source = nullptr;
  std::string filename = "<string>";
  bool expression = false;
  bool separate = false;
};

void trace_code(Object* o, Marker& m) { m.mark(static_cast<CodeObject*>(o)->source); }

Value raise_syntax_error(VmThread& t, const lang::Diagnostic& d, const Text& text) {
  const Types& y = t.vm.types;
  Type* type = d.kind == lang::DiagnosticKind::SyntaxError        ? y.SyntaxError
               : d.kind == lang::DiagnosticKind::IndentationError ? y.IndentationError
                                                                  : y.TabError;
  std::string line = utf8(text.source);
  for (int i = 1; i < d.line && !line.empty(); ++i) {
    line.erase(0, std::min(line.find('\n'), line.size() - 1) + 1);
  }
  line.erase(std::min(line.find('\n'), line.size()));
  const auto number = [](std::int32_t n) { return Value::small_int(n); };
  const Value place = tuple_of(t, {str_new(t, text.filename), number(d.line), number(d.col),
                                   str_new(t, line), number(d.end_line), number(d.end_col)});
  return raise_object(t, new_exception(t, type, {str_new(t, d.message), place}));
}

/// What runs the text in `globals`; null: raised.
Function* compile_text(VmThread& t, const Text& text, Dict* globals) {
  std::string source = utf8(text.source);
  if (source.size() > limits::kSourceBytes) {
    raise(t, t.vm.types.MemoryError, "the text to compile is too long");
    return nullptr;
  }
  if (source.find('\0') != std::string::npos) {
    raise(t, t.vm.types.SyntaxError, "source code string cannot contain null bytes");
    return nullptr;
  }
  if (text.expression) source.erase(0, source.find_first_not_of(" \t"));
  lang::CompileOptions options;
  options.expression = text.expression;
  lang::CompileResult result = lang::compile_source(source, text.filename, options);
  if (result.error.has_value()) {
    raise_syntax_error(t, *result.error, text);
    return nullptr;
  }
  if (text.separate) {
    result.code->flags = (result.code->flags & ~lang::kModule) | lang::kClassBody;
  }
  return module_function(t, *t.vm.adopt(std::move(result.code)), globals, false);
}

/// As compile_text(), but remembers what was compiled last: the same text is mostly evaluated again
/// and again.
Function* function_for(VmThread& t, const Text& text, Dict* globals) {
  std::lock_guard<std::recursive_mutex> lock(t.vm.setup_mutex);
  std::string key = text.filename;
  key += text.expression ? 'e' : 'x';
  key += text.separate ? 's' : 'g';
  key += utf8(text.source);
  Str* name = str_new(t, key);
  const Value known = dict_get_str(t.vm.evaluated, name);
  if (!known.empty()) {
    auto* f = static_cast<Function*>(known.object());
    if (f->globals == globals) return f;
  } else if (t.vm.evaluations >= limits::kEvaluations) {
    raise(t, t.vm.types.MemoryError, "too many different texts for eval() and exec()");
    return nullptr;
  }
  ++t.vm.evaluations;
  Function* f = compile_text(t, text, globals);
  if (f == nullptr) return nullptr;
  constexpr std::uint32_t kRemembered = 64;
  if (dict_size(t.vm.evaluated) >= kRemembered) dict_clear(t, t.vm.evaluated);
  dict_set_str(t, t.vm.evaluated, name, f);
  return f;
}

/// str or bytes of source; null: raised.
Str* source_argument(VmThread& t, Value v, const char* function) {
  if (is_str(v)) return as_str(v);
  if (is_bytes_like(v)) return str_new(t, bytes_view(t, v));
  raise_type_error(t, "%s arg 1 must be a string, bytes or code object", function);
  return nullptr;
}

/// The namespaces the text runs in, by the arguments and the calling frame.
struct Names {
  Dict* globals = nullptr;
  Dict* locals = nullptr;  // null: the globals
};

Dict* dict_argument(VmThread& t, Value v, const char* function, const char* what) {
  if (kind_of(v) == Kind::Dict) return static_cast<Dict*>(v.object());
  raise_type_error(t, "%s() %s must be a dict, not %s", function, what, type_name(t.vm, v).c_str());
  return nullptr;
}

bool find_names(VmThread& t, const Args& args, const char* function, Names* out) {
  const Value globals = args.get(1, none());
  const Value locals = args.get(2, none());
  if (globals == none()) {
    Frame* frame = caller_frame(t);
    out->globals = frame->code->globals;
    if (frame->names != out->globals && locals == none()) {
      out->locals = static_cast<Dict*>(frame_locals(t, *frame).object());
    }
  } else {
    out->globals = dict_argument(t, globals, function, "globals");
    if (out->globals == nullptr) return false;
    dict_make_namespace(t, out->globals);
  }
  if (locals != none() && !(locals == globals)) {
    out->locals = dict_argument(t, locals, function, "locals");
    if (out->locals == nullptr) return false;
  }
  Str* builtins = t.vm.intern("__builtins__");
  if (dict_get_str(out->globals, builtins).empty()) {
    dict_set_str(t, out->globals, builtins, dict_get_str(t.vm.modules, t.vm.names.builtins));
  }
  return true;
}

Value run_text(VmThread& t, const Args& args, const char* function, bool expression) {
  Names names;
  if (!find_names(t, args, function, &names)) return Value();
  Text text;
  text.expression = expression;
  if (kind_of(args[0]) == Kind::Code) {
    const auto* code = static_cast<CodeObject*>(args[0].object());
    if (code->source == nullptr) {
      return raise_type_error(t, "%s() of a function's code is not supported here", function);
    }
    text.source = code->source;
    text.filename = code->code->code->filename;
    text.expression = code->expression;
  } else {
    text.source = source_argument(t, args[0], expression ? "eval()" : "exec()");
    if (text.source == nullptr) return Value();
  }
  text.separate = names.locals != nullptr;
  Function* f = function_for(t, text, names.globals);
  if (f == nullptr) return Value();
  if (text.separate) t.body_names = names.locals;
  return pending_call(t, f, {});
}

Value after_exec(VmThread&, Value, Value) { return none(); }

Value builtin_eval(VmThread& t, const Args& args) { return run_text(t, args, "eval", true); }
Value builtin_exec(VmThread& t, const Args& args) {
  const Value r = run_text(t, args, "exec", false);
  if (r.empty() && t.exception.empty()) return pending_then(t, {after_exec, Value(), false});
  return r;
}

Value builtin_compile(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {
      "source", "filename", "mode", "flags", "dont_inherit", "optimize", "_feature_version"};
  Value given[7];
  if (!read_arguments(t, "compile", args, kNames, 7, 3, given)) return Value();
  if (kind_of(given[0]) == Kind::Code) return given[0];
  Text text;
  text.source = source_argument(t, given[0], "compile()");
  if (text.source == nullptr) return Value();
  if (!is_str(given[1]) || !is_str(given[2])) {
    return raise_type_error(t, "compile() arguments 2 and 3 must be str");
  }
  text.filename = utf8(as_str(given[1]));
  const std::string mode = utf8(as_str(given[2]));
  if (mode == "single")
    return raise_value_error(t, "compile() mode 'single' is not supported here");
  if (mode != "eval" && mode != "exec") {
    return raise_value_error(t, "compile() mode must be 'exec', 'eval' or 'single'");
  }
  text.expression = mode == "eval";
  const Function* f = function_for(t, text, t.vm.main_module->dict);
  if (f == nullptr) return Value();
  auto* code = t.make<CodeObject>(t.vm.types.code);
  code->code = f->code;
  code->source = text.source;
  code->expression = text.expression;
  return code;
}

// --- input
// -------------------------------------------------------------------------------------------------

/// A line on its way in, read without the GIL.
struct ReadJob : Object {
  Host* host = nullptr;
  std::string* line = nullptr;
  bool good = false;
};

Type* g_read_job = nullptr;  // of the one Vm there is

void finalize_read(Object* o) { delete static_cast<ReadJob*>(o)->line; }

void do_read(void* context) {
  auto* job = static_cast<ReadJob*>(context);
  job->good = job->host->read_line(job->line);
}

Value line_read(VmThread& t, Value state) {
  auto* job = static_cast<ReadJob*>(state.object());
  return job->good ? Value(str_new(t, *job->line)) : none();
}

/// The next line of standard input, or None.
Value il_read_line(VmThread& t, const Args&) {
  auto* job = t.make<ReadJob>(g_read_job);
  job->host = &t.vm.host;
  job->line = new std::string;
  return pending_native(t, "input", do_read, job, line_read, job, true);
}

// --- addresses
// ---------------------------------------------------------------------------------------------

struct FetchJob : Object {
  struct Texts {
    std::string method, url, body;
    Fetched answer;
  };
  Host* host = nullptr;
  Texts* texts = nullptr;
};

Type* g_fetch_job = nullptr;  // of the one Vm there is

void finalize_fetch(Object* o) { delete static_cast<FetchJob*>(o)->texts; }

void do_fetch(void* context) {
  auto* job = static_cast<FetchJob*>(context);
  FetchJob::Texts& x = *job->texts;
  x.answer = job->host->fetch(x.method, x.url, x.body);
}

Value fetched(VmThread& t, Value state) {
  const Fetched& answer = static_cast<FetchJob*>(state.object())->texts->answer;
  return tuple_of(t, {Value::small_int(answer.status), str_new(t, answer.reason),
                      str_new(t, answer.headers), bytes_new(t, answer.body)});
}

/// (status, reason, headers, body) of an address; status 0: none.
Value il_fetch(VmThread& t, const Args& args) {
  if (!is_str(args[0]) || !is_str(args[1]) || !is_bytes(args[2])) {
    return raise_type_error(t, "fetch() takes two str and bytes");
  }
  auto* job = t.make<FetchJob>(g_fetch_job);
  job->host = &t.vm.host;
  job->texts = new FetchJob::Texts{
      utf8(as_str(args[0])), utf8(as_str(args[1])), std::string(bytes_view(t, args[2])), {}};
  return pending_native(t, "fetch", do_fetch, job, fetched, job, true);
}

Value builtin_input(VmThread& t, const Args& args) {
  return pending_call(t, prelude_function(t, "read_input"),
                      {args.get(0, none()), boolean(args.n > 0)});
}

/// __import__(name, globals, locals, fromlist, level).
Value builtin_import(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"name", "globals", "locals", "fromlist", "level"};
  Value given[5] = {Value(), none(), none(), none(), Value::small_int(0)};
  if (!read_arguments(t, "__import__", args, kNames, 5, 1, given)) return Value();
  if (!is_str(given[0])) {
    return raise_type_error(t, "__import__() argument 1 must be str, not %s",
                            type_name(t.vm, given[0]).c_str());
  }
  const bool empty =
      (kind_of(given[3]) == Kind::Tuple && static_cast<Tuple*>(given[3].object())->size == 0) ||
      (kind_of(given[3]) == Kind::List && list_size(static_cast<List*>(given[3].object())) == 0);
  return import_name(t, t.vm.intern(as_str(given[0])), given[4], empty ? none() : given[3]);
}

constexpr NativeDef kFunctions[] = {
    {"__import__", builtin_import, 1, 5, kKeywords},
    {"eval", builtin_eval, 1, 3},
    {"exec", builtin_exec, 1, 3},
    {"compile", builtin_compile, 3, 7, kKeywords},
    {"input", builtin_input, 0, 1},
};
constexpr NativeDef kPrivate[] = {{"read_line", il_read_line, 0, 0}, {"fetch", il_fetch, 3, 3}};

}  // namespace

void init_evaluate(VmThread& t) {
  t.vm.types.code->trace = trace_code;
  t.vm.evaluated = dict_new(t);
  t.vm.add_root(t.vm.evaluated);
  g_read_job = make_type(t, {.name = "read_job",
                             .kind = Kind::Internal,
                             .size = sizeof(ReadJob),
                             .finalize = finalize_read,
                             .can_subclass = false,
                             .instantiable = false});
  g_fetch_job = make_type(t, {.name = "fetch_job",
                              .kind = Kind::Internal,
                              .size = sizeof(FetchJob),
                              .finalize = finalize_fetch,
                              .can_subclass = false,
                              .instantiable = false});
  add_functions(t, module_named(t, "builtins"), kFunctions);
  add_functions(t, private_module(t), kPrivate);
}

}  // namespace interleave::vm
