import { cellText } from "../xlsx/cell-text.ts";
import { columnWidths, type FormStyles, heightOf, type Merges } from "./fit-rows.ts";
import { type FormCell, type FormRow, rowsOf } from "./form-rows.ts";
import { filledText } from "./form-text.ts";
import type { FormValues } from "./form-values.ts";
import { filled, hasOpenPlaceholder, isOfCriteria, keyOf, namesIn } from "./placeholders.ts";
import { RowShift } from "./shift-rows.ts";
import { attribute, decoded, elements, encoded, withAttribute } from "./xml-text.ts";

/** Rows that are repeated for every criterion, first and last. */
export interface Block {
  readonly first: number;
  readonly last: number;
}

/** A text of the template with placeholders, and its cell; of headers and footers, none. */
export interface AskingText {
  readonly cell: string | undefined;
  readonly text: string;
}

/** One sheet of a form: its XML with the rows taken apart, so that they can be filled and repeated. */
export class FormSheet {
  private readonly before: string;
  private readonly after: string;
  private readonly rows: readonly FormRow[];
  private readonly blocks: readonly Block[];
  private readonly merges: readonly string[];
  private readonly widths: ReadonlyMap<number, number>;

  constructor(
    readonly name: string,
    xml: string,
    texts: readonly string[],
    private readonly styles: FormStyles,
  ) {
    const [data] = elements(xml, "sheetData");
    const start = data?.start ?? xml.length;
    this.before = xml.slice(0, start);
    this.after = xml.slice(start + (data?.whole.length ?? 0));
    this.rows = data ? rowsOf(data.inner, texts) : [];
    this.blocks = blocksOf(this.rows);
    this.merges = [...elements(this.after, "mergeCell")].flatMap(
      ({ attributes }) => attribute(attributes, "ref") ?? [],
    );
    this.widths = columnWidths(this.before);
  }

  /** Whatever has placeholders, or braces that never close. */
  get asking(): AskingText[] {
    const cells = this.rows.flatMap(({ number, cells: all }) =>
      all.flatMap(({ column, text }) => (text === undefined ? [] : [{ cell: `${column}${number}`, text: text.plain }])),
    );
    const margins = [...this.after.matchAll(marginText)].map(([, , , text = ""]) => ({
      cell: undefined,
      text: decoded(text),
    }));
    return [...cells, ...margins].filter(({ text }) => namesIn(text).length > 0 || hasOpenPlaceholder(text));
  }

  get hasFormulas(): boolean {
    return this.rows.some(({ cells }) => cells.some(({ inner }) => /<(?:\w+:)?f[\s/>]/.test(inner)));
  }

  /** The sheet of one person, and where its rows have come to stand. */
  fill({ person, criteria }: FormValues): { readonly xml: string; readonly shift: RowShift } {
    const lines = criteria.length > 0 ? criteria : [new Map<string, string>()];
    const shift = new RowShift(this.blocks, lines.length);
    let data = "";
    const done = new Set<Block>();
    for (const row of this.rows) {
      const block = this.blocks.find(({ first, last }) => first <= row.number && row.number <= last);
      if (!block) data += this.rowXml(row, shift.row(row.number), person, shift);
      else if (!done.has(block)) {
        done.add(block);
        const height = block.last - block.first + 1;
        const repeated = this.rows.filter(({ number }) => block.first <= number && number <= block.last);
        for (const [copy, line] of lines.entries()) {
          const values = new Map([...person, ...line]);
          const by = shift.row(block.first) - block.first + copy * height;
          for (const one of repeated) data += this.rowXml(one, one.number + by, values, shift);
        }
      }
    }
    const [open] = elements(this.before, "worksheet");
    const prefix = open?.prefix ?? /<(\w+:)?worksheet/.exec(this.before)?.[1] ?? "";
    const xml = `${this.shifted(this.before, shift)}<${prefix}sheetData>${data}</${prefix}sheetData>${this.end(person, shift, prefix)}`;
    return { xml, shift };
  }

