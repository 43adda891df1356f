#include "trace/packed_form.h"

#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace interleave::trace {
namespace {

constexpr std::string_view kMagic = "ILTR\x01";
/// Beside the kind, in the first byte of an event.
constexpr std::uint8_t kKindBits = 0x1F;
constexpr std::uint8_t kHasA = 0x20;
constexpr std::uint8_t kHasLine = 0x40;
constexpr std::uint8_t kHasFlags = 0x80;
static_assert(kEventKinds <= kKindBits + 1);

/// What the events of a ring are written as differences to.
struct Before {
  Tick time = 0;
  std::uint32_t line = 0;
  std::array<std::uint32_t, kEventKinds> a{};
};

// --- Writing ---

class Packer {
 public:
  std::string out{kMagic};

  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
    out += static_cast<char>(value);
  }
  void id(std::uint32_t value) { number(static_cast<std::uint32_t>(value + 1)); }
  template <class E>
  void byte(E value) {
    out += static_cast<char>(value);
  }
  void name(const std::string& text) {
    number(text.size());
    out += text;
  }
  void event(const Event& event, Before& before) {
    std::uint32_t& last_a = before.a[static_cast<std::size_t>(event.kind())];
    auto head = static_cast<std::uint8_t>(event.kind());
    if (event.a != last_a) head |= kHasA;
    if (event.line() != before.line) head |= kHasLine;
    if (event.flags() != 0) head |= kHasFlags;
    byte(head);
    number(event.time() - before.time);
    if ((head & kHasA) != 0) id(event.a);
    if ((head & kHasLine) != 0) {
      const bool back = event.line() < before.line;
      const std::uint32_t by = back ? before.line - event.line() : event.line() - before.line;
      number(back ? 2 * by - 1 : 2 * by);
    }
    if ((head & kHasFlags) != 0) byte(event.flags());
    before.time = event.time();
    before.line = event.line();
    last_a = event.a;
  }
};

void pack_tables(Packer& packer, const Tables& tables) {
  packer.number(tables.threads.size());
  for (const ThreadInfo& thread : tables.threads) {
    packer.id(thread.id);
    packer.id(thread.parent);
    packer.byte(thread.daemon ? 1 : 0);
    packer.name(thread.name);
  }
  packer.number(tables.objects.size());
  for (const ObjectInfo& object : tables.objects) {
    packer.byte(object.kind);
    packer.number(object.line);
    packer.name(object.name);
  }
  packer.number(tables.functions.size());
  for (const FunctionInfo& function : tables.functions) {
    packer.number(std::uint64_t{function.line} * 2 + (function.native ? 1 : 0));
    packer.name(function.name);
  }
}

void pack_ring(Packer& packer, const Ring& ring) {
  RingCursor cursor(ring);
  const std::uint64_t size = ring.size();
  packer.id(ring.thread());
  packer.number(ring.dropped());
  packer.number(size);
  Before before;
  std::uint64_t written = 0;
  for (auto piece = cursor.next(); written < size && !piece.empty(); piece = cursor.next()) {
    for (const Event& event : piece) {
      if (written++ < size) packer.event(event, before);
    }
  }
}

// --- Reading ---

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}
  ParsedTrace run();

 private:
  bool head();
  bool threads();
  bool objects();
  bool functions();
  bool unlisted();
  bool rings();
  bool ring();
  Ring* begin_ring(ThreadId thread);
  bool events(Ring& ring, std::uint64_t count);
  bool event(Ring& ring, Before& before);
  bool knows(EventKind kind, std::uint32_t a) const;
  bool knows_thread(ThreadId id) const;

  bool number(std::uint64_t& value, std::uint64_t most);
  template <class T>
  bool number(T& value, std::uint64_t most) {
    std::uint64_t wide = 0;
    if (!number(wide, most)) return false;
    value = static_cast<T>(wide);
    return true;
  }
  bool id(std::uint32_t& value) {
    if (!number(value, 0xFFFFFFFFu)) return false;
    value -= 1;
    return true;
  }
  template <class E>
  bool byte(E& value, int values) {
    if (at_ == bytes_.size()) return fail("it ends early");
    const auto found = static_cast<unsigned char>(bytes_[at_]);
    if (found >= values) return fail("a value out of range");
    ++at_;
    value = static_cast<E>(found);
    return true;
  }
  bool name(std::string& text);
  /// How many of something of at least `least` bytes each.
  bool count(std::uint64_t& value, std::uint64_t most, std::size_t least) {
    if (!number(value, most)) return false;
    return value <= (bytes_.size() - at_) / least || fail("it ends early");
  }
  bool fail(std::string_view why) {
    if (error_.empty()) {
      error_ =
          "the events are damaged (byte " + std::to_string(at_) + ": " + std::string(why) + ")";
    }
    return false;
  }

  const std::string_view bytes_;
  std::size_t at_ = 0;
  std::string error_;
  RunInfo info_;
  std::unique_ptr<Recorder> recorder_;
  std::vector<ThreadInfo> threads_;
  std::vector<std::uint32_t> place_;  // of a thread in threads_, by id, plus one
  std::vector<bool> read_;            // whose events have been read, by place
  std::size_t threads_read_ = 0;
  bool frames_read_ = false;
  std::uint64_t objects_ = 0;
  std::uint64_t functions_ = 0;
  std::uint64_t events_ = 0;
};

