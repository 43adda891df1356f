#include "exec/slot.h"
#include "exec/threaded_executor.h"
#include "vm/sync.h"

// Finding out that nobody can go on, and saying why in words.

namespace interleave::exec {

namespace {

/// What would have to happen for a wait without a holder.
const char* nobody_left(const vm::SyncObject& object) {
  switch (object.shown_as) {
    case trace::ObjectKind::Event: return ", which nobody is left to set";
    case trace::ObjectKind::Condition: return ", which nobody is left to notify";
    case trace::ObjectKind::Semaphore:
    case trace::ObjectKind::BoundedSemaphore: return ", which nobody is left to release";
    case trace::ObjectKind::Queue: return ", which nobody else is left to use";
    case trace::ObjectKind::Barrier: return ", which nobody else is left to reach";
    default: return "";
  }
}

std::string at_line(const char* word, std::uint32_t line) {
  return line == 0 ? std::string() : std::string(word) + std::to_string(line);
}

}  // namespace

void ThreadedExecutor::look_for_deadlock() {
  if (live_ == 0 || stuck_ != live_ || deadlock_) return;
  deadlock_ = true;
  watcher_.notify_all();
}

std::string ThreadedExecutor::name_of(ThreadId id) {
  MutexLock guard(vm_->sync_mutex);
  if (id < vm_->threads.size() && vm_->threads[id] != nullptr) return vm_->threads[id]->name;
  return "a thread";
}

std::string ThreadedExecutor::describe_wait(Slot& slot) {
  vm::VmThread& t = *slot.thread;
  std::string text = name_of(slot.id);
  if (slot.waits_for_end_of != kNoThread) {
    return text + " has finished and waits for " + name_of(slot.waits_for_end_of) + " to end";
  }
  const vm::SyncObject* object = nullptr;
  {
    MutexLock guard(vm_->sync_mutex);
    object = t.waiter.object;
  }
  text += at_line(" waits at line ", static_cast<std::uint32_t>(t.current_line()));
  if (object == nullptr) return text;
  if (object->sync_kind == vm::SyncKind::Thread) {
    return text + " for " + name_of(object->target) + " to end";
  }
  text += " for " + vm::describe(*object, vm::variable_holding(t, *object));
  const ThreadId holder = vm::holder_of(*object);
  if (holder == kNoThread) return text + nobody_left(*object);
  const std::string since = at_line(" since line ", object->holder_line.load());
  if (holder == slot.id) return text + ", which it holds itself" + since;
  bool ended = false;
  {
    MutexLock guard(vm_->sync_mutex);
    ended = vm_->threads[holder] == nullptr || vm_->threads[holder]->finished;
  }
  return text + ", held by " + name_of(holder) + since + (ended ? " and never given back" : "");
}

/// Called by the watching thread while every other one is parked for ever.
std::string ThreadedExecutor::describe_deadlock() {
  std::vector<Slot*> waiting;
  {
    MutexLock guard(mutex_);
    for (auto& [id, slot] : slots_) {
      if (!slot->has_ended) waiting.push_back(slot.get());
    }
  }
  std::string text = "Deadlock: no thread can go on. ";
  constexpr std::size_t kTold = 8;
  for (std::size_t i = 0; i < waiting.size() && i < kTold; ++i) {
    text += (i == 0 ? "" : "; ") + describe_wait(*waiting[i]);
  }
  if (waiting.size() > kTold) {
    text += "; and " + std::to_string(waiting.size() - kTold) + " more threads wait";
  }
  return text + ".";
}

}  // namespace interleave::exec
