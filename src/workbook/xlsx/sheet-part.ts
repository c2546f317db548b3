import type { SheetEnd, SheetSink } from "../sheet.ts";
import { type CellContext, CellWriter } from "./cell-writer.ts";
import { readList } from "./lanes.ts";
import { SheetHandler } from "./sheet-handler.ts";
import { SheetScanner } from "./sheet-scanner.ts";
import { XmlReader } from "./xml.ts";

/**
 * Reads a worksheet part to the sink.
 *
 * @param sheet the sheet's name, for places
 * @throws Refusal
 */
export async function readSheetPart(
  chunks: AsyncIterable<Buffer>,
  part: string,
  sheet: string,
  context: CellContext,
  sink: SheetSink,
): Promise<Pick<SheetEnd, "merges" | "hiddenColumns">> {
  const cells = new CellWriter(sheet, context, sink);
  const handler = new SheetHandler(context.file, part, cells, context.limits);
  const scanner = new SheetScanner(cells);
  const xml = new XmlReader(context.file, sheet, part, handler, context.limits.textLength);
  await readList(
    chunks,
    {
      start: Buffer.from("<sheetData"),
      itemEnd: Buffer.from("</row>"),
      scanner,
      handler,
      reopen() {
        if (!scanner.insideRow) return;
        handler.resumesRow = true;
        xml.writeText("<row>");
      },
    },
    xml,
  );
  return { merges: handler.merges, hiddenColumns: handler.hiddenColumns };
}
