import { runsInSpreadsheet } from "../csv-cell.ts";
import { html, type Markup } from "./markup.ts";

export interface TableColumn {
  readonly heading: string;
  /** Numbers stand to the right. */
  readonly kind?: "number" | "text";
}

/** A cell: text, or something made of it. */
export type TableCell = string | number | Markup;

export interface TableOptions {
  /** Read out, and seen only where it says what the heading above does not. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** The last row adds up the others. */
  readonly total?: boolean;
}

/** A table whose first column names the rows. It scrolls by itself where the screen is too narrow. */
export function dataTable({ caption, columns, rows, total }: TableOptions): Markup {
  const side = (index: number) => (columns[index]?.kind === "number" ? html` class="number"` : "");
  const body = total ? rows.slice(0, -1) : rows;
  const line = (row: readonly TableCell[]) =>
    html`<tr>${row.map((cell, index) =>
      index === 0 ? html`<th scope="row">${cellMarkup(cell)}</th>` : html`<td${side(index)}>${cellMarkup(cell)}</td>`,
    )}</tr>
`;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table class="data">
<caption>${caption}</caption>
<thead><tr>${columns.map(({ heading }, index) => html`<th scope="col"${side(index)}>${heading}</th>`)}</tr></thead>
<tbody>${body.map(line)}</tbody>
${total ? html`<tfoot>${rows.slice(-1).map(line)}</tfoot>` : ""}</table></div>`;
}

function cellMarkup(cell: TableCell): TableCell {
  return typeof cell === "string" ? cellText(cell) : cell;
}

/**
 * Text of a table's cell. What a spreadsheet would run, once the table is copied or opened there, gets a `'` in front, as
 * in CSV; on the page it is not seen.
 */
export function cellText(text: string): string | Markup {
  return runsInSpreadsheet(text) ? html`<span class="guard">'</span>${text}` : text;
}
