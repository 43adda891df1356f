#include "vm/heap.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#include "base/limits.h"
#include "vm/vm.h"
#include "vm/weak_references.h"

namespace interleave::vm {

namespace {
constexpr std::size_t kBlockBytes =
    32 * 1024;  // also their alignment: a cell finds its block by masking
constexpr std::size_t kFirstThreshold = 16u << 20;
constexpr std::size_t kLargestThreshold = 48u << 20;
constexpr std::size_t kMostSpareBytes = 24u << 20;  // of empty blocks that wait to be used again

/// A number of granules that mostly is small: a few stores instead of a call.
void clear_cell(void* cell, std::size_t granules) {
  switch (granules) {
    case 1: std::memset(cell, 0, kCellGranule); break;
    case 2: std::memset(cell, 0, 2 * kCellGranule); break;
    case 3: std::memset(cell, 0, 3 * kCellGranule); break;
    case 4: std::memset(cell, 0, 4 * kCellGranule); break;
    default: std::memset(cell, 0, granules * kCellGranule);
  }
}
}  // namespace

/// Equal-sized cells behind this header.
struct Heap::Block {
  std::uint32_t cell_bytes;
  std::uint32_t cell_count;
  std::uint32_t live;                // cells marked by the last collection
  std::atomic<bool> has_finalizers;  // some cell had one since the block was made
  char* cell(std::uint32_t i) { return reinterpret_cast<char*>(this) + kHeader + i * cell_bytes; }
  static Block* of(Object* o) {
    return reinterpret_cast<Block*>(reinterpret_cast<std::uintptr_t>(o) & ~(kBlockBytes - 1));
  }
  static constexpr std::size_t kHeader = 16;
};

// Immortal objects are static or classes: a block need not look for them before it is given up.
static_assert(sizeof(Type) > kSmallObjectBytes);

/// In front of every object that does not fit a cell.
struct Heap::Large {
  std::size_t bytes;
  std::size_t padding;
  Object* object() { return reinterpret_cast<Object*>(this + 1); }
};

void Marker::drain() {
  while (!pending_.empty()) {
    Object* o = pending_.back();
    pending_.pop_back();
    if ((o->flags & kInBlock) != 0) ++Heap::Block::of(o)->live;
    mark(o->type);
    if (o->type->trace != nullptr) o->type->trace(o, *this);
  }
}

Heap::Heap(Vm& vm) : vm_(vm), threshold_(kFirstThreshold) {}

Heap::~Heap() {
  for (auto& blocks : blocks_) {
    for (Block* block : blocks) {
      for (std::uint32_t i = 0; i < block->cell_count; ++i) {
        auto* o = reinterpret_cast<Object*>(block->cell(i));
        if (o->type != nullptr && (o->flags & kHasFinalizer) != 0) o->type->finalize(o);
      }
    }
  }
  for (Large* large : large_) {
    Object* o = large->object();
    if ((o->flags & kHasFinalizer) != 0) o->type->finalize(o);
  }
  for (auto& blocks : blocks_) {
    for (Block* block : blocks) std::free(block);
  }
  for (Block* block : spare_) std::free(block);
  for (Large* large : large_) std::free(large);
}

Object* Heap::allocate(ThreadCache& cache, Type* type, std::size_t bytes) {
  if (bytes > kSmallObjectBytes) {
    Object* o = allocate_large(type, bytes);
    if (wants_collection() && cache.leave != nullptr) cache.leave->fetch_or(kLeaveCollect);
    return o;
  }
  // A cell must be able to hold a FreeCell, even if all it ever holds is an object without fields.
  const std::size_t size_class =
      (std::max(bytes, sizeof(ThreadCache::FreeCell)) + kCellGranule - 1) / kCellGranule;
  ThreadCache::FreeCell* cell = cache.free[size_class];
  if (cell == nullptr) [[unlikely]]
    return allocate_slow(cache, type, size_class);
  cache.free[size_class] = cell->next;
  clear_cell(cell, size_class);
  Object* o = new (cell) Object;
  o->mark = colour_;
  o->flags = kInBlock;
  if (type->finalize != nullptr) {
    o->flags |= kHasFinalizer;
    Block::of(o)->has_finalizers.store(true, std::memory_order_relaxed);
  }
  o->type = type;
  return o;
}

Object* Heap::allocate_slow(ThreadCache& cache, Type* type, std::size_t size_class) {
  ThreadCache::FreeCell* list = nullptr;
  std::size_t freed = 0;
  // Under the lock a block only becomes this thread's: no collection can begin before it is done.
  while (list == nullptr) {
    bool fresh = false;
    Block* block = next_block(size_class, &fresh);
    freed = fresh ? fill_block(block, size_class, &list) : sweep_block(block, &list);
  }
  cache.free[size_class] = list;
  note_allocated(freed * size_class * kCellGranule);
  if (wants_collection() && cache.leave != nullptr) cache.leave->fetch_or(kLeaveCollect);
  return allocate(cache, type, size_class * kCellGranule);
}

void Heap::note_allocated(std::size_t bytes) {
  const std::size_t since = since_collection_.fetch_add(bytes, std::memory_order_relaxed) + bytes;
  if (since >= threshold_.load(std::memory_order_relaxed)) {
    wants_collection_.store(true, std::memory_order_relaxed);
  }
}

Heap::Block* Heap::next_block(std::size_t size_class, bool* fresh) {
  MutexLock lock(mutex_);
  auto& blocks = blocks_[size_class];
  auto& next = next_to_sweep_[size_class];
  *fresh = next == blocks.size();
  if (!*fresh) return blocks[next++];
  void* memory = nullptr;
  if (!spare_.empty()) {
    memory = spare_.back();
    spare_.pop_back();
  } else {
    memory = std::aligned_alloc(kBlockBytes, kBlockBytes);
    if (memory == nullptr)
      std::abort();  // the bound on the heap lies far below the machine's memory
    allocated_bytes_.fetch_add(kBlockBytes, std::memory_order_relaxed);
  }
  blocks.push_back(static_cast<Block*>(memory));
  next = blocks.size();
  return blocks.back();
}

std::size_t Heap::fill_block(void* memory, std::size_t size_class, ThreadCache::FreeCell** list) {
  auto* block = new (memory) Block{};
  block->cell_bytes = static_cast<std::uint32_t>(size_class * kCellGranule);
  block->cell_count =
      static_cast<std::uint32_t>((kBlockBytes - Block::kHeader) / block->cell_bytes);
  // Backwards, so that the list hands cells out in rising order of address.
  for (std::uint32_t i = block->cell_count; i-- > 0;) {
    auto* cell = new (block->cell(i)) ThreadCache::FreeCell;
    cell->next = *list;
    *list = cell;
  }
  return block->cell_count;
}

std::size_t Heap::sweep_block(Block* block, ThreadCache::FreeCell** list) {
  std::size_t freed = 0;
  for (std::uint32_t i = block->cell_count; i-- > 0;) {  // backwards, as in new_block()
    auto* o = reinterpret_cast<Object*>(block->cell(i));
    if (o->type != nullptr) {
      if (o->mark == colour_ || (o->flags & kImmortal) != 0) continue;
      if ((o->flags & kHasFinalizer) != 0) o->type->finalize(o);
      o->type = nullptr;
    }
    if (list == nullptr) continue;
    auto* cell = reinterpret_cast<ThreadCache::FreeCell*>(o);
    cell->next = *list;
    *list = cell;
    ++freed;
  }
  return freed;
}

Object* Heap::allocate_large(Type* type, std::size_t bytes) {
  auto* large = static_cast<Large*>(std::malloc(sizeof(Large) + bytes));
  if (large == nullptr) std::abort();  // can_allocate() was not asked
  // Whoever makes a long integer writes all of its limbs.
  const bool limbs = type == vm_.types.integer;
  std::memset(static_cast<void*>(large), 0, sizeof(Large) + (limbs ? sizeof(BigInt) : bytes));
  large->bytes = bytes;
  Object* o = new (large->object()) Object;
  o->mark = colour_;
  o->flags = kLarge;
  if (type->finalize != nullptr) o->flags |= kHasFinalizer;
  o->type = type;
  allocated_bytes_.fetch_add(bytes, std::memory_order_relaxed);
  MutexLock lock(mutex_);
  large_.push_back(large);
  note_allocated(bytes);
  return o;
}

bool Heap::has_room(std::uint64_t bytes) const {
  if (bytes > limits::kHeapBytes) return false;
  const std::uint64_t held = live_bytes_ + since_collection_.load(std::memory_order_relaxed);
  return held + bytes <= limits::kHeapBytes + kLargestThreshold;
}

void Heap::collect() {
  {
    MutexLock lock(mutex_);
    // What the last sweep left undone must be done before colours change hands.
    for (std::size_t c = 0; c < kSizeClasses; ++c) {
      for (std::size_t i = next_to_sweep_[c]; i < blocks_[c].size(); ++i) {
        sweep_block(blocks_[c][i], nullptr);
      }
      for (Block* block : blocks_[c]) block->live = 0;
    }
  }
  colour_ = static_cast<std::uint8_t>(3 - colour_);
  Marker marker(colour_);
  vm_.trace_roots(marker);
  marker.drain();
  clear_dead_weak_references(colour_);
  const std::size_t least = least_threshold();
  MutexLock lock(mutex_);
  sweep_large();
  std::size_t live = 0;
  for (std::size_t c = 0; c < kSizeClasses; ++c) {
    next_to_sweep_[c] = 0;
    for (Block* block : blocks_[c]) live += std::size_t{block->live} * block->cell_bytes;
  }
  for (Large* large : large_) live += large->bytes;
  live_bytes_ = live;
  release_empty_blocks();
  since_collection_.store(0, std::memory_order_relaxed);
  threshold_.store(std::clamp(live, least, kLargestThreshold), std::memory_order_relaxed);
  wants_collection_.store(false, std::memory_order_relaxed);
  ++collections_;
}

/// Threads that run in parallel use it up in parallel, and all of them stand still meanwhile.
std::size_t Heap::least_threshold() const {
  if (vm_.gil) return kFirstThreshold;
  const auto cores = static_cast<std::size_t>(std::max(vm_.host.cores(), 1));
  MutexLock lock(vm_.sync_mutex);
  return std::min(kLargestThreshold,
                  kFirstThreshold * std::clamp<std::size_t>(vm_.threads.size(), 1, cores));
}

void Heap::release_empty_blocks() {
  for (auto& blocks : blocks_) {
    std::size_t kept = 0;
    for (Block* block : blocks) {
      if (block->live != 0) {
        blocks[kept++] = block;
        continue;
      }
      if (block->has_finalizers.load(std::memory_order_relaxed)) sweep_block(block, nullptr);
      spare_.push_back(block);
    }
    blocks.resize(kept);
  }
  while (spare_.size() > kMostSpareBytes / kBlockBytes) {
    std::free(spare_.back());
    spare_.pop_back();
    allocated_bytes_.fetch_sub(kBlockBytes, std::memory_order_relaxed);
  }
}

void Heap::sweep_large() {
  std::erase_if(large_, [this](Large* large) {
    Object* o = large->object();
    if (o->mark == colour_ || (o->flags & kImmortal) != 0) return false;
    if ((o->flags & kHasFinalizer) != 0) o->type->finalize(o);
    allocated_bytes_.fetch_sub(large->bytes, std::memory_order_relaxed);
    std::free(large);
    return true;
  });
}

HeapStats Heap::stats() const {
  return {live_bytes_, allocated_bytes_.load(std::memory_order_relaxed), collections_};
}

}  // namespace interleave::vm
