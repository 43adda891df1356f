#include "app/web_app.h"

#include <emscripten.h>

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/json.h"
#include "base/limits.h"
#include "timeline/explain.h"
#include "timeline/format.h"
#include "timeline/sampled_calls.h"
#include "timeline/text_table.h"
#include "timeline/verdict.h"
#include "trace/chrome_form.h"
#include "trace/json_text.h"
#include "trace/text_form.h"

namespace interleave::app {
namespace {

// clang-format off
/// A part of what the page has asked for.
EM_JS(void, il_piece, (const char* bytes, int size), {
  Module["onPiece"](HEAPU8.slice(bytes, bytes + size));
});
EM_JS(void, il_notify, (const char* event, const char* json), {
  const f = Module["onNotify"];
  if (f) f(UTF8ToString(event), UTF8ToString(json));
});
// clang-format on

constexpr trace::ThreadState kStates[] = {
    trace::ThreadState::Running,    trace::ThreadState::WaitingGil, trace::ThreadState::Blocked,
    trace::ThreadState::SleepingIo, trace::ThreadState::Native,     trace::ThreadState::Ready};
/// Events read in one go: about ten milliseconds of work.
constexpr std::size_t kEventsPerLook = 100'000;
/// Between frames while a program runs (12 per second): where WebGL is software, a frame costs a
/// core.
constexpr double kLivePauseMs = 80;
constexpr double kLinesPauseMs = 100;
/// Of a page's time without threads, out of every look at the run.
constexpr double kPumpMs = 12;
constexpr double kMostSeed = 9007199254740992.0;  // whole numbers end there in a page

/// Loads what most programs import and holds some threads at once, so that as many workers are
/// pooled, and runs enough for the engine to have compiled the machine's hot parts.
constexpr std::string_view kWarmUpProgram = R"(import queue, threading, time
met = threading.Barrier(9)
threads = [threading.Thread(target=met.wait) for _ in range(8)]
for thread in threads:
    thread.start()
met.wait()
total = 0
for i in range(20000):
    total += i
)";

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof(text), "%.9g", value);
  return text;
}

/// The members of a Scenario that the toolbar changes.
std::string settings_json(const ui::RunSettings& settings) {
  std::string json;
  trace::add_text(json, "mode", trace::word(settings.mode));
  trace::add_text(json, "gil", trace::word(settings.gil));
  trace::add_member(json, "switchInterval", number(settings.switch_interval));
  trace::add_number(json, "cores", static_cast<std::uint64_t>(settings.cores));
  trace::add_number(json, "seed", settings.seed);
  trace::add_text(json, "policy", trace::word(settings.policy));
  trace::add_text(json, "mainOn", settings.main_on_page ? "page" : "worker");
  return json;
}

bool possible(const ui::RunSettings& settings) {
  return settings.cores >= 1 && settings.cores <= limits::kSimulatedCores &&
         static_cast<double>(settings.seed) <= kMostSeed && settings.switch_interval >= 1e-6 &&
         settings.switch_interval <= 10;
}

/// What a saved run was started with; nothing when it cannot be started here with the same.
std::optional<ui::RunSettings> settings_of(const trace::SavedTrace& saved) {
  const trace::RunInfo run = saved.recorder->info();
  ui::RunSettings settings;
  settings.mode = run.mode;
  settings.gil = run.gil;
  settings.policy = run.policy;
  settings.switch_interval = static_cast<double>(saved.origin.switch_interval) * 1e-9;
  if (run.mode == trace::RunMode::Simulated) {
    settings.cores = static_cast<int>(run.cores);
    settings.seed = run.seed;
  }
  return possible(settings) ? std::optional(settings) : std::nullopt;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

const char* state_word(session::State state) {
  switch (state) {
    case session::State::Idle: return "idle";
    case session::State::Running: return "running";
    case session::State::Stopping: return "stopping";
  }
  return "idle";
}

}  // namespace

void notify(const char* event, const std::string& json) { il_notify(event, json.c_str()); }

std::string App::open() {
  const std::string problem =
      window_.open([this](const gfx::Surface& surface) { return draw(surface); },
                   [this](float x, float factor, float dx) {
                     if (model_ != nullptr) canvas_.pinch(x, factor, dx, model_->end());
                   });
  if (problem.empty()) canvas_.set_fonts(window_.fonts());
  return problem;
}

