#include "vm/library_code.h"

#include <algorithm>
#include <map>
#include <memory>

#include "base/mutex.h"
#include "lang/compiler.h"

namespace interleave::vm {

namespace {

struct Cache {
  Mutex mutex;
  std::map<const LibrarySource*, std::unique_ptr<lang::Code>> codes IL_GUARDED_BY(mutex);
};

/// Never taken down: host threads may still run library code while the process ends.
Cache& cache() {
  static Cache* const the_cache = new Cache;
  return *the_cache;
}

}  // namespace

std::string library_file_name(const LibrarySource& source) {
  std::string name(source.name);
  std::replace(name.begin(), name.end(), '.', '/');
  return name + ".py";
}

const lang::Code* library_code(const LibrarySource& source, std::string* error) {
  Cache& shared = cache();
  MutexLock guard(shared.mutex);
  std::unique_ptr<lang::Code>& code = shared.codes[&source];
  if (code != nullptr) return code.get();
  lang::CompileOptions options;
  options.library = true;
  lang::CompileResult result =
      lang::compile_source({source.text, source.size}, library_file_name(source), options);
  if (result.error.has_value()) {
    *error = "library module " + std::string(source.name) + ", line " +
             std::to_string(result.error->line) + ": " + result.error->message;
    return nullptr;
  }
  code = std::move(result.code);
  return code.get();
}

}  // namespace interleave::vm
