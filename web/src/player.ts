// The player: one program, its settings, its runs. What window.interleave and the messages speak to.
//
// Knows no DOM. The page listens to its events and lends it the editor's text. Page thread only.

import type { Costs, Engine, FrameStats, Result, State, Summary, TimelineView } from "./engine";
import { encodeFragment } from "./link";
import type { LongTask } from "./long_tasks";
import { kDefaults, kMaxTitle, type Scenario, toScenario } from "./scenario";

/** Time between two looks at a running program. */
const kPollMs = 30;

export interface Moment {
  at: string;
  atNs: number;
  threads: { id: number; name: string; frames: { function: string; line: number; variables: [string, string][] }[] }[];
}

export interface PlayerEvents {
  output: { stream: "stdout" | "stderr"; text: string };
  state: { state: State };
  finished: Result;
  /** A run begins: whatever the last one left is out of date. */
  cleared: Record<string, never>;
  /** A scenario was loaded: show its program and its words. */
  loaded: Scenario;
  /** A saved trace was opened, after its scenario was loaded: what is shown is no run of this page. */
  opened: { name: string; summary: Summary };
  /** There is a trace now that can be saved, or none any more. */
  traced: { there: boolean };
  /** The canvas changed the settings. */
  settings: Scenario;
  /** A thread waits in input() for a line, or none does any more. */
  input: { wanted: boolean };
  /** A simulated run at the playhead; without threads: nothing to show. */
  moment: Moment;
  lines: { threads: { name: string; line: number; color: string }[] };
  select: { line: number };
  /** The span under the pointer ran through these lines; 0: none. */
  light: { from: number; to: number };
  twin: { text: string; rows: unknown };
  /** The span that was chosen, in words; "": none any more. */
  span: { text: string };
  /** The machine broke down and will not come back without a reload. */
  crashed: { line: string };
  /** MainThread is about to take the page's own thread, or has given it back. */
  frozen: { on: boolean };
  /** One line from the page itself about why something did not happen. */
  problem: { line: string };
}

type Listener<K extends keyof PlayerEvents> = (data: PlayerEvents[K]) => void;

export class Player {
  /** Text of the editor; the page sets both when it has one. */
  readCode: () => string = () => this.settings.code;
  /** Whether this browser has real threads for the program. */
  hasThreads: () => boolean = () => false;
  /** Long tasks of the page's own thread since the last call. */
  longTasks: () => LongTask[] = () => [];
  /** Resolves when what the page says has reached the screen. */
  painted: () => Promise<void> = () => Promise.resolve();
  private settings: Scenario = { ...kDefaults };
  private engine: Engine | null = null;
  private unusable = "Interleave is still loading";
  private current: State = "idle";
  private last: Result | null = null;
  private there = false;
  /** The run under way belongs to a program that has been replaced: nobody wants to read its output. */
  private outdated = false;
  private waiting: { resolve: (r: Result) => void; reject: (e: Error) => void }[] = [];
  /** A run is about to take the page's own thread. */
  private freezing = false;
  private pending: [event: string, json: string][] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listeners = new Map<keyof PlayerEvents, Set<(data: never) => void>>();

