#include "vm/sync.h"

#include <cmath>
#include <cstdio>
#include <span>

#include "vm/call.h"
#include "vm/construct.h"
#include "vm/dict.h"
#include "vm/errors.h"
#include "vm/number.h"
#include "vm/str.h"
#include "vm/tuple.h"
#include "vm/type.h"

namespace interleave::vm {

// The classes hang on a class that no program can see, so that none can replace them.
Type* hidden_type(VmThread& t, const char* name) {
  return static_cast<Type*>(dict_get_str(t.vm.types.wait_queue->dict, t.vm.intern(name)).object());
}

void hide_type(VmThread& t, const char* name, Type* type) {
  dict_set_str(t, t.vm.types.wait_queue->dict, t.vm.intern(name), type);
}

// --- The queue
// ------------------------------------------------------------------------------------------

void enqueue(VmThread& t, SyncObject* object) {
  Waiter& w = t.waiter;
  w.thread = &t;
  w.object = object;
  w.woken = false;
  w.waker = kNoThread;
  w.previous = object->last;
  w.next = nullptr;
  (object->last != nullptr ? object->last->next : object->first) = &w;
  object->last = &w;
}

namespace {

void unlink(SyncObject* object, Waiter* w) {
  (w->previous != nullptr ? w->previous->next : object->first) = w->next;
  (w->next != nullptr ? w->next->previous : object->last) = w->previous;
  w->previous = w->next = nullptr;
  object->queued.fetch_sub(1);
}

SyncObject* sync(Value v) { return static_cast<SyncObject*>(v.object()); }

}  // namespace

void wake(VmThread& t, SyncObject* object, std::uint32_t count) {
  MutexLock guard(t.vm.sync_mutex);
  for (; count > 0 && object->first != nullptr; --count) {
    Waiter* w = object->first;
    unlink(object, w);
    w->woken = true;
    w->waker = t.id;
    if (t.ring != nullptr) {
      t.ring->record(t.vm.host.now(), trace::EventKind::Wake, w->thread->id,
                     trace::pack_line(static_cast<std::uint32_t>(t.current_line())));
    }
    t.vm.host.unblocked(w->thread->id);
  }
}

WaitEnd end_wait(VmThread& t, SyncObject* object, Tick deadline) {
  MutexLock guard(t.vm.sync_mutex);
  Waiter& w = t.waiter;
  if (!w.woken) {
    if (deadline == kForever || t.vm.host.now() < deadline) return WaitEnd::NotYet;
    unlink(object, &w);
  }
  const WaitEnd end = w.woken ? WaitEnd::Woken : WaitEnd::TimedOut;
  w.object = nullptr;
  w.woken = false;
  return end;
}

// --- Time-outs
// --------------------------------------------------------------------------------------------

Value from_deadline(Tick deadline) {
  return Value::small_int(deadline == kForever ? -1 : static_cast<std::int64_t>(deadline));
}

Tick to_deadline(Value v) { return v.as_int() < 0 ? kForever : static_cast<Tick>(v.as_int()); }

bool timeout_from(VmThread& t, Value seconds, std::int64_t* nanoseconds) {
  if (!is_int_like(seconds) && kind_of(seconds) != Kind::Float) {
    raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                     type_name(t.vm, seconds).c_str());
    return false;
  }
  const double s = to_double(seconds);
  if (std::isnan(s)) {
    raise_value_error(t, "Invalid value NaN (not a number)");
    return false;
  }
  if (std::fabs(s) > kTimeoutMax) {
    raisef(t, t.vm.types.OverflowError, "timestamp out of range for platform time_t");
    return false;
  }
  *nanoseconds = static_cast<std::int64_t>(s < 0 ? std::floor(s * 1e9) : std::ceil(s * 1e9));
  return true;
}

Tick deadline_after(VmThread& t, std::int64_t nanoseconds) {
  constexpr Tick kLongest = 1ull << 47;  // 39 hours; two of them still fit a small int
  const Tick now = t.vm.host.now();
  if (nanoseconds <= 0) return now;
  const Tick wanted = static_cast<Tick>(nanoseconds);
  return wanted > kLongest || now > kLongest ? kForever : now + wanted;
}

// --- Lock and RLock
// -------------------------------------------------------------------------------------

