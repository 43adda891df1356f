#include "timeline/compare.h"

#include <cmath>

#include "timeline/format.h"

namespace interleave::timeline {
namespace {

std::string gil_words(trace::GilSetting gil) {
  switch (gil) {
    case trace::GilSetting::V310: return "the GIL of CPython ≥ 3.10";
    case trace::GilSetting::V39: return "the GIL of CPython ≤ 3.9";
    case trace::GilSetting::Off: return "no GIL";
  }
  return {};
}

std::string cores_words(std::uint32_t cores) {
  return std::to_string(cores) + (cores == 1 ? " core" : " cores");
}

std::string mode_words(trace::RunMode mode) {
  return mode == trace::RunMode::Live ? "real threads" : "simulated";
}

/// "GIL off instead of CPython's, 4 cores instead of 2": what the second run was started with.
std::string changes(const trace::RunInfo& a, const trace::RunInfo& b) {
  std::string words;
  const auto add = [&words](const std::string& after, const std::string& before) {
    if (!words.empty()) words += ", ";
    words += after + " instead of " + before;
  };
  const bool simulated = a.mode == trace::RunMode::Simulated && b.mode == trace::RunMode::Simulated;
  if (a.mode != b.mode) add(mode_words(b.mode), mode_words(a.mode));
  if (a.gil != b.gil) add(gil_words(b.gil), gil_words(a.gil));
  if (a.switch_interval != b.switch_interval) {
    add("switch interval " + format_duration(b.switch_interval),
        format_duration(a.switch_interval));
  }
  if (simulated && a.cores != b.cores) add(cores_words(b.cores), std::to_string(a.cores));
  if (simulated && a.seed != b.seed) {
    add("seed " + std::to_string(b.seed), std::to_string(a.seed));
  }
  if (simulated && a.policy != b.policy) {
    add(std::string(trace::word(b.policy)) + " scheduling", std::string(trace::word(a.policy)));
  }
  return words;
}

ComparedRow time_row(std::string label, Tick before, Tick after, bool less_is_better) {
  ComparedRow row{std::move(label), format_duration(before), format_duration(after), "±0", 0};
  if (before == after) return row;
  row.difference = after < before ? "−" + format_duration(before - after)
                                  : "+" + format_duration(after - before);
  if (less_is_better) row.better = after < before ? -1 : 1;
  return row;
}

ComparedRow count_row(std::string label, std::uint64_t before, std::uint64_t after) {
  ComparedRow row{std::move(label), std::to_string(before), std::to_string(after), "±0", 0};
  if (before == after) return row;
  row.difference =
      after < before ? "−" + std::to_string(before - after) : "+" + std::to_string(after - before);
  return row;
}

ComparedRow ratio_row(std::string label, double before, double after) {
  ComparedRow row{std::move(label), format_ratio(before), format_ratio(after), "±0", 0};
  if (row.before == row.after) return row;
  row.difference =
      after < before ? "−" + format_ratio(before - after) : "+" + format_ratio(after - before);
  return row;
}

/// A difference below this is chance: it is not called faster or slower.
constexpr double kAlike = 0.03;

std::string speed_sentence(Tick before, Tick after, double speed_up) {
  const std::string figures = format_duration(after) + " instead of " + format_duration(before);
  if (std::abs(speed_up - 1) < kAlike) return "As fast as the kept run: " + figures + ".";
  if (speed_up > 1) return format_ratio(speed_up) + " times as fast: " + figures + ".";
  return format_ratio(1 / speed_up) + " times as slow: " + figures + ".";
}

/// The state whose sum changed most, where that says something.
std::string largest_change(const StateTimes& a, const StateTimes& b) {
  struct Named {
    ThreadState state;
    const char* words;
  };
  static constexpr Named kNamed[] = {{ThreadState::WaitingGil, "waiting for the GIL"},
                                     {ThreadState::Blocked, "waiting for locks"},
                                     {ThreadState::Ready, "waiting for a core"}};
  const Named* most = nullptr;
  Tick largest = 0;
  for (const Named& named : kNamed) {
    const Tick before = a[named.state], after = b[named.state];
    const Tick change = before > after ? before - after : after - before;
    if (change <= largest) continue;
    largest = change;
    most = &named;
  }
  constexpr Tick kWorthSaying = 1'000'000;
  if (most == nullptr || largest < kWorthSaying) return {};
  const Tick before = a[most->state], after = b[most->state];
  if (after == 0) {
    return std::string(" No more ") + most->words + ": that took " + format_duration(before) +
           " of the threads' time.";
  }
  return " The threads spent " + format_duration(after) + " " + most->words + " instead of " +
         format_duration(before) + ".";
}

}  // namespace

std::string settings_in_words(const trace::RunInfo& run) {
  std::string words = mode_words(run.mode) + " · " + gil_words(run.gil);
  if (run.gil != trace::GilSetting::Off)
    words += " · switch " + format_duration(run.switch_interval);
  if (run.mode == trace::RunMode::Simulated) {
    words += " · " + cores_words(run.cores) + " · seed " + std::to_string(run.seed);
  }
  return words;
}

Comparison compare(const Model& before, const Model& after, bool same_program) {
  Comparison c;
  c.what = changes(before.run(), after.run());
  if (!same_program) c.what += c.what.empty() ? "another program" : ", another program";
  const RangeTotals a = before.totals(), b = after.totals();
  if (!before.live() && !after.live() && a.elapsed() > 0 && b.elapsed() > 0) {
    c.speed_up = static_cast<double>(a.elapsed()) / static_cast<double>(b.elapsed());
    c.sentence =
        speed_sentence(a.elapsed(), b.elapsed(), c.speed_up) + largest_change(a.all, b.all);
  }
  c.rows.push_back(time_row("elapsed", a.elapsed(), b.elapsed(), true));
  struct Named {
    ThreadState state;
    const char* words;
    bool less_is_better;
  };
  static constexpr Named kStates[] = {{ThreadState::Running, "running Python", false},
                                      {ThreadState::WaitingGil, "waiting for the GIL", true},
                                      {ThreadState::Blocked, "blocked on locks", true},
                                      {ThreadState::SleepingIo, "sleep · I/O · join", false},
                                      {ThreadState::Native, "native, GIL released", false},
                                      {ThreadState::Ready, "ready, no core", true}};
  for (const Named& named : kStates) {
    if (a.all[named.state] == 0 && b.all[named.state] == 0) continue;
    c.rows.push_back(
        time_row(named.words, a.all[named.state], b.all[named.state], named.less_is_better));
  }
  c.rows.push_back(ratio_row("parallelism", a.parallelism(), b.parallelism()));
  if (a.handoffs + b.handoffs > 0) {
    c.rows.push_back(count_row("GIL hand-offs", a.handoffs, b.handoffs));
    c.rows.push_back(count_row("… forced", a.forced, b.forced));
  }
  return c;
}

}  // namespace interleave::timeline
