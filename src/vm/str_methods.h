// The methods of str, by file: str_search.cpp, str_split.cpp, str_case.cpp, str_layout.cpp,
// str_type.cpp.
//
// Tables only; what they do is what CPython's documentation says. init_str() puts them into the
// class. The methods are called on the thread that runs the code.
// Not the layout and the operators of str (str.h).
#pragma once

#include <span>

#include "vm/native.h"
#include "vm/str.h"

namespace interleave::vm {

std::span<const NativeDef> str_search_methods();
std::span<const NativeDef> str_split_methods();
std::span<const NativeDef> str_case_methods();
std::span<const NativeDef> str_layout_methods();

/// The Str of a method's argument, or null with TypeError "<what> must be str, not int"; `what` may
/// be empty.
Str* str_argument(VmThread& t, Value v, const char* what = "");
/// Optional start and end arguments from `first` on, as for find(): clamped to the length. False:
/// raised.
bool read_range(VmThread& t, const Args& args, std::uint32_t first, std::int64_t length,
                std::int64_t* from, std::int64_t* to);

}  // namespace interleave::vm
