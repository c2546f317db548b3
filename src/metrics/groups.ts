import type { Facts } from "../facts/facts.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { ColumnValues, GroupFrame, Ids, PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { GroupNumbers } from "./group-numbers.ts";
import { GroupSums } from "./group-sums.ts";

/** A row, by `Input.index`, of which it is unknown what it is of. */
export interface Stray {
  readonly input: number;
  readonly row: number;
  readonly missing: Unknown;
}

/** One person's rows, grouped by the values of a scope's `each` column over every input that has it. */
export class Groups {
  /** By `Input.index`: the group of the person's n-th row; Unknown where the row's `each` is missing. */
  readonly groupOf: readonly (readonly (number | Unknown)[] | undefined)[];
  /** The values of `each`, in the order in which they were met: customers, by their numbers where they have them. */
  private readonly values: (string | number)[] = [];
  private readonly ids: Ids | undefined;
  /** Rows of no group. */
  private readonly stray: Stray[] = [];
  private gathered: (number[] | undefined)[][] | undefined;

  constructor(
    private readonly facts: Facts,
    rulebook: Rulebook,
    private readonly person: number,
    each: string,
  ) {
    const columns = rulebook.inputs.map((input) => {
      const column = input.role === "detail" ? input.columns.find((one) => one.name === each) : undefined;
      return column && facts.inputs[input.index]?.columns[column.slot];
    });
    this.ids = commonIds(columns);
    const known = new Map<string, number>();
    const numbers = numbersOf(this.ids);
    this.groupOf = columns.map((values, input) => {
      if (!values) return undefined;
      const rows = facts.inputs[input]?.rowsOf[person] ?? [];
      const groupOf = new Array<number | Unknown>(rows.length);
      for (let at = 0; at < rows.length; at++) {
        const row = rows[at] as number;
        const code = (numbers && values.codes?.[row]) ?? -1;
        const group = numbers && code >= 0 ? this.groupOfCode(code, numbers) : this.groupOfText(values.at(row), known);
        if (typeof group !== "number") this.stray.push({ input, row, missing: group });
        groupOf[at] = group;
      }
      return groupOf;
    });
  }

  /** How many groups there are. */
  get count(): number {
    return this.values.length;
  }

  /** A group's value of `each`: a customer's id. */
  key(group: number): string {
    const value = this.values[group] as string | number;
    return typeof value === "string" ? value : (this.ids as Ids).text(value);
  }

  /** By group, as `map` of an array has it. */
  map<T>(make: (group: number) => T): T[] {
    return this.values.map((_, group) => make(group));
  }

  private groupOfCode(code: number, numbers: GroupNumbers): number {
    let group = numbers.get(code);
    if (group < 0) {
      group = this.values.push(code) - 1;
      numbers.set(code, group);
    }
    return group;
  }

  private groupOfText(value: Result | undefined, known: Map<string, number>): number | Unknown {
    if (value === undefined || value instanceof Unknown) return value ?? noGroup;
    const text = String(value);
    let group = known.get(text);
    if (group === undefined) {
      group = this.values.push(text) - 1;
      known.set(text, group);
    }
    return group;
  }

  /** The rows of a group by `Input.index`: none in a sheet where the group has no row, undefined for an absent sheet. */
  rows(group: number): readonly (readonly number[] | undefined)[] {
    this.gathered ??= this.gather();
    return this.gathered[group] ?? [];
  }

  /** A group as formulas see it. */
  frame(group: number, person: PersonFrame): GroupFrame {
    return new OneGroup(this, this.facts, group, person);
  }

  /** What each group has in a column, added up; undefined where something in it is no figure. */
  sums(input: number, column: ColumnValues): GroupSums | undefined {
    const sums = new GroupSums(this.count);
    const groupOf = this.groupOf[input] ?? [];
    const rows = this.facts.inputs[input]?.rowsOf[this.person] ?? [];
    for (let at = 0; at < groupOf.length; at++) {
      const group = groupOf[at];
      if (typeof group === "number" && !sums.addRow(group, column, rows[at] as number)) return undefined;
    }
    return sums;
  }

  /** The person's rows of an input that belong to no group, since what they are of is missing. */
  strays(input: number): readonly Stray[] {
    return this.stray.length === 0 ? this.stray : this.stray.filter((one) => one.input === input);
  }

  private gather(): (number[] | undefined)[][] {
    const { inputs } = this.facts;
    const gathered = this.map(() => inputs.map((input): number[] | undefined => (input ? [] : undefined)));
    for (const [input, groups] of this.groupOf.entries()) {
      const rows = inputs[input]?.rowsOf[this.person] ?? [];
      for (const [at, group] of (groups ?? []).entries()) {
        if (typeof group === "number") gathered[group]?.[input]?.push(rows[at] as number);
      }
    }
    return gathered;
  }
}

/** Its rows, and the columns, are gathered only if a formula asks for them: there are as many groups as customers. */
class OneGroup implements GroupFrame {
  constructor(
    private readonly groups: Groups,
    private readonly facts: Facts,
    private readonly group: number,
    readonly person: PersonFrame,
  ) {}

  get rows(): GroupFrame["rows"] {
    return this.groups.rows(this.group);
  }

  get inputs(): GroupFrame["inputs"] {
    return this.facts.inputs.map((input) => input?.columns);
  }
}

const noGroup = new Unknown([]);

const numbers = new WeakMap<Ids, GroupNumbers>();

/** For one person at a time. */
function numbersOf(ids: Ids | undefined): GroupNumbers | undefined {
  if (!ids) return undefined;
  const known = numbers.get(ids) ?? new GroupNumbers();
  numbers.set(ids, known);
  known.clear();
  return known;
}

/** The ids that all of the columns number theirs by; undefined where they do not have them in common. */
function commonIds(columns: readonly (ColumnValues | undefined)[]): Ids | undefined {
  const supplied = columns.filter((column) => column !== undefined);
  const ids = supplied[0]?.ids;
  return supplied.every((column) => column.ids === ids) ? ids : undefined;
}
