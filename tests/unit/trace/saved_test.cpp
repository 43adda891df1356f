// A saved trace opens as it was, and whatever else is given instead is refused in one line.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/base64.h"
#include "base/json.h"
#include "support/synthetic_trace.h"
#include "timeline/model.h"
#include "timeline/text_table.h"
#include "timeline/verdict.h"
#include "trace/chrome_form.h"
#include "trace/packed_form.h"
#include "trace/saved_form.h"
#include "trace/text_form.h"

namespace interleave::trace {
namespace {

const Origin kOrigin{"import threading\nprint(\"\\u00fc \xC3\xBC\t\")\n", "A \"title\" ≋", "said",
                     1'234'567};

void expect_one_line(const std::string& error, const std::string& of) {
  EXPECT_FALSE(error.empty()) << of;
  EXPECT_EQ(error.find('\n'), std::string::npos) << error;
  EXPECT_LT(error.size(), 200u) << error;
}

TEST(Base64, ThereAndBackAndNothingElse) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
    bytes += static_cast<char>(i * 37);
  }
  EXPECT_EQ(to_base64("Man"), "TWFu");
  EXPECT_EQ(to_base64("Ma"), "TWE=");
  for (const char* wrong :
       {"A", "AB", "ABC", "====", "A===", "AB=C", "TWF=", "TW-u", "TWFu\n", "TWFuTWE=TWFu"}) {
    EXPECT_EQ(from_base64(wrong), std::nullopt) << wrong;
  }
}

TEST(Json, RefusesWhatIsNoText) {
  EXPECT_TRUE(JsonObject::parse("{\"a\":\"b\\n\\u00e9\"}"));
  for (const char* wrong :
       {"{\"a\":\"b\nc\"}", "{\"a\":\"b", "{\"a\":\"\\", "{\"a\":\"\\u12", "{\"a\":\"\\x\"}"}) {
    EXPECT_FALSE(JsonObject::parse(wrong)) << wrong;
  }
}

TEST(PackedForm, EverythingComesBack) {
  const auto run = synthetic::realistic();
  const std::string packed = pack(*run.recorder);
  const ParsedTrace back = unpack(packed);
  ASSERT_NE(back.recorder, nullptr) << back.error;
  EXPECT_EQ(to_text(*back.recorder), to_text(*run.recorder));
  EXPECT_EQ(to_chrome(*back.recorder, kOrigin), to_chrome(*run.recorder, kOrigin));
  EXPECT_EQ(pack(*back.recorder), packed);
  EXPECT_EQ(back.recorder->info(), run.recorder->info());
  EXPECT_LT(packed.size(), to_text(*run.recorder).size() / 4);
}

TEST(PackedForm, OddNumbersNamesAndLosses) {
  Recorder recorder({.mode = RunMode::Simulated,
                     .gil = GilSetting::V39,
                     .policy = Policy::Random,
                     .cores = 64,
                     .seed = ~std::uint64_t{0},
                     .switch_interval = 1});
  Ring* ring = recorder.add_thread(3, "name\nwith \xFF", true, kNoThread);
  recorder.add_thread(limits::kTraceThreads + 7, "beyond", false, 3)->note_dropped(5);
  recorder.ui_ring()->record(9, EventKind::FrameBegin, 0xFFFFFFFFu);
  recorder.add_thread(1, std::string(500, 'x'), false, 3);
  recorder.rename_thread(3, "renamed", false);
  recorder.add_object(ObjectKind::Barrier, 0xFFFFFFFFu);
  recorder.name_object(1, "met");
  recorder.add_function("f", 0xFFFFFFFFu);
  recorder.native_function("sha256");
  ring->record(0, EventKind::ThreadStart, kNoThread);
  ring->record(1, EventKind::LockAcquire, 1, pack_line(kMaxLine, 255));
  ring->record(kMaxTick, EventKind::Spawn, limits::kTraceThreads + 7, pack_line(1));
  ring->note_dropped(~std::uint64_t{0} >> 1);
  recorder.finish(RunStatus::Deadlock, kMaxTick);
  const ParsedTrace back = unpack(pack(recorder));
  ASSERT_NE(back.recorder, nullptr) << back.error;
  EXPECT_EQ(to_text(*back.recorder), to_text(recorder));
  EXPECT_EQ(pack(*back.recorder), pack(recorder));
  EXPECT_EQ(back.recorder->dropped(), recorder.dropped());
}

