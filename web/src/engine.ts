// The wasm module behind one small interface: names, types and text marshalling of its C ABI.
//
// Knows nothing of the page. Only the page's own thread calls it.

export interface RunThread {
  id: number;
  name: string;
  daemon: boolean;
  ns: { running: number; waitingGil: number; blocked: number; sleepingIo: number; native: number; ready: number };
}

export interface Result {
  status: "finished" | "failed" | "deadlock" | "stopped" | "limit";
  exitCode: number;
  stdout: string;
  stderr: string;
  elapsedNs: number;
  mode: string;
  gil: string;
  traceHash: string;
  events: number;
  dropped: number;
  gilHandoffs: number;
  gilForced: number;
  threads: RunThread[];
  message: string;
}

/** Of a Result, what a saved trace tells. */
export type Summary = Omit<Result, "exitCode" | "stdout" | "stderr">;

/** A saved trace that has taken the place of the last run's: what was run, and how it went. */
export interface OpenedTrace {
  scenario: Record<string, unknown>;
  summary: Summary;
}

export interface FrameStats {
  frames: number;
  cpuMsMedian: number;
  cpuMsP99: number;
  spansDrawn: number;
  spansTotal: number;
}

/** Of each frame since the last look: milliseconds of this thread for model, picture, and handing over to the card. */
export interface Costs {
  frames: [number, number, number][];
  spans: number;
  bytes: number;
}

/** As src/ui/picture.cpp writes it; for tests and the curious. */
export type TimelineView = Record<string, unknown>;

export interface Diagnostic {
  line: number;
  col: number;
  endLine: number;
  endCol: number;
  message: string;
}

export interface View {
  dark: boolean;
  cssWidth: number;
  cssHeight: number;
  dpr: number;
  compact: boolean;
  readonly: boolean;
  highContrast: boolean;
}

export type State = "idle" | "running" | "stopping";
export type Notify = (event: string, json: string) => void;

export interface Engine {
  /** "" or the line that says what is wrong. */
  setScenario(json: string): string;
  /** False: refused, a run is under way. */
  run(): boolean;
  /** Has the library compiled and some workers made, in the background, before the first run needs them. */
  warmUp(): void;
  /** Whether that is done and workers are idle. */
  isWarm(): boolean;
  /** The page's own thread was busy for `duration` ms, from `ago` ms before now on. */
  longTask(ago: number, duration: number): void;
  stop(): void;
  /** A line for a thread that waits in input(); false: nobody takes it. */
  giveLine(line: string): boolean;
  state(): State;
  /** Delivers what is pending through the Notify function, before it returns. */
  poll(): void;
  result(): Result | null;
  /** The last run's trace, or the one that was opened, as UTF-8 in pieces: it may be larger than a text can be. */
  trace(form: "text" | "chrome"): Uint8Array<ArrayBuffer>[];
  /** The end of a saved trace's file. A text: why it was refused; then nothing changed. */
  openTrace(file: string): OpenedTrace | string;
  /** What the canvas shows, as plain text; "" when there is no run. */
  table(): string;
  /** Draws at once, so that the canvas can be copied before the caller returns. The line to put above it. */
  drawNow(): string;
  frameStats(): FrameStats;
  costs(): Costs | null;
  /** What the picture shows: rows, view, choice, what can be pressed and where. */
  timeline(): TimelineView | null;
  setView(view: View): void;
  caret(line: number): void;
  diagnose(source: string): Diagnostic[];
  version(): string;
}

interface Module {
  ccall(name: string, returns: string | null, argTypes: string[], args: unknown[]): unknown;
  stringToNewUTF8?(text: string): number;
  UTF8ToString?(pointer: number): string;
  _free?(pointer: number): void;
  [name: string]: unknown;
}

export type CreateModule = (args: Record<string, unknown>) => Promise<Module>;

const kStates: readonly State[] = ["idle", "running", "stopping"];

function parse<T>(json: string, otherwise: T): T {
  if (json === "") return otherwise;
  try {
    return JSON.parse(json) as T;
  } catch {
    return otherwise;
  }
}

