/** How much of a file is read before it is refused. What is bounded is what was really read, never what the file declares. */
export interface Limits {
  /** Bytes of the input file. */
  readonly fileBytes: number;
  /** Bytes of an old workbook (.xls) or a page (HTML): those are held in memory whole. */
  readonly heldBytes: number;
  /** Entries of a zip. */
  readonly entries: number;
  /** Unpacked bytes of one entry. */
  readonly entryBytes: number;
  /** Unpacked bytes of an entry that is neither a sheet nor the shared strings: those are held in memory. */
  readonly partBytes: number;
  /** Unpacked bytes of all entries read of one file. */
  readonly totalBytes: number;
  /** Packed by unpacked bytes of an entry, once a MiB has been unpacked: below it, the entry is a bomb. */
  readonly ratio: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells of one file. */
  readonly cells: number;
  /** Characters (UTF-16 units) of a cell's text. */
  readonly textLength: number;
  /** Texts in a workbook's table of shared strings. */
  readonly sharedTexts: number;
  /** Cell styles of a workbook. */
  readonly styles: number;
  /** Merged ranges of a sheet. */
  readonly merges: number;
  /** Bytes of a text file's longest line: it is held in memory. */
  readonly lineBytes: number;
}

const mebibyte = 2 ** 20;

/**
 * Excel's own limits, where it has one (rows, columns, text, styles). The zip's follow Apache POI's `ZipSecureFile`, which
 * has 1,000 entries, 4 GiB an entry and a ratio of 0.01; a sheet of repeated rows passes 0.005 only.
 */
export const defaultLimits: Limits = {
  fileBytes: 200 * mebibyte,
  heldBytes: 24 * mebibyte,
  entries: 1000,
  entryBytes: 512 * mebibyte,
  partBytes: 64 * mebibyte,
  totalBytes: 2048 * mebibyte,
  ratio: 0.005,
  rows: 1_048_576,
  columns: 16_384,
  cells: 40_000_000,
  textLength: 32_767,
  sharedTexts: 20_000_000,
  styles: 65_536,
  merges: 1_000_000,
  lineBytes: 32 * mebibyte,
};
