// Out and in: saves the trace, the picture and the table; opens saved traces from a file that was
// chosen or dropped, and from an address.
//
// A file comes from anywhere: of it only the end is read, and what that holds is checked by the
// machine. Whatever is wrong is one line, and the page stays as it was.

import { wireMenu } from "./dialogs";
import { byId, copyText, toast } from "./dom";
import type { Summary } from "./engine";
import { drawPicture } from "./picture";
import type { Player } from "./player";

/** What is read of a file, from its end: limits::kSavedTraceBytes. */
const kReadBytes = 96 << 20;
/** The most that is taken from an address. Beyond: one line. */
const kFetchBytes = 256 << 20;

/** What the machine reads begins a line near the end, and is seldom long: no more than is needed. */
async function endOf(file: Blob): Promise<string> {
  for (let bytes = 4 << 20; ; bytes *= 4) {
    const all = bytes >= Math.min(file.size, kReadBytes);
    const text = await file.slice(Math.max(0, file.size - (all ? kReadBytes : bytes))).text();
    if (all || text.includes('\n"otherData":{')) return text;
  }
}

/** Rejects with one line that names the file. */
export async function openFile(player: Player, file: Blob, name: string): Promise<Summary> {
  const called = name === "" ? "The trace" : `“${name}”`;
  let text: string;
  try {
    text = await endOf(file);
  } catch {
    throw new Error(`${called} could not be read.`);
  }
  try {
    return player.openTrace(text, name);
  } catch (error) {
    throw new Error(`${called} was not opened: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function download(url: URL, signal: AbortSignal): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
  } catch {
    throw new Error(`The trace could not be fetched: ${url.host} did not answer, or does not let other sites read it.`);
  }
  if (!response.ok || !response.body) throw new Error(`The trace could not be fetched: ${url.host} answered ${response.status}.`);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts);
    size += value.length;
    if (size > kFetchBytes) {
      void reader.cancel();
      throw new Error(`The trace was not fetched: it is larger than ${kFetchBytes >> 20} MB.`);
    }
    parts.push(value);
  }
}

function parsed(address: string): URL | null {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** A link's trace, of this site or of one that lets others read it. Rejects with one line. */
export async function openAddress(player: Player, ready: Promise<void>, address: string, signal: AbortSignal): Promise<void> {
  const url = parsed(address);
  if (!url) throw new Error("This link names no address of a trace, so nothing was opened.");
  const file = await download(url, signal);
  await ready;
  if (!signal.aborted) await openFile(player, file, url.pathname.split("/").pop() ?? "");
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** "interleave-two-counters": a name that any disk takes. */
function fileName(player: Player): string {
  const words = (player.scenario().title ?? "").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return ["interleave", ...words].join("-").slice(0, 60);
}

function wireSaving(player: Player, close: (refocus: boolean) => void): void {
  const act: Record<string, () => Promise<unknown>> = {
    "save-trace": async () => save(player.trace("chrome"), `${fileName(player)}.json`),
    "save-picture": async () => save(await drawPicture(player), `${fileName(player)}.png`),
    "save-table": async () => save(new Blob([player.table()], { type: "text/plain" }), `${fileName(player)}.txt`),
    "copy-table": async () => toast((await copyText(player.table())) ? "Table copied" : "Copying is not allowed here"),
  };
  const buttons = Object.keys(act).map((id) => byId<HTMLButtonElement>(id));
  for (const button of buttons) {
    button.addEventListener("click", () => {
      if (!player.traced) return toast("There is no trace yet: run the program first");
      close(true);
      act[button.id]?.().catch((error: Error) => player.refuse(error.message));
    });
  }
  const show = (): void => {
    for (const button of buttons) button.setAttribute("aria-disabled", String(!player.traced));
  };
  player.on("traced", show);
  show();
}

/** A file may be dropped anywhere, also where the editor would take it as text. */
function wireDropping(take: (file: File) => void): void {
  const root = document.documentElement;
  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const over = (event: DragEvent): void => {
    if (!hasFile(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    root.toggleAttribute("data-drop", true);
  };
  window.addEventListener("dragenter", over, true);
  window.addEventListener("dragover", over, true);
  window.addEventListener("dragleave", (event) => event.relatedTarget === null && root.removeAttribute("data-drop"), true);
  window.addEventListener(
    "drop",
    (event) => {
      root.removeAttribute("data-drop");
      if (!hasFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    },
    true,
  );
}

/** `opening`: whether traces may be opened here, and not only saved. */
export function startExchange(player: Player, ready: Promise<void>, opening: boolean): void {
  const chooser = byId<HTMLInputElement>("trace-file");
  const take = (file: File): void => {
    ready
      .then(() => openFile(player, file, file.name))
      .catch((error: Error) => {
        player.refuse(error.message);
        toast(error.message);
      });
  };
  const close = wireMenu("trace", "button", (panel) => panel.querySelector("button"));
  wireSaving(player, close);
  byId("open-trace").hidden = !opening;
  if (!opening) return;
  wireDropping(take);
  byId("open-trace").addEventListener("click", () => {
    close(true);
    chooser.click();
  });
  chooser.addEventListener("change", () => {
    const file = chooser.files?.[0];
    if (file) take(file);
    chooser.value = "";
  });
}
