// How threads of a simulated run come and go, and how it ends.
#include <algorithm>

#include "exec/costs.h"
#include "exec/deadlock.h"
#include "exec/simulated_slot.h"
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

SimulatedExecutor::Slot* SimulatedExecutor::slot_of(ThreadId id) {
  return id < slots_.size() ? slots_[id].get() : nullptr;
}

bool SimulatedExecutor::alive(ThreadId id) const {
  return id < slots_.size() && slots_[id] != nullptr && slots_[id]->where != At::Ended;
}

SimulatedExecutor::Slot& SimulatedExecutor::add_slot(ThreadId id, ThreadId parent) {
  if (slots_.size() <= id) slots_.resize(id + 1);
  slots_[id] = std::make_unique<Slot>();
  Slot& slot = *slots_[id];
  slot.thread = vm_->thread(id);
  slot.id = slot.totals.id = id;
  slot.parent = parent;
  slot.ring = slot.thread->ring;
  slot.totals.daemon = slot.thread->daemon;
  slot.at = slot.since = now();
  ++live_;
  return slot;
}

bool SimulatedExecutor::spawned(ThreadId id) {
  if (over_) return false;
  Slot& slot = add_slot(id, in_machine_ == nullptr ? kNoThread : in_machine_->id);
  set_timer(slot, slot.at + late(costs::kThreadStart), Timed::What::Begin);
  look_again();
  return true;
}

/// The machine has nothing more to run for the thread: its program, or one of MainThread's last
/// acts, is over.
void SimulatedExecutor::ended(Slot& slot, bool failed) {
  vm::VmThread& t = *slot.thread;
  if (stop_requested_.load(std::memory_order_acquire) || (failed && t.exception.empty())) return;
  if (slot.phase == Slot::Phase::Program) {
    if (failed) slot.end = report(slot);
    if (slot.phase == Slot::Phase::Report) return;
  } else if (failed) {
    vm::report_uncaught(t);
  }
  if (slot.phase <= Slot::Phase::Report) {
    in_machine_ = &slot;
    slot.fuel = t.fuel = 0;
    vm::finish_thread(t);
    in_machine_ = nullptr;
    vm::forget_stack(t);
    if (slot.id != 0) {
      finish(slot, slot.end);
      return;
    }
    slot.phase = Slot::Phase::Shutdown;
    if (vm::prepare_last_act(t, vm::LastAct::Shutdown)) return;
  }
  after_program(slot);
}

/// What a thread raised and nobody caught. MainThread may go on with its sys.excepthook.
EndStatus SimulatedExecutor::report(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  if (slot.id != 0) {
    vm::report_uncaught(t);
    return EndStatus::Failed;
  }
  const bool exits = vm::is_instance(t.vm, t.exception, t.vm.types.SystemExit);
  outcome_.exit_code = vm::exit_code_of(t);
  if (exits) {
    vm::report_uncaught(t);
    return EndStatus::Finished;
  }
  outcome_.status = trace::RunStatus::Failed;
  if (vm::prepare_last_act(t, vm::LastAct::Report)) {
    slot.phase = Slot::Phase::Report;
  } else {
    vm::report_uncaught(t);
  }
  return EndStatus::Failed;
}

/// MainThread, in the machine, after its program and after threading._shutdown().
void SimulatedExecutor::after_program(Slot& slot) {
  if (slot.phase == Slot::Phase::Shutdown) {
    const bool alone = std::none_of(slots_.begin(), slots_.end(), [](const auto& other) {
      return other != nullptr && other->id != 0 && other->where != At::Ended &&
             !other->totals.daemon;
    });
    if (!alone) {
      record_place(slot);
      leave_machine(slot, DropReason::Blocked);
      change(slot, TimeIn::SleepingIo);
      slot.wait = Slot::Wait::Others;
      wait_for_others(slot);
      return;
    }
    slot.phase = Slot::Phase::AtExit;
    if (vm::prepare_last_act(*slot.thread, vm::LastAct::AtExit)) return;
  }
  finish(slot, slot.end);
}

