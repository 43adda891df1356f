// Two runs side by side: the difference per state, and how much faster, in a sentence.
//
// Not a verdict on either (verdict.h) and no picture. Everything said is a sum of the two traces.
// Used on one thread, the page's own.
#pragma once

#include <string>
#include <vector>

#include "timeline/model.h"

namespace interleave::timeline {

struct ComparedRow {
  std::string label;  // "running Python", "elapsed" …
  std::string before, after;
  std::string difference;  // "−510 ms"; "±0" where both are the same
  /// Which of both is better: below 0 the second, above 0 the first, 0 neither can be said.
  int better = 0;
};

struct Comparison {
  std::string what;      // "GIL off instead of CPython ≥ 3.10"; empty: the same settings
  std::string sentence;  // "0.52 s instead of 1.01 s: 1.94 times as fast."
  double speed_up = 0;   // elapsed before ÷ elapsed after; 0 while a run is not over
  std::vector<ComparedRow> rows;
  explicit operator bool() const { return !rows.empty(); }
};

/// `before`: the kept run. `same_program`: both ran the same text.
Comparison compare(const Model& before, const Model& after, bool same_program);

/// The settings of a run in a few words: "live, GIL CPython ≥ 3.10, switch 5 ms".
std::string settings_in_words(const trace::RunInfo& run);

}  // namespace interleave::timeline
