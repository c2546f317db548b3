import { compare, path } from "./child.js";
import { makeQuarter, size } from "./quarter.js";
import { bound, limit, table } from "./table.js";

/** Grading from the file to JSON, against reading the deposits alone. */
export async function grade() {
  for (const sharedStrings of [true, false]) await gradeOne(sharedStrings);
}

async function gradeOne(sharedStrings) {
  const { managers, deposits } = size;
  const file = path(`.cache/quarter-${managers}-${deposits}-${sharedStrings ? "shared" : "inline"}.xlsx`);
  await makeQuarter(file, { ...size, sharedStrings });
  const run = ["grade", file, "-r", "bocom-nanchang", "-p", "2026Q4", "-f", "json", "-q"];
  const [floor, exceljs, dingji] = await compare(
    [
      [path("peers/unzip-scan.js"), file, "xl/worksheets/sheet1.xml"],
      [path("peers/exceljs-stream.js"), file, "存款"],
      [path("../../bin/dingji.js"), ...run],
    ],
    5,
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
