#include "timeline/sampled_calls.h"

#include <vector>

#include "trace/tables.h"

namespace interleave::timeline {
namespace {

/// One thread's samples turned into calls and returns.
class Follower {
 public:
  Follower(ThreadId thread, const trace::Tables& tables, CallCollector& calls)
      : thread_(thread), tables_(tables), calls_(calls) {}

  void take(const trace::Event& event) {
    if (event.kind() == trace::EventKind::ThreadEnd) return leave_to(0, event.time());
    if (event.kind() != trace::EventKind::Line) return;
    const std::size_t told = event.flags() & trace::kDepthMask;
    const std::size_t depth = told == 0 ? 1 : told;
    leave_to(depth, event.time());
    if (stack_.size() == depth && stack_.back() != event.a) leave_to(depth - 1, event.time());
    while (stack_.size() < depth) enter(event.a, event.time());
  }

 private:
  void leave_to(std::size_t depth, Tick at) {
    for (; stack_.size() > depth; stack_.pop_back()) calls_.left(thread_, at);
  }
  void enter(trace::FunctionId id, Tick at) {
    const trace::FunctionInfo* function = tables_.function(id);
    const bool known = function != nullptr;
    calls_.entered(thread_, at, known ? function->name : "?", known ? function->line : 0);
    stack_.push_back(id);
  }

  const ThreadId thread_;
  const trace::Tables& tables_;
  CallCollector& calls_;
  std::vector<trace::FunctionId> stack_;
};

}  // namespace

Calls sampled_calls(const trace::Recorder& recorder, Tick begin, Tick end) {
  trace::TableCursor cursor;
  trace::TableDelta delta;
  recorder.read_tables(cursor, delta);
  trace::Tables tables;
  for (const trace::TableChange& change : delta.changes) tables.apply(change);
  CallCollector calls(begin, end);
  for (const trace::Ring* ring : delta.rings) {
    if (ring->thread() == trace::kUiThread) continue;
    Follower follower(ring->thread(), tables, calls);
    trace::RingCursor events(*ring);
    for (auto piece = events.next(); !piece.empty(); piece = events.next()) {
      for (const trace::Event& event : piece) follower.take(event);
    }
  }
  Calls found = calls.finish(end);
  found.sampled = true;
  return found;
}

}  // namespace interleave::timeline
