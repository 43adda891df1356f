// Links: what goes in comes out, nothing runs by itself, and whatever is broken is one line.
import { deflateRawSync } from "node:zlib";
import { bestOf, check, equal, longestGap, nextRunWorks, run, watchPulse } from "./harness.mjs";

const kScenario = {
  code: 'import sys\nprint("naïve ≋", sys.getswitchinterval())\n', mode: "live", gil: "off", cores: 4, seed: 7, switchInterval: 0.001,
  policy: "random", mainOn: "worker", title: "A title", note: "A note with <b>marks</b>",
};

const packed = (text) => `#v1.${deflateRawSync(Buffer.from(text)).toString("base64url")}`;

async function checkBroken(page, what) {
  await page.locator("#broken").waitFor({ state: "visible", timeout: 5000 });
  const line = await page.locator("#broken").innerText();
  check(line.length > 10 && line.length < 200 && !line.includes("\n"), `${what}: ${line}`);
  equal(await page.evaluate(() => window.interleave.scenario().code), "", `${what}: the editor`);
}

export default {
  async "a link opens the same scenario elsewhere, and does not run it"(scene) {
    const page = await scene.open();
    await page.evaluate((s) => window.interleave.load(s), kScenario);
    await page.locator(".cm-content").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText('print("edited")\n');
    const code = `${kScenario.code}print("edited")\n`;
    const link = await page.evaluate(() => window.interleave.link());
    check(/^http:\/\/[^/]+\/index\.html#v1\.[A-Za-z0-9_-]+$/.test(link), link);
    const other = scene.watch(await (await scene.context()).newPage());
    await other.goto(link);
    await other.evaluate(() => window.interleave.ready);
    const events = other.evaluate(() => {
      let n = 0;
      window.interleave.on("state", () => n++);
      return new Promise((resolve) => setTimeout(() => resolve(n), 800));
    });
    equal(await other.evaluate(() => window.interleave.scenario()), { ...kScenario, code }, "scenario");
    equal(await events, 0, "state changes before anybody asked");
    equal(await other.locator("#lesson-text").innerText(), kScenario.note, "the note, as text");
    const result = await other.evaluate(() => window.interleave.run());
    equal([result.stdout, result.gil], ["naïve ≋ 0.001\nedited\n", "off"], "result");
    equal(await other.evaluate(() => window.interleave.link()), link, "the link of the link");
  },

  async "the Share button puts the link into the clipboard"(scene) {
    const page = await scene.open("index.html", { permissions: ["clipboard-read", "clipboard-write"] });
    await page.locator("#share").click();
    const link = await page.evaluate(() => window.interleave.link());
    equal(await page.evaluate(() => navigator.clipboard.readText()), link, "clipboard");
    equal(await page.locator("#share-link").inputValue(), link, "field");
  },

  async "examples by name, with and without settings"(scene) {
    const page = await scene.open("index.html#ex/deadlock?gil=off&cores=4");
    const scenario = await page.evaluate(() => window.interleave.scenario());
    equal([scenario.title, scenario.gil, scenario.cores], ["Deadlock: two locks, two orders", "off", 4], "scenario");
    await page.evaluate(() => void (location.hash = "#ex/there-is-none"));
    await checkBroken(page, "unknown example");
  },

  async "a broken link gives one line and an empty editor"(scene) {
    const good = packed('{"code":"print(1)"}');
    const bad = {
      "cut off": good.slice(0, -6), "not base64": "#v1.%%%", empty: "#v1.", "not JSON": packed("}"), "no object": packed("[]"),
      "wrong type": packed('{"code":1}'), "wrong value": packed('{"gil":"2.7"}'), unknown: "#hello", newer: "#v9.AAAA",
    };
    for (const [what, hash] of Object.entries(bad)) {
      const page = await scene.open(`index.html${hash}`);
      await checkBroken(page, what);
      await page.context().close();
    }
    const page = await scene.open(`index.html${bad["cut off"]}`);
    await nextRunWorks(page);
    check(await page.locator("#broken").isHidden(), "the line stays after something else was loaded");
  },

  async "a link that inflates to a gigabyte, and one of megabytes"(scene) {
    const bomb = deflateRawSync(Buffer.alloc(48 << 20, 32), { level: 9 });
    const page = await scene.open();
    const answers = async (what) => {
      await page.waitForTimeout(50);
      const gap = await longestGap(page);
      check(gap < 200, `${what}: the page was silent for ${gap.toFixed(0)} ms`);
    };
    await bestOf(3, async () => {
      await page.evaluate(() => window.interleave.load({ code: "pass" }));
      await watchPulse(page);
      await page.evaluate(() => void (location.hash = ""));
      await page.evaluate((hash) => void (location.hash = hash), `#v1.${bomb.subarray(0, 47_000).toString("base64url")}`);
      await checkBroken(page, "bomb");
      await answers("bomb");
    });
    // Two megabytes are the most that Chromium takes as an address; its own handling of it is not ours to time.
    await page.evaluate(() => window.interleave.load({ code: "pass" }));
    await page.evaluate(() => void (location.hash = `#v1.${"A".repeat(1_900_000)}`));
    await checkBroken(page, "two megabytes");
    // A browser may refuse to go to ten megabytes at all: then the page stays as it was, and works.
    await page.evaluate(() => {
      try {
        location.hash = `#v1.${"A".repeat(10 << 20)}`;
      } catch {
        // refused
      }
    });
    await nextRunWorks(page);
  },

  async "a scenario that makes no sense is refused, the page stays as it was"(scene) {
    const page = await scene.open();
    await run(page, "print(1)\n");
    for (const wrong of [null, 5, "x", [], { code: 5 }, { gil: "on" }, { cores: -1 }, { code: "x".repeat((1 << 20) + 1) }]) {
      const said = await page.evaluate((s) => {
        try {
          window.interleave.load(s);
          return "";
        } catch (error) {
          return error.message;
        }
      }, wrong);
      check(said.startsWith("scenario"), `accepted: ${JSON.stringify(wrong)?.slice(0, 60)}`);
    }
    equal(await page.evaluate(() => window.interleave.scenario().code), "print(1)\n", "the editor");
  },
};
