#include "vm/identity.h"

#include <atomic>
#include <unordered_map>

#include "base/mutex.h"

namespace interleave::vm {

namespace {

constexpr std::uint64_t kBase = 0x7f0000000000;
constexpr std::size_t kShards = 16;  // so that threads without a GIL seldom meet

struct Shard {
  Mutex mutex;
  std::unordered_map<const Object*, std::uint32_t> numbers IL_GUARDED_BY(mutex);
};

/// Of the one Vm there is, like None and True.
Shard g_shards[kShards];
std::atomic<std::uint32_t> g_next{1};

Shard& shard_of(const Object* o) {
  return g_shards[(reinterpret_cast<std::uintptr_t>(o) >> 6) % kShards];
}

}  // namespace

std::uint64_t identity_of(const Object* o) {
  Shard& shard = shard_of(o);
  MutexLock lock(shard.mutex);
  const auto [at, is_new] = shard.numbers.try_emplace(o, 0);
  if (is_new) at->second = g_next.fetch_add(1, std::memory_order_relaxed);
  return kBase + std::uint64_t{at->second} * 16;
}

void forget_dead_identities(std::uint8_t colour) {
  for (Shard& shard : g_shards) {
    MutexLock lock(shard.mutex);
    std::erase_if(shard.numbers, [colour](const auto& entry) {
      return entry.first->mark != colour && (entry.first->flags & kImmortal) == 0;
    });
  }
}

void forget_all_identities() {
  for (Shard& shard : g_shards) {
    MutexLock lock(shard.mutex);
    shard.numbers.clear();
  }
  g_next.store(1, std::memory_order_relaxed);
}

}  // namespace interleave::vm
