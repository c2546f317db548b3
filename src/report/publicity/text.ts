import type { Paint } from "../colour.ts";
import { csvCell } from "../csv-cell.ts";
import { mdTable, mdText } from "../md-table.ts";
import { textTable } from "../text-table.ts";
import { oneLine } from "../text-width.ts";
import type { PublicNotice } from "./notice.ts";

/** The list alone: RFC 4180 with CRLF. */
export function* noticeCsv({ headings, rows }: PublicNotice, options: { readonly bom: boolean }): Generator<string> {
  yield options.bom ? "\uFEFF" : "";
  for (const row of [headings, ...rows]) yield `${row.map(csvCell).join(",")}\r\n`;
}

export function noticeMarkdown({ title, intro, headings, rows, footer }: PublicNotice): string {
  const parts = [`# ${mdText(title)}`, mdText(intro), mdTable(headings, rows), footer.map(mdText).join("\n\n")];
  return `${parts.join("\n\n")}\n`;
}

/** For a terminal or a text file. */
export function noticeTable(
  { title, intro, headings, rows, footer }: PublicNotice,
  width: number,
  bold: Paint,
): string {
  const columns = headings.map((heading, index) => ({
    heading,
    cells: rows.map((row) => row[index] ?? ""),
    ...(index === 0 ? { align: "right" as const } : {}),
  }));
  const { lines } = textTable(columns, width, bold);
  return `${[bold(oneLine(title)), oneLine(intro), lines.join("\n"), footer.join("\n")].join("\n\n")}\n`;
}
