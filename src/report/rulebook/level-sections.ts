import { showValue } from "../../formula/show.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { same, type Text } from "../../text/text.ts";
import type { Section } from "./sections.ts";

const none: Text = { zh: "—", en: "–" };
const clause: Text = { zh: "条款", en: "Clause" };
const tier: Text = { zh: "等级", en: "Tier" };

/** Constants with a value a level (效益工资系数): a row a tier. */
export function levelParams({ params, tiers, levels }: Rulebook): Section {
  const names = levels?.names ?? [];
  return {
    title: { zh: "各档次的参数", en: "Constants by level" },
    columns: [{ zh: "参数", en: "Constant" }, { zh: "施行", en: "From" }, tier, ...names.map(same), clause],
    rows: params.flatMap(({ label, type, cite, assumed, versions }) => {
      const marked = assumed ? { zh: `${label.zh}*`, en: `${label.en}*` } : label;
      return versions.flatMap(({ from, levels: values }) =>
        tiers.flatMap(({ id, label: of }) => {
          const own = values?.get(id);
          if (!own) return [];
          const cells = names.map((_, index): Text => {
            const value = own[index];
            return value === undefined ? none : { zh: showValue(value, type, "zh"), en: showValue(value, type, "en") };
          });
          return [[marked, from === "" ? none : same(from), of, ...cells, cite === undefined ? none : same(cite)]];
        }),
      );
    }),
  };
}

/** What raises the level that the lines give. */
export function levelBonuses({ levels }: Rulebook): Section {
  return {
    title: { zh: "档次加档", en: "Steps on top of the level" },
    columns: [
      { zh: "条件", en: "When" },
      { zh: "加几档", en: "Steps up" },
      { zh: "已在最高档", en: "At the highest level" },
      clause,
    ],
    rows: (levels?.bonus ?? []).map(({ when, steps, atTop, cite }) => [
      same(when.text),
      same(String(steps)),
      atTop === "stop" ? { zh: "不再加", en: "stays" } : { zh: "待核", en: "review" },
      cite === undefined ? none : same(cite),
    ]),
  };
}
