#include "session/replay.h"

#include <chrono>
#include <unordered_map>

#include "exec/simulated_executor.h"
#include "lang/compiler.h"
#include "vm/boot.h"
#include "vm/exec_code.h"
#include "vm/frames.h"
#include "vm/lib/threads.h"
#include "vm/vm.h"

namespace interleave::session {

namespace {

constexpr std::size_t kFramesShown = 12;
constexpr std::size_t kVariablesShown = 24;
constexpr std::uint64_t kInstructions = 50'000;  // between two looks at the clock
constexpr Tick kWindow = 200'000;                // ns
using Progress = exec::SimulatedExecutor::Progress;

/// Throws the output away and gives the lines of input that were given before.
class Silent final : public exec::OutputSink {
 public:
  explicit Silent(const std::vector<std::string>& lines) : lines_(lines) {}
  void write(bool, std::string_view) override {}
  bool read_line(std::string* utf8) override {
    if (next_ >= lines_.size()) return false;
    *utf8 = lines_[next_++];
    return true;
  }

 private:
  const std::vector<std::string>& lines_;
  std::size_t next_ = 0;
};

}  // namespace

struct Replay::Machine {
  explicit Machine(const std::vector<std::string>& lines) : output(lines) {}
  Silent output;
  lang::CompileResult compiled;
  std::unique_ptr<exec::SimulatedExecutor> executor;
  std::unique_ptr<vm::Vm> vm;
  bool over = false;
};

/// Hears of the program's own calls; what the library does inside is not shown.
class Replay::Listener final : public vm::CallListener {
 public:
  Listener(Tick begin, Tick end) : collector_(begin, end) {}
  ~Listener() override { vm::g_calls.store(nullptr); }
  void listen_to(const exec::SimulatedExecutor& executor) {
    executor_ = &executor;
    vm::g_calls.store(this);
  }
  void entered(vm::VmThread& t, const vm::ExecCode& code) override {
    std::vector<bool>& shown = shown_[t.id];
    shown.push_back(!code.library);
    if (code.library) return;
    collector_.entered(t.id, executor_->now(), code.code->qualname,
                       static_cast<std::uint32_t>(code.code->first_line));
  }
  void left(vm::VmThread& t) override {
    std::vector<bool>& shown = shown_[t.id];
    if (shown.empty()) return;
    if (shown.back()) collector_.left(t.id, executor_->now());
    shown.pop_back();
  }
  timeline::Calls finish(Tick at) { return collector_.finish(at); }

