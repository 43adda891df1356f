#version 300 es
// Colour times texture, in which letters and the edges of lines lie.
precision mediump float;

in vec2 v_texture;
in vec4 v_color;

uniform sampler2D u_texture;

out vec4 o_color;

void main() {
  o_color = v_color * texture(u_texture, v_texture);
}
