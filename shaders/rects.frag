#version 300 es
// Fill, pattern and rounded corners of a rectangle. Patterns are anchored to the screen, so that those of
// neighbouring spans meet.
precision highp float;

in vec4 v_color;
in vec4 v_stripe;
in vec2 v_place;
flat in vec2 v_half;
flat in float v_radius;
flat in int v_pattern;

uniform float u_scale;

out vec4 o_color;

// How much of this pixel a stripe of `width` out of `period` covers, along the coordinate `d`.
float stripe(float d, float period, float width) {
  float from_middle = abs(mod(d, period) - period * 0.5);
  return clamp(width * 0.5 - from_middle + 0.5, 0.0, 1.0);
}

float pattern(vec2 p) {
  float s = u_scale;
  const float kDiagonal = 0.70710678;
  if (v_pattern == 1) return stripe((p.x + p.y) * kDiagonal, 5.2 * s, 1.9 * s);  // hatched "/"
  if (v_pattern == 2) return stripe((p.x - p.y) * kDiagonal, 5.2 * s, 1.9 * s);  // hatched the other way
  if (v_pattern == 3) {                                                        // crossed
    float a = stripe((p.x + p.y) * kDiagonal, 7.0 * s, 1.1 * s);
    float b = stripe((p.x - p.y) * kDiagonal, 7.0 * s, 1.1 * s);
    return max(a, b);
  }
  if (v_pattern == 4) return stripe(p.y, 6.0 * s, 1.2 * s);  // horizontal lines
  if (v_pattern == 5) {                                      // dots
    vec2 cell = mod(p, 6.0 * s) - 3.0 * s;
    return clamp(1.0 * s - length(cell) + 0.5, 0.0, 1.0);
  }
  return 0.0;
}

void main() {
  vec4 color = v_color;
  if (v_pattern != 0) {
    vec2 place = vec2(gl_FragCoord.x, -gl_FragCoord.y);
    color.rgb = mix(color.rgb, v_stripe.rgb, pattern(place) * v_stripe.a);
  }
  if (v_radius > 0.0) {
    vec2 q = abs(v_place) - v_half + v_radius;
    float outside = length(max(q, 0.0)) - v_radius;
    color.a *= clamp(0.5 - outside, 0.0, 1.0);
  }
  o_color = color;
}