namespace {

bool try_take(VmThread& t, SyncObject* lock) {
  std::uint32_t free = 0;
  return lock->word.load(std::memory_order_relaxed) == 0 &&
         lock->word.compare_exchange_strong(free, t.id + 1);
}

/// A part of a library object (a Queue's mutex) is taken and given back within one of its methods:
/// as a "holder" it would only mislead.
bool recorded(const VmThread& t, const SyncObject* object) {
  return t.ring != nullptr && !object->is_part;
}

void note_acquired(VmThread& t, SyncObject* object) {
  const auto line = static_cast<std::uint32_t>(t.current_line());
  object->holder_line.store(line, std::memory_order_relaxed);
  if (!recorded(t, object) || t.ring->loses_detail()) return;
  const ObjectId id = announce(t, object);
  t.ring->record(t.vm.host.now(), trace::EventKind::LockAcquire, id, trace::pack_line(line));
}

void note_released(VmThread& t, SyncObject* object) {
  if (!recorded(t, object) || t.ring->loses_detail()) return;
  t.ring->record(t.vm.host.now(), trace::EventKind::LockRelease, announce(t, object),
                 trace::pack_line(static_cast<std::uint32_t>(t.current_line())));
}

void give_back(VmThread& t, SyncObject* lock) {
  note_released(t, lock);  // before it is free: the next holder's event must not come first
  lock->depth = 0;
  lock->word.store(0);
  // The waiter announced itself in `queued` before it looked at `word` a last time, so one of the
  // two of us sees the other. Who is woken has no claim: it tries again, and a running thread may
  // be quicker.
  if (lock->queued.load() != 0) wake(t, lock, 1);
}

Value lock_resume(VmThread& t, Value state);

/// Queues the thread unless the lock is free by now. `state`: (lock, deadline).
Value lock_wait(VmThread& t, SyncObject* lock, Tick deadline, ResumeFn resume, Value state,
                bool* taken) {
  {
    MutexLock guard(t.vm.sync_mutex);
    lock->queued.fetch_add(1);
    *taken = try_take(t, lock);
    if (*taken) {
      lock->queued.fetch_sub(1);
      return Value();
    }
    enqueue(t, lock);
  }
  return pending_block(t, deadline, resume, state);
}

Value lock_taken(VmThread& t, SyncObject* lock) {
  lock->depth = 1;
  note_acquired(t, lock);
  return boolean(true);
}

Value lock_acquire(VmThread& t, SyncObject* lock, Tick deadline, Value state) {
  bool taken = try_take(t, lock);
  if (!taken) {
    if (state.empty()) state = tuple_of(t, {lock, from_deadline(deadline)});
    const Value pending = lock_wait(t, lock, deadline, lock_resume, state, &taken);
    if (!taken) return pending;
  }
  return lock_taken(t, lock);
}

Value lock_resume(VmThread& t, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  SyncObject* lock = sync(parts->items()[0]);
  const Tick deadline = to_deadline(parts->items()[1]);
  switch (end_wait(t, lock, deadline)) {
    case WaitEnd::NotYet: return pending_block(t, deadline, lock_resume, state);
    case WaitEnd::Woken: return lock_acquire(t, lock, deadline, state);
    case WaitEnd::TimedOut: break;
  }
  return try_take(t, lock) ? lock_taken(t, lock) : boolean(false);
}

/// acquire(blocking=True, timeout=-1) as CPython's C code reads it. Forever: kForever; not
/// blocking: 0.
bool read_acquire(VmThread& t, const Args& args, Tick* deadline) {
  static constexpr const char* kNames[] = {"blocking", "timeout"};
  Value given[2];
  if (args.n > 3) {
    raise_type_error(t, "acquire() takes at most 2 arguments (%u given)",
                     args.n - 1 + args.kw_count());
    return false;
  }
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!read_arguments(t, "acquire", rest, kNames, 2, 0, given)) return false;
  std::int64_t blocking = 1;
  if (!given[0].empty()) {
    if (!is_int_like(given[0])) {
      raise_type_error(t, "'%s' object cannot be interpreted as an integer",
                       type_name(t.vm, given[0]).c_str());
      return false;
    }
    blocking = number_truth(given[0]) ? 1 : 0;
  }
  std::int64_t timeout = -1'000'000'000;
  if (!given[1].empty() && !timeout_from(t, given[1], &timeout)) return false;
  const bool unset = timeout == -1'000'000'000;
  if (blocking == 0 && !unset) {
    raise_value_error(t, "can't specify a timeout for a non-blocking call");
    return false;
  }
  if (timeout < 0 && !unset) {
    raise_value_error(t, "timeout value must be positive");
    return false;
  }
  *deadline = blocking == 0 ? 0 : unset ? kForever : deadline_after(t, timeout);
  return true;
}

