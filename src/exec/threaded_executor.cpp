#include "exec/threaded_executor.h"

#include <algorithm>
#include <ctime>
#include <thread>

#include "base/limits.h"
#include "exec/deadlock.h"
#include "exec/slot.h"
#include "vm/errors.h"
#include "vm/exec_code.h"
#include "vm/sync.h"
#include "vm/traceback.h"
#include "vm/type.h"

namespace interleave::exec {

using trace::DropReason;
using trace::EndStatus;
using trace::EventKind;
using trace::pack_line;
using vm::StopReason;

namespace {

// Without optimisation and with sanitizers frames are several times as large.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t kHostStackBytes = 4u << 20;
#elif defined(__EMSCRIPTEN__)
constexpr std::size_t kHostStackBytes = 512u << 10;
#else
constexpr std::size_t kHostStackBytes = 512u << 10;
#endif

thread_local Tick t_cpu_at_start = 0;
thread_local ThreadId t_current = kNoThread;  // the Python thread this host thread runs

std::uint32_t line_now(const vm::VmThread& t) {
  return static_cast<std::uint32_t>(t.current_line());
}

Tick cpu_clock() {
#ifdef __EMSCRIPTEN__
  return 0;  // browsers have no such clock; thread_cpu() falls back on the thread's own time
#else
  timespec ts{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &ts);
  return static_cast<Tick>(ts.tv_sec) * 1'000'000'000 + static_cast<Tick>(ts.tv_nsec);
#endif
}

}  // namespace

ThreadedExecutor::ThreadedExecutor(const ThreadedOptions& options, OutputSink& output,
                                   trace::Recorder* recorder)
    : options_(options),
      has_gil_(options.gil != trace::GilSetting::Off),
      output_(output),
      recorder_(recorder),
      start_(std::chrono::steady_clock::now()) {
  gil_.set_interval(options.switch_interval);
}

ThreadedExecutor::~ThreadedExecutor() = default;

// --- Clock and settings
// -----------------------------------------------------------------------------------

Tick ThreadedExecutor::now() const {
  return static_cast<Tick>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                               std::chrono::steady_clock::now() - start_)
                               .count());
}

Tick ThreadedExecutor::thread_cpu() const {
#ifdef __EMSCRIPTEN__
  MutexLock guard(mutex_);
  const auto found = slots_.find(t_current);
  if (found == slots_.end()) return 0;
  const Slot& slot = *found->second;
  return slot.totals.ns[static_cast<std::size_t>(TimeIn::Running)] +
         slot.totals.ns[static_cast<std::size_t>(TimeIn::Native)] + (now() - slot.since);
#else
  return cpu_clock() - t_cpu_at_start;
#endif
}

/// Nothing more is written once the run is being stopped: what is written then may come of a
/// computation that gave up.
void ThreadedExecutor::write(bool error, std::string_view utf8) {
  if (ending_.load(std::memory_order_acquire) != Ending::Stopped) output_.write(error, utf8);
}

void ThreadedExecutor::set_switch_interval(double seconds) {
  const double ns = seconds * 1e9;
  gil_.set_interval(ns > 9e18 ? kForever >> 1 : static_cast<Tick>(ns));
  if (recorder_ != nullptr) recorder_->set_switch_interval(gil_.interval());
}

double ThreadedExecutor::switch_interval() const {
  return static_cast<double>(gil_.interval()) / 1e9;
}

int ThreadedExecutor::cores() const {
  const unsigned n = std::thread::hardware_concurrency();
  return n == 0 ? 1 : static_cast<int>(n);
}

void ThreadedExecutor::record(Slot& slot, EventKind kind, std::uint32_t a, std::uint32_t b) {
  if (slot.ring != nullptr) slot.ring->record(now(), kind, a, b);
}

void ThreadedExecutor::change(Slot& slot, TimeIn doing) {
  const Tick at = now();
  slot.totals.ns[static_cast<std::size_t>(slot.doing)] += at - slot.since;
  slot.doing = doing;
  slot.since = at;
}

// --- One Python thread
// ----------------------------------------------------------------------------------

