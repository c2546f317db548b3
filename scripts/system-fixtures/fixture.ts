/** Sample spreadsheets of one grading system, and what must come of them. */
export interface SystemFixture {
  /** The rulebook's id, and the folder under fixtures/systems/. */
  readonly id: string;
  readonly files: readonly FixtureFile[];
  readonly runs: readonly ExpectedRun[];
}

export type FixtureFile =
  | { readonly name: string; readonly sheets: readonly Sheet[] }
  | { readonly name: string; readonly encoding: "utf-8" | "utf-8-bom" | "gb18030"; readonly sheet: Sheet };

export interface Sheet {
  /** The tab's name; of a text file it is not written. */
  readonly name: string;
  /** Rows above the header: a title, a unit. */
  readonly above?: readonly (readonly string[])[];
  readonly header: readonly string[];
  readonly rows: readonly (readonly FixtureCell[])[];
}

/** A date is written `2026-03-31` and becomes a real date in a workbook. */
export type FixtureCell = string | number | boolean | Date | undefined;

/** One run over some of the files. Everything is worked out here with plain numbers, never by the product's code. */
export interface ExpectedRun {
  readonly files: readonly string[];
  readonly period: string;
  readonly people: Readonly<Record<string, ExpectedPerson>>;
  /** People to whom the rulebook does not apply. */
  readonly outside?: readonly string[];
  /** Team checks over everyone: whether met, and the figure. */
  readonly team?: Readonly<Record<string, { readonly met: boolean; readonly value: number }>>;
}

/** What is not named is not compared; null is none, or unknown. */
export interface ExpectedPerson {
  readonly tier?: string | null;
  readonly level?: string | null;
  readonly provisional?: boolean;
  readonly action?: string;
  readonly recommended?: string | null;
  readonly standing?: Readonly<Record<string, boolean | null>>;
  readonly values?: Readonly<Record<string, number | null>>;
  readonly benefits?: Readonly<Record<string, number | null>>;
}

/** A calendar day as a workbook's date cell. */
export function day(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

export function byId<T extends { readonly id: string }>(
  people: readonly T[],
  expected: (person: T) => ExpectedPerson,
): Record<string, ExpectedPerson> {
  return Object.fromEntries(people.map((person) => [person.id, expected(person)]));
}

/** Promote, keep, demote, confirm by the place in the ladder; `ladder` is highest first. */
export function moved(ladder: readonly string[], current: string | null, tier: string | null, none: string): string {
  if (tier === null) return none;
  if (current === null || !ladder.includes(current)) return "confirm";
  const steps = ladder.indexOf(current) - ladder.indexOf(tier);
  return steps > 0 ? "promote" : steps < 0 ? "demote" : "keep";
}

const surnames = [..."王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗"];
const givens = ["建华", "秀芳", "志强", "丽娟", "海涛", "晓燕", "国庆", "雪梅", "文博", "思远", "佳宁"];

/** An invented name; the first 220 are all different. */
export function nameOf(index: number): string {
  return `${surnames[index % surnames.length]}${givens[index % givens.length]}`;
}
