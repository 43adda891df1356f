// Where things are: wide or compact, the two splitters, the output drawer, the size of the canvas.

import { byId, remembered } from "./dom";
import type { Shown } from "./options";

const kWide = 900;

export interface Layout {
  compact(): boolean;
  openDrawer(): void;
}

interface SplitterSpec {
  id: string;
  /** CSS variable of the root that holds the size, in pixels. */
  variable: string;
  vertical: boolean;
  /** +1 when the size grows as the pointer moves right or down. */
  direction: 1 | -1;
  /** What is there before anybody drags, and the bounds. */
  measure(): { now: number; low: number; high: number };
}

function wireSplitter(spec: SplitterSpec): void {
  const bar = byId(spec.id);
  const root = document.documentElement;
  const describe = (): void => {
    const { now, low, high } = spec.measure();
    bar.setAttribute("aria-valuemin", String(Math.round(low)));
    bar.setAttribute("aria-valuemax", String(Math.round(high)));
    bar.setAttribute("aria-valuenow", String(Math.round(now)));
  };
  const set = (size: number): void => {
    const { low, high } = spec.measure();
    const fitting = Math.round(Math.min(Math.max(size, low), high));
    root.style.setProperty(spec.variable, `${fitting}px`);
    remembered.set(spec.variable, String(fitting));
    describe();
  };
  const saved = Number(remembered.get(spec.variable));
  if (saved > 0) root.style.setProperty(spec.variable, `${saved}px`);
  let start = 0;
  let size = 0;
  const place = (event: PointerEvent): number => (spec.vertical ? event.clientX : event.clientY);
  bar.addEventListener("pointerdown", (event) => {
    start = place(event);
    size = spec.measure().now;
    bar.setPointerCapture(event.pointerId);
    event.preventDefault();
    bar.focus();
  });
  bar.addEventListener("pointermove", (event) => {
    if (bar.hasPointerCapture(event.pointerId)) set(size + spec.direction * (place(event) - start));
  });
  bar.addEventListener("dblclick", () => {
    root.style.removeProperty(spec.variable);
    remembered.set(spec.variable, "");
    describe();
  });
  bar.addEventListener("keydown", (event) => {
    const { now, low, high } = spec.measure();
    const step = event.shiftKey ? 80 : 16;
    const [less, more] = spec.vertical ? ["ArrowLeft", "ArrowRight"] : ["ArrowUp", "ArrowDown"];
    const to: Record<string, number> = {
      [less!]: now - spec.direction * step,
      [more!]: now + spec.direction * step,
      Home: low,
      End: high,
    };
    if (to[event.key] === undefined) return;
    event.preventDefault();
    set(to[event.key]!);
  });
  new ResizeObserver(describe).observe(document.body);
}

export function startLayout(embedded: boolean, shown: Shown): Layout {
  const root = document.documentElement;
  const wide = matchMedia(`(min-width: ${kWide}px)`);
  const compact = (): boolean => embedded || !wide.matches;
  const apply = (): void => {
    root.dataset.layout = compact() ? "compact" : "wide";
  };
  root.dataset.shown = shown;
  wide.addEventListener("change", apply);
  apply();

  const left = byId("left");
  const output = byId("output");
  const code = byId("code");
  wireSplitter({
    id: "splitter",
    variable: "--left",
    vertical: true,
    direction: 1,
    measure: () => ({ now: left.offsetWidth, low: 280, high: Math.max(320, innerWidth - 420) }),
  });
  wireSplitter({
    id: "output-splitter",
    variable: "--output",
    vertical: false,
    direction: -1,
    measure: () => ({ now: output.offsetHeight, low: 72, high: Math.max(120, left.offsetHeight - 260) }),
  });
  wireSplitter({
    id: "code-splitter",
    variable: "--code",
    vertical: false,
    direction: 1,
    measure: () => ({ now: code.offsetHeight, low: 88, high: Math.max(120, innerHeight - 300) }),
  });

  const drawer = byId<HTMLButtonElement>("drawer");
  const setDrawer = (open: boolean): void => {
    root.toggleAttribute("data-drawer", open);
    drawer.setAttribute("aria-expanded", String(open));
  };
  drawer.addEventListener("click", () => setDrawer(!root.hasAttribute("data-drawer")));
  const about = byId<HTMLButtonElement>("about");
  const setAbout = (open: boolean): void => {
    root.toggleAttribute("data-about", open);
    about.setAttribute("aria-expanded", String(open));
  };
  about.addEventListener("click", () => setAbout(!root.hasAttribute("data-about")));
  setAbout(!embedded && innerHeight >= 700);
  return { compact, openDrawer: () => setDrawer(true) };
}

/** Calls back at once and whenever the canvas' place on the page, or the pixel density, changes. */
export function watchCanvas(stage: HTMLElement, changed: (width: number, height: number, dpr: number) => void): void {
  const report = (): void => changed(stage.clientWidth, stage.clientHeight, devicePixelRatio);
  new ResizeObserver(report).observe(stage);
  const watchDensity = (): void => {
    const density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener(
      "change",
      () => {
        report();
        watchDensity();
      },
      { once: true },
    );
  };
  watchDensity();
  report();
}
