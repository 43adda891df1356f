// The text form reads back to the same bytes, refuses what is broken in one line; the Chrome form
// is JSON.
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "support/synthetic_trace.h"
#include "trace/chrome_form.h"
#include "trace/text_form.h"

namespace interleave::trace {
namespace {

TEST(TextForm, RoundTrip) {
  const auto run = synthetic::realistic();
  const std::string text = to_text(*run.recorder);
  EXPECT_EQ(text.rfind("interleave-trace 1\nrun mode=live gil=3.10 policy=fair status=finished", 0),
            0u);
  EXPECT_NE(text.find("thread 1 parent=0 daemon=0 \"Thread-1 (crunch)\"\n"), std::string::npos);
  EXPECT_NE(text.find("object 1 Lock line=18 \"results_lock\"\n"), std::string::npos);
  EXPECT_NE(text.find("function 3 line=native \"sha256\"\n"), std::string::npos);
  EXPECT_NE(text.find(" ui FrameBegin "), std::string::npos);
  const ParsedTrace parsed = parse_text(text);
  ASSERT_NE(parsed.recorder, nullptr) << parsed.error;
  EXPECT_EQ(to_text(*parsed.recorder), text);
  EXPECT_EQ(trace_hash(*parsed.recorder), trace_hash(*run.recorder));
  EXPECT_EQ(parsed.recorder->events(), run.recorder->events());
}

TEST(TextForm, LinesAreInOrderOfTimeThenThread) {
  synthetic::Writer w;
  w.thread("MainThread");
  w.thread("Thread-1", 0);
  w.start(0, 0, kNoThread);
  w.at(5, 1, EventKind::ThreadStart, 0);
  w.at(5, 0, EventKind::Mark, 9);
  w.at(4, 0, EventKind::Mark, 8);  // taken as 5
  w.finish(6);
  const std::string text = to_text(*w.recorder);
  EXPECT_NE(text.find("0 0 ThreadStart - 0\n5 0 Mark 9 0\n5 0 Mark 8 0\n5 1 ThreadStart 0 0\n"),
            std::string::npos)
      << text;
}

TEST(TextForm, HashLeavesFramesOutAndSeesEverythingElse) {
  const auto make = [](bool frame, std::uint32_t line, const char* name) {
    synthetic::Writer w;
    w.thread(name);
    w.start(0, 0, kNoThread);
    w.at(7, 0, EventKind::Mark, 1, pack_line(line));
    if (frame) w.frame(1, 2);
    w.finish(10);
    return trace_hash(*w.recorder);
  };
  EXPECT_EQ(make(false, 1, "a"), make(true, 1, "a"));
  EXPECT_NE(make(false, 1, "a"), make(false, 2, "a"));
  EXPECT_NE(make(false, 1, "a"), make(false, 1, "b"));
  EXPECT_EQ(make(false, 1, "a").size(), 16u);
}

TEST(TextForm, NamesSurvive) {
  Recorder recorder;
  const std::string name = "a \"quoted\" \\ name\nwith\ttabs and ünïcode \x01";
  recorder.add_thread(0, name, true, kNoThread);
  recorder.add_function("broken \xFF utf-8", 3);
  recorder.finish(RunStatus::Failed, 1);
  const ParsedTrace parsed = parse_text(to_text(recorder));
  ASSERT_NE(parsed.recorder, nullptr) << parsed.error;
  TableCursor cursor;
  TableDelta delta;
  parsed.recorder->read_tables(cursor, delta);
  EXPECT_EQ(delta.changes[0].name, name);
  EXPECT_TRUE(delta.changes[0].flag);
  EXPECT_EQ(delta.changes[1].name, "broken \xEF\xBF\xBD utf-8");
}

TEST(TextForm, LostEventsAreTold) {
  Recorder recorder;
  Ring* ring = recorder.add_thread(0, "MainThread", false, kNoThread);
  ring->record(0, EventKind::ThreadStart, kNoThread);
  ring->note_dropped(17);
  recorder.finish(RunStatus::Finished, 5);
  const std::string text = to_text(recorder);
  EXPECT_NE(text.find("lost 0 17\n"), std::string::npos);
  const ParsedTrace parsed = parse_text(text);
  ASSERT_NE(parsed.recorder, nullptr) << parsed.error;
  EXPECT_EQ(parsed.recorder->dropped(), 17u);
}

struct Broken {
  const char* text;
  const char* error;
};

TEST(TextForm, MalformedGivesOneClearLine) {
  const std::string head =
      "interleave-trace 1\nrun mode=sim gil=off policy=random status=finished cores=2 seed=7 "
      "switch=5000000 end=9\n";
  const std::string thread = head + "thread 0 parent=- daemon=0 \"MainThread\"\n";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "line 1: this is not a trace of Interleave"},
      {"{\"traceEvents\":[]}", "line 1: this is not a trace of Interleave"},
      {"interleave-trace 2\n", "line 1: this is not a trace of Interleave"},
      {"interleave-trace 1\n", "line 2: this is not a trace of Interleave"},
      {"interleave-trace 1\nthread 0\n", "line 2: the line 'run …' is missing"},
      {"interleave-trace 1\nrun mode=live\n", "line 2: malformed description of the run"},
      {head + "nonsense\n", "line 3: neither an event nor a table entry"},
      {head + "thread 99999999 parent=- daemon=0 \"x\"\n", "line 3: malformed thread"},
      {head + "thread 1 parent=- daemon=2 \"x\"\n", "line 3: malformed thread"},
      {head + "thread 1 parent=- daemon=0 \"x\n", "line 3: malformed thread"},
      {head + "thread 1 parent=- daemon=0 \"a\"b\"\n", "line 3: malformed thread"},
      {head + "thread 1 parent=- daemon=0 \"\\x\"\n", "line 3: malformed thread"},
      {head + "object 2 Lock line=1 \"x\"\n",
       "line 3: objects must be numbered from 1 without gaps"},
      {head + "object 1 Padlock line=1 \"x\"\n", "line 3: unknown kind of object"},
      {head + "function 1 line=-4 \"x\"\n", "line 3: malformed function"},
      {head + "lost 3 17\n", "line 3: events lost by a thread that is not there"},
      {thread + thread.substr(head.size()), "line 4: this thread is there already"},
      {thread + "5 0 GilTook 1 7\n", "line 4: unknown event 'GilTook'"},
      {thread + "5 0 None 1 7\n", "line 4: unknown event 'None'"},
      {thread + "5 0 GilTake 1\n", "line 4: malformed event"},
      {thread + "5 0 GilTake 1 7 300\n", "line 4: malformed event"},
      {thread + "5 0 GilTake 1 7 1 1\n", "line 4: malformed event"},
      {thread + "5 0 GilTake 1 99999999\n", "line 4: malformed event"},
      {thread + "99999999999999999999 0 GilTake 1 7\n", "line 4: malformed event"},
      {thread + "5 1 GilTake 1 7\n", "line 4: an event of a thread that is not there"},
      {thread + "5 0 GilTake 1 7\n4 0 GilDrop 0 7\n", "line 5: time goes back"},
  };
  for (const auto& [text, error] : cases) {
    const ParsedTrace parsed = parse_text(text);
    EXPECT_EQ(parsed.recorder, nullptr) << text;
    EXPECT_EQ(parsed.error, error) << text;
  }
}

