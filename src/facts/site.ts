import type { Code } from "../diagnostic/catalogue.ts";
import { type Args, diagnose } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import { showValue } from "../formula/show.ts";
import { type Result, Unknown } from "../formula/value.ts";
import type { Exact } from "../number/exact.ts";
import type { Column, Input } from "../rulebook/input.ts";
import { listOf, type Text } from "../text/text.ts";
import { isDateFormat } from "../workbook/date-format.ts";
import type { Table, TableColumn, UnitDoubt } from "../workbook/table.ts";
import { isBlankWord, isNothingWord } from "./blank.ts";
import { MissingCell } from "./missing-cell.ts";
import type { Problems } from "./problems.ts";
import { shownDate } from "./shown-date.ts";

/** Problems of one cell. */
export type CellCode = Exclude<Extract<Code, `facts/${string}`>, "facts/more-cells">;

const longestShown = 120;
/** Cells named behind the first of several. */
const shownPlaces = 10;

/** One column of one table while it is being read; `row` is the cell at hand. */
export class Site {
  row = 0;
  readonly header: string;
  private readonly groups = new Map<Code, ReturnType<Problems["group"]>>();
  private blanks = 0;
  private firstBlank = -1;
  private readonly moreBlanks: number[] = [];
  private lastFormat = "General";
  private lastIsDate = false;

  constructor(
    readonly input: Input,
    readonly column: Column,
    readonly table: Table,
    readonly bound: TableColumn,
    /** Where the table's rows begin among the input's. */
    readonly start: number,
    readonly problems: Problems,
  ) {
    this.header = bound.header;
  }

  get location(): CellLocation {
    return this.table.locate(this.row, this.column.name);
  }

  /** Reports the cell and gives what stands for its value. */
  bad<C extends CellCode>(code: C, args: Omit<Args<C>, "header">): Unknown {
    let group = this.groups.get(code);
    if (!group) {
      group = this.problems.group(code, this.input.index, this.table, this.start, this.column.name);
      this.groups.set(code, group);
    }
    group.rows.push(this.row);
    group.args.push({ ...brief(args), header: this.header } as Args<Code>);
    return this.missing("bad-cell");
  }

  /** Reports a number that its cell shows as a date or a time; undefined: it shows a figure. */
  badDate(value: number, format: string): Unknown | undefined {
    const raw = this.dateShown(value, format);
    return raw === undefined ? undefined : this.bad("facts/date-in-figures", { raw });
  }

  /** What a cell shows whose number stands for a date or a time; undefined: it shows the number. */
  dateShown(value: number, format: string): string | undefined {
    if (format !== this.lastFormat) [this.lastFormat, this.lastIsDate] = [format, isDateFormat(format)];
    return this.lastIsDate ? shownDate(value, format, this.table.date1904) : undefined;
  }

  /** Says something of the whole column, at a cell that shows it. */
  note<C extends CellCode>(code: C, row: number, args: Omit<Args<C>, "header">): void {
    const at = this.table.locate(row, this.column.name);
    this.problems.add(diagnose(code, at, { ...args, header: this.header } as unknown as Args<C>));
  }

  /** Says something of several cells at once, at the first of them; nothing of none. */
  noteAll<C extends CellCode>(code: C, rows: readonly number[], args: Omit<Args<C>, "header">): void {
    const [first, ...more] = rows.map((row) => this.table.locate(row, this.column.name));
    if (!first) return;
    const note = { zh: "这里也是", en: "here too" };
    const related = more.slice(0, this.problems.named(shownPlaces)).map((location) => ({ note, location }));
    this.problems.add(diagnose(code, first, { ...args, header: this.header } as unknown as Args<C>, related));
  }

  /**
   * Says that figures of these rows cannot be read for want of their unit: an error of all whose rows they are.
   *
   * @param unit one that the header could say
   */
  unclear(doubt: UnitDoubt, unit: string, rows: readonly number[]): void {
    const [row] = rows;
    if (row === undefined) return;
    const args = { header: this.header, unit, count: rows.length, ...whatSays(doubt) };
    const note = { zh: "这里写着单位", en: "the unit is named here" };
    const related = doubt.said.map(({ location: at }) => ({ note, location: at }));
    const diagnostic = diagnose("facts/unit-unclear", this.table.locate(row, this.column.name), args, related);
    this.problems.addWide(diagnostic, this.input.index, this.start, this.start + this.table.rows, rows);
  }

  /** What stands for a cell whose column is reported as a whole. */
  unread(): Unknown {
    return this.missing("bad-cell");
  }

  /** What a blank cell stands for. */
  blank(): Result {
    if (this.column.missing !== undefined) return this.column.missing;
    if (this.blanks++ === 0) this.firstBlank = this.row;
    else if (this.problems.every) this.moreBlanks.push(this.row);
    return this.missing("blank");
  }

  /**
   * Says, when the column has been read, how many of its cells are blank and unknown for it: not of texts, which decide
   * nothing, and of levels, which not everybody has.
   */
  finish(): void {
    const { kind } = this.column;
    if (this.blanks === 0 || !this.problems.tellsBlanks || kind === "text" || kind === "level") return;
    const at = (row: number) => this.table.locate(row, this.column.name);
    const more = this.moreBlanks.map((row) => ({ note: { zh: "也空着", en: "blank too" }, location: at(row) }));
    const args = { header: this.header, count: this.blanks };
    this.problems.add(diagnose("facts/blank-cells", at(this.firstBlank), args, more));
  }

  /** A dash, N/A or nothing at all; 无 only where the column says what a blank stands for. */
  isBlank(text: string): boolean {
    return isBlankWord(text) || (this.column.missing !== undefined && isNothingWord(text));
  }

  /** The value, unless the column's `min` or `max` forbids it. */
  within(value: Exact, raw: string | number): Result {
    const { min, max } = this.column;
    if ((min && value.compare(min) < 0) || (max && value.compare(max) > 0)) {
      return this.bad("facts/out-of-range", { raw, range: this.range() });
    }
    return value;
  }

  private range(): Text {
    const { min, max, type } = this.column;
    const [low, high] = [min, max].map(
      (end) => end && { zh: showValue(end, type, "zh"), en: showValue(end, type, "en") },
    );
    if (low && high) return { zh: `在 ${low.zh} 至 ${high.zh} 之间`, en: `between ${low.en} and ${high.en}` };
    return low
      ? { zh: `不小于 ${low.zh}`, en: `at least ${low.en}` }
      : { zh: `不大于 ${high?.zh}`, en: `at most ${high?.en}` };
  }

  private missing(why: "blank" | "bad-cell"): Unknown {
    return new Unknown([new MissingCell(why, this.column.label, this.table, this.row, this.column.name)]);
  }
}

/** The units that a sheet names for a column, and the first text that does, for messages. */
export function whatSays({ units, said: [first] }: UnitDoubt): { units: Text; raw: string; cell: string } {
  const { text: raw = "", location } = first ?? {};
  return { units: listOf(units), raw, cell: location?.cell ?? location?.sheet ?? "" };
}

/** The cell's own text, cut where it is longer than anybody reads in a message. */
function brief<A extends object>(args: A): A {
  const raw: unknown = (args as { readonly raw?: unknown }).raw;
  return typeof raw === "string" && raw.length > longestShown
    ? { ...args, raw: `${raw.slice(0, longestShown)}…` }
    : args;
}
