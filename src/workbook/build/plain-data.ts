import { firstCell, type RecordBatch } from "../csv/record-batch.ts";
import { mayBeTotal } from "./row-words.ts";

/**
 * Whether a record is data at the first look: its first cell begins with a digit, which no header, note or sign-off does, and
 * no cell may be the word for a total. Most rows of a table are such; `RowSorter` would find the same.
 */
export function isPlainData({ source, cells, ends, words }: RecordBatch, record: number): boolean {
  const first = firstCell(ends, record);
  const end = ends[record] as number;
  for (let at = first; at < end; at++) {
    const start = cells[2 * at] as number;
    if (at === first) {
      const digit = source[start < 0 ? ~start : start] as number;
      if (digit < 0x30 || digit > 0x39 || cells[2 * at + 1] === start) return false;
    }
    if (start < 0) {
      if (words[at]?.mayBeTotal) return false;
      continue;
    }
    // Of ASCII, only s, t and g begin the word for a total: sum, total, grand total.
    const letter = (source[start] as number) | 0x20;
    if (letter !== 0x73 && letter !== 0x74 && letter !== 0x67) continue;
    if (mayBeTotal(source.toString("latin1", start, cells[2 * at + 1]))) return false;
  }
  return end > first;
}
