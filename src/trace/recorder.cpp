#include "trace/recorder.h"

#include <algorithm>
#include <utility>

namespace interleave::trace {
namespace {

constexpr std::uint32_t kFirstChunk = 16;      // 256 bytes: thousands of short threads stay small
constexpr std::uint32_t kLargestChunk = 4096;  // 64 KiB

/// The name, cut to its bound at a UTF-8 character's edge.
void bound_name(std::string& name) {
  if (name.size() <= limits::kTraceNameLength) return;
  std::size_t cut = limits::kTraceNameLength;
  while (cut > 0 && (static_cast<unsigned char>(name[cut]) & 0xC0) == 0x80) --cut;
  name.resize(cut);
  name += "…";
}

}  // namespace

// --- Ring ---

Ring::Ring(Recorder& owner, ThreadId thread, bool keeps)
    : next_(nullptr), end_(nullptr), owner_(owner), thread_(thread), keeps_(keeps), tail_(nullptr) {
  // Readers take the head without synchronisation, so it is there from the start.
  head_ = std::make_unique<Chunk>(keeps && owner.take_budget(kFirstChunk) ? kFirstChunk : 0);
  tail_ = head_.get();
  next_ = tail_->events.get();
  end_ = next_ + tail_->capacity;
}

Ring::~Ring() {
  for (Chunk* chunk = head_->next; chunk != nullptr;) {
    Chunk* next = chunk->next;
    delete chunk;
    chunk = next;
  }
}

void Ring::record_slow(Tick now, EventKind kind, std::uint32_t a, std::uint32_t b) {
  if (!keeps_) {  // shared by many threads: nothing but this counter may be touched
    dropped_.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  if (is_detail(kind) && count_ >= detail_limit_) return lose();
  if (const std::uint64_t missing = dropped() - told_; missing != 0) {
    if (next_ == end_ && !grow()) return lose();
    append(now, EventKind::Dropped,
           static_cast<std::uint32_t>(std::min<std::uint64_t>(missing, 0xFFFFFFFFu)), 0);
    told_ += missing;
    gap_ = false;
  }
  if (next_ == end_ && !grow()) return lose();
  append(now, kind, a, b);
}

bool Ring::grow() {
  if (tail_->capacity == 0 || count_ >= limits::kEventsPerThread) return false;
  const std::uint32_t capacity = std::min(tail_->capacity * 2, kLargestChunk);
  if (!owner_.take_budget(capacity)) return false;
  auto* chunk = new Chunk(capacity);
  if (chunk->capacity == 0) {  // no memory
    delete chunk;
    return false;
  }
  tail_->next = chunk;  // seen by readers through the next release of published_
  tail_ = chunk;
  next_ = chunk->events.get();
  end_ = next_ + capacity;
  return true;
}

// --- RingCursor ---

RingCursor::RingCursor(const Ring& ring) : ring_(&ring), chunk_(ring.head_.get()) {}

std::span<const Event> RingCursor::next() {
  const std::uint64_t published = ring_->size();
  if (seen_ == published) return {};
  if (at_ == chunk_->capacity) {
    chunk_ = chunk_->next;
    at_ = 0;
  }
  const auto n = static_cast<std::uint32_t>(
      std::min<std::uint64_t>(published - seen_, chunk_->capacity - at_));
  std::span<const Event> piece(chunk_->events.get() + at_, n);
  at_ += n;
  seen_ += n;
  return piece;
}

// --- Recorder: threads and names ---

Recorder::Recorder(const RunInfo& info) : info_(info) {}
Recorder::~Recorder() = default;

bool Recorder::take_budget(std::uint32_t events) {
  std::uint64_t left = budget_.load(std::memory_order_relaxed);
  while (left >= events) {
    if (budget_.compare_exchange_weak(left, left - events, std::memory_order_relaxed)) return true;
  }
  return false;
}

void Recorder::changed() { version_.fetch_add(1, std::memory_order_release); }

bool Recorder::add_change(TableChange change) {
  // The first entry of a thread is never refused: threads have a bound of their own, and a trace
  // whose events name threads it does not list could not be read back.
  const bool refusable = change.what != TableChange::What::Thread || ring_of_.contains(change.id);
  if (refusable && changes_.size() >= limits::kTraceNames) return false;
  bound_name(change.name);
  if (refusable && name_bytes_ + change.name.size() > limits::kTraceNameBytes) return false;
  name_bytes_ += change.name.size();
  changes_.push_back(std::move(change));
  changed();
  return true;
}

Ring* Recorder::add_ring(ThreadId id) {
  const bool keeps = id == kUiThread || id < limits::kTraceThreads;
  Ring*& slot = ring_of_[keeps ? id : kNoThread];
  if (slot == nullptr) {
    rings_.push_back(std::make_unique<Ring>(*this, keeps ? id : kNoThread, keeps));
    slot = rings_.back().get();
    changed();
  }
  return slot;
}

Ring* Recorder::add_thread(ThreadId id, std::string_view name, bool daemon, ThreadId parent) {
  MutexLock lock(mutex_);
  const auto known = ring_of_.find(id);
  if (known != ring_of_.end()) return known->second;
  if (id < limits::kTraceThreads)
    add_change(
        {TableChange::What::Thread, daemon, ObjectKind::Other, id, parent, std::string(name)});
  return add_ring(id);
}

void Recorder::rename_thread(ThreadId id, std::string_view name, bool daemon) {
  MutexLock lock(mutex_);
  if (ring_of_.find(id) == ring_of_.end()) return;
  add_change(
      {TableChange::What::Thread, daemon, ObjectKind::Other, id, kNoThread, std::string(name)});
}

Ring* Recorder::ui_ring() {
  MutexLock lock(mutex_);
  return add_ring(kUiThread);
}

ObjectId Recorder::add_object(ObjectKind kind, std::uint32_t line, std::string_view name) {
  MutexLock lock(mutex_);
  if (!add_change(
          {TableChange::What::Object, false, kind, objects_ + 1, line, std::string(name)})) {
    return 0;
  }
  objects_seen_.push_back({kind, line, !name.empty()});
  return ++objects_;
}

void Recorder::name_object(ObjectId id, std::string_view name) {
  MutexLock lock(mutex_);
  if (id == 0 || id > objects_ || name.empty() || objects_seen_[id - 1].named) return;
  ObjectSeen& seen = objects_seen_[id - 1];
  seen.named = true;
  add_change({TableChange::What::Object, false, seen.kind, id, seen.line, std::string(name)});
}

FunctionId Recorder::add_function(std::string_view name, std::uint32_t line) {
  MutexLock lock(mutex_);
  if (!add_change({TableChange::What::Function, false, ObjectKind::Other, functions_ + 1, line,
                   std::string(name)})) {
    return 0;
  }
  return ++functions_;
}

FunctionId Recorder::native_function(std::string_view name) {
  MutexLock lock(mutex_);
  const auto known = natives_.find(std::string(name));
  if (known != natives_.end()) return known->second;
  if (!add_change({TableChange::What::Function, true, ObjectKind::Other, functions_ + 1, 0,
                   std::string(name)})) {
    return 0;
  }
  natives_.emplace(std::string(name), ++functions_);
  return functions_;
}

// --- Recorder: the run and its readers ---

RunInfo Recorder::info() const {
  MutexLock lock(mutex_);
  return info_;
}

void Recorder::set_switch_interval(Tick interval) {
  MutexLock lock(mutex_);
  info_.switch_interval = interval;
  changed();
}

void Recorder::finish(RunStatus status, Tick end) {
  MutexLock lock(mutex_);
  info_.status = status;
  info_.end = std::min(end, kMaxTick);
  changed();
}

void Recorder::copy_new(TableCursor& cursor, TableDelta& delta) const {
  delta.info = info_;
  delta.changes.assign(changes_.begin() + static_cast<std::ptrdiff_t>(cursor.changes),
                       changes_.end());
  delta.rings.clear();
  for (std::size_t i = cursor.rings; i < rings_.size(); ++i) delta.rings.push_back(rings_[i].get());
  cursor.changes = changes_.size();
  cursor.rings = rings_.size();
  cursor.version = version_.load(std::memory_order_relaxed);
}

// The analysis cannot follow a lock taken by trial through native().
bool Recorder::try_read_tables(TableCursor& cursor, TableDelta& delta) const IL_NO_THREAD_SAFETY {
  if (!mutex_.native().try_lock()) return false;
  copy_new(cursor, delta);
  mutex_.native().unlock();
  return true;
}

void Recorder::read_tables(TableCursor& cursor, TableDelta& delta) const {
  MutexLock lock(mutex_);
  copy_new(cursor, delta);
}

bool Recorder::tables_changed(const TableCursor& cursor) const {
  return version_.load(std::memory_order_acquire) != cursor.version;
}

std::uint64_t Recorder::events() const {
  MutexLock lock(mutex_);
  std::uint64_t sum = 0;
  for (const auto& ring : rings_) sum += ring->thread() == kUiThread ? 0 : ring->size();
  return sum;
}

std::uint64_t Recorder::dropped() const {
  MutexLock lock(mutex_);
  std::uint64_t sum = 0;
  for (const auto& ring : rings_) sum += ring->thread() == kUiThread ? 0 : ring->dropped();
  return sum;
}

}  // namespace interleave::trace
