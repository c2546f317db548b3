// Time and memory beside peers, in the same run: npm run bench
import { availableParallelism } from "node:os";
import { compare, path } from "./child.js";
import { makeQuarter, size } from "./quarter.js";
import { workbook } from "./workbook.js";

const program = path("../../bin/dingji.js");

console.log(`node ${process.version}, ${availableParallelism()} cores; medians, peak memory of any run\n`);
await start();
for (const sharedStrings of [true, false]) await grade(sharedStrings);
await workbook(program);

async function start() {
  const [node, dingji] = await compare(
    [
      ["-e", "0"],
      [program, "--version"],
    ],
    15,
  );
  table("Start", [
    ["node -e 0", node, ""],
    ["dingji --version", dingji, bound(dingji.ms, 3, node.ms)],
  ]);
}

/** Grading from the file to JSON, against reading the deposits alone. */
async function grade(sharedStrings) {
  const { managers, deposits } = size;
  const file = path(`.cache/quarter-${managers}-${deposits}-${sharedStrings ? "shared" : "inline"}.xlsx`);
  await makeQuarter(file, { ...size, sharedStrings });
  const run = ["grade", file, "-r", "bocom-nanchang", "-p", "2026Q4", "-f", "json", "-q"];
  const [floor, exceljs, dingji] = await compare(
    [
      [path("peers/unzip-scan.js"), file, "xl/worksheets/sheet1.xml"],
      [path("peers/exceljs-stream.js"), file, "存款"],
      [program, ...run],
    ],
    3,
  );
  const strings = sharedStrings ? "shared strings, as Excel writes them" : "texts in the cells";
  table(`${deposits} deposit rows, ${managers} managers, xlsx with ${strings}`, [
    ["deposits alone: unzip and scan", floor, ""],
    ["deposits alone: exceljs stream reader", exceljs, ""],
    [
      "dingji grade -f json, all five sheets",
      dingji,
      `${bound(dingji.ms, 4, floor.ms)}; ${bound(dingji.ms, 1, exceljs.ms)}; ${limit(dingji.mib, 300)}`,
    ],
  ]);
}

function bound(ms, most, peer) {
  const ratio = ms / peer;
  return `${ratio.toFixed(2)} × (at most ${most}: ${ratio <= most ? "kept" : "NOT KEPT"})`;
}

function limit(mib, most) {
  return `at most ${most} MiB: ${mib <= most ? "kept" : "NOT KEPT"}`;
}

function table(title, rows) {
  console.log(title);
  for (const [name, { ms, mib }, note] of rows) {
    console.log(`  ${name.padEnd(40)} ${ms.toFixed(0).padStart(7)} ms ${mib.toFixed(0).padStart(6)} MiB  ${note}`);
  }
  console.log();
}
