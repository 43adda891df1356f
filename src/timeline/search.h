// Finds threads, functions, lines and locks in a run: the spans in which they play a part.
//
// Not a query language: one piece of text, without regard to case; "line 7" or "7" is a line. Used
// on one thread, the page's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/model.h"

namespace interleave::timeline {

enum class MatchKind : std::uint8_t { Thread, Function, Line, Object };

struct Match {
  SpanRef span;  // of a thread's name: the first of its spans
  MatchKind kind = MatchKind::Function;
};

class Search {
 public:
  static constexpr std::size_t kMost = 100'000;

  /// Looks again if text or model changed. O(spans of the run).
  void find(const Model& model, std::string_view text);
  void clear() { *this = Search(); }

  const std::string& text() const { return text_; }
  /// In order of time.
  const std::vector<Match>& matches() const { return by_time_; }
  /// There were more than are kept.
  bool more() const { return more_; }
  bool active() const { return !text_.empty(); }
  /// The lane's thread is called so.
  bool has_lane(LaneIndex lane) const;
  /// One of the spans [first, first + count) of a lane is among them.
  bool has(LaneIndex lane, std::uint32_t first, std::uint32_t count) const;
  /// The objects whose names match.
  const std::vector<ObjectId>& objects() const { return objects_; }

 private:
  void find_names(const Model& model);
  void find_line(const Model& model, std::uint32_t line);
  bool add(SpanRef span, MatchKind kind);

  std::string text_;
  std::uint64_t version_ = ~std::uint64_t{0};
  const Model* model_ = nullptr;
  std::vector<Match> by_time_;
  std::vector<SpanRef> by_lane_;  // in order of lane and index; without the threads' names
  std::vector<LaneIndex> lanes_;  // whose threads are called so, in order
  std::vector<ObjectId> objects_;
  bool more_ = false;
};

/// The line somebody asks for with "7", ":7" or "line 7"; 0: none.
std::uint32_t line_asked_for(std::string_view text);

}  // namespace interleave::timeline
