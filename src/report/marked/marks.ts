import type { Diagnostic, Severity } from "../../diagnostic/diagnostic.ts";
import type { CellLocation, Location } from "../../diagnostic/location.ts";
import type { Text } from "../../text/text.ts";
import type { FileReport, SheetReport } from "../../workbook/sheet-report.ts";

/** A problem that a cell takes part in. */
export interface Cause {
  readonly diagnostic: Diagnostic;
  /** What the cell has to do with it, where the problem itself stands elsewhere: 另一行, 相同的行. */
  readonly as: Text | undefined;
}

/** A cell to be marked, with all that is wrong there. */
export interface Mark {
  /** The worst of the causes. */
  severity: Severity;
  readonly causes: Cause[];
  /** What the cell holds, once its sheet has been written. */
  found?: string;
}

/** What to mark on one sheet: by row (from 1), then by column (from 0). */
export class SheetMarks {
  readonly rows = new Map<number, Map<number, Mark>>();
  worst: Severity | undefined;

  add(row: number, column: number, cause: Cause): void {
    const { severity } = cause.diagnostic;
    this.worst = worse(this.worst, severity);
    let cells = this.rows.get(row);
    if (!cells) {
      cells = new Map();
      this.rows.set(row, cells);
    }
    const mark = cells.get(column);
    if (!mark) cells.set(column, { severity, causes: [cause] });
    else {
      mark.causes.push(cause);
      mark.severity = worse(mark.severity, severity);
    }
  }
}

/** Where a place of a diagnostic is on its sheet. */
export interface Spot {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** What to mark in the files of a run. */
export class Marks {
  private readonly sheets = new Map<string, SheetMarks>();
  private readonly reports = new Map<string, SheetReport>();
  /** Columns beyond the header that stand for missing ones, already given away on a sheet. */
  private readonly spare = new Map<string, number>();
  private readonly spots = new Map<Diagnostic, Spot>();

  constructor(files: readonly FileReport[], diagnostics: readonly Diagnostic[]) {
    for (const { file, sheets } of files) for (const sheet of sheets) this.reports.set(keyOf(file, sheet.name), sheet);
    for (const diagnostic of diagnostics) {
      const spot = this.spotOf(diagnostic.location, diagnostic.code);
      if (spot) this.spots.set(diagnostic, spot);
      this.mark(spot, { diagnostic, as: undefined });
      for (const { note, location } of diagnostic.related ?? []) {
        const cell = (location as CellLocation).cell;
        if (cell !== undefined) this.mark(this.spotOf(location), { diagnostic, as: note });
      }
    }
  }

  of(file: string, sheet: string | undefined): SheetMarks | undefined {
    return this.sheets.get(keyOf(file, sheet));
  }

  /** Where a diagnostic itself is marked; undefined: it is of no sheet. */
  spot(diagnostic: Diagnostic): Spot | undefined {
    return this.spots.get(diagnostic);
  }

  /** What the marked cell holds, once its sheet has been written. */
  found({ sheet, row, column }: Spot): string {
    return this.sheets.get(sheet)?.rows.get(row)?.get(column)?.found ?? "";
  }

  private mark(spot: Spot | undefined, cause: Cause): void {
    if (!spot) return;
    let sheet = this.sheets.get(spot.sheet);
    if (!sheet) {
      sheet = new SheetMarks();
      this.sheets.set(spot.sheet, sheet);
    }
    sheet.add(spot.row, spot.column, cause);
  }

  /** A cell where it is; what is of the whole sheet at its header, a missing column beside the last header. */
  private spotOf(location: Location | undefined, code = ""): Spot | undefined {
    const { file, sheet, cell } = (location ?? {}) as Partial<CellLocation>;
    if (file === undefined) return undefined;
    const key = keyOf(file, sheet);
    const report = this.reports.get(key);
    if (!report) return undefined;
    const place = cell === undefined ? undefined : parse(cell);
    if (place) return { sheet: key, ...place };
    const header = report.headerRows.at(-1);
    const columns = [...report.bound, ...report.unbound].map(({ column }) => indexOf(column));
    if (header === undefined || columns.length === 0) return { sheet: key, row: 1, column: 0 };
    if (code !== "workbook/missing-column" && code !== "workbook/missing-key-column")
      return { sheet: key, row: header, column: Math.min(...columns) };
    const column = (this.spare.get(key) ?? Math.max(...columns)) + 1;
    this.spare.set(key, column);
    return { sheet: key, row: header, column };
  }
}

/** A sheet of a file, as a key; a text file has none. */
export function keyOf(file: string, sheet: string | undefined): string {
  return sheet === undefined ? file : `${file}\u0000${sheet}`;
}

export function worse(a: Severity | undefined, b: Severity): Severity {
  return a === undefined || b === "error" || (b === "warning" && a === "info") ? b : a;
}

function parse(cell: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  return letters === undefined ? undefined : { row: Number(digits), column: indexOf(letters) };
}

/** A → 0, AA → 26. */
export function indexOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
