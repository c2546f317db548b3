import type { Worksheet } from "exceljs";
import type { Period } from "../../rulebook/period.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang, Text } from "../../text/text.ts";
import { words } from "../words.ts";
import { cellText } from "../xlsx/cell-text.ts";
import { linesOf } from "../xlsx/shared-texts.ts";
import { font, grid, header, subtitle, title } from "../xlsx/style.ts";
import type { Choices } from "./choices.ts";
import { rowWords } from "./input-sheet.ts";
import type { TemplateSheet } from "./template.ts";

/** By this name the sheet is known for no data when it comes back. */
export const instructionsName: Text = { zh: "填写说明", en: "Instructions" };

/** Where lists of choices stand: far enough to the right to be out of the way. */
export const listsAt = { row: 4, column: 10 } as const;

const widths = [16, 24, 9, 9, 50, 36, 34];
const headings: readonly Text[] = [
  { zh: "工作表", en: "Sheet" },
  { zh: "列", en: "Column" },
  { zh: "要填", en: "Needed" },
  { zh: "单位", en: "Unit" },
  { zh: "应填", en: "Expected" },
  { zh: "空着", en: "Blank" },
  words.clause,
];

const steps: readonly Text[] = [
  {
    zh: "一、一张表填一类数据，表名和表头不要改；用不到的表可以空着。",
    en: "1. Each sheet holds one kind of data. Leave the sheets' names and headers as they are; a sheet may stay empty.",
  },
  {
    zh: "二、带 * 的列要填。金额、比率填数字，不写单位：单位在表头括号里。",
    en: "2. Columns with * are needed. Figures go in without a unit: the header has it in brackets.",
  },
  {
    zh: "三、工号、客户号是文本，前面的 0 要保留；从别处复制时请“选择性粘贴—数值”，以免改掉格式。",
    en: "3. Ids are text, and leading zeros count. Paste values only, so that the formats stay.",
  },
  {
    zh: "四、有下拉的格子从下拉里选；不要合并单元格，不要在数据中间插入小计。",
    en: "4. Where there is a list, choose from it. Merge no cells, and put no subtotals between the rows.",
  },
  {
    zh: "五、填完后存为 .xlsx 发回，文件名里写上机构名。",
    en: "5. Save as .xlsx and send it back, with the branch's name in the file's name.",
  },
];

/** What the instructions speak of. */
interface Told {
  readonly sheets: readonly TemplateSheet[];
  readonly choices: Choices;
  readonly period: Period | undefined;
}

/** Fills the sheet of instructions: how to fill in, which sheet is which, and every column. */
export function fillInstructions(
  sheet: Worksheet,
  rulebook: Rulebook,
  { sheets, choices, period }: Told,
  lang: Lang,
): void {
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  let at = 1;
  const line = (text: string, style: typeof title, height: number) => {
    sheet.getCell(at, 1).value = cellText(text);
    sheet.getCell(at, 1).style = style;
    sheet.getRow(at++).height = height;
  };
  line(`${rulebook.title[lang]} · ${instructionsName[lang]}`, title, 30);
  line(periodLine(period, lang), { ...subtitle, font: font({ bold: true }) }, 18);
  for (const step of steps) line(step[lang], { ...subtitle, font: font() }, 18);
  for (const { name, input } of sheets) {
    const label = lang === "en" && input.label.en !== name ? ` ${input.label.en}` : "";
    line(
      `${name}${label}${lang === "zh" ? "：" : ": "}${rowWords[input.role][lang]}`,
      { ...subtitle, font: font() },
      18,
    );
  }
  at++;
  const put = (values: readonly string[], style: typeof title) => {
    let lines = 1;
    for (const [index, value] of values.entries()) {
      const cell = sheet.getCell(at, index + 1);
      cell.value = cellText(value);
      cell.style = style;
      lines = Math.max(lines, linesOf(value, widths[index] ?? 10));
    }
    sheet.getRow(at++).height = Math.max(20, lines * 13.5 + 6);
  };
  put(
    headings.map((heading) => heading[lang]),
    header,
  );
  const body = { font: font(), border: grid, alignment: { vertical: "middle", wrapText: true } } as const;
  for (const { name, columns } of sheets) {
    for (const { column, header: printed, unit, expectation } of columns) {
      const { what, range, blank, note, clauses, needed } = expectation;
      const expected = [what, range, note].filter((part) => part !== undefined).join(lang === "zh" ? "，" : ", ");
      const is = needed === "key" || needed === "value" ? words.yes[lang] : "";
      const shown = lang === "zh" ? column.label.zh : printed.replace(/ \*|\n/g, " ").trim();
      put([name, shown, is, unit ?? "", expected, blank, clauses.join(words.comma[lang])], body);
    }
  }
  for (const [index, list] of choices.lists.entries()) {
    for (const [place, choice] of list.entries()) {
      sheet.getCell(listsAt.row + place, listsAt.column + 1 + index).value = cellText(choice);
    }
  }
}

function periodLine(period: Period | undefined, lang: Lang): string {
  if (!period) return lang === "zh" ? "考核期：____________" : "Period: ____________";
  const { label, from, to } = period;
  return lang === "zh" ? `考核期：${label}（${from} 至 ${to}）` : `Period: ${label} (${from} to ${to})`;
}
