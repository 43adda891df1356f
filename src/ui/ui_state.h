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
#include <utility>
#include <vector>

#include "session/session.h"
#include "timeline/calls.h"
#include "timeline/compare.h"
#include "timeline/lod.h"
#include "timeline/model.h"
#include "timeline/rows.h"
#include "timeline/scale.h"
#include "timeline/search.h"
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
  bool main_on_page = false;  // of live runs
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
  /// The run that was kept to be compared; null: none, and `comparison` is empty.
  const timeline::Model* kept = nullptr;
  std::span<const std::string_view> kept_source;
  timeline::Comparison comparison;
  const timeline::Calls* calls = nullptr;  // of a simulated run, where they were asked for
  bool keeping = false;                    // the present run will be kept when the next one begins
  std::uint32_t caret_line = 0;            // in the editor; 0: none
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
  timeline::SpanRef selected;            // of the present run
  timeline::RowId hovered_row;           // under the pointer, its name included
  timeline::SpanRef hovered;             // in it, if it is a lane's
  std::uint32_t hovered_hold = kNoHold;  // in it, if it is a lock's
  std::uint32_t hovered_count = 1;       // spans in the block under the pointer
  timeline::ThreadState hovered_state = timeline::ThreadState::NotStarted;
  ObjectId lit = 0;  // whose holders and waiters are lit
  std::uint8_t lit_run = 0;
  std::pair<std::uint32_t, std::uint32_t> light_lines{0, 0};  // as told to the page
  std::optional<Tick> playhead;
  std::optional<Tick> range_begin, range_end;  // chosen for the verdict and the table
  std::optional<Tick> range_anchor;            // being chosen by a drag on the axis
  timeline::RowChoice choice;
  bool show_locks = false;
  bool show_calls = false;
  std::uint32_t hovered_call = kNoHold;  // index into Calls::spans
  timeline::Scale last_scale;            // of the last frame: calls are looked for at rest
  timeline::Search search;
  std::int64_t match = -1;    // the one that was gone to last
  bool finding = false;       // the field is open
  bool find_focus = false;    // … and wants the keyboard
  int find_waits = 0;         // … and may get it within so many frames: what is typed is for it
  std::u32string find_typed;  // … this
  bool find_active = false;   // it had the keyboard in the last frame
  char find_text[64] = "";
  float lanes_scroll = 0;  // CSS pixels
  float page_scroll = 0;   // where everything below the axis scrolls as one
  float table_scroll = 0;
  trace::GilSetting last_gil = trace::GilSetting::V310;  // what switching the GIL on brings back
  char interval_text[16] = "";
  bool interval_bad = false;
  char seed_text[24] = "";
  bool playing = false;      // the playhead moves by itself, through a run that is over
  double play_speed = 0.01;  // of the run's time to the person's
  std::vector<timeline::DrawItem> items;  // memory used again from lane to lane
  static constexpr std::uint32_t kNoHold = 0xFFFFFFFFu;
};

/// What is worked out once and kept until run or choice change.
struct Worked {
  struct OfRun {
    const timeline::Model* model = nullptr;
    std::uint64_t version = 0;
    std::vector<timeline::ThreadGroup> groups;
    std::vector<ObjectId> locks;
  };
  OfRun runs[2];
  timeline::RowList rows;
  struct OfRange {
    const timeline::Model* model = nullptr;
    std::uint64_t version = 0;
    Tick begin = 0, end = 0;
    bool live = false;
  };
  OfRange totals_of, verdict_of;
  timeline::RangeTotals totals;
  timeline::Verdict verdict;  // of the range
  /// A collapsed group, folded into a few bands.
  struct Bands {
    const timeline::Model* model = nullptr;
    std::uint64_t version = 0;
    timeline::Scale scale;
    timeline::StateMask filter = 0;
    std::uint32_t group = 0;
    std::vector<std::vector<timeline::DrawItem>> bands;
  };
  std::vector<Bands> bands;
  Bands minimap;  // a lane each
  /// Where the lit object's holders are, in pixels of the tracks.
  struct Held {
    ThreadId thread = kNoThread;
    float x0 = 0, x1 = 0;
  };
  std::vector<Held> held;
  /// What can be pressed, and where it was in the last frame: for tests and for help.
  struct Spot {
    const char* name;
    float x0, y0, x1, y1;
  };
  std::vector<Spot> spots;
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
  bool again = false;          // the picture is not at rest: one more frame, please
  bool keep = false;           // keep this run, or no more
  bool close_compare = false;  // forget the kept run
  std::optional<std::pair<Tick, Tick>> want_calls;  // of this window
  /// Lines of the span under the pointer, first and last; 0: none.
  std::optional<std::pair<std::uint32_t, std::uint32_t>> light_lines;
};

/// What a frame cost.
struct FrameCounts {
  std::uint64_t spans_drawn = 0;
};

}  // namespace interleave::ui
