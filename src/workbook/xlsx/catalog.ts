import type { Limits } from "../limits.ts";
import { decodeEscapes } from "./escapes.ts";
import { refusal } from "./refusal.ts";
import { type Relationship, readRelationships } from "./relationships.ts";
import { isTrue, readXml, type XmlHandler, XmlReader } from "./xml.ts";
import type { Zip } from "./zip.ts";

/** What the workbook part says: which sheets there are, and in which parts everything is. */
export interface Catalog {
  readonly sheets: readonly CatalogSheet[];
  readonly date1904: boolean;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

export interface CatalogSheet {
  readonly name: string;
  readonly state: "visible" | "hidden";
  readonly part: string;
}

/**
 * Finds the workbook part and reads it. Chart, dialog and macro sheets have no cells and are left out.
 *
 * @throws Refusal, also when the zip holds something else than a workbook
 */
export async function readCatalog(zip: Zip, limits: Limits): Promise<Catalog> {
  const part = await findWorkbook(zip, limits);
  const related = await readRelationships(zip, part, limits);
  const handler = new CatalogHandler(zip, part, related, limits);
  await readXml(zip.read(part), new XmlReader(zip.file, undefined, part, handler));
  const byType = (type: string) => [...related.values()].find((one) => one.type === type)?.part;
  if (handler.sheets.length === 0) throw refusal("workbook/no-sheets", { file: zip.file }, {});
  return {
    sheets: handler.sheets,
    date1904: handler.date1904,
    sharedStrings: byType("sharedStrings"),
    styles: byType("styles"),
  };
}

async function findWorkbook(zip: Zip, limits: Limits): Promise<string> {
  const root = await readRelationships(zip, "", limits);
  const part = [...root.values()].find((one) => one.type === "officeDocument")?.part ?? "xl/workbook.xml";
  if (zip.has(part) && part.toLowerCase().endsWith(".xml")) return part;
  throw refusal("workbook/not-a-workbook", { file: zip.file }, { what: whatElse(zip, part) });
}

function whatElse(zip: Zip, part: string): { zh: string; en: string } {
  if (part.endsWith(".bin")) return { zh: "二进制工作簿 .xlsb", en: "a binary workbook, .xlsb" };
  if (zip.has("word/document.xml")) return { zh: "Word 文档 .docx", en: "a Word document, .docx" };
  if (zip.has("ppt/presentation.xml")) return { zh: "PowerPoint 文稿 .pptx", en: "a PowerPoint file, .pptx" };
  return { zh: "zip 压缩包", en: "a zip archive" };
}

class CatalogHandler implements XmlHandler {
  readonly sheets: CatalogSheet[] = [];
  date1904 = false;
  private inside = "";

  constructor(
    private readonly zip: Zip,
    private readonly part: string,
    private readonly related: ReadonlyMap<string, Relationship>,
    private readonly limits: Limits,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void {
    if (depth === 1 && name !== "workbook") {
      const what = whatElse(this.zip, this.part);
      throw refusal("workbook/not-a-workbook", { file: this.zip.file }, { what });
    }
    if (depth === 2) this.inside = name;
    if (depth === 2 && name === "workbookPr") this.date1904 = isTrue(attributes.date1904);
    if (depth === 3 && this.inside === "sheets" && name === "sheet") this.sheet(attributes);
  }

  close(): void {}

  private sheet(attributes: Readonly<Record<string, string>>): void {
    if (this.sheets.length >= this.limits.entries) {
      throw refusal(
        "workbook/too-many-parts",
        { file: this.zip.file },
        { count: this.sheets.length + 1, limit: this.limits.entries },
      );
    }
    const name = decodeEscapes(attributes.name ?? "");
    // The prefix of the relationships' namespace is the writer's choice.
    const idKey = Object.keys(attributes).find((key) => key.endsWith(":id"));
    const target = idKey === undefined ? undefined : this.related.get(attributes[idKey]!);
    if (!target) throw refusal("workbook/missing-part", { file: this.zip.file }, { part: name });
    if (target.type !== "worksheet") return;
    const state = attributes.state === undefined || attributes.state === "visible" ? "visible" : "hidden";
    this.sheets.push({ name, state, part: target.part });
  }
}
