import type { Diagnostic } from "../../diagnostic/diagnostic.ts";
import { defaultLimits, type Limits } from "../limits.ts";
import { refuseKind } from "../refused-kind.ts";
import type { SheetEnd, SheetSink, Workbook } from "../sheet.ts";
import { nameTheFileAt } from "../sniff.ts";
import { digest, openSource, type Source } from "../source.ts";
import { type CatalogSheet, readCatalog } from "./catalog.ts";
import type { CellContext } from "./cell-writer.ts";
import { isOwnOutput } from "./own-output.ts";
import { diagnosticOf, Refusal, refusal } from "./refusal.ts";
import { SharedTexts } from "./shared-texts.ts";
import { readSharedTexts } from "./shared-texts-part.ts";
import { readSheetPart } from "./sheet-part.ts";
import { readStyles } from "./styles.ts";
import { showSize, Zip } from "./zip.ts";

/** A file opened, or why it could not be. */
export interface OpenedWorkbook {
  readonly workbook?: Workbook;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Opens an xlsx workbook. Sheets are streamed from the source when they are read; a path keeps no file open in between.
 * Never throws for what is in the file: a refusal is a diagnostic, here or in the `SheetEnd` of the sheet concerned.
 *
 * @param file the file as named to the user
 * @param source where its bytes are: a path on disk, or the bytes
 */
export async function openXlsx(
  file: string,
  source: string | Uint8Array | Source,
  limits: Limits = defaultLimits,
): Promise<OpenedWorkbook> {
  try {
    return { workbook: await open(file, source, limits), diagnostics: [] };
  } catch (error) {
    const diagnostic = diagnosticOf(error, file);
    if (!diagnostic) throw error;
    return { diagnostics: [diagnostic] };
  }
}

async function open(file: string, from: string | Uint8Array | Source, limits: Limits): Promise<Workbook> {
  const source = await openSource(from);
  if (source.size > limits.fileBytes) {
    const args = { size: showSize(source.size), limit: showSize(limits.fileBytes) };
    throw refusal("workbook/file-too-large", { file }, args);
  }
  const kind = await nameTheFileAt(source);
  if (kind !== "xlsx") throw new Refusal(refuseKind(file, kind));
  const zip = await Zip.open(file, source, limits);
  const catalog = await readCatalog(zip, limits);
  const formats = catalog.styles === undefined ? [] : await readStyles(zip, catalog.styles, limits);
  let context: Promise<CellContext> | undefined;
  const cellContext = () => {
    context ??= readContext(zip, catalog.sharedStrings, formats, limits);
    return context;
  };
  return {
    file,
    sha256: await digest(source),
    format: "xlsx",
    date1904: catalog.date1904,
    isOwnOutput: await isOwnOutput(zip),
    sheets: catalog.sheets.map((sheet) => ({
      name: sheet.name,
      state: sheet.state,
      read: (sink: SheetSink) => readSheet(zip, sheet, cellContext, catalog.date1904, sink),
    })),
  };
}

/** Shared strings are read with the first sheet: a workbook may be opened for its sheets' names only. */
async function readContext(
  zip: Zip,
  sharedStrings: string | undefined,
  formats: readonly string[],
  limits: Limits,
): Promise<CellContext> {
  const texts = sharedStrings === undefined ? new SharedTexts() : await readSharedTexts(zip, sharedStrings, limits);
  return { file: zip.file, limits, texts, formats, cells: 0 };
}

async function readSheet(
  zip: Zip,
  sheet: CatalogSheet,
  cellContext: () => Promise<CellContext>,
  date1904: boolean,
  sink: SheetSink,
): Promise<SheetEnd> {
  try {
    const context = await cellContext();
    const chunks = zip.read(sheet.part, "entryBytes");
    const found = await readSheetPart(chunks, sheet.part, sheet.name, context, sink);
    return { ...found, date1904, diagnostics: [] };
  } catch (error) {
    const diagnostic = diagnosticOf(error, zip.file);
    if (!diagnostic) throw error;
    return { merges: [], hiddenColumns: [], date1904, diagnostics: [diagnostic] };
  }
}
