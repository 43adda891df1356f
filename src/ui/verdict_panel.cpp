// One sentence on the run, and what to try next.
#include <algorithm>

#include "timeline/format.h"
#include "ui/panels.h"

namespace interleave::ui {
namespace {

constexpr float kHeadline = 14.5f;
constexpr float kDetail = 12.5f;
constexpr float kPad = 11;

/// Of the range that is chosen: what a rule says, or how long it is.
VerdictWords of_range(const Snapshot& in, const UiState& ui, const Worked& work) {
  const Tick a = *ui.range_begin, b = *ui.range_end;
  const Tick resolution = std::max<Tick>(1, std::min<Tick>(100'000, (b - a) / 20));
  const std::string where =
      timeline::format_moment(a, resolution) + " to " + timeline::format_moment(b, resolution);
  const bool known = work.verdict_of.model == in.model && work.verdict_of.begin == a &&
                     work.verdict_of.end == b && work.verdict;
  if (known) return {work.verdict.headline, where + ". " + work.verdict.detail, false};
  return {timeline::format_duration(b - a) + " chosen, from " + where + ".", "", false};
}

VerdictWords of_comparison(const Snapshot& in) {
  const timeline::Comparison& c = in.comparison;
  if (c.sentence.empty()) return {};
  VerdictWords w{c.sentence, in.verdict.headline, false};
  if (!c.what.empty()) w.detail = "With " + c.what + ". " + w.detail;
  return w;
}

}  // namespace

VerdictWords verdict_words(const Snapshot& in, const UiState& ui, const Worked& work) {
  if (in.model == nullptr) return {};
  if (ui.range_begin && ui.range_end) return of_range(in, ui, work);
  if (in.state != session::State::Idle) return {};
  const trace::RunStatus status = in.model->run().status;
  const bool trouble = status == trace::RunStatus::Deadlock || status == trace::RunStatus::Failed ||
                       status == trace::RunStatus::Limit;
  if (comparing(in) && !trouble) {
    if (VerdictWords w = of_comparison(in); !w.headline.empty()) return w;
  }
  VerdictWords w{in.verdict.headline, in.verdict.detail, trouble};
  if (w.headline.empty())
    w.headline = in.message;
  else if (w.detail.empty())
    w.detail = in.message;
  return w;
}

namespace {

float text_room(float width) { return std::max(80.0f, width - 36); }

}  // namespace

float verdict_height(const Fonts& fonts, float width, const Snapshot& in, const UiState& ui,
                     const Worked& work, bool narrow) {
  const VerdictWords w = verdict_words(in, ui, work);
  if (w.headline.empty()) return 0;
  const float size = narrow ? kHeadline - 1 : kHeadline;
  float height =
      2 * kPad + wrapped(nullptr, fonts.bold, size, 0, 0, text_room(width), 0, w.headline);
  if (!w.detail.empty())
    height += 2 + wrapped(nullptr, fonts.regular, kDetail, 0, 0, text_room(width), 0, w.detail);
  return height;
}

void draw_verdict(Frame& f) {
  const Box& b = f.at.verdict;
  if (b.empty()) return;
  const VerdictWords w = verdict_words(f.in, f.ui, f.work);
  f.list.AddRectFilled({b.x0, b.y0}, {b.x1, b.y1},
                       w.trouble ? f.theme.trouble_fill : f.theme.verdict_fill);
  f.list.AddRectFilled({b.x0, b.y0}, {b.x0 + 4, b.y1},
                       w.trouble ? f.theme.trouble_edge : f.theme.verdict_edge);
  f.list.PushClipRect({b.x0, b.y0}, {b.x1, b.y1}, true);
  const float size = f.at.narrow ? kHeadline - 1 : kHeadline;
  float y = b.y0 + kPad;
  y += wrapped(&f.list, f.fonts.bold, size, b.x0 + 18, y, text_room(b.width()), f.theme.strong,
               w.headline);
  wrapped(&f.list, f.fonts.regular, kDetail, b.x0 + 18, y + 2, text_room(b.width()), f.theme.text,
          w.detail);
  f.list.PopClipRect();
}

}  // namespace interleave::ui
