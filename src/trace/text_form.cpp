#include "trace/text_form.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "trace/merge.h"

namespace interleave::trace {
namespace {

constexpr std::string_view kMagic = "interleave-trace 1";

/// Length of the UTF-8 sequence at the start of `text`, 0 if it is not one.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t n = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || text.size() < n) return 0;
  for (std::size_t i = 1; i < n; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return n;
}

void append_number(std::string& out, std::uint64_t value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end.ptr);
}

void append_thread(std::string& out, ThreadId id) {
  if (id == kUiThread) {
    out += "ui";
  } else if (id == kNoThread) {
    out += '-';
  } else {
    append_number(out, id);
  }
}

// --- Writing ---

void append_event(std::string& out, ThreadId thread, const Event& event) {
  append_number(out, event.time());
  out += ' ';
  append_thread(out, thread);
  out += ' ';
  out += kind_name(event.kind());
  out += ' ';
  append_thread(out, event.a);  // numbers too; only the two special thread ids have words
  out += ' ';
  append_number(out, event.line());
  if (event.flags() != 0) {
    out += ' ';
    append_number(out, event.flags());
  }
  out += '\n';
}

std::string head_text(const RunInfo& run, const Tables& tables) {
  std::string out(kMagic);
  out += "\nrun mode=";
  out += word(run.mode);
  out += " gil=";
  out += word(run.gil);
  out += " policy=";
  out += word(run.policy);
  out += " status=";
  out += word(run.status);
  out += " cores=" + std::to_string(run.cores) + " seed=" + std::to_string(run.seed) +
         " switch=" + std::to_string(run.switch_interval) + " end=" + std::to_string(run.end) +
         '\n';
  for (const ThreadInfo& t : tables.threads) {
    out += "thread " + std::to_string(t.id) + " parent=";
    append_thread(out, t.parent);
    out += std::string(" daemon=") + (t.daemon ? '1' : '0') + ' ' + quoted(t.name) + '\n';
  }
  for (const ObjectInfo& o : tables.objects) {
    if (o.id == 0) continue;
    out += "object " + std::to_string(o.id) + ' ';
    out += word(o.kind);
    out += " line=" + std::to_string(o.line) + ' ' + quoted(o.name) + '\n';
  }
  for (const FunctionInfo& f : tables.functions) {
    if (f.id == 0) continue;
    out += "function " + std::to_string(f.id) +
           " line=" + (f.native ? std::string("native") : std::to_string(f.line)) + ' ' +
           quoted(f.name) + '\n';
  }
  return out;
}

// --- Reading ---

/// The words of one line, from left to right. After a failure everything fails.
class Words {
 public:
  explicit Words(std::string_view line) : rest_(line) {}
  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

  std::string_view next() {
    if (rest_.empty()) {
      ok_ = false;
      return {};
    }
    const std::size_t space = std::min(rest_.find(' '), rest_.size());
    const std::string_view found = rest_.substr(0, space);
    rest_.remove_prefix(std::min(space + 1, rest_.size()));
    return found;
  }
  std::uint64_t number(std::string_view text, std::uint64_t max) {
    std::uint64_t value = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end.ec != std::errc() || end.ptr != text.data() + text.size() || value > max) ok_ = false;
    return ok_ ? value : 0;
  }
  std::uint64_t number(std::uint64_t max) { return number(next(), max); }
  ThreadId thread_or_number() {
    const std::string_view text = next();
    if (text == "-") return kNoThread;
    if (text == "ui") return kUiThread;
    return static_cast<ThreadId>(number(text, 0xFFFFFFFDu));
  }
  /// The value of `key=value`.
  std::string_view value(std::string_view key) {
    const std::string_view text = next();
    if (text.size() > key.size() && text.starts_with(key) && text[key.size()] == '=') {
      return text.substr(key.size() + 1);
    }
    ok_ = false;
    return {};
  }
  std::uint64_t number_value(std::string_view key, std::uint64_t max) {
    return number(value(key), max);
  }
  template <class E>
  void word_value(std::string_view key, E& out) {
    if (!from_word(value(key), out)) ok_ = false;
  }
  /// A quoted name up to the end of the line.
  std::string name();

 private:
  bool escape(std::string_view text, std::size_t& i, std::string& out);

  std::string_view rest_;
  bool ok_ = true;
};

bool Words::escape(std::string_view text, std::size_t& i, std::string& out) {
  switch (text[i]) {
    case '"': out += '"'; return true;
    case '\\': out += '\\'; return true;
    case 'n': out += '\n'; return true;
    case 't': out += '\t'; return true;
    case 'r': out += '\r'; return true;
    case 'u': break;
    default: return false;
  }
  if (i + 4 >= text.size()) return false;
  unsigned value = 0;
  const auto end = std::from_chars(text.data() + i + 1, text.data() + i + 5, value, 16);
  // The writer uses \u only for control characters.
  if (end.ptr != text.data() + i + 5 || value >= 0x80) return false;
  out += static_cast<char>(value);
  i += 4;
  return true;
}

