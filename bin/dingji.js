#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { loadBundle } from "./bundle.js";

const { main } = loadBundle(fileURLToPath(new URL("../dist/bundle/main.cjs", import.meta.url))).exports;
process.exitCode = await main(process.argv, process, new URL("./reader.js", import.meta.url));
