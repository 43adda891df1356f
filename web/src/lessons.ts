// The examples: a title, a few sentences, something to try, a program. Their source is
// lessons/NAME.md; the build turns the folder into the module "virtual:lessons".

import lessons from "virtual:lessons";
import { type Scenario, toScenario } from "./scenario";

export interface Lesson {
  name: string;
  title: string;
  group: string;
  /** Markdown of the smallest kind: `code`, **strong**, *emphasis*. */
  text: string;
  try: string;
  code: string;
  settings: Record<string, unknown>;
}

export const kLessons: readonly Lesson[] = lessons;
export const kFirstLesson = "hello-thread";

export function findLesson(name: string): Lesson | undefined {
  return kLessons.find((lesson) => lesson.name === name);
}

export function lessonScenario(lesson: Lesson): Scenario {
  return toScenario({ ...lesson.settings, code: lesson.code, title: lesson.title });
}

/** Groups in the order of their first lesson. */
export function lessonGroups(): { title: string; lessons: Lesson[] }[] {
  const groups: { title: string; lessons: Lesson[] }[] = [];
  for (const lesson of kLessons) {
    const last = groups.find((g) => g.title === lesson.group);
    if (last) last.lessons.push(lesson);
    else groups.push({ title: lesson.group, lessons: [lesson] });
  }
  return groups;
}

/** The text as nodes, never as HTML: a note of a link comes from anywhere. */
export function renderText(text: string): Node[] {
  const nodes: Node[] = [];
  const pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*/g;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > at) nodes.push(document.createTextNode(text.slice(at, match.index)));
    const tag = match[1] !== undefined ? "code" : match[2] !== undefined ? "strong" : "em";
    const element = document.createElement(tag);
    element.textContent = match[1] ?? match[2] ?? match[3] ?? "";
    nodes.push(element);
    at = match.index + match[0].length;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}
