// The timeline by mouse and keys: what it answers is read from window.interleave.timeline().
import { join } from "node:path";
import { check, equal, kShots, run, sleep } from "./harness.mjs";

const kLocks = `from threading import Thread, Lock
import queue, time
results_lock = Lock()
jobs = queue.Queue()
results = []
def crunch(n):
    total = 0
    for i in range(n):
        total += i * i % 7
    with results_lock:
        time.sleep(0.01)
        results.append(total)
def consume():
    while (job := jobs.get()) is not None:
        time.sleep(job)
work = [Thread(target=crunch, args=(20000,)) for _ in range(4)] + [Thread(target=consume)]
for w in work: w.start()
for n in range(4):
    time.sleep(0.01)
    jobs.put(0.005)
jobs.put(None)
for w in work: w.join()
print(len(results))
`;
const kDeadlock = `from threading import Thread, Lock
import time
fork, spoon = Lock(), Lock()
def eat(first, second):
    with first:
        time.sleep(0.01)
        with second:
            pass
a = Thread(target=eat, args=(fork, spoon), name="Ada")
b = Thread(target=eat, args=(spoon, fork), name="Bob")
a.start(); b.start()
a.join(); b.join()
`;

/** What the canvas shows, and a mouse for it. */
class Canvas {
  constructor(page) {
    this.page = page;
  }
  static async of(page) {
    const canvas = new Canvas(page);
    canvas.box = await page.locator("#canvas").boundingBox();
    await sleep(500);
    return canvas;
  }
  picture() {
    return this.page.evaluate(() => window.interleave.timeline());
  }
  /** The picture once something holds of it. */
  async until(holds, what) {
    for (let i = 0; i < 100; i++) {
      const picture = await this.picture();
      if (holds(picture)) return picture;
      await sleep(50);
    }
    const { rows, ...rest } = await this.picture();
    throw new Error(`never: ${what}: ${JSON.stringify(rest).slice(-1500)}`);
  }
  at([x0, y0, x1, y1]) {
    return [this.box.x + (x0 + x1) / 2, this.box.y + (y0 + y1) / 2];
  }
  async press(place) {
    await this.page.mouse.click(...this.at(place));
    await sleep(150);
  }
  async spot(name) {
    const { spots } = await this.picture();
    check(spots[name], `there is no ${name}: ${Object.keys(spots)}`);
    await this.press(spots[name]);
  }
  row(picture, name, run = 0) {
    const found = picture.rows.find((row) => row.name === name && row.run === run);
    check(found, `no row ${name}: ${picture.rows.map((row) => row.name)}`);
    return found;
  }
  x({ view }, ns) {
    return view.x0 + ((ns - view.t0Ns) / (view.t1Ns - view.t0Ns)) * (view.x1 - view.x0);
  }
  /** The mouse over a moment of a row. */
  async hover(name, ns, run = 0) {
    const picture = await this.picture();
    const row = this.row(picture, name, run);
    await this.page.mouse.move(this.box.x + this.x(picture, ns), this.box.y + row.y + row.height / 2);
    await sleep(200);
    return this.picture();
  }
  shot(name) {
    return this.page.screenshot({ path: join(kShots, `${name}.png`) });
  }
}

const names = (picture, kind, run = 0) => picture.rows.filter((row) => row.kind === kind && row.run === run).map((row) => row.name);

