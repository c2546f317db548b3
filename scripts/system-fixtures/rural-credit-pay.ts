import { byId, type FixtureCell, moved, type SystemFixture } from "./fixture.ts";

const ladder = ["first", "second", "third"];
const lines: readonly (readonly [string, number, number])[] = [
  ["first", 5000, 10000],
  ["second", 2000, 4000],
  ["third", 500, 1000],
];
const coefficients: Readonly<Record<string, number>> = { first: 2, second: 1.5, third: 1 };
const backoffice = 60000;

/** Balances in 万元, pay in 元. */
const people = [
  { id: "R01", name: "赵大勇", current: "first", licensed: true, pay: 268000, originated: 6200, managed: 3000 },
  { id: "R02", name: "钱桂芳", current: "second", licensed: true, pay: 190000, originated: 5000, managed: 0 },
  { id: "R03", name: "孙立军", current: "second", licensed: true, pay: 150000, originated: 1999.99, managed: 4000 },
  { id: "R04", name: "李春梅", current: "third", licensed: true, pay: 126000, originated: 1800, managed: 3999 },
  { id: "R05", name: "周海涛", current: "third", licensed: true, pay: 98000, originated: 2000, managed: 900 },
  { id: "R06", name: "吴小燕", current: "first", licensed: true, pay: 88000, originated: 420, managed: 1000 },
  { id: "R07", name: "郑国强", current: "third", licensed: true, pay: 48000, originated: 300, managed: 650 },
  { id: "R08", name: "王秀兰", current: "third", licensed: true, pay: 47999, originated: 510, managed: 0 },
  { id: "R09", name: "冯志远", current: "", licensed: true, pay: 90000, originated: 700, managed: 12000 },
  { id: "R10", name: "陈玉环", current: "", licensed: false, pay: 36000, originated: 3000, managed: 0 },
];
type Manager = (typeof people)[number];

const words: Readonly<Record<string, string>> = { first: "一级", second: "二级", third: "三级" };
const total = people.reduce((sum, one) => sum + one.pay, 0);

/** Three loans originated and two managed, adding up to the balances; in fen, so that nothing is lost. */
function loans({ id, originated, managed }: Manager): FixtureCell[][] {
  const split = (amount: number, parts: number, duty: string): FixtureCell[][] => {
    const fen = Math.round(amount * 1_000_000);
    const each = Math.floor(fen / parts);
    return Array.from({ length: amount === 0 ? 0 : parts }, (_, index) => {
      const own = index === 0 ? fen - each * (parts - 1) : each;
      return [id, `${id}-${duty === "发放" ? "F" : "G"}${index + 1}`, duty, own / 1_000_000];
    });
  };
  return [...split(originated, 3, "发放"), ...split(managed, 2, "管理")];
}

export const ruralCreditPay: SystemFixture = {
  id: "rural-credit-pay",
  files: [
    {
      name: "客户经理.csv",
      encoding: "gb18030",
      sheet: {
        name: "客户经理",
        header: ["工号", "姓名", "信用社", "现等级", "上岗资格", "全年收入(元)"],
        rows: people.map((one) => [
          ...[one.id, one.name, "城关信用社", words[one.current] ?? "无", one.licensed ? "有" : "无", one.pay],
        ]),
      },
    },
    {
      name: "贷款.xlsx",
      sheets: [
        {
          name: "贷款",
          above: [["单位：万元"]],
          header: ["工号", "贷款号", "责任", "余额"],
          rows: people.flatMap(loans),
        },
        { name: "内勤收入", header: ["内勤人均收入(元)"], rows: [[backoffice]] },
      ],
    },
  ],
  runs: [
    {
      files: ["客户经理.csv", "贷款.xlsx"],
      period: "2026Q4",
      people: byId(people, ({ current, licensed, pay, originated, managed }) => {
        const met = lines.find(([, a, b]) => licensed && (originated >= a || managed >= b));
        const tier = met?.[0] ?? null;
        const bonus = tier === null ? null : 10000 * (coefficients[tier] ?? 0);
        return {
          tier,
          action: moved(ladder, current === "" ? null : current, tier, "review"),
          recommended: tier,
          standing: { pay_floor: !licensed || pay * 10 >= 8 * backoffice },
          benefits: {
            base: 2000,
            bonus: bonus === null ? null : bonus * 0.7,
            bonus_deferred: bonus === null ? null : bonus * 0.3,
          },
        };
      }),
      team: {
        mean_pay: { value: total / people.length / backoffice, met: total >= 2 * people.length * backoffice },
      },
    },
  ],
};
