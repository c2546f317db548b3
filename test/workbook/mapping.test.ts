import { describe, expect, it } from "vitest";
import { targetOf, unknownTargets } from "../../src/workbook/mapping.ts";
import type { TableSpec } from "../../src/workbook/table-spec.ts";

const column = (name: string, header: string) => ({ name, headers: [header], kind: "money" as const, required: false });
const specs: readonly TableSpec[] = [
  {
    id: "deposits",
    sheets: ["存款", "deposits"],
    columns: [column("average", "本年日均"), column("last", "上年日均")],
  },
  { id: "loans", sheets: ["贷款", "loans"], columns: [column("average", "本年日均")] },
];

it.each([
  ["deposits", { input: "deposits", column: undefined }],
  ["deposits.average", { input: "deposits", column: "average" }],
  ["deposits.average.x", { input: "deposits", column: "average.x" }],
])("%s leads to %j", (name, target) => expect(targetOf(name)).toEqual(target));

describe("a name that leads nowhere", () => {
  const inputs = "deposits, loans";
  const columns = "deposits.average, deposits.last";
  it.each([
    ["明细", "deposits", undefined],
    ["日均", "loans.average", undefined],
    ["明细", "depositz", ["depositz", "deposits", inputs]],
    ["明细", "存款", ["存款", "deposits", inputs]],
    ["明细", "国际结算", ["国际结算", undefined, inputs]],
    ["日均", "depositz.average", ["depositz", "deposits", inputs]],
    ["日均", "deposits.averge", ["deposits.averge", "deposits.average", columns]],
    ["日均", "deposits.上年日均", ["deposits.上年日均", "deposits.last", columns]],
    ["日均", "deposits.average.x", ["deposits.average.x", "deposits.average", columns]],
    ["日均", "deposits.", ["deposits.", undefined, columns]],
  ])("%s=%s", (what, name, wrong) => {
    const at = { file: "dingji.yml", line: 4, column: 15 };
    const found = unknownTargets([{ what, name, at }], specs);
    if (!wrong) return expect(found).toEqual([]);
    const [unknown, near, choices] = wrong;
    const args = { mapping: `${what}=${name}`, name: unknown, choices: { en: choices } };
    expect(found).toMatchObject([{ code: "workbook/unknown-mapping", location: at, args }]);
    const zh = near === undefined ? "" : `，是不是“${near}”？`;
    expect(found[0]?.args.near).toMatchObject({ zh });
  });
});
