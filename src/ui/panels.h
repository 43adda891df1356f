// The panels of the canvas, a file each, and what they all get.
//
// Not widgets for general use. Page's own thread, between ImGui's NewFrame and Render.
#pragma once

#include "timeline/lod.h"
#include "ui/painter.h"
#include "ui/theme.h"
#include "ui/ui_state.h"

namespace interleave::ui {

/// Where the panels are. An empty box: there is no room for that one.
struct Layout {
  Box canvas, toolbar, minimap, axis, lanes, legend, verdict, table, status;
  float tracks_x0 = 0, tracks_x1 = 0;  // of the time axis
  float row = 34, bar = 22;            // pitch of the lanes, height of their spans
  float heading = 26;                  // height of the headings of two runs
  bool narrow = false;
  /// Where everything below the axis does not fit: it scrolls as one within this box. Else empty.
  Box scrolled;
  float scrolled_height = 0;  // of what is in it
};

struct Frame {
  const Snapshot& in;
  UiState& ui;
  Worked& work;
  Actions& out;
  const Theme& theme;
  const Fonts& fonts;
  Painter& paint;
  ImDrawList& list;
  Layout at;
  FrameCounts counts;

  /// x of a moment on the canvas.
  float x(Tick t) const {
    return at.tracks_x0 + static_cast<float>(ui.scale.x(static_cast<double>(t)));
  }
  /// The moment the left column and the gutter speak of: the playhead, or the end of what is known.
  Tick moment() const;
  bool live() const { return in.state != session::State::Idle; }
  const timeline::RowList& rows() const { return work.rows; }
  /// The present run (0) or the kept one (1).
  const timeline::Model& model(std::uint8_t run) const { return run == 0 ? *in.model : *in.kept; }
  /// The end of what is shown: of the longer one of two runs.
  Tick end() const { return shown_end(in); }
  static Tick shown_end(const Snapshot& in);
  /// Top of a row on the canvas.
  float row_top(std::uint32_t row) const;
  /// Where the rows that are not pinned begin.
  float scrolled_top() const;
  /// The row is on the screen, at least in part.
  bool in_sight(std::uint32_t row) const;
  /// A place that can be pressed, by its name.
  void spot(const char* name, const Box& box) {
    work.spots.push_back({name, box.x0, box.y0, box.x1, box.y1});
  }
  /// Nobody else has the pointer (a popup, another panel's drag).
  bool hovering(const Box& box) const;
};

// --- The panels, from top to bottom ---
void draw_toolbar(Frame& f);
void draw_minimap(Frame& f);
void draw_axis(Frame& f);
void draw_lanes(Frame& f);
void draw_arrows(Frame& f);
void draw_playhead(Frame& f);
void draw_legend(Frame& f);
void draw_verdict(Frame& f);
void draw_table(Frame& f);
void draw_status(Frame& f);
void draw_follow_button(Frame& f);
void draw_tooltip(Frame& f);
void draw_find(Frame& f);
void draw_view_buttons(Frame& f);
void draw_comparison(Frame& f);
void draw_calls(Frame& f, std::uint32_t row);

// --- What they need of each other ---
/// Height of the toolbar at this width; it wraps.
float toolbar_height(const Fonts& fonts, float width, const Snapshot& in);
float legend_height(const Fonts& fonts, float width, const Snapshot& in);
float verdict_height(const Fonts& fonts, float width, const Snapshot& in, const UiState& ui,
                     const Worked& work, bool narrow);
/// What the verdict's panel says.
struct VerdictWords {
  std::string headline, detail;
  bool trouble = false;
};
VerdictWords verdict_words(const Snapshot& in, const UiState& ui, const Worked& work);
/// Sums of the run, or of the range that is chosen.
const timeline::RangeTotals& shown_totals(const Snapshot& in, const UiState& ui, Worked& work);
float table_height(const Snapshot& in, const UiState& ui);
/// The rows of the picture, and what else is worked out once for a run.
void work_out(const Snapshot& in, UiState& ui, Worked& work);
/// How many levels of calls each row has at this view; none where they are not asked for.
void place_calls(const Snapshot& in, const UiState& ui, Worked& work);
/// Asks for the calls of what is in sight, once the view is at rest.
/// Of a run that is over: exactly when it was simulated, else sampled.
bool has_calls(const Snapshot& in);
void ask_for_calls(Frame& f);
/// The call under a point of a row; UiState::kNoHold: none.
std::uint32_t call_under(const Frame& f, std::uint32_t row, float x, float y);
/// Two runs are shown.
bool comparing(const Snapshot& in);
/// Keys, wheel, drag and touch on the lanes.
void take_input(Frame& f);
/// A simulated run that is over can be gone through step by step.
bool can_be_played(const Snapshot& in);
/// The playhead moves on by itself, if that is wanted.
void play(Frame& f);
void toggle_play(Frame& f);
/// To the next or previous border of a span: in the selected lane, or in any.
void step_event(Frame& f, bool forward);
/// Asks for the next (1) or previous (-1) line of a thread.
void step_line(Frame& f, int way);
/// Lanes in the order shown; those of threads that never ran are there too.
std::uint32_t lane_count(const Snapshot& in);
/// The first lane that is shown: a simulated run has nothing to do with the page's own thread.
timeline::LaneIndex first_lane(const timeline::Model& model);
/// The items of a lane at this scale, into f.ui.items.
void fold_for_picture(Frame& f, const timeline::Model& model, timeline::LaneIndex lane,
                      const timeline::Scale& scale);
/// Scrolls a row into sight.
void reveal_row(Frame& f, std::uint32_t row);
/// Brings a moment into view, if it is not.
void reveal(Frame& f, Tick t);
/// The parts of a row's name that can be pressed.
Box pin_box(const Frame& f, std::uint32_t row);
Box fold_box(const Frame& f, std::uint32_t row);
/// To the next or previous match of the search.
void step_match(Frame& f, bool forward);
void open_find(Frame& f);
/// Selects a span, moves the playhead to its beginning and tells the page its line.
void select_span(Frame& f, timeline::SpanRef ref);
/// "Thread-1" for "Thread-1 (crunch)": the function is said elsewhere.
std::string short_name(const timeline::Model& model, ThreadId thread);
/// The name of a state as the legend has it.
std::string_view state_label(timeline::ThreadState state, bool narrow);
/// Hides or shows the n-th state of the legend.
void toggle_state(Frame& f, std::size_t n);
/// Keeps the run to be compared, or ends that; nothing where the toolbar has no button for it.
void toggle_keep(Frame& f);
/// What to write on a span that has room for it: longest first, empty when there is nothing to say.
std::string span_label(const timeline::Model& model, timeline::SpanRef ref, bool brief);

}  // namespace interleave::ui
