#version 300 es
// Triangles of Dear ImGui, in CSS pixels from the top left corner of the canvas.
precision highp float;

layout(location = 0) in vec2 a_place;
layout(location = 1) in vec2 a_texture;
layout(location = 2) in vec4 a_color;

uniform vec2 u_size;  // of the canvas, CSS pixels

out vec2 v_texture;
out vec4 v_color;

void main() {
  v_texture = a_texture;
  v_color = a_color;
  vec2 clip = a_place / u_size * 2.0 - 1.0;
  gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
