// What the browser tests share: Chromium, pages that watch themselves, small servers, assertions.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const kRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const kShots = join(kRoot, "build", "screenshots");
const require = createRequire(join(kRoot, "web", "package.json"));
const { chromium } = require("playwright-core");
export const kAxe = require.resolve("axe-core/axe.min.js");

const kFlags = [
  "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
  "--enable-blink-features=ForceEagerMeasureMemory", // else an answer takes up to twenty seconds
];
const kTypes = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml",
  ".wasm": "application/wasm", ".woff2": "font/woff2",
};

export class Failure extends Error {}

export function check(condition, line) {
  if (!condition) throw new Failure(line);
}

export function equal(actual, wanted, what = "value") {
  const [a, w] = [JSON.stringify(actual), JSON.stringify(wanted)];
  if (a !== w) throw new Failure(`${what}: wanted ${w}, got ${a?.slice(0, 2000)}`);
}

export const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Path of the program that an environment variable names, else of the first of `names` on PATH; null if there is none. */
export function findProgram(names, variable) {
  const named = process.env[variable];
  if (named) return named;
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(":")) if (existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

function findChromium() {
  const found = findProgram(["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"], "CHROMIUM_PATH");
  if (!found) throw new Error("there is no Chromium: install one, or name it in CHROMIUM_PATH");
  return found;
}

export async function launch() {
  return chromium.launch({ executablePath: findChromium(), args: kFlags });
}

/** A Chromium that lets frames of other sites keep something, as Chrome does; Debian's does not by default. */
export async function launchWithFrameStorage() {
  const folder = mkdtempSync(join(tmpdir(), "interleave-profile-"));
  mkdirSync(join(folder, "Default"));
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(folder, "Default", "Preferences"), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(folder, { executablePath: findChromium(), args: kFlags });
  return {
    context,
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/**
 * A server of plain pages, without any header of isolation but `headers`. `pages` maps paths to HTML; `folder` serves
 * files as a host that knows nothing of us would; `without` names files it does not have.
 */
export async function plainServer({ pages = {}, folder = null, without = [], headers: own = {} }) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    const page = pages[path];
    if (page !== undefined) return response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...own }).end(page);
    if (path === "/favicon.ico") return response.writeHead(204).end();
    const file = folder && normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
    if (!file || !file.startsWith(folder) || without.includes(path) || !existsSync(file) || !statSync(file).isFile()) {
      return response.writeHead(404, { "Content-Type": "text/plain" }).end("not here");
    }
    const headers = { "Content-Type": kTypes[extname(file)] ?? "application/octet-stream" };
    if (path === "/embed.js") headers["Access-Control-Allow-Origin"] = "*";
    response.writeHead(200, headers).end(request.method === "HEAD" ? undefined : readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: server.address().port,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}

/** One test's surroundings: opens pages, watches what they complain about, closes everything. */
export class Scene {
  constructor(browser, site, folder) {
    Object.assign(this, { browser, site, folder, complaints: [], foreign: [], closers: [], tolerated: [] });
  }

  /** Complaints that match are part of the test. */
  tolerate(pattern) {
    this.tolerated.push(pattern);
  }

  watch(page, { home = new URL(this.site).origin } = {}) {
    const complain = (line) => {
      if (!this.tolerated.some((pattern) => pattern.test(line))) this.complaints.push(line.slice(0, 400));
    };
    page.on("console", (message) => {
      if (message.type() === "error") complain(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => complain(`exception: ${error.message}`));
    page.on("crash", () => complain("the page crashed"));
    page.on("request", (request) => {
      const url = new URL(request.url());
      if (/^https?:$/.test(url.protocol) && url.origin !== home && !/^(localhost|127\.0\.0\.1)$/.test(url.hostname)) this.foreign.push(url.href);
    });
    return page;
  }

  async context(options = {}) {
    const context = await this.browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: "dark", ...options });
    this.closers.push(() => context.close());
    return context;
  }

  /** A page of the site, ready to run. */
  async open(path = "index.html", options = {}) {
    const context = await this.context(options);
    const page = this.watch(await context.newPage());
    await page.goto(new URL(path, options.site ?? this.site).href);
    if (options.wait !== false) await page.evaluate(() => window.interleave.ready);
    return page;
  }

  async plain(options) {
    const server = await plainServer(options);
    this.closers.push(() => server.close());
    return server;
  }

  /** The site as a host serves it that sets no headers and has no service worker: a page without threads. */
  async withoutThreads(path = "index.html") {
    const server = await this.plain({ folder: this.folder, without: ["/sw.js"] });
    this.tolerate(/404|Failed to load resource/);
    const home = `http://127.0.0.1:${server.port}`;
    const page = this.watch(await (await this.context()).newPage(), { home });
    await page.goto(`${home}/${path}`);
    await page.evaluate(() => window.interleave.ready);
    return page;
  }

  async close() {
    for (const close of this.closers.reverse()) await close().catch(() => undefined);
  }

  verdict() {
    check(this.complaints.length === 0, `the page complained: ${this.complaints.join(" | ")}`);
    check(this.foreign.length === 0, `asked other sites: ${this.foreign.join(" ")}`);
  }
}

/** Loads and runs a program; gives the Result. */
export function run(page, code, settings = {}) {
  return page.evaluate(
    async (scenario) => {
      window.interleave.load(scenario);
      return window.interleave.run();
    },
    { code, ...settings },
  );
}

/** What the native program says of the same simulated run. */
export function simulatedNatively(code, { gil, seed, cores, policy }) {
  const program = join(kRoot, "build", "native", "interleave");
  if (!existsSync(program)) throw new Failure("there is no build/native/interleave to compare with: cmake --preset native && ninja -C build/native interleave");
  const folder = mkdtempSync(join(tmpdir(), "interleave-"));
  writeFileSync(join(folder, "main.py"), code);
  const options = ["--sim", "--gil", gil, "--seed", String(seed), "--cores", String(cores), "--policy", policy, "--stats"];
  const done = spawnSync(program, ["run", "main.py", ...options], { cwd: folder, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  return JSON.parse(done.stderr.trim().split("\n").at(-1));
}

/** What has to be the same wherever a simulated run is run. */
export const sameEverywhere = ({ status, stdout, stderr, elapsedNs, traceHash, events }) => ({ status, stdout, stderr, elapsedNs, traceHash, events });

/** Loads and starts a program without waiting for its end. */
export async function start(page, code, settings = {}) {
  await page.evaluate(
    (scenario) => {
      window.interleave.load(scenario);
      window.__run = window.interleave.run();
    },
    { code, ...settings },
  );
}

/** Stops the run; gives its Result and how long the page waited for it. */
export function stop(page) {
  return page.evaluate(async () => {
    const began = performance.now();
    const result = await window.interleave.stop();
    return { result, ms: performance.now() - began };
  });
}

/** From now on the page notes how long it was not answering, in milliseconds. */
export function watchPulse(page) {
  return page.evaluate(() => {
    let last = performance.now();
    window.__gap = 0;
    clearInterval(window.__pulse);
    window.__pulse = setInterval(() => {
      const now = performance.now();
      window.__gap = Math.max(window.__gap, now - last);
      last = now;
    }, 5);
  });
}

/** The longest silence since watchPulse. */
export const longestGap = (page) => page.evaluate(() => window.__gap);

/** "The next run works", after whatever came before. */
export async function nextRunWorks(page) {
  const result = await run(page, 'from threading import Thread\nt = Thread(target=print, args=("still", "here"))\nt.start()\nt.join()\n');
  equal([result.status, result.exitCode, result.stdout, result.stderr], ["finished", 0, "still here\n", ""], "the next run");
}

/** Measured times are spoilt by whatever else the machine does: the best of a few attempts counts. */
export async function bestOf(attempts, measure) {
  let last;
  for (let i = 0; i < attempts; i++) {
    try {
      return await measure();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      last = error;
    }
  }
  throw last;
}

/** Pixels of a screenshot, as a page sees them: how many colours, and where the first matching one is. */
export async function inspectPicture(page, png) {
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Map();
    for (let i = 0; i < pixels.length; i += 4) {
      const key = (pixels[i] << 16) | (pixels[i + 1] << 8) | pixels[i + 2];
      colours.set(key, (colours.get(key) ?? 0) + 1);
    }
    let greens = 0;
    let button = null;
    const run = { sumX: 0, sumY: 0, n: 0 };
    for (let y = 0; y < image.height; y++) {
      for (let x = 0; x < image.width; x++) {
        const i = (y * image.width + x) * 4;
        const green = pixels[i + 1] > pixels[i] + 40 && pixels[i + 1] > pixels[i + 2] + 30;
        if (!green) continue;
        greens++;
        if (y < 60 && x < 160) {
          run.sumX += x;
          run.sumY += y;
          run.n++;
        }
      }
    }
    if (run.n > 200) button = { x: run.sumX / run.n, y: run.sumY / run.n };
    const largest = Math.max(...colours.values()) / (pixels.length / 4);
    return { colours: colours.size, largest, greens, button };
  }, png.toString("base64"));
}

export function saveShot(name, png) {
  mkdirSync(kShots, { recursive: true });
  writeFileSync(join(kShots, `${name}.png`), png);
}
