import { byId, day, type ExpectedPerson, type FixtureCell, moved, nameOf, type SystemFixture } from "./fixture.ts";

interface Manager {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly current: string;
  readonly currentLevel: string;
  readonly education: string;
  readonly years: number;
  readonly contract: boolean;
  readonly rural: boolean;
  /** Completion of the year in whole percent. */
  readonly completion: number;
  readonly skill: number;
  readonly examined: string;
  readonly ability: number;
  /** Customers, manufacturers, own, marketing department. */
  readonly marks: readonly [number, number, number, number];
}

const manager = (
  id: string,
  name: string,
  county: string,
  [current, currentLevel, education, years]: readonly [string, string, string, number],
  [contract, rural]: readonly [boolean, boolean],
  [completion, skill, examined, ability]: readonly [number, number, string, number],
  marks: Manager["marks"],
): Manager => ({
  ...{ id, name, county, current, currentLevel, education, years, contract, rural },
  ...{ completion, skill, examined, ability, marks },
});

const autumn = "2026-11-18";
const people: readonly Manager[] = [
  manager("T001", "武建国", "榆次", ["高级", "B", "本科", 12], [false, false], [108, 92, autumn, 90], [96, 95, 98, 94]),
  manager("T002", "郝秀英", "榆次", ["中级", "A", "本科", 8], [false, true], [104, 88, autumn, 86], [90, 88, 95, 90]),
  manager("T003", "段志强", "太谷", ["中级", "B", "大专", 15], [true, true], [98, 75, autumn, 80], [85, 80, 90, 82]),
  manager("T004", "任丽萍", "太谷", ["初级", "A", "大专", 10.5], [true, false], [95, 70, autumn, 78], [80, 78, 92, 80]),
  manager("T005", "牛海龙", "祁县", ["中级", "C", "大专", 16], [true, true], [88, 66, autumn, 70], [76, 70, 90, 72]),
  manager("T006", "白雪梅", "祁县", ["初级", "B", "高中", 9], [true, false], [99, 80, autumn, 85], [88, 84, 90, 86]),
  manager("T007", "冯国栋", "平遥", ["初级", "C", "大专", 4], [true, true], [70, 62, autumn, 65], [66, 64, 85, 60]),
  manager(
    "T008",
    "温晓东",
    "平遥",
    ["中级", "A", "本科", 4.5],
    [false, false],
    [120, 95, autumn, 92],
    [97, 96, 99, 98],
  ),
  manager("T009", "吕慧敏", "介休", ["初级", "B", "本科", 2.5], [true, false], [92, 59, autumn, 75], [82, 80, 90, 84]),
  manager("T010", "侯文斌", "介休", ["见习", "", "大专", 1], [true, true], [80, 68, autumn, 70], [72, 70, 88, 70]),
  manager("T011", "梁艳红", "灵石", ["见习", "", "本科", 0.5], [true, false], [85, 75, autumn, 72], [78, 74, 90, 76]),
  manager(
    "T012",
    "乔永胜",
    "灵石",
    ["高级", "A", "本科", 11],
    [true, true],
    [106, 90, "2026-05-20", 88],
    [95, 92, 96, 93],
  ),
];

const ladder = ["senior", "middle", "junior"] as const;
const lines = { senior: [97, 93, 90], middle: [87, 83, 80], junior: [75, 67, 60] } as const;
const years = { senior: 5, middle: 3, junior: 1 } as const;
const words: Readonly<Record<string, string>> = { 高级: "senior", 中级: "middle", 初级: "junior", 见习: "trainee" };

/** In hundredths of a point, so that every sum is whole. */
function composite({ completion, marks: [customers, industry, own, marketing] }: Manager): number {
  return Math.min(completion, 110) * 40 + customers * 20 + industry * 15 + own * 5 + marketing * 20;
}

function seniorityPay({ contract, years: served }: Manager): number {
  const rate = !contract || served < 3 ? 0 : served < 11 ? 4 : served <= 15 ? 6 : 8;
  return Math.floor(served) * rate;
}

