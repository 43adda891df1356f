// The threads are real: parallel without the GIL, taking turns with it, and the trace shows which.
import { bestOf, check, equal, run } from "./harness.mjs";

const crunch = (n) => `from threading import Thread
from time import perf_counter

def crunch(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    return total

N = ${n}
a = perf_counter()
crunch(N)
crunch(N)
b = perf_counter()
first = Thread(target=crunch, args=(N,))
second = Thread(target=crunch, args=(N,))
first.start()
second.start()
first.join()
second.join()
c = perf_counter()
print(b - a, c - b)
`;

/** Turns of the loop that take about `ms` in this browser, on this machine, now. */
async function turnsFor(page, ms) {
  let n = 100_000;
  for (let i = 0; i < 6; i++) {
    const [alone] = (await run(page, crunch(n))).stdout.split(" ").map(Number);
    const each = (alone * 1000) / 2;
    if (each > ms / 3) return Math.ceil((n * ms) / each / 1000) * 1000;
    n *= 4;
  }
  return n;
}

async function times(page, n, gil) {
  const result = await run(page, crunch(n), { gil });
  equal([result.status, result.stderr], ["finished", ""], `the program, gil ${gil}`);
  const [alone, together] = result.stdout.split(" ").map(Number);
  return { alone, together, result };
}

/** How much longer two plain workers take for a share each than one takes for one share: the machine's own ceiling. */
function ceiling(page) {
  return page.evaluate(async () => {
    const source = `onmessage = ({ data }) => { let s = 0; for (let i = 0; i < data; i++) s = (s + i * i % 7) | 0; postMessage(s); };`;
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    const workers = [new Worker(url), new Worker(url)];
    const share = (worker, n) =>
      new Promise((resolve) => {
        worker.onmessage = () => resolve();
        worker.postMessage(n);
      });
    const kTurns = 60_000_000;
    for (const worker of workers) await share(worker, kTurns / 4);
    const a = performance.now();
    await share(workers[0], kTurns);
    const b = performance.now();
    await Promise.all(workers.map((worker) => share(worker, kTurns)));
    const c = performance.now();
    for (const worker of workers) worker.terminate();
    URL.revokeObjectURL(url);
    return (c - b) / (b - a);
  });
}

/** From the trace: for how much of the shorter of the two workers' running time both were running. */
function overlap(page) {
  return page.evaluate(() => {
    const { traceEvents } = JSON.parse(window.interleave.trace("chrome"));
    const names = new Map(traceEvents.filter((e) => e.ph === "M" && e.name === "thread_name").map((e) => [e.tid, e.args.name]));
    const spans = (which) =>
      traceEvents
        .filter((e) => e.ph === "X" && e.args?.state === "running" && String(names.get(e.tid)).startsWith(which))
        .map((e) => [e.ts, e.ts + e.dur])
        .sort((a, b) => a[0] - b[0]);
    const [one, two] = [spans("Thread-1"), spans("Thread-2")];
    const sum = (list) => list.reduce((total, [from, to]) => total + to - from, 0);
    let both = 0;
    let j = 0;
    for (const [from, to] of one) {
      while (j < two.length && two[j][1] <= from) j++;
      for (let k = j; k < two.length && two[k][0] < to; k++) both += Math.min(to, two[k][1]) - Math.max(from, two[k][0]);
    }
    return { share: both / Math.min(sum(one), sum(two)), spans: one.length + two.length, seconds: (sum(one) + sum(two)) / 1e6 };
  });
}

