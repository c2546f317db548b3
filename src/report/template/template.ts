import ExcelJS from "exceljs";
import type { Input } from "../../rulebook/input.ts";
import type { Period } from "../../rulebook/period.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang } from "../../text/text.ts";
import { SheetNames } from "../marked/sheet-names.ts";
import { packWhole } from "../xlsx/pack.ts";
import { addPage, type PageDraft } from "../xlsx/page.ts";
import { Choices } from "./choices.ts";
import { addInputSheet, type Prefill } from "./input-sheet.ts";
import { fillInstructions, instructionsName, listsAt } from "./instructions.ts";
import { type TemplateColumn, templateColumn } from "./template-column.ts";

/** A sheet of the collection workbook. */
export interface TemplateSheet {
  readonly name: string;
  readonly input: Input;
  readonly columns: readonly TemplateColumn[];
}

/** What a workbook may be made for; without any of it, it is for anyone. */
export interface TemplateWishes {
  readonly prefill?: Prefill;
  readonly branch?: string;
  /** What the figures are of. */
  readonly period?: Period;
}

/** The sheets of a rulebook's inputs, the subject's first, each under the name that the reader knows first. */
export function templateSheets(rulebook: Rulebook, lang: Lang): TemplateSheet[] {
  const names = new SheetNames();
  names.add(instructionsName[lang]);
  return rulebook.inputs.map((input) => ({
    name: names.add(input.sheets[0] ?? input.id),
    input,
    columns: input.columns.map((column) => templateColumn(rulebook, input, column, lang)),
  }));
}

/** The workbook that branches fill in: instructions, and a sheet an input. The same rulebook gives the same bytes. */
export async function renderTemplate(
  rulebook: Rulebook,
  lang: Lang,
  { prefill = new Map(), branch = "", period }: TemplateWishes = {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const day = new Date(`${rulebook.effective.from ?? "2000-01-01"}T00:00:00Z`);
  workbook.creator = "dingji";
  workbook.lastModifiedBy = "dingji";
  workbook.created = day;
  workbook.modified = day;
  workbook.title = rulebook.title[lang];
  const draft: PageDraft = { workbook, lang, report: { rulebook } };
  const sheets = templateSheets(rulebook, lang);
  const instructions = addPage(draft, instructionsName, { frozen: false });
  const choices = new Choices(instructionsName[lang], listsAt.row, listsAt.column);
  for (const { name, input, columns } of sheets) {
    addInputSheet(draft, name, input, columns, { prefill, branch, choices });
  }
  fillInstructions(instructions, rulebook, { sheets, choices, period }, lang);
  const laidOut = await workbook.xlsx.writeBuffer({ zip: { compression: "STORE" } } as object);
  return packWhole(new Uint8Array(laidOut));
}