function expected(one: Manager): ExpectedPerson {
  const points = composite(one);
  // Half a year before the year's end: an exam before July is too old.
  const fit = one.education !== "高中" && one.skill >= 60 && one.examined >= "2026-07-01" && one.ability >= 60;
  const tier = ladder.find((id) => fit && one.years >= years[id] && points >= lines[id][2] * 100) ?? null;
  const met = tier === null ? -1 : lines[tier].findIndex((line) => points >= line * 100);
  const place = one.rural ? Math.max(0, met - 1) : met;
  const current = words[one.current] ?? null;
  const isTrainee = current === "trainee";
  return {
    tier,
    level: tier === null ? null : (["A", "B", "C"][place] ?? null),
    action: moved(ladder, current, tier, isTrainee ? "keep" : "review"),
    recommended: tier ?? (isTrainee ? "trainee" : null),
    values: { composite: points / 100, completion: one.completion / 100 },
    benefits: { seniority_pay: seniorityPay(one) },
  };
}

/** Twelve months of 1,000 cartons; the ups and downs cancel over the year. */
function months({ id, completion }: Manager): FixtureCell[][] {
  return Array.from({ length: 12 }, (_, month) => {
    const sold = completion * 10 + (month % 2 === 0 ? 35 : -35);
    return [id, day(new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10)), 1000, sold];
  });
}

const yesNo = (value: boolean): string => (value ? "是" : "否");

const year = {
  name: "2026.xlsx",
  sheets: [
    {
      name: "花名册",
      above: [["晋中市客户经理花名册"], ["填报单位：营销中心"]],
      header: ["工号", "姓名", "县局", "现等级", "现档次", "学历", "岗位年限", "聘用工", "服务农村客户"],
      rows: people.map((one) => [
        ...[one.id, one.name, one.county, one.current, one.currentLevel, one.education, one.years],
        ...[yesNo(one.contract), yesNo(one.rural)],
      ]),
    },
    { name: "月度目标", header: ["工号", "月份", "目标(条)", "完成(条)"], rows: people.flatMap(months) },
    {
      name: "评价",
      header: ["工号", "技能考试", "考试日期", "能力评议", "客户满意度", "工业企业评价", "自我评价", "营销部评价"],
      rows: people.map((one) => [one.id, one.skill, day(one.examined), one.ability, ...one.marks]),
    },
  ],
};

/** The article's own 71 people: 6 senior, 36 intermediate, 18 junior, 11 trainees; marks that put each there. */
const roster = (
  [
    ["高级", 6, 95],
    ["中级", 36, 85],
    ["初级", 18, 70],
    ["见习", 11, 50],
  ] as const
).flatMap(([current, count, mark], group) =>
  Array.from({ length: count }, (_, index) => ({
    id: `J${group + 1}${String(index + 1).padStart(2, "0")}`,
    current,
    // No two alike, so that who comes first is never a tie.
    mark: mark * 10 + (index % 36),
  })),
);

const counties = ["榆次", "太谷", "祁县", "平遥", "介休", "灵石"];

const article = {
  name: "article-roster.xlsx",
  sheets: [
    {
      name: "花名册",
      header: ["工号", "姓名", "县局", "现等级", "现档次", "学历", "岗位年限", "聘用工", "服务农村客户"],
      rows: roster.map(({ id, current }, index) => [
        ...[id, nameOf(index), counties[index % counties.length]],
        current,
        "",
        "大专",
        6,
        "否",
        "否",
      ]),
    },
    {
      name: "月度目标",
      header: ["工号", "月份", "目标", "完成"],
      rows: roster.map(({ id, mark }) => [id, day("2026-12-31"), 1000, mark]),
    },
    {
      name: "评价",
      header: ["工号", "技能考试", "考试日期", "能力评议", "客户满意度", "工业企业评价", "自我评价", "营销部评价"],
      rows: roster.map(({ id, mark }) => [id, 80, day(autumn), 80, ...Array.from({ length: 4 }, () => mark / 10)]),
    },
  ],
};

export const jinzhongTobacco: SystemFixture = {
  id: "jinzhong-tobacco",
  files: [year, article],
  runs: [
    { files: [year.name], period: "2026", people: byId(people, expected) },
    {
      files: [article.name],
      period: "2026",
      people: byId(roster, ({ current, mark }) => {
        const tier = ladder.find((id) => mark >= lines[id][2] * 10) ?? null;
        const isTrainee = current === "见习";
        return { tier, action: "keep", recommended: isTrainee ? "trainee" : tier, values: { composite: mark / 10 } };
      }),
    },
  ],
};
