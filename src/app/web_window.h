// The canvas element as a window: SDL, the WebGL 2 context, Dear ImGui's backends, and frames on
// demand.
//
// Not a main loop: a frame is drawn when one was asked for, and an idle page draws none. What is in
// a frame is the callback's business. Page's own thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/web_lists.h"
#include "gfx/rect_renderer.h"
#include "ui/theme.h"

struct SDL_Window;
union SDL_Event;

namespace interleave::app {

/// Milliseconds of this thread that a frame took: reading the trace and answering the page,
/// building the picture, handing it to the card (whose own work they do not hold).
struct FrameCost {
  double model = 0, ui = 0, gl = 0;
  double sum() const { return model + ui + gl; }
};

class Window {
 public:
  /// Draws one frame between ImGui's NewFrame and Render. True: the picture is not at rest, one
  /// more.
  using Draw = std::function<bool(const gfx::Surface&)>;
  using Pinch = std::function<void(float x, float factor, float dx)>;

  /// "" or why there is no picture.
  std::string open(Draw draw, Pinch pinch);
  /// CSS pixels and device pixels per CSS pixel. Draws at once if the size changed, so that nothing
  /// flickers.
  void resize(float width, float height, float scale);
  void set_background(gfx::Color color) { background_ = color; }
  /// While a program runs the cores are its own: at least `ms` between frames.
  void set_least_pause(double ms) { least_pause_ = ms; }
  /// Asks for so many frames, one after the other.
  void request(int frames = 1);
  /// A frame at once, outside of the browser's own: for reading its pixels.
  void draw_now();
  gfx::RectRenderer& renderer() { return renderer_; }
  const ui::Fonts& fonts() const { return fonts_; }
  void fonts_changed();

  /// Of the frame being drawn, this much was the model's.
  void note_model(double ms) { model_ms_ = ms; }
  /// The frames since the last call.
  std::vector<FrameCost> take_frame_costs();

 private:
  static int on_event(void* self, SDL_Event* event);
  static int filter_event(void* self, SDL_Event* event);
  static bool on_frame(double time, void* self);
  static void on_pause_over(void* self);
  static bool on_lost(int kind, const void* reserved, void* self);
  static bool on_restored(int kind, const void* reserved, void* self);
  std::string begin_graphics();
  void schedule();
  void frame();
  void take_events();
  bool take_touch(const SDL_Event& event);
  void begin_pinch();

  Draw draw_;
  Pinch pinch_;
  SDL_Window* window_ = nullptr;
  gfx::RectRenderer renderer_;
  ListRenderer lists_;
  ui::Fonts fonts_;
  gfx::Surface surface_;
  gfx::Color background_ = 0xFF000000u;
  bool open_ = false;
  bool lost_ = false;
  bool scheduled_ = false;
  int wanted_ = 0;
  double least_pause_ = 0;
  double last_frame_ = 0;
  double model_ms_ = 0;
  std::vector<FrameCost> frame_costs_;
  struct Finger {
    std::int64_t id;
    float x, y;
  };
  std::vector<Finger> fingers_;
  bool pinching_ = false;  // two fingers were down and not all are up again: none is a mouse
};

}  // namespace interleave::app
