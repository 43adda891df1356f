// The canvas in words: a live line and a table that screen readers find where the picture is, and the
// run controls as ordinary buttons, which show themselves when the keyboard reaches them.

import { byId } from "./dom";
import type { Player } from "./player";
import type { Scenario } from "./scenario";

/** Rows as the machine sends them: arrays with a head first, or objects with the same keys. */
function toTable(rows: unknown): string[][] {
  if (!Array.isArray(rows)) return [];
  const list = rows.slice(0, 200) as unknown[];
  if (list.every((row) => Array.isArray(row))) return (list as unknown[][]).map((row) => row.map(String));
  const objects = list.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
  const keys = Object.keys(objects[0] ?? {});
  return objects.length === 0 ? [] : [keys, ...objects.map((row) => keys.map((key) => String(row[key] ?? "")))];
}

function fillTable(table: HTMLTableElement, rows: string[][]): void {
  table.tHead?.remove();
  for (const body of [...table.tBodies]) body.remove();
  const [head, ...rest] = rows;
  if (!head) return;
  const headRow = table.createTHead().insertRow();
  for (const text of head) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = text;
    headRow.append(cell);
  }
  const body = table.createTBody();
  for (const row of rest) {
    const line = body.insertRow();
    row.forEach((text, i) => {
      const cell = document.createElement(i === 0 ? "th" : "td");
      if (i === 0) cell.scope = "row";
      cell.textContent = text;
      line.append(cell);
    });
  }
}

export function startTwin(player: Player): void {
  const line = byId("twin-line");
  const table = byId<HTMLTableElement>("twin-table");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = { text: "", rows: [] as unknown };
  // A reader can take in one sentence in a while, not thirty a second.
  player.on("twin", (data) => {
    latest = data;
    timer ??= setTimeout(() => {
      timer = undefined;
      if (line.textContent !== latest.text) line.textContent = latest.text;
      fillTable(table, toTable(latest.rows));
    }, 1000);
  });
}

export function startControls(player: Player): () => void {
  const run = byId<HTMLButtonElement>("run");
  const stop = byId<HTMLButtonElement>("stop");
  const interval = byId<HTMLSelectElement>("interval");
  const settings = (["gil", "mode", "cores", "seed", "policy", "mainOn"] as const).map((name) => [name, byId<HTMLSelectElement | HTMLInputElement>(name)] as const);
  const show = (): void => {
    const scenario = player.scenario();
    for (const [name, field] of settings) field.value = String(scenario[name]);
    const simulated = scenario.mode === "sim" || !self.crossOriginIsolated;
    const mode = byId<HTMLSelectElement>("mode");
    mode.value = simulated ? "sim" : "live";
    mode.disabled = !self.crossOriginIsolated;
    byId("simulated").hidden = !simulated;
    byId("main-on-label").hidden = simulated;
    const text = String(scenario.switchInterval);
    if (![...interval.options].some((o) => o.value === text)) {
      interval.add(new Option(`${+(scenario.switchInterval * 1000).toPrecision(4)} ms`, text));
    }
    interval.value = text;
    // Not `disabled` while a run begins or ends: the focus would be lost with it.
    run.disabled = player.reason !== "";
    run.setAttribute("aria-disabled", String(run.disabled || player.state !== "idle"));
    stop.setAttribute("aria-disabled", String(player.state !== "running"));
    run.title = player.reason;
  };
  run.addEventListener("click", () => void player.run().catch(() => undefined));
  stop.addEventListener("click", () => void player.stop().catch(() => undefined));
  const change = (part: Partial<Record<keyof Scenario, unknown>>): void => {
    try {
      player.change(part as Partial<Scenario>);
    } catch {
      show(); // a number that is none: what was there before
    }
  };
  for (const [name, field] of settings) {
    field.addEventListener("change", () => change({ [name]: field.type === "number" ? field.valueAsNumber : field.value }));
  }
  interval.addEventListener("change", () => change({ switchInterval: Number(interval.value) }));
  player.on("loaded", show);
  player.on("settings", show);
  player.on("state", show);
  show();
  return show;
}