export default {
  async "a run is kept, and the next one shown beside it"(scene) {
    const page = await scene.open("index.html", { viewport: { width: 1440, height: 900 } });
    const first = await run(page, kLocks, { mode: "sim" });
    const canvas = await Canvas.of(page);
    await canvas.spot("keep");
    await canvas.until((p) => p.keeping, "kept");
    equal((await canvas.picture()).compare, null, "nothing is compared yet");
    const second = await run(page, kLocks, { mode: "sim", gil: "off", cores: 4 });
    const picture = await canvas.until((p) => p.compare?.sentence, "a comparison");
    equal(picture.compare.what, "no GIL instead of the GIL of CPython ≥ 3.10, 4 cores instead of 2", "what was changed");
    check(Math.abs(picture.compare.speedUp - first.elapsedNs / second.elapsedNs) < 1e-6, `speed-up ${picture.compare.speedUp}`);
    equal([picture.compare.keptNs, picture.endNs], [first.elapsedNs, second.elapsedNs], "the two lengths");
    equal(names(picture, "lane", 1), names(picture, "lane", 0), "the lanes of both");
    equal(names(picture, "heading", 0).concat(names(picture, "heading", 1)), ["This run", "Kept run"], "the headings");
    check(picture.view.t0Ns <= 0 && picture.view.t1Ns >= first.elapsedNs, "both begin at the left, the longer one fits");
    const table = Object.fromEntries(picture.compare.rows.map(([label, ...cells]) => [label, cells]));
    const waited = first.threads.reduce((sum, t) => sum + t.ns.waitingGil, 0);
    check(waited > 0 && table["waiting for the GIL"][0] !== "0 ns" && table["waiting for the GIL"][1] === "0 ns", JSON.stringify(table));
    equal(table["GIL hand-offs"].slice(0, 2), [String(first.gilHandoffs), String(second.gilHandoffs)], "hand-offs");
    check(picture.verdict.headline.includes(" times as fast: "), picture.verdict.headline);
    // A span of the kept run explains itself by that run.
    const hovered = await canvas.hover("Thread-1 (crunch)", first.elapsedNs / 30, 1);
    equal(hovered.hovered?.thread, "Thread-1 (crunch)", "hovered in the kept run");
    await canvas.shot("compare-dark");
    await canvas.spot("keep");
    const closed = await canvas.until((p) => p.compare === null, "closed");
    equal(names(closed, "heading", 0), [], "no headings");
    equal(names(closed, "lane", 1), [], "no lanes of the kept run");
  },

  async "locks are lanes; their names light holders and waiters"(scene) {
    const page = await scene.open();
    await run(page, kLocks, { mode: "sim" });
    const canvas = await Canvas.of(page);
    equal(names(await canvas.picture(), "lock"), [], "no locks at first");
    await canvas.spot("locks");
    const picture = await canvas.until((p) => names(p, "lock").length > 0, "locks");
    equal(names(picture, "lock").sort(), ["jobs", "results_lock"], "the locks");
    // A wait for it: found by asking for its name.
    await canvas.spot("find");
    await page.keyboard.type("results_lock");
    await page.keyboard.press("Enter");
    const found = await canvas.until((p) => p.search?.at === 0, "a match");
    check(found.selected.title.includes("waiting for results_lock"), found.selected.title);
    equal([found.selected.object, found.selected.holder, found.selected.holderLine], ["results_lock", "Thread-1 (crunch)", 10], "who has it");
    check(found.selected.endedBy === "Thread-1 (crunch)", `ended by ${found.selected.endedBy}`);
    const middle = (found.selected.startNs + found.selected.endNs) / 2;
    const wait = await canvas.hover(found.selected.thread, middle);
    equal(wait.lit, "results_lock", "lit by the wait");
    const lock = canvas.row(wait, "results_lock");
    await page.mouse.wheel(0, 0);
    if (lock.shown) {
      const held = await canvas.hover("results_lock", middle);
      equal(held.lit, "results_lock", "lit by its lane");
      check(/held by Thread-1 \(crunch\)/.test(held.hovered.title) && held.hovered.queue.includes(found.selected.thread), JSON.stringify(held.hovered));
    }
    await canvas.shot("locks-lit");
    await canvas.spot("locks");
    await canvas.until((p) => names(p, "lock").length === 0, "no locks any more");
    return lock.shown ? "lock lane in sight" : "lock lane out of sight";
  },

  async "search by keys: function, line, thread; next and previous"(scene) {
    const page = await scene.open();
    await run(page, kLocks, { mode: "sim" });
    const canvas = await Canvas.of(page);
    const { view } = await canvas.picture();
    await page.mouse.click(canvas.box.x + view.x0 + 5, canvas.box.y + view.lanes[3] - 5); // the canvas has the keyboard
    await page.keyboard.press("Control+f");
    await page.keyboard.type("consume");
    const found = await canvas.until((p) => p.search?.text === "consume" && p.search.count > 1, "matches");
    const visited = [];
    for (let i = 0; i < found.search.count + 1; i++) {
      await page.keyboard.press("Enter");
      visited.push((await canvas.until((p) => p.search.at === i % found.search.count, `match ${i}`)).selected.startNs);
    }
    equal(visited.at(-1), visited[0], "round and round");
    check(visited.slice(0, -1).every((t, i) => i === 0 || t >= visited[i - 1]), `in order of time: ${visited}`);
    await page.keyboard.press("Shift+Enter");
    await canvas.until((p) => p.search.at === found.search.count - 1, "back to the last");
    await canvas.spot("find-previous");
    await canvas.until((p) => p.search.at === (found.search.count > 1 ? found.search.count - 2 : 0), "one more back");
    await canvas.shot("search-dark");
    for (const [words, most] of [["line 11", 40], ["nothing at all", 0]]) {
      await page.keyboard.press("Control+f");
      await page.keyboard.press("Control+a");
      await page.keyboard.type(words);
      const answer = await canvas.until((p) => p.search?.text === words, words);
      check(most === 0 ? answer.search.count === 0 : answer.search.count > 0 && answer.search.count <= most, `${words}: ${answer.search.count}`);
    }
    await page.keyboard.press("Escape");
    await canvas.until((p) => p.search === null, "closed");
  },

  async "pins stay on top, groups collapse"(scene) {
    const page = await scene.open();
    await run(page, kLocks, { mode: "sim" });
    const canvas = await Canvas.of(page);
    const before = await canvas.picture();
    const target = canvas.row(before, "Thread-4 (crunch)");
    await page.mouse.move(canvas.box.x + 40, canvas.box.y + target.y + 10);
    await canvas.press(target.pin);
    const pinned = await canvas.until((p) => p.rows[0].pinned, "a pin");
    equal(pinned.rows[0].name, "Thread-4 (crunch)", "on top");
    equal(pinned.rows.length, before.rows.length, "as many rows");
    await canvas.press(pinned.rows.find((row) => row.fold).fold);
    const collapsed = await canvas.until((p) => names(p, "group").length === 1, "a group");
    equal(names(collapsed, "group"), ["Thread-* (crunch)"], "its name");
    equal(names(collapsed, "lane").filter((name) => name.includes("crunch")), ["Thread-4 (crunch)"], "the pinned one is out of it");
    await canvas.shot("pinned-and-collapsed");
    await canvas.press(collapsed.rows.find((row) => row.kind === "group").fold);
    await canvas.press((await canvas.picture()).rows[0].pin);
    const after = await canvas.until((p) => names(p, "group").length === 0 && !p.rows[0].pinned, "as before");
    equal(names(after, "lane"), names(before, "lane"), "the rows as before");
  },

  async "five thousand threads: scrolled, collapsed, drawn by what is in sight"(scene) {
    const page = await scene.open();
    const many = "import threading\ngo = threading.Event()\ndef wait(): go.wait()\nts = [threading.Thread(target=wait) for _ in range(5000)]\nfor t in ts: t.start()\ngo.set()\nfor t in ts: t.join()\n";
    equal((await run(page, many, { mode: "sim" })).threads.length, 5001, "threads");
    const canvas = await Canvas.of(page);
    const picture = await canvas.until((p) => p.rows.length > 5000, "rows");
    check(picture.rows.filter((row) => row.shown).length < 40, "rows out of sight are not shown");
    await page.evaluate(() => window.interleave.frameStats());
    const [x, y] = [canvas.box.x + 60, canvas.box.y + picture.view.lanes[1] + 60];
    await page.mouse.move(x, y);
    for (let i = 0; i < 20; i++) {
      await page.mouse.wheel(0, 400);
      await sleep(30);
    }
    const scrolled = await canvas.until((p) => !p.rows[0].shown, "scrolled");
    const top = scrolled.rows.findIndex((row) => row.shown);
    check(top > 15, `scrolled to row ${top}`);
    const stats = await page.evaluate(() => window.interleave.frameStats());
    check(stats.spansDrawn < 20000, `${stats.spansDrawn} spans drawn`);
    await page.keyboard.press("Escape");
    await canvas.spot("find");
    await page.keyboard.type("Thread-4000 ");
    await page.keyboard.press("Enter");
    const found = await canvas.until((p) => p.search?.at === 0, "the thread");
    equal([found.search.count, found.selected.thread], [1, "Thread-4000 (wait)"], "found");
    check(canvas.row(found, "Thread-4000 (wait)").shown, "it is brought into sight");
    return `median frame ${stats.cpuMsMedian.toFixed(1)} ms, worst ${stats.cpuMsP99.toFixed(1)} ms`;
  },

  async "a deadlock is a closed loop, and a sentence"(scene) {
    const page = await scene.open();
    equal((await run(page, kDeadlock, { mode: "sim" })).status, "deadlock", "status");
    const canvas = await Canvas.of(page);
    const { deadlock, verdict } = await canvas.until((p) => p.deadlock.length === 2, "a circle");
    equal(deadlock[0][2], deadlock[1][0], "the first waits for the second");
    equal(deadlock[1][2], deadlock[0][0], "the second waits for the first");
    equal(deadlock.map(([, lock]) => lock).sort(), ["fork", "spoon"], "the locks");
    for (const word of ["Ada", "Bob", "fork", "spoon", "line 5", "line 7"]) check(verdict.detail.includes(word), `${word}: ${verdict.detail}`);
    await canvas.shot("deadlock-dark");
  },

  async "a drag on the axis measures: verdict and table of the range"(scene) {
    const page = await scene.open();
    const result = await run(page, kLocks, { mode: "sim" });
    const canvas = await Canvas.of(page);
    const whole = await canvas.picture();
    const [a, b] = [0.3, 0.6].map((part) => result.elapsedNs * part);
    const y = canvas.box.y + (whole.spots.axis[1] + whole.spots.axis[3]) / 2;
    await page.mouse.move(canvas.box.x + canvas.x(whole, a), y);
    await page.mouse.down();
    await page.mouse.move(canvas.box.x + canvas.x(whole, (a + b) / 2), y, { steps: 4 });
    await page.mouse.move(canvas.box.x + canvas.x(whole, b), y, { steps: 4 });
    await page.mouse.up();
    const chosen = await canvas.until((p) => p.range, "a range");
    const pixel = (whole.view.t1Ns - whole.view.t0Ns) / (whole.view.x1 - whole.view.x0);
    check(Math.abs(chosen.range[0] - a) < 2 * pixel && Math.abs(chosen.range[1] - b) < 2 * pixel, `range ${chosen.range}`);
    const verdict = await canvas.until((p) => p.verdict.headline !== whole.verdict.headline, "another verdict");
    await canvas.shot("range-dark");
    await page.keyboard.press("f");
    const fitted = await canvas.until((p) => p.view.t1Ns - p.view.t0Ns < (b - a) * 1.5, "fitted");
    check(fitted.view.t0Ns <= chosen.range[0] && fitted.view.t1Ns >= chosen.range[1], "all of it in sight");
    await page.keyboard.press("Escape");
    await canvas.until((p) => p.range === null && p.verdict.headline === whole.verdict.headline, "the whole run again");
    return verdict.verdict.headline;
  },

  async "the chain of causes; a span lights its lines, the playhead every thread's line"(scene) {
    const page = await scene.open();
    const result = await run(page, kLocks, { mode: "sim" });
    const canvas = await Canvas.of(page);
    await canvas.spot("find");
    await page.keyboard.type("results_lock");
    await page.keyboard.press("Enter");
    const { selected } = await canvas.until((p) => p.selected, "a wait");
    await page.keyboard.press("Escape"); // closes the field, the choice stays
    await canvas.until((p) => p.search === null && p.selected, "still chosen");
    await page.keyboard.press("BracketLeft");
    const cause = await canvas.until((p) => p.selected.title !== selected.title, "the cause");
    equal(cause.selected.thread, selected.endedBy, "who ended it");
    await page.keyboard.press("BracketRight");
    const then = await canvas.until((p) => p.selected.thread === selected.thread, "what it let go on");
    equal(then.selected.startNs, selected.endNs, "the waiter, after its wait");
    // Back to the wait itself; the playhead is at its beginning, and every living thread has its dot.
    await page.keyboard.press("Comma");
    const { lines } = await canvas.until((p) => p.selected.startNs === selected.startNs, "the wait again");
    const waiter = lines.threads.find((t) => t.name === selected.thread);
    equal(waiter?.line, selected.line, "the waiter's line");
    await page.waitForSelector(".thread-gutter .thread-dots i");
    equal(await page.locator(".cm-line.thread-line").count() > 0, true, "lines with threads");
    const sleeper = await canvas.hover(selected.holder, selected.startNs + 1000);
    if (sleeper.hovered) {
      await page.waitForSelector(".cm-line.lit-line");
      const lit = await page.locator(".cm-line.lit-line").first().innerText();
      equal(lit, kLocks.split("\n")[sleeper.hovered.line - 1], "the lit line");
    }
    return `${result.events} events`;
  },

  async "calls nest below the spans of a simulated run"(scene) {
    const page = await scene.open();
    const code = "from threading import Thread\ndef leaf(n):\n    for i in range(n): pass\ndef tree(n):\n    leaf(n)\n    leaf(n)\nt = Thread(target=tree, args=(4000,))\nt.start()\nt.join()\n";
    await run(page, code, { mode: "sim" });
    const canvas = await Canvas.of(page);
    const before = canvas.row(await canvas.picture(), "Thread-1 (tree)").height;
    await canvas.spot("calls");
    const picture = await canvas.until((p) => p.calls?.length > 0 && canvas.row(p, "Thread-1 (tree)").height > before, "calls");
    const mine = picture.calls.filter(([thread]) => thread === "Thread-1 (tree)");
    equal(mine.map(([, depth, name]) => [depth, name]), [[0, "tree"], [1, "leaf"], [1, "leaf"]], "the calls");
    const [tree, first, second] = mine;
    equal(first[4] - first[3], second[4] - second[3], "the same work takes the same time");
    check(tree[3] <= first[3] && first[4] <= second[3] && second[4] <= tree[4], `nested: ${JSON.stringify(mine)}`);
    await canvas.shot("calls-dark");
    await canvas.spot("calls");
    await canvas.until((p) => canvas.row(p, "Thread-1 (tree)").height === before, "closed");
  },

  async "calls of a live run are sampled, and say so"(scene) {
    const page = await scene.open();
    const code = "from threading import Thread\nfrom time import sleep\ndef leaf(n):\n    total = 0\n    for i in range(n): total += i\n    sleep(0.02)\ndef tree(n):\n    leaf(n)\n    leaf(n)\nt = Thread(target=tree, args=(300000,))\nt.start()\nt.join()\n";
    await run(page, code, {});
    const canvas = await Canvas.of(page);
    const before = canvas.row(await canvas.picture(), "Thread-1 (tree)").height;
    await canvas.spot("calls");
    const picture = await canvas.until((p) => p.calls?.length > 0 && canvas.row(p, "Thread-1 (tree)").height > before, "calls");
    equal(picture.callsSampled, true, "marked");
    const mine = picture.calls.filter(([thread]) => thread === "Thread-1 (tree)");
    equal(mine.filter(([, depth]) => depth === 0).map(([, , name]) => name), ["tree"], "the outer call");
    const leaves = mine.filter(([, depth]) => depth === 1);
    check(leaves.length > 0 && leaves.every(([, , name]) => name === "leaf"), `inner calls: ${JSON.stringify(mine)}`);
    const main = picture.calls.filter(([thread]) => thread === "MainThread");
    equal(main.map(([, depth, name]) => [depth, name]), [[0, "<module>"]], "MainThread's");
    const [, , , start, end] = leaves[0];
    const { view } = picture;
    const row = canvas.row(picture, "Thread-1 (tree)");
    await page.mouse.move(canvas.box.x + view.x0 + (((start + end) / 2 - view.t0Ns) / (view.t1Ns - view.t0Ns)) * (view.x1 - view.x0), canvas.box.y + row.y + row.height - 8);
    await sleep(400);
    await canvas.shot("calls-live-dark");
  },
};
