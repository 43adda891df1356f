// Out and in: what is saved is what was run, it opens again as it was, and whatever else is given is one line.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { bestOf, check, equal, kAxe, nextRunWorks, run, start, stop } from "./harness.mjs";

const kProgram = `import threading, time
lock = threading.Lock()
def work(n):
    for _ in range(n):
        with lock:
            time.sleep(0.001)
threads = [threading.Thread(target=work, args=(5,)) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print("naïve ≋")
`;

/** Everything that the page says of the run it shows. */
const answers = (page) =>
  page.evaluate(() => ({
    table: window.interleave.table(),
    text: window.interleave.trace("text"),
    chrome: window.interleave.trace("chrome"),
    code: window.interleave.scenario().code,
    stats: window.interleave.frameStats().spansTotal,
  }));

/** A click on a button of the trace menu that saves something: its name and bytes. */
async function save(page, id) {
  await page.locator("#trace").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`#${id}`).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Drops a file onto `target` as a hand does, the hint being seen on the way. */
async function drop(page, bytes, name = "saved.json", target = ".cm-content") {
  const data = await page.evaluateHandle(
    ([base64, file]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], file));
      return transfer;
    },
    [Buffer.from(bytes).toString("base64"), name],
  );
  await page.dispatchEvent(target, "dragenter", { dataTransfer: data });
  check(await page.locator("#drop-hint").isVisible(), "no hint while a file is dragged over the page");
  await page.dispatchEvent(target, "dragover", { dataTransfer: data });
  await page.dispatchEvent(target, "drop", { dataTransfer: data });
  check(await page.locator("#drop-hint").isHidden(), "the hint stays after the drop");
}

async function opened(page) {
  await page.locator("#opened").waitFor({ state: "visible", timeout: 20_000 });
  return answers(page);
}

/** Waits for the page's own line below the output. */
async function said(page, pattern) {
  await page.locator(".end-line").filter({ hasText: pattern }).waitFor({ timeout: 20_000 });
  const line = await page.locator(".end-line").innerText();
  check(line.length < 250 && !line.includes("\n"), `not one line: ${line}`);
  return line;
}

/** A trace of the program, and what the page that ran it said of it. */
async function ran(scene, settings = {}) {
  const page = await scene.open();
  const result = await run(page, kProgram, { title: "A title & more", ...settings });
  equal([result.status, result.dropped], ["finished", 0], "the run");
  await page.waitForFunction(() => window.interleave.frameStats().spansTotal > 0);
  return { page, result, file: await save(page, "save-trace"), before: await answers(page) };
}

