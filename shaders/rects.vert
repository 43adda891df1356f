#version 300 es
// One instance is one rectangle, in CSS pixels from the top left corner of the canvas.
precision highp float;

layout(location = 0) in vec4 a_box;       // x0, y0, x1, y1
layout(location = 1) in vec4 a_color;     // of the fill
layout(location = 2) in vec4 a_stripe;    // of the pattern
layout(location = 3) in vec2 a_style;     // pattern, corner radius

uniform vec2 u_size;    // of the canvas, CSS pixels
uniform float u_scale;  // device pixels per CSS pixel

out vec4 v_color;
out vec4 v_stripe;
out vec2 v_place;                 // from the middle of the rectangle, device pixels
flat out vec2 v_half;             // half its size, device pixels
flat out float v_radius;          // device pixels
flat out int v_pattern;

void main() {
  // Edges lie on device pixels: neighbouring spans neither overlap nor blur, and none is thinner than one.
  vec2 low = floor(a_box.xy * u_scale + 0.5);
  vec2 high = max(floor(a_box.zw * u_scale + 0.5), low + 1.0);
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  vec2 place = mix(low, high, corner);
  v_half = (high - low) * 0.5;
  v_place = (corner * 2.0 - 1.0) * v_half;
  v_radius = min(a_style.y * u_scale, min(v_half.x, v_half.y));
  v_pattern = int(a_style.x + 0.5);
  v_color = a_color;
  v_stripe = a_stripe;
  vec2 clip = place / (u_size * u_scale) * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
