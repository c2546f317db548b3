import { type Diagnostic, diagnose } from "../diagnostic/diagnostic.ts";
import { same, type Text } from "../text/text.ts";
import type { FileKind } from "./sniff.ts";

/** Says of a file that cannot be read what it is and what to do with it. */
export function refuseKind(file: string, kind: FileKind): Diagnostic {
  if (kind === "empty") return diagnose("workbook/empty-file", { file }, {});
  if (kind === "ods") return diagnose("workbook/ods", { file }, {});
  if (kind === "encrypted") return diagnose("workbook/encrypted", { file }, {});
  return diagnose("workbook/not-a-workbook", { file }, { what: what[kind] });
}

const what: Readonly<Record<Exclude<FileKind, "empty" | "ods" | "encrypted">, Text>> = {
  xlsx: { zh: "zip 压缩包", en: "a zip archive" },
  xls: { zh: "旧版工作簿（.xls 或 .et）", en: "an old workbook (.xls or .et)" },
  ole: { zh: "旧版 Office 文件（不是表格）", en: "an old Office file, not a spreadsheet" },
  html: { zh: "网页（HTML）", en: "a web page (HTML)" },
  mhtml: { zh: "单个文件网页（MHT）", en: "a web page in one file (MHT)" },
  "xml-spreadsheet": { zh: "XML 表格（Excel 2003）", en: "an XML spreadsheet (Excel 2003)" },
  pdf: same("PDF"),
  picture: { zh: "图片", en: "a picture" },
  archive: { zh: "压缩包（rar、7z 或 gzip）", en: "an archive (rar, 7z or gzip)" },
  binary: { zh: "无法识别的二进制文件", en: "a binary file of no known kind" },
  text: { zh: "文本文件", en: "a text file" },
};
