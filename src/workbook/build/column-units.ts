import { type CellLocation, columnName } from "../../diagnostic/location.ts";
import { unitOf } from "../../number/unit.ts";
import type { Binding, BoundColumn, Place } from "../header/bind.ts";
import { unitMeaning, unitWords } from "../header/unit-words.ts";
import type { UnitDoubt } from "../table.ts";
import type { Layout } from "./layout.ts";
import type { UnitNote } from "./unit-notes.ts";

/** What a column's bare figures are in, as the sheet says it: a unit, a doubt, or neither. */
export interface ColumnUnit {
  readonly unit?: string | undefined;
  readonly doubt?: UnitDoubt | undefined;
}

/** The units of a sheet's columns, by their places in `binding.bound`. */
export interface ColumnUnits {
  /** What the sheet names for all of its money. */
  readonly sheet: string | undefined;
  readonly columns: readonly ColumnUnit[];
}

/**
 * The unit of each column: its header's, else that of a row of units, else the sheet's if it holds money; of several the one
 * of its currency. Where the sheet names units of money and none of them is for a column beyond doubt, the column is left in
 * doubt: 元 is never taken in silence where 万元 may be meant. A column of the same currency that has its own leaves a doubt too.
 *
 * @param below what rows under the table say: it counts as what stands above
 */
export function columnUnits({ bound }: Binding, layout: Layout, below: readonly UnitNote[], place: Place): ColumnUnits {
  const notes = [...layout.notes, ...below];
  const inCells = notes.flatMap(({ named }) => named);
  const named = inCells.length > 0 ? inCells : layout.name.named;
  const headers = bound.map((column) => headerUnit(column, layout));
  const columns = bound.map((column, at): ColumnUnit => {
    const { spec, label } = column;
    const header = headers[at] as HeaderUnit;
    if (spec.kind !== "money" || header.unit !== undefined) return { unit: header.unit };
    const headerSaid = [{ text: label.printed, at: cellOf(column) }];
    if (header.doubtful.length > 0) return { doubt: doubtOf(header.doubtful, headerSaid, place) };
    const units = distinct(ofCurrency(named, spec.currency));
    const partly = notes.filter(({ partial }) => partial.some((unit) => !isAmong(unit, units)));
    const [unit] = units;
    if (unit !== undefined && units.length === 1 && partly.length === 0) return { unit };
    const telling = units.length > 0 ? notes.filter(({ named: own }) => own.length > 0) : [];
    const open = units.length > 0 ? [] : notes.filter(({ mentioned }) => mentioned.length > 0);
    const doubtful = [...new Set([...telling, ...partly, ...open])];
    const all = doubtful.flatMap((note) => [
      ...note.named,
      ...note.partial,
      ...(units.length > 0 ? [] : note.mentioned),
    ]);
    if (all.length > 0) return { doubt: doubtOf(all, doubtful, place) };
    if (units.length === 0 && layout.name.mentioned.length + layout.name.partial.length > 0) {
      const text = place.sheet ?? place.file;
      return { doubt: doubtOf([...layout.name.mentioned, ...layout.name.partial], [{ text, at: {} }], place) };
    }
    const twins = bound.flatMap((twin, index) => {
      const unit = headers[index]?.unit;
      const isAlike = twin.spec.kind === "money" && twin.spec.currency === spec.currency;
      return isAlike && unit !== undefined && isMoney(unit)
        ? [{ unit, text: twin.label.printed, at: cellOf(twin) }]
        : [];
    });
    if (twins.length === 0) return {};
    const theirs = twins.map(({ unit }) => unit);
    return { doubt: { ...doubtOf(theirs, twins, place), beside: true } };
  });
  const all = distinct(named);
  return { sheet: all.length === 1 ? all[0] : undefined, columns };
}

interface HeaderUnit {
  readonly unit: string | undefined;
  /** Units of money in it of which none is the column's for sure. */
  readonly doubtful: readonly string[];
}

function headerUnit({ spec, label }: BoundColumn, { perColumn }: Layout): HeaderUnit {
  const own = label.unit ?? perColumn.get(label.column);
  if (spec.kind !== "money" || (own !== undefined && (isMoney(own) || unitOf(own)?.ratio))) {
    return { unit: own, doubtful: [] };
  }
  const { named, partial, mentioned } = unitWords(label.printed);
  const units = distinct(ofCurrency(named, spec.currency));
  if (units.length === 1 && partial.length === 0) return { unit: units[0], doubtful: [] };
  const doubtful = [...named, ...partial, ...mentioned];
  return { unit: doubtful.length > 0 ? undefined : own, doubtful };
}

/** Of units in several currencies those of the column's; all if none is, which is then a contradiction to report. */
function ofCurrency(units: readonly string[], currency: string | undefined): readonly string[] {
  const own = units.filter((unit) => (unitOf(unit)?.currency ?? currency) === currency);
  return currency === undefined || own.length === 0 ? units : own;
}

function distinct(units: readonly string[]): string[] {
  return units.filter((unit, at) => units.findIndex((other) => unitMeaning(other) === unitMeaning(unit)) === at);
}

function isAmong(unit: string, units: readonly string[]): boolean {
  return units.some((other) => unitMeaning(other) === unitMeaning(unit));
}

/** A unit of money, or a scale alone. */
function isMoney(word: string): boolean {
  const unit = unitOf(word);
  return unit !== undefined && !unit.ratio && !unit.duration && unit.other === undefined;
}

function cellOf({ label }: BoundColumn): Pick<CellLocation, "cell"> {
  return { cell: `${columnName(label.column)}${label.row}` };
}

/** So many places tell enough. */
const shown = 5;

function doubtOf(
  units: readonly string[],
  said: readonly { readonly text: string; readonly at: Pick<CellLocation, "cell" | "line"> }[],
  place: Place,
): UnitDoubt {
  return {
    units: distinct(units),
    said: said.slice(0, shown).map(({ text, at }) => ({ text, location: { ...place, ...at } })),
  };
}