bool Unpacker::number(std::uint64_t& value, std::uint64_t most) {
  value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    if (at_ == bytes_.size()) return fail("it ends early");
    const auto byte = static_cast<unsigned char>(bytes_[at_++]);
    const std::uint64_t bits = byte & 0x7Fu;
    if (shift == 63 && bits > 1) break;
    value |= bits << shift;
    if ((byte & 0x80) == 0) return value <= most || fail("a value out of range");
  }
  return fail("a number too long");
}

bool Unpacker::name(std::string& text) {
  // A name that was cut has an ellipsis of three bytes behind it.
  std::uint64_t size = 0;
  if (!count(size, limits::kTraceNameLength + 3, 1)) return false;
  text = bytes_.substr(at_, size);
  at_ += size;
  return true;
}

bool Unpacker::head() {
  if (bytes_.substr(0, kMagic.size() - 1) != kMagic.substr(0, kMagic.size() - 1)) {
    return fail("not a packed trace");
  }
  if (!bytes_.starts_with(kMagic)) return fail("the form of another version");
  at_ = kMagic.size();
  return byte(info_.mode, 2) && byte(info_.gil, 3) && byte(info_.policy, 2) &&
         byte(info_.status, 6) && number(info_.cores, 1u << 20) &&
         number(info_.seed, ~std::uint64_t{0}) && number(info_.switch_interval, kMaxTick) &&
         number(info_.end, kMaxTick) &&
         (info_.status != RunStatus::Running || fail("its run was not over"));
}

bool Unpacker::threads() {
  std::uint64_t threads = 0;
  if (!count(threads, limits::kTraceThreads, 4)) return false;
  place_.assign(limits::kTraceThreads, 0);
  read_.assign(threads, false);
  for (std::uint64_t i = 0; i < threads; ++i) {
    ThreadInfo t;
    if (!id(t.id) || !id(t.parent) || !byte(t.daemon, 2) || !name(t.name)) return false;
    if (t.id >= limits::kTraceThreads || place_[t.id] != 0) return fail("an impossible thread");
    threads_.push_back(std::move(t));
    place_[threads_.back().id] = static_cast<std::uint32_t>(threads_.size());
  }
  return true;
}

bool Unpacker::objects() {
  if (!count(objects_, limits::kTraceNames, 3)) return false;
  for (std::uint64_t i = 1; i <= objects_; ++i) {
    ObjectKind kind = ObjectKind::Other;
    std::uint32_t line = 0;
    std::string text;
    if (!byte(kind, kObjectKinds) || !number(line, 0xFFFFFFFFu) || !name(text)) return false;
    if (recorder_->add_object(kind, line, text) != i) return fail("too many names");
  }
  return true;
}

bool Unpacker::functions() {
  if (!count(functions_, limits::kTraceNames, 2)) return false;
  for (std::uint64_t i = 1; i <= functions_; ++i) {
    std::uint64_t line = 0;
    std::string text;
    if (!number(line, std::uint64_t{0xFFFFFFFFu} * 2 + 1) || !name(text)) return false;
    const FunctionId given =
        (line & 1) != 0 ? recorder_->native_function(text)
                        : recorder_->add_function(text, static_cast<std::uint32_t>(line >> 1));
    if (given != i) return fail("a function twice, or too many names");
  }
  return true;
}

bool Unpacker::unlisted() {
  std::uint64_t lost = 0;
  if (!number(lost, ~std::uint64_t{0})) return false;
  if (lost != 0) {
    recorder_->add_thread(limits::kTraceThreads, "", false, kNoThread)->note_dropped(lost);
  }
  return true;
}

bool Unpacker::rings() {
  std::uint64_t rings = 0;
  if (!count(rings, limits::kTraceThreads + 1, 3)) return false;
  for (std::uint64_t i = 0; i < rings; ++i) {
    if (!ring()) return false;
  }
  if (threads_read_ != threads_.size()) return fail("a thread's events are missing");
  return at_ == bytes_.size() || fail("more than the whole");
}

bool Unpacker::ring() {
  ThreadId thread = 0;
  std::uint64_t lost = 0;
  std::uint64_t events_here = 0;
  if (!id(thread) || !number(lost, ~std::uint64_t{0})) return false;
  if (!count(events_here, limits::kEventsTotal, 2)) return false;
  events_ += events_here;
  if (events_ > limits::kEventsTotal) return fail("too many events");
  Ring* found = begin_ring(thread);
  if (found == nullptr) return false;
  Ring& ring = *found;
  if (!events(ring, events_here)) return false;
  if (ring.size() != events_here || ring.dropped() != 0) return fail("too many events");
  ring.note_dropped(lost);
  return true;
}

