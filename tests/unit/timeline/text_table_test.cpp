// The table as text: a row for each thread, for each lock that was held or waited for, the verdict.
#include "timeline/text_table.h"

#include <gtest/gtest.h>

#include "support/synthetic_trace.h"

namespace interleave::timeline {
namespace {

using synthetic::kMs;
using synthetic::Writer;
using trace::EventKind;
using trace::ObjectKind;
using trace::pack_line;

std::string line_with(const std::string& text, const std::string& begin) {
  const std::size_t at = text.find("\n" + begin);
  if (at == std::string::npos) return {};
  return text.substr(at + 1, text.find('\n', at + 1) - at - 1);
}

TEST(TextTable, ThreadsLocksAndVerdict) {
  const auto run = synthetic::realistic();
  Model model(*run.recorder);
  model.update();
  const std::string text = text_table(model, "A title", 5'000'000, "");
  EXPECT_EQ(text.find("A title\nlive · GIL as in CPython 3.10 and later · switch interval 5 ms"),
            0u)
      << text;
  EXPECT_NE(line_with(text, "Thread-3 (fetch)"), "") << text;
  EXPECT_NE(line_with(text, "All"), "") << text;
  // Held by the first, also while the third waits, and then by the third.
  const std::string lock = line_with(text, "results_lock");
  EXPECT_EQ(lock.substr(lock.size() - 3), "  2") << text;
}

TEST(TextTable, TimesOfALock) {
  Writer w({.gil = trace::GilSetting::Off});
  const ObjectId lock = w.recorder->add_object(ObjectKind::Lock, 3, "ledger");
  const ObjectId quiet = w.recorder->add_object(ObjectKind::Lock, 4, "quiet");
  for (const char* name : {"MainThread", "a"}) w.thread(name);
  w.start(0, 0, kNoThread);
  w.start(0, 1, 0);
  w.at(1 * kMs, 0, EventKind::LockAcquire, lock, pack_line(5));
  w.at(3 * kMs, 1, EventKind::BlockBegin, lock, pack_line(5));
  w.at(7 * kMs, 0, EventKind::LockRelease, lock, pack_line(6));
  w.at(7 * kMs, 1, EventKind::LockAcquire, lock, pack_line(5));
  w.at(7 * kMs, 1, EventKind::BlockEnd, 0, pack_line(5));
  w.at(8 * kMs, 1, EventKind::LockRelease, lock, pack_line(6));
  w.at(9 * kMs, 0, EventKind::LockAcquire, lock, pack_line(5));  // and never lets go
  w.at(9 * kMs, 1, EventKind::LockAcquire, quiet, pack_line(7));
  w.at(10 * kMs, 1, EventKind::LockRelease, quiet, pack_line(7));
  w.recorder->finish(trace::RunStatus::Stopped, 12 * kMs);
  Model model(*w.recorder);
  model.update();
  const std::string text = text_table(model, "", 5'000'000, "");
  EXPECT_EQ(line_with(text, "Lock  "), "Lock     Held  While others waited  Holds") << text;
  EXPECT_EQ(line_with(text, "ledger"), "ledger  10 ms                 4 ms      3") << text;
  EXPECT_EQ(line_with(text, "quiet"), "quiet    1 ms                    –      1") << text;
}

TEST(TextTable, NoLocksNoTableOfThem) {
  Writer w({.gil = trace::GilSetting::Off});
  w.thread("MainThread");
  w.start(0, 0, kNoThread);
  w.recorder->finish(trace::RunStatus::Finished, kMs);
  Model model(*w.recorder);
  model.update();
  EXPECT_EQ(text_table(model, "", 5'000'000, "").find("Holds"), std::string::npos);
}

}  // namespace
}  // namespace interleave::timeline
