#include "vm/import.h"

#include <algorithm>

#include "vm/attributes.h"
#include "vm/boot.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/library_code.h"
#include "vm/list.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

namespace {

/// Modules of CPython that cannot be here, with the reason in a clause.
struct Unavailable {
  std::string_view name;
  const char* reason;
};
constexpr Unavailable kUnavailable[] = {
    {"socket", "a page has no sockets"},
    {"ssl", "a page has no sockets"},
    {"select", "a page has no sockets"},
    {"selectors", "a page has no sockets"},
    {"socketserver", "a page has no sockets"},
    {"http", "a page has no sockets"},
    {"requests", "a page has no sockets"},
    {"subprocess", "a page cannot start processes"},
    {"ctypes", "a page has no C libraries to call"},
    {"sqlite3", "a page has no database"},
    {"tkinter", "a page has no desktop windows"},
    {"tracemalloc", "memory is not counted by line"},
    {"resource", "a page has no operating system to ask"},
    {"asyncio", "async and await are not supported yet"},
};

/// Modules of CPython's library that are not in this one.
constexpr std::string_view kMissing[] = {
    "aifc",        "ast",        "asynchat",     "asyncore",   "audioop",     "bdb",
    "bz2",         "cProfile",   "cgi",          "cgitb",      "chunk",       "cmd",
    "code",        "codeop",     "colorsys",     "compileall", "copyreg",     "crypt",
    "curses",      "dbm",        "dis",          "distutils",  "doctest",     "email",
    "encodings",   "ensurepip",  "fcntl",        "filecmp",    "fileinput",   "ftplib",
    "getopt",      "gettext",    "grp",          "gzip",       "imaplib",     "imghdr",
    "imp",         "ipaddress",  "lzma",         "mailbox",    "mailcap",     "marshal",
    "mimetypes",   "mmap",       "modulefinder", "msilib",     "netrc",       "nis",
    "nntplib",     "optparse",   "ossaudiodev",  "pdb",        "pickletools", "pipes",
    "pkgutil",     "plistlib",   "poplib",       "profile",    "pstats",      "pty",
    "pwd",         "py_compile", "pyclbr",       "pydoc",      "quopri",      "readline",
    "rlcompleter", "runpy",      "shelve",       "site",       "smtpd",       "smtplib",
    "sndhdr",      "spwd",       "stat",         "sunau",      "symtable",    "sysconfig",
    "syslog",      "tabnanny",   "tarfile",      "telnetlib",  "termios",     "token",
    "tokenize",    "tomllib",    "trace",        "tty",        "turtle",      "turtledemo",
    "unicodedata", "uu",         "venv",         "wave",       "webbrowser",  "wsgiref",
    "xdrlib",      "xml",        "xmlrpc",       "zipapp",     "zipfile",     "zipimport",
    "zoneinfo",
};

bool is_missing(std::string_view module) {
  return std::find(std::begin(kMissing), std::end(kMissing), module) != std::end(kMissing);
}

/// What is said of a module that is not there; `*name` becomes the part of it that is missing.
std::string not_found_text(VmThread& t, std::string* name) {
  const std::string top = name->substr(0, name->find('.'));
  const std::string here = "No module named '" + top + "' here: ";
  for (const Unavailable& u : kUnavailable) {
    if (u.name != top) continue;
    *name = top;
    return here + u.reason;
  }
  if (is_missing(top)) {
    *name = top;
    return here + "this part of Python's library is not in Interleave";
  }
  std::string text = "No module named '" + *name + "'";
  const std::size_t dot = name->rfind('.');
  if (dot == std::string::npos) return text;
  const std::string package = name->substr(0, dot);
  if (dict_get_str(t.vm.modules, t.vm.intern(package)).empty()) return text;
  return text + "; '" + package + "' is not a package";
}

Value raise_not_found(VmThread& t, std::string name) {
  const std::string text = not_found_text(t, &name);
  Exception* e = new_exception(t, t.vm.types.ModuleNotFoundError, {str_new(t, text)});
  set_own_attribute(t, e, t.vm.names.bare_name, str_new(t, name));
  return raise_object(t, e);
}

/// The body has run, or raised: then the module is not there after all. State: the module.
Value after_body(VmThread& t, Value result, Value state) {
  auto* module = static_cast<Module*>(state.object());
  dict_delete_str(t, module->dict, t.vm.intern("__initializing__"));
  if (result.empty()) {
    dict_delete_str(t, t.vm.modules, module->name);
    return Value();
  }
  return module;
}

Value run_library_module(VmThread& t, const LibrarySource& source) {
  Function* body = library_body(t, source);
  if (body == nullptr) return Value();
  Module* module = make_module(t, source.name);
  module->dict = body->globals;
  const Value id = Value::small_int(t.id);
  dict_set_str(t, module->dict, t.vm.intern("__initializing__"), id);
  return pending_call(t, body, {}, {after_body, module, true});
}

Value import_module(VmThread& t, Str* name);

/// Another thread is running the module's body: look again a little later. State: the name.
Value retry_import(VmThread& t, Value name) { return import_module(t, as_str(name)); }

Value import_module(VmThread& t, Str* name) {
  std::lock_guard<std::recursive_mutex> lock(t.vm.setup_mutex);
  const Value there = dict_get_str(t.vm.modules, name);
  if (!there.empty()) {
    if (kind_of(there) == Kind::Module) {
      const Value initializing =
          dict_get_str(static_cast<Module*>(there.object())->dict, t.vm.intern("__initializing__"));
      constexpr Tick kRetry = 200'000;
      if (!initializing.empty() && initializing != Value::small_int(t.id)) {
        return pending_sleep(t, t.vm.host.now() + kRetry, "import", retry_import, name);
      }
    }
    return there;
  }
  const std::string text = utf8(name);
  const LibrarySource* source = find_library_source(text);
  if (source == nullptr || is_prelude(text)) return raise_not_found(t, text);
  return run_library_module(t, *source);
}

/// State: (full name, parts done, want the last module). `module` is the one imported last.
Value after_part(VmThread& t, Value module, Value state);

Value import_parts(VmThread& t, const std::string& full, std::size_t from, bool want_last) {
  const std::size_t dot = full.find('.', from);
  Str* part = t.vm.intern(full.substr(0, dot));
  const std::size_t next = dot == std::string::npos ? full.size() + 1 : dot + 1;
  Tuple* state = tuple_of(t, {t.vm.intern(full), Value::small_int(static_cast<std::int64_t>(next)),
                              boolean(want_last), part});
  const Value module = import_module(t, part);
  if (!module.empty()) return after_part(t, module, state);
  return t.exception.empty() ? pending_then(t, {after_part, state, false}) : Value();
}

Value after_part(VmThread& t, Value module, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  const std::string full = utf8(as_str(s[0]));
  const auto next = static_cast<std::size_t>(s[1].as_int());
  const std::string part = utf8(as_str(s[3]));
  const std::size_t dot = part.rfind('.');
  if (dot != std::string::npos) {
    const Value parent = dict_get_str(t.vm.modules, t.vm.intern(part.substr(0, dot)));
    if (!parent.empty())
      set_own_attribute(t, parent.object(), t.vm.intern(part.substr(dot + 1)), module);
  }
  if (next <= full.size()) return import_parts(t, full, next, s[2] == boolean(true));
  if (s[2] == boolean(true)) return module;
  return dict_get_str(t.vm.modules, t.vm.intern(full.substr(0, full.find('.'))));
}

}  // namespace

