// <interleave-playground>: an iframe of embed.html, and nothing else.
//
//   example="NAME" | scenario="v1.…" | a <script type="text/x-python"> inside   what it shows
//   mode, gil, cores, seed, switch-interval, policy, main-on, title, note       settings of the scenario
//   theme, readonly, view                                                       looks
//   height="420"      pixels; without it the playground asks for what it needs
//   poster="words"    a picture with a button first; the playground is loaded on click
//
// It must be an iframe with an address of its own: code that runs in the page itself would inherit
// the page's lack of isolation, and have no threads.

import { encodeFragment } from "./link";
import { toScenario } from "./scenario";

const kHome = new URL("./", import.meta.url);
const kLowest = 240;
const kHighest = 1200;

const kStyle = `
  :host { display: block; margin: 1em 0; }
  :host([hidden]) { display: none; }
  iframe, button { display: block; width: 100%; box-sizing: border-box; border: 1px solid #8884; border-radius: 10px; }
  button { cursor: pointer; background: #0d1117; color: #e6edf3; font: 600 16px/1.4 system-ui, sans-serif; padding: 0;
    background-image: repeating-linear-gradient(90deg, #2eb67d 0 64px, #0d1117 64px 68px, #e8a33d 68px 120px, #0d1117 120px 124px),
      repeating-linear-gradient(90deg, #e8a33d 0 64px, #0d1117 64px 68px, #2eb67d 68px 120px, #0d1117 120px 124px);
    background-size: 100% 18px; background-repeat: no-repeat; background-position: 0 70%, 0 calc(70% + 24px); }
  button span { display: inline-block; background: #238636; color: #fff; padding: .55em 1.1em; border-radius: 8px; }
  button:focus-visible { outline: 3px solid #4ea1e8; outline-offset: 2px; }
`;

class InterleavePlayground extends HTMLElement {
  static readonly observedAttributes = ["height"];
  private frame: HTMLIFrameElement | null = null;
  private button: HTMLButtonElement | null = null;

  connectedCallback(): void {
    if (this.frame) window.addEventListener("message", this.heard); // moved within the page
    if (this.shadowRoot) return;
    // While the document is being read the <script> inside may not be there yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.build(), { once: true });
    } else this.build();
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.heard);
  }

  attributeChangedCallback(): void {
    this.setHeight(Number(this.getAttribute("height")));
  }

  /** The address of the playground, as the attributes and the content say. */
  private source(): string {
    const url = new URL("embed.html", kHome);
    for (const name of ["theme", "view"]) {
      const value = this.getAttribute(name);
      if (value !== null) url.searchParams.set(name, value);
    }
    if (this.hasAttribute("readonly")) url.searchParams.set("readonly", "");
    return url.href + this.fragment();
  }

  private fragment(): string {
    const whole = this.getAttribute("scenario");
    if (whole !== null) return `#${whole.replace(/^#/, "")}`;
    const settings = this.settings();
    const script = this.querySelector('script[type="text/x-python"]');
    const example = this.getAttribute("example");
    if (example !== null && !script) {
      // An example's settings travel behind its name, since only the page knows the program.
      const query = new URLSearchParams(Object.entries(settings).map(([k, v]) => [k, String(v)])).toString();
      return `#ex/${encodeURIComponent(example)}${query === "" ? "" : `?${query}`}`;
    }
    const code = dedent(script?.textContent ?? "");
    try {
      return encodeFragment(toScenario({ ...settings, code }));
    } catch (error) {
      console.warn(`interleave-playground: ${error instanceof Error ? error.message : String(error)}`);
      return encodeFragment(toScenario({ code: code.slice(0, 1 << 16) }));
    }
  }

  private settings(): Record<string, unknown> {
    const out: Record<string, unknown> = {};
    for (const name of ["mode", "gil", "policy", "title", "note"]) {
      const value = this.getAttribute(name);
      if (value !== null) out[name] = value;
    }
    const mainOn = this.getAttribute("main-on");
    if (mainOn !== null) out.mainOn = mainOn;
    for (const [name, key] of [["cores", "cores"], ["seed", "seed"], ["switch-interval", "switchInterval"]] as const) {
      const value = this.getAttribute(name);
      if (value !== null) out[key] = Number(value);
    }
    return out;
  }

  private build(): void {
    if (this.shadowRoot || !this.isConnected) return;
    const root = this.attachShadow({ mode: "open" });
    const style = document.createElement("style");
    style.textContent = kStyle;
    root.append(style);
    const poster = this.getAttribute("poster");
    if (poster === null) this.open(root);
    else {
      this.button = document.createElement("button");
      this.button.type = "button";
      const label = document.createElement("span");
      label.textContent = `▶ ${poster || "Open the playground"}`;
      this.button.append(label);
      this.button.addEventListener("click", () => {
        this.button?.remove();
        this.button = null;
        this.open(root);
        this.frame?.focus();
      });
      root.append(this.button);
    }
    this.setHeight(Number(this.getAttribute("height")));
  }

  private open(root: ShadowRoot): void {
    this.frame = document.createElement("iframe");
    this.frame.title = this.getAttribute("title") ?? "Interleave: Python threads, live";
    this.frame.allow = "cross-origin-isolated; fullscreen; clipboard-write";
    this.frame.loading = "lazy";
    this.frame.src = this.source();
    window.addEventListener("message", this.heard);
    root.append(this.frame);
    this.setHeight(Number(this.getAttribute("height")));
  }

  private setHeight(wish: number): void {
    const height = Number.isFinite(wish) && wish > 0 ? Math.min(Math.max(wish, kLowest), kHighest) : 480;
    for (const box of [this.frame, this.button]) if (box) box.style.height = `${height}px`;
  }

  private heard = (event: MessageEvent): void => {
    if (event.source !== this.frame?.contentWindow || this.hasAttribute("height")) return;
    const message = event.data as { interleave?: unknown; event?: unknown; data?: { height?: unknown } } | null;
    if (message?.interleave !== 1 || message.event !== "resize") return;
    if (typeof message.data?.height === "number") this.setHeight(message.data.height);
  };
}

/** A program indented along with the page's own markup is moved back to the margin. */
function dedent(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^[ \t]*\n/, "").replace(/\s+$/, "").split("\n");
  const indents = lines.filter((l) => l.trim() !== "").map((l) => /^[ \t]*/.exec(l)?.[0].length ?? 0);
  const common = indents.length > 0 ? Math.min(...indents) : 0;
  const body = lines.map((l) => l.slice(common)).join("\n");
  return body === "" ? "" : `${body}\n`;
}

if (!customElements.get("interleave-playground")) customElements.define("interleave-playground", InterleavePlayground);
