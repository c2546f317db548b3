import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

// A run is over in a second or two: V8 optimises what has run for a while, and by default so much of it that the other core
// has more to do with optimising than this one with the work. Code that was kept counts for the same flags only.
setFlagsFromString("--interrupt-budget=400000");

/**
 * Loads a bundle with the code that V8 made of it when it was built (scripts/bundle.js): parsing and compiling it takes
 * several times as long. V8 refuses code that another version of Node made, and compiles the bundle then.
 */
export function loadBundle(file) {
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
