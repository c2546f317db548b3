import type { Worksheet } from "exceljs";
import { colours } from "./style.ts";

/** Bars behind the shares of a column, from 0 to 100 %. exceljs draws gradient bars but does not declare them. */
export function addShareBars(sheet: Worksheet, ref: string, priority: number): void {
  const ends = [
    { type: "num", value: 0 },
    { type: "num", value: 1 },
  ];
  const rule = { type: "dataBar", priority, gradient: true, cfvo: ends, color: { argb: colours.bar } };
  sheet.addConditionalFormatting({ ref, rules: [rule as never] });
}
