// Light, dark, or as the system says. boot.js has set the first value before anything was painted.

import { byId, remembered } from "./dom";
import type { Theme } from "./options";

const system = matchMedia("(prefers-color-scheme: dark)");
const order: readonly Theme[] = ["auto", "light", "dark"];
const kSaid: Record<Theme, string> = { auto: "as the system", light: "light", dark: "dark" };

let theme: Theme = "auto";
let changed: () => void = () => undefined;

export function isDark(): boolean {
  return theme === "dark" || (theme === "auto" && system.matches);
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
  system.addEventListener("change", apply);
  byId("theme").addEventListener("click", () => {
    theme = order[(order.indexOf(theme) + 1) % order.length] ?? "auto";
    remembered.set("theme", theme);
    apply();
  });
  apply();
}
