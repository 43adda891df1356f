// Firefox: the same page and the same machine in another engine. Not the whole of Chromium's tests again, but what
// differs between engines: isolation, workers, WebGL, keys, and that a simulated run is the same run everywhere.
import { sharedFirefox } from "./firefox.mjs";
import { bestOf, check, equal, inspectPicture, nextRunWorks, run, sameEverywhere, saveShot, simulatedNatively, start, stop } from "./harness.mjs";

const kTeam = `from queue import Queue
from threading import Condition, Event, Semaphore, Thread
import random, time

jobs, done = Queue(3), []
ready, few = Event(), Semaphore(2)
changed = Condition()

def work(name):
    ready.wait()
    while True:
        job = jobs.get()
        if job is None:
            return
        with few:
            time.sleep(random.random() / 500)
        with changed:
            done.append((name, job ** 0.5, f"{job / 7:.3f}"))
            changed.notify_all()

team = [Thread(target=work, args=(n,)) for n in "abc"]
for one in team: one.start()
ready.set()
for job in range(30): jobs.put(job)
with changed:
    changed.wait_for(lambda: len(done) == 30)
for _ in team: jobs.put(None)
for one in team: one.join()
print(sorted(done)[:3], sum(len(text) for _, _, text in done))
`;
const kRace = `from threading import Thread
total = 0
def one():
    return 1
def add():
    global total
    for _ in range(3000):
        total = total + one()
ts = [Thread(target=add) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print(total)
`;
const kWrong = `import threading, time
a, b = threading.Lock(), threading.Lock()
def fail():
    raise ValueError({1: [2.5, None]})
def wait(x, y):
    with x:
        time.sleep(0.01)
        with y:
            print("never")
threading.Thread(target=fail).start()
ts = [threading.Thread(target=wait, args=p) for p in ((a, b), (b, a))]
for t in ts: t.start()
for t in ts: t.join()
`;
const kSleepers = 'from threading import Thread\nfrom time import sleep\nts = [Thread(target=sleep, args=(0.2,)) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint("done")\n';

/** From here on the scene is Firefox's; gives the Chromium that it was. */
async function inFirefox(scene) {
  const chromium = scene.browser;
  scene.browser = await sharedFirefox();
  return chromium;
}

/** A page of another site with the site's embed.html in it, and its frame. */
async function embeddedIn(scene, headers) {
  const body = `<!doctype html><title>A tutorial</title><iframe src="${scene.site}embed.html#ex/gil-on-off" allow="cross-origin-isolated" width="700" height="480"></iframe>`;
  const server = await scene.plain({ pages: { "/": body }, headers });
  const page = scene.watch(await (await scene.context()).newPage());
  await page.goto(`http://localhost:${server.port}/`);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  await frame.waitForFunction(() => window.interleave !== undefined);
  await frame.evaluate(() => window.interleave.ready);
  return frame;
}

