#include "trace/tables.h"

#include <array>
#include <span>

#include "base/limits.h"

namespace interleave::trace {
namespace {

constexpr std::string_view kModes[] = {"live", "sim"};
constexpr std::string_view kGils[] = {"off", "3.9", "3.10"};
constexpr std::string_view kPolicies[] = {"fair", "random"};
constexpr std::string_view kStatuses[] = {"running",  "finished", "failed",
                                          "deadlock", "stopped",  "limit"};
constexpr std::string_view kKinds[] = {
    "Lock",    "RLock", "Condition", "Event",  "Semaphore", "BoundedSemaphore",
    "Barrier", "Queue", "Thread",    "Future", "Other"};
static_assert(std::size(kKinds) == kObjectKinds);

template <class E>
bool find_word(std::span<const std::string_view> words, std::string_view text, E& value) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != text) continue;
    value = static_cast<E>(i);
    return true;
  }
  return false;
}

template <class E>
std::string_view word_at(std::span<const std::string_view> words, E value) {
  const auto index = static_cast<std::size_t>(value);
  return index < words.size() ? words[index] : "?";
}

}  // namespace

std::string_view word(RunMode value) { return word_at(kModes, value); }
std::string_view word(GilSetting value) { return word_at(kGils, value); }
std::string_view word(Policy value) { return word_at(kPolicies, value); }
std::string_view word(RunStatus value) { return word_at(kStatuses, value); }
std::string_view word(ObjectKind value) { return word_at(kKinds, value); }
bool from_word(std::string_view text, RunMode& value) { return find_word(kModes, text, value); }
bool from_word(std::string_view text, GilSetting& value) { return find_word(kGils, text, value); }
bool from_word(std::string_view text, Policy& value) { return find_word(kPolicies, text, value); }
bool from_word(std::string_view text, RunStatus& value) {
  return find_word(kStatuses, text, value);
}
bool from_word(std::string_view text, ObjectKind& value) { return find_word(kKinds, text, value); }

void Tables::apply(const TableChange& change) {
  if (change.what == TableChange::What::Thread) {
    if (change.id >= limits::kTraceThreads) return;
    if (thread_index_.size() <= change.id) thread_index_.resize(change.id + 1, 0);
    std::uint32_t& slot = thread_index_[change.id];
    if (slot == 0) {
      threads.push_back({change.id, change.number, change.flag, change.name});
      slot = static_cast<std::uint32_t>(threads.size());
    } else {
      threads[slot - 1].daemon = change.flag;
      threads[slot - 1].name = change.name;
    }
    return;
  }
  if (change.id == 0 || change.id > limits::kTraceNames) return;
  const std::size_t index = change.id - 1;
  if (change.what == TableChange::What::Object) {
    if (objects.size() <= index) objects.resize(index + 1);
    objects[index] = {change.id, change.kind, change.number, change.name};
  } else {
    if (functions.size() <= index) functions.resize(index + 1);
    functions[index] = {change.id, change.number, change.flag, change.name};
  }
}

const ThreadInfo* Tables::thread(ThreadId id) const {
  if (id >= thread_index_.size() || thread_index_[id] == 0) return nullptr;
  return &threads[thread_index_[id] - 1];
}

const ObjectInfo* Tables::object(ObjectId id) const {
  if (id == 0 || id > objects.size() || objects[id - 1].id == 0) return nullptr;
  return &objects[id - 1];
}

const FunctionInfo* Tables::function(FunctionId id) const {
  if (id == 0 || id > functions.size() || functions[id - 1].id == 0) return nullptr;
  return &functions[id - 1];
}

}  // namespace interleave::trace
