#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { loadBundle } from "./bundle.js";
import { readingThreads } from "./reading-thread.js";

const readers = readingThreads(process.argv.slice(2));
const { main } = loadBundle(fileURLToPath(new URL("../dist/bundle/main.cjs", import.meta.url))).exports;
process.exitCode = await main(process.argv, process, readers);
