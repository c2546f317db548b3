import { strToU8, Zip, ZipDeflate } from "fflate";

/**
 * A zip whose bytes depend on nothing but its parts: one fixed time, compressed by plain JavaScript (native zlibs differ in
 * their bytes from machine to machine). Parts stand in it in the order in which they were opened, and may be written in any;
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
    const entry = new ZipDeflate(name, { level: 4 });
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

/** A part being written. Short pieces are joined to chunks that are worth compressing. */
export class ZipPart {
  private batch = "";

  constructor(private readonly entry: ZipDeflate) {}

  write(content: string | Uint8Array): void {
    if (typeof content !== "string") {
      this.flush();
      this.entry.push(content);
      return;
    }
    this.batch += content;
    if (this.batch.length > 1 << 16) this.flush();
  }

  end(): void {
    this.flush();
    this.entry.push(new Uint8Array(0), true);
  }

  private flush(): void {
    if (this.batch === "") return;
    this.entry.push(strToU8(this.batch));
    this.batch = "";
  }
}
