// Bundles the program and its small dependencies into one file, dist/bundle/main.cjs, and the thread that reads large files
// into another, reader.cjs; beside each the code that V8 makes of it is kept. Reading some 300 small modules, and compiling
// them, takes longer than grading a small quarter; test/bench/run.js measures the start.
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { loadBundle } from "../bin/bundle.js";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));
const quarter = path("fixtures/quarter-a/quarter.xlsx");
// Made beside the old ones and then put in their place: a program that is just starting finds whole ones.
// As deep below the package as the modules they are made from: they find rules/ by that.
const made = (name) => path(`dist/bundle.new/${name}.cjs`);

await rm(path("dist/bundle.new"), { recursive: true, force: true });
await bundle("main", "dist/cli/main.js");
await bundle("reader", "dist/workbook/ahead/serve.js");
// A thread begins from a file of its own, beside the bundle that starts it; few runs meet an old .xls.
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
await keepCode("main", grade);
await keepCode("reader", read);
await rm(path("dist/bundle"), { recursive: true, force: true });
await rename(path("dist/bundle.new"), path("dist/bundle"));

async function bundle(name, entry) {
  await build({
    entryPoints: [path(entry)],
    outfile: made(name),
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
        // commander starts other programs for subcommands of their own; dingji has none, and loading what it takes takes
        // longer than reading the arguments.
        name: "no-subprograms",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
            /[\\/]commander[\\/]/.test(importer) ? { path: "none", namespace: "subprograms" } : undefined,
          );
          onLoad({ filter: /.*/, namespace: "subprograms" }, () => ({ contents: "module.exports = {};" }));
        },
      },
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
  await writeFile(made(name), asciiOnly(await readFile(made(name), "utf8")));
}

/** What esbuild leaves in regular expressions, as escapes: text of one byte a character is read without decoding. */
function asciiOnly(text) {
  return text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Runs what nearly every run of a bundle runs, so that its functions are compiled, and keeps their code. */
async function keepCode(name, run) {
  const { exports, script } = loadBundle(made(name));
  await run(exports);
  await writeFile(made(name).replace(/\.cjs$/, ".cache"), script.createCachedData());
}

async function grade({ main }) {
  for (const format of ["json", "table"]) {
    const args = ["grade", quarter, "-r", "bocom-nanchang", "-p", "2026Q4", "-f", format];
    const code = await main(["node", "dingji", ...args], silence());
    if (code > 1) throw new Error(`dingji ${args.join(" ")}: exit ${code}`);
  }
}

function silence() {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  const folder = path("dist/bundle.new");
  return { stdin: process.stdin, stdout: nowhere(), stderr: nowhere(), env: { LANG: "C" }, cwd: () => folder };
}

async function read({ serve }) {
  const task = { files: [{ file: quarter, path: quarter }], csv: {}, hidden: false, taken: new SharedArrayBuffer(4) };
  await serve(task, { postMessage() {} });
}