std::string App::set_scenario(std::string_view json) {
  const std::optional<JsonObject> given = JsonObject::parse(json);
  if (!given) return "the scenario is not a JSON object";
  ui::RunSettings settings;
  if (const std::string* mode = given->text("mode");
      mode != nullptr && !trace::from_word(*mode, settings.mode)) {
    return "the scenario names an unknown mode";
  }
  if (const std::string* policy = given->text("policy");
      policy != nullptr && !trace::from_word(*policy, settings.policy)) {
    return "the scenario names an unknown policy";
  }
  const double cores = given->number("cores", settings.cores);
  if (!(cores >= 1 && cores <= limits::kSimulatedCores)) {
    return "a simulated run has from 1 to " + std::to_string(limits::kSimulatedCores) + " cores";
  }
  settings.cores = static_cast<int>(cores);
  const double seed = given->number("seed", static_cast<double>(settings.seed));
  if (!(seed >= 0 && seed <= kMostSeed)) return "the seed must be a whole number from 0 to 2**53";
  settings.seed = static_cast<std::uint64_t>(seed);
  view_.threads = session::Session::has_threads();
  if (!view_.threads) settings.mode = trace::RunMode::Simulated;
  if (const std::string* gil = given->text("gil");
      gil != nullptr && !trace::from_word(*gil, settings.gil)) {
    return "the scenario names an unknown GIL";
  }
  if (const std::string* main_on = given->text("mainOn"); main_on != nullptr) {
    if (*main_on != "page" && *main_on != "worker")
      return "the scenario has MainThread on neither page nor worker";
    settings.main_on_page = *main_on == "page";
  }
  settings.switch_interval = given->number("switchInterval", settings.switch_interval);
  if (!(settings.switch_interval >= 1e-6 && settings.switch_interval <= 10)) {
    return "the switch interval must be from a microsecond to ten seconds";
  }
  const std::string* code = given->text("code");
  if (code != nullptr && code->size() > limits::kSourceBytes)
    return "the program is longer than 1 MB";
  code_ = code == nullptr ? "" : *code;
  const std::string* title = given->text("title");
  title_ = title == nullptr ? "" : title->substr(0, limits::kSavedWordsBytes);
  view_.settings = settings;
  window_.request();
  return {};
}

std::string App::scenario() const {
  return "{\"code\":" + trace::quoted(code_) + "," + settings_json(view_.settings) + "}";
}

void App::warm_up() {
  if (!session::Session::has_threads()) return;
  session::Settings settings;
  settings.record = false;
  if (session_.state() != session::State::Idle) return;
  warm_up_.start(settings, std::string(kWarmUpProgram));
  warmed_up_ = true;
}

session::Settings App::session_settings() const {
  session::Settings settings;
  settings.gil = view_.settings.gil;
  settings.switch_interval = static_cast<Tick>(view_.settings.switch_interval * 1e9 + 0.5);
  settings.mode = view_.settings.mode;
  settings.cores = view_.settings.cores;
  settings.seed = view_.settings.seed;
  settings.policy = view_.settings.policy;
  if (!session::Session::has_threads()) settings.mode = trace::RunMode::Simulated;
  settings.main_on_page = view_.settings.main_on_page && settings.mode == trace::RunMode::Live;
  return settings;
}

bool App::has_workers_for_page() const {
  const auto may_start = session::g_page_thread.may_start;
  return warmed_up_ && warm_up_.state() == session::State::Idle && may_start != nullptr &&
         may_start();
}

/// In the place of what was shown before, which is gone or kept to be compared with.
void App::show_run(std::shared_ptr<trace::Recorder> recorder, trace::Origin origin) {
  calls_.reset();
  collecting_ = false;
  canvas_.forget_models();
  if (keep_ && model_ != nullptr) keep_run();
  keep_ = false;
  origin_ = std::move(origin);
  model_.reset();
  recorder_ = std::move(recorder);
  if (recorder_ != nullptr) model_ = std::make_unique<timeline::Model>(*recorder_);
  lines_ = split(origin_.program);
  view_.model = model_.get();
  view_.source = lines_;
  canvas_.forget_run();
  view_.verdict = {};
  view_.message = origin_.message;
  view_.deadlock.clear();
  show_kept();  // nothing may point to what has gone, not even until the next frame
}

