#include "timeline/verdict.h"

#include <algorithm>
#include <map>
#include <vector>

#include "timeline/explain.h"
#include "timeline/format.h"

namespace interleave::timeline {
namespace {

constexpr Tick kMillisecond = 1'000'000;

/// One thread within the range.
struct ThreadFacts {
  LaneIndex lane = kNoLane;
  ThreadId thread = kNoThread;
  Tick begin = 0;  // first and last moment, clipped to the range
  Tick end = 0;
  StateTimes times;
  Tick slept = 0;  // in time.sleep, not in joins and I/O
  Tick life() const { return end - begin; }
  double share(ThreadState state) const {
    return life() == 0 ? 0 : static_cast<double>(times[state]) / static_cast<double>(life());
  }
};

/// What waiting for one lock or semaphore cost.
struct LockFacts {
  Tick waited = 0;  // all threads together
  Tick lives = 0;   // of the threads that waited
  std::size_t waiters = 0;
  ThreadId worst = kNoThread;  // who waited most
  Tick worst_waited = 0;
};

/// What the rules look at: sums, nothing else.
struct Facts {
  explicit Facts(const Model& model, Tick t0, Tick t1);

  const Model& model;
  RangeTotals totals;
  bool whole = true;  // the range is the whole run
  bool gil = true;
  std::vector<ThreadFacts> threads;  // that lived in the range
  std::map<ObjectId, LockFacts> locks;
  std::map<trace::FunctionId, Tick> native;

  double part_of_elapsed(Tick t) const {
    return totals.elapsed() == 0 ? 0
                                 : static_cast<double>(t) / static_cast<double>(totals.elapsed());
  }
  std::string elapsed() const { return format_duration(totals.elapsed()); }
  std::string name(const ThreadFacts& t) const { return model.thread_name(t.thread); }