export default {
  async "the page is isolated, its first program runs on real threads, and the picture is drawn"(scene) {
    await inFirefox(scene);
    const page = await scene.open();
    check(/Firefox\//.test(await page.evaluate(() => navigator.userAgent)), "this is no Firefox");
    equal(await page.evaluate(() => [crossOriginIsolated, window.interleave.threads]), [true, true], "isolation");
    const before = await inspectPicture(page, await page.locator("#canvas").screenshot());
    const result = await page.evaluate(() => window.interleave.run());
    equal([result.status, result.mode, result.stderr], ["finished", "live", ""], "result");
    equal(result.stdout, "main: waiting for the kettle\nkettle: tea is ready\nmain: time for tea\n", "stdout");
    const [main, kettle] = result.threads.map((t) => t.ns.sleepingIo / 1e9);
    check(main > 0.9 && kettle > 0.98, `sleep and join: ${main} and ${kettle} s`);
    await page.waitForTimeout(400);
    const png = await page.screenshot();
    saveShot("firefox-wide", png);
    const after = await inspectPicture(page, await page.locator("#canvas").screenshot());
    check(before.colours > 10 && after.colours > before.colours, `colours: ${before.colours} before the run, ${after.colours} after it`);
    check(after.largest < 0.95, `the canvas looks empty: ${JSON.stringify(after)}`);
  },

  async "a subclass of Thread, GIL on and off"(scene) {
    await inFirefox(scene);
    const page = await scene.open("index.html#ex/subclass-thread");
    for (const gil of ["3.10", "off"]) {
      const code = await page.evaluate(() => window.interleave.scenario().code);
      const result = await run(page, code, { gil });
      equal([result.status, result.stdout, result.stderr], ["finished", "Hello from English\nBonjour from French\nHej from Danish\n", ""], `gil ${gil}`);
      equal([result.threads.length, result.gil], [4, gil], `threads, gil ${gil}`);
    }
  },

  async "two threads take turns with the GIL and run at once without"(scene) {
    await inFirefox(scene);
    const page = await scene.open();
    const code = "from threading import Thread\ndef crunch():\n    total = 0\n    for i in range(1500000):\n        total += i * i % 7\nts = [Thread(target=crunch) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n";
    return bestOf(3, async () => {
      const used = [];
      for (const gil of ["3.10", "off"]) {
        const result = await run(page, code, { gil });
        equal([result.status, result.stderr], ["finished", ""], gil);
        if (gil !== "off") check(result.gilForced > 2, `${result.gilForced} forced hand-offs`);
        const workers = result.threads.slice(1).map((t) => t.ns);
        used.push({ waiting: Math.min(...workers.map((ns) => ns.waitingGil)), running: Math.min(...workers.map((ns) => ns.running)) });
      }
      const [on, off] = used;
      check(on.waiting > 0.3 * on.running, `with the GIL nobody waits for it: ${JSON.stringify(on)}`);
      equal(off.waiting, 0, "waiting for the GIL without one");
    });
  },

  async "MainThread on the page's own thread, with threads beside it"(scene) {
    await inFirefox(scene);
    const page = await scene.open();
    const code = "from threading import Thread, current_thread\nseen = []\ndef note(n):\n    seen.append(n)\nfor n in range(12):\n    t = Thread(target=note, args=(n,))\n    t.start()\n    t.join()\nprint(current_thread().name, len(seen))\n";
    for (const gil of ["3.10", "off"]) {
      const result = await run(page, code, { mainOn: "page", gil });
      equal([result.status, result.stdout, result.stderr], ["finished", "MainThread 12\n", ""], `gil ${gil}`);
    }
  },

  async "simulated runs: the same natively, in Chromium and in Firefox, with threads and without"(scene) {
    const path = "embed.html?view=code"; // the picture would cost most of the time
    const pages = { "Chromium with threads": await scene.open(path), "Chromium without": await scene.withoutThreads(path) };
    await inFirefox(scene);
    pages["Firefox with threads"] = await scene.open(path);
    pages["Firefox without"] = await scene.withoutThreads(path);
    const kinds = [];
    for (const [name, page] of Object.entries(pages)) kinds.push([name, await page.evaluate(() => window.interleave.threads)]);
    equal(kinds.map(([, threads]) => threads), [true, false, true, false], "real threads");
    const hashes = new Set();
    let seed = 1;
    for (const code of [kTeam, kRace, kWrong]) {
      for (const [gil, policy, cores] of [["3.10", "fair", 2], ["3.10", "random", 4], ["3.9", "random", 1], ["off", "fair", 8], ["off", "random", 3]]) {
        const settings = { mode: "sim", gil, policy, cores, seed: (seed += 97) };
        const native = sameEverywhere(simulatedNatively(code, settings));
        check(native.events > 20 && /^[0-9a-f]{16}$/.test(native.traceHash), `natively: ${JSON.stringify(native)}`);
        hashes.add(native.traceHash);
        for (const [name, page] of Object.entries(pages)) {
          equal(sameEverywhere(await run(page, code, settings)), native, `${name}: ${JSON.stringify(settings)}`);
        }
      }
    }
    check(hashes.size > 10, `only ${hashes.size} different runs`);
    return `${hashes.size} different runs in ${kinds.length} pages`;
  },

  async "run by Ctrl+Enter, typed keys, Stop by the keyboard ends an endless loop"(scene) {
    await inFirefox(scene);
    const page = await scene.open();
    await page.evaluate(() => window.interleave.load({ code: "" }));
    await page.locator(".cm-content").click();
    await page.keyboard.type("print('typed')\nwhile True: pass");
    await page.keyboard.press("Control+Enter");
    await page.waitForSelector('html[data-state="running"]');
    await page.waitForFunction(() => document.querySelector(".output-text")?.textContent === "typed\n");
    const done = page.evaluate(() => new Promise((resolve) => window.interleave.on("finished", resolve)));
    await page.locator("#stop").focus();
    await page.keyboard.press("Enter");
    equal((await done).status, "stopped", "status");
    for (const mode of ["live", "sim"]) {
      await start(page, "from threading import Thread\ndef spin():\n    while True: pass\nThread(target=spin).start()\nspin()\n", { mode });
      await page.waitForTimeout(300);
      const { result } = await stop(page);
      equal(result.status, "stopped", `${mode}: status`);
      await nextRunWorks(page);
    }
    await page.locator("#lessons").focus();
    await page.keyboard.press("?");
    check(await page.locator("#keys-dialog").evaluate((d) => d.open), "? shows no keys");
  },

  async "keys and wheel move the timeline"(scene) {
    await inFirefox(scene);
    const page = await scene.open();
    await page.evaluate(() => window.interleave.run());
    const canvas = page.locator("#canvas");
    const box = await canvas.boundingBox();
    const picture = async () => (await canvas.screenshot()).toString("base64");
    const changes = async (what, act) => {
      const before = await picture();
      await act();
      await page.waitForTimeout(300);
      check((await picture()) !== before, `${what} changes nothing`);
    };
    await page.waitForTimeout(500);
    await canvas.focus();
    await page.mouse.move(box.x + box.width / 2, box.y + 150);
    await page.waitForTimeout(300);
    await changes("W", () => page.keyboard.press("w"));
    await changes("the right arrow", () => page.keyboard.press("ArrowRight"));
    await changes("F", () => page.keyboard.press("f"));
    await changes("the wheel", () => page.mouse.wheel(0, -300));
    await changes("a drag", async () => {
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 2 - 120, box.y + 152, { steps: 4 });
      await page.mouse.up();
    });
  },

  async "embedded in a page that is not isolated: simulated, with a line and a link; in one that is: real threads"(scene) {
    await inFirefox(scene);
    const frame = await embeddedIn(scene, {});
    equal(await frame.evaluate(() => [crossOriginIsolated, window.interleave.threads]), [false, false], "isolation");
    const line = await frame.locator("#fallback-line").innerText();
    check(line.length > 20 && line.length < 220 && !line.includes("\n"), `line: ${line}`);
    const result = await run(frame, kSleepers);
    equal([result.status, result.stdout, result.mode, result.threads.length], ["finished", "done\n", "sim", 3], "simulated");
    equal(await frame.locator("#elsewhere").getAttribute("href"), await frame.evaluate(() => window.interleave.link()), "the way on");
    const isolated = await embeddedIn(scene, { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" });
    equal(await isolated.evaluate(() => [crossOriginIsolated, window.interleave.threads]), [true, true], "isolation in an isolated page");
    const real = await run(isolated, kSleepers);
    equal([real.status, real.stdout, real.mode], ["finished", "done\n", "live"], "real threads");
  },

  async "a host without headers: the service worker brings threads"(scene) {
    await inFirefox(scene);
    const server = await scene.plain({ folder: scene.folder });
    const page = scene.watch(await (await scene.context()).newPage());
    await page.goto(`http://127.0.0.1:${server.port}/index.html#ex/hello-thread`);
    await page.waitForFunction(() => crossOriginIsolated && window.interleave !== undefined, null, { timeout: 20_000 });
    await page.evaluate(() => window.interleave.ready);
    const result = await run(page, kSleepers);
    equal([result.status, result.stdout, result.mode], ["finished", "done\n", "live"], "result");
  },
};
