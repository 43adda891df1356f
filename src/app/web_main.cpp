// What the page calls (extern "C", names il_*) and the start of the program in it.
//
// A returned text is valid until the next call of the same function.
#include <emscripten.h>
#include <emscripten/threading.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <utility>

#include "app/web_app.h"
#include "base/limits.h"
#include "lang/compiler.h"
#include "trace/text_form.h"
#include "vm/value.h"

namespace {

using interleave::app::App;

App& app() {
  static App the_app;
  return the_app;
}

// clang-format off
/// The picture is drawn with the page's typefaces, which may still be on their way.
EM_JS(void, il_await_fonts, (), {
  const faces = ['500 13px Inter', '650 13px Inter', '450 12px "JetBrains Mono"'];
  Promise.all(faces.map((face) => document.fonts.load(face))).then(() => Module["_il_fonts_ready"](), () => undefined);
});
// clang-format on

// clang-format off
/// x86 shows its stores in their order, which not every browser says of its processor.
EM_JS(void, il_await_architecture, (), {
  const found = (is_x86) => { if (is_x86) Module["_il_stores_keep_order"](); };
  const hints = navigator.userAgentData;
  if (hints && hints.getHighEntropyValues) {
    hints.getHighEntropyValues(["architecture"]).then((it) => found(it.architecture === "x86"), () => undefined);
  } else {
    found(/^Linux (x86_64|i[3-6]86)/.test(navigator.platform));
  }
});
// clang-format on

// clang-format off
/// Asks an address of this site and waits. The answer: status, lengths of reason, headers and body, then these; to be
/// freed. A negative status: no answer, and the reason says why.
EM_JS(char*, il_fetch, (const char* method, const char* url, const char* body, int size), {
  const encode = (text) => new TextEncoder().encode(text);
  let status = -1, reason = "", headers = new Uint8Array(0), answer = new Uint8Array(0);
  try {
    const target = new URL(UTF8ToString(url), self.location.href);
    if (target.origin !== self.location.origin) {
      reason = "only addresses of this page's own site (" + self.location.origin + ") can be asked for";
    } else {
      const request = new XMLHttpRequest();
      request.open(UTF8ToString(method), target.href, false);
      // Bytes as characters: on the page's own thread there is no other way to wait for them.
      request.overrideMimeType("text/plain; charset=x-user-defined");
      if (typeof window === "undefined") request.timeout = 10000;
      request.send(size > 0 ? HEAPU8.slice(body, body + size) : null);
      status = request.status;
      reason = request.statusText;
      headers = encode(request.getAllResponseHeaders());
      answer = Uint8Array.from(request.responseText, (letter) => letter.charCodeAt(0) & 255);
    }
  } catch (error) {
    reason = "no answer";
  }
  const why = encode(reason);
  const result = _malloc(16 + why.length + headers.length + answer.length);
  if (result === 0) return 0;
  [status, why.length, headers.length, answer.length].forEach((n, i) => { HEAP32[(result >> 2) + i] = n; });
  let at = result + 16;
  for (const piece of [why, headers, answer]) { HEAPU8.set(piece, at); at += piece.length; }
  return result;
});
// clang-format on

interleave::vm::Fetched fetch(std::string_view method, std::string_view url,
                              std::string_view body) {
  interleave::vm::Fetched fetched;
  char* answer = il_fetch(std::string(method).c_str(), std::string(url).c_str(), body.data(),
                          static_cast<int>(body.size()));
  if (answer == nullptr) return fetched;
  const auto* head = reinterpret_cast<const std::int32_t*>(answer);
  const char* at = answer + 16;
  fetched.status = std::max(head[0], 0);
  for (auto [text, size] : {std::pair{&fetched.reason, head[1]},
                            {&fetched.headers, head[2]},
                            {&fetched.body, head[3]}}) {
    text->assign(at, static_cast<std::size_t>(size));
    at += size;
  }
  std::free(answer);
  return fetched;
}

/// Without going back to its own loop the page cannot make any.
bool has_spare_worker() {
  // clang-format off
  return MAIN_THREAD_EM_ASM_INT({
    return typeof PThread == "undefined" ? 0 : PThread.unusedWorkers.length;
  }) > 0;
  // clang-format on
}

}  // namespace

