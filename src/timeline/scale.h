// The time axis: which moment is at which pixel, and where the ticks go.
//
// Not a view with state: every change gives a new one. A plain value; any thread may use it.
#pragma once

#include <string>
#include <vector>

#include "base/ids.h"

namespace interleave::timeline {

/// A tick of the axis.
struct AxisTick {
  double x = 0;  // pixels from the left edge
  Tick t = 0;
  bool major = false;
  std::string label;  // for major ticks: "480 ms", "1.2 s"
};

class Scale {
 public:
  Scale() = default;
  /// Shows [t0, t0 + span) ns on `width` pixels. Span and width below 1 are taken as 1.
  Scale(double t0, double span, double width);

  double t0() const { return t0_; }
  double span() const { return span_; }
  double t1() const { return t0_ + span_; }
  double width() const { return width_; }
  double ns_per_pixel() const { return span_ / width_; }

  double x(double t) const { return (t - t0_) / span_ * width_; }
  double t(double x) const { return t0_ + x / width_ * span_; }
  /// The moment under a pixel as a Tick: 0 left of the beginning of the run.
  Tick tick(double x) const;

  /// Shows less (`factor` < 1) or more, the moment under pixel `x` staying where it is.
  Scale zoomed(double x, double factor) const;
  Scale panned(double dx) const;
  Scale resized(double width) const;
  /// Shows [a, b) with a margin of `margin` times its length on each side.
  Scale fitted(Tick a, Tick b, double margin = 0.02) const;
  /// The nearest scale which shows at least 50 ns, at most the run and a little, and never leaves
  /// the run [0, end] altogether.
  Scale clamped(Tick end) const;
  /// The same span with `end` at `fraction` of the width: the view that follows a live run.
  Scale following(Tick end, double fraction = 0.96) const;
  /// A scale between two, for animation; k from 0 to 1, zoom in equal ratios.
  static Scale between(const Scale& a, const Scale& b, double k);

  /// Ticks at 1, 2 or 5 times a power of ten of ns to s, then at 10 s, 30 s, 1 min …; labels at
  /// least `spacing` pixels apart.
  std::vector<AxisTick> ticks(double spacing = 90) const;

  friend bool operator==(const Scale&, const Scale&) = default;

 private:
  double t0_ = 0;
  double span_ = 1e9;
  double width_ = 1;
};

}  // namespace interleave::timeline