bool is_prelude(std::string_view module) { return module.substr(0, 7) == "prelude"; }

Function* library_body(VmThread& t, const LibrarySource& source) {
  std::string error;
  const lang::Code* code = library_code(source, &error);
  if (code == nullptr) {
    raise(t, t.vm.types.SystemError, error);
    return nullptr;
  }
  Dict* globals = namespace_new(t);
  dict_set_str(t, globals, t.vm.names.name, t.vm.intern(source.name));
  dict_set_str(t, globals, t.vm.names.doc, none());
  dict_set_str(t, globals, t.vm.names.file, str_new(t, library_file_name(source)));
  return module_function(t, *code, globals, is_prelude(source.name));
}

Function* module_function(VmThread& t, const lang::Code& code, Dict* globals, bool hidden) {
  auto* f = t.make<Function>(t.vm.types.function);
  f->code = translate(t, code, globals);
  f->code->hidden = hidden;
  f->globals = globals;
  f->name.store(t.vm.intern(code.name));
  f->qualname.store(t.vm.intern(code.qualname));
  f->defaults.store(none());
  f->kwdefaults.store(none());
  f->doc.store(none());
  f->module.store(none());
  return f;
}

Value import_name(VmThread& t, Str* name, Value level, Value from_list) {
  if (level.is_int() && level.as_int() > 0) {
    return raise(t, t.vm.types.ImportError,
                 "attempted relative import with no known parent package");
  }
  return import_parts(t, utf8(name), 0, from_list != none());
}

