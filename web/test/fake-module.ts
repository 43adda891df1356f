// A stand-in for interleave.js with the same C ABI, for developing and testing the page alone. It
// runs no Python: it plays back a canned run and paints a canned picture. Never part of the site.
//   node test/build-fake.mjs DIR     puts it into DIR as interleave.js

interface Args {
  canvas: HTMLCanvasElement;
  onNotify(event: string, json: string): void;
  onPiece(piece: Uint8Array): void;
}

interface Settings {
  code: string;
  gil: string;
  switchInterval: number;
  [key: string]: unknown;
}

const kRunMs = 1010;
const kGreen = "#2eb67d";
const kAmber = "#e8a33d";
const kGrey = "#5b6878";
const kBlue = "#4ea1e8";

class Fake {
  settings: Settings = { code: "", gil: "3.10", switchInterval: 0.005 };
  state = 0;
  private began = 0;
  private said = 0;
  result = "";
  private view = { dark: true, cssWidth: 300, cssHeight: 200, dpr: 1, compact: false };
  private frames = 0;
  private stderr = "";
  private stdout = "";
  private endless = false;

  constructor(private readonly args: Args) {
    args.canvas.addEventListener("pointerdown", (event) => {
      if (event.offsetY < 48 && event.offsetX < 90) this.send("request", { action: "run" });
      else if (event.offsetY < 48 && event.offsetX < 170) this.send("request", { action: "stop" });
    });
  }

  send(event: string, data: unknown): void {
    this.args.onNotify(event, JSON.stringify(data));
  }

  il_set_scenario(json: string): string {
    const next = JSON.parse(json) as Settings;
    if (next.mode === "sim") return "the simulated mode is not part of this build";
    this.settings = next;
    this.draw();
    return "";
  }

  il_run(): number {
    if (this.state !== 0) return 0;
    this.state = 1;
    this.began = performance.now();
    this.said = 0;
    this.stdout = this.stderr = "";
    this.endless = this.settings.code.includes("while True");
    return 1;
  }

  il_stop(): void {
    if (this.state === 1) this.state = 2;
  }

  private out(stream: "stdout" | "stderr", text: string): void {
    if (stream === "stdout") this.stdout += text;
    else this.stderr += text;
    this.send("output", { stream, text });
  }

