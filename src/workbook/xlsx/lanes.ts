import { isUtf8 } from "node:buffer";
import { encodingOf } from "./encoding.ts";
import { withoutPrefix } from "./prefix.ts";
import type { XmlReader } from "./xml.ts";
import { greater } from "./xml-bytes.ts";

/** A part with one long list in it: the rows of a sheet, the shared strings. */
export interface ListPart {
  /** How the list's start tag begins: `<sheetData`. */
  readonly start: Buffer;
  /** How each of its items ends: `</row>`. */
  readonly itemEnd: Buffer;
  /** The fast reader of the list. */
  readonly scanner: ListScanner;
  /** The slow one's state: whether the last element opened or closed leaves it directly in the list. */
  readonly handler: { betweenItems: boolean };
  /** Tells the slow reader where the fast one stopped inside an item. */
  reopen(xml: XmlReader): void;
}

export interface ListScanner {
  readonly position: number;
  scan(bytes: Buffer, from: number): boolean;
  resume(): void;
}

/** What an item may need before it is left to the slow reader incomplete. */
const longestItem = 2 ** 20;
/** After so many items that only the slow reader knows, the rest is its own: changing over costs more than it saves. */
const mostHandovers = 10_000;

/**
 * Reads a part through its scanner, and through saxes what the scanner does not know: all before and after the list, and any
 * item of an unusual form. saxes takes over before the item (or, in a row, before the cell) and gives back after it, when it
 * has seen the item end, which inside a comment it would not.
 *
 * @throws Refusal
 */
export async function readList(chunks: AsyncIterable<Buffer>, part: ListPart, xml: XmlReader): Promise<void> {
  const lanes = new Lanes(part, xml);
  for await (const chunk of withoutPrefix(chunks)) lanes.write(chunk);
  lanes.end();
}

type Lane = "head" | "fast" | "slow" | "rest";

class Lanes {
  private lane: Lane = "head";
  private handovers = 0;
  /** What is not read yet, from 0 up to `length`, and a NUL after it. */
  private bytes = Buffer.alloc(1);
  private length = 0;
  private begun = false;
  /** Up to here the bytes are known to be UTF-8. */
  private checked = 0;

  constructor(
    private readonly part: ListPart,
    private readonly xml: XmlReader,
  ) {}

  write(chunk: Buffer): void {
    this.append(chunk);
    if (!this.begun && this.length < 256) return;
    this.begin();
    this.read(false);
  }

  end(): void {
    this.begin();
    this.read(true);
    this.xml.end();
  }

  /** The scanners read UTF-8 only. */
  private begin(): void {
    if (this.begun) return;
    this.begun = true;
    if (!/^(?:utf-8|utf8|us-ascii)$/.test(encodingOf(this.bytes.subarray(0, this.length)))) this.lane = "rest";
  }

  private append(chunk: Buffer): void {
    const needed = this.length + chunk.length + 1;
    if (needed > this.bytes.length) {
      // Twice as large, so that what is kept of one chunk fits before the next.
      const grown = Buffer.allocUnsafeSlow(needed * 2);
      this.bytes.copy(grown, 0, 0, this.length);
      this.bytes = grown;
    }
    chunk.copy(this.bytes, this.length);
    this.length += chunk.length;
    this.bytes[this.length] = 0;
  }

  /** Reads what there is, each lane from where the one before stopped, and keeps what needs more. */
  private read(last: boolean): void {
    let at = 0;
    for (;;) {
      const [before, lane] = [at, this.lane];
      at = this.readOn(at, last);
      if (at === before && this.lane === lane) break;
    }
    this.bytes.copyWithin(0, at, this.length);
    this.length -= at;
    this.checked = Math.max(0, this.checked - at);
    this.bytes[this.length] = 0;
  }

  /** The position up to which it is read now. */
  private readOn(at: number, last: boolean): number {
    if (this.lane === "head") return this.readHead(at, last);
    if (this.lane === "fast") return this.readFast(at, last);
    if (this.lane === "slow") return this.readSlow(at, last);
    return this.feed(at, this.length);
  }

  private readHead(at: number, last: boolean): number {
    const live = this.bytes.subarray(0, this.length);
    const start = live.indexOf(this.part.start, at);
    if (start < 0) return this.feed(at, last ? this.length : Math.max(at, this.length - this.part.start.length));
    const end = live.indexOf(greater, start);
    if (end < 0) return this.feed(at, last || this.length - start > longestItem ? this.length : start);
    this.feed(at, end + 1);
    if (this.part.handler.betweenItems) this.lane = "fast";
    return end + 1;
  }

  private readFast(at: number, last: boolean): number {
    const { scanner, itemEnd } = this.part;
    const live = this.bytes.subarray(0, this.length);
    this.check(live, at);
    const done = scanner.scan(this.bytes, at);
    const { position } = scanner;
    if (done) this.lane = "rest";
    else if (last || this.length - position > longestItem || live.includes(itemEnd, position)) {
      this.part.reopen(this.xml);
      this.lane = "slow";
    }
    return position;
  }

  /** The scanner recognises nothing beyond the last `>`, and no character is cut there. */
  private check(live: Buffer, at: number): void {
    const from = Math.max(at, this.checked);
    this.checked = Math.max(from, live.lastIndexOf(greater) + 1);
    if (!isUtf8(live.subarray(from, this.checked))) this.xml.malformed("bytes that are not utf-8");
  }

  private readSlow(at: number, last: boolean): number {
    const { handler, itemEnd, scanner } = this.part;
    const end = this.bytes.subarray(0, this.length).indexOf(itemEnd, at);
    if (end < 0) return this.feed(at, last ? this.length : Math.max(at, this.length - itemEnd.length + 1));
    this.feed(at, end);
    handler.betweenItems = false;
    this.feed(end, end + itemEnd.length);
    if (handler.betweenItems) {
      scanner.resume();
      this.lane = ++this.handovers < mostHandovers ? "fast" : "rest";
    }
    return end + itemEnd.length;
  }

  private feed(from: number, to: number): number {
    if (to > from) this.xml.write(this.bytes.subarray(from, to));
    return to;
  }
}
