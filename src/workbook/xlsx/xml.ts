import type { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import { decoderOf } from "./encoding.ts";
import { refusal } from "./refusal.ts";

/**
 * What a part does with its elements. Names have no prefix when it is the root element's: `x:row` of an `x:worksheet` is
 * `row`, while `x14:row` in it is `x14:row`. Handlers know by `depth` where they are; the root is at depth 1.
 */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  close(name: string, depth: number): void;
  /** Only while `wantsText`: the rest is not collected at all. A text may come in pieces. */
  text?(text: string): void;
  wantsText?: boolean;
  /** The cell, if any, that a refusal should name. */
  readonly cell?: string | undefined;
}

/** Characters without an element's start or end: no part that is not hostile has as many. */
const longestToken = 4 * 2 ** 20;
const deepest = 256;
/** saxes keeps a token whole in memory, so chunks are cut to notice a long one in time. */
const longestWrite = 256 * 1024;

/** saxes, bounded: no DOCTYPE, no entity beyond the five, no endless token or depth. Every fault is a `Refusal`. */
export class XmlReader {
  private readonly parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  private decoder: TextDecoder | undefined;
  private prefix = "";
  private depth = 0;
  private quiet = 0;

  constructor(
    readonly file: string,
    readonly sheet: string | undefined,
    readonly part: string,
    private readonly handler: XmlHandler,
    /** The longest text that a cell may have: where it is raised, so is what a token may have. */
    private readonly longestText = 0,
  ) {
    const { parser } = this;
    parser.on("error", (error) => this.malformed(error.message.replace(/^undefined:\d+:\d+: /, "")));
    parser.on("doctype", () => {
      throw refusal("workbook/doctype", { file }, { part });
    });
    parser.on("opentag", (tag) => {
      this.quiet = 0;
      this.depth++;
      if (this.depth > deepest) this.malformed(`more than ${deepest} elements deep`);
      if (this.depth === 1) this.prefix = tag.name.slice(0, tag.name.indexOf(":") + 1);
      handler.open(this.localName(tag.name), tag.attributes, this.depth);
    });
    parser.on("closetag", (tag) => {
      this.quiet = 0;
      handler.close(this.localName(tag.name), this.depth);
      this.depth--;
    });
    const text = (piece: string) => {
      if (handler.wantsText) handler.text?.(piece);
    };
    parser.on("text", text);
    parser.on("cdata", text);
  }

  /** Raw bytes of the part, the first ones long enough to show the encoding. */
  write(bytes: Buffer): void {
    this.decoder ??= decoderOf(bytes) ?? this.malformed("an encoding that is not known");
    for (let at = 0; at < bytes.length; at += longestWrite) {
      this.writeText(this.decode(bytes.subarray(at, at + longestWrite), true));
    }
  }

  /** Characters between two `write`s. */
  writeText(text: string): void {
    this.quiet += text.length;
    this.parser.write(text);
    if (this.quiet > Math.max(longestToken, 2 * this.longestText)) {
      const at = { file: this.file, ...(this.sheet === undefined ? {} : { sheet: this.sheet }) };
      const cell = this.handler.cell;
      throw refusal("workbook/endless-text", cell === undefined ? at : { ...at, cell }, { part: this.part });
    }
  }

  end(): void {
    if (this.decoder) this.writeText(this.decode(Buffer.alloc(0), false));
    this.parser.close();
  }

  private decode(bytes: Buffer, stream: boolean): string {
    try {
      return this.decoder!.decode(bytes, { stream });
    } catch {
      return this.malformed(`bytes that are not ${this.decoder!.encoding}`);
    }
  }

  malformed(reason: string): never {
    throw refusal("workbook/bad-xml", { file: this.file }, { part: this.part, reason });
  }

  private localName(name: string): string {
    return this.prefix !== "" && name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name;
  }
}

/** Reads a whole part. @throws Refusal */
export async function readXml(chunks: AsyncIterable<Buffer>, xml: XmlReader): Promise<void> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) xml.write(chunk);
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < 256) continue;
      xml.write(head);
      head = undefined;
    }
  }
  if (head) xml.write(head);
  xml.end();
}

/** The value of an attribute that the schema calls a boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
