// The one-byte lock inside every object: held for a few instructions while a container changes.
//
// Not a Python lock, and never held across a check point, an allocation that could wait, or a call
// into Python. With the GIL on it costs a test of one flag; without it a spin with back-off.
// Any thread that runs Python code may use it.
#pragma once

#include <thread>

#include "vm/object.h"
#include "vm/vm.h"

namespace interleave::vm {

class ObjectLock {
 public:
  ObjectLock(const Vm& vm, Object* object) : object_(vm.gil ? nullptr : object) {
    if (object_ != nullptr) acquire();
  }
  ~ObjectLock() {
    if (object_ != nullptr) object_->lock.store(0, std::memory_order_release);
  }
  ObjectLock(const ObjectLock&) = delete;
  ObjectLock& operator=(const ObjectLock&) = delete;

 private:
  void acquire() {
    int spins = 0;
    while (object_->lock.exchange(1, std::memory_order_acquire) != 0) {
      while (object_->lock.load(std::memory_order_relaxed) != 0) {
        if (++spins > 64) std::this_thread::yield();
      }
    }
  }
  Object* object_;
};

}  // namespace interleave::vm
