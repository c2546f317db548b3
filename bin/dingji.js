#!/usr/bin/env node
// The files of this folder are CommonJS: what loads ES modules takes longer to start than all that is in them.
const { join } = require("node:path");
const { loadBundle } = require("./bundle.js");
const { readingThreads } = require("./reading-thread.js");

const readers = readingThreads(process.argv.slice(2));
const { main } = loadBundle(join(__dirname, "../dist/bundle/main.cjs")).exports;
main(process.argv, process, readers).then((code) => {
  process.exitCode = code;
});
