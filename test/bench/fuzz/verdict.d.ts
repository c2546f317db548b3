import type { ReadTables } from "../../../src/workbook/read.ts";
import type { TableSpec } from "../../../src/workbook/table-spec.ts";

export const specs: readonly TableSpec[];

/** `read`, or the codes of the errors. Throws where a law is broken. */
export function verdictOf(result: ReadTables): string[];
