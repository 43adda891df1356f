// print(), which CPython does as one write of the text and one of the line end, each without the
// GIL.
#include "vm/bytes.h"
#include "vm/call.h"
#include "vm/errors.h"
#include "vm/format.h"
#include "vm/lib/builtins.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/tuple.h"

namespace interleave::vm {

namespace {

/// What a write needs while the thread has no GIL: bytes that nobody changes.
struct WriteJob : Object {
  Host* host = nullptr;
  Bytes* text = nullptr;
  Bytes* end = nullptr;  // still to be written after text; null: none
  bool error = false;
};

/// The class of WriteJob in the one Vm there is.
Type* g_write_job = nullptr;

void trace_write_job(Object* o, Marker& m) {
  auto* job = static_cast<WriteJob*>(o);
  m.mark(job->text);
  m.mark(job->end);
}

void do_write(void* context) {
  auto* job = static_cast<WriteJob*>(context);
  job->host->write(job->error, bytes_view(as_bytes(job->text)));
}

Value after_write(VmThread& t, Value state) {
  auto* job = static_cast<WriteJob*>(state.object());
  if (job->end == nullptr) return none();
  job->text = job->end;
  job->end = nullptr;
  return pending_native(t, "write", do_write, job, after_write, job, true);
}

Value start_write(VmThread& t, bool error, std::string_view text, std::string_view end) {
  if (text.empty()) {
    text = end;
    end = {};
  }
  if (text.empty()) return none();
  auto* job = t.make<WriteJob>(g_write_job);
  job->host = &t.vm.host;
  job->error = error;
  job->text = bytes_new(t, text);
  if (!end.empty()) job->end = bytes_new(t, end);
  if (job->text == nullptr) return Value();
  return pending_native(t, "write", do_write, job, after_write, job, true);
}

/// Appends str(v) where no Python is needed. False: it is, or raised.
Truth append_text(VmThread& t, Value v, std::string* out) {
  if (is_str(v) && v.object()->type == t.vm.types.str) {
    std::string storage;
    *out += utf8_view(as_str(v), &storage);
    return Truth::True;
  }
  std::string text;
  if (scalar_str(t.vm, v, &text)) {
    *out += text;
    return Truth::True;
  }
  const Type* type = class_of(t.vm, v);
  if (type->is_python || special(type, Special::Str) != special(t.vm.types.object, Special::Str)) {
    return Truth::Python;
  }
  return repr_native(t, v, out);
}

enum class Target : std::uint8_t { Stdout, Stderr, Other };

/// Where print() goes: a standard stream, or an object with write(). *file is the object.
Target target_of(VmThread& t, Value* file) {
  const Value found = dict_get_str(t.vm.modules, t.vm.intern("sys"));
  if (!found.is_object()) return Target::Stdout;
  Dict* sys = static_cast<Module*>(found.object())->dict;
  if (*file == none()) *file = dict_get_str(sys, t.vm.intern("stdout"));
  if (file->empty() || *file == dict_get_str(sys, t.vm.intern("__stdout__"))) return Target::Stdout;
  if (*file == dict_get_str(sys, t.vm.intern("__stderr__"))) return Target::Stderr;
  return Target::Other;
}

bool read_text_option(VmThread& t, const char* name, Value* v, const char* otherwise) {
  if (v->empty() || *v == none()) {
    *v = str_new(t, otherwise);
    return true;
  }
  if (is_str(*v)) return true;
  raise_type_error(t, "%s must be None or a string, not %s", name, type_name(t.vm, *v).c_str());
  return false;
}

Value builtin_print(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"*sep", "end", "file", "flush"};
  Value options[4] = {none(), none(), none(), boolean(false)};
  const Args keywords{args.v + args.n, 0, args.kw_names};
  if (args.kw_count() != 0 && !read_arguments(t, "print", keywords, kNames, 4, 0, options)) {
    return Value();
  }
  Value file = options[2];
  const Target target = target_of(t, &file);
  if (file == none()) return none();  // sys.stdout is None
  if (!read_text_option(t, "sep", &options[0], " ") ||
      !read_text_option(t, "end", &options[1], "\n")) {
    return Value();
  }
  std::string text;
  Truth native = target == Target::Other ? Truth::Python : Truth::True;
  const std::string separator = utf8(as_str(options[0]));
  for (std::uint32_t i = 0; i < args.n && native == Truth::True; ++i) {
    if (i != 0) text += separator;
    native = append_text(t, args[i], &text);
  }
  if (native == Truth::Error) return Value();
  if (native == Truth::True) {
    return start_write(t, target == Target::Stderr, text, utf8(as_str(options[1])));
  }
  const Value where = target == Target::Other ? file : boolean(target == Target::Stderr);
  return pending_call(t, prelude_function(t, "print_objects"),
                      {tuple_from(t, args.v, args.n), options[0], options[1], where, options[3]});
}

constexpr NativeDef kPrint[] = {{"print", builtin_print, 0, kAnyArgs, kKeywords}};

}  // namespace

Value write_line(VmThread& t, bool error, Value text, Value end) {
  return start_write(t, error, utf8(as_str(text)), utf8(as_str(end)));
}

void init_print(VmThread& t, Module* builtins) {
  g_write_job = make_type(t, {.name = "write_job",
                              .kind = Kind::Internal,
                              .size = sizeof(WriteJob),
                              .trace = trace_write_job,
                              .can_subclass = false,
                              .instantiable = false});
  add_functions(t, builtins, kPrint);
}

}  // namespace interleave::vm