bool ready(VmThread& t, SyncObject* object) {
  if (object->sync_kind != SyncKind::None) return true;
  raise(t, t.vm.types.RuntimeError, "__init__() was not called");
  return false;
}

Value acquire_within(VmThread& t, SyncObject* lock, Tick deadline) {
  if (lock->sync_kind == SyncKind::RLock &&
      lock->word.load(std::memory_order_relaxed) == t.id + 1) {
    ++lock->depth;
    return boolean(true);
  }
  if (deadline == 0) return try_take(t, lock) ? lock_taken(t, lock) : boolean(false);
  return lock_acquire(t, lock, deadline, Value());
}

Value lock_acquire_method(VmThread& t, const Args& args) {
  Tick deadline = kForever;
  if ((args.n > 1 || args.kw_count() > 0) && !read_acquire(t, args, &deadline)) return Value();
  return acquire_within(t, sync(args[0]), deadline);
}

Value lock_enter(VmThread& t, const Args& args) {
  return acquire_within(t, sync(args[0]), kForever);
}

bool release_lock(VmThread& t, SyncObject* lock) {
  const std::uint32_t holder = lock->word.load(std::memory_order_relaxed);
  if (lock->sync_kind == SyncKind::RLock) {
    if (holder != t.id + 1) {
      raise(t, t.vm.types.RuntimeError, "cannot release un-acquired lock");
      return false;
    }
    if (--lock->depth > 0) return true;
  } else if (holder == 0) {
    raise(t, t.vm.types.RuntimeError, "release unlocked lock");
    return false;
  }
  give_back(t, lock);
  return true;
}

Value lock_release(VmThread& t, const Args& args) {
  return release_lock(t, sync(args[0])) ? none() : Value();
}

Value lock_locked(VmThread&, const Args& args) { return boolean(sync(args[0])->word.load() != 0); }

std::string lock_text(const SyncObject* lock) {
  char text[128];
  const std::uint32_t holder = lock->word.load();
  const char* state = holder != 0 ? "locked" : "unlocked";
  if (lock->sync_kind == SyncKind::RLock) {
    std::snprintf(text, sizeof text, "<%s _thread.RLock object owner=%lld count=%u at %p>", state,
                  holder == 0 ? 0LL : static_cast<long long>(ident_of(holder - 1)), lock->depth,
                  static_cast<const void*>(lock));
  } else {
    std::snprintf(text, sizeof text, "<%s _thread.lock object at %p>", state,
                  static_cast<const void*>(lock));
  }
  return text;
}

Value lock_repr(VmThread& t, const Args& args) { return str_new(t, lock_text(sync(args[0]))); }

void made(VmThread& t, SyncObject* object, SyncKind kind, trace::ObjectKind shown_as) {
  object->line = static_cast<std::uint32_t>(t.current_line());
  object->shown_as = shown_as;
  object->sync_kind = kind;
}

SyncObject* new_sync(VmThread& t, Type* type, SyncKind kind, trace::ObjectKind shown_as) {
  auto* object = t.make<SyncObject>(type);
  made(t, object, kind, shown_as);
  return object;
}

/// Zeroed memory; what the arguments mean is __init__'s business.
Value sync_new(VmThread& t, const Args& args) {
  return make_of<SyncObject>(t, static_cast<Type*>(args[0].object()));
}

/// RLock takes no arguments but CPython ignores them: so do we.
Value rlock_init(VmThread& t, const Args& args) {
  made(t, sync(args[0]), SyncKind::RLock, trace::ObjectKind::RLock);
  return none();
}

Value rlock_is_owned(VmThread& t, const Args& args) {
  return boolean(sync(args[0])->word.load() == t.id + 1);
}

