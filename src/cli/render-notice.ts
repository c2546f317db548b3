import { type PublicNotice, publicNotice } from "../report/publicity/notice.ts";
import type { Report } from "../report/report.ts";
import type { Format } from "./format.ts";
import type { Looks } from "./render-as.ts";

/** What a public notice can be: for people to read. Programs get the whole report, and decide themselves what to publish. */
export const noticeFormats: readonly Format[] = ["table", "csv", "md", "xlsx", "html"];

/** The public notice in a format, in pieces of text or whole. */
export async function renderNoticeAs(
  report: Report,
  format: Format,
  { terminal, toFile, bom }: Looks,
): Promise<Iterable<string> | Uint8Array> {
  const { lang } = terminal;
  const notice: PublicNotice = publicNotice(report, lang);
  if (format === "xlsx") {
    return (await import("../report/publicity/xlsx.ts")).noticeWorkbook(notice, lang, report.asOf);
  }
  if (format === "html") return [(await import("../report/publicity/html.ts")).noticeHtml(notice, lang)];
  const { noticeCsv, noticeMarkdown, noticeTable } = await import("../report/publicity/text.ts");
  if (format === "csv") return noticeCsv(notice, { bom: toFile && bom });
  if (format === "md") return [noticeMarkdown(notice)];
  const chalk = toFile ? await terminal.plainChalk() : await terminal.chalk();
  return [noticeTable(notice, toFile ? Number.POSITIVE_INFINITY : terminal.width, chalk.bold)];
}
