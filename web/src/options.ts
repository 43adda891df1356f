// What the address' query says about looks: theme, readonly, view. Anything else is ignored.

export type Theme = "light" | "dark" | "auto";
export type Shown = "both" | "code" | "timeline";

export interface Options {
  theme: Theme | null;
  readonly: boolean;
  view: Shown;
}

export function parseOptions(query: string): Options {
  const q = new URLSearchParams(query);
  const theme = q.get("theme");
  const view = q.get("view");
  const readonly = q.get("readonly");
  return {
    theme: theme === "light" || theme === "dark" || theme === "auto" ? theme : null,
    readonly: readonly !== null && readonly !== "0" && readonly !== "false",
    view: view === "code" || view === "timeline" ? view : "both",
  };
}
