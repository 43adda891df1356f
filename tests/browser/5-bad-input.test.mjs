// Programs that misbehave: a clear message, a page that answers within 200 ms, Stop within 200 ms, and a next run.
import { bestOf, check, equal, longestGap, nextRunWorks, run, sleep, start, stop, watchPulse } from "./harness.mjs";

const kSilence = 200;
/** As cmake/WebApp.cmake sets it. */
const kMachineBytes = 1 << 30;

/** Starts a program that would not end, lets it run, stops it; both must be quick. */
async function stopsQuickly(page, code, settings = {}) {
  return bestOf(3, async () => {
    await watchPulse(page);
    await start(page, code, settings);
    await sleep(400);
    equal(await page.evaluate(() => document.documentElement.dataset.state), "running", "state before Stop");
    const { result, ms } = await stop(page);
    const gap = await longestGap(page);
    equal(result.status, "stopped", "status");
    check(ms < kSilence, `Stop took ${ms.toFixed(0)} ms`);
    check(gap < kSilence, `the page was silent for ${gap.toFixed(0)} ms`);
    return `stopped in ${ms.toFixed(0)} ms, longest silence ${gap.toFixed(0)} ms`;
  });
}

/** Runs a program to its own end while the page must go on answering. */
async function endsByItself(page, code, settings = {}) {
  return bestOf(3, async () => {
    await watchPulse(page);
    const result = await run(page, code, settings);
    const gap = await longestGap(page);
    check(gap < kSilence, `the page was silent for ${gap.toFixed(0)} ms`);
    return result;
  });
}

