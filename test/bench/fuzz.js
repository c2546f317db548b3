// Reads thousands of damaged and hostile files: never a crash, a hang over 10 s, or more than 600 MB; every refusal a
// diagnostic, no row lost. npm run build && node test/bench/fuzz.js [--count 10000] [--seed 1] [--from 0]
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
  },
});
const seed = Number(values.seed);
const first = Number(values.from);
const end = first + Number(values.count);
const most = { ms: 10_000, mib: 600 };
/** Cases of one process: a new one now and then, so that its memory is that of few. */
const batch = 250;
const reader = fileURLToPath(new URL("fuzz/reader.js", import.meta.url));

const verdicts = new Map();
const failures = [];
let [slowest, largest] = [{ ms: 0 }, { mib: 0 }];
let done = 0;

for (let at = first; at < end; ) at = await readBatch(at, Math.min(at + batch, end));

console.log(`${done} files, seed ${seed}`);
for (const [verdict, count] of [...verdicts].sort((a, b) => b[1] - a[1]))
  console.log(`  ${String(count).padStart(6)} ${verdict}`);
console.log(`slowest ${(slowest.ms / 1000).toFixed(2)} s (number ${slowest.number}, ${slowest.name})`);
console.log(`peak memory ${largest.mib.toFixed(0)} MiB (number ${largest.number}, ${largest.name})`);
console.log(failures.length === 0 ? "no failure" : `${failures.length} FAILURES`);
for (const { number, name, what } of failures) console.log(`  number ${number}, ${name ?? "?"}: ${what}`);
process.exitCode = failures.length === 0 ? 0 : 1;

/** Gives the number to go on with: behind a case that ended its process. */
function readBatch(from, to) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [reader, String(seed), String(from), String(to)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let next = from;
    let errors = "";
    let hung = false;
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    // Its start, and the making of the case, come on top.
    const watch = () => setTimeout(stop, most.ms + 5000);
    const stop = () => {
      hung = true;
      child.kill("SIGKILL");
    };
    let timer = watch();
    createInterface(child.stdout).on("line", (line) => {
      clearTimeout(timer);
      timer = watch();
      const one = JSON.parse(line);
      next = one.number + 1;
      note(one);
      if (one.mib > most.mib) child.kill("SIGKILL");
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const overMemory = failures.at(-1)?.number === next - 1;
      if (next < to && !overMemory) {
        failures.push({ number: next, what: hung ? "hangs" : `ends the process (${code}): ${errors.slice(-500)}` });
        next++;
      }
      resolve(Math.max(next, from + 1));
    });
  });
}

function note(one) {
  done++;
  const { number, name, ms, mib, verdict, failure } = one;
  if (ms > slowest.ms) slowest = one;
  if (mib > largest.mib) largest = one;
  for (const code of verdict ?? []) verdicts.set(code, (verdicts.get(code) ?? 0) + 1);
  if (failure) failures.push({ number, name, what: failure });
  if (ms > most.ms) failures.push({ number, name, what: `takes ${(ms / 1000).toFixed(1)} s` });
  if (mib > most.mib) failures.push({ number, name, what: `takes ${mib.toFixed(0)} MiB` });
}
