import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang } from "../../text/text.ts";
import type { Paint } from "../colour.ts";
import { mdTable, mdText } from "../md-table.ts";
import { textTable } from "../text-table.ts";
import { rulebookSections } from "./sections.ts";

/** The rulebook for a terminal of `width` columns. */
export function renderRulebookText(rulebook: Rulebook, lang: Lang, width: number, heading: Paint): string {
  const parts = rulebookSections(rulebook).map(({ title, columns, rows }) => {
    const cells = columns.map((column, index) => ({
      heading: column[lang],
      cells: rows.map((row) => row[index]?.[lang] ?? ""),
      // A long formula or reason gives way before a figure does.
      ...(index > 0 && rows.some((row) => (row[index]?.[lang].length ?? 0) > 30) ? { shrinkTo: 20 } : {}),
    }));
    return [heading(title[lang]), ...textTable(cells, width, (text) => text).lines].join("\n");
  });
  return `${[title(rulebook, lang), ...parts].join("\n\n")}\n`;
}

/** The rulebook as Markdown: a document to sign. */
export function renderRulebookMarkdown(rulebook: Rulebook, lang: Lang): string {
  const parts = rulebookSections(rulebook).flatMap(({ title, columns, rows }) => [
    `## ${mdText(title[lang])}`,
    mdTable(
      columns.map((column) => column[lang]),
      rows.map((row) => row.map((cell) => cell[lang])),
    ),
  ]);
  const signatures = {
    zh: "制表人：　　　　　复核人：　　　　　负责人：　　　　　日期：",
    en: "Prepared by:          Checked by:          Approved by:          Date:",
  };
  return `${[`# ${mdText(rulebook.title[lang])}`, mdText(facts(rulebook, lang)), ...parts, signatures[lang]].join("\n\n")}\n`;
}

function title(rulebook: Rulebook, lang: Lang): string {
  return `${rulebook.title[lang]}\n${facts(rulebook, lang)}`;
}

function facts({ id, sha256, effective, source }: Rulebook, lang: Lang): string {
  const from =
    effective.from === undefined
      ? undefined
      : { zh: `自 ${effective.from} 施行`, en: `in force from ${effective.from}` }[lang];
  return [source?.[lang], from, `${id}  SHA-256 ${sha256.slice(0, 12)}`]
    .filter((part) => part !== undefined)
    .join(" · ");
}
