#include "trace/saved_form.h"

#include <cmath>
#include <cstdio>
#include <optional>
#include <utility>

#include "base/base64.h"
#include "base/json.h"
#include "base/limits.h"
#include "trace/json_text.h"
#include "trace/packed_form.h"
#include "trace/text_form.h"

namespace interleave::trace {
namespace {

constexpr int kForm = 1;
/// A line break cannot be within a text of JSON, so this is found nowhere else.
constexpr std::string_view kBegin = "\n\"otherData\":{";

/// 64-bit FNV-1a over everything that is read, each as it stands in the file, 16 hex digits.
std::string checksum(const Origin& origin, std::string_view packed) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  const auto add = [&hash](std::string_view piece) {
    for (const char c : piece) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  };
  add(quoted(origin.program));
  add(quoted(origin.title));
  add(quoted(origin.message));
  add(std::to_string(origin.switch_interval));
  add(" ");
  add(packed);
  char digits[24];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

SavedTrace refused(std::string why) { return {nullptr, {}, std::move(why)}; }

/// Why there is nothing of ours in a file.
SavedTrace foreign(std::string_view text) {
  if (text.starts_with("interleave-trace ")) {
    return refused(
        "this is the text form of a trace, which holds no program: save the trace as JSON to open "
        "it here");
  }
  const bool chrome = text.find("\"traceEvents\"") != std::string_view::npos ||
                      text.find("\"ph\"") != std::string_view::npos;
  return refused(chrome ? "this trace is not one that Interleave saved, or it was cut off"
                        : "this is not a trace that Interleave saved");
}

/// What is wrong with the words of a saved trace; empty: nothing.
std::string problem_of(const Origin& origin) {
  if (origin.program.size() > limits::kSourceBytes) return "its program is longer than 1 MB";
  if (origin.title.size() > limits::kSavedWordsBytes ||
      origin.message.size() > limits::kSavedWordsBytes) {
    return "its title or its message is too long";
  }
  return {};
}

SavedTrace read_members(const JsonObject& object) {
  const std::string* packed = object.text("packed");
  const std::string* sum = object.text("checksum");
  const std::string* program = object.text("program");
  const std::string* title = object.text("title");
  const std::string* message = object.text("message");
  const double interval = object.number("switchIntervalNs", -1);
  if (packed == nullptr || sum == nullptr || program == nullptr || title == nullptr ||
      message == nullptr || !(interval >= 0 && interval <= 1e15) ||
      interval != std::floor(interval)) {
    return refused("this trace lacks a part that Interleave saves");
  }
  SavedTrace saved{nullptr, {*program, *title, *message, static_cast<Tick>(interval)}, {}};
  if (std::string problem = problem_of(saved.origin); !problem.empty()) return refused(problem);
  const std::optional<std::string> bytes = from_base64(*packed);
  if (!bytes || checksum(saved.origin, *packed) != *sum) {
    return refused("this trace was changed or damaged after it was saved");
  }
  ParsedTrace parsed = unpack(*bytes);
  if (parsed.recorder == nullptr) return refused(parsed.error);
  saved.recorder = std::move(parsed.recorder);
  return saved;
}

}  // namespace

void add_saved_members(std::string& json, const Recorder& recorder, const Origin& origin) {
  const std::string packed = to_base64(pack(recorder));
  add_number(json, "form", kForm);
  add_text(json, "title", origin.title);
  add_text(json, "message", origin.message);
  add_number(json, "switchIntervalNs", origin.switch_interval);
  add_text(json, "program", origin.program);
  add_text(json, "checksum", checksum(origin, packed));
  add_text(json, "packed", packed);
}

SavedTrace read_saved(std::string_view text) {
  if (text.size() > limits::kSavedTraceBytes) {
    text.remove_prefix(text.size() - limits::kSavedTraceBytes);
  }
  const std::size_t begin = text.rfind(kBegin);
  if (begin == std::string_view::npos) return foreign(text);
  std::string_view object = text.substr(begin + kBegin.size() - 1);
  while (!object.empty() && (object.back() == '\n' || object.back() == '\r')) {
    object.remove_suffix(1);
  }
  if (!object.ends_with("}}")) return refused("this trace was cut off");
  object.remove_suffix(1);
  const std::optional<JsonObject> members = JsonObject::parse(object);
  if (!members) return refused("this trace was changed or damaged after it was saved");
  const double form = members->number("form", 0);
  if (form > kForm) return refused("this trace was saved by a newer Interleave than this one");
  if (form != kForm) return foreign("\"ph\"");
  return read_members(*members);
}

}  // namespace interleave::trace
