// The library's texts as they lie in the program: in one piece, compressed (LZMA), which makes the
// page's download smaller. Unpacked once, when the first is asked for.
//
// Not the list of modules (library_sources.h). Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "vm/lib/library_sources.h"

namespace interleave::vm {

/// Undoes raw LZMA with lc = 3, lp = 0, pb = 0; `out` says how many bytes it gives. The data is our
/// own: nothing in it is checked.
void unpack_lzma(const std::uint8_t* packed, std::span<std::uint8_t> out);

/// Fills in `text` of sources whose texts lie in `packed` one after the other, each with a NUL
/// behind it.
void unpack_sources(const std::uint8_t* packed, std::span<LibrarySource> sources);

}  // namespace interleave::vm
