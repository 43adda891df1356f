// The output pane: stdout and stderr told apart, a bounded number of characters on the page, and a
// line at the end that says how the run went. Text only ever becomes text nodes.

import type { Result } from "./engine";

/** Characters kept on the page; older ones leave it. Copy still gives everything the machine kept. */
const kShown = 200_000;
/** Characters per block of the page; blocks leave as a whole. */
const kBlock = 8_000;
/** Characters kept for Copy: the machine itself keeps a megabyte (limits::kOutputBytes). */
const kKept = 2 << 20;

type Stream = "stdout" | "stderr";

export interface OutputEvents {
  goTo(line: number): void;
}

export function duration(ns: number): string {
  const s = ns / 1e9;
  if (s < 0.0995) return `${(s * 1e3).toFixed(1)} ms`;
  return s < 99.5 ? `${s.toFixed(2)} s` : `${s.toFixed(0)} s`;
}

/** "finished in 1.01 s, 4 threads, exit code 0" */
export function finishingLine(result: Result): string {
  const threads = `${result.threads.length} thread${result.threads.length === 1 ? "" : "s"}`;
  const time = duration(result.elapsedNs) + (result.mode === "sim" ? " simulated" : "");
  const said = result.message.trim();
  const why = said === "" ? "" : `: ${said}`;
  switch (result.status) {
    case "stopped":
      return `stopped after ${time}, ${threads}`;
    case "deadlock":
      return `deadlock after ${time}, ${threads}${why}`;
    case "limit":
      return `ended at a limit after ${time}, ${threads}, exit code ${result.exitCode}${why}`;
    case "failed":
      return `failed after ${time}, ${threads}, exit code ${result.exitCode}`;
    default:
      return `finished in ${time}, ${threads}, exit code ${result.exitCode}`;
  }
}

/** The line of the program where the last traceback of stderr ended; 0 when there is none. */
export function errorLine(stderr: string): number {
  const tail = stderr.slice(-20_000);
  let line = 0;
  for (const match of tail.matchAll(/^ {2}File "[^"\n]*", line (\d+)/gm)) line = Number(match[1]);
  return line;
}

export class OutputPane {
  private readonly text: HTMLElement;
  private readonly dropped: HTMLElement;
  private readonly end: HTMLElement;
  private readonly empty: HTMLElement;
  private block: HTMLElement | null = null;
  private blockLength = 0;
  private blockStream: Stream = "stdout";
  private shown = 0;
  private lost = 0;
  private kept: string[] = [];
  private keptLength = 0;
  private follow = true;
  /** A traceback's line may arrive in two pieces: only whole lines of stderr are turned into links. */
  private partial = "";

  constructor(
    private readonly scroller: HTMLElement,
    private readonly events: OutputEvents,
  ) {
    this.dropped = document.createElement("p");
    this.dropped.className = "page-line";
    this.dropped.hidden = true;
    this.text = document.createElement("div");
    this.text.className = "output-text";
    this.end = document.createElement("p");
    this.end.className = "page-line end-line";
    this.end.hidden = true;
    this.empty = document.createElement("p");
    this.empty.className = "output-empty";
    this.empty.textContent = "What the program prints appears here. Ctrl+Enter runs it.";
    scroller.append(this.empty, this.dropped, this.text, this.end);
    // Only a reader scrolls up. The browser's own measure of blocks outside the view changes as they are
    // drawn, which moves the end away without anybody's wish.
    let top = 0;
    scroller.addEventListener("scroll", () => {
      const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 24;
      if (atEnd) this.follow = true;
      else if (scroller.scrollTop < top) this.follow = false;
      top = scroller.scrollTop;
    });
    new ResizeObserver(() => this.follow && scroller.scrollTo({ top: scroller.scrollHeight })).observe(this.text);
  }

  clear(running: boolean): void {
    this.empty.hidden = running;
    this.text.replaceChildren();
    this.block = null;
    this.partial = "";
    this.shown = this.lost = this.keptLength = 0;
    this.kept = [];
    this.dropped.hidden = true;
    this.end.hidden = true;
    this.follow = true;
  }

  /** Everything that was printed, both streams in order of arrival. */
  all(): string {
    return this.kept.join("");
  }

  append(stream: Stream, text: string): void {
    if (text === "") return;
    this.empty.hidden = true;
    if (this.keptLength < kKept) {
      this.kept.push(text);
      this.keptLength += text.length;
    }
    let piece = text;
    if (piece.length > kShown) {
      this.lost += piece.length - kShown;
      piece = piece.slice(-kShown);
    }
    for (let i = 0; i < piece.length; i += kBlock) this.appendPiece(stream, piece.slice(i, i + kBlock));
    this.trim();
    if (this.follow) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  private appendPiece(stream: Stream, text: string): void {
    if (!this.block || this.blockStream !== stream || this.blockLength > kBlock) {
      this.flushPartial();
      this.block = this.newBlock(stream);
    }
    this.blockLength += text.length;
    this.shown += text.length;
    if (stream === "stdout") {
      this.block.append(text);
      return;
    }
    const whole = this.partial + text;
    const cut = whole.lastIndexOf("\n") + 1;
    this.partial = whole.slice(cut);
    this.appendLinked(this.block, whole.slice(0, cut));
  }

  private newBlock(stream: Stream): HTMLElement {
    const block = document.createElement("pre");
    block.className = stream;
    const goesOn = this.block !== null && this.blockStream === "stderr";
    if (stream === "stderr" && !goesOn) {
      const label = document.createElement("span");
      label.className = "stream-label";
      label.textContent = "stderr";
      block.append(label);
    }
    this.text.append(block);
    this.blockStream = stream;
    this.blockLength = 0;
    return block;
  }

  private flushPartial(): void {
    if (this.partial !== "" && this.block) this.appendLinked(this.block, this.partial);
    this.partial = "";
  }

  private appendLinked(block: HTMLElement, text: string): void {
    let at = 0;
    for (const match of text.matchAll(/^( {2})(File "[^"\n]*", line (\d+))/gm)) {
      const start = match.index + (match[1]?.length ?? 0);
      const shown = match[2] ?? "";
      const link = document.createElement("button");
      link.type = "button";
      link.className = "trace-link";
      link.textContent = shown;
      link.title = `Show line ${match[3]} in the editor`;
      link.addEventListener("click", () => this.events.goTo(Number(match[3])));
      block.append(text.slice(at, start), link);
      at = start + shown.length;
    }
    if (at < text.length) block.append(text.slice(at));
  }

  private trim(): void {
    while (this.shown > kShown && this.text.childElementCount > 1) {
      const first = this.text.firstElementChild as HTMLElement;
      const length = first.textContent?.length ?? 0;
      this.shown -= length;
      this.lost += length;
      first.remove();
    }
    this.dropped.hidden = this.lost === 0;
    if (this.lost > 0) {
      const most = kShown.toLocaleString("en");
      this.dropped.textContent = `${this.lost.toLocaleString("en")} earlier characters are not shown; the page keeps the last ${most}.`;
    }
  }

  /** A line of the page's own, under the output. */
  say(line: string, kind: "good" | "bad" | "plain"): void {
    this.flushPartial();
    this.empty.hidden = true;
    this.end.hidden = false;
    this.end.dataset.kind = kind;
    this.end.textContent = line;
    if (this.follow) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  finished(result: Result): string {
    const line = finishingLine(result);
    const good = result.status === "finished" && result.exitCode === 0;
    this.say(line, good ? "good" : result.status === "stopped" ? "plain" : "bad");
    return line;
  }
}