Value rlock_recursion_count(VmThread& t, const Args& args) {
  const SyncObject* lock = sync(args[0]);
  return Value::small_int(lock->word.load() == t.id + 1 ? lock->depth : 0);
}

// --- Condition
// --------------------------------------------------------------------------------------------

bool owned(const VmThread& t, const SyncObject* lock) {
  const std::uint32_t holder = lock->word.load();
  return lock->sync_kind == SyncKind::RLock ? holder == t.id + 1 : holder != 0;
}

Value retake_resume(VmThread& t, Value state);

/// Takes a condition's lock again after a wait. `state`: (lock, depth, result).
Value retake(VmThread& t, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  SyncObject* lock = sync(parts->items()[0]);
  bool taken = try_take(t, lock);
  if (!taken) {
    const Value pending = lock_wait(t, lock, kForever, retake_resume, state, &taken);
    if (!taken) return pending;
  }
  lock->depth = static_cast<std::uint32_t>(parts->items()[1].as_int());
  note_acquired(t, lock);
  return parts->items()[2];
}

Value retake_resume(VmThread& t, Value state) {
  SyncObject* lock = sync(static_cast<Tuple*>(state.object())->items()[0]);
  if (end_wait(t, lock, kForever) == WaitEnd::NotYet) {
    return pending_block(t, kForever, retake_resume, state);
  }
  return retake(t, state);
}

/// `state`: (condition, depth, deadline).
Value condition_resume(VmThread& t, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  SyncObject* condition = sync(parts->items()[0]);
  const Tick deadline = to_deadline(parts->items()[2]);
  const WaitEnd end = end_wait(t, condition, deadline);
  if (end == WaitEnd::NotYet) return pending_block(t, deadline, condition_resume, state);
  return retake(
      t, tuple_of(t, {condition->lock.load(), parts->items()[1], boolean(end == WaitEnd::Woken)}));
}

/// wait's `timeout`: None waits for ever, anything below zero not at all.
bool read_timeout(VmThread& t, Value timeout, Tick* deadline) {
  *deadline = kForever;
  if (timeout.empty() || timeout == none()) return true;
  std::int64_t nanoseconds = 0;
  if (!timeout_from(t, timeout, &nanoseconds)) return false;
  *deadline = deadline_after(t, nanoseconds);
  return true;
}

bool read_wait(VmThread& t, const Args& args, Tick* deadline) {
  static constexpr const char* kNames[] = {"timeout"};
  Value timeout;
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  return read_arguments(t, "wait", rest, kNames, 1, 0, &timeout) &&
         read_timeout(t, timeout, deadline);
}

Value condition_wait(VmThread& t, const Args& args) {
  SyncObject* condition = sync(args[0]);
  Tick deadline = kForever;
  if (!ready(t, condition) || !read_wait(t, args, &deadline)) return Value();
  SyncObject* lock = sync(condition->lock.load());
  if (!owned(t, lock)) {
    return raise(t, t.vm.types.RuntimeError, "cannot wait on un-acquired lock");
  }
  const Value state =
      tuple_of(t, {condition, Value::small_int(lock->depth), from_deadline(deadline)});
  {
    MutexLock guard(t.vm.sync_mutex);
    condition->queued.fetch_add(1);
    enqueue(t, condition);
  }
  give_back(t, lock);
  return pending_block(t, deadline, condition_resume, state);
}

Value condition_wake(VmThread& t, SyncObject* condition, std::uint32_t count) {
  if (!ready(t, condition)) return Value();
  if (!owned(t, sync(condition->lock.load()))) {
    return raise(t, t.vm.types.RuntimeError, "cannot notify on un-acquired lock");
  }
  if (condition->queued.load() != 0) wake(t, condition, count);
  return none();
}

Value condition_notify(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"n"};
  Value n = Value::small_int(1);
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!read_arguments(t, "notify", rest, kNames, 1, 0, &n)) return Value();
  std::int64_t count = 0;
  if (!read_index_clamped(t, n, &count)) return Value();
  const auto most = static_cast<std::int64_t>(UINT32_MAX);
  return condition_wake(t, sync(args[0]),
                        static_cast<std::uint32_t>(count < 0      ? 0
                                                   : count > most ? most
                                                                  : count));
}

Value condition_notify_all(VmThread& t, const Args& args) {
  return condition_wake(t, sync(args[0]), UINT32_MAX);
}