TEST(PackedForm, AFullRingComesBack) {
  Recorder recorder;
  Ring* ring = recorder.add_thread(0, "MainThread", false, kNoThread);
  ring->record(0, EventKind::ThreadStart, kNoThread);
  for (std::uint32_t i = 0; i < limits::kEventsPerThread + 1000; ++i) {
    ring->record(i, i % 3 == 0 ? EventKind::GilWait : EventKind::Mark, kNoThread);
  }
  ring->record(limits::kEventsPerThread + 1000, EventKind::ThreadEnd);
  recorder.finish(RunStatus::Finished, limits::kEventsPerThread + 1000);
  ASSERT_GT(recorder.dropped(), 0u);
  const ParsedTrace back = unpack(pack(recorder));
  ASSERT_NE(back.recorder, nullptr) << back.error;
  EXPECT_EQ(trace_hash(*back.recorder), trace_hash(recorder));
  EXPECT_EQ(back.recorder->dropped(), recorder.dropped());
}

TEST(PackedForm, ARunThatIsNotOverIsRefused) {
  Recorder recorder;
  recorder.add_thread(0, "MainThread", false, kNoThread);
  const ParsedTrace back = unpack(pack(recorder));
  EXPECT_EQ(back.recorder, nullptr);
  EXPECT_EQ(back.error, "the events are damaged (byte 16: its run was not over)");
}

/// A small trace with something of everything.
std::string small_trace() {
  synthetic::Writer w({.gil = GilSetting::Off, .cores = 2});
  w.thread("MainThread");
  w.thread("Thread-1", 0);
  w.recorder->add_object(ObjectKind::Lock, 3, "a_lock");
  w.recorder->add_function("work", 5);
  w.start(0, 0, kNoThread);
  w.start(5, 1, 0, 7);
  w.at(9, 1, EventKind::Line, 1, pack_line(6));
  w.at(9, 1, EventKind::BlockBegin, 1, pack_line(6));
  w.at(300, 1, EventKind::BlockEnd, 0, pack_line(6, kTimedOut));
  w.end(310, 1);
  w.end(400, 0);
  w.finish(400);
  return pack(*w.recorder);
}

TEST(PackedForm, AnyCutIsRefusedAndAnyChangeIsHarmless) {
  const std::string whole = small_trace();
  ASSERT_NE(unpack(whole).recorder, nullptr) << unpack(whole).error;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    const ParsedTrace cut = unpack(std::string_view(whole).substr(0, i));
    EXPECT_EQ(cut.recorder, nullptr) << i;
    expect_one_line(cut.error, "cut at " + std::to_string(i));
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = whole;
      changed[i] = static_cast<char>(byte);
      const ParsedTrace parsed = unpack(changed);
      if (parsed.recorder == nullptr) {
        expect_one_line(parsed.error, "changed");
        continue;
      }
      // What was accepted is a trace like any other.
      timeline::Model model(*parsed.recorder);
      while (model.update()) {
      }
      EXPECT_EQ(unpack(pack(*parsed.recorder)).error, "");
    }
  }
  EXPECT_EQ(unpack(whole + "x").recorder, nullptr);
}

