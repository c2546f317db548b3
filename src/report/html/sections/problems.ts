import { type Diagnostic, hint, message } from "../../../diagnostic/diagnostic.ts";
import { showLocation } from "../../../diagnostic/location.ts";
import { severityWords } from "../../words.ts";
import { dataTable } from "../data-table.ts";
import { html } from "../markup.ts";
import { pageWords } from "../page-words.ts";
import type { PageSection, SectionContext } from "./section.ts";

/** More than a meeting reads; the workbook has them all. */
const mostShown = 300;

const tones: Readonly<Record<Diagnostic["severity"], string>> = { error: "bad", warning: "doubt", info: "fresh" };

/** What is wrong in the data, each with the cell to mend. */
export function problems({ report, lang, reader }: SectionContext): PageSection | undefined {
  const { diagnostics } = report;
  if (diagnostics.length === 0) return undefined;
  const zh = lang === "zh";
  const place = ({ location }: Diagnostic) =>
    location ? showLocation({ ...location, file: reader.fileName(location.file) }) : "";
  const table = dataTable({
    caption: pageWords.problems[lang],
    columns: (zh ? ["位置", "级别", "问题", "建议", "代码"] : ["Place", "Severity", "Problem", "Advice", "Code"]).map(
      (heading) => ({ heading }),
    ),
    rows: diagnostics
      .slice(0, mostShown)
      .map((one) => [
        place(one),
        html`<span class="tag ${tones[one.severity]}">${severityWords[one.severity][lang]}</span>`,
        message(one, lang),
        hint(one, lang) ?? "",
        html`<code>${one.code}</code>`,
      ]),
  });
  const rest = diagnostics.length - mostShown;
  const more = zh ? `另有 ${rest} 处，见工作簿或 JSON。` : `${rest} more: see the workbook or the JSON.`;
  return {
    id: "problems",
    title: `${pageWords.problems[lang]} ${diagnostics.length}`,
    body: html`${table}${rest > 0 ? html`<p class="note">${more}</p>` : ""}`,
  };
}