/// As threading._shutdown(): for all but daemon threads, one after the other.
void SimulatedExecutor::wait_for_others(Slot& slot) {
  change(slot, TimeIn::SleepingIo);
  for (auto& other : slots_) {
    if (other == nullptr || other->id == 0 || other->where == At::Ended || other->totals.daemon) {
      continue;
    }
    slot.joins = other->id;
    record(slot, EventKind::JoinBegin, other->id, pack_line(0));
    ++slot.stamp;
    return;
  }
  slot.joins = kNoThread;
  want_core(slot, Task::TakeGil);
}

/// Ends a thread that is in the machine.
void SimulatedExecutor::finish(Slot& slot, EndStatus status) {
  if (has_gil_ && holder_ == &slot) drop_gil(slot, DropReason::Finished);
  give_core_back(slot);
  change(slot, TimeIn::Ready);
  record(slot, EventKind::ThreadEnd, 0, pack_line(0, status));
  slot.where = At::Ended;
  --live_;
  Slot& main = *slots_[0];
  if (slot.id == 0) {
    outcome_.elapsed = slot.at;
    end_run(outcome_.status, outcome_.exit_code, "");
  } else if (main.wait == Slot::Wait::Others && main.joins == slot.id) {
    set_timer(main, slot.at + late(costs::kWake), Timed::What::Awake);
  }
}

void SimulatedExecutor::tell_deadlock() {
  // They would wait for ever. Some of it passes before the run ends, so that the last wait has a
  // length and the circle can be seen.
  clock_ += std::clamp<Tick>(clock_ / 20, 1'000'000, 100'000'000);
  std::vector<Stuck> waiting;
  for (const auto& slot : slots_) {
    if (slot == nullptr || slot->where == At::Ended) continue;
    waiting.push_back({slot->thread, slot->wait == Slot::Wait::Others ? slot->joins : kNoThread});
  }
  end_run(trace::RunStatus::Deadlock, 1, describe_deadlock(waiting));
}

/// Cuts off every thread that is left, and sums up.
void SimulatedExecutor::end_run(trace::RunStatus status, int exit_code, std::string message) {
  over_ = true;
  const bool by_itself = status == trace::RunStatus::Finished || status == trace::RunStatus::Failed;
  end_everything(by_itself ? EndStatus::CutOff : EndStatus::Stopped);
  output_.end_input();
  outcome_.status = status;
  outcome_.exit_code = exit_code;
  outcome_.message = std::move(message);
  if (outcome_.elapsed == 0) outcome_.elapsed = clock_;
  MutexLock guard(vm_->sync_mutex);
  for (const auto& slot : slots_) {
    if (slot == nullptr) continue;
    slot->totals.name = slot->thread->name;
    if (outcome_.threads.size() < limits::kTraceThreads) outcome_.threads.push_back(slot->totals);
  }
}

void SimulatedExecutor::end_everything(EndStatus status) {
  for (auto& one : slots_) {
    if (one == nullptr || one->where == At::Ended) continue;
    Slot& slot = *one;
    slot.at = std::max(slot.at, clock_);
    if (slot.where == At::Queued) record(slot, EventKind::ReadyEnd, 0, pack_line(0));
    switch (slot.wait) {
      case Slot::Wait::None: break;
      case Slot::Wait::Block: record(slot, EventKind::BlockEnd, kNoThread, pack_line(0)); break;
      case Slot::Wait::Join:
      case Slot::Wait::Others: record(slot, EventKind::JoinEnd, kNoThread, pack_line(0)); break;
      case Slot::Wait::Sleep: record(slot, EventKind::SleepEnd, 0, pack_line(0)); break;
      case Slot::Wait::Io: record(slot, EventKind::IoEnd, 0, pack_line(0)); break;
      case Slot::Wait::Native: record(slot, EventKind::NativeEnd, 0, pack_line(0)); break;
    }
    if (holder_ == &slot) {
      record(slot, EventKind::GilDrop, 0, pack_line(0, DropReason::Finished));
      holder_ = nullptr;
    }
    if (slot.id == 0 && status == EndStatus::Stopped) record(slot, EventKind::Stop, 0, 0);
    change(slot, TimeIn::Ready);
    record(slot, EventKind::ThreadEnd, 0, pack_line(0, status));
    slot.where = At::Ended;
    --live_;
  }
  turn_ = nullptr;
  running_.clear();
  queue_.clear();
  gil_queue_.clear();
}

}  // namespace interleave::exec
