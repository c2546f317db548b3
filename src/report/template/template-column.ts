import type { DataValidation } from "exceljs";
import { Exact } from "../../number/exact.ts";
import { unitOf } from "../../number/unit.ts";
import type { Column, Input } from "../../rulebook/input.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Lang } from "../../text/text.ts";
import { choicesOf, type Expectation, expectationOf } from "../expectation.ts";
import { widthOf } from "../text-width.ts";

/** A column of a collection sheet. */
export interface TemplateColumn {
  readonly column: Column;
  /** As the reader finds it again: `本年日均(元) *`. */
  readonly header: string;
  /** What a plain figure is in; undefined: it is no figure, or has none. */
  readonly unit: string | undefined;
  readonly format: string;
  readonly width: number;
  readonly expectation: Expectation;
  readonly choices: readonly string[] | undefined;
  readonly align: "left" | "right" | "center";
}

export function templateColumn(rulebook: Rulebook, input: Input, column: Column, lang: Lang): TemplateColumn {
  const unit = unitFor(column);
  const expectation = expectationOf(rulebook, input, column, unit, lang);
  const header = headerOf(column, unit, expectation, lang);
  const choices = choicesOf(rulebook, column, lang);
  const longest = Math.max(
    ...header.split("\n").map(widthOf),
    ...(choices ?? []).map((choice) => widthOf(choice) + 2),
    least[column.kind] ?? 12,
  );
  return {
    column,
    header,
    unit,
    format: formats[column.kind] ?? "General",
    width: Math.min(longest + 3, 32),
    expectation,
    choices,
    align: isFigure(column) ? "right" : column.kind === "text" || column.kind === "id" ? "left" : "center",
  };
}

const least: Readonly<Partial<Record<Column["kind"], number>>> = { money: 16, text: 14, date: 12, id: 12 };

/** Words are text, so that a level called 1 stays what it is. A percentage is a plain figure: its header says what it is. */
const formats: Readonly<Partial<Record<Column["kind"], string>>> = {
  id: "@",
  text: "@",
  level: "@",
  tier: "@",
  enum: "@",
  money: "#,##0.00####",
  count: "#,##0",
  date: "yyyy-mm-dd",
};

/** The rulebook's unit, else the base unit: a header without one would be a warning. */
function unitFor({ kind, type, unit }: Column): string | undefined {
  switch (type.kind) {
    case "money":
      return unit ?? { CNY: "元", USD: "美元" }[type.currency] ?? type.currency;
    case "ratio":
      return "%";
    case "duration":
      return unit ?? (type.base === "day" ? "天" : "年");
    case "number":
    case "count":
      return unit ?? (kind === "count" ? undefined : type.unit);
    default:
      return undefined;
  }
}

/** The first header that the rulebook names, for that is what is read again; in English with the label as a remark. */
function headerOf(
  { headers, label, name }: Column,
  unit: string | undefined,
  { needed }: Expectation,
  lang: Lang,
): string {
  const own = headers[0] ?? name;
  const behind = unit === undefined ? "" : `(${unit})`;
  const star = needed === "key" || needed === "value" ? " *" : "";
  const gloss = label.en.replace(/[()[\]{}（）【】]/g, " ").trim();
  const remark = lang === "en" && gloss !== "" && gloss.toLowerCase() !== own.toLowerCase() ? `\n(${gloss})` : "";
  return `${own}${behind}${star}${remark}`;
}

export function isFigure({ kind }: Column): boolean {
  return kind === "money" || kind === "ratio" || kind === "number" || kind === "count" || kind === "duration";
}

/** A figure of the rulebook in the column's unit. */
export function inUnit(value: Exact, unit: string | undefined): Exact {
  const scale = unit === undefined ? undefined : unitOf(unit)?.scale;
  return scale ? (value.div(scale) ?? value) : value;
}

/**
 * What the cells may hold, as the spreadsheet checks it.
 *
 * @param listed where the choices stand, if they are too long for the rule itself
 */
export function validationOf(
  { column, unit, choices, expectation }: TemplateColumn,
  listed: string | undefined,
  lang: Lang,
): DataValidation | undefined {
  const { what, range } = expectation;
  const said = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: "stop",
    errorTitle: (lang === "zh" ? `应填：${column.label.zh}` : column.label.en).slice(0, 31),
    error: [what, ...(range === undefined ? [] : [range])].join(lang === "zh" ? "，" : ", ").slice(0, 220),
  };
  if (choices) return { ...said, type: "list", formulae: [listed ?? inline(choices) ?? ""] };
  if (column.kind === "date") {
    const days = [new Date(Date.UTC(1900, 2, 1)), new Date(Date.UTC(2199, 11, 31))];
    return { ...said, type: "date", operator: "between", formulae: days };
  }
  if (!isFigure(column)) return undefined;
  const [min, max] = [column.min, column.max].map((end) => end && inUnit(end, unit).toNumber());
  const type = column.kind === "count" && (unit === undefined || (unitOf(unit)?.scale ?? Exact.one).equals(Exact.one));
  return {
    ...said,
    type: type ? "whole" : "decimal",
    operator: "between",
    formulae: [min ?? -largest, max ?? largest],
  };
}

/** Beyond it a double has no fen. */
const largest = 999_999_999_999;

/** The choices in the rule itself, where they fit: 255 characters, and no comma in any of them. */
export function inline(choices: readonly string[]): string | undefined {
  const text = choices.join(",");
  if (text.length > 255 || choices.some((choice) => /[,"]|^\s|\s$/.test(choice))) return undefined;
  return `"${text}"`;
}
