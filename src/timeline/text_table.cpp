#include "timeline/text_table.h"

#include <algorithm>
#include <vector>

#include "timeline/format.h"
#include "timeline/rows.h"
#include "timeline/verdict.h"

namespace interleave::timeline {
namespace {

struct Column {
  std::string_view title;
  ThreadState state;
};
constexpr Column kColumns[] = {
    {"Running", ThreadState::Running}, {"Waiting for GIL", ThreadState::WaitingGil},
    {"Lock", ThreadState::Blocked},    {"Sleep / I/O", ThreadState::SleepingIo},
    {"Native", ThreadState::Native},   {"Ready, no core", ThreadState::Ready},
};

/// Letters, of UTF-8.
std::size_t width(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

/// Control characters would break the rows.
std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return out;
}

std::string cell(Tick ns) { return ns == 0 ? "–" : format_duration(ns); }

std::vector<std::string> row_of(std::string_view name, const StateTimes& times, bool cores) {
  std::vector<std::string> row{one_line(name)};
  for (const Column& column : kColumns) {
    if (column.state != ThreadState::Ready || cores) row.push_back(cell(times[column.state]));
  }
  return row;
}

/// The first column to the left, the others to the right.
std::string laid_out(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width(row[i]));
  }
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - width(row[i]), ' ');
      out += i == 0 ? row[i] + gap : "  " + gap + row[i];
    }
    out += '\n';
  }
  return out;
}

/// Longest fought over first.
constexpr std::size_t kMostLocks = 12;

struct LockTimes {
  ObjectId lock;
  Tick held = 0;
  Tick contended = 0;
  std::uint32_t holds = 0;
};

LockTimes lock_times(const Model& model, ObjectId lock) {
  LockTimes sum{lock};
  const Track& track = *model.object_track(lock);
  const StateTimes closed = track.times(0, model.end());
  sum.held = closed.total();
  sum.contended = closed[ThreadState::Blocked];
  for (std::uint32_t i = 0; i < track.size(); ++i) {
    // A hold that others begin to wait for goes on as a second span.
    const bool goes_on = i > 0 && track.at(i - 1).end() == track.at(i).start() &&
                         track.at(i - 1).state() == ThreadState::Running &&
                         track.at(i).state() == ThreadState::Blocked &&
                         track[i - 1].subject == track[i].subject;
    sum.holds += goes_on ? 0 : 1;
  }
  const std::vector<Span> open = model.open_holds(lock);
  for (const Span& span : open) {
    sum.held += span.length();
    if (span.state == ThreadState::Blocked) sum.contended += span.length();
  }
  sum.holds += open.empty() ? 0 : 1;
  return sum;
}

std::string lock_table(const Model& model) {
  std::vector<LockTimes> locks;
  for (const ObjectId object : lock_lanes(model)) {
    if (model.is_exclusive(object)) locks.push_back(lock_times(model, object));
  }
  if (locks.empty()) return {};
  std::stable_sort(locks.begin(), locks.end(), [](const LockTimes& a, const LockTimes& b) {
    return a.contended != b.contended ? a.contended > b.contended : a.held > b.held;
  });
  std::vector<std::vector<std::string>> rows{{"Lock", "Held", "While others waited", "Holds"}};
  for (const LockTimes& lock : locks) {
    if (rows.size() > kMostLocks) break;
    rows.push_back({one_line(model.object_name(lock.lock)), cell(lock.held), cell(lock.contended),
                    std::to_string(lock.holds)});
  }
  std::string out = '\n' + laid_out(rows);
  if (model.dropped() > 0) out += "At least so often and so long: some events are missing.\n";
  if (locks.size() > kMostLocks) {
    out += "and " + std::to_string(locks.size() - kMostLocks) + " more\n";
  }
  return out;
}

std::string sums_line(const Model& model, const RangeTotals& totals) {
  std::string out = std::string(trace::word(model.run().status)) + " after " +
                    format_duration(totals.elapsed()) + " · CPU " +
                    format_duration(totals.all.cpu()) + " · parallelism " +
                    format_ratio(totals.parallelism());
  if (model.run().gil != trace::GilSetting::Off) {
    out += " · GIL hand-offs " + std::to_string(totals.handoffs) + " (" +
           std::to_string(totals.forced) + " forced)";
  }
  out += " · events " + std::to_string(model.events());
  if (model.dropped() != 0) out += " (" + std::to_string(model.dropped()) + " missing)";
  return out + '\n';
}

}  // namespace

std::string settings_line(const trace::RunInfo& run, Tick switch_interval) {
  const bool simulated = run.mode == trace::RunMode::Simulated;
  std::string out = simulated ? "simulated" : "live";
  switch (run.gil) {
    case trace::GilSetting::Off: out += " · GIL off"; break;
    case trace::GilSetting::V39: out += " · GIL as in CPython 3.9 and before"; break;
    case trace::GilSetting::V310: out += " · GIL as in CPython 3.10 and later"; break;
  }
  if (run.gil != trace::GilSetting::Off) {
    out += " · switch interval " + format_duration(switch_interval);
  }
  if (run.cores != 0)
    out += " · " + std::to_string(run.cores) + (run.cores == 1 ? " core" : " cores");
  if (simulated) {
    out += " · seed " + std::to_string(run.seed);
    if (run.policy == trace::Policy::Random) out += ", random";
  }
  return out;
}

std::string text_table(const Model& model, std::string_view title, Tick switch_interval,
                       std::string_view message) {
  const RangeTotals totals = model.totals();
  const bool cores = model.run().mode == trace::RunMode::Simulated;
  std::string out;
  if (!title.empty()) out += one_line(title) + '\n';
  out += settings_line(model.run(), switch_interval) + '\n';
  out += sums_line(model, totals) + '\n';
  std::vector<std::vector<std::string>> rows{{"Thread"}};
  for (const Column& column : kColumns) {
    if (column.state != ThreadState::Ready || cores) rows.front().emplace_back(column.title);
  }
  for (const ThreadTimes& thread : totals.threads) {
    rows.push_back(row_of(model.lane(thread.lane).name, thread.times, cores));
  }
  if (totals.threads.size() > 1) rows.push_back(row_of("All", totals.all, cores));
  out += laid_out(rows);
  out += lock_table(model);
  const Verdict said = verdict(model);
  std::string_view below[] = {said.headline, said.detail};
  if (!said) below[0] = message;
  for (const std::string_view line : below) {
    if (!line.empty()) out += '\n' + std::string(line) + '\n';
  }
  return out;
}

}  // namespace interleave::timeline