export default {
  async "Stop interrupts every wait and every loop"(scene) {
    const page = await scene.open();
    const head = "import threading, time, queue\n";
    const programs = {
      "a loop": "while True:\n    pass\n",
      "a loop in four threads": "def f():\n    while True: pass\nfor _ in range(4): threading.Thread(target=f).start()\n",
      "a sleep": "time.sleep(1000)\n",
      "a lock": "a = threading.Lock()\na.acquire()\nthreading.Thread(target=time.sleep, args=(1000,)).start()\na.acquire()\n",
      "a join": "t = threading.Thread(target=time.sleep, args=(1000,))\nt.start()\nt.join()\n",
      "a queue": "threading.Thread(target=time.sleep, args=(1000,)).start()\nqueue.Queue().get()\n",
      "an event": "threading.Thread(target=time.sleep, args=(1000,)).start()\nthreading.Event().wait()\n",
      "a loop that catches everything": "while True:\n    try:\n        while True: pass\n    except BaseException:\n        pass\n",
      "a loop of prints": "while True:\n    print('x')\n",
      "a large number": "x = 3\nwhile True:\n    x = x * x\n",
    };
    const slowest = [];
    for (const [what, code] of Object.entries(programs)) {
      for (const gil of ["3.10", "off"]) {
        try {
          slowest.push(await stopsQuickly(page, head + code, { gil }));
        } catch (error) {
          error.message = `${what}, gil ${gil}: ${error.message}`;
          throw error;
        }
      }
    }
    await nextRunWorks(page);
  },

  async "an endless loop leaves the page alive"(scene) {
    const page = await scene.open();
    const line = await stopsQuickly(page, "while True:\n    pass\n");
    check((await page.locator(".end-line").innerText()).startsWith("stopped after"), "finishing line");
    await nextRunWorks(page);
    return line;
  },

  async "a syntax error on any line is named, marked, and harmless"(scene) {
    const page = await scene.open();
    const good = ["import time", "def f(a):", "    if a:", "        return [a,", "                a]", "    return {}", "class C:", "    x = 1", "print(f(1))"];
    for (let i = 0; i < good.length; i++) {
      if (i === 3 || i === 4) continue; // the bracket is opened and closed there: CPython names another line
      const lines = [...good];
      lines[i] = `${/^\s*/.exec(good[i])[0]}x = = 1`;
      const result = await run(page, `${lines.join("\n")}\n`);
      equal([result.status, result.exitCode, result.stdout], ["failed", 1, ""], `line ${i + 1}`);
      check(result.stderr.includes(`  File "main.py", line ${i + 1}\n`) && /SyntaxError: invalid syntax\n$/.test(result.stderr), `line ${i + 1}: ${result.stderr}`);
      equal(await page.locator(".error-line").innerText(), lines[i], `line ${i + 1}: mark`);
    }
    await page.waitForSelector(".cm-lintRange-error");
    for (const [code, said] of [["print('x\n", "unterminated string literal"], ["f(\n", "was never closed"], ["if 1:\nx\n", "expected an indented block"], ["import socket\n", "No module named"]]) {
      const result = await run(page, code);
      check(result.exitCode === 1 && result.stderr.includes(said), `${JSON.stringify(code)}: ${result.stderr}`);
    }
    await nextRunWorks(page);
  },

  async "a deadlock is told: who waits for what, held by whom, where"(scene) {
    const page = await scene.open("index.html#ex/deadlock");
    for (const gil of ["3.10", "off"]) {
      await page.evaluate((g) => window.interleave.load({ ...window.interleave.scenario(), gil: g }), gil);
      // Where workers start slowly, Plato may have eaten before Kant sits down.
      const result = await bestOf(3, async () => {
        const r = await page.evaluate(() => window.interleave.run());
        equal(r.status, "deadlock", "status");
        return r;
      });
      for (const word of ["Plato", "Kant", "fork", "spoon", "line 8", "line 10", "line 14", "line 16"]) {
        check(result.message.includes(word), `no "${word}" in: ${result.message}`);
      }
      check((await page.locator(".end-line").innerText()).startsWith("deadlock after"), "finishing line");
    }
    await nextRunWorks(page);
  },

  async "runaway recursion ends in RecursionError"(scene) {
    const page = await scene.open();
    const result = await endsByItself(page, "def f(n):\n    return f(n + 1)\nf(0)\n");
    equal([result.exitCode, result.status], [1, "failed"], "result");
    check(/RecursionError: maximum recursion depth exceeded/.test(result.stderr), result.stderr.slice(-300));
    const threads = await endsByItself(page, "import sys, threading\nsys.setrecursionlimit(10**9)\ndef f(n):\n    return f(n + 1)\nts = [threading.Thread(target=f, args=(0,)) for _ in range(3)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint('after')\n");
    check(threads.stdout.endsWith("after\n") || threads.status === "limit", `${threads.status}: ${threads.stderr.slice(-300)}`);
    await nextRunWorks(page);
  },

  async "threads without end: a clear error, and Stop"(scene) {
    const page = await scene.open();
    const bomb = "from threading import Thread\nfrom time import sleep\nwhile True:\n    Thread(target=sleep, args=(1000,)).start()\n";
    await bestOf(3, async () => {
      await watchPulse(page);
      await start(page, bomb);
      await page.waitForFunction(() => document.querySelector(".stderr")?.textContent.includes("can't start new thread"), null, { timeout: 30_000 });
      const { result, ms } = await stop(page);
      check(/RuntimeError: can't start new thread/.test(result.stderr), result.stderr.slice(-300));
      check(ms < kSilence, `Stop took ${ms.toFixed(0)} ms`);
      const gap = await longestGap(page);
      check(gap < kSilence, `the page was silent for ${gap.toFixed(0)} ms`);
    });
    await nextRunWorks(page);
    const short = "from threading import Thread\ndef f(): pass\nwhile True:\n    Thread(target=f).start()\n";
    await stopsQuickly(page, short);
    await nextRunWorks(page);
  },

  async "memory without end: MemoryError, and the next run"(scene) {
    const page = await scene.open();
    const hungry = {
      "a list": "a = []\nwhile True:\n    a.append(object())\n",
      "a string": "s = 'x'\nwhile True:\n    s += s\n",
      "bytes at once": "b = b'x' * (1 << 40)\n",
      "a dict": "d = {}\ni = 0\nwhile True:\n    d[i] = str(i)\n    i += 1\n",
    };
    for (const [what, code] of Object.entries(hungry)) {
      const result = await endsByItself(page, code);
      check(/MemoryError/.test(result.stderr) || result.status === "limit", `${what}: ${result.status} ${result.stderr.slice(-200)} ${result.message}`);
      check(result.exitCode !== 0, `${what}: exit code 0`);
      await nextRunWorks(page);
    }
  },

  async "a megabyte of output and more"(scene) {
    const page = await scene.open();
    const exact = await endsByItself(page, "line = 'x' * 99\nfor _ in range(9000):\n    print(line)\n");
    equal(exact.stdout.length, 900_000, "length of 0.9 MB");
    const over = await endsByItself(page, "line = 'y' * 999\nfor i in range(3000):\n    print(line)\nprint('the end')\n");
    check(over.stdout.length >= 1_000_000 && over.stdout.length < 1_200_000, `${over.stdout.length} characters kept`);
    const shown = await page.evaluate(() => document.getElementById("output-scroller").textContent.length);
    check(shown < 300_000, `${shown} characters on the page`);
    check(/characters are not shown/.test(await page.locator("#output-scroller").innerText()), "nothing says that the page keeps less");
    await nextRunWorks(page);
    const wide = await endsByItself(page, "print('z' * 1000000)\n");
    equal(wide.stdout.length, 1_000_001, "one long line");
  },

  async "a program of a megabyte"(scene) {
    const page = await scene.open();
    const code = "x = 1\n".repeat(170_000);
    const result = await run(page, `${code}print(x)\n`);
    equal([result.stdout, result.stderr.slice(0, 200)], ["1\n", ""], "result");
    await nextRunWorks(page);
  },

  async "many runs leave nothing behind"(scene) {
    const page = await scene.open("index.html", { viewport: { width: 320, height: 240 } });
    const client = await page.context().newCDPSession(page);
    const code = "from threading import Thread\nfrom time import sleep\ndata = []\ndef f():\n    data.append([0] * 100000)\nts = [Thread(target=f) for _ in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(len(data))\n";
    const runs = async (n) => {
      for (let i = 0; i < n; i++) equal((await run(page, code, { gil: i % 2 ? "off" : "3.10" })).stdout, "4\n", `run ${i}`);
      await page.waitForFunction(() => document.querySelectorAll("#twin-table tr").length > 1); // the last run is told
      await client.send("HeapProfiler.collectGarbage");
      const { usedSize } = await client.send("Runtime.getHeapUsage");
      const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
      // The browser counts the machine's memory, all of it, once for the page and once for each worker.
      const counted = await page.evaluate(() => performance.measureUserAgentSpecificMemory?.().then((m) => m.bytes).catch(() => 0));
      const workers = page.workers().length;
      return { usedSize, nodes, own: counted % kMachineBytes, workers };
    };
    await runs(20);
    const before = await runs(1);
    await runs(100);
    const after = await runs(1);
    const growth = (key) => (after[key] - before[key]) / 1e6;
    check(growth("usedSize") < 4, `JavaScript grew by ${growth("usedSize").toFixed(1)} MB`);
    check(!(growth("own") > 24), `memory grew by ${growth("own").toFixed(1)} MB`);
    check(after.nodes <= before.nodes + 20, `elements: ${before.nodes} then ${after.nodes}`);
    check(after.workers <= before.workers + 1, `workers: ${before.workers} then ${after.workers}`);
    return `${growth("usedSize").toFixed(1)} MB of JavaScript and ${growth("own").toFixed(1)} MB of the rest more after 100 runs, ${after.workers} workers`;
  },
};
