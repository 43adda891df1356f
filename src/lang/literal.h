// From the text of a literal to its value: numbers, escapes in strings and bytes.
//
// Internal to src/lang. Pure functions: any thread.
// Not the lexer: it finds where a literal ends, this reads what it says.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/arena.h"
#include "lang/tree.h"

namespace interleave::lang {

/// A STRING token, taken apart. `body` is what stands between the quotes.
struct StringParts {
  bool raw = false;
  bool bytes = false;
  bool unicode_prefix = false;
  std::string_view body;
};
StringParts split_string(std::string_view token_text);

/// Fills in kind and value of `constant` from a NUMBER token. The message of an error, or nothing.
std::optional<std::string> decode_number(std::string_view token_text, Arena& arena,
                                         Constant& constant);

/// Appends the UTF-8 (or WTF-8) of `body` with its escapes resolved. The message of an error, or
/// nothing.
std::optional<std::string> decode_text(std::string_view body, std::string& out);

/// The same for a bytes literal; non-ASCII has been refused before.
std::optional<std::string> decode_bytes(std::string_view body, std::string& out);

}  // namespace interleave::lang