TEST(TextForm, AnyCutOrChangedByteIsHarmless) {
  const auto run = synthetic::realistic();
  const std::string text = to_text(*run.recorder).substr(0, 6000);
  for (std::size_t i = 0; i < text.size(); i += 7) {
    parse_text(std::string_view(text).substr(0, i));
    std::string changed = text;
    changed[i] = static_cast<char>(changed[i] ^ (1u << (i % 7)));
    const ParsedTrace parsed = parse_text(changed);
    EXPECT_EQ(parsed.recorder == nullptr, !parsed.error.empty());
    EXPECT_EQ(parsed.error.find('\n'), std::string::npos);
  }
}

TEST(TextForm, CarriageReturnsAreAccepted) {
  const auto run = synthetic::realistic();
  const std::string text = to_text(*run.recorder);
  std::string dos;
  for (const char c : text) {
    if (c == '\n') dos += '\r';
    dos += c;
  }
  const ParsedTrace parsed = parse_text(dos);
  ASSERT_NE(parsed.recorder, nullptr) << parsed.error;
  EXPECT_EQ(to_text(*parsed.recorder), text);
}

// --- Chrome form ---

/// Checks JSON and counts the events by phase. Just enough of a parser for that.
class Json {
 public:
  explicit Json(const std::string& text) : text_(text) {}
  bool valid() {
    value(0);
    space();
    return ok_ && at_ == text_.size();
  }

