// Why is this thread waiting: the facts about one span, and a sentence that says them.
//
// Not a verdict on the run (verdict.h). Everything said is read off the model; what is not known is
// left out. Used on one thread, the page's own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "timeline/model.h"
#include "timeline/span.h"

namespace interleave::timeline {

struct Explanation {
  SpanRef ref;
  Span span;
  ThreadId thread = kNoThread;  // whose span it is; the holder in the GIL's lane
  Place place;                  // function and line at its beginning
  ObjectId object = 0;          // waited for, if any
  /// Who had the object when the wait began; of the GIL, who held it longest during the wait.
  /// Thread kNoThread: nobody.
  Party holder;
  std::vector<Party> queue;       // who else waits for the same at that moment
  std::optional<Arrow> ended_by;  // for waits that ended
  std::string title;              // "Thread-2 · waiting for the GIL · 5.2 ms"
  std::string
      sentence;  // "Thread-2 waited 5.2 ms for the GIL held by Thread-1 (line 7); forced hand-off."
  std::string when;  // "480.3 ms → 485.5 ms"
};

/// Everything there is to say about a span. An empty reference gives an empty title.
Explanation explain(const Model& model, SpanRef ref);

/// The same for a span of a lock lane (Model::object_span): who had it, since which line, and who
/// waited meanwhile.
Explanation explain_hold(const Model& model, ObjectId object, std::uint32_t index);

/// What this span is due to: for a wait, what its ender was doing when it let go; for any other
/// span, the wait before it; for a thread's first, what its parent was doing. Empty: nobody did (a
/// timer, the beginning).
SpanRef why(const Model& model, SpanRef ref);
/// The chain of whys, nearest first, at most `max` long; ends where a span would come twice.
std::vector<SpanRef> chain_of_causes(const Model& model, SpanRef ref, std::size_t max = 32);
/// The first span this one let go on, the other way along the chain; empty when none.
SpanRef consequence(const Model& model, SpanRef ref);

/// "Deadlock: Thread-1 waits at line 12 for b_lock, held by Thread-2 since line 20; …"; empty:
/// none.
std::string explain_deadlock(const Model& model, const std::vector<WaitEdge>& circle);

}  // namespace interleave::timeline
