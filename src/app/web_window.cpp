#include "app/web_window.h"

#include <SDL.h>
#include <emscripten.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

#include "app/web_font.h"
#include "imgui.h"
#include "imgui_impl_sdl2.h"
#include "imgui_internal.h"

namespace interleave::app {
namespace {

constexpr const char* kCanvas = "#canvas";
/// Frames after an input: ImGui settles hovering and popups one frame late.
constexpr int kFramesPerInput = 2;
constexpr std::size_t kFrameCostsKept = 4096;

// clang-format off
/// The canvas takes the keyboard when it is pressed; SDL keeps the browser from doing it.
EM_JS(void, il_focus_on_press, (), {
  const canvas = Module["canvas"] || document.getElementById("canvas");
  canvas.addEventListener("pointerdown", () => canvas.focus({ preventScroll: true }));
});
// clang-format on

/// Keys that belong to the browser and the page, never to the canvas.
bool is_foreign_key(const SDL_Event& event) {
  if (event.type != SDL_KEYDOWN && event.type != SDL_KEYUP) return false;
  const SDL_Keysym& key = event.key.keysym;
  if (key.scancode == SDL_SCANCODE_TAB) return true;
  if (key.scancode >= SDL_SCANCODE_F1 && key.scancode <= SDL_SCANCODE_F12) return true;
  // Ctrl+F (or Cmd+F) finds in the picture while that has the keyboard.
  if (key.scancode == SDL_SCANCODE_F && (key.mod & KMOD_ALT) == 0) return false;
  return event.type == SDL_KEYDOWN && (key.mod & (KMOD_CTRL | KMOD_ALT | KMOD_GUI)) != 0 &&
         key.scancode < SDL_SCANCODE_LCTRL && !ImGui::GetIO().WantTextInput;
}

}  // namespace

std::string Window::open(Draw draw, Pinch pinch) {
  draw_ = std::move(draw);
  pinch_ = std::move(pinch);
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, kCanvas);
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
  SDL_SetMainReady();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return std::string("SDL: ") + SDL_GetError();
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
  SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
  SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
  window_ =
      SDL_CreateWindow("Interleave", 0, 0, 16, 16, SDL_WINDOW_OPENGL | SDL_WINDOW_ALLOW_HIGHDPI);
  if (window_ == nullptr) return std::string("SDL: ") + SDL_GetError();
  SDL_GLContext context = SDL_GL_CreateContext(window_);
  if (context == nullptr) return "this browser offers no WebGL 2";
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigInputTextCursorBlink = false;     // it would need frames for ever
  io.ConfigInputTextEnterKeepActive = true;  // from match to match, and typing goes on
  fonts_ = add_page_fonts();
  ImGui_ImplSDL2_InitForOpenGL(window_, context);
  const std::string problem = begin_graphics();
  if (!problem.empty()) return problem;
  SDL_SetEventFilter(filter_event, this);
  SDL_AddEventWatch(on_event, this);
  emscripten_set_webglcontextlost_callback(kCanvas, this, false, on_lost);
  emscripten_set_webglcontextrestored_callback(kCanvas, this, false, on_restored);
  il_focus_on_press();
  open_ = true;
  return {};
}

std::string Window::begin_graphics() {
  const std::string problem = lists_.create();
  return problem.empty() ? renderer_.create() : problem;
}

void Window::resize(float width, float height, float scale) {
  if (!open_ || width < 1 || height < 1 || scale <= 0) return;
  if (width == surface_.width && height == surface_.height && scale == surface_.scale) return;
  surface_ = {width, height, scale};
  // SDL needs the size to turn pointer positions into ours.
  SDL_SetWindowSize(window_, static_cast<int>(std::lround(width)),
                    static_cast<int>(std::lround(height)));
  emscripten_set_canvas_element_size(kCanvas, static_cast<int>(std::lround(width * scale)),
                                     static_cast<int>(std::lround(height * scale)));
  frame();
  request(1);
}

int Window::filter_event(void*, SDL_Event* event) { return is_foreign_key(*event) ? 0 : 1; }

int Window::on_event(void* self, SDL_Event* event) {
  // SDL's own mark in the queue, put there by every look into it.
  if (event->type != SDL_POLLSENTINEL) static_cast<Window*>(self)->request(kFramesPerInput);
  return 0;
}

void Window::request(int frames) {
  wanted_ = std::max(wanted_, frames);
  schedule();
}

