import type { Handler } from "htmlparser2";
import { held } from "../held-sheet.ts";
import type { Limits } from "../limits.ts";
import { refusal } from "../xlsx/refusal.ts";
import { readValue } from "./cell-value.ts";
import { formatOfStyle, formatsOfClasses } from "./number-formats.ts";
import { TableGrid } from "./table-grid.ts";

type Attributes = Readonly<Record<string, string | undefined>>;

/** A cell whose text is being read. */
interface OpenCell {
  readonly attributes: Attributes;
  text: string;
}

/** A table that is being read; one within a cell of another is a table of its own. */
interface OpenTable {
  readonly grid: TableGrid;
  inRow: boolean;
  cell: OpenCell | undefined;
}

const unread = new Set(["script", "style", "title", "template", "xml", "object", "noscript", "select", "textarea"]);
const blocks = /^(?:p|div|h[1-6]|br|li|ul|ol|tr|center|section|article|header|hr|dt|dd|pre|blockquote|body)$/;
/** So many lines of text above a table may be its title, its unit, who reports it. */
const mostLines = 10;
/** Deeper than any table of a page; the parser's own work grows with it. */
const deepest = 1000;

/** Reads a page's tables out of the parser's events. Nothing of it is run, and no address in it is ever followed. */
export class PageReader implements Partial<Handler> {
  readonly tables: TableGrid[] = [];
  /** Everything in conditional comments, where Excel tells its sheets' names. */
  excelXml = "";
  private readonly open: OpenTable[] = [];
  private formats = new Map<string, string>();
  private style = "";
  private skipped = 0;
  private hidden = 0;
  private depth = 0;
  private readonly elements: { readonly skips: boolean; readonly hides: boolean }[] = [];
  private above: string[] = [];
  private line = "";

  constructor(
    private readonly file: string,
    private readonly limits: Limits,
  ) {}

  onopentag(name: string, attributes: Attributes): void {
    if (++this.depth > deepest) {
      const reason = `elements within elements, more than ${deepest}`;
      throw refusal("workbook/damaged", { file: this.file }, { part: "HTML", reason });
    }
    const skips = unread.has(name);
    const hides = !isTablePart(name) && isHidden(attributes);
    this.elements.push({ skips, hides });
    this.skipped += Number(skips);
    this.hidden += Number(hides);
    if (name === "table") this.startTable();
    else if (name === "tr") this.startRow(isHidden(attributes));
    else if (name === "td" || name === "th") this.startCell(attributes);
    else if (blocks.test(name)) this.breakLine();
  }

  ontext(text: string): void {
    if (this.skipped > 0) {
      this.style += text;
      return;
    }
    const table = this.open.at(-1);
    if (table?.cell) {
      if (this.hidden === 0) table.cell.text += text;
    } else if (!table && this.hidden === 0) this.line += text;
  }

  onclosetag(name: string): void {
    this.depth--;
    const closed = this.elements.pop();
    if (closed?.skips) {
      this.skipped--;
      if (name === "style") for (const [key, format] of formatsOfClasses(this.style)) this.formats.set(key, format);
      this.style = "";
    }
    if (closed?.hides) this.hidden--;
    if (name === "td" || name === "th") this.endCell();
    else if (name === "tr") this.endRow();
    else if (name === "table") this.endTable();
    else if (blocks.test(name)) this.breakLine();
  }

  oncomment(text: string): void {
    if (/<x:/iu.test(text) && this.excelXml.length < 2 ** 20) this.excelXml += text;
  }

  onend(): void {
    while (this.open.length > 0) this.endTable();
  }

  private startTable(): void {
    const outer = this.open.at(-1);
    const grid = new TableGrid(this.file, this.limits);
    this.tables.push(grid);
    if (!outer) this.titleRows(grid);
    this.open.push({ grid, inRow: false, cell: undefined });
  }

  /** The lines above a table become its first rows, as in a spreadsheet that opens the page. */
  private titleRows(grid: TableGrid): void {
    this.breakLine();
    for (const text of this.above) {
      grid.startRow(false);
      grid.add(grid.place(1, 1), { kind: held.text, text });
    }
    this.above = [];
  }

  private endTable(): void {
    this.endRow();
    this.open.pop();
  }

  private startRow(hidden: boolean): void {
    const table = this.open.at(-1);
    if (!table) return;
    this.endRow();
    table.grid.startRow(hidden);
    table.inRow = true;
  }

  private endRow(): void {
    const table = this.open.at(-1);
    if (!table) return;
    this.endCell();
    table.inRow = false;
  }

  private startCell(attributes: Attributes): void {
    const table = this.open.at(-1);
    if (!table) return;
    this.endCell();
    if (!table.inRow) this.startRow(false);
    table.cell = { attributes, text: "" };
  }

  private endCell(): void {
    const table = this.open.at(-1);
    if (!table?.cell) return;
    const { attributes, text } = table.cell;
    table.cell = undefined;
    const column = table.grid.place(spanOf(attributes.colspan), spanOf(attributes.rowspan));
    table.grid.add(column, readValue(attributes, shownText(text), this.formatOf(attributes)));
  }

  private formatOf(attributes: Attributes): string | undefined {
    const own = attributes.style === undefined ? undefined : formatOfStyle(attributes.style);
    if (own !== undefined || attributes.class === undefined) return own;
    return attributes.class.split(/\s+/u).flatMap((name) => this.formats.get(name) ?? [])[0];
  }

  private breakLine(): void {
    const table = this.open.at(-1);
    if (table?.cell) {
      table.cell.text += lineBreak;
      return;
    }
    const text = shownText(this.line);
    this.line = "";
    if (text === "" || table) return;
    this.above.push(text);
    if (this.above.length > mostLines) this.above.shift();
  }
}

/** Stands for a line break until the page's own white space has been folded. */
const lineBreak = "\u0000";

function shownText(text: string): string {
  const lines = text.split(lineBreak).map((line) => line.replace(/[ \t\r\n\f\u00a0]+/gu, " ").trim());
  return lines.length === 1
    ? (lines[0] ?? "")
    : lines
        .join("\n")
        .replace(/\n{2,}/gu, "\n")
        .trim();
}

function spanOf(written: string | undefined): number {
  return written !== undefined && /^\s*\d{1,9}\s*$/u.test(written) ? Number(written) : 1;
}

function isHidden(attributes: Attributes): boolean {
  return attributes.hidden !== undefined || /display\s*:\s*none/iu.test(attributes.style ?? "");
}

function isTablePart(name: string): boolean {
  return /^(?:table|thead|tbody|tfoot|tr|td|th|col|colgroup)$/u.test(name);
}
