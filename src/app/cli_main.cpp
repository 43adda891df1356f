// The command line: `interleave run`, `interleave show`, `interleave dis`, `interleave --version`.
//
// Natively only. It reads the file, hands the program to a Session and passes its output, error
// output and exit code on, as CPython would. Nothing here knows how a program is run.
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "lang/compiler.h"
#include "lang/disassembler.h"
#include "session/session.h"
#include "timeline/model.h"
#include "timeline/text_table.h"
#include "trace/chrome_form.h"
#include "trace/saved_form.h"
#include "trace/text_form.h"

#ifndef INTERLEAVE_VERSION
#define INTERLEAVE_VERSION "unversioned"
#endif

namespace interleave {
namespace {

constexpr char kUsage[] =
    "usage: interleave run FILE [--gil 3.10|3.9|off] [--switch-interval SECONDS]\n"
    "                           [--sim [--cores N] [--seed S] [--policy fair|random]]\n"
    "                           [--trace OUT.txt|OUT.json] [--stats] [--table]\n"
    "       interleave show TRACE.txt|TRACE.json [--trace OUT.txt|OUT.json] [--table]\n"
    "       interleave dis FILE\n"
    "       interleave --version\n"
    "FILE - is standard input.\n";
constexpr int kWrongUsage = 2;

struct CommandLine {
  std::string command;
  std::string file;
  std::string trace;
  std::string only_simulated;  // an option that goes with --sim
  bool stats = false;
  bool table = false;
  session::Settings settings;
};

int wrong_usage(const std::string& why) {
  std::fprintf(stderr, "interleave: %s\n%s", why.c_str(), kUsage);
  return kWrongUsage;
}

// --- Output
// -------------------------------------------------------------------------------------------------

/// Everything, or false when nobody reads any more.
bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n > 0) {
      text.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EAGAIN) {
      usleep(1000);
    } else if (errno != EINTR) {
      return false;
    }
  }
  return true;
}

/// Standard output by the line, standard error at once.
class Terminal final : public exec::OutputSink {
 public:
  explicit Terminal(session::Session& session) : session_(session) {}

  void write(bool error, std::string_view utf8) override {
    if (utf8.empty()) return;
    bool readers = true;
    if (error) {
      readers = write_all(2, utf8);
    } else {
      const std::lock_guard guard(mutex_);
      line_ += utf8;
      if (line_.back() != '\n' && line_.size() < kLongLine) return;
      readers = write_all(1, line_);
      line_.clear();
    }
    // `interleave run … | head`: nobody is left to read; CPython's program would die of
    // BrokenPipeError.
    if (!readers) {
      broken_ = true;
      session_.stop();
    }
  }

  bool read_line(std::string* utf8) override {
    flush();
    const std::lock_guard guard(reading_);
    for (;;) {
      if (const std::size_t end = read_.find('\n'); end != std::string::npos) {
        *utf8 = read_.substr(0, end);
        read_.erase(0, end + 1);
        return true;
      }
      if (!read_more()) break;
    }
    *utf8 = std::move(read_);
    read_.clear();
    return !utf8->empty();
  }

  void end_input() override { ending_ = true; }

  void flush() {
    const std::lock_guard guard(mutex_);
    write_all(1, line_);
    line_.clear();
  }
  bool broken() const { return broken_; }

 private:
  /// Waits for more of standard input; false: there is no more, or the run is ending.
  bool read_more() {
    pollfd input{0, POLLIN, 0};
    while (poll(&input, 1, kLookMilliseconds) <= 0) {
      if (ending_) return false;
    }
    char piece[4096];
    const ssize_t n = ::read(0, piece, sizeof(piece));
    if (n > 0) read_.append(piece, static_cast<std::size_t>(n));
    return n > 0 || (n < 0 && errno == EINTR);
  }

  static constexpr std::size_t kLongLine = 8192;
  static constexpr int kLookMilliseconds = 50;  // how long the end of a run waits for a reader
  std::mutex reading_;
  std::string read_;  // and not handed on yet
  std::atomic<bool> ending_{false};
  session::Session& session_;
  std::mutex mutex_;
  std::string line_;
  std::atomic<bool> broken_{false};
};

bool read_file(const std::string& name, std::string* text) {
  std::FILE* file = name == "-" ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return false;
  char buffer[65536];
  std::size_t n = 0;
  while ((n = std::fread(buffer, 1, sizeof buffer, file)) > 0) text->append(buffer, n);
  const bool good = std::ferror(file) == 0;
  if (file != stdin) std::fclose(file);
  return good;
}

