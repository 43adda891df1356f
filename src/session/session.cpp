#include "session/session.h"

#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <thread>

#include "base/limits.h"
#include "exec/simulated_executor.h"
#include "exec/threaded_executor.h"
#include "lang/compiler.h"
#include "trace/text_form.h"
#include "vm/boot.h"
#include "vm/lib/threads.h"
#include "vm/vm.h"

namespace interleave::session {

struct Session::Run {
  Run(const Settings& s, std::string text, exec::OutputSink* echo)
      : settings(s), source(std::move(text)), output(echo) {}

  const Settings settings;
  const std::string source;
  Output output;
  std::shared_ptr<trace::Recorder> recorder;
  exec::LentThread lent;
  Result result;  // the controlling thread's until `state` is Idle
  std::atomic<State> state{State::Running};

  Mutex mutex;
  std::condition_variable over;
  exec::Executor* executor IL_GUARDED_BY(mutex) = nullptr;  // while there is something to stop
  bool stop_wanted IL_GUARDED_BY(mutex) = false;

  /// A machine under way, where pump() drives it.
  struct Pieces {
    lang::CompileResult compiled;
    std::unique_ptr<exec::SimulatedExecutor> executor;
    std::unique_ptr<vm::Vm> vm;
  };
  std::unique_ptr<Pieces> pieces;

