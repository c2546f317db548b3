import type { Report } from "../report/report.ts";
import type { Format } from "./format.ts";
import type { Pieces } from "./gather-pieces.ts";
import { pageAssets } from "./page-assets.ts";
import type { Terminal } from "./terminal.ts";

export interface Looks {
  readonly terminal: Terminal;
  /** It goes to a file: plain, uncut, and CSV with a BOM unless `bom` is false. */
  readonly toFile: boolean;
  readonly bom: boolean;
  /** `publicity`: of people's results only what a public notice needs. */
  readonly profile: "full" | "publicity";
}

/** The report in a format, in pieces of text or whole. Each format is loaded only when it is asked for. */
export async function renderAs(report: Report, format: Format, looks: Looks): Promise<Pieces | Uint8Array> {
  if (looks.profile === "publicity") return (await import("./render-notice.ts")).renderNoticeAs(report, format, looks);
  const { terminal, toFile, bom } = looks;
  const { lang } = terminal;
  switch (format) {
    case "json":
      return (await import("../report/json.ts")).renderJson(report, lang);
    case "ndjson":
      return (await import("../report/ndjson.ts")).renderNdjson(report, lang);
    case "csv":
      return (await import("../report/csv.ts")).renderCsv(report, lang, { bom: toFile && bom });
    case "md":
      return [(await import("../report/md.ts")).renderMarkdown(report, lang)];
    case "xlsx":
      return (await import("../report/xlsx/workbook.ts")).renderWorkbook(report, lang);
    case "html": {
      const { renderPage } = await import("../report/html/page.ts");
      return renderPage(report, lang, await pageAssets());
    }
    case "table": {
      const { renderTable } = await import("../report/table.ts");
      const chalk = toFile ? await terminal.plainChalk() : await terminal.chalk();
      const width = toFile ? Number.POSITIVE_INFINITY : terminal.width;
      return [renderTable(report, { lang, width, chalk })];
    }
  }
}
