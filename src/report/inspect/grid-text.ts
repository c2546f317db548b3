import { oneLine, padEnd, widthOf } from "../text-width.ts";
import type { CellGrid } from "./cell-grid.ts";

/**
 * A grid in lines, the cell marked by an arrow at its row and by carets below it, so that nothing hangs on colour alone:
 *
 *        A 员工号  C 本年日均
 *     16  119772    120
 *   > 17  119773    四千
 *                   ^^^^
 *
 * @param paint for the marked cell
 */
export function gridLines({ columns, rows, marked }: CellGrid, paint: (text: string) => string): string[] {
  const headings = columns.map(({ column, header }) => oneLine(`${column} ${header}`));
  const cells = rows.map((row) => row.cells.map(oneLine));
  const widths = headings.map((heading, at) =>
    Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[at] ?? ""))),
  );
  const digits = Math.max(...rows.map(({ row }) => String(row).length));
  const line = (lead: string, texts: readonly string[], painted = false) => {
    const shown = texts.map((text, at) => {
      const padded = padEnd(text, widths[at] ?? 0);
      return painted && at === marked.column ? padded.replace(text, () => paint(text)) : padded;
    });
    return `${lead}  ${shown.join("  ")}`.trimEnd();
  };
  const lines = [line(" ".repeat(digits + 2), headings)];
  for (const [index, { row }] of rows.entries()) {
    const isMarked = index === marked.row;
    const texts = cells[index] ?? [];
    lines.push(line(`${isMarked ? ">" : " "} ${String(row).padStart(digits)}`, texts, isMarked));
    if (!isMarked) continue;
    const carets = "^".repeat(Math.max(1, widthOf(texts[marked.column] ?? "")));
    lines.push(
      line(
        " ".repeat(digits + 2),
        texts.map((_, at) => (at === marked.column ? carets : "")),
      ),
    );
  }
  return lines;
}
