#include "exec/deadlock.h"

#include "vm/sync.h"

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

std::string name_of(vm::Vm& vm, ThreadId id) {
  MutexLock guard(vm.sync_mutex);
  if (id < vm.threads.size() && vm.threads[id] != nullptr) return vm.threads[id]->name;
  return "a thread";
}

std::string describe_wait(const Stuck& stuck) {
  vm::VmThread& t = *stuck.thread;
  vm::Vm& vm = t.vm;
  std::string text = name_of(vm, t.id);
  if (stuck.waits_for_end_of != kNoThread) {
    return text + " has finished and waits for " + name_of(vm, stuck.waits_for_end_of) + " to end";
  }
  const vm::SyncObject* object = nullptr;
  {
    MutexLock guard(vm.sync_mutex);
    object = t.waiter.object;
  }
  text += at_line(" waits at line ", static_cast<std::uint32_t>(t.current_line()));
  if (object == nullptr) return text;
  if (object->sync_kind == vm::SyncKind::Thread) {
    return text + " for " + name_of(vm, object->target) + " to end";
  }
  text += " for " + vm::describe(*object, vm::variable_holding(t, *object));
  const ThreadId holder = vm::holder_of(*object);
  if (holder == kNoThread) return text + nobody_left(*object);
  const std::string since = at_line(" since line ", object->holder_line.load());
  if (holder == t.id) return text + ", which it holds itself" + since;
  bool ended = false;
  {
    MutexLock guard(vm.sync_mutex);
    ended = vm.threads[holder] == nullptr || vm.threads[holder]->finished;
  }
  return text + ", held by " + name_of(vm, holder) + since + (ended ? " and never given back" : "");
}

}  // namespace

std::string describe_deadlock(const std::vector<Stuck>& waiting) {
  std::string text = "Deadlock: no thread can go on. ";
  constexpr std::size_t kTold = 8;
  for (std::size_t i = 0; i < waiting.size() && i < kTold; ++i) {
    text += (i == 0 ? "" : "; ") + describe_wait(waiting[i]);
  }
  if (waiting.size() > kTold) {
    text += "; and " + std::to_string(waiting.size() - kTold) + " more threads wait";
  }
  return text + ".";
}

}  // namespace interleave::exec
