import type { Binding } from "../header/bind.ts";
import { squeeze } from "../header/header-text.ts";
import { isMoneyWord, isUnitRow } from "../header/unit-words.ts";
import type { LeftOutRow } from "../sheet-report.ts";
import type { Layout } from "./layout.ts";
import { isNote, isSentence, isSignOff, mayBeTotal, namedTotal, type TotalLevel, totalWord } from "./row-words.ts";
import type { SheetRow } from "./sheet-row.ts";

/** Why a row is not data, and for a total how far up it reaches. */
export interface Verdict {
  readonly reason: LeftOutRow["reason"];
  readonly level?: TotalLevel;
}

/**
 * Tells the rows below a header that are not data: totals, repeated headers and titles of a next page, notes, sign-offs. A
 * row that has an id is data, unless it says 小计 or the like in so many words: rather a strange row reported than one lost.
 */
export class RowSorter {
  private readonly required: readonly number[];
  private readonly headers: readonly (readonly (readonly [column: number, word: string])[])[];
  /**
   * Columns with an id that tells data by itself: it begins with a digit, which neither the header's word in the column nor
   * anything above it does.
   */
  readonly keys: readonly number[];
  private readonly pageTops: ReadonlySet<string>;
  private readonly pageTopTexts: ReadonlySet<string>;

  constructor(above: readonly SheetRow[], layout: Layout, binding: Binding) {
    this.required = binding.bound.filter(({ spec }) => spec.required).map(({ label }) => label.column);
    this.headers = layout.headerRows.map((row) =>
      row.columns
        .filter((column) => !row.isBlank(column))
        .map((column) => [column, squeeze(row.shown(column))] as const),
    );
    this.keys = this.required.filter(
      (column) =>
        this.headers.every((header) => header.some(([at, word]) => at === column && !beginsWithDigit(word))) &&
        !above.some((row) => beginsWithDigit(row.shown(column).trim())),
    );
    this.pageTops = new Set(above.map(signature));
    this.pageTopTexts = new Set(above.map((row) => row.firstShown()));
  }

  /** Undefined: the row is data. */
  sort(row: SheetRow): Verdict | undefined {
    const lead = row.firstFilled();
    if (lead < 0) return { reason: "blank" };
    const total = row.mayBeTotal ? this.total(row, lead) : undefined;
    if (total) return total;
    // Most rows begin with a figure or an id, and nothing below does.
    const code = row.firstCode(lead);
    if (Number.isNaN(code) || (code >= 0x30 && code <= 0x39)) return undefined;
    const text = row.textOf(lead);
    if (this.headers.some((header) => repeats(row, header))) return { reason: "repeated-header" };
    if (this.pageTopTexts.has(text.trim()) && this.pageTops.has(signature(row))) return { reason: "title" };
    return this.remark(row, lead, text);
  }

  private total(row: SheetRow, lead: number): Verdict | undefined {
    for (const column of row.columns) {
      const text = row.textOf(column);
      if (text === "" || !mayBeTotal(text)) continue;
      const word = totalWord(text);
      const keyless = this.isKeyless(row, column);
      if (word && (word.sure || (column === lead && keyless))) {
        return { reason: word.level === 1 ? "subtotal" : "total", level: word.level };
      }
      if (keyless && this.required.length > 0 && namedTotal(text)) return { reason: "subtotal", level: 1 };
    }
    return undefined;
  }

  private remark(row: SheetRow, lead: number, text: string): Verdict | undefined {
    const keyless = this.isKeyless(row, lead);
    if (keyless && isUnitLine(row)) return { reason: "unit" };
    if ((keyless || /[:：_]\s*$/u.test(text)) && isSignOff(text)) return { reason: "sign-off" };
    if (!keyless) return undefined;
    if (isNote(text)) return { reason: "note" };
    const alone = row.columns.every((column) => column === lead || row.isBlank(column));
    return alone && isSentence(text) ? { reason: "note" } : undefined;
  }

  /** No id in the row, unless what stands in `but` is taken for one. */
  private isKeyless(row: SheetRow, but: number): boolean {
    return this.required.every((column) => column === but || row.isBlank(column));
  }
}

/** 单位:万元 below a table, or 万元 by itself. */
function isUnitLine(row: SheetRow): boolean {
  const cells = row.columns.filter((column) => !row.isBlank(column)).map((column) => row.textOf(column));
  return isUnitRow(cells) || cells.every(isMoneyWord);
}

function beginsWithDigit(text: string): boolean {
  return /^\d/u.test(text);
}

function repeats(row: SheetRow, header: readonly (readonly [number, string])[]): boolean {
  const [first] = header;
  if (!first || row.textOf(first[0]).trimStart()[0]?.toLowerCase() !== first[1][0]) return false;
  return header.every(([column, word]) => squeeze(row.shown(column)) === word);
}

function signature(row: SheetRow): string {
  return row.columns.map((column) => `${column}\t${row.shown(column).trim()}`).join("\n");
}
