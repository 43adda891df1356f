// Links: `#v1.` + base64url(raw deflate(JSON of the Scenario, defaults left out)), and `#ex/NAME`.
//
// A link comes from anywhere. It is bounded before inflating and while inflating, and whatever is
// wrong with it is one line, never an exception that escapes. Synchronous on purpose: `link()` of
// the API returns text, and one deflate for every browser gives the same link everywhere.

import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { type Scenario, ScenarioError, toScenario, withoutDefaults } from "./scenario";

/** Longest fragment that is looked at, in characters. Beyond: one line, empty editor. */
export const kMaxFragment = 64 * 1024;
/** Most a link may inflate to, in bytes. Beyond: one line, empty editor. */
export const kMaxInflated = 1 << 20;
/** Inflated piece by piece; deflate gives at most 1032 bytes for one, so a piece gives half a megabyte at worst. */
const kInflatePiece = 512;

export type Fragment =
  | { kind: "none" }
  | { kind: "example"; name: string; settings: Record<string, unknown> }
  | { kind: "scenario"; scenario: Scenario }
  | { kind: "trace"; address: string }
  | { kind: "broken"; line: string };

export function toBase64Url(bytes: Uint8Array): string {
  let binary = "";
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(binary, (c) => c.charCodeAt(0));
}

/** Raw-deflated bytes to bytes; null when they are damaged, cut off, or inflate to more than `most`. */
export function inflateBounded(bytes: Uint8Array, most: number): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((chunk) => {
    length += chunk.length;
    if (length <= most) parts.push(chunk);
  });
  try {
    for (let i = 0; i < bytes.length && length <= most; i += kInflatePiece) {
      inflate.push(bytes.subarray(i, i + kInflatePiece), i + kInflatePiece >= bytes.length);
    }
  } catch {
    return null;
  }
  if (length > most || bytes.length === 0) return null;
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** The fragment, with its `#`, of a scenario. */
export function encodeFragment(scenario: Readonly<Scenario>): string {
  const json = JSON.stringify(withoutDefaults(scenario));
  return `#v1.${toBase64Url(deflateSync(strToU8(json), { level: 9 }))}`;
}

/** `#ex/NAME?gil=off&cores=4`: settings of an example that differ from its own. */
function exampleSettings(query: string): Record<string, unknown> {
  const numeric = ["cores", "seed", "switchInterval"];
  const known = ["mode", "gil", "policy", "mainOn", "title", "note", ...numeric];
  const out: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(query)) {
    if (known.includes(key)) out[key] = numeric.includes(key) ? Number(value) : value;
  }
  return out;
}

/** `#trace=ADDRESS`, percent-encoded or as it is. */
function traceAddress(text: string): Fragment {
  let address = text;
  try {
    address = decodeURIComponent(text);
  } catch {
    // a percent sign of its own
  }
  return { kind: "trace", address };
}

const broken = (line: string): Fragment => ({ kind: "broken", line });

/** What a location's fragment asks for. Never throws. */
export function decodeFragment(hash: string): Fragment {
  if (hash.length > kMaxFragment) return broken("This link is too long (more than 64 KB), so nothing was opened.");
  const text = hash.startsWith("#") ? hash.slice(1) : hash;
  if (text === "") return { kind: "none" };
  if (text.startsWith("ex/")) {
    const [name = "", query = ""] = text.slice(3).split("?", 2);
    if (/^[a-z0-9-]{1,64}$/.test(name)) return { kind: "example", name, settings: exampleSettings(query) };
    return broken("This link names no example, so nothing was opened.");
  }
  if (text.startsWith("trace=")) return traceAddress(text.slice(6));
  if (!text.startsWith("v1.")) {
    const newer = /^v\d+\./.test(text);
    return broken(
      newer
        ? "This link was made by a newer Interleave than this one, so nothing was opened."
        : "This link is not one of Interleave’s, so nothing was opened.",
    );
  }
  const packed = fromBase64Url(text.slice(3));
  const bytes = packed && inflateBounded(packed, kMaxInflated);
  if (!bytes) return broken("This link is broken or cut off, so nothing was opened.");
  try {
    return { kind: "scenario", scenario: toScenario(JSON.parse(strFromU8(bytes))) };
  } catch (error) {
    if (error instanceof ScenarioError) return broken(`This link is broken (${error.message}), so nothing was opened.`);
    return broken("This link is broken or cut off, so nothing was opened.");
  }
}
