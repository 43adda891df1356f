// The dialogs: share, embed, keys. And the menu of lessons. Native <dialog> elements, so that focus
// and Escape are the browser's.

import { byId, copyText, toast } from "./dom";
import { findLesson, lessonGroups, lessonScenario } from "./lessons";
import { encodeFragment } from "./link";
import type { Scenario } from "./scenario";

export interface DialogSource {
  scenario(): Scenario;
  link(): string;
  /** Name of the lesson on the page, "" for none. */
  lesson(): string;
}

/** Chat programs and mail cut longer addresses. */
const kSafeLink = 8000;

function wireClosing(dialog: HTMLDialogElement): void {
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close(); // the backdrop
  });
  for (const button of dialog.querySelectorAll<HTMLElement>("[data-close]")) {
    button.addEventListener("click", () => dialog.close());
  }
}

function wireCopy(button: HTMLElement, field: HTMLTextAreaElement | HTMLInputElement, what: string): void {
  button.addEventListener("click", async () => {
    if (await copyText(field.value)) toast(`${what} copied`);
    else {
      field.focus();
      field.select();
      toast("Copying is not allowed here: press Ctrl+C");
    }
  });
}

function wireShare(source: DialogSource): void {
  const dialog = byId<HTMLDialogElement>("share-dialog");
  const field = byId<HTMLInputElement>("share-link");
  wireClosing(dialog);
  wireCopy(byId("share-copy"), field, "Link");
  byId("share").addEventListener("click", async () => {
    field.value = source.link();
    const copied = await copyText(field.value);
    byId("share-said").textContent = copied ? "The link is in your clipboard." : "Copy the link from the field below.";
    const length = field.value.length;
    const long = length > kSafeLink ? " Some programs cut addresses as long as this one." : "";
    byId("share-length").textContent = `${length.toLocaleString("en")} characters.${long}`;
    dialog.showModal();
    field.select();
    field.scrollLeft = 0;
  });
  byId("share-embed").addEventListener("click", () => {
    dialog.close();
    byId("embed").click();
  });
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

/** Settings that differ from `base`, as attributes of the element. */
function settingAttributes(scenario: Scenario, base: Readonly<Scenario>): string {
  const names = { mode: "mode", gil: "gil", cores: "cores", seed: "seed", switchInterval: "switch-interval", policy: "policy" };
  return Object.entries(names)
    .filter(([key]) => scenario[key as keyof Scenario] !== base[key as keyof Scenario])
    .map(([key, name]) => ` ${name}="${escapeAttribute(String(scenario[key as keyof Scenario]))}"`)
    .join("");
}

export function embedSnippet(scenario: Scenario, lessonName: string, page: string, plain: boolean): string {
  const fragment = encodeFragment(scenario);
  if (plain) {
    const url = new URL("embed.html", page);
    return (
      `<iframe src="${escapeAttribute(url.href.split("#")[0] + fragment)}" title="Interleave" ` +
      `allow="cross-origin-isolated; fullscreen; clipboard-write" loading="lazy" style="width:100%;height:480px;border:0"></iframe>`
    );
  }
  const script = `<script type="module" src="${escapeAttribute(new URL("embed.js", page).href)}"></` + "script>";
  const lesson = findLesson(lessonName);
  const own = lesson && lessonScenario(lesson);
  const what =
    own && own.code === scenario.code
      ? `example="${lessonName}"${settingAttributes(scenario, own)}`
      : `scenario="${fragment.slice(1)}"`;
  return `${script}<interleave-playground ${what} height="480"></interleave-playground>`;
}

function wireEmbed(source: DialogSource): void {
  const dialog = byId<HTMLDialogElement>("embed-dialog");
  const field = byId<HTMLTextAreaElement>("embed-code");
  const plain = byId<HTMLInputElement>("embed-plain");
  const fill = (): void => {
    field.value = embedSnippet(source.scenario(), source.lesson(), document.baseURI, plain.checked);
  };
  wireClosing(dialog);
  wireCopy(byId("embed-copy"), field, "Snippet");
  for (const radio of dialog.querySelectorAll("input[type=radio]")) radio.addEventListener("change", fill);
  byId("embed").addEventListener("click", () => {
    fill();
    dialog.showModal();
    byId("embed-copy").focus();
  });
}

function typing(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return element !== null && (element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName));
}

function wireKeys(): void {
  const dialog = byId<HTMLDialogElement>("keys-dialog");
  wireClosing(dialog);
  byId("keys").addEventListener("click", () => dialog.showModal());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "?" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    event.preventDefault();
    dialog.showModal();
  });
}

/** A button that shows a panel of links or buttons below it. Returns how to close it. */
export function wireMenu(name: string, items: string, first: (panel: HTMLElement) => HTMLElement | null): (refocus: boolean) => void {
  const button = byId<HTMLButtonElement>(name);
  const panel = byId(`${name}-panel`);
  const whole = byId(`${name}-menu`);
  const close = (refocus: boolean): void => {
    if (panel.hidden) return;
    panel.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (refocus) button.focus();
  };
  button.addEventListener("click", () => {
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (!panel.hidden) first(panel)?.focus();
  });
  panel.addEventListener("keydown", (event) => {
    const all = [...panel.querySelectorAll<HTMLElement>(items)];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    }
  });
  whole.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
  });
  whole.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !whole.contains(event.relatedTarget)) close(false);
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !whole.contains(event.target)) close(false);
  });
  return close;
}

function wireLessons(): void {
  const panel = byId("lessons-panel");
  const close = wireMenu("lessons", "a", (list) => list.querySelector<HTMLElement>("a[aria-current]") ?? list.querySelector<HTMLElement>("a"));
  for (const group of lessonGroups()) {
    const section = document.createElement("section");
    const title = document.createElement("h2");
    title.textContent = group.title;
    title.id = `group-${group.lessons[0]?.name}`;
    const list = document.createElement("ul");
    list.setAttribute("aria-labelledby", title.id);
    for (const lesson of group.lessons) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `#ex/${lesson.name}`;
      link.textContent = lesson.title;
      link.addEventListener("click", () => close(true));
      item.append(link);
      list.append(item);
    }
    section.append(title, list);
    panel.append(section);
  }
}

/** Marks the lesson in the menu. */
export function markLesson(name: string): void {
  for (const link of document.querySelectorAll("#lessons-panel a")) {
    if (link.getAttribute("href") === `#ex/${name}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

export function startDialogs(source: DialogSource): void {
  wireShare(source);
  wireEmbed(source);
  wireKeys();
  wireLessons();
}

