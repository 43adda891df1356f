#include "timeline/explain.h"

#include <algorithm>

#include "timeline/format.h"

namespace interleave::timeline {
namespace {

std::string at_line(std::uint32_t line) {
  return line == 0 ? std::string() : " (line " + std::to_string(line) + ")";
}

std::string lines(const Span& span) {
  if (span.line_begin == 0) return {};
  if (span.line_end == 0 || span.line_end == span.line_begin) {
    return ", line " + std::to_string(span.line_begin);
  }
  return ", line " + std::to_string(span.line_begin) + " to line " + std::to_string(span.line_end);
}

/// "Thread-3", "Thread-3 and Thread-4", "Thread-3, Thread-4 and 5 more".
std::string list_of(const Model& model, const std::vector<Party>& parties) {
  constexpr std::size_t kNamed = 3;
  std::string text;
  const std::size_t named = parties.size() > kNamed ? kNamed - 1 : parties.size();
  for (std::size_t i = 0; i < named; ++i) {
    if (i > 0) text += i + 1 == parties.size() ? " and " : ", ";
    text += model.thread_name(parties[i].thread);
  }
  if (named < parties.size()) text += " and " + std::to_string(parties.size() - named) + " more";
  return text;
}

/// One span, being put into words.
class Wording {
 public:
  Wording(const Model& model, Explanation& e)
      : model_(model),
        e_(e),
        who_(model.thread_name(e.thread)),
        how_long_(format_duration(e.span.length())),
        open_(e.span.has(kSpanOpen)) {}

  void write() {
    switch (e_.span.state) {
      case ThreadState::Running: return running();
      case ThreadState::WaitingGil: return waiting_gil();
      case ThreadState::Blocked: return blocked();
      case ThreadState::SleepingIo: return sleeping();
      case ThreadState::Native: return native();
      case ThreadState::Ready:
        return say("ready, no core",
                   who_ + " could have run for " + how_long_ + ", but no core was free");
      default: return;
    }
  }

 private:
  void say(const std::string& what, std::string sentence) {
    e_.title = who_ + " · " + what + " · " + how_long_ + (open_ ? " so far" : "");
    if (e_.span.has(kSpanCutOff)) sentence += "; there it was cut off";
    if (e_.span.has(kSpanFailed)) sentence += "; an exception nobody caught ended it";
    e_.sentence = std::move(sentence) + ".";
  }
  /// "waited 5 ms" or "has waited 5 ms so far".
  std::string waited() const {
    return open_ ? " has waited " + how_long_ + " so far" : " waited " + how_long_;
  }
  std::string queue() const {
    if (e_.queue.empty()) return {};
    return "; " + list_of(model_, e_.queue) + (e_.queue.size() == 1 ? " waits" : " wait") +
           " for it too";
  }

  void running();
  void waiting_gil();
  void blocked();
  void sleeping();
  void native();

