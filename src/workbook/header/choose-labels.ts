import type { ColumnSpec, TableSpec } from "../table-spec.ts";
import { type Candidate, type HeaderMatch, surest } from "./find-header.ts";
import type { Label } from "./labels.ts";

/** Which label each column of a spec may be. */
export interface Choice {
  readonly chosen: ReadonlyMap<ColumnSpec, readonly Candidate[]>;
  /** What two columns of the spec have an equal claim to. */
  readonly disputed: ReadonlyMap<Label, readonly ColumnSpec[]>;
}

/** The surest candidates of each column. A label goes to the column with the surer claim; the others look further. */
export function chooseLabels({ candidates }: HeaderMatch, spec: TableSpec): Choice {
  const lost = new Map<ColumnSpec, Set<Label>>();
  for (;;) {
    const chosen = new Map<ColumnSpec, readonly Candidate[]>();
    const claims = new Map<Label, { readonly column: ColumnSpec; readonly claim: number }[]>();
    for (const column of spec.columns) {
      const left = (candidates.get(column) ?? []).filter(({ label }) => !lost.get(column)?.has(label));
      const own = surest(left, spec);
      const [first] = own;
      if (!first) continue;
      chosen.set(column, own);
      const claim = first.mapped ? -1 : first.rank;
      claims.set(first.label, [...(claims.get(first.label) ?? []), { column, claim }]);
    }
    const disputed = new Map<Label, ColumnSpec[]>();
    let isSettled = true;
    for (const [label, all] of claims) {
      const best = Math.min(...all.map(({ claim }) => claim));
      const equals = all.filter(({ claim }) => claim === best);
      if (equals.length > 1)
        disputed.set(
          label,
          equals.map(({ column }) => column),
        );
      for (const { column, claim } of all) {
        if (claim === best) continue;
        lost.set(column, new Set([...(lost.get(column) ?? []), label]));
        isSettled = false;
      }
    }
    if (isSettled) return { chosen, disputed };
  }
}
