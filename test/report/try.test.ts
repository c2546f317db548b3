import { writeFileSync } from "node:fs";
import { Chalk } from "chalk";
import { it } from "vitest";
import { renderCsv } from "../../src/report/csv.ts";
import { renderExplain } from "../../src/report/explain.ts";
import { renderJson } from "../../src/report/json.ts";
import { renderMarkdown } from "../../src/report/md.ts";
import { renderTable } from "../../src/report/table.ts";
import { renderWorkbook } from "../../src/report/xlsx/workbook.ts";
import { reportOf } from "./build.ts";

it("x", async () => {
  const r = reportOf([
    {
      id: "000001",
      name: "王小明",
      current: "first",
      deposits: "260000000",
      largest_deposit: "120000000",
      loans: "400000000",
      action: "promote",
      reasons: [{ zh: "达到高级客户经理", en: "meets senior" }],
    },
    {
      id: "000002",
      name: "=cmd|' /C calc'!A0",
      branch: "青山湖支行",
      current: "senior",
      deposits: "249999999.99",
      largest_deposit: "90000000",
      loans: "400000000",
      settlement: "1000000",
      settlement_cny: "6800000",
      npl: "0.015",
      action: "demote",
    },
    {
      id: "000003",
      name: "欧阳娜娜",
      branch: "青山湖支行",
      current: "trainee",
      deposits: "1234.5",
      settlement: "20000000",
      settlement_cny: "",
      npl: "0.03",
      action: "review",
    },
  ]);
  console.log([...renderJson(r, "zh")].join("").slice(0, 6000));
  console.log([...renderCsv(r, "zh", { bom: false })].join(""));
  console.log(renderTable(r, { lang: "zh", width: 100, chalk: new Chalk({ level: 0 }) }));
  console.log(renderTable(r, { lang: "en", width: 60, chalk: new Chalk({ level: 0 }) }));
  console.log(renderMarkdown(r, "zh"));
  console.log(renderExplain(r, r.people[1]!, { lang: "zh", chalk: new Chalk({ level: 0 }) }));
  console.log(renderExplain(r, r.people[2]!, { lang: "en", chalk: new Chalk({ level: 0 }) }));
  writeFileSync("/tmp/xl/a.xlsx", await renderWorkbook(r, "zh"));
  writeFileSync("/tmp/xl/b.xlsx", await renderWorkbook(r, "en"));
});
