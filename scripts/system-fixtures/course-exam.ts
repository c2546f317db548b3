import { byId, day, type ExpectedPerson, type FixtureCell, nameOf, type SystemFixture } from "./fixture.ts";

const ladder = ["senior", "middle", "junior"] as const;
type Grade = (typeof ladder)[number];
const words: Readonly<Record<Grade, string>> = { senior: "高级", middle: "中级", junior: "初级" };
const courses: Readonly<Record<Grade, readonly string[]>> = {
  senior: ["金融市场与投资", "高端金融产品", "一站式服务"],
  middle: ["产品深入", "识别客户需求", "客户关系管理"],
  junior: ["银行服务", "银行产品", "安全知识"],
};
const parts = ["服务", "产品", "客户", "知识"] as const;
const passMarks: Readonly<Record<Grade, readonly number[]>> = {
  senior: [80, 80, 80, 85],
  middle: [70, 75, 70, 75],
  junior: [60, 60, 60, 60],
};
const hoursNeeded: Readonly<Record<Grade, number>> = { senior: 60, middle: 40, junior: 24 };

interface Studied {
  readonly grade: Grade;
  readonly hours: readonly number[];
  readonly midterm: readonly number[];
  readonly final: readonly number[];
  /** A second try at one part: its place, and the mark. */
  readonly again?: readonly [number, number];
}

const studied = (
  grade: Grade,
  hours: number[],
  midterm: number[],
  final: number[],
  again?: [number, number],
): Studied => ({
  ...{ grade, hours, midterm, final },
  ...(again ? { again } : {}),
});
const good = [88, 90, 86, 92];

const people: readonly { id: string; current: Grade | null; studies: readonly Studied[] }[] = [
  { id: "C01", current: "middle", studies: [studied("senior", [20, 20, 20], good, [80, 80, 80, 85])] },
  { id: "C02", current: "middle", studies: [studied("senior", [20, 20, 20], good, [80, 80, 80, 84])] },
  { id: "C03", current: "middle", studies: [studied("senior", [20, 20, 19], good, good)] },
  {
    id: "C04",
    current: "junior",
    studies: [studied("middle", [14, 14, 14], [60, 60, 60, 60], [68, 80, 75, 77], [0, 71])],
  },
  { id: "C05", current: "junior", studies: [studied("middle", [14, 14, 14], [60, 59, 60, 60], good)] },
  { id: "C06", current: null, studies: [studied("junior", [8, 8, 8], [70, 70, 70, 70], [60, 60, 60, 60])] },
  { id: "C07", current: null, studies: [studied("junior", [12, 12], good, good)] },
  {
    id: "C08",
    current: "junior",
    studies: [studied("middle", [20, 20, 20], good, good), studied("senior", [10, 10, 10], good, good)],
  },
  { id: "C09", current: "senior", studies: [] },
];
type Manager = (typeof people)[number];

function reaches({ studies }: Manager, grade: Grade): boolean {
  const own = studies.find((one) => one.grade === grade);
  const hours = studies.flatMap((one) => one.hours).reduce((sum, one) => sum + one, 0);
  if (!own || own.hours.length < 3 || hours < hoursNeeded[grade]) return false;
  if (own.midterm.filter((mark) => mark >= 60).length < 4) return false;
  return own.final.every((mark, part) => {
    const best = own.again?.[0] === part ? Math.max(mark, own.again[1]) : mark;
    return best >= (passMarks[grade][part] ?? 0);
  });
}

function expected(one: Manager): ExpectedPerson {
  const tier = ladder.find((grade) => reaches(one, grade)) ?? null;
  const rises = tier !== null && (one.current === null || ladder.indexOf(tier) < ladder.indexOf(one.current));
  const action = !rises ? "keep" : one.current === null ? "confirm" : "promote";
  return { tier, action, recommended: rises ? tier : one.current };
}

function examRows({ id, studies }: Manager): FixtureCell[][] {
  return studies.flatMap(({ grade, midterm, final, again }) => {
    const rows = (stage: string, marks: readonly number[]) =>
      marks.map((mark, part) => [id, words[grade], parts[part], stage, mark]);
    const second = again ? [[id, words[grade], parts[again[0]], "结业", again[1]]] : [];
    return [...rows("中期", midterm), ...rows("结业", final), ...second];
  });
}

export const courseExam: SystemFixture = {
  id: "course-exam",
  files: [
    {
      name: "培训考核.xlsx",
      sheets: [
        {
          name: "花名册",
          header: ["工号", "姓名", "机构", "现等级"],
          rows: people.map(({ id, current }, index) => [
            id,
            nameOf(index),
            "营业部",
            current === null ? "无" : words[current],
          ]),
        },
        {
          name: "课程",
          header: ["工号", "级别", "课程", "日期", "学时", "完成"],
          rows: people.flatMap(({ id, studies }) =>
            studies.flatMap(({ grade, hours }) =>
              hours.map((hour, index) => [
                ...[id, words[grade], courses[grade][index], day(`2026-0${index + 3}-12`), hour, "是"],
              ]),
            ),
          ),
        },
        { name: "考试", header: ["工号", "级别", "科目", "阶段", "成绩"], rows: people.flatMap(examRows) },
      ],
    },
  ],
  runs: [{ files: ["培训考核.xlsx"], period: "2026", people: byId(people, expected) }],
};
