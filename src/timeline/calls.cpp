#include "timeline/calls.h"

#include <algorithm>
#include <tuple>

namespace interleave::timeline {

std::span<const CallSpan> Calls::level(ThreadId thread, std::uint32_t depth) const {
  const auto key = [](const CallSpan& s) {
    return std::pair<ThreadId, std::uint32_t>(s.thread, s.depth);
  };
  const std::pair<ThreadId, std::uint32_t> wanted(thread, depth);
  const auto first = std::partition_point(spans.begin(), spans.end(),
                                          [&](const CallSpan& s) { return key(s) < wanted; });
  const auto last =
      std::partition_point(first, spans.end(), [&](const CallSpan& s) { return key(s) == wanted; });
  return {first, last};
}

std::uint32_t Calls::depth(ThreadId thread, Tick t0, Tick t1) const {
  std::uint32_t depth = 0;
  for (;; ++depth) {
    const std::span<const CallSpan> calls = level(thread, depth);
    const auto first = std::partition_point(calls.begin(), calls.end(),
                                            [t0](const CallSpan& s) { return s.end <= t0; });
    if (first == calls.end() || first->start >= t1) return depth;
  }
}

CallCollector::CallCollector(Tick begin, Tick end) {
  calls_.begin = begin;
  calls_.end = end;
  calls_.least = (end - begin) / kParts;
}

void CallCollector::entered(ThreadId thread, Tick at, std::string_view name, std::uint32_t line) {
  const auto [place, added] =
      names_.try_emplace(std::string(name), static_cast<std::uint32_t>(calls_.names.size()));
  if (added) calls_.names.emplace_back(name);
  stacks_[thread].push_back({at, place->second, line});
}

void CallCollector::close(ThreadId thread, std::vector<Open>& stack, Tick at) {
  const Open call = stack.back();
  stack.pop_back();
  if (at <= calls_.begin || call.start >= calls_.end) return;
  if (at - call.start < calls_.least || at == call.start) {
    ++calls_.left_out;
    return;
  }
  if (calls_.spans.size() == kMost) {
    calls_.more = true;
    return;
  }
  calls_.spans.push_back({call.start, at, thread, call.name, call.line,
                          static_cast<std::uint16_t>(std::min<std::size_t>(stack.size(), 0xFFFF))});
}

void CallCollector::left(ThreadId thread, Tick at) {
  std::vector<Open>& stack = stacks_[thread];
  if (!stack.empty()) close(thread, stack, at);
}

Calls CallCollector::finish(Tick at) {
  for (auto& [thread, stack] : stacks_) {
    while (!stack.empty()) close(thread, stack, std::max(at, stack.back().start));
  }
  std::sort(calls_.spans.begin(), calls_.spans.end(), [](const CallSpan& a, const CallSpan& b) {
    return std::tie(a.thread, a.depth, a.start) < std::tie(b.thread, b.depth, b.start);
  });
  return std::move(calls_);
}

}  // namespace interleave::timeline
