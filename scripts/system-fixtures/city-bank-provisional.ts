import { byId, type FixtureCell, moved, nameOf, type SystemFixture } from "./fixture.ts";

const ladder = ["senior", "middle", "junior"] as const;
const words: Readonly<Record<string, string>> = { senior: "高级", middle: "中级", junior: "初级" };

/** Deposits in 万元; a mark left out was not sat. */
const people = [
  { id: "001", current: "senior", role: "在册员工", marketing: true, marks: [91, 88], deposits: 5200 },
  { id: "002", current: "middle", role: "在册员工", marketing: true, marks: [85, 85], deposits: 900 },
  { id: "003", current: "senior", role: "在册员工", marketing: true, marks: [90, 84], deposits: 3100 },
  { id: "004", current: "middle", role: "在册员工", marketing: true, marks: [74.5, 90], deposits: 2000 },
  { id: "005", current: "junior", role: "在册员工", marketing: true, marks: [75, 75], deposits: 280 },
  { id: "006", current: "junior", role: "在册员工", marketing: true, marks: [60, 66], deposits: 120 },
  { id: "007", current: "", role: "在册员工", marketing: true, marks: [58, 70], deposits: 300 },
  { id: "008", current: "", role: "在册员工", marketing: true, marks: [58, 70], deposits: 299.99 },
  { id: "009", current: "", role: "在册员工", marketing: false, marks: [40, 45], deposits: 800 },
  { id: "010", current: "", role: "在册员工", marketing: true, marks: [], deposits: 460 },
  { id: "011", current: "", role: "代办员", marketing: true, marks: [95, 95], deposits: 9000 },
  { id: "012", current: "", role: "代办员", marketing: true, marks: [], deposits: 0 },
  { id: "013", current: "", role: "在册员工", marketing: false, marks: [76, 81], deposits: 0 },
];
type Manager = (typeof people)[number];

/** Two customers each, one of whom holds a third. */
function deposits({ id, deposits: amount }: Manager): FixtureCell[][] {
  if (amount === 0) return [];
  const fen = Math.round(amount * 100);
  const third = Math.floor(fen / 3);
  return [
    [id, `K${id}1`, third / 100],
    [id, `K${id}2`, (fen - third) / 100],
  ];
}

function expected({ current, marketing, marks, deposits: amount }: Manager) {
  const [written, interview] = marks;
  const provisional = marketing && amount >= 300;
  const held = current === "" ? null : current;
  if (written === undefined || interview === undefined) {
    return { tier: provisional ? "junior" : null, provisional, action: "review", recommended: null };
  }
  const lowest = Math.min(written, interview);
  const [senior, middle, junior] = ladder;
  const tier = lowest >= 85 ? senior : lowest >= 75 ? middle : lowest >= 60 || provisional ? junior : null;
  return {
    tier,
    provisional: lowest < 60 && provisional,
    action: moved(ladder, held, tier, "review"),
    recommended: tier,
    values: { deposits: amount * 10000 },
  };
}

export const cityBankProvisional: SystemFixture = {
  id: "city-bank-provisional",
  files: [
    {
      name: "花名册.csv",
      encoding: "utf-8-bom",
      sheet: {
        name: "花名册",
        header: ["工号", "姓名", "支行", "现等级", "身份", "市场营销人员", "笔试", "面试"],
        rows: people.map(({ id, current, role, marketing, marks: [written, interview] }, index) => [
          ...[
            id,
            nameOf(index),
            "城东支行",
            words[current] ?? "无",
            role,
            marketing ? "Y" : "N",
            written ?? "-",
            interview ?? "-",
          ],
        ]),
      },
    },
    {
      name: "存款.csv",
      encoding: "gb18030",
      sheet: {
        name: "存款",
        above: [["2026 年存款日均表"], ["单位：万元"]],
        header: ["工号", "客户号", "全年日均"],
        rows: people.flatMap(deposits),
      },
    },
  ],
  runs: [
    {
      files: ["花名册.csv", "存款.csv"],
      period: "2026",
      people: byId(
        people.filter((one) => one.role !== "代办员"),
        expected,
      ),
      outside: people.filter((one) => one.role === "代办员").map((one) => one.id),
    },
  ],
};
