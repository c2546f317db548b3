import { columnName } from "../../src/diagnostic/location.ts";
import type { CsvOptions } from "../../src/workbook/csv/open.ts";
import { defaultLimits, type Limits } from "../../src/workbook/limits.ts";
import { openWorkbook } from "../../src/workbook/open.ts";
import type { SheetEnd } from "../../src/workbook/sheet.ts";

/** A cell as it came: a number with its format, anything else by its value. */
export type SeenCell = number | string | boolean | readonly [number, string] | { readonly error: string };

export interface SeenSheet {
  readonly name: string | undefined;
  readonly state: string;
  readonly hiddenRows: readonly number[];
  readonly cells: Readonly<Record<string, SeenCell>>;
  readonly end: SheetEnd;
}

/** Opens a file of any format by its bytes and reads all of it. Codes are those of opening and of all sheets. */
export async function see(
  file: string,
  bytes: Uint8Array,
  limits: Partial<Limits> = {},
  options: CsvOptions = {},
): Promise<{ format?: string; encoding?: string; sheets: SeenSheet[]; codes: string[] }> {
  const { workbook, diagnostics } = await openWorkbook(file, bytes, { ...defaultLimits, ...limits }, options);
  const sheets: SeenSheet[] = [];
  for (const sheet of workbook?.sheets ?? []) {
    const cells: Record<string, SeenCell> = {};
    const hiddenRows: number[] = [];
    let row = 0;
    const put = (column: number, cell: SeenCell) => {
      const at = `${columnName(column)}${row}`;
      if (at in cells) throw new Error(`${at} sent twice`);
      cells[at] = cell;
    };
    const end = await sheet.read({
      row(number, hidden) {
        if (number <= row) throw new Error(`row ${number} after ${row}`);
        row = number;
        if (hidden) hiddenRows.push(row);
      },
      number: (column, value, format) => put(column, format === "General" ? value : [value, format]),
      text: put,
      boolean: put,
      error: (column, error) => put(column, { error }),
      noResult: (column, formula) => put(column, `=${formula}`),
    });
    sheets.push({ name: sheet.name, state: sheet.state, hiddenRows, cells, end });
  }
  const { format, encoding } = workbook ?? {};
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    sheets,
    codes: [...diagnostics, ...sheets.flatMap((sheet) => sheet.end.diagnostics)].map((one) =>
      one.code.replace("workbook/", ""),
    ),
  };
}
