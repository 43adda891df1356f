// window.interleave, and the same by postMessage for the page that embeds this one.

import type { Costs, FrameStats, Result, Summary, TimelineView } from "./engine";
import { openFile } from "./exchange";
import { parseMessage, type Request } from "./messages";
import { drawPicture } from "./picture";
import type { Player } from "./player";
import type { Scenario } from "./scenario";

interface PublicEvents {
  output: { stream: "stdout" | "stderr"; text: string };
  state: { state: string };
  finished: Result;
}

export interface InterleaveApi {
  readonly ready: Promise<void>;
  readonly threads: boolean;
  load(scenario: Partial<Scenario>): void;
  scenario(): Scenario;
  run(): Promise<Result>;
  stop(): Promise<Result | null>;
  link(): string;
  trace(form: "text" | "chrome"): string;
  /** Opens a saved trace. Rejects with one line, and leaves the page as it was, when it is none. */
  openTrace(file: Blob | string): Promise<Summary>;
  /** The last run, or the trace that was opened, as plain text. */
  table(): string;
  /** The canvas as it stands, as PNG, with a line above it that says what was run. */
  picture(): Promise<Blob>;
  frameStats(): FrameStats;
  /** What the frames since the last look have cost, and how many bytes the spans take: for benchmarks. */
  costs(): Costs | null;
  /** What the timeline shows, as data. */
  timeline(): TimelineView | null;
  on<K extends keyof PublicEvents>(event: K, listener: (data: PublicEvents[K]) => void): () => void;
}

declare global {
  interface Window {
    interleave: InterleaveApi;
  }
}

const kEvents = ["output", "state", "finished"] as const;

export function makeApi(player: Player, ready: Promise<void>, threads: boolean): InterleaveApi {
  return Object.freeze({
    ready,
    threads,
    load: (scenario: Partial<Scenario>) => player.load(scenario),
    scenario: () => player.scenario(),
    run: () => player.run(),
    stop: () => player.stop(),
    link: () => player.link(document.baseURI),
    trace: (form: "text" | "chrome") => player.traceText(form),
    openTrace: (file: Blob | string) => openFile(player, file instanceof Blob ? file : new Blob([String(file)]), ""),
    table: () => player.table(),
    picture: () => drawPicture(player),
    frameStats: () => player.frameStats(),
    costs: () => player.costs(),
    timeline: () => player.timeline(),
    on: <K extends keyof PublicEvents>(event: K, listener: (data: PublicEvents[K]) => void) => {
      if (!(kEvents as readonly string[]).includes(event)) throw new Error(`no such event: ${String(event)}`);
      return player.on(event, listener as never);
    },
  });
}

async function answer(api: InterleaveApi, { method, args }: Request): Promise<unknown> {
  switch (method) {
    case "ready":
      return api.ready;
    case "threads":
      return api.threads;
    case "load":
      return api.load(args[0] as Partial<Scenario>);
    case "scenario":
      return api.scenario();
    case "run":
      return api.run();
    case "stop":
      return api.stop();
    case "link":
      return api.link();
    case "trace":
      return api.trace(args[0] as "text" | "chrome");
    case "openTrace":
      return api.openTrace(args[0] as Blob | string);
    case "table":
      return api.table();
    case "picture":
      return api.picture();
    case "frameStats":
      return api.frameStats();
  }
}

/** Nothing happens when the page is not embedded. Returns how to tell the embedder a height. */
export function serveMessages(api: InterleaveApi, player: Player): (height: number) => void {
  const embedder = window.parent;
  if (embedder === window) return () => undefined;
  window.addEventListener("message", (event) => {
    if (event.source !== embedder) return;
    const parsed = parseMessage(event.data);
    if (parsed.kind === "ignore") return;
    const origin = event.origin === "null" ? "*" : event.origin;
    const reply = (message: object): void => embedder.postMessage({ interleave: 1, ...message }, origin);
    if (parsed.kind === "error") return reply({ id: parsed.id, error: parsed.error });
    const { id } = parsed.request;
    answer(api, parsed.request).then(
      (result) => reply({ id, result }),
      (error: unknown) => reply({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
  const tell = (event: string, data: unknown): void => embedder.postMessage({ interleave: 1, event, data }, "*");
  for (const event of kEvents) player.on(event, (data) => tell(event, data));
  return (height) => tell("resize", { height });
}
