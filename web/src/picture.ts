// The canvas as a PNG: its own pixels, under a line that says what was run.
//
// Knows the canvas and the player. The picture must be copied in the task in which it was drawn: a
// WebGL canvas keeps nothing afterwards.

import { byId } from "./dom";
import type { Player } from "./player";

const kLine = 36; // CSS pixels
const kMargin = 14;

function fitted(context: CanvasRenderingContext2D, text: string, room: number): string {
  if (context.measureText(text).width <= room) return text;
  let end = text.length;
  while (end > 0 && context.measureText(`${text.slice(0, end)}…`).width > room) end--;
  return `${text.slice(0, end)}…`;
}

export function drawPicture(player: Player): Promise<Blob> {
  const canvas = byId<HTMLCanvasElement>("canvas");
  const scale = canvas.width / Math.max(1, canvas.clientWidth);
  const picture = document.createElement("canvas");
  picture.width = canvas.width;
  picture.height = canvas.height + Math.round(kLine * scale);
  const context = picture.getContext("2d");
  const caption = player.drawNow();
  if (!context || canvas.width === 0 || player.reason !== "") return Promise.reject(new Error(player.reason || "there is no picture"));
  const style = getComputedStyle(document.documentElement);
  const color = (name: string): string => style.getPropertyValue(name).trim();
  context.fillStyle = color("--bar");
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(canvas, 0, picture.height - canvas.height);
  context.textBaseline = "middle";
  const middle = (kLine * scale) / 2;
  context.font = `600 ${13 * scale}px ${color("--sans")}`;
  context.fillStyle = color("--muted");
  const name = "Interleave";
  const nameWidth = context.measureText(name).width;
  context.fillText(name, picture.width - kMargin * scale - nameWidth, middle);
  context.fillStyle = color("--text");
  const whole = byId("opened").hidden ? caption : `Opened trace · ${caption}`;
  context.fillText(fitted(context, whole, picture.width - 3 * kMargin * scale - nameWidth), kMargin * scale, middle);
  return new Promise((resolve, reject) => {
    picture.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made"))), "image/png");
  });
}