void* ThreadedExecutor::host_main(void* argument) {
  Slot& slot = *static_cast<Slot*>(argument);
  slot.host = pthread_self();
  slot.owner->thread_main(slot);
  t_current = kNoThread;
  return nullptr;
}

void ThreadedExecutor::thread_main(Slot& slot) {
  t_cpu_at_start = cpu_clock();
  t_current = slot.id;
  slot.since = now();
  slot.doing = has_gil_ ? TimeIn::WaitingGil : TimeIn::Running;
  record(slot, EventKind::ThreadStart, slot.parent, pack_line(0));
  record_frame(slot, EventKind::FrameBegin);
  enter_machine(slot);
  const EndStatus status = drive(slot);
  finish(slot, status);
}

EndStatus ThreadedExecutor::drive(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  for (;;) {
    if (const Ending ending = ending_.load(std::memory_order_acquire); ending != Ending::None) {
      return ending == Ending::CutOff ? EndStatus::CutOff : EndStatus::Stopped;
    }
    switch (options_.run(t)) {
      case StopReason::BudgetSpent: budget_spent(slot); break;
      case StopReason::DropRequested: hand_over(slot); break;
      case StopReason::Blocked: wait_blocked(slot); break;
      case StopReason::Sleeping: wait_sleeping(slot); break;
      case StopReason::NativeCall: call_native(slot); break;
      case StopReason::Finished: return EndStatus::Finished;
      case StopReason::Failed: return fail(slot);
    }
  }
}

EndStatus ThreadedExecutor::fail(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  const Ending ending = ending_.load(std::memory_order_acquire);
  // What a thread raises while it is being stopped may come of a computation that gave up.
  if (t.exception.empty() || ending == Ending::Stopped) {
    return ending == Ending::CutOff ? EndStatus::CutOff : EndStatus::Stopped;
  }
  const bool exits = vm::is_instance(t.vm, t.exception, t.vm.types.SystemExit);
  if (slot.id != 0 || slot.last_acts) {
    vm::report_uncaught(t);
    return EndStatus::Failed;
  }
  const int code = vm::exit_code_of(t);
  {
    MutexLock guard(mutex_);
    if (main_done_) return EndStatus::CutOff;  // by os._exit()
    exit_code_ = code;
    if (!exits) status_ = trace::RunStatus::Failed;
  }
  if (exits || !run_last_act(slot, vm::LastAct::Report)) vm::report_uncaught(t);
  return exits ? EndStatus::Finished : EndStatus::Failed;
}

/// False: there is nothing to run. Else MainThread, in the machine, has run it; what it raised was
/// reported.
bool ThreadedExecutor::run_last_act(Slot& slot, vm::LastAct act) {
  if (ending_.load(std::memory_order_acquire) != Ending::None) return false;
  if (!vm::prepare_last_act(*slot.thread, act)) return false;
  slot.last_acts = true;
  drive(slot);
  return true;
}

/// Ends a thread that is in the machine. Its host thread touches nothing of ours after this.
void ThreadedExecutor::finish(Slot& slot, EndStatus status) {
  const bool ended_by_itself = status == EndStatus::Finished || status == EndStatus::Failed;
  if (ended_by_itself) {
    vm::finish_thread(*slot.thread);
    vm::forget_stack(*slot.thread);
  }
  if (slot.id == 0 && ended_by_itself) {
    main_finished(slot);
  } else {
    leave_machine(slot, DropReason::Finished);
  }
  if (slot.id == 0 && ending_.load() == Ending::Stopped) {
    record(slot, EventKind::Stop, 0, 0);
  }
  change(slot, TimeIn::Ready);
  record(slot, EventKind::ThreadEnd, 0, pack_line(0, status));
  record_frame(slot, EventKind::FrameEnd);

  MutexLock guard(mutex_);
  slot.has_ended = true;
  --live_;
  if (slot.id == 0) {
    main_done_ = true;
    end_ = now();
  }
  ended_.push_back(&slot);
  for (auto& [id, other] : slots_) {
    if (other->waits_for_end_of == slot.id) signal(*other);
  }
  look_for_deadlock();
  if (slot.id == 0 || ending_.load() != Ending::None) watcher_.notify_all();
}

