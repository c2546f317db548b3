import { linesOf } from "../xlsx/shared-texts.ts";
import { columnNumber, type FormCell, type FormRow } from "./form-rows.ts";
import { attribute, elements } from "./xml-text.ts";

/** What a template's styles say of how much room a text takes. */
export interface FormStyles {
  /** By style index. */
  readonly cells: readonly { readonly wraps: boolean; readonly size: number }[];
  readonly defaultHeight: number;
}

/** What a cell's text has to fit into. */
export interface Merges {
  readonly ranges: readonly string[];
  readonly rows: readonly FormRow[];
  readonly styles: FormStyles;
  /** Of columns, from 1, in characters. */
  readonly widths: ReadonlyMap<number, number>;
}

const defaultSize = 11;
const defaultWidth = 8.43;

export function stylesOf(xml: string, sheet: string): FormStyles {
  const [fonts] = elements(xml, "fonts");
  const sizes = [...elements(fonts?.inner ?? "", "font")].map(({ inner }) => {
    const [size] = elements(inner, "sz");
    return Number(attribute(size?.attributes ?? "", "val") ?? defaultSize);
  });
  const [formats] = elements(xml, "cellXfs");
  const cells = [...elements(formats?.inner ?? "", "xf")].map(({ attributes, inner }) => {
    const [alignment] = elements(inner, "alignment");
    const wraps = attribute(alignment?.attributes ?? "", "wrapText");
    return {
      wraps: wraps === "1" || wraps === "true",
      size: sizes[Number(attribute(attributes, "fontId") ?? 0)] ?? defaultSize,
    };
  });
  const [format] = elements(sheet, "sheetFormatPr");
  return { cells, defaultHeight: Number(attribute(format?.attributes ?? "", "defaultRowHeight") ?? 15) };
}

export function columnWidths(xml: string): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { attributes } of elements(xml, "col")) {
    const width = Number(attribute(attributes, "width") ?? defaultWidth);
    const [first, last] = [Number(attribute(attributes, "min")), Number(attribute(attributes, "max"))];
    for (let column = first; column <= Math.min(last, 200); column++) widths.set(column, width);
  }
  return widths;
}

/** The height that the cell's own row needs for its text; of cells merged over several rows, less what the others give. */
export function heightOf(cell: FormCell, row: FormRow, text: string, { ranges, rows, styles, widths }: Merges): number {
  const { wraps, size } = styles.cells[cell.style] ?? { wraps: false, size: defaultSize };
  if (!wraps) return 0;
  const own = columnNumber(cell.column);
  let [last, below] = [own, 0];
  const range = ranges.find((one) => one.startsWith(`${cell.column}${row.number}:`));
  const [, right = "", bottom = "0"] = /:([A-Z]+)(\d+)$/.exec(range ?? "") ?? [];
  if (right !== "") last = columnNumber(right);
  for (let number = row.number + 1; number <= Number(bottom); number++) {
    below += rows.find((one) => one.number === number)?.height ?? styles.defaultHeight;
  }
  let width = 0;
  for (let column = own; column <= last; column++) width += widths.get(column) ?? defaultWidth;
  return linesOf(text, (width * defaultSize) / size) * size * 1.4 + 5 - below;
}