std::string Words::name() {
  std::string out;
  const std::string_view text = rest_;
  rest_ = {};
  if (text.size() < 2 || text.front() != '"' || text.back() != '"' ||
      text.size() > 8 * limits::kTraceNameLength) {
    ok_ = false;
    return out;
  }
  const std::string_view inside = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < inside.size() && ok_; ++i) {
    if (inside[i] == '"') {
      ok_ = false;
    } else if (inside[i] != '\\') {
      const std::size_t n = utf8_length(inside.substr(i));
      if (n == 0 || static_cast<unsigned char>(inside[i]) < 0x20) ok_ = false;
      out += inside.substr(i, std::max<std::size_t>(n, 1));
      if (n > 1) i += n - 1;
    } else if (++i == inside.size() || !escape(inside, i, out)) {
      ok_ = false;
    }
  }
  return out;
}

class Parser {
 public:
  ParsedTrace run(std::string_view text);

 private:
  bool line(std::string_view text);
  bool run_line(Words& words);
  bool thread_line(Words& words);
  bool object_line(Words& words);
  bool function_line(Words& words);
  bool lost_line(Words& words);
  bool event_line(Words& words);
  bool fail(std::string message) {
    error_ = "line " + std::to_string(line_number_) + ": " + std::move(message);
    return false;
  }

  std::unique_ptr<Recorder> recorder_;
  std::vector<Ring*> rings_;  // by thread id
  Ring* ui_ = nullptr;
  RunInfo info_;
  Tick last_ = 0;
  std::size_t events_ = 0;
  std::uint32_t objects_ = 0;
  std::uint32_t functions_ = 0;
  std::size_t line_number_ = 0;
  std::string error_;
};

ParsedTrace Parser::run(std::string_view text) {
  if (text.size() > limits::kTraceTextBytes) {
    return {nullptr,
            "the trace is larger than " + std::to_string(limits::kTraceTextBytes >> 20) + " MB"};
  }
  while (!text.empty()) {
    ++line_number_;
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view content = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.ends_with('\r')) content.remove_suffix(1);
    if (!line(content)) return {nullptr, error_};
  }
  if (recorder_ == nullptr) {
    ++line_number_;
    fail(line_number_ <= 2 ? "this is not a trace of Interleave" : "the line 'run …' is missing");
    return {nullptr, error_};
  }
  recorder_->finish(info_.status, std::max(info_.end, last_));
  if (info_.status == RunStatus::Running) recorder_->finish(RunStatus::Stopped, last_);
  return {std::move(recorder_), {}};
}

bool Parser::line(std::string_view text) {
  if (line_number_ == 1) return text == kMagic || fail("this is not a trace of Interleave");
  if (text.empty()) return true;
  Words words(text);
  if (line_number_ == 2) return run_line(words);
  const char first = text.front();
  if (first >= '0' && first <= '9') return event_line(words);
  const std::string_view what = words.next();
  if (what == "thread") return thread_line(words);
  if (what == "object") return object_line(words);
  if (what == "function") return function_line(words);
  if (what == "lost") return lost_line(words);
  return fail("neither an event nor a table entry");
}

bool Parser::run_line(Words& words) {
  if (words.next() != "run") return fail("the line 'run …' is missing");
  words.word_value("mode", info_.mode);
  words.word_value("gil", info_.gil);
  words.word_value("policy", info_.policy);
  words.word_value("status", info_.status);
  info_.cores = static_cast<std::uint32_t>(words.number_value("cores", 1u << 20));
  info_.seed = words.number_value("seed", ~std::uint64_t{0});
  info_.switch_interval = words.number_value("switch", kMaxTick);
  info_.end = words.number_value("end", kMaxTick);
  if (!words.ok() || !words.at_end()) return fail("malformed description of the run");
  recorder_ = std::make_unique<Recorder>(info_);
  return true;
}

bool Parser::thread_line(Words& words) {
  const auto id = static_cast<ThreadId>(words.number(limits::kTraceThreads - 1));
  const std::string_view parent_text = words.value("parent");
  const ThreadId parent =
      parent_text == "-" ? kNoThread
                         : static_cast<ThreadId>(words.number(parent_text, limits::kTraceThreads));
  const bool daemon = words.number_value("daemon", 1) == 1;
  const std::string name = words.name();
  if (!words.ok()) return fail("malformed thread");
  if (id < rings_.size() && rings_[id] != nullptr) return fail("this thread is there already");
  if (rings_.size() <= id) rings_.resize(id + 1, nullptr);
  rings_[id] = recorder_->add_thread(id, name, daemon, parent);
  return true;
}

bool Parser::object_line(Words& words) {
  const std::uint64_t id = words.number(limits::kTraceNames);
  ObjectKind kind = ObjectKind::Other;
  if (!from_word(words.next(), kind)) return fail("unknown kind of object");
  const auto line = static_cast<std::uint32_t>(words.number_value("line", 0xFFFFFFFFu));
  const std::string name = words.name();
  if (!words.ok()) return fail("malformed object");
  if (id != objects_ + 1) return fail("objects must be numbered from 1 without gaps");
  if (recorder_->add_object(kind, line, name) != id) return fail("too many names");
  ++objects_;
  return true;
}

