// Bundles the program and its small dependencies into dist/bundle, in chunks that are loaded when a command needs them.
// Reading some 300 small modules takes longer than grading a small quarter; test/bench/run.js measures the start.
import { rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

// Made beside the old one and then put in its place: a program that is just starting finds all its chunks.
await rm(path("dist/bundle.new"), { recursive: true, force: true });
await build({
  entryPoints: {
    main: path("dist/cli/main.js"),
    // A thread begins from a file of its own, which it is started from beside the chunk that starts it.
    "sheetjs-worker": path("dist/workbook/xls/sheetjs-worker.js"),
  },
  // Every chunk lies in one folder, as deep below the package as the modules it is made from: they find rules/ by that.
  outdir: path("dist/bundle.new"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Writes workbooks only, is large, and reads files of its own.
  external: ["exceljs"],
  // CommonJS dependencies ask for Node's own modules by `require`.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
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
await rm(path("dist/bundle"), { recursive: true, force: true });
await rename(path("dist/bundle.new"), path("dist/bundle"));
