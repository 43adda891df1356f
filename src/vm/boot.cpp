#include "vm/boot.h"

#include <cstdio>
#include <cstdlib>

#include "vm/dict.h"
#include "vm/interpreter.h"
#include "vm/lib/library_sources.h"
#include "vm/prelude.h"
#include "vm/str.h"
#include "vm/traceback.h"
#include "vm/type.h"

namespace interleave::vm {

void load_main(Vm& vm, const lang::Code& code, std::string_view source) {
  VmThread& t = vm.main_thread();
  vm.script_name = code.filename;
  vm.script_lines.clear();
  while (!source.empty()) {
    const std::size_t end = source.find('\n');
    vm.script_lines.emplace_back(source.substr(0, end));
    source.remove_prefix(end == std::string_view::npos ? source.size() : end + 1);
  }
  vm.main_module = make_module(t, "__main__");
  module_set(t, vm.main_module, "__file__", str_new(t, code.filename));
  module_set(t, vm.main_module, "__builtins__", dict_get_str(vm.modules, vm.names.builtins));
  vm.add_root(vm.main_module);
  t.entry = module_function(t, code, vm.main_module->dict, false);
}

Value prelude_function(VmThread& t, const char* name) {
  const Value f = dict_get_str(t.vm.prelude, t.vm.intern(name));
  if (f.empty()) {
    std::fprintf(stderr, "interleave: no prelude function '%s'\n", name);
    std::abort();
  }
  return f;
}

/// Runs the body of every prelude file; their functions all land in one namespace.
void load_prelude(VmThread& t) {
  t.vm.prelude = namespace_new(t);
  t.vm.add_root(t.vm.prelude);
  for (const LibrarySource& source : library_sources()) {
    if (!is_prelude(source.name)) continue;
    Function* body = library_body(t, source);
    if (body != nullptr) {
      t.entry = body;
      while (run(t) == StopReason::BudgetSpent) {
      }
    }
    if (!t.exception.empty()) {
      std::fprintf(stderr, "interleave: the prelude failed\n%s",
                   format_exception(t, t.exception).c_str());
      std::abort();
    }
    Value key;
    Value value;
    for (std::uint32_t at = 0; dict_next(body->globals, &at, &key, &value);) {
      dict_set_str(t, t.vm.prelude, as_str(key), value);
    }
  }
}

}  // namespace interleave::vm
