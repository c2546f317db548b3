import { byId, type ExpectedPerson, type FixtureCell, moved, type SystemFixture } from "./fixture.ts";

const ladder = ["head", "province", "city", "outlet"];
const words: Readonly<Record<string, string>> = {
  head: "总行级",
  province: "一级分行级",
  city: "二级分行级",
  outlet: "支行级",
};
const ratings = ["BBB", "A", "AA", "AAA"];

/** Amounts in 万元. `worth`: what is left of income after provisions and capital cost, without mere intentions. */
const people = [
  { id: "G0001", current: "head", rating: "AAA", assets: 2600000, regions: 12, outlook: "支持", worth: 18000 },
  { id: "G0002", current: "province", rating: "AA", assets: 1000000, regions: 3, outlook: "维持", worth: 5000 },
  { id: "G0003", current: "head", rating: "A", assets: 1500000, regions: 8, outlook: "维持", worth: 7000 },
  { id: "G0004", current: "province", rating: "A", assets: 200000, regions: 1, outlook: "支持", worth: 1000 },
  { id: "G0005", current: "city", rating: "BBB", assets: 320000, regions: 4, outlook: "支持", worth: 1600 },
  { id: "G0006", current: "city", rating: "A", assets: 60000, regions: 1, outlook: "维持", worth: 199 },
  { id: "G0007", current: "outlet", rating: "A", assets: 9000, regions: 1, outlook: "支持", worth: 200 },
  { id: "G0008", current: "outlet", rating: "BBB", assets: 4000, regions: 1, outlook: "维持", worth: -30 },
  { id: "G0009", current: "province", rating: "AA", assets: 500000, regions: 6, outlook: "退出", worth: 3000 },
  { id: "G0010", current: "", rating: "AA", assets: 800000, regions: 5, outlook: "支持", worth: 6000 },
  { id: "G0011", current: "", rating: "A", assets: 30000, regions: 1, outlook: "维持", worth: 12 },
  { id: "G0012", current: "city", rating: "AA", assets: 150000, regions: 2, outlook: "维持", worth: 999 },
];
type Customer = (typeof people)[number];

/** Settlement, a loan that carries provisions and capital, an annuity already signed, and talk of more. */
function contribution({ id, worth }: Customer): FixtureCell[][] {
  return [
    [id, "结算", "已实现", worth - 50, "", ""],
    [id, "贷款", "已实现", 400, 210, 150],
    [id, "年金", "已签约", 10, "-", "-"],
    [id, "投行", "意向", 99999, 0, 0],
  ];
}

function expected({ current, rating, assets, regions, outlook, worth }: Customer): ExpectedPerson {
  const values = { worth: worth * 10000 };
  if (outlook === "退出") return { tier: null, action: "leave", recommended: null, values };
  const two = (a: number, b: number, c: number) => Number(worth >= a) + Number(assets >= b) + Number(regions >= c) >= 2;
  const rank = ratings.indexOf(rating);
  const isCity = worth >= 200 || assets >= 50000;
  const isProvince = rank >= 1 && two(1000, 200000, 2);
  const isHead = rank >= 2 && two(5000, 1000000, 5);
  const tier = isHead ? "head" : isProvince ? "province" : isCity ? "city" : "outlet";
  return { tier, action: moved(ladder, current === "" ? null : current, tier, "review"), recommended: tier, values };
}

export const customerLevels: SystemFixture = {
  id: "customer-levels",
  files: [
    {
      name: "客户分层.xlsx",
      sheets: [
        {
          name: "客户名单",
          header: ["客户号", "客户名称", "主办行", "现层级", "资信等级", "资产规模(亿元)", "经营地区数", "发展前景"],
          rows: people.map((one, index) => [
            ...[one.id, `示例企业${index + 1}`, "省分行营业部", words[one.current] ?? "无", one.rating],
            ...[one.assets / 10000, one.regions, one.outlook],
          ]),
        },
        {
          name: "客户贡献",
          above: [["金额单位：万元"]],
          header: ["客户号", "产品", "性质", "收入", "拨备", "资本成本"],
          rows: people.flatMap(contribution),
        },
      ],
    },
  ],
  runs: [{ files: ["客户分层.xlsx"], period: "2026", people: byId(people, expected) }],
};
