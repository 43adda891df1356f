// Debian's Firefox for the browser tests, in a window on a screen of its own: it draws WebGL only where there is one.
//
// Playwright drives an unpatched Firefox by WebDriver BiDi when it is asked for as a "moz-" channel. What that does not
// offer, a test has to do by the page's own means: colour scheme and clipboard permissions among them.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Failure, findProgram, kRoot, sleep } from "./harness.mjs";

const { firefox } = createRequire(join(kRoot, "web", "package.json"))("playwright-core");
const kPreferences = {
  "ui.systemUsesDarkTheme": 1, // the pictures are dark by default, as Chromium's
  "browser.shell.checkDefaultBrowser": false, "datareporting.policy.dataSubmissionEnabled": false, "app.update.auto": false,
  "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false, "extensions.update.enabled": false,
  "app.normandy.enabled": false, "messaging-system.rsexperimentloader.enabled": false, "browser.newtabpage.enabled": false,
};

let screen = null;
let browser = null;

/** An X server with a screen in memory; gives its number. */
function openScreen() {
  const xvfb = findProgram(["Xvfb"], "XVFB_PATH");
  if (!xvfb) throw new Failure("there is no Xvfb, which Firefox draws on: install it (Debian: xvfb), or name it in XVFB_PATH");
  screen = spawn(xvfb, ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  process.once("exit", () => screen?.kill());
  return new Promise((resolve, reject) => {
    screen.stdio[3].once("data", (number) => resolve(String(number).trim()));
    screen.once("error", reject);
    screen.once("exit", (code) => reject(new Failure(`Xvfb ended with ${code}`)));
  });
}

/** The one Firefox of all tests, started when first wanted. */
export async function sharedFirefox() {
  if (browser?.isConnected()) return browser;
  await closeFirefox();
  const executablePath = findProgram(["firefox-esr", "firefox"], "FIREFOX_PATH");
  if (!executablePath) throw new Failure("there is no Firefox: install one (Debian: firefox-esr), or name it in FIREFOX_PATH");
  const env = { ...process.env, DISPLAY: `:${await openScreen()}`, LIBGL_ALWAYS_SOFTWARE: "1" };
  browser = await firefox.launch({ channel: "moz-firefox", executablePath, headless: false, firefoxUserPrefs: kPreferences, env });
  return browser;
}

export async function closeFirefox() {
  if (browser) await Promise.race([browser.close().catch(() => undefined), sleep(5000)]); // it may be what hangs
  screen?.removeAllListeners("exit");
  screen?.kill();
  browser = screen = null;
}
