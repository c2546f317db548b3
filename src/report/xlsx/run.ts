import { showValue } from "../../formula/show.ts";
import { bracketed, type Lang } from "../../text/text.ts";
import { assumedText } from "../assumed-text.ts";
import { countingOf } from "../counting.ts";
import { subjectWords } from "../person-report.ts";
import { readingText } from "../phrases.ts";
import type { Report } from "../report.ts";
import { words } from "../words.ts";
import { cellText } from "./cell-text.ts";
import type { Draft } from "./draft.ts";
import { addPage, addTitle } from "./page.ts";
import { linesOf } from "./shared-texts.ts";
import type { ReportSheet } from "./sheets.ts";
import { colours, fill, font, grid, header } from "./style.ts";

const widths = [34, 26, 24, 12, 68];

/** What the result was made from: enough to make it again, and to see whether it was. */
export const runSheet: ReportSheet = {
  name: { zh: "运行信息", en: "Run" },
  add(draft) {
    const { report, lang } = draft;
    const zh = lang === "zh";
    const sheet = addPage(draft, runSheet.name, { frozen: false });
    for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
    addTitle(sheet, draft, `${report.rulebook.title[lang]} · ${runSheet.name[lang]}`, widths.length);
    let at = 4;
    const section = (text: string, headings: readonly string[], rows: readonly (readonly (string | number)[])[]) => {
      if (rows.length === 0) return;
      sheet.getCell(at, 1).value = text;
      sheet.getCell(at, 1).style = { font: font({ size: 12, bold: true, color: { argb: colours.navy } }) };
      sheet.getRow(at).height = 24;
      at++;
      for (const [line, row] of [headings, ...rows].entries()) {
        if (row.length === 0) continue;
        let lines = 1;
        for (const [index, value] of row.entries()) {
          const last = index === row.length - 1 && row.length < widths.length;
          const cell = sheet.getCell(at, index + 1);
          cell.value = typeof value === "string" ? cellText(value) : value;
          const style = line === 0 ? header : body(index === 0);
          cell.style = style;
          const width = last ? widths.slice(index).reduce((sum, each) => sum + each, 0) : widths[index]!;
          if (last) {
            for (let column = index + 2; column <= widths.length; column++) sheet.getCell(at, column).style = style;
            sheet.mergeCells(at, index + 1, at, widths.length);
          }
          lines = Math.max(lines, linesOf(String(value), width));
        }
        sheet.getRow(at).height = Math.max(18, lines * 13.5 + 4.5);
        at++;
      }
      at++;
    };
    section(zh ? "本次运行" : "This run", [], facts(report, draft, lang));
    section(
      zh ? "输入文件" : "Inputs",
      zh ? ["文件", "工作表", "用作", "数据行", "SHA-256"] : ["File", "Sheet", "Used as", "Rows", "SHA-256"],
      report.files.flatMap(({ file, sha256, sheets }) =>
        sheets.map(({ name, input, rowsRead }) => [
          file,
          name ?? words.dash[lang],
          input === undefined ? (zh ? "未使用" : "not used") : labelOf(report, input, lang),
          rowsRead,
          sha256,
        ]),
      ),
    );
    section(
      zh ? "采用的读法" : "Readings adopted",
      zh ? ["读法", "条款", "内容"] : ["Reading", "Clause", "Text"],
      report.rulebook.readings.map((reading) => [reading.id, reading.cite ?? "", readingText(reading, lang)]),
    );
    section(
      zh ? "办法未载明、由规则文件假定" : "Assumed by the rulebook, not said by the policy",
      [],
      report.rulebook.assumed.map((id) => [id, assumedText(report.rulebook, id, lang)]),
    );
    const { appliesTo } = report.rulebook;
    const count = report.outside.length;
    const rule = appliesTo ? (zh ? `，适用范围：${appliesTo.text}` : `, who is covered: ${appliesTo.text}`) : "";
    section(
      zh
        ? `不适用本办法的 ${countingOf(report.rulebook).count(count, lang)}${rule}`
        : `Not covered by the rulebook: ${count}${rule}`,
      [subjectWords(report.rulebook).id[lang], subjectWords(report.rulebook).name[lang]],
      report.outside.map(({ id, name }) => [id, name]),
    );
    return true;
  },
};

function facts(
  { rulebook, period, asOf, version, settings, margin, since }: Report,
  draft: Draft,
  lang: Lang,
): string[][] {
  const zh = lang === "zh";
  const from = zh ? "自" : "from";
  return [
    [words.rulebook[lang], rulebook.title[lang] + bracketed(rulebook.id, lang)],
    [zh ? "规则文件" : "Rulebook file", rulebook.file],
    ["SHA-256", rulebook.sha256],
    ...(rulebook.source ? [[zh ? "依据" : "Policy", rulebook.source[lang]]] : []),
    [words.period[lang], period.label + bracketed(`${period.from} – ${period.to}`, lang)],
    [words.asOf[lang], asOf],
    ...(rulebook.effective.from ? [[zh ? "施行" : "In force", `${from} ${rulebook.effective.from}`]] : []),
    ...(rulebook.tiers.length > 0
      ? [[zh ? "临界幅度（--margin）" : "Margin (--margin)", showValue(margin, { kind: "ratio" }, lang)]]
      : []),
    ...(since
      ? [
          [zh ? "上期结果" : "Previous result", since.previous.file + bracketed(since.previous.period.label, lang)],
          [zh ? "上期结果 SHA-256" : "Its SHA-256", since.previous.sha256],
        ]
      : []),
    ...settings.map(({ name, value }) => [name[lang], value[lang]]),
    ...(draft.leftOut.length > 0
      ? [
          [
            zh ? "无内容而略去的工作表" : "Sheets left out, as they would be empty",
            draft.leftOut.join(words.comma[lang]),
          ],
        ]
      : []),
    [zh ? "程序版本" : "Product version", `dingji ${version}`],
  ];
}

function labelOf({ rulebook }: Report, input: string, lang: Lang): string {
  if (input === "overrides") return words.override[lang];
  const label = rulebook.inputs.find(({ id }) => id === input)?.label[lang];
  return label === undefined || label === input ? input : label + bracketed(input, lang);
}

function body(label: boolean) {
  return {
    font: font({ bold: label }),
    border: grid,
    alignment: { vertical: "middle", wrapText: true, horizontal: "left", indent: 1 },
    ...(label ? { fill: fill(colours.band) } : {}),
  } as const;
}
