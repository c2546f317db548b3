import type { Type } from "../formula/type.ts";
import type { Value } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { Text } from "../text/text.ts";
import type { ColumnSpec } from "../workbook/table-spec.ts";

/** One kind of sheet that the rulebook reads. */
export interface Input {
  readonly id: string;
  /** Its place among the rulebook's inputs; the subject's is 0. */
  readonly index: number;
  /** Names a sheet of it may have, its id last. */
  readonly sheets: readonly string[];
  readonly label: Text;
  readonly columns: readonly Column[];
  /**
   * `subject`: the roster. `one-row`: at most one row a subject, read as `quality.npl`. `detail`: any number of rows a subject.
   * `whole`: exactly one row in all, read as `bank.staff`.
   */
  readonly role: "subject" | "one-row" | "detail" | "whole";
  /** The key column of a subject or one-row input. */
  readonly key: Column | undefined;
  /** The column that refers to the subject's key; undefined for `subject` and `whole`. */
  readonly refers: Column | undefined;
}

export interface Column {
  readonly name: string;
  readonly input: string;
  /** Its place among the input's columns. */
  readonly slot: number;
  readonly type: Type;
  readonly kind: ColumnSpec["kind"];
  readonly label: Text;
  readonly headers: readonly string[];
  /** What a bare figure is in, when neither cell, header nor sheet says: `元`, `万元`, `年`, `USD`. */
  readonly unit: string | undefined;
  /** What a blank cell of an existing row stands for; undefined: missing. */
  readonly missing: Value | undefined;
  readonly min: Exact | undefined;
  readonly max: Exact | undefined;
  /** Boolean columns: words beside the general ones (是/否, Y/N, √/×, 1/0, 有/无). */
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Enum columns: further spellings → value. Tier columns: ids, labels and aliases → tier id. */
  readonly words: ReadonlyMap<string, string>;
  /** A person's name or the like: masked where names are masked. */
  readonly personal: boolean;
  /** What the rulebook says of it to whoever fills it in. */
  readonly note?: string;
}