 private:
  timeline::CallCollector collector_;
  const exec::SimulatedExecutor* executor_ = nullptr;
  std::unordered_map<ThreadId, std::vector<bool>> shown_;
};

Replay::Replay(const Settings& settings, std::string source, std::vector<std::string> lines)
    : settings_(settings), source_(std::move(source)), lines_(std::move(lines)) {}

Replay::~Replay() = default;

void Replay::begin() {
  near_ = false;
  machine_.reset();
  machine_ = std::make_unique<Machine>(lines_);
  Machine& m = *machine_;
  m.compiled = lang::compile_source(source_, settings_.script_name);
  if (m.compiled.code == nullptr) {
    m.over = true;
    return;
  }
  m.executor =
      std::make_unique<exec::SimulatedExecutor>(simulated_options(settings_), m.output, nullptr);
  if (listener_ != nullptr) listener_->listen_to(*m.executor);
  m.vm = std::make_unique<vm::Vm>(*m.executor, nullptr);
  vm::load_main(*m.vm, *m.compiled.code, source_);
  vm::set_script_argument(m.vm->main_thread(), settings_.script_name);
  m.executor->begin(*m.vm);
  at_ = 0;
}

void Replay::seek(Tick t) {
  if (machine_ == nullptr || t < at_) begin();
  aim_ = Aim::Time;
  wanted_ = t;
  at_line_ = false;
  reached_ = machine_->over;
}

void Replay::collect_calls(Tick t0, Tick t1) {
  machine_.reset();
  listener_ = std::make_unique<Listener>(t0, t1);
  begin();
  aim_ = Aim::Time;
  wanted_ = t1;
  at_line_ = false;
  reached_ = machine_->over;
}

timeline::Calls Replay::take_calls() {
  if (listener_ == nullptr) return {};
  timeline::Calls calls = listener_->finish(at_);
  machine_.reset();
  listener_.reset();
  return calls;
}

void Replay::step_line(Tick from, bool forward, ThreadId thread) {
  const bool here = machine_ != nullptr && forward && at_line_ && at_ == from;
  if (!here) begin();
  near_ = here;
  aim_ = forward ? Aim::NextLine : Aim::LineBefore;
  wanted_ = from;
  thread_ = thread;
  last_line_ = kForever;
  // Threads stand a little before or behind the moment itself: lines are watched from earlier on.
  watch_from_ = from > kWindow ? from - kWindow : 0;
  at_line_ = false;
  reached_ = machine_->over;
}

bool Replay::pump(double milliseconds) {
  using std::chrono::steady_clock;
  const auto until =
      steady_clock::now() + std::chrono::microseconds(static_cast<int>(milliseconds * 1000));
  while (!reached_ && steady_clock::now() < until) {
    if (aim_ == Aim::Time) {
      go_to_time();
    } else {
      go_to_line();
    }
  }
  return reached_;
}

void Replay::go_to_time() {
  exec::SimulatedExecutor& executor = *machine_->executor;
  executor.watch_lines(false);
  const Progress progress = executor.advance(kInstructions, wanted_);
  machine_->over = progress == Progress::Over;
  reached_ = machine_->over || progress == Progress::There;
  at_ = progress == Progress::There ? wanted_ : std::min(wanted_, executor.now());
}

void Replay::go_to_line() {
  exec::SimulatedExecutor& executor = *machine_->executor;
  const bool near = near_;
  executor.watch_lines(near, thread_);
  const Tick limit = !near ? watch_from_ : aim_ == Aim::LineBefore ? wanted_ + kWindow : kForever;
  const Progress progress = executor.advance(kInstructions, limit);
  machine_->over = progress == Progress::Over;
  if (!near && progress == Progress::There) near_ = true;
  const Tick line = executor.line_at();
  if (progress == Progress::Line && aim_ != Aim::LineBefore) {
    if (aim_ == Aim::NextLine ? line <= wanted_ : line < wanted_) return;
    at_ = line;
    at_line_ = reached_ = true;
  } else if (progress == Progress::Line && line < wanted_) {
    last_line_ = line;
  } else if (machine_->over || progress == Progress::Line ||
             (progress == Progress::There && near)) {
    line_before_known();
  }
}

/// The run is past the moment from which to go back, or over.
void Replay::line_before_known() {
  if (aim_ == Aim::LineBefore && (last_line_ != kForever || watch_from_ > 0)) {
    // Once more, up to that line; or, where there was none for long, watching from the beginning.
    begin();
    watch_from_ = last_line_ == kForever || last_line_ < kWindow ? 0 : last_line_ - kWindow;
    if (last_line_ == kForever) return;
    aim_ = Aim::ThisLine;
    wanted_ = last_line_;
    return;
  }
  at_ = aim_ == Aim::LineBefore ? 0 : machine_->executor->now();
  reached_ = true;
}

Moment Replay::moment() const {
  Moment moment;
  moment.at = at_;
  if (machine_ == nullptr || machine_->vm == nullptr) return moment;
  vm::Vm& vm = *machine_->vm;
  MutexLock guard(vm.sync_mutex);
  for (const auto& thread : vm.threads) {
    if (thread == nullptr || thread->finished || !machine_->executor->alive(thread->id)) continue;
    moment.threads.push_back(
        {thread->id, thread->name, vm::stack_of(*thread, kFramesShown, kVariablesShown)});
  }
  return moment;
}

}  // namespace interleave::session
