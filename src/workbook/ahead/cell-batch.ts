/**
 * Cells on their way from one thread to another: a code and a number for each, the bytes of texts of ASCII, and one string of
 * all other texts that are not words. Objects would be copied one by one; these arrays change hands as they are.
 */
export interface CellBatch {
  /** The kind in the low four bits, the column above them. */
  readonly codes: Int32Array<ArrayBuffer>;
  /** A row's or a cell's number, a text's length, a word's or a format's place. */
  readonly values: Float64Array<ArrayBuffer>;
  readonly length: number;
  readonly ascii: Uint8Array<ArrayBuffer>;
  readonly texts: string;
  /** Words that no batch of the sheet had before. */
  readonly words: readonly string[];
  /** Number formats that no batch of the sheet had before. */
  readonly formats: readonly string[];
  /** The last row goes on in the next batch. */
  readonly isSplit: boolean;
}

export const row = 0;
export const hiddenRow = 1;
/** The physical line of the row that follows. */
export const line = 2;
/** The format of the numbers that follow in a column. */
export const format = 3;
export const number = 4;
/** A text that is not ASCII, or its number among the words: what comes back again and again, 是 and 否, a branch. */
export const text = 5;
export const word = 6;
export const boolean = 7;
export const error = 8;
export const noResult = 9;
/** A text of ASCII; its number is its length. */
export const ascii = 10;

export const kindBits = 4;
export const kindMask = (1 << kindBits) - 1;
/** Codes in a batch, at most. */
export const capacity = 1 << 14;
