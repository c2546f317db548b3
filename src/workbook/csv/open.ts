import { diagnose } from "../../diagnostic/diagnostic.ts";
import type { Limits } from "../limits.ts";
import type { SheetEnd, SheetSink } from "../sheet.ts";
import type { Source } from "../source.ts";
import type { OpenedWorkbook } from "../xlsx/open.ts";
import { Refusal } from "../xlsx/refusal.ts";
import { CellDecoder } from "./cell-decoder.ts";
import { detectDelimiter } from "./delimiter.ts";
import { type Encoding, encodingNamed, survey } from "./encoding.ts";
import { bytePieces, decodeHead, type LineBreak, splitsAsBytes, textPieces } from "./pieces.ts";
import { RecordReader } from "./record-reader.ts";
import { RecordSink } from "./record-sink.ts";

/** What a user may say of text files instead of leaving it to be detected. */
export interface CsvOptions {
  /** Any name that WHATWG knows: `gbk`, `big5`, `utf-16le`. */
  readonly encoding?: string;
  /** One character. */
  readonly delimiter?: string;
}

const headBytes = 64 * 1024;

/**
 * Opens a text file as a workbook of one sheet without a name. It is read once here, for its SHA-256 and its encoding, and
 * again when the sheet is read; neither holds more than a piece of it. Cells are texts, as written. The limits on rows do not
 * apply, those on cells do: a text file may have more rows than a worksheet.
 *
 * @param file the file as named to the user
 */
export async function openCsv(
  file: string,
  source: Source,
  limits: Limits,
  options: CsvOptions = {},
): Promise<OpenedWorkbook> {
  const { sha256, encoding: detected } = await survey(source);
  const named = options.encoding === undefined ? detected : await encodingNamed(options.encoding, source);
  if (!named) {
    return { diagnostics: [diagnose("workbook/unknown-encoding", { file }, { name: options.encoding ?? "" })] };
  }
  const head = decodeHead(await source.read(0, headBytes), named);
  const delimiter = options.delimiter ?? detectDelimiter(head);
  const lineBreak = lineBreakOf(head);
  const read = (sink: SheetSink) => readRecords({ file, source, encoding: named, delimiter, lineBreak, limits }, sink);
  return {
    workbook: {
      file,
      sha256,
      format: "csv",
      encoding: named.name,
      delimiter,
      sheets: [{ name: undefined, state: "visible", read }],
    },
    diagnostics: [],
  };
}

/** A CR alone, as old Macs write it, if nothing else ends a line; an LF within quotes ends none. */
function lineBreakOf(head: string): LineBreak {
  if (!head.includes("\r") || head.includes("\r\n")) return "\n";
  return head.replace(/"(?:[^"]|"")*"/gu, "").includes("\n") ? "\n" : "\r";
}

interface Opened {
  readonly file: string;
  readonly source: Source;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly lineBreak: LineBreak;
  readonly limits: Limits;
}

async function readRecords(opened: Opened, sink: SheetSink): Promise<SheetEnd> {
  const { file, source, encoding, delimiter, lineBreak, limits } = opened;
  const asBytes = splitsAsBytes(encoding.name, delimiter);
  const records = new RecordSink(sink, { file }, new CellDecoder(encoding.name, !asBytes), limits);
  const reader = new RecordReader(delimiter, lineBreak, records);
  const end = { merges: [], hiddenColumns: [], date1904: false };
  try {
    const longest = limits.lineBytes;
    if (asBytes)
      for await (const piece of bytePieces(file, source, encoding, lineBreak, longest)) reader.readBytes(piece);
    else for await (const piece of textPieces(file, source, encoding, lineBreak, longest)) reader.read(piece);
    reader.finish();
    return { ...end, diagnostics: reader.diagnostics };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...end, diagnostics: [...reader.diagnostics, error.diagnostic] };
  }
}