Value condition_init(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"lock"};
  SyncObject* condition = sync(args[0]);
  Value lock = none();
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!read_arguments(t, "__init__", rest, kNames, 1, 0, &lock)) return Value();
  if (lock == none()) {
    SyncObject* own =
        new_sync(t, hidden_type(t, "RLock"), SyncKind::RLock, trace::ObjectKind::RLock);
    own->shown_for.store(condition);  // a user knows it by the condition's name
    lock = own;
  } else if (kind_of(lock) != Kind::Sync || (sync(lock)->sync_kind != SyncKind::Lock &&
                                             sync(lock)->sync_kind != SyncKind::RLock)) {
    return raisef(t, t.vm.types.AttributeError, "'%s' object has no attribute 'acquire'",
                  type_name(t.vm, lock).c_str());
  }
  condition->lock.store(lock);
  made(t, condition, SyncKind::Condition, trace::ObjectKind::Condition);
  return none();
}

SyncObject* lock_of_condition(VmThread& t, const Args& args) {
  SyncObject* condition = sync(args[0]);
  return ready(t, condition) ? sync(condition->lock.load()) : nullptr;
}

Value condition_acquire(VmThread& t, const Args& args) {
  SyncObject* lock = lock_of_condition(t, args);
  if (lock == nullptr) return Value();
  Tick deadline = kForever;
  if ((args.n > 1 || args.kw_count() > 0) && !read_acquire(t, args, &deadline)) return Value();
  return acquire_within(t, lock, deadline);
}

Value condition_release(VmThread& t, const Args& args) {
  SyncObject* lock = lock_of_condition(t, args);
  return lock != nullptr && release_lock(t, lock) ? none() : Value();
}

Value condition_is_owned(VmThread& t, const Args& args) {
  const SyncObject* lock = lock_of_condition(t, args);
  return lock == nullptr ? Value() : boolean(owned(t, lock));
}

Value condition_repr(VmThread& t, const Args& args) {
  const SyncObject* lock = lock_of_condition(t, args);
  if (lock == nullptr) return Value();
  char count[32];
  std::snprintf(count, sizeof count, ", %u)>", sync(args[0])->queued.load());
  return str_new(t, "<Condition(" + lock_text(lock) + count);
}

// --- Event
// ------------------------------------------------------------------------------------------------

Value event_init(VmThread& t, const Args& args) {
  made(t, sync(args[0]), SyncKind::Event, trace::ObjectKind::Event);
  return none();
}

/// `state`: (event, deadline).
Value event_resume(VmThread& t, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  SyncObject* event = sync(parts->items()[0]);
  const Tick deadline = to_deadline(parts->items()[1]);
  const WaitEnd end = end_wait(t, event, deadline);
  if (end == WaitEnd::NotYet) return pending_block(t, deadline, event_resume, state);
  return boolean(end == WaitEnd::Woken);
}

Value event_wait(VmThread& t, const Args& args) {
  SyncObject* event = sync(args[0]);
  Tick deadline = kForever;
  if (!ready(t, event) || !read_wait(t, args, &deadline)) return Value();
  if (event->word.load() != 0) return boolean(true);
  const Value state = tuple_of(t, {event, from_deadline(deadline)});
  {
    MutexLock guard(t.vm.sync_mutex);
    event->queued.fetch_add(1);
    if (event->word.load() != 0) {
      event->queued.fetch_sub(1);
      return boolean(true);
    }
    enqueue(t, event);
  }
  return pending_block(t, deadline, event_resume, state);
}

Value event_set(VmThread& t, const Args& args) {
  SyncObject* event = sync(args[0]);
  if (!ready(t, event)) return Value();
  event->word.store(1);
  if (event->queued.load() != 0) wake(t, event, UINT32_MAX);
  return none();
}

Value event_clear(VmThread&, const Args& args) {
  sync(args[0])->word.store(0);
  return none();
}

Value event_is_set(VmThread&, const Args& args) { return boolean(sync(args[0])->word.load() != 0); }

// --- Semaphore
// --------------------------------------------------------------------------------------------

