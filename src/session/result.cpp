#include "session/result.h"

#include "trace/text_form.h"

namespace interleave::session {

namespace {

void add(std::string& json, const char* key, const std::string& value) {
  json += json.size() > 1 && json.back() != '{' ? ",\"" : "\"";
  json += key;
  json += "\":" + value;
}

std::string quoted(std::string_view text) { return trace::quoted(text); }

std::string thread_json(const exec::ThreadTotals& thread) {
  static constexpr const char* kKeys[exec::kTimesIn] = {"running",    "waitingGil", "blocked",
                                                        "sleepingIo", "native",     "ready"};
  std::string ns = "{";
  for (std::size_t i = 0; i < exec::kTimesIn; ++i) add(ns, kKeys[i], std::to_string(thread.ns[i]));
  std::string json = "{";
  add(json, "id", std::to_string(thread.id));
  add(json, "name", quoted(thread.name));
  add(json, "daemon", thread.daemon ? "true" : "false");
  add(json, "ns", ns + "}");
  return json + "}";
}

}  // namespace

std::string to_json(const Result& result) {
  std::string threads = "[";
  for (const exec::ThreadTotals& thread : result.threads) {
    threads += (threads.size() > 1 ? "," : "") + thread_json(thread);
  }
  std::string json = "{";
  add(json, "status", quoted(word(result.status)));
  add(json, "exitCode", std::to_string(result.exit_code));
  add(json, "stdout", quoted(result.standard_output));
  add(json, "stderr", quoted(result.standard_error));
  add(json, "elapsedNs", std::to_string(result.elapsed));
  add(json, "mode", quoted(word(result.mode)));
  add(json, "gil", quoted(word(result.gil)));
  add(json, "traceHash", quoted(result.trace_hash));
  add(json, "events", std::to_string(result.events));
  add(json, "dropped", std::to_string(result.dropped));
  add(json, "gilHandoffs", std::to_string(result.gil_handoffs));
  add(json, "gilForced", std::to_string(result.gil_forced));
  add(json, "threads", threads + "]");
  add(json, "message", quoted(result.message));
  return json + "}";
}

}  // namespace interleave::session
