// What the canvas shows (Snapshot), what the person at it has chosen (UiState), what they ask for
// (Actions).
//
// Not a model and not a session: the app fills the Snapshot before a frame and carries the Actions
// out after it. Plain values of the page's own thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/session.h"
#include "timeline/lod.h"
#include "timeline/model.h"
#include "timeline/scale.h"
#include "timeline/verdict.h"

namespace interleave::ui {

/// The settings the toolbar changes.
struct RunSettings {
  trace::RunMode mode = trace::RunMode::Live;
  trace::GilSetting gil = trace::GilSetting::V310;
  double switch_interval = 0.005;  // seconds
  int cores = 2;                   // these three: of simulated runs
  std::uint64_t seed = 1;
  trace::Policy policy = trace::Policy::Fair;
  friend bool operator==(const RunSettings&, const RunSettings&) = default;
};

/// Everything a frame shows; read only.
struct Snapshot {
  const timeline::Model* model = nullptr;  // of the present or last run; null before the first
  session::State state = session::State::Idle;
  RunSettings settings;
  std::span<const std::string_view> source;  // lines of the program that ran
  timeline::Verdict verdict;                 // empty while running
  std::string message;                       // of the Result, where the status needs one
  std::vector<timeline::WaitEdge> deadlock;  // empty: none
  std::uint32_t caret_line = 0;              // in the editor; 0: none
  bool dark = true;
  bool high_contrast = false;
  bool compact = false;
  bool readonly = false;
  bool threads = true;  // real ones can be had here
  bool opened = false;  // a saved trace, not a run of this page's
};

/// What lasts from frame to frame.
struct UiState {
  timeline::Scale scale;
  bool follow = true;     // the tail of a live run
  bool untouched = true;  // nobody moved the view: a finished run is shown whole
  timeline::StateMask filter = timeline::kAllStates;
  timeline::SpanRef selected;
  timeline::SpanRef hovered;
  std::uint32_t hovered_count = 1;  // spans in the block under the pointer
  timeline::ThreadState hovered_state = timeline::ThreadState::NotStarted;
  timeline::LaneIndex hovered_lane = timeline::kNoLane;
  std::optional<Tick> playhead;
  std::optional<Tick> range_begin, range_end;  // chosen for the verdict and the table
  float lanes_scroll = 0;                      // CSS pixels
  float page_scroll = 0;                       // where everything below the axis scrolls as one
  float table_scroll = 0;
  trace::GilSetting last_gil = trace::GilSetting::V310;  // what switching the GIL on brings back
  char interval_text[16] = "";
  bool interval_bad = false;
  char seed_text[24] = "";
  bool playing = false;      // the playhead moves by itself, through a run that is over
  double play_speed = 0.01;  // of the run's time to the person's
  std::vector<timeline::DrawItem> items;  // memory used again from lane to lane
};

/// What the person asked for in this frame.
struct Actions {
  bool run = false;
  bool stop = false;
  std::optional<RunSettings> settings;
  std::optional<std::uint32_t> select_line;
  bool playhead_moved = false;
  int step_line = 0;  // to the next (1) or previous (-1) line of `step_thread`
  ThreadId step_thread = kNoThread;
  bool again = false;  // the picture is not at rest: one more frame, please
};

/// What a frame cost.
struct FrameCounts {
  std::uint64_t spans_drawn = 0;
};

}  // namespace interleave::ui
