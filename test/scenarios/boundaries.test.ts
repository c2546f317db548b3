import { expect, it } from "vitest";
import { Folder, plain, type Sheets } from "./quarter.ts";

type Rows = NonNullable<Sheets["存款"]>;

/** One manager with 5 years, a degree, the exam, no violations and clean loans; figures in 元. */
interface Manager {
  readonly years?: string;
  /** Customer, this year's daily average, last year's (the same if left out), negotiated. */
  readonly deposits?: Rows;
  readonly loans?: Rows;
  readonly settlements?: Rows;
}

async function gradeOne({
  years = "5",
  deposits = [],
  loans = [],
  settlements = [],
}: Manager): Promise<[string | null, string]> {
  const header = (sheet: keyof Sheets, unit: string) =>
    (plain[sheet][0] ?? []).map((cell) => String(cell).replace(/万(美?元)/, `${unit}$1`));
  const folder = new Folder().quarter({
    客户经理: [plain.客户经理[0] ?? [], ["0001", "王一", "支行", "三级客户经理", years, "本科", "无", "合格", "0"]],
    存款: [
      header("存款", ""),
      ...deposits.map(([customer = "", now = "", before = now, negotiated = "否"]) => [
        "0001",
        customer,
        now,
        before,
        negotiated,
      ]),
    ],
    贷款: [header("贷款", ""), ...loans.map((row) => ["0001", ...row])],
    国际结算: [header("国际结算", ""), ...settlements.map((row) => ["0001", ...row])],
    资产质量: plain.资产质量.slice(0, 2),
  });
  const { out } = await folder.run("grade q -r bocom-nanchang -p 2026Q4 -f ndjson");
  const { qualified, action } = JSON.parse(out) as { qualified: string | null; action: string };
  return [qualified, action];
}

it.each<[string, Manager, string | null, string]>([
  [
    "0.1 + 0.2 yuan are 0.3: exactly 3800万",
    {
      deposits: [
        ["C1", "37999999.7"],
        ["C1", "0.1"],
        ["C1", "0.2"],
      ],
    },
    "third",
    "keep",
  ],
  [
    "a fen short of it",
    {
      deposits: [
        ["C1", "37999999.7"],
        ["C1", "0.1"],
        ["C1", "0.19"],
      ],
    },
    "fourth",
    "demote",
  ],
  [
    "a customer exactly at the floor of 100万 counts",
    {
      deposits: [
        ["C1", "74000000"],
        ["C2", "1000000"],
      ],
    },
    "second",
    "promote",
  ],
  [
    "a customer one fen below it does not",
    {
      deposits: [
        ["C1", "74000000"],
        ["C2", "999999.99"],
      ],
    },
    "third",
    "keep",
  ],
  [
    "a customer's own rows are added up first",
    {
      deposits: [
        ["C1", "74000000"],
        ["C2", "500000"],
        ["C2", "500000"],
      ],
    },
    "second",
    "promote",
  ],
  [
    "negotiated deposits carry a customer over the floor, and are not counted",
    {
      deposits: [
        ["C1", "74000000"],
        ["C2", "900000"],
        ["C2", "100000", "100000", "是"],
      ],
    },
    "third",
    "keep",
  ],
  [
    "a borrower exactly at the floor counts",
    { deposits: [["C1", "1000000"]], loans: [["C1", "180000000"]] },
    "second",
    "promote",
  ],
  [
    "a borrower whose deposits are a fen below it does not",
    { deposits: [["C1", "999999.99"]], loans: [["C1", "180000000"]] },
    "third",
    "keep",
  ],
  ["a borrower without deposits counts nowhere", { loans: [["C1", "350000000"]] }, null, "leave"],
  ["3 years are enough for 一级", { years: "3", deposits: [["C1", "150000000", "120000000"]] }, "first", "promote"],
  ["2.99 years are not", { years: "2.99", deposits: [["C1", "150000000", "120000000"]] }, "second", "promote"],
  [
    "settlement between the two readings of 四级 c is unknown",
    { deposits: [["C1", "14000000"]], settlements: [["C1", "2000000"]] },
    null,
    "review",
  ],
  [
    "settlement below both is a failure",
    { deposits: [["C1", "14000000"]], settlements: [["C1", "1000000"]] },
    null,
    "leave",
  ],
  ["a known miss needs no settlement at all", { deposits: [["C1", "14000000"]] }, null, "leave"],
])("%s", async (_, manager, qualified, action) => {
  expect(await gradeOne(manager)).toEqual([qualified, action]);
});
