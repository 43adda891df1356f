// Durations, moments and shares in words, the same everywhere in the product.
//
// Not localised: figures use a point, units are SI. Any thread may call these.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/ids.h"

namespace interleave::timeline {

/// Three significant digits: "740 ns", "5.2 µs", "49 ms", "1.01 s", "2 min 5 s".
std::string format_duration(Tick ns);
/// A moment of the run with the precision of `resolution` ns: "480.3 ms", "1.0012 s".
std::string format_moment(Tick ns, Tick resolution = 100'000);
/// "49 %"; below one per cent "0.4 %"; 0 is "0 %".
std::string format_percent(double part);
/// "1.93".
std::string format_ratio(double ratio);
/// "one", "two" … "twelve", then digits; capital: "Two".
std::string format_count(std::size_t n, bool capital = false);

/// `text` as a JSON string, quotes included (trace::quoted, for those above who do not see
/// src/trace).
std::string json_quoted(std::string_view text);

}  // namespace interleave::timeline
