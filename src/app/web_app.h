// The program on the page: settings, the run, its model, and what the page is told about them.
//
// Not the ABI (web_main.cpp) and not the picture (ui/). Page's own thread; nothing here waits.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/web_window.h"
#include "session/replay.h"
#include "session/session.h"
#include "timeline/model.h"
#include "trace/page_tasks.h"
#include "trace/saved_form.h"
#include "ui/canvas.h"

namespace interleave::app {

class App {
 public:
  App() : canvas_(window_.renderer()) {}

  /// "" or why there is no picture.
  std::string open();
  Window& window() { return window_; }

  // --- The page's functions; see web_main.cpp ---
  std::string set_scenario(std::string_view json);
  std::string scenario() const;
  bool run();
  void stop();
  /// Has the library compiled and a few workers ready before the first run needs them.
  void warm_up();
  /// Whether that is done and workers are idle: a page which MainThread is on can make none.
  bool has_workers_for_page() const;
  /// The browser's word that the page's own thread was busy for `duration` ms, beginning `ago` ms
  /// before now.
  void note_long_task(double ago, double duration);
  session::State state() const { return session_.state(); }
  void poll();
  /// A line for a thread that waits in input(); false: nobody takes it.
  bool give_line(std::string_view line);
  std::string result() const;
  /// Hands the last run's trace, or the one that was opened, to the page piece by piece.
  void trace(std::string_view form) const;
  /// A saved trace in the place of the last run's. {"error":…}, and nothing changed, or what it is:
  /// {"scenario":…,"summary":…}.
  std::string open_trace(std::string_view file);
  /// The same as plain text; "" when there is none.
  std::string table() const;
  /// One line above a picture of it: title and settings; "" when there is no run.
  std::string caption() const;
  /// Draws a frame now, so that its pixels can be read.
  void draw_now();
  std::string frame_stats();
  /// Takes them away from frame_stats().
  std::string costs();
  void set_view(std::string_view json);
  void caret(std::uint32_t line);
  /// What the picture shows, as JSON.
  std::string picture();

 private:
  bool draw(const gfx::Surface& surface);
  void show_run(std::shared_ptr<trace::Recorder> recorder, trace::Origin origin);
  std::string summary() const;
  void carry_out(const ui::Actions& actions);
  session::Settings session_settings() const;
  session::Replay& replay();
  void look_into_run(const ui::Actions& actions);
  bool go_on_looking();
  void tell_moment();
  void deliver_output();
  bool read_model();
  void finish();
  void keep_run();
  void show_kept();
  void tell_lines();
  void tell_span();
  void tell_state(session::State state);
  void record_page_tasks();
  Tick page_clock() const;
  Tick run_clock() const;

  Window window_;
  ui::Canvas canvas_;
  session::Session session_;
  session::Session warm_up_;
  std::shared_ptr<trace::Recorder> recorder_;  // before the model, which reads it
  std::unique_ptr<timeline::Model> model_;
  std::unique_ptr<session::Replay> replay_;  // while the playhead stands in a simulated run
  session::Settings ran_;                    // what the present or last run was started with
  std::optional<timeline::Calls> calls_;     // of the present simulated run, in some window
  bool collecting_ = false;                  // the replay is on its way through that window
  bool stepped_ = false;                     // the playhead follows the replay, not the other way
  /// A run that was kept to be compared with the next: its model, without its events.
  struct Kept {
    std::unique_ptr<timeline::Model> model;
    std::string code;
    std::vector<std::string_view> lines;
  };
  std::optional<Kept> kept_;
  bool warmed_up_ = false;
  bool keep_ = false;  // the present run is to be kept when the next one begins
  ui::Snapshot view_;
  std::string code_;      // as it stands in the editor
  std::string title_;     // of the scenario
  trace::Origin origin_;  // of the run that is shown: program and title as they were
  std::vector<std::string_view> lines_;
  session::State told_ = session::State::Idle;
  timeline::SpanRef span_told_;
  bool input_told_ = false;  // the page knows that a thread waits for a line
  bool simulated_ = false;   // the present or last run
  bool reading_ = false;     // the run is over, its events are not all read yet
  Tick run_began_ = 0;       // on the page's clock: at the latest then
  trace::PageTasks page_tasks_;
  std::uint32_t frames_ = 0;
  std::uint64_t spans_drawn_ = 0;
  double lines_told_ = 0;  // ms
};

/// Hands an event to the page.
void notify(const char* event, const std::string& json);

}  // namespace interleave::app
