// Bump allocation: many small objects, freed all at once.
//
// Not a general allocator: nothing is freed singly and no destructor is ever run, so only trivially
// destructible types may live here. Not synchronised: one thread at a time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace interleave {

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// Uninitialised memory, valid until the arena dies. `align` is a power of two up to 16.
  void* allocate(std::size_t bytes, std::size_t align = alignof(std::max_align_t)) {
    const std::size_t start = (used_ + align - 1) & ~(align - 1);
    if (start + bytes > capacity_) return allocate_slow(bytes);
    used_ = start + bytes;
    return current_ + start;
  }

  /// One value-initialised object (aggregates and constructors both work).
  template <class T, class... Args>
  T* make(Args&&... args) {
    static_assert(std::is_trivially_destructible_v<T>, "an arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T{std::forward<Args>(args)...};
  }

  /// `count` uninitialised elements; null when count is 0.
  template <class T>
  T* make_array(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T> && std::is_trivially_copyable_v<T>);
    return count == 0 ? nullptr : static_cast<T*>(allocate(count * sizeof(T), alignof(T)));
  }

  /// The text, copied into the arena.
  std::string_view copy(std::string_view text) {
    if (text.empty()) return {};
    char* place = static_cast<char*>(allocate(text.size(), 1));
    std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

  /// Bytes taken from the system so far.
  std::size_t bytes_reserved() const { return reserved_; }

 private:
  static constexpr std::size_t kBlockBytes = 64 * 1024;

  void* allocate_slow(std::size_t bytes) {
    if (bytes >
        kBlockBytes / 4) {  // a large piece gets a block of its own; the current one goes on
      blocks_.push_back(std::make_unique<std::byte[]>(bytes));
      reserved_ += bytes;
      return blocks_.back().get();
    }
    blocks_.push_back(std::make_unique<std::byte[]>(kBlockBytes));
    reserved_ += kBlockBytes;
    current_ = blocks_.back().get();
    capacity_ = kBlockBytes;
    used_ = bytes;
    return current_;
  }

  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* current_ = nullptr;
  std::size_t capacity_ = 0;
  std::size_t used_ = 0;
  std::size_t reserved_ = 0;
};

}  // namespace interleave
