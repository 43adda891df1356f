// The browser tests: drives Chromium and Firefox against a site that is already served.
//
//   node tests/browser/run.mjs [--site URL] [--folder DIR] [--only WORD] [--list]
//
// URL: where the site is (default: INTERLEAVE_URL, else http://127.0.0.1:8000/); DIR: the same files on
// disk, for the tests that serve them without headers (default: build/site). Ends with "N passed, N failed".
import { readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { closeFirefox } from "./firefox.mjs";
import { Failure, kRoot, launch, Scene } from "./harness.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const kTestMs = 120_000;
/** In the names of what nothing can fail in: it makes pictures. */
const kAskedOnly = "(when asked for";

function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

async function collect() {
  const tests = [];
  for (const file of readdirSync(here).filter((f) => f.endsWith(".test.mjs")).sort()) {
    const group = file.replace(/^\d*-?|\.test\.mjs$/g, "");
    const { default: list } = await import(pathToFileURL(join(here, file)));
    for (const [name, body] of Object.entries(list)) tests.push({ name: `${group}: ${name}`, body });
  }
  return tests;
}

function within(ms, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Failure(`not done after ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function runOne(browser, site, folder, { name, body }, last) {
  const scene = new Scene(browser, site, folder);
  const began = performance.now();
  let problem = "";
  try {
    const note = await within(kTestMs, body(scene));
    scene.verdict();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`ok    ${name} (${seconds} s)${note ? `: ${note}` : ""}`);
  } catch (error) {
    const where = /at .*?([\w-]+\.test\.mjs:\d+)/.exec(error.stack ?? "")?.[1];
    problem = `${error instanceof Failure ? error.message : error.stack ?? error}${where ? ` [${where}]` : ""}`;
    const also = scene.complaints.length > 0 ? `\n        the page said: ${scene.complaints.join(" | ")}` : "";
    console.log(`${last ? "FAIL " : "again"} ${name}\n        ${problem.replaceAll("\n", "\n        ")}${also}`);
  }
  await within(10_000, scene.close()).catch(() => undefined);
  return problem === "";
}

async function main() {
  const only = option("only", "");
  const tests = (await collect()).filter((t) => (only ? t.name.includes(only) : !t.name.includes(kAskedOnly)));
  if (process.argv.includes("--list")) return console.log(tests.map((t) => t.name).join("\n"));
  if (tests.length === 0) {
    console.error(`no test is called "${only}"; --list names them`);
    process.exitCode = 2;
    return;
  }
  const site = new URL(option("site", process.env.INTERLEAVE_URL ?? "http://127.0.0.1:8000/")).href;
  const folder = resolve(option("folder", join(kRoot, "build", "site")));
  let browser = await launch();
  let passed = 0;
  const attempt = async (test, last) => {
    if (!browser.isConnected()) browser = await launch(); // a test may bring the browser down, and has then failed
    return runOne(browser, site, folder, test, last);
  };
  // Much here is about time, on machines that others use too: what fails is tried once more, by itself at the end.
  const failed = [];
  for (const test of tests) (await attempt(test, false)) ? passed++ : failed.push(test);
  await closeFirefox();
  for (const test of failed) if (await attempt(test, true)) passed++;
  await browser.close();
  await closeFirefox();
  console.log(`${passed} passed, ${tests.length - passed} failed`);
  process.exitCode = passed === tests.length ? 0 : 1;
}

await main();
process.exit(process.exitCode ?? 0);
