/** What to look for in a sheet. A rulebook compiles its inputs to these; this room knows no rulebook. */
export interface TableSpec {
  /** The input's id: `deposits`. */
  readonly id: string;
  /** Names a sheet (or a file) of this input may have: 存款, 存款明细, and the id itself. */
  readonly sheets: readonly string[];
  readonly columns: readonly ColumnSpec[];
}

export interface ColumnSpec {
  /** The column's name in the rulebook: `average`. */
  readonly name: string;
  /** Headers it may have, as the rulebook spells them. */
  readonly headers: readonly string[];
  /** How its cells will be read; money columns take a sheet's unit row. */
  readonly kind:
    | "id"
    | "text"
    | "money"
    | "ratio"
    | "number"
    | "count"
    | "duration"
    | "date"
    | "boolean"
    | "enum"
    | "tier"
    | "level";
  /** Without it the sheet cannot be used: the key of the subject, or the reference to it. */
  readonly required: boolean;
}
