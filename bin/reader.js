// The thread that reads large spreadsheets while the program loads the rulebook.
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { loadBundle } from "./bundle.js";

const { serve } = loadBundle(fileURLToPath(new URL("../dist/bundle/reader.cjs", import.meta.url))).exports;
await serve(workerData, parentPort);