/// 0, or the exit code after a word on why not.
int write_trace(const std::string& name, const trace::Recorder& recorder,
                const trace::Origin& origin) {
  std::FILE* file = std::fopen(name.c_str(), "wb");
  bool good = file != nullptr;
  const auto sink = [&](std::string_view piece) {
    good = good && std::fwrite(piece.data(), 1, piece.size(), file) == piece.size();
  };
  if (good && name.ends_with(".json")) {
    trace::write_chrome(recorder, origin, sink);
  } else if (good) {
    trace::write_text(recorder, {}, sink);
  }
  if (file != nullptr && std::fclose(file) != 0) good = false;
  if (good) return 0;
  std::fprintf(stderr, "interleave: cannot write %s: %s\n", name.c_str(), std::strerror(errno));
  return 1;
}

std::string table_of(const trace::Recorder& recorder, const trace::Origin& origin) {
  timeline::Model model(recorder);
  while (model.update()) {
  }
  return timeline::text_table(model, origin.title, origin.switch_interval, origin.message);
}

// --- Commands
// -----------------------------------------------------------------------------------------------

/// Ctrl-C stops the program as the page's Stop does; a second one ends the process at once, for a
/// program that waits for input. Called before there are other threads, so that the signal reaches
/// the one that waits for it.
void stop_on_interrupt(session::Session& session) {
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  pthread_sigmask(SIG_BLOCK, &interrupt, nullptr);
  std::thread([interrupt, &session] {
    int signal = 0;
    sigwait(&interrupt, &signal);
    session.stop();
    sigwait(&interrupt, &signal);
    _exit(128 + SIGINT);
  }).detach();
}

/// "cycle.py" of "examples/cycle.py": what a saved trace calls the program.
std::string base_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

int run_program(const CommandLine& line, const std::string& source) {
  static auto& session = *new session::Session;  // for the whole process: see stop_on_interrupt()
  stop_on_interrupt(session);
  Terminal terminal(session);
  session.start(line.settings, source, &terminal);
  session.wait();
  terminal.flush();
  const session::Result& result = *session.result();
  if (result.status == trace::RunStatus::Deadlock || result.status == trace::RunStatus::Limit) {
    std::fprintf(stderr, "%s\n", result.message.c_str());
  }
  if (result.status == trace::RunStatus::Stopped) std::fprintf(stderr, "interleave: stopped\n");
  if (line.stats) std::fprintf(stderr, "%s\n", to_json(result).c_str());
  const trace::Origin origin{source, base_name(line.settings.script_name), result.message,
                             line.settings.switch_interval};
  if (line.table) std::fputs(table_of(*session.recorder(), origin).c_str(), stderr);
  if (!line.trace.empty() && write_trace(line.trace, *session.recorder(), origin) != 0) return 1;
  return terminal.broken() ? 1 : result.exit_code;
}

/// A trace that was saved: its table, or the other form of it.
int show_trace(const CommandLine& line, const std::string& text) {
  trace::SavedTrace saved;
  if (text.starts_with("interleave-trace ")) {
    trace::ParsedTrace parsed = trace::parse_text(text);
    saved.error = std::move(parsed.error);
    saved.recorder = std::move(parsed.recorder);
    if (saved.recorder != nullptr) {
      saved.origin.switch_interval = saved.recorder->info().switch_interval;
    }
  } else {
    saved = trace::read_saved(text);
  }
  if (saved.recorder == nullptr) {
    std::fprintf(stderr, "interleave: %s: %s\n", line.file.c_str(), saved.error.c_str());
    return 1;
  }
  if (line.table || line.trace.empty()) write_all(1, table_of(*saved.recorder, saved.origin));
  return line.trace.empty() ? 0 : write_trace(line.trace, *saved.recorder, saved.origin);
}

int disassemble_program(const CommandLine& line, const std::string& source) {
  const lang::CompileResult compiled = lang::compile_source(source, line.settings.script_name);
  if (compiled.error) {
    write_all(2, lang::format_diagnostic(*compiled.error, line.settings.script_name, source));
    return 1;
  }
  return write_all(1, lang::disassemble(*compiled.code)) ? 0 : 1;
}

// --- Reading the command line
// ---------------------------------------------------------------------------------