bool App::run() {
  if (session_.state() != session::State::Idle) return false;
  warm_up_.stop();
  replay_.reset();
  ran_ = session_settings();
  simulated_ = ran_.mode == trace::RunMode::Simulated;
  if (ran_.main_on_page && !has_workers_for_page()) return false;
  page_tasks_.forget();
  run_began_ = page_clock();
  if (!session_.start(ran_, code_)) return false;
  if (!ran_.main_on_page) run_began_ = page_clock();
  view_.opened = false;
  show_run(session_.recorder(), {code_, title_, {}, ran_.switch_interval});
  reading_ = false;
  told_ = session::State::Idle;
  tell_state(session::State::Running);
  window_.set_least_pause(kLivePauseMs);
  window_.request();
  return true;
}

/// From now on the present run is the one that others are compared with.
void App::keep_run() {
  while (reading_ && read_model()) continue;
  model_->detach();
  kept_.emplace();
  kept_->model = std::move(model_);
  kept_->code = std::move(origin_.program);
  kept_->lines = split(kept_->code);
}

void App::show_kept() {
  view_.kept = kept_ && model_ != nullptr ? kept_->model.get() : nullptr;
  view_.kept_source =
      kept_ ? std::span<const std::string_view>(kept_->lines) : std::span<const std::string_view>();
  view_.keeping = keep_;
  view_.calls = calls_ ? &*calls_ : nullptr;
  if (view_.kept == nullptr) {
    view_.comparison = {};
  } else if (!reading_) {
    view_.comparison = timeline::compare(*kept_->model, *model_, kept_->code == origin_.program);
  }
}

std::string App::picture() { return canvas_.picture_json(view_); }

void App::stop() {
  session_.stop();
  window_.request();
}

Tick App::page_clock() const {
  return static_cast<Tick>(std::chrono::duration_cast<std::chrono::nanoseconds>(
                               std::chrono::steady_clock::now().time_since_epoch())
                               .count());
}

Tick App::run_clock() const {
  const Tick now = page_clock();
  return now > run_began_ ? now - run_began_ : 0;
}

/// Reads what the threads have recorded meanwhile. True when there was something.
bool App::read_model() {
  if (model_ == nullptr) return false;
  const bool changed = model_->update(0, kEventsPerLook);
  // A simulated run has a clock of its own, which stands still between its events.
  if (session_.state() == session::State::Idle || simulated_) return changed;
  // The run began a little after it was asked for: an event cannot be later than now.
  const Tick now = page_clock();
  if (model_->events() == 0) {
    run_began_ = now;
    return changed;
  }
  run_began_ = std::min(run_began_, now - std::min(now, model_->end()));
  return model_->update(run_clock(), kEventsPerLook) || changed;
}

bool App::give_line(std::string_view line) { return session_.give_line(line); }

void App::deliver_output() {
  std::vector<session::OutputPiece> pieces;
  session_.take_output(pieces);
  for (const session::OutputPiece& piece : pieces) {
    notify("output", std::string("{\"stream\":\"") + (piece.error ? "stderr" : "stdout") +
                         "\",\"text\":" + trace::quoted(piece.text) + "}");
  }
}

void App::tell_state(session::State state) {
  if (state == told_) return;
  told_ = state;
  notify("state", std::string("{\"state\":\"") + state_word(state) + "\"}");
}

void App::note_long_task(double ago, double duration) {
  const Tick now = run_clock();
  const auto ns = [](double ms) { return static_cast<Tick>(std::max(ms, 0.0) * 1e6); };
  const Tick begin = now - std::min(now, ns(ago));
  page_tasks_.add_long(begin, std::min(now, begin + ns(duration)));
}

/// Frames and long tasks that are over, in their order.
void App::record_page_tasks() {
  const bool live = told_ != session::State::Idle && !simulated_ && recorder_ != nullptr;
  if (!live) return page_tasks_.forget();
  const trace::RunInfo run = recorder_->info();
  const bool over = run.status != trace::RunStatus::Running;
  page_tasks_.record(*recorder_->ui_ring(), over ? run.end : kForever);
}

void App::poll() {
  session_.pump(kPumpMs);
  record_page_tasks();
  const session::State state = session_.state();
  if (read_model()) window_.request();
  deliver_output();
  if (const bool wanted = session_.wants_line(); wanted != input_told_) {
    input_told_ = wanted;
    notify("input", wanted ? "{\"wanted\":true}" : "{\"wanted\":false}");
  }
  const bool over = state == session::State::Idle && told_ != session::State::Idle;
  if (over) return finish();
  tell_state(state);
  if (state != session::State::Idle && emscripten_get_now() - lines_told_ >= kLinesPauseMs)
    tell_lines();
}

