// The Scenario: a program and its settings, as the outside knows it.
//
// Everything that arrives as a Scenario (a link, a message, the API) goes through `toScenario`, which
// knows every key, its type and its bounds. Pure functions, no page.

export type Mode = "live" | "sim";
export type Gil = "3.10" | "3.9" | "off";
export type Policy = "fair" | "random";
export type MainOn = "worker" | "page";

export interface Scenario {
  code: string;
  mode: Mode;
  gil: Gil;
  cores: number;
  seed: number;
  /** Seconds, as in sys.setswitchinterval. */
  switchInterval: number;
  policy: Policy;
  mainOn: MainOn;
  title?: string;
  note?: string;
}

/** What a missing key means. Links leave these out, so they may never change. */
export const kDefaults: Readonly<Scenario> = Object.freeze({
  code: "",
  mode: "live",
  gil: "3.10",
  cores: 2,
  seed: 1,
  switchInterval: 0.005,
  policy: "fair",
  mainOn: "worker",
} as const);

/** Longest program, in UTF-8 bytes: limits::kSourceBytes. */
export const kMaxCodeBytes = 1 << 20;
export const kMaxTitle = 200;
const kMaxNote = 4000;

export class ScenarioError extends Error {
  override name = "ScenarioError";
}

function fail(key: string, wanted: string): never {
  throw new ScenarioError(`scenario: “${key}” must be ${wanted}`);
}

function oneOf<T extends string>(key: string, value: unknown, allowed: readonly T[]): T {
  if (typeof value === "string" && (allowed as readonly string[]).includes(value)) return value as T;
  return fail(key, `one of ${allowed.map((a) => JSON.stringify(a)).join(", ")}`);
}

function numberIn(key: string, value: unknown, low: number, high: number, integer: boolean): number {
  const fits = typeof value === "number" && Number.isFinite(value) && value >= low && value <= high;
  if (fits && (!integer || Number.isInteger(value))) return value;
  return fail(key, `${integer ? "a whole number" : "a number"} from ${low} to ${high}`);
}

function text(key: string, value: unknown, most: number): string {
  if (typeof value !== "string") return fail(key, "text");
  if (value.length > most) return fail(key, `at most ${most} characters long`);
  return value;
}

/** UTF-8 length without encoding anything, so that a huge text costs no memory. */
export function utf8Length(s: string): number {
  let bytes = 0;
  for (let i = 0; i < s.length; i++) {
    const unit = s.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < s.length) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes;
}

function program(value: unknown): string {
  if (typeof value !== "string") return fail("code", "text");
  if (value.length > kMaxCodeBytes || utf8Length(value) > kMaxCodeBytes) {
    return fail("code", "at most 1 MB long");
  }
  return value.replace(/\r\n?/g, "\n");
}

/**
 * A full Scenario from anything: missing keys take the defaults, unknown keys are ignored (a newer
 * page may have written them), a wrong type or an impossible value throws ScenarioError.
 */
export function toScenario(input: unknown, base: Readonly<Scenario> = kDefaults): Scenario {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    throw new ScenarioError("scenario: an object is expected");
  }
  const given = input as Record<string, unknown>;
  const has = (key: string): boolean => Object.hasOwn(given, key) && given[key] !== undefined && given[key] !== null;
  const out: Scenario = { ...base };
  if (has("code")) out.code = program(given.code);
  if (has("mode")) out.mode = oneOf("mode", given.mode, ["live", "sim"] as const);
  if (has("gil")) out.gil = oneOf("gil", given.gil, ["3.10", "3.9", "off"] as const);
  if (has("cores")) out.cores = numberIn("cores", given.cores, 1, 64, true);
  if (has("seed")) out.seed = numberIn("seed", given.seed, 0, Number.MAX_SAFE_INTEGER, true);
  if (has("switchInterval")) out.switchInterval = numberIn("switchInterval", given.switchInterval, 1e-6, 10, false);
  if (has("policy")) out.policy = oneOf("policy", given.policy, ["fair", "random"] as const);
  if (has("mainOn")) out.mainOn = oneOf("mainOn", given.mainOn, ["worker", "page"] as const);
  if (has("title")) out.title = text("title", given.title, kMaxTitle);
  if (has("note")) out.note = text("note", given.note, kMaxNote);
  return out;
}

/** Only what differs from the defaults, in a fixed order of keys: the JSON inside a link. */
export function withoutDefaults(scenario: Readonly<Scenario>): Partial<Scenario> {
  const keys = ["code", "mode", "gil", "cores", "seed", "switchInterval", "policy", "mainOn", "title", "note"] as const;
  const out: Record<string, unknown> = {};
  for (const key of keys) {
    const value = scenario[key];
    if (value !== undefined && value !== "" && value !== (kDefaults as Scenario)[key]) out[key] = value;
  }
  return out as Partial<Scenario>;
}
