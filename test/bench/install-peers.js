import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { path } from "./child.js";

/** Installs the readers that only the benchmarks need, in this folder; without a network the bench goes on without them. */
export function installPeers() {
  if (existsSync(path("node_modules/.package-lock.json"))) return;
  console.log("installing the peers in test/bench (once)\n");
  const command = process.platform === "win32" ? "npm.cmd" : "npm";
  // Not `npm ci`: it asks the lock for packages of other systems, which npm does not write down here.
  const { status } = spawnSync(command, ["install", "--silent", "--no-save"], {
    cwd: path("."),
    shell: process.platform === "win32",
  });
  if (status !== 0) console.log("they cannot be installed; what is missing is left out below\n");
}

/** Whether a package of the benchmarks is there. */
export function hasPeer(name) {
  return (
    existsSync(path(`node_modules/${name}/package.json`)) || existsSync(path(`../../node_modules/${name}/package.json`))
  );
}
