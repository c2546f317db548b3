import type { PreviousPerson } from "../compare/previous-run.ts";
import type { Change, Move } from "../compare/since.ts";
import type { PersonReport } from "./person-report.ts";
import type { Report } from "./report.ts";

/** Somebody then, now, or both. */
export interface SinceRow {
  readonly then: PreviousPerson | undefined;
  readonly now: { readonly one: PersonReport; readonly change: Change } | undefined;
  readonly move: Move | "left";
}

/** Falls first: what needs looking at. */
export const moveOrder: readonly SinceRow["move"][] = ["down", "up", "unclear", "joined", "left", "same"];

/** Everyone of the last period and of this one, by {@link moveOrder}, in roster order each; none without a last period. */
export function sinceRows({ people, since }: Pick<Report, "people" | "since">): SinceRow[] {
  if (!since) return [];
  const present = people.flatMap((one): SinceRow[] => {
    const change = since.changes.get(one.index);
    return change ? [{ then: change.then, now: { one, change }, move: change.move }] : [];
  });
  const all = [...present, ...since.left.map((then): SinceRow => ({ then, now: undefined, move: "left" }))];
  return moveOrder.flatMap((move) => all.filter((row) => row.move === move));
}

export function countMoves(rows: readonly SinceRow[]): ReadonlyMap<SinceRow["move"], number> {
  return new Map(moveOrder.map((move) => [move, rows.filter((row) => row.move === move).length]));
}