bool Parser::function_line(Words& words) {
  const std::uint64_t id = words.number(limits::kTraceNames);
  const std::string_view line_text = words.value("line");
  const bool native = line_text == "native";
  const auto line = native ? 0u : static_cast<std::uint32_t>(words.number(line_text, 0xFFFFFFFFu));
  const std::string name = words.name();
  if (!words.ok()) return fail("malformed function");
  if (id != functions_ + 1) return fail("functions must be numbered from 1 without gaps");
  const FunctionId given =
      native ? recorder_->native_function(name) : recorder_->add_function(name, line);
  if (given != id) return fail(native ? "this function is there already" : "too many names");
  ++functions_;
  return true;
}

bool Parser::lost_line(Words& words) {
  const ThreadId id = words.thread_or_number();
  const std::uint64_t count = words.number(~std::uint64_t{0});
  if (!words.ok() || !words.at_end()) return fail("malformed count of lost events");
  Ring* ring = id == kUiThread                               ? recorder_->ui_ring()
               : id < rings_.size() && rings_[id] != nullptr ? rings_[id]
                                                             : nullptr;
  if (ring == nullptr) return fail("events lost by a thread that is not there");
  ring->note_dropped(count);
  return true;
}

bool Parser::event_line(Words& words) {
  const Tick time = words.number(kMaxTick);
  const ThreadId thread = words.thread_or_number();
  const std::string_view kind_text = words.next();
  const std::uint32_t a = words.thread_or_number();
  const auto line = static_cast<std::uint32_t>(words.number(kMaxLine));
  const auto flags =
      words.at_end() ? std::uint8_t{0} : static_cast<std::uint8_t>(words.number(255));
  if (!words.ok() || !words.at_end()) return fail("malformed event");
  const std::optional<EventKind> kind = kind_from_name(kind_text);
  if (!kind || *kind == EventKind::None) {
    return fail("unknown event '" + std::string(kind_text.substr(0, 40)) + "'");
  }
  if (time < last_) return fail("time goes back");
  if (thread == kUiThread && ui_ == nullptr) ui_ = recorder_->ui_ring();
  Ring* ring = thread == kUiThread ? ui_ : thread < rings_.size() ? rings_[thread] : nullptr;
  if (ring == nullptr) return fail("an event of a thread that is not there");
  if (++events_ > limits::kEventsTotal) return fail("too many events");
  ring->record(time, *kind, a, pack_line(line, flags));
  last_ = time;
  return true;
}

}  // namespace

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t n = utf8_length(text.substr(i));
    const char c = text[i];
    if (n == 0) {
      out += "\xEF\xBF\xBD";
    } else if (c == '"' || c == '\\') {
      (out += '\\') += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
      out += escape;
    } else {
      out += text.substr(i, n);
    }
    i += std::max<std::size_t>(n, 1);
  }
  return out += '"';
}

void write_text(const Recorder& recorder, const TextOptions& options,
                const std::function<void(std::string_view)>& sink) {
  TableCursor cursor;
  TableDelta delta;
  recorder.read_tables(cursor, delta);
  Tables tables;
  for (const TableChange& change : delta.changes) tables.apply(change);
  std::vector<const Ring*> rings;
  for (const Ring* ring : delta.rings) {
    if (ring->thread() != kNoThread && ring->thread() != kUiThread) rings.push_back(ring);
  }
  // By birth, not by the order in which host threads happened to register.
  std::sort(rings.begin(), rings.end(),
            [](const Ring* a, const Ring* b) { return a->thread() < b->thread(); });
  std::string out;
  {
    std::sort(tables.threads.begin(), tables.threads.end(),
              [](const ThreadInfo& a, const ThreadInfo& b) { return a.id < b.id; });
    out = head_text(delta.info, tables);
  }
  for (const Ring* ring : rings) {
    if (ring->dropped() == 0) continue;
    out += "lost " + std::to_string(ring->thread()) + ' ' + std::to_string(ring->dropped()) + '\n';
  }
  if (options.frames) {
    for (const Ring* ring : delta.rings) {
      if (ring->thread() == kUiThread) rings.push_back(ring);
    }
  }
  constexpr std::size_t kPiece = 64 * 1024;
  for_each_event(rings, [&](ThreadId thread, const Event& event) {
    append_event(out, thread, event);
    if (out.size() < kPiece) return;
    sink(out);
    out.clear();
  });
  sink(out);
}

std::string to_text(const Recorder& recorder, const TextOptions& options) {
  std::string out;
  write_text(recorder, options, [&out](std::string_view piece) { out += piece; });
  return out;
}

std::string trace_hash(const Recorder& recorder) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  write_text(recorder, {.frames = false}, [&hash](std::string_view piece) {
    for (const char c : piece) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    }
  });
  char digits[24];
  std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
  return digits;
}

ParsedTrace parse_text(std::string_view text) { return Parser().run(text); }

}  // namespace interleave::trace
