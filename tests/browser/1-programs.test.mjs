// Programs give exactly what they should, in the page, on real threads.
import { bestOf, check, equal, inspectPicture, nextRunWorks, run, start } from "./harness.mjs";

const kFunction = `# a function that runs in a thread of its own
from time import sleep
from threading import Thread
 
# waits a little, then says so
def task():
    # nothing else to do for a second
    sleep(1)
    # say it
    print('A line from the new thread')
 
# make the thread
thread = Thread(target=task)
# set it going
thread.start()
# go on at once
print('The main thread waits for it...')
# until it has ended
thread.join()
`;

const kSubclass = `# a class that is a thread
from time import sleep
from threading import Thread
 
# our own kind of thread
class Worker(Thread):
    # what it does
    def run(self):
        # nothing else to do for a second
        sleep(1)
        # say it
        print('A line from the new thread')
 
# make it
thread = Worker()
# set it going
thread.start()
# until it has ended
print('The main thread waits for it')
thread.join()
`;

const seconds = (ns) => ns / 1e9;

function checkSleepAndJoin(result, workerName) {
  equal(result.threads.map((t) => t.name), ["MainThread", workerName], "threads");
  const [main, worker] = result.threads;
  check(seconds(worker.ns.sleepingIo) > 0.98, `the sleep is not to be seen: ${JSON.stringify(worker.ns)}`);
  check(seconds(main.ns.sleepingIo) > 0.9, `the join is not to be seen: ${JSON.stringify(main.ns)}`);
  check(seconds(result.elapsedNs) >= 1 && seconds(result.elapsedNs) < 4, `took ${seconds(result.elapsedNs)} s`);
}

