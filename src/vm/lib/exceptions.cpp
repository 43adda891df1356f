// BaseException and its subclasses as Python sees them.
#include "vm/attributes.h"
#include "vm/call.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/lib/core_types.h"
#include "vm/list.h"
#include "vm/prelude.h"
#include "vm/repr.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

Exception* self_of(const Args& args) { return static_cast<Exception*>(args[0].object()); }
Tuple* args_of(Exception* e) {
  const Value v = e->args.load();
  return v.empty() ? nullptr : static_cast<Tuple*>(v.object());
}

/// OSError(2, "…") is a FileNotFoundError. Numbers as in Linux.
Type* os_error_class(VmThread& t, std::int64_t number) {
  const Types& y = t.vm.types;
  switch (number) {
    case 1:
    case 13: return y.PermissionError;
    case 2: return y.FileNotFoundError;
    case 3: return y.ProcessLookupError;
    case 4: return y.InterruptedError;
    case 10: return y.ChildProcessError;
    case 11: return y.BlockingIOError;
    case 17: return y.FileExistsError;
    case 20: return y.NotADirectoryError;
    case 21: return y.IsADirectoryError;
    case 32: return y.BrokenPipeError;
    case 104: return y.ConnectionResetError;
    case 110: return y.TimeoutError;
    case 111: return y.ConnectionRefusedError;
    default: return y.OSError;
  }
}

/// What was given becomes `args`; an OSError takes the name of its file out.
void store_arguments(VmThread& t, Exception* e, const Args& args) {
  std::uint32_t count = args.n - 1;
  if (count >= 3 && count <= 5 && args[3] != none() && is_subtype(e->type, t.vm.types.OSError)) {
    e->value.store(args[3]);
    count = 2;
  }
  e->args.store(tuple_from(t, args.v + 1, count));
}

Value exception_new(VmThread& t, const Args& args) {
  if (kind_of(args[0]) != Kind::Type)
    return raise_type_error(t, "BaseException.__new__(X): X is not a type object");
  auto* type = static_cast<Type*>(args[0].object());
  if (type == t.vm.types.OSError && args.n > 2 && args[1].is_int()) {
    type = os_error_class(t, args[1].as_int());
  }
  auto* e = static_cast<Exception*>(new_instance(t, type));
  store_arguments(t, e, args);
  return e;
}

Value exception_init(VmThread& t, const Args& args) {
  Exception* e = self_of(args);
  if (args.kw_count() != 0) {
    // ImportError and AttributeError take a name; others nothing.
    for (std::uint32_t i = 0; i < args.kw_count(); ++i) {
      const Value key = args.kw_names->items()[i];
      const std::string name = utf8(as_str(key));
      if (name != "name" && name != "path" && name != "obj") {
        return raise_type_error(t, "%s() takes no keyword arguments",
                                type_name(t.vm, args[0]).c_str());
      }
      set_own_attribute(t, e, t.vm.intern(as_str(key)), args.v[args.n + i]);
    }
  }
  store_arguments(t, e, args);
  return none();
}

Value exception_str(VmThread& t, const Args& args) {
  Tuple* a = args_of(self_of(args));
  if (a == nullptr || a->size == 0) return str_empty(t);
  const bool key_error = is_subtype(args[0].object()->type, t.vm.types.KeyError);
  if (a->size == 1) return key_error ? repr_value(t, a->items()[0]) : str_value(t, a->items()[0]);
  return repr_value(t, a);
}

/// State: the class's name; `items` is the repr of the tuple of arguments.
Value after_repr(VmThread& t, Value items, Value state) {
  std::string inside = utf8(as_str(items));
  // A tuple of one is shown with a comma that a call does not have.
  if (inside.size() >= 3 && inside.compare(inside.size() - 2, 2, ",)") == 0) {
    inside.erase(inside.size() - 2, 1);
  }
  return str_new(t, utf8(as_str(state)) + inside);
}
Value exception_repr(VmThread& t, const Args& args) {
  Tuple* a = args_of(self_of(args));
  Str* name = args[0].object()->type->name;
  if (a == nullptr || a->size == 0) return str_new(t, utf8(name) + "()");
  const Value items = repr_value(t, a);
  if (!items.empty()) return after_repr(t, items, name);
  return t.exception.empty() ? pending_then(t, {after_repr, name, false}) : Value();
}

Value exception_args(VmThread& t, const Args& args) {
  if (args.n == 1) return self_of(args)->args.load();
  if (kind_of(args[1]) == Kind::Tuple) {
    self_of(args)->args.store(args[1]);
    return none();
  }
  if (kind_of(args[1]) != Kind::List) {
    return raise_type_error(t, "'%s' object is not iterable", type_name(t.vm, args[1]).c_str());
  }
  const std::vector<Value> items = list_snapshot(static_cast<List*>(args[1].object()));
  self_of(args)->args.store(tuple_from(t, items.data(), items.size()));
  return none();
}

