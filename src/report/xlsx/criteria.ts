import type { CriterionResult } from "../../assess/assessment.ts";
import { Exact } from "../../number/exact.ts";
import type { Leaf } from "../../rulebook/criterion.ts";
import { statusSigns } from "../colour.ts";
import { type CriterionRow, criteriaRows } from "../criteria-rows.ts";
import { figureAt } from "../figure-at.ts";
import { largestSingles } from "../largest-single.ts";
import { groupDemand, readingName } from "../phrases.ts";
import { type Reader, readerOf } from "../reader.ts";
import { leavesOf } from "../tree.ts";
import { statusWords, words } from "../words.ts";
import { addShareBars } from "./data-bar.ts";
import type { Draft } from "./draft.ts";
import { figureCell } from "./figure-cell.ts";
import { addList, firstRow, type ListColumn } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";
import { colours, grid, type StyleName } from "./style.ts";

/** The colours of a verdict. */
export const verdictStyles = { pass: "good", fail: "bad", unknown: "doubt" } as const satisfies Record<
  string,
  StyleName
>;
const completionStyle: StyleName = "number 0.00%";
/** Where 完成率 stands, for its data bars. */
const completionColumn = "I";

/** Every criterion of everyone at the present, the qualified and the next tier. */
export const criteriaSheet: ReportSheet = {
  name: { zh: "指标明细", en: "Criteria" },
  add(draft) {
    const rows = criteriaRows(draft.report);
    if (rows.length === 0) return false;
    const sheet = addList(draft, {
      name: criteriaSheet.name,
      columns: columnsOf(draft),
      rows,
      numberStyles: [completionStyle, ...stylesIn(draft)],
    });
    sheet.addConditionalFormatting({
      ref: `A${firstRow}:L${firstRow + rows.length - 1}`,
      rules: [
        {
          // A line between one person and the next.
          type: "expression",
          priority: 2,
          formulae: [`$A${firstRow}<>$A${firstRow - 1}`],
          style: { border: { ...grid, top: { style: "thin", color: { argb: colours.navy } } } },
        },
      ],
    });
    addShareBars(sheet, `${completionColumn}${firstRow}:${completionColumn}${firstRow + rows.length - 1}`, 1);
    return true;
  },
};

function columnsOf({ report, lang }: Draft): ListColumn<CriterionRow>[] {
  const reader = readerOf(report, lang);
  const singles = largestSingles(report.rulebook);
  const text = (value: string, style: StyleName = "text"): ListCell => ({ value, style });
  return [
    { heading: words.id, width: 10, cell: ({ one }) => text(one.id, "id") },
    { heading: words.name, width: 10, cell: ({ one }) => text(one.name) },
    { heading: words.tier, width: 15, cell: ({ tier }) => text(tier.label[lang]) },
    { heading: words.clause, width: 19, cell: ({ node }) => text(node.criterion.cite ?? "") },
    { heading: { zh: "指标", en: "Criterion" }, width: 27, cell: (row) => text(nameOf(row, reader)) },
    { heading: words.standard, width: 18, cell: ({ node }) => standardOf(node, reader) },
    { heading: words.actual, width: 18, cell: ({ node }) => actualOf(node, reader) },
    {
      heading: words.gap,
      width: 18,
      cell: ({ node }) =>
        node.criterion.kind === "leaf" ? figureCell(node.gap, node.criterion.type, reader) : text(""),
    },
    { heading: { zh: "完成率", en: "Completion" }, width: 10, cell: ({ node }) => completionOf(node) },
    {
      heading: words.verdict,
      width: 11,
      cell: ({ node: { status } }) =>
        text(`${statusSigns[status]} ${statusWords[status][lang]}`, verdictStyles[status]),
    },
    {
      heading: { zh: "最大单户", en: "Largest customer" },
      width: 18,
      cell: ({ one, tier, node }) => {
        const single = node.criterion.kind === "leaf" ? singles.get(node.criterion.name) : undefined;
        return single ? figureCell(figureAt(one.frame, single, tier), single.type, reader) : text("");
      },
    },
    {
      heading: words.reading,
      width: 22,
      cell: ({ node: { criterion } }) => {
        const all = criterion.kind === "choice" ? [criterion.reading, ...criterion.readings] : criterion.readings;
        return text([...new Set(all)].map((reading) => readingName(reading, lang)).join("\n"), "quiet");
      },
    },
  ];
}

/** The figure's name, behind the part of the k-of-n group that it stands in. */
function nameOf({ node, part }: CriterionRow, { lang }: Reader): string {
  const { criterion } = node;
  const name = criterion.kind === "leaf" ? criterion.nameLabel[lang] : criterion.label[lang];
  const of = part && part !== node ? part.criterion.label[lang] : "";
  return of === "" || of === name ? name : `${of} · ${name}`;
}

function standardOf({ criterion, threshold }: CriterionResult, reader: Reader): ListCell {
  if (criterion.kind === "choice") return { value: words.candidates[reader.lang], style: "centre" };
  if (criterion.kind === "group") {
    return { value: groupDemand(criterion.need, criterion.of.length, reader.lang), style: "centre" };
  }
  if (criterion.op === "is" || criterion.op === "not") {
    return { value: (criterion.op === "is" ? words.yes : words.no)[reader.lang], style: "centre" };
  }
  return threshold === undefined
    ? { value: criterion.text, style: "text" }
    : figureCell(threshold, criterion.type, reader);
}

function actualOf({ criterion, value, parts }: CriterionResult, reader: Reader): ListCell {
  if (criterion.kind === "leaf") return figureCell(value, criterion.type, reader);
  if (criterion.kind === "choice") return { value: "", style: "text" };
  const passed = parts.filter(({ status }) => status === "pass").length;
  return { value: reader.lang === "zh" ? `满足 ${passed} 项` : `${passed} met`, style: "centre" };
}

const tenThousand = Exact.of(10_000);

/** Actual ÷ standard where more is better, rounded down: 100 % is shown only to who is there. */
function completionOf({ criterion, value, threshold }: CriterionResult): ListCell {
  const asksForMore = criterion.kind === "leaf" && (criterion.op === ">=" || criterion.op === ">");
  if (asksForMore && value instanceof Exact && threshold instanceof Exact && threshold.sign > 0) {
    const share = value.div(threshold)!;
    return { value: Exact.of(share.mul(tenThousand).floor(), 10_000n), style: completionStyle };
  }
  return { value: "", style: "text" };
}

/** The number styles that the rulebook's criteria need. */
function stylesIn({ report, lang }: Draft): StyleName[] {
  const found = new Set<StyleName>();
  for (const figure of largestSingles(report.rulebook).values()) found.add(numberStyle(figure.type, lang));
  for (const { assessment } of report.people.slice(0, 1)) {
    for (const { requires, provisionalResult } of assessment.tiers) {
      for (const root of provisionalResult ? [requires, provisionalResult] : [requires]) {
        for (const { criterion } of leavesOf(root)) found.add(numberStyle((criterion as Leaf).type, lang));
      }
    }
  }
  return [...found];
}
