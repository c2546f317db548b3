import { rmSync } from "node:fs";
import { compare, path } from "./child.js";
import { makeQuarter } from "./quarter.js";

const program = path("../../bin/dingji.js");

/** What a report of 10,000 people may take. */
const most = { ms: 20_000, mib: 600e6 / 2 ** 20 };

/** Grading 10,000 people into the whole workbook, with the largest shipped rulebook. */
export async function workbook() {
  const file = path(".cache/quarter-10000-100000-shared.xlsx");
  const out = path(".cache/workbook.xlsx");
  await makeQuarter(file, { managers: 10_000, deposits: 100_000, sharedStrings: true });
  const run = ["grade", file, "-r", "bocom-nanchang", "-p", "2026Q4", "-o", out, "--force", "-q"];
  const [whole] = await compare([[program, ...run]], 1);
  rmSync(out, { force: true });
  const kept = whole.ms <= most.ms && whole.mib <= most.mib ? "kept" : "NOT KEPT";
  console.log("10,000 people to a workbook");
  console.log(
    `  dingji grade -o q.xlsx ${whole.ms.toFixed(0)} ms  cpu ${whole.cpu.toFixed(0)}  ${whole.mib.toFixed(0)} MiB  at most ${most.ms} ms, ${most.mib.toFixed(0)} MiB (600 MB): ${kept}\n`,
  );
}
