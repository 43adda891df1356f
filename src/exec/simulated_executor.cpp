#include "exec/simulated_executor.h"

#include <algorithm>

#include "exec/costs.h"
#include "exec/deadlock.h"
#include "exec/simulated_slot.h"
#include "vm/exec_code.h"
#include "vm/sync.h"

namespace interleave::exec {

using trace::DropReason;
using trace::EndStatus;
using trace::EventKind;
using trace::pack_line;

namespace {

/// The wall clock at the beginning: 2024-01-01 00:00:00 UTC, and a little that follows from the
/// seed, so that a generator of random numbers which takes its seed from the time gets another.
constexpr std::int64_t kEpoch = 1'704'067'200'000'000'000;
constexpr std::uint64_t kEpochSpread = 1'000'000;
/// Instructions a thread runs at most before anything is looked at anew.
constexpr std::int64_t kLongestPlan = 100'000;
/// Without a GIL threads that run at the same time take turns after about as many instructions.
constexpr std::uint64_t kGrain = 32;
/// Policy random: longest time on the machine, as a power of two; and how long a thread without a
/// GIL then stands still, ns.
constexpr std::uint64_t kRandomBits = 12;
constexpr std::uint64_t kRandomStall = 20'000;
/// Samples of where a thread is are this far apart, ns.
constexpr Tick kPlaceEvery = 100'000;

std::uint32_t line_now(const vm::VmThread& t) {
  return static_cast<std::uint32_t>(t.current_line());
}

template <typename T>
void take_out(std::vector<T*>& from, T* what) {
  from.erase(std::remove(from.begin(), from.end(), what), from.end());
}

}  // namespace

SimulatedExecutor::SimulatedExecutor(const SimulatedOptions& options, OutputSink& output,
                                     trace::Recorder* recorder)
    : options_(options),
      has_gil_(options.gil != trace::GilSetting::Off),
      output_(output),
      recorder_(recorder),
      dice_(options.seed),
      interval_(options.switch_interval) {}

SimulatedExecutor::~SimulatedExecutor() = default;

// --- The clock
// -----------------------------------------------------------------------------------------

Tick SimulatedExecutor::now() const {
  if (in_machine_ == nullptr) return clock_;
  const std::int64_t used = in_machine_->fuel - in_machine_->thread->fuel;
  return in_machine_->at + static_cast<Tick>(std::max<std::int64_t>(used, 0)) * costs::kInstruction;
}

Tick SimulatedExecutor::thread_cpu() const {
  if (in_machine_ == nullptr) return 0;
  const auto& ns = in_machine_->totals.ns;
  return ns[static_cast<std::size_t>(TimeIn::Running)] +
         ns[static_cast<std::size_t>(TimeIn::Native)] + (now() - in_machine_->since);
}

std::int64_t SimulatedExecutor::epoch_ns() const {
  return kEpoch + static_cast<std::int64_t>(Dice(~options_.seed).below(kEpochSpread));
}

void SimulatedExecutor::write(bool error, std::string_view utf8) {
  if (!stop_requested_.load(std::memory_order_relaxed)) output_.write(error, utf8);
}

void SimulatedExecutor::set_switch_interval(double seconds) {
  const double ns = seconds * 1e9;
  interval_ = ns > 9e18 ? kForever >> 1 : std::max<Tick>(static_cast<Tick>(ns), 1000);
  if (recorder_ != nullptr) recorder_->set_switch_interval(interval_);
}

double SimulatedExecutor::switch_interval() const { return static_cast<double>(interval_) / 1e9; }

void SimulatedExecutor::with_world_stopped(ThreadId, void (*action)(void*), void* context) {
  // Everybody else stands still anyway. When memory is collected differs between platforms, so the
  // trace does not tell it and it takes no time.
  action(context);
}

void SimulatedExecutor::record(Slot& slot, EventKind kind, std::uint32_t a, std::uint32_t b) {
  if (slot.ring != nullptr) slot.ring->record(slot.at, kind, a, b);
}

void SimulatedExecutor::change(Slot& slot, TimeIn doing) {
  slot.totals.ns[static_cast<std::size_t>(slot.doing)] += slot.at - slot.since;
  slot.doing = doing;
  slot.since = slot.at;
}

Tick SimulatedExecutor::late(Tick latency) {
  return latency + dice_.below(latency * costs::kJitterPercent / 100 + 1);
}

void SimulatedExecutor::set_timer(Slot& slot, Tick at, Timed::What what) {
  agenda_.add(at, slot.id, what, ++slot.stamp);
}

SimulatedExecutor::Slot* SimulatedExecutor::first_running() {
  Slot* first = nullptr;
  for (Slot* slot : running_) {
    if (first == nullptr || slot->at < first->at) first = slot;
  }
  return first;
}

/// Decides how many instructions the thread may run before the next event, and before others at the
/// same time should go on. A turn does not depend on where the run is cut into pieces.
void SimulatedExecutor::begin_turn(Slot& slot, Tick next_event) {
  if (slot.plan <= 0) {
    std::uint64_t plan = kLongestPlan;
    if (options_.policy == trace::Policy::Random) {
      plan = 1 + dice_.below(std::uint64_t{1} << dice_.below(kRandomBits + 1));
    } else if (running_.size() > 1) {
      plan = 1 + dice_.below(kGrain);
    }
    slot.plan = static_cast<std::int64_t>(plan);
  }
  Tick next = next_event;
  for (const Slot* other : running_) {
    if (other != &slot) next = std::min(next, other->at + kGrain * costs::kInstruction);
  }
  const Tick left = next > slot.at ? (next - slot.at) / costs::kInstruction + 1 : 1;
  slot.turn = static_cast<std::int64_t>(
      std::min<std::uint64_t>(left, static_cast<std::uint64_t>(slot.plan)));
  turn_ = &slot;
  look_again_ = false;
}

void SimulatedExecutor::run_turn(Slot& slot, Tick until) {
  vm::VmThread& t = *slot.thread;
  current_ = slot.id;
  clock_ = std::max(clock_, slot.at);
  if (slot.phase == Slot::Phase::Shutdown && slot.wait == Slot::Wait::Others) {
    turn_ = nullptr;
    slot.wait = Slot::Wait::None;
    after_program(slot);
    return;
  }
  const std::uint64_t piece = until > slot.at ? (until - slot.at) / costs::kInstruction + 1 : 1;
  slot.fuel =
      std::min(static_cast<std::int64_t>(std::min<std::uint64_t>(piece, kLongestPlan)), slot.turn);
  t.fuel = slot.fuel;
  t.stop_at_lines = watching_ && (watched_ == kNoThread || watched_ == slot.id);
  t.leave.fetch_and(~std::uint32_t{vm::kLeaveBudget});
  // It was over when a line was looked at, which is no place to switch: at the next that is.
  if (slot.turn <= 0 || look_again_) t.leave.fetch_or(vm::kLeaveBudget);
  in_machine_ = &slot;
  stoppable_.store(&t, std::memory_order_release);
  if (stop_requested_.load(std::memory_order_acquire)) t.leave.fetch_or(vm::kLeaveStop);
  const vm::StopReason reason = options_.run(t);
  stoppable_.store(nullptr, std::memory_order_release);
  slot.at = now();
  in_machine_ = nullptr;
  const std::int64_t used = slot.fuel - t.fuel;
  slot.plan -= used;
  slot.turn -= used;
  clock_ = std::max(clock_, slot.at);
  if (t.line_reached || (reason == vm::StopReason::BudgetSpent && slot.turn > 0 && !look_again_)) {
    return;
  }
  turn_ = nullptr;
  look_again_ = false;
  const bool preempted = slot.plan <= 0 && options_.policy == trace::Policy::Random;
  if ((reason != vm::StopReason::BudgetSpent || preempted) && is_ahead(slot)) {
    slot.leaving = reason;  // a turn can end late by what its last instructions cost
    return;
  }
  stopped(slot, reason);
}

/// Something else comes before what this thread does next.
bool SimulatedExecutor::is_ahead(const Slot& slot) {
  forget_outdated();
  const Slot* first = first_running();
  return (!agenda_.empty() && agenda_.next().at <= slot.at) ||
         (first != nullptr && first->at < slot.at);
}

void SimulatedExecutor::watch_lines(bool watch, ThreadId thread) {
  watching_ = watch;
  watched_ = thread;
}

void SimulatedExecutor::stopped(Slot& slot, vm::StopReason reason) {
  using vm::StopReason;
  switch (reason) {
    case StopReason::BudgetSpent:
      if (slot.plan <= 0 && options_.policy == trace::Policy::Random) preempt(slot);
      if (slot.at >= slot.place_at + kPlaceEvery) record_place(slot);
      break;
    case StopReason::DropRequested: hand_over(slot); break;
    case StopReason::Blocked: wait_blocked(slot); break;
    case StopReason::Sleeping: wait_sleeping(slot); break;
    case StopReason::NativeCall: call_native(slot); break;
    case StopReason::Finished: ended(slot, false); break;
    case StopReason::Failed: ended(slot, true); break;
  }
}

void SimulatedExecutor::happen(const Timed& event) {
  clock_ = std::max(clock_, event.at);
  Slot* slot = slot_of(event.thread);
  if (slot == nullptr || slot->where == At::Ended) return;
  if (event.what == Timed::What::SliceOver) {
    if (event.stamp == slot->core_stamp) slice_over(*slot);
    return;
  }
  if (event.stamp != slot->stamp) return;
  slot->at = std::max(slot->at, event.at);
  switch (event.what) {
    case Timed::What::Begin:
      slot->since = slot->at;
      record(*slot, EventKind::ThreadStart, slot->parent, pack_line(0));
      want_core(*slot, Task::TakeGil);
      break;
    case Timed::What::Awake:
    case Timed::What::Deadline:
    case Timed::What::IoDone:
    case Timed::What::NativeDone: wait_over(*slot); break;
    case Timed::What::GilWake: want_core(*slot, Task::TakeGil); break;
    case Timed::What::GilTimer: gil_timer(*slot); break;
    case Timed::What::SliceOver: break;
  }
}

// --- Cores
// ---------------------------------------------------------------------------------------------

void SimulatedExecutor::want_core(Slot& slot, Task task) {
  slot.task = task;
  if (!core_free()) make_room_for(slot);
  if (core_free()) {
    put_on_core(slot);
    return;
  }
  slot.where = At::Queued;
  record(slot, EventKind::ReadyBegin, 0, pack_line(line_now(*slot.thread)));
  change(slot, TimeIn::Ready);
  queue_.push_back(&slot);
}

void SimulatedExecutor::put_on_core(Slot& slot) {
  on_core_.push_back(&slot);
  slot.where = At::OnCore;
  agenda_.add(slot.at + late(costs::kTimeSlice), slot.id, Timed::What::SliceOver,
              ++slot.core_stamp);
  switch (slot.task) {
    case Task::TakeGil: try_gil(slot); break;
    case Task::Python:
      change(slot, TimeIn::Running);
      running_.push_back(&slot);
      break;
    case Task::Native:
      change(slot, TimeIn::Native);
      slot.native_since = slot.at;
      set_timer(slot, slot.at + slot.native_left, Timed::What::NativeDone);
      break;
  }
}

void SimulatedExecutor::give_core_back(Slot& slot) {
  take_out(on_core_, &slot);
  ++slot.core_stamp;
  slot.where = At::Waiting;
  take_out(running_, &slot);
}

/// Gives free cores to those who want one.
void SimulatedExecutor::dispatch() {
  while (core_free() && !queue_.empty()) {
    const std::size_t which =
        options_.policy == trace::Policy::Random ? dice_.below(queue_.size()) : 0;
    Slot& slot = *queue_[which];
    queue_.erase(queue_.begin() + static_cast<std::ptrdiff_t>(which));
    slot.at = std::max(slot.at, clock_);
    record(slot, EventKind::ReadyEnd, 0, pack_line(line_now(*slot.thread)));
    put_on_core(slot);
  }
}

void SimulatedExecutor::slice_over(Slot& slot) {
  slot.at = std::max(slot.at, clock_);
  if (queue_.empty()) {
    agenda_.add(slot.at + late(costs::kTimeSlice), slot.id, Timed::What::SliceOver,
                ++slot.core_stamp);
    return;
  }
  leave_core(slot);
}

/// As operating systems do: who has slept goes before who has computed, at once.
void SimulatedExecutor::make_room_for(const Slot& slot) {
  const auto used = [this](const Slot& s) {
    const Tick now = s.where == At::OnCore ? std::max({s.at, clock_, s.since}) - s.since : 0;
    return now + s.totals.ns[static_cast<std::size_t>(TimeIn::Running)] +
           s.totals.ns[static_cast<std::size_t>(TimeIn::Native)];
  };
  Slot* most = nullptr;
  for (Slot* other : on_core_) {
    if (most == nullptr || used(*other) > used(*most)) most = other;
  }
  if (most == nullptr || used(*most) < used(slot) + costs::kWakeAdvantage) return;
  most->at = std::max(most->at, slot.at);
  leave_core(*most);
}

/// Back into the queue for a core, in the middle of its work.
void SimulatedExecutor::leave_core(Slot& slot) {
  if (slot.task == Task::Native) {
    const Tick done = slot.at - slot.native_since;
    slot.native_left = slot.native_left > done ? slot.native_left - done : 0;
    ++slot.stamp;
  }
  give_core_back(slot);
  slot.where = At::Queued;
  record(slot, EventKind::ReadyBegin, 0, pack_line(line_now(*slot.thread)));
  change(slot, TimeIn::Ready);
  queue_.push_back(&slot);
}

// --- The GIL: take_gil and drop_gil of gil.cpp, with timers in the place of waiting
// ---------------------

void SimulatedExecutor::try_gil(Slot& slot) {
  if (!has_gil_) {
    slot.task = Task::Python;
    change(slot, TimeIn::Running);
    running_.push_back(&slot);
    return;
  }
  if (!slot.gil_wait_recorded) {
    slot.gil_wait_recorded = true;
    record(slot, EventKind::GilWait, holder_ == nullptr ? kNoThread : holder_->id,
           pack_line(line_now(*slot.thread)));
  }
  if (holder_ == nullptr) {
    take_gil(slot);
  } else {
    give_core_back(slot);
    queue_for_gil(slot);
  }
}

void SimulatedExecutor::queue_for_gil(Slot& slot) {
  slot.where = At::GilQueue;
  if (!slot.gil_wait_recorded) {
    slot.gil_wait_recorded = true;
    record(slot, EventKind::GilWait, holder_ == nullptr ? kNoThread : holder_->id,
           pack_line(line_now(*slot.thread)));
  }
  change(slot, TimeIn::WaitingGil);
  gil_queue_.push_back(&slot);
  slot.gil_seen = switch_number_;
  set_timer(slot, slot.at + interval_, Timed::What::GilTimer);
}

/// Its wait has timed out: if the GIL is still taken and there was no switch, the holder is asked.
void SimulatedExecutor::gil_timer(Slot& slot) {
  if (holder_ != nullptr && switch_number_ == slot.gil_seen) {
    holder_->thread->leave.fetch_or(vm::kLeaveDropRequest);
  }
  slot.gil_seen = switch_number_;
  set_timer(slot, slot.at + interval_, Timed::What::GilTimer);
}

void SimulatedExecutor::take_gil(Slot& slot) {
  holder_ = &slot;
  bool forced = false;
  const ThreadId previous = last_holder_;
  if (previous != slot.id) {
    forced = dropped_on_request_;
    if (previous != kNoThread) ++outcome_.gil_handoffs;
    if (forced) ++outcome_.gil_forced;
    last_holder_ = slot.id;
    ++switch_number_;
  }
  dropped_on_request_ = false;
  record(slot, EventKind::GilTake, previous,
         pack_line(line_now(*slot.thread), forced ? trace::kForced : std::uint8_t{0}));
  slot.gil_wait_recorded = false;
  slot.task = Task::Python;
  change(slot, TimeIn::Running);
  running_.push_back(&slot);
  if (forced_out_ != nullptr && forced_out_ != &slot) {
    Slot& other = *forced_out_;
    forced_out_ = nullptr;
    other.at = std::max(other.at, slot.at);
    queue_for_gil(other);
  }
}

void SimulatedExecutor::drop_gil(Slot& slot, DropReason reason) {
  record(slot, EventKind::GilDrop, 0, pack_line(line_now(*slot.thread), reason));
  slot.thread->leave.fetch_and(~std::uint32_t{vm::kLeaveDropRequest});
  holder_ = nullptr;
  last_holder_ = slot.id;
  dropped_on_request_ = reason == DropReason::Request;
  if (gil_queue_.empty()) return;
  const std::size_t which =
      options_.policy == trace::Policy::Random ? dice_.below(gil_queue_.size()) : 0;
  Slot& woken = *gil_queue_[which];
  gil_queue_.erase(gil_queue_.begin() + static_cast<std::ptrdiff_t>(which));
  woken.where = At::Waiting;
  set_timer(woken, slot.at + late(costs::kGilWake), Timed::What::GilWake);
}

void SimulatedExecutor::hand_over(Slot& slot) {
  if (!has_gil_ || gil_queue_.empty()) return;
  record_place(slot);
  drop_gil(slot, DropReason::Request);
  change(slot, TimeIn::WaitingGil);
  give_core_back(slot);
  slot.where = At::ForcedOut;
  forced_out_ = &slot;
}

/// Policy random: the thread's time is over, by chance.
void SimulatedExecutor::preempt(Slot& slot) {
  if (has_gil_) {
    hand_over(slot);
  } else if (running_.size() > 1) {
    slot.at += dice_.below(kRandomStall);
  }
}

// --- Ways out of the machine and back
// ------------------------------------------------------------------

/// Says in which function of the program the thread is, if it is another than said last.
void SimulatedExecutor::record_place(Slot& slot) {
  if (slot.ring == nullptr) return;
  const vm::ExecCode* code = nullptr;
  const auto& frames = slot.thread->frames;
  for (auto frame = frames.rbegin(); frame != frames.rend() && code == nullptr; ++frame) {
    if (!frame->code->library) code = frame->code;
  }
  if (code == nullptr || code == slot.place) return;
  slot.place = code;
  slot.place_at = slot.at;
  const auto [place, is_new] = functions_.try_emplace(code, 0);
  if (is_new) {
    place->second = recorder_->add_function(code->code->qualname,
                                            static_cast<std::uint32_t>(code->code->first_line));
  }
  record(slot, EventKind::Line, place->second, pack_line(line_now(*slot.thread)));
}

void SimulatedExecutor::leave_machine(Slot& slot, DropReason reason) {
  if (has_gil_) drop_gil(slot, reason);
  give_core_back(slot);
}

void SimulatedExecutor::wait_blocked(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  record_place(slot);
  slot.wait_line = line_now(t);
  vm::SyncObject* object = nullptr;
  {
    MutexLock guard(t.vm.sync_mutex);
    object = t.waiter.object;
  }
  const bool join = object != nullptr && object->sync_kind == vm::SyncKind::Thread;
  slot.wait = join ? Slot::Wait::Join : Slot::Wait::Block;
  if (join) {
    slot.joins = object->target;
    record(slot, EventKind::JoinBegin, object->target, pack_line(slot.wait_line));
  } else {
    const ObjectId id = object == nullptr || slot.ring == nullptr ? 0 : vm::announce(t, object);
    record(slot, EventKind::BlockBegin, id, pack_line(slot.wait_line));
  }
  change(slot, join ? TimeIn::SleepingIo : TimeIn::Blocked);
  leave_machine(slot, DropReason::Blocked);
  const Tick deadline = t.pending.deadline;
  if (slot.signalled) {
    set_timer(slot, slot.at + late(costs::kWake), Timed::What::Awake);
  } else if (deadline != kForever) {
    set_timer(slot, std::max(deadline, slot.at) + late(costs::kTimer), Timed::What::Deadline);
  }
}

void SimulatedExecutor::unblocked(ThreadId id) {
  Slot* slot = slot_of(id);
  if (slot == nullptr || slot->signalled) return;
  slot->signalled = true;
  const bool parked = slot->where == At::Waiting &&
                      (slot->wait == Slot::Wait::Block || slot->wait == Slot::Wait::Join);
  if (!parked) return;
  set_timer(*slot, now() + late(costs::kWake), Timed::What::Awake);
  look_again();
}

/// Whoever runs may have been meant to go on for longer than what has just become known allows.
void SimulatedExecutor::look_again() {
  look_again_ = true;
  if (in_machine_ != nullptr) in_machine_->thread->leave.fetch_or(vm::kLeaveBudget);
}

void SimulatedExecutor::wait_sleeping(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  record_place(slot);
  slot.wait_line = line_now(t);
  const Tick deadline = t.pending.deadline;
  const Tick us = deadline > slot.at ? (deadline - slot.at + 999) / 1000 : 0;
  record(slot, EventKind::SleepBegin, static_cast<std::uint32_t>(std::min<Tick>(us, UINT32_MAX)),
         pack_line(slot.wait_line));
  slot.wait = Slot::Wait::Sleep;
  change(slot, TimeIn::SleepingIo);
  leave_machine(slot, DropReason::Blocked);
  const Tick until = deadline > slot.at ? deadline + late(costs::kTimer) : slot.at;
  set_timer(slot, until, Timed::What::Awake);
}

void SimulatedExecutor::call_native(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  if (!options_.may_wait && std::string_view(t.pending.what) == "input" && !output_.line_ready()) {
    asks_ = &slot;
    return;
  }
  record_place(slot);
  const vm::Pending& pending = t.pending;
  const bool io = pending.is_io;
  slot.wait_line = line_now(t);
  if (slot.ring != nullptr && slot.native_name != pending.what) {
    slot.native_name = pending.what;
    slot.native_function = recorder_->native_function(pending.what);
  }
  record(slot, io ? EventKind::IoBegin : EventKind::NativeBegin, slot.native_function,
         pack_line(slot.wait_line));
  // The work itself is done at once, whatever it takes; the clock is charged.
  stoppable_.store(&t, std::memory_order_release);
  pending.work(pending.context);
  stoppable_.store(nullptr, std::memory_order_release);
  const Tick cost = pending.cost != 0 ? pending.cost : io ? costs::kIo : costs::kNative;
  if (has_gil_) drop_gil(slot, DropReason::Native);
  slot.wait = io ? Slot::Wait::Io : Slot::Wait::Native;
  change(slot, io ? TimeIn::SleepingIo : TimeIn::Native);
  if (io) {
    give_core_back(slot);
    set_timer(slot, slot.at + late(cost), Timed::What::IoDone);
    return;
  }
  take_out(running_, &slot);
  slot.task = Task::Native;
  slot.native_left = cost;
  slot.native_since = slot.at;
  set_timer(slot, slot.at + cost, Timed::What::NativeDone);
}

/// The wait has ended; the thread wants back into the machine.
void SimulatedExecutor::wait_over(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  const Slot::Wait wait = slot.wait;
  slot.signalled = false;
  if (wait == Slot::Wait::Others) {
    record(slot, EventKind::JoinEnd, slot.joins, pack_line(0));
    wait_for_others(slot);
    return;
  }
  slot.wait = Slot::Wait::None;
  bool woken = false;
  ThreadId waker = kNoThread;
  if (wait == Slot::Wait::Block || wait == Slot::Wait::Join) {
    MutexLock guard(t.vm.sync_mutex);
    woken = t.waiter.woken;
    waker = t.waiter.waker;
  }
  const std::uint32_t end = pack_line(slot.wait_line, woken ? std::uint8_t{0} : trace::kTimedOut);
  switch (wait) {
    case Slot::Wait::Block:
      record(slot, EventKind::BlockEnd, woken ? waker : kNoThread, end);
      break;
    case Slot::Wait::Join:
      record(slot, EventKind::JoinEnd, woken ? slot.joins : kNoThread, end);
      break;
    case Slot::Wait::Sleep: record(slot, EventKind::SleepEnd, 0, pack_line(slot.wait_line)); break;
    case Slot::Wait::Io: record(slot, EventKind::IoEnd, 0, pack_line(slot.wait_line)); break;
    default: record(slot, EventKind::NativeEnd, 0, pack_line(slot.wait_line)); break;
  }
  if (wait == Slot::Wait::Native) {  // it has its core already
    slot.task = Task::TakeGil;
    try_gil(slot);
  } else {
    want_core(slot, Task::TakeGil);
  }
}

// --- Running
// -------------------------------------------------------------------------------------------

void SimulatedExecutor::begin(vm::Vm& vm) {
  vm_ = &vm;
  vm.gil = has_gil_;
  vm::order_stores(false);
  // Without a GIL threads can be switched between any two instructions.
  vm.check_every_op = options_.gil != trace::GilSetting::V310;
  vm::VmThread& main = vm.main_thread();
  {
    MutexLock guard(vm.sync_mutex);
    main.name = "MainThread";
  }
  if (recorder_ != nullptr) main.ring = recorder_->add_thread(0, "MainThread", false, kNoThread);
  Slot& slot = add_slot(0, kNoThread);
  record(slot, EventKind::ThreadStart, kNoThread, pack_line(0));
  want_core(slot, Task::TakeGil);
}

/// Timers that have been set anew, or whose threads have gone on.
void SimulatedExecutor::forget_outdated() {
  while (!agenda_.empty()) {
    const Timed& next = agenda_.next();
    const Slot* slot = slot_of(next.thread);
    const bool slice = next.what == Timed::What::SliceOver;
    if (slot != nullptr && next.stamp == (slice ? slot->core_stamp : slot->stamp)) return;
    agenda_.pop();
  }
}

/// The next event happens, or the next turn begins. False: the run is over.
bool SimulatedExecutor::next_step(Tick until) {
  there_ = false;
  forget_outdated();
  Slot* slot = first_running();
  if (slot == nullptr && agenda_.empty()) {
    tell_deadlock();
    return false;
  }
  const Tick next = agenda_.empty() ? kForever : agenda_.next().at;
  const Tick when = slot != nullptr ? std::min(slot->at, next) : next;
  if (when > options_.longest) {
    end_run(trace::RunStatus::Limit, 1,
            "The simulated run was ended after " +
                std::to_string(options_.longest / 1'000'000'000) + " seconds of its own time.");
    return false;
  }
  if (when >= until) {
    there_ = true;
  } else if (slot == nullptr || next <= slot->at) {
    const Timed event = agenda_.next();
    agenda_.pop();
    happen(event);
  } else if (slot->leaving) {
    const vm::StopReason reason = *slot->leaving;
    slot->leaving.reset();
    current_ = slot->id;
    clock_ = std::max(clock_, slot->at);
    stopped(*slot, reason);
  } else {
    begin_turn(*slot, next);
  }
  return true;
}

SimulatedExecutor::Progress SimulatedExecutor::advance(std::uint64_t instructions, Tick until) {
  const Tick worth = instructions * costs::kInstruction;
  Tick used = 0;
  while (!over_) {
    if (used >= worth) return Progress::More;
    if (stop_requested_.load(std::memory_order_acquire)) {
      end_run(trace::RunStatus::Stopped, 130, "");
      break;
    }
    if (exit_code_) {
      end_run(trace::RunStatus::Finished, *exit_code_, "");
      break;
    }
    if (asks_ != nullptr) {
      if (!output_.line_ready()) return Progress::Input;
      Slot& asking = *asks_;
      asks_ = nullptr;
      call_native(asking);
      dispatch();
      continue;
    }
    if (turn_ == nullptr && !next_step(until)) break;
    if (turn_ != nullptr) {
      Slot& slot = *turn_;
      if (slot.at >= until) return Progress::There;
      const Tick before = slot.at;
      run_turn(slot, until);
      used += slot.at - before + costs::kInstruction;
      if (slot.thread->line_reached) {
        slot.thread->line_reached = false;
        line_at_ = slot.at;
        return Progress::Line;
      }
    } else if (!over_ && there_) {
      return Progress::There;
    } else {
      used += costs::kInstruction;
    }
    dispatch();
  }
  return Progress::Over;
}

Outcome SimulatedExecutor::run(vm::Vm& vm) {
  constexpr std::uint64_t kPiece = 1'000'000;
  begin(vm);
  while (advance(kPiece) != Progress::Over) {
  }
  return outcome();
}

void SimulatedExecutor::request_stop() {
  stop_requested_.store(true, std::memory_order_release);
  output_.end_input();
  if (vm::VmThread* t = stoppable_.load(std::memory_order_acquire)) {
    t->leave.fetch_or(vm::kLeaveStop);
  }
}

Outcome SimulatedExecutor::outcome() { return std::move(outcome_); }

}  // namespace interleave::exec
