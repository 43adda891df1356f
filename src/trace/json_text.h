// Writes members of JSON objects, one after the other.
//
// Not a document: braces are the caller's. Reading is base/json.h. Any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace interleave::trace {

/// `"name":value`, with a comma before it unless it is the first in its braces. `value` is JSON.
void add_member(std::string& json, std::string_view name, std::string_view value);
/// The value in quotes.
void add_text(std::string& json, std::string_view name, std::string_view value);
void add_number(std::string& json, std::string_view name, std::uint64_t value);

}  // namespace interleave::trace
