const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { pathToFileURL } = require("node:url");
const { setFlagsFromString } = require("node:v8");
const { Script } = require("node:vm");

// A run is over in a second or two: V8 optimises what has run for a while, and by default so much of it, with so much inlined,
// that the other core has more to do with optimising than this one with the work. Code that was kept counts for the same
// flags only.
setFlagsFromString("--interrupt-budget=250000");
setFlagsFromString("--max-inlined-bytecode-size-cumulative=250");

/**
 * Loads a bundle with the code that V8 made of it when it was built (scripts/bundle.js): parsing and compiling it takes
 * several times as long. V8 refuses code that another version of Node made, and compiles the bundle then.
 */
function loadBundle(file) {
  const source = readFileSync(file, "latin1");
  const wrapped = `(function (exports, require, module, importMetaUrl) {${source}\n})`;
  const script = new Script(wrapped, { filename: file, cachedData: codeOf(file) });
  const { href } = pathToFileURL(file);
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(href), module, href);
  return { exports: module.exports, script };
}

function codeOf(file) {
  try {
    return readFileSync(file.replace(/\.cjs$/, ".cache"));
  } catch {
    return undefined;
  }
}

exports.loadBundle = loadBundle;
