import { diagnose } from "../diagnostic/diagnostic.ts";
import type { CellLocation } from "../diagnostic/location.ts";
import type { Column, Input } from "../rulebook/input.ts";
import { IdCodes } from "./id-codes.ts";
import type { Problems } from "./problems.ts";
import type { Site } from "./site.ts";
import type { ValueColumn } from "./value-column.ts";

/** From this length on, ids that have lost a zero are told from those that are counted through: 7, 8, 9, 10. */
const shortestPadded = 4;

/** How long a family's all-digit ids are, where they are written as text. */
class Width {
  private digits = 0;
  private several = false;

  see(length: number): void {
    if (this.digits !== 0 && this.digits !== length) this.several = true;
    this.digits = length;
  }

  get isSeen(): boolean {
    return this.digits !== 0;
  }

  /** Undefined: none was seen, or several. */
  get single(): number | undefined {
    return this.digits === 0 || this.several ? undefined : this.digits;
  }
}

/**
 * All columns that name the same things: the roster's key and the references to it, or the columns of one name (`customer`). Ids
 * that came as numbers get back their leading zeros where those written as text, the roster's before others, have one width.
 */
export class IdFamily {
  private readonly onRoster = new Width();
  private readonly elsewhere = new Width();
  private readonly numbers: { readonly site: Site; readonly rows: number[] }[] = [];
  private longest = 0;
  readonly codes = new IdCodes();

  /** Notes how long an id of digits is that is written as text. */
  see(site: Site, length: number): void {
    (site.input.role === "subject" ? this.onRoster : this.elsewhere).see(length);
  }

  /** How long an id of digits is that stands on a roster read before. */
  seeOnRoster(length: number): void {
    this.onRoster.see(length);
  }

  /** Notes an id at hand that came as a number of so many digits: it may grow when all columns have been read. */
  seeNumber(site: Site, length: number): void {
    let last = this.numbers[this.numbers.length - 1];
    if (last?.site !== site) {
      last = { site, rows: [] };
      this.numbers.push(last);
    }
    last.rows.push(site.row);
    this.longest = Math.max(this.longest, length);
  }

  /** A roster of numbers alone shows no width: where many are as long as the longest, the others may have lost a zero. */
  private doubt(values: (input: number, slot: number) => ValueColumn | undefined, problems: Problems): void {
    const width = this.longest;
    for (const { site, rows } of this.numbers) {
      if (site.input.role !== "subject" || width < shortestPadded) continue;
      const column = values(site.input.index, site.column.slot);
      const shorter = rows.filter((row) => String(column?.at(site.start + row)).length < width);
      const [first] = shorter;
      if (first === undefined || shorter.length * 3 > rows.length * 2) continue;
      const at = site.table.locate(first, site.column.name);
      problems.add(diagnose("facts/ids-of-several-widths", at, { header: site.header, count: shorter.length, width }));
    }
  }

  /** Pads what has to be padded: `values(input)[slot][row]`. */
  pad(values: (input: number, slot: number) => ValueColumn | undefined, problems: Problems): void {
    const width = this.onRoster.isSeen ? this.onRoster.single : this.elsewhere.single;
    if (!this.onRoster.isSeen && !this.elsewhere.isSeen) this.doubt(values, problems);
    if (width === undefined || this.longest > width) return;
    let count = 0;
    let first: { at: CellLocation; header: string } | undefined;
    for (const { site, rows } of this.numbers) {
      const column = values(site.input.index, site.column.slot);
      for (const row of rows) {
        const id = column?.at(site.start + row);
        if (typeof id !== "string" || id.length >= width) continue;
        column?.set(site.start + row, id.padStart(width, "0"));
        first ??= { at: site.table.locate(row, site.column.name), header: site.header };
        count++;
      }
    }
    if (first) problems.add(diagnose("facts/padded-ids", first.at, { header: first.header, count, width }));
  }
}

/** The families of a run's id columns. */
export class IdFamilies {
  private readonly families = new Map<string, IdFamily>();

  of(input: Input, column: Column): IdFamily {
    const name = isKey(input, column) ? "" : column.name;
    let family = this.families.get(name);
    if (!family) {
      family = new IdFamily();
      this.families.set(name, family);
    }
    return family;
  }

  pad(values: (input: number, slot: number) => ValueColumn | undefined, problems: Problems): void {
    for (const family of this.families.values()) family.pad(values, problems);
  }
}

/** Whether the column says whose row it is. */
export function isKey(input: Input, column: Column): boolean {
  return input.role === "subject" ? column === input.key : column === input.refers;
}
