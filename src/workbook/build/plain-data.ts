import { firstCell, type RecordBatch } from "../csv/record-batch.ts";
import { mayBeTotal } from "./row-words.ts";

// Whether a row is data at the first look, as most of a table are: `RowSorter` would find the same, and no table begins
// there. No cell may be the word for a total. Then a digit in front, or a cell in front that is no text, tells it, since no
// header, note or sign-off has one; or, in a row of more than two cells, a name in front and a digit in front of an id. The
// columns with such ids are the `keys`, of which `RowSorter` says that a digit tells them from the words around the table.

/** Whether a record of a text file is. */
export function isPlainData(batch: RecordBatch, record: number, keys: readonly number[]): boolean {
  const { source, cells, ends, words } = batch;
  const first = firstCell(ends, record);
  const end = ends[record] as number;
  if (first === end || cells[2 * first] === cells[2 * first + 1]) return false;
  if (!beginsWithDigit(batch, first) && !(isName(batch, first) && hasId(batch, first, end, keys))) return false;
  for (let at = first; at < end; at++) {
    const start = cells[2 * at] as number;
    if (start < 0) {
      if (words[at]?.mayBeTotal) return false;
      continue;
    }
    if (mayBeginTotal(source[start] as number) && mayBeTotal(source.toString("latin1", start, cells[2 * at + 1])))
      return false;
  }
  return true;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Of ASCII, a letter or a digit; else an ideograph. */
export function isLetter(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || isDigit(code) || (code >= 0x4e00 && code <= 0x9fff);
}

/** Of ASCII, only s, t and g begin the word for a total: sum, total, grand total. */
export function mayBeginTotal(code: number): boolean {
  const letter = code | 0x20;
  return letter === 0x73 || letter === 0x74 || letter === 0x67;
}

function beginsWithDigit({ source, cells }: RecordBatch, at: number): boolean {
  const start = cells[2 * at] as number;
  return isDigit(source[start < 0 ? ~start : start] as number) && start !== cells[2 * at + 1];
}

/** Begins with a letter or an ideograph, and does not end as what a signature follows: 制表人: */
function isName({ source, cells, words }: RecordBatch, at: number): boolean {
  const start = cells[2 * at] as number;
  if (start >= 0)
    return isLetter(source[start] as number) && isLetter(source[(cells[2 * at + 1] as number) - 1] as number);
  const text = words[at]?.text ?? "";
  return isLetter(text.charCodeAt(0)) && isLetter(text.charCodeAt(text.length - 1));
}

function hasId(batch: RecordBatch, first: number, end: number, keys: readonly number[]): boolean {
  for (const column of keys) {
    const at = first + column;
    if (column > 0 && at < end && beginsWithDigit(batch, at)) return isWide(batch, first, end);
  }
  return false;
}

/** More than two cells are not blank. */
function isWide({ cells }: RecordBatch, first: number, end: number): boolean {
  let filled = 0;
  for (let at = first; at < end && filled < 3; at++) if (cells[2 * at] !== cells[2 * at + 1]) filled++;
  return filled > 2;
}
