// A mutex and a lock that clang's -Wthread-safety can check.
//
// Not a GIL and not a Python lock: those are in exec/ and vm/sync.h. Never held while Python code
// runs, and never across a wait on the page's own thread.
#pragma once

#include <mutex>

#if defined(__clang__)
#define IL_ATTRIBUTE(x) __attribute__((x))
#else
#define IL_ATTRIBUTE(x)
#endif
#define IL_CAPABILITY(name) IL_ATTRIBUTE(capability(name))
#define IL_SCOPED_CAPABILITY IL_ATTRIBUTE(scoped_lockable)
#define IL_GUARDED_BY(m) IL_ATTRIBUTE(guarded_by(m))
#define IL_REQUIRES(...) IL_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define IL_EXCLUDES(...) IL_ATTRIBUTE(locks_excluded(__VA_ARGS__))
#define IL_ACQUIRE(...) IL_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define IL_RELEASE(...) IL_ATTRIBUTE(release_capability(__VA_ARGS__))
#define IL_NO_THREAD_SAFETY IL_ATTRIBUTE(no_thread_safety_analysis)

namespace interleave {

class IL_CAPABILITY("mutex") Mutex {
 public:
  void lock() IL_ACQUIRE() { mutex_.lock(); }
  void unlock() IL_RELEASE() { mutex_.unlock(); }
  std::mutex& native() { return mutex_; }  // for condition variables

 private:
  std::mutex mutex_;
};

class IL_SCOPED_CAPABILITY MutexLock {
 public:
  explicit MutexLock(Mutex& m) IL_ACQUIRE(m) : mutex_(m) { mutex_.lock(); }
  ~MutexLock() IL_RELEASE() { mutex_.unlock(); }
  MutexLock(const MutexLock&) = delete;
  MutexLock& operator=(const MutexLock&) = delete;

 private:
  Mutex& mutex_;
};

}  // namespace interleave
