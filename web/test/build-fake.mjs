// Puts the stand-in for the machine into a folder, as interleave.js: `node test/build-fake.mjs DIR`.
import { writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
await build({
  entryPoints: [join(here, "fake-module.ts")],
  outfile: join(resolve(process.argv[2]), "interleave.js"),
  bundle: true,
  format: "esm",
});
writeFileSync(join(resolve(process.argv[2]), "interleave.wasm"), ""); // the page asks for it early
