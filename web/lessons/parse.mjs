// Reads lessons/*.md: `key: value` lines between two `---`, sentences, one python block.
// Used by the build, by the unit tests, and by whoever wants to run the programs elsewhere:
//   node web/lessons/parse.mjs NAME     prints a lesson's program
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = dirname(fileURLToPath(import.meta.url));
const kKeys = ["title", "group", "order", "try"];
const kSettings = ["mode", "gil", "cores", "seed", "switchInterval", "policy", "mainOn"];

export function parseLesson(name, source) {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*?)\n```python\n([\s\S]*?)```\s*$/.exec(source);
  if (!match) throw new Error(`lessons/${name}.md: expected a head, sentences and one python block at the end`);
  const [, head, text, code] = match;
  const lesson = { name, title: "", group: "", order: 0, try: "", text: "", code, settings: {} };
  for (const line of head.split("\n")) {
    const pair = /^(\w+):\s*(.*)$/.exec(line);
    if (!pair) throw new Error(`lessons/${name}.md: not a "key: value" line: ${line}`);
    const [, key, value] = pair;
    const typed = /^\d+(\.\d+)?$/.test(value) && key !== "gil" ? Number(value) : value;
    if (kKeys.includes(key)) lesson[key] = typed;
    else if (kSettings.includes(key)) lesson.settings[key] = typed;
    else throw new Error(`lessons/${name}.md: unknown key ${key}`);
  }
  lesson.text = text.trim().replace(/\s*\n\s*/g, " ");
  return lesson;
}

export function readLessons() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .map((file) => parseLesson(file.slice(0, -3), readFileSync(join(folder, file), "utf8").replace(/\r\n/g, "\n")))
    .sort((a, b) => a.order - b.order || a.name.localeCompare(b.name));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lesson = readLessons().find((l) => l.name === process.argv[2]);
  if (!lesson) {
    console.error(readLessons().map((l) => l.name).join("\n"));
    process.exit(2);
  }
  process.stdout.write(lesson.code);
}
