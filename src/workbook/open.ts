import { extname } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { same, type Text } from "../text/text.ts";
import { type CsvOptions, openCsv } from "./csv/open.ts";
import type { Limits } from "./limits.ts";
import type { Workbook } from "./sheet.ts";
import { type FileKind, nameTheFileAt } from "./sniff.ts";
import { openSource, type Source } from "./source.ts";
import { type OpenedWorkbook, openXlsx } from "./xlsx/open.ts";

/**
 * Opens a file as what its bytes are, whatever its name says: text as CSV, HTML as its tables, anything else as a workbook, or
 * as what it is refused for. A name that promises something else is said.
 *
 * @param file the file as named to the user
 * @param from a path on disk, the bytes, or where they come from
 * @throws the file system's error, if it fails in the middle
 */
export async function openWorkbook(
  file: string,
  from: string | Uint8Array | Source,
  limits: Limits,
  options: CsvOptions = {},
): Promise<OpenedWorkbook> {
  const source = await openSource(from).catch(() => undefined);
  if (!source || source.size > limits.fileBytes) return openXlsx(file, from, limits);
  const opened = await openAs(await nameTheFileAt(source), source);
  const disguise = opened.workbook && disguiseOf(file, opened.workbook.format);
  return disguise ? { ...opened, diagnostics: [disguise, ...opened.diagnostics] } : opened;

  async function openAs(kind: FileKind, source: Source): Promise<OpenedWorkbook> {
    if (kind === "text") return openCsv(file, source, limits, options);
    // Loaded only when they are needed: few files are one or the other, and every command would start later.
    if (kind === "xls") return (await import("./xls/open.ts")).openXls(file, source, limits);
    if (kind === "html") return (await import("./html/open.ts")).openHtml(file, source, limits, options);
    return openXlsx(file, from, limits);
  }
}

const formats: Readonly<Record<Workbook["format"], { readonly endings: readonly string[]; readonly what: Text }>> = {
  xlsx: { endings: [".xlsx", ".xlsm", ".xltx", ".xltm"], what: same("xlsx") },
  xls: { endings: [".xls", ".et", ".xlt", ".ett"], what: { zh: "旧版工作簿 .xls", en: "an old workbook, .xls" } },
  csv: { endings: [".csv", ".tsv", ".txt", ".tab", ".prn", ".dat"], what: { zh: "文本（CSV）", en: "text (CSV)" } },
  html: { endings: [".html", ".htm"], what: { zh: "网页（HTML）里的表格", en: "a web page (HTML) with tables" } },
};
const known = new Set([...Object.values(formats).flatMap(({ endings }) => endings), ".ods"]);

/** What a file really is, where the ending of its name says something else. */
function disguiseOf(file: string, format: Workbook["format"]): Diagnostic | undefined {
  const ending = extname(file).toLowerCase();
  const { endings, what } = formats[format];
  if (!known.has(ending) || endings.includes(ending)) return undefined;
  return diagnose("workbook/not-as-named", { file }, { ending, what });
}