/// In the order of the rings, which is that in which the threads were entered first.
Ring* Unpacker::begin_ring(ThreadId thread) {
  if (thread == kUiThread) {
    if (!std::exchange(frames_read_, true)) return recorder_->ui_ring();
    fail("a thread's events twice");
    return nullptr;
  }
  if (thread >= limits::kTraceThreads || place_[thread] == 0) {
    fail("events of an unknown thread");
    return nullptr;
  }
  const std::uint32_t place = place_[thread] - 1;
  if (read_[place]) {
    fail("a thread's events twice");
    return nullptr;
  }
  read_[place] = true;
  ++threads_read_;
  const ThreadInfo& info = threads_[place];
  return recorder_->add_thread(thread, info.name, info.daemon, info.parent);
}

bool Unpacker::events(Ring& ring, std::uint64_t count) {
  Before before;
  for (std::uint64_t i = 0; i < count; ++i) {
    if (!event(ring, before)) return false;
  }
  return true;
}

bool Unpacker::event(Ring& ring, Before& before) {
  std::uint8_t head = 0;
  std::uint64_t later = 0;
  if (!byte(head, 256) || !number(later, kMaxTick - before.time)) return false;
  const auto kind = static_cast<EventKind>(head & kKindBits);
  if (kind == EventKind::None || static_cast<int>(kind) >= kEventKinds)
    return fail("unknown event");
  std::uint32_t& a = before.a[static_cast<std::size_t>(kind)];
  if ((head & kHasA) != 0 && !id(a)) return false;
  if (!knows(kind, a)) return fail("an event of something unknown");
  std::uint32_t line = before.line;
  if ((head & kHasLine) != 0) {
    std::uint64_t by = 0;
    if (!number(by, 2 * std::uint64_t{kMaxLine})) return false;
    const auto step = static_cast<std::uint32_t>((by + 1) / 2);
    if ((by & 1) != 0 ? step > line : step > kMaxLine - line) return fail("an impossible line");
    line = (by & 1) != 0 ? line - step : line + step;
  }
  std::uint8_t flags = 0;
  if ((head & kHasFlags) != 0 && !byte(flags, 256)) return false;
  before.time += later;
  before.line = line;
  ring.record(before.time, kind, a, line | std::uint32_t{flags} << kLineBits);
  return true;
}

/// Threads beyond limits::kTraceThreads have numbers but no entry.
bool Unpacker::knows_thread(ThreadId id) const {
  return id == kNoThread || id >= limits::kTraceThreads || place_[id] != 0;
}

bool Unpacker::knows(EventKind kind, std::uint32_t a) const {
  switch (kind) {
    case EventKind::ThreadStart:
    case EventKind::Spawn:
    case EventKind::GilWait:
    case EventKind::GilTake:
    case EventKind::BlockEnd:
    case EventKind::JoinBegin:
    case EventKind::JoinEnd:
    case EventKind::Wake:
    case EventKind::CollectBegin: return knows_thread(a);
    case EventKind::BlockBegin:
    case EventKind::LockAcquire:
    case EventKind::LockRelease: return a <= objects_;
    case EventKind::IoBegin:
    case EventKind::NativeBegin:
    case EventKind::Line: return a <= functions_;
    default: return true;
  }
}

ParsedTrace Unpacker::run() {
  if (!head()) return {nullptr, error_};
  recorder_ = std::make_unique<Recorder>(info_);
  if (!threads() || !objects() || !functions() || !unlisted() || !rings()) return {nullptr, error_};
  recorder_->finish(info_.status, info_.end);
  return {std::move(recorder_), {}};
}

}  // namespace

std::string pack(const Recorder& recorder) {
  TableCursor cursor;
  TableDelta delta;
  recorder.read_tables(cursor, delta);
  Tables tables;
  for (const TableChange& change : delta.changes) tables.apply(change);
  Packer packer;
  packer.byte(delta.info.mode);
  packer.byte(delta.info.gil);
  packer.byte(delta.info.policy);
  packer.byte(delta.info.status);
  packer.number(delta.info.cores);
  packer.number(delta.info.seed);
  packer.number(delta.info.switch_interval);
  packer.number(delta.info.end);
  pack_tables(packer, tables);
  std::uint64_t unlisted = 0;
  std::uint64_t rings = 0;
  for (const Ring* ring : delta.rings) {
    if (ring->thread() == kNoThread)
      unlisted += ring->dropped();
    else
      ++rings;
  }
  packer.number(unlisted);
  packer.number(rings);
  for (const Ring* ring : delta.rings) {
    if (ring->thread() != kNoThread) pack_ring(packer, *ring);
  }
  return std::move(packer.out);
}

ParsedTrace unpack(std::string_view bytes) { return Unpacker(bytes).run(); }

}  // namespace interleave::trace
