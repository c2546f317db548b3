// The thread that reads large spreadsheets while the program loads the rulebook. Its task comes when it is known.
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parentPort } from "node:worker_threads";
import { loadBundle } from "./bundle.js";

const { serve } = loadBundle(fileURLToPath(new URL("../dist/bundle/reader.cjs", import.meta.url))).exports;
const [task] = await once(parentPort, "message");
await serve(task, parentPort);
