// Real threads need a cross-origin isolated page. Is it one, and if not, can it become one?
//
// On a host that sets no headers a service worker of our own adds them and the page loads once more,
// by itself, at most once. Every other way out is one plain line; nothing here ever loops.

export type Isolation = { kind: "isolated" } | { kind: "reloading" } | { kind: "none"; why: string };

const kGuard = "interleave.reloaded";
/** A second attempt within this time would be a loop, ms. */
const kGuardMs = 15_000;
const kWorkerMs = 6_000;

const kEmbedded = "The page around this one is not cross-origin isolated, so this browser gives Interleave no threads here.";
const kInsecure = "Threads need a secure address: open Interleave over https, or on localhost.";
const kNoHeaders = "This server does not send the headers that threads need, and this browser could not add them.";

function none(why: string): Isolation {
  return { kind: "none", why };
}

/** Did a reload for this very reason happen a moment ago? Says no only when it can remember the answer. */
function mayReload(): boolean {
  try {
    const last = Number(sessionStorage.getItem(kGuard) ?? 0);
    if (Date.now() - last < kGuardMs) return false;
    sessionStorage.setItem(kGuard, String(Date.now()));
    return true;
  } catch {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    return entry !== undefined && entry.type !== "reload";
  }
}

/** The headers are there already, from the host or from the worker: adding them again would change nothing. */
async function headersAreThere(): Promise<boolean> {
  try {
    const response = await fetch(location.href.split("#")[0] ?? "", { method: "HEAD", cache: "no-store" });
    return response.headers.has("cross-origin-embedder-policy");
  } catch {
    return true;
  }
}

function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too late")), ms));
  return Promise.race([promise, late]);
}

async function controlled(): Promise<void> {
  const workers = navigator.serviceWorker;
  const change = new Promise<void>((resolve) => workers.addEventListener("controllerchange", () => resolve(), { once: true }));
  await workers.register("sw.js");
  await workers.ready;
  if (!workers.controller) await change;
}

export async function isolate(): Promise<Isolation> {
  if (self.crossOriginIsolated) return { kind: "isolated" };
  const embedded = window.parent !== window;
  if (!isSecureContext) return none(embedded ? kEmbedded : kInsecure);
  const sorry = none(embedded ? kEmbedded : kNoHeaders);
  if (!("serviceWorker" in navigator)) return sorry;
  // In a frame only Document-Isolation-Policy helps, and only Chromium has it.
  if (embedded && !("userAgentData" in navigator)) return sorry;
  try {
    if (navigator.serviceWorker.controller || (await headersAreThere())) return sorry;
    await within(kWorkerMs, controlled());
    if (!mayReload()) return sorry;
    location.reload();
    return { kind: "reloading" };
  } catch {
    return sorry;
  }
}