/** Another site: gives `files` by path, those below /open/ to everybody. */
async function elsewhere(scene, files) {
  const server = createServer((request, response) => {
    const body = files[request.url];
    if (request.url.startsWith("/open/")) response.setHeader("Access-Control-Allow-Origin", "*");
    if (body === undefined) return response.writeHead(404).end();
    if (body !== "endless") return response.writeHead(200).end(body);
    const piece = Buffer.alloc(1 << 20, 32);
    const more = () => {
      while (!response.destroyed && response.write(piece));
    };
    response.writeHead(200).on("drain", more);
    more();
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  scene.closers.push(async () => (server.closeAllConnections(), server.close()));
  return `http://localhost:${server.address().port}`;
}

const kBroken = (file) => {
  const text = file.toString();
  return {
    empty: "", "no JSON": "hello", "a program": kProgram, zeros: "\0".repeat(5000), "other JSON": "{}", "of others": '{"traceEvents":[]}',
    "cut off": text.slice(0, -40), "cut early": text.slice(0, 700), "changed program": text.replace("args=(5,)", "args=(6,)"),
    "changed events": text.replace(/"packed":"(.{40})../, '"packed":"$1AA'), newer: text.replace('"form":1', '"form":9'),
  };
};

export default {
  async "a saved live trace, dropped on another page, is the same trace"(scene) {
    const { result, file, before } = await ran(scene, { gil: "3.10", switchInterval: 0.001 });
    equal(file.name, "interleave-a-title-more.json", "file name");
    equal(file.bytes.toString(), before.chrome, "the file and trace(\"chrome\")");
    const json = JSON.parse(before.chrome);
    equal([json.otherData.program, json.otherData.title], [kProgram, "A title & more"], "what was run");
    check(json.traceEvents.some((e) => e.ph === "s") && json.traceEvents.some((e) => e.name === "waiting for lock"), "no arrows, or no lock by name");
    const other = await scene.open();
    await drop(other, file.bytes);
    const after = await opened(other);
    equal(after, before, "what the other page says");
    const scenario = await other.evaluate(() => window.interleave.scenario());
    equal([scenario.code, scenario.title, scenario.mode, scenario.gil, scenario.switchInterval], [kProgram, "A title & more", "live", "3.10", 0.001], "scenario");
    equal(await other.locator("#opened").innerText(), "Opened tracesaved.json: not a run of this page. Run runs its program here.", "label");
    equal(await other.locator("#title").innerText(), "A title & more", "title");
    const summary = await other.evaluate((f) => window.interleave.openTrace(f), before.chrome);
    equal(summary.traceHash, result.traceHash, "hash");
    equal([summary.status, summary.events, summary.elapsedNs], ["finished", result.events, result.elapsedNs], "summary");
    equal(summary.threads.map((t) => t.name), result.threads.map((t) => t.name), "threads");
    const again = await other.evaluate(() => window.interleave.run());
    equal(again.stdout, "naïve ≋\n", "its program, run here");
    check(await other.locator("#opened").isHidden(), "a run of this page is called an opened trace");
  },

  async "a simulated trace opened and then run gives itself"(scene) {
    const { result, file, before } = await ran(scene, { mode: "sim", cores: 3, seed: 42, policy: "random", gil: "off" });
    const page = await scene.open();
    await page.locator("#trace").click();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator("#open-trace").click()]);
    await chooser.setFiles({ name: "sim.json", mimeType: "application/json", buffer: file.bytes });
    equal(await opened(page), before, "what the other page says");
    const scenario = await page.evaluate(() => window.interleave.scenario());
    equal([scenario.mode, scenario.cores, scenario.seed, scenario.policy, scenario.gil], ["sim", 3, 42, "random", "off"], "scenario");
    const again = await page.evaluate(() => window.interleave.run());
    equal(again.traceHash, result.traceHash, "hash of its program's run here");
    equal((await answers(page)).chrome, before.chrome, "the trace of the run here");
  },

  async "a link opens a trace, of this site and of one that allows it"(scene) {
    const { file, before } = await ran(scene);
    const page = scene.watch(await (await scene.context()).newPage());
    await page.route("**/traces/one.json", (route) => route.fulfill({ body: file.bytes }));
    await page.goto(new URL("index.html#trace=traces/one.json", scene.site).href);
    equal(await opened(page), before, "of this site");
    equal(await page.evaluate(() => document.querySelector("#opened-line").textContent.split(":")[0]), "one.json", "name");
    const host = await elsewhere(scene, { "/open/two.json": file.bytes });
    const address = encodeURIComponent(`${host}/open/two.json`);
    for (const path of [`index.html?trace=${address}`, `embed.html#trace=${address}`]) {
      const other = scene.watch(await (await scene.context()).newPage());
      await other.goto(new URL(path, scene.site).href);
      equal(await opened(other), before, path);
    }
    await page.evaluate((hash) => void (location.hash = hash), `trace=${address}`);
    await page.locator("#opened-line").filter({ hasText: "two.json" }).waitFor();
    await page.evaluate(() => void (location.hash = "ex/hello-thread"));
    await page.locator("#opened").waitFor({ state: "hidden" });
  },

  async "a link to something else is one line"(scene) {
    scene.tolerate(/CORS|ERR_FAILED|404|Not Found/);
    const host = await elsewhere(scene, { "/open/bad.json": "no", "/closed.json": "{}", "/open/endless.json": "endless" });
    const cases = {
      [`${host}/open/bad.json`]: /“bad.json” was not opened: this is not a trace that Interleave saved\./,
      [`${host}/open/none.json`]: /answered 404/,
      [`${host}/closed.json`]: /does not let other sites read it/,
      [`${host}/open/endless.json`]: /larger than 256 MB/,
      "javascript:alert(1)": /names no address/,
      "file:///etc/passwd": /names no address/,
      "http://": /names no address/,
    };
    for (const [address, pattern] of Object.entries(cases)) {
      const page = await scene.open(`index.html#trace=${encodeURIComponent(address)}`);
      await page.locator("#broken").waitFor({ state: "visible", timeout: 60_000 });
      const line = await page.locator("#broken").innerText();
      check(pattern.test(line) && line.length < 200 && !line.includes("\n"), `${address}: ${line}`);
      await nextRunWorks(page);
      await page.context().close();
    }
  },

  async "whatever is no trace is one line, and the page stays as it was"(scene) {
    const { page, file, before } = await ran(scene);
    for (const [what, text] of Object.entries(kBroken(file.bytes))) {
      await drop(page, text, `${what}.json`);
      const line = await said(page, `“${what}.json” was not opened`);
      check(line.endsWith("."), line);
      equal(await answers(page), before, `after ${what}`);
      check(await page.locator("#opened").isHidden(), `${what} is called an opened trace`);
    }
    const refused = await page.evaluate(() => window.interleave.openTrace("x").then(() => "", (error) => error.message));
    equal(refused, "The trace was not opened: this is not a trace that Interleave saved.", "openTrace()");
    await nextRunWorks(page);
  },

  async "while a program runs no trace is opened"(scene) {
    const { page, file } = await ran(scene);
    await start(page, "while True: pass\n");
    await drop(page, file.bytes);
    await said(page, "a program is running: stop it first");
    equal((await stop(page)).result.status, "stopped", "the run");
    await drop(page, file.bytes);
    equal((await opened(page)).code, kProgram, "afterwards");
  },

  async "the picture has the canvas' own pixels under a line that says what was run"(scene) {
    const page = await scene.open("index.html", { deviceScaleFactor: 2 });
    await run(page, kProgram);
    const size = await page.evaluate(() => [document.querySelector("#canvas").width, document.querySelector("#canvas").height]);
    await bestOf(3, async () => {
      const { name, bytes } = await save(page, "save-picture");
      equal([name.endsWith(".png"), bytes.subarray(1, 4).toString()], [true, "PNG"], "a PNG");
      equal([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [size[0], size[1] + 72], "its size");
      const counts = await page.evaluate(async (base64) => {
        const blob = await (await fetch(`data:image/png;base64,${base64}`)).blob();
        const bitmap = await createImageBitmap(blob);
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
        context.drawImage(bitmap, 0, 0);
        const colours = (y, height) => new Set(new Uint32Array(context.getImageData(0, y, bitmap.width, height).data.buffer)).size;
        return [colours(0, 72), colours(72, bitmap.height - 72)];
      }, bytes.toString("base64"));
      check(counts[0] > 10 && counts[1] > 100, `colours of the line and of the picture: ${counts}`);
    });
  },

  async "the table as a file and in the clipboard"(scene) {
    const page = await scene.open("index.html", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("#trace").click();
    equal(await page.locator("#save-table").getAttribute("aria-disabled"), "true", "before the first run");
    await page.locator("#save-table").click({ force: true }); // it says why not
    await page.locator("#toast").filter({ hasText: "run the program first" }).waitFor();
    await page.keyboard.press("Escape");
    equal(await page.evaluate(() => document.activeElement.id), "trace", "focus after Escape");
    await run(page, kProgram, { mode: "sim", cores: 2, seed: 3 });
    const table = await page.evaluate(() => window.interleave.table());
    check(/^Thread +Running +Waiting for GIL +Lock +Sleep \/ I\/O +Native +Ready, no core$/m.test(table), table);
    check(/^simulated · GIL as in CPython 3.10 and later · switch interval 5 ms · 2 cores · seed 3$/m.test(table), table);
    equal((await save(page, "save-table")).bytes.toString(), table, "the file");
    await page.locator("#trace").click();
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.locator("#toast").filter({ hasText: "Table copied" }).waitFor();
    equal(await page.evaluate(() => navigator.clipboard.readText()), table, "the clipboard");
  },

  async "the menu and the label are for everybody, in embeds too"(scene) {
    const { file } = await ran(scene);
    for (const path of ["index.html", "embed.html"]) {
      const page = await scene.open(path);
      await drop(page, file.bytes);
      await opened(page);
      await page.locator("#trace").click();
      await page.evaluate(readFileSync(kAxe, "utf8"));
      const { violations } = await page.evaluate(() => window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"] }));
      equal(violations.map((v) => `${v.id}: ${v.nodes[0]?.html}`), [], `${path}: axe`);
    }
    const page = await scene.open("embed.html?readonly");
    await page.locator("#trace").click();
    check(await page.locator("#open-trace").isHidden(), "a read-only embed opens traces");
  },
};