Value semaphore_init(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"value"};
  SyncObject* semaphore = sync(args[0]);
  Value value = Value::small_int(1);
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!read_arguments(t, "__init__", rest, kNames, 1, 0, &value)) return Value();
  std::int64_t units = 0;
  if (!read_index_clamped(t, value, &units)) return Value();
  if (units < 0) return raise_value_error(t, "semaphore initial value must be >= 0");
  made(t, semaphore, SyncKind::Semaphore, trace::ObjectKind::Semaphore);
  MutexLock guard(t.vm.sync_mutex);
  semaphore->value = semaphore->initial = units;
  return none();
}

/// Makes it a BoundedSemaphore, whose initial value is the highest.
Value semaphore_bound(VmThread&, const Args& args) {
  sync(args[0])->sync_kind = SyncKind::BoundedSemaphore;
  sync(args[0])->shown_as = trace::ObjectKind::BoundedSemaphore;
  return none();
}

Value semaphore_resume(VmThread& t, Value state);

bool take_unit(SyncObject* semaphore) {
  if (semaphore->value <= 0) return false;
  --semaphore->value;
  return true;
}

Value semaphore_taken(VmThread& t, SyncObject* semaphore) {
  note_acquired(t, semaphore);
  return boolean(true);
}

/// `state`: (semaphore, deadline), or empty on the first try.
Value semaphore_acquire_within(VmThread& t, SyncObject* semaphore, Tick deadline, Value state) {
  bool taken = false;
  {
    MutexLock guard(t.vm.sync_mutex);
    taken = take_unit(semaphore);
    if (!taken && deadline != 0) {
      semaphore->queued.fetch_add(1);
      enqueue(t, semaphore);
    }
  }
  if (taken) return semaphore_taken(t, semaphore);
  if (deadline == 0) return boolean(false);
  if (state.empty()) state = tuple_of(t, {semaphore, from_deadline(deadline)});
  return pending_block(t, deadline, semaphore_resume, state);
}

Value semaphore_resume(VmThread& t, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  SyncObject* semaphore = sync(parts->items()[0]);
  const Tick deadline = to_deadline(parts->items()[1]);
  switch (end_wait(t, semaphore, deadline)) {
    case WaitEnd::NotYet: return pending_block(t, deadline, semaphore_resume, state);
    case WaitEnd::Woken: return semaphore_acquire_within(t, semaphore, deadline, state);
    case WaitEnd::TimedOut: break;
  }
  return semaphore_acquire_within(t, semaphore, 0, state);
}

Value semaphore_acquire(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"blocking", "timeout"};
  SyncObject* semaphore = sync(args[0]);
  Value given[2];
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!ready(t, semaphore) || !read_arguments(t, "acquire", rest, kNames, 2, 0, given)) {
    return Value();
  }
  const bool blocking = given[0].empty() || is_int_like(given[0])
                            ? given[0].empty() || number_truth(given[0])
                            : given[0] != none();
  const bool timed = !given[1].empty() && given[1] != none();
  if (!blocking && timed) {
    return raise_value_error(t, "can't specify timeout for non-blocking acquire");
  }
  Tick deadline = 0;
  if (blocking && !read_timeout(t, given[1], &deadline)) return Value();
  return semaphore_acquire_within(t, semaphore, deadline, Value());
}

Value semaphore_enter(VmThread& t, const Args& args) {
  SyncObject* semaphore = sync(args[0]);
  return ready(t, semaphore) ? semaphore_acquire_within(t, semaphore, kForever, Value()) : Value();
}

bool release_units(VmThread& t, SyncObject* semaphore, std::int64_t n) {
  if (!ready(t, semaphore)) return false;
  bool too_many = false;
  {
    MutexLock guard(t.vm.sync_mutex);
    too_many = semaphore->sync_kind == SyncKind::BoundedSemaphore &&
               n > semaphore->initial - semaphore->value;
    if (!too_many) semaphore->value += n;
  }
  if (too_many) {
    raise_value_error(t, "Semaphore released too many times");
    return false;
  }
  note_released(t, semaphore);
  if (semaphore->queued.load() != 0) {
    wake(t, semaphore, n > 1'000'000 ? 1'000'000 : static_cast<std::uint32_t>(n));
  }
  return true;
}

