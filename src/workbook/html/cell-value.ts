import { held } from "../held-sheet.ts";
import { parseDouble } from "../xlsx/number-text.ts";

/** A cell of a page: its text as shown, or the exact value that the writer put beside it. */
export type CellValue =
  | { readonly kind: typeof held.number; readonly number: number; readonly format: string | undefined }
  | { readonly kind: typeof held.boolean; readonly number: number }
  | { readonly kind: typeof held.text | typeof held.error; readonly text: string };

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * The value of a cell. Excel says it in `x:num`, `x:bool`, `x:err` and `x:str`, LibreOffice in `sdval` with the format in
 * `sdnum`, SheetJS in `data-v` with `data-t` and `data-z`; a page of any other writer has the text alone.
 *
 * @param format the number format of the cell's style, if it has one
 */
export function readValue(attributes: Attributes, shown: string, format: string | undefined): CellValue {
  const text: CellValue = { kind: held.text, text: shown };
  const number = (written: string | undefined, own: string | undefined): CellValue => {
    const value = parseDouble(written || shown);
    return value === undefined ? text : { kind: held.number, number: value, format: own ?? format };
  };
  const truth = (written: string): CellValue => ({
    kind: held.boolean,
    number: /^(?:true|1)$/iu.test(written) ? 1 : 0,
  });
  const { "x:num": num, "x:bool": bool, "x:err": error, "x:str": str, sdval, sdnum } = attributes;
  if (num !== undefined) return number(num, undefined);
  if (bool !== undefined) return truth(bool || shown);
  if (error !== undefined) return { kind: held.error, text: error || shown };
  if (str !== undefined) return { kind: held.text, text: str || shown };
  if (sdval !== undefined) return number(sdval, sdnum?.split(";").slice(2).join(";") || undefined);
  const { "data-t": type, "data-v": value } = attributes;
  if (type === "n" && value !== undefined) return number(value, attributes["data-z"]);
  if (type === "b" && value !== undefined) return truth(value);
  if (type === "e") return { kind: held.error, text: shown || "#N/A" };
  return text;
}
