// The page: puts editor, output, lesson, canvas and machine together. index.html and embed.html are
// both this, told apart by data-page on the root.

import { makeApi, serveMessages } from "./api";
import { markLesson, startDialogs } from "./dialogs";
import { byId, copyText, debounce, toast } from "./dom";
import { makeEditor } from "./editor";
import { type Engine, loadEngine, missingFeature } from "./engine";
import { openAddress, startExchange } from "./exchange";
import { isolate } from "./isolation";
import { startLayout, watchCanvas } from "./layout";
import { findLesson, kFirstLesson, lessonScenario, renderText } from "./lessons";
import { decodeFragment, type Fragment, kMaxFragment } from "./link";
import { watchLongTasks } from "./long_tasks";
import { startMoment } from "./moment";
import { parseOptions } from "./options";
import { errorLine, OutputPane } from "./output";
import { Player } from "./player";
import { kDefaults, type Scenario, ScenarioError, toScenario } from "./scenario";
import { isDark, startTheme } from "./theme";
import { startControls, startTwin } from "./twin";

const kDiagnoseMs = 350;
/** Longer programs are looked at only when they run: the page must never stutter while typing. */
const kDiagnoseChars = 200_000;
/** Most lines of code an embed asks height for; the rest scrolls. */
const kWishLines = 20;

const root = document.documentElement;
const embedded = root.dataset.page === "embed";
const options = parseOptions(location.search);
const player = new Player();
const layout = startLayout(embedded, options.view);

// --- Editor and output --------------------------------------------------------------------------

const output = new OutputPane(byId("output-scroller"), { goTo: (line) => editor.goTo(line, true) });
const diagnose = debounce(kDiagnoseMs, () => {
  const code = editor.code();
  editor.setDiagnostics(code.length > kDiagnoseChars ? [] : player.diagnose(code));
});
const editor = makeEditor(byId("editor"), {
  run: () => startRun(),
  changed: () => {
    diagnose();
    showEdited();
  },
  caret: (line) => player.caret(line),
});
player.readCode = () => editor.code();
player.longTasks = watchLongTasks();
player.hasThreads = () => self.crossOriginIsolated;
player.painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
editor.setReadonly(options.readonly);

function startRun(): void {
  if (player.state !== "idle") return;
  player.run().catch(() => undefined); // why not is a "problem" event
}

player.on("cleared", () => {
  byId("opened").hidden = true;
  output.clear(true);
  editor.setErrorLine(0);
  byId("drawer-line").textContent = "";
  byId("said").textContent = "";
});
player.on("output", ({ stream, text }) => {
  if (player.stale) return;
  output.append(stream, text);
  const lines = text.trimEnd().split("\n");
  byId("drawer-line").textContent = (lines.at(-1) ?? "").slice(0, 200);
});
player.on("finished", (result) => {
  if (player.stale) return;
  const line = output.finished(result);
  byId("drawer-line").textContent = line;
  byId("drawer").dataset.kind = result.status === "finished" && result.exitCode === 0 ? "good" : "bad";
  byId("said").textContent = line;
  if (result.status === "failed" || result.exitCode !== 0) {
    editor.setErrorLine(errorLine(result.stderr));
    if (layout.compact() && result.status === "failed") layout.openDrawer();
  }
});
player.on("problem", ({ line }) => {
  output.say(line, "bad");
  byId("drawer-line").textContent = line;
  byId("drawer").dataset.kind = "bad";
});
player.on("state", ({ state }) => {
  root.dataset.state = state;
  if (state === "idle") editor.setThreadLines([]);
});
// --- MainThread on the page's own thread: a warning when it is chosen, and words that stay while nothing moves ---

let mainOn = player.scenario().mainOn;
player.on("settings", (scenario) => {
  if (scenario.mainOn !== mainOn && scenario.mainOn === "page") {
    toast("MainThread will run on this page's own thread: the page freezes, for 5 seconds at most", 6000);
  }
  mainOn = scenario.mainOn;
});
player.on("loaded", (scenario) => {
  mainOn = scenario.mainOn;
});
player.on("frozen", ({ on }) => {
  byId("frozen").hidden = !on;
});

player.on("lines", ({ threads }) => {
  if (Array.isArray(threads)) editor.setThreadLines(threads);
});
player.on("light", ({ from, to }) => editor.light(from, to));
player.on("select", ({ line }) => editor.goTo(line, false));
player.on("span", ({ text }) => {
  byId("said").textContent = text;
});

// --- input(): a line under the output ---------------------------------------------------------------

const inputForm = byId<HTMLFormElement>("input");
const inputLine = byId<HTMLInputElement>("input-line");
player.on("input", ({ wanted }) => {
  const reached = inputForm.contains(document.activeElement);
  inputForm.hidden = !wanted;
  if (wanted) {
    if (layout.compact()) layout.openDrawer();
    inputLine.focus({ preventScroll: true });
  } else if (reached) editor.focus();
});
inputForm.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!player.giveLine(inputLine.value)) return;
  output.append("stdout", `${inputLine.value}\n`); // as a terminal shows what is typed
  inputLine.value = "";
});