TEST(PackedForm, RefusesWhatCannotBe) {
  const std::string head = std::string("ILTR\x01") + std::string("\0\0\0\1\2\0\0\0", 8);
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "byte 0: not a packed trace"},
      {"ILTR", "byte 0: the form of another version"},
      {"ILTR\x02"s, "byte 0: the form of another version"},
      {"ILTR\x01\x07"s, "byte 5: a value out of range"},
      {head, "byte 13: it ends early"},
      {head + "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F"s, "byte 23: a number too long"},
      {head + "\x7F"s, "byte 14: it ends early"},
      {head + "\xFF\xFF\x7F"s, "byte 16: a value out of range"},
      {head + "\2\1\0\0\0\1\0\0\0"s, "byte 22: an impossible thread"},
      {head + "\0\0\0\0\1\1\0\0"s, "byte 21: events of an unknown thread"},
      {head + "\1\1\0\0\0\0\0\0\0"s, "byte 22: a thread's events are missing"},
      {head + "\1\1\0\0\0\0\0\0\2\1\0\0\1\0\0"s, "byte 28: a thread's events twice"},
      {head + "\1\1\0\0\0\0\0\0\1\1\0\1\0\0"s, "byte 27: unknown event"},
      {head + "\1\1\0\0\0\0\0\0\1\1\0\1\x1F\0"s, "byte 27: unknown event"},
      {head + "\1\1\0\0\0\0\0\0\1\1\0\1\x2B\0\2"s, "byte 28: an event of something unknown"},
      {head + "\1\1\0\0\0\0\0\0\1\1\0\1\x1B\0\0"s, "byte 27: more than the whole"},
  };
  for (const auto& [bytes, error] : cases) {
    EXPECT_EQ(unpack(bytes).error, "the events are damaged (" + error + ")");
  }
}

// --- The file ---

TEST(SavedForm, ProgramSettingsAndTraceComeBack) {
  const auto run = synthetic::realistic();
  const std::string file = to_chrome(*run.recorder, kOrigin);
  const SavedTrace saved = read_saved(file);
  ASSERT_NE(saved.recorder, nullptr) << saved.error;
  EXPECT_EQ(saved.origin.program, kOrigin.program);
  EXPECT_EQ(saved.origin.title, kOrigin.title);
  EXPECT_EQ(saved.origin.message, kOrigin.message);
  EXPECT_EQ(saved.origin.switch_interval, kOrigin.switch_interval);
  EXPECT_EQ(to_chrome(*saved.recorder, saved.origin), file);
  // The end of the file is enough, and how it ends does not matter.
  EXPECT_EQ(read_saved(std::string_view(file).substr(file.size() / 2)).error, "");
  EXPECT_EQ(read_saved(file + "\r\n").error, "");
}

TEST(SavedForm, ThePictureIsTheSame) {
  const auto run = synthetic::realistic();
  const SavedTrace saved = read_saved(to_chrome(*run.recorder, kOrigin));
  ASSERT_NE(saved.recorder, nullptr) << saved.error;
  timeline::Model one(*run.recorder);
  timeline::Model two(*saved.recorder);
  while (one.update()) {
  }
  while (two.update()) {
  }
  ASSERT_EQ(one.lane_count(), two.lane_count());
  for (timeline::LaneIndex lane = 0; lane < one.lane_count(); ++lane) {
    EXPECT_EQ(one.lane(lane).name, two.lane(lane).name);
    ASSERT_EQ(one.span_count(lane), two.span_count(lane));
    for (std::uint32_t i = 0; i < one.span_count(lane); ++i) {
      const timeline::Span a = one.span({lane, i});
      const timeline::Span b = two.span({lane, i});
      EXPECT_TRUE(a.start == b.start && a.end == b.end && a.state == b.state &&
                  a.flags == b.flags && a.subject == b.subject && a.other == b.other &&
                  a.line_begin == b.line_begin);
    }
  }
  std::vector<timeline::Arrow> arrows_one, arrows_two;
  one.arrows(0, one.end() + 1, 1'000'000, arrows_one);
  two.arrows(0, two.end() + 1, 1'000'000, arrows_two);
  ASSERT_EQ(arrows_one.size(), arrows_two.size());
  for (std::size_t i = 0; i < arrows_one.size(); ++i) {
    EXPECT_EQ(arrows_one[i].from_time, arrows_two[i].from_time);
    EXPECT_EQ(arrows_one[i].to, arrows_two[i].to);
  }
  EXPECT_EQ(timeline::verdict(one).headline, timeline::verdict(two).headline);
  EXPECT_EQ(timeline::text_table(one, "t", 5, ""), timeline::text_table(two, "t", 5, ""));
  EXPECT_EQ(trace_hash(*saved.recorder), trace_hash(*run.recorder));
}

