import type { CellLocation } from "../diagnostic/location.ts";
import { type Missing, Unknown } from "../formula/value.ts";
import type { Text } from "../text/text.ts";
import type { Table } from "../workbook/table.ts";

/** A cell without a usable value. Its place is worked out only when asked for: a quarter may have a hundred thousand of them. */
export class MissingCell implements Missing {
  constructor(
    readonly why: Missing["why"],
    readonly what: Text,
    private readonly table: Table,
    private readonly row: number,
    private readonly column: string,
  ) {}

  get location(): CellLocation {
    return this.table.locate(this.row, this.column);
  }
}

/** What stands for the values of a column that the sheet does not have, or that cannot be used as a whole. */
export function missingColumn(why: Missing["why"], what: Text, table: Table): Unknown {
  const { file, sheet } = table;
  return new Unknown([{ why, what, location: sheet === undefined ? { file } : { file, sheet } }]);
}
