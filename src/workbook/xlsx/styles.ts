import type { Limits } from "../limits.ts";
import { builtinFormats } from "./number-format.ts";
import { refusal } from "./refusal.ts";
import { readXml, type XmlHandler, XmlReader } from "./xml.ts";
import type { Zip } from "./zip.ts";

/**
 * Reads the number format codes of a workbook's cell styles: a cell's `s` is an index into them. A code that the file
 * defines itself goes before a built-in one of the same number.
 *
 * @throws Refusal
 */
export async function readStyles(zip: Zip, part: string, limits: Limits): Promise<readonly string[]> {
  const handler = new StylesHandler(zip.file, part, limits);
  await readXml(zip.read(part), new XmlReader(zip.file, undefined, part, handler));
  return handler.styles.map((id) => handler.codes.get(id) ?? builtinFormats[id] ?? "General");
}

class StylesHandler implements XmlHandler {
  readonly codes = new Map<number, string>();
  readonly styles: number[] = [];
  private inside = "";

  constructor(
    private readonly file: string,
    private readonly part: string,
    private readonly limits: Limits,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth === 2) this.inside = name;
    if (depth !== 3) return;
    if (this.inside === "numFmts" && name === "numFmt") {
      const { numFmtId, formatCode } = attributes;
      if (numFmtId !== undefined && formatCode !== undefined) this.codes.set(Number(numFmtId), formatCode);
    } else if (this.inside === "cellXfs" && name === "xf") this.styles.push(Number(attributes.numFmtId ?? 0));
    if (Math.max(this.codes.size, this.styles.length) > this.limits.styles) {
      throw refusal("workbook/too-many-styles", { file: this.file }, { part: this.part, limit: this.limits.styles });
    }
  }

  close(): void {}
}