template <Slot Exception::*kSlot, Kind kWanted>
Value exception_slot(VmThread& t, const Args& args, const char* refusal) {
  if (args.n == 2 && args[1] != none() && kind_of(args[1]) != kWanted) {
    return raise_type_error(t, "%s", refusal);
  }
  Slot& slot = self_of(args)->*kSlot;
  if (args.n == 1) {
    const Value v = slot.load();
    return v.empty() ? none() : v;
  }
  slot.store(args[1]);
  return none();
}
Value exception_cause(VmThread& t, const Args& args) {
  const Value r = exception_slot<&Exception::cause, Kind::Exception>(
      t, args, "exception cause must be None or derive from BaseException");
  if (args.n == 2 && !r.empty()) self_of(args)->suppress_context = true;
  return r;
}
Value exception_context(VmThread& t, const Args& args) {
  return exception_slot<&Exception::context, Kind::Exception>(
      t, args, "exception context must be None or derive from BaseException");
}
Value exception_traceback(VmThread& t, const Args& args) {
  return exception_slot<&Exception::traceback, Kind::Traceback>(
      t, args, "__traceback__ must be a traceback or None");
}
Value exception_suppress(VmThread&, const Args& args) {
  if (args.n == 1) return boolean(self_of(args)->suppress_context);
  self_of(args)->suppress_context = args[1] == boolean(true);
  return none();
}
Value exception_with_traceback(VmThread& t, const Args& args) {
  return exception_traceback(t, args).empty() ? Value() : args[0];
}
Value exception_add_note(VmThread& t, const Args& args) {
  if (!is_str(args[1])) {
    return raise_type_error(t, "note must be a str, not '%s'", type_name(t.vm, args[1]).c_str());
  }
  Value notes = own_attribute(args[0].object(), t.vm.names.notes);
  if (notes.empty()) {
    notes = list_new(t, 1);
    set_own_attribute(t, args[0].object(), t.vm.names.notes, notes);
  }
  return list_append(t, static_cast<List*>(notes.object()), args[1]) ? none() : Value();
}

constexpr NativeDef kBaseException[] = {
    {"__new__", exception_new, 1, kAnyArgs, kKeywords},
    {"__init__", exception_init, 1, kAnyArgs, kKeywords},
    {"__str__", exception_str, 1, 1},
    {"__repr__", exception_repr, 1, 1},
    {"args", exception_args, 1, 2, kGetter | kSetter},
    {"__cause__", exception_cause, 1, 2, kGetter | kSetter},
    {"__context__", exception_context, 1, 2, kGetter | kSetter},
    {"__traceback__", exception_traceback, 1, 2, kGetter | kSetter},
    {"__suppress_context__", exception_suppress, 1, 2, kGetter | kSetter},
    {"with_traceback", exception_with_traceback, 2, 2},
    {"add_note", exception_add_note, 2, 2},
};

// --- those that keep more than their arguments
// -------------------------------------------------------------

Value first_argument(Exception* e) {
  Tuple* a = args_of(e);
  return a != nullptr && a->size > 0 ? a->items()[0] : none();
}

Value stop_value(VmThread&, const Args& args) {
  Exception* e = self_of(args);
  if (args.n == 2) {
    e->value.store(args[1]);
    return none();
  }
  const Value v = e->value.load();
  return v.empty() ? first_argument(e) : v;
}
Value exit_code(VmThread&, const Args& args) {
  Exception* e = self_of(args);
  if (args.n == 2) {
    e->value.store(args[1]);
    return none();
  }
  const Value v = e->value.load();
  if (!v.empty()) return v;
  Tuple* a = args_of(e);
  return a != nullptr && a->size > 1 ? Value(a) : first_argument(e);
}
/// What may have been given by name, or nothing.
Value named_attribute(VmThread& t, const Args& args, const char* name) {
  Exception* e = self_of(args);
  if (args.n == 2) {
    set_own_attribute(t, e, t.vm.intern(name), args[1]);
    return none();
  }
  const Value v = own_attribute(e, t.vm.intern(name));
  return v.empty() ? none() : v;
}
Value error_name(VmThread& t, const Args& args) { return named_attribute(t, args, "name"); }
Value error_obj(VmThread& t, const Args& args) { return named_attribute(t, args, "obj"); }
Value error_path(VmThread& t, const Args& args) { return named_attribute(t, args, "path"); }
/// An argument by position, of those that OSError and SyntaxError take apart; None when there are
/// too few.
template <std::uint32_t kIndex, std::uint32_t kLeast>
Value argument_at(VmThread& t, const Args& args) {
  if (args.n == 2) return none();
  Tuple* a = args_of(self_of(args));
  (void)t;
  return a != nullptr && a->size >= kLeast && a->size > kIndex ? a->items()[kIndex] : none();
}
Value os_error_str(VmThread& t, const Args& args) {
  Tuple* a = args_of(self_of(args));
  if (a == nullptr || a->size != 2) return exception_str(t, args);
  const Value file = self_of(args)->value.load();
  return pending_call(t, prelude_function(t, "os_error_text"),
                      {a->items()[0], a->items()[1], file.empty() ? none() : file});
}
Value os_error_file(VmThread&, const Args& args) {
  Exception* e = self_of(args);
  if (args.n == 2) e->value.store(args[1]);
  const Value v = e->value.load();
  return args.n == 2 || v.empty() ? none() : v;
}
/// The file name (0), line (1), column (2), text (3) and end (4, 5) that a SyntaxError carries as
/// its second argument; None without one.
Value syntax_detail(Exception* e, std::uint32_t index) {
  Tuple* a = args_of(e);
  if (a == nullptr || a->size < 2 || kind_of(a->items()[1]) != Kind::Tuple) return none();
  auto* detail = static_cast<Tuple*>(a->items()[1].object());
  return index < detail->size ? detail->items()[index] : none();
}
template <std::uint32_t kIndex>
Value syntax_attribute(VmThread&, const Args& args) {
  return syntax_detail(self_of(args), kIndex);
}
Value syntax_error_str(VmThread& t, const Args& args) {
  Exception* e = self_of(args);
  const Value file = syntax_detail(e, 0);
  const Value line = syntax_detail(e, 1);
  const Value message = first_argument(e);
  if (!is_str(message) || (!is_str(file) && !line.is_int())) return str_value(t, message);
  std::string where;
  if (is_str(file)) {
    const std::string path = utf8(as_str(file));
    where = path.substr(path.rfind('/') + 1);
  }
  if (line.is_int()) {
    where += (where.empty() ? "line " : ", line ") + std::to_string(line.as_int());
  }
  return str_new(t, utf8(as_str(message)) + " (" + where + ")");
}

