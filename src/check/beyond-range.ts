import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { showValue } from "../formula/show.ts";
import type { Exact } from "../number/exact.ts";
import { leavesIn } from "../rulebook/criterion.ts";
import type { Column } from "../rulebook/input.ts";
import { spoken } from "../text/text.ts";
import type { Checked } from "./check.ts";
import { areApart, covers, type Interval } from "./interval.ts";
import { type Line, lineOf } from "./lines.ts";

/** Lines for a column beyond what its cells may hold (`min`, `max`): nobody passes, or everybody does. */
export function linesBeyondRange(checked: Checked): Diagnostic[] {
  const { rulebook, locate } = checked;
  const found = new Map<string, Diagnostic>();
  for (const tier of rulebook.tiers) {
    for (const tree of [tier.requires, ...(tier.provisional ? [tier.provisional] : [])]) {
      for (const leaf of leavesIn(tree)) {
        const column = columnOf(checked, leaf.name);
        const line = column && lineOf(rulebook, leaf, tier.index);
        const problem = line && beyond(line, column, locate(leaf.id));
        if (problem) found.set(JSON.stringify(problem), problem);
      }
    }
  }
  return [...found.values()];
}

/** The column that a name reads: one of the subject, or of an input with one row (`quality.npl`). */
function columnOf({ rulebook }: Checked, name: string): Column | undefined {
  const own = rulebook.subject.columns.find((column) => column.name === name);
  if (own) return own;
  const [input, column] = name.split(".");
  return rulebook.inputs.find(({ id }) => id === input)?.columns.find((one) => one.name === column);
}

function beyond({ leaf, passes }: Line, column: Column, at: Diagnostic["location"]): Diagnostic | undefined {
  const { min, max } = column;
  const values: Interval = { name: leaf.name, low: min, lowIn: true, high: max, highIn: true };
  const isNever = areApart(passes, values);
  const line = (passes.low ?? passes.high) as Exact;
  const isOutside = (max && line.compare(max) > 0) || (min && line.compare(min) < 0);
  if (!isNever && !(isOutside && covers(passes, values))) return undefined;
  const range = spoken((lang) =>
    Object.entries({ min, max })
      .flatMap(([key, end]) => (end ? [`${key}: ${showValue(end, leaf.type, lang)}`] : []))
      .join(", "),
  );
  const args = { text: leaf.text, column: column.label, range };
  return diagnose(isNever ? "check/never-met" : "check/always-met", at, args);
}
