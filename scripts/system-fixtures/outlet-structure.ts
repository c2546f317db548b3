import { byId, type SystemFixture } from "./fixture.ts";

const people = [
  { id: "W001", branch: "淮安", kind: "结算部门", staff: 3 },
  { id: "W002", branch: "淮安", kind: "对公网点", staff: 1 },
  { id: "W003", branch: "淮安", kind: "综合网点", staff: 2 },
  { id: "W004", branch: "淮安", kind: "个人网点", staff: 0 },
  { id: "W005", branch: "盐城", kind: "结算部门", staff: 2 },
  { id: "W006", branch: "盐城", kind: "对公网点", staff: 0 },
  { id: "W007", branch: "盐城", kind: "综合网点", staff: 1 },
  { id: "W008", branch: "盐城", kind: "对公网点", staff: 4 },
  { id: "W009", branch: "宿迁", kind: "结算部门", staff: 5 },
  { id: "W010", branch: "宿迁", kind: "综合网点", staff: 0 },
  { id: "W011", branch: "宿迁", kind: "个人网点", staff: 1 },
];
type Outlet = (typeof people)[number];

const isSettled = ({ kind, staff }: Outlet): boolean => kind !== "结算部门" || staff >= 3;
const isCorporate = ({ kind, staff }: Outlet): boolean => (kind !== "对公网点" && kind !== "综合网点") || staff >= 1;
const missing = (test: (outlet: Outlet) => boolean) => {
  const value = people.filter((outlet) => !test(outlet)).length;
  return { value, met: value === 0 };
};

export const outletStructure: SystemFixture = {
  id: "outlet-structure",
  files: [
    {
      name: "网点.xlsx",
      sheets: [
        {
          name: "网点",
          header: ["网点号", "网点名称", "二级分公司", "类别"],
          rows: people.map(({ id, branch, kind }) => [id, `${branch}${kind}${id.slice(2)}`, branch, kind]),
        },
        {
          name: "客户经理",
          header: ["工号", "网点号"],
          rows: people.flatMap(({ id, staff }) =>
            Array.from({ length: staff }, (_, index) => [`M${id.slice(1)}${index + 1}`, id]),
          ),
        },
      ],
    },
  ],
  runs: [
    {
      files: ["网点.xlsx"],
      period: "2026",
      people: byId(people, (outlet) => ({
        standing: { settlement: isSettled(outlet), corporate: isCorporate(outlet) },
        values: { staffed: outlet.staff },
      })),
      team: { all_settlement: missing(isSettled), all_corporate: missing(isCorporate) },
    },
  ],
};
