// What a program writes, kept for the page until it is taken, and for the Result.
//
// Bounded: beyond limits::kOutputBytes text is counted and thrown away, so that a program which
// prints for ever costs neither memory nor the page's time. write() is called from any thread that
// runs Python code, take() from the page's own thread, which it never makes wait.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/mutex.h"
#include "exec/executor.h"
#include "session/input.h"

namespace interleave::session {

struct OutputPiece {
  bool error = false;  // stderr
  std::string text;    // UTF-8
};

/// How addresses are asked for, where they can be; set before the first run.
using FetchFn = vm::Fetched (*)(std::string_view method, std::string_view url,
                                std::string_view body);
inline FetchFn g_fetch = nullptr;

class Output final : public exec::OutputSink {
 public:
  /// `echo` also gets everything as it is written, without a bound, and reads input; may be null.
  explicit Output(exec::OutputSink* echo) : echo_(echo) {}
  void write(bool error, std::string_view utf8) override;
  bool read_line(std::string* utf8) override {
    return echo_ != nullptr ? echo_->read_line(utf8) : input_.read(utf8);
  }
  vm::Fetched fetch(std::string_view method, std::string_view url, std::string_view body) override {
    return g_fetch == nullptr ? vm::Fetched{} : g_fetch(method, url, body);
  }
  bool line_ready() override { return echo_ != nullptr || input_.ready(); }
  void end_input() override;
  /// What the page hands in, when there is no echo.
  Input& input() { return input_; }
  /// Appends what is new. False: a writer is at it at this very moment; try again with the next
  /// frame.
  bool take(std::vector<OutputPiece>& pieces);
  /// The run is over: says how much is missing, if anything is.
  void finish();
  std::string text(bool error) const;
  /// Bytes thrown away.
  std::uint64_t missing() const;

 private:
  void keep(bool error, std::string_view utf8) IL_REQUIRES(mutex_);

  exec::OutputSink* const echo_;
  Input input_;
  mutable Mutex mutex_;
  std::vector<OutputPiece> fresh_ IL_GUARDED_BY(mutex_);
  std::string kept_[2] IL_GUARDED_BY(mutex_);
  std::uint64_t missing_ IL_GUARDED_BY(mutex_) = 0;
};

}  // namespace interleave::session
