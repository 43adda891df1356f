// Runs programs in Chromium for the benchmarks: one JSON request per line of stdin, one JSON answer per line of stdout.
//
//   { open: NAME, url }                  a tab: the site (window.interleave) or a page of bench/peers; { version }
//   { open: NAME, folder }               a tab of the site from a host without its headers: no threads there
//   { run: [{ tab: NAME, code, scenario? }, …] }   at the same time, one answer each: { stdout, error, ms, result }
//
// Every tab has a process of its own. Ends when stdin does.
import { createInterface } from "node:readline";
import { launch, plainServer } from "../tests/browser/harness.mjs";

const tabs = new Map();
const servers = [];
const browser = await launch();

/** The site's tab is as small as it gets, with the canvas away: drawing in software would take a core. */
async function open(name, url, threads = true) {
  const context = await browser.newContext({ viewport: { width: 320, height: 200 } });
  const page = await context.newPage();
  await page.goto(url);
  const version = await page.evaluate(() => window.ready ?? window.interleave.ready);
  if (await page.evaluate(() => "interleave" in window)) {
    if (threads !== (await page.evaluate(() => crossOriginIsolated && window.interleave.threads))) throw new Error(`${url}: threads?`);
    await page.addStyleTag({ content: "canvas { display: none !important; }" });
  }
  tabs.set(name, page);
  return { version: version ?? `Interleave in Chromium ${browser.version()}` };
}

/** Address of the embed page on a host that knows nothing of us, and has no service worker either. */
async function plain(folder) {
  const server = await plainServer({ folder, without: ["/sw.js"] });
  servers.push(server);
  return `http://127.0.0.1:${server.port}/embed.html?view=code`;
}

function runIn(page, code, scenario) {
  return page.evaluate(async ([code, scenario]) => {
    const began = performance.now();
    if (window.runProgram) return { ...(await window.runProgram(code)), ms: performance.now() - began };
    window.interleave.load({ code, ...scenario });
    const result = await window.interleave.run();
    const error = result.status === "finished" ? "" : result.stderr || result.message || result.status;
    return { stdout: result.stdout, error, ms: performance.now() - began, result };
  }, [code, scenario ?? {}]);
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  let answer;
  try {
    if (request.folder) answer = await open(request.open, await plain(request.folder), false);
    else if (request.open) answer = await open(request.open, request.url);
    else answer = await Promise.all(request.run.map(({ tab, code, scenario }) => runIn(tabs.get(tab), code, scenario)));
  } catch (problem) {
    answer = { failed: String(problem.stack ?? problem) };
  }
  console.log(JSON.stringify(answer));
}
await browser.close();
for (const server of servers) await server.close();