export default {
  async "with the GIL, two threads take as long as one after the other"(scene) {
    const page = await scene.open();
    const n = await turnsFor(page, 400);
    return bestOf(5, async () => {
      const { alone, together } = await times(page, n, "3.10");
      const ratio = together / alone;
      check(ratio > 0.9 && ratio < 1.15, `ratio ${ratio.toFixed(2)} (${alone.toFixed(2)} s, then ${together.toFixed(2)} s), wanted 0.9 to 1.15`);
      return `ratio ${ratio.toFixed(2)}`;
    });
  },

  async "without the GIL, two threads are as parallel as two plain workers"(scene) {
    // Without the canvas: where WebGL is software, drawing takes a part of a core.
    const page = await scene.open("embed.html?view=code");
    check((await page.evaluate(() => navigator.hardwareConcurrency)) >= 2, "this machine has one core only");
    const n = await turnsFor(page, 800);
    return bestOf(12, async () => {
      const before = await ceiling(page);
      const { alone, together } = await times(page, n, "off");
      const after = await ceiling(page);
      const most = Math.max(before, after);
      const slowdown = together / (alone / 2);
      const line = `a share takes ${slowdown.toFixed(2)}x as long beside another, two plain workers' ${most.toFixed(2)}x`;
      check(slowdown <= 1.25 * most, line);
      return line;
    });
  },

  async "the trace shows turns with the GIL and overlap without"(scene) {
    const page = await scene.open();
    const n = await turnsFor(page, 300);
    const on = await times(page, n, "3.10");
    const turns = await overlap(page);
    const off = await times(page, n, "off");
    const parallel = await overlap(page);
    const workers = (r) => r.threads.filter((t) => t.name !== "MainThread");
    check(turns.share < 0.02, `with the GIL both ran at once for ${(turns.share * 100).toFixed(0)} %`);
    check(parallel.share > 0.6, `without it both ran at once for ${(parallel.share * 100).toFixed(0)} % only`);
    for (const t of workers(on.result)) check(t.ns.waitingGil > 0.2 * t.ns.running, `${t.name} hardly waited: ${JSON.stringify(t.ns)}`);
    for (const t of workers(off.result)) equal(t.ns.waitingGil, 0, `${t.name} waits for a GIL that is not there`);
    check(on.result.gilHandoffs > 10 && on.result.gilForced > 5, `hand-offs: ${on.result.gilHandoffs}, forced ${on.result.gilForced}`);
    equal([off.result.gilHandoffs, off.result.gilForced], [0, 0], "hand-offs without a GIL");
    return `both running at once: ${(turns.share * 100).toFixed(1)} % with, ${(parallel.share * 100).toFixed(0)} % without`;
  },

  async "a slice lasts at least the switch interval, and rarely much longer"(scene) {
    const page = await scene.open();
    const n = await turnsFor(page, 600);
    return bestOf(5, async () => {
      await times(page, n, "3.10");
      const slices = await page.evaluate(() => {
        const { traceEvents } = JSON.parse(window.interleave.trace("chrome"));
        const names = new Map(traceEvents.filter((e) => e.ph === "M" && e.name === "thread_name").map((e) => [e.tid, e.args.name]));
        const gil = [...names].find(([, name]) => /^GIL/.test(name))?.[0];
        const held = traceEvents.filter((e) => e.ph === "X" && e.tid === gil).sort((a, b) => a.ts - b.ts);
        const worker = (e) => /^Thread-[12]/.test(e?.name ?? "");
        // A slice that ended in a forced hand-off: the next holder is the other worker, at once.
        return held
          .filter((e, i) => worker(e) && worker(held[i + 1]) && held[i + 1].name !== e.name && worker(held[i - 1]))
          .map((e) => e.dur / 1000)
          .sort((a, b) => a - b);
      });
      check(slices.length > 20, `only ${slices.length} slices`);
      const median = slices[slices.length >> 1];
      const line = `${slices.length} slices, shortest ${slices[0].toFixed(2)} ms, median ${median.toFixed(2)} ms`;
      check(slices[0] >= 5 && median >= 5 && median <= 12, line);
      return line;
    });
  },

  async "sleeping threads overlap, and a native call on large data releases the GIL"(scene) {
    const page = await scene.open();
    const sleeping = await run(page, "from threading import Thread\nfrom time import sleep\nts = [Thread(target=sleep, args=(0.5,)) for _ in range(8)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n");
    check(sleeping.elapsedNs < 2e9, `eight sleeps of half a second took ${sleeping.elapsedNs / 1e9} s`);
    const hashing = (size) => `import hashlib\nfrom threading import Thread\ndata = b"x" * ${size}\ndef work():\n    for _ in range(3):\n        hashlib.sha256(data).hexdigest()\nts = [Thread(target=work) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n`;
    const large = await run(page, hashing(4_000_000));
    const small = await run(page, hashing(2000));
    const native = (r) => r.threads.slice(1).map((t) => t.ns.native);
    check(native(large).every((ns) => ns > 1e6), `no native time: ${native(large)}`);
    equal(native(small), [0, 0], "native time for 2000 bytes");
  },

  async "the three settings of the GIL lose updates as CPython does"(scene) {
    const page = await scene.open();
    const code = (statement) => `from threading import Barrier, Thread\ng = 0\nstart = Barrier(3)\ndef one():\n    return 1\ndef work():\n    global g\n    start.wait()\n    for _ in range(400000):\n        ${statement}\nts = [Thread(target=work) for _ in range(3)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint(1200000 - g)\n`;
    const lost = async (statement, gil) => Number((await run(page, code(statement), { gil, switchInterval: 0.0005 })).stdout);
    equal(await lost("g += 1", "3.10"), 0, "g += 1 with the GIL of 3.10");
    for (const [statement, gil] of [["g = g + one()", "3.10"], ["g += 1", "3.9"], ["g += 1", "off"]]) {
      await bestOf(5, async () => check((await lost(statement, gil)) > 0, `${statement}, gil ${gil}: lost nothing`));
    }
  },
};
