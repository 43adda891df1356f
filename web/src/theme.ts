// Light, dark, or as the system says. boot.js has set the first value before anything was painted.

import { byId, remembered } from "./dom";
import type { Theme } from "./options";

const system = matchMedia("(prefers-color-scheme: dark)");
/** The page then wears the system's colours, and the canvas has to go with them. */
const forced = matchMedia("(forced-colors: active)");
const order: readonly Theme[] = ["auto", "light", "dark"];
const kSaid: Record<Theme, string> = { auto: "as the system", light: "light", dark: "dark" };

let theme: Theme = "auto";
let changed: () => void = () => undefined;

export function isDark(): boolean {
  return forced.matches || theme === "auto" ? system.matches : theme === "dark";
}

function apply(): void {
  const root = document.documentElement;
  root.dataset.theme = isDark() ? "dark" : "light";
  root.dataset.themeChoice = theme;
  const button = byId("theme");
  button.setAttribute("aria-label", `Colours: ${kSaid[theme]}. Change.`);
  button.title = `Colours: ${kSaid[theme]}`;
  changed();
}

export function startTheme(fromQuery: Theme | null, onChange: () => void): void {
  const saved = remembered.get("theme");
  theme = fromQuery ?? (order.includes(saved as Theme) ? (saved as Theme) : "auto");
  changed = onChange;
  for (const list of [system, forced]) list.addEventListener("change", apply);
  byId("theme").addEventListener("click", () => {
    theme = order[(order.indexOf(theme) + 1) % order.length] ?? "auto";
    remembered.set("theme", theme);
    apply();
  });
  apply();
}