/// MainThread's program is done: as CPython's threading._shutdown(), it waits for all but daemon
/// threads.
void ThreadedExecutor::main_finished(Slot& slot) {
  bool inside = true;
  run_last_act(slot, vm::LastAct::Shutdown);
  for (;;) {
    ThreadId other = kNoThread;
    {
      MutexLock guard(mutex_);
      if (const Slot* next = other_to_wait_for(); next != nullptr) other = next->id;
      slot.waits_for_end_of = other;
    }
    if (other == kNoThread || ending_.load() != Ending::None) break;
    record(slot, EventKind::JoinBegin, other, pack_line(0));
    if (inside) leave_machine(slot, DropReason::Blocked);
    inside = false;
    change(slot, TimeIn::SleepingIo);
    park(slot, kForever);
    record(slot, EventKind::JoinEnd, other, pack_line(0));
  }
  if (!inside) enter_machine(slot);
  run_last_act(slot, vm::LastAct::AtExit);
  leave_machine(slot, DropReason::Finished);
}

ThreadedExecutor::Slot* ThreadedExecutor::other_to_wait_for() {
  for (auto& [id, other] : slots_) {
    if (id != 0 && !other->has_ended && !other->totals.daemon) return other.get();
  }
  return nullptr;
}

// --- Ways out of the machine and back
// ---------------------------------------------------------------------

void ThreadedExecutor::enter_machine(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  if (!has_gil_) {
    enter_world(&slot);
    change(slot, TimeIn::Running);
    return;
  }
  change(slot, TimeIn::WaitingGil);
  const std::uint32_t line = line_now(t);
  record(slot, EventKind::GilWait, gil_.holder(), pack_line(line));
  const GilTaken taken = gil_.take(slot.id, t.leave);
  record(slot, EventKind::GilTake, taken.previous,
         pack_line(line, taken.forced ? trace::kForced : std::uint8_t{0}));
  change(slot, TimeIn::Running);
}

void ThreadedExecutor::leave_machine(Slot& slot, DropReason reason) {
  if (!has_gil_) {
    leave_world();
    return;
  }
  record(slot, EventKind::GilDrop, 0, pack_line(line_now(*slot.thread), reason));
  gil_.drop(slot.id, reason == DropReason::Request);
}

void ThreadedExecutor::hand_over(Slot& slot) {
  if (!has_gil_) return;
  record_place(slot);
  const std::uint32_t line = line_now(*slot.thread);
  record(slot, EventKind::GilDrop, 0, pack_line(line, DropReason::Request));
  change(slot, TimeIn::WaitingGil);
  gil_.drop(slot.id, true);
  enter_machine(slot);
}

/// The watcher had the thread come out: it says where it is, and stops if the world is to stop.
void ThreadedExecutor::budget_spent(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  t.leave.fetch_and(~std::uint32_t{vm::kLeaveBudget});
  if (slot.lent && options_.serve_others != nullptr) options_.serve_others();
  if (world_stopping_.load(std::memory_order_acquire)) stop_world(slot);
  slot.place = nullptr;
  record_place(slot);
}

ThreadedExecutor::StackSample ThreadedExecutor::sample(const vm::VmThread& t) {
  StackSample now;
  constexpr std::size_t kMostLookedAt = 4 * limits::kSampledDepth;  // of deep recursion
  const std::size_t most = std::min(t.frames.size(), kMostLookedAt);
  for (std::size_t i = 0; i < most && now.depth < now.frames.size(); ++i) {
    const vm::ExecCode* code = t.frames[i].code;
    if (!code->library) now.frames[now.depth++] = code;
  }
  return now;
}

trace::FunctionId ThreadedExecutor::function_of(const vm::ExecCode* code) {
  MutexLock guard(mutex_);
  const auto [place, is_new] = functions_.try_emplace(code, 0);
  if (is_new) {
    place->second = recorder_->add_function(code->code->qualname,
                                            static_cast<std::uint32_t>(code->code->first_line));
  }
  return place->second;
}