  const Model& model_;
  Explanation& e_;
  const std::string who_;
  const std::string how_long_;
  const bool open_;
};

void Wording::running() {
  if (e_.span.detail == Detail::Frame) {
    e_.title = "Browser UI · frame · " + how_long_;
    e_.sentence = "The page drew a frame in " + how_long_ + ".";
    return;
  }
  if (e_.span.detail == Detail::LongTask) {
    e_.title = "Browser UI · long task · " + how_long_;
    e_.sentence = "The page's own thread did other work for " + how_long_ +
                  "; the browser counts it among the tasks that are felt, of 50 ms and more.";
    return;
  }
  if (e_.span.detail == Detail::MainOnPage) {
    e_.title = "Browser UI · MainThread · " + how_long_;
    e_.sentence = "The page was frozen for " + how_long_ +
                  ": MainThread ran on its own thread, which could not draw, scroll or take a key.";
    return;
  }
  if (e_.span.detail == Detail::Collect) {
    return say("collecting garbage", who_ + " collected garbage for " + how_long_ + lines(e_.span));
  }
  if (e_.ref.lane == kGilLane) {
    std::string sentence =
        who_ + (open_ ? " has held" : " held") + " the GIL for " + how_long_ + lines(e_.span);
    if (e_.span.other != kNoThread && e_.span.other != e_.thread) {
      sentence += std::string("; it took over from ") + model_.thread_name(e_.span.other) +
                  (e_.span.has(kSpanForced) ? ", which was made to let go" : "");
    }
    return say("holds the GIL", std::move(sentence));
  }
  const std::string function = model_.function_name(e_.place.function);
  say("running Python", who_ + (open_ ? " has run for " : " ran for ") + how_long_ +
                            (function.empty() ? "" : " in " + function) + lines(e_.span));
}

void Wording::waiting_gil() {
  std::string sentence = who_ + waited() + " for the GIL";
  const std::vector<Model::GilShare> shares = model_.gil_shares(e_.span.start, e_.span.end);
  if (shares.size() == 1) {
    sentence += " held by " + model_.thread_name(e_.holder.thread) + at_line(e_.holder.line);
  } else if (shares.size() > 1) {
    sentence += ", held for " + format_duration(shares[0].held) + " of it by " +
                model_.thread_name(e_.holder.thread) + at_line(e_.holder.line) +
                (shares.size() == 2
                     ? " and before or after by " + model_.thread_name(shares[1].holder.thread)
                     : " and else by " + format_count(shares.size() - 1) + " others");
  }
  if (e_.span.has(kSpanForced)) {
    sentence += "; forced hand-off";
  } else if (e_.ended_by) {
    sentence += "; " + model_.thread_name(e_.ended_by->from) + " let it go by itself";
  }
  say("waiting for the GIL", sentence + queue());
}

void Wording::blocked() {
  if (e_.span.detail == Detail::Collect) {
    return say("stopped for a collection", who_ + " was stopped for " + how_long_ + " while " +
                                               model_.thread_name(e_.span.other) +
                                               " collected garbage");
  }
  const std::string name = model_.object_name(e_.object);
  std::string sentence = who_ + waited() + " for " + name;
  if (e_.holder.thread == e_.thread) {
    sentence += ", which it holds itself" +
                (e_.holder.line == 0 ? "" : " since line " + std::to_string(e_.holder.line));
  } else if (e_.holder.thread != kNoThread) {
    sentence += ", held by " + model_.thread_name(e_.holder.thread) +
                (e_.holder.line == 0 ? "" : " since line " + std::to_string(e_.holder.line));
  }
  if (e_.span.has(kSpanTimedOut)) {
    sentence += "; the time ran out";
  } else if (e_.ended_by) {
    sentence +=
        "; " + model_.thread_name(e_.ended_by->from) + at_line(e_.ended_by->line) + " let it go on";
  }
  say("waiting for " + name, sentence + queue());
}

void Wording::sleeping() {
  const std::string line = lines(e_.span);
  if (e_.span.detail == Detail::Sleep) {
    return say("sleeping", who_ + (open_ ? " has slept for " : " slept for ") + how_long_ + line);
  }
  if (e_.span.detail == Detail::Join) {
    const std::string joined = model_.thread_name(e_.span.subject);
    return say("joining " + joined, who_ + waited() + " for " + joined + " to end" + line +
                                        (e_.span.has(kSpanTimedOut) ? "; the time ran out" : ""));
  }
  const std::string function = model_.function_name(e_.span.subject);
  say(function.empty() ? "I/O" : "I/O in " + function,
      who_ + " did I/O" + (function.empty() ? "" : " in " + function) + " for " + how_long_ + line);
}

void Wording::native() {
  const std::string function = model_.function_name(e_.span.subject);
  const std::string name = function.empty() ? "a native call" : function;
  const bool has_gil = model_.run().gil != trace::GilSetting::Off;
  say(name + (has_gil ? ", GIL released" : ", native"),
      who_ + (open_ ? " has been in " : " was in ") + name + " for " + how_long_ +
          (has_gil ? " with the GIL released" : "") + lines(e_.span));
}

void find_parties(const Model& model, Explanation& e) {
  const Tick at = e.span.start;
  ObjectMoment moment;
  if (e.span.state == ThreadState::WaitingGil) {
    moment = model.gil_at(at);
    const std::vector<Model::GilShare> shares = model.gil_shares(at, e.span.end);
    if (!shares.empty()) e.holder = shares.front().holder;
  } else if (e.span.state == ThreadState::Blocked && e.span.detail == Detail::Object) {
    e.object = e.span.subject;
    moment = model.object_at(e.object, at);
    if (!moment.holders.empty()) e.holder = moment.holders.front();
  } else {
    return;
  }
  for (const Party& party : moment.waiters) {
    if (party.thread != e.thread && party.thread != e.holder.thread) e.queue.push_back(party);
  }
}

bool is_wait(const Span& span) {
  return span.state == ThreadState::WaitingGil || span.state == ThreadState::Blocked ||
         span.state == ThreadState::SleepingIo || span.state == ThreadState::Ready;
}

}  // namespace

Explanation explain(const Model& model, SpanRef ref) {
  Explanation e;
  e.ref = ref;
  e.span = model.span(ref);
  if (!ref || e.span.start == e.span.end) return e;
  e.thread = ref.lane == kGilLane ? e.span.subject : model.lane(ref.lane).thread;
  e.place = model.place_at(model.lane_of(e.thread), e.span.start);
  find_parties(model, e);
  if (is_wait(e.span)) e.ended_by = model.arrow_into(ref);
  // A spawn is no end of a wait.
  if (e.ended_by && e.ended_by->kind == ArrowKind::Spawn) e.ended_by.reset();
  Wording(model, e).write();
  const Tick resolution = std::max<Tick>(1, std::min<Tick>(100'000, e.span.length() / 20));
  e.when = format_moment(e.span.start, resolution) + " → " +
           (e.span.has(kSpanOpen) ? "now" : format_moment(e.span.end, resolution));
  return e;
}

Explanation explain_hold(const Model& model, ObjectId object, std::uint32_t index) {
  Explanation e;
  e.span = model.object_span(object, index);
  if (e.span.start == e.span.end) return e;
  e.object = object;
  e.thread = e.span.subject;
  const bool open = e.span.has(kSpanOpen);
  const Tick last = e.span.end - 1;
  ObjectMoment moment = model.object_at(object, last);
  if (!moment.holders.empty()) e.holder = moment.holders.front();
  e.queue = std::move(moment.waiters);
  const std::string name = model.object_name(object);
  const std::string length = format_duration(e.span.length()) + (open ? " so far" : "");
  std::string who;
  if (moment.holders.size() == 1) {
    who = model.thread_name(e.holder.thread);
  } else if (!moment.holders.empty()) {
    who = list_of(model, moment.holders);
  }
  const std::string queue =
      e.queue.empty() ? std::string()
                      : list_of(model, e.queue) + (e.queue.size() == 1 ? " waits" : " wait");
  if (who.empty()) {
    e.title = name + " · waited for · " + length;
    e.sentence = (queue.empty() ? "Threads waited" : queue) + " for " + name + ".";
  } else {
    e.title = name + " · held by " + who + " · " + length;
    const char* holds = moment.holders.size() > 1 ? " hold it" : " holds it";
    e.sentence = who + (open ? holds : " had it") +
                 (e.holder.line == 0 ? "" : " since line " + std::to_string(e.holder.line));
    e.sentence += queue.empty() ? "; nobody waited." : "; " + queue + " for it.";
  }
  const Tick resolution = std::max<Tick>(1, std::min<Tick>(100'000, e.span.length() / 20));
  e.when = format_moment(e.span.start, resolution) + " → " +
           (open ? "now" : format_moment(e.span.end, resolution));
  return e;
}

SpanRef why(const Model& model, SpanRef ref) {
  const Span span = model.span(ref);
  if (!ref || span.start == span.end) return {};
  if (ref.lane == kGilLane) {
    // What the holder was doing; from there the chain goes on through its lane.
    const LaneIndex lane = model.lane_of(span.subject);
    return lane == kNoLane ? SpanRef{} : model.span_at(lane, span.start);
  }
  if (const std::optional<Arrow> arrow = model.arrow_into(ref)) {
    const LaneIndex lane = model.lane_of(arrow->from);
    if (lane == kNoLane) return {};
    // It let go at the end of a span: the moment before belongs to what it did.
    const SpanRef before =
        arrow->from_time > 0 ? model.span_at(lane, arrow->from_time - 1) : SpanRef{};
    return before ? before : model.span_at(lane, arrow->from_time);
  }
  if (is_wait(span) || ref.index == 0) return {};
  const SpanRef before{ref.lane, ref.index - 1};
  return model.span(before).end == span.start ? before : SpanRef{};
}

std::vector<SpanRef> chain_of_causes(const Model& model, SpanRef ref, std::size_t max) {
  std::vector<SpanRef> chain;
  for (SpanRef next = why(model, ref); next && chain.size() < max; next = why(model, next)) {
    if (next == ref || std::find(chain.begin(), chain.end(), next) != chain.end()) break;
    chain.push_back(next);
  }
  return chain;
}

SpanRef consequence(const Model& model, SpanRef ref) {
  const Span span = model.span(ref);
  if (ref.lane < kFirstThreadLane || ref.lane == kNoLane || span.start == span.end) return {};
  const ThreadId me = model.lane(ref.lane).thread;
  std::vector<Arrow> arrows;
  model.arrows(span.start, span.end + 1, 256, arrows);
  const Arrow* first = nullptr;
  for (const Arrow& arrow : arrows) {
    if (arrow.from != me || arrow.from_time <= span.start) continue;
    if (first == nullptr || arrow.from_time < first->from_time) first = &arrow;
  }
  return first == nullptr ? SpanRef{} : model.span_at(model.lane_of(first->to), first->to_time);
}

std::string explain_deadlock(const Model& model, const std::vector<WaitEdge>& circle) {
  if (circle.empty()) return {};
  std::string text = "Deadlock: ";
  for (std::size_t i = 0; i < circle.size(); ++i) {
    const WaitEdge& edge = circle[i];
    if (i > 0) text += "; ";
    text += model.thread_name(edge.thread) + " waits";
    if (edge.line != 0) text += " at line " + std::to_string(edge.line);
    text += " for ";
    if (edge.object == 0) {
      text += model.thread_name(edge.holder) + " to end";
      continue;
    }
    text += model.object_name(edge.object) + ", held by " +
            (edge.holder == edge.thread ? "itself" : model.thread_name(edge.holder));
    if (edge.holder_line != 0) text += " since line " + std::to_string(edge.holder_line);
  }
  return text + ".";
}

}  // namespace interleave::timeline