byId("copy-output").addEventListener("click", async () => {
  toast((await copyText(output.all())) ? "Output copied" : "Copying is not allowed here");
});

// --- What is shown: a lesson, a link's scenario, or one line that says what is wrong ---------------

let lessonName = "";

function showWords(title: string, group: string, text: string, hint: string): void {
  byId("title").textContent = title;
  byId("page-title").textContent = title || "Interleave";
  byId("crumb-title").textContent = title;
  byId("crumb-group").textContent = group;
  byId("crumbs").hidden = title === "";
  byId("lesson-text").replaceChildren(...renderText(text));
  byId("lesson-text").hidden = text === "";
  byId("lesson-try").hidden = hint === "";
  byId("lesson-try").replaceChildren("Try: ", ...renderText(hint));
  byId("lesson").hidden = text === "" && hint === "";
  document.title = title === "" ? "Interleave" : `${title} · Interleave`;
  markLesson(lessonName);
}

/** What was opened last, so that one can go back to it after edits. */
let opened: { scenario: Scenario; lesson: string } = { scenario: { ...kDefaults }, lesson: "" };

function showEdited(): void {
  byId("reset").hidden = options.readonly || editor.code() === opened.scenario.code;
}

byId("reset").addEventListener("click", () => {
  lessonName = opened.lesson;
  player.load(opened.scenario);
  editor.focus();
});

player.on("loaded", (scenario) => {
  waiting?.abort();
  byId("opened").hidden = true;
  opened = { scenario, lesson: lessonName };
  editor.setCode(scenario.code);
  editor.setErrorLine(0);
  output.clear(false);
  byId("drawer-line").textContent = "";
  delete byId("drawer").dataset.kind;
  showEdited();
  byId("broken").hidden = true;
  const lesson = findLesson(lessonName);
  if (lesson && lesson.code === scenario.code) showWords(lesson.title, lesson.group, lesson.text, lesson.try);
  else {
    lessonName = "";
    showWords(scenario.title ?? (scenario.code === "" ? "" : "Your program"), "", scenario.note ?? "", "");
  }
  diagnose();
  wishHeight();
});

player.on("opened", ({ name }) => {
  byId("opened").hidden = false;
  byId("opened-line").textContent = `${name ? `${name}: n` : "N"}ot a run of this page. Run runs its program here.`;
  byId("said").textContent = "A trace was opened.";
});

function showBroken(line: string): void {
  lessonName = "";
  player.load({ ...kDefaults });
  byId("broken").hidden = false;
  byId("broken-line").textContent = line;
  showWords("", "", "", "");
}

function openLesson(name: string, settings: Record<string, unknown>): void {
  const lesson = findLesson(name);
  if (!lesson) return showBroken("This link names an example that does not exist, so nothing was opened.");
  lessonName = name;
  try {
    player.load(toScenario(settings, lessonScenario(lesson)));
  } catch (error) {
    showBroken(`This link is broken (${error instanceof ScenarioError ? error.message : "unreadable"}), so nothing was opened.`);
  }
}

/** Whatever is opened next makes an address that is still being read obsolete. */
let waiting: AbortController | undefined;

function openTrace(address: string): void {
  lessonName = "";
  player.load({ ...kDefaults });
  showWords("Opening a trace…", "", "", "");
  const mine = (waiting = new AbortController());
  openAddress(player, ready, address, mine.signal).catch((error: Error) => {
    if (!mine.signal.aborted) showBroken(error.message);
  });
}

function open(fragment: Fragment): void {
  switch (fragment.kind) {
    case "none":
      return openLesson(kFirstLesson, {});
    case "example":
      return openLesson(fragment.name, fragment.settings);
    case "scenario":
      lessonName = "";
      return player.load(fragment.scenario);
    case "trace":
      return openTrace(fragment.address);
    case "broken":
      return showBroken(fragment.line);
  }
}

window.addEventListener("hashchange", () => open(decodeFragment(location.hash)));
// The menu's link to the lesson that is already in the address brings the lesson back as it was.
byId("lessons-panel").addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link && link.hash === location.hash) {
    event.preventDefault();
    open(decodeFragment(link.hash));
  }
});

// --- The machine ----------------------------------------------------------------------------------

const stage = byId("stage");
const canvas = byId<HTMLCanvasElement>("canvas");
/** Colours that the system forces say `prefers-contrast: custom` or nothing. */
const contrast = matchMedia("(prefers-contrast: more), (forced-colors: active)");

function sendView(): void {
  player.setView({
    dark: isDark(),
    cssWidth: stage.clientWidth,
    cssHeight: stage.clientHeight,
    dpr: devicePixelRatio,
    compact: layout.compact(),
    readonly: options.readonly,
    highContrast: contrast.matches,
  });
}

/** No machine here: says why in one line, where the picture would be. */
function showStageNote(why: string): void {
  root.dataset.engine = "none";
  byId("stage-line").textContent = why;
  setStatus("none", "not available");
}