/// Says in which functions of the program the thread is, if they are others than said last.
void ThreadedExecutor::record_place(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  if (slot.ring == nullptr) return;
  const vm::ExecCode* code = nullptr;
  for (auto frame = t.frames.rbegin(); frame != t.frames.rend() && code == nullptr; ++frame) {
    if (!frame->code->library) code = frame->code;
  }
  if (code == nullptr) return;
  const StackSample now = sample(t);
  const auto end = now.frames.begin() + static_cast<std::ptrdiff_t>(now.depth);
  const auto known_end = slot.stack.frames.begin() + static_cast<std::ptrdiff_t>(slot.stack.depth);
  auto frame = std::mismatch(now.frames.begin(), end, slot.stack.frames.begin(), known_end).first;
  if (code == slot.place && frame == end && now.depth == slot.stack.depth) return;
  slot.place = code;
  slot.stack = now;
  for (; frame != end && frame + 1 != end; ++frame) {
    const auto depth = static_cast<std::uint8_t>(frame - now.frames.begin() + 1);
    record(slot, EventKind::Line, function_of(*frame),
           pack_line(0, static_cast<std::uint8_t>(depth | trace::kOuterFrame)));
  }
  record(slot, EventKind::Line, function_of(code),
         pack_line(line_now(t), static_cast<std::uint8_t>(now.depth)));
}

void ThreadedExecutor::wait_blocked(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  record_place(slot);
  const std::uint32_t line = line_now(t);
  vm::SyncObject* object = nullptr;
  {
    MutexLock guard(t.vm.sync_mutex);
    object = t.waiter.object;
  }
  const bool join = object != nullptr && object->sync_kind == vm::SyncKind::Thread;
  if (join) {
    record(slot, EventKind::JoinBegin, object->target, pack_line(line));
  } else {
    const ObjectId id = object == nullptr || slot.ring == nullptr ? 0 : vm::announce(t, object);
    record(slot, EventKind::BlockBegin, id, pack_line(line));
  }
  const Tick deadline = t.pending.deadline;
  change(slot, join ? TimeIn::SleepingIo : TimeIn::Blocked);
  leave_machine(slot, DropReason::Blocked);
  park(slot, deadline);
  ThreadId waker = kNoThread;
  bool woken = false;
  {
    MutexLock guard(t.vm.sync_mutex);
    woken = t.waiter.woken;
    waker = t.waiter.waker;
  }
  // A wait that the run's end cut short did not time out.
  const bool cut_short = ending_.load(std::memory_order_acquire) != Ending::None;
  const std::uint8_t flags = woken || cut_short ? 0 : trace::kTimedOut;
  record(slot, join ? EventKind::JoinEnd : EventKind::BlockEnd,
         !woken ? kNoThread
         : join ? object->target
                : waker,
         pack_line(line, flags));
  enter_machine(slot);
}

void ThreadedExecutor::wait_sleeping(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  record_place(slot);
  const std::uint32_t line = line_now(t);
  const Tick deadline = t.pending.deadline;
  const Tick at = now();
  const Tick us = deadline > at ? (deadline - at + 999) / 1000 : 0;
  record(slot, EventKind::SleepBegin, us > UINT32_MAX ? UINT32_MAX : static_cast<std::uint32_t>(us),
         pack_line(line));
  change(slot, TimeIn::SleepingIo);
  leave_machine(slot, DropReason::Blocked);
  // A wake for a wait whose time ran out just then may come late: nobody wakes a sleeper.
  while (now() < deadline && ending_.load(std::memory_order_acquire) == Ending::None) {
    park(slot, deadline);
  }
  record(slot, EventKind::SleepEnd, 0, pack_line(line));
  enter_machine(slot);
}

void ThreadedExecutor::call_native(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  record_place(slot);
  const vm::Pending& pending = t.pending;
  const std::uint32_t line = line_now(t);
  const bool io = pending.is_io;
  if (slot.ring != nullptr && slot.native_name != pending.what) {
    slot.native_name = pending.what;
    slot.native_function = recorder_->native_function(pending.what);
  }
  record(slot, io ? EventKind::IoBegin : EventKind::NativeBegin, slot.native_function,
         pack_line(line));
  change(slot, io ? TimeIn::SleepingIo : TimeIn::Native);
  leave_machine(slot, DropReason::Native);
  pending.work(pending.context);
  record(slot, io ? EventKind::IoEnd : EventKind::NativeEnd, 0, pack_line(line));
  enter_machine(slot);
}

