// A machine without an executor, for tests of its data structures.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "vm/vm.h"

namespace interleave::vm {

class SilentHost : public Host {
 public:
  bool spawned(ThreadId) override { return false; }
  void unblocked(ThreadId) override {}
  Tick now() const override { return 0; }
  Tick thread_cpu() const override { return 0; }
  std::int64_t epoch_ns() const override { return 0; }
  void write(bool, std::string_view) override {}
  void set_switch_interval(double) override {}
  double switch_interval() const override { return 0.005; }
  bool gil_enabled() const override { return false; }
  int cores() const override { return 2; }
  void with_world_stopped(ThreadId, void (*)(void*), void*) override {}
};

class VmTest : public testing::Test {
 protected:
  VmTest() { vm.gil = false; }
  VmThread& t() { return vm.main_thread(); }
  Value text(const char* s) { return vm.intern(s); }
  static Value number(std::int64_t n) { return Value::small_int(n); }

  /// Runs `work(thread, index)` on host threads of their own, each with a Python thread.
  template <typename Work>
  void on_threads(int count, Work work) {
    std::vector<std::thread> threads;
    for (int i = 0; i < count; ++i) {
      VmThread* thread = vm.new_thread();
      threads.emplace_back([thread, i, work] { work(*thread, i); });
    }
    for (std::thread& thread : threads) thread.join();
  }

  SilentHost host;
  Vm vm{host, nullptr};
};

}  // namespace interleave::vm
