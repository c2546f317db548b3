import type { Person } from "../../facts/facts.ts";
import type { Result } from "../../formula/value.ts";
import { Exact } from "../../number/exact.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { tierOf } from "../../rulebook/rulebook.ts";
import type { Lang } from "../../text/text.ts";
import { branchColumn } from "../person-report.ts";
import { words } from "../words.ts";
import type { Prefill, Prefilled } from "./input-sheet.ts";
import { templateSheets } from "./template.ts";
import { inUnit, type TemplateColumn } from "./template-column.ts";

/** The people of one branch, in roster order. */
export interface Branch {
  /** Empty for those whose branch is not known. */
  readonly name: string;
  readonly people: readonly Person[];
}

/** Who belongs together, in the order of the branches' first people; undefined: the rulebook's roster has no branch. */
export function branchesOf({ subject }: Rulebook, people: readonly Person[]): Branch[] | undefined {
  const column = branchColumn(subject);
  if (!column) return undefined;
  const branches = new Map<string, Person[]>();
  for (const person of people) {
    const value = person.columns[column.slot];
    const name = typeof value === "string" ? value : "";
    branches.set(name, [...(branches.get(name) ?? []), person]);
  }
  return [...branches].map(([name, own]) => ({ name, people: own }));
}

/**
 * What is known before the branch fills in its workbook: its roster rows, and everyone's id where an input has a row a person.
 * A cell of the roster that could not be read stays blank.
 */
export function prefillOf(rulebook: Rulebook, { people }: Branch, lang: Lang): Prefill {
  const sheets = templateSheets(rulebook, lang);
  const prefill = new Map<string, (readonly Prefilled[])[]>();
  for (const { input, columns } of sheets) {
    if (input.role === "subject") {
      const rows = people.map((person) =>
        columns.map((one) => filled(person.columns[one.column.slot], one, rulebook, lang)),
      );
      prefill.set(input.id, rows);
    } else if (input.role === "one-row") {
      const rows = people.map(({ id }) => columns.map(({ column }) => (column === input.refers ? id : undefined)));
      prefill.set(input.id, rows);
    }
  }
  return prefill;
}

/** A value as the template's cell holds it. */
function filled(
  value: Result | undefined,
  { column, unit, choices }: TemplateColumn,
  rulebook: Rulebook,
  lang: Lang,
): Prefilled {
  if (typeof value === "boolean") return choices?.[value ? 0 : 1];
  if (value instanceof Exact) return inUnit(value, unit).toNumber();
  if (typeof value !== "string") return undefined;
  if (column.kind === "tier") return tierOf(rulebook, value)?.label[lang] ?? words.none[lang];
  return column.kind === "date" ? new Date(`${value}T00:00:00Z`) : value;
}
