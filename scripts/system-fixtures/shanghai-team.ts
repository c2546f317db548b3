import { byId, day, nameOf, type SystemFixture } from "./fixture.ts";

const branches = ["浦东支行", "徐汇支行", "嘉定支行"] as const;
const schooling = ["本科", "大专", "硕士", "本科", "高中"] as const;
const titles = ["中级", "初级", "无", "高级", "中级", "初级"] as const;
const staff = 225;

/** Thirty managers of a small bank: ages 24 to 53, every third one new within the plan. */
const people = Array.from({ length: 30 }, (_, index) => ({
  id: `S${String(index + 1).padStart(4, "0")}`,
  branch: branches[index % 3] ?? "",
  bornYear: 1959 + ((index * 7) % 30),
  appointed: index % 3 === 0 ? `201${index % 2}-07-01` : "2007-05-08",
  credit: index % 9 < 5,
  education: schooling[index % 5] ?? "",
  title: titles[index % 6] ?? "",
  keyCustomers: 6 + (index % 12),
}));

const age = (one: (typeof people)[number]): number => 2012 - one.bornYear;
const isNew = (one: (typeof people)[number]): boolean => one.appointed >= "2010";
const count = (test: (one: (typeof people)[number]) => boolean): number => people.filter(test).length;
const at = (value: number, met: boolean) => ({ value, met });

const newManagers = count(isNew);
const newCredit = count((one) => isNew(one) && one.credit);
const ages = people.reduce((sum, one) => sum + age(one), 0);
const graduates = count((one) => one.education === "本科" || one.education === "硕士");
const titled = count((one) => one.title === "中级" || one.title === "高级");
const credit = count((one) => one.credit);

export const shanghaiTeam: SystemFixture = {
  id: "shanghai-team",
  files: [
    {
      name: "2012年末.xlsx",
      sheets: [
        {
          name: "花名册",
          above: [["对公客户经理花名册（2012 年末）"]],
          header: ["工号", "姓名", "经营行", "出生日期", "上岗日期", "信贷业务操作", "学历", "职称", "重点管户数"],
          rows: people.map((one, index) => [
            ...[
              one.id,
              nameOf(index),
              one.branch,
              day(`${one.bornYear}-06-15`),
              day(one.appointed),
              one.credit ? "是" : "否",
            ],
            ...[one.education, one.title, one.keyCustomers],
          ]),
        },
        { name: "全行", header: ["全行员工"], rows: [[staff]] },
      ],
    },
  ],
  runs: [
    {
      files: ["2012年末.xlsx"],
      period: "2012",
      people: byId(people, (one) => ({ standing: { load: one.keyCustomers <= 15 }, values: { age: age(one) } })),
      team: {
        new_managers: at(newManagers, newManagers >= 300),
        of_staff: at(30 / staff, 30 * 100 >= 13 * staff),
        new_credit: at(newCredit, newCredit >= 200),
        credit_share: at(credit / 30, credit * 100 >= 55 * 30),
        mean_age: at(ages / 30, ages <= 40 * 30),
        bachelor: at(graduates / 30, graduates * 2 >= 30),
        titled: at(titled / 30, titled * 10 >= 4 * 30),
      },
    },
  ],
};
