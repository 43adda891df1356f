// Opens large traces in Chromium for bench/timeline.py: one JSON request per line of stdin, one JSON answer per line of
// stdout. Ends when stdin does.
//
//   { show: "ours" | "speedscope", url, file, zooms: [FACTOR, …], frames }
//
// A fresh tab; the file is given to it as by hand; at each zoom the picture is panned to and fro for so many frames.
// The answer: { name, loadMs, zooms: [{ ms: […], cpuMs, gaps: […], parts? }], spans?, bytes?, heap }. `ms` is what the
// page's requestAnimationFrame callbacks took by the clock, `cpuMs` the page's thread by its own clock, in the mean.
import { createInterface } from "node:readline";
import { launch, sleep } from "../tests/browser/harness.mjs";

const kSize = { width: 1440, height: 900 };
const browser = await launch();

/** In the page: notes how long the callbacks of each frame take, whoever's they are. */
function watchFrames() {
  const request = window.requestAnimationFrame.bind(window);
  let last = 0;
  window.watched = { ms: [], gaps: [] };
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      const began = performance.now();
      callback(time);
      const ms = performance.now() - began;
      // Several callbacks may belong to one frame.
      if (time === last) window.watched.ms[window.watched.ms.length - 1] += ms;
      else {
        window.watched.ms.push(ms);
        if (last > 0) window.watched.gaps.push(time - last);
      }
      last = time;
    });
}

const kTools = {
  ours: {
    ready: (page) => page.evaluate(() => window.interleave.ready),
    input: "#trace-file",
    opened: () => window.interleave.timeline()?.rows.length > 50,
    async place(page) {
      const box = await page.locator("#canvas").boundingBox();
      const { view } = await page.evaluate(() => window.interleave.timeline());
      return [box.x + (view.x0 + view.x1) / 2, box.y + (view.lanes[1] + view.lanes[3]) / 2];
    },
    async name(page) {
      return `Interleave ${await page.evaluate(() => window.interleave.version?.() ?? "")}`.trim();
    },
  },
  speedscope: {
    ready: (page) => page.waitForSelector("input[type=file]", { state: "attached" }),
    input: "input[type=file]",
    opened: () => document.title.endsWith(" - speedscope"),
    place: async () => [kSize.width / 2, kSize.height / 2],
    name: async () => "Speedscope",
  },
};

/** Until the file's picture has been drawn. */
async function load(page, tool, file) {
  await tool.ready(page);
  await sleep(2000); // warming up is not measured
  const began = performance.now();
  await page.locator(tool.input).first().setInputFiles(file);
  await page.waitForFunction(tool.opened, null, { timeout: 300_000, polling: "raf" });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return performance.now() - began;
}

/** Both zoom with Ctrl and the wheel, by steps of their own. */
async function zoomTo(page, show, factor, done) {
  await page.keyboard.down("Control");
  if (show === "speedscope") {
    for (let i = Math.round(Math.log2(factor)); i > done.steps; done.steps++) {
      await page.mouse.wheel(0, -20);
      await sleep(30);
    }
  } else {
    const span = () => page.evaluate(() => ((v) => v.t1Ns - v.t0Ns)(window.interleave.timeline().view));
    done.whole ??= await span();
    for (let i = 0; i < 200 && (await span()) > done.whole / factor; i++) {
      await page.mouse.wheel(0, -100);
      await sleep(30);
    }
  }
  await page.keyboard.up("Control");
  await sleep(500);
}

async function threadSeconds(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find((metric) => metric.name === "TaskDuration").value;
}

async function pan(page, session, [x, y], frames) {
  const start = () => {
    window.watched.ms.length = window.watched.gaps.length = 0;
    window.interleave?.costs();
  };
  await page.evaluate(start);
  const before = await threadSeconds(session);
  for (let i = 0; i < frames; i++) {
    // To and fro, so that what has been seen is seen again from a little further on.
    await page.mouse.move(x + (i % 16) * 4, y);
    await page.mouse.wheel((i >> 3) % 2 ? -70 : 70, 0);
    await sleep(20);
  }
  await sleep(100);
  const seconds = (await threadSeconds(session)) - before;
  const { ms, gaps } = await page.evaluate(() => window.watched);
  const costs = await page.evaluate(() => window.interleave?.costs() ?? null);
  return { ms, gaps, cpuMs: (seconds * 1000) / ms.length, parts: costs?.frames };
}

async function measure({ show, url, file, zooms, frames }) {
  const tool = kTools[show];
  const context = await browser.newContext({ viewport: kSize });
  const page = await context.newPage();
  try {
    await page.addInitScript(watchFrames);
    await page.goto(url);
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const loadMs = await load(page, tool, file);
    await sleep(1500);
    const place = await tool.place(page);
    await page.mouse.move(...place);
    const answer = { name: await tool.name(page), loadMs, zooms: [] };
    const done = { steps: 0 };
    for (const factor of zooms) {
      if (factor > 1) await zoomTo(page, show, factor, done);
      answer.zooms.push(await pan(page, session, place, frames));
    }
    await session.send("HeapProfiler.collectGarbage");
    answer.heap = (await session.send("Runtime.getHeapUsage")).usedSize;
    const costs = await page.evaluate(() => window.interleave?.costs() ?? null);
    return { ...answer, spans: costs?.spans, bytes: costs?.bytes };
  } finally {
    await context.close();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { ...(await measure(JSON.parse(line))), browser: browser.version() };
  } catch (problem) {
    answer = { failed: String(problem.stack ?? problem) };
  }
  console.log(JSON.stringify(answer));
}
await browser.close();