/// The run is over: what it came to.
void App::finish() {
  window_.set_least_pause(0);
  reading_ = model_ != nullptr;
  const session::Result* result = session_.result();
  if (result != nullptr) view_.message = origin_.message = result->message;
  tell_state(session::State::Idle);
  if (result != nullptr) notify("finished", session::to_json(*result));
  window_.request(2);
}

void App::tell_lines() {
  lines_told_ = emscripten_get_now();
  notify("lines", canvas_.lines_json(view_));
}

/// What was chosen on the canvas, in words: for those who do not see it.
void App::tell_span() {
  const timeline::SpanRef now = canvas_.selected();
  if (now == span_told_) return;
  span_told_ = now;
  std::string words;
  if (now && model_ != nullptr) {
    const timeline::Explanation e = timeline::explain(*model_, now);
    words = e.title + ". " + e.sentence;
  }
  notify("span", "{\"text\":" + timeline::json_quoted(words) + "}");
}

bool App::draw(const gfx::Surface& surface) {
  const double begin = emscripten_get_now();
  const bool live = session_.state() != session::State::Idle || told_ != session::State::Idle;
  const Tick frame_began = run_clock();
  bool read_whole = false;
  if (reading_ && !read_model()) {
    reading_ = false;
    view_.verdict = timeline::verdict(*model_);
    if (model_->run().status == trace::RunStatus::Deadlock) view_.deadlock = model_->deadlock();
    view_.model = model_.get();
    notify("twin", ui::Canvas::twin_json(view_));
    read_whole = true;
  }
  view_.model = model_.get();
  view_.state = live && session_.state() == session::State::Idle ? session::State::Stopping
                                                                 : session_.state();
  if (read_whole)
    tell_lines();  // after the state: lines are those of the moment while it runs only
  view_.source = lines_;
  show_kept();
  ui::Actions actions;
  const double read = emscripten_get_now();
  const ui::FrameCounts counts = canvas_.frame(view_, surface, actions);
  const double drawn = emscripten_get_now();
  spans_drawn_ = counts.spans_drawn;
  carry_out(actions);
  tell_span();
  look_into_run(actions);
  const bool looking = go_on_looking();
  if (live) page_tasks_.add_frame(frame_began, run_clock(), ++frames_, counts.spans_drawn);
  window_.note_model(read - begin + emscripten_get_now() - drawn);
  return reading_ || actions.again || looking;
}

void App::carry_out(const ui::Actions& actions) {
  if (actions.settings) {
    view_.settings = *actions.settings;
    notify("settings", "{" + settings_json(view_.settings) + "}");
    window_.request(2);
  }
  if (actions.run) notify("request", "{\"action\":\"run\"}");
  if (actions.stop) notify("request", "{\"action\":\"stop\"}");
  if (actions.select_line)
    notify("select", "{\"line\":" + std::to_string(*actions.select_line) + "}");
  if (actions.light_lines) {
    notify("light", "{\"from\":" + std::to_string(actions.light_lines->first) +
                        ",\"to\":" + std::to_string(actions.light_lines->second) + "}");
  }
  if (actions.keep) keep_ = !keep_;
  if (actions.close_compare) {
    canvas_.forget_models();
    kept_.reset();
    view_.kept = nullptr;
    view_.kept_source = {};
    view_.comparison = {};
  }
  if (actions.keep || actions.close_compare) window_.request(2);
  if (actions.playhead_moved) tell_lines();
}

// --- Looking into a simulated run
// -----------------------------------------------------------------

session::Replay& App::replay() {
  if (replay_ == nullptr) {
    replay_ = std::make_unique<session::Replay>(ran_, origin_.program, session_.lines_given());
  }
  return *replay_;
}

