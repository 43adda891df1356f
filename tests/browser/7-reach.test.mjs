// How the page is reached and taken in: mouse, wheel, fingers, keys, any density of pixels, forced colours, words.
import { check, equal, inspectPicture, run, saveShot, sleep, start } from "./harness.mjs";

const kProgram = `from threading import Lock, Thread
import time
lock = Lock()
def work(n):
    for i in range(n):
        with lock:
            time.sleep(0.01)
ts = [Thread(target=work, args=(8,)) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
`;
/** A page with a finished simulated run. */
async function simulated(scene, options) {
  const page = await scene.open("index.html", options);
  const result = await run(page, kProgram, { mode: "sim", seed: 3 });
  equal(result.status, "finished", "status");
  await settle(page);
  return page;
}

const settle = (page) => page.waitForTimeout(500);

const box = (page) => page.locator("#canvas").boundingBox();

/** What the view shows: where it begins and how long it is, in seconds, and its width in pixels. */
async function view(page) {
  const { t0Ns, t1Ns, x0, x1 } = (await page.evaluate(() => window.interleave.timeline())).view;
  return { from: t0Ns / 1e9, length: (t1Ns - t0Ns) / 1e9, width: x1 - x0 };
}

export default {
  async "keys, wheel and drag move the view, and F brings the whole run back"(scene) {
    const page = await simulated(scene);
    const b = await box(page);
    const middle = { x: b.x + b.width * 0.6, y: b.y + 220 };
    const whole = await view(page);
    const near = (a, wanted, what) => check(Math.abs(a / wanted - 1) < 0.12, `${what}: wanted about ${wanted}, got ${a}`);
    const after = async (act) => {
      await act();
      await settle(page);
      return view(page);
    };
    await page.mouse.move(middle.x, middle.y);
    const press = (key) => page.locator("#canvas").press(key);
    const closer = await after(() => press("w"));
    near(closer.length, whole.length / 1.35, "W");
    const right = await after(() => press("d"));
    check(right.from > closer.from, `D: ${right.from} after ${closer.from}`);
    near((await after(() => press("ArrowLeft"))).from, closer.from, "the left arrow");
    near((await after(() => press("s"))).length, whole.length, "S");
    await page.mouse.move(middle.x, middle.y);
    const wheeled = await after(() => page.mouse.wheel(0, -300));
    check(wheeled.length < whole.length * 0.9, `the wheel: ${wheeled.length} of ${whole.length}`);
    const dragged = await after(async () => {
      await page.mouse.move(middle.x, middle.y);
      await page.mouse.down();
      await page.mouse.move(middle.x - 150, middle.y, { steps: 5 });
      await page.mouse.up();
    });
    check(dragged.from > wheeled.from, `a drag to the left: ${dragged.from} after ${wheeled.from}`);
    near(dragged.length, wheeled.length, "a drag's length");
    near((await after(() => press("f"))).length, whole.length, "F");
  },

  async "every span is reached by keys and told in words; F then fits it"(scene) {
    const page = await simulated(scene);
    const whole = await view(page);
    const canvas = page.locator("#canvas");
    await canvas.focus();
    const words = () => document.getElementById("said").textContent;
    const said = async (key) => {
      const before = await page.evaluate(words);
      await canvas.press(key);
      // A key that changes nothing is waited for in vain, one on a busy machine is not given up early.
      await page.waitForFunction((b) => document.getElementById("said").textContent !== b, before, { timeout: 1500 }).catch(() => undefined);
      return page.evaluate(words);
    };
    const seen = new Set();
    for (let i = 0; i < 6; i++) seen.add(((await said("Shift+ArrowDown")) ?? "").split(" · ")[0]);
    for (const name of ["MainThread", "Thread-1", "Thread-2", "Thread-3"]) check([...seen].some((s) => s.includes(name)), `${name} is not reached: ${[...seen].join(", ")}`);
    let waits = "";
    for (let i = 0; i < 60 && !/lock/.test(waits); i++) waits = (await said(",")) ?? "";
    check(/Thread-\d.*lock.*held by/.test(waits), `no wait for the lock is told: ${waits}`);
    check((await said("[")) !== waits, "[ goes nowhere");
    await canvas.press("f");
    await page.waitForFunction((ns) => {
      const { t0Ns, t1Ns } = window.interleave.timeline().view;
      return t1Ns - t0Ns < ns;
    }, whole.length * 1e9 * 0.99);
    equal(await said("Escape"), "", "after Escape");
  },

  async "locks, a kept run and the legend's states by keys"(scene) {
    const page = await simulated(scene);
    const canvas = page.locator("#canvas");
    const press = async (key) => {
      await canvas.press(key);
      await settle(page);
      return page.evaluate(() => window.interleave.timeline());
    };
    const locks = (picture) => picture.rows.filter((row) => row.kind === "lock").map((row) => row.name);
    equal(locks(await press("l")), ["lock"], "L");
    equal(locks(await press("l")), [], "L again");
    equal([(await press("k")).keeping, (await press("k")).keeping], [true, false], "K, twice");
    const before = await canvas.screenshot();
    await press("3");
    const hidden = await canvas.screenshot();
    check(!hidden.equals(before), "3 hides nothing");
    await press("3");
    check((await canvas.screenshot()).equals(before), "3 again does not bring it back");
  },

  async "a lane is pinned, its group folded, and calls are shown by keys"(scene) {
    const page = await scene.open();
    const code = "from threading import Thread\ndef f():\n    for i in range(9999): pass\nts = [Thread(target=f) for _ in range(4)]\nfor t in ts: t.start()\nfor t in ts: t.join()\n";
    equal((await run(page, code, { mode: "sim" })).status, "finished", "status");
    await settle(page);
    const canvas = page.locator("#canvas");
    const press = async (key) => {
      await canvas.press(key);
      await settle(page);
      return page.evaluate(() => window.interleave.timeline());
    };
    const pinned = (picture) => picture.rows.filter((row) => row.pinned).map((row) => row.name);
    const groups = (picture) => picture.rows.filter((row) => row.kind === "group").map((row) => row.name);
    equal([pinned(await press("p")), groups(await press("g"))], [[], []], "nothing is chosen");
    for (let i = 0; i < 3; i++) await press("Shift+ArrowDown");
    equal(pinned(await press("p")), ["Thread-1 (f)"], "P");
    equal(pinned(await press("p")), [], "P again");
    equal(groups(await press("g")), ["Thread-* (f)"], "G");
    equal(groups(await press("g")), [], "G again");
    const height = () => window.interleave.timeline().rows.find((row) => row.name === "Thread-2 (f)").height;
    const before = await page.evaluate(height);
    await press("c");
    await page.waitForFunction((h) => window.interleave.timeline().rows.find((row) => row.name === "Thread-2 (f)").height > h, before);
    await press("c");
    equal(await page.evaluate(height), before, "C again");
  },

  async "? lists the keys from anywhere but a text field, and Escape brings back the focus"(scene) {
    const page = await simulated(scene);
    for (const id of ["canvas", "lessons", "splitter"]) {
      await page.locator(`#${id}`).focus();
      await page.keyboard.press("?");
      check(await page.locator("#keys-dialog").evaluate((d) => d.open), `? on #${id} shows no keys`);
      await page.keyboard.press("Escape");
      check(!(await page.locator("#keys-dialog").evaluate((d) => d.open)), "Escape closes nothing");
      equal(await page.evaluate(() => document.activeElement?.id), id, "focus");
    }
    await page.locator(".cm-content").click();
    await page.keyboard.type("?");
    check(!(await page.locator("#keys-dialog").evaluate((d) => d.open)), "? in the editor shows the keys");
  },

  async "mode, cores, seed and order by the keyboard alone"(scene) {
    const page = await scene.open();
    await page.locator("#run").focus();
    check(await page.locator("#cores").isHidden(), "cores of a live run");
    await page.locator("#mode").selectOption("sim");
    for (const [id, text] of [["cores", "8"], ["seed", "42"]]) {
      await page.locator(`#${id}`).fill(text);
      await page.keyboard.press("Tab");
    }
    await page.locator("#policy").selectOption("random");
    const set = await page.evaluate(() => window.interleave.scenario());
    equal([set.mode, set.cores, set.seed, set.policy], ["sim", 8, 42, "random"], "scenario");
    await page.locator("#cores").fill("900");
    await page.keyboard.press("Tab");
    equal([await page.locator("#cores").inputValue(), await page.evaluate(() => window.interleave.scenario().cores)], ["8", 8], "too many cores");
    await page.evaluate(() => window.interleave.load({ code: "print(1)", mode: "sim", seed: 5 }));
    equal(await page.locator("#seed").inputValue(), "5", "a loaded seed");
  },

  async "fingers: one pans, two zoom"(scene) {
    const page = await simulated(scene, { hasTouch: true });
    const client = await page.context().newCDPSession(page);
    const b = await box(page);
    const [x, y] = [b.x + b.width * 0.6, b.y + 220];
    const touch = async (type, ...points) => {
      await client.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })) });
      await sleep(40);
    };
    const whole = await view(page);
    await touch("touchStart", [x - 60, y]);
    await touch("touchStart", [x - 60, y], [x + 60, y]);
    for (let i = 1; i <= 6; i++) await touch("touchMove", [x - 60 - i * 10, y], [x + 60 + i * 10, y]);
    await touch("touchEnd");
    await settle(page);
    const zoomed = await view(page);
    const factor = whole.length / zoomed.length;
    check(factor > 1.8 && factor < 2.2, `fingers twice as far apart zoom by ${factor.toFixed(2)}`);
    const under = ({ from, length, width }, px) => from + ((px - b.x - b.width + 14 + width) / width) * length;
    check(Math.abs(under(zoomed, x) - under(whole, x)) < 0.03 * whole.length, `the moment between the fingers went from ${under(whole, x)} to ${under(zoomed, x)}`);
    equal(await page.evaluate(() => window.interleave.timeline().selected), null, "selected by two fingers");
    await touch("touchStart", [x, y]);
    for (let i = 1; i <= 6; i++) await touch("touchMove", [x - i * 20, y]);
    await touch("touchEnd");
    await settle(page);
    const panned = await view(page);
    const way = (panned.from - zoomed.from) / zoomed.length;
    const wanted = 120 / panned.width;
    check(Math.abs(way / wanted - 1) < 0.25, `a finger moved ${way.toFixed(2)} of the width, wanted ${wanted.toFixed(2)}`);
    check(Math.abs(panned.length / zoomed.length - 1) < 0.1, "panning zooms");
  },

  async "another density of pixels: sharp at once, nothing moves"(scene) {
    const page = await simulated(scene);
    const client = await page.context().newCDPSession(page);
    const size = () => page.evaluate(() => [document.getElementById("canvas").width / document.getElementById("canvas").clientWidth, document.getElementById("canvas").clientWidth]);
    const [, width] = await size();
    const before = await view(page);
    for (const deviceScaleFactor of [2, 1.5, 1]) {
      // Chromium tells the page of an emulated density only when the size changes as well.
      await client.send("Emulation.setDeviceMetricsOverride", { width: 1280, height: 800 + deviceScaleFactor * 4, deviceScaleFactor, mobile: false });
      await settle(page);
      const [density, now] = await size();
      check(Math.abs(density - deviceScaleFactor) < 0.01 && now === width, `density ${density} of ${deviceScaleFactor}, width ${now} of ${width}`);
      const png = await page.screenshot();
      if (deviceScaleFactor === 2) saveShot("density-2", png);
      check((await inspectPicture(page, png)).colours > 60, `the picture is empty at ${deviceScaleFactor}`);
    }
    const after = await view(page);
    check(Math.abs(after.length / before.length - 1) < 0.02, `the view changed: ${JSON.stringify([before, after])}`);
  },

  async "more contrast, and the system's own colours"(scene) {
    const page = await simulated(scene, { colorScheme: "light" });
    // Without the edges, on which the page's own lines lie.
    const { x, y, width, height } = await box(page);
    const canvas = () => page.screenshot({ clip: { x: x + 4, y: y + 4, width: width - 8, height: height - 8 } });
    const plain = await canvas();
    await page.emulateMedia({ contrast: "more" });
    await settle(page);
    const strong = await canvas();
    saveShot("contrast-more", await page.screenshot());
    check(!strong.equals(plain), "the canvas knows nothing of prefers-contrast");
    await page.emulateMedia({ contrast: "no-preference", forcedColors: "active" });
    await settle(page);
    saveShot("forced-colors", await page.screenshot());
    check((await canvas()).equals(strong), "in forced colours the canvas is not in its strong ones");
    check((await inspectPicture(page, strong)).colours > 40, "the canvas is empty");
    const button = await page.locator("#share").evaluate((e) => getComputedStyle(e).borderTopWidth);
    check(parseFloat(button) >= 1, "buttons without a border");
    await page.emulateMedia({ forcedColors: "none" });
    await settle(page);
    check((await canvas()).equals(plain), "the canvas does not come back");
  },

  async "the words beside the canvas: said politely, once, at the end of a run"(scene) {
    const page = await scene.open();
    equal(await page.locator("#canvas").getAttribute("aria-describedby"), "twin-line", "what describes the canvas");
    equal(await page.locator("#twin-line").getAttribute("aria-live"), "polite", "aria-live");
    await page.evaluate(() => {
      window.__said = [];
      const line = document.getElementById("twin-line");
      new MutationObserver(() => window.__said.push([line.textContent, document.documentElement.dataset.state])).observe(line, { childList: true, characterData: true, subtree: true });
    });
    await start(page, kProgram, { mode: "live" });
    const result = await page.evaluate(() => window.__run);
    await page.waitForFunction(() => window.__said.length > 0);
    await page.waitForTimeout(1500);
    const said = await page.evaluate(() => window.__said);
    equal([said.length, said[0]?.[1]], [1, "idle"], `announcements: ${JSON.stringify(said)}`);
    check(/lock/.test(said[0][0]), `the sentence does not name the lock: ${said[0][0]}`);
    const table = await page.locator("#twin-table").evaluate((t) => ({
      heads: [...t.tHead.rows[0].cells].map((c) => [c.textContent, c.scope]),
      rows: [...t.tBodies[0].rows].map((r) => [r.cells[0].textContent, r.cells[0].scope, r.cells.length]),
    }));
    equal(table.heads.map(([, scope]) => scope), table.heads.map(() => "col"), "scopes");
    equal(table.heads[0][0], "Thread", "head");
    equal(table.rows.map(([name]) => name), result.threads.map((t) => t.name), "rows");
    check(table.rows.every(([, scope, n]) => scope === "row" && n === table.heads.length), JSON.stringify(table));
    const waited = await page.locator("#twin-table").evaluate((t) => [...t.tBodies[0].rows].map((r) => r.cells[3].textContent));
    check(waited.slice(1).some((text) => / (ms|s)$/.test(text)), `time waited for the lock: ${waited}`);
  },
};
