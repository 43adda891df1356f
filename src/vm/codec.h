// Text to bytes and back: UTF-8, UTF-16, UTF-32, ASCII, Latin-1, with error handlers.
//
// Not a registry of codecs: these are all there are. Called on the thread that runs the code.
#pragma once

#include <string_view>

#include "vm/native.h"

namespace interleave::vm {

class VmThread;

/// s.encode(encoding, errors): Bytes, or raised (LookupError, UnicodeEncodeError).
Value encode(VmThread& t, Str* s, std::string_view encoding, std::string_view errors);
/// bytes.decode(encoding, errors): Str, or raised. `bytes` is the object the data is in, for the
/// exception.
Value decode(VmThread& t, Value bytes, std::string_view encoding, std::string_view errors);
/// encoding and errors of a call from argument `first` on, by position or name; the defaults are
/// utf-8 and strict. The views stay good as long as the arguments. False: raised.
bool read_codec_arguments(VmThread& t, const char* function, const Args& args, std::uint32_t first,
                          std::string_view* encoding, std::string_view* errors);

/// __str__ and attributes of UnicodeEncodeError and UnicodeDecodeError.
void init_codec(VmThread& t);

}  // namespace interleave::vm