void App::look_into_run(const ui::Actions& actions) {
  if (actions.want_calls && !simulated_ && recorder_ != nullptr &&
      session_.state() == session::State::Idle && !reading_) {
    calls_ =
        timeline::sampled_calls(*recorder_, actions.want_calls->first, actions.want_calls->second);
    return window_.request(2);
  }
  if (!simulated_ || session_.state() != session::State::Idle || reading_) return;
  const std::optional<Tick> at = canvas_.playhead();
  if (actions.step_line != 0 || actions.playhead_moved) collecting_ = false;
  if (actions.want_calls && (replay_ == nullptr || !replay_->busy())) {
    replay_.reset();
    replay().collect_calls(actions.want_calls->first, actions.want_calls->second);
    collecting_ = true;
    return window_.request();
  }
  if (actions.step_line != 0) {
    replay().step_line(at.value_or(0), actions.step_line > 0, actions.step_thread);
    stepped_ = true;
    window_.request();
  } else if (actions.playhead_moved && at) {
    replay().seek(*at);
    stepped_ = false;
    window_.request();
  } else if (actions.playhead_moved && replay_ != nullptr) {
    replay_.reset();
    tell_moment();
  }
}

/// True: the moment is not reached yet.
bool App::go_on_looking() {
  if (replay_ == nullptr || !replay_->busy()) return false;
  if (!replay_->pump(kPumpMs)) return true;
  if (collecting_) {
    collecting_ = false;
    calls_ = replay_->take_calls();
    replay_.reset();
    window_.request(2);
    // The playhead's moment was given up for this.
    if (const std::optional<Tick> at = canvas_.playhead()) replay().seek(*at);
    return replay_ != nullptr;
  }
  if (stepped_) {
    canvas_.set_playhead(replay_->at());
    window_.request();
  }
  tell_moment();
  return false;
}

/// Where every thread is at the playhead, with its stack and its variables.
void App::tell_moment() {
  if (replay_ == nullptr) return notify("moment", "{\"at\":\"\",\"threads\":[]}");
  const session::Moment moment = replay_->moment();
  std::string json = "{\"at\":" + trace::quoted(timeline::format_duration(moment.at)) +
                     ",\"atNs\":" + std::to_string(moment.at) + ",\"threads\":[";
  for (const session::ThreadMoment& thread : moment.threads) {
    if (json.back() != '[') json += ',';
    json += "{\"id\":" + std::to_string(thread.id) + ",\"name\":" + trace::quoted(thread.name) +
            ",\"frames\":[";
    for (const vm::FrameView& frame : thread.stack) {
      if (json.back() != '[') json += ',';
      json += "{\"function\":" + trace::quoted(frame.function) +
              ",\"line\":" + std::to_string(frame.line) + ",\"variables\":[";
      for (const auto& [name, value] : frame.variables) {
        if (json.back() != '[') json += ',';
        json += "[" + trace::quoted(name) + "," + trace::quoted(value) + "]";
      }
      json += "]}";
    }
    json += "]}";
  }
  notify("moment", json + "]}");
  std::vector<std::pair<ThreadId, int>> lines;
  for (const session::ThreadMoment& thread : moment.threads) {
    if (!thread.stack.empty()) lines.emplace_back(thread.id, thread.stack.front().line);
  }
  notify("lines", canvas_.lines_json(view_, lines));
}

std::string App::result() const {
  const session::Result* result = session_.result();
  return result == nullptr ? "" : session::to_json(*result);
}

// --- Out and in
// -----------------------------------------------------------------

void App::trace(std::string_view form) const {
  if (recorder_ == nullptr || session_.state() != session::State::Idle) return;
  const auto sink = [](std::string_view piece) {
    il_piece(piece.data(), static_cast<int>(piece.size()));
  };
  if (form == "chrome") {
    trace::write_chrome(*recorder_, origin_, sink);
  } else {
    trace::write_text(*recorder_, {}, sink);
  }
}

std::string App::table() const {
  if (model_ == nullptr || session_.state() != session::State::Idle) return {};
  return timeline::text_table(*model_, origin_.title, origin_.switch_interval, origin_.message);
}

std::string App::caption() const {
  if (model_ == nullptr) return {};
  const std::string settings = timeline::settings_line(model_->run(), origin_.switch_interval);
  return origin_.title.empty() ? settings : origin_.title + " · " + settings;
}

void App::draw_now() { window_.draw_now(); }

