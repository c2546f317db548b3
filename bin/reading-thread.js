const { statSync } = require("node:fs");
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");

const script = join(__dirname, "reader.js");
/** A file of this many bytes is worth a thread whatever stands beside it; ReadAhead knows what is worth one in the end. */
const large = 2 ** 20;

/**
 * Gives threads that read spreadsheets when they are told which. Starting one takes as long as loading the program, so where
 * an argument is a large file the first is started at once, beside the program; it ends with the process if nobody asks for it.
 */
function readingThreads(args) {
  const early = args.find(isLarge);
  let started = early === undefined ? undefined : start(early);
  return () => {
    const thread = started ?? start();
    started = undefined;
    return thread;
  };
}

/** @param early a file that the thread will most likely be told to read */
function start(early) {
  // Options of this process (a profiler's, a preloaded module's) are not the thread's.
  const thread = new Worker(script, { execArgv: [], workerData: { early } });
  thread.unref();
  return thread;
}

function isLarge(arg) {
  const found = statSync(arg, { throwIfNoEntry: false });
  return found?.isFile() === true && found.size >= large;
}

exports.readingThreads = readingThreads;
