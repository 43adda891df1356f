#include "trace/states.h"

#include <algorithm>
#include <utility>

namespace interleave::trace {

std::string_view word(ThreadState state) {
  switch (state) {
    case ThreadState::NotStarted: return "notStarted";
    case ThreadState::Running: return "running";
    case ThreadState::WaitingGil: return "waitingGil";
    case ThreadState::Blocked: return "blocked";
    case ThreadState::SleepingIo: return "sleepingIo";
    case ThreadState::Native: return "native";
    case ThreadState::Ready: return "ready";
    case ThreadState::Finished: return "finished";
  }
  return "?";
}

namespace {

Detail detail_of(PageTask task) {
  switch (task) {
    case PageTask::Frame: return Detail::Frame;
    case PageTask::Other: return Detail::LongTask;
    case PageTask::MainThread: return Detail::MainOnPage;
  }
  return Detail::LongTask;
}

}  // namespace

StateTracker::Target StateTracker::target() const {
  if (finished_) return {ThreadState::Finished, Detail::None, 0};
  if (page_task_ != Detail::None) return {ThreadState::Running, page_task_, 0};
  if (!started_) return {ThreadState::NotStarted, Detail::None, 0};
  if (ready_) return {ThreadState::Ready, Detail::None, 0};
  if (wait_.state != ThreadState::NotStarted) return wait_;
  if (collector_ != kNoThread) {
    return {collector_ == thread_ ? ThreadState::Running : ThreadState::Blocked, Detail::Collect,
            0};
  }
  // Between a drop and the Begin of the wait it is for, the thread neither runs Python nor wants
  // the GIL: the open span goes on, and feed() cuts it off where the drop was.
  if (has_gil_ && !holds_gil_ && !let_go_) return {ThreadState::WaitingGil, Detail::None, 0};
  return {ThreadState::Running, Detail::None, 0};
}

bool StateTracker::feed(const Event& event, StateSpan& closed) {
  if (finished_) return false;
  const bool of_frame =
      event.kind() == EventKind::FrameBegin || event.kind() == EventKind::FrameEnd;
  if (event.line() != 0 && !of_frame) line_ = event.line();
  fresh_ = false;
  const Tick since = let_go_ ? let_go_since_ : event.time();
  const bool waited = wait_.state != ThreadState::NotStarted;
  apply(event);
  const bool waits = wait_.state != ThreadState::NotStarted;
  return change(waits && !waited ? since : event.time(), closed);
}

void StateTracker::apply(const Event& event) {
  switch (event.kind()) {
    case EventKind::ThreadStart: started_ = true; break;
    case EventKind::ThreadEnd: end_thread(event); break;
    case EventKind::GilWait:
    case EventKind::GilTake:
    case EventKind::GilDrop: apply_gil(event); break;
    case EventKind::BlockBegin: begin_wait(event, ThreadState::Blocked, Detail::Object); break;
    case EventKind::SleepBegin: begin_wait(event, ThreadState::SleepingIo, Detail::Sleep); break;
    case EventKind::IoBegin: begin_wait(event, ThreadState::SleepingIo, Detail::Io); break;
    case EventKind::JoinBegin: begin_wait(event, ThreadState::SleepingIo, Detail::Join); break;
    case EventKind::NativeBegin: begin_wait(event, ThreadState::Native, Detail::None); break;
    case EventKind::BlockEnd:
    case EventKind::JoinEnd: end_wait(event.a, (event.flags() & kTimedOut) != 0); break;
    case EventKind::SleepEnd:
    case EventKind::IoEnd:
    case EventKind::NativeEnd: end_wait(kNoThread, false); break;
    case EventKind::Line: take_sample(event); break;
    case EventKind::CollectBegin: collector_ = event.a; break;
    case EventKind::CollectEnd: collector_ = kNoThread; break;
    case EventKind::ReadyBegin: ready_ = true; break;
    case EventKind::ReadyEnd: ready_ = false; break;
    case EventKind::FrameBegin:
      page_task_ = detail_of(event.page_task());
      fresh_ = true;
      break;
    case EventKind::FrameEnd:
      page_task_ = Detail::None;
      current_.subject = event.a;
      break;
    default: break;
  }
}

/// Between two samples with different functions each had half of the time, as far as is known.
void StateTracker::take_sample(const Event& event) {
  if (event.is_outer_frame()) return;
  const Tick last = std::max(sampled_, current_.start);
  sampled_ = event.time();
  if (event.a == function_) return;
  const Tick middle = last + (std::max(event.time(), last) - last) / 2;
  if (function_ != 0) end_stretch(middle);
  function_ = event.a;
}

/// The function had the thread until now.
void StateTracker::end_stretch(Tick now) {
  const Tick since = std::max(stretch_since_, current_.start);
  const Tick length = now - std::min(since, now);
  if (longest_function_ == 0 || length >= longest_) {
    longest_ = length;
    longest_function_ = function_;
  }
  stretch_since_ = now;
}

void StateTracker::apply_gil(const Event& event) {
  switch (event.kind()) {
    case EventKind::GilWait:
      holds_gil_ = false;
      let_go_ = false;
      asked_ = true;
      break;
    case EventKind::GilTake:
      holds_gil_ = true;
      let_go_ = false;
      asked_ = true;
      if (current_.state != ThreadState::WaitingGil) break;
      current_.other = event.a;
      current_.forced = (event.flags() & kForced) != 0;
      break;
    default:
      holds_gil_ = false;
      let_go_ = event.drop_reason() != DropReason::Request;
      asked_ = !let_go_;
      let_go_since_ = event.time();
      break;
  }
}

/// A wait is over, and instead of asking for the GIL the thread waits again or ends (MainThread,
/// which waits for the others when its program is done): it did not wait for the GIL in between.
void StateTracker::forget_unasked(Tick now) {
  if (current_.state == ThreadState::WaitingGil && !asked_) current_.start = now;
}

void StateTracker::begin_wait(const Event& event, ThreadState state, Detail detail) {
  forget_unasked(event.time());
  wait_ = {state, detail, event.a};
  let_go_ = false;
  fresh_ = true;
}

void StateTracker::end_wait(ThreadId waker, bool timed_out) {
  if (wait_.state == ThreadState::NotStarted) return;
  wait_ = {};
  let_go_ = false;
  // A join's `other` is the thread waited for from the beginning, even if the time ran out.
  if (current_.detail != Detail::Join) current_.other = waker;
  current_.timed_out = timed_out;
}

void StateTracker::end_thread(const Event& event) {
  forget_unasked(event.time());
  finished_ = true;
  current_.failed = event.end_status() == EndStatus::Failed;
  current_.cut_off =
      event.end_status() == EndStatus::CutOff || event.end_status() == EndStatus::Stopped;
}

bool StateTracker::change(Tick when, StateSpan& closed) {
  const Target next = target();
  if (current_.state == ThreadState::Running && !is_of_page(current_.detail)) {
    current_.subject = function_;
    current_.line_end = line_;
  }
  if (!fresh_ && next.state == current_.state && next.detail == current_.detail) return false;
  if (when < current_.start) when = current_.start;
  if (current_.state == ThreadState::Running && !is_of_page(current_.detail)) {
    end_stretch(when);
    current_.subject = std::exchange(longest_function_, 0);
  }
  const bool real = current_.state != ThreadState::NotStarted && when > current_.start;
  if (real) {
    closed = current_;
    closed.end = when;
  }
  current_ = {};
  current_.start = when;
  current_.state = next.state;
  current_.detail = next.detail;
  current_.subject = next.subject;
  current_.line_begin = current_.line_end = line_;
  if (next.detail == Detail::Collect) current_.other = collector_;
  if (next.detail == Detail::Join) current_.other = next.subject;
  return real;
}

}  // namespace interleave::trace
