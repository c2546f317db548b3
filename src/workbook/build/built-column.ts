import type { BoundColumn } from "../header/bind.ts";
import type { UnitDoubt } from "../table.ts";
import type { CellColumn } from "./cell-column.ts";

/** A column of the spec with the cells of its data rows. */
export interface BuiltColumn extends BoundColumn {
  /** What applies to its bare figures. */
  readonly unit: string | undefined;
  readonly doubt?: UnitDoubt | undefined;
  readonly cells: CellColumn;
}
