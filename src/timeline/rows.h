// The rows of the picture: which lanes, locks and groups of threads are shown, in which order, how
// far down.
//
// Not a drawing: heights are given, colours are the picture's. Used on one thread, the page's own.
//
// Pinned rows come first and stay where they are; the others follow and may be scrolled. Threads
// with names that differ in a number only are a group, which can be shown as one row. Two runs are
// stacked, each under a heading.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "timeline/model.h"

namespace interleave::timeline {

enum class RowKind : std::uint8_t { None, Heading, Lane, Group, Lock };

/// What a row shows, whatever its place.
struct RowId {
  RowKind kind = RowKind::None;
  std::uint8_t run = 0;  // 0 the present run, 1 the kept one
  std::uint32_t id = 0;  // Lane: lane. Group: its number. Lock: object. Heading: 0.
  explicit operator bool() const { return kind != RowKind::None; }
  friend bool operator==(const RowId&, const RowId&) = default;
};

struct Row {
  RowId id;
  bool pinned = false;
  /// Lane: of this group, or kNoGroup. The first lane of a group has the button that collapses it.
  std::uint32_t group = 0xFFFFFFFFu;
  bool first_of_group = false;
  std::uint8_t levels = 0;  // of nested calls, below the spans
  float y = 0;              // from the top of the pinned rows, or of those that scroll
  float height = 0;
};
inline constexpr std::uint32_t kNoGroup = 0xFFFFFFFFu;

/// Threads whose names differ in a number only: "ThreadPoolExecutor-0_*", "Thread-* (work)".
struct ThreadGroup {
  std::string name;
  std::vector<LaneIndex> lanes;  // in order
};
/// "Thread-* (work)" for "Thread-12 (work)"; empty for a name without a number in that place.
std::string group_name(std::string_view thread_name);
/// Groups of at least `least` threads, in order of their first lanes.
std::vector<ThreadGroup> thread_groups(const Model& model, std::size_t least = 3);
/// Locks that can be shown as lanes, in order of appearance, at most `most`.
std::vector<ObjectId> lock_lanes(const Model& model, std::size_t most = 256);

/// What of one run is shown.
struct RowSource {
  const Model* model = nullptr;
  std::span<const ThreadGroup> groups;
  std::span<const ObjectId> locks;  // empty: none are shown
  LaneIndex first_lane = 0;
};
/// What somebody chose.
struct RowChoice {
  std::vector<RowId> pinned;
  std::vector<std::string> collapsed;  // names of groups
  bool is_collapsed(std::string_view group) const;
  bool is_pinned(RowId id) const;
  void toggle_pin(RowId id);
  void toggle_group(const std::string& group);
};
struct RowHeights {
  float lane = 34;
  float heading = 26;
  float level = 14;
};

class RowList {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  /// `runs`: from the top; with more than one, each gets a heading. A run's number is `numbers[i]`.
  void build(std::span<const RowSource> runs, std::span<const std::uint8_t> numbers,
             const RowChoice& choice);
  void place(const RowHeights& heights);
  /// How many levels of calls a row shows. Before place().
  void set_levels(std::uint32_t row, std::uint8_t levels) { rows_[row].levels = levels; }

  const std::vector<Row>& rows() const { return rows_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }
  std::uint32_t pinned_count() const { return pinned_; }
  float pinned_height() const { return pinned_height_; }
  float scrolled_height() const { return scrolled_height_; }
  float height() const { return pinned_height_ + scrolled_height_; }
  /// The row that shows a lane: its own, or its collapsed group's; kNone.
  std::uint32_t row_of(std::uint8_t run, LaneIndex lane) const;
  std::uint32_t find(RowId id) const;
  /// The row at `y` among those that scroll (or, `pinned`, that do not); kNone.
  std::uint32_t at(float y, bool pinned) const;
  /// The first row that scrolls and ends below `y`; size() if there is none.
  std::uint32_t first_below(float y) const;

 private:
  void add(const Row& row);
  void add_run(const RowSource& run, std::uint8_t number, bool heading, const RowChoice& choice);

  std::vector<Row> rows_;
  std::vector<Row> later_;  // while building: what scrolls
  std::vector<std::uint32_t> by_lane_[2];
  std::uint32_t pinned_ = 0;
  float pinned_height_ = 0;
  float scrolled_height_ = 0;
};

}  // namespace interleave::timeline