void Window::schedule() {
  if (!open_ || lost_ || scheduled_ || wanted_ <= 0) return;
  scheduled_ = true;
  const double pause = last_frame_ + least_pause_ - emscripten_get_now();
  if (pause > 1) {
    emscripten_async_call(on_pause_over, this, static_cast<int>(pause));
  } else {
    emscripten_request_animation_frame(on_frame, this);
  }
}

void Window::on_pause_over(void* self) { emscripten_request_animation_frame(on_frame, self); }

bool Window::on_frame(double, void* self) {
  auto& window = *static_cast<Window*>(self);
  window.scheduled_ = false;
  if (window.lost_) return false;
  --window.wanted_;
  window.frame();
  window.schedule();
  return false;
}

void Window::draw_now() {
  if (open_ && !lost_) frame();
}

void Window::take_events() {
  SDL_Event event;
  while (SDL_PollEvent(&event) != 0) {
    if (!take_touch(event)) ImGui_ImplSDL2_ProcessEvent(&event);
  }
}

/// The first finger was a mouse until now: it lets go without having clicked.
void Window::begin_pinch() {
  pinching_ = true;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
}

/// Two fingers zoom and pan; the first alone is a mouse, by SDL. True: that is all there is to do.
bool Window::take_touch(const SDL_Event& event) {
  const bool finger =
      event.type == SDL_FINGERDOWN || event.type == SDL_FINGERUP || event.type == SDL_FINGERMOTION;
  if (!finger) {
    const bool mouse = (event.type == SDL_MOUSEMOTION && event.motion.which == SDL_TOUCH_MOUSEID) ||
                       ((event.type == SDL_MOUSEBUTTONDOWN || event.type == SDL_MOUSEBUTTONUP) &&
                        event.button.which == SDL_TOUCH_MOUSEID);
    return mouse && pinching_;
  }
  const SDL_TouchFingerEvent& touch = event.tfinger;
  const Finger now{touch.fingerId, touch.x * surface_.width, touch.y * surface_.height};
  const auto same = [&](const Finger& f) { return f.id == now.id; };
  const auto found = std::find_if(fingers_.begin(), fingers_.end(), same);
  if (event.type == SDL_FINGERUP) {
    if (found != fingers_.end()) fingers_.erase(found);
    if (fingers_.empty()) pinching_ = false;
    return true;
  }
  if (found == fingers_.end()) {
    fingers_.push_back(now);
    if (fingers_.size() == 2) begin_pinch();
    return true;
  }
  if (fingers_.size() == 2) {
    const auto apart = [&] {
      return std::max(8.0f,
                      std::hypot(fingers_[0].x - fingers_[1].x, fingers_[0].y - fingers_[1].y));
    };
    const auto middle = [&] { return (fingers_[0].x + fingers_[1].x) / 2; };
    const float before = apart();
    const float from = middle();
    *found = now;
    pinch_(from, apart() / before, middle() - from);
  }
  *found = now;
  return true;
}

void Window::frame() {
  const double begin = emscripten_get_now();
  last_frame_ = begin;
  take_events();
  ImGui_ImplSDL2_NewFrame();
  const bool input = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(surface_.width, surface_.height);
  io.DisplayFramebufferScale = ImVec2(surface_.scale, surface_.scale);
  ImGui::NewFrame();
  model_ms_ = 0;
  const bool more = draw_(surface_);
  ImGui::Render();
  const double built = emscripten_get_now();
  lists_.draw(*ImGui::GetDrawData(), surface_, background_);
  if (frame_costs_.size() < kFrameCostsKept) {
    frame_costs_.push_back({model_ms_, built - begin - model_ms_, emscripten_get_now() - built});
  }
  // A press and a release in one go are given to ImGui in two frames, and a list that the second
  // opens is seen in the one after.
  if (more || input) wanted_ = std::max(wanted_, input ? kFramesPerInput : 1);
}

std::vector<FrameCost> Window::take_frame_costs() { return std::exchange(frame_costs_, {}); }

void Window::fonts_changed() {
  if (!open_) return;
  forget_glyphs(fonts_);
  request(1);
}

bool Window::on_lost(int, const void*, void* self) {
  static_cast<Window*>(self)->lost_ = true;
  return true;  // we take care of it: the browser may restore it
}

bool Window::on_restored(int, const void*, void* self) {
  auto& window = *static_cast<Window*>(self);
  window.lists_.forget();
  window.renderer_.forget();
  window.lost_ = false;
  window.scheduled_ = false;
  if (window.begin_graphics().empty()) window.request(2);
  return true;
}

}  // namespace interleave::app
