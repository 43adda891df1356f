// The part of the library that is written in Python: the text of each module, put into the program
// by the build, compressed, and unpacked when the first is asked for.
//
// Not an importer: it finds text and neither parses nor runs it. Immutable, so any thread may call
// it.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace interleave::vm {

/// One module's source text. Both texts end with a NUL, which `size` does not count; they live for
/// ever.
struct LibrarySource {
  const char* name;  ///< dotted module name, as in an import statement
  const char* text;  ///< UTF-8
  std::size_t size;  ///< bytes of text
};

/// The source of the module called `module_name`, or null when the library has no such module in
/// Python.
const LibrarySource* find_library_source(std::string_view module_name);

/// Every module's source, sorted by name.
std::span<const LibrarySource> library_sources();

}  // namespace interleave::vm
