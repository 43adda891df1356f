// The simulated executor: every Python thread on one host thread, by a virtual clock on virtual
// cores.
//
// The machine, its check points, its wait queues and the rules of the GIL are the live executor's;
// what the operating system would decide follows from the costs (costs.h), the policy and the seed.
// So a program with the same settings gives the same trace everywhere, and sleeping takes no time.
// Not an estimate of how fast anything is. run() is called by the session's controlling thread;
// where there is only one, begin() and advance() do the same piece by piece. request_stop() may be
// called from any thread.
#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/limits.h"
#include "exec/executor.h"
#include "exec/schedule.h"
#include "trace/recorder.h"
#include "vm/vm.h"

namespace interleave::exec {

struct SimulatedOptions {
  trace::GilSetting gil = trace::GilSetting::V310;
  trace::Policy policy = trace::Policy::Fair;
  Tick switch_interval = 5'000'000;
  int cores = 2;
  std::uint64_t seed = 0;
  bool may_wait = true;                   // in input(); else advance() says so
  Tick longest = limits::kSimulatedTime;  // then the run is ended
  RunFn run = vm::run;
};

class SimulatedExecutor final : public Executor {
 public:
  SimulatedExecutor(const SimulatedOptions& options, OutputSink& output, trace::Recorder* recorder);
  ~SimulatedExecutor() override;
  SimulatedExecutor(const SimulatedExecutor&) = delete;
  SimulatedExecutor& operator=(const SimulatedExecutor&) = delete;

  Outcome run(vm::Vm& vm) override;
  void request_stop() override;

  // --- Piece by piece
  // ----------------------------------------------------------------------------------
  enum class Progress : std::uint8_t {
    More,   // there is more to do
    There,  // the clock has reached `until`
    Input,  // the program waits for a line of input
    Line,   // a thread that is watched is about to run another line
    Over,   // the run is over: outcome()
  };
  void begin(vm::Vm& vm);
  /// Goes on for about `instructions`, or until the clock shows `until`.
  Progress advance(std::uint64_t instructions, Tick until = kForever);
  /// Whether advance() comes back at every line that this thread (kNoThread: any) is about to run.
  void watch_lines(bool watch, ThreadId thread = kNoThread);
  /// When the last such line was.
  Tick line_at() const { return line_at_; }
  bool alive(ThreadId id) const;
  Outcome outcome();
  /// The thread that runs Python at this moment of the simulation, or ran last.
  ThreadId current() const { return current_; }

  // --- vm::Host
  // ----------------------------------------------------------------------------------------
  bool spawned(ThreadId id) override;
  void unblocked(ThreadId id) override;
  Tick now() const override;
  Tick thread_cpu() const override;
  std::int64_t epoch_ns() const override;
  void write(bool error, std::string_view utf8) override;
  bool read_line(std::string* utf8) override { return output_.read_line(utf8); }
  vm::Fetched fetch(std::string_view method, std::string_view url, std::string_view body) override {
    return output_.fetch(method, url, body);
  }
  void exit_now(int code) override { exit_code_ = code; }
  void set_switch_interval(double seconds) override;
  double switch_interval() const override;
  bool gil_enabled() const override { return has_gil_; }
  int cores() const override { return options_.cores; }
  bool metered() const override { return true; }
  int thread_limit() const override { return limits::kSimulatedThreads; }
  void with_world_stopped(ThreadId self, void (*action)(void*), void* context) override;

 private:
  struct Slot;
  /// What a thread that has a core, or wants one, is about to do with it.
  enum class Task : std::uint8_t { TakeGil, Python, Native };
  enum class At : std::uint8_t { Waiting, Queued, OnCore, GilQueue, ForcedOut, Ended };

  // The clock.
  void happen(const Timed& event);
  void begin_turn(Slot& slot, Tick next_event);
  void run_turn(Slot& slot, Tick until);
  bool is_ahead(const Slot& slot);
  Slot* first_running();
  Tick late(Tick latency);
  void set_timer(Slot& slot, Tick at, Timed::What what);
  void forget_outdated();
  bool next_step(Tick until);
  void look_again();

  // Cores.
  bool core_free() const { return on_core_.size() < static_cast<std::size_t>(options_.cores); }
  void want_core(Slot& slot, Task task);
  void put_on_core(Slot& slot);
  void give_core_back(Slot& slot);
  void dispatch();
  void slice_over(Slot& slot);
  void make_room_for(const Slot& slot);
  void leave_core(Slot& slot);

  // The GIL.
  void try_gil(Slot& slot);
  void queue_for_gil(Slot& slot);
  void take_gil(Slot& slot);
  void drop_gil(Slot& slot, trace::DropReason reason);
  void gil_timer(Slot& slot);

  // Ways out of the machine and back.
  void stopped(Slot& slot, vm::StopReason reason);
  void leave_machine(Slot& slot, trace::DropReason reason);
  void hand_over(Slot& slot);
  void preempt(Slot& slot);
  void wait_blocked(Slot& slot);
  void wait_sleeping(Slot& slot);
  void call_native(Slot& slot);
  void go_on(Slot& slot);
  void wait_over(Slot& slot);

  // Threads come and go.
  Slot* slot_of(ThreadId id);
  Slot& add_slot(ThreadId id, ThreadId parent);
  void ended(Slot& slot, bool failed);
  trace::EndStatus report(Slot& slot);
  void after_program(Slot& slot);
  void wait_for_others(Slot& slot);
  void finish(Slot& slot, trace::EndStatus status);
  void end_everything(trace::EndStatus status);
  void tell_deadlock();
  void end_run(trace::RunStatus status, int exit_code, std::string message);

  void record(Slot& slot, trace::EventKind kind, std::uint32_t a, std::uint32_t b);
  void record_place(Slot& slot);
  void change(Slot& slot, TimeIn doing);

  const SimulatedOptions options_;
  const bool has_gil_;
  OutputSink& output_;
  trace::Recorder* const recorder_;
  vm::Vm* vm_ = nullptr;
  Dice dice_;
  Agenda agenda_;
  Tick clock_ = 0;
  Tick interval_;
  std::vector<std::unique_ptr<Slot>> slots_;  // by ThreadId
  std::vector<Slot*> running_;                // Python on a core, at most one per core
  std::deque<Slot*> queue_;                   // want a core
  std::vector<Slot*> on_core_;                // with Python or with native work
  std::uint32_t live_ = 0;
  Slot* asks_ = nullptr;        // waits for a line of input, and everybody with it
  Slot* in_machine_ = nullptr;  // while the machine runs it
  ThreadId current_ = 0;
  Slot* turn_ = nullptr;     // whose turn is not over: it was cut where somebody wanted to look
  bool there_ = false;       // next_step() found nothing to do before `until`
  bool look_again_ = false;  // something happened that ends the turn
  bool watching_ = false;
  Tick line_at_ = 0;
  ThreadId watched_ = kNoThread;
  std::unordered_map<const vm::ExecCode*, trace::FunctionId> functions_;

  // The GIL.
  Slot* holder_ = nullptr;
  ThreadId last_holder_ = kNoThread;
  std::uint64_t switch_number_ = 0;
  bool dropped_on_request_ = false;
  std::deque<Slot*> gil_queue_;
  Slot* forced_out_ = nullptr;

  Outcome outcome_;
  bool over_ = false;
  bool outcome_given_ = false;
  std::atomic<bool> stop_requested_{false};
  std::optional<int> exit_code_;                   // what os._exit() got
  std::atomic<vm::VmThread*> stoppable_{nullptr};  // in the machine at this moment
};

}  // namespace interleave::exec