/// An option's value: `--gil off` or `--gil=off`.
bool option(std::string_view name, int argc, char** argv, int* at, std::string* value) {
  const std::string_view given = argv[*at];
  if (given.starts_with(std::string(name) + "=")) {
    *value = given.substr(name.size() + 1);
    return true;
  }
  if (given != name || *at + 1 >= argc) return false;
  *value = argv[++*at];
  return true;
}

bool read_interval(const std::string& text, Tick* interval) {
  char* end = nullptr;
  const double seconds = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !(seconds > 0) || !(seconds < 1e6)) return false;
  *interval = static_cast<Tick>(std::ceil(seconds * 1e9));
  return true;
}

bool read_seed(const std::string& text, std::uint64_t* seed) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *seed);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_number(const std::string& text, int least, int most, int* number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size() && *number >= least &&
         *number <= most;
}

/// One argument from `at` on; empty, or what is wrong with it.
std::string read_argument(int argc, char** argv, int* at, CommandLine* line) {
  const std::string given = argv[*at];
  std::string value;
  if (option("--gil", argc, argv, at, &value)) {
    return trace::from_word(value, line->settings.gil) ? "" : "--gil is 3.10, 3.9 or off";
  }
  if (option("--switch-interval", argc, argv, at, &value)) {
    return read_interval(value, &line->settings.switch_interval)
               ? ""
               : "--switch-interval is a number of seconds above 0";
  }
  if (option("--trace", argc, argv, at, &line->trace)) {
    const bool known = line->trace.ends_with(".txt") || line->trace.ends_with(".json");
    return known ? "" : "--trace wants a file name that ends in .txt or .json";
  }
  if (option("--cores", argc, argv, at, &value)) {
    line->only_simulated = given;
    return read_number(value, 1, limits::kSimulatedCores, &line->settings.cores)
               ? ""
               : "--cores is a number from 1 to " + std::to_string(limits::kSimulatedCores);
  }
  if (option("--seed", argc, argv, at, &value)) {
    line->only_simulated = given;
    return read_seed(value, &line->settings.seed) ? "" : "--seed is a number from 0 to 2**64-1";
  }
  if (option("--policy", argc, argv, at, &value)) {
    line->only_simulated = given;
    return trace::from_word(value, line->settings.policy) ? "" : "--policy is fair or random";
  }
  if (given == "--stats") {
    line->stats = true;
  } else if (given == "--table") {
    line->table = true;
  } else if (given == "--sim") {
    line->settings.mode = trace::RunMode::Simulated;
  } else if (given.size() > 1 && given[0] == '-') {
    return "unknown option or missing value: " + given;
  } else if (line->file.empty()) {
    line->file = given;
  } else {
    return "only one FILE: " + given;
  }
  return "";
}

int main_of(int argc, char** argv) {
  CommandLine line;
  if (argc >= 2) line.command = argv[1];
  if (line.command == "--version") {
    std::printf("interleave %s\n", INTERLEAVE_VERSION);
    return 0;
  }
  if (line.command == "--help" || line.command == "-h") {
    std::fputs(kUsage, stdout);
    return 0;
  }
  if (line.command != "run" && line.command != "show" && line.command != "dis") {
    return wrong_usage(line.command.empty() ? "no command given"
                                            : "unknown command: " + line.command);
  }
  for (int at = 2; at < argc; ++at) {
    const std::string_view given = argv[at];
    if (line.command == "show" && given.starts_with("--") && !given.starts_with("--trace") &&
        given != "--table") {
      return wrong_usage("show knows no " + std::string(given));
    }
    const std::string problem = read_argument(argc, argv, &at, &line);
    if (!problem.empty()) return wrong_usage(problem);
  }
  if (line.file.empty()) return wrong_usage("no FILE given");
  if (!line.only_simulated.empty() && line.settings.mode != trace::RunMode::Simulated) {
    return wrong_usage(line.only_simulated + " goes with --sim");
  }
  std::string source;
  if (!read_file(line.file, &source)) {
    std::fprintf(stderr, "interleave: can't open file '%s': [Errno %d] %s\n", line.file.c_str(),
                 errno, std::strerror(errno));
    return kWrongUsage;
  }
  line.settings.script_name = line.file == "-" ? "<stdin>" : line.file;
  line.settings.record = line.stats || line.table || !line.trace.empty();
  if (line.command == "run") return run_program(line, source);
  return line.command == "show" ? show_trace(line, source) : disassemble_program(line, source);
}

}  // namespace
}  // namespace interleave

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  return interleave::main_of(argc, argv);
}
