// The corpus of scripts in the page: with real threads, and simulated where the page has none.
//
// What a script's comments expect is read and checked by tests/parts/scripts.py, as for the native program.
import { spawn, spawnSync } from "node:child_process";
import { check, equal, kRoot } from "./harness.mjs";

const python = process.platform === "win32" ? "python" : "python3";
/** Scripts in one test, so that a slow machine has time for each lot. */
const kLot = 100;
const kTellAtMost = 6;
/** Where WebGL is software, drawing takes most of the time of short runs. */
const kLittleToDraw = { width: 320, height: 240 };

/** [{name, code, settings: [gil …], interval}] of what can run in a page. */
function scripts() {
  const done = spawnSync(python, ["-m", "tests.parts.scripts", "--list-for-page"], { cwd: kRoot, encoding: "utf8", maxBuffer: 64 << 20 });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

/** What is wrong with the runs: a list of texts. */
function judge(runs) {
  return new Promise((resolve, reject) => {
    const process = spawn(python, ["-m", "tests.parts.scripts", "--judge"], { cwd: kRoot, stdio: ["pipe", "pipe", "inherit"] });
    let text = "";
    process.stdout.on("data", (piece) => (text += piece));
    process.on("close", (code) => (code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`the judge ended with ${code}`))));
    process.stdin.end(JSON.stringify(runs));
  });
}

async function runAll(page, list, mode, always) {
  const runs = [];
  await page.setViewportSize(kLittleToDraw);
  for (const script of list) {
    // In turn: natively each script runs under all of its settings.
    const gil = always ?? script.settings[runs.length % script.settings.length];
    const scenario = { code: script.code, gil, mode, seed: runs.length, switchInterval: script.interval, title: script.name };
    const result = await page.evaluate(async (s) => {
      window.interleave.load(s);
      const { status, exitCode, stdout, stderr, message } = await window.interleave.run();
      return { code: exitCode, stdout, stderr: stderr + (status === "deadlock" || status === "limit" ? `${message}\n` : "") };
    }, scenario);
    runs.push({ name: script.name, gil, ...result });
  }
  return runs;
}

async function corpus(page, list, mode, always) {
  const wrong = await judge(await runAll(page, list, mode, always));
  check(wrong.length === 0, `${wrong.length} wrong:\n${wrong.slice(0, kTellAtMost).join("\n")}`);
  return `${list.length} scripts`;
}

const all = scripts();
const tests = {};
for (let first = 0; first < all.length; first += kLot) {
  const list = all.slice(first, first + kLot);
  tests[`scripts ${first + 1} to ${first + list.length}, real threads`] = async (scene) => corpus(await scene.open(), list, "live");
}

tests["every sixth script without a GIL, where the processor may reorder stores"] = async (scene) => {
  const context = await scene.context();
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "userAgentData", { get: () => undefined });
    Object.defineProperty(Navigator.prototype, "platform", { get: () => "MacIntel" });
  });
  const page = scene.watch(await context.newPage());
  await page.goto(new URL("index.html", scene.site).href);
  await page.evaluate(() => window.interleave.ready);
  return corpus(page, all.filter((script, i) => i % 6 === 0 && script.settings.includes("off")), "live", "off");
};

tests["every fifth script without threads, simulated"] = async (scene) => {
  const page = await scene.withoutThreads();
  equal(await page.evaluate(() => window.interleave.threads), false, "threads");
  return corpus(page, all.filter((script, i) => i % 5 === 0 && !script.notSimulated), "sim");
};

export default tests;