  on<K extends keyof PlayerEvents>(event: K, listener: Listener<K>): () => void {
    const set = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, set);
    set.add(listener as (data: never) => void);
    return () => void set.delete(listener as (data: never) => void);
  }

  private emit<K extends keyof PlayerEvents>(event: K, data: PlayerEvents[K]): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) {
      try {
        (listener as Listener<K>)(data);
      } catch (error) {
        console.error(error); // a listener's own mistake must not stop the run
      }
    }
  }

  get state(): State {
    return this.current;
  }

  get stale(): boolean {
    return this.outdated;
  }

  /** Whether there is a trace to save. */
  get traced(): boolean {
    return this.there;
  }

  private setTraced(there: boolean): void {
    this.there = there;
    this.emit("traced", { there });
  }

  /** Why run() would refuse, or "". */
  get reason(): string {
    return this.engine ? "" : this.unusable;
  }

  attach(engine: Engine): void {
    this.engine = engine;
    this.push();
  }

  /** No engine, or no more: says why from now on, and ends what was waiting. */
  detach(why: string): void {
    this.engine = null;
    this.unusable = why;
    this.setTraced(false);
    clearTimeout(this.timer);
    this.setState("idle");
    for (const { reject } of this.waiting.splice(0)) reject(new Error(why));
  }

  scenario(): Scenario {
    return { ...this.settings, code: this.readCode() };
  }

  /** Throws ScenarioError when the scenario makes no sense; the page then stays as it was. */
  load(input: unknown): void {
    const next = toScenario(input);
    if (this.current !== "idle") {
      this.outdated = true;
      this.freezing = false;
      this.guarded((engine) => engine.stop());
    }
    this.settings = next;
    this.emit("loaded", { ...next });
    if (this.current === "idle") this.push();
  }

  /** New settings from the page's own controls; code and words stay. */
  change(part: Partial<Scenario>): void {
    this.settings = toScenario(part, this.scenario());
    if (this.current === "idle") this.push();
    this.emit("settings", this.scenario());
  }

  /** Tells the machine what would run now. "" or what is wrong. */
  private push(): string {
    if (!this.engine) return this.unusable;
    return this.guarded((engine) => engine.setScenario(JSON.stringify(this.scenario()))) ?? this.unusable;
  }

  async run(): Promise<Result> {
    if (!this.engine) throw this.refuse(this.unusable);
    if (this.current !== "idle") throw new Error("already running: wait for the run to end, or stop it");
    const problem = this.push();
    if (problem) throw this.refuse(problem);
    this.outdated = false;
    this.setTraced(false);
    this.emit("cleared", {});
    if (this.takesThePage() && !(await this.prepareToFreeze())) throw new Error("stopped before it began");
    this.longTasks(); // those until now are not the run's
    const started = this.guarded((engine) => engine.run());
    if (started === undefined) throw new Error(this.unusable);
    this.emit("frozen", { on: false });
    if (!started) {
      this.setState("idle");
      throw this.refuse("the run could not be started");
    }
    this.setState("running");
    const result = new Promise<Result>((resolve, reject) => this.waiting.push({ resolve, reject }));
    this.poll();
    return result;
  }

  private takesThePage(): boolean {
    return this.settings.mainOn === "page" && this.settings.mode === "live" && this.hasThreads();
  }

  /**
   * The page says what is coming while it can, and has its workers made: frozen, it could do neither.
   * False: stopped meanwhile.
   */
  private async prepareToFreeze(): Promise<boolean> {
    this.freezing = true;
    this.setState("running");
    this.emit("frozen", { on: true });
    for (let i = 0; i < 200 && this.guarded((engine) => engine.isWarm()) === false; i++) {
      if (i === 0) this.guarded((engine) => engine.warmUp());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await this.painted();
    const goes = this.freezing;
    this.freezing = false;
    if (!goes) this.thaw();
    return goes;
  }

  private thaw(): void {
    this.setState("idle");
    this.push();
    this.emit("frozen", { on: false });
  }

  /** A line for a thread that waits in input(); false: nobody takes it. */
  giveLine(line: string): boolean {
    return this.guarded((engine) => engine.giveLine(line)) ?? false;
  }

  async stop(): Promise<Result | null> {
    if (this.current === "idle" || !this.engine) return this.last;
    if (this.freezing) {
      this.freezing = false;
      return this.last;
    }
    const result = new Promise<Result>((resolve, reject) => this.waiting.push({ resolve, reject }));
    this.guarded((engine) => engine.stop());
    this.poll();
    return result;
  }

  refuse(line: string): Error {
    this.emit("problem", { line });
    return new Error(line);
  }

  link(page: string): string {
    const url = new URL("index.html", page);
    url.hash = "";
    return url.href + this.fragment();
  }

  fragment(): string {
    return encodeFragment(this.scenario());
  }

  trace(form: "text" | "chrome"): Blob {
    if (form !== "text" && form !== "chrome") throw new Error('trace: the form is "text" or "chrome"');
    return new Blob(this.guarded((engine) => engine.trace(form)) ?? []);
  }

  traceText(form: "text" | "chrome"): string {
    if (form !== "text" && form !== "chrome") throw new Error('trace: the form is "text" or "chrome"');
    const decoder = new TextDecoder();
    return (this.guarded((engine) => engine.trace(form)) ?? []).map((piece) => decoder.decode(piece, { stream: true })).join("");
  }

  table(): string {
    return this.guarded((engine) => engine.table()) ?? "";
  }

  drawNow(): string {
    return this.guarded((engine) => engine.drawNow()) ?? "";
  }

  /** A saved trace by the end of its file. Throws the line that says why not; the page then stays as it was. */
  openTrace(file: string, name: string): Summary {
    if (!this.engine) throw new Error(this.unusable);
    if (this.current !== "idle") throw new Error("a program is running: stop it first");
    const opened = this.guarded((engine) => engine.openTrace(file)) ?? this.unusable;
    if (typeof opened === "string") throw new Error(opened);
    const title = String(opened.scenario.title ?? "").slice(0, kMaxTitle);
    this.load({ ...opened.scenario, title: title || undefined });
    this.setTraced(true);
    this.emit("opened", { name, summary: opened.summary });
    return opened.summary;
  }

  frameStats(): FrameStats {
    const none = { frames: 0, cpuMsMedian: 0, cpuMsP99: 0, spansDrawn: 0, spansTotal: 0 };
    return this.guarded((engine) => engine.frameStats()) ?? none;
  }

  costs(): Costs | null {
    return this.guarded((engine) => engine.costs()) ?? null;
  }

  timeline(): TimelineView | null {
    return this.guarded((engine) => engine.timeline()) ?? null;
  }

  diagnose(source: string): ReturnType<Engine["diagnose"]> {
    return this.guarded((engine) => engine.diagnose(source)) ?? [];
  }

  caret(line: number): void {
    this.guarded((engine) => engine.caret(line));
  }

  setView(view: Parameters<Engine["setView"]>[0]): void {
    this.guarded((engine) => engine.setView(view));
  }

  /** A machine that broke down (a WebAssembly trap) is given up in one line; the page lives on. */
  private guarded<T>(call: (engine: Engine) => T): T | undefined {
    if (!this.engine) return undefined;
    try {
      return call(this.engine);
    } catch (error) {
      console.warn(error); // with its stack, for whoever looks for the cause
      this.crashed(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  crashed(why: string): void {
    if (!this.engine) return;
    const line = `The machine broke down (${why.split("\n")[0]}). Reload the page to go on; your program is kept.`;
    this.detach(line);
    this.emit("crashed", { line });
    this.emit("problem", { line });
  }

  private setState(state: State): void {
    if (state === this.current) return;
    this.current = state;
    this.emit("state", { state });
  }

  private poll = (): void => {
    clearTimeout(this.timer);
    this.guarded((engine) => {
      for (const [ago, duration] of this.longTasks()) engine.longTask(ago, duration);
      engine.poll();
    });
    this.deliver();
    if (!this.engine) return;
    const state = this.guarded((engine) => engine.state());
    if (state === undefined) return;
    if (state !== "idle") this.timer = setTimeout(this.poll, kPollMs);
    else {
      // The run may have ended between the two looks: the machine wants to say what it came to.
      this.guarded((engine) => engine.poll());
      this.deliver();
      if (this.waiting.length > 0 || this.current !== "idle") this.finish(this.engine?.result() ?? null);
    }
    this.setState(state);
  };

  private finish(result: Result | null): void {
    this.setState("idle");
    this.push(); // edits and settings made during the run
    if (!result) {
      for (const { reject } of this.waiting.splice(0)) reject(new Error("the run left no result"));
      return;
    }
    this.last = result;
    this.setTraced(result.traceHash !== "");
    this.emit("finished", result);
    for (const { resolve } of this.waiting.splice(0)) resolve(result);
  }

  /**
   * What the machine has to say. It calls from inside its own functions, so nothing is handed on before
   * it has returned: a listener may well start the next run.
   */
  notify = (event: string, json: string): void => {
    this.pending.push([event, json]);
    if (this.pending.length === 1) queueMicrotask(this.deliver);
  };

  private deliver = (): void => {
    for (const [event, json] of this.pending.splice(0)) this.receive(event, json);
  };

  private receive(event: string, json: string): void {
    let data: unknown;
    try {
      data = json === "" ? {} : JSON.parse(json);
    } catch {
      console.warn(`interleave: event ${event} is not JSON`);
      return;
    }
    switch (event) {
      case "output":
        this.emit("output", data as PlayerEvents["output"]);
        break;
      case "finished":
        this.finish(data as Result);
        break;
      case "state":
        if ((data as { state: State }).state !== "idle") this.setState((data as { state: State }).state);
        break;
      case "request":
        this.requested((data as { action?: string }).action);
        break;
      case "settings":
        this.adopt(data);
        break;
      case "input":
      case "light":
      case "lines":
      case "moment":
      case "select":
      case "span":
      case "twin":
        this.emit(event, data as never);
        break;
      default:
        console.warn(`interleave: unknown event ${event}`);
    }
  }

  private requested(action: string | undefined): void {
    if (action === "run") this.run().catch(() => undefined);
    if (action === "stop") this.stop().catch(() => undefined);
  }

  private adopt(data: unknown): void {
    const { gil, switchInterval, mode, cores, seed, policy, mainOn } = data as Partial<Scenario>;
    try {
      this.settings = toScenario({ gil, switchInterval, mode, cores, seed, policy, mainOn }, this.scenario());
    } catch (error) {
      console.warn(error);
      return;
    }
    this.emit("settings", this.scenario());
  }
}
