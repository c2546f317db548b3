import type { ValueColumn } from "./value-column.ts";

/**
 * Which of the rows from `start` to `end` have the figures of another one, and the same owner: those that may be equal
 * altogether, with a few beside them by chance. No text is looked at, since nearly no row of a large sheet is such a one.
 *
 * @param columns those that hold no figures are passed over
 * @param owner whose each row is; rows of nobody (-1) are not looked at
 */
export function rowsOfEqualFigures(
  columns: readonly ValueColumn[],
  owner: Int32Array,
  start: number,
  end: number,
): number[] {
  const count = Math.max(end - start, 0);
  const hashes = owner.slice(start, end);
  for (const { hundredths } of columns) if (hundredths) mix(hundredths, start, hashes);
  // Open addressing: a row is entered once for each hash, plus one since 0 is empty.
  const size = 2 ** Math.ceil(Math.log2(count * 2 + 1));
  const slots = new Int32Array(size);
  const [firsts, found] = [new Set<number>(), [] as number[]];
  for (let index = 0; index < count; index++) {
    if ((owner[start + index] as number) < 0) continue;
    const hash = hashes[index] as number;
    let slot = (hash ^ (hash >>> 15)) & (size - 1);
    while (slots[slot] !== 0 && hashes[(slots[slot] as number) - 1] !== hash) slot = (slot + 1) & (size - 1);
    const other = slots[slot] as number;
    if (other === 0) slots[slot] = index + 1;
    else {
      firsts.add(start + other - 1);
      found.push(start + index);
    }
  }
  return [...firsts, ...found].sort((a, b) => a - b);
}

/** Mixes the figures of a column into the hashes of its rows; what is no figure of whole hundredths counts as nothing. */
function mix(hundredths: Float64Array, start: number, hashes: Int32Array): void {
  for (let index = 0; index < hashes.length; index++) {
    const figure = hundredths[start + index] as number;
    const hash = Math.imul((hashes[index] as number) ^ (figure | 0), 0x85ebca6b) ^ (figure / 4294967296);
    hashes[index] = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  }
}
