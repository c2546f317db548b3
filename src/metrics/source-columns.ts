import type { Criterion } from "../rulebook/criterion.ts";
import type { AggregateMeasure, Measure } from "../rulebook/figure.ts";
import type { Column, Input } from "../rulebook/input.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";

/** A column that a figure reads; undefined: whole rows are counted. */
export interface SourceColumn {
  readonly input: Input;
  readonly column: Column | undefined;
  /** What goes over its rows; undefined: the column is read as it stands. */
  readonly measures: readonly AggregateMeasure[] | undefined;
}

/**
 * The columns that a figure is made from, directly or through others, each once, in the order of use. It is the same for
 * everybody: which rows of them count for whom is for `traceFigure` and `PersonCells` to say.
 */
export function sourceColumns(rulebook: Rulebook, name: string): SourceColumn[] {
  const found = new Map<string, SourceColumn>();
  const seen = new Set<string>();
  const visit = (used: string): void => {
    if (seen.has(used)) return;
    seen.add(used);
    const metric = rulebook.metrics.find((one) => one.name === used);
    if (!metric) addColumn(used);
    else if (metric.measure.kind === "aggregate") addArgument(metric.measure);
    else for (const below of namesIn(metric.measure)) visit(below);
  };
  const addArgument = (measure: AggregateMeasure): void => {
    const { input, argument } = measure;
    const names = argument?.uses.map((use) => use.slice(use.indexOf(".") + 1)) ?? [];
    const column = input.columns.find((one) => names.includes(one.name));
    const key = `${input.id}.${column?.name ?? ""}`;
    const before = found.get(key);
    const measures = before ? before.measures && [...before.measures, measure] : [measure];
    found.set(key, { input, column, measures });
  };
  const addColumn = (used: string): void => {
    const own = rulebook.subject.columns.find((column) => column.name === used);
    const [inputId, columnName] = own ? [rulebook.subject.id, used] : used.split(".");
    const input = rulebook.inputs.find((one) => one.id === inputId);
    const column = input?.columns.find((one) => one.name === columnName);
    if (input && column) found.set(`${input.id}.${column.name}`, { input, column, measures: undefined });
  };
  visit(name);
  return [...found.values()];
}

/** The names that a worked-out figure reads. */
export function namesIn(measure: Exclude<Measure, { kind: "aggregate" }>): readonly string[] {
  if (measure.kind === "value") return measure.formula.uses;
  const { start, items, deduct, veto } = measure.score;
  const parts = [...items, ...deduct.flatMap((group) => group.items)].map((item) => item.of);
  const formulas = [...(start ? [start] : []), ...parts].flatMap((formula) => formula.uses);
  return [...new Set([...formulas, ...veto.flatMap(comparedIn)])];
}

function comparedIn(criterion: Criterion): readonly string[] {
  return criterion.kind === "leaf" ? [criterion.name] : criterion.of.flatMap(comparedIn);
}
