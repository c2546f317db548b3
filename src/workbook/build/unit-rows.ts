import type { Binding } from "../header/bind.ts";
import { isUnit, squeeze } from "../header/header-text.ts";
import { isMoneyWord, isUnitRow } from "../header/unit-words.ts";
import type { SheetRow } from "./sheet-row.ts";

/** 单位, a dash: what stands in a row of units where a column has none. */
const none = /^(?:(?:计量|金额|数量)?单位:?|[-—–/]+)$/u;
/** What may stand under an id's header in such a row: a word for how it is written, never an id. */
const keyRemark = /^(?:文本|数字|编号|代码|必填|[([【].{0,12}[)\]】])$/u;
const figures: ReadonlySet<string> = new Set(["money", "ratio", "number", "count", "duration"]);

/** The unit of each column in a row of units. */
export type RowUnits = ReadonlyMap<number, string>;

/**
 * A row of units under the header: 元, 万元, %. One that says the table's unit and no more gives none. A word that is no unit,
 * as (是/否), may stand under a column that holds no figures, if the key's cell is none of a row of data.
 */
export function unitsBelow(row: SheetRow, binding: Binding): RowUnits | undefined {
  const words = wordsOf(row);
  if (!words || words.size === 0) return undefined;
  if (isUnitRow([...words.values()].map(({ text }) => text))) return new Map();
  const units = unitsOf(words);
  const filled = [...words].filter(([, { word }]) => !none.test(word));
  if (filled.length > 0 && filled.every(([column]) => units.has(column))) return units;
  const bound = new Map(binding.bound.map(({ spec, label }) => [label.column, spec]));
  let figureUnits = 0;
  for (const [column, { word, text }] of filled) {
    const spec = bound.get(column);
    if (spec?.required && !keyRemark.test(squeeze(text))) return undefined;
    if (text.length > 20 || /\d{2}/u.test(word)) return undefined;
    if (!spec || !figures.has(spec.kind)) continue;
    if (!units.has(column)) return undefined;
    if (isMoneyWord(word) || /^[%‰]$/u.test(word)) figureUnits++;
  }
  return figureUnits > 0
    ? new Map([...units].filter(([column]) => figures.has(bound.get(column)?.kind ?? "")))
    : undefined;
}

/** A row of units above the header: over columns of figures two of them at least, and nothing else. One alone is the table's. */
export function unitsAbove(row: SheetRow, binding: Binding): RowUnits | undefined {
  const words = wordsOf(row);
  if (!words) return undefined;
  const kinds = new Map(binding.bound.map(({ spec, label }) => [label.column, spec.kind]));
  const units = [...words].filter(([, { word }]) => !none.test(word));
  const aligned = units.every(([column, { word }]) => isUnit(word) && figures.has(kinds.get(column) ?? "number"));
  return aligned && units.length > 1 ? new Map(units.map(([column, { word }]) => [column, word])) : undefined;
}

type Words = ReadonlyMap<number, { readonly text: string; readonly word: string }>;

/** The texts of a row by column, without brackets around them; undefined if a cell is no text. */
function wordsOf(row: SheetRow): Words | undefined {
  const words = new Map<number, { text: string; word: string }>();
  for (const column of row.columns) {
    if (row.isBlank(column)) continue;
    const text = row.textOf(column);
    if (text === "" || text.length > 40) return undefined;
    words.set(column, { text, word: squeeze(text).replace(/^[([【]|[)\]】]$/gu, "") });
  }
  return words;
}

function unitsOf(words: Words): Map<number, string> {
  const found = new Map<number, string>();
  for (const [column, { word }] of words) {
    const bare = word.replace(/^单位[:为]?/u, "");
    if (!none.test(word) && isUnit(bare)) found.set(column, bare);
  }
  return found;
}
