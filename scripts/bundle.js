// Bundles the program and its small dependencies into one file, dist/bundle/main.cjs, and keeps beside it the code that V8
// makes of it. Reading some 300 small modules, and compiling them, takes longer than grading a small quarter;
// test/bench/run.js measures the start.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadBundle } from "../bin/bundle.js";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const made = path("dist/bundle.new/main.cjs");

// Made beside the old one and then put in its place: a program that is just starting finds a whole one.
await rm(path("dist/bundle.new"), { recursive: true, force: true });
await build({
  entryPoints: [path("dist/cli/main.js")],
  // As deep below the package as the modules it is made from: they find rules/ by that.
  outfile: made,
  bundle: true,
  // V8 keeps code for scripts, not for ES modules. Modules that are imported on demand still run on demand.
  format: "cjs",
  platform: "node",
  target: "node20",
  define: { "import.meta.url": "importMetaUrl" },
  // Large, and needed by few runs: exceljs writes workbooks only, echarts draws the page's pictures.
  external: ["exceljs", "echarts"],
  logLevel: "warning",
  plugins: [
    {
      // zod brings its messages in some forty languages, half a megabyte to load; dingji words its own.
      name: "one-locale",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /\/locales\/index\.js$/ }, () => ({ path: "locales", namespace: "none" }));
        onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "export {};", loader: "js" }));
      },
    },
  ],
});
// A thread begins from a file of its own, beside the bundle that starts it.
await build({
  entryPoints: [path("dist/workbook/xls/sheetjs-worker.js")],
  outdir: path("dist/bundle.new"),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["@e965/xlsx"],
  logLevel: "warning",
});
await writeFile(made, asciiOnly(await readFile(made, "utf8")));
await keepCode();
await rm(path("dist/bundle"), { recursive: true, force: true });
await rename(path("dist/bundle.new"), path("dist/bundle"));

/** What esbuild leaves in regular expressions, as escapes: text of one byte a character is read without decoding. */
function asciiOnly(text) {
  return text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Runs what nearly every run of the program runs, so that its functions are compiled, and keeps their code. */
async function keepCode() {
  const { exports, script } = loadBundle(made);
  const quarter = [path("fixtures/quarter-a/quarter.xlsx"), "-r", "bocom-nanchang", "-p", "2026Q4"];
  for (const format of ["json", "table"]) {
    const code = await exports.main(["node", "dingji", "grade", ...quarter, "-f", format], silence());
    if (code > 1) throw new Error(`dingji grade -f ${format}: exit ${code}`);
  }
  await writeFile(made.replace(/\.cjs$/, ".cache"), script.createCachedData());
}

function silence() {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const folder = path("dist/bundle.new");
  return { stdin: process.stdin, stdout: nowhere(), stderr: nowhere(), env: { LANG: "C" }, cwd: () => folder };
}
