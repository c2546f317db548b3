import type { CellLocation } from "../diagnostic/location.ts";
import type { Facts } from "../facts/facts.ts";
import type { Result, Truth } from "../formula/value.ts";
import { Exact } from "../number/exact.ts";
import type { AggregateMeasure } from "../rulebook/figure.ts";
import type { PersonFrame } from "../rulebook/frame.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { PersonScopes } from "./person-scopes.ts";
import { candidateRows, counts, type RowEntry, rowsDiffer } from "./rows.ts";
import type { SourceColumn } from "./source-columns.ts";

/** A person's cells in one column that count in a figure: how many, and the largest of them. */
export interface CountedCells {
  readonly count: number;
  /** By size, whatever the sign; equal ones as they stand in the files. */
  readonly first: readonly CellLocation[];
}

/** So many cells are named. */
const named = 2;

/** A cell that may be named: which row, and how large. */
interface Candidate {
  readonly row: number;
  readonly size: Exact;
}

/**
 * Which cells of one person count in figures: what `traceFigure` says was counted, in short, for reports that name the
 * cells of every figure of everyone. What is the same at several tiers is gone through once.
 */
export class PersonCells {
  private readonly entries = new Map<AggregateMeasure, readonly RowEntry[]>();
  /** By column and the groups in its scopes: tiers with equal floors share those. */
  private readonly known = new Map<SourceColumn, { readonly members: unknown[]; readonly cells: CountedCells }[]>();

  constructor(
    private readonly facts: Facts,
    private readonly rulebook: Rulebook,
    private readonly frame: PersonFrame,
    private readonly person: number,
    private readonly scopes: PersonScopes,
  ) {}

  /** The cells in a column, at a tier (`Tier.index`, -1: none). */
  of(source: SourceColumn, tier: number): CountedCells {
    const before = this.frame.tier;
    this.frame.tier = tier;
    const cells = this.inColumn(source);
    this.frame.tier = before;
    return cells;
  }

  private inColumn(source: SourceColumn): CountedCells {
    const { input, column, measures } = source;
    if (input === this.rulebook.subject) {
      const at = this.facts.people[this.person]?.locate(column?.slot);
      return at ? { count: 1, first: [at] } : none;
    }
    const data = this.facts.inputs[input.index];
    const rows = data?.rowsOf[this.person] ?? [];
    if (!data || rows.length === 0) return none;
    if (measures === undefined) {
      return { count: rows.length, first: rows.slice(0, named).map((row) => data.locate(row, column?.slot)) };
    }
    const members = measures.map(({ within }) => within && this.scopes.members(within));
    const differ = measures.some(rowsDiffer);
    const key: unknown[] = differ ? [this.frame.tier] : members;
    const known = this.known.get(source) ?? [];
    this.known.set(source, known);
    const found = known.find((one) => one.members.every((each, at) => each === key[at]));
    if (found) return found.cells;
    const { count, first } = this.counted(measures, members);
    const cells = { count, first: first.map(({ row }) => data.locate(row, column?.slot)) };
    known.push({ members: key, cells });
    return cells;
  }

  /** The rows that any of the measures counts, each once. */
  private counted(
    measures: readonly AggregateMeasure[],
    members: readonly (readonly Truth[] | undefined)[],
  ): { readonly count: number; readonly first: readonly Candidate[] } {
    const seen = measures.length > 1 ? new Set<number>() : undefined;
    const first: Candidate[] = [];
    let count = 0;
    for (const [at, measure] of measures.entries()) {
      for (const entry of this.entriesOf(measure)) {
        if (counts(entry, members[at]) === false || seen?.has(entry.row)) continue;
        seen?.add(entry.row);
        count++;
        place(first, { row: entry.row, size: sizeOf(entry.value) });
      }
    }
    return { count, first };
  }

  private entriesOf(measure: AggregateMeasure): readonly RowEntry[] {
    const known = this.entries.get(measure);
    if (known) return known;
    const groups = measure.within && this.scopes.groups(measure.within);
    const entries = candidateRows(this.facts, measure, this.frame, this.person, groups);
    if (!rowsDiffer(measure)) this.entries.set(measure, entries);
    return entries;
  }
}

const none: CountedCells = { count: 0, first: [] };

function sizeOf(value: Result | undefined): Exact {
  return value instanceof Exact ? value.abs() : Exact.zero;
}

/** Puts a cell among the largest, if it is one of them. */
function place(first: Candidate[], one: Candidate): void {
  let at = first.length;
  while (at > 0 && isBefore(one, first[at - 1] as Candidate)) at--;
  if (at >= named) return;
  first.splice(at, 0, one);
  if (first.length > named) first.pop();
}

function isBefore(a: Candidate, b: Candidate): boolean {
  const order = a.size.compare(b.size);
  return order > 0 || (order === 0 && a.row < b.row);
}
