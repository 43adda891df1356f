import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { findLesson, kFirstLesson, kLessons, lessonGroups, lessonScenario } from "../src/lessons";
import { utf8Length } from "../src/scenario";

/** Names are addresses: `#ex/NAME` in pages of others. Never rename or remove one. */
const kNames = [
  "hello-thread", "subclass-thread", "exception-in-a-thread", "daemon-thread", "frozen-page", "concurrent-not-parallel", "gil-on-off", "sleeping-overlap",
  "hashing-releases-gil", "printing-threads", "lost-update", "lock-fixes-it", "deadlock", "producer-consumer",
];
const kModules = ["threading", "time", "queue", "hashlib", "random", "math", "sys"];

function python(code: string, timeoutMs: number): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn("python3", ["-"], { timeout: timeoutMs });
    let out = "";
    let err = "";
    child.stdout.on("data", (d) => (out += d));
    child.stderr.on("data", (d) => (err += d));
    child.on("error", reject);
    child.on("close", (status) => resolve({ code: status, out, err }));
    child.stdin.end(code);
  });
}

test("the names are stable", () => {
  assert.deepEqual(kLessons.map((l) => l.name), kNames);
  assert.ok(findLesson(kFirstLesson));
});

test("each lesson has a title, a group, two or three sentences and a short program", () => {
  for (const lesson of kLessons) {
    assert.ok(lesson.title.length > 5 && lesson.title.length < 50, lesson.name);
    assert.ok(lesson.group.length > 2 && lesson.try.length > 20, lesson.name);
    const sentences = lesson.text.split(/[.!?](?:\s|$)/).filter((s) => s.trim() !== "").length;
    assert.ok(sentences >= 2 && sentences <= 4, `${lesson.name}: ${sentences} sentences`);
    const lines = lesson.code.trimEnd().split("\n");
    assert.ok(lines.length <= 40, `${lesson.name}: ${lines.length} lines`);
    for (const line of lines) assert.ok(line.length <= 66 && line.trimEnd() === line, `${lesson.name}: ${line}`);
    assert.ok(utf8Length(lesson.code) === lesson.code.length, `${lesson.name}: plain ASCII`);
    lessonScenario(lesson);
  }
  for (const group of lessonGroups()) assert.equal(lessonGroups().filter((g) => g.title === group.title).length, 1);
});

test("lessons import only what the machine has", () => {
  for (const { name, code } of kLessons) {
    for (const match of code.matchAll(/^\s*(?:from|import)\s+(\w+)/gm)) assert.ok(kModules.includes(match[1]!), `${name}: ${match[1]}`);
  }
});

test("each program runs under CPython, in a second or so", async () => {
  await Promise.all(
    kLessons.map(async ({ name, code }) => {
      const endless = name === "deadlock";
      const { code: status, out, err } = await python(code, endless ? 3000 : 20_000);
      if (endless) return assert.deepEqual([status, out, err], [null, "", ""], `${name} should hang`);
      assert.equal(status, 0, `${name}: ${err}`);
      assert.ok(out.length > 10, name);
      assert.equal(err !== "", name === "exception-in-a-thread", `${name}: ${err}`);
    }),
  );
});
