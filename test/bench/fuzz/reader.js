// Reads cases FROM up to TO of a seed with the built program's reader: node reader.js SEED FROM TO. One line of JSON a case
// on standard output, after it; the parent watches the time between lines.
import { readTables } from "../../../dist/workbook/read.js";
import { fuzzCase } from "./cases.js";
import { specs, verdictOf } from "./verdict.js";

const [seed, from, to] = process.argv.slice(2).map(Number);
for (let number = from; number < to; number++) {
  const { name, bytes } = fuzzCase(seed, number);
  const started = performance.now();
  let outcome;
  try {
    outcome = { verdict: verdictOf(await readTables([{ name, bytes }], specs)) };
  } catch (error) {
    outcome = { failure: error?.stack ?? String(error) };
  }
  const ms = performance.now() - started;
  const mib = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(`${JSON.stringify({ number, name, ms, mib, ...outcome })}\n`);
}
