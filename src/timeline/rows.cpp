#include "timeline/rows.h"

#include <algorithm>
#include <map>

namespace interleave::timeline {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string group_name(std::string_view name) {
  // "Thread-12 (work)": the number is before what is in brackets.
  std::size_t end = name.size();
  if (name.ends_with(")")) {
    const std::size_t bracket = name.find(" (");
    if (bracket != std::string_view::npos) end = bracket;
  }
  std::size_t begin = end;
  while (begin > 0 && is_digit(name[begin - 1])) --begin;
  if (begin == end || begin == 0) return {};
  return std::string(name.substr(0, begin)) + "*" + std::string(name.substr(end));
}

std::vector<ThreadGroup> thread_groups(const Model& model, std::size_t least) {
  std::vector<ThreadGroup> groups;
  std::map<std::string, std::size_t, std::less<>> known;
  for (LaneIndex lane = kFirstThreadLane; lane < model.lane_count(); ++lane) {
    std::string name = group_name(model.lane(lane).name);
    if (name.empty()) continue;
    const auto [place, added] = known.try_emplace(name, groups.size());
    if (added) groups.push_back({std::move(name), {}});
    groups[place->second].lanes.push_back(lane);
  }
  std::erase_if(groups, [least](const ThreadGroup& g) { return g.lanes.size() < least; });
  return groups;
}

std::vector<ObjectId> lock_lanes(const Model& model, std::size_t most) {
  std::vector<ObjectId> locks;
  for (const ObjectId object : model.objects()) {
    if (locks.size() == most) break;
    if (model.object_track(object) == nullptr || model.is_internal(object)) continue;
    locks.push_back(object);
  }
  return locks;
}

bool RowChoice::is_collapsed(std::string_view group) const {
  return std::find(collapsed.begin(), collapsed.end(), group) != collapsed.end();
}

bool RowChoice::is_pinned(RowId id) const {
  return std::find(pinned.begin(), pinned.end(), id) != pinned.end();
}

void RowChoice::toggle_pin(RowId id) {
  if (std::erase(pinned, id) == 0) pinned.push_back(id);
}

void RowChoice::toggle_group(const std::string& group) {
  if (std::erase(collapsed, group) == 0) collapsed.push_back(group);
}

void RowList::add(const Row& row) {
  if (row.pinned) {
    rows_.push_back(row);
  } else {
    later_.push_back(row);
  }
}

void RowList::add_run(const RowSource& run, std::uint8_t number, bool heading,
                      const RowChoice& choice) {
  const auto row = [&](RowKind kind, std::uint32_t id) {
    Row r;
    r.id = {kind, number, id};
    r.pinned = kind != RowKind::Heading && choice.is_pinned(r.id);
    return r;
  };
  if (heading) add(row(RowKind::Heading, 0));
  std::vector<std::uint32_t> group_of(run.model->lane_count(), kNoGroup);
  for (std::uint32_t g = 0; g < run.groups.size(); ++g) {
    for (const LaneIndex lane : run.groups[g].lanes) {
      if (lane < group_of.size()) group_of[lane] = g;
    }
  }
  std::vector<bool> begun(run.groups.size());
  for (LaneIndex lane = run.first_lane; lane < run.model->lane_count(); ++lane) {
    Row r = row(RowKind::Lane, lane);
    r.group = group_of[lane];
    // A pinned thread is out of its group: it stays to be seen when that is collapsed.
    if (r.group != kNoGroup && !r.pinned) {
      r.first_of_group = !begun[r.group];
      begun[r.group] = true;
      if (choice.is_collapsed(run.groups[r.group].name)) {
        if (r.first_of_group) {
          Row all = row(RowKind::Group, r.group);
          all.group = r.group;
          add(all);
        }
        continue;
      }
    }
    add(r);
  }
  for (const ObjectId object : run.locks) add(row(RowKind::Lock, object));
}

void RowList::build(std::span<const RowSource> runs, std::span<const std::uint8_t> numbers,
                    const RowChoice& choice) {
  rows_.clear();
  later_.clear();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].model != nullptr) add_run(runs[i], numbers[i], runs.size() > 1, choice);
  }
  pinned_ = size();
  rows_.insert(rows_.end(), later_.begin(), later_.end());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (runs[i].model == nullptr) continue;
    std::vector<std::uint32_t>& rows = by_lane_[numbers[i]];
    rows.assign(runs[i].model->lane_count(), kNone);
    for (std::uint32_t n = 0; n < size(); ++n) {
      const RowId id = rows_[n].id;
      if (id.run != numbers[i]) continue;
      if (id.kind == RowKind::Lane) rows[id.id] = n;
      if (id.kind != RowKind::Group) continue;
      for (const LaneIndex lane : runs[i].groups[id.id].lanes) {
        if (lane < rows.size() && rows[lane] == kNone) rows[lane] = n;
      }
    }
  }
}

void RowList::place(const RowHeights& heights) {
  float y = 0;
  pinned_height_ = 0;
  for (std::uint32_t n = 0; n < size(); ++n) {
    if (n == pinned_) {
      pinned_height_ = y;
      y = 0;
    }
    Row& row = rows_[n];
    row.y = y;
    row.height = row.id.kind == RowKind::Heading ? heights.heading : heights.lane;
    y += row.height;
  }
  if (pinned_ == size()) {
    pinned_height_ = y;
    y = 0;
  }
  scrolled_height_ = y;
}

std::uint32_t RowList::row_of(std::uint8_t run, LaneIndex lane) const {
  if (run > 1 || lane >= by_lane_[run].size()) return kNone;
  const std::uint32_t row = by_lane_[run][lane];
  return row < size() ? row : kNone;
}

std::uint32_t RowList::find(RowId id) const {
  if (id.kind == RowKind::Lane) return row_of(id.run, id.id);
  for (std::uint32_t n = 0; n < size(); ++n) {
    if (rows_[n].id == id) return n;
  }
  return kNone;
}

std::uint32_t RowList::first_below(float y) const {
  const auto first = rows_.begin() + pinned_;
  const auto found = std::partition_point(first, rows_.end(),
                                          [y](const Row& row) { return row.y + row.height <= y; });
  return static_cast<std::uint32_t>(found - rows_.begin());
}

std::uint32_t RowList::at(float y, bool pinned) const {
  if (y < 0) return kNone;
  if (!pinned) {
    const std::uint32_t row = first_below(y);
    return row < size() ? row : kNone;
  }
  for (std::uint32_t n = 0; n < pinned_; ++n) {
    if (y < rows_[n].y + rows_[n].height) return n;
  }
  return kNone;
}

}  // namespace interleave::timeline