Value semaphore_release(VmThread& t, const Args& args) {
  static constexpr const char* kNames[] = {"n"};
  Value n = Value::small_int(1);
  const Args rest{args.v + 1, args.n - 1, args.kw_names};
  if (!read_arguments(t, "release", rest, kNames, 1, 0, &n)) return Value();
  std::int64_t count = 0;
  if (!read_index_clamped(t, n, &count)) return Value();
  if (count < 1) return raise_value_error(t, "n must be one or more");
  return release_units(t, sync(args[0]), count) ? none() : Value();
}

Value semaphore_exit(VmThread& t, const Args& args) {
  return release_units(t, sync(args[0]), 1) ? none() : Value();
}

Value semaphore_value(VmThread& t, const Args& args) {
  MutexLock guard(t.vm.sync_mutex);
  return Value::small_int(sync(args[0])->value);
}

Value semaphore_initial(VmThread&, const Args& args) {
  return Value::small_int(sync(args[0])->initial);
}

// --- Presenting, classes
// ------------------------------------------------------------------------------

/// present(sync, kind, owner=None, label=None, primary=None): how the timeline shows a library
/// object's part.
Value present(VmThread& t, const Args& args) {
  if (kind_of(args[0]) != Kind::Sync || !is_str(args[1])) {
    return raise_type_error(t, "present() takes a synchronisation object and the word for it");
  }
  SyncObject* object = sync(args[0]);
  std::string storage;
  trace::ObjectKind kind = trace::ObjectKind::Other;
  if (from_word(utf8_view(as_str(args[1]), &storage), kind)) object->shown_as = kind;
  const Value owner = args.get(2, none());
  if (owner != none()) object->shown_for.store(owner);
  if (is_str(args.get(3, none()))) object->label.store(args[3]);
  const Value primary = args.get(4, none());
  if (kind_of(primary) == Kind::Sync) {
    object->is_part = true;
    if (primary != args[0]) object->primary.store(primary);
  }
  return none();
}

void trace_sync(Object* o, Marker& m) {
  const auto* object = static_cast<SyncObject*>(o);
  m.mark(object->label);
  m.mark(object->shown_for);
  m.mark(object->primary);
  m.mark(object->lock);
}

constexpr NativeDef kLockMethods[] = {
    {"acquire", lock_acquire_method, 1, kAnyArgs, kKeywords},
    {"acquire_lock", lock_acquire_method, 1, kAnyArgs, kKeywords},
    {"release", lock_release, 1, 1},
    {"release_lock", lock_release, 1, 1},
    {"locked", lock_locked, 1, 1},
    {"locked_lock", lock_locked, 1, 1},
    {"__enter__", lock_enter, 1, 1},
    {"__exit__", lock_release, 1, kAnyArgs},
    {"__repr__", lock_repr, 1, 1},
};

constexpr NativeDef kRLockMethods[] = {
    {"__new__", sync_new, 1, kAnyArgs, kKeywords},
    {"__init__", rlock_init, 1, kAnyArgs, kKeywords},
    {"acquire", lock_acquire_method, 1, kAnyArgs, kKeywords},
    {"release", lock_release, 1, 1},
    {"__enter__", lock_enter, 1, 1},
    {"__exit__", lock_release, 1, kAnyArgs},
    {"__repr__", lock_repr, 1, 1},
    {"_is_owned", rlock_is_owned, 1, 1},
    {"_recursion_count", rlock_recursion_count, 1, 1},
};

constexpr NativeDef kConditionMethods[] = {
    {"__new__", sync_new, 1, kAnyArgs, kKeywords},
    {"__init__", condition_init, 1, kAnyArgs, kKeywords},
    {"acquire", condition_acquire, 1, kAnyArgs, kKeywords},
    {"release", condition_release, 1, 1},
    {"__enter__", condition_acquire, 1, 1},
    {"__exit__", condition_release, 1, kAnyArgs},
    {"__repr__", condition_repr, 1, 1},
    {"wait", condition_wait, 1, 2, kKeywords},
    {"notify", condition_notify, 1, 2, kKeywords},
    {"notify_all", condition_notify_all, 1, 1},
    {"notifyAll", condition_notify_all, 1, 1},
    {"_is_owned", condition_is_owned, 1, 1},
};

constexpr NativeDef kEventMethods[] = {
    {"__new__", sync_new, 1, kAnyArgs, kKeywords},
    {"__init__", event_init, 1, 1},
    {"wait", event_wait, 1, 2, kKeywords},
    {"set", event_set, 1, 1},
    {"clear", event_clear, 1, 1},
    {"is_set", event_is_set, 1, 1},
    {"isSet", event_is_set, 1, 1},
};

