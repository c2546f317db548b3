import { columnName } from "../../diagnostic/location.ts";
import { type FormText, textOf } from "./form-text.ts";
import { attribute, elements } from "./xml-text.ts";

/** A row of a template. */
export interface FormRow {
  readonly number: number;
  /** Of its elements' names, with its colon; empty for most. */
  readonly prefix: string;
  /** All but its number, as written, a blank in front. */
  readonly attributes: string;
  /** Points; undefined: the sheet's default. */
  readonly height: number | undefined;
  readonly cells: readonly FormCell[];
}

export interface FormCell {
  /** Its letters. */
  readonly column: string;
  /** All but its reference and type, a blank in front. */
  readonly attributes: string;
  /** The index of its style. */
  readonly style: number;
  readonly type: string | undefined;
  readonly inner: string;
  /** Undefined: it holds no text. */
  readonly text: FormText | undefined;
}

/** Takes the rows of a sheet apart. `texts`: the inner XML of the workbook's shared strings. */
export function rowsOf(xml: string, texts: readonly string[]): FormRow[] {
  let last = 0;
  return [...elements(xml, "row")].map(({ prefix, attributes, inner }) => {
    const number = Number(attribute(attributes, "r") ?? last + 1);
    last = number;
    const height = attribute(attributes, "ht");
    return {
      number,
      prefix,
      attributes: without(attributes, "r"),
      height: height === undefined ? undefined : Number(height),
      cells: cellsOf(inner, texts),
    };
  });
}

function cellsOf(xml: string, texts: readonly string[]): FormCell[] {
  let next = 0;
  return [...elements(xml, "c")].map(({ attributes, inner }) => {
    const column = /^[A-Z]+/.exec(attribute(attributes, "r") ?? "")?.[0] ?? columnName(next);
    next = columnNumber(column);
    const type = attribute(attributes, "t");
    const [value] = elements(inner, type === "inlineStr" ? "is" : "v");
    const source = type === "s" ? texts[Number(value?.inner)] : type === "inlineStr" ? value?.inner : undefined;
    return {
      column,
      attributes: without(attributes, "r", "t"),
      style: Number(attribute(attributes, "s") ?? 0),
      type,
      inner,
      text: source === undefined ? undefined : textOf(source),
    };
  });
}

/** A column's number, from 1. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function without(attributes: string, ...names: readonly string[]): string {
  const pattern = new RegExp(`(^|\\s)(?:${names.join("|")})\\s*=\\s*(?:"[^"]*"|'[^']*')`, "g");
  const rest = attributes.replace(pattern, "").trim();
  return rest === "" ? "" : ` ${rest}`;
}