/** Only simulated threads here: one line says why, and a link leads to real ones where there may be some. */
function showFallback(why: string): void {
  byId("fallback").hidden = false;
  byId("fallback-line").textContent = `${why} So runs are simulated: the same rules, by a clock of their own.`;
  const link = byId<HTMLAnchorElement>("elsewhere");
  link.hidden = window.parent === window;
  const refresh = (): void => {
    link.href = player.link(document.baseURI);
  };
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, refresh);
  refresh();
  player.on("loaded", refresh);
}

function showMode(): void {
  const simulated = !self.crossOriginIsolated || player.scenario().mode === "sim";
  const cores = simulated ? player.scenario().cores : navigator.hardwareConcurrency || 1;
  setStatus(simulated ? "sim" : "real", simulated ? "simulated threads" : "real threads");
  byId("status-cores").textContent = ` · ${cores} core${cores === 1 ? "" : "s"}`;
}

/** Into the address with it, so that loading the page again brings it back. */
function keepProgram(): void {
  const fragment = player.fragment();
  if (fragment.length < kMaxFragment) history.replaceState(null, "", fragment);
  const button = byId("reload");
  button.hidden = false;
  button.addEventListener("click", () => location.reload());
}

function setStatus(kind: "loading" | "real" | "sim" | "none", text: string): void {
  byId("status").dataset.kind = kind;
  byId("status-text").textContent = text;
  byId("status-cores").textContent = "";
}

/**
 * A page on which programs are run gets ready for the first one once it is drawn. An embed, of which there may be
 * many on a page, does when somebody reaches for it.
 */
function warmUpWhenIdle(engine: Engine): void {
  const warmUp = (): void => {
    const idle = window.requestIdleCallback ?? ((f: () => void) => setTimeout(f, 200));
    idle(() => engine.warmUp(), { timeout: 2000 });
  };
  if (!embedded) return void requestAnimationFrame(warmUp);
  const signs = ["pointerover", "touchstart", "focusin"] as const;
  const once = (): void => {
    for (const sign of signs) root.removeEventListener(sign, once);
    warmUp();
  };
  for (const sign of signs) root.addEventListener(sign, once, { passive: true });
}

async function startMachine(showControls: () => void): Promise<void> {
  const isolation = await isolate();
  if (isolation.kind === "reloading") return new Promise(() => undefined); // the page is going away
  const give = (why: string): void => {
    player.detach(why);
    showStageNote(why);
    showControls();
  };
  const missing = missingFeature();
  try {
    if (missing) throw new Error(missing);
    const engine = await loadEngine(isolation.kind === "isolated" ? "interleave" : "interleave-single", canvas, player.notify, (why) => player.crashed(why));
    player.attach(engine);
    warmUpWhenIdle(engine);
    player.on("crashed", ({ line }) => {
      give(line);
      keepProgram();
    });
  } catch (error) {
    const why = `The machine could not be started: ${error instanceof Error ? error.message : String(error)}.`;
    give(why);
    throw new Error(why);
  }
  root.dataset.engine = "ready";
  if (isolation.kind === "none") showFallback(isolation.why);
  showMode();
  player.on("loaded", showMode);
  player.on("settings", showMode);
  watchCanvas(stage, sendView);
  contrast.addEventListener("change", sendView);
  showControls();
  diagnose();
}

/** What an embed would like to be tall: its code, the timeline, the bars. */
function wishHeight(): void {
  if (!embedded) return;
  const lines = Math.min(editor.code().split("\n").length, kWishLines);
  const code = options.view === "timeline" ? 0 : lines * 20 + 20;
  const picture = options.view === "code" ? 0 : 320;
  wish(Math.round(44 + code + picture + 40));
}

// --- Start ------------------------------------------------------------------------------------------

let wish: (height: number) => void = () => undefined;
let ready: Promise<void> = Promise.resolve();

function start(): void {
  startTheme(options.theme, sendView);
  startTwin(player);
  startMoment(player, (line) => editor.goTo(line, true));
  const showControls = startControls(player);
  startDialogs({ scenario: () => player.scenario(), link: () => player.link(document.baseURI), lesson: () => lessonName });
  byId("elsewhere-header").addEventListener("click", (event) => {
    (event.currentTarget as HTMLAnchorElement).href = player.link(document.baseURI);
  });
  byId<HTMLAnchorElement>("elsewhere-header").href = "index.html";
  // Tab always leaves the canvas: the machine would take the key for itself.
  stage.addEventListener("keydown", (event) => event.key === "Tab" && event.stopPropagation(), true);
  setStatus("loading", "starting");
  ready = startMachine(showControls);
  ready.catch(() => undefined);
  startExchange(player, ready, !options.readonly);
  window.interleave = makeApi(player, ready, self.crossOriginIsolated);
  wish = serveMessages(window.interleave, player);
  open(options.trace !== null && location.hash === "" ? { kind: "trace", address: options.trace } : decodeFragment(location.hash));
}

start();
