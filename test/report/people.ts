import { diagnose } from "../../src/diagnostic/diagnostic.ts";
import type { Someone } from "./build.ts";

/** The people of the golden files: promoted, a fen short, in review for want of data, and with a name that is a formula. */
export const people: readonly Someone[] = [
  {
    id: "000001",
    name: "王小明",
    current: "first",
    deposits: "260000000",
    largest_deposit: "120000000",
    loans: "400000000",
    action: "promote",
    reasons: [{ zh: "达到高级客户经理标准", en: "meets Senior" }],
  },
  {
    id: "000002",
    name: "=1+1",
    branch: "青山湖支行",
    current: "senior",
    years: "2.99",
    deposits: "249999999.99",
    largest_deposit: "90000000",
    loans: "400000000",
    settlement: "1000000",
    settlement_cny: "6800000",
    npl: "0.015",
    action: "demote",
    reasons: [{ zh: "未达到现等级高级客户经理标准", en: "misses the present Senior" }],
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
    problems: [
      diagnose(
        "facts/duplicate-person",
        { file: "quarter.xlsx", sheet: "客户经理", cell: "A4" },
        { id: "000003", label: "客户经理" },
      ),
    ],
  },
];
