#include "trace/event.h"

#include <array>

namespace interleave::trace {
namespace {

constexpr std::array<std::string_view, kEventKinds> kNames = {
    "None",        "ThreadStart", "ThreadEnd", "Spawn",        "GilWait",    "GilTake",
    "GilDrop",     "BlockBegin",  "BlockEnd",  "SleepBegin",   "SleepEnd",   "IoBegin",
    "IoEnd",       "NativeBegin", "NativeEnd", "JoinBegin",    "JoinEnd",    "LockAcquire",
    "LockRelease", "Wake",        "Line",      "CollectBegin", "CollectEnd", "ReadyBegin",
    "ReadyEnd",    "FrameBegin",  "FrameEnd",  "Mark",         "Stop",       "Dropped",
};
static_assert(!kNames.back().empty());

}  // namespace

std::string_view kind_name(EventKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < kNames.size() ? kNames[index] : "?";
}

std::optional<EventKind> kind_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<EventKind>(i);
  }
  return std::nullopt;
}

}  // namespace interleave::trace
