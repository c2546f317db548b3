import { namesIn } from "../metrics/source-columns.ts";
import type { Measure } from "../rulebook/figure.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { criteriaOf } from "../ruletest/criteria.ts";

/**
 * The clauses that a column's cells can decide: of the figures that are measured from it, directly or by other figures, and of
 * the criteria that those figures stand in. In the rulebook's order, each once; empty where the rulebook cites none.
 */
export function clausesOf(rulebook: Rulebook, input: Input, column: Column): string[] {
  const { metrics, scopes } = rulebook;
  const names = new Set([input.role === "subject" ? column.name : `${input.id}.${column.name}`]);
  const clauses = new Set<string>();
  const keep = (cite: string | undefined) => cite !== undefined && clauses.add(cite);
  const inRow = (uses: readonly string[]) => uses.some((name) => name.slice(name.indexOf(".") + 1) === column.name);
  const scoped = scopes.filter(({ keep }) => keep.uses.includes(`${input.id}.${column.name}`)).map(({ id }) => id);
  for (const { name, cite, measure } of metrics) {
    if (measure.kind !== "aggregate") {
      if (!namesIn(measure).some((used) => names.has(used))) continue;
    } else {
      const within = measure.within !== undefined && scoped.includes(measure.within.id);
      if (!within && !(measure.input === input && inRow(rowUses(measure)))) continue;
    }
    names.add(name);
    keep(cite);
  }
  for (const node of criteriaOf(rulebook).values()) if (node.kind === "leaf" && names.has(node.name)) keep(node.cite);
  return [...clauses];
}

/** What an aggregate reads of a row. */
function rowUses({ argument, divisor, where, per }: Extract<Measure, { kind: "aggregate" }>): readonly string[] {
  const formulas = [argument, divisor, where].flatMap((formula) => formula?.uses ?? []);
  return per ? [...formulas, `${per.input}.${per.name}`] : formulas;
}