/** ccall puts text on the small wasm stack, where a long program has no room: use the heap if it is there. */
function callWithText(module: Module, name: string, text: string): string {
  const f = module[`_${name}`];
  if (module.stringToNewUTF8 && module.UTF8ToString && module._free && typeof f === "function") {
    const pointer = module.stringToNewUTF8(text);
    try {
      const answer = (f as (p: number) => number | undefined)(pointer);
      return answer ? module.UTF8ToString(answer) : "";
    } finally {
      module._free(pointer);
    }
  }
  return (module.ccall(name, "string", ["string"], [text]) as string | null) ?? "";
}

function wrap(module: Module, pieces: Uint8Array<ArrayBuffer>[]): Engine {
  const text = (name: string): string => (module.ccall(name, "string", [], []) as string | null) ?? "";
  const number = (name: string): number => module.ccall(name, "number", [], []) as number;
  return {
    setScenario: (json) => callWithText(module, "il_set_scenario", json),
    run: () => number("il_run") === 1,
    warmUp: () => void module.ccall("il_warm_up", null, [], []),
    isWarm: () => number("il_is_warm") === 1,
    longTask: (ago, duration) => void module.ccall("il_long_task", null, ["number", "number"], [ago, duration]),
    stop: () => void module.ccall("il_stop", null, [], []),
    giveLine: (line) => module.ccall("il_input", "number", ["string"], [line]) === 1,
    state: () => kStates[number("il_state")] ?? "idle",
    poll: () => void module.ccall("il_poll", null, [], []),
    result: () => parse<Result | null>(text("il_result"), null),
    trace: (form) => {
      callWithText(module, "il_trace", form);
      return pieces.splice(0);
    },
    openTrace: (file) => {
      const answer = parse<{ error?: string } & OpenedTrace>(callWithText(module, "il_open_trace", file), {
        error: "the machine gave no answer",
      } as { error: string } & OpenedTrace);
      return answer.error ?? answer;
    },
    table: () => text("il_table"),
    drawNow: () => text("il_draw_now"),
    frameStats: () =>
      parse<FrameStats>(text("il_frame_stats"), { frames: 0, cpuMsMedian: 0, cpuMsP99: 0, spansDrawn: 0, spansTotal: 0 }),
    costs: () => parse<Costs | null>(text("il_costs"), null),
    timeline: () => parse<TimelineView | null>(text("il_timeline"), null),
    setView: (view) => void callWithText(module, "il_set_view", JSON.stringify(view)),
    caret: (line) => void module.ccall("il_caret", null, ["number"], [line]),
    diagnose: (source) => {
      const list = parse<unknown>(callWithText(module, "il_diagnose", source), []);
      return Array.isArray(list) ? (list as Diagnostic[]) : [];
    },
    version: () => text("il_demo_version"),
  };
}

/** Why the machine cannot work in this browser at all, or "". */
export function missingFeature(): string {
  if (typeof WebAssembly !== "object") return "this browser has no WebAssembly";
  const probe = document.createElement("canvas").getContext("webgl2");
  if (!probe) return "this browser offers no WebGL 2, which the timeline is drawn with";
  probe.getExtension("WEBGL_lose_context")?.loseContext();
  return "";
}

/** With threads and the memory they share, or without: then it only simulates. */
export type Program = "interleave" | "interleave-single";

/**
 * Loads the program and its wasm from beside the page. Rejects with one plain line when that fails,
 * also when the module gives up on its own: Emscripten then calls onAbort and its promise may stay open.
 */
export async function loadEngine(
  program: Program, canvas: HTMLCanvasElement, onNotify: Notify, onAbort: (why: string) => void,
): Promise<Engine> {
  const url = new URL(`${program}.js`, document.baseURI).href;
  let create: CreateModule;
  try {
    create = ((await import(url)) as { default: CreateModule }).default;
  } catch {
    throw new Error(`${program}.js could not be loaded`);
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const aborted = new Promise<never>((_, reject) => {
    const abort = (why: unknown): void => {
      const line = why instanceof Error ? why.message : String(why ?? "");
      reject(new Error(line.split("\n")[0] || "the machine gave up while starting"));
      onAbort(line);
    };
    const onPiece = (piece: Uint8Array<ArrayBuffer>): void => void pieces.push(piece);
    instance = create({ canvas, onNotify, onPiece, onAbort: abort, printErr: (line: string) => console.warn(line) });
  });
  aborted.catch(() => undefined);
  const module = await Promise.race([instance!, aborted]);
  return wrap(module, pieces);
}

let instance: Promise<Module> | undefined;
