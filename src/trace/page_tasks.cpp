#include "trace/page_tasks.h"

#include <algorithm>

namespace interleave::trace {
namespace {

/// Less than this beside a frame is the frame's own: its way to the screen.
constexpr Tick kLeastRest = 1'000'000;

}  // namespace

void PageTasks::add_frame(Tick begin, Tick end, std::uint32_t number, std::uint64_t drawn) {
  begin = std::max(begin, tasks_.empty() ? recorded_ : tasks_.back().end);
  if (end <= begin) return;
  tasks_.push_back({begin, end, PageTask::Frame, number, static_cast<std::uint32_t>(drawn)});
}

void PageTasks::add_long(Tick begin, Tick end) {
  begin = std::max(begin, recorded_);
  std::vector<Task> rest;
  const auto add = [&](Tick from, Tick to) {
    if (to > from && to - from >= kLeastRest) rest.push_back({from, to, PageTask::Other, 0, 0});
  };
  for (const Task& task : tasks_) {
    if (task.end <= begin || task.begin >= end) continue;
    add(begin, task.begin);
    begin = task.end;
  }
  add(begin, end);
  tasks_.insert(tasks_.end(), rest.begin(), rest.end());
  std::sort(tasks_.begin(), tasks_.end(),
            [](const Task& a, const Task& b) { return a.begin < b.begin; });
}

void PageTasks::record(Ring& ring, Tick until) {
  for (const Task& task : tasks_) {
    if (task.begin >= until) break;
    recorded_ = std::min(task.end, until);
    ring.record(task.begin, EventKind::FrameBegin, task.number, pack_line(0, task.what));
    ring.record(recorded_, EventKind::FrameEnd, task.drawn, 0);
  }
  tasks_.clear();
}

void PageTasks::forget() {
  tasks_.clear();
  recorded_ = 0;
}

}  // namespace interleave::trace
