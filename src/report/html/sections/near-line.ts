import { showValue } from "../../../formula/show.ts";
import { Exact } from "../../../number/exact.ts";
import type { Leaf } from "../../../rulebook/criterion.ts";
import { type NearLine, nearLines } from "../../near-line.ts";
import { demand, shown } from "../../phrases.ts";
import { words } from "../../words.ts";
import { dataTable } from "../data-table.ts";
import { html } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** As many as a meeting talks about; the workbook has them all. */
const mostShown = 50;

/** Who is within the margin of gaining or losing a tier, nearest first; a row a criterion. */
export function nearLine({ report, lang, reader }: SectionContext): PageSection | undefined {
  const lines = nearLines(report);
  if (lines.length === 0) return undefined;
  const zh = lang === "zh";
  const ratio = (share: NearLine["share"]) =>
    showValue(share.mul(hundredths).round(2).mul(Exact.of(1, 100)), { kind: "ratio" }, lang);
  const direction = ({ direction, leaves, provisional }: NearLine) => {
    const gain = direction === "gain";
    const word = gain ? (zh ? "▲ 将可达到" : "▲ may gain") : zh ? "▼ 可能失去" : "▼ may lose";
    const all = leaves.length > 1 ? (zh ? `（须同时补足 ${leaves.length} 项）` : ` (takes all ${leaves.length})`) : "";
    const note = provisional ? (zh ? `（${words.provisional.zh}）` : ` (${words.provisional.en})`) : "";
    return html`<span class="tag ${gain ? "good" : "lower"}">${word}</span>${all}${note}`;
  };
  const rows = lines.slice(0, mostShown).flatMap((line) =>
    line.leaves.map(({ result, distance, share }) => {
      const leaf = result.criterion as Leaf;
      const { id, name } = line.one;
      return [
        html`<a href="#id=${encodeURIComponent(id)}">${name === "" ? id : `${id} ${name}`}</a>`,
        direction(line),
        line.tier.label[lang],
        leaf.nameLabel[lang],
        shown(result.value, leaf.type, reader),
        demand(leaf, result.threshold, reader),
        shown(distance, leaf.type, reader),
        ratio(share),
      ];
    }),
  );
  const text = (heading: string) => ({ heading });
  const number = (heading: string) => ({ heading, kind: "number" as const });
  const table = dataTable({
    caption: pageWords.nearLine[lang],
    columns: [
      text(report.rulebook.subject.label[lang]),
      text(zh ? "方向" : "Direction"),
      text(words.tier[lang]),
      text(pageWords.criterion[lang]),
      number(words.actual[lang]),
      number(words.standard[lang]),
      number(words.gap[lang]),
      number(zh ? "差率" : "Share"),
    ],
    rows,
  });
  const margin = showValue(report.margin, { kind: "ratio" }, lang);
  const rest = lines.length - mostShown;
  const more = rest <= 0 ? "" : zh ? `；另有 ${rest} 条，见工作簿` : `; ${rest} more in the workbook`;
  return {
    id: "near-line",
    title: pageWords.nearLine[lang],
    body: table,
    note: (zh ? `距标准不超过 ${margin} 的，由近到远` : `Within ${margin} of a line, nearest first`) + more,
  };
}

const hundredths = Exact.of(100);
