import { byId, type ExpectedPerson, nameOf, type SystemFixture } from "./fixture.ts";

const months = ["2026-10-31", "2026-11-30", "2026-12-31"] as const;
const items = ["存款", "贷款", "产品"] as const;
const weights = [40, 20, 20] as const;

/** `done`: completion in percent by item and month; no entry: no target. `satisfaction` in percent. */
const people = [
  {
    id: "Q01",
    satisfaction: 98,
    done: [
      [110, 105, 115],
      [100, 100, 100],
      [120, 110, 130],
    ],
    events: [],
  },
  {
    id: "Q02",
    satisfaction: 100,
    done: [
      [100, 100, 100],
      [100, 100, 100],
      [100, 100, 100],
    ],
    events: [],
  },
  {
    id: "Q03",
    satisfaction: 100,
    done: [
      [100, 100, 100],
      [100, 100, 100],
      [100, 100, 100],
    ],
    events: ["11-08 态度"],
  },
  {
    id: "Q04",
    satisfaction: 90,
    done: [
      [300, 250, 200],
      [40, 50, 60],
      [90, 80, 70],
    ],
    events: ["10-02 投诉", "12-30 投诉"],
  },
  {
    id: "Q05",
    satisfaction: 80,
    done: [
      [80, 80, 80],
      [80, 80, 80],
      [80, 80, 80],
    ],
    events: [],
  },
  { id: "Q06", satisfaction: 85, done: [[70, 75, 80], [], [95, 90, 85]], events: ["09-30 违规"] },
  {
    id: "Q07",
    satisfaction: 99,
    done: [
      [130, 125, 140],
      [120, 120, 120],
      [120, 125, 130],
    ],
    events: ["11-11 违规"],
  },
  { id: "Q08", satisfaction: 88, done: [[105, 95, 100], [90, 95, 100], []], events: Array(15).fill("10-20 投诉") },
  {
    id: "Q09",
    satisfaction: undefined,
    done: [
      [90, 90, 90],
      [90, 90, 90],
      [90, 90, 90],
    ],
    events: [],
  },
  {
    id: "Q10",
    satisfaction: 60,
    done: [
      [50, 45, 40],
      [70, 60, 50],
      [30, 20, 10],
    ],
    events: ["12-01 服务差错", "12-02 态度"],
  },
] as const;
type Manager = (typeof people)[number];

const points: Readonly<Record<string, number>> = { 态度: 1, 服务差错: 1, 投诉: 2 };

/** In hundredths: a weight of 40 for 105 % is 4200. Every month has the same target, so the quarter's rate is the mean. */
function expected({ satisfaction, done, events }: Manager, from: number): ExpectedPerson {
  const span = 3 - from;
  const inPeriod = (event: string): boolean => event >= (from === 0 ? "10" : "12") && event < "13";
  const own = (events as readonly string[]).filter(inPeriod).map((event) => event.slice(6));
  const isVetoed = own.includes("违规");
  const rates = done.map((rates: readonly number[]) => {
    const sum = rates.slice(from).reduce((total, rate) => total + rate, 0);
    return rates.length === 0 ? 100 : Math.min(sum / span, 120);
  });
  const deducted = Math.min(
    20,
    own.reduce((total, kind) => total + (points[kind] ?? 0), 0),
  );
  const earned = rates.reduce((total, rate, index) => total + rate * (weights[index] ?? 0), 0);
  if (isVetoed) return { tier: "missed", values: { total: 0 }, benefits: { reward: 0, training: 16 } };
  if (satisfaction === undefined)
    return { tier: null, values: { total: null }, benefits: { reward: null, training: null } };
  const total = (earned + satisfaction * 20) / 100 - deducted;
  const tier = total >= 100 ? "excellent" : total >= 80 ? "met" : "missed";
  const reward = { excellent: 2000, met: 1000, missed: 0 }[tier];
  return { tier, values: { total }, benefits: { reward, training: tier === "missed" ? 16 : 0 } };
}

export const periodicScore: SystemFixture = {
  id: "periodic-score",
  files: [
    {
      name: "花名册.csv",
      encoding: "utf-8",
      sheet: {
        name: "花名册",
        header: ["工号", "姓名", "机构", "客户满意度"],
        rows: people.map(({ id, satisfaction }, index) => [
          id,
          nameOf(index),
          "开发区支行",
          satisfaction === undefined ? "" : `${satisfaction}%`,
        ]),
      },
    },
    {
      name: "任务完成.csv",
      encoding: "gb18030",
      sheet: {
        name: "任务完成",
        header: ["工号", "月份", "指标", "任务", "完成"],
        rows: people.flatMap(({ id, done }) =>
          items.flatMap((item, index) =>
            (done[index] ?? []).map((rate, month) => [id, months[month], item, 200, rate * 2]),
          ),
        ),
      },
    },
    {
      name: "不定期考核.csv",
      encoding: "utf-8-bom",
      sheet: {
        name: "不定期考核",
        header: ["工号", "日期", "类别", "备注"],
        rows: people.flatMap(({ id, events }) =>
          (events as readonly string[]).map((event, index) => {
            return [id, `2026/${event.slice(0, 2)}/${event.slice(3, 5)}`, event.slice(6), `第${index + 1}项`];
          }),
        ),
      },
    },
  ],
  runs: [
    { period: "2026Q4", from: 0 },
    { period: "2026-12", from: 2 },
  ].map(({ period, from }) => ({
    files: ["花名册.csv", "任务完成.csv", "不定期考核.csv"],
    period,
    people: byId(people, (one) => expected(one, from)),
  })),
};
