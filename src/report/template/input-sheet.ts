import type { Style, Worksheet } from "exceljs";
import { columnName } from "../../diagnostic/location.ts";
import type { Input } from "../../rulebook/input.ts";
import type { Lang, Text } from "../../text/text.ts";
import { expectationLines } from "../expectation.ts";
import { cellText } from "../xlsx/cell-text.ts";
import { addPage, headerRow, type PageDraft } from "../xlsx/page.ts";
import { linesOf } from "../xlsx/shared-texts.ts";
import { font, grid, header, subtitle, title } from "../xlsx/style.ts";
import type { Choices } from "./choices.ts";
import { type TemplateColumn, validationOf } from "./template-column.ts";

/** A cell that is filled in before the sheet goes out. */
export type Prefilled = string | number | Date | undefined;

/** Rows that are filled in before a workbook goes out, by input id; a value a column. */
export type Prefill = ReadonlyMap<string, readonly (readonly Prefilled[])[]>;

/** What is known of a workbook before it goes out. */
export interface Filling {
  readonly prefill: Prefill;
  /** Empty: any branch may fill it in. */
  readonly branch: string;
  readonly choices: Choices;
}

/** Rules of cells reach so many rows: readers that look at every cell of a rule must come to an end. */
const checkedRows = 5000;

/** What a row of an input is. */
export const rowWords: Readonly<Record<Input["role"], Text>> = {
  subject: { zh: "每人（每个评定对象）一行", en: "One row for everyone who is graded" },
  "one-row": { zh: "每人至多一行", en: "At most one row a person" },
  detail: { zh: "一人可有多行，一笔一行", en: "Any number of rows a person" },
  whole: { zh: "全表只填一行", en: "Exactly one row in all" },
};

/** A sheet to fill in: title, what a row is, headers with their units, and under them cells that know what they may hold. */
export function addInputSheet(
  draft: PageDraft,
  sheetName: string,
  input: Input,
  columns: readonly TemplateColumn[],
  { prefill, branch, choices }: Filling,
): Worksheet {
  const { lang } = draft;
  const rows = prefill.get(input.id) ?? [];
  const sheet = addPage(draft, { zh: sheetName, en: sheetName }, { frozen: true });
  const name = lang === "zh" ? sheetName : `${sheetName}  ${input.label.en}`;
  addHead(sheet, `${draft.report.rulebook.title[lang]} · ${name}`, hintOf(input, branch, lang), columns.length);
  for (const [index, one] of columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = one.width;
    column.style = bodyStyle(one);
    const cell = sheet.getCell(headerRow, index + 1);
    cell.value = cellText(one.header);
    cell.style = header;
    const lines = [one.column.label[lang], ...expectationLines(one.expectation, lang)];
    cell.note = { texts: [{ font: { size: 9, name: "微软雅黑" }, text: cellText(lines.join("\n")) }] };
    const rule = validationOf(one, choices.placeOf(one.choices), lang);
    const letters = columnName(index);
    if (rule) validations(sheet).add(`${letters}${headerRow + 1}:${letters}${headerRow + checkedRows}`, rule);
  }
  const lines = Math.max(...columns.map((one) => linesOf(one.header, one.width)));
  sheet.getRow(headerRow).height = Math.max(26, lines * 14 + 8);
  sheet.autoFilter = `A${headerRow}:${columnName(columns.length - 1)}${headerRow + rows.length}`;
  for (const [position, values] of rows.entries()) {
    for (const [index, value] of values.entries()) {
      if (value === undefined) continue;
      const cell = sheet.getCell(headerRow + 1 + position, index + 1);
      cell.value = typeof value === "string" ? cellText(value) : value;
    }
  }
  return sheet;
}

function addHead(sheet: Worksheet, text: string, hint: string, columns: number): void {
  for (const [row, value, style, height] of [
    [1, text, title, 30],
    [2, hint, subtitle, 20],
  ] as const) {
    for (let column = 1; column <= columns; column++) sheet.getCell(row, column).style = style;
    if (columns > 1) sheet.mergeCells(row, 1, row, columns);
    sheet.getCell(row, 1).value = cellText(value);
    sheet.getRow(row).height = height;
  }
}

function hintOf({ role }: Input, branch: string, lang: Lang): string {
  const place = branch === "" ? "____________" : branch;
  const rest =
    lang === "zh"
      ? `带 * 的列要填；每列应填什么见表头批注。填报单位：${place}　填表人：____________　日期：____________`
      : `Columns with * are needed; the note on each header says what it holds. Branch: ${place}   Name: ____________   Date: ____________`;
  return `${rowWords[role][lang]}${lang === "zh" ? "。" : ". "}${rest}`;
}

function bodyStyle({ format, align }: TemplateColumn): Partial<Style> {
  return { font: font(), border: grid, numFmt: format, alignment: { vertical: "middle", horizontal: align } };
}

/** The library has it, and its types have not. */
function validations(sheet: Worksheet): { add(range: string, rule: unknown): void } {
  return (sheet as unknown as { dataValidations: { add(range: string, rule: unknown): void } }).dataValidations;
}
