// What the address' query says: looks (theme, readonly, view), and a trace to open where there is no fragment.
// Anything else is ignored.

export type Theme = "light" | "dark" | "auto";
export type Shown = "both" | "code" | "timeline";

export interface Options {
  theme: Theme | null;
  readonly: boolean;
  view: Shown;
  /** Address of a saved trace: the same as `#trace=`. */
  trace: string | null;
}

export function parseOptions(query: string): Options {
  const q = new URLSearchParams(query);
  const theme = q.get("theme");
  const view = q.get("view");
  const readonly = q.get("readonly");
  return {
    theme: theme === "light" || theme === "dark" || theme === "auto" ? theme : null,
    readonly: readonly !== null && readonly !== "0" && readonly !== "false",
    trace: q.get("trace"),
    view: view === "code" || view === "timeline" ? view : "both",
  };
}
