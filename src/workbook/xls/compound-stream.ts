const endOfChain = 0xfffffffe;
const headerSize = 512;
const entrySize = 128;
/** Streams below this size lie in the mini stream, in sectors of 64 bytes. */
const miniCutoff = 4096;
const miniSize = 64;

/** A stream of a compound file, whole. Undefined: there is none of these names, or its chain of sectors is broken. */
export function readStream(file: Buffer, names: readonly string[]): Buffer | undefined {
  if (file.length < headerSize) return undefined;
  const power = file.readUInt16LE(30);
  if (power !== 9 && power !== 12) return undefined;
  const compound = new CompoundFile(file, 2 ** power);
  return compound.stream(names);
}

/** A compound file's sectors and allocation tables (MS-CFB 2.2 to 2.6), held in memory. */
class CompoundFile {
  private readonly table: readonly Buffer[];

  constructor(
    private readonly file: Buffer,
    private readonly sectorSize: number,
  ) {
    this.table = this.tableSectors();
  }

  stream(names: readonly string[]): Buffer | undefined {
    const directory = this.chain(this.file.readUInt32LE(48));
    if (!directory) return undefined;
    let [root, found] = [undefined as Buffer | undefined, undefined as Buffer | undefined];
    for (let at = 0; at + entrySize <= directory.length; at += entrySize) {
      const entry = directory.subarray(at, at + entrySize);
      if (entry[66] === 5) root ??= entry;
      if (entry[66] === 2 && names.includes(nameOf(entry))) found ??= entry;
    }
    if (!found) return undefined;
    const [start, size] = [found.readUInt32LE(116), found.readUInt32LE(120)];
    if (size > this.file.length) return undefined;
    const bytes = size < miniCutoff ? this.mini(root, start, size) : this.chain(start, size);
    return bytes && bytes.length >= size ? bytes.subarray(0, size) : undefined;
  }

  private mini(root: Buffer | undefined, start: number, size: number): Buffer | undefined {
    const container = root && this.chain(root.readUInt32LE(116));
    const table = this.chain(this.file.readUInt32LE(60));
    if (!container || !table) return undefined;
    const pieces: Buffer[] = [];
    for (let sector = start, left = size; left > 0; left -= miniSize) {
      if ((sector + 1) * 4 > table.length) return undefined;
      pieces.push(container.subarray(sector * miniSize, (sector + 1) * miniSize));
      sector = table.readUInt32LE(sector * 4);
    }
    return Buffer.concat(pieces);
  }

  /** The sectors from `start` on; as many as hold `size` bytes, else all. A chain has no more sectors than the file: no circle. */
  private chain(start: number, size = Number.POSITIVE_INFINITY): Buffer | undefined {
    const pieces: Buffer[] = [];
    const most = this.file.length / this.sectorSize;
    for (let sector = start, length = 0; sector < endOfChain && length < size; length += this.sectorSize) {
      const piece = this.sector(sector);
      const next = this.next(sector);
      if (!piece || next === undefined || pieces.length > most) return undefined;
      pieces.push(piece);
      sector = next;
    }
    return Buffer.concat(pieces);
  }

  private next(sector: number): number | undefined {
    const perTable = this.sectorSize / 4;
    const entry = (sector % perTable) * 4;
    const table = this.table[Math.floor(sector / perTable)];
    return table && entry + 4 <= table.length ? table.readUInt32LE(entry) : undefined;
  }

  /** The sectors of the allocation table: 109 are named in the header, the others in a chain of their own. */
  private tableSectors(): Buffer[] {
    const numbers: number[] = [];
    for (let at = 76; at < headerSize; at += 4) numbers.push(this.file.readUInt32LE(at));
    const most = this.file.length / this.sectorSize;
    for (let more = this.file.readUInt32LE(68), turns = 0; more < endOfChain && turns < most; turns++) {
      const list = this.sector(more);
      if (!list || list.length < this.sectorSize) break;
      for (let at = 0; at < this.sectorSize - 4; at += 4) numbers.push(list.readUInt32LE(at));
      more = list.readUInt32LE(this.sectorSize - 4);
    }
    // A free entry ends the list; one beyond the file leaves a place that no chain can pass.
    return numbers.filter((number) => number < endOfChain).map((number) => this.sector(number) ?? Buffer.alloc(0));
  }

  /** The last one may be cut short by the file's end. */
  private sector(number: number): Buffer | undefined {
    const start = (number + 1) * this.sectorSize;
    return start < this.file.length ? this.file.subarray(start, start + this.sectorSize) : undefined;
  }
}

function nameOf(entry: Buffer): string {
  const length = Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 62);
  return entry.toString("utf16le", 0, length);
}
