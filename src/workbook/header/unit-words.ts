import { unitOf } from "../../number/unit.ts";
import { isUnit, squeeze } from "./header-text.ts";

/** What a text beside a table, or a header, says of units of money. */
export interface UnitWords {
  /** For the whole table: 单位:万元, 金额：万元, 以下金额均以万元为单位, a title's （万元）. */
  readonly named: readonly string[];
  /** For a part of it, or it cannot be told for what: 贷款：亿元. */
  readonly partial: readonly string[];
  /** They merely stand in it: 按万元口径统计的数据. */
  readonly mentioned: readonly string[];
}

export const noUnitWords: UnitWords = { named: [], partial: [], mentioned: [] };

/** 填报单位 and the like name an organisation. */
const named =
  /^(.*?)(?<!填报|填表|报送|上报|编制|编报|所属|所在|工作|主管|开户|经办|制表|责任|发证|汇总|考核)单位(?:均|都|统一|一律)?[:为]{0,2}([^()[\]【】〔〕;。]*)/u;
/** What may follow a unit in the same cell, white space being gone: `单位:万元 日期:…`. */
const nextLabel = /^(?:$|\P{L}|日期|填报|填表|制表|报告|报表|报送|时间|截至|截止|编制|币种|数据)/u;
/** The end of a title or of an organisation's name, behind which 单位 begins anew. */
const endsTitle = /(?:^|金额|计量|计价|货币|数量|[表册单行部处司社心室度日月年\P{L}])$/u;

const money = "(?:人民币)?(?:[十百千]?[万亿]|[百千])?(?:[美港欧日澳加]?[元圆]|美金|港币|rmb|cny|usd)(?:人民币)?";
const generic = new RegExp(
  "^(?:附?注(?:意|释)?|备注|说明|提示)?[:：.、\\d]*" +
    "(?:以下|以上|上述|上列|本|该|此|全|表|中|内|里|报表|明细|页|所列|所有|全部|各项|各列|其他|其它|均|的|(?:除|若无)?(?:特别|另有|单独)?(?:注明|说明|标明)(?:者|项|的)?外?)*" +
    "(?:金额|数额|数据|数字|数值|指标|货币|计量|币种|人民币|本币|外币|本外币|数量|单位)*(?:均|都|统一|一律|全部|默认)*$",
  "u",
);
/** A clause that is about a unit and nothing else: what before it, how the two are joined, the unit, and what may follow it. */
const clause = new RegExp(
  `^(.*?)(::?|为:?|是|[以按用]|折(?:合|算|为|成)*|单位:?|)(${money})(?:为(?:计量|计价|金额|货币)?单位|计(?:算|价|量|列)?|填(?:列|报|写)?|列(?:示|报)?|表示|反映|统计)?$`,
  "u",
);
/** A unit greater than 元 that no figure and no number stands before: 500万元 is an amount, 亿元户 a kind of customer. */
const mention = new RegExp(
  "(?<![\\d.一二两三四五六七八九十百千万亿几数多余约近超达逾])(?:人民币)?(?:[十百千]?[万亿]|[百千])(?:[美港欧日澳加]?元|美金|港币|人民币|rmb|cny|usd)" +
    "(?!以[上下内外]|及以|起|[大客]?户|[级档]|左右|之|至|大关|\\p{L}?[支分]行|\\p{L}{0,4}公司)" +
    // As forms in English write 万元, 千元 and 百万元.
    "|(?:cny|rmb|yuan|usd)(?:in)?(?:10,?000|['’]?000|thousands?|millions?)|(?:10,?000|['’]000|thousands?|millions?)(?:of)?(?:cny|rmb|yuan|usd)",
  "gu",
);

/** What a cell says; `next` is the cell on its right, where 单位 may have its unit. */
export function unitWords(text: string, next = ""): UnitWords {
  const whole = squeeze(text);
  if (!/[元圆币万亿]|rmb|cny|usd|yuan|单位/u.test(whole)) return noUnitWords;
  const said = { named: [] as string[], partial: [] as string[] };
  for (const [, inside = ""] of whole.matchAll(/[([【〔]([^()[\]【】〔〕]*)[)\]】〕]/gu)) {
    const units = moneyUnits(inside);
    if (units.length > 0) said.named.push(...units);
    else readClauses(inside, said);
  }
  readClauses(text, said);
  const behind = named.exec(whole);
  if (behind) {
    const units = moneyUnits(behind[2] || squeeze(next));
    (endsTitle.test(behind[1] ?? "") || generic.test(behind[1] ?? "") ? said.named : said.partial).push(...units);
  }
  const known = new Set([...said.named, ...said.partial].map(unitMeaning));
  const mentioned = [...whole.matchAll(mention)].map(([word]) => word).filter((word) => !known.has(unitMeaning(word)));
  return {
    named: [...new Set(said.named)],
    partial: [...new Set(said.partial)],
    mentioned: [...new Set(mentioned)],
  };
}

/** The clauses of a text that say a unit and no more, each by itself: 金额：万元 人数：人. */
function readClauses(text: string, said: { readonly named: string[]; readonly partial: string[] }): void {
  const folded = text.normalize("NFKC");
  const bare = isMoneyWord(folded);
  if (bare) said.named.push(squeeze(folded));
  for (const piece of bare ? [] : folded.split(/[\s,;。、|]+/u)) {
    const [, subject = "", joint = "", unit = ""] = clause.exec(squeeze(piece)) ?? [];
    if (unit === "" || (joint === "" && (subject !== "" || !/[十百千万亿]/u.test(unit)))) continue;
    const foreign = /外币|美元|港币/u.test(subject) && unitOf(unit)?.currency === "CNY";
    (generic.test(subject) && !foreign ? said.named : said.partial).push(unit);
  }
}

/** Whether a text is a unit of money and nothing else: 万元, （美元）. */
export function isMoneyWord(text: string): boolean {
  const word = squeeze(text).replace(/^[([【〔]|[)\]】〕]$/gu, "");
  return isUnit(word) && unitOf(word)?.currency !== undefined;
}

/** Whether a row says nothing but the table's unit: `单位:万元` by itself, or `单位` and the unit beside it. */
export function isUnitRow(cells: readonly string[]): boolean {
  const all = squeeze(cells.join("")).replace(/[([【〔)\]】〕]/gu, "");
  const word = /^(?:金额|计量|货币|数量)?单位[:为]?(.+)$/u.exec(all)?.[1];
  return cells.length <= 2 && word !== undefined && moneyUnits(word).length > 0;
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

/** Equal for units that mean the same: 万元 and 人民币万元. */
export function unitMeaning(word: string): string {
  const unit = unitOf(word);
  return `${unit?.scale.toString()} ${unit?.currency ?? "CNY"}`;
}
