#include "timeline/format.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "trace/text_form.h"

namespace interleave::timeline {
namespace {

struct Unit {
  Tick ns;
  const char* name;
};
constexpr std::array<Unit, 4> kUnits = {
    {{1, "ns"}, {1'000, "µs"}, {1'000'000, "ms"}, {1'000'000'000, "s"}}};
constexpr Tick kSecond = 1'000'000'000;
constexpr Tick kMinute = 60 * kSecond;

std::string fixed(double value, int decimals) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

/// Without zeros at the end of the fraction.
std::string trimmed(std::string text) {
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

/// Decimals of a figure of this size with three significant digits.
int decimals_for(double value) { return value < 10 ? 2 : value < 100 ? 1 : 0; }

}  // namespace

std::string format_duration(Tick ns) {
  if (ns >= kMinute - kSecond / 20) {
    const Tick seconds = (ns + kSecond / 2) / kSecond;
    std::string text = std::to_string(seconds / 60) + " min";
    if (seconds % 60 != 0) text += " " + std::to_string(seconds % 60) + " s";
    return text;
  }
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    const double value = static_cast<double>(ns) / static_cast<double>(kUnits[i].ns);
    // Seconds to the hundredth; of the others two digits say enough below ten.
    const bool seconds = i + 1 == kUnits.size();
    int decimals = i == 0 ? 0 : decimals_for(value);
    if (!seconds && decimals == 2) decimals = 1;
    const std::string text = fixed(value, decimals);
    if (!seconds && (value >= 1000 || text == "1000")) continue;
    return trimmed(text) + " " + kUnits[i].name;
  }
  return {};
}

std::string format_moment(Tick ns, Tick resolution) {
  if (resolution == 0) resolution = 1;
  const Tick size = ns == 0 ? resolution : ns;
  const auto decimals = [resolution](Tick unit) {
    int n = 0;
    for (; unit > resolution && n < 9; unit /= 10) ++n;
    return n;
  };
  if (ns >= kMinute) {
    const double seconds = static_cast<double>(ns % kMinute) / 1e9;
    return std::to_string(ns / kMinute) + " min " + fixed(seconds, decimals(kSecond)) + " s";
  }
  std::size_t i = kUnits.size() - 1;
  while (i > 0 && size < kUnits[i].ns) --i;
  return fixed(static_cast<double>(ns) / static_cast<double>(kUnits[i].ns),
               decimals(kUnits[i].ns)) +
         " " + kUnits[i].name;
}

std::string format_percent(double part) {
  const double percent = part * 100;
  if (!(percent > 0)) return "0 %";
  if (percent < 0.05) return "under 0.1 %";
  return (percent < 0.95 ? fixed(percent, 1) : fixed(percent, 0)) + " %";
}

std::string format_ratio(double ratio) { return fixed(ratio, 2); }

std::string format_count(std::size_t n, bool capital) {
  static constexpr std::array<const char*, 13> kWords = {"no",   "one",    "two",   "three", "four",
                                                         "five", "six",    "seven", "eight", "nine",
                                                         "ten",  "eleven", "twelve"};
  if (n >= kWords.size()) return std::to_string(n);
  std::string text = kWords[n];
  if (capital) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string json_quoted(std::string_view text) { return trace::quoted(text); }

}  // namespace interleave::timeline
