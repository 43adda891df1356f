#include "trace/chrome_form.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "trace/json_text.h"
#include "trace/merge.h"
#include "trace/states.h"
#include "trace/text_form.h"

namespace interleave::trace {
namespace {

constexpr std::uint64_t kUiTrack = 1;
constexpr std::uint64_t kGilTrack = 2;
constexpr std::uint64_t kFirstThreadTrack = 10;

std::uint64_t track_of(ThreadId thread) {
  return thread == kUiThread ? kUiTrack : kFirstThreadTrack + thread;
}

/// Colour names of the Chrome trace viewer; others ignore them.
std::string_view colour(ThreadState state) {
  switch (state) {
    case ThreadState::Running: return "thread_state_running";
    case ThreadState::WaitingGil: return "thread_state_runnable";
    case ThreadState::Blocked: return "terrible";
    case ThreadState::Native: return "thread_state_iowait";
    case ThreadState::Ready: return "thread_state_unknown";
    default: return "thread_state_sleeping";
  }
}

class ChromeWriter {
 public:
  ChromeWriter(const Recorder& recorder, const Origin& origin,
               const std::function<void(std::string_view)>& sink)
      : recorder_(recorder), origin_(origin), sink_(sink) {
    TableCursor cursor;
    recorder.read_tables(cursor, delta_);
    for (const TableChange& change : delta_.changes) tables_.apply(change);
  }
  void write();

 private:
  struct Thread {
    explicit Thread(ThreadId id, bool has_gil) : tracker(id, has_gil) {}
    StateTracker tracker;
    bool has_gil = false;
    Tick gil_since = 0;
    Tick dropped_at = 0;            // the GIL
    std::map<ThreadId, Tick> woke;  // thread -> when this one woke it last
    Tick spawned_at = 0;
    ThreadId parent = kNoThread;
    std::vector<std::pair<Tick, Tick>> slices;  // begin and end, in order of time
    /// The moment, at `t` or just before, at which a slice is open.
    std::optional<Tick> within_slice(Tick t) const;
  };

  struct Arrow {
    const char* name;
    ThreadId from;
    ThreadId to;
    Tick from_time;
    Tick to_time;
  };

  void metadata();
  void name_track(std::uint64_t track, const std::string& name, std::uint64_t order);
  void take(ThreadId id, const Event& event);
  void take_arrows(ThreadId id, Thread& thread, const Event& event);
  void slice(ThreadId id, const StateSpan& span);
  std::string arguments(const StateSpan& span) const;
  std::string begin_event(std::string_view phase, std::uint64_t track, Tick time) const;
  void instant(ThreadId id, const Event& event);
  void gil_slice(ThreadId id, Tick start, Tick end);
  void arrow(const char* name, ThreadId from, Tick from_time, ThreadId to, Tick to_time);
  void emit_arrows();
  void emit_end(std::uint64_t lost);
  void emit(std::string_view json);
  Thread& thread(ThreadId id);
  std::string thread_name(ThreadId id) const;
  std::string label(const StateSpan& span) const;

