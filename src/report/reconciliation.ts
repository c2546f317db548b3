import type { CellLocation } from "../diagnostic/location.ts";
import type { Facts } from "../facts/facts.ts";
import type { Type } from "../formula/type.ts";
import { hidden } from "../mask/masks.ts";
import { Exact } from "../number/exact.ts";
import { unitOf } from "../number/unit.ts";
import type { Graded } from "../pipeline.ts";
import type { Input } from "../rulebook/input.ts";
import type { Text } from "../text/text.ts";
import { totalWord } from "../workbook/build/row-words.ts";
import type { SheetReport, TotalRow } from "../workbook/sheet-report.ts";
import { branchColumn } from "./person-report.ts";

/** A total that a sheet prints, held against its rows. Amounts in the base unit. */
export interface Reconciliation {
  readonly location: CellLocation;
  /** The branches whose people's rows it adds up, in roster order; none where the roster has no branches. */
  readonly branches: readonly string[];
  /** What the row says of itself: 小计. */
  readonly row: string;
  readonly input: Text;
  readonly column: Text;
  readonly type: Type;
  readonly summed: Exact;
  readonly printed: Exact;
  readonly agrees: boolean;
}

/** Every total that was found and could be compared, those that agree included, by file, sheet and row. */
export function reconciliations({ files, facts, rulebook, masks }: Graded): Reconciliation[] {
  const branchSlot = branchColumn(rulebook.subject)?.slot;
  return files.flatMap(({ file, sheets }) =>
    sheets.flatMap((sheet) => {
      const input = rulebook.inputs.find(({ id }) => id === sheet.input);
      if (!input || sheet.totals.length === 0) return [];
      const branchOf = branchSlot === undefined ? undefined : branchesByRow(facts, input, file, sheet, branchSlot);
      const found = sheet.totals.flatMap((total) => reconciliationOf(file, sheet, input, total, branchOf) ?? []);
      return masks ? found.map((one) => ({ ...one, row: nameless(one) })) : found;
    }),
  );
}

/** What a row of totals says of itself, if that is a branch and the word for a total; any other word may name somebody. */
function nameless({ row, branches }: Reconciliation): string {
  const rest = branches.reduce((text, branch) => text.replace(branch, ""), row);
  return totalWord(rest) && !/[([（【].*\p{L}/u.test(rest) ? row : hidden;
}

function reconciliationOf(
  file: string,
  sheet: SheetReport,
  input: Input,
  total: TotalRow,
  branchOf: ReadonlyMap<number, string> | undefined,
): Reconciliation | undefined {
  const column = input.columns.find(({ name }) => name === total.column);
  const [summed, printed] = [Exact.parse(total.summed), Exact.parse(total.printed)];
  if (!column || !summed || !printed) return undefined;
  const written = sheet.bound.find(({ name }) => name === total.column)?.unit ?? column.unit;
  const scale = (written === undefined ? undefined : unitOf(written)?.scale) ?? Exact.one;
  const branches = new Set<string>();
  for (let row = total.rows[0]; branchOf && row <= total.rows[1]; row++) {
    const branch = branchOf.get(row);
    if (branch !== undefined) branches.add(branch);
  }
  return {
    location: { file, ...(sheet.name === undefined ? {} : { sheet: sheet.name }), cell: total.cell },
    branches: [...branches],
    row: sheet.leftOut.find(({ row }) => row === total.row)?.text ?? "",
    input: input.label,
    column: column.label,
    type: column.type,
    summed: summed.mul(scale),
    printed: printed.mul(scale),
    agrees: total.agrees,
  };
}

/** The branch of whoever a row of the sheet is about, by the sheet's own row number. */
function branchesByRow(
  { people, inputs }: Facts,
  input: Input,
  file: string,
  { name }: SheetReport,
  slot: number,
): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const note = (at: CellLocation, branch: unknown) => {
    if (at.file !== file || at.sheet !== name || typeof branch !== "string") return;
    found.set(Number(/\d+$/.exec(at.cell ?? "")?.[0]), branch);
  };
  for (const person of people) {
    const branch = person.columns[slot];
    if (input.role === "subject") note(person.locate(), branch);
    const data = inputs[input.index];
    for (const row of data?.rowsOf[person.index] ?? []) if (data) note(data.locate(row), branch);
  }
  return found;
}
