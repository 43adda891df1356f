// A fuzzer of what opens traces: a saved file, the packed block in it, and the text form. What is
// accepted is made into a picture's model, sums, a verdict and all three forms again.
//
// The input's first byte chooses the reader. Not a test of what a trace means. One input at a time,
// on libFuzzer's thread.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "timeline/explain.h"
#include "timeline/model.h"
#include "timeline/text_table.h"
#include "timeline/verdict.h"
#include "trace/chrome_form.h"
#include "trace/packed_form.h"
#include "trace/saved_form.h"
#include "trace/text_form.h"

namespace {

using namespace interleave;

[[noreturn]] void found(const char* what, const std::string& more) {
  std::fprintf(stderr, "trace_fuzzer: %s%s\n", what, more.c_str());
  std::abort();
}

void check_error(const std::string& error) {
  if (error.empty()) found("refused without words", "");
  if (error.find('\n') != std::string::npos || error.size() > 300) found("not one line: ", error);
}

/// Everything the product does with a trace.
void use(const trace::Recorder& recorder) {
  timeline::Model model(recorder);
  while (model.update()) {
  }
  const timeline::RangeTotals totals = model.totals();
  for (const timeline::ThreadTimes& thread : totals.threads) {
    const std::uint32_t spans = model.span_count(thread.lane);
    if (spans == 0) continue;
    const timeline::SpanRef last{thread.lane, spans - 1};
    timeline::explain(model, last);
    timeline::chain_of_causes(model, last);
    model.place_at(thread.lane, model.end() / 2);
  }
  std::vector<timeline::Arrow> arrows;
  model.arrows(0, model.end() + 1, 1000, arrows);
  for (const ObjectId object : model.objects()) model.object_at(object, model.end() / 2);
  timeline::explain_deadlock(model, model.deadlock());
  timeline::verdict(model, model.end() / 3, model.end());
  if (timeline::text_table(model, "", 1, "").empty()) found("no table", "");
}

/// What was accepted comes out and in again as it is.
void round_trip(const trace::Recorder& recorder, const trace::Origin& origin) {
  const std::string file = trace::to_chrome(recorder, origin);
  const trace::SavedTrace again = trace::read_saved(file);
  if (again.recorder == nullptr) found("its own file is refused: ", again.error);
  if (trace::to_text(*again.recorder) != trace::to_text(recorder)) found("another trace", "");
  if (trace::to_chrome(*again.recorder, again.origin) != file) found("another file", "");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data) + 1, size - 1);
  trace::SavedTrace saved;
  if (data[0] % 3 == 0) {
    saved = trace::read_saved(input);
  } else {
    trace::ParsedTrace parsed = data[0] % 3 == 1 ? trace::unpack(input) : trace::parse_text(input);
    saved.recorder = std::move(parsed.recorder);
    saved.error = std::move(parsed.error);
  }
  if (saved.recorder == nullptr) {
    check_error(saved.error);
    return 0;
  }
  use(*saved.recorder);
  // The text form may name threads and objects that it does not list, which the packed one refuses.
  if (data[0] % 3 != 2) round_trip(*saved.recorder, saved.origin);
  return 0;
}
