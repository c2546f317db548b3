/** How far the reading of files has come. */
export interface ReadingProgress {
  /** As named to the user. */
  readonly file: string;
  /** Its place among all, from 0. */
  readonly index: number;
  readonly count: number;
  /** Rows read of all files so far. */
  readonly rows: number;
  /** Bytes of all files: done, and in all. Those of the file at hand are counted by the passes over it. */
  readonly bytes: number;
  readonly total: number;
}

/** A file is gone through twice: for its checksum (and encoding), and for its rows. */
const passes = 2;

/** Follows the reading of files, and tells whenever another piece of one has come. */
export class ReadingTracker {
  private index = -1;
  private file = "";
  private doneBytes = 0;
  private doneRows = 0;
  private size = 0;
  private streamed = 0;
  private rows: () => number = () => 0;

  private readonly total: number;

  /** @param sizes of the files, in the order in which they are read */
  constructor(
    private readonly sizes: readonly number[],
    private readonly tell: (progress: ReadingProgress) => void,
  ) {
    this.total = sizes.reduce((sum, size) => sum + size, 0);
  }

  begin(file: string): void {
    this.endSheet();
    this.doneBytes += this.size;
    this.file = file;
    this.size = this.sizes[++this.index] ?? 0;
    this.streamed = 0;
    this.say();
  }

  /** @param rows says how many rows of the sheet have come so far */
  sheet(rows: () => number): void {
    this.endSheet();
    this.rows = rows;
  }

  /** @param bytes of the file at hand, by all passes over it so far */
  streamedTo(bytes: number): void {
    this.streamed = bytes;
    this.say();
  }

  private endSheet(): void {
    this.doneRows += this.rows();
    this.rows = () => 0;
  }

  private say(): void {
    const { file, index, sizes, total } = this;
    this.tell({
      file,
      index,
      count: sizes.length,
      rows: this.doneRows + this.rows(),
      bytes: this.doneBytes + Math.min(this.streamed / passes, this.size),
      total,
    });
  }
}
