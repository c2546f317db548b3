// The thread that reads large spreadsheets while the program loads the rulebook. Its task comes when it is known; a workbook
// that is named on the command line is opened until then.
const { join } = require("node:path");
const { parentPort, workerData } = require("node:worker_threads");
const { loadBundle } = require("./bundle.js");

const { openEarly, serve } = loadBundle(join(__dirname, "../dist/bundle/reader.cjs")).exports;
const early = openEarly(workerData?.early);
parentPort.once("message", (task) => serve(task, parentPort, early));