extern "C" {

/// "" or the line that says what is wrong with it; then nothing changed.
EMSCRIPTEN_KEEPALIVE const char* il_set_scenario(const char* json) {
  static std::string answer;
  answer = app().set_scenario(json);
  return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* il_scenario() {
  static std::string answer;
  answer = app().scenario();
  return answer.c_str();
}

/// 0: refused, a run is under way.
EMSCRIPTEN_KEEPALIVE int il_run() { return app().run() ? 1 : 0; }

/// A line, without its end, for a thread that waits in input(). 0: nobody takes it.
EMSCRIPTEN_KEEPALIVE int il_input(const char* line) { return app().give_line(line) ? 1 : 0; }

/// Once, when the page has nothing better to do.
EMSCRIPTEN_KEEPALIVE void il_warm_up() { app().warm_up(); }

/// 1: warmed up, and idle workers are there for a run on the page's own thread.
EMSCRIPTEN_KEEPALIVE int il_is_warm() { return app().has_workers_for_page() ? 1 : 0; }

/// The page's own thread was busy for `duration` ms, from `ago` ms before now on.
EMSCRIPTEN_KEEPALIVE void il_long_task(double ago, double duration) {
  app().note_long_task(ago, duration);
}

EMSCRIPTEN_KEEPALIVE void il_stop() { app().stop(); }

/// 0 idle, 1 running, 2 stopping.
EMSCRIPTEN_KEEPALIVE int il_state() { return static_cast<int>(app().state()); }

/// Tells the page what happened since last time, through Module.onNotify, before it returns.
EMSCRIPTEN_KEEPALIVE void il_poll() { app().poll(); }

/// The last run's Result as JSON; "" when there is none.
EMSCRIPTEN_KEEPALIVE const char* il_result() {
  static std::string answer;
  answer = app().result();
  return answer.c_str();
}

/// `form`: "text" or "chrome". Comes as bytes through Module.onPiece, before it returns.
EMSCRIPTEN_KEEPALIVE void il_trace(const char* form) { app().trace(form); }

/// A saved trace: the file, or its last limits::kSavedTraceBytes. JSON: {"error":…} or what it is.
EMSCRIPTEN_KEEPALIVE const char* il_open_trace(const char* file) {
  static std::string answer;
  answer = file == nullptr ? "{\"error\":\"there is not enough memory for this trace\"}"
                           : app().open_trace(file);
  return answer.c_str();
}

/// The last run, or the trace that was opened, as plain text; "" when there is none.
EMSCRIPTEN_KEEPALIVE const char* il_table() {
  static std::string answer;
  answer = app().table();
  return answer.c_str();
}

/// Draws a frame at once: the canvas' pixels can be read until the caller gives the thread back.
/// The line to put above them.
EMSCRIPTEN_KEEPALIVE const char* il_draw_now() {
  static std::string answer;
  app().draw_now();
  answer = app().caption();
  return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* il_frame_stats() {
  static std::string answer;
  answer = app().frame_stats();
  return answer.c_str();
}

/// What the frames since the last call of this or il_frame_stats() cost, and the run's memory.
EMSCRIPTEN_KEEPALIVE const char* il_costs() {
  static std::string answer;
  answer = app().costs();
  return answer.c_str();
}

/// What the picture shows, as JSON: rows, view, choice, what can be pressed and where.
EMSCRIPTEN_KEEPALIVE const char* il_timeline() {
  static std::string answer;
  answer = app().picture();
  return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE void il_set_view(const char* json) { app().set_view(json); }

/// The editor's caret is in this line, from 1; 0: nowhere.
EMSCRIPTEN_KEEPALIVE void il_caret(int line) {
  app().caret(line > 0 ? static_cast<std::uint32_t>(line) : 0);
}

/// A JSON array of what is wrong with the program's text: at most one entry.
EMSCRIPTEN_KEEPALIVE const char* il_diagnose(const char* source) {
  static std::string answer;
  answer = "[]";
  const std::string_view text = source;
  if (text.size() > interleave::limits::kSourceBytes) return answer.c_str();
  const interleave::lang::CompileResult compiled =
      interleave::lang::compile_source(text, "main.py");
  if (!compiled.error) return answer.c_str();
  const interleave::lang::Diagnostic& d = *compiled.error;
  const auto number = [](const char* key, int value) {
    return std::string("\"") + key + "\":" + std::to_string(value) + ",";
  };
  const int end_line = d.end_line > 0 && d.end_col > 0 ? d.end_line : d.line;
  const int end_col = d.end_line > 0 && d.end_col > 0 ? d.end_col : d.col;
  answer = "[{" + number("line", d.line) + number("col", d.col) + number("endLine", end_line) +
           number("endCol", end_col) + "\"message\":" + interleave::trace::quoted(d.message) + "}]";
  return answer.c_str();
}

EMSCRIPTEN_KEEPALIVE const char* il_demo_version() { return INTERLEAVE_VERSION; }

/// The processor shows its stores to other threads in the program's order.
EMSCRIPTEN_KEEPALIVE void il_stores_keep_order() { interleave::vm::g_cpu_reorders_stores = false; }

/// The page's typefaces are there.
EMSCRIPTEN_KEEPALIVE void il_fonts_ready() { app().window().fonts_changed(); }

}  // extern "C"

int main() {
  interleave::session::g_fetch = fetch;
  if (!emscripten_has_threading_support()) interleave::session::Session::do_without_threads();
  interleave::session::g_page_thread = {emscripten_current_thread_process_queued_calls,
                                        has_spare_worker};
  const std::string problem = app().open();
  if (!problem.empty()) {
    // The page shows this line; there is nothing to go on with.
    EM_ASM(
        {
          if (Module["onAbort"]) Module["onAbort"](UTF8ToString($0));
        },
        problem.c_str());
    return 1;
  }
  il_await_fonts();
  il_await_architecture();
  return 0;
}
