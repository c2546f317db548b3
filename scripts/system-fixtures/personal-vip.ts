import { byId, type FixtureCell, nameOf, type SystemFixture } from "./fixture.ts";

interface Manager {
  readonly id: string;
  readonly post: string;
  readonly current: string;
  readonly passed: boolean;
  readonly chosen: boolean;
  readonly vip: number;
  readonly certificates: readonly string[];
}

const own = ["个人客户经理岗位资格", "个人贷款业务资格"];
const manager = (
  id: string,
  post: string,
  vip: number,
  certificates: readonly string[],
  { current = "个人客户经理", passed = true, chosen = true } = {},
): Manager => ({ id, post, current, passed, chosen, vip, certificates });

/** The twelve of the summary and their 40 certificates: 2 CFP, 4 AFP, 12 + 12 of their own, 8 funds, 1 treasury, 1 small firms. */
const people: readonly Manager[] = [
  manager("P01", "理财经理", 310, [...own, "CFP", "基金销售资格"]),
  manager("P02", "理财经理", 400, [...own, "CFP", "基金销售资格"]),
  manager("P03", "理财经理", 295, [...own, "AFP"]),
  manager("P04", "理财经理", 401, [...own, "AFP"]),
  manager("P05", "理财经理", 260, [...own, "AFP", "基金销售资格"]),
  manager("P06", "营销经理", 180, [...own, "AFP", "基金销售资格"]),
  manager("P07", "营销经理", 150, [...own, "基金销售资格"]),
  manager("P08", "营销经理", 140, [...own, "基金销售资格"]),
  manager("P09", "营销经理", 120, [...own, "中小企业信贷上岗资格", "中级财资管理师"]),
  manager("P10", "营销经理", 100, [...own, "基金销售资格"]),
  manager("P11", "大堂经理", 30, [...own, "基金销售资格"]),
  manager("P12", "大堂经理", 14, own),
];

/** The next year: one has lost the qualification, two are put forward, three hold too little. */
const later: readonly Manager[] = [
  ...people.slice(0, 8).map((one) => (one.id === "P03" ? { ...one, passed: false } : one)),
  manager("P13", "营销经理", 90, own, { current: "拟任" }),
  manager("P14", "营销经理", 60, [own[0] ?? ""], { current: "拟任", passed: false }),
  manager("P15", "大堂经理", 20, [], { chosen: false }),
];

const book = (name: string, managers: readonly Manager[]) => ({
  name,
  sheets: [
    {
      name: "个人客户经理",
      header: ["工号", "姓名", "支行", "岗位", "现任职务", "个人客户经理资格考试", "支行选聘"],
      rows: managers.map((one) => [
        ...[
          one.id,
          nameOf(Number(one.id.slice(1))),
          "营业部",
          one.post,
          one.current,
          one.passed ? "通过" : "未通过",
          one.chosen ? "是" : "否",
        ],
      ]),
    },
    {
      name: "管户",
      header: ["工号", "客户层级", "户数"],
      // Kept in two lots, beside ordinary customers who do not count.
      rows: managers.flatMap(({ id, vip }): FixtureCell[][] => [
        [id, "贵宾", Math.floor(vip / 2)],
        [id, "贵宾", vip - Math.floor(vip / 2)],
        [id, "普通", 500],
      ]),
    },
    {
      name: "资格证书",
      header: ["工号", "证书"],
      rows: managers.flatMap(({ id, certificates }) => certificates.map((one) => [id, one])),
    },
  ],
});

function run(file: string, managers: readonly Manager[]) {
  const three = managers.filter((one) => one.certificates.length >= 3).length;
  const load = managers.reduce((sum, one) => sum + one.vip, 0);
  return {
    files: [file],
    period: "2026",
    people: byId(managers, ({ passed, chosen, current, vip, certificates }) => {
      const tier = passed && chosen ? "manager" : null;
      const action = !passed ? "leave" : !chosen ? "review" : current === "拟任" ? "confirm" : "keep";
      const standing = { qualification: passed, load: vip <= 400 };
      return { tier, action, recommended: tier, standing, values: { vip, held: certificates.length } };
    }),
    team: {
      three_certificates: { value: three / managers.length, met: three * 5 >= managers.length * 4 },
      mean_load: { value: load / managers.length, met: load <= 400 * managers.length },
    },
  };
}

export const personalVip: SystemFixture = {
  id: "personal-vip",
  files: [book("营业部.xlsx", people), book("次年.xlsx", later)],
  runs: [run("营业部.xlsx", people), run("次年.xlsx", later)],
};
