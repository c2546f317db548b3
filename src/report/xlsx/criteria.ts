import type { CriterionResult } from "../../assess/assessment.ts";
import type { Criterion } from "../../rulebook/criterion.ts";
import type { Tier } from "../../rulebook/tier.ts";
import { type CriterionRow, criteriaRows } from "../criteria-rows.ts";
import { figureAt } from "../figure-at.ts";
import { largestSingles } from "../largest-single.ts";
import { type PersonReport, subjectWords } from "../person-report.ts";
import { type Reader, readerOf } from "../reader.ts";
import type { Report } from "../report.ts";
import { cellsOf } from "../source-cells.ts";
import { words } from "../words.ts";
import {
  actualCell,
  completionCell,
  criterionStyles,
  gapCell,
  nameCells,
  onceEach,
  readingCell,
  standardCell,
  verdictCell,
} from "./criterion-cells.ts";
import { addShareBars } from "./data-bar.ts";
import type { Draft } from "./draft.ts";
import { figureCell } from "./figure-cell.ts";
import { addList, firstRow, type ListColumn } from "./list-sheet.ts";
import { numberStyle } from "./number-format.ts";
import { addPersonLines } from "./person-lines.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";
import type { StyleName } from "./style.ts";

/** Where 完成率 stands, for its data bars. */
const completionColumn = "I";

/** Every criterion of everyone at the present, the qualified and the next tier. */
export const criteriaSheet: ReportSheet = {
  name: { zh: "指标明细", en: "Criteria" },
  add(draft) {
    const rows = criteriaRows(draft.report);
    if (rows.length === 0) return false;
    const columns = columnsOf(draft);
    const { sheet, lastRow } = addList(draft, {
      name: criteriaSheet.name,
      columns,
      rows,
      numberStyles: [...criterionStyles(draft.report, draft.lang), ...singleStyles(draft)],
    });
    addPersonLines(sheet, 0, columns.length, lastRow);
    addShareBars(sheet, `${completionColumn}${firstRow}:${completionColumn}${lastRow}`, 1);
    return true;
  },
};

function columnsOf({ report, lang }: Draft): ListColumn<CriterionRow>[] {
  const reader = readerOf(report, lang);
  const sources = new CellSources(report, reader);
  const singles = largestSingles(report.rulebook);
  const text = (value: string, style: StyleName = "text"): ListCell => ({ value, style });
  const nothing = text("");
  const clause = onceEach(({ cite }: Criterion) => text(cite ?? ""));
  const reading = onceEach((criterion: Criterion) => readingCell(report.rulebook, criterion, lang));
  const name = nameCells(lang);
  return [
    { heading: subjectWords(report.rulebook).id, width: 10, cell: ({ one }) => text(one.id, "id") },
    { heading: subjectWords(report.rulebook).name, width: 10, cell: ({ one }) => text(one.name) },
    { heading: words.tier, width: 15, cell: ({ tier }) => text((tier?.label ?? words.everyTier)[lang]) },
    { heading: words.clause, width: 19, cell: ({ node }) => clause(node.criterion) },
    { heading: words.criterion, width: 27, cell: ({ node, part }) => name(node, part) },
    { heading: words.standard, width: 18, cell: ({ node }) => standardCell(node, reader) },
    { heading: words.actual, width: 18, cell: ({ node }) => actualCell(node, reader) },
    { heading: words.gap, width: 18, cell: ({ node }) => gapCell(node, reader) },
    { heading: words.completion, width: 10, cell: ({ node }) => completionCell(node) },
    { heading: words.verdict, width: 11, cell: ({ node }) => verdictCell(node, lang) },
    {
      heading: { zh: "最大单户", en: "Largest customer" },
      width: 18,
      cell: ({ one, tier, node }) => {
        const single = node.criterion.kind === "leaf" ? singles.get(node.criterion.name) : undefined;
        return single ? figureCell(figureAt(one.frame, single, tier), single.type, reader) : nothing;
      },
    },
    {
      heading: words.sourceHeading,
      width: 32,
      cell: ({ one, node, tier }) => ({ value: sources.of(one, node, tier), style: "quiet", once: true }),
    },
    { heading: words.reading, width: 22, cell: ({ node }) => reading(node.criterion) },
  ];
}

function singleStyles({ report, lang }: Draft): StyleName[] {
  return [...largestSingles(report.rulebook).values()].map((figure) => numberStyle(figure.type, lang));
}

/** Where people's figures stand: one that does not hang on the tier is asked for at every tier, and written once. */
class CellSources {
  private person = -1;
  private readonly known = new Map<string, string>();
  private readonly scoped: ReadonlySet<string>;

  constructor(
    private readonly report: Report,
    private readonly reader: Reader,
  ) {
    const { figures, metrics } = report.rulebook;
    this.scoped = new Set([...figures, ...metrics].flatMap(({ name, tierScoped }) => (tierScoped ? [name] : [])));
  }

  of(one: PersonReport, { criterion }: CriterionResult, tier: Tier | undefined): string {
    if (criterion.kind !== "leaf") return "";
    if (one.index !== this.person) this.known.clear();
    this.person = one.index;
    const { name } = criterion;
    if (this.scoped.has(name)) return cellsOf(this.report, one, name, tier, this.reader);
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const text = cellsOf(this.report, one, name, undefined, this.reader);
    this.known.set(name, text);
    return text;
  }
}
