import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";
import { type Entry, fromRandomAccessReader, getFileNameLowLevel, RandomAccessReader, type ZipFile } from "yauzl";
import type { Limits } from "../limits.ts";
import type { Source } from "../source.ts";
import { Refusal, refusal } from "./refusal.ts";

/** A zip's entries, read one at a time within the limits. Sizes and checksums are those of the bytes that really came. */
export class Zip {
  private unpacked = 0;

  private constructor(
    readonly file: string,
    private readonly source: Source,
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: Limits,
  ) {}

  /**
   * Reads the central directory.
   *
   * @throws Refusal when there is none, or when it has too many entries or the same one twice
   */
  static async open(file: string, source: Source, limits: Limits): Promise<Zip> {
    try {
      const zip = await openDirectory(source);
      if (zip.entryCount > limits.entries) {
        throw refusal("workbook/too-many-parts", { file }, { count: zip.entryCount, limit: limits.entries });
      }
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) {
        const name = partKey(
          getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
        );
        if (entries.has(name)) throw damaged(file, name, "the entry occurs twice");
        entries.set(name, entry);
      }
      return new Zip(file, source, zip, entries, limits);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (reason(error).includes("End of central directory record signature not found")) {
        throw refusal("workbook/truncated", { file }, {});
      }
      throw damaged(file, "zip", reason(error));
    }
  }

  has(part: string): boolean {
    return this.entries.has(partKey(part));
  }

  /**
   * An entry's bytes, unpacked while the caller works on the chunks before; no more of them than a limit, `partBytes` for
   * those that are held in memory.
   *
   * @throws Refusal when it is missing, damaged, encrypted or beyond a limit
   */
  async *read(part: string, most: "partBytes" | "entryBytes" = "partBytes"): AsyncGenerator<Buffer> {
    const entry = this.entries.get(partKey(part));
    if (!entry) throw refusal("workbook/missing-part", { file: this.file }, { part });
    if (entry.isEncrypted()) throw refusal("workbook/encrypted", { file: this.file }, {});
    let size = 0;
    let checksum = 0;
    try {
      const { chunks, consumed } = await this.unpack(entry);
      for await (const chunk of chunks) {
        size += chunk.length;
        this.unpacked += chunk.length;
        this.checkLimits(part, size, consumed(), most);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (!isZlibError(error)) throw error;
      throw damaged(this.file, part, reason(error));
    }
    if (size !== entry.uncompressedSize) throw damaged(this.file, part, "its size is not the one declared");
    if (checksum !== entry.crc32) throw damaged(this.file, part, "its checksum is wrong");
  }

  private async unpack(entry: Entry): Promise<{ chunks: AsyncIterable<Buffer>; consumed: () => number }> {
    const { fileDataStart } = await this.zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch((error) => {
      throw damaged(this.file, partKey(entry.fileName.toString()), reason(error));
    });
    const packed = this.source.stream(fileDataStart, fileDataStart + entry.compressedSize);
    if (entry.compressionMethod === 0) return { chunks: packed, consumed: () => Number.POSITIVE_INFINITY };
    if (entry.compressionMethod !== 8) {
      throw damaged(this.file, partKey(entry.fileName.toString()), `compression method ${entry.compressionMethod}`);
    }
    const inflate = createInflateRaw(inflateOptions);
    // The error reaches the reader through `inflate`, which pipeline destroys with it.
    pipeline(Readable.from(packed), inflate).catch(() => {});
    return { chunks: inflate, consumed: () => inflate.bytesWritten };
  }

  private checkLimits(part: string, size: number, packed: number, most: "partBytes" | "entryBytes"): void {
    const { totalBytes, ratio } = this.limits;
    const at = { file: this.file };
    if (size > this.limits[most]) {
      const name = most === "partBytes" ? "part" : "entry";
      throw refusal("workbook/part-too-large", at, { part, limit: showSize(this.limits[most]), name });
    }
    if (this.unpacked > totalBytes) throw refusal("workbook/unpacked-too-large", at, { limit: showSize(totalBytes) });
    if (size > 2 ** 20 && packed < size * ratio) throw refusal("workbook/zip-bomb", at, { part, limit: ratio });
  }
}

/** `512 MiB`, or bytes where it is no round number. */
export function showSize(bytes: number): string {
  return bytes % 2 ** 20 === 0 ? `${bytes / 2 ** 20} MiB` : `${bytes} B`;
}

/**
 * Few, large chunks: a chunk costs a round trip to zlib's thread. Objects, so that a read returns one chunk, and a few of
 * them ahead, so that zlib works while the caller does.
 */
const inflateOptions = { chunkSize: 256 * 1024, readableObjectMode: true, readableHighWaterMark: 4 };

/** Reads the directory through one block of the file: without it every entry would cost two openings of the file. */
class SourceReader extends RandomAccessReader {
  private block = Buffer.alloc(0);
  private start = 0;

  constructor(private readonly source: Source) {
    super();
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    done: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.at(position, length).then(
      (found) => done(null, found.copy(target, offset)),
      (error) => done(error),
    );
  }

  private async at(position: number, length: number): Promise<Buffer> {
    if (position < this.start || position + length > this.start + this.block.length) {
      this.block = (await this.source.read(position, Math.max(length, 64 * 1024))) as Buffer<ArrayBuffer>;
      this.start = position;
    }
    return this.block.subarray(position - this.start, position - this.start + length);
  }
}

function openDirectory(source: Source): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(new SourceReader(source), source.size, options, (error, zip) => {
      if (error) reject(error);
      else resolve(zip);
    });
  });
}

/** Part names are compared without case; some writers put a slash in front, and some on Windows write backslashes. */
function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function damaged(file: string, part: string, why: string): Refusal {
  return refusal("workbook/damaged", { file }, { part, reason: why });
}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