 private:
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }
  bool take(char c) {
    space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void string() {
    if (!take('"')) ok_ = false;
    for (; ok_ && at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) ok_ = false;
      if (text_[at_] == '\\') ++at_;
    }
    if (at_++ >= text_.size()) ok_ = false;
  }
  void list(char close, bool keys, int depth) {
    if (take(close)) return;
    do {
      if (keys) {
        string();
        if (!take(':')) ok_ = false;
      }
      value(depth + 1);
    } while (ok_ && take(','));
    if (!take(close)) ok_ = false;
  }
  void value(int depth) {
    if (!ok_ || depth > 8) return;
    if (take('{')) return list('}', true, depth);
    if (take('[')) return list(']', false, depth);
    space();
    if (at_ < text_.size() && text_[at_] == '"') return string();
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string("+-.0123456789truefalsn").find(text_[at_]) != std::string::npos) {
      ++at_;
    }
    if (at_ == begin) ok_ = false;
  }

  const std::string& text_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

TEST(ChromeForm, IsJsonWithStatesNamesAndPairedArrows) {
  const auto run = synthetic::realistic();
  const std::string json = to_chrome(*run.recorder);
  EXPECT_TRUE(Json(json).valid());
  EXPECT_EQ(json.rfind("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[", 0), 0u);
  EXPECT_EQ(count(json, "\"thread_name\""), 6u);  // page, GIL, four threads
  EXPECT_EQ(count(json, "{\"ph\":\"s\""), count(json, "\"bp\":\"e\""));
  EXPECT_GT(count(json, "forced GIL hand-off"), 200u);
  EXPECT_EQ(count(json, "\"name\":\"wake\",\"id\""), 2u);
  EXPECT_EQ(count(json, "\"name\":\"start\",\"id\""), 6u);
  EXPECT_EQ(count(json, "\"name\":\"waiting for results_lock\""), 1u);
  EXPECT_EQ(count(json, "\"name\":\"sha256, GIL released\""), 1u);
  EXPECT_EQ(count(json, "\"name\":\"join Thread-1 (crunch)\""), 1u);
  EXPECT_EQ(count(json, "\"name\":\"sleep\""), 1u);
  EXPECT_NE(json.find("\"cat\":\"waitingGil\""), std::string::npos);
  EXPECT_NE(json.find("\"lostEvents\":0"), std::string::npos);
}

TEST(ChromeForm, TimesAreMicrosecondsWithThreeDecimals) {
  synthetic::Writer w({.gil = GilSetting::Off});
  w.thread("Main \"quoted\"");
  w.start(1500, 0, kNoThread);
  w.finish(4007);
  const std::string json = to_chrome(*w.recorder);
  EXPECT_TRUE(Json(json).valid()) << json;
  EXPECT_NE(json.find("\"ts\":1.500,\"dur\":2.507,\"name\":\"running\""), std::string::npos)
      << json;
}

}  // namespace
}  // namespace interleave::trace
