import type { Rulebook } from "../../rulebook/rulebook.ts";
import { counted, type Lang } from "../../text/text.ts";
import type { LeftOutRow, SheetReport, TotalRow } from "../../workbook/sheet-report.ts";
import { oneLine } from "../text-width.ts";
import { words } from "../words.ts";
import { leftOutWords, whyWords } from "./words.ts";

/** So many rows of one kind are named one by one, and so many numbers of the others. */
const shownRows = 3;
const shownTotals = 5;
/** A sheet that nothing was made of is shown by so many of its first rows. */
const shownHead = 5;

/** What was made of one sheet, in lines; the first is its heading. */
export function sheetLines(sheet: SheetReport, rulebook: Rulebook | undefined, lang: Lang, format = "csv"): string[] {
  if (sheet.input === undefined) return [heading(sheet, rulebook, lang, format), ...headLines(sheet, lang)];
  const label = (zh: string, en: string) => (lang === "zh" ? `  ${zh}：` : `  ${en}: `);
  const comma = words.comma[lang];
  const lines = [
    heading(sheet, rulebook, lang, format),
    `${label("表头", "header")}${headerText(sheet, lang)}`,
    `${label("用到的列", "columns read")}${sheet.bound.map((one) => boundText(one)).join(comma) || words.none[lang]}`,
  ];
  if (sheet.unbound.length > 0) {
    const unbound = sheet.unbound.map(({ header, column }) => `${column} ${header}`).join(comma);
    lines.push(`${label("没用到的列", "columns not read")}${unbound}`);
  }
  lines.push(`${label("行", "rows")}${rowsText(sheet, lang)}`);
  const left = leftOutTexts(sheet.leftOut, lang);
  if (left.length > 0) lines.push(`${label("不作数据", "not data")}${left.join(words.semicolon[lang])}`);
  if (sheet.totals.length > 0) lines.push(`${label("合计核对", "totals")}${totalsText(sheet.totals, lang)}`);
  return lines.map(oneLine);
}

/** `贷款 → loans（按工作表名）` */
function heading(
  { name, input, why, state }: SheetReport,
  rulebook: Rulebook | undefined,
  lang: Lang,
  format: string,
): string {
  const nameless =
    format === "html" ? { zh: "（网页里的表格）", en: "(table of a page)" } : { zh: "（文本文件）", en: "(text file)" };
  const sheet = name ?? nameless[lang];
  if (!rulebook && why === "no-match") return oneLine(sheet);
  const hidden = state === "hidden" && why !== "hidden" ? (lang === "zh" ? "，隐藏的" : ", hidden") : "";
  const reason = `${whyWords[why][lang]}${hidden}`;
  const taken = input ?? (lang === "zh" ? "没有使用" : "not used");
  return oneLine(lang === "zh" ? `${sheet} → ${taken}（${reason}）` : `${sheet} → ${taken} (${reason})`);
}

function headLines({ head = [] }: SheetReport, lang: Lang): string[] {
  return head.slice(0, shownHead).map(({ row, cells }) => {
    const text = cells.map((cell) => `${cell.column} ${cell.text}`).join(words.comma[lang]);
    return oneLine(lang === "zh" ? `  第 ${row} 行：${text}` : `  row ${row}: ${text}`);
  });
}

function headerText({ headerRows, unit }: SheetReport, lang: Lang): string {
  const rows = headerRows.join(lang === "zh" ? "、" : ", ");
  if (lang === "zh") return `第 ${rows} 行${unit === undefined ? "" : `，单位 ${unit}`}`;
  return `row${headerRows.length > 1 ? "s" : ""} ${rows}${unit === undefined ? "" : `, unit ${unit}`}`;
}

/** `average = C 本年日均 [万元]` */
function boundText({ name, header, column, unit }: SheetReport["bound"][number]): string {
  return `${name} = ${column} ${header}${unit === undefined ? "" : ` [${unit}]`}`;
}

function rowsText({ rowsInFile, rowsRead, headerRows, leftOut }: SheetReport, lang: Lang): string {
  const header = headerRows.length;
  return lang === "zh"
    ? `共 ${rowsInFile}，表头 ${header}，读入 ${rowsRead}，不作数据 ${leftOut.length}`
    : `${rowsInFile} in all, ${header} of header, ${rowsRead} read, ${leftOut.length} not data`;
}

/** `小计 60 行（24、36、59 …）`, `标题 1 行（1 “存款日均明细表”）` */
function leftOutTexts(rows: readonly LeftOutRow[], lang: Lang): string[] {
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  return reasons.map((reason) => {
    const same = rows.filter((row) => row.reason === reason);
    const word = leftOutWords[reason];
    const count = lang === "zh" ? `${word.zh} ${same.length} 行` : counted(same.length, ...word.en);
    const named = same
      .slice(0, shownRows)
      .map(({ row, text }) => (text === "" ? `${row}` : `${row} ${quoted(text, lang)}`));
    const more = same.length > shownRows ? " …" : "";
    const list = `${named.join(words.comma[lang])}${more}`;
    return lang === "zh" ? `${count}（第 ${list}）` : `${count} (${same.length === 1 ? "row" : "rows"} ${list})`;
  });
}

function totalsText(totals: readonly TotalRow[], lang: Lang): string {
  const wrong = totals.filter(({ agrees }) => !agrees);
  const right = totals.length - wrong.length;
  const counts = lang === "zh" ? `${right} 处相符，${wrong.length} 处不符` : `${right} agree, ${wrong.length} do not`;
  const shown = wrong
    .slice(0, shownTotals)
    .map(({ cell, printed, summed }) =>
      lang === "zh"
        ? `${cell} 写着 ${printed}，相加是 ${summed}`
        : `${cell} says ${printed}, the rows add up to ${summed}`,
    );
  const more = wrong.length > shownTotals ? " …" : "";
  return [counts, ...shown].join(words.semicolon[lang]) + more;
}

function quoted(text: string, lang: Lang): string {
  const short = text.length > 30 ? `${text.slice(0, 29)}…` : text;
  return lang === "zh" ? `“${short}”` : `"${short}"`;
}
