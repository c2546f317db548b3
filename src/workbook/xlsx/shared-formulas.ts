import { columnName } from "../../diagnostic/location.ts";
import type { CellReference } from "./cell-reference.ts";

// Only cells without a result ask for them; a sheet has tens. Hostile ones must not fill the memory.
const most = 1000;
const longest = 8192;

/** The formulas that a sheet writes once, at their first cell, for a range of cells. */
export class SharedFormulas {
  private readonly masters = new Map<string, { readonly at: CellReference; readonly formula: string }>();

  define(id: string, at: CellReference, formula: string): void {
    if (this.masters.size >= most || formula.length > longest) return;
    this.masters.set(id, { at: { row: at.row, column: at.column }, formula });
  }

  /** The formula as it reads in another cell of the range: `B2*2` of C2 is `B9*2` in C9. Empty when it is not known. */
  at(id: string | undefined, place: CellReference): string {
    const master = id === undefined ? undefined : this.masters.get(id);
    if (!master) return "";
    return move(master.formula, place.row - master.at.row, place.column - master.at.column);
  }
}

/** Texts and quoted sheet names stay; so does a name that looks like a cell, `LOG10(`. */
function move(formula: string, rows: number, columns: number): string {
  const parts = /"[^"]*"|'[^']*'|(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})(?![A-Za-z0-9_.(!])/g;
  return formula.replace(
    parts,
    (whole, fixedColumn: string | undefined, letters: string, fixedRow: string, digits: string) => {
      if (letters === undefined) return whole;
      let column = 0;
      for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
      const toColumn = fixedColumn === "$" ? letters : columnName(column - 1 + columns);
      const toRow = fixedRow === "$" ? digits : String(Number(digits) + rows);
      return `${fixedColumn}${toColumn}${fixedRow}${toRow}`;
    },
  );
}