constexpr NativeDef kStopIteration[] = {{"value", stop_value, 1, 2, kGetter | kSetter}};
constexpr NativeDef kSystemExit[] = {{"code", exit_code, 1, 2, kGetter | kSetter}};
constexpr NativeDef kNameError[] = {{"name", error_name, 1, 2, kGetter | kSetter}};
constexpr NativeDef kAttributeError[] = {
    {"name", error_name, 1, 2, kGetter | kSetter},
    {"obj", error_obj, 1, 2, kGetter | kSetter},
};
constexpr NativeDef kImportError[] = {
    {"name", error_name, 1, 2, kGetter | kSetter},
    {"path", error_path, 1, 2, kGetter | kSetter},
};
constexpr NativeDef kOSError[] = {
    {"__str__", os_error_str, 1, 1},
    {"errno", argument_at<0, 2>, 1, 1, kGetter},
    {"strerror", argument_at<1, 2>, 1, 1, kGetter},
    {"filename", os_error_file, 1, 2, kGetter | kSetter},
};
constexpr NativeDef kSyntaxError[] = {
    {"__str__", syntax_error_str, 1, 1},
    {"msg", argument_at<0, 1>, 1, 1, kGetter},
    {"filename", syntax_attribute<0>, 1, 1, kGetter},
    {"lineno", syntax_attribute<1>, 1, 1, kGetter},
    {"offset", syntax_attribute<2>, 1, 1, kGetter},
    {"text", syntax_attribute<3>, 1, 1, kGetter},
    {"end_lineno", syntax_attribute<4>, 1, 1, kGetter},
    {"end_offset", syntax_attribute<5>, 1, 1, kGetter},
};

// --- traceback objects
// -------------------------------------------------------------------------------------

Traceback* traceback_of(const Args& args) { return static_cast<Traceback*>(args[0].object()); }
Value traceback_next(VmThread&, const Args& args) {
  Traceback* next = traceback_of(args)->next;
  return next != nullptr ? Value(next) : none();
}
Value traceback_line(VmThread&, const Args& args) {
  const Traceback* tb = traceback_of(args);
  return Value::small_int(tb->code->code->positions[tb->instruction].line);
}
Value traceback_code(VmThread& t, const Args& args) {
  return code_object(t, traceback_of(args)->code);
}
constexpr NativeDef kTraceback[] = {
    {"tb_next", traceback_next, 1, 1, kGetter},
    {"tb_lineno", traceback_line, 1, 1, kGetter},
    {"_code", traceback_code, 1, 1, kGetter},
};

}  // namespace

void init_exceptions(VmThread& t) {
  const Types& y = t.vm.types;
  add_methods(t, y.BaseException, kBaseException);
  add_methods(t, y.StopIteration, kStopIteration);
  add_methods(t, y.NameError, kNameError);
  add_methods(t, y.AttributeError, kAttributeError);
  add_methods(t, y.ImportError, kImportError);
  add_methods(t, y.SystemExit, kSystemExit);
  add_methods(t, y.OSError, kOSError);
  add_methods(t, y.SyntaxError, kSyntaxError);
  add_methods(t, y.traceback, kTraceback);
}

}  // namespace interleave::vm