constexpr NativeDef kSemaphoreMethods[] = {
    {"__new__", sync_new, 1, kAnyArgs, kKeywords},
    {"__init__", semaphore_init, 1, kAnyArgs, kKeywords},
    {"acquire", semaphore_acquire, 1, 3, kKeywords},
    {"release", semaphore_release, 1, 2, kKeywords},
    {"__enter__", semaphore_enter, 1, 1},
    {"__exit__", semaphore_exit, 1, kAnyArgs},
    {"_bound", semaphore_bound, 1, 1},
    {"_value", semaphore_value, 1, 1, kGetter},
    {"_initial_value", semaphore_initial, 1, 1, kGetter},
};

Value allocate_lock(VmThread& t, const Args&) {
  return new_sync(t, hidden_type(t, "lock"), SyncKind::Lock, trace::ObjectKind::Lock);
}

constexpr NativeDef kFunctions[] = {
    {"allocate_lock", allocate_lock, 0, 0},
    {"allocate", allocate_lock, 0, 0},
    {"present", present, 2, 5},
};

}  // namespace

void init_sync(VmThread& t, Module* module) {
  Type* hidden = t.vm.types.wait_queue;  // the class of ends of threads, too
  hidden->size = sizeof(SyncObject);
  hidden->trace = trace_sync;
  struct Row {
    const char* name;
    const char* public_name;
    std::span<const NativeDef> methods;
    bool instantiable;
  };
  const Row rows[] = {
      {"lock", "LockType", kLockMethods, false},           {"RLock", "RLock", kRLockMethods, true},
      {"Condition", "Condition", kConditionMethods, true}, {"Event", "Event", kEventMethods, true},
      {"Semaphore", "Semaphore", kSemaphoreMethods, true},
  };
  for (const Row& row : rows) {
    TypeSpec spec{.name = row.name, .kind = Kind::Sync, .size = sizeof(SyncObject)};
    spec.trace = trace_sync;
    spec.can_subclass = spec.instantiable = row.instantiable;
    spec.module = "_thread";
    Type* type = make_type(t, spec);
    add_methods(t, type, row.methods);
    hide_type(t, row.name, type);
    module_set(t, module, row.public_name, type);
  }
  add_functions(t, module, kFunctions);
}

// --- Ends of threads
// ----------------------------------------------------------------------------------

namespace {

/// `state`: (end of a thread, deadline).
Value join_resume(VmThread& t, Value state) {
  const auto* parts = static_cast<Tuple*>(state.object());
  const Tick deadline = to_deadline(parts->items()[1]);
  const WaitEnd end = end_wait(t, sync(parts->items()[0]), deadline);
  if (end == WaitEnd::NotYet) return pending_block(t, deadline, join_resume, state);
  return boolean(end == WaitEnd::Woken);
}

}  // namespace

Value join_thread(VmThread& t, ThreadId id, Tick deadline) {
  SyncObject* end = nullptr;
  {
    MutexLock guard(t.vm.sync_mutex);
    VmThread* other = id < t.vm.threads.size() ? t.vm.threads[id].get() : nullptr;
    if (other == nullptr || other->finished) return boolean(true);
    if (other->joiners == nullptr) {
      other->joiners =
          new_sync(t, t.vm.types.wait_queue, SyncKind::Thread, trace::ObjectKind::Thread);
      other->joiners->target = id;
    }
    end = other->joiners;
    end->queued.fetch_add(1);
    enqueue(t, end);
  }
  return pending_block(t, deadline, join_resume, tuple_of(t, {end, from_deadline(deadline)}));
}

void finish_thread(VmThread& t) {
  SyncObject* end = nullptr;
  {
    MutexLock guard(t.vm.sync_mutex);
    t.vm.unfinished -= t.finished ? 0 : 1;
    t.finished = true;
    // Whoever wants it still has it elsewhere; the table would keep it for the whole run.
    if (t.id != 0) t.thread_object = Value();
    end = t.joiners;
  }
  if (end != nullptr) wake(t, end, UINT32_MAX);
}

}  // namespace interleave::vm