  static void* control(void* shared_run);
  void go();
  lang::CompileResult compile();
  void begin_pieces();
  void advance_pieces(double milliseconds);
  void take(exec::Outcome outcome);
  void refuse(trace::RunStatus status, std::string_view text, std::string message);
  void execute(const lang::Code& code);
  bool offer_to_stop(exec::Executor* running);
  void finish();
};

namespace {

// The compiler's recursion follows the tree, whose depth is bounded; frames are large under
// sanitizers.
constexpr std::size_t kControlStackBytes = 8u << 20;

/// A machine's None has a fixed address, so there is one machine at a time: a second run waits here
/// for the first to be taken down.
Mutex g_one_machine;

bool g_has_threads = true;  // written before the first run only

trace::RunInfo run_info(const Settings& settings) {
  trace::RunInfo info;
  info.mode = settings.mode;
  info.gil = settings.gil;
  info.switch_interval = settings.switch_interval;
  info.cores = std::thread::hardware_concurrency();
  if (settings.mode == trace::RunMode::Simulated) {
    info.cores = static_cast<std::uint32_t>(settings.cores);
    info.seed = settings.seed;
    info.policy = settings.policy;
  }
  return info;
}

std::unique_ptr<exec::Executor> make_executor(const Settings& settings, Output& output,
                                              trace::Recorder* recorder, exec::LentThread& lent) {
  if (settings.mode == trace::RunMode::Simulated) {
    return std::make_unique<exec::SimulatedExecutor>(simulated_options(settings), output, recorder);
  }
  exec::ThreadedOptions options;
  options.gil = settings.gil;
  options.switch_interval = settings.switch_interval;
  if (settings.main_on_page) {
    options.lent = &lent;
    options.lent_for = limits::kMainOnPage;
    options.serve_others = g_page_thread.serve_others;
    options.may_start = g_page_thread.may_start;
    output.input().close();  // nobody can give a line
  }
  return std::make_unique<exec::ThreadedExecutor>(options, output, recorder);
}

}  // namespace

exec::SimulatedOptions simulated_options(const Settings& settings) {
  exec::SimulatedOptions options;
  options.gil = settings.gil;
  options.policy = settings.policy;
  options.switch_interval = settings.switch_interval;
  options.cores = std::clamp(settings.cores, 1, limits::kSimulatedCores);
  options.seed = settings.seed;
  return options;
}

void* Session::Run::control(void* shared_run) {
  const std::unique_ptr<std::shared_ptr<Run>> run(static_cast<std::shared_ptr<Run>*>(shared_run));
  (*run)->go();
  return nullptr;
}

void Session::Run::go() {
  const lang::CompileResult compiled = compile();
  if (compiled.code != nullptr) execute(*compiled.code);
  finish();
}

/// The program's code; none when it was refused.
lang::CompileResult Session::Run::compile() {
  result.mode = settings.mode;
  result.gil = settings.gil;
  if (source.size() > limits::kSourceBytes) {
    const std::string text = "The program is longer than " + std::to_string(limits::kSourceBytes) +
                             " bytes and is not run.";
    refuse(trace::RunStatus::Limit, text + "\n", text);
    return {};
  }
  lang::CompileResult compiled = lang::compile_source(source, settings.script_name);
  if (compiled.error) {
    const std::string text = lang::format_diagnostic(*compiled.error, settings.script_name, source);
    refuse(trace::RunStatus::Failed, text,
           std::string(lang::kind_name(compiled.error->kind)) + ": " + compiled.error->message);
  }
  return compiled;
}

/// The program is not run at all.
void Session::Run::refuse(trace::RunStatus status, std::string_view text, std::string message) {
  output.write(true, text);
  result.status = status;
  result.exit_code = 1;
  result.message = std::move(message);
  if (recorder != nullptr) recorder->finish(status, 0);
}

/// False: Stop came first.
bool Session::Run::offer_to_stop(exec::Executor* running) {
  MutexLock guard(mutex);
  executor = running;
  return !stop_wanted;
}

void Session::Run::execute(const lang::Code& code) {
  const std::unique_ptr<exec::Executor> runner =
      make_executor(settings, output, recorder.get(), lent);
  exec::Outcome outcome;
  {
    MutexLock only(g_one_machine);
    vm::Vm vm(*runner, recorder.get());
    vm::load_main(vm, code, source);
    vm::set_script_argument(vm.main_thread(), settings.script_name);
    if (offer_to_stop(runner.get())) {
      outcome = runner->run(vm);
    } else {
      outcome.status = trace::RunStatus::Stopped;
      outcome.exit_code = 130;
    }
    offer_to_stop(nullptr);
  }
  take(std::move(outcome));
}

void Session::Run::take(exec::Outcome outcome) {
  if (recorder != nullptr) recorder->finish(outcome.status, outcome.elapsed);
  result.status = outcome.status;
  result.exit_code = outcome.exit_code;
  result.elapsed = outcome.elapsed;
  result.gil_handoffs = outcome.gil_handoffs;
  result.gil_forced = outcome.gil_forced;
  result.threads = std::move(outcome.threads);
  result.message = std::move(outcome.message);
}

// --- Without threads
// ------------------------------------------------------------------------------

void Session::Run::begin_pieces() {
  if (settings.mode != trace::RunMode::Simulated) {
    const std::string text = "There are no threads here: only simulated runs can be started.";
    refuse(trace::RunStatus::Limit, text + "\n", text);
    return finish();
  }
  auto begun = std::make_unique<Pieces>();
  begun->compiled = compile();
  if (begun->compiled.code == nullptr) return finish();
  exec::SimulatedOptions options = simulated_options(settings);
  options.may_wait = false;
  begun->executor = std::make_unique<exec::SimulatedExecutor>(options, output, recorder.get());
  begun->vm = std::make_unique<vm::Vm>(*begun->executor, recorder.get());
  vm::load_main(*begun->vm, *begun->compiled.code, source);
  vm::set_script_argument(begun->vm->main_thread(), settings.script_name);
  begun->executor->begin(*begun->vm);
  offer_to_stop(begun->executor.get());
  pieces = std::move(begun);
}

void Session::Run::advance_pieces(double milliseconds) {
  using std::chrono::steady_clock;
  using Progress = exec::SimulatedExecutor::Progress;
  constexpr std::uint64_t kInstructions = 50'000;  // between two looks at the clock
  const auto until =
      steady_clock::now() + std::chrono::microseconds(static_cast<int>(milliseconds * 1000));
  Progress progress = Progress::More;
  while (progress == Progress::More && steady_clock::now() < until) {
    progress = pieces->executor->advance(kInstructions);
  }
  if (progress != Progress::Over) return;
  offer_to_stop(nullptr);
  take(pieces->executor->outcome());
  pieces.reset();
  finish();
}

void Session::Run::finish() {
  lent.close();
  output.finish();
  result.standard_output = output.text(false);
  result.standard_error = output.text(true);
  if (recorder != nullptr) {
    result.trace_hash = trace::trace_hash(*recorder);
    result.events = recorder->events();
    result.dropped = recorder->dropped();
  }
  MutexLock guard(mutex);
  state.store(State::Idle, std::memory_order_release);
  over.notify_all();
}

Session::Session() = default;

Session::~Session() {
  stop();
  wait();
}

bool Session::start(const Settings& settings, std::string source, exec::OutputSink* echo) {
  if (state() != State::Idle) return false;
  auto run = std::make_shared<Run>(settings, std::move(source), echo);
  if (settings.record) run->recorder = std::make_shared<trace::Recorder>(run_info(settings));
  run_ = run;
  if (!has_threads()) {
    run->begin_pieces();
    return true;
  }
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
#ifndef __EMSCRIPTEN__
  pthread_attr_setstacksize(&attributes, kControlStackBytes);
#else
  pthread_attr_setstacksize(&attributes, kControlStackBytes / 8);
#endif
  // Detached: the page's own thread must not wait for the last steps of a thread. The Run it works
  // on is its own.
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  auto* argument = new std::shared_ptr<Run>(run);
  const int error = pthread_create(&thread, &attributes, Run::control, argument);
  pthread_attr_destroy(&attributes);
  if (error != 0) {
    delete argument;
    run->refuse(trace::RunStatus::Limit, "", "The system gives no thread to run the program on.");
    run->finish();
  }
  if (settings.main_on_page) run->lent.serve();
  return true;
}

bool Session::has_threads() { return g_has_threads; }

void Session::do_without_threads() { g_has_threads = false; }

void Session::pump(double milliseconds) {
  if (run_ != nullptr && run_->pieces != nullptr) run_->advance_pieces(milliseconds);
}

void Session::stop() {
  if (run_ == nullptr) return;
  State running = State::Running;
  run_->state.compare_exchange_strong(running, State::Stopping);
  MutexLock guard(run_->mutex);
  run_->stop_wanted = true;
  if (run_->executor != nullptr) run_->executor->request_stop();
}

State Session::state() const {
  return run_ == nullptr ? State::Idle : run_->state.load(std::memory_order_acquire);
}

void Session::take_output(std::vector<OutputPiece>& pieces) {
  if (run_ != nullptr) run_->output.take(pieces);
}

bool Session::wants_line() const {
  return state() == State::Running && run_->output.input().wanted();
}

bool Session::give_line(std::string_view line) {
  return state() == State::Running && run_->output.input().give(line);
}

std::vector<std::string> Session::lines_given() const {
  return run_ == nullptr ? std::vector<std::string>() : run_->output.input().given();
}

const Result* Session::result() const {
  return run_ != nullptr && state() == State::Idle ? &run_->result : nullptr;
}

std::shared_ptr<trace::Recorder> Session::recorder() const {
  return run_ == nullptr ? nullptr : run_->recorder;
}

void Session::wait() IL_NO_THREAD_SAFETY {
  if (run_ == nullptr) return;
  while (run_->pieces != nullptr) run_->advance_pieces(1000);
  std::unique_lock lock(run_->mutex.native());
  while (run_->state.load(std::memory_order_acquire) != State::Idle) run_->over.wait(lock);
}

}  // namespace interleave::session
