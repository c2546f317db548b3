import { constants, deflateRawSync } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";

/**
 * A zip whose bytes depend on nothing but its parts and Node's own zlib: it has one fixed time. Parts stand in it in the order in which they were opened, and may be written in any;
 * what is held is what they compress to.
 */
export class StableZip {
  private readonly chunks: Uint8Array[] = [];
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });
  /** The zip format's first day, in the machine's own zone: times in a zip have none. */
  private readonly firstDay = new Date(1980, 0, 1);

  open(name: string): ZipPart {
    const entry = new NativeDeflate(name);
    entry.mtime = this.firstDay;
    this.zip.add(entry);
    return new ZipPart(entry);
  }

  /** A whole part. */
  add(name: string, content: string | Uint8Array): void {
    const part = this.open(name);
    part.write(content);
    part.end();
  }

  /** The zip's bytes, when all parts have ended. */
  finish(): Uint8Array {
    this.zip.end();
    const whole = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole;
  }
}

/** Compresses with Node's zlib: the longest sheet of 10,000 people has 150 MB, on which plain JavaScript spends seconds. */
class NativeDeflate extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array, final: boolean): void {
    // A chunk that is flushed ends at a whole byte: chunks one after another are one stream.
    const finishFlush = final ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    this.ondata(null, deflateRawSync(chunk, { level: 1, finishFlush }), final);
  }
}

/** A part being written. Short pieces are joined to chunks that are worth compressing. */
export class ZipPart {
  private batch = "";

  constructor(private readonly entry: NativeDeflate) {}

  write(content: string | Uint8Array): void {
    if (typeof content !== "string") {
      this.flush();
      this.entry.push(content);
      return;
    }
    this.batch += content;
    if (this.batch.length > 1 << 18) this.flush();
  }

  end(): void {
    this.flush();
    this.entry.push(new Uint8Array(0), true);
  }

  private flush(): void {
    if (this.batch === "") return;
    this.entry.push(Buffer.from(this.batch));
    this.batch = "";
  }
}
