import type { Criterion, Leaf } from "../../rulebook/criterion.ts";
import type { Action } from "../../rulebook/decision.ts";
import type { Lang, Text } from "../../text/text.ts";
import { countingOf } from "../counting.ts";
import { type DecidingRow, decidingRows } from "../deciding-rows.ts";
import { type PersonReport, subjectWords } from "../person-report.ts";
import { type Reader, readerOf } from "../reader.ts";
import { actionText, currentText, finalText, recommendedText } from "../result-columns.ts";
import { leafSource, placeText } from "../source-cells.ts";
import { words } from "../words.ts";
import { approvalText } from "./approval.ts";
import {
  actualCell,
  clauseCell,
  completionCell,
  criterionStyles,
  gapCell,
  nameCells,
  onceEach,
  standardCell,
  verdictCell,
} from "./criterion-cells.ts";
import { addShareBars } from "./data-bar.ts";
import type { Draft } from "./draft.ts";
import { addList, firstRow, type ListColumn } from "./list-sheet.ts";
import { personColumns } from "./person-columns.ts";
import { addPersonLines } from "./person-lines.ts";
import { actionStyles } from "./results.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";
import type { StyleName } from "./style.ts";

/** Who rises or is graded first, for those who have to approve it. */
export const promotionsSheet: ReportSheet = decidingSheet({ zh: "晋升建议", en: "Promotions" }, ["promote", "confirm"]);

/** Who falls, cannot be decided, or should leave. */
export const demotionsSheet: ReportSheet = decidingSheet({ zh: "降级与待核", en: "Demotions and reviews" }, [
  "demote",
  "review",
  "leave",
]);

/** Everyone with one of the actions and what decided about them: a block for each way of approval, the highest tiers first. */
function decidingSheet(name: Text, actions: readonly Action[]): ReportSheet {
  return {
    name,
    add(draft) {
      const { report, lang } = draft;
      const people = report.people.filter(({ recommendation: { action } }) => action && actions.includes(action));
      const blocks = blocksOf(people, actions, draft);
      const rows = blocks.flatMap(({ people: here }) => here.flatMap((one) => decidingRows(report, one)));
      if (rows.length === 0) return false;
      const blockOf = new Map(blocks.flatMap((block) => block.people.map((one) => [one, block] as const)));
      const columns = columnsOf(draft);
      const { sheet, lastRow } = addList(draft, {
        name,
        columns,
        rows,
        numberStyles: criterionStyles(report, lang),
        band: ({ one }, before) => {
          const block = blockOf.get(one);
          return before && block === blockOf.get(before.one) ? undefined : block?.title;
        },
      });
      const completion = String.fromCharCode(65 + columns.findIndex(({ heading }) => heading === words.completion));
      addPersonLines(
        sheet,
        columns.findIndex(({ heading }) => heading === subjectWords(report.rulebook).id),
        columns.length,
        lastRow,
      );
      addShareBars(sheet, `${completion}${firstRow}:${completion}${lastRow}`, 1);
      return true;
    },
  };
}

interface Block {
  readonly title: string;
  readonly people: readonly PersonReport[];
}

/** Those who need somebody's approval by who must give it; the others, about whom a person must find out more, by action. */
function blocksOf(people: readonly PersonReport[], actions: readonly Action[], { report, lang }: Draft): Block[] {
  const rank = ({ final }: PersonReport) => final?.rank ?? 0;
  const sorted = [...people].sort(
    (a, b) =>
      rank(b) - rank(a) || actions.indexOf(a.recommendation.action!) - actions.indexOf(b.recommendation.action!),
  );
  const blocks = new Map<string, PersonReport[]>();
  for (const one of sorted) {
    const { approvals, action } = one.recommendation;
    const approval = report.rulebook.decision?.approvals ? approvalText(one, lang) : "";
    const parts = approvals.length > 0 ? [] : [actionText(report.rulebook, action, lang)];
    if (approval !== "") parts.push(approvedBy(approval, lang));
    const title = parts.join(lang === "zh" ? "　" : " · ");
    const block = blocks.get(title);
    if (block) block.push(one);
    else blocks.set(title, [one]);
  }
  return [...blocks].map(([title, here]) => ({
    title:
      lang === "zh" ? `${title}　${countingOf(report.rulebook).count(here.length, lang)}` : `${title}: ${here.length}`,
    people: here,
  }));
}

function approvedBy(approvals: string, lang: Lang): string {
  return `${words.approvals[lang]}${lang === "zh" ? "：" : ": "}${approvals}`;
}

function columnsOf(draft: Draft): ListColumn<DecidingRow>[] {
  const { report, lang } = draft;
  const { rulebook } = report;
  const reader = readerOf(report, lang);
  const text = (value: string, style: StyleName = "text"): ListCell => ({ value, style });
  const nothing = text("");
  const clause = onceEach((criterion: Criterion) => clauseCell(rulebook, criterion, lang));
  const name = nameCells(lang);
  const ofNode = (cell: (node: NonNullable<DecidingRow["node"]>) => ListCell) => (row: DecidingRow) =>
    row.node ? cell(row.node) : nothing;
  return [
    ...personColumns<DecidingRow>(report, ({ one }) => one),
    { heading: words.current, width: 13, cell: ({ one }) => text(currentText(one, lang, true), "centre") },
    { heading: words.recommended, width: 13, cell: ({ one }) => text(recommendedText(one, lang, true), "centre") },
    {
      heading: words.action,
      width: 9,
      cell: ({ one: { recommendation } }) =>
        text(actionText(rulebook, recommendation.action, lang), actionStyles[recommendation.action ?? "keep"]),
    },
    // The block is that of who must approve the final tier, which is another one only where a person decided.
    ...(report.summary.overrides > 0
      ? [
          {
            heading: words.final,
            width: 13,
            cell: ({ one }: DecidingRow) => text(finalText(one, lang), "centre"),
          },
        ]
      : []),
    { heading: words.askedAt, width: 13, cell: ({ at }) => text(at?.label[lang] ?? "", "centre") },
    {
      heading: words.clauseAndReading,
      width: 17,
      cell: ofNode(({ criterion }) => clause(criterion)),
    },
    {
      heading: words.criterion,
      width: 22,
      cell: ({ node, part, note }) => (node ? name(node, part) : text(note?.text[lang] ?? "")),
    },
    { heading: words.standard, width: 16, cell: ofNode((node) => standardCell(node, reader)) },
    { heading: words.actual, width: 16, cell: ofNode((node) => actualCell(node, reader)) },
    { heading: words.gap, width: 16, cell: ofNode((node) => gapCell(node, reader)) },
    { heading: words.completion, width: 11, cell: ofNode(completionCell) },
    { heading: words.verdict, width: 10, cell: ofNode((node) => verdictCell(node, lang)) },
    {
      heading: words.sourceHeading,
      width: 34,
      cell: (row) => ({ value: sourceOf(row, draft, reader), style: "quiet", once: true }),
    },
  ];
}

/** The cells that the figure came from, or the one that cannot be read. */
function sourceOf({ one, at, node, note }: DecidingRow, { report }: Draft, reader: Reader): string {
  if (note) return note.location ? placeText(note.location, reader) : "";
  if (node?.criterion.kind !== "leaf") return "";
  const tier = at?.index === undefined ? undefined : report.rulebook.tiers[at.index];
  return leafSource(report, one, node, node.criterion as Leaf, tier, reader);
}