TEST(SavedForm, WhatIsNotOneIsRefusedInOneLine) {
  const std::string file = to_chrome(*synthetic::realistic().recorder, kOrigin);
  const auto changed = [&](const std::string& what, const std::string& by) {
    std::string copy = file;
    const std::size_t at = copy.rfind(what);
    EXPECT_NE(at, std::string::npos) << what;
    return copy.replace(at, what.size(), by);
  };
  const std::string damaged = "this trace was changed or damaged after it was saved";
  const std::string foreign = "this trace is not one that Interleave saved, or it was cut off";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "this is not a trace that Interleave saved"},
      {"print(1)\n", "this is not a trace that Interleave saved"},
      {std::string(1000, '\0'), "this is not a trace that Interleave saved"},
      {"{\"traceEvents\":[]}", foreign},
      {"[{\"ph\":\"X\"}]", foreign},
      {"{\"traceEvents\":[],\n\"otherData\":{\"version\":\"My Application v1.0\"}}", foreign},
      {"{\"traceEvents\":[],\n\"otherData\":{}}", foreign},
      {file.substr(0, file.size() / 3), foreign},
      {file.substr(0, file.size() - 3), "this trace was cut off"},
      {file.substr(0, file.size() - 10), "this trace was cut off"},
      {file + "x", "this trace was cut off"},
      {changed("\"form\":1", "\"form\":2"),
       "this trace was saved by a newer Interleave than this one"},
      {changed("\"form\":1", "\"form\":[1]"), foreign},
      {changed("\"checksum\":\"", "\"checksum\":\"0"), damaged},
      {changed("import threading", "import  threading"), damaged},
      {changed("A \\\"title", "B \\\"title"), damaged},
      {changed("1234567", "1234568"), damaged},
      {changed("1234567", "-1"), "this trace lacks a part that Interleave saves"},
      {changed("1234567", "1e999"), "this trace lacks a part that Interleave saves"},
      {changed("\"packed\":\"", "\"packed\":\"AAAA"), damaged},
      {changed("\"packed\":\"", "\"packed\":\"!"), damaged},
      {changed("\"packed\"", "\"stacked\""), "this trace lacks a part that Interleave saves"},
      {changed("\"packed\":", "\"packed\":1,\"more\":"),
       "this trace lacks a part that Interleave saves"},
      {changed("\"program\":\"", "\"program\":\"\n"), damaged},
      {to_text(*synthetic::realistic().recorder),
       "this is the text form of a trace, which holds no program: save the trace as JSON to open "
       "it here"},
  };
  for (const auto& [text, error] : cases) {
    const SavedTrace saved = read_saved(text);
    EXPECT_EQ(saved.recorder, nullptr) << error;
    EXPECT_EQ(saved.error, error) << text.substr(0, 60);
  }
}

TEST(SavedForm, ATooLongProgramIsRefused) {
  const auto run = synthetic::realistic();
  const Origin origin{std::string(limits::kSourceBytes + 1, '#'), "", "", 5};
  EXPECT_EQ(read_saved(to_chrome(*run.recorder, origin)).error, "its program is longer than 1 MB");
}

TEST(SavedForm, AnyCutIsRefusedAndAnyChangeIsHarmless) {
  const ParsedTrace small = unpack(small_trace());
  const std::string file = to_chrome(*small.recorder, kOrigin);
  for (std::size_t i = 0; i + 1 < file.size(); ++i) {
    const SavedTrace cut = read_saved(std::string_view(file).substr(0, i));
    EXPECT_EQ(cut.recorder, nullptr) << i;
    expect_one_line(cut.error, "cut");
    std::string changed = file;
    changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
    const SavedTrace saved = read_saved(changed);
    if (saved.recorder == nullptr) {
      expect_one_line(saved.error, "changed");
      continue;
    }
    // What is accepted in spite of the change is what was saved.
    EXPECT_EQ(to_chrome(*saved.recorder, saved.origin), file) << i;
  }
}

}  // namespace
}  // namespace interleave::trace
