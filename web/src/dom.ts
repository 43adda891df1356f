// Small helpers over the document. Page thread only.

/** The element of the page with this id; a missing one is our own mistake. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element as T;
}

/** Storage may be forbidden, as in a frame of another site: then nothing is remembered. */
export const remembered = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(`interleave.${key}`);
    } catch {
      return null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(`interleave.${key}`, value);
    } catch {
      // not remembered, then
    }
  },
};

export function debounce(ms: number, f: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(f, ms);
  };
}

let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** One short line that goes away by itself, also read aloud. */
export function toast(line: string, forMs = 2600): void {
  const box = byId("toast");
  box.textContent = line;
  box.dataset.shown = "";
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => delete box.dataset.shown, forMs);
}

/** Copies; false when the browser does not let us, so that the reader can do it by hand. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    const host = document.querySelector("dialog[open]") ?? document.body; // a modal makes the rest inert
    host.append(area);
    const before = document.activeElement as HTMLElement | null;
    area.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    area.remove();
    before?.focus();
    return done;
  }
}
