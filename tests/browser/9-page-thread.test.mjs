// The page's own thread: its long tasks are seen, and MainThread can be put on it, for a while.
import { check, equal, kShots, run, sleep } from "./harness.mjs";
import { join } from "node:path";

const kCrunch = `from threading import Thread, current_thread
from time import perf_counter

def crunch(seconds):
    began = perf_counter()
    total = 0
    while perf_counter() - began < seconds:
        total += 1

helper = Thread(target=crunch, args=(0.4,))
helper.start()
crunch(1.0)
helper.join()
print("on", current_thread().name)
`;

/** Runs a program while the page counts the milliseconds in which it could do nothing at all; the longest such time. */
async function longestSilence(page, code, settings) {
  await page.evaluate(() => {
    let last = performance.now();
    globalThis.silence = 0;
    const tick = () => {
      const now = performance.now();
      globalThis.silence = Math.max(globalThis.silence, now - last);
      last = now;
      globalThis.ticking = setTimeout(tick, 1);
    };
    tick();
  });
  const result = await run(page, code, settings);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
  const silence = await page.evaluate(() => (clearTimeout(globalThis.ticking), globalThis.silence));
  return { result, silence };
}

const uiSpans = async (page) => {
  const text = await page.evaluate(async () => window.interleave.trace("chrome"));
  const events = JSON.parse(text).traceEvents;
  const track = events.find((e) => e.ph === "M" && e.name === "thread_name" && e.args.name === "Browser UI")?.tid;
  return events.filter((e) => e.ph === "X" && e.tid === track);
};

export default {
  async "MainThread on the page freezes it, on a worker it does not"(scene) {
    const page = await scene.open();
    const apart = await longestSilence(page, kCrunch, {});
    for (const gil of ["3.10", "off"]) {
      const here = await longestSilence(page, kCrunch, { mainOn: "page", gil });
      equal([here.result.status, here.result.stdout], ["finished", "on MainThread\n"], `its end, gil ${gil}`);
      check(here.silence > 900, `the page was silent for ${here.silence} ms only, gil ${gil}`);
      check(here.silence > 2 * apart.silence, `on a worker it was silent as well: ${apart.silence} ms`);
      const frozen = (await uiSpans(page)).filter((span) => span.name === "MainThread on the page");
      equal(frozen.length, 1, "spans of the freeze");
      check(frozen[0].dur > 900_000, `the freeze in the trace: ${frozen[0].dur} µs`);
      if (gil === "3.10") await page.screenshot({ path: join(kShots, "frozen-afterwards.png") });
    }
    return `the page was silent for ${Math.round(apart.silence)} ms with a worker`;
  },

  async "MainThread on the page: threads come and go, up to what a frozen page has"(scene) {
    const page = await scene.open();
    const code = `from threading import Thread, Lock
seen, lock = [], Lock()
def note(n):
    with lock:
        seen.append(n)
def nest(n):
    inner = Thread(target=note, args=(n,))
    inner.start(); inner.join()
for n in range(40):
    t = Thread(target=nest if n % 8 == 0 else note, args=(n,))
    t.start(); t.join()
some = [Thread(target=note, args=(100 + n,)) for n in range(6)]
for t in some: t.start()
for t in some: t.join()
print(sorted(seen) == list(range(40)) + list(range(100, 106)))
met = Lock(); met.acquire()
many = []
try:
    for n in range(40):
        t = Thread(target=met.acquire, daemon=True)
        t.start()
        many.append(t)
except RuntimeError as error:
    print(error, len(many) >= 6)
`;
    for (const gil of ["3.10", "off"]) {
      const result = await run(page, code, { mainOn: "page", gil });
      equal([result.stdout, result.stderr, result.status], ["True\ncan't start new thread True\n", "", "finished"], `gil ${gil}`);
    }
  },

  async "MainThread on the page is ended after five seconds, and the page lives"(scene) {
    const page = await scene.open();
    const result = await run(page, "print('begun', flush=True)\nwhile True:\n    pass\n", { mainOn: "page" });
    equal([result.status, result.stdout, result.exitCode], ["limit", "begun\n", 1], "its end");
    check(/page's own thread for 5 seconds/.test(result.message), result.message);
    equal((await run(page, "print(input('? '))\n", { mainOn: "page" })).exitCode, 1, "input() of a frozen page");
    equal((await run(page, "print('alive')\n", {})).stdout, "alive\n", "the next run");
    equal(await page.locator("#frozen").isVisible(), false, "the words about it are gone");
  },

  async "MainThread on the page is chosen at Live, with a warning, and is in the link"(scene) {
    const page = await scene.open();
    const box = await page.locator("#canvas").boundingBox();
    const press = async ([x0, y0, x1, y1]) => {
      await page.mouse.click(box.x + (x0 + x1) / 2, box.y + (y0 + y1) / 2);
      await sleep(300);
    };
    await run(page, "pass\n");
    const { spots } = await page.evaluate(() => window.interleave.timeline());
    await press(spots.live);
    await page.screenshot({ path: join(kShots, "main-on-list.png") });
    await press([spots.live[0] + 20, spots.live[3] + 32, spots.live[0] + 60, spots.live[3] + 60]);
    equal(await page.evaluate(() => window.interleave.scenario().mainOn), "page", "chosen");
    check(/freezes/.test(await page.locator("#toast").textContent()), "a warning");
    await page.evaluate(() => window.interleave.load({ code: "from time import sleep\nsleep(0.8)\n", mainOn: "page" }));
    const running = page.evaluate(() => window.interleave.run());
    const words = await page.locator("#frozen").isVisible().catch(() => false);
    await running;
    const link = await page.evaluate(() => window.interleave.link());
    await page.goto("about:blank");
    await page.goto(link);
    await page.evaluate(() => window.interleave.ready);
    equal(await page.evaluate(() => window.interleave.scenario().mainOn), "page", "from the link");
    return words ? "the words were seen" : "the words were too quick to see";
  },

  async "long tasks of the page are in its lane"(scene) {
    const page = await scene.open();
    const result = await page.evaluate(async () => {
      window.interleave.load({ code: "import time\nprint('begun', flush=True)\ntime.sleep(1.5)\n" });
      const begun = new Promise((resolve) => window.interleave.on("output", resolve));
      const running = window.interleave.run();
      await begun;
      await new Promise((resolve) => setTimeout(resolve, 300));
      const until = performance.now() + 200;
      while (performance.now() < until);
      return running;
    });
    equal(result.status, "finished", "its end");
    const long = (await uiSpans(page)).filter((span) => span.name === "long task");
    check(long.some((span) => span.dur > 150_000 && span.dur < 600_000), `long tasks: ${JSON.stringify(long)}`);
  },
};
