import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run of the tests one folder for all that they write, and takes it away at the end: some hundreds of quarters. */
export default function setup(): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "dingji-tests-")));
  process.env["TMPDIR"] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