std::string App::open_trace(std::string_view file) {
  const auto refused = [](std::string_view why) {
    return "{\"error\":" + trace::quoted(why) + "}";
  };
  if (session_.state() != session::State::Idle || told_ != session::State::Idle) {
    return refused("a program is running");
  }
  trace::SavedTrace saved = trace::read_saved(file);
  if (saved.recorder == nullptr) return refused(saved.error);
  const std::optional<ui::RunSettings> settings = settings_of(saved);
  if (!settings) return refused("it was run with settings that this page does not have");
  replay_.reset();
  // It cannot be looked into: whether a run of this machine would be the same one is not known.
  simulated_ = false;
  view_.opened = true;
  show_run(std::move(saved.recorder), std::move(saved.origin));
  while (model_->update()) {
  }
  reading_ = true;
  window_.request(2);
  std::string scenario = '{' + settings_json(*settings);
  trace::add_text(scenario, "code", origin_.program);
  trace::add_text(scenario, "title", origin_.title);
  std::string answer = "{";
  trace::add_member(answer, "scenario", scenario + '}');
  trace::add_member(answer, "summary", summary());
  return answer + '}';
}

/// Of a Result, what a trace tells.
std::string App::summary() const {
  const trace::RunInfo& run = model_->run();
  const timeline::RangeTotals totals = model_->totals();
  std::string json = "{";
  trace::add_text(json, "status", trace::word(run.status));
  trace::add_number(json, "elapsedNs", run.end);
  trace::add_text(json, "mode", trace::word(run.mode));
  trace::add_text(json, "gil", trace::word(run.gil));
  trace::add_text(json, "traceHash", trace::trace_hash(*recorder_));
  trace::add_number(json, "events", model_->events());
  trace::add_number(json, "dropped", recorder_->dropped());
  trace::add_number(json, "gilHandoffs", totals.handoffs);
  trace::add_number(json, "gilForced", totals.forced);
  trace::add_text(json, "message", origin_.message);
  std::string threads = "[";
  for (const timeline::ThreadTimes& thread : totals.threads) {
    const timeline::Lane& lane = model_->lane(thread.lane);
    std::string ns = "{";
    for (const trace::ThreadState state : kStates) {
      trace::add_number(ns, trace::word(state), thread.times[state]);
    }
    threads += threads.size() > 1 ? ",{" : "{";
    trace::add_number(threads, "id", lane.thread);
    trace::add_text(threads, "name", lane.name);
    trace::add_member(threads, "daemon", lane.daemon ? "true" : "false");
    trace::add_member(threads, "ns", ns + '}');
    threads += '}';
  }
  trace::add_member(json, "threads", threads + ']');
  return json + '}';
}

std::string App::frame_stats() {
  std::vector<double> times;
  for (const FrameCost& cost : window_.take_frame_costs()) times.push_back(cost.sum());
  std::sort(times.begin(), times.end());
  const auto at = [&](double part) {
    return times.empty()
               ? 0.0
               : times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
  };
  return "{\"frames\":" + std::to_string(times.size()) + ",\"cpuMsMedian\":" + number(at(0.5)) +
         ",\"cpuMsP99\":" + number(at(0.99)) + ",\"spansDrawn\":" + std::to_string(spans_drawn_) +
         ",\"spansTotal\":" + std::to_string(model_ == nullptr ? 0 : model_->span_count()) + "}";
}

std::string App::costs() {
  std::string json = "{\"frames\":[";
  for (const FrameCost& cost : window_.take_frame_costs()) {
    if (json.back() != '[') json += ',';
    json += '[' + number(cost.model) + ',' + number(cost.ui) + ',' + number(cost.gl) + ']';
  }
  json += ']';
  trace::add_number(json, "spans", model_ == nullptr ? 0 : model_->span_count());
  trace::add_number(json, "bytes", model_ == nullptr ? 0 : model_->bytes());
  return json + '}';
}

void App::set_view(std::string_view json) {
  const std::optional<JsonObject> given = JsonObject::parse(json);
  if (!given) return;
  view_.dark = given->truth("dark", view_.dark);
  view_.high_contrast = given->truth("highContrast", view_.high_contrast);
  view_.compact = given->truth("compact", view_.compact);
  view_.readonly = given->truth("readonly", view_.readonly);
  window_.set_background(ui::theme_for(view_.dark, view_.high_contrast).background);
  window_.request();
  window_.resize(static_cast<float>(given->number("cssWidth", 0)),
                 static_cast<float>(given->number("cssHeight", 0)),
                 static_cast<float>(given->number("dpr", 1)));
}

void App::caret(std::uint32_t line) {
  if (line == view_.caret_line) return;
  view_.caret_line = line;
  window_.request();
}

}  // namespace interleave::app
