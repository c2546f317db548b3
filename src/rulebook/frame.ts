import type { Result } from "../formula/value.ts";

/** What holds for a whole run. */
export interface Run {
  /** The day of assessment, `YYYY-MM-DD`. Dated parameters are those in force on it. */
  readonly asOf: string;
  /** Both ends of the period, included. */
  readonly from: string;
  readonly to: string;
}

/** What a person formula is evaluated against: one subject, and the tier that is being tested. */
export interface PersonFrame {
  readonly run: Run;
  /** The subject's own columns, by `Column.slot`. */
  readonly columns: readonly Result[];
  /** Figures that are the same at every tier, by `Figure.slot`: metrics, scores, standing, one-row inputs. */
  readonly shared: Result[];
  /** Figures that differ by tier: `byTier[Tier.index][Figure.slot]`. */
  readonly byTier: readonly Result[][];
  /** The index of the tier being tested; -1: none. */
  tier: number;
  /** Tier ids; "" is none. Unknown before the stage that settles them. */
  current: Result;
  qualified: Result;
  recommended: Result;
  /** Names of levels within the tier. */
  currentLevel: Result;
  qualifiedLevel: Result;
  recommendedLevel: Result;
}

/** The values of one column of an input, by row. */
export interface ColumnValues extends Iterable<Result> {
  readonly length: number;
  at(row: number): Result | undefined;
  /** By row, the value times a hundred where it is a figure of whole hundredths; NaN where it is not. */
  readonly hundredths?: Float64Array | undefined;
  /** Of a column of ids, by row: a number for each id, the same for equal ones of `ids`; -1: there is none. */
  readonly codes?: Int32Array;
  readonly ids?: Ids;
}

/** The ids that columns naming the same things hold. */
export interface Ids {
  text(code: number): string;
}

/** What a row formula is evaluated against. One object is reused for all rows: keep nothing of it. */
export interface RowFrame {
  readonly person: PersonFrame;
  /** The input's columns, by `Column.slot`. */
  readonly columns: readonly ColumnValues[];
  row: number;
}

/** What a scope's `keep` is evaluated against: one person's rows for one value of `each`. */
export interface GroupFrame {
  readonly person: PersonFrame;
  /** Rows of the group by `Input.index`; undefined: the sheet was not supplied. */
  readonly rows: readonly (readonly number[] | undefined)[];
  /** Columns of every input by `Input.index`. */
  readonly inputs: readonly (readonly ColumnValues[] | undefined)[];
}

/** What a team formula is evaluated against: all people, or one branch's. */
export interface TeamFrame {
  readonly run: Run;
  readonly people: readonly PersonFrame[];
}
