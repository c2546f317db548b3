import { expect, it } from "vitest";
import { message } from "../../src/diagnostic/diagnostic.ts";
import { columnWords, inputList, inputWords, type TableSpec } from "../../src/workbook/table-spec.ts";
import { readTexts } from "./reading.ts";

const loans: TableSpec = {
  id: "loans",
  label: { zh: "贷款", en: "Loans" },
  sheets: ["贷款", "loans"],
  columns: [
    { name: "manager", label: { zh: "工号", en: "Staff no." }, headers: ["工号"], kind: "id", required: true },
    { name: "customer", label: { zh: "客户号", en: "Customer no." }, headers: ["客户号"], kind: "id", required: false },
  ],
};

it("calls inputs and columns what people do, with the rulebook's name behind", () => {
  expect(inputWords(loans)).toEqual({ zh: "贷款（loans）", en: "Loans (loans)" });
  expect(loans.columns.map(columnWords)[1]).toEqual({ zh: "“客户号”（customer）", en: '"Customer no." (customer)' });
  const { label: _, ...unnamed } = loans;
  expect(inputList([unnamed, loans])).toEqual({ zh: "loans、贷款（loans）", en: "loans, Loans (loans)" });
});

it.each([
  ["贷款.csv", "工号,金额\n1,2\n", "贷款（loans）没有“客户号”（customer）列；表头可以是 客户号"],
  ["贷款.csv", "客户号,金额\n1,2\n", "贷款（loans）缺少关键列“工号”（manager），这张表没法用；表头可以是 工号"],
  ["x.csv", "甲,乙\n1,2\n", "没有找到贷款（loans）：工作表或文件可以叫 贷款、loans"],
])("says so in messages: %s", async (file, text, words) => {
  const { diagnostics } = await readTexts({ [file]: text }, [loans]);
  expect(diagnostics.map((one) => message(one, "zh"))).toContain(words);
});
