// The thread that reads large spreadsheets while the program loads the rulebook. Its task comes when it is known.
const { join } = require("node:path");
const { parentPort } = require("node:worker_threads");
const { loadBundle } = require("./bundle.js");

const { serve } = loadBundle(join(__dirname, "../dist/bundle/reader.cjs")).exports;
parentPort.once("message", (task) => serve(task, parentPort));
