import { unitOf } from "../../number/unit.ts";
import { isUnit, squeeze } from "./header-text.ts";

/** Units found beside a table: `unit` where they agree; several different ones leave it open. */
export interface SheetUnit {
  readonly unit?: string;
  readonly several?: readonly string[];
}

/** 填报单位 and the like name an organisation. */
const named =
  /(?<!填报|填表|报送|上报|编制|编报|所属|所在|工作|主管|开户|经办|制表|责任|发证|汇总|考核)单位[:为]?([^()[\]【】〔〕;。]*)/u;
/** What may follow a unit in the same cell, white space being gone: `单位:万元 日期:…`. */
const nextLabel = /^(?:$|\P{L}|日期|填报|填表|制表|报告|报表|报送|时间|截至|截止|编制|币种|数据)/u;

/**
 * The units of money that a row of cells names for the whole table: `单位:万元`, `(金额单位：人民币万元)`, a title with
 * `（万元）`, or `单位` with the unit in the next cell. Takes the row's cells that are not blank.
 */
export function unitsIn(cells: readonly string[]): string[] {
  const found: string[] = [];
  const squeezed = cells.map(squeeze);
  for (const [index, cell] of squeezed.entries()) {
    for (const [, inside = ""] of cell.matchAll(/[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/gu))
      found.push(...moneyUnits(inside));
    const behind = named.exec(cell)?.[1];
    if (behind !== undefined) found.push(...moneyUnits(behind || (squeezed[index + 1] ?? "")));
  }
  return [...new Set(found)];
}

/** Whether a row says nothing but the table's unit: `单位:万元` by itself, or `单位` and the unit beside it. */
export function isUnitRow(cells: readonly string[]): boolean {
  const all = squeeze(cells.join("")).replace(/[([【〔)\]】〕]/gu, "");
  const word = /^(?:金额|计量|货币|数量)?单位[:为]?(.+)$/u.exec(all)?.[1];
  return cells.length <= 2 && word !== undefined && moneyUnits(word).length > 0;
}

/** One unit where all mean the same, else all of them. */
export function agreeOn(units: readonly string[]): SheetUnit {
  const [unit] = units;
  if (unit === undefined) return {};
  return units.every((other) => meaning(other) === meaning(unit)) ? { unit } : { several: units };
}

function moneyUnits(text: string): string[] {
  const words = text.replace(/^(?:金额|计量|货币)?单位[:为]?/u, "").split(/[、,;/和及]/u);
  return words.flatMap((word) => moneyUnitAt(word) ?? []);
}

/** The longest beginning of a text that is a unit of money, if what follows is another matter. */
function moneyUnitAt(text: string): string | undefined {
  if (/^[十百千]?[万亿]$/u.test(text)) return text;
  for (let length = Math.min(text.length, 10); length > 0; length--) {
    const word = text.slice(0, length);
    if (isUnit(word) && unitOf(word)?.currency) {
      return nextLabel.test(text.slice(length)) ? word : undefined;
    }
  }
  return undefined;
}

function meaning(word: string): string {
  const unit = unitOf(word);
  return `${unit?.scale.toString()} ${unit?.currency ?? "CNY"}`;
}
