// What the page looks like and how it is reached: pictures for a human eye, axe for the rest.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { check, equal, inspectPicture, kAxe, run, saveShot } from "./harness.mjs";

const kSizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 }, embed: { width: 720, height: 480 } };

async function axe(page, what, within = "html") {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(readFileSync(kAxe, "utf8"));
  const violations = await page.evaluate(async (selector) => {
    const { violations } = await window.axe.run(selector, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
    return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => `${n.target.join(" ")} (${n.any[0]?.message ?? n.all[0]?.message ?? ""})`).join("; ")}`);
  }, within);
  equal(violations, [], `axe, ${what}`);
}

export default {
  async "pictures: wide, narrow and embedded, light and dark"(scene) {
    for (const [size, viewport] of Object.entries(kSizes)) {
      for (const colorScheme of ["light", "dark"]) {
        const path = `${size === "embed" ? "embed" : "index"}.html#ex/gil-on-off`;
        const page = await scene.open(path, { viewport, colorScheme });
        await page.waitForTimeout(1500); // as a reader finds it: warmed up
        await page.evaluate(() => window.interleave.run());
        await page.waitForTimeout(400);
        const png = await page.screenshot();
        saveShot(`${size}-${colorScheme}`, png);
        const picture = await inspectPicture(page, png);
        check(picture.colours > 60 && picture.largest < 0.97, `${size} ${colorScheme} looks empty: ${JSON.stringify(picture)}`);
        const overflow = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]);
        equal(overflow, [0, 0], `${size} ${colorScheme}: overflow`);
        await page.context().close();
      }
    }
  },

  async "pictures of every lesson (when asked for: --only lesson)"(scene) {
    const page = await scene.open("index.html", { viewport: kSizes.wide });
    const names = await page.evaluate(() => [...document.querySelectorAll("#lessons-panel a")].map((a) => a.hash.slice(4)));
    for (const name of names) {
      await page.evaluate((n) => void (location.hash = `#ex/${n}`), name);
      await page.waitForFunction((n) => document.querySelector("#lessons-panel a[aria-current]")?.hash === `#ex/${n}`, name);
      await page.evaluate(() => window.interleave.run());
      await page.waitForTimeout(300);
      saveShot(`lesson-${name}`, await page.screenshot());
    }
  },

  async "axe finds nothing, in either colour, before and after a run, in each dialog"(scene) {
    for (const colorScheme of ["light", "dark"]) {
      const page = await scene.open("index.html#ex/exception-in-a-thread", { viewport: kSizes.wide, colorScheme });
      if (colorScheme === "light") await axe(page, colorScheme);
      await page.evaluate(() => window.interleave.run());
      await axe(page, `${colorScheme}, after a run`);
      await page.locator("#run").focus(); // shows the controls for the keyboard
      await page.locator("#mode").selectOption("sim");
      await axe(page, `${colorScheme}, controls`, "#controls");
      await page.locator("#lessons").click();
      await axe(page, `${colorScheme}, lessons`, "#lessons-menu");
      await page.keyboard.press("Escape");
      for (const name of ["share", "embed", "keys"]) {
        await page.locator(`#${name}`).click();
        await axe(page, `${colorScheme}, ${name}`, `#${name}-dialog`);
        await page.keyboard.press("Escape");
      }
      await page.evaluate(() => void (location.hash = "#v1.broken"));
      await page.waitForSelector("#broken:visible");
      await axe(page, `${colorScheme}, broken link`, "#left");
      await page.context().close();
    }
    for (const [path, colorScheme] of [["index.html#ex/deadlock", "light"], ["embed.html#ex/deadlock", "light"], ["embed.html#ex/deadlock", "dark"]]) {
      const page = await scene.open(path, { viewport: kSizes.narrow, colorScheme });
      await page.evaluate(() => window.interleave.run());
      await page.locator("#drawer").click();
      await page.waitForTimeout(250);
      await axe(page, `${path}, ${colorScheme}`);
      await page.context().close();
    }
  },

  async "everything is reached by the keyboard, and nothing traps it"(scene) {
    const page = await scene.open("index.html", { viewport: kSizes.wide });
    const reached = new Set();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() => document.activeElement?.id || document.activeElement?.className || document.activeElement?.tagName);
      reached.add(String(where));
      if (String(where).includes("cm-content")) await page.keyboard.press("Escape");
    }
    const names = ["lessons", "share", "embed", "theme", "keys", "cm-content", "output-scroller", "splitter", "output-splitter", "canvas", "run", "stop", "gil", "interval"];
    for (const name of names) check([...reached].some((r) => r.includes(name)), `${name} is not reached: ${[...reached].join(", ")}`);
    await page.locator("#splitter").focus();
    const width = await page.evaluate(() => document.getElementById("left").offsetWidth);
    await page.keyboard.press("ArrowRight");
    equal((await page.evaluate(() => document.getElementById("left").offsetWidth)) - width, 16, "the splitter's step");
    await page.locator("#run").focus();
    const done = page.evaluate(() => new Promise((resolve) => window.interleave.on("finished", resolve)));
    await page.keyboard.press("Enter");
    equal((await done).status, "finished", "Run by the keyboard");
    await page.locator("#gil").selectOption("off");
    equal(await page.evaluate(() => window.interleave.scenario().gil), "off", "the GIL by the keyboard");
    await page.locator("#lessons").focus();
    await page.keyboard.press("?");
    check(await page.locator("#keys-dialog").evaluate((d) => d.open), "? shows no keys");
  },

  async "the text twin tells what the canvas shows"(scene) {
    const page = await scene.open("index.html#ex/hello-thread");
    await page.evaluate(() => window.interleave.run());
    await page.waitForFunction(() => document.querySelectorAll("#twin-table tbody tr").length >= 2, null, { timeout: 5000 });
    const text = await page.locator("#twin-table").innerText();
    check(text.includes("MainThread") && text.includes("Thread-1"), `table: ${text}`);
    check((await page.locator("#twin-line").textContent()).length > 20, "no sentence");
  },

  async "an idle page draws no frames"(scene) {
    const page = await scene.open("index.html#ex/hello-thread");
    await page.evaluate(() => window.interleave.run());
    for (const what of ["after a run", "later"]) {
      await page.waitForTimeout(1500);
      await page.evaluate(() => window.interleave.frameStats());
      await page.waitForTimeout(2000);
      equal((await page.evaluate(() => window.interleave.frameStats())).frames, 0, `frames in two seconds, ${what}`);
    }
    await page.locator("#canvas").hover({ position: { x: 300, y: 200 } });
    await page.waitForTimeout(200);
    check((await page.evaluate(() => window.interleave.frameStats())).frames > 0, "no frame when the pointer moves");
  },

  async "a frame asks the card nothing"(scene) {
    const page = await scene.open("index.html#ex/hello-thread");
    await page.evaluate(() => window.interleave.run());
    // Each such answer would come from another process, with the whole frame waiting for it.
    await page.evaluate(() => {
      window.asked = [];
      const prototype = WebGL2RenderingContext.prototype;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const { value } = Object.getOwnPropertyDescriptor(prototype, name);
        if (typeof value !== "function" || !/^(get|is|check|read|finish)/.test(name)) continue;
        prototype[name] = function (...given) {
          window.asked.push(name);
          return value.apply(this, given);
        };
      }
      window.interleave.costs();
    });
    await page.locator("#canvas").hover({ position: { x: 300, y: 200 } });
    await page.mouse.wheel(0, 200);
    await page.waitForFunction(() => window.interleave.frameStats().frames > 0);
    equal(await page.evaluate(() => window.asked), [], "questions to the card");
    await page.evaluate(() => document.getElementById("canvas").getContext("webgl2").getError());
    equal(await page.evaluate(() => window.asked), ["getError"], "that they would have been noticed");
  },

  async "a lost context comes back with the picture as it was"(scene) {
    const page = await scene.open("index.html#ex/hello-thread");
    await page.evaluate(() => window.interleave.run());
    await page.waitForTimeout(1000);
    const canvas = page.locator("#canvas");
    const before = await canvas.screenshot();
    await page.evaluate(() => {
      const context = document.getElementById("canvas").getContext("webgl2");
      window.loss = context.getExtension("WEBGL_lose_context");
      window.loss.loseContext();
    });
    await page.waitForFunction(() => document.getElementById("canvas").getContext("webgl2").isContextLost());
    await page.waitForTimeout(500);
    check(!before.equals(await canvas.screenshot()), "nothing was lost");
    await page.evaluate(() => {
      window.interleave.frameStats();
      window.loss.restoreContext();
    });
    await page.waitForFunction(() => window.interleave.frameStats().frames > 0);
    await page.waitForTimeout(500);
    check(before.equals(await canvas.screenshot()), "another picture than before");
    await canvas.hover({ position: { x: 300, y: 200 } });
    equal(await page.evaluate(() => document.getElementById("canvas").getContext("webgl2").getError()), 0, "the context's error");
  },

  async "themes: the system's, the button's, remembered"(scene) {
    const page = await scene.open("index.html", { colorScheme: "light" });
    const becomes = (theme) => page.waitForSelector(`html[data-theme="${theme}"]`, { timeout: 3000 });
    await becomes("light");
    await page.emulateMedia({ colorScheme: "dark" });
    await becomes("dark");
    await page.locator("#theme").click();
    await becomes("light");
    await page.reload();
    await becomes("light");
    await page.evaluate(() => window.interleave.ready);
  },

  async "all assets together are under 1.2 MB gzipped"(scene) {
    const names = ["index.html", "embed.html", "embed.js", "page.js", "page.css", "sw.js", "inter.woff2", "mono.woff2", "icon.svg", "interleave.js", "interleave.wasm"];
    let sum = 0;
    for (const name of names) {
      const response = await fetch(new URL(name, scene.site));
      equal(response.status, 200, name);
      sum += gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 }).length;
    }
    check(sum < 1.2e6, `${(sum / 1e6).toFixed(2)} MB`);
    return `${(sum / 1e6).toFixed(2)} MB`;
  },

  async "every response carries the four headers"(scene) {
    for (const name of ["", "index.html", "embed.html", "page.js", "interleave.js", "interleave.wasm", "sw.js", "nothing-here"]) {
      const { headers } = await fetch(new URL(name, scene.site));
      const found = ["cross-origin-opener-policy", "cross-origin-embedder-policy", "cross-origin-resource-policy", "document-isolation-policy"].map((h) => headers.get(h));
      equal(found, ["same-origin", "require-corp", "cross-origin", "isolate-and-require-corp"], name);
    }
  },

  async "output is followed, unless somebody scrolled up; and can be copied"(scene) {
    const page = await scene.open("index.html", { permissions: ["clipboard-read", "clipboard-write"] });
    const result = await run(page, "for i in range(200):\n    print(i)\n");
    const bottom = () => page.evaluate(() => {
      const e = document.getElementById("output-scroller");
      return e.scrollHeight - e.scrollTop - e.clientHeight;
    });
    check((await bottom()) < 4, "not at the end");
    await page.locator("#copy-output").click();
    await page.waitForFunction(() => document.getElementById("toast").textContent !== "");
    equal(await page.evaluate(() => navigator.clipboard.readText()), result.stdout, "clipboard");
  },
};