namespace {

/// `from package import module`: the module may not have been imported yet. State: (module, name).
Value after_submodule(VmThread& t, Value result, Value state) {
  if (!result.empty()) return result;
  if (!is_instance(t.vm, t.exception, t.vm.types.ModuleNotFoundError)) return Value();
  t.exception = Value();
  const Value* s = static_cast<Tuple*>(state.object())->items();
  const std::string module = utf8(static_cast<Module*>(s[0].object())->name);
  return raisef(t, t.vm.types.ImportError, "cannot import name '%s' from '%s' (%s)",
                utf8(as_str(s[1])).c_str(), module.c_str(), "unknown location");
}

Value import_submodule(VmThread& t, Value state) {
  const Value* s = static_cast<Tuple*>(state.object())->items();
  const std::string full =
      utf8(static_cast<Module*>(s[0].object())->name) + "." + utf8(as_str(s[1]));
  if (find_library_source(full) == nullptr) {
    raise_not_found(t, full);
    return after_submodule(t, Value(), state);
  }
  const Value r = import_parts(t, full, full.rfind('.') + 1, true);
  if (r.empty() && t.exception.empty()) return pending_then(t, {after_submodule, state, true});
  return r;
}

Value after_import_from(VmThread& t, Value result, Value state) {
  if (!result.empty()) return result;
  if (!is_instance(t.vm, t.exception, t.vm.types.AttributeError)) return Value();
  t.exception = Value();
  return import_submodule(t, state);
}

}  // namespace

Value import_from(VmThread& t, Value module, Str* name) {
  if (kind_of(module) != Kind::Module) return get_attribute(t, module, name);
  const Value state = tuple_of(t, {module, name});
  const Value r = get_attribute(t, module, name);
  if (!r.empty()) return r;
  if (!t.exception.empty()) return after_import_from(t, r, state);
  return pending_then(t, {after_import_from, state, true});
}

Value import_star(VmThread& t, Value module, Dict* names) {
  if (kind_of(module) != Kind::Module) return raise_type_error(t, "import * needs a module");
  Dict* from = static_cast<Module*>(module.object())->dict;
  const Value all = dict_get_str(from, t.vm.names.all);
  std::vector<Value> wanted;
  if (!all.empty() && (kind_of(all) == Kind::List || kind_of(all) == Kind::Tuple)) {
    Value v;
    for (std::int64_t i = 0;; ++i) {
      const bool more = kind_of(all) == Kind::List
                            ? list_get(static_cast<List*>(all.object()), i, &v)
                            : tuple_get(static_cast<Tuple*>(all.object()), i, &v);
      if (!more) break;
      wanted.push_back(v);
    }
  } else {
    Value key;
    Value value;
    for (std::uint32_t at = 0; dict_next(from, &at, &key, &value);) {
      if (is_str(key) && as_str(key)->length > 0 && str_at(as_str(key), 0) != '_') {
        wanted.push_back(key);
      }
    }
  }
  for (Value name : wanted) {
    const Value v = is_str(name) ? dict_get_str(from, as_str(name)) : Value();
    if (v.empty()) {
      return raisef(t, t.vm.types.AttributeError, "module '%s' has no attribute '%s'",
                    utf8(static_cast<Module*>(module.object())->name).c_str(),
                    is_str(name) ? utf8(as_str(name)).c_str() : "?");
    }
    dict_set_str(t, names, t.vm.intern(as_str(name)), v);
  }
  return none();
}

}  // namespace interleave::vm