// --- Parking
// ----------------------------------------------------------------------------------------------

void ThreadedExecutor::park(Slot& slot, Tick deadline) IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native());
  slot.parked = true;
  if (deadline == kForever && !slot.signalled) {
    slot.stuck = true;
    ++stuck_;
    look_for_deadlock();
  }
  while (!slot.signalled && ending_.load(std::memory_order_acquire) == Ending::None) {
    if (deadline == kForever) {
      slot.wake.wait(lock);
    } else {
      if (now() >= deadline) break;
      slot.wake.wait_until(lock, start_ + std::chrono::nanoseconds(deadline));
    }
  }
  if (slot.stuck) --stuck_;
  slot.stuck = false;
  slot.signalled = false;
  slot.parked = false;
}

void ThreadedExecutor::signal(Slot& slot) {
  slot.signalled = true;
  if (slot.stuck) --stuck_;
  slot.stuck = false;
  slot.wake.notify_one();
}

void ThreadedExecutor::look_for_deadlock() {
  if (main_done_ || live_ == 0 || stuck_ != live_ || deadlock_) return;
  deadlock_ = true;
  watcher_.notify_all();
}

/// Called by the watching thread while every other one is parked for ever.
std::string ThreadedExecutor::tell_deadlock() {
  std::vector<Stuck> waiting;
  {
    MutexLock guard(mutex_);
    for (auto& [id, slot] : slots_) {
      if (!slot->has_ended) waiting.push_back({slot->thread, slot->waits_for_end_of});
    }
  }
  return describe_deadlock(waiting);
}

void ThreadedExecutor::unblocked(ThreadId id) {
  MutexLock guard(mutex_);
  if (const auto found = slots_.find(id); found != slots_.end()) signal(*found->second);
}

// --- The world, without a GIL
// ---------------------------------------------------------------------------

void ThreadedExecutor::enter_world(Slot* slot) IL_NO_THREAD_SAFETY {
  std::unique_lock lock(world_mutex_.native());
  if (collector_ != kNoThread) {
    if (slot != nullptr) record(*slot, EventKind::CollectBegin, collector_, 0);
    while (collector_ != kNoThread) world_changed_.wait(lock);
    if (slot != nullptr) record(*slot, EventKind::CollectEnd, 0, 0);
  }
  ++inside_;
}

void ThreadedExecutor::leave_world() {
  MutexLock guard(world_mutex_);
  --inside_;
  if (collector_ != kNoThread) world_changed_.notify_all();
}

void ThreadedExecutor::stop_world(Slot& slot) {
  change(slot, TimeIn::Blocked);
  leave_world();
  enter_world(&slot);
  change(slot, TimeIn::Running);
}

void ThreadedExecutor::with_world_stopped(ThreadId self, void (*action)(void*),
                                          void* context) IL_NO_THREAD_SAFETY {
  Slot* slot = nullptr;
  {
    MutexLock guard(mutex_);
    if (const auto found = slots_.find(self); found != slots_.end()) slot = found->second.get();
  }
  if (has_gil_ || slot == nullptr) {
    // Whoever has no GIL is not in the machine.
    if (slot != nullptr) record(*slot, EventKind::CollectBegin, self, 0);
    action(context);
    if (slot != nullptr) record(*slot, EventKind::CollectEnd, 0, 0);
    return;
  }
  std::unique_lock lock(world_mutex_.native());
  if (collector_ != kNoThread) {
    // Another is about to collect. That it does while this thread stands here, so it takes back all
    // that this one would have: wait for it, as everybody, and leave it at that.
    --inside_;
    world_changed_.notify_all();
    record(*slot, EventKind::CollectBegin, collector_, 0);
    while (collector_ != kNoThread) world_changed_.wait(lock);
    record(*slot, EventKind::CollectEnd, 0, 0);
    ++inside_;
    return;
  }
  collector_ = self;
  world_stopping_.store(true, std::memory_order_release);
  record(*slot, EventKind::CollectBegin, self, 0);
  while (inside_ > 1) {
    set_leave(vm::kLeaveBudget, self);
    world_changed_.wait_for(lock, std::chrono::milliseconds(2));
  }
  action(context);
  record(*slot, EventKind::CollectEnd, 0, 0);
  collector_ = kNoThread;
  world_stopping_.store(false, std::memory_order_release);
  world_changed_.notify_all();
}

