// Memory for Python objects, and the collector that takes it back.
//
// Blocks of equal-sized cells, a free list per size and thread, so that allocation is a pop; larger
// objects on their own. Mark and sweep, non-moving, with the world stopped by the executor.
// Allocation *never* collects: past a threshold it asks (kLeaveCollect), and the collection happens
// at the next check point. Not a reference counter, not generational. allocate() is called by the
// thread that owns the ThreadCache; collect() by one thread while all others are stopped or parked.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "base/mutex.h"
#include "vm/object.h"

namespace interleave::vm {

class Heap;
class Vm;

/// What a trace function hands the objects it owns to.
class Marker {
 public:
  explicit Marker(std::uint8_t colour) : colour_(colour) {}
  void mark(Value v) {
    if (v.is_object()) mark(v.object());
  }
  void mark(const Slot& s) { mark(s.load()); }
  void mark(Object* o) {
    if (o == nullptr || o->mark == colour_) return;
    o->mark = colour_;
    pending_.push_back(o);
  }
  void drain();

 private:
  std::uint8_t colour_;
  std::vector<Object*> pending_;
};

inline constexpr std::size_t kCellGranule = 16;
inline constexpr std::size_t kSmallObjectBytes = 512;  // larger ones are allocated on their own
inline constexpr std::size_t kSizeClasses = kSmallObjectBytes / kCellGranule + 1;

/// Free cells, by size class. Used by one thread at a time; emptied by every collection.
struct ThreadCache {
  struct FreeCell : Object {
    FreeCell* next;
  };
  void forget() { std::fill(std::begin(free), std::end(free), nullptr); }

  FreeCell* free[kSizeClasses] = {};
  std::atomic<std::uint32_t>* leave = nullptr;  // where to ask for a collection: VmThread::leave
};

struct HeapStats {
  std::size_t live_bytes = 0;       // after the last collection
  std::size_t allocated_bytes = 0;  // blocks and large objects held now
  std::uint32_t collections = 0;
};

class Heap {
 public:
  explicit Heap(Vm& vm);
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  /// Zeroed memory for an object of `bytes`, header set to `type`. Never fails for small objects
  /// (the bound is enforced at check points); for larger ones call VmThread::can_allocate() first.
  Object* allocate(ThreadCache& cache, Type* type, std::size_t bytes);
  template <typename T>
  T* make(ThreadCache& cache, Type* type, std::size_t extra_bytes = 0) {
    return static_cast<T*>(allocate(cache, type, sizeof(T) + extra_bytes));
  }

  /// True while the bound on the heap leaves room for `bytes` more.
  bool has_room(std::uint64_t bytes) const;
  bool wants_collection() const { return wants_collection_.load(std::memory_order_relaxed); }
  /// Marks from the machine's roots and takes back what nobody reaches. The world must be stopped.
  void collect();
  HeapStats stats() const;

 private:
  friend class Marker;
  struct Block;
  struct Large;
  Object* allocate_slow(ThreadCache& cache, Type* type, std::size_t size_class);
  Object* allocate_large(Type* type, std::size_t bytes);
  /// A block that was not swept since the last collection, or memory for a new one. From then on it
  /// is the caller's alone, until the next collection.
  Block* next_block(std::size_t size_class, bool* fresh);
  /// Makes it a block and puts its cells in front of the list. Returns how many.
  std::size_t fill_block(void* memory, std::size_t size_class, ThreadCache::FreeCell** list);
  /// The same with what nobody reaches any more of a block.
  std::size_t sweep_block(Block* block, ThreadCache::FreeCell** list);
  std::size_t least_threshold() const;
  void sweep_large() IL_REQUIRES(mutex_);
  void release_empty_blocks() IL_REQUIRES(mutex_);
  void note_allocated(std::size_t bytes);

  Vm& vm_;
  mutable Mutex mutex_;
  std::vector<Block*> blocks_[kSizeClasses] IL_GUARDED_BY(mutex_);
  std::size_t next_to_sweep_[kSizeClasses] IL_GUARDED_BY(mutex_) = {};
  std::vector<Block*> spare_ IL_GUARDED_BY(mutex_);  // empty, of no size
  std::vector<Large*> large_ IL_GUARDED_BY(mutex_);
  std::atomic<std::size_t> allocated_bytes_{0};
  std::atomic<std::size_t> since_collection_{0};
  std::atomic<std::size_t> threshold_;
  std::atomic<bool> wants_collection_{false};
  std::size_t live_bytes_ = 0;
  std::uint32_t collections_ = 0;
  std::uint8_t colour_ = 1;  // objects with another mark are garbage after marking
};

}  // namespace interleave::vm