  private rowXml(row: FormRow, number: number, values: ReadonlyMap<string, string>, shift: RowShift): string {
    const cells = row.cells.map((cell) => {
      const head = `<${row.prefix}c r="${cell.column}${number}"${cell.attributes}`;
      if (cell.text && namesIn(cell.text.plain).length > 0) {
        return `${head} t="inlineStr"><${row.prefix}is>${filledText(cell.text, row.prefix, values)}</${row.prefix}is></${row.prefix}c>`;
      }
      const inner = cell.inner.replace(
        /(<(?:\w+:)?f(?:\s[^>]*)?>)([^<]*)(<\/)/g,
        (_, open: string, formula: string, close: string) => open + encoded(shift.formula(decoded(formula))) + close,
      );
      const type = cell.type === undefined ? "" : ` t="${cell.type}"`;
      return inner === "" ? `${head}${type}/>` : `${head}${type}>${inner}</${row.prefix}c>`;
    });
    const needed = this.heightNeeded(row, values);
    const attributes =
      needed === undefined
        ? row.attributes
        : withAttribute(withAttribute(row.attributes, "ht", String(needed)), "customHeight", "1");
    return `<${row.prefix}row r="${number}"${attributes}>${cells.join("")}</${row.prefix}row>`;
  }

  /** The height that filled texts ask for; undefined: the row is high enough. */
  private heightNeeded(row: FormRow, values: ReadonlyMap<string, string>): number | undefined {
    const asks = (cell: FormCell) => cell.text !== undefined && namesIn(cell.text.plain).length > 0;
    const merges: Merges = { ranges: this.merges, rows: this.rows, styles: this.styles, widths: this.widths };
    const heights = row.cells.filter(asks).map((cell) => heightOf(cell, row, filled(cell.text!.plain, values), merges));
    const most = Math.max(0, ...heights);
    const own = row.height ?? this.styles.defaultHeight;
    return most > own ? Math.ceil(most * 4) / 4 : undefined;
  }

  /** What stands behind the rows: merges, ranges that rules and pages apply to, headers and footers. */
  private end(person: ReadonlyMap<string, string>, shift: RowShift, prefix: string): string {
    const merged = shift.merges(this.merges).map((ref) => `<${prefix}mergeCell ref="${ref}"/>`);
    const mergeCells =
      merged.length > 0 ? `<${prefix}mergeCells count="${merged.length}">${merged.join("")}</${prefix}mergeCells>` : "";
    const [old] = elements(this.after, "mergeCells");
    const withMerges = old ? this.after.replace(old.whole, () => mergeCells) : this.after;
    const withBreaks = withMerges.replace(/(<(?:\w+:)?rowBreaks\b[\s\S]*?<\/(?:\w+:)?rowBreaks>)/, (breaks) =>
      breaks.replace(/(\sid=")(\d+)/g, (_, head: string, id: string) => `${head}${shift.end(Number(id))}`),
    );
    const withMargins = withBreaks.replace(
      marginText,
      (_, open: string, _name: string, text: string, close: string) =>
        // Each & of a value is doubled: a single one begins a code.
        open + encoded(filled(decoded(text), escapedForMargins(person))) + close,
    );
    return old ? this.shiftedBut(withMargins, mergeCells, shift) : this.shifted(withMargins, shift);
  }

  private shiftedBut(xml: string, kept: string, shift: RowShift): string {
    const at = kept === "" ? -1 : xml.indexOf(kept);
    if (at < 0) return this.shifted(xml, shift);
    return this.shifted(xml.slice(0, at), shift) + kept + this.shifted(xml.slice(at + kept.length), shift);
  }

  private shifted(xml: string, shift: RowShift): string {
    return xml.replace(
      /(\s(?:ref|sqref|activeCell|topLeftCell)=")([^"]*)(")/g,
      (_, head: string, text: string, tail: string) => head + shift.references(text) + tail,
    );
  }
}

/** Headers and footers: start tag, name, text, end tag. */
const marginText = /(<(?:\w+:)?((?:odd|even|first)(?:Header|Footer))[^>]*>)([^<]*)(<\/)/g;

function escapedForMargins(values: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...values].map(([key, value]) => [key, cellText(value).replaceAll("&", "&&").slice(0, 80)]));
}

/** Runs of rows that ask for something of the criteria. */
function blocksOf(rows: readonly FormRow[]): Block[] {
  const blocks: { first: number; last: number }[] = [];
  for (const { number, cells } of rows) {
    const names = cells.flatMap(({ text }) => (text ? namesIn(text.plain) : []));
    if (!names.some((name) => isOfCriteria(keyOf(name) ?? ""))) continue;
    const last = blocks.at(-1);
    if (last && last.last === number - 1) last.last = number;
    else blocks.push({ first: number, last: number });
  }
  return blocks;
}