// --- Threads come and go
// --------------------------------------------------------------------------------

bool ThreadedExecutor::spawned(ThreadId id) {
  // Where the page's own thread is lent, only that can make the workers of the dead free again.
  if (options_.lent == nullptr || t_current == 0) reap();
  if (ending_.load() != Ending::None) return false;
  Slot* slot = start_slot(id, t_current);
  if (start_host_thread(*slot)) return true;
  MutexLock guard(mutex_);
  --live_;
  slots_.erase(id);
  return false;
}

bool ThreadedExecutor::spawning_waits() const {
#ifdef __EMSCRIPTEN__
  return true;
#else
  return false;
#endif
}

ThreadedExecutor::Slot* ThreadedExecutor::start_slot(ThreadId id, ThreadId parent) {
  vm::VmThread* thread = vm_->thread(id);
  auto slot = std::make_unique<Slot>();
  slot->owner = this;
  slot->thread = thread;
  slot->id = slot->totals.id = id;
  slot->parent = parent;
  slot->ring = thread->ring;
  slot->totals.daemon = thread->daemon;
  Slot* result = slot.get();
  MutexLock guard(mutex_);
  slots_[id] = std::move(slot);
  ++live_;
  return result;
}

bool ThreadedExecutor::start_host_thread(Slot& slot) {
  slot.lent = slot.id == 0 && options_.lent != nullptr;
  if (slot.lent) {
    options_.lent->give(host_main, &slot);
    return true;
  }
  if (options_.may_start != nullptr && !options_.may_start()) return false;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kHostStackBytes);
  // Not into the slot: the new thread may have ended, and be joined, before this call returns.
  pthread_t created;
  const int error = pthread_create(&created, &attributes, host_main, &slot);
  pthread_attr_destroy(&attributes);
  return error == 0;
}

/// MainThread on the page's own thread is all that this one does: in its lane it is one long task.
void ThreadedExecutor::record_frame(const Slot& slot, EventKind kind) {
  if (!slot.lent || recorder_ == nullptr) return;
  recorder_->ui_ring()->record(now(), kind, 0, pack_line(0, trace::PageTask::MainThread));
}

bool ThreadedExecutor::spent_what_was_lent() const {
  return options_.lent != nullptr && now() >= options_.lent_for;
}

/// Joins the host threads that have ended and keeps their totals.
void ThreadedExecutor::reap() {
  std::vector<Slot*> gone;
  {
    MutexLock guard(mutex_);
    gone.swap(ended_);
  }
  for (Slot* slot : gone) {
    if (!slot->lent) pthread_join(slot->host, nullptr);
  }
  for (Slot* slot : gone) {
    {
      MutexLock names(vm_->sync_mutex);
      slot->totals.name = slot->thread->name;
    }
    MutexLock guard(mutex_);
    if (totals_.size() < limits::kTraceThreads) totals_.push_back(slot->totals);
    slots_.erase(slot->id);
  }
}

// --- The watching thread
// --------------------------------------------------------------------------------

void ThreadedExecutor::request_stop() {
  {
    MutexLock guard(mutex_);
    if (stop_requested_ || main_done_) return;
    stop_requested_ = true;
    status_ = trace::RunStatus::Stopped;
    exit_code_ = 130;  // as a process interrupted by Ctrl-C
  }
  begin_ending(Ending::Stopped);
}

void ThreadedExecutor::exit_now(int code) {
  {
    MutexLock guard(mutex_);
    if (stop_requested_ || main_done_) return;
    main_done_ = true;
    exit_code_ = code;
    status_ = trace::RunStatus::Finished;
  }
  begin_ending(Ending::CutOff);
}

void ThreadedExecutor::begin_ending(Ending ending) {
  Ending none = Ending::None;
  ending_.compare_exchange_strong(none, ending);
  output_.end_input();
  MutexLock guard(mutex_);
  for (auto& [id, slot] : slots_) {
    if (!slot->has_ended) slot->thread->leave.fetch_or(vm::kLeaveStop);
    slot->wake.notify_all();
  }
  watcher_.notify_all();
}

