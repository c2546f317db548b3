import { constants, crc32, deflateRawSync } from "node:zlib";

/** So many bytes are compressed at a time. */
const chunkBytes = 1 << 20;
/** 1980-01-01 00:00, the zip format's first day: what is written does not depend on when. */
const firstDay = { time: 0, date: (1 << 5) | 1 };
const utf8Names = 0x0800;
const deflated = 8;
const version = 20;

interface Entry {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly compressed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Writes a zip in memory, a part at a time, each from pieces of text that are never put together: the longest sheet of
 * 10,000 people has 150 MB. The same parts give the same bytes on one machine and Node version.
 */
export class ZipWriter {
  private readonly chunks: Uint8Array[] = [];
  private readonly entries: Entry[] = [];
  private at = 0;

  add(name: string, pieces: Iterable<string | Uint8Array>): void {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    const compressed: Uint8Array[] = [];
    let [used, crc, size] = [0, 0, 0];
    const flush = (last: boolean): void => {
      const bytes = buffer.subarray(0, used);
      crc = crc32(bytes, crc);
      size += used;
      used = 0;
      // A chunk that is flushed ends at a whole byte: chunks one after another are one stream.
      const finishFlush = last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
      compressed.push(deflateRawSync(bytes, { level: 1, finishFlush }));
    };
    for (const piece of pieces) {
      let bytes =
        typeof piece === "string" && piece.length * 3 <= chunkBytes ? undefined : Buffer.from(piece as string);
      if (!bytes) {
        if (used + (piece.length as number) * 3 > chunkBytes) flush(false);
        used += buffer.write(piece as string, used);
        continue;
      }
      while (bytes.length > 0) {
        const taken = Math.min(bytes.length, chunkBytes - used);
        buffer.set(bytes.subarray(0, taken), used);
        used += taken;
        bytes = bytes.subarray(taken);
        if (used === chunkBytes) flush(false);
      }
    }
    flush(true);
    const length = compressed.reduce((sum, chunk) => sum + chunk.length, 0);
    const entry = { name: Buffer.from(name), crc, compressed: length, size, offset: this.at };
    this.entries.push(entry);
    this.write(localHeader(entry), entry.name, ...compressed);
  }

  finish(): Uint8Array {
    const start = this.at;
    for (const entry of this.entries) this.write(centralHeader(entry), entry.name);
    this.write(endRecord(this.entries.length, this.at - start, start));
    return Buffer.concat(this.chunks);
  }

  private write(...chunks: readonly Uint8Array[]): void {
    for (const chunk of chunks) {
      this.chunks.push(chunk);
      this.at += chunk.length;
    }
  }
}

/** What both headers say of a part, from the version that is needed on. */
function describe(header: Buffer, at: number, { crc, compressed, size, name }: Entry): void {
  header.writeUInt16LE(version, at);
  header.writeUInt16LE(utf8Names, at + 2);
  header.writeUInt16LE(deflated, at + 4);
  header.writeUInt16LE(firstDay.time, at + 6);
  header.writeUInt16LE(firstDay.date, at + 8);
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(compressed, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  describe(header, 4, entry);
  return header;
}

function centralHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(version, 4);
  describe(header, 6, entry);
  header.writeUInt32LE(entry.offset, 42);
  return header;
}

function endRecord(count: number, size: number, start: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(0x06054b50, 0);
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(start, 16);
  return record;
}
