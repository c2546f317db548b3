// The page's own program and style, which every page carries: from src/report/html/client and style into dist/page, where
// src/cli/page-assets.ts finds them.
import { rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (relative) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

await rm(path("dist/page.new"), { recursive: true, force: true });
await build({
  entryPoints: { client: path("src/report/html/client/main.ts"), style: path("src/report/html/style/page.css") },
  outdir: path("dist/page.new"),
  bundle: true,
  minify: true,
  // The page is UTF-8, and Chinese stays readable in its source.
  charset: "utf8",
  format: "iife",
  // Banks' browsers are not the newest.
  target: ["es2022", "chrome100", "firefox100", "safari15.4"],
  legalComments: "none",
  logLevel: "warning",
});
await rm(path("dist/page"), { recursive: true, force: true });
await rename(path("dist/page.new"), path("dist/page"));
