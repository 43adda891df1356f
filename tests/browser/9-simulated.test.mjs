// Simulated runs in the page: the same run as natively and without threads, its settings, going through it.
import { join } from "node:path";
import { check, equal, kShots, nextRunWorks, run, sameEverywhere, simulatedNatively, sleep, start, stop } from "./harness.mjs";

const kRace = `import random, time
from threading import Lock, Thread
counter = 0
lock = Lock()
seen = set()

def work(n):
    global counter
    for i in range(n):
        value = counter
        counter = value + 1
        if i % 50 == 0:
            with lock:
                time.sleep(random.random() / 1000)
                seen.add(object())

threads = [Thread(target=work, args=(300,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter, len(seen), [hash(one) % 100 for one in seen][:3])
`;
const kBox = `class Box:
    def __init__(self):
        self.v = 0

def work(n):
    total = 0
    for i in range(n):
        total += i
        box.v = total
    return total

box = Box()
work(20000)
print(box.v)
`;

export default {
  async "the same run natively, with threads and without"(scene) {
    const pages = [await scene.open(), await scene.withoutThreads()];
    let runs = 0;
    for (const gil of ["3.10", "3.9", "off"]) {
      for (const policy of ["fair", "random"]) {
        const settings = { mode: "sim", gil, policy, cores: 3, seed: 11 + runs };
        const native = sameEverywhere(simulatedNatively(kRace, settings));
        const results = [];
        for (const page of pages) results.push(sameEverywhere(await run(page, kRace, settings)));
        equal(results[0], native, `with threads, ${gil}, ${policy}`);
        equal(results[1], native, `without threads, ${gil}, ${policy}`);
        runs++;
      }
    }
    return `${runs} settings`;
  },

  async "sleeping takes no time, thousands of threads, Stop"(scene) {
    for (const page of [await scene.open(), await scene.withoutThreads()]) {
      const long = await run(page, "import time\ntime.sleep(3600)\nprint('slept')", { mode: "sim" });
      equal([long.stdout, long.elapsedNs > 3600e9], ["slept\n", true], "an hour's sleep");
      const many = await run(page, "import threading\ngo = threading.Event()\nts = [threading.Thread(target=go.wait) for _ in range(2000)]\nfor t in ts: t.start()\nprint(threading.active_count())\ngo.set()\nfor t in ts: t.join()", { mode: "sim" });
      equal(many.stdout, "2001\n", "threads");
      await start(page, "while True: pass", { mode: "sim" });
      await sleep(300);
      const { result, ms } = await stop(page);
      equal(result.status, "stopped", "status");
      check(ms < 1000, `Stop took ${ms} ms`);
      await nextRunWorks(page);
    }
  },

  async "input() without threads"(scene) {
    const page = await scene.withoutThreads();
    await start(page, "name = input('who? ')\nprint('hello', name)");
    await page.locator("#input-line").fill("you");
    await page.locator("#input-line").press("Enter");
    equal((await page.evaluate(() => window.__run)).stdout, "who? hello you\n", "output");
  },

  async "through a run by lines and events, forward and back, with variables"(scene) {
    const page = await scene.open();
    const result = await run(page, kBox, { mode: "sim", seed: 1 });
    equal(result.status, "finished", "status");
    await sleep(500);
    const box = await page.locator("#canvas").boundingBox();
    await page.mouse.click(box.x + box.width * 0.6, box.y + 144); // on the time axis
    const moment = () => page.locator("#moment").innerText();
    await page.waitForSelector("#moment:not([hidden])");
    check(/work · line (7|8|9)/.test(await moment()), await moment());
    const line = async () => Number(/work · line (\d+)/.exec(await moment())?.[1]);
    const at = () => page.locator("#show-moment").innerText();
    const step = async (key) => {
      await page.keyboard.press(key);
      await sleep(400);
      return line();
    };
    const lines = [await step("Shift+Period"), await step("Shift+Period"), await step("Shift+Period")];
    const there = await moment();
    check(new Set(lines).size === 3 && lines.every((n) => n >= 7 && n <= 9), `lines ${lines}`);
    await step("Shift+Period");
    check((await moment()) !== there, "nothing has changed");
    await step("Shift+Comma");
    equal(await moment(), there, "back again");
    await page.screenshot({ path: join(kShots, "simulated-moment.png") });
    const before = await at();
    await page.keyboard.press("Space");
    await sleep(800);
    await page.keyboard.press("Space");
    await sleep(300);
    check((await at()) !== before, "it does not play");
    await run(page, "print(1)", { mode: "sim" });
    check(await page.locator("#moment").isHidden(), "the last run's moment is still there");
  },

  async "urlopen asks the page's own site, and no other"(scene) {
    scene.tolerate(/404|Failed to load resource|Synchronous XMLHttpRequest/);
    const code = (site) => `from urllib.request import urlopen
from urllib.error import HTTPError, URLError
from threading import Thread
def ask():
    with urlopen("${site}icon.svg") as answer:
        print(answer.status, answer.read()[:4], answer.headers["Content-type"].split(";")[0])
t = Thread(target=ask)
t.start()
t.join()
for url in ("${site}nothing-here", "https://example.org/"):
    try:
        urlopen(url)
    except HTTPError as error:
        print("HTTP", error.code)
    except URLError as error:
        print("only addresses of this page" in str(error))
`;
    for (const page of [await scene.open(), await scene.withoutThreads()]) {
      const site = new URL(".", page.url()).href;
      const result = await run(page, code(site));
      equal([result.stdout, result.stderr], ["200 b'<svg' image/svg+xml\nHTTP 404\nTrue\n", ""], "the answers");
    }
  },
};
