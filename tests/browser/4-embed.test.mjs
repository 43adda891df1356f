// Inside other people's pages: real threads where the browser can, one line and a link where not.
import { check, equal, launchWithFrameStorage } from "./harness.mjs";

const kProgram = "from threading import Thread\nfrom time import sleep\nts = [Thread(target=sleep, args=(0.2,)) for _ in range(2)]\nfor t in ts: t.start()\nfor t in ts: t.join()\nprint('done')\n";

/** A tutorial page on another site: the site is 127.0.0.1, the page is localhost, and sets no header. */
async function tutorial(scene, body, context) {
  const server = await scene.plain({ pages: { "/": `<!doctype html><title>A tutorial</title><h1>A tutorial</h1>${body}` } });
  const page = scene.watch(await (context ?? (await scene.context())).newPage());
  await page.goto(`http://localhost:${server.port}/`);
  return page;
}

async function embedded(page) {
  const frame = await page.waitForSelector("iframe").then((f) => f.contentFrame());
  return ready(frame);
}

async function ready(frame) {
  await frame.waitForFunction(() => window.interleave !== undefined);
  await frame.evaluate(() => window.interleave.ready);
  return frame;
}

/** Speaks the message protocol from the tutorial's own page. */
const kAsk = `<script>
  const waiting = new Map();
  const events = [];
  addEventListener("message", ({ data }) => {
    if (data?.interleave !== 1) return;
    if (data.event) return void events.push(data);
    waiting.get(data.id)?.(data);
  });
  let next = 0;
  const ask = (method, ...args) => new Promise((resolve) => {
    const id = "q" + next++;
    waiting.set(id, resolve);
    document.querySelector("iframe").contentWindow.postMessage({ interleave: 1, id, method, args }, "*");
  });
</script>`;

