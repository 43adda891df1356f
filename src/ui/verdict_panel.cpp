// One sentence on the run, and what to try next.
#include <algorithm>

#include "ui/panels.h"

namespace interleave::ui {
namespace {

constexpr float kHeadline = 14.5f;
constexpr float kDetail = 12.5f;
constexpr float kPad = 11;

struct Words {
  std::string headline, detail;
  bool trouble = false;
};

Words words(const Snapshot& in) {
  if (in.state != session::State::Idle || in.model == nullptr) return {};
  const trace::RunStatus status = in.model->run().status;
  const bool trouble = status == trace::RunStatus::Deadlock || status == trace::RunStatus::Failed ||
                       status == trace::RunStatus::Limit;
  Words w{in.verdict.headline, in.verdict.detail, trouble};
  if (w.headline.empty())
    w.headline = in.message;
  else if (w.detail.empty())
    w.detail = in.message;
  return w;
}

float text_room(float width) { return std::max(80.0f, width - 36); }

}  // namespace

float verdict_height(const Fonts& fonts, float width, const Snapshot& in, bool narrow) {
  const Words w = words(in);
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
  const Words w = words(f.in);
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
