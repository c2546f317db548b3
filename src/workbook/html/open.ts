import { Parser } from "htmlparser2";
import type { CsvOptions } from "../csv/open.ts";
import { type CellCount, type HeldSheet, openHeldSheet } from "../held-sheet.ts";
import type { Limits } from "../limits.ts";
import type { Source } from "../source.ts";
import type { OpenedWorkbook } from "../xlsx/open.ts";
import { diagnosticOf, refusal } from "../xlsx/refusal.ts";
import { showSize } from "../xlsx/zip.ts";
import { PageReader } from "./page-reader.ts";
import { decodePage } from "./page-text.ts";

/**
 * Opens a page of HTML, as systems export it under the name of .xls: every table is a sheet. It is read whole, so there is
 * a limit of its own on its size.
 *
 * @param file the file as named to the user
 */
export async function openHtml(
  file: string,
  source: Source,
  limits: Limits,
  options: CsvOptions = {},
): Promise<OpenedWorkbook> {
  try {
    if (source.size > limits.heldBytes) {
      const args = { size: showSize(source.size), limit: showSize(limits.heldBytes) };
      throw refusal("workbook/old-too-large", { file }, args);
    }
    const { text, encoding, sha256 } = await decodePage(file, source, options);
    const sheets = readTables(file, text, limits);
    if (sheets.length === 0) throw refusal("workbook/no-table", { file }, {});
    const count: CellCount = { cells: 0 };
    return {
      workbook: {
        file,
        sha256,
        format: "html",
        encoding,
        sheets: sheets.map((sheet) => openHeldSheet(sheet, file, limits, count)),
      },
      diagnostics: [],
    };
  } catch (error) {
    const diagnostic = diagnosticOf(error, file);
    if (!diagnostic) throw error;
    return { diagnostics: [diagnostic] };
  }
}

/** Pieces of this size: the parser keeps what it has not finished with. */
const pieceLength = 2 ** 16;

function readTables(file: string, text: string, limits: Limits): HeldSheet[] {
  const reader = new PageReader(file, limits);
  const parser = new Parser(reader, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  for (let at = 0; at < text.length; at += pieceLength) parser.write(text.slice(at, at + pieceLength));
  parser.end();
  const tables = reader.tables.filter((table) => !table.isEmpty);
  const named = excelSheets(reader.excelXml);
  const date1904 = /<x:Date1904\b/iu.test(reader.excelXml);
  return tables.map((table, index) => {
    const own = named.length === tables.length ? named[index] : undefined;
    // A page of one table without a name goes by its file's, as a text file does.
    const name = own?.name ?? (tables.length === 1 ? undefined : `#${index + 1}`);
    return table.sheet(name, own?.hidden ?? false, date1904);
  });
}

/** The sheets that Excel names in a comment, each with its table in turn. */
function excelSheets(xml: string): { readonly name: string; readonly hidden: boolean }[] {
  const parts = xml.split(/<x:ExcelWorksheet\b/iu).slice(1);
  return parts.map((part) => ({
    name: plainText(/<x:Name>([^<]*)<\/x:Name>/iu.exec(part)?.[1] ?? ""),
    hidden: /<x:Visible>\s*Sheet(?:Very)?Hidden/iu.test(part),
  }));
}

function plainText(text: string): string {
  const marks: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|amp);/gu, (_, name: string) => marks[name] ?? "");
}
