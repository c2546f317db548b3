import type { Limits } from "../limits.ts";
import { decodeEscapes } from "./escapes.ts";
import { type ListScanner, readList } from "./lanes.ts";
import { refusal } from "./refusal.ts";
import { SharedTexts } from "./shared-texts.ts";
import { TextCache } from "./text-cache.ts";
import { type XmlHandler, XmlReader } from "./xml.ts";
import { Attribute, greater, less, matches, skipBlanks, slash, space, TextSpan } from "./xml-bytes.ts";
import type { Zip } from "./zip.ts";

/**
 * Reads the part of shared strings. The runs of a rich text are put together; how it is pronounced (`rPh`) is left out.
 *
 * @throws Refusal
 */
export async function readSharedTexts(zip: Zip, part: string, limits: Limits): Promise<SharedTexts> {
  const adder = new TextAdder(zip.file, part, limits);
  const handler = new TextsHandler(adder);
  await readList(
    zip.read(part, "entryBytes"),
    {
      start: Buffer.from("<sst"),
      itemEnd: Buffer.from("</si>"),
      scanner: new TextsScanner(adder),
      handler,
      reopen() {},
    },
    new XmlReader(zip.file, undefined, part, handler, limits.textLength),
  );
  return adder.texts;
}

/** Holds the limits. A text that is too long is kept one character too long: the cell that shows it is refused by its name. */
class TextAdder {
  readonly texts = new SharedTexts();

  constructor(
    private readonly file: string,
    private readonly part: string,
    private readonly limits: Limits,
  ) {}

  get longest(): number {
    return this.limits.textLength;
  }

  add(text: string): void {
    this.checkCount();
    this.texts.addText(text.length > this.longest ? text.slice(0, this.longest + 1) : text);
  }

  /** No longer than `longest`, even as bytes. */
  addBytes(bytes: Buffer, from: number, to: number): void {
    this.checkCount();
    this.texts.add(bytes, from, to);
  }

  private checkCount(): void {
    if (this.texts.count >= this.limits.sharedTexts) {
      const args = { part: this.part, limit: this.limits.sharedTexts };
      throw refusal("workbook/too-many-shared-texts", { file: this.file }, args);
    }
  }
}

const startOfText = Buffer.from("<si><t");
const endOfText = Buffer.from("</t></si>");
const endOfTexts = Buffer.from("</sst>");

/** Plain texts, `<si><t>…</t></si>`, straight from the bytes. */
class TextsScanner implements ListScanner {
  position = 0;
  private readonly attribute = new Attribute();
  private readonly span = new TextSpan(new TextCache());

  constructor(private readonly adder: TextAdder) {}

  resume(): void {}

  scan(bytes: Buffer, from: number): boolean {
    let p = from;
    for (;;) {
      p = skipBlanks(bytes, p);
      this.position = p;
      if (bytes[p] !== less) return false;
      if (bytes[p + 1] === slash) return matches(bytes, p, endOfTexts);
      if (!matches(bytes, p, startOfText)) return false;
      p += startOfText.length;
      while (bytes[p] === space) {
        p = this.attribute.scan(bytes, p);
        if (p < 0) return false;
      }
      if (bytes[p] !== greater || !this.span.scan(bytes, p + 1)) return false;
      p = this.span.to;
      if (!matches(bytes, p, endOfText) || !this.add(bytes)) return false;
      p += endOfText.length;
    }
  }

  private add(bytes: Buffer): boolean {
    const { from, to, special } = this.span;
    if (special || to - from > this.adder.longest) {
      const text = this.span.text(bytes);
      if (text === undefined) return false;
      this.adder.add(text);
    } else this.adder.addBytes(bytes, from, to);
    return true;
  }
}

/** `sst/si/t`, `sst/si/r/t`. */
class TextsHandler implements XmlHandler {
  betweenItems = false;
  wantsText = false;
  private collected = "";
  private inRun = false;

  constructor(private readonly adder: TextAdder) {}

  open(name: string, _attributes: Readonly<Record<string, string>>, depth: number): void {
    this.betweenItems = depth === 1 && name === "sst";
    if (depth === 2) this.collected = "";
    else if (name === "t" && (depth === 3 || (depth === 4 && this.inRun))) this.wantsText = true;
    else if (depth === 3) this.inRun = name === "r";
  }

  close(name: string, depth: number): void {
    this.wantsText = false;
    this.betweenItems = depth === 2;
    if (depth === 2 && name === "si") this.adder.add(decodeEscapes(this.collected));
  }

  text(text: string): void {
    // Eight characters may be one, escaped.
    if (this.collected.length <= 8 * this.adder.longest) this.collected += text;
  }
}
