import { showValue } from "../../formula/show.ts";
import type { Leaf } from "../../rulebook/criterion.ts";
import type { Lang } from "../../text/text.ts";
import { type NearLeaf, type NearLine, nearLines } from "../near-line.ts";
import { readerOf } from "../reader.ts";
import { words } from "../words.ts";
import { actualCell, criterionName, criterionStyles, standardCell } from "./criterion-cells.ts";
import { figureCell } from "./figure-cell.ts";
import { addList, type ListColumn } from "./list-sheet.ts";
import { personColumns } from "./person-columns.ts";
import type { ListCell } from "./row-xml.ts";
import type { ReportSheet } from "./sheets.ts";
import type { StyleName } from "./style.ts";

interface Row extends NearLeaf {
  readonly line: NearLine;
}

/** Who is within the margin of gaining or losing a tier, nearest first; a row a criterion. */
export const nearLineSheet: ReportSheet = {
  name: { zh: "临界名单", en: "Near the line" },
  add(draft) {
    const { report, lang } = draft;
    const rows = nearLines(report).flatMap((line) => line.leaves.map((leaf): Row => ({ ...leaf, line })));
    if (rows.length === 0) return false;
    const reader = readerOf(report, lang);
    const share: StyleName = "number 0.00%";
    const margin = showValue(report.margin, { kind: "ratio" }, lang);
    const columns: ListColumn<Row>[] = [
      ...personColumns<Row>(report, ({ line }) => line.one),
      { heading: words.tier, width: 16, cell: ({ line }) => ({ value: line.tier.label[lang], style: "centre" }) },
      {
        heading: words.direction,
        width: 13,
        cell: ({ line }) => ({
          value: directionWords[line.direction][lang],
          style: line.direction === "gain" ? "good" : "lower",
        }),
      },
      {
        heading: words.criterion,
        width: 24,
        cell: ({ result }) => ({ value: criterionName(result, undefined, lang), style: "text" }),
      },
      { heading: words.actual, width: 18, cell: ({ result }) => actualCell(result, reader) },
      { heading: words.standard, width: 18, cell: ({ result }) => standardCell(result, reader) },
      {
        heading: words.gap,
        width: 18,
        cell: ({ result, distance }): ListCell => figureCell(distance, (result.criterion as Leaf).type, reader),
      },
      { heading: words.gapShare, width: 10, cell: (row) => ({ value: row.share, style: share }) },
      {
        heading: words.clause,
        width: 18,
        cell: ({ result }) => ({ value: result.criterion.cite ?? "", style: "text" }),
      },
      {
        heading: { zh: "说明", en: "Note" },
        width: 26,
        cell: ({ line }) => ({ value: noteOf(line, lang), style: "quiet" }),
      },
    ];
    addList(draft, {
      name: nearLineSheet.name,
      columns,
      rows,
      numberStyles: [...new Set([share, ...criterionStyles(report, lang)])],
      unit: { zh: `差额不超过标准的 ${margin}`, en: `within ${margin} of the standard` },
    });
    return true;
  },
};

const directionWords = {
  gain: { zh: "▲ 将可达到", en: "▲ may gain" },
  lose: { zh: "▼ 可能失去", en: "▼ may lose" },
} as const;

function noteOf({ direction, leaves, provisional }: NearLine, lang: Lang): string {
  const zh = lang === "zh";
  const notes: string[] = [];
  if (direction === "lose") notes.push(zh ? "高出标准，仅多这些" : "above the line by no more than this");
  else if (leaves.length === 1) notes.push(zh ? "补足即达到" : "with this it would pass");
  else notes.push(zh ? `须同时补足 ${leaves.length} 项` : `takes all ${leaves.length} together`);
  if (provisional) notes.push(words.provisional[lang]);
  return notes.join(words.comma[lang]);
}
