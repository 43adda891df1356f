// Service worker for hosts that set no headers: adds the four that real threads need to everything
// that comes from this site. Stores nothing, changes nothing else. See isolation.ts.
/// <reference lib="webworker" />

const worker = self as unknown as ServiceWorkerGlobalScope;

const kHeaders = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Document-Isolation-Policy": "isolate-and-require-corp",
};

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

async function withHeaders(request: Request): Promise<Response> {
  const response = await fetch(request);
  // A redirect that the browser wants to follow itself, or an answer of another site: not ours to rewrite.
  if (response.type === "opaqueredirect" || response.type === "opaque" || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(kHeaders)) headers.set(name, value);
  const empty = response.status === 204 || response.status === 205 || response.status === 304;
  return new Response(empty ? null : response.body, { status: response.status, statusText: response.statusText, headers });
}

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (new URL(request.url).origin !== worker.location.origin) return;
  if (request.cache === "only-if-cached" && request.mode !== "same-origin") return;
  event.respondWith(withHeaders(request));
});
