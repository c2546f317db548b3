import type { Type } from "../../formula/type.ts";
import type { Value } from "../../formula/value.ts";
import { Exact } from "../../number/exact.ts";
import type { Tier } from "../../rulebook/tier.ts";
import { type Lang, same, type Text } from "../../text/text.ts";
import { type PersonReport, subjectWords } from "../person-report.ts";
import type { Report } from "../report.ts";
import { type Uncounted, uncountedOf } from "../uncounted.ts";
import { words } from "../words.ts";
import { onceEach } from "./criterion-cells.ts";
import { addList, type ListColumn, type Rows } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";

interface Row {
  readonly one: PersonReport;
  readonly found: Uncounted;
}

/** Whom the scopes drop: the customers below a tier's floor, and which figures are smaller for it. */
export const uncountedSheet: ReportSheet = {
  name: { zh: "未计入客户", en: "Customers not counted" },
  add(draft) {
    const { lang, report } = draft;
    const rows = rowsOf(report);
    if (rows.length === 0) return false;
    const tierNames = onceEach((tiers: readonly Tier[]) =>
      tiers.map(({ label }) => label[lang]).join(words.comma[lang]),
    );
    const metricNames = onceEach((metrics: readonly Text[]) =>
      metrics.map((text) => text[lang]).join(words.comma[lang]),
    );
    const columns: ListColumn<Row>[] = [
      { heading: subjectWords(report.rulebook).id, width: 13, cell: ({ one }) => ({ value: one.id, style: "id" }) },
      {
        heading: subjectWords(report.rulebook).name,
        width: 13,
        cell: ({ one }) => ({ value: one.name, style: "text" }),
      },
      {
        heading: { zh: "客户", en: "Customer" },
        width: 16,
        cell: ({ found: { group } }) => ({ value: group, style: "id", once: true }),
      },
      { heading: measuredHeading(report), width: 19, cell: ({ found: { value, type } }) => amount(value, type, lang) },
      {
        heading: { zh: "门槛", en: "Floor" },
        width: 19,
        cell: ({ found: { floor, type } }) => amount(floor, type, lang),
      },
      {
        heading: words.tier,
        width: 28,
        cell: ({ found: { tiers, scope } }) => ({
          value: tiers.length > 0 ? tierNames(tiers) : scopeLabel(report, scope)[lang],
          style: "text",
        }),
      },
      {
        heading: { zh: "少计指标", en: "Figures that are smaller for it" },
        width: 54,
        cell: ({ found: { metrics } }) => ({ value: metricNames(metrics), style: "text" }),
      },
    ];
    const numberStyles = [numberStyle({ kind: "money", currency: report.rulebook.currency }, lang)];
    addList(draft, { name: uncountedSheet.name, columns, rows, numberStyles });
    return true;
  },
};

/** What is found is kept, and its person: a line is put together when its turn comes. 10,000 people have 200,000. */
function rowsOf(report: Report): Rows<Row> {
  const people = report.people.flatMap((one) => {
    const found = uncountedOf(report, one);
    return found.length > 0 ? [{ one, found }] : [];
  });
  return {
    length: people.reduce((sum, { found }) => sum + found.length, 0),
    *[Symbol.iterator]() {
      for (const { one, found: all } of people) for (const found of all) yield { one, found };
    },
  };
}

function amount(value: Value | undefined, type: Type, lang: Lang): ListCell {
  if (value instanceof Exact) return { value, style: numberStyle(type, lang) };
  return { value: value === undefined ? "" : String(value), style: "text" };
}

/** For a scope that asks the same at every tier: its own name. */
function scopeLabel({ rulebook }: Report, id: string): Text {
  return rulebook.scopes.find((scope) => scope.id === id)?.label ?? same(id);
}

/** What the scopes add up, when all of them add up the same column: 本年日均. */
function measuredHeading({ rulebook }: Report): Text {
  const labels = rulebook.scopes.map(({ text }) => {
    const [, input, name] = /^\s*sum\(\s*([^.()]+)\.([^.()]+?)\s*\)/u.exec(text) ?? [];
    const column = rulebook.inputs.find(({ id }) => id === input)?.columns.find((each) => each.name === name);
    return column?.label;
  });
  const [first] = labels;
  const agreed = first && labels.every((label) => label?.zh === first.zh);
  return agreed ? first : { zh: "客户合计", en: "Customer's total" };
}
