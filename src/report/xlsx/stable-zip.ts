import { crc32 } from "node:zlib";
import { type AsyncFlateStreamHandler, Zip, type ZipInputFile } from "fflate";
import { blockSize, Compressor } from "./compressor.ts";

/**
 * A zip whose bytes depend on nothing but its parts and Node's own zlib: it has one fixed time. Parts stand in it in the order
 * in which they were opened, and may be written in any; what is held is what they compress to, until it is taken.
 */
export class StableZip {
  private readonly compressor = new Compressor();
  private readonly packed: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.packed.push(chunk);
  });

  open(name: string): ZipPart {
    const entry = new Entry(name, this.compressor);
    this.zip.add(entry);
    return new ZipPart(entry, this.compressor);
  }

  /** A whole part. */
  add(name: string, content: string | Uint8Array): void {
    const part = this.open(name);
    part.write(content);
    part.end();
  }

  /** Whether a writer should `take` what there is, and wait a little, before going on. */
  get isBusy(): boolean {
    return this.compressor.isBusy;
  }

  /** What is done of the zip, each piece once. */
  async take(): Promise<Uint8Array[]> {
    await this.compressor.settle();
    return this.packed.splice(0);
  }

  /** The rest of it, when all parts have ended. */
  async finish(): Promise<Uint8Array[]> {
    this.zip.end();
    await this.compressor.settle(0);
    return this.packed.splice(0);
  }
}

/** A part of the zip, its bytes compressed block by block. */
class Entry implements ZipInputFile {
  readonly compression = 8;
  /** The zip format's first day, in the machine's own zone: times in a zip have none. */
  readonly mtime = new Date(1980, 0, 1);
  size = 0;
  crc = 0;
  declare ondata: AsyncFlateStreamHandler;
  /** In the order in which they were written, what they came to where that is known. */
  private readonly blocks: { packed?: Uint8Array<ArrayBuffer>; readonly final: boolean }[] = [];

  constructor(
    readonly filename: string,
    private readonly compressor: Compressor,
  ) {}

  push(bytes: Uint8Array, final: boolean, block?: Buffer): void {
    this.size += bytes.length;
    this.crc = crc32(bytes, this.crc);
    const one: (typeof this.blocks)[number] = { final };
    this.blocks.push(one);
    this.compressor.compress(bytes, final, block, (packed) => {
      one.packed = packed;
      while (this.blocks[0]?.packed) {
        const first = this.blocks.shift()!;
        this.ondata(null, first.packed!, first.final);
      }
    });
  }
}

/** A part being written. Short pieces are gathered in blocks that are worth compressing. */
export class ZipPart {
  private block: Buffer | undefined;
  private length = 0;

  constructor(
    private readonly entry: Entry,
    private readonly compressor: Compressor,
  ) {}

  /** Text, or UTF-8 bytes, which are not kept. */
  write(content: string | Uint8Array): void {
    // Three bytes at most are what one UTF-16 unit comes to.
    const room = typeof content === "string" ? content.length * 3 : content.length;
    if (this.length + room > blockSize) this.flush();
    if (room > blockSize) {
      this.entry.push(Buffer.from(content), false);
      return;
    }
    this.block ??= this.compressor.block();
    if (typeof content === "string") this.length += this.block.write(content, this.length);
    else {
      this.block.set(content, this.length);
      this.length += content.length;
    }
  }

  end(): void {
    this.flush();
    this.entry.push(new Uint8Array(0), true);
  }

  private flush(): void {
    if (!this.block || this.length === 0) return;
    this.entry.push(this.block.subarray(0, this.length), false, this.block);
    this.block = undefined;
    this.length = 0;
  }
}
