#include "timeline/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "timeline/format.h"

namespace interleave::timeline {
namespace {

constexpr double kShortest = 50;  // ns on the whole width: nothing happens faster
constexpr double kSecond = 1e9;
constexpr double kLabelPixels = 7.5;  // per character, roughly

struct Step {
  double ns;
  int minors;  // parts a step is divided into
};

/// The smallest sensible step not below `least` ns.
Step step_for(double least) {
  double power = 1;
  while (power < 1e10) {
    for (const Step step : {Step{1, 5}, Step{2, 4}, Step{5, 5}}) {
      const double ns = step.ns * power;
      if (ns > 5 * kSecond) break;
      if (ns >= least) return {ns, power == 1 && step.ns == 1 ? 1 : step.minors};
    }
    power *= 10;
  }
  for (const Step step : {Step{10, 5}, Step{30, 3}, Step{60, 6}, Step{120, 4}, Step{300, 5},
                          Step{600, 5}, Step{1800, 3}}) {
    if (step.ns * kSecond >= least) return {step.ns * kSecond, step.minors};
  }
  double hours = 3600 * kSecond;
  while (hours < least) hours *= 2;
  return {hours, 4};
}

}  // namespace

Scale::Scale(double t0, double span, double width)
    : t0_(t0), span_(std::max(1.0, span)), width_(std::max(1.0, width)) {}

Tick Scale::tick(double px) const {
  const double at = t(px);
  return at <= 0 ? 0 : static_cast<Tick>(at);
}

Scale Scale::zoomed(double px, double factor) const {
  const double fixed_point = t(px);
  const double span = std::max(1.0, span_ * factor);
  return Scale(fixed_point - px / width_ * span, span, width_);
}

Scale Scale::panned(double dx) const { return Scale(t0_ - dx * ns_per_pixel(), span_, width_); }

Scale Scale::resized(double width) const { return Scale(t0_, span_, width); }

Scale Scale::fitted(Tick a, Tick b, double margin) const {
  const double length = std::max(kShortest, static_cast<double>(b) - static_cast<double>(a));
  return Scale(static_cast<double>(a) - length * margin, length * (1 + 2 * margin), width_);
}

Scale Scale::clamped(Tick end) const {
  const double length = std::max(static_cast<double>(end), 1000.0);
  const double span = std::clamp(span_, kShortest, length * 1.25);
  // A change of the span keeps the middle; a tenth of the view always shows something of the run.
  double t0 = t0_ + (span_ - span) / 2;
  t0 = std::clamp(t0, -0.9 * span, length - 0.1 * span);
  return Scale(t0, span, width_);
}

Scale Scale::following(Tick end, double fraction) const {
  return Scale(static_cast<double>(end) - fraction * span_, span_, width_);
}

Scale Scale::between(const Scale& a, const Scale& b, double k) {
  k = std::clamp(k, 0.0, 1.0);
  const double span = a.span_ * std::pow(b.span_ / a.span_, k);
  // The moment both views agree on moves evenly: while zooming the left edge follows the span.
  const double change = b.span_ - a.span_;
  const double part = std::abs(change) < 1e-9 * a.span_ ? k : (span - a.span_) / change;
  return Scale(a.t0_ + (b.t0_ - a.t0_) * part, span, a.width_ + (b.width_ - a.width_) * k);
}

std::vector<AxisTick> Scale::ticks(double spacing) const {
  std::vector<AxisTick> ticks;
  Step step = step_for(spacing * ns_per_pixel());
  // Long labels (a nanosecond step an hour into the run) need more room.
  const auto last = static_cast<Tick>(std::max(0.0, t1()));
  for (int i = 0; i < 4; ++i) {
    const std::size_t letters = format_moment(last, static_cast<Tick>(step.ns)).size();
    const double needed = static_cast<double>(letters) * kLabelPixels + 12;
    if (step.ns / ns_per_pixel() >= needed) break;
    step = step_for(std::max(needed * ns_per_pixel(), step.ns * 1.01));
  }
  const double minor = step.ns / step.minors;
  const double first = std::max(0.0, std::ceil(t0_ / minor));
  for (double n = first; n * minor < t1() && ticks.size() < 4096; ++n) {
    AxisTick tick;
    tick.t = static_cast<Tick>(std::llround(n * minor));
    tick.x = x(n * minor);
    tick.major = std::fmod(n, step.minors) == 0;
    if (tick.major) tick.label = format_moment(tick.t, static_cast<Tick>(step.ns));
    ticks.push_back(std::move(tick));
  }
  return ticks;
}

}  // namespace interleave::timeline