 private:
  void scan_waits(ThreadFacts& t);
};

bool is_lock(const Model& model, ObjectId object) {
  const trace::ObjectInfo* info = model.tables().object(object);
  if (info == nullptr) return false;
  switch (info->kind) {
    case trace::ObjectKind::Lock:
    case trace::ObjectKind::RLock:
    case trace::ObjectKind::Semaphore:
    case trace::ObjectKind::BoundedSemaphore: return true;
    default: return false;  // waiting for a queue or an event is waiting for work, not contention
  }
}

Facts::Facts(const Model& m, Tick t0, Tick t1) : model(m), totals(m.totals(t0, t1)) {
  whole = totals.begin == 0 && totals.end >= model.end();
  gil = model.run().gil != trace::GilSetting::Off;
  for (const ThreadTimes& entry : totals.threads) {
    const Lane& lane = model.lane(entry.lane);
    ThreadFacts t;
    t.lane = entry.lane;
    t.thread = lane.thread;
    t.times = entry.times;
    t.begin = std::max(totals.begin, std::min(lane.started, totals.end));
    t.end = std::max(t.begin, std::min(lane.finished, totals.end));
    if (t.life() == 0) continue;
    scan_waits(t);
    threads.push_back(t);
  }
}

void Facts::scan_waits(ThreadFacts& t) {
  const Tick waits = t.times[ThreadState::Blocked] + t.times[ThreadState::SleepingIo] +
                     t.times[ThreadState::Native];
  if (waits == 0) return;
  std::map<ObjectId, Tick> mine;
  const std::uint32_t count = model.span_count(t.lane);
  for (std::uint32_t i = model.track(t.lane).first_ending_after(t.begin); i < count; ++i) {
    const Span span = model.span({t.lane, i});
    if (span.start >= t.end) break;
    const Tick length = std::min(span.end, t.end) - std::max(span.start, t.begin);
    if (span.state == ThreadState::Native) native[span.subject] += length;
    if (span.detail == Detail::Sleep) t.slept += length;
    if (span.detail == Detail::Object && is_lock(model, span.subject)) mine[span.subject] += length;
  }
  for (const auto& [object, waited] : mine) {
    LockFacts& lock = locks[object];
    lock.waited += waited;
    lock.lives += t.life();
    ++lock.waiters;
    if (waited <= lock.worst_waited) continue;
    lock.worst = t.thread;
    lock.worst_waited = waited;
  }
}

bool is_cpu_bound(const ThreadFacts& t) {
  return t.share(ThreadState::Running) + t.share(ThreadState::WaitingGil) >= 0.6 &&
         t.times[ThreadState::Running] >= kMillisecond;
}

std::vector<const ThreadFacts*> cpu_bound(const Facts& facts) {
  std::vector<const ThreadFacts*> found;
  for (const ThreadFacts& t : facts.threads) {
    if (is_cpu_bound(t)) found.push_back(&t);
  }
  return found;
}

// --- Rules: each fills the verdict and answers true when it has something to say ---

bool deadlock(const Facts& f, Verdict& v) {
  if (f.model.run().status != trace::RunStatus::Deadlock || !f.whole) return false;
  const std::vector<WaitEdge> circle = f.model.deadlock();
  if (circle.empty()) {
    std::string waiting;
    std::size_t n = 0;
    for (const ThreadFacts& t : f.threads) {
      const Lane& lane = f.model.lane(t.lane);
      if (lane.finished < f.totals.end && lane.end_status == trace::EndStatus::Finished) continue;
      ++n;
      if (waiting.empty()) waiting = f.name(t);
    }
    if (n == 0) return false;
    v.headline =
        n == 1 ? "Deadlock: " + waiting + " waits and nobody is left to wake it."
               : "Deadlock: " + format_count(n) + " threads wait and nobody is left to wake them.";
    v.detail = "What they wait for can only come from a thread that has ended or waits itself.";
    return true;
  }
  if (circle.size() == 1) {
    v.headline = "Deadlock: " + f.model.thread_name(circle[0].thread) + " waits for itself.";
    v.detail = explain_deadlock(f.model, circle) +
               " A Lock cannot be taken twice by the same thread; an RLock can.";
    return true;
  }
  v.headline = circle.size() == 2
                   ? "Deadlock: " + f.model.thread_name(circle[0].thread) + " and " +
                         f.model.thread_name(circle[1].thread) + " wait for each other."
                   : "Deadlock: " + format_count(circle.size()) +
                         " threads wait for each other in a circle.";
  v.detail = explain_deadlock(f.model, circle);
  const bool locks = std::all_of(circle.begin(), circle.end(),
                                 [](const WaitEdge& edge) { return edge.object != 0; });
  if (locks) v.detail += " Let every thread take the locks in the same order.";
  return true;
}

bool one_after_another(const Facts& f, Verdict& v) {
  std::vector<const ThreadFacts*> workers;
  for (const ThreadFacts& t : f.threads) {
    if (t.thread != 0) workers.push_back(&t);
  }
  if (workers.size() < 2 || !f.whole || f.model.live()) return false;
  std::sort(workers.begin(), workers.end(),
            [](const ThreadFacts* a, const ThreadFacts* b) { return a->begin < b->begin; });
  Tick lives = 0;
  for (std::size_t i = 0; i < workers.size(); ++i) {
    if (i > 0 && workers[i]->begin < workers[i - 1]->end) return false;
    lives += workers[i]->life();
  }
  if (lives < kMillisecond || f.part_of_elapsed(lives) < 0.5) return false;
  v.headline = format_count(workers.size(), true) +
               " threads ran one after the other: each was started when the one before had ended.";
  v.detail = "Their lives add up to " + format_duration(lives) + " of " + f.elapsed() +
             ". Start them all before joining the first and run again.";
  return true;
}

bool crowded(const Facts& f, Verdict& v) {
  const Tick ready = f.totals.all[ThreadState::Ready];
  const Tick cpu = f.totals.all.cpu();
  if (ready < kMillisecond || ready * 10 < ready + cpu) return false;
  const std::uint32_t cores = f.model.run().cores;
  v.headline = cores == 1
                   ? "Threads waited for the only core."
                   : "Threads waited for a core: all " + std::to_string(cores) + " were taken.";
  v.detail = "Ready threads waited " + format_duration(ready) + " altogether, against " +
             format_duration(cpu) + " of computing. Run again with more cores.";
  return true;
}

/// "crunch(), line 7" or "Thread-1, line 7": who had the GIL during the longest wait of a thread.
std::string holder_of_longest_wait(const Facts& f, const ThreadFacts& t) {
  const Track& track = f.model.track(t.lane);
  const std::uint32_t longest = track.longest(mask_of(ThreadState::WaitingGil), t.begin, t.end);
  if (longest == Track::kNone) return {};
  const Span wait = track[longest];
  const std::vector<Model::GilShare> shares = f.model.gil_shares(wait.start, wait.end);
  if (shares.empty()) return {};
  const Party& holder = shares.front().holder;
  const Place place = f.model.place_at(f.model.lane_of(holder.thread), wait.end - 1);
  std::string text = f.model.function_name(place.function);
  if (text.empty() || text.front() == '<') text = f.model.thread_name(holder.thread);
  if (holder.line != 0) text += ", line " + std::to_string(holder.line);
  return text;
}

bool gil_serializes(const Facts& f, Verdict& v) {
  if (!f.gil) return false;
  std::vector<const ThreadFacts*> busy;
  for (const ThreadFacts* t : cpu_bound(f)) {
    if (t->share(ThreadState::WaitingGil) >= 0.15) busy.push_back(t);
  }
  if (busy.size() < 2) return false;
  const ThreadFacts* worst = busy.front();
  Tick begin = kForever, end = 0, work = 0, waits = 0;
  for (const ThreadFacts* t : busy) {
    if (t->share(ThreadState::WaitingGil) > worst->share(ThreadState::WaitingGil)) worst = t;
    begin = std::min(begin, t->begin);
    end = std::max(end, t->end);
    work += t->times[ThreadState::Running];
    waits += t->times[ThreadState::WaitingGil];
  }
  Tick lock_waits = 0;
  for (const auto& [object, lock] : f.locks) lock_waits += lock.waited;
  if (lock_waits > waits) return false;
  const Tick window = end - begin;
  const bool like_sequential = work * 100 >= window * 85;
  v.headline = format_count(busy.size(), true) + " CPU-bound threads took " +
               (like_sequential ? "as long as one after the other: " : "turns, one at a time: ") +
               format_duration(window) + " for " + format_duration(work) + " of computing.";
  v.detail = f.name(*worst) + " spent " + format_percent(worst->share(ThreadState::WaitingGil)) +
             " of its life waiting for the GIL";
  const std::string holder = holder_of_longest_wait(f, *worst);
  if (!holder.empty()) v.detail += ", held by " + holder;
  v.detail += ". Switch the GIL off and run again.";
  return true;
}

bool lock_contention(const Facts& f, Verdict& v) {
  ObjectId object = 0;
  LockFacts lock;
  for (const auto& [id, facts] : f.locks) {
    if (facts.waited <= lock.waited) continue;
    object = id;
    lock = facts;
  }
  if (lock.waited < kMillisecond || lock.waited * 10 < lock.lives) return false;
  v.headline = (lock.waiters == 1 ? f.model.thread_name(lock.worst)
                                  : format_count(lock.waiters, true) + " threads") +
               " waited " + format_duration(lock.waited) + " for " + f.model.object_name(object) +
               ".";
  Tick held = 0;
  const Track* track = f.model.object_track(object);
  if (track != nullptr && f.model.is_exclusive(object)) {
    held = track->times(f.totals.begin, f.totals.end).total();
    for (const Span& span : f.model.open_holds(object)) {
      const Tick from = std::max(span.start, f.totals.begin);
      if (f.totals.end > from) held += std::min(span.end, f.totals.end) - from;
    }
  }
  v.detail = "That is " +
             format_percent(static_cast<double>(lock.waited) / static_cast<double>(lock.lives)) +
             " of the life of the " +
             (lock.waiters == 1 ? "thread which waited" : "threads which waited");
  if (held > 0) {
    // Of a lock taken very often the trace does not keep every time.
    v.detail += std::string("; the lock was held ") + (f.model.dropped() > 0 ? "at least " : "") +
                format_percent(f.part_of_elapsed(held)) + " of the time";
  }
  v.detail += ". Hold it for as short as possible: work first, then lock.";
  return true;
}

bool not_parallel(const Facts& f, Verdict& v) {
  if (f.gil) return false;
  const std::size_t busy = cpu_bound(f).size();
  const std::uint32_t cores = f.model.run().cores;
  if (busy < 2 || (cores != 1 && f.totals.parallelism() >= 1.15)) return false;
  if (cores == 1) {
    v.headline =
        "The GIL is off, but " + format_count(busy) + " CPU-bound threads share the only core.";
    v.detail = "The run took " + f.elapsed() + ". Run it where there are more cores.";
    return true;
  }
  v.headline = "The GIL is off, and yet " + format_count(busy) +
               " CPU-bound threads hardly ran at the same time.";
  v.detail = format_duration(f.totals.all.cpu()) + " of computing in " + f.elapsed() +
             ", parallelism " + format_ratio(f.totals.parallelism()) + ".";
  return true;
}

bool parallel(const Facts& f, Verdict& v) {
  if (f.gil || f.totals.parallelism() < 1.15) return false;
  const std::size_t busy = cpu_bound(f).size();
  if (busy < 2) return false;
  const std::uint32_t cores = f.model.run().cores;
  v.headline = "Without the GIL " + format_count(busy) + " threads computed at the same time";
  // With more threads than cores, running also means sharing a core: the sum would be no figure of
  // work.
  if (cores != 0 && busy > cores) {
    v.headline += " on " + std::to_string(cores) + " cores: the run took " + f.elapsed() + ".";
  } else {
    v.headline += ": " + format_duration(f.totals.all.cpu()) + " of work in " + f.elapsed() + ".";
  }
  v.detail = "Parallelism " + format_ratio(f.totals.parallelism()) +
             ". Switch the GIL on and run again to compare.";
  return true;
}

bool native_overlap(const Facts& f, Verdict& v) {
  const Tick native = f.totals.all[ThreadState::Native];
  if (!f.gil || f.totals.parallelism() < 1.15 || f.part_of_elapsed(native) < 0.2) return false;
  trace::FunctionId most = 0;
  Tick longest = 0;
  for (const auto& [function, time] : f.native) {
    if (time > longest || (time == longest && function < most)) {
      most = function;
      longest = time;
    }
  }
  const std::string name = f.model.function_name(most);
  v.headline = (name.empty() ? std::string("Native code") : name) +
               " lets the GIL go: threads computed at the same time, " +
               format_duration(f.totals.all.cpu()) + " of work in " + f.elapsed() + ".";
  v.detail = format_duration(native) +
             " of it in native calls with the GIL released; parallelism " +
             format_ratio(f.totals.parallelism()) + " in spite of the GIL.";
  return true;
}

bool daemon_cut_off(const Facts& f, Verdict& v) {
  if (!f.whole || f.model.live()) return false;
  std::vector<const ThreadFacts*> cut;
  for (const ThreadFacts& t : f.threads) {
    const Lane& lane = f.model.lane(t.lane);
    if (lane.daemon && lane.finished != kForever && lane.end_status == trace::EndStatus::CutOff) {
      cut.push_back(&t);
    }
  }
  if (cut.empty()) return false;
  v.headline =
      cut.size() == 1
          ? f.name(*cut[0]) + ", a daemon thread, was cut off when the program ended."
          : format_count(cut.size(), true) + " daemon threads were cut off when the program ended.";
  const ThreadFacts& first = *cut[0];
  const std::uint32_t count = f.model.span_count(first.lane);
  const Span last = count == 0 ? Span{} : f.model.span({first.lane, count - 1});
  const bool slept = last.detail == Detail::Sleep;
  v.detail = f.name(first) + " was " +
             (slept                                   ? "sleeping"
              : last.state == ThreadState::Running    ? "running"
              : last.state == ThreadState::WaitingGil ? "waiting for the GIL"
                                                      : "waiting");
  if (last.line_end != 0) v.detail += " at line " + std::to_string(last.line_end);
  v.detail += ". Join it, or leave daemon out, to let it finish.";
  return true;
}

bool sleep_overlap(const Facts& f, Verdict& v) {
  Tick sum = 0, least = kForever, most = 0;
  std::size_t sleepers = 0;
  for (const ThreadFacts& t : f.threads) {
    if (t.slept * 2 < t.life() || t.slept < kMillisecond) continue;
    ++sleepers;
    sum += t.slept;
    least = std::min(least, t.slept);
    most = std::max(most, t.slept);
  }
  if (sleepers < 2 || f.totals.elapsed() * 4 > sum * 3) return false;
  const bool alike = (most - least) * 10 <= most;
  v.headline =
      format_count(sleepers, true) + " threads slept " +
      (alike ? format_duration(sum / sleepers) + " each" : format_duration(sum) + " altogether") +
      ", the run took " + f.elapsed() + ".";
  v.detail = f.gil ? "Sleeping needs no GIL, so they slept at the same time."
                   : "They slept at the same time.";
  return true;
}

bool single_thread(const Facts& f, Verdict& v) {
  if (!f.whole || f.model.live() || f.threads.size() != 1) return false;
  const ThreadFacts& t = f.threads.front();
  if (t.life() < kMillisecond) return false;
  v.headline = "Only " + f.name(t) + " ran: nothing here is concurrent.";
  v.detail = "It computed for " + format_duration(t.times.cpu()) + " of " + f.elapsed() +
             (t.slept > 0 ? " and slept for " + format_duration(t.slept) : "") + ".";
  return true;
}

struct Entry {
  Rule rule;
  bool (*apply)(const Facts&, Verdict&);
};
constexpr Entry kRules[] = {
    {Rule::Deadlock, deadlock},
    {Rule::OneAfterAnother, one_after_another},
    {Rule::Crowded, crowded},
    {Rule::GilSerializes, gil_serializes},
    {Rule::LockContention, lock_contention},
    {Rule::NotParallel, not_parallel},
    {Rule::Parallel, parallel},
    {Rule::NativeOverlap, native_overlap},
    {Rule::DaemonCutOff, daemon_cut_off},
    {Rule::SleepOverlap, sleep_overlap},
    {Rule::SingleThread, single_thread},
};

}  // namespace

Verdict verdict(const Model& model, Tick t0, Tick t1) {
  Verdict v;
  const Facts facts(model, t0, t1);
  if (facts.totals.elapsed() == 0) return v;
  for (const Entry& entry : kRules) {
    if (!entry.apply(facts, v)) continue;
    v.rule = entry.rule;
    return v;
  }
  return v;
}

Verdict verdict(const Model& model) { return verdict(model, 0, model.end()); }

}  // namespace interleave::timeline
