import { listOf, same, type Text } from "../text/text.ts";

/** What to look for in a sheet. A rulebook compiles its inputs to these; this room knows no rulebook. */
export interface TableSpec {
  /** The input's id: `deposits`. */
  readonly id: string;
  /** What people call it; undefined: its id. */
  readonly label?: Text;
  /** Names a sheet (or a file) of this input may have: 存款, 存款明细, and the id itself. */
  readonly sheets: readonly string[];
  readonly columns: readonly ColumnSpec[];
}

export interface ColumnSpec {
  /** The column's name in the rulebook: `average`. */
  readonly name: string;
  /** What people call it; undefined: its name. */
  readonly label?: Text;
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
  /** Of money, its ISO code: where a sheet names 万元 and 万美元, each column takes its own. */
  readonly currency?: string | undefined;
  /** Without it the sheet cannot be used: the key of the subject, or the reference to it. */
  readonly required: boolean;
}

/** An input for a message: what people call it, with its id behind that for `--map`: `贷款（loans）`. */
export function inputWords({ id, label = same(id) }: TableSpec): Text {
  const words = (text: string, behind: string) => (text === id ? id : text + behind);
  return { zh: words(label.zh, `（${id}）`), en: words(label.en, ` (${id})`) };
}

/** A column in the same way: `“客户号”（customer）`. */
export function columnWords({ name, label = same(name) }: ColumnSpec): Text {
  const words = (text: string, quoted: string, behind: string) => (text === name ? quoted : quoted + behind);
  return { zh: words(label.zh, `“${label.zh}”`, `（${name}）`), en: words(label.en, `"${label.en}"`, ` (${name})`) };
}

/** Several inputs in a list. */
export function inputList(specs: readonly TableSpec[]): Text {
  return listOf(specs.map(inputWords));
}