export default {
  async "the element, in a plain page of another site: real threads"(scene) {
    const body = `<script type="module" src="${scene.site}embed.js"></script><interleave-playground height="420" gil="off"><script type="text/x-python">
      from threading import Thread
      Thread(target=print, args=("from the element",)).start()
    </script></interleave-playground>`;
    const page = await tutorial(scene, body);
    await page.waitForFunction(() => document.querySelector("interleave-playground")?.shadowRoot?.querySelector("iframe"));
    const handle = await page.evaluateHandle(() => document.querySelector("interleave-playground").shadowRoot.querySelector("iframe"));
    const frame = await ready(await handle.asElement().contentFrame());
    equal(await page.evaluate(() => crossOriginIsolated), false, "the tutorial page is isolated");
    equal(await frame.evaluate(() => [crossOriginIsolated, window.interleave.threads]), [true, true], "the frame");
    equal(await frame.evaluate(() => window.interleave.scenario().code), 'from threading import Thread\nThread(target=print, args=("from the element",)).start()\n', "program");
    const result = await frame.evaluate(() => window.interleave.run());
    equal([result.stdout, result.gil, result.threads.length], ["from the element\n", "off", 2], "result");
    equal(await handle.evaluate((f) => f.offsetHeight), 420, "height");
  },

  async "the element with an example, and a poster first"(scene) {
    const body = `<script type="module" src="${scene.site}embed.js"></script><interleave-playground example="hello-thread" poster="Try it"></interleave-playground>`;
    const page = await tutorial(scene, body);
    const button = page.locator("interleave-playground button");
    equal(await button.innerText(), "▶ Try it", "button");
    equal(page.frames().length, 1, "frames before the click");
    await button.click();
    const frame = await ready(await (await page.waitForSelector("interleave-playground iframe")).contentFrame());
    equal(await frame.evaluate(() => window.interleave.scenario().title), "Start a thread, then join it", "title");
    equal(await frame.evaluate(() => window.interleave.threads), true, "threads");
  },

  async "a plain iframe and the messages"(scene) {
    const body = `<iframe src="${scene.site}embed.html" allow="cross-origin-isolated; fullscreen" width="700" height="480"></iframe>${kAsk}`;
    const page = await tutorial(scene, body);
    await embedded(page);
    equal(await page.evaluate(() => ask("threads")), { interleave: 1, id: "q0", result: true }, "threads");
    equal((await page.evaluate((code) => ask("load", { code }), kProgram)).error, undefined, "load");
    const { result } = await page.evaluate(() => ask("run"));
    equal([result.status, result.stdout, result.threads.length], ["finished", "done\n", 3], "result");
    check((await page.evaluate(() => ask("link"))).result.startsWith(`${scene.site}index.html#v1.`), "link");
    check((await page.evaluate(() => ask("trace", "text"))).result.length > 100, "trace");
    const events = await page.evaluate(() => events.map((e) => e.event));
    for (const event of ["output", "state", "finished", "resize"]) check(events.includes(event), `no ${event} event: ${events}`);
    check((await page.evaluate(() => ask("load", { gil: "no" }))).error.includes("gil"), "a wrong scenario is no error");
    check((await page.evaluate(() => ask("eval", "1"))).error.includes("no such method"), "an unknown method is no error");
    const silent = await page.evaluate(async () => {
      const frame = document.querySelector("iframe").contentWindow;
      const before = events.length;
      for (const message of [null, 1, "x", {}, { interleave: 1 }, { interleave: 2, id: 1, method: "run" }, { interleave: 1, method: "run" }]) {
        frame.postMessage(message, "*");
      }
      await new Promise((done) => setTimeout(done, 300));
      return events.length - before;
    });
    equal(silent, 0, "events after messages that are none");
  },

  async "messages are taken from the embedding page only"(scene) {
    const body = `<iframe name="play" src="${scene.site}embed.html" allow="cross-origin-isolated" width="700" height="480"></iframe>
      <iframe name="other" srcdoc="<script>setTimeout(() => parent.frames.play.postMessage({ interleave: 1, id: 1, method: 'load', args: [{ code: 'evil' }] }, '*'), 1500)</script>"></iframe>`;
    const page = await tutorial(scene, body);
    const frame = await ready(await (await page.waitForSelector("iframe[name=play]")).contentFrame());
    await page.waitForTimeout(2200);
    check((await frame.evaluate(() => window.interleave.scenario().code)) !== "evil", "a sibling frame loaded a program");
  },

  async "looks by query: theme, readonly, view"(scene) {
    const page = await scene.open("embed.html?theme=light&readonly&view=code#ex/hello-thread", { colorScheme: "dark" });
    equal(await page.evaluate(() => document.documentElement.dataset.theme), "light", "theme");
    check(await page.locator("#canvas").isHidden(), "the canvas is there");
    const before = await page.evaluate(() => window.interleave.scenario().code);
    await page.locator(".cm-content").click();
    await page.keyboard.type("x");
    equal(await page.evaluate(() => window.interleave.scenario().code), before, "a read-only program");
  },

  async "a host without headers, at top level: the service worker brings threads"(scene) {
    const server = await scene.plain({ folder: scene.folder });
    const page = scene.watch(await (await scene.context()).newPage());
    let loads = 0;
    page.on("load", () => loads++);
    await page.goto(`http://127.0.0.1:${server.port}/index.html#ex/hello-thread`);
    await page.waitForFunction(() => crossOriginIsolated && window.interleave !== undefined, null, { timeout: 20_000 });
    await page.evaluate(() => window.interleave.ready);
    const result = await page.evaluate((code) => (window.interleave.load({ code }), window.interleave.run()), kProgram);
    equal([result.status, result.stdout, result.threads.length], ["finished", "done\n", 3], "result");
    check(loads <= 2, `${loads} loads`);
    await page.reload();
    await page.evaluate(() => window.interleave.ready);
    equal([await page.evaluate(() => crossOriginIsolated), loads <= 3], [true, true], "second visit");
  },

  async "a host without headers, embedded in another site: threads too"(scene) {
    const { context, close } = await launchWithFrameStorage();
    scene.closers.push(close);
    const server = await scene.plain({ folder: scene.folder });
    const body = `<iframe src="http://127.0.0.1:${server.port}/embed.html#ex/hello-thread" allow="cross-origin-isolated" width="700" height="480"></iframe>`;
    const page = await tutorial(scene, body, context);
    const handle = await page.waitForSelector("iframe");
    let frame = null;
    for (let i = 0; i < 60 && !frame; i++) {
      await page.waitForTimeout(250);
      const now = await handle.contentFrame();
      if (await now.evaluate(() => crossOriginIsolated && window.interleave !== undefined).catch(() => false)) frame = now;
    }
    check(frame, "the frame never became isolated");
    await frame.evaluate(() => window.interleave.ready);
    const result = await frame.evaluate((code) => (window.interleave.load({ code }), window.interleave.run()), kProgram);
    equal([result.status, result.stdout], ["finished", "done\n"], "result");
  },

  async "not isolated: runs are simulated, one line says why, and a link leads to real threads"(scene) {
    // Frames of this browser may store nothing here, so no service worker can help.
    const server = await scene.plain({ folder: scene.folder, without: ["/sw.js"] });
    scene.tolerate(/404|Failed to load resource/);
    const page = await tutorial(scene, `<iframe src="http://127.0.0.1:${server.port}/embed.html#ex/gil-on-off" width="700" height="480"></iframe>`);
    const frame = await (await page.waitForSelector("iframe")).contentFrame();
    await frame.waitForSelector('[data-engine="ready"]', { timeout: 30_000 });
    await frame.evaluate(() => window.interleave.ready);
    equal(await frame.evaluate(() => [crossOriginIsolated, window.interleave.threads]), [false, false], "isolation");
    const line = await frame.locator("#fallback-line").innerText();
    check(line.length > 20 && line.length < 220 && !line.includes("\n"), `line: ${line}`);
    const result = await frame.evaluate((code) => (window.interleave.load({ code }), window.interleave.run()), kProgram);
    equal([result.status, result.stdout, result.mode, result.threads.length], ["finished", "done\n", "sim", 3], "result");
    await frame.evaluate(() => window.interleave.load({ code: "print('edited')\n", gil: "off" }));
    const link = await frame.locator("#elsewhere").getAttribute("href");
    equal(link, await frame.evaluate(() => window.interleave.link()), "the way on");
    equal(await frame.locator("#elsewhere").getAttribute("target"), "_blank", "target");
    check((await frame.locator(".cm-content").innerText()).includes("edited"), "the editor does not show the program");
  },

  async "not isolated at top level: one line, no endless reloading"(scene) {
    const server = await scene.plain({ folder: scene.folder, without: ["/sw.js"] });
    scene.tolerate(/404|Failed to load resource/);
    const page = scene.watch(await (await scene.context()).newPage());
    let loads = 0;
    page.on("load", () => loads++);
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await page.waitForSelector('[data-engine="ready"]', { timeout: 30_000 });
    await page.waitForTimeout(1500);
    equal(loads, 1, "loads");
    check((await page.locator("#fallback-line").innerText()).length > 20, "no line");
    check((await page.locator(".cm-content").innerText()).includes("kettle"), "no program");
  },

  async "the machine cannot be loaded: one line, the rest of the page lives"(scene) {
    scene.tolerate(/404|Failed to load resource|ERR_FAILED|blocked/);
    const context = await scene.context();
    const page = scene.watch(await context.newPage());
    await page.route(/interleave\.js$/, (route) => route.abort());
    await page.goto(scene.site);
    await page.waitForSelector('[data-engine="none"]', { timeout: 15_000 });
    const line = await page.locator("#stage-line").innerText();
    check(/could not be (started|loaded)/.test(line) && !line.includes("\n"), line);
    check(await page.evaluate(() => window.interleave.ready.then(() => false, () => true)), "ready resolves");
    check((await page.evaluate(() => window.interleave.link())).includes("#v1."), "link");
    await page.unroute(/interleave\.js$/);
    await page.route(/interleave\.wasm$/, (route) => route.abort());
    await page.reload();
    await page.waitForSelector('[data-engine="none"]', { timeout: 15_000 });
    scene.complaints.length = 0; // the loader says more than we do, in the console
  },
};
