// The postMessage protocol: `{interleave: 1, id, method, args}` in, `{interleave: 1, id, result|error}`
// out. Only what has exactly that shape is looked at, and only from the window that embeds this page.

export const kMethods = [
  "ready", "threads", "load", "scenario", "run", "stop", "link", "trace", "openTrace", "table", "picture", "frameStats",
] as const;
export type Method = (typeof kMethods)[number];

export interface Request {
  id: string | number;
  method: Method;
  args: unknown[];
}

export type Parsed = { kind: "ignore" } | { kind: "error"; id: string | number; error: string } | { kind: "request"; request: Request };

/** Sorts a message: not ours, ours but wrong, or a request. Never throws. */
export function parseMessage(data: unknown): Parsed {
  if (typeof data !== "object" || data === null) return { kind: "ignore" };
  const message = data as Record<string, unknown>;
  if (message.interleave !== 1) return { kind: "ignore" };
  const id = message.id;
  const goodId = (typeof id === "string" && id.length <= 200) || (typeof id === "number" && Number.isFinite(id));
  if (!goodId) return { kind: "ignore" }; // an answer could not be told from another one
  if (typeof message.method !== "string" || !(kMethods as readonly string[]).includes(message.method)) {
    return { kind: "error", id, error: `no such method: ${String(message.method).slice(0, 40)}` };
  }
  const args = message.args === undefined ? [] : message.args;
  if (!Array.isArray(args) || args.length > 2) return { kind: "error", id, error: "args must be an array of at most two" };
  return { kind: "request", request: { id, method: message.method as Method, args } };
}
