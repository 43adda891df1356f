// What the numbers in events mean: the run's settings, threads, synchronisation objects, functions.
//
// Not a registry that hands out numbers: that is the Recorder's. A plain value, owned by one
// thread; the Recorder gives the changes since last time (TableChange), apply() folds them in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "trace/event.h"

namespace interleave::trace {

enum class ObjectKind : std::uint8_t {
  Lock,
  RLock,
  Condition,
  Event,
  Semaphore,
  BoundedSemaphore,
  Barrier,
  Queue,
  Thread,
  Future,
  Other,
};
inline constexpr int kObjectKinds = static_cast<int>(ObjectKind::Other) + 1;

enum class RunMode : std::uint8_t { Live, Simulated };
enum class GilSetting : std::uint8_t { Off, V39, V310 };
enum class Policy : std::uint8_t { Fair, Random };
/// interfaces.md: Result.status, and Running before there is one.
enum class RunStatus : std::uint8_t { Running, Finished, Failed, Deadlock, Stopped, Limit };

struct RunInfo {
  RunMode mode = RunMode::Live;
  GilSetting gil = GilSetting::V310;
  Policy policy = Policy::Fair;
  RunStatus status = RunStatus::Running;
  std::uint32_t cores = 0;  // of the machine (live) or asked for (simulated); 0 unknown
  std::uint64_t seed = 0;
  Tick switch_interval = 5'000'000;
  Tick end = 0;  // when the run ended; meaningful once status is not Running
  friend bool operator==(const RunInfo&, const RunInfo&) = default;
};

struct ThreadInfo {
  ThreadId id = kNoThread;
  ThreadId parent = kNoThread;
  bool daemon = false;
  std::string name;
};

struct ObjectInfo {
  ObjectId id = 0;
  ObjectKind kind = ObjectKind::Other;
  std::uint32_t line = 0;  // where it was made
  std::string name;        // the variable that holds it, once known
};

struct FunctionInfo {
  FunctionId id = 0;
  std::uint32_t line = 0;  // of its definition; 0: native
  bool native = false;
  std::string name;
};

/// One step of a table's growth.
struct TableChange {
  enum class What : std::uint8_t { Thread, Object, Function };
  What what = What::Thread;
  bool flag = false;  // daemon; native
  ObjectKind kind = ObjectKind::Other;
  std::uint32_t id = 0;
  std::uint32_t number = 0;  // parent; line
  std::string name;
};

/// The tables as far as they have been read. Objects are at index id - 1, functions too; a thread
/// is found through thread().
struct Tables {
  std::vector<ThreadInfo> threads;  // in order of birth
  std::vector<ObjectInfo> objects;
  std::vector<FunctionInfo> functions;

  void apply(const TableChange& change);
  /// Null when there is no such entry.
  const ThreadInfo* thread(ThreadId id) const;
  const ObjectInfo* object(ObjectId id) const;
  const FunctionInfo* function(FunctionId id) const;

 private:
  std::vector<std::uint32_t> thread_index_;  // by id: index in threads + 1
};

/// The words of interfaces.md and of the text form: "3.10", "live", "finished", "RLock" …
std::string_view word(RunMode value);
std::string_view word(GilSetting value);
std::string_view word(Policy value);
std::string_view word(RunStatus value);
std::string_view word(ObjectKind value);
bool from_word(std::string_view text, RunMode& value);
bool from_word(std::string_view text, GilSetting& value);
bool from_word(std::string_view text, Policy& value);
bool from_word(std::string_view text, RunStatus& value);
bool from_word(std::string_view text, ObjectKind& value);

}  // namespace interleave::trace
