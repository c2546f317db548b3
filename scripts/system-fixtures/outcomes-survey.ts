import { byId, day, type ExpectedPerson, moved, nameOf, type SystemFixture } from "./fixture.ts";

/** Deposits and recovered loans in 万元, products, quality; highest first. */
const lines: readonly (readonly [number, number, number, number])[] = [
  [50000, 1000, 400, 95],
  [30000, 800, 320, 92],
  [20000, 600, 250, 90],
  [12000, 400, 190, 85],
  [8000, 300, 140, 80],
  [5000, 200, 100, 75],
  [3000, 100, 60, 70],
  [1000, 50, 30, 60],
];
const ladder = lines.map((_, index) => `g${index + 1}`);
const numerals = ["一级", "二级", "三级", "四级", "五级", "六级", "七级", "八级"];

/** Two people about every grade: the first on its lines, the second short of one of them. */
const people = lines.flatMap(([deposits, recovered, products, quality], index) => [
  {
    id: `B${index + 1}1`,
    current: (index + 3) % 9,
    term: "2026-12-31",
    business: [deposits, recovered, 0] as const,
    marks: [quality, quality, quality] as const,
  },
  {
    id: `B${index + 1}2`,
    current: index,
    term: index % 4 === 3 ? "2027-06-30" : "2026-12-31",
    business: [deposits, recovered - 1, products - (index % 2)] as const,
    marks: [quality - 4, quality, quality + 2] as const,
  },
]);
type Manager = (typeof people)[number];

function expected({ current, term, business, marks: [knowledge, conduct, customers] }: Manager): ExpectedPerson {
  const tenths = knowledge * 4 + conduct * 3 + customers * 3;
  const place = lines.findIndex(([deposits, recovered, products, quality]) => {
    const met = [business[0] >= deposits, business[1] >= recovered, business[2] >= products];
    return met.filter(Boolean).length >= 2 && tenths >= quality * 10;
  });
  const tier = ladder[place] ?? null;
  const held = ladder[current] ?? null;
  const values = { quality: tenths / 10 };
  const standing = { fit: tenths >= 600 };
  if (held !== null && term > "2026-12-31") return { tier, action: "keep", recommended: held, values, standing };
  const none = tenths >= 600 ? "review" : "leave";
  return { tier, action: moved(ladder, held, tier, none), recommended: tier, values, standing };
}

export const outcomesSurvey: SystemFixture = {
  id: "outcomes-survey",
  files: [
    {
      name: "聘期考评.xlsx",
      sheets: [
        {
          name: "花名册",
          header: ["工号", "姓名", "机构", "现等级", "聘期届满日"],
          rows: people.map(({ id, current, term }, index) => [
            id,
            nameOf(index),
            "宣化支行",
            numerals[current] ?? "未定级",
            day(term),
          ]),
        },
        {
          name: "定量指标",
          header: ["工号", "吸收存款(万元)", "盘活不良贷款(万元)", "营销产品(件)"],
          rows: people.map(({ id, business }) => [id, ...business]),
        },
        {
          name: "定性指标",
          header: ["工号", "专业知识", "工作表现", "客户评价"],
          rows: people.map(({ id, marks }) => [id, ...marks]),
        },
      ],
    },
  ],
  runs: [{ files: ["聘期考评.xlsx"], period: "2026", people: byId(people, expected) }],
};
