import type { Code } from "../diagnostic/catalogue.ts";
import { type Args, type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import type { Table } from "../workbook/table.ts";

/** So many cells with one problem in one column are reported one by one; the rest are counted. */
const shownCells = 20;
/** So many of them are kept for one person. */
const shownCellsOfPerson = 5;

/** Cells of one column that have the same problem. Kept as row numbers: a wrong column of a million rows must not be a million objects. */
interface CellGroup {
  readonly code: Code;
  readonly input: number;
  readonly table: Table;
  /** Where the table's rows begin among the input's. */
  readonly start: number;
  readonly column: string;
  readonly rows: number[];
  readonly args: Args<Code>[];
}

interface WideProblem {
  readonly diagnostic: Diagnostic;
  readonly input: number;
  readonly from: number;
  readonly to: number;
  readonly only: readonly number[] | undefined;
}

/** Collects what is wrong with the data, and whom it touches. */
export class Problems {
  readonly list: Diagnostic[] = [];
  private readonly groups: CellGroup[] = [];
  private readonly wide: WideProblem[] = [];
  private readonly byPerson = new Map<number, Diagnostic[]>();

  /**
   * @param every names every place, however many there are, rather than the first few and a count
   * @param tellsBlanks whether cells that are blank, and unknown for it, are worth saying
   */
  constructor(
    readonly every = false,
    readonly tellsBlanks = true,
  ) {}

  /** How many places are named where `few` are enough for a person to see what is wrong. */
  named(few: number): number {
    return this.every ? Number.POSITIVE_INFINITY : few;
  }

  add(...found: readonly Diagnostic[]): void {
    for (const one of found) this.list.push(one);
  }

  /** A group to put a column's bad cells into. */
  group(code: Code, input: number, table: Table, start: number, column: string): Pick<CellGroup, "rows" | "args"> {
    const group: CellGroup = { code, input, table, start, column, rows: [], args: [] };
    this.groups.push(group);
    return group;
  }

  /**
   * A problem of a whole column: it touches everyone with a row from `from` up to, not including, `to`.
   *
   * @param only rows from `from` on, counted from 0, where it touches nobody else
   */
  addWide(diagnostic: Diagnostic, input: number, from: number, to: number, only?: readonly number[]): void {
    this.list.push(diagnostic);
    this.wide.push({ input, from, to, only, diagnostic });
  }

  /** Sends the person to review. */
  touch(person: number, diagnostic: Diagnostic): void {
    const known = this.byPerson.get(person);
    if (known) known.push(diagnostic);
    else this.byPerson.set(person, [diagnostic]);
  }

  of(person: number): readonly Diagnostic[] {
    return this.byPerson.get(person) ?? none;
  }

  /** Turns the collected cells into diagnostics, once it is known whose the rows are: `owners(input)[row]`, -1 for nobody. */
  settle(owners: (input: number) => Int32Array): void {
    for (const { input, from, to, only, diagnostic } of this.wide) {
      const own = owners(input).subarray(from, to);
      for (const person of new Set(only?.map((row) => own[row] ?? -1) ?? own)) {
        if (person >= 0) this.touch(person, diagnostic);
      }
    }
    for (const group of this.groups) this.settleGroup(group, owners(group.input));
  }

  private settleGroup({ code, table, start, column, rows, args }: CellGroup, owner: Int32Array): void {
    const perPerson = new Map<number, number>();
    const shown = this.named(shownCells);
    for (const [index, row] of rows.entries()) {
      const person = owner[start + row] ?? -1;
      const seen = perPerson.get(person) ?? 0;
      const wanted = person >= 0 && seen < shownCellsOfPerson;
      if (index >= shown && !wanted) continue;
      const diagnostic = diagnose(code, table.locate(row, column), args[index] as Args<Code>);
      if (index < shown) this.list.push(diagnostic);
      if (!wanted) continue;
      this.touch(person, diagnostic);
      perPerson.set(person, seen + 1);
    }
    const next = rows[shown];
    if (next === undefined) return;
    const header = table.columns.get(column)?.header ?? column;
    this.list.push(
      diagnose("facts/more-cells", table.locate(next, column), { header, count: rows.length - shown, code }),
    );
  }
}

const none: readonly Diagnostic[] = [];