export default {
  async "a function in a thread: exact output, sleep and join visible"(scene) {
    const page = await scene.open();
    const result = await run(page, kFunction);
    equal(result.stdout, "The main thread waits for it...\nA line from the new thread\n", "stdout");
    equal([result.stderr, result.status, result.exitCode, result.gil, result.mode], ["", "finished", 0, "3.10", "live"], "result");
    checkSleepAndJoin(result, "Thread-1 (task)");
    equal(await page.locator(".output-text").innerText(), result.stdout, "what the page shows");
    const line = await page.locator(".end-line").innerText();
    check(/^finished in 1\.\d\d s, 2 threads, exit code 0$/.test(line), `finishing line: ${line}`);
  },

  async "a subclass of Thread: exact output, sleep and join visible"(scene) {
    const page = await scene.open();
    const result = await run(page, kSubclass);
    equal(result.stdout, "The main thread waits for it\nA line from the new thread\n", "stdout");
    equal([result.stderr, result.status, result.exitCode], ["", "finished", 0], "result");
    checkSleepAndJoin(result, "Thread-1");
  },

  async "typed by hand and run by Ctrl+Enter"(scene) {
    const page = await scene.open();
    await page.evaluate(() => window.interleave.load({ code: "" }));
    await page.locator(".cm-content").click();
    await page.keyboard.type('import threading\nprint("typed", threading.current_thread().name)');
    const done = page.evaluate(() => new Promise((resolve) => window.interleave.on("finished", resolve)));
    await page.keyboard.press("Control+Enter");
    equal((await done).stdout, "typed MainThread\n", "stdout");
  },

  async "every lesson runs to the end it should have"(scene) {
    const page = await scene.open();
    const names = await page.evaluate(() => [...document.querySelectorAll("#lessons-panel a")].map((a) => a.hash.slice(4)));
    check(names.length >= 8, `only ${names.length} lessons`);
    const exact = {
      "hello-thread": "main: waiting for the kettle\nkettle: tea is ready\nmain: time for tea\n",
      "subclass-thread": "Hello from English\nBonjour from French\nHej from Danish\n",
      "exception-in-a-thread": "1 / 4 = 0.25\n1 / 2 = 0.5\nmain: still here\n",
      "lock-fixes-it": "expected 40000, got 40000\n",
      deadlock: "",
    };
    for (const name of names) {
      await page.evaluate((n) => void (location.hash = `#ex/${n}`), name);
      await page.waitForFunction((n) => document.querySelector("#lessons-panel a[aria-current]")?.hash === `#ex/${n}`, name);
      const result = await page.evaluate(() => window.interleave.run());
      equal(result.status, name === "deadlock" ? "deadlock" : "finished", `${name}: status (${result.stderr.slice(-300)})`);
      if (name in exact) equal(result.stdout, exact[name], `${name}: stdout`);
      else check(result.stdout.length > 10, `${name}: prints nothing`);
      if (name === "exception-in-a-thread") check(/ZeroDivisionError: division by zero/.test(result.stderr), `${name}: ${result.stderr}`);
      else if (name !== "deadlock") equal(result.stderr, "", `${name}: stderr`);
    }
  },

  async "a traceback as CPython's, its lines lead into the editor"(scene) {
    const page = await scene.open();
    const result = await run(page, 'def inner(x):\n    return 1 / x\n\ndef outer():\n    inner(0)\n\nprint("before")\nouter()\n');
    equal([result.status, result.exitCode, result.stdout], ["failed", 1, "before\n"], "result");
    const lines = result.stderr.split("\n").filter((l) => !/^\s*[~^]+\s*$/.test(l));
    equal(
      lines,
      [
        "Traceback (most recent call last):", '  File "main.py", line 8, in <module>', "    outer()", '  File "main.py", line 5, in outer',
        "    inner(0)", '  File "main.py", line 2, in inner', "    return 1 / x", "ZeroDivisionError: division by zero", "",
      ],
      "stderr",
    );
    equal(await page.locator("pre.stderr .trace-link").allTextContents(), [8, 5, 2].map((n) => `File "main.py", line ${n}`), "links");
    equal(await page.locator(".error-line").innerText(), "    return 1 / x", "marked line");
    await page.locator(".trace-link").nth(1).click();
    equal(await page.locator(".cm-activeLine").innerText(), "    inner(0)", "line gone to");
  },

  async "stdout and stderr are told apart, and arrive while the program runs"(scene) {
    const page = await scene.open();
    await page.evaluate(() => {
      window.__seen = [];
      window.interleave.on("output", (e) => window.__seen.push({ ...e, state: document.documentElement.dataset.state }));
    });
    const result = await run(page, 'import sys, time\nprint("out")\nprint("err", file=sys.stderr)\ntime.sleep(0.3)\nprint("late")\n');
    equal([result.stdout, result.stderr], ["out\nlate\n", "err\n"], "streams");
    const seen = await page.evaluate(() => window.__seen);
    check(seen.length >= 2 && seen[0].state === "running", `not live: ${JSON.stringify(seen)}`);
    equal(seen.filter((e) => e.stream === "stderr").map((e) => e.text).join(""), "err\n", "stderr events");
    equal(await page.locator("pre.stderr .stream-label").innerText(), "stderr", "label");
  },

  async "the program's exit code is the Result's"(scene) {
    const page = await scene.open();
    equal((await run(page, "import sys\nsys.exit(3)\n")).exitCode, 3, "sys.exit(3)");
    equal((await run(page, "raise ValueError('no')\n")).exitCode, 1, "uncaught exception");
    const result = await run(page, 'import threading\ndef f():\n    raise ValueError("in a thread")\nt = threading.Thread(target=f)\nt.start()\nt.join()\n');
    equal([result.exitCode, result.status], [0, "finished"], "exception in a thread");
    check(result.stderr.startsWith("Exception in thread Thread-1 (f):\nTraceback (most recent call last):\n"), result.stderr);
  },

  async "running twice at once is refused, stopping nothing gives the last result"(scene) {
    const page = await scene.open();
    equal(await page.evaluate(() => window.interleave.stop()), null, "stop before any run");
    await start(page, "import time\ntime.sleep(0.5)\n");
    const refused = await page.evaluate(() => window.interleave.run().then(() => "ran", (e) => e.message));
    check(/already running/.test(refused), refused);
    const first = await page.evaluate(() => window.__run);
    equal(first.status, "finished", "the first run goes on");
    equal(await page.evaluate(() => window.interleave.stop()), first, "stop when idle");
  },

  async "the canvas is drawn, and its own Run button runs"(scene) {
    const page = await scene.open("index.html#ex/gil-on-off");
    const canvas = page.locator("#canvas");
    await page.waitForTimeout(300);
    const before = await inspectPicture(page, await canvas.screenshot());
    check(before.colours > 10 && before.largest < 0.995, `the canvas looks empty: ${JSON.stringify(before)}`);
    check(before.button, `no green Run button in the corner: ${JSON.stringify(before)}`);
    const done = page.evaluate(() => new Promise((resolve) => window.interleave.on("finished", resolve)));
    await canvas.click({ position: before.button });
    equal((await done).status, "finished", "the run");
    await page.waitForTimeout(300);
    const after = await inspectPicture(page, await canvas.screenshot());
    check(after.greens > before.greens + 500, `no green spans after the run: ${before.greens} then ${after.greens}`);
  },

  async "the editor's gutter shows where the threads are while they run"(scene) {
    const page = await scene.open();
    await start(page, "from threading import Thread\n\ndef spin():\n    while True:\n        pass\n\nThread(target=spin).start()\nspin()\n");
    await page.waitForSelector(".thread-dots i", { timeout: 5000 });
    await page.evaluate(() => window.interleave.stop());
    await page.waitForFunction(() => document.querySelector(".thread-dots i") === null);
  },

  async "input() takes a line under the output, and Stop ends the wait for one"(scene) {
    const page = await scene.open();
    await start(page, 'name = input("Who? ")\nprint("Hello", name)\n');
    await page.waitForSelector("#input:not([hidden])");
    await page.keyboard.type("Ann Ö"); // the line has the focus
    await page.keyboard.press("Enter");
    const result = await page.evaluate(() => window.__run);
    equal([result.status, result.stdout, result.stderr], ["finished", "Who? Hello Ann Ö\n", ""], "result");
    check((await page.locator("#output-scroller").innerText()).startsWith("Who? Ann Ö\nHello Ann Ö"), "what was typed is not shown");
    check(!(await page.locator("#input").isVisible()), "the line stays");
    await start(page, "input()\n");
    await page.waitForSelector("#input:not([hidden])");
    equal((await page.evaluate(() => window.interleave.stop())).status, "stopped", "stop");
    check(!(await page.locator("#input").isVisible()), "the line stays after Stop");
  },

  async "the page becomes ready by itself, and says in what time"(scene) {
    const times = [];
    for (let i = 0; i < 3; i++) {
      const context = await scene.context();
      const page = scene.watch(await context.newPage());
      await page.goto(scene.site);
      times.push(await page.evaluate(() => window.interleave.ready.then(() => performance.now())));
      await context.close();
    }
    return `${times.map((ms) => ms.toFixed(0)).join(", ")} ms after the request`;
  },

  async "a hundred threads, one after the other and together"(scene) {
    const page = await scene.open();
    const code = `from threading import Thread, Lock
total = 0
lock = Lock()
def add(n):
    global total
    with lock:
        total += n
for n in range(50):
    t = Thread(target=add, args=(n,))
    t.start()
    t.join()
crowd = [Thread(target=add, args=(n,)) for n in range(50)]
for t in crowd: t.start()
for t in crowd: t.join()
print(total)
`;
    for (const gil of ["3.10", "off"]) equal((await run(page, code, { gil })).stdout, "2450\n", `gil ${gil}`);
    await nextRunWorks(page);
  },
};
