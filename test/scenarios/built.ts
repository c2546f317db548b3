import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The program as it is installed. */
export const bin = join(root, "bin/dingji.js");

/** Builds the program for tests that run it as a process; `npm test` has done so already, a single test may not have. */
export function build(): void {
  const built = statSync(join(root, "dist/bundle/main.cjs"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const newest = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => statSync(join(root, "src", file)).mtimeMs)
    .reduce((a, b) => Math.max(a, b), 0);
  if (newest > built) execFileSync("npm", ["run", "-s", "build"], { cwd: root, stdio: "inherit" });
}

/** Runs a line of shell with `dingji` on its path. */
export function shell(line: string, cwd: string): { code: number | null; out: string; err: string } {
  const script = `dingji() { '${process.execPath}' '${bin}' "$@"; }; ${line}`;
  const env = { ...process.env, LC_ALL: "C.UTF-8", NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd, env, maxBuffer: 2 ** 28 });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
}
