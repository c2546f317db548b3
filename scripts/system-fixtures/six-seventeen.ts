import { byId, type ExpectedPerson, nameOf, type SystemFixture } from "./fixture.ts";

const ladder: readonly (readonly [string, string, readonly number[]])[] = [
  ["director", "总监", [1600, 1500]],
  ["general", "总经理", [1400, 1300]],
  ["principal", "资深客户经理", [1200, 1100, 1000]],
  ["senior", "高级客户经理", [900, 800, 700]],
  ["plain", "客户经理", [600, 550, 500, 400]],
  ["assistant", "助理客户经理", [300, 250, 200]],
];
const evaluations = ["称职", "优秀", "称职", "基本称职", "优秀"] as const;
const teams = ["公司一团队", "公司二团队", "异地团队"] as const;

/** Twenty people over the whole range of points, each held one or two grades from where their points lie. */
const people = Array.from({ length: 20 }, (_, index) => ({
  id: `D${String(index + 1).padStart(3, "0")}`,
  points: index * 87 + 45,
  evaluation: evaluations[index % evaluations.length] ?? "称职",
  current: ladder[(index * 5 + 2) % ladder.length]?.[0] ?? "",
  team: teams[index % teams.length] ?? "",
}));
type Manager = (typeof people)[number];

function expected({ points, evaluation, current }: Manager): ExpectedPerson {
  const fit = evaluation !== "基本称职";
  const place = ladder.findIndex(([, , lines]) => fit && points >= (lines.at(-1) ?? 0));
  const found = ladder[place];
  if (!found) return { tier: null, level: null, action: "review", recommended: null };
  const [tier, , lines] = found;
  const held = ladder.findIndex(([id]) => id === current);
  const next = held + Math.sign(place - held);
  return {
    tier,
    level: String(lines.findIndex((line) => points >= line) + 1),
    action: next < held ? "promote" : next > held ? "demote" : "keep",
    recommended: ladder[next]?.[0] ?? null,
  };
}

const label = (id: string): string => ladder.find(([own]) => own === id)?.[1] ?? "";

export const sixSeventeen: SystemFixture = {
  id: "six-seventeen",
  files: [
    {
      name: "花名册.csv",
      encoding: "gb18030",
      sheet: {
        name: "花名册",
        above: [["对公客户经理年度考核表"]],
        header: ["工号", "姓名", "机构", "团队", "职级", "档次", "综合评价", "考核积分"],
        rows: people.map((one, index) => [
          ...[one.id, nameOf(index), "深圳分行", one.team],
          ...[label(one.current), String((index % 2) + 1), one.evaluation, one.points],
        ]),
      },
    },
  ],
  runs: [{ files: ["花名册.csv"], period: "2026", people: byId(people, expected) }],
};
