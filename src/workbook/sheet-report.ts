/** What was understood of one file: the raw material of `inspect`, of `inputs` in JSON and of the run sheet. */
export interface FileReport {
  readonly file: string;
  readonly sha256: string;
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets: readonly SheetReport[];
}

/** rowsInFile = headerRows.length + rowsRead + leftOut.length: no row is lost. */
export interface SheetReport {
  readonly name: string | undefined;
  readonly state: "visible" | "hidden";
  /** The input that it was taken for; undefined: not used, see `why`. */
  readonly input: string | undefined;
  readonly why:
    | "sheet-name"
    | "file-name"
    | "headers"
    | "mapping"
    | "hidden"
    | "no-match"
    | "empty"
    | "no-header"
    | "instructions"
    | "own-output";
  readonly headerRows: readonly number[];
  readonly unit?: string;
  readonly bound: readonly {
    readonly name: string;
    readonly header: string;
    readonly column: string;
    readonly unit?: string;
  }[];
  readonly unbound: readonly { readonly header: string; readonly column: string }[];
  /** Rows with at least one cell. */
  readonly rowsInFile: number;
  readonly rowsRead: number;
  readonly leftOut: readonly LeftOutRow[];
  readonly totals: readonly TotalRow[];
  /** The first rows of a visible sheet that is not used, for a person to see what it is. */
  readonly head?: readonly HeadRow[];
}

/** A row of a sheet's head, its cells as a person sees them; blank ones are not there. */
export interface HeadRow {
  readonly row: number;
  readonly cells: readonly { readonly column: string; readonly text: string }[];
}

export interface LeftOutRow {
  readonly row: number;
  readonly reason: "title" | "unit" | "note" | "subtotal" | "total" | "sign-off" | "repeated-header" | "blank";
  /** The row's first text, for a person to recognise it. */
  readonly text: string;
}

/** A printed total and what the rows above it add up to, both exact decimals in the column's own unit. */
export interface TotalRow {
  readonly row: number;
  readonly column: string;
  readonly cell: string;
  readonly printed: string;
  readonly summed: string;
  readonly agrees: boolean;
  /** The sheet's own numbers of the first and the last data row that it stands for. */
  readonly rows: readonly [first: number, last: number];
}
