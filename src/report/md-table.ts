/** A table; every cell is escaped. */
export function mdTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(mdText).join(" | ")} |`;
  return [line(headings), `|${headings.map(() => " --- |").join("")}`, ...rows.map(line)].join("\n");
}

/** Text that Markdown and HTML leave alone, on one line. */
export function mdText(text: string): string {
  return text
    .replace(/[\x00-\x1F\x7F\u2028\u2029]+/g, " ")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/[\\`*_[\]|~#!>]/g, "\\$&");
}
