// The compiled form of the library's modules, each compiled once per process and shared by every
// run: a page that runs a program again does not compile `threading` again.
//
// Not an importer and not the modules themselves, which each run makes anew. What it gives lives
// for ever and never changes. Any thread.
#pragma once

#include <string>

#include "lang/code.h"
#include "vm/lib/library_sources.h"

namespace interleave::vm {

/// The module's code; null when the source does not compile, with the reason in `*error`.
const lang::Code* library_code(const LibrarySource& source, std::string* error);

/// The name that tracebacks give the module's file: `concurrent/futures.py`.
std::string library_file_name(const LibrarySource& source);

}  // namespace interleave::vm