  il_poll(): void {
    if (this.state === 0) return;
    const t = performance.now() - this.began;
    const words = [...this.settings.code.matchAll(/print\((?:f?"([^"]*)")/g)].map((m) => m[1] ?? "");
    const due = Math.min(words.length, Math.floor((t / kRunMs) * words.length) + 1);
    for (; this.said < due; this.said++) this.out("stdout", `${words[this.said]}\n`);
    const lines = this.settings.code.split("\n").length;
    this.send("lines", {
      threads: [
        { name: "MainThread", line: lines - 1, color: kGrey },
        { name: "Thread-1", line: 1 + (Math.floor(t / 60) % lines), color: kGreen },
        { name: "Thread-2", line: 1 + (Math.floor(t / 90) % lines), color: kAmber },
      ],
    });
    this.draw();
    if (this.state === 2) this.finish("stopped", 130, t);
    else if (t >= kRunMs && !this.endless) this.finish("finished", 0, t);
  }

  private finish(status: string, exitCode: number, t: number): void {
    const code = this.settings.code;
    const fault = /^.*1 \/ number.*$/m.exec(code);
    const line = fault ? code.slice(0, fault.index).split("\n").length : 0;
    if (fault) {
      this.out(
        "stderr",
        `Exception in thread Thread-2 (invert):\nTraceback (most recent call last):\n  File "main.py", line ${line}, in invert\n    ${fault[0].trim()}\nZeroDivisionError: division by zero\n`,
      );
    }
    this.state = 0;
    const ns = { running: 3e8, waitingGil: 2e8, blocked: 0, sleepingIo: 5e8, native: 0, ready: 0 };
    const threads = ["MainThread", "Thread-1", "Thread-2", "Thread-3"].map((name, id) => ({ id, name, daemon: false, ns }));
    const result = {
      status, exitCode, stdout: this.stdout, stderr: this.stderr, elapsedNs: t * 1e6, mode: "live", gil: this.settings.gil,
      traceHash: "0", events: 2214, dropped: 0, gilHandoffs: 168, gilForced: 161, threads, message: "",
    };
    this.result = JSON.stringify(result);
    this.send("twin", {
      text: "Two threads took as long as one after the other: 1.01 s against 1.00 s.",
      rows: [["Thread", "Running", "Waiting for the GIL"], ...threads.map((x) => [x.name, "300 ms", "200 ms"])],
    });
    this.send("finished", result);
    this.draw();
  }

  il_set_view(json: string): void {
    this.view = JSON.parse(json);
    this.args.canvas.width = this.view.cssWidth * this.view.dpr;
    this.args.canvas.height = this.view.cssHeight * this.view.dpr;
    this.draw();
  }

  il_diagnose(source: string): string {
    const lines = source.split("\n");
    const bad = lines.findIndex((l) => /^\s*def [^:]*$/.test(l));
    if (bad < 0) return "[]";
    const end = (lines[bad] ?? "").length + 1;
    return JSON.stringify([{ line: bad + 1, col: end, endLine: bad + 1, endCol: end, message: "expected ':'" }]);
  }

  il_frame_stats(): string {
    const frames = this.frames;
    this.frames = 0;
    return JSON.stringify({ frames, cpuMsMedian: 0.4, cpuMsP99: 1.2, spansDrawn: 300, spansTotal: 2214 });
  }

  private draw(): void {
    const c = this.args.canvas.getContext("2d");
    if (!c) return;
    this.frames++;
    const { dark, cssWidth: w, cssHeight: h, dpr, compact } = this.view;
    const text = dark ? "#e6edf3" : "#1f2328";
    const muted = dark ? "#8b949e" : "#57606a";
    c.setTransform(dpr, 0, 0, dpr, 0, 0);
    c.fillStyle = dark ? "#0d1117" : "#ffffff";
    c.fillRect(0, 0, w, h);
    c.fillStyle = dark ? "#161b22" : "#f6f8fa";
    c.fillRect(0, 0, w, 46);
    const button = (x: number, width: number, label: string, fill: string, ink: string): void => {
      c.fillStyle = fill;
      c.beginPath();
      c.roundRect(x, 8, width, 30, 6);
      c.fill();
      c.fillStyle = ink;
      c.font = "600 13px Inter, sans-serif";
      c.fillText(label, x + 12, 28);
    };
    button(12, 72, "▶ Run", "#238636", "#ffffff");
    button(92, 72, "■ Stop", dark ? "#252c35" : "#eaeef2", text);
    button(176, 108, `GIL ${this.settings.gil}`, dark ? "#252c35" : "#eaeef2", text);
    const left = compact ? 96 : 150;
    const top = 74;
    const names = ["GIL", "MainThread", "Thread-1", "Thread-2", "Thread-3"];
    names.forEach((name, row) => {
      const y = top + row * 34;
      c.fillStyle = text;
      c.font = "600 12.5px Inter, sans-serif";
      c.fillText(name, 12, y + 15);
      c.fillStyle = muted;
      c.fillRect(12, y + 28, w - 24, 0.5);
      let x = left;
      for (let i = 0; x < w - 14; i++) {
        const width = Math.min(18 + ((i * 37 + row * 11) % 29), w - 14 - x);
        const on = (i + row) % 2 === 0;
        c.fillStyle = row === 1 ? kGrey : row === 4 && i > 4 && i < 12 ? kBlue : on ? kGreen : kAmber;
        c.fillRect(x, y, row === 1 ? w - 14 - x : width - 1.5, 22);
        x += row === 1 ? w : width;
      }
    });
  }
}

export default async function createInterleave(args: Args): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const fake = new Fake(args);
  const call: Record<string, (...a: never[]) => unknown> = {
    il_scenario: () => JSON.stringify(fake.settings),
    il_state: () => fake.state,
    il_result: () => fake.result,
    il_trace: (form: string) => args.onPiece(new TextEncoder().encode(`fake trace (${form})`)),
    il_open_trace: () => JSON.stringify({ error: "the stand-in opens no traces" }),
    il_table: () => "a fake table\n",
    il_draw_now: () => "a fake run",
    il_caret: () => undefined,
    il_warm_up: () => undefined,
    il_input: () => 0,
    il_demo_version: () => "fake",
  };
  return {
    ccall(name: string, _returns: unknown, _types: unknown, values: unknown[]): unknown {
      const own = call[name];
      if (own) return own(...(values as never[]));
      return (Reflect.get(fake, name) as (...a: unknown[]) => unknown).apply(fake, values);
    },
  };
}
