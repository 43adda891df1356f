// What every thread is at, with its variables, at the moment that the playhead of a simulated run stands on.
//
// In the place of the output while somebody looks at it. Knows the player and its own few elements.

import { byId } from "./dom";
import type { Moment, Player } from "./player";

function element(tag: string, className: string, text = ""): HTMLElement {
  const e = document.createElement(tag);
  e.className = className;
  e.textContent = text;
  return e;
}

function variables(list: [string, string][]): HTMLElement {
  const box = element("dl", "variables");
  for (const [name, value] of list) {
    const row = document.createElement("div");
    row.append(element("dt", "", name), element("dd", "", value));
    box.append(row);
  }
  return box;
}

export function startMoment(player: Player, goTo: (line: number) => void): void {
  const section = byId("output");
  const button = byId<HTMLButtonElement>("show-moment");
  const panel = byId("moment");
  const show = (shown: boolean): void => {
    button.setAttribute("aria-pressed", String(shown));
    panel.hidden = !shown;
    byId("output-scroller").hidden = shown;
    section.dataset.shows = shown ? "moment" : "output";
  };
  const forget = (): void => {
    button.hidden = true;
    show(false);
  };

  const place = (frame: Moment["threads"][number]["frames"][number]): HTMLElement => {
    const link = element("button", "place", `${frame.function} · line ${frame.line}`) as HTMLButtonElement;
    link.type = "button";
    link.addEventListener("click", () => goTo(frame.line));
    return link;
  };

  player.on("moment", (moment) => {
    if (moment.threads.length === 0) return forget();
    if (button.hidden) show(true);
    button.hidden = false;
    button.textContent = `At ${moment.at}`;
    const scrolled = panel.scrollTop;
    panel.replaceChildren(
      ...moment.threads.map((thread) => {
        const box = element("section", "thread");
        box.append(element("h3", "", thread.name));
        if (thread.frames.length === 0) box.append(element("p", "none", "its own program is not running"));
        for (const frame of thread.frames) box.append(place(frame), variables(frame.variables));
        return box;
      }),
    );
    panel.scrollTop = scrolled;
  });
  button.addEventListener("click", () => show(button.getAttribute("aria-pressed") !== "true"));
  player.on("cleared", forget);
  player.on("loaded", forget);
}