  const Recorder& recorder_;
  const Origin& origin_;
  const std::function<void(std::string_view)>& sink_;
  TableDelta delta_;
  Tables tables_;
  std::map<ThreadId, std::unique_ptr<Thread>> threads_;
  Tick last_ = 0;
  Tick gil_end_ = 0;  // of the track's last slice
  std::vector<Arrow> arrows_;
  bool first_ = true;
  std::string out_;
};

std::string micros(Tick ns) {
  char text[40];
  std::snprintf(text, sizeof text, "%llu.%03u", static_cast<unsigned long long>(ns / 1000),
                static_cast<unsigned>(ns % 1000));
  return text;
}

void ChromeWriter::emit(std::string_view json) {
  out_ += first_ ? "\n" : ",\n";
  first_ = false;
  out_ += json;
  if (out_.size() < 64 * 1024) return;
  sink_(out_);
  out_.clear();
}

ChromeWriter::Thread& ChromeWriter::thread(ThreadId id) {
  std::unique_ptr<Thread>& slot = threads_[id];
  if (slot == nullptr) slot = std::make_unique<Thread>(id, delta_.info.gil != GilSetting::Off);
  return *slot;
}

std::string ChromeWriter::thread_name(ThreadId id) const {
  if (id == kUiThread) return "Browser UI";
  const ThreadInfo* info = tables_.thread(id);
  return info == nullptr || info->name.empty() ? "thread " + std::to_string(id) : info->name;
}

std::string ChromeWriter::label(const StateSpan& span) const {
  const FunctionInfo* function = tables_.function(span.subject);
  switch (span.state) {
    case ThreadState::Running:
      if (span.detail == Detail::Frame) return "frame";
      if (span.detail == Detail::LongTask) return "long task";
      if (span.detail == Detail::MainOnPage) return "MainThread on the page";
      if (span.detail == Detail::Collect) return "collecting garbage";
      return function == nullptr ? "running" : function->name;
    case ThreadState::WaitingGil: return "waiting for the GIL";
    case ThreadState::Blocked: {
      if (span.detail == Detail::Collect) return "stopped for a collection";
      const ObjectInfo* object = tables_.object(span.subject);
      if (object == nullptr) return "blocked";
      return "waiting for " +
             (object->name.empty() ? std::string(word(object->kind)) : object->name);
    }
    case ThreadState::SleepingIo:
      if (span.detail == Detail::Sleep) return "sleep";
      if (span.detail == Detail::Join) return "join " + thread_name(span.subject);
      return function == nullptr ? "I/O" : function->name;
    case ThreadState::Native:
      return (function == nullptr ? "native call" : function->name) + ", GIL released";
    case ThreadState::Ready: return "ready, no core";
    default: return std::string(word(span.state));
  }
}

/// What there is to say of a slice beyond its name.
std::string ChromeWriter::arguments(const StateSpan& span) const {
  std::string json = "{";
  add_text(json, "state", word(span.state));
  if (span.line_begin != 0) add_number(json, "line", span.line_begin);
  if (span.line_end != span.line_begin) add_number(json, "lineEnd", span.line_end);
  const bool of_function = span.state == ThreadState::Running ||
                           span.state == ThreadState::Native || span.detail == Detail::Io;
  const FunctionInfo* function = of_function ? tables_.function(span.subject) : nullptr;
  if (function != nullptr && !is_of_page(span.detail)) {
    add_text(json, "function", function->name);
  }
  const ObjectInfo* object = span.detail == Detail::Object ? tables_.object(span.subject) : nullptr;
  if (object != nullptr) {
    add_text(json, "object", object->name);
    add_text(json, "kind", word(object->kind));
    if (object->line != 0) add_number(json, "madeAtLine", object->line);
  }
  if (span.other != kNoThread) {
    const bool other_is_subject = span.detail == Detail::Join || span.detail == Detail::Collect;
    add_text(json, other_is_subject ? "thread" : "endedBy", thread_name(span.other));
  }
  if (span.forced) add_member(json, "forced", "true");
  if (span.timed_out) add_member(json, "timedOut", "true");
  if (span.failed) add_member(json, "failed", "true");
  if (span.cut_off) add_member(json, "cutOff", "true");
  return json + '}';
}

/// An event of a track up to its time; its braces are still open.
std::string ChromeWriter::begin_event(std::string_view phase, std::uint64_t track,
                                      Tick time) const {
  std::string json = "{";
  add_text(json, "ph", phase);
  add_number(json, "pid", 1);
  add_number(json, "tid", track);
  add_member(json, "ts", micros(time));
  return json;
}

void ChromeWriter::slice(ThreadId id, const StateSpan& span) {
  thread(id).slices.emplace_back(span.start, span.end);
  std::string json = begin_event("X", track_of(id), span.start);
  add_member(json, "dur", micros(span.end - span.start));
  add_text(json, "name", label(span));
  add_text(json, "cat", word(span.state));
  add_text(json, "cname", colour(span.state));
  add_member(json, "args", arguments(span));
  emit(json + '}');
}

/// What happens at a moment and is no state.
void ChromeWriter::instant(ThreadId id, const Event& event) {
  std::string name;
  if (event.kind() == EventKind::Stop) name = "stopped";
  if (event.kind() == EventKind::Dropped) name = std::to_string(event.a) + " events missing";
  if (name.empty()) return;
  std::string json = begin_event("i", track_of(id), event.time());
  add_text(json, "s", "t");
  add_text(json, "cat", "trace");
  add_text(json, "name", name);
  emit(json + '}');
}

void ChromeWriter::gil_slice(ThreadId id, Tick start, Tick end) {
  // A thread may have been given it while the one before was still on its last instruction.
  start = std::max(start, gil_end_);
  if (end <= start) return;
  gil_end_ = end;
  std::string json = begin_event("X", kGilTrack, start);
  add_member(json, "dur", micros(end - start));
  add_text(json, "name", thread_name(id));
  add_text(json, "cat", "gil");
  emit(json + '}');
}

void ChromeWriter::arrow(const char* name, ThreadId from, Tick from_time, ThreadId to,
                         Tick to_time) {
  arrows_.push_back({name, from, to, from_time, to_time});
}

std::optional<Tick> ChromeWriter::Thread::within_slice(Tick t) const {
  const auto after = std::upper_bound(
      slices.begin(), slices.end(), t,
      [](Tick moment, const std::pair<Tick, Tick>& slice) { return moment < slice.first; });
  if (after == slices.begin()) return std::nullopt;
  const auto& [begin, end] = *std::prev(after);
  // What ends at `t` is open just before.
  return t < end ? std::optional(t) : t == end && end > begin ? std::optional(t - 1) : std::nullopt;
}

/// After all slices: of what has the same time readers keep the order of the file. Both ends of an
/// arrow lie within a slice, which it is bound to; where there is none (a thread that never ran, a
/// state of no length) there can be no arrow.
void ChromeWriter::emit_arrows() {
  std::uint64_t id = 0;
  for (const Arrow& arrow : arrows_) {
    const Thread& source = thread(arrow.from);
    // What let the other go on usually ended a state: the arrow leaves from that one.
    std::optional<Tick> from = arrow.from_time > 0 && source.within_slice(arrow.from_time - 1)
                                   ? arrow.from_time - 1
                                   : source.within_slice(arrow.from_time);
    const std::optional<Tick> to = thread(arrow.to).within_slice(arrow.to_time);
    if (from && to && *from > *to) from = source.within_slice(*to);
    if (!from || !to || *from > *to) continue;
    ++id;
    for (const bool begins : {true, false}) {
      std::string json = begins ? begin_event("s", track_of(arrow.from), *from)
                                : begin_event("f", track_of(arrow.to), *to);
      if (!begins) add_text(json, "bp", "e");
      add_text(json, "cat", "flow");
      add_text(json, "name", arrow.name);
      add_number(json, "id", id);
      emit(json + '}');
    }
  }
}

void ChromeWriter::take_arrows(ThreadId id, Thread& me, const Event& event) {
  const Tick now = event.time();
  switch (event.kind()) {
    case EventKind::Spawn:
      thread(event.a).parent = id;
      thread(event.a).spawned_at = now;
      break;
    case EventKind::ThreadStart:
      if (me.parent != kNoThread) arrow("start", me.parent, me.spawned_at, id, now);
      break;
    case EventKind::GilDrop:
      if (me.has_gil) gil_slice(id, me.gil_since, now);
      me.has_gil = false;
      me.dropped_at = now;
      break;
    case EventKind::GilTake:
      me.has_gil = true;
      me.gil_since = now;
      if (event.a == kNoThread || event.a == id || !threads_.contains(event.a)) break;
      arrow((event.flags() & kForced) != 0 ? "forced GIL hand-off" : "GIL hand-off", event.a,
            std::min(thread(event.a).dropped_at, now), id, now);
      break;
    case EventKind::Wake: me.woke[event.a] = now; break;
    case EventKind::BlockEnd:
    case EventKind::JoinEnd: {
      if (event.a == kNoThread || event.a == id || (event.flags() & kTimedOut) != 0) break;
      if (!threads_.contains(event.a)) break;
      const auto& woke = thread(event.a).woke;
      const auto found = woke.find(id);
      arrow(event.kind() == EventKind::JoinEnd ? "join" : "wake", event.a,
            found == woke.end() ? now : found->second, id, now);
      break;
    }
    default: break;
  }
}

void ChromeWriter::take(ThreadId id, const Event& event) {
  last_ = std::max(last_, event.time());
  Thread& me = thread(id);
  StateSpan closed;
  if (me.tracker.feed(event, closed)) slice(id, closed);
  take_arrows(id, me, event);
  instant(id, event);
}

void ChromeWriter::name_track(std::uint64_t track, const std::string& name, std::uint64_t order) {
  for (const bool of_name : {true, false}) {
    std::string json = "{";
    add_text(json, "ph", "M");
    add_number(json, "pid", 1);
    add_number(json, "tid", track);
    add_text(json, "name", of_name ? "thread_name" : "thread_sort_index");
    std::string arguments = "{";
    if (of_name) add_text(arguments, "name", name);
    if (!of_name) add_number(arguments, "sort_index", order);
    add_member(json, "args", arguments + '}');
    emit(json + '}');
  }
}

void ChromeWriter::metadata() {
  emit(
      "{\"ph\":\"M\",\"pid\":1,\"tid\":0,\"name\":\"process_name\",\"args\":{\"name\":\"Python\"}"
      "}");
  bool frames = false;
  for (const Ring* ring : delta_.rings) frames = frames || ring->thread() == kUiThread;
  if (frames) name_track(kUiTrack, thread_name(kUiThread), 0);
  if (delta_.info.gil != GilSetting::Off) name_track(kGilTrack, "GIL", 1);
  for (const ThreadInfo& info : tables_.threads) {
    name_track(track_of(info.id), info.name + (info.daemon ? " (daemon)" : ""),
               kFirstThreadTrack + info.id);
  }
}

void ChromeWriter::write() {
  out_ = "{\"displayTimeUnit\":\"ns\",\"traceEvents\":[";
  metadata();
  std::vector<const Ring*> rings;
  std::uint64_t lost = 0;
  for (const Ring* ring : delta_.rings) {
    lost += ring->dropped();
    if (ring->thread() != kNoThread) rings.push_back(ring);
  }
  for_each_event(rings, [this](ThreadId id, const Event& event) { take(id, event); });
  const Tick end = std::max(last_, delta_.info.end);
  for (const auto& [id, t] : threads_) {
    if (t->has_gil) gil_slice(id, t->gil_since, end);
    StateSpan open = t->tracker.current();
    if (open.state == ThreadState::NotStarted || open.state == ThreadState::Finished) continue;
    open.end = end;
    if (open.end > open.start) slice(id, open);
  }
  emit_arrows();
  out_ += "\n],";
  emit_end(lost);
}

/// Last, because readers may stop at the first member they do not know; and on a line of its own,
/// by which read_saved() finds it.
void ChromeWriter::emit_end(std::uint64_t lost) {
  const RunInfo& info = delta_.info;
  std::string json = "\n\"otherData\":{";
  add_text(json, "product", "Interleave");
  add_text(json, "mode", word(info.mode));
  add_text(json, "gil", word(info.gil));
  add_text(json, "policy", word(info.policy));
  add_text(json, "status", word(info.status));
  add_number(json, "cores", info.cores);
  // Beyond 2**53 a number would be another one in most readers.
  add_text(json, "seed", std::to_string(info.seed));
  add_number(json, "elapsedNs", info.end);
  add_number(json, "events", recorder_.events());
  add_number(json, "lostEvents", lost);
  add_saved_members(json, recorder_, origin_);
  out_ += json;
  out_ += "}}\n";
  sink_(out_);
}

}  // namespace

void write_chrome(const Recorder& recorder, const Origin& origin,
                  const std::function<void(std::string_view)>& sink) {
  ChromeWriter(recorder, origin, sink).write();
}

std::string to_chrome(const Recorder& recorder, const Origin& origin) {
  std::string out;
  write_chrome(recorder, origin, [&out](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace interleave::trace
