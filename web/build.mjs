// Builds the page: `node build.mjs --out DIR [--program DIR]`. The program is what Emscripten has made,
// interleave.js and interleave-single.js (made smaller on the way) with their wasm; without it everything else of the site.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import subsetFont from "subset-font";
import { readLessons } from "./lessons/parse.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const source = (name) => join(here, "src", name);

/**
 * The four that make a page cross-origin isolated, for hosts that read a `_headers` file; and leave for
 * any page to load embed.js as a module, which browsers do only with CORS.
 */
const kHeaders = `/*
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
  Cross-Origin-Resource-Policy: cross-origin
  Document-Isolation-Policy: isolate-and-require-corp
/embed.js
  Access-Control-Allow-Origin: *
`;

/** Package, file, name on the site, and the weights that are used. */
const kFonts = [
  ["@fontsource-variable/inter", "inter-latin-wght-normal.woff2", "inter.woff2", { min: 400, max: 700 }],
  ["@fontsource-variable/jetbrains-mono", "jetbrains-mono-latin-wght-normal.woff2", "mono.woff2", { min: 400, max: 600 }],
];
/** What the typefaces can show, beside Latin-1; for the rest there are the reader's own. */
const kSigns = "“”‘’„–—…•·×≥≤→←↑↓⌘−▶€";

export const lessonsPlugin = {
  name: "lessons",
  setup(b) {
    b.onResolve({ filter: /^virtual:lessons$/ }, () => ({ path: "lessons", namespace: "lessons" }));
    b.onLoad({ filter: /.*/, namespace: "lessons" }, () => ({
      contents: `export default ${JSON.stringify(readLessons())};`,
      loader: "js",
    }));
  },
};

async function bundle(out) {
  const common = { bundle: true, minify: true, target: ["es2022"], legalComments: "none", charset: "utf8", logLevel: "warning" };
  const result = await build({
    ...common,
    entryPoints: { page: source("main.ts"), embed: source("embed.ts") },
    outdir: out,
    format: "esm",
    plugins: [lessonsPlugin],
    metafile: true,
  });
  await build({ ...common, entryPoints: { sw: source("sw.ts") }, outdir: out, format: "iife" });
  await build({ ...common, entryPoints: { page: source("page.css") }, outdir: out, external: ["*.woff2"] });
  return result.metafile;
}

function writePages(out, boot) {
  const template = readFileSync(source("page.html"), "utf8");
  const hash = `sha256-${createHash("sha256").update(boot).digest("base64")}`;
  for (const page of ["index", "embed"]) {
    const target = page === "embed" ? ' target="_blank" rel="noopener"' : "";
    const html = template
      .replaceAll("{{page}}", page)
      .replace("{{boot-hash}}", hash)
      .replace("{{logo-target}}", target)
      .replace("{{boot}}", () => boot);
    writeFileSync(join(out, `${page}.html`), html);
  }
}

function letters() {
  let all = kSigns;
  for (let code = 0x20; code < 0x100; code++) if (code < 0x7f || code >= 0xa0) all += String.fromCharCode(code);
  return all;
}

/** Every visitor downloads them: only the letters and weights that are used. */
async function writeFonts(out) {
  for (const [name, file, as, wght] of kFonts) {
    const whole = readFileSync(join(here, "node_modules", name, "files", file));
    const part = await subsetFont(whole, letters(), { targetFormat: "woff2", variationAxes: { wght } });
    writeFileSync(join(out, as), part);
  }
}

/** The licences of what is inside the bundle, as their authors ask. */
function writeLicences(out, metafile) {
  const names = new Set(kFonts.map(([name]) => name));
  for (const input of Object.keys(metafile.inputs)) {
    const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) names.add(match[1]);
  }
  const parts = [...names].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((f) => /^licen[sc]e/i.test(f));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
  });
  writeFileSync(join(out, "licences.txt"), parts.join(`\n${"-".repeat(80)}\n\n`));
}

/** The two programs, of which a visitor gets one. Emscripten's own script is written to be read. Its workers load the same file again, so only its inside changes. */
async function addProgram(out, folder) {
  for (const name of ["interleave", "interleave-single"]) {
    const script = readFileSync(join(folder, `${name}.js`), "utf8");
    const { code } = await transform(script, { minify: true, format: "esm", target: "es2022", legalComments: "none" });
    writeFileSync(join(out, `${name}.js`), code);
    copyFileSync(join(folder, `${name}.wasm`), join(out, `${name}.wasm`));
  }
}

function argument(name) {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

async function main() {
  if (!argument("--out")) {
    console.error("usage: node build.mjs --out DIR [--program DIR]");
    process.exit(2);
  }
  const out = resolve(argument("--out"));
  const program = argument("--program");
  mkdirSync(out, { recursive: true });
  const metafile = await bundle(out);
  const boot = (await build({ entryPoints: [source("boot.js")], minify: true, write: false, target: "es2017" })).outputFiles[0].text.trim();
  writePages(out, boot);
  await writeFonts(out);
  copyFileSync(source("icon.svg"), join(out, "icon.svg"));
  writeFileSync(join(out, "_headers"), kHeaders);
  writeLicences(out, metafile);
  if (program) await addProgram(out, resolve(program));
  const files = ["index.html", "embed.html", "page.css", "page.js", "embed.js", "sw.js", "inter.woff2", "mono.woff2", "icon.svg"];
  if (program) files.push("interleave.js", "interleave.wasm");
  const sizes = files.map((file) => [file, gzipSync(readFileSync(join(out, file)), { level: 9 }).length]);
  for (const [file, size] of sizes) console.log(`  ${file.padEnd(14)} ${(size / 1024).toFixed(1).padStart(7)} KB gzipped`);
  console.log(`  ${"together".padEnd(14)} ${(sizes.reduce((sum, [, n]) => sum + n, 0) / 1024).toFixed(1).padStart(7)} KB gzipped`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