void ThreadedExecutor::set_leave(std::uint32_t bits, ThreadId except) {
  MutexLock guard(mutex_);
  for (auto& [id, slot] : slots_) {
    if (id != except && !slot->has_ended && !slot->parked) slot->thread->leave.fetch_or(bits);
  }
}

Outcome ThreadedExecutor::run(vm::Vm& vm) {
  vm_ = &vm;
  vm.gil = has_gil_;
  vm::order_stores(!has_gil_);
  vm.check_every_op = options_.gil == trace::GilSetting::V39;
  start_ = std::chrono::steady_clock::now();
  epoch_ns_ = std::chrono::duration_cast<std::chrono::nanoseconds>(
                  std::chrono::system_clock::now().time_since_epoch())
                  .count();
  vm::VmThread& main = vm.main_thread();
  {
    MutexLock guard(vm.sync_mutex);
    main.name = "MainThread";
  }
  if (recorder_ != nullptr) main.ring = recorder_->add_thread(0, "MainThread", false, kNoThread);
  Slot* slot = start_slot(0, kNoThread);
  if (!start_host_thread(*slot)) {
    Outcome failed;
    failed.status = trace::RunStatus::Limit;
    failed.exit_code = 1;
    failed.message = "The system gives no thread to run the program on.";
    return failed;
  }
  watch();
  return outcome();
}

void ThreadedExecutor::watch() IL_NO_THREAD_SAFETY {
  using std::chrono::milliseconds;
  bool deadlock = false;
  bool spent = false;
  {
    std::unique_lock lock(mutex_.native());
    while (!main_done_ && !deadlock_ && !stop_requested_ && !spent_what_was_lent()) {
      // Short at first: an engine that compiles in tiers swaps better code in when a function is
      // entered anew.
      const auto slice = now() < 2'000'000'000 ? milliseconds(5) : milliseconds(50);
      watcher_.wait_for(lock, slice);
      lock.unlock();
      set_leave(vm::kLeaveBudget);
      if (options_.lent == nullptr) reap();
      lock.lock();
    }
    deadlock = deadlock_ && !stop_requested_;
    spent = !main_done_ && !deadlock_ && !stop_requested_;
  }
  if (deadlock) {
    std::string message = tell_deadlock();
    MutexLock guard(mutex_);
    status_ = trace::RunStatus::Deadlock;
    exit_code_ = 1;
    message_ = std::move(message);
  }
  if (spent) {
    MutexLock guard(mutex_);
    status_ = trace::RunStatus::Limit;
    exit_code_ = 1;
    message_ = "MainThread had the page's own thread for " +
               std::to_string(options_.lent_for / 1'000'000'000) +
               " seconds, which is the most. All that time the page was frozen.";
  }
  begin_ending(deadlock || spent ? Ending::Stopped : Ending::CutOff);
  wait_for_all();
  reap();
}

void ThreadedExecutor::wait_for_all() IL_NO_THREAD_SAFETY {
  std::unique_lock lock(mutex_.native());
  while (live_ > 0) {
    watcher_.wait_for(lock, std::chrono::milliseconds(5));
    for (auto& [id, slot] : slots_) {
      if (!slot->has_ended) slot->thread->leave.fetch_or(vm::kLeaveStop);
    }
  }
}

Outcome ThreadedExecutor::outcome() {
  Outcome result;
  result.gil_handoffs = gil_.handoffs();
  result.gil_forced = gil_.forced();
  MutexLock guard(mutex_);
  result.status = status_;
  result.exit_code = exit_code_;
  result.elapsed = end_ == 0 ? now() : end_;
  result.message = message_;
  result.threads = std::move(totals_);
  for (std::size_t i = 1; i < result.threads.size();
       ++i) {  // nearly sorted: they ended in that order
    for (std::size_t k = i; k > 0 && result.threads[k].id < result.threads[k - 1].id; --k) {
      std::swap(result.threads[k], result.threads[k - 1]);
    }
  }
  return result;
}

}  // namespace interleave::exec
