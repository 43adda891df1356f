// The live executor: one host thread (in a browser: one Web Worker) per Python thread, MainThread
// included.
//
// With a GIL the host threads hand it round by CPython's rules (gil.h); without one they run in
// parallel and only stop together for a collection. Waiting is a condition variable per thread, so
// that Stop ends every wait. Every transition is recorded and added to the thread's totals when it
// happens. Not reusable: one executor, one run. The thread that calls run() watches meanwhile: time
// slices, deadlock, the end.
#pragma once

#include <pthread.h>

#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/limits.h"
#include "base/mutex.h"
#include "exec/executor.h"
#include "exec/gil.h"
#include "exec/lent_thread.h"
#include "trace/recorder.h"
#include "vm/last_acts.h"
#include "vm/vm.h"

namespace interleave::exec {

struct ThreadedOptions {
  trace::GilSetting gil = trace::GilSetting::V310;
  Tick switch_interval = 5'000'000;
  RunFn run = vm::run;
  /// What MainThread is to run on, instead of a host thread of its own, and for how long at most
  /// (ns): the page's own thread, which can do nothing else meanwhile.
  LentThread* lent = nullptr;
  Tick lent_for = kForever;
  /// Called by MainThread on the lent thread, every few milliseconds: it does what other threads
  /// need of this one.
  void (*serve_others)() = nullptr;
  /// Whether another host thread can be had now.
  bool (*may_start)() = nullptr;
};

class ThreadedExecutor final : public Executor {
 public:
  ThreadedExecutor(const ThreadedOptions& options, OutputSink& output, trace::Recorder* recorder);
  ~ThreadedExecutor() override;
  ThreadedExecutor(const ThreadedExecutor&) = delete;
  ThreadedExecutor& operator=(const ThreadedExecutor&) = delete;

  Outcome run(vm::Vm& vm) override;
  void request_stop() override;

  // --- vm::Host
  // ----------------------------------------------------------------------------------------
  bool spawned(ThreadId id) override;
  bool spawning_waits() const override;
  void unblocked(ThreadId id) override;
  Tick now() const override;
  Tick thread_cpu() const override;
  std::int64_t epoch_ns() const override { return epoch_ns_; }
  void write(bool error, std::string_view utf8) override;
  bool read_line(std::string* utf8) override { return output_.read_line(utf8); }
  vm::Fetched fetch(std::string_view method, std::string_view url, std::string_view body) override {
    return output_.fetch(method, url, body);
  }
  void exit_now(int code) override;
  void set_switch_interval(double seconds) override;
  double switch_interval() const override;
  bool gil_enabled() const override { return has_gil_; }
  int cores() const override;
  void with_world_stopped(ThreadId self, void (*action)(void*), void* context) override;

 private:
  struct Slot;
  /// The program's own functions that a thread is in, outermost first.
  struct StackSample {
    std::array<const vm::ExecCode*, limits::kSampledDepth> frames{};
    std::size_t depth = 0;
  };
  static StackSample sample(const vm::VmThread& t);
  /// Why a thread should not go on.
  enum class Ending : std::uint8_t { None, Stopped, CutOff };

  static void* host_main(void* slot);
  void thread_main(Slot& slot);
  trace::EndStatus drive(Slot& slot);
  trace::EndStatus fail(Slot& slot);
  void finish(Slot& slot, trace::EndStatus status);
  void main_finished(Slot& slot);
  bool run_last_act(Slot& slot, vm::LastAct act);

  // Ways out of the machine and back.
  void enter_machine(Slot& slot);
  void leave_machine(Slot& slot, trace::DropReason reason);
  void hand_over(Slot& slot);
  void budget_spent(Slot& slot);
  void record_place(Slot& slot);
  trace::FunctionId function_of(const vm::ExecCode* code);
  void wait_blocked(Slot& slot);
  void wait_sleeping(Slot& slot);
  void call_native(Slot& slot);

  // Parking. park() returns when the slot is signalled, the deadline has passed or the run is
  // ending.
  void park(Slot& slot, Tick deadline);
  void signal(Slot& slot) IL_REQUIRES(mutex_);
  void look_for_deadlock() IL_REQUIRES(mutex_);
  Slot* other_to_wait_for() IL_REQUIRES(mutex_);

  // The world of the collector, without a GIL.
  void enter_world(Slot* slot);
  void leave_world();
  void stop_world(Slot& slot);

  // The watching thread.
  void watch();
  void begin_ending(Ending ending);
  void wait_for_all();
  void reap();
  void set_leave(std::uint32_t bits, ThreadId except = kNoThread);
  std::string tell_deadlock();
  Slot* start_slot(ThreadId id, ThreadId parent);
  bool start_host_thread(Slot& slot);
  void record_frame(const Slot& slot, trace::EventKind kind);
  bool spent_what_was_lent() const;
  Outcome outcome();

  void record(Slot& slot, trace::EventKind kind, std::uint32_t a, std::uint32_t b);
  void change(Slot& slot, TimeIn doing);

  const ThreadedOptions options_;
  const bool has_gil_;
  OutputSink& output_;
  trace::Recorder* const recorder_;
  vm::Vm* vm_ = nullptr;
  std::chrono::steady_clock::time_point start_;
  std::int64_t epoch_ns_ = 0;
  Gil gil_;

  mutable Mutex mutex_;  // after Vm::sync_mutex, never before it
  std::condition_variable watcher_;
  std::map<ThreadId, std::unique_ptr<Slot>> slots_ IL_GUARDED_BY(mutex_);
  std::vector<Slot*> ended_ IL_GUARDED_BY(mutex_);  // host threads to be joined
  std::unordered_map<const vm::ExecCode*, trace::FunctionId> functions_ IL_GUARDED_BY(mutex_);
  std::vector<ThreadTotals> totals_ IL_GUARDED_BY(mutex_);
  std::uint32_t live_ IL_GUARDED_BY(mutex_) = 0;
  std::uint32_t stuck_ IL_GUARDED_BY(mutex_) = 0;  // live ones that wait for another, for ever
  bool main_done_ IL_GUARDED_BY(mutex_) = false;
  bool deadlock_ IL_GUARDED_BY(mutex_) = false;
  bool stop_requested_ IL_GUARDED_BY(mutex_) = false;
  trace::RunStatus status_ IL_GUARDED_BY(mutex_) = trace::RunStatus::Finished;
  int exit_code_ IL_GUARDED_BY(mutex_) = 0;
  std::string message_ IL_GUARDED_BY(mutex_);
  Tick end_ IL_GUARDED_BY(mutex_) = 0;
  std::atomic<Ending> ending_{Ending::None};

  Mutex world_mutex_;  // before mutex_
  std::condition_variable world_changed_;
  std::uint32_t inside_ IL_GUARDED_BY(world_mutex_) = 0;
  ThreadId collector_ IL_GUARDED_BY(world_mutex_) = kNoThread;
  std::atomic<bool> world_stopping_{false};
};

}  // namespace interleave::exec
