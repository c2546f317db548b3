import { byId, moved, type SystemFixture } from "./fixture.ts";

const ladder = ["class_a", "class_b", "class_c"];
const words: Readonly<Record<string, string>> = { class_a: "A", class_b: "B", class_c: "C" };

/** Value in 元. */
const people = [
  { id: "700101", current: "class_a", strategic: false, value: 5_000_000 },
  { id: "700102", current: "class_a", strategic: false, value: 4_999_999.99 },
  { id: "700103", current: "class_b", strategic: true, value: 120_000 },
  { id: "700104", current: "class_b", strategic: false, value: 500_000 },
  { id: "700105", current: "class_c", strategic: false, value: 860_000 },
  { id: "700106", current: "class_b", strategic: false, value: 499_999.99 },
  { id: "700107", current: "", strategic: false, value: 0 },
  { id: "700108", current: "class_c", strategic: false, value: 30_000 },
];

export const customerAbc: SystemFixture = {
  id: "customer-abc",
  files: [
    {
      name: "客户.csv",
      encoding: "gb18030",
      sheet: {
        name: "客户",
        header: ["客户号", "客户名称", "现类别", "战略客户", "年价值(元)"],
        rows: people.map((one, index) => [
          one.id,
          `示例商户${index + 1}`,
          words[one.current] ?? "无",
          one.strategic ? "是" : "",
          one.value,
        ]),
      },
    },
  ],
  runs: [
    {
      files: ["客户.csv"],
      period: "2026",
      people: byId(people, ({ current, strategic, value }) => {
        const tier = strategic || value >= 5_000_000 ? "class_a" : value >= 500_000 ? "class_b" : "class_c";
        const visits = { class_a: 6, class_b: 3, class_c: 1 }[tier];
        const held = current === "" ? null : current;
        return { tier, action: moved(ladder, held, tier, "review"), recommended: tier, benefits: { visits } };
      }),
    },
  ],
};
