import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const peak = new URL("peak.js", import.meta.url).href;

/**
 * Runs node with arguments in a process of its own. Answers wall-clock and processor time in milliseconds, and peak memory in
 * MiB.
 */
export function measure(args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ["--import", peak, ...args], { stdio: ["ignore", "ignore", "pipe", "pipe"] });
    let [errors, memory] = ["", ""];
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdio[3].on("data", (chunk) => {
      memory += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const ms = performance.now() - started;
      const [kib, cpu] = memory.split(" ").map(Number);
      if (code > 1) reject(new Error(`${args.join(" ")}: exit ${code}\n${errors}`));
      else resolve({ ms, cpu, mib: kib / 1024 });
    });
  });
}

/**
 * Runs several things in turn, each so many times, so that a slow moment of the machine hits all.
 *
 * @param pick the one of the times that is told: the median, or `least`
 */
export async function compare(things, times, pick = median) {
  const runs = things.map(() => []);
  for (let round = 0; round < times; round++) {
    for (const [index, args] of things.entries()) runs[index].push(await measure(args));
  }
  return runs.map((list) => ({
    ms: pick(list.map(({ ms }) => ms)),
    cpu: pick(list.map(({ cpu }) => cpu)),
    mib: Math.max(...list.map(({ mib }) => mib)),
  }));
}

export function path(relative) {
  return fileURLToPath(new URL(relative, import.meta.url));
}

/** What a machine with nothing else to do would take, as near as can be. */
export function least(list) {
  return Math.min(...list);
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
