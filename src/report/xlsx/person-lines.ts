import type { Worksheet } from "exceljs";
import { columnName } from "../../diagnostic/location.ts";
import { firstRow } from "./list-sheet.ts";
import { colours, grid } from "./style.ts";

/** Draws a line between the rows of one person and the next, by the column (from 0) of the ids. */
export function addPersonLines(sheet: Worksheet, idColumn: number, columns: number, lastRow: number): void {
  const id = columnName(idColumn);
  sheet.addConditionalFormatting({
    ref: `A${firstRow}:${columnName(columns - 1)}${lastRow}`,
    rules: [
      {
        type: "expression",
        priority: 2,
        formulae: [`$${id}${firstRow}<>$${id}${firstRow - 1}`],
        style: { border: { ...grid, top: { style: "thin", color: { argb: colours.navy } } } },
      },
    ],
  });
}
